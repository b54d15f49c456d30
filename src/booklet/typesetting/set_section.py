"""A section of flowables → a set piece: blocks down the column, page after page."""

from booklet.composing.section import Aside, Column, Section
from booklet.errors import DefectError
from booklet.flowable import Block, Flowable
from booklet.lettering.paragraph import ASCENT
from booklet.styling.style import Style
from booklet.typesetting.page_canvas import PageCanvas
from booklet.typesetting.set_piece import SetPiece

_ROUNDING = 1e-6


def set_section(section: Section, style: Style) -> SetPiece:
    """Set one section. A block that fits on no page is a bug of ours: flowables split or shrink."""
    page = style.page
    canvas = PageCanvas(page.width, page.height)
    canvas.add_destination(section.key, page.height)
    if section.paint:
        section.paint(canvas)
    else:
        if section.aside:
            _set_aside(section.aside, canvas, style)
        _Flow(section.column, canvas, style).set(list(section.blocks))
    canvas.end_page()
    return canvas.piece(section.key, section.root)


def _set_aside(aside: Aside, canvas: PageCanvas, style: Style) -> None:
    y = style.page.height - style.page.top
    for block in aside.blocks:
        height = block.flowable.wrap(aside.column.width, y)[1]
        y -= block.space + height
        block.flowable.draw_on(canvas, aside.column.x, y)


class _Flow:
    """The column of one section while it fills: `y` is the height of the pen."""

    def __init__(self, column: Column, canvas: PageCanvas, style: Style) -> None:
        self._column = column
        self._canvas = canvas
        self._style = style
        self._top = style.page.height - style.page.top
        self._y = self._top

    def set(self, blocks: list[Block]) -> None:
        """Set all blocks, beginning new pages as needed."""
        held = False  # by the block before: a chain that is longer than a page breaks where it must
        while blocks:
            kept = self._kept(blocks)
            if len(kept) > 1 and not held and self._y < self._top and not self._fits(kept):
                self._new_page()
            held = blocks[0].keep
            blocks = self._place(blocks[0]) + blocks[1:]

    def _kept(self, blocks: list[Block]) -> list[Block]:
        """The first block and those that it must stay together with."""
        count = 1
        while count < len(blocks) and blocks[count - 1].keep:
            count += 1
        return blocks[:count]

    def _fits(self, blocks: list[Block]) -> bool:
        """Whether blocks fit on the rest of the page, the last at least with its beginning."""
        y = self._y
        for block in blocks[:-1]:
            y = self._beneath(block, y) - block.flowable.wrap(self._column.width, y)[1]
        room = self._beneath(blocks[-1], y) - self._style.page.bottom
        height = blocks[-1].flowable.wrap(self._column.width, room)[1]
        return height <= room + _ROUNDING or bool(blocks[-1].flowable.split(self._column.width, room))

    def _place(self, block: Block) -> list[Block]:
        """Draw a block, or as much of it as the page holds; return what is left for the next page."""
        top = self._beneath(block, self._y)
        room = top - self._style.page.bottom
        height = block.flowable.wrap(self._column.width, room)[1]
        if height <= room + _ROUNDING:
            self._draw(block.flowable, top - height)
            return []
        parts = block.flowable.split(self._column.width, room)
        if len(parts) == 2:
            self._draw(parts[0], top - parts[0].wrap(self._column.width, room)[1])
            self._new_page()
            return [Block(parts[1], 0.0, block.keep)]
        if self._y >= self._top:
            raise DefectError("something is higher than a page and cannot be split")
        self._new_page()
        return [block]

    def _beneath(self, block: Block, y: float) -> float:
        """Height of the top of a block that is set when the pen is at `y`."""
        top = y if y >= self._top else y - block.space
        if not block.on_grid:
            return top
        page = self._style.page
        origin = self._top - ASCENT * self._style.text.body.size
        lines = (origin - (top - block.ascent)) / page.grid
        return origin - page.grid * -(-(lines - _ROUNDING) // 1) + block.ascent

    def _draw(self, flowable: Flowable, y: float) -> None:
        flowable.draw_on(self._canvas, self._column.x, y)
        self._y = y

    def _new_page(self) -> None:
        self._canvas.end_page()
        self._y = self._top
