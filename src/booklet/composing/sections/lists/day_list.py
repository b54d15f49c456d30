"""The sessions of a day, one after another → blocks of one column: a head and a table for each, and breaks between them."""

from dataclasses import replace

from booklet.composing.flowables.table_row import Rule, TableRow
from booklet.composing.program_form import session_key
from booklet.composing.sections.lists.list_setting import HAIR, ListSetting
from booklet.composing.sections.lists.session_heads import block_head, continued_head, is_block, session_head, slim_line
from booklet.composing.sections.program_rows import RowSetting, row_cells
from booklet.composing.text import spoken
from booklet.flowable import Anchor, Block
from booklet.model.session import Item, Session
from booklet.structure import Element


def session_anchor(session: Session) -> Anchor:
    """The destination of a session; breaks are no entries of the outline."""
    return Anchor(session_key(session.id), "" if session.kind == "break" else spoken(session.title), 2)


def session_blocks(session: Session, setting: ListSetting, air: float, root: Element) -> list[Block]:
    """A session as one line, as one block, or as a head with rows."""
    items, grid, anchor = setting.items(session), setting.page.grid, session_anchor(session)
    sect = root.add("Sect", name=anchor.name)
    if not items:
        return [Block(slim_line(session, setting, air, sect), grid * 0.4 * air, anchor=anchor)]
    talk = items[0].talk
    if len(items) == 1 and talk and session.kind != "posters" and is_block(session, talk, setting):
        head = block_head(session, items[0], talk, setting, air, sect)
        return [Block(head, grid * 0.85 * air, anchor=anchor)]
    head = session_head(session, setting, air, sect)
    again = (Block(continued_head(session, setting, air), keep=True),)
    rows = _rows(items, setting, air, sect.add("Table"))
    last = len(rows) - 1
    kept = [Block(row, keep=index in {0, last - 1}, again=again) for index, row in enumerate(rows)]
    kept[-1] = replace(kept[-1], keep=False)
    return [Block(head, grid * 0.85 * air, keep=True, anchor=anchor), *kept]


def _rows(items: tuple[Item, ...], setting: ListSetting, air: float, table: Element) -> list[TableRow]:
    """Rows with hairlines between them."""
    style, page = setting.letters.style, setting.page
    rows = RowSetting(setting.letters, setting.labels, setting.pages, setting.clock, air)
    hair = Rule(HAIR, style.colors.rule)
    last = len(items) - 1
    return [
        TableRow(
            row_cells(item, rows, table.add("TR")),
            page.grid * 0.5 * air,
            setting.tallest,
            below=None if index == last else hair,
        )
        for index, item in enumerate(items)
    ]
