"""What stands around the body is at the outer edge of a page, short enough, and the tabs come round again."""

import re
import zlib

import pytest

from booklet.composing.section import Furniture, Tab
from booklet.lettering.letters import Letters, Voice
from booklet.lettering.word_table import WordTable
from booklet.plain_dataclasses import replace
from booklet.proofing.text_runs import TextRun
from booklet.structure import Element
from booklet.typesetting.furniture import FurnitureSetter, SetFurniture
from booklet.typesetting.page_canvas import PageCanvas
from booklet.typesetting.placed_piece import PlacedPiece
from sheet import bound, letters, runs_of, style

PAGE = style().page
PLAIN = Furniture("Session title", "Alexe and others", "ISDA-Online")
ONE_PAGE = ((),)  # without entries


def runs(furniture: Furniture, index: int) -> list[TextRun]:
    canvas = PageCanvas(PAGE.width, PAGE.height)
    canvas.add_destination("key", PAGE.height)
    canvas.end_page()
    piece = canvas.piece("key", Element("Sect"))
    canvas_of = FurnitureSetter(letters()).set(furniture, ONE_PAGE, index)
    return runs_of(bound([PlacedPiece(piece, canvas_of, "B")], letters()))


def operators(made: SetFurniture) -> str:
    return zlib.decompress(made.bodies[0]).decode("latin-1")


@pytest.mark.parametrize(("index", "outer_right"), [(0, True), (1, False), (2, True), (7, False)])
def test_title_and_folio_stand_at_the_outer_edge(index: int, outer_right: bool) -> None:
    where = {run.text: run for run in runs(PLAIN, index)}
    assert set(where) == {"Session title", "Alexe and others", "ISDA-Online", str(index + 1)}
    outer, inner = ("Session title", str(index + 1)), ("Alexe and others", "ISDA-Online")
    for text in outer if outer_right else inner:
        assert where[text].end_x == pytest.approx(PAGE.width - PAGE.right, abs=0.01)
    for text in inner if outer_right else outer:
        assert where[text].x == pytest.approx(PAGE.left, abs=0.01)


def test_all_of_it_is_decoration() -> None:
    text = operators(FurnitureSetter(letters()).set(PLAIN, ONE_PAGE, 2))
    assert "MCID" not in text
    assert len(re.findall("BMC|BDC", text)) == text.count("EMC") == text.count("/Artifact BMC")


def test_empty_words_leave_nothing() -> None:
    assert [run.text for run in runs(Furniture("", "", ""), 4)] == ["5"]


def test_what_stands_at_both_edges_keeps_apart() -> None:
    title, time = (
        "Rain in parallel with a longer title that wraps",
        "Cancelled · Monday, April 12, 2027 · 9:20–9:40 am UTC",
    )
    for paper in ("A4", "A5", "Letter"):
        page = style(paper).page
        canvas = PageCanvas(page.width, page.height)
        canvas.add_destination("key", page.height)
        canvas.end_page()
        around = FurnitureSetter(Letters(style(paper), "en-US")).set(Furniture(title, time, "x"), ONE_PAGE, 0)
        found = runs_of(bound([PlacedPiece(canvas.piece("key", Element("Sect")), around, "B")], letters()))
        heads = sorted((run for run in found if run.y > page.height / 2), key=lambda run: run.x)
        assert [run.text for run in heads[:1]] == [time]
        assert heads[-1].text.startswith("Rain in parallel")
        assert heads[0].end_x + 5 < heads[-1].x


def test_long_heads_are_shortened_from_the_end() -> None:
    long = "Assimilation of observations from all satellites " * 5
    head = next(run for run in runs(Furniture(long.strip(), "Alexe", "x"), 0) if run.text.startswith("Assimilation"))
    assert head.text.endswith(" …")
    assert long.startswith(head.text.removesuffix(" …"))
    assert head.end_x - head.x <= PAGE.inner_width * 0.6


@pytest.mark.parametrize("first", ["גל, דנה", "Quill, Ada"])
@pytest.mark.parametrize("last", ["שיר, אבי", "Task, Lumo"])
def test_the_first_entry_of_a_page_stands_before_the_last_in_all_scripts(first: str, last: str) -> None:
    head = sorted((run for run in runs(Furniture("", (first, last), "x"), 1) if run.y > 400), key=lambda run: run.x)
    words = " ".join(run.text for run in head)
    names = [set(re.findall(r"\w+", name)) for name in (first, last)]
    (dash,) = re.findall(r"\s–\s", words)
    before, after = words.split(dash)
    assert [set(re.findall(r"\w+", side)) for side in (before, after)] == names


@pytest.mark.parametrize("most", [1, 2, 12, 40])
def test_entries_of_a_page_are_shortened_from_the_end(most: int) -> None:
    first, last = "Quill, " + "Ada " * most, "Orren-Task, " + "Lumo " * most
    (head,) = (run for run in runs(Furniture("", (first.strip(), last.strip()), "x"), 0) if run.y > 400)
    assert head.end_x - head.x <= PAGE.inner_width * 0.6
    whole = f"{first.strip()} – {last.strip()}"
    assert whole.startswith(head.text.removesuffix("…").strip())
    assert (head.text == whole) is (most < 6)


