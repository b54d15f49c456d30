"""Blocks fill the columns of a page one after another; what a column begins with may have its head repeated above it."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.composing.section import Column, Head, Section
from booklet.composing.text import paragraph
from booklet.flowable import Anchor, Block, Flowable
from booklet.plain_dataclasses import replace
from booklet.structure import Element
from booklet.tagged_canvas import TaggedCanvas
from booklet.typesetting.paginate import paginate
from booklet.typesetting.set_section import set_section
from sheet import bound, letters, runs_of, style

PAGE = style().page
TOP, ROOM, WIDTH = PAGE.height - PAGE.top, PAGE.text_height, 200.0


@dataclass(frozen=True)
class Slab:
    """Something of a height that cannot be split."""

    name: str
    height: float

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return width, self.height

    def split(self, width: float, height: float) -> Sequence[Flowable]:
        return []

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        raise AssertionError("columns are filled before anything is drawn")


def stand(*blocks: Block, columns: int = 2, drop: float = 0.0) -> list[list[tuple[str, int]]]:
    """The names on each page, with their columns."""
    placed = paginate(blocks, WIDTH, style(), columns=columns, drop=drop)
    return [[(one.flowable.name, one.column) for one in page if isinstance(one.flowable, Slab)] for page in placed]


def half(name: str, **more: object) -> Block:
    return replace(Block(Slab(name, ROOM / 2)), **more)  # type: ignore[arg-type]


def test_columns_are_filled_one_after_another() -> None:
    assert stand(*map(half, "abcde")) == [[("a", 0), ("b", 0), ("c", 1), ("d", 1)], [("e", 0)]]


def test_the_columns_of_the_first_page_begin_below_its_head() -> None:
    assert stand(*map(half, "abc"), drop=1.0) == [[("a", 0), ("b", 1)], [("c", 0)]]


def test_a_head_that_leaves_no_room_has_a_page_of_its_own() -> None:
    assert stand(half("a"), drop=ROOM - 1) == [[], [("a", 0)]]


@pytest.mark.parametrize(("begins", "column", "page"), [("column", 1, 0), ("page", 0, 1)])
def test_a_block_may_begin_a_column_or_a_page(begins: str, column: int, page: int) -> None:
    pages = stand(half("a"), half("b", begins=begins))
    assert ("b", column) in pages[page]


def test_what_begins_a_page_does_so_also_where_it_is_first() -> None:
    assert stand(half("a", begins="page")) == [[("a", 0)]]


def test_a_head_is_repeated_where_its_rows_begin_a_column() -> None:
    again = (Block(Slab("again", 10.0)),)
    blocks = [half("head", keep=True), *(half(name, again=again) for name in "ab")]
    assert stand(*blocks) == [[("head", 0), ("a", 0), ("again", 1), ("b", 1)]]


def test_no_head_stands_alone_above_a_row_that_does_not_fit() -> None:
    again = (Block(Slab("again", ROOM * 0.6)),)
    with pytest.raises(Exception, match="higher than a page"):
        stand(half("a"), half("b"), half("c", again=again))


@given(st.lists(st.floats(1, ROOM - 30), min_size=1, max_size=30), st.integers(1, 4))
def test_nothing_is_lost_and_nothing_leaves_its_column(heights: list[float], columns: int) -> None:
    again = (Block(Slab("again", 20.0)),)
    blocks = [Block(Slab(str(index), height), 5.0, again=again) for index, height in enumerate(heights)]
    pages = paginate(blocks, WIDTH, style(), columns=columns)
    names = [one.flowable.name for page in pages for one in page if isinstance(one.flowable, Slab)]
    assert [name for name in names if name != "again"] == [str(index) for index in range(len(heights))]
    for page in pages:
        assert all(PAGE.bottom - 1e-6 <= one.y <= one.top <= TOP + 1e-6 for one in page)
        assert [one.column for one in page] == sorted(one.column for one in page)
        assert all(one.column < columns for one in page)


def lowest(blocks: Sequence[Block], columns: int, *, even: bool) -> list[list[int]]:
    """How far down the columns of each page reach, in points."""
    placed = paginate(blocks, WIDTH, style(), columns=columns, even=even)
    return [
        [round(TOP - min((one.y for one in page if one.column == column), default=TOP)) for column in range(columns)]
        for page in placed
    ]


class TestEvenColumns:
    def test_of_the_last_page_only(self) -> None:
        blocks = [Block(Slab(str(number), ROOM / 10)) for number in range(36)]
        full, last = lowest(blocks, 3, even=True)
        assert full == [round(ROOM)] * 3
        assert last == [round(ROOM / 5)] * 3
        assert lowest(blocks, 3, even=False)[1] == [round(ROOM * 0.6), 0, 0]

    def test_below_a_head(self) -> None:
        """The columns begin lower on a first page that is the last too."""
        blocks = [Block(Slab(str(number), 60.0)) for number in range(4)]
        placed = paginate(blocks, WIDTH, style(), columns=2, drop=100.0, even=True)
        assert [[(one.column, round(TOP - one.top)) for one in page] for page in placed] == [
            [(0, 100), (0, 160), (1, 100), (1, 160)]
        ]

    def test_what_belongs_together_stays_so(self) -> None:
        """A letter stands above two names, though columns of three would be lower."""
        names = [Block(Slab(name, 40.0), keep=name in "de") for name in "abcdef"]
        placed = paginate(names, WIDTH, style(), columns=2, even=True)
        assert [(one.flowable.name, one.column) for one in placed[0] if isinstance(one.flowable, Slab)] == [
            *((name, 0) for name in "abc"),
            *((name, 1) for name in "def"),
        ]
        names = [replace(block, keep=at in {2, 3}) for at, block in enumerate(names)]
        placed = paginate(names, WIDTH, style(), columns=2, even=True)
        assert [one.column for one in placed[0]] == [0, 0, 1, 1, 1, 1]

    def test_a_few_lines_are_not_shared_out(self) -> None:
        """One line in each of four columns would be a page of nothing."""
        blocks = [Block(Slab(str(number), PAGE.grid)) for number in range(4)]
        assert [one.column for one in paginate(blocks, WIDTH, style(), columns=4, even=True)[0]] == [0, 0, 0, 1]

    @given(st.lists(st.integers(5, 300), min_size=1, max_size=25), st.integers(2, 4))
    def test_they_are_as_low_as_can_be(self, heights: list[int], columns: int) -> None:
        blocks = [Block(Slab(str(index), float(height))) for index, height in enumerate(heights)]
        before, after = (lowest(blocks, columns, even=even) for even in (False, True))
        assert after[:-1] == before[:-1]
        assert sum(after[-1]) == sum(before[-1])
        assert max(after[-1]) <= max(before[-1])
        first = len(heights) - sum(len(page) for page in paginate(blocks, WIDTH, style(), columns=columns)[-1:])
        bound = max(sum(heights[first:]) / columns + max(heights[first:]), 5 * PAGE.grid)
        assert max(after[-1]) <= bound + 1


def test_anchors_and_entries_belong_to_the_page_that_they_stand_on() -> None:
    root = Element("Sect")
    blocks = []
    for name in ("ada", "bo", "cy"):
        words = paragraph(letters(), style().text.body, name, root.add("P", name=name))
        begins = "page" if name == "cy" else ""
        blocks.append(Block(words, 10, begins=begins, anchor=Anchor(name, name.title(), 1), entry=name))  # type: ignore[arg-type]
    title = paragraph(letters(), style().text.section_title, "People", root.add("H1"))
    columns = (Column(PAGE.left, WIDTH), Column(PAGE.left + 220, WIDTH))
    head = Head(Column(PAGE.left, PAGE.inner_width), (Block(title),), 12.0)
    section = Section("people", root, "People", columns, tuple(blocks), head)
    piece = set_section(section, style())
    assert [page.entries for page in piece.pages] == [("ada", "bo"), ("cy",)]
    assert [(place.name, place.page) for place in piece.destinations] == [
        ("people", 0),
        ("ada", 0),
        ("bo", 0),
        ("cy", 1),
    ]
    assert [mark.bookmark for mark in piece.bookmarks] == ["Ada", "Bo", "Cy"]
    first = runs_of(bound([piece], letters()))
    assert [run.text for run in first] == ["People", "ada", "bo"]
    assert first[0].y - first[1].y > 12.0
