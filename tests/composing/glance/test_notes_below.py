"""What is said below a grid and an overview, sentence after sentence."""

from functools import partial

from days import box, measures, page

from booklet.composing.labels import load_labels
from booklet.composing.sections.glance.measures import sizes
from booklet.composing.sections.glance.overview_bars import Row
from booklet.composing.sections.glance.overview_page import OverviewPage
from booklet.composing.sections.glance.spots import columns_of
from booklet.model.room import Room
from booklet.page_map import PageMap
from booklet.plain_dataclasses import replace
from booklet.structure import Element
from booklet.typesetting.page_canvas import PageCanvas
from sheet import bound, said, style

NOTE = "月曜日の会。"
ENDLESS = "Harbors, silt & the men who look down " * 20


def test_sentences_are_not_parted_by_blanks_where_their_stops_are_wide() -> None:
    japanese, labels = measures("A4", "ja"), load_labels("ja")
    sheet = style("A4").page
    boxes = [box(0, 30, ENDLESS, rooms=("A",)), box(30, 600, "Silt", rooms=("A",)), box(0, 600, "Mud", rooms=("B",))]
    grid = replace(page(boxes, ["A", "B"]), measures=japanese, note=NOTE)
    spots = columns_of([replace(one, rooms=()) for one in boxes[:2]], ()).spots
    overview = OverviewPage("May 4", "", (Row(Room("A"), spots),), japanese, "UTC", NOTE)
    laid = grid.lay_out(sizes(style("A4").text.grid_title)[:2])
    for paint, said_next in ((partial(grid.paint, laid), labels.keys_in_full), (overview.paint, labels.not_in_full)):
        canvas, root = PageCanvas(sheet.width, sheet.height), Element("Sect")
        canvas.add_destination("sheet", sheet.height)
        paint(PageMap(), root, canvas)
        canvas.end_page()
        words = "".join(said(bound([canvas.piece("sheet", root)], japanese.letters)))
        assert f"{NOTE}{said_next}" in words
