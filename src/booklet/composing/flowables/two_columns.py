"""A paragraph in two columns side by side, as high as each other, which go on over pages."""

from collections.abc import Sequence

from booklet.flowable import Flowable
from booklet.lettering.paragraph import Paragraph
from booklet.tagged_canvas import TaggedCanvas

_LEAST_LINES = 2  # of a column that ends a page


class TwoColumns:
    """`body`, in columns `gap` points apart; the first is at the right when the body runs from right to left. The columns
    are read one after the other."""

    def __init__(self, body: Paragraph, gap: float) -> None:
        self._body, self._gap = body, gap
        self._columns = body, body
        self._width = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The first column has the odd line."""
        self._width = width
        self._body.wrap(self._measure(width), height)
        self._columns = self._body.parted_at((self._body.line_count + 1) // 2)
        return width, self._columns[0].height

    def split(self, width: float, height: float) -> Sequence[Flowable]:
        """Two full columns, and what is left in two that are shared out anew."""
        if self.wrap(width, height)[1] <= height:
            return [self]
        body = self._body
        lines = 0
        while body.parted_at(lines + 1)[0].height <= height:
            lines += 1
        if lines < _LEAST_LINES:
            return []
        return [TwoColumns(part, self._gap) for part in body.parted_at(2 * lines)]

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the columns, whose first lines are level."""
        first, second = self._columns
        offset = self._measure(self._width) + self._gap
        at = (x + offset, x) if self._body.runs_from_right else (x, x + offset)
        first.draw_on(canvas, at[0], y)
        second.draw_on(canvas, at[1], y + first.height - second.height)

    def _measure(self, width: float) -> float:
        return (width - self._gap) / 2
