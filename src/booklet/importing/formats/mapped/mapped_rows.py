"""The tables of a source and a mapping into rows whose cells are known by their roles."""

from collections.abc import Iterable, Iterator

from booklet.codes import LEFT_OUT, PRIVATE, UNUSED_FIELD
from booklet.finding import Finding
from booklet.importing.cleaning.moments import calendar_day
from booklet.importing.column_mapping import Column, ColumnMapping, header_text, numbered
from booklet.importing.formats.mapped.day_order import day_order, in_order_of
from booklet.importing.formats.mapped.guessed_columns import Guess, guessed_columns
from booklet.importing.formats.mapped.header_words import header_role
from booklet.importing.sources.source import Source
from booklet.importing.sources.table import Row, Table
from booklet.importing.sources.tables import tables
from booklet.place import Place
from booklet.plain_dataclasses import dataclass

_HEADERS_WITHIN = 30
_TIMES = frozenset({"date", "start", "end"})


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a column that is read; it may be empty."""

    column: Column
    text: str


@dataclass(frozen=True, slots=True)
class MappedRow:
    """The cells of a row in the order of the table; `only` is the text of the row where it has one cell."""

    cells: tuple[Cell, ...]
    place: Place
    only: str = ""

    def text(self, role: str) -> str:
        """The first text of a role; empty where there is none."""
        return next((cell.text for cell in self.cells if cell.column.role == role and cell.text), "")

    def texts(self, *roles: str) -> tuple[Cell, ...]:
        """The cells of some roles that are not empty."""
        return tuple(cell for cell in self.cells if cell.column.role in roles and cell.text)

    def has(self, role: str) -> bool:
        """Whether the table has such a column."""
        return any(cell.column.role == role for cell in self.cells)


@dataclass(frozen=True, slots=True)
class _Found:
    """A table with the positions of the mapping's columns, by header and number, and its row of headers."""

    table: Table
    header: int | None
    positions: dict[tuple[str, int], int]


def all_tables(source: Source, findings: list[Finding]) -> tuple[Table, ...]:
    """The tables of all files of a source that have more than a row."""
    found = (table for file in source.ending(".csv", ".tsv", ".xlsx") for table in tables(file, findings))
    return tuple(table for table in found if len(table.rows) > 1)


def best_guess(found: Iterable[Table]) -> Guess | None:
    """The guess for the table of which most columns are understood; of as many, that with more rows."""
    guesses = [(guess, table) for table in found if (guess := guessed_columns(table))]
    if not guesses:
        return None
    return max(guesses, key=lambda pair: (len({one.role for one in pair[0].mapping.read}), len(pair[1].rows)))[0]


def mapped_rows(
    source: Source, mapping: ColumnMapping, *, guessed: bool, findings: list[Finding]
) -> tuple[tuple[MappedRow, ...], ...]:
    """The rows of each table that has the mapping's title and most of its columns; others are left out. Of columns that a
    `guessed` mapping ignores it is said that they are."""
    found = []
    for table in all_tables(source, findings):
        at = _found(table, mapping)
        if at is None:
            message = f'the table "{table.name[:60]}" has other columns and is left out'
            findings.append(Finding(LEFT_OUT, message, table.rows[0].place, "import it by itself"))
            continue
        _tell(at, mapping, guessed=guessed, findings=findings)
        found.append(tuple(_rows(at, mapping)))
    return tuple(found)


def _found(table: Table, mapping: ColumnMapping) -> _Found | None:
    wanted = {(column.header, column.number) for column in mapping.read}
    titles = {(column.header, column.number) for column in mapping.read if column.role == "title"}
    if not any(header for header, _ in wanted):
        return _Found(table, None, {("", at + 1): at for at in range(max(len(row.cells) for row in table.rows))})
    best: _Found | None = None
    most = 0
    for at, row in enumerate(table.rows[:_HEADERS_WITHIN]):
        positions = {key: place for place, key in enumerate(numbered(map(header_text, row.cells)))}
        count = len(wanted & positions.keys())
        if count > most and titles & positions.keys():
            best, most = _Found(table, at, positions), count
    return best if 2 * most >= len(wanted) else None


def _tell(found: _Found, mapping: ColumnMapping, *, guessed: bool, findings: list[Finding]) -> None:
    """Say which columns are missing, new, private or of no use, once each."""
    place = found.table.rows[found.header or 0].place
    for column in mapping.read:
        if (column.header, column.number) not in found.positions:
            message = (
                f'the table has no column "{column.header[:60]}", which content/import.yaml takes for {column.role}'
            )
            findings.append(Finding(LEFT_OUT, message, place, "correct its name there"))
    known = {(column.header, column.number): column.role for column in mapping.columns}
    for (header, number), at in found.positions.items():
        role = known.get((header, number))
        if not any(row.cells[at].strip() for row in _below(found) if at < len(row.cells)):
            continue
        if role in {"e-mail", "private"}:
            named = f'"{header[:60]}"' if header else f"number {number}"
            findings.append(Finding(PRIVATE, f"the column {named} is left out", place))
        elif role is None and header:
            message = f'the column "{header[:60]}" is new and not read'
            findings.append(Finding(UNUSED_FIELD, message, place, "give it a role in content/import.yaml"))
        elif guessed and role == "ignore" and header and header_role(header)[0] not in {"ignore", "id", "timestamp"}:
            findings.append(Finding(UNUSED_FIELD, f'the column "{header[:60]}" is not read', place))


def _below(found: _Found) -> tuple[Row, ...]:
    return found.table.rows[0 if found.header is None else found.header + 1 :]


def _rows(found: _Found, mapping: ColumnMapping) -> Iterator[MappedRow]:
    columns = [(column, found.positions.get((column.header, column.number))) for column in mapping.read]
    ordered = sorted(((column, at) for column, at in columns if at is not None), key=lambda pair: pair[1])
    dated = [at for column, at in ordered if column.role in _TIMES]
    order = day_order(row.cells[at] for row in _below(found) for at in dated if at < len(row.cells))
    above = found.table.rows[: found.header or 0]
    top = found.table.rows[found.header].cells if found.header is not None else ()
    for row in (*above, *_below(found)):
        texts = [text for cell in row.cells if (text := cell.strip())]
        only = in_order_of(texts[0], order) if len(texts) == 1 else ""
        # Above the headers stands what the table is about; of that, only the date of its first rows is of use.
        if row.cells == top or (row in above and calendar_day(only) is None):
            continue
        cells = []
        for column, at in ordered:
            text = row.cells[at].strip() if at < len(row.cells) else ""
            cells.append(Cell(column, in_order_of(text, order) if column.role in _TIMES else text))
        yield MappedRow(tuple(cells), row.place, only)