def tab_y(number: int, index: int = 0) -> tuple[float, float]:
    made = FurnitureSetter(letters()).set(Furniture("a", "b", "c", tabs=(Tab(str(number), number),)), ONE_PAGE, index)
    found = re.search(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re", operators(made))
    assert found
    assert float(found[3]) == pytest.approx(PAGE.tab_width, abs=0.01)
    return float(found[1]), float(found[2])


def test_tabs_step_down_and_come_round_again() -> None:
    heights = [tab_y(number)[1] for number in range(1, 60)]
    places = next(number for number in range(1, 60) if heights[number] > heights[number - 1])
    assert places > 5
    assert heights[places:] == heights[: 59 - places]
    assert heights[:places] == sorted(heights[:places], reverse=True)
    assert min(heights) >= PAGE.bottom
    assert max(heights) == pytest.approx(PAGE.height - PAGE.top - 2 * PAGE.grid, abs=0.01)


def test_tabs_are_at_the_outer_edge() -> None:
    assert tab_y(3, 0)[0] == pytest.approx(PAGE.width - PAGE.tab_width, abs=0.01)
    assert tab_y(3, 1)[0] == 0
    number = next(run for run in runs(Furniture("a", "b", "c", tabs=(Tab("3", 3),)), 0) if run.text == "3")
    assert PAGE.width - PAGE.tab_width < number.x < number.end_x < PAGE.width


class ImpatientLetters(Letters):
    """Letters that end a loop that does not."""

    left = 500

    def table(self, voice: Voice, language: str | None = None, *, backwards: bool = False) -> WordTable:
        self.left -= 1
        assert self.left > 0
        return super().table(voice, language, backwards=backwards)


def test_a_head_of_one_long_word_ends() -> None:
    made = FurnitureSetter(ImpatientLetters(style(), "en-US")).set(Furniture("x" * 150 + " y", "b", "c"), ONE_PAGE, 0)
    assert made.bodies[0]


class TestBoundAtTheRight:
    """A booklet from right to left: odd pages lie on the left."""

    LETTERS = Letters(replace(style(), mirrored=True), "ar")

    def runs(self, furniture: Furniture, index: int) -> dict[str, TextRun]:
        canvas = PageCanvas(PAGE.width, PAGE.height, mirrored=True)
        canvas.add_destination("key", PAGE.height)
        canvas.end_page()
        around = FurnitureSetter(self.LETTERS).set(furniture, ONE_PAGE, index)
        placed = PlacedPiece(canvas.piece("key", Element("Sect")), around, "B")
        return {run.text: run for run in runs_of(bound([placed], self.LETTERS))}

    @pytest.mark.parametrize(("index", "outer_right"), [(0, False), (1, True), (2, False)])
    def test_the_outer_edge_is_the_other_one(self, index: int, outer_right: bool) -> None:
        where = self.runs(Furniture("القياس", "Alexe and others", "مطر", tabs=(Tab("7", 7),)), index)
        assert set(where) == {"القياس", "Alexe and others", "مطر", str(index + 1), "7"}
        outer, inner = ("القياس", str(index + 1)), ("Alexe and others", "مطر")
        for text in outer if outer_right else inner:
            assert where[text].end_x == pytest.approx(PAGE.width - PAGE.left, abs=0.01), text
        for text in inner if outer_right else outer:
            assert where[text].x == pytest.approx(PAGE.right, abs=0.01), text
        tab = PAGE.width - PAGE.tab_width if outer_right else 0
        assert tab < where["7"].x < where["7"].end_x < tab + PAGE.tab_width
        drawn = operators(
            FurnitureSetter(self.LETTERS).set(Furniture("a", "b", "c", tabs=(Tab("7", 7),)), ONE_PAGE, index)
        )
        found = re.search(r"(\S+) \S+ \S+ \S+ re", drawn)
        assert found
        assert float(found[1]) == pytest.approx(tab, abs=0.01)


def test_a_head_from_right_to_left_stands_at_its_edge_in_a_booklet_that_runs_from_left_to_right() -> None:
    where = {run.text: run for run in runs(Furniture("גשם", "Alexe", "x"), 0)}
    assert where["גשם"].end_x == pytest.approx(PAGE.width - PAGE.right, abs=0.01)
    assert where["Alexe"].x == pytest.approx(PAGE.left, abs=0.01)


def test_what_was_set_before_changes_nothing() -> None:
    """Lines that are known from other pages are drawn as if they were not."""
    around = [Furniture("Title", "a" * number, "Foot", (Tab("1", 1),) * (number % 2)) for number in range(4)] * 2
    setter = FurnitureSetter(letters())
    alone = [FurnitureSetter(letters()).set(one, ONE_PAGE, index) for index, one in enumerate(around)]
    assert [setter.set(one, ONE_PAGE, index) for index, one in enumerate(around)] == alone
