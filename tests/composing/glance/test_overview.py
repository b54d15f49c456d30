"""An overview: a row a room, a bar a session, and in each as much of its title as there is room for."""

from dataclasses import replace

import pytest
from days import ROOMS, box, days, measures
from hypothesis import HealthCheck, Phase, given, settings

from booklet.composing.sections.glance.boxes import Box
from booklet.composing.sections.glance.overview_bars import Row
from booklet.composing.sections.glance.overview_label import label_of
from booklet.composing.sections.glance.overview_page import OverviewPage, most_rows
from booklet.composing.sections.glance.spots import columns_of
from booklet.model.room import Room
from booklet.page_map import PageMap
from booklet.structure import Element
from booklet.typesetting.page_canvas import PageCanvas
from sheet import bound, said, style

TITLE = "Harbors, silt & the men who look down"


def row(room: str, boxes: list[Box], building: str | None = None) -> Row:
    return Row(Room(room, building), columns_of([replace(one, rooms=()) for one in boxes], ()).spots)


def painted(rows: list[Row], paper: str = "A4") -> list[str]:
    """What a page of these rows says."""
    sheet = style(paper).page
    canvas, root = PageCanvas(sheet.width, sheet.height), Element("Sect")
    canvas.add_destination("sheet", sheet.height)
    OverviewPage("May 4", "", tuple(rows), measures(paper), "UTC", "").paint(PageMap(), root, canvas)
    canvas.end_page()
    return said(bound([canvas.piece("sheet", root)], measures(paper).letters))


def label(width: float, height: float = 19.8, title: str = TITLE, **more: object) -> tuple[str, float, int] | None:
    """The words of a label that is not the title itself, their size, and on how many lines they stand."""
    made = label_of(box(0, 60, title, **more), width, height, measures())
    return (made.short, made.style.size, made.paragraph(measures(), None, None).line_count) if made else None


def test_a_title_stands_on_one_line_in_the_largest_size() -> None:
    assert label(200) == ("", 8.25, 1)


def test_then_on_two_lines() -> None:
    assert label(90) == ("", 8.25, 2)


def test_then_in_smaller_sizes_down_to_the_floor() -> None:
    found = [label(width, height=9.0) for width in range(140, 100, -1)]
    full = [one[1] for one in found if one and not one[0]]
    assert list(dict.fromkeys(full)) == [8.25, 8.0, 7.5, 7.0, 6.5]


def test_then_its_short_title() -> None:
    assert label(40, height=9.0, short="Silt") == ("Silt", 8.25, 1)


def test_then_what_stands_before_a_sign_with_an_ellipsis() -> None:
    found = label(70, height=9.0)
    assert found
    assert found[0] == "Harbors, silt\u00a0…"


def test_then_its_first_words_or_letters_or_nothing() -> None:
    title = "Lighthouses look down"
    assert [found[0] if found else None for found in (label(w, 9.0, title) for w in (50, 30, 8))] == [
        "Lighthouses\u00a0…", "Lightho…", None,
    ]  # fmt: skip


def test_in_narrow_bars_the_page_stands_below_the_words() -> None:
    made = label_of(box(0, 60, "Silt", targets=("talk-a",)), 40.0, 40.0, measures())
    assert made
    assert (made.below, made.width) == (True, 40.0)


@pytest.mark.parametrize(("grid", "rows"), [(14, 34), (12, 30)])
def test_so_many_rooms_have_a_page(grid: float, rows: int) -> None:
    assert most_rows(grid) == rows


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_as_many_rooms_as_a_page_may_have_stand_on_it(paper: str) -> None:
    count = most_rows(style(paper).page.grid)
    rows = [
        row(f"R{number}", [box(0, 400, f"Silt {number}", targets=("talk-a",))], f"B{number // 4}")
        for number in range(count)
    ]
    words = painted(rows, paper)
    assert [word for word in words if word.startswith("R") and word != "Room"] == [
        f"R{number}" for number in range(count)
    ]
    assert {f"Silt {number}" for number in range(count)} <= set(words)


@pytest.mark.parametrize("paper", ["A4", "A5"])
@settings(
    max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)
@given(day=days())
def test_any_day_has_its_rooms_in_order(day: tuple[list[Box], list[str]], paper: str) -> None:
    by_room = {room: [one for one in day[0] if room in one.rooms] for room in day[1]}
    rows = [row(room, boxes) for room, boxes in by_room.items() if boxes]
    if rows:
        words = painted(rows, paper)
        assert [word for word in words if word in ROOMS] == [one.room.name for one in rows if one.room]
