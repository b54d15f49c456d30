"""Rows under a head that stands again above those that go on on the next page."""

from bisect import bisect_right
from collections.abc import Sequence
from copy import copy
from itertools import accumulate

from booklet.flowable import Flowable
from booklet.plain_dataclasses import dataclass
from booklet.tagged_canvas import TaggedCanvas

_ROUNDING = 1e-6
# What a page holds as a whole is parted only where this share of a page is left for it.
_ROOM = 0.5
_LEFT = 3  # rows that go on, at least


@dataclass(frozen=True, slots=True)
class HeadedRow:
    """A row. `keep` holds it together with the next; `again` is drawn over it where a page begins with it, if it is no
    higher than the row: what the rows before said for it too."""

    flowable: Flowable
    keep: bool = False
    again: Flowable | None = None


class HeadedRows:
    """Rows below each other. `head` stands above the first, `again` above those that come first on further pages. What a
    `page`, given by its height, holds as a whole is not parted for little room."""

    def __init__(self, head: Flowable, again: Flowable, rows: tuple[HeadedRow, ...], page: float) -> None:
        self._head, self._again, self._rows, self._page = head, again, rows, page
        self._first, self._last = 0, len(rows)
        self._width = -1.0
        self._ends: tuple[float, ...] = ()  # from the top of the first of all rows to the foot of each
        self._top = 0.0  # height of the head

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Wrap every row once for a width; parts of a whole share what was found."""
        if width != self._width:
            heights = (row.flowable.wrap(width, height)[1] for row in self._rows)
            self._ends, self._width = tuple(accumulate(heights)), width
        self._top = self._standing_head().wrap(width, height)[1]
        return width, self._top + self._end(self._last) - self._end(self._first)

    def split(self, width: float, height: float) -> Sequence[Flowable]:
        """As many rows as fit, and the others under the head again; nothing when not even one row with those it is kept
        together with does."""
        whole = self.wrap(width, height)[1]
        if whole <= self._page and height < _ROOM * self._page:
            return []
        room = height - self._top + self._end(self._first) + _ROUNDING
        last = min(bisect_right(self._ends, room), max(self._first + 1, self._last - _LEFT))
        while last > self._first and self._rows[last - 1].keep:
            last -= 1
        if last <= self._first:
            return []
        return [self._part(self._first, last), self._part(last, self._last)]

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the head, then the rows from the top down."""
        begin = self._end(self._first)
        foot = y + self._end(self._last) - begin
        self._standing_head().draw_on(canvas, x, foot)
        for index in range(self._first, self._last):
            row = self._rows[index]
            bottom = foot + begin - self._ends[index]
            if row.again and index == self._first:
                height = row.again.wrap(self._width, self._page)[1]
                if height <= self._end(index + 1) - begin + _ROUNDING:
                    row.again.draw_on(canvas, x, foot - height)
            row.flowable.draw_on(canvas, x, bottom)

    def _standing_head(self) -> Flowable:
        return self._again if self._first else self._head

    def _end(self, count: int) -> float:
        return self._ends[count - 1] if count else 0.0

    def _part(self, first: int, last: int) -> "HeadedRows":
        part = copy(self)
        part.__dict__ |= {"_first": first, "_last": last}
        return part
