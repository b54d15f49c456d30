"""The items of a session → the rows of its table."""

from booklet.composing.counted_names import NameSetting, name_runs
from booklet.composing.flowables.table_row import Cell, Rule, Stacked, TableRow
from booklet.composing.labels import Labels
from booklet.composing.page_number import page_run
from booklet.composing.sections.talks.abstracts import talk_key
from booklet.composing.text import paragraph, voice
from booklet.composing.times import Clock, printed_minutes, printed_range
from booklet.flowable import Block
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph, Side
from booklet.lettering.runs import Run
from booklet.model.session import Item, Session
from booklet.model.talk import Talk
from booklet.page_map import PageMap
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element

# Of more authors than this only some are named, and the others counted.
_MOST_NAMES, _NAMED = 12, 8
_WEIGHT, _HAIR = 0.9, 0.25
_GAP = 6.0  # between columns, in points
_ROW_HEADER = "<</O/Table/Scope/Row>>"


@dataclass(frozen=True, slots=True)
class RowSetting:
    """What rows are set with."""

    letters: Letters
    labels: Labels
    pages: PageMap
    clock: Clock


def first_drop(grid: float, air: float) -> float:
    """From the rule above a row to its first baseline, in points; `air` scales what is white there."""
    return grid * (0.585 * air + 0.585)


def session_rows(session: Session, setting: RowSetting, air: float, root: Element) -> list[Block]:
    """A row for every item; the first opens the table, the last closes it. `air` scales their white."""
    table = root.add("Table")
    style = setting.letters.style
    ink, hair = Rule(_WEIGHT, style.colors.ink), Rule(_HAIR, style.colors.rule)
    grid, last = style.page.grid, len(session.items) - 1
    drop = first_drop(grid, air)
    blocks = []
    for index, item in enumerate(session.items):
        cells = row_cells(item, setting, table.add("TR"))
        above, below = (None if index else ink), (ink if index == last else hair)
        row = TableRow(cells, grid * 0.5 * air, style.page.text_height, drop=drop, above=above, below=below)
        gap = 0.0 if index else grid * 0.7
        blocks.append(Block(row, gap, keep=index in {0, last - 1}))
    return blocks


def row_cells(item: Item, setting: RowSetting, row: Element) -> tuple[Cell, ...]:
    """Time and duration, title and people, page number: each row has the three, so that the table's columns are whole.
    The first baselines are where the row's drop ends."""
    text, page = setting.letters.style.text, setting.letters.style.page
    start, number_width = page.text_left - page.left, text.page_number.size * 3.5
    width = page.inner_width - start - number_width
    when = _when(item, setting, row.add("TH", attributes=_ROW_HEADER))
    what = row.add("TD")
    if item.talk is None:
        title = paragraph(setting.letters, text.row_event, item.title, what.add("P"))
        row.add("TD")
        return Cell(0, start - _GAP, when), Cell(start, width, (Stacked(title, 0.0),))
    stack = _what(item.talk, setting, what)
    number = _number(item.talk, setting, row.add("TD"))
    return (
        Cell(0, start - _GAP, when),
        Cell(start, width, stack),
        Cell(page.inner_width - number_width, number_width, number),
    )


def _when(item: Item, setting: RowSetting, head: Element) -> tuple[Stacked, ...]:
    """Time, or the board of a poster, and for a talk its minutes and what became of it."""
    letters, text = setting.letters, setting.letters.style.text
    time = printed_range(item.start, item.end, setting.clock, setting.letters.language)
    time = time or (item.talk.board if item.talk else None) or ""
    style = text.row_time if item.talk else text.row_event
    face = style.face if item.talk else "sans"
    runs = (Run(time, voice(replace(style, face=face))),) if time else ()
    stack = [Stacked(Paragraph(letters, runs, style.leading, head.add("P"), align="left"), 0.0)]
    if item.talk:
        details = (printed_minutes(item.minutes, item.questions), setting.labels.status(item.talk.status))
        small = text.row_detail
        stack += [Stacked(paragraph(letters, small, word, head.add("P")), small.leading) for word in details if word]
    return tuple(stack)


def _what(talk: Talk, setting: RowSetting, cell: Element) -> tuple[Stacked, ...]:
    """Title and people. The title leads to the abstract."""
    letters, text = setting.letters, setting.letters.style.text
    link = f"#{talk_key(talk)}" if setting.pages.page(talk_key(talk)) is not None else None
    language = talk.language
    # In a table titles of all languages begin at one side.
    side: Side | None = "right" if letters.style.mirrored else None
    title = paragraph(
        letters, text.row_title, talk.title, cell.add("P"), align="balance", language=language, link=link, side=side
    )
    stack = [Stacked(title, 0.0)]
    if talk.authors:
        runs = _names(talk, setting)
        names = Paragraph(
            letters, runs, text.row_authors.leading, cell.add("P"), align="left", language=language, side=side
        )
        stack.append(Stacked(names, text.row_title.leading * 0.95))
    return tuple(stack)


def _names(talk: Talk, setting: RowSetting) -> tuple[Run, ...]:
    """Authors, presenters in bold ink; of very many only the first, and how many more there are."""
    style, colors = setting.letters.style.text.row_authors, setting.letters.style.colors
    language = talk.language or setting.letters.language
    count = len(talk.authors) if len(talk.authors) <= _MOST_NAMES else _NAMED
    names = NameSetting(setting.letters, style, colors.ink, setting.labels.more_authors_of, language)
    return name_runs(talk.authors, count, names)


def _number(talk: Talk, setting: RowSetting, cell: Element) -> tuple[Stacked, ...]:
    """The page of the abstract, flush right."""
    style = setting.letters.style.text.page_number
    index = setting.pages.page(talk_key(talk))
    if index is None:
        return ()
    run = page_run(index, talk_key(talk), voice(style), setting.labels)
    return (Stacked(Paragraph(setting.letters, (run,), style.leading, cell.add("P"), align="right"), 0.0),)
