"""The heading of a group in an index: its letter, and a rule from there to the edge of the column."""

from collections.abc import Sequence

from booklet.flowable import Flowable
from booklet.lettering.paragraph import ASCENT, Paragraph
from booklet.tagged_canvas import Color, TaggedCanvas

_GAP, _RAISED = 0.6, 0.3  # of the letter's size: from the letter to the rule; of the rule above the baseline


class LetterHead:
    """A letter as high as a line of `size`, on whose baseline it stands however large it is; its rule is `weight` thick."""

    def __init__(self, letter: Paragraph, size: float, weight: float, color: Color) -> None:
        self._letter, self._size, self._weight, self._color = letter, size, weight, color
        self._width = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as the column."""
        self._width = width
        lines = self._letter.wrap(width, height)[1] - self._letter.size
        return width, self._size + lines

    def split(self, width: float, height: float) -> Sequence[Flowable]:  # noqa: ARG002 (nothing to split)
        """A heading is never split."""
        return []

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the letter, then the rule."""
        letter = self._letter
        baseline = y + self._size * (1 - ASCENT)
        letter.draw_on(canvas, x, baseline - letter.size * (1 - ASCENT))
        start = x + letter.natural_width() + _GAP * letter.size
        if start < x + self._width:
            canvas.rule(start, x + self._width, baseline + _RAISED * letter.size, self._weight, self._color)
