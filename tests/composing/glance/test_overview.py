"""An overview: a row a room, a bar a session, and in each as much of its title as there is room for."""

from itertools import pairwise

import pytest
from days import ROOMS, box, days, measures
from hypothesis import HealthCheck, Phase, given, settings

from booklet.composing.labels import load_labels
from booklet.composing.sections.glance.boxes import Box
from booklet.composing.sections.glance.measures import Measures
from booklet.composing.sections.glance.overview_bars import Row
from booklet.composing.sections.glance.overview_label import label_of
from booklet.composing.sections.glance.overview_page import OverviewPage, most_rows
from booklet.composing.sections.glance.spots import columns_of
from booklet.lettering.letters import Letters
from booklet.model.room import Room
from booklet.page_map import PageMap
from booklet.plain_dataclasses import replace
from booklet.structure import Element
from booklet.typesetting.page_canvas import PageCanvas
from sheet import bound, runs_of, said, style

TITLE = "Harbors, silt & the men who look down"


def row(room: str, boxes: list[Box], building: str | None = None) -> Row:
    return Row(Room(room, building), columns_of([replace(one, rooms=()) for one in boxes], ()).spots)


def painted(rows: list[Row], paper: str = "A4") -> list[str]:
    """What a page of these rows says."""
    return said(painting(rows, paper))


def painting(rows: list[Row], paper: str, used: Measures | None = None) -> bytes:
    """The page of these rows."""
    used = used or measures(paper)
    sheet = style(paper).page
    canvas, root = PageCanvas(sheet.width, sheet.height), Element("Sect")
    canvas.add_destination("sheet", sheet.height)
    OverviewPage("May 4", "", tuple(rows), used, "UTC", "").paint(PageMap(), root, canvas)
    canvas.end_page()
    return bound([canvas.piece("sheet", root)], used.letters)


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


def test_then_its_first_words_or_nothing() -> None:
    title = "Lighthouses look down"
    assert [found[0] if found else None for found in (label(w, 9.0, title) for w in (50, 30, 8))] == [
        "Lighthouses\u00a0…", None, None,
    ]  # fmt: skip


def test_a_word_too_long_for_its_bar_is_hyphenated_where_it_has_the_lines() -> None:
    assert label(30, 30.0, "The lighthouses") == ("", 6.5, 3)
    assert label(30, 9.0, "The lighthouses") is None


def test_in_narrow_bars_the_page_stands_below_the_words() -> None:
    made = label_of(box(0, 60, "Silt", targets=("talk-a",)), 40.0, 40.0, measures())
    assert made
    assert (made.below, made.width) == (True, 40.0)


def test_rows_are_as_high_as_the_words_of_every_bar_need() -> None:
    """Nearly all titles stand in full in low rows; one has no word in them, but some in higher ones."""
    wide = [row(f"Hall {number}", [box(0, 600, f"Silt {number}")]) for number in range(11)]
    words = painted([*wide, row("Pier", [box(0, 57, "The lighthouses"), box(57, 600)])])
    assert "The " in words
    assert {f"Silt {number}" for number in range(11)} <= set(words)


def test_words_without_room_go_on_beside_their_bar() -> None:
    silt = box(0, 60, "Lighthouses")
    assert label_of(silt, 8.0, 40.0, measures()) is None
    made = label_of(silt, 8.0, 40.0, measures(), 50.0)
    assert made
    assert (made.short, made.width) == ("", 58.0)
    assert made.reach(measures()) < made.width
    short = label_of(silt, 60.0, 40.0, measures(), 50.0)
    assert short
    assert short.width == 60.0


def test_but_not_over_the_number_of_its_page() -> None:
    silt = box(0, 60, "Lighthouses", targets=("talk-a",))
    assert label_of(silt, 8.0, 40.0, measures(), 50.0)
    assert label_of(silt, 8.0, 15.0, measures(), 50.0) is None


@pytest.mark.parametrize(("next_begins", "stands"), [(20, False), (30, False), (80, True)])
def test_they_end_before_the_next_bar(next_begins: int, stands: bool) -> None:
    boxes = [box(0, 15, "Lighthouses"), box(next_begins, next_begins + 400, "Mud")]
    assert ("Lighthouses" in painted([row("Pier", boxes)])) == stands


def test_no_line_of_an_hour_crosses_them(monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[float] = []
    monkeypatch.setattr(PageCanvas, "upright", lambda _, x, *more: lines.append(x))
    counts = {}
    for title in ("Silt", "Lighthouses"):
        lines.clear()
        assert title in painted([row("Pier", [box(0, 15, title)]), row("Quay", [box(0, 400, "Mud")])])
        counts[title] = len(lines)
    assert 0 < counts["Lighthouses"] < counts["Silt"]


def test_bars_at_the_same_time_leave_none() -> None:
    """What goes on after the end of a bar stands beside it only where it has the same height."""
    lower = [box(0, 15, "Lighthouses"), box(0, 400, "Mud")]
    assert "Lighthouses" in painted([row("Pier", lower)])
    assert "Lighthouses" not in painted([row("Pier", [*lower, box(16, 400, "Silt")])])


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


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_a_long_name_of_a_room_stays_in_its_row(paper: str) -> None:
    count = most_rows(style(paper).page.grid)
    rows = [row(f"{'Hall of the harbor masters ' * 9}{number}", [box(0, 400)]) for number in range(count)]
    runs = [run for run in runs_of(painting(rows, paper)) if run.x == pytest.approx(style(paper).page.left, abs=0.1)]
    head = next(number for number, run in enumerate(runs) if run.text == "Room")
    names = runs[head + 1 :]
    assert all(above.y - below.y >= 0.95 * below.size for above, below in pairwise(runs[head:]))
    assert len(names) == 2 * count
    assert sum(run.text.endswith("…") for run in names) == count


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_a_name_that_has_room_on_two_lines_stands_in_full(paper: str) -> None:
    name = f"Old hall {'of many harbor' if paper == 'A4' else 'of harbor'} masters"
    words = painted([row(name, [box(0, 400)])] * most_rows(style(paper).page.grid), paper)
    assert name not in words
    assert " ".join(words).replace("  ", " ").count(name) == most_rows(style(paper).page.grid)


@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize("language", ["es", "de", "ja"])
def test_hours_of_any_length_stand_on_one_line(language: str, paper: str) -> None:
    used = Measures(Letters(style(paper), language), load_labels(language), 12)
    runs = runs_of(painting([row("A", [box(0, 700)]), row("B", [box(0, 60)])], paper, used))
    size, left = style(paper).text.grid_hour.size, style(paper).page.left
    hours = [run for run in runs if run.size == size and run.x > left + 1 and run.text != "Silt"]
    assert len({round(run.y, 1) for run in hours}) == 1
    assert all(after.x - before.end_x > before.size / 3 for before, after in pairwise(hours))
    assert hours[-1].end_x <= style(paper).page.left + style(paper).page.inner_width + 0.5


def test_a_bar_lower_than_a_line_has_no_words() -> None:
    """Many sessions at one time in one room share its row."""
    assert label(200, height=9.0, title="Tide") == ("", 8.25, 1)
    assert label(200, height=4.0, title="Tide") is None
