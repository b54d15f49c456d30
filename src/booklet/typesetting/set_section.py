"""A section of flowables → a set piece: its pages drawn one after the other, everything in the order in which it is read."""

from collections.abc import Sequence

from booklet.composing.section import Aside, Column, Section
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
    canvas = PageCanvas(page.width, page.height, mirrored=style.mirrored)
    canvas.add_destination(section.key, page.height)
    if section.paint:
        section.paint(canvas)
    for index, placed in enumerate(pages or ((),)):
        aside = None if index else section.aside
        read_first = aside.after if aside else 0
        _draw(placed[:read_first], canvas, section.column)
        if aside:
            _draw_aside(aside, canvas, style)
        _draw(placed[read_first:], canvas, section.column)
        canvas.end_page()
    return canvas.piece(section.key, section.root)


def _draw(placed: Sequence[Placed], canvas: PageCanvas, column: Column) -> None:
    for flowable, y in placed:
        flowable.draw_on(canvas, column.x, y)


def _draw_aside(aside: Aside, canvas: PageCanvas, style: Style) -> None:
    y = style.page.height - style.page.top
    for block in aside.blocks:
        height = block.flowable.wrap(aside.column.width, y)[1]
        y -= block.space + height
        block.flowable.draw_on(canvas, aside.column.x, y)
