"""Blocks flow down the column, page after page; what belongs together stays together, on the grid."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from booklet.composing.section import Aside, Column, Section
from booklet.composing.text import paragraph
from booklet.errors import DefectError
from booklet.flowable import Block, Flowable
from booklet.lettering.paragraph import ASCENT
from booklet.structure import Element
from booklet.tagged_canvas import TaggedCanvas
from booklet.typesetting.set_section import set_section
from sheet import bound, letters, runs_of, style

PAGE = style().page
TOP = PAGE.height - PAGE.top
ROOM = TOP - PAGE.bottom
COLUMN = Column(PAGE.text_left, PAGE.text_width)

Drawn = list[tuple[str, int, float]]


@dataclass
class Slab:
    """Something of a height that writes down where it is drawn; `cut` is the least height of a part, 0: whole only."""

    name: str
    height: float
    drawn: Drawn
    cut: float = 0.0
    pages: dict[int, int] = field(default_factory=dict)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return width, self.height

    def split(self, width: float, height: float) -> Sequence[Flowable]:
        if not self.cut or height < self.cut or self.height - height < self.cut:
            return []
        return [
            Slab(self.name, height, self.drawn, self.cut),
            Slab(self.name, self.height - height, self.drawn, self.cut),
        ]

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        assert x == COLUMN.x
        page = len(canvas._pages)  # type: ignore[attr-defined]
        self.drawn.append((self.name, page, round(TOP - y - self.height, 3)))


def placed(*blocks: tuple[str, float] | tuple[str, float, dict[str, object]], cut: float = 0.0) -> Drawn:
    """Where blocks of a name, a height and options are drawn: name, page, distance of the top from the top margin."""
    drawn: Drawn = []
    made = tuple(
        Block(Slab(block[0], block[1], drawn, cut), **(block[2] if len(block) == 3 else {}))  # type: ignore[arg-type,misc]
        for block in blocks
    )
    piece = set_section(Section("key", Element("Sect"), "Bookmark", (COLUMN,), made), style())
    assert len(piece.pages) == (max(page for _, page, _ in drawn) + 1 if drawn else 1)
    return drawn


def test_below_each_other_with_white_between() -> None:
    assert placed(("a", 100), ("b", 50, {"space": 7}), ("c", 10)) == [("a", 0, 0), ("b", 0, 107), ("c", 0, 157)]


def test_white_at_the_top_of_a_page_is_dropped() -> None:
    assert placed(("a", 100, {"space": 30})) == [("a", 0, 0)]
    assert placed(("a", ROOM - 10), ("b", 50, {"space": 30}))[1] == ("b", 1, 0)


def test_what_just_fits_stays() -> None:
    assert placed(("a", ROOM - 50), ("b", 50))[1] == ("b", 0, round(ROOM - 50, 3))
    assert placed(("a", ROOM - 50), ("b", 50.01))[1] == ("b", 1, 0)
    assert placed(("a", ROOM)) == [("a", 0, 0)]


def test_many_pages() -> None:
    drawn = placed(*[(f"b{number}", ROOM / 3) for number in range(10)])
    assert [page for _, page, _ in drawn] == [0, 0, 0, 1, 1, 1, 2, 2, 2, 3]


def test_what_is_higher_than_the_rest_is_split() -> None:
    drawn = placed(("a", ROOM - 100), ("b", 300, {"space": 20}), cut=30)
    assert drawn[1:] == [("b", 0, round(ROOM - 80, 3)), ("b", 1, 0)]


def test_what_is_higher_than_pages_is_split_again() -> None:
    assert [(name, page) for name, page, _ in placed(("a", ROOM * 3.5), cut=30)] == [("a", n) for n in range(4)]


def test_what_cannot_be_split_moves() -> None:
    assert placed(("a", ROOM - 20), ("b", 100), cut=30) == [("a", 0, 0), ("b", 1, 0)]


def test_what_fits_on_no_page_is_a_bug_of_ours() -> None:
    with pytest.raises(DefectError, match="higher than a page"):
        placed(("a", 10), ("b", ROOM + 1))


class TestKeep:
    def test_a_heading_goes_with_what_follows(self) -> None:
        drawn = placed(("a", ROOM - 60), ("heading", 40, {"keep": True}), ("b", 50))
        assert drawn[1:] == [("heading", 1, 0), ("b", 1, 40)]

    def test_and_stays_when_that_can_begin_here(self) -> None:
        drawn = placed(("a", ROOM - 80), ("heading", 40, {"keep": True}), ("b", 100), cut=30)
        assert [(name, page) for name, page, _ in drawn] == [("a", 0), ("heading", 0), ("b", 0), ("b", 1)]

    def test_a_chain_stays_together(self) -> None:
        chain = [("one", 30, {"keep": True}), ("two", 30, {"keep": True}), ("three", 30)]
        assert [page for _, page, _ in placed(("a", ROOM - 80), *chain)] == [0, 1, 1, 1]  # type: ignore[arg-type]

    def test_a_chain_longer_than_a_page_is_set_all_the_same(self) -> None:
        chain = [(f"b{number}", ROOM / 2, {"keep": True}) for number in range(5)]
        drawn = placed(*chain)  # type: ignore[arg-type]
        assert [(name, page) for name, page, _ in drawn] == [("b0", 0), ("b1", 0), ("b2", 1), ("b3", 1), ("b4", 2)]

    def test_the_last_block_may_ask_for_company_in_vain(self) -> None:
        assert placed(("a", 10, {"keep": True})) == [("a", 0, 0)]


class TestGrid:
    @pytest.mark.parametrize("before", [10.0, 13.9, 14.0, 14.1, 61.7, 300.0])
    def test_first_baselines_of_the_body_lie_on_the_grid(self, before: float) -> None:
        root, text = Element("Sect"), style().text.body
        body = paragraph(letters(), text, "Toward all-sky assimilation", root.add("P"))
        drawn: Drawn = []
        blocks = (
            Block(Slab("a", before, drawn)),
            Block(body, PAGE.grid * 0.8, on_grid=True, ascent=ASCENT * text.size),
        )
        piece = set_section(Section("key", root, "Bookmark", (COLUMN,), blocks), style())
        (run,) = runs_of(bound([piece], letters()))
        origin = TOP - ASCENT * text.size
        lines = (origin - run.y) / PAGE.grid
        assert lines == pytest.approx(round(lines), abs=1e-3)
        white = TOP - before - (run.y + ASCENT * text.size)
        assert PAGE.grid * 0.8 - 1e-3 <= white < PAGE.grid * 1.8

    def test_at_the_top_of_a_page_it_is_the_first_line_of_the_grid(self) -> None:
        size = style().text.body.size
        assert placed(("a", 50, {"on_grid": True, "ascent": ASCENT * size})) == [("a", 0, 0)]

    def test_lowering_may_move_to_the_next_page(self) -> None:
        size = style().text.body.size
        drawn = placed(("a", ROOM - 51), ("b", 50, {"on_grid": True, "ascent": ASCENT * size, "space": 0.5}))
        assert drawn[1][1] in {0, 1}
        if drawn[1][1] == 0:
            assert drawn[1][2] + 50 <= ROOM + 0.001


def test_a_paragraph_across_pages_leaves_two_lines_on_both() -> None:
    root, text = Element("Sect"), style().text.body
    words = " ".join(["assimilation of observations into models"] * 40)
    body = paragraph(letters(), text, words, root.add("P"))
    body.wrap(COLUMN.width, 0)
    count = body.line_count
    for left in range(12):
        drawn: Drawn = []
        root.content.clear()
        block = paragraph(letters(), text, words, root.add("P"))
        first = Slab("a", ROOM - text.size - left * text.leading, drawn)
        piece = set_section(Section("key", root, "B", (COLUMN,), (Block(first), Block(block))), style())
        pages = [len(runs_of(bound([piece], letters()), page)) for page in range(len(piece.pages))]
        assert sum(pages) == count
        assert all(lines == 0 or lines >= 2 for lines in pages)


def test_the_aside_stands_beside_the_first_page() -> None:
    drawn: Drawn = []
    aside = Aside(COLUMN, (Block(Slab("time", 20, drawn)), Block(Slab("zone", 10, drawn), 5)), 1)
    blocks = (Block(Slab("a", ROOM, drawn)), Block(Slab("b", 10, drawn)))
    piece = set_section(Section("key", Element("Sect"), "B", (COLUMN,), blocks, aside=aside), style())
    assert drawn == [("a", 0, 0), ("time", 0, 0), ("zone", 0, 25), ("b", 1, 0)]
    assert [(place.name, place.page, place.top) for place in piece.destinations] == [("key", 0, PAGE.height)]


def test_a_painted_page_is_one_page() -> None:
    seen: list[TaggedCanvas] = []
    piece = set_section(Section("cover", Element("Sect"), "Cover", paint=seen.append), style())
    assert len(seen) == len(piece.pages) == 1
