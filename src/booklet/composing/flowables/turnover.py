"""An entry of an index: a paragraph whose lines after the first are indented, and which may run over columns."""

from collections.abc import Sequence

from booklet.flowable import Flowable
from booklet.lettering.paragraph import Paragraph
from booklet.tagged_canvas import TaggedCanvas


class Turnover:
    """A paragraph on one line, or, where it needs more, set `indent` points narrower with its first line moved out by them.
    `part` is for what is left of one that was split: True where the first line is not in it."""

    def __init__(self, paragraph: Paragraph, indent: float, *, part: bool | None = None) -> None:
        self._paragraph, self._indent, self._part = paragraph, indent, part
        self._width, self._height = -1.0, 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 (the flowable protocol gives it)
        """Set the paragraph; its width, and its height in points."""
        if width != self._width:
            self._width = width
            if self._part is None:
                self._paragraph.wrap(width, 0)
                if self._paragraph.line_count > 1:
                    self._paragraph.wrap(width - self._indent, 0)
            self._height = self._paragraph.height
        return width, self._height

    def split(self, width: float, height: float) -> Sequence[Flowable]:
        """At least two lines stay together."""
        self.wrap(width, height)
        if self._paragraph.line_count < 2:
            return []
        parts = self._paragraph.split(width - self._indent, height)
        if len(parts) < 2:
            return []
        first = Turnover(parts[0], self._indent, part=bool(self._part))
        return [first, Turnover(parts[1], self._indent, part=True)]

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw with the lower left corner at (`x`, `y`), points."""
        paragraph = self._paragraph
        if self._part or paragraph.line_count == 1:
            paragraph.draw_on(canvas, x + self._indent * bool(self._part), y)
            return
        first, others = paragraph.parted_at(1)
        first.draw_on(canvas, x, y + paragraph.height - first.height)
        others.draw_on(canvas, x + self._indent, y)
