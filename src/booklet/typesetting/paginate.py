"""Blocks → pages of one column or several: which flowable stands at which height of which, before anything is drawn."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from booklet.errors import DefectError
from booklet.flowable import Anchor, Block, Flowable
from booklet.lettering.paragraph import ASCENT
from booklet.plain_dataclasses import dataclass, replace
from booklet.styling.style import Style

_ROUNDING = 1e-6
# A last page that is lower than this is no page but a remnant: of the grid, room for four lines.
_REMNANT = 3.5
# How many lines the page before it gives up at most, to make it four.
_LINES_GIVEN = 5


class Placed(NamedTuple):
    """A flowable, wrapped, with the heights of its lower and upper edge in points and its column from 0; and what its block
    says of the place."""

    flowable: Flowable
    y: float
    top: float
    column: int = 0
    anchor: Anchor | None = None
    entry: str = ""


@dataclass(frozen=True, slots=True)
class _Area:
    """What a page offers to a column: its width, top and bottom in points; baselines lie `grid` apart below `origin`.
    `column` is its number on the page."""

    width: float
    top: float
    bottom: float
    origin: float
    grid: float
    column: int = 0

    def beneath(self, block: Block, y: float) -> float:
        """Height of the top of a block that is set when the pen is at `y`."""
        top = y if y >= self.top else y - block.space
        if not block.on_grid:
            return top
        lines = (self.origin - (top - block.ascent)) / self.grid
        return self.origin - self.grid * -(-(lines - _ROUNDING) // 1) + block.ascent

    def holds(self, chain: Sequence[Block], y: float) -> bool:
        """Whether a chain fits below `y`, its last block at least with the beginning."""
        for block in chain[:-1]:
            y = self.beneath(block, y) - block.flowable.wrap(self.width, y)[1]
        room = self.beneath(chain[-1], y) - self.bottom
        height = chain[-1].flowable.wrap(self.width, room)[1]
        return height <= room + _ROUNDING or bool(chain[-1].flowable.split(self.width, room))


@dataclass(frozen=True, slots=True)
class _Filled:
    """A column: the blocks that were to be placed when it began, those that stand in it down to `y`, and those that are left.
    `parted`: it ends with or inside a block that should have been kept together with the next."""

    start: Sequence[Block]
    placed: tuple[Placed, ...]
    y: float
    left: Sequence[Block]
    parted: bool = False


def paginate(
    blocks: Sequence[Block], width: float, style: Style, *, columns: int = 1, drop: float = 0.0, even: bool = False
) -> tuple[tuple[Placed, ...], ...]:
    """The pages of blocks in so many columns of `width` points each: at least one page, whose columns begin `drop` points
    below the top. `even`: those of the last page are of about one height. Raises DefectError when a block is higher than a
    page and cannot be split.

    A last page of less than four lines takes some from the column before it, unless it begins with a heading.
    """
    area = _area(width, style)
    filled: list[_Filled] = []
    left = blocks
    while left or not filled:
        column = len(filled) % columns
        if column and left[0].begins == "page":
            filled.append(_Filled(left, (), area.top, left))
            continue
        lowered = drop if len(filled) < columns else 0.0
        filled.append(_fill(left, replace(area, top=area.top - lowered, column=column)))
        left = filled[-1].left
        if left and not filled[-1].placed and not lowered:
            raise DefectError("something is higher than a page and cannot be split")
    begins_page = len(filled) > columns and (len(filled) - 1) % columns == 0
    if begins_page and _is_remnant(filled[-1], area) and not (drop and len(filled) == columns + 1):
        filled[-2:] = _shared(filled[-2], filled[-1], area, columns - 1)
    if even:
        first = (len(filled) - 1) // columns * columns
        filled[first:] = _evened(filled[first:], area if first else replace(area, top=area.top - drop), columns)
    starts = range(0, len(filled), columns)
    return tuple(tuple(one for part in filled[at : at + columns] for one in part.placed) for at in starts)


def overflow(blocks: Sequence[Block], width: float, style: Style) -> float:
    """How much higher than one page the column is, in points; 0 when all blocks stand on one."""
    area = _area(width, style)
    y = area.top
    for block in blocks:
        top = area.beneath(block, y)
        y = top - block.flowable.wrap(width, max(0.0, top - area.bottom))[1]
    return area.bottom - y if area.bottom - y > _ROUNDING else 0.0


def _area(width: float, style: Style) -> _Area:
    top = style.page.height - style.page.top
    return _Area(width, top, style.page.bottom, top - ASCENT * style.text.body.size, style.page.grid)


def _fill(blocks: Sequence[Block], area: _Area) -> _Filled:
    """One column, with as many blocks as it holds."""
    again = blocks[0].again if blocks else ()
    placed: list[Placed] = []
    y = area.top
    for block in again:
        y = _put(block, block.flowable, area.beneath(block, y), area, placed)
    fresh = len(placed)
    held = False  # by the block before: a chain that is longer than a page breaks where it must
    for index, block in enumerate(blocks):
        if block.begins and index:
            return _Filled(blocks, tuple(placed), y, blocks[index:])
        chain = _chain(blocks, index)
        if len(chain) > 1 and not held and len(placed) > fresh and not area.holds(chain, y):
            return _Filled(blocks, tuple(placed), y, blocks[index:])
        top = area.beneath(block, y)
        room = top - area.bottom
        height = block.flowable.wrap(area.width, room)[1]
        if height > room + _ROUNDING:
            parts = block.flowable.split(area.width, room)
            if len(parts) < 2:
                whole = tuple(placed) if len(placed) > fresh else ()
                return _Filled(blocks, whole, y, blocks[index:], parted=held)
            y = _put(block, parts[0], top, area, placed)
            rest = replace(block, flowable=parts[1], space=0.0, on_grid=False, ascent=0.0, begins="", anchor=None)
            return _Filled(blocks, tuple(placed), y, [rest, *blocks[index + 1 :]], parted=block.keep)
        y = _put(block, block.flowable, top, area, placed)
        held = block.keep
    return _Filled(blocks, tuple(placed), y, ())


def _put(block: Block, flowable: Flowable, top: float, area: _Area, placed: list[Placed]) -> float:
    """Place a flowable, all of its block or the beginning, below `top`; where it ends."""
    y = top - flowable.wrap(area.width, top - area.bottom)[1]
    placed.append(Placed(flowable, y, top, area.column, block.anchor, block.entry))
    return y


def _chain(blocks: Sequence[Block], first: int) -> Sequence[Block]:
    """A block and those after it that it must stay together with."""
    last = first
    while last + 1 < len(blocks) and blocks[last].keep:
        last += 1
    return blocks[first : last + 1]


def _is_remnant(page: _Filled, area: _Area) -> bool:
    return area.top - page.y < _REMNANT * area.grid and not page.start[0].keep and not page.start[0].begins


def _shared(before: _Filled, last: _Filled, area: _Area, column: int) -> tuple[_Filled, _Filled]:
    """The last two columns anew, the first of them, a last `column`, ending earlier by as few lines as make the other more
    than a remnant; as they were when no number of lines does."""
    for lines in range(1, _LINES_GIVEN + 1):
        first = _fill(before.start, replace(area, bottom=before.y + (lines - 0.5) * area.grid, column=column))
        if not first.placed or first.parted:
            continue
        second = _fill(first.left, area)
        if not second.left and not _is_remnant(second, area):
            return first, second
    return before, last


def _evened(page: Sequence[_Filled], area: _Area, columns: int) -> Sequence[_Filled]:
    """The columns of a last page anew, as low as all of them can be, in whole points, but no remnants; as they were when that
    would part what belongs together."""

    def filled(height: int) -> list[_Filled]:
        done: list[_Filled] = []
        left = page[0].start
        while left and len(done) < columns:
            done.append(_fill(left, replace(area, bottom=area.top - height, column=len(done))))
            left = done[-1].left
        return done

    def holds(height: int) -> bool:
        last = filled(height)
        return not last[-1].left and not any(one.parted for one in last)

    most = int(area.top - area.bottom)
    least = min(most, int(_REMNANT * area.grid) + 1)
    height = bisect_left(range(most), True, lo=least, key=holds)
    return filled(height) if height < most else page
