"""A row of a table: cells of stacked paragraphs between two rules."""

from collections.abc import Callable, Sequence

from booklet.flowable import Flowable
from booklet.lettering.paragraph import ASCENT, Paragraph
from booklet.plain_dataclasses import dataclass, replace
from booklet.tagged_canvas import Color, TaggedCanvas


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule: weight in points, and color."""

    weight: float
    color: Color


@dataclass(frozen=True, slots=True)
class Stacked:
    """A paragraph in a cell, `distance` points from its first baseline up to the last one above it, or to where the first
    ones of the row begin. Its first line begins `outdent` points before the others."""

    paragraph: Paragraph
    distance: float
    outdent: float = 0.0


# How far the mark of a shade reaches from its right edge, with air before it.
MOON = 17.0
_LEAST_MOON = 1.9  # its radius


@dataclass(frozen=True, slots=True)
class Shade:
    """A tint behind a cell, from `left` to `right` of the row, with the mark that tells it without color; `above` and `below`
    are what it keeps from the row's top and foot."""

    left: float
    right: float
    color: Color
    mark: Color
    above: float = 0.0
    below: float = 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs at `x` from the row's left edge, set to `width`."""

    x: float
    width: float
    stack: tuple[Stacked, ...]
    shade: Shade | None = None


# A row of a list: what it is with some share of the usual white. Its cells are the same with any.
AiredRow = Callable[[float], "TableRow"]


class TableRow:
    """Cells side by side. `foot` is the distance from the lowest baseline to the row's end, where `below` is drawn; `above`
    is drawn at its top, `drop` above where the cells begin. Only a row that is higher than `page`, the room of a page, may
    be parted."""

    def __init__(
        self,
        cells: tuple[Cell, ...],
        foot: float,
        page: float,
        *,
        drop: float = 0.0,
        above: Rule | None = None,
        below: Rule | None = None,
    ) -> None:
        self._cells = cells
        self._foot, self._page, self._drop = foot, page, drop
        self._above, self._below = above, below
        self._width, self._height = -1.0, 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 (the flowable protocol gives it)
        """Set the cells, once for a width; the row is as wide as it is told."""
        if width != self._width:
            self._width = width
            self._height = max(_depth(cell, self._drop) for cell in self._cells) + self._foot
        return width, self._height

    def split(self, width: float, height: float) -> Sequence[Flowable]:
        """A row stays whole; one that no page holds is parted between its lines, without a rule between the parts."""
        self.wrap(width, height)
        if self._height <= self._page:
            return []
        parted = [_parted(_dropped(cell, self._drop), height - self._foot) for cell in self._cells]
        if not any(upper.stack for upper, _ in parted):
            return []
        upper = TableRow(tuple(cell for cell, _ in parted), self._foot, self._page, above=self._above)
        return [upper, TableRow(tuple(cell for _, cell in parted), self._foot, self._page, below=self._below)]

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw shades, text and rules."""
        top = y + self._height
        for cell in self._cells:
            if cell.shade:
                _draw_shade(canvas, cell.shade, x, y, self._height)
        for cell in self._cells:
            baseline = top - self._drop
            for stacked in cell.stack:
                baseline -= stacked.distance
                _draw_stacked(canvas, stacked, x + cell.x, baseline)
                baseline -= (stacked.paragraph.line_count - 1) * stacked.paragraph.leading
        if self._above:
            canvas.rule(x, x + self._width, top, self._above.weight, self._above.color)
        if self._below:
            canvas.rule(x, x + self._width, y, self._below.weight, self._below.color)


def _draw_stacked(canvas: TaggedCanvas, stacked: Stacked, x: float, baseline: float) -> None:
    paragraph = stacked.paragraph
    top = baseline + ASCENT * paragraph.size
    if stacked.outdent:
        first, paragraph = paragraph.parted_at(1)
        first.draw_on(canvas, x - stacked.outdent, top - first.height)
        top -= paragraph.leading
    if paragraph.line_count:
        paragraph.draw_on(canvas, x, top - paragraph.height)


def _depth(cell: Cell, drop: float) -> float:
    """From the row's top to the lowest baseline of a cell that begins `drop` below it."""
    depth = drop
    for stacked in cell.stack:
        stacked.paragraph.wrap(cell.width, 0)
        depth += stacked.distance + max(0, stacked.paragraph.line_count - 1) * stacked.paragraph.leading
    return depth


def _dropped(cell: Cell, drop: float) -> Cell:
    """A cell of a row without drop that is set as this one in a row with it."""
    first = (replace(stacked, distance=stacked.distance + drop) for stacked in cell.stack[:1])
    return replace(cell, stack=(*first, *cell.stack[1:]))


def _parted(cell: Cell, depth: float) -> tuple[Cell, Cell]:
    """What of a cell stands above the `depth` of its lowest baseline, and what is left."""
    upper: list[Stacked] = []
    lower: list[Stacked] = []
    for stacked in cell.stack:
        paragraph = stacked.paragraph
        paragraph.wrap(cell.width, 0)
        room = depth - stacked.distance
        lines = 0 if lower or room < 0 else min(paragraph.line_count, int(room // paragraph.leading) + 1)
        first, rest = paragraph.parted_at(lines)
        if first.line_count:
            upper.append(replace(stacked, paragraph=first))
        if rest.line_count:  # at the top of the next page it begins as the row does
            lower.append(Stacked(rest, stacked.distance if lower else cell.stack[0].distance))
        depth = room - max(0, lines - 1) * paragraph.leading
    return replace(cell, stack=tuple(upper)), replace(cell, stack=tuple(lower))


def _draw_shade(canvas: TaggedCanvas, shade: Shade, x: float, y: float, height: float) -> None:
    """The tint, and a small moon at its upper right, of a low one at its right: shading is never told by color alone."""
    inset = 1.5
    y, height = y + shade.below, height - shade.above - shade.below
    canvas.block(x + shade.left, y + inset, shade.right - shade.left, height - 2 * inset, shade.color)
    radius = max(_LEAST_MOON, min(3.0, height * 0.075))
    moon_x, moon_y = x + shade.right - 4 * radius, y + max(height / 2, height - inset - 3.6 * radius)
    canvas.disc(moon_x, moon_y, radius, shade.mark)
    canvas.disc(moon_x + radius * 0.6, moon_y + radius * 0.35, radius * 0.85, shade.color)
