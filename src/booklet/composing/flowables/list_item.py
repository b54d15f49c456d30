"""An item of a list: a marker, and beside it a paragraph that may run over pages."""

from collections.abc import Sequence

from booklet.flowable import Flowable
from booklet.lettering.paragraph import Paragraph
from booklet.tagged_canvas import TaggedCanvas


class ListItem:
    """`marker` (None on the continuation of a split item) stands at `indent` points, the body `hang` points to its right."""

    def __init__(self, marker: Paragraph | None, body: Paragraph, indent: float, hang: float) -> None:
        self._marker, self._body = marker, body
        self._indent, self._hang = indent, hang

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The body sets the height."""
        if self._marker:
            self._marker.wrap(width, height)
        return width, self._body.wrap(width - self._indent - self._hang, height)[1]

    def split(self, width: float, height: float) -> Sequence[Flowable]:
        """The marker stays with the beginning of the body."""
        parts = self._body.split(width - self._indent - self._hang, height)
        if len(parts) < 2:
            return [self] if parts else []
        first = ListItem(self._marker, parts[0], self._indent, self._hang)
        return [first, ListItem(None, parts[1], self._indent, self._hang)]

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the marker on the body's first baseline."""
        if self._marker:
            self._marker.draw_on(canvas, x + self._indent, y + self._body.height - self._marker.height)
        self._body.draw_on(canvas, x + self._indent + self._hang, y)
