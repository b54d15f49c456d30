"""Where the pages and columns of lists begin, against all ways there are."""

from collections.abc import Callable
from itertools import combinations, pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from booklet.composing.flowables.table_row import Cell, TableRow
from booklet.composing.sections.lists.column_fit import Columns, DayBlocks, fill, fit_columns
from booklet.composing.sections.lists.day_parting import Place, parted
from booklet.flowable import Block
from booklet.structure import Element
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


@given(
    st.lists(
        st.tuples(st.integers(5, 200), st.booleans(), st.sampled_from(["", "", "", "column", "page"])),
        min_size=1,
        max_size=40,
    ),
    st.integers(1, 2),
)
def test_columns_are_filled_as_pages_will_be(rows: list[tuple[int, bool, str]], count: int) -> None:
    page = style().page
    before = [False, *(keep for _, keep, _ in rows)]
    kept = [keep and not last for (_, keep, _), last in zip(rows, before, strict=False)]
    again = (Block(TableRow((Cell(0, 200, ()),), 12.0, page.text_height), keep=True),)
    blocks = [
        Block(
            TableRow((Cell(0, 200, ()),), float(height), page.text_height),
            7.0,
            keep=keep,
            again=again if not keep else (),
            begins=begins if not (at and kept[at - 1]) else "",  # type: ignore[arg-type]
        )
        for at, ((height, _, begins), keep) in enumerate(zip(rows, kept, strict=True))
    ]
    filled = fill(blocks, Columns(count, 200.0, page.text_height, 30.0))
    pages = paginate(blocks, 200.0, style(), columns=count, drop=30.0)
    top = page.height - page.top
    feet = [
        min((one.y for one in placed if one.column == column), default=None)
        for placed in pages
        for column in range(count)
    ]
    tops = [top - (30.0 if at < count else 0.0) for at in range(len(feet))]
    reached = [0.0 if low is None else round(high - low, 3) for high, low in zip(tops, feet, strict=True)]
    expected = [round(one.height, 3) for one in filled]
    assert reached == [*expected, *[0.0] * (len(reached) - len(expected))]


def row(height: float, **more: object) -> Block:
    return Block(TableRow((Cell(0, 200, ()),), height, 1000.0), **more)  # type: ignore[arg-type]


def day_of(
    heights: list[list[int]], pauses: dict[int, float], *, shrinks: bool = False
) -> Callable[[float], DayBlocks]:
    """A day of sessions, each of rows of some heights; `pauses` before a session, by its number. One that `shrinks` is lower
    with less white."""

    def composed(air: float) -> DayBlocks:
        blocks: list[Block] = []
        starts: dict[int, float] = {}
        again = (row(10.0),)
        for number, session in enumerate(heights):
            starts[len(blocks)] = pauses.get(number, 0.0)
            blocks.append(row(10.0, keep=True))
            blocks += [row(height * (air if shrinks else 1.0), again=again) for height in session]
        return DayBlocks(Element("Sect"), row(0.0), blocks, starts)

    return composed


COLUMNS = Columns(2, 200.0, 100.0, 0.0)


def begun(day: DayBlocks) -> list[tuple[str, int]]:
    """What begins a column or page by itself, by its number among the blocks."""
    return [(block.begins, at) for at, block in enumerate(day.blocks) if block.begins]


class TestFewRowsOverleaf:
    def test_less_white_saves_the_page(self) -> None:
        day = fit_columns(day_of([[40, 40]] * 2 + [[20]], {}, shrinks=True), COLUMNS)
        assert COLUMNS.pages(fill(day.blocks, COLUMNS)) == 1

    def test_else_the_afternoon_is_the_second_page(self) -> None:
        day = fit_columns(day_of([[18, 18]] * 5, {1: 3000.0, 3: 4000.0, 4: 600.0}), COLUMNS)
        assert begun(day) == [("column", 3), ("page", 9), ("column", 12)]
        assert len(fill(day.blocks, COLUMNS)) == 4

    def test_without_a_long_break_both_pages_have_about_one_height(self) -> None:
        day = fit_columns(day_of([[18, 18]] * 5, {3: 600.0}), COLUMNS)
        assert ("page", 6) in begun(day)
        filled = fill(day.blocks, COLUMNS)
        assert COLUMNS.last_share(filled) >= 0.25

    def test_no_break_leaves_a_page_nearly_empty(self) -> None:
        """What is before this one would be less than a quarter of a page."""
        heights = [[20], *[[18, 18]] * 4]
        assert ("page", 2) not in begun(fit_columns(day_of(heights, {1: 4000.0}), COLUMNS))
        assert ("page", 5) in begun(fit_columns(day_of(heights, {2: 4000.0}), COLUMNS))

    def test_a_page_that_is_not_full_has_even_columns(self) -> None:
        """A session is parted where the columns would differ much, and only there."""
        assert begun(fit_columns(day_of([[12] * 6], {}), COLUMNS)) == [("column", 4)]
        assert begun(fit_columns(day_of([[12] * 3, [12] * 3], {}), COLUMNS)) == [("column", 4)]
        assert begun(fit_columns(day_of([[12] * 2, [12] * 3], {}), COLUMNS)) == [("column", 3)]

    @example([[11, 60], [5, 5, 5, 16, 60]], 1)
    @example([[11, 60], [5], [5, 37], [5, 26, 60, 5, 26, 6]], 2)
    @given(st.lists(st.lists(st.integers(5, 60), min_size=1, max_size=6), min_size=1, max_size=8), st.integers(1, 2))
    def test_never_more_pages_and_all_of_it(self, heights: list[list[int]], count: int) -> None:
        columns, composed = Columns(count, 200.0, 100.0, 20.0), day_of(heights, {1: 4000.0, 2: 600.0, 3: 5000.0})
        before, after = composed(1.0), fit_columns(composed, columns)
        assert [block.flowable.wrap(200.0, 0) for block in after.blocks] == [
            block.flowable.wrap(200.0, 0) for block in before.blocks
        ]
        assert columns.pages(fill(after.blocks, columns)) <= columns.pages(fill(before.blocks, columns))
