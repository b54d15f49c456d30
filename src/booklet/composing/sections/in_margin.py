"""Words in the margin column → something that takes no height, so that rows of its own height stand beside it."""

from typing import NamedTuple

from booklet.composing.flowables.table_row import Cell, Stacked, TableRow
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.structure import Element
from booklet.styling.style import TextStyle


class InMargin(NamedTuple):
    """The words as a flowable, and how far below its top their last baseline stands, in points."""

    flowable: TableRow
    depth: float


def in_margin(
    letters: Letters, style: TextStyle, runs: tuple[Run, ...], element: Element | None, drop: float
) -> InMargin:
    """Words whose first baseline is `drop` points below the top; they hang down into what follows."""
    page = letters.style.page
    words = Paragraph(letters, runs, style.leading, element, align="left")
    words.wrap(page.margin_width, 0)
    depth = drop + (words.line_count - 1) * style.leading
    return InMargin(TableRow((Cell(0, page.margin_width, (Stacked(words, drop),)),), -depth, page.text_height), depth)
