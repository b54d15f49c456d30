"""Rooms → a table of what happens in each of them, day by day, in groups of one building."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from booklet.composing.flowables.table_row import Cell, Rule, Stacked, TableRow
from booklet.composing.furniture import titled_furniture
from booklet.composing.labels import Labels
from booklet.composing.page_number import page_run
from booklet.composing.section import Column, Section
from booklet.composing.sections.indexes.page_references import Finder
from booklet.composing.sections.indexes.room_happenings import Happening, RoomDays, rooms_in_use
from booklet.composing.text import WIDE, bold_voice, paragraph, voice
from booklet.composing.times import hours_in_zone, printed_day, printed_weekday
from booklet.flowable import Block
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.program import Program
from booklet.page_map import PageMap
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element
from booklet.units import MM

_KEY = "rooms"
# Of the usual parts, this one has pages from more rooms on than so many.
_MOST_WITHOUT = 8
# More days than these, or a page narrower than this, and the days of a room stand below each other.
_MOST_BESIDE, _LEAST_BESIDE = 3, 150 * MM
_ROOM, _GAP, _NUMBER = 33 * MM, 4 * MM, 2.6  # the first column; between columns; sizes of the text for a page number
_HEAVY, _MIDDLE, _HAIR = 0.9, 0.5, 0.25
# Leadings below the last baseline of a row; of white above a building, above the table, and between what happens in a room.
_FOOT, _ABOVE_BUILDING, _ABOVE_TABLE, _APART = 0.45, 0.5, 1.0, 0.15
_COLUMN_HEADER, _ROW_HEADER = "<</O/Table/Scope/Column>>", "<</O/Table/Scope/Row>>"
_DASH = "–"


@dataclass(frozen=True, slots=True)
class _Grid:
    """What rows are set with: the left edges of the columns and their width, in points; `beside`: a column for each day."""

    letters: Letters
    labels: Labels
    program: Program
    finder: Finder
    dates: tuple[date, ...]
    beside: bool

    @property
    def columns(self) -> int:
        """How many there are."""
        return 1 + (len(self.dates) if self.beside else 1)

    def cell(self, column: int) -> tuple[float, float]:
        """Left edge and width of a column."""
        inner = self.letters.style.page.inner_width
        first = _ROOM if self.beside else inner * 0.2
        width = (inner - first) / (self.columns - 1)
        return (
            (0.0, first - _GAP)
            if column == 0
            else (first + (column - 1) * width, width - _GAP * (column < self.columns - 1))
        )

    def day(self, day: date) -> str:
        """A day in a word, where one week has them all."""
        printed = printed_weekday if self.dates[-1].toordinal() - self.dates[0].toordinal() < 7 else printed_day
        return printed(day, self.letters.language)

    def row(self, cells: Sequence[Cell], above: Rule | None = None, below: Rule | None = None) -> TableRow:
        """A row of the table."""
        style = self.letters.style
        foot = style.text.index_family.leading * _FOOT
        return TableRow(tuple(cells), foot, style.page.text_height, above=above, below=below)


def compose_rooms(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """One section, or none: where there are too few rooms, or none is in use."""
    rooms = rooms_in_use(program)
    if not rooms or (not program.settings.chosen and len(rooms) <= _MOST_WITHOUT):
        return ()
    style, page = letters.style, letters.style.page
    root = Element("Sect")
    dates = tuple(day.date for day in program.days)
    beside = len(dates) <= _MOST_BESIDE and page.inner_width >= _LEAST_BESIDE
    grid = _Grid(letters, labels, program, Finder(program, pages), dates, beside)
    title = paragraph(letters, style.text.section_title, labels.rooms, root.add("H1"), align="balance")
    rows = _rows(rooms, grid, root.add("Table"))
    above = style.text.index_family.leading * _ABOVE_TABLE
    blocks = [Block(title, keep=True), replace(rows[0], space=above), *rows[1:]]
    furniture = titled_furniture(program.event, labels.rooms)
    columns = (Column(page.left, page.inner_width),)
    return (Section(_KEY, root, labels.rooms, columns, tuple(blocks), furniture=furniture),)


def _rows(rooms: Sequence[RoomDays], grid: _Grid, table: Element) -> list[Block]:
    """The head of the table, repeated on every page, and its rows."""
    text, colors = grid.letters.style.text, grid.letters.style.colors
    leading = text.index_family.leading
    heavy = Rule(_HEAVY, colors.ink)
    again: tuple[Block, ...] = ()
    blocks: list[Block] = []
    if grid.beside:
        blocks.append(Block(_header(grid, table.add("TR")), keep=True))
        again = (Block(_header(grid, None)),)
    for building, group in groupby(rooms, key=lambda found: found.room.building):
        members = tuple(group)
        if building:
            row = _spanning(building, grid, table, None if blocks else heavy)
            blocks.append(Block(row, leading * _ABOVE_BUILDING, keep=True, again=again))
        for number, found in enumerate(members):
            is_last = number == len(members) - 1
            below = heavy if found is rooms[-1] else None if is_last else Rule(_HAIR, colors.rule)
            blocks += _room(found, grid, table, None if blocks else heavy, below, again)
    return blocks


def _header(grid: _Grid, row: Element | None) -> TableRow:
    """The names of the columns; an artifact without an element."""
    style = grid.letters.style.text.index_given
    words = (grid.labels.room, *map(grid.day, grid.dates))
    cells = []
    for column, word in enumerate(words):
        x, width = grid.cell(column)
        head = row.add("TH", attributes=_COLUMN_HEADER) if row else None
        element = head.add("P") if head else None
        cells.append(Cell(x, width, (Stacked(paragraph(grid.letters, style, word, element), style.leading * 1.2),)))
    colors = grid.letters.style.colors
    return grid.row(cells, Rule(_HEAVY, colors.ink), Rule(_MIDDLE, colors.ink))


def _spanning(building: str, grid: _Grid, table: Element, above: Rule | None) -> TableRow:
    """The name of a building over all columns."""
    plain = grid.letters.style.text.section_subtitle
    style = replace(plain, color=grid.letters.style.colors.accent)
    head = table.add("TR").add("TH", attributes=f"<</O/Table/Scope/Column/ColSpan {grid.columns}>>")
    words = paragraph(grid.letters, style, building, head.add("P"))
    return grid.row((Cell(0.0, grid.letters.style.page.inner_width, (Stacked(words, style.leading),)),), above)


def _room(
    found: RoomDays, grid: _Grid, table: Element, above: Rule | None, below: Rule | None, again: tuple[Block, ...]
) -> list[Block]:
    """A row with a column for each day, or a row for each day below one with the name."""
    row = table.add("TR")
    if grid.beside:
        head = row.add("TH", attributes=_ROW_HEADER)
        x, width = grid.cell(0)
        cells = [Cell(x, width, (Stacked(_name(found, grid, head), _drop(grid)),))]
        for column, (_, happenings) in enumerate(found.days, 1):
            cells += _cells(happenings, grid, row.add("TD"), column)
        return [Block(grid.row(cells, above, below), again=again)]
    head = row.add("TH", attributes="<</O/Table/Scope/Column/ColSpan 2>>")
    width = grid.letters.style.page.inner_width
    blocks = [Block(grid.row((Cell(0.0, width, (Stacked(_name(found, grid, head), _drop(grid)),)),), above), keep=True)]
    style = grid.letters.style.text.index_given
    used = [(day, happenings) for day, happenings in found.days if happenings]
    for day, happenings in used:
        row = table.add("TR")
        when = paragraph(grid.letters, style, grid.day(day), row.add("TH", attributes=_ROW_HEADER).add("P"))
        x, width = grid.cell(0)
        cells = [Cell(x, width, (Stacked(when, _drop(grid)),)), *_cells(happenings, grid, row.add("TD"), 1)]
        blocks.append(Block(grid.row(cells, None, below if day == used[-1][0] else None)))
    return blocks


def _drop(grid: _Grid) -> float:
    """From the top of a row to its first baseline."""
    return grid.letters.style.text.index_family.leading


def _name(found: RoomDays, grid: _Grid, head: Element) -> Paragraph:
    text = grid.letters.style.text
    runs = [Run(found.room.name, bold_voice(text.index_family), isolate=True)]
    if found.room.note:
        runs += [Run(f"{WIDE} ", voice(text.index_given)), Run(found.room.note, voice(text.index_given), isolate=True)]
    return Paragraph(grid.letters, tuple(runs), text.index_family.leading, head.add("P"), align="left")


def _cells(happenings: Sequence[Happening], grid: _Grid, cell: Element, column: int) -> list[Cell]:
    """What happens, each with its time, and flush right its page: read one after the other."""
    text = grid.letters.style.text
    style, leading = text.index_family, text.index_family.leading
    x, width = grid.cell(column)
    if not happenings:
        return [Cell(x, width, (Stacked(paragraph(grid.letters, text.index_given, _DASH, cell.add("P")), leading),))]
    room = _NUMBER * style.size
    drop = _drop(grid)
    cells = []
    for happening in happenings:
        words = _words(happening, grid, cell)
        words.wrap(width - room, 0)
        cells.append(Cell(x, width - room, (Stacked(words, drop),)))
        number = _number(happening, grid, cell)
        if number:
            cells.append(Cell(x + width - room, room, (Stacked(number, drop),)))
        drop += (words.line_count + _APART) * leading
    return cells


def _words(happening: Happening, grid: _Grid, cell: Element) -> Paragraph:
    text, event = grid.letters.style.text, grid.program.event
    runs = [Run(happening.title, voice(text.index_family), isolate=True)]
    when = hours_in_zone(happening.start, happening.end, event)
    if when:
        runs += [Run(f"{WIDE} ", voice(text.index_given)), Run(when, voice(text.index_given), isolate=True)]
    return Paragraph(grid.letters, tuple(runs), text.index_family.leading, cell.add("P"), align="left")


def _number(happening: Happening, grid: _Grid, cell: Element) -> Paragraph | None:
    """The page of its first session, where the booklet has it."""
    text = grid.letters.style.text
    found = grid.finder.session(happening.session)
    index = grid.finder.pages.page(found[0]) if found else None
    if index is None:
        return None
    accent = bold_voice(text.index_family, grid.letters.style.colors.accent)
    run = page_run(index, found[0], accent, grid.labels)
    return Paragraph(grid.letters, (run,), text.index_family.leading, cell.add("P"), align="right")
