"""A paragraph with the lines that belong to it below: these never begin a page without the end of the paragraph."""

from collections.abc import Sequence

from booklet.flowable import Block, Flowable, stacked
from booklet.lettering.paragraph import Paragraph
from booklet.tagged_canvas import TaggedCanvas


class WithFoot:
    """`body`, and below it the blocks of the `foot`, which stays whole."""

    def __init__(self, body: Paragraph, foot: tuple[Block, ...]) -> None:
        self._body, self._foot = body, foot
        self._width = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as both together."""
        self._width = width
        return width, self._body.wrap(width, height)[1] + stacked(self._foot, width)

    def split(self, width: float, height: float) -> Sequence[Flowable]:
        """As many lines of the body as fit and leave some to stand above the foot."""
        if self.wrap(width, height)[1] <= height:
            return [self]
        body = self._body
        parts = body.split(width, height)
        if len(parts) == 1:
            parts = list(body.parted_at(body.line_count - body.keep))
        if not parts or parts[0].line_count < body.keep:
            return []
        return [parts[0], WithFoot(parts[1], self._foot)]

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the body, then the foot."""
        top = y + self.wrap(self._width, 0)[1] - self._body.height
        self._body.draw_on(canvas, x, top)
        for block in self._foot:
            top -= block.space + block.flowable.wrap(self._width, 0)[1]
            block.flowable.draw_on(canvas, x, top)
