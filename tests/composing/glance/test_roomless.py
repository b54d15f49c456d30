"""What has no room, in a column or row beside those of the rooms, under words that say so."""

from collections.abc import Callable

import pytest
from days import box, measures, page

from booklet.composing.sections.glance.boxes import Box
from booklet.composing.sections.glance.measures import sizes
from booklet.composing.sections.glance.overview_bars import Row
from booklet.composing.sections.glance.overview_page import OverviewPage
from booklet.composing.sections.glance.spots import columns_of
from booklet.model.room import Room
from booklet.page_map import PageMap
from booklet.plain_dataclasses import replace
from booklet.structure import Element
from booklet.tagged_canvas import TaggedCanvas
from booklet.typesetting.page_canvas import PageCanvas
from sheet import bound, said, style

TEA = box(60, 90, "Tea", (), look="break", for_all=True)
WALK = box(60, 90, "A walk", ())
BUSY = [box(0, 120, "Silt", ("A",)), box(0, 120, "Mud", ("B",))]


def shown(paint: Callable[[PageMap, Element, TaggedCanvas], None], language: str) -> list[str]:
    sheet = style("A4").page
    canvas, root = PageCanvas(sheet.width, sheet.height), Element("Sect")
    canvas.add_destination("sheet", sheet.height)
    paint(PageMap(), root, canvas)
    canvas.end_page()
    return said(bound([canvas.piece("sheet", root)], measures("A4", language).letters))


def in_grid(boxes: list[Box], rooms: list[str], language: str) -> list[str]:
    grid = replace(page(boxes, rooms), measures=measures("A4", language))
    laid = grid.lay_out(sizes(style("A4").text.grid_title)[:2])
    return shown(lambda *where: grid.paint(laid, *where), language)


def in_overview(boxes: list[Box], rooms: list[str], language: str) -> list[str]:
    rows = [(None, [one for one in boxes if not one.rooms])]
    rows += [(Room(room), [one for one in boxes if room in one.rooms]) for room in rooms]  # type: ignore[misc]
    made = [Row(room, columns_of([replace(one, rooms=()) for one in here], ()).spots) for room, here in rows]
    return shown(OverviewPage("May 4", "", tuple(made), measures("A4", language), "UTC", "").paint, language)


@pytest.mark.parametrize("form", [in_grid, in_overview])
@pytest.mark.parametrize(
    ("beside", "language", "words"),
    [
        ([TEA], "en-US", "For everyone"),
        ([WALK], "en-US", "Without a room"),
        ([TEA, replace(WALK, begin=WALK.begin + 30, end=WALK.end + 30)], "en-US", "Without a room"),
        ([TEA], "de", "Für alle"),
    ],
)
def test_it_has_a_heading(
    beside: list[Box], language: str, words: str, form: Callable[[list[Box], list[str], str], list[str]]
) -> None:
    assert form([*BUSY, *beside], ["A", "B"], language).count(words) == 1


@pytest.mark.parametrize("form", [in_grid, in_overview])
def test_alone_it_needs_none(form: Callable[[list[Box], list[str], str], list[str]]) -> None:
    assert "For everyone" not in form([TEA], [], "en-US")
