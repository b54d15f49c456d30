"""A grid: all that goes on is on its page, in full or by a name that is said in full elsewhere, and nothing is in the way."""

import re
from itertools import pairwise

import pytest
from days import TRACKS, box, days, measures, page
from hypothesis import HealthCheck, Phase, given, settings

from booklet.composing.sections.glance.boxes import Box
from booklet.composing.sections.glance.cell import Cell
from booklet.composing.sections.glance.grid import Grid
from booklet.composing.sections.glance.key_list import KeyList
from booklet.composing.sections.glance.measures import sizes
from booklet.composing.text import spoken
from booklet.page_map import PageMap
from booklet.structure import Element
from booklet.typesetting.page_canvas import PageCanvas
from sheet import bound, said, style

SLOW = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    phases=[Phase.explicit, Phase.generate],
)
NEAR = 1e-6


def grid(boxes: list[Box], rooms: list[str] | str, paper: str = "A4", first: int = 0) -> Grid:
    return page(boxes, rooms, paper).lay_out(sizes(style(paper).text.grid_title)[first : first + 2])


def painted(boxes: list[Box], rooms: list[str], paper: str) -> tuple[Grid, list[str]]:
    """The grid, and what its page says."""
    made = page(boxes, rooms, paper, TRACKS)
    laid = made.lay_out(sizes(style(paper).text.grid_title)[:2])
    sheet = style(paper).page
    canvas, root = PageCanvas(sheet.width, sheet.height), Element("Sect")
    canvas.add_destination("sheet", sheet.height)
    made.paint(laid, PageMap(), root, canvas)
    canvas.end_page()
    return laid, said(bound([canvas.piece("sheet", root)], measures(paper).letters))


def bare(text: str) -> str:
    """A text without spaces, and without hyphens, which line breaking puts in."""
    return re.sub("[-\u00ad\\s]", "", text)


def meet(one: Cell, other: Cell) -> bool:
    """Whether two cells stand above each other in some column."""
    return one.left < other.right - NEAR and other.left < one.right - NEAR


@pytest.mark.parametrize("paper", ["A4", "A5"])
@SLOW
@given(day=days())
def test_cells_neither_overlap_nor_leave_the_frame(day: tuple[list[Box], list[str]], paper: str) -> None:
    made = grid(*day, paper)
    frame = made.frame
    assert {spot.box.name for cell in made.cells for spot in cell.spots} == {box.name for box in day[0]}
    for number, one in enumerate(made.cells):
        assert frame.left + frame.times - NEAR <= one.left < one.right <= frame.left + frame.width + NEAR
        assert -NEAR <= one.top < one.bottom <= made.axis.height + NEAR
        for other in made.cells[:number]:
            if meet(one, other):
                assert one.bottom <= other.top + NEAR or other.bottom <= one.top + NEAR
    if made.settled:
        below = KeyList(made.keyed, frame.width, measures(paper)).height
        assert made.axis.height + below <= frame.height + NEAR


@pytest.mark.parametrize("paper", ["A4", "A5"])
@SLOW
@given(day=days())
def test_words_stand_over_nothing_else(day: tuple[list[Box], list[str]], paper: str) -> None:
    made = grid(*day, paper)
    for cell in made.cells:
        if cell.wording.form in {"full", "short"}:
            foot = cell.top + cell.wording.height
            assert foot <= made.axis.height + NEAR
            assert all(foot <= other.top + NEAR for other in made.cells if meet(cell, other) and other.top > cell.top)
            assert cell.wording.width <= cell.right - cell.left


@pytest.mark.parametrize("paper", ["A4", "A5"])
@SLOW
@given(day=days())
def test_no_disc_touches_words_of_another_cell(day: tuple[list[Box], list[str]], paper: str) -> None:
    made = grid(*day, paper)
    size = made.styles[-1].size
    wide = [cell for cell in made.cells if cell.right - cell.left >= 5 * size]  # so that discs have room side by side
    for one in wide:
        for other in wide:
            if one is not other and one.wording.form == "disc":
                left, right, top, bottom = one.disc(size)
                if other.wording.form == "disc":
                    begin, end, first, last = other.disc(size)
                else:
                    begin, end = other.left, other.text_right
                    first, last = other.text
                    assert begin + made.frame.inset + other.wording.width <= end + NEAR
                assert right <= begin or end <= left or bottom <= first or last <= top


@pytest.mark.parametrize("paper", ["A4", "A5"])
@SLOW
@given(day=days())
def test_everything_is_said(day: tuple[list[Box], list[str]], paper: str) -> None:
    made, words = painted(*day, paper)
    text = bare("".join(words))
    short = {box.name for box in made.shortened}
    for one in day[0]:
        if one.name not in short:
            assert bare(spoken(one.title)) in text
    for cell in made.cells:
        assert (cell.wording.form == "short") == (cell.box.name in short and cell.wording.words.short != "")
        assert cell.wording.words.short == "" or bare(cell.wording.words.short) in text
        assert bool(cell.numbers) == (cell.wording.form in {"number", "disc"})
        assert [made.keyed[number - 1].name for number in cell.numbers] == [
            spot.box.name for spot in cell.spots if cell.numbers
        ]
    assert len({box.name for box in made.keyed}) == len(made.keyed)


def test_numbers_follow_time() -> None:
    boxes = [box(5 * slot, 5 * slot + 5, f"Silt and more {slot}", room) for slot in range(6) for room in "AB"]
    made = grid([*boxes, box(30, 600, rooms="AB")], "AB")
    numbered = sorted((cell for cell in made.cells if cell.numbers), key=lambda cell: cell.numbers)
    assert len(numbered) >= 2
    assert [cell.box.begin for cell in numbered] == sorted(cell.box.begin for cell in numbered)
    assert all(later == before + 1 for cell in made.cells for before, later in pairwise(cell.numbers))


def test_very_short_neighbors_are_one_cell() -> None:
    boxes = [
        box(0, 300, "A long one"),
        box(300, 305, "One"),
        box(310, 315, "Two"),
        box(340, 345, "Three"),
        box(400, 660),
    ]
    made = grid(boxes, "A")
    assert [len(cell.spots) for cell in made.cells] == [1, 2, 1, 1]
    assert made.cells[1].numbers == (1, 2)
    assert made.cells[2].wording.form == "full"  # there are free minutes below it


def test_minutes_are_borrowed_up_to_the_next_box_only() -> None:
    title = "A title that needs three lines or four here"
    rooms = "ABCDEF"
    filler = [box(0, 720, rooms=room) for room in rooms[1:]]
    free = grid([box(0, 20, title), box(120, 140), *filler], rooms)
    taken = grid([box(0, 20, title), box(20, 40), *filler], rooms)
    assert (free.cells[0].wording.form, taken.cells[0].wording.form) == ("full", "number")
    assert free.cells[0].wording.height > free.cells[0].bottom - free.cells[0].top


def test_all_titles_that_count_are_counted() -> None:
    made = grid([box(0, 60), box(60, 120, "Tea", look="break"), box(120, 121, "x" * 8)], "A")
    full, titles = made.in_full()
    assert titles == 2
    assert full <= titles
