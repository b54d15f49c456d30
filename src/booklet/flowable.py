"""What can be put on a page: ReportLab's protocol of wrap, split and draw, in the spelling of this program."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from booklet.tagged_canvas import TaggedCanvas


class Flowable(Protocol):
    """Something that knows its height at a width and can draw itself. Lengths are points."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take `width` as given and return the width and height needed; `height` is what the page has left."""

    def split(self, width: float, height: float) -> "Sequence[Flowable]":
        """Two flowables whose first fits into `height`, or an empty list when it cannot be split there."""

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw as wrapped last, with the lower left corner at (x, y)."""


@dataclass(frozen=True, slots=True)
class Block:
    """A flowable in a column. `space` is the white above it, dropped at the top of a page; `keep` holds it together with the
    block after it; `on_grid` lowers it until its first baseline, `ascent` below its top, lies on the baseline grid."""

    flowable: Flowable
    space: float = 0.0
    keep: bool = False
    on_grid: bool = False
    ascent: float = 0.0
