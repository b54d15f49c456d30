"""A section of flowables → a set piece: its pages drawn one after the other, everything in the order in which it is read."""

from collections.abc import Sequence

from booklet.composing.section import Aside, Head, Section
from booklet.flowable import Anchor
from booklet.styling.style import Style
from booklet.typesetting.page_canvas import PageCanvas
from booklet.typesetting.paginate import Placed, paginate
from booklet.typesetting.set_piece import SetPiece


def set_section(section: Section, style: Style) -> SetPiece:
    """Set one section. A block that fits on no page is a bug of ours: flowables split or shrink."""
    return draw_section(section, section_pages(section, style), style)


def section_pages(section: Section, style: Style) -> tuple[tuple[Placed, ...], ...]:
    """Where the blocks of a section stand."""
    drop = _head_height(section.head) if section.head else 0.0
    columns = len(section.columns)
    return paginate(
        section.blocks, section.width, section.style or style, columns=columns, drop=drop, even=section.even
    )


def draw_section(section: Section, pages: Sequence[Sequence[Placed]], style: Style) -> SetPiece:
    """Draw a section whose blocks have their places."""
    page = style.page
    canvas = PageCanvas(page.width, page.height, mirrored=style.mirrored)
    canvas.add_destination(section.key, page.height)
    if section.paint:
        section.paint(canvas)
    for index, placed in enumerate(pages or ((),)):
        aside, head = (None, None) if index else (section.aside, section.head)
        read_first = aside.after if aside else 0
        if head:
            _draw_down(head, canvas, style)
        _draw(placed[:read_first], canvas, section)
        if aside:
            _draw_down(aside, canvas, style)
        _draw(placed[read_first:], canvas, section)
        canvas.end_page(tuple(filter(None, (one.entry for one in placed))))
    return canvas.piece(section.key, section.root)


def _draw(placed: Sequence[Placed], canvas: PageCanvas, section: Section) -> None:
    for one in placed:
        _note(one.anchor, one.top, canvas)
        one.flowable.draw_on(canvas, section.columns[one.column].x, one.y)


def _note(anchor: Anchor | None, top: float, canvas: PageCanvas) -> None:
    """The destination of a block, and its entry in the outline."""
    if anchor:
        canvas.add_destination(anchor.name, top)
        if anchor.bookmark:
            canvas.add_bookmark(anchor)


def _draw_down(part: Aside | Head, canvas: PageCanvas, style: Style) -> None:
    """Draw blocks that are no part of the columns, from the top of the page down."""
    y = style.page.height - style.page.top
    for block in part.blocks:
        height = block.flowable.wrap(part.column.width, y)[1]
        _note(block.anchor, y - block.space, canvas)
        y -= block.space + height
        block.flowable.draw_on(canvas, part.column.x, y)


def _head_height(head: Head) -> float:
    return head.foot + sum(block.space + block.flowable.wrap(head.column.width, 0)[1] for block in head.blocks)
