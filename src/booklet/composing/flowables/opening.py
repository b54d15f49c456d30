"""What follows a heading → the same, with a beginning that is not too small where it runs over a page."""

from collections.abc import Sequence

from booklet.flowable import Flowable
from booklet.tagged_canvas import TaggedCanvas


class Opening:
    """`body`, of which at least `least` points stand below the heading that is kept with it."""

    def __init__(self, body: Flowable, least: float) -> None:
        self._body, self._least = body, least

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As the body."""
        return self._body.wrap(width, height)

    def split(self, width: float, height: float) -> Sequence[Flowable]:
        """As the body, where its beginning is high enough."""
        parts = self._body.split(width, height)
        if len(parts) < 2 or parts[0].wrap(width, height)[1] < self._least:
            return []
        return parts

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """As the body."""
        self._body.draw_on(canvas, x, y)
