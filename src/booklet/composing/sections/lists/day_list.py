"""The sessions of a day, one after another → blocks of one column: a head and a table for each, and breaks between them."""

from collections.abc import Callable

from booklet.composing.flowables.table_row import AiredRow, Rule, TableRow
from booklet.composing.program_form import session_key
from booklet.composing.sections.lists.list_setting import HAIR, ListSetting
from booklet.composing.sections.lists.session_heads import block_head, continued_head, is_block, session_head, slim_line
from booklet.composing.sections.program_rows import RowSetting, first_drop, row_cells
from booklet.composing.text import spoken
from booklet.flowable import Anchor, Block
from booklet.model.session import Item, Session
from booklet.plain_dataclasses import replace
from booklet.structure import Element

# Blocks with some share of the usual white. What they say is the same with any.
AiredBlocks = Callable[[float], list[Block]]


def session_anchor(session: Session) -> Anchor:
    """The destination of a session; breaks are no entries of the outline."""
    return Anchor(session_key(session.id), "" if session.kind == "break" else spoken(session.title), 2)


def session_blocks(session: Session, setting: ListSetting, root: Element) -> AiredBlocks:
    """A session as one line, as one block, or as a head with rows."""
    items, grid, anchor = setting.items(session), setting.page.grid, session_anchor(session)
    sect = root.add("Sect", name=anchor.name)
    if not items:
        line = slim_line(session, setting, sect)
        return lambda air: [Block(line(air), grid * 0.4 * air, anchor=anchor)]
    talk = items[0].talk
    if len(items) == 1 and talk and session.kind != "posters" and is_block(session, talk, setting):
        only = block_head(session, items[0], talk, setting, sect)
        return lambda air: [Block(only(air), grid * 0.85 * air, anchor=anchor)]
    head, continued = session_head(session, setting, sect), continued_head(session, setting)
    rows = _rows(items, setting, sect.add("Table"))
    last = len(rows) - 1

    def blocks(air: float) -> list[Block]:
        again = (Block(continued(air), keep=True),)
        kept = [Block(row(air), keep=index in {0, last - 1}, again=again) for index, row in enumerate(rows)]
        kept[-1] = replace(kept[-1], keep=False)
        return [Block(head(air), grid * 0.85 * air, keep=True, anchor=anchor), *kept]

    return blocks


def _rows(items: tuple[Item, ...], setting: ListSetting, table: Element) -> list[AiredRow]:
    """Rows with hairlines between them."""
    style, grid = setting.letters.style, setting.page.grid
    rows = RowSetting(setting.letters, setting.labels, setting.pages, setting.clock)
    hair = Rule(HAIR, style.colors.rule)
    last = len(items) - 1

    def row(index: int, item: Item) -> AiredRow:
        cells = row_cells(item, rows, table.add("TR"))
        below = None if index == last else hair
        return lambda air: TableRow(cells, grid * 0.5 * air, setting.tallest, drop=first_drop(grid, air), below=below)

    return [row(index, item) for index, item in enumerate(items)]
