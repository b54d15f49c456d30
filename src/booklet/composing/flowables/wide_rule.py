"""A rule over a column and what stands before it."""

from collections.abc import Sequence

from booklet.flowable import Flowable
from booklet.tagged_canvas import Color, TaggedCanvas


class WideRule:
    """A horizontal rule of `weight` points that begins `outdent` points before the column and ends with it."""

    def __init__(self, outdent: float, weight: float, color: Color) -> None:
        self._outdent, self._weight, self._color = outdent, weight, color
        self._width = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 (the flowable protocol gives it)
        """As high as its weight."""
        self._width = width
        return width, self._weight

    def split(self, width: float, height: float) -> Sequence[Flowable]:  # noqa: ARG002 (nothing to split)
        """A rule is never split."""
        return []

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the rule."""
        canvas.rule(x - self._outdent, x + self._width, y + self._weight / 2, self._weight, self._color)
