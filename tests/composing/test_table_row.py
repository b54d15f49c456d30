"""Rows of tables: their cells begin below a drop, whole or parted, and are set once for a width."""

from booklet.composing.flowables.table_row import Cell, Rule, Stacked, TableRow
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.structure import Element
from sheet import INK, bound, letters, runs_of, set_sheet, voice

WIDTH, DROP, PAGE = 160.0, 13.7, 90.0
LONG = "A drop above the first baseline moves all lines of a row down alike, " * 6


def row(root: Element, *, drop: float, distance: float) -> TableRow:
    """A row of two cells, whose first baselines are `drop` and `distance` below its top."""

    def words(text: str) -> Paragraph:
        return Paragraph(letters(), (Run(text, voice(8)),), 10.0, root.add("P"), align="left")

    first = Cell(0, 90, (Stacked(words(LONG), distance), Stacked(words("Below."), 12.0)))
    second = Cell(100, 60, (Stacked(words("Beside."), distance),))
    return TableRow((first, second), 5.0, PAGE, drop=drop, above=Rule(1, INK), below=Rule(1, INK))


def test_a_drop_is_as_good_as_a_distance() -> None:
    dropped, told = (row(Element("Sect"), drop=drop, distance=DROP - drop) for drop in (DROP, 0.0))
    assert dropped.wrap(WIDTH, 0) == told.wrap(WIDTH, 0)
    assert dropped.wrap(WIDTH, 0)[1] > PAGE
    heights = [[part.wrap(WIDTH, 0)[1] for part in one.split(WIDTH, 60.0)] for one in (dropped, told)]
    assert len(heights[0]) == 2
    assert heights[0] == heights[1]


def test_a_row_with_a_drop_is_drawn_as_one_with_distances() -> None:
    drawn = []
    for drop in (DROP, 0.0):
        root = Element("Sect")
        runs = runs_of(bound([set_sheet([row(root, drop=drop, distance=DROP - drop)], root, WIDTH)], letters()))
        drawn.append([(run.text, run.x, run.y) for run in runs])
    assert any("Beside" in text for text, _, _ in drawn[0])
    assert drawn[0] == drawn[1]


def test_rows_of_the_same_cells_share_their_lines() -> None:
    """The white of a row may be tried again without any line being broken again."""
    root = Element("Sect")
    words = Paragraph(letters(), (Run(LONG, voice(8)),), 10.0, root.add("P"), align="left")
    cells = (Cell(0, 90, (Stacked(words, 0.0),)),)
    low, high = (TableRow(cells, 5.0, PAGE, drop=drop) for drop in (10.0, 20.0))
    height = low.wrap(WIDTH, 0)[1]
    lines = words.lines
    assert high.wrap(WIDTH, 0)[1] == height + 10.0
    assert low.wrap(WIDTH, 0)[1] == height
    assert all(one is other for one, other in zip(lines, words.lines, strict=True))
