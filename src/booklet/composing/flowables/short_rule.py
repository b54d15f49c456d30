"""A rule as long as it is to be, that parts what comes after it from what is before."""

from collections.abc import Sequence

from booklet.flowable import Flowable
from booklet.tagged_canvas import Color, TaggedCanvas


class ShortRule:
    """A horizontal rule of `length` and `weight` points at the left of the column, or at its `right`, mirrored or not; where
    the column is narrower, beyond its other side."""

    def __init__(self, length: float, weight: float, color: Color, *, right: bool = False) -> None:
        self._length, self._weight, self._color = length, weight, color
        self._right = right
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
        x += (self._width - self._length) * (self._right != canvas.mirrored)
        canvas.rule(x, x + self._length, y + self._weight / 2, self._weight, self._color)
