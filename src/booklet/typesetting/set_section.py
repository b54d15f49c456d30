"""A section of flowables → a set piece: its pages drawn one after the other, what stands beside the first before it."""

from collections.abc import Sequence

from booklet.composing.section import Aside, Section
from booklet.styling.style import Style
from booklet.typesetting.page_canvas import PageCanvas
from booklet.typesetting.paginate import Placed, paginate
from booklet.typesetting.set_piece import SetPiece


def set_section(section: Section, style: Style) -> SetPiece:
    """Set one section. A block that fits on no page is a bug of ours: flowables split or shrink."""
    return draw_section(section, paginate(section.blocks, section.column.width, style), style)


def draw_section(section: Section, pages: Sequence[Sequence[Placed]], style: Style) -> SetPiece:
    """Draw a section whose blocks have their places."""
    page = style.page
    canvas = PageCanvas(page.width, page.height)
    canvas.add_destination(section.key, page.height)
    if section.paint:
        section.paint(canvas)
    if section.aside:
        _draw_aside(section.aside, canvas, style)
    for index, placed in enumerate(pages):
        if index:
            canvas.end_page()
        for flowable, y in placed:
            flowable.draw_on(canvas, section.column.x, y)
    canvas.end_page()
    return canvas.piece(section.key, section.root)


def _draw_aside(aside: Aside, canvas: PageCanvas, style: Style) -> None:
    y = style.page.height - style.page.top
    for block in aside.blocks:
        height = block.flowable.wrap(aside.column.width, y)[1]
        y -= block.space + height
        block.flowable.draw_on(canvas, aside.column.x, y)
