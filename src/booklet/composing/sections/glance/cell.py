"""A cell of a grid: where it stands, how it says what it holds, and where the disc of one that only has a number stands."""

from collections.abc import Sequence

from booklet.composing.sections.glance.boxes import Box
from booklet.composing.sections.glance.discs import RADIUS
from booklet.composing.sections.glance.ladder import GAP, PAD, Wording
from booklet.composing.sections.glance.spots import Spot
from booklet.plain_dataclasses import dataclass

# Right of the text of a cell.
RIGHT = 2.5
# Two numbers with the dash between them are so much wider than one.
_TWO = 2.8
# Between a disc and the words of another cell, in points.
_CLEAR = 2.0
# Above and below a disc, in points.
_NEAR = 0.5


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, or several very short ones in one: edges, and top and bottom below the top of the axis, in points; `numbers`
    are those of its boxes in the list below the grid. At its right the width `kept` is left to a disc of another cell;
    its own disc stands `lift` above its middle."""

    spots: tuple[Spot, ...]
    left: float
    right: float
    top: float
    bottom: float
    wording: Wording
    numbers: tuple[int, ...] = ()
    kept: float = 0.0
    lift: float = 0.0

    @property
    def box(self) -> Box:
        """Its box, the first of several."""
        return self.spots[0].box

    @property
    def text_right(self) -> float:
        """Where its words end, and the number of its page."""
        return self.right - RIGHT - self.kept

    @property
    def text(self) -> tuple[float, float]:
        """From and to which depth it may have words."""
        return self.top + PAD, max(self.bottom - GAP, self.top + self.wording.height)

    def disc(self, size: float) -> tuple[float, float, float, float]:
        """Left, right, top and bottom of the disc of a cell that has nothing else, beside text of a size."""
        width = 2 * RADIUS * size * (1 if len(self.spots) == 1 else _TWO)
        left, middle = max(self.left, self.text_right - width), (self.top + self.bottom) / 2 - self.lift
        return left, left + width, middle - RADIUS * size, middle + RADIUS * size


def kept_for_discs(cells: Sequence[Cell], size: float) -> list[tuple[float, float]]:
    """What every cell has to keep free at its right for the discs that reach over from others, and how far its own disc is
    lifted, both in points: of two discs the later gives way. Where a cell would have to keep more than half of it, as it is
    over more rooms than the disc, the disc is lifted from its words."""
    kept, lifts = [cell.kept for cell in cells], [cell.lift for cell in cells]
    for number, one in enumerate(cells):
        if one.wording.form != "disc":
            continue
        left, right, top, bottom = one.disc(size)
        for place, other in enumerate(cells):
            alone = other.wording.form == "disc"
            if place == number or (alone and place < number) or not (other.left < right and left < other.right):
                continue
            begin, end = other.disc(size)[2:] if alone else other.text
            if not (begin < bottom + _NEAR and top - _NEAR < end):
                continue
            needed = other.right - RIGHT - left + _CLEAR
            if other.right <= one.right + _NEAR or needed <= (other.right - other.left) / 2:
                kept[place] = max(kept[place], needed)
            elif not one.lift:
                lifts[number] = bottom + _NEAR - begin if other.top > one.top else top - _NEAR - end
    return list(zip(kept, lifts, strict=True))
