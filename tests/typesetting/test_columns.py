"""Blocks fill the columns of a page one after another; what a column begins with may have its head repeated above it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.composing.section import Column, Head, Section
from booklet.composing.text import paragraph
from booklet.flowable import Anchor, Block, Flowable
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
