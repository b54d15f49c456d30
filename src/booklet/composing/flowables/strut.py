"""White that is kept free, for what stands beside it; of no height, a place that can have a name."""

from collections.abc import Sequence

from booklet.flowable import Flowable
from booklet.plain_dataclasses import dataclass
from booklet.tagged_canvas import TaggedCanvas


@dataclass(frozen=True, slots=True)
class Strut:
    """Nothing, `height` points high."""

    height: float

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 (the flowable protocol gives it)
        """Its height."""
        return width, self.height

    def split(self, width: float, height: float) -> Sequence[Flowable]:  # noqa: ARG002 (nothing to split)
        """It is never split."""
        return []

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw nothing."""
