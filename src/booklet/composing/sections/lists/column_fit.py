"""Blocks of narrow columns → how they fill them: whether a tighter setting saves a page, where pages and columns begin."""

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Literal

from booklet.flowable import Block
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element

# White between rows, tried in turn where a last page would hold less than this share.
_AIR = (1.0, 0.85, 0.7, 0.55)
_LITTLE = 0.25
# The afternoon begins a page or a column after a break of so many seconds; a column, where less than this share of one stays
# empty.
_LONG, _EMPTY = 45 * 60, 1 / 3
# A session is parted for even columns where the higher of those that leave it whole is so many times as high.
_TORN = 1.25


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

    def has_little(self, filled: Sequence[Filled]) -> bool:
        """Whether the last of several pages would better not be there."""
        return self.pages(filled) > 1 and self.last_share(filled) < _LITTLE


@dataclass(frozen=True, slots=True)
class DayBlocks:
    """A day composed: its title, the blocks below it, and where a column may begin: the seconds of the pause before a block,
    by its index."""

    root: Element
    title: Block
    blocks: list[Block]
    pauses: dict[int, float]


def fit_columns(composed: Callable[[float], DayBlocks], columns: Columns) -> DayBlocks:
    """The day with as much white as it should have, its afternoon where it should begin, and the columns of pages that end
    before they are full of about one height. `composed` sets it with some share of the usual white."""
    day = composed(_AIR[0])
    filled = fill(day.blocks, columns)
    if columns.has_little(filled):
        tighter = (composed(air) for air in _AIR[1:])
        fewer = columns.pages(filled) - 1
        day = next((one for one in tighter if columns.pages(fill(one.blocks, columns)) <= fewer), day)
    page = _last_page(day, columns)
    _begin(day, page, "page")
    _begin(day, _even(day.blocks[:page], day, columns) if page else _afternoon(day, columns), "column")
    _begin(day, _even(day.blocks, day, columns), "column")
    return day


def _begin(day: DayBlocks, at: int | None, what: Literal["column", "page"]) -> None:
    """Let a block of the day begin a column or page; None: nothing."""
    if at:
        day.blocks[at] = replace(day.blocks[at], begins=what)


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
            while chain[0].begins == "page" and len(filled) % columns.count:
                filled.append(Filled(first, 0.0))
            begun, room = _height(again, columns) - (again[0].space if again else 0.0), columns.room_of(len(filled))
            height = begun
            filled.append(Filled(first, 0.0))
        height += _height(chain, columns) - (0.0 if height else chain[0].space)
        filled[-1] = replace(filled[-1], height=height)
        first = last + 1
    return filled


def _height(blocks: Sequence[Block], columns: Columns) -> float:
    return sum(block.space + block.flowable.wrap(columns.width, 0)[1] for block in blocks)


def _last_page(day: DayBlocks, columns: Columns) -> int | None:
    """The session with which the last page begins: of two pages the afternoon, where neither is nearly empty; else, where
    little would be left for it, so that the higher of the last two is as low as can be."""
    filled = fill(day.blocks, columns)
    before, little = columns.pages(filled) - 1, columns.has_little(filled)
    if before != 1 and not little:
        return None
    first = filled[(before - 1) * columns.count].first
    higher: dict[int, float] = {}
    for at in (at for at in day.pauses if at > first):
        above, below = fill(day.blocks[:at], columns), fill(day.blocks[at:], replace(columns, lowered=0.0))
        shares = columns.last_share(above), columns.last_share(below)
        if len(above) <= before * columns.count and len(below) <= columns.count and min(shares) >= _LITTLE:
            higher[at] = max(shares)
    breaks = [at for at in higher if day.pauses[at] >= _LONG] if before == 1 else []
    if breaks:
        return max(breaks, key=lambda at: day.pauses[at])
    return min(higher, key=lambda at: higher[at], default=None) if little else None


def _even(blocks: Sequence[Block], day: DayBlocks, columns: Columns) -> int | None:
    """The block with which the second of two columns of the last of these blocks' pages begins, so that the higher is as low
    as can be: a session, or a row where no session does."""
    filled = fill(blocks, columns)
    page = columns.pages(filled) - 1
    if columns.count == 1 or page < 0:
        return None
    start = filled[page * columns.count].first
    sums = [0.0, *accumulate(_height((block,), columns) for block in blocks[start:])]
    begun, room = _height(blocks[start].again, columns), columns.room_of(page * columns.count)

    def higher(at: int) -> float:
        return max(begun + sums[at - start], _height(blocks[at].again, columns) + sums[-1] - sums[at - start])

    inner = range(start + 1, len(blocks))
    heights = {at: higher(at) for at in inner if at in day.pauses or (blocks[at].again and not blocks[at - 1].keep)}
    fitting = {at: height for at, height in heights.items() if height <= room}
    lowest = min(fitting.values(), default=0.0)
    whole = [at for at in fitting if at in day.pauses and fitting[at] <= lowest * _TORN]
    return min(whole or fitting, key=lambda at: fitting[at], default=None)


def _afternoon(day: DayBlocks, columns: Columns) -> int | None:
    """The block after the longest pause, when both sides of it fill pages, little of a column is lost before it, and no page
    more is needed."""
    at = max(day.pauses, key=lambda one: day.pauses[one], default=None)
    if at is None or day.pauses[at] < _LONG:
        return None
    before, after = fill(day.blocks[:at], columns), fill(day.blocks[at:], replace(columns, lowered=0.0))
    if columns.pages((*before, *after)) > columns.pages(fill(day.blocks, columns)):
        return None
    left = columns.room_of(len(before) - 1) - before[-1].height
    enough = min(len(before), len(after)) > columns.count
    return at if enough and left < columns.room * _EMPTY else None
