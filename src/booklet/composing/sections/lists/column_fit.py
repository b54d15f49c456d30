"""Blocks of narrow columns → how they fill them: whether a tighter setting saves a page, and where the afternoon begins."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from booklet.flowable import Block
from booklet.structure import Element

# White between rows, tried in turn where a last page would hold less than this share.
_AIR = (1.0, 0.85, 0.7, 0.55)
_LITTLE = 0.25
# The afternoon begins a column after a break of so many seconds, where less than this share of a column stays empty.
_LONG, _EMPTY = 45 * 60, 1 / 3


@dataclass(frozen=True, slots=True)
class Filled:
    """A column: the number of its first block, and how far down it reaches, in points."""

    first: int
    height: float


@dataclass(frozen=True, slots=True)
class Columns:
    """So many columns a page, of `width` points and `room` points high; those of the first page `lowered` by its title."""

    count: int
    width: float
    room: float
    lowered: float

    def room_of(self, number: int) -> float:
        """What the column of this number, from 0 through all pages, holds."""
        return self.room - (self.lowered if number < self.count else 0.0)

    def pages(self, filled: Sequence[Filled]) -> int:
        """How many pages so many columns are."""
        return -(-len(filled) // self.count)

    def last_share(self, filled: Sequence[Filled]) -> float:
        """How much of the last page is full."""
        last = filled[(self.pages(filled) - 1) * self.count :]
        return sum(one.height for one in last) / (self.count * self.room)


@dataclass(frozen=True, slots=True)
class DayBlocks:
    """A day composed: its title, the blocks below it, and where a column may begin: the seconds of the pause before a block,
    by its index."""

    root: Element
    title: Block
    blocks: list[Block]
    pauses: dict[int, float]


def fit_columns(composed: Callable[[float], DayBlocks], columns: Columns) -> DayBlocks:
    """The day with as much white as it should have, its afternoon where it should begin, and the columns of its last page of
    about one height. `composed` sets it with some share of the usual white."""
    day = composed(_AIR[0])
    filled = fill(day.blocks, columns)
    pages = columns.pages(filled)
    if pages > 1 and columns.last_share(filled) < _LITTLE:
        for air in _AIR[1:]:
            tighter = composed(air)
            if columns.pages(fill(tighter.blocks, columns)) < pages:
                day = tighter
                break
    for find in (_afternoon, _even):
        at = find(day, columns)
        if at:
            day.blocks[at] = replace(day.blocks[at], begins="column")
    return day


def fill(blocks: Sequence[Block], columns: Columns) -> list[Filled]:
    """The columns, when blocks that belong together stay so."""
    filled: list[Filled] = []
    begun = room = height = 0.0  # where what is repeated above the column ends, and what stands in it
    first = 0
    while first < len(blocks):
        last = first
        while blocks[last].keep and last + 1 < len(blocks):
            last += 1
        chain = blocks[first : last + 1]
        full = height > begun and height + _height(chain, columns) > room
        if not filled or full or chain[0].begins:
            again = chain[0].again
            begun, room = _height(again, columns) - (again[0].space if again else 0.0), columns.room_of(len(filled))
            height = begun
            filled.append(Filled(first, 0.0))
        height += _height(chain, columns) - (0.0 if height else chain[0].space)
        filled[-1] = replace(filled[-1], height=height)
        first = last + 1
    return filled


def _height(blocks: Sequence[Block], columns: Columns) -> float:
    return sum(block.space + block.flowable.wrap(columns.width, 0)[1] for block in blocks)


def _even(day: DayBlocks, columns: Columns) -> int | None:
    """The session with which the second of two columns of the last page begins, so that the higher is as low as can be."""
    filled = fill(day.blocks, columns)
    page = columns.pages(filled) - 1
    if columns.count == 1 or page < 0:
        return None
    start = filled[page * columns.count].first
    again = _height(day.blocks[start].again, columns)
    sums = [0.0, *accumulate(_height((block,), columns) for block in day.blocks[start:])]
    higher = {at: max(again + sums[at - start], sums[-1] - sums[at - start]) for at in day.pauses if at > start}
    at = min(higher, key=lambda one: higher[one], default=None)
    fits = at is not None and higher[at] <= columns.room_of(page * columns.count)
    return at if fits else None


def _afternoon(day: DayBlocks, columns: Columns) -> int | None:
    """The block after the longest pause, when both sides of it fill pages and little of a column is lost before it."""
    at = max(day.pauses, key=lambda one: day.pauses[one], default=None)
    if at is None or day.pauses[at] < _LONG:
        return None
    before, after = fill(day.blocks[:at], columns), fill(day.blocks[at:], columns)
    left = columns.room_of(len(before) - 1) - before[-1].height
    enough = min(len(before), len(after)) > columns.count
    return at if enough and left < columns.room * _EMPTY else None
