"""The first lines of an entry among others: its title, with what is said beside or above it, parted from the one before."""

from collections.abc import Sequence

from booklet.flowable import Flowable
from booklet.lettering.paragraph import ASCENT, Paragraph
from booklet.plain_dataclasses import dataclass
from booklet.tagged_canvas import Color, TaggedCanvas


@dataclass(frozen=True, slots=True)
class Beside:
    """A paragraph `x` points from the left edge of the column, `width` wide, whose first baseline is `drop` points below the
    top of the entry."""

    paragraph: Paragraph
    x: float
    width: float
    drop: float


@dataclass(frozen=True, slots=True)
class PartingRule:
    """A rule over the column, `above` points above the top of an entry. `top` is where columns begin: what begins less than
    `reach` points below it is parted from nothing."""

    weight: float
    color: Color
    above: float
    top: float
    reach: float


class EntryHead:
    """`title`, `drop` points below the top of the entry; then, since they are read after it, the paragraphs `beside`: these
    do not count for the height. Only a head that is higher than `room`, that of a page, may be parted."""

    def __init__(
        self, title: Paragraph, beside: tuple[Beside, ...], drop: float, room: float, rule: PartingRule | None
    ) -> None:
        self._title, self._beside = title, beside
        self._drop, self._room, self._rule = drop, room, rule
        self._width = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as the title with what is above it."""
        self._width = width
        return width, self._drop + self._title.wrap(width, height)[1]

    def split(self, width: float, height: float) -> Sequence[Flowable]:
        """A head stays whole; a title that no page holds is parted."""
        if self.wrap(width, height)[1] <= self._room:
            return []
        parts = self._title.split(width, height - self._drop)
        if len(parts) < 2:
            return []
        return [EntryHead(parts[0], self._beside, self._drop, self._room, self._rule), parts[1]]

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the rule, unless the entry begins a column; the title; and what is beside."""
        top = y + self._drop + self._title.height
        rule = self._rule
        if rule and top < rule.top - rule.reach:
            canvas.rule(x, x + self._width, top + rule.above, rule.weight, rule.color)
        self._title.draw_on(canvas, x, y)
        for one in self._beside:
            paragraph = one.paragraph
            paragraph.wrap(one.width, 0)
            paragraph.draw_on(canvas, x + one.x, top - one.drop + ASCENT * paragraph.size - paragraph.height)
