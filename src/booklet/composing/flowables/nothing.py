"""Nothing that is seen: a place on a painted page that can have a name."""

from collections.abc import Sequence

from booklet.flowable import Flowable
from booklet.tagged_canvas import TaggedCanvas


class Nothing:
    """Takes no room and draws nothing."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 (the flowable protocol gives it)
        """No height."""
        return width, 0.0

    def split(self, width: float, height: float) -> Sequence[Flowable]:  # noqa: ARG002 (the flowable protocol gives it)
        """There is nothing to split."""
        return []

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw nothing."""
