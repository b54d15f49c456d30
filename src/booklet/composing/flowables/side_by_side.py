"""Two texts side by side, each a stack of blocks, whose first lines are level."""

from collections.abc import Sequence
from itertools import accumulate

from booklet.flowable import Block, Flowable
from booklet.tagged_canvas import TaggedCanvas


class SideBySide:
    """The blocks of both texts in columns of the same width, `gap` points apart, over the column and `outdent` points before
    it; where the page runs from right to left, the first is at the right. They are read one after the other, never split."""

    def __init__(self, first: Sequence[Block], second: Sequence[Block], outdent: float, gap: float) -> None:
        self._texts = first, second
        self._outdent, self._gap = outdent, gap
        self._measure, self._height = 0.0, 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as the longer text; white above its first block does not count."""
        self._measure = (width + self._outdent - self._gap) / 2
        heights = []
        for text in self._texts:
            spaces = [block.space for block in text]
            heights.append(sum(block.flowable.wrap(self._measure, height)[1] for block in text) + sum(spaces[1:]))
        self._height = max(heights)
        return width, self._height

    def split(self, width: float, height: float) -> Sequence[Flowable]:  # noqa: ARG002 (the flowable protocol gives it)
        """They stay on one page."""
        return []

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the first text, then the second."""
        for text, at in zip(
            self._texts, (x - self._outdent, x - self._outdent + self._measure + self._gap), strict=True
        ):
            heights = [block.flowable.wrap(self._measure, 0)[1] for block in text]
            spaces = [0.0, *(block.space for block in text[1:])]
            feet = accumulate(space + height for space, height in zip(spaces, heights, strict=True))
            for block, foot in zip(text, feet, strict=True):
                block.flowable.draw_on(canvas, at, y + self._height - foot)
