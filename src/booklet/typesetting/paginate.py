"""Blocks of a column → pages: which flowable stands at which height of which page, before anything is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from booklet.errors import DefectError
from booklet.flowable import Block, Flowable
from booklet.lettering.paragraph import ASCENT
from booklet.styling.style import Style

_ROUNDING = 1e-6
# A last page that is lower than this is no page but a remnant: of the grid, room for four lines.
_REMNANT = 3.5
# How many lines the page before it gives up at most, to make it four.
_LINES_GIVEN = 5


class Placed(NamedTuple):
    """A flowable, wrapped, and the height of its lower edge in points."""

    flowable: Flowable
    y: float


@dataclass(frozen=True, slots=True)
class _Area:
    """What a page offers to the column: its width, top and bottom in points; baselines lie `grid` apart below `origin`."""

    width: float
    top: float
    bottom: float
    origin: float
    grid: float

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
    """A page: the blocks that were to be placed when it began, those that stand on it down to `y`, and those that are left.
    `parted`: it ends with or inside a block that should have been kept together with the next."""

    start: Sequence[Block]
    placed: tuple[Placed, ...]
    y: float
    left: Sequence[Block]
    parted: bool = False


def paginate(blocks: Sequence[Block], width: float, style: Style) -> tuple[tuple[Placed, ...], ...]:
    """The pages of a column of `width` points: at least one. Raises DefectError when a block is higher than a page and
    cannot be split.

    A last page of less than four lines takes some from the page before it, unless it begins with a heading.
    """
    area = _area(width, style)
    pages = [_fill(blocks, area)]
    while pages[-1].left:
        if not pages[-1].placed:
            raise DefectError("something is higher than a page and cannot be split")
        pages.append(_fill(pages[-1].left, area))
    if len(pages) > 1 and _is_remnant(pages[-1], area):
        pages[-2:] = _shared(pages[-2], pages[-1], area)
    return tuple(page.placed for page in pages)


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
    """One page, with as many blocks as it holds."""
    placed: list[Placed] = []
    y = area.top
    held = False  # by the block before: a chain that is longer than a page breaks where it must
    for index, block in enumerate(blocks):
        chain = _chain(blocks, index)
        if len(chain) > 1 and not held and y < area.top and not area.holds(chain, y):
            return _Filled(blocks, tuple(placed), y, blocks[index:])
        top = area.beneath(block, y)
        room = top - area.bottom
        height = block.flowable.wrap(area.width, room)[1]
        if height > room + _ROUNDING:
            parts = block.flowable.split(area.width, room)
            if len(parts) < 2:
                return _Filled(blocks, tuple(placed), y, blocks[index:], parted=held)
            y = top - parts[0].wrap(area.width, room)[1]
            placed.append(Placed(parts[0], y))
            left = [Block(parts[1], keep=block.keep), *blocks[index + 1 :]]
            return _Filled(blocks, tuple(placed), y, left, parted=block.keep)
        y = top - height
        placed.append(Placed(block.flowable, y))
        held = block.keep
    return _Filled(blocks, tuple(placed), y, ())


def _chain(blocks: Sequence[Block], first: int) -> Sequence[Block]:
    """A block and those after it that it must stay together with."""
    last = first
    while last + 1 < len(blocks) and blocks[last].keep:
        last += 1
    return blocks[first : last + 1]


def _is_remnant(page: _Filled, area: _Area) -> bool:
    return area.top - page.y < _REMNANT * area.grid and not page.start[0].keep


def _shared(before: _Filled, last: _Filled, area: _Area) -> tuple[_Filled, _Filled]:
    """The last two pages anew, the first of them ending earlier by as few lines as make the other more than a remnant; as
    they were when no number of lines does."""
    for lines in range(1, _LINES_GIVEN + 1):
        first = _fill(before.start, replace(area, bottom=before.y + (lines - 0.5) * area.grid))
        if not first.placed or first.parted:
            continue
        second = _fill(first.left, area)
        if not second.left and not _is_remnant(second, area):
            return first, second
    return before, last
