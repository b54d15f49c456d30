"""What can be put on a page: ReportLab's protocol of wrap, split and draw, in the spelling of this program."""

from collections.abc import Sequence
from typing import Literal, Protocol

from booklet.plain_dataclasses import dataclass
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
class Anchor:
    """A place inside a section that links lead to: its name, and where `bookmark` is not empty its entry in the outline, at
    `level` from 0. A structure element of the same name is what it leads to for readers who listen."""

    name: str
    bookmark: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A flowable in a column. `space` is the white above it, dropped at the top of a column; `keep` holds it together with
    the block after it; `on_grid` lowers it until its first baseline, `ascent` below its top, lies on the baseline grid.

    `begins` makes it the first of a column or page. `again` are blocks that are put above it where it comes to begin a column
    (the head of its table, repeated). `anchor` is a name for its place, `entry` the words by which a running head names it.
    """

    flowable: Flowable
    space: float = 0.0
    keep: bool = False
    on_grid: bool = False
    ascent: float = 0.0
    begins: Literal["", "column", "page"] = ""
    again: "tuple[Block, ...]" = ()
    anchor: Anchor | None = None
    entry: str = ""


def stacked(blocks: "Sequence[Block]", width: float) -> float:
    """Height of blocks one below another at a width, with the white above each, in points."""
    return sum(block.space + block.flowable.wrap(width, 0)[1] for block in blocks)
