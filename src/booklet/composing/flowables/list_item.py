"""An item of a list: a marker, and beside it a paragraph that may run over pages."""

from collections.abc import Sequence

from booklet.flowable import Flowable
from booklet.lettering.paragraph import DESCENT, Paragraph
from booklet.tagged_canvas import TaggedCanvas


class ListItem:
    """`marker` (None on the continuation of a split item) stands `at` points from the left of the column, the body from
    `begin` points on; from its right, when the body runs from right to left."""

    def __init__(self, marker: Paragraph | None, body: Paragraph, at: float, begin: float) -> None:
        self._marker, self._body = marker, body
        self._at, self._begin = at, begin
        self._width = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The body sets the height."""
        self._width = width
        if self._marker:
            self._marker.wrap(width - self._at, height)
        return width, self._body.wrap(width - self._begin, height)[1]

    def split(self, width: float, height: float) -> Sequence[Flowable]:
        """The marker stays with the beginning of the body."""
        parts = self._body.split(width - self._begin, height)
        if len(parts) < 2:
            return [self] if parts else []
        first = ListItem(self._marker, parts[0], self._at, self._begin)
        return [first, ListItem(None, parts[1], self._at, self._begin)]

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the marker on the body's first baseline."""
        body, marker = self._body, self._marker
        turned = body.runs_from_right != canvas.mirrored  # the page, where it runs so, has turned all already
        if marker:
            # From the right the marker has been set to end where it stands.
            marker.draw_on(
                canvas, x if turned else x + self._at, y + body.height - body.first_baseline - DESCENT * marker.size
            )
        body.draw_on(canvas, x if turned else x + self._begin, y)
