"""Where the pages and columns of lists begin, against all ways there are."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from booklet.composing.flowables.table_row import Cell, TableRow
from booklet.composing.sections.lists.column_fit import Columns, fill
from booklet.composing.sections.lists.day_parting import Place, parted
from booklet.flowable import Block
from booklet.typesetting.paginate import paginate
from sheet import style

HEIGHTS = st.lists(st.integers(1, 60), min_size=2, max_size=9)
ROOM = 100.0


@given(HEIGHTS, st.integers(1, 4), st.sets(st.integers(1, 8)))
def test_pages_leave_as_little_empty_as_can_be(heights: list[int], pages: int, places: set[int]) -> None:
    allowed = sorted(place for place in places if place < len(heights))

    def empty(starts: tuple[int, ...]) -> float | None:
        used = [sum(heights[a:b]) for a, b in pairwise((0, *starts, len(heights)))]
        return sum((ROOM - one) ** 2 for one in used) if max(used) <= ROOM else None

    ways = {starts: cost for starts in combinations(allowed, pages - 1) if (cost := empty(starts)) is not None}
    found = parted(heights, [Place(place, 0.0) for place in allowed], ROOM, pages)
    assert (found is None) == (not ways)
    if found is not None:
        assert ways[found] == min(ways.values())


@given(HEIGHTS, st.dictionaries(st.integers(1, 8), st.integers(1, 90)))
def test_two_pages_part_at_the_longest_break_that_lets_them(heights: list[int], breaks: dict[int, int]) -> None:
    places = [Place(at, float(length)) for at, length in breaks.items() if at < len(heights)]
    fitting = [one for one in places if max(sum(heights[: one.block]), sum(heights[one.block :])) <= ROOM]
    found = parted(heights, places, ROOM, 2)
    if fitting:
        assert found is not None
        assert breaks[found[0]] == max(one.pause for one in fitting)
    else:
        assert found is None


@given(st.lists(st.tuples(st.integers(5, 200), st.booleans()), min_size=1, max_size=40), st.integers(1, 2))
def test_columns_are_filled_as_pages_will_be(rows: list[tuple[int, bool]], count: int) -> None:
    page = style().page
    kept = [keep and not before for (_, keep), before in zip(rows, [False, *(keep for _, keep in rows)], strict=False)]
    again = (Block(TableRow((Cell(0, 200, ()),), 12.0, page.text_height), keep=True),)
    blocks = [
        Block(
            TableRow((Cell(0, 200, ()),), float(height), page.text_height),
            7.0,
            keep=keep,
            again=again if not keep else (),
        )
        for (height, _), keep in zip(rows, kept, strict=True)
    ]
    filled = fill(blocks, Columns(count, 200.0, page.text_height, 30.0))
    pages = paginate(blocks, 200.0, style(), columns=count, drop=30.0)
    lowest = [min(one.y for one in placed if one.column == column) for placed in pages for column in range(count)
              if any(one.column == column for one in placed)]  # fmt: skip
    tops = [page.height - page.top - (30.0 if at < count else 0.0) for at in range(len(lowest))]
    assert [round(top - low, 3) for top, low in zip(tops, lowest, strict=True)] == [
        round(one.height, 3) for one in filled
    ]
