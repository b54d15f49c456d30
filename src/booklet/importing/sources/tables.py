"""Tables of other systems, as comma-separated values or workbooks, into rows of texts that know their lines."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, count, islice
from pathlib import PurePosixPath

from booklet import limits
from booklet.codes import BAD_SOURCE, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.sources.record import Record
from booklet.importing.sources.source import SourceFile
from booklet.importing.sources.source_text import source_text
from booklet.importing.sources.table import Row, Table, bounded
from booklet.importing.sources.workbook import sheets
from booklet.place import Place
from booklet.plain_dataclasses import dataclass

_DELIMITERS = ",;\t|"
_ANNOUNCED = re.compile(r"sep=([,;\t|])\n")
_NO_FORMULA = ("'=", "'+", "'-", "'@", "'\t")
_SAMPLE_ROWS = 50
_SAMPLE = 100_000


def tables(file: SourceFile, findings: list[Finding]) -> tuple[Table, ...]:
    """The tables of a .csv or .tsv file (one) or of an .xlsx file (one for each sheet that is shown), without empty rows.

    Whether commas, semicolons, tabs or bars stand between the cells is seen from the file. Cells are as they were written,
    with their blanks, but without the apostrophe that keeps spreadsheets from taking them for formulas; those of workbooks
    as workbook.sheets says. None, with a finding, when the file cannot be read."""
    found_tables, found = _read(file)
    findings.extend(found)
    return found_tables


def records(table: Table, header: int = 0) -> tuple[Record, ...]:
    """The rows below the row with this index as records, by the texts of that row. A header that is there again is
    "Header (2)", and so on; cells below an empty header are left out, and cells that a row lacks are empty."""
    if header >= len(table.rows):
        return ()
    names: dict[str, int] = {}
    for column, cell in enumerate(table.rows[header].cells):
        name = " ".join(cell.split())
        ways = chain([name], (f"{name} ({time})" for time in count(2)))
        if name:
            names[next(way for way in ways if way not in names)] = column
    places: dict[str, Place] = {}
    found = []
    for row in table.rows[header + 1 :]:
        cells = row.cells + ("",) * (len(table.rows[header].cells) - len(row.cells))
        found.append(Record({name: cells[column] for name, column in names.items()}, row.place, places))
    return tuple(found)


@lru_cache(maxsize=32)
def _read(file: SourceFile) -> tuple[tuple[Table, ...], tuple[Finding, ...]]:
    findings: list[Finding] = []
    if file.ending == ".xlsx":
        return sheets(file, findings), tuple(findings)
    text = source_text(file, findings)
    if not text.strip():
        if not findings:
            findings.append(Finding(BAD_SOURCE, "the table is empty", Place(file.name)))
        return (), tuple(findings)
    announced = _ANNOUNCED.match(text)
    lines = _lines(file.name, text, announced[1] if announced else _delimiter(text))
    rows = lines.rows(announced.end() if announced else 0, findings)
    table = bounded(PurePosixPath(file.name).stem, rows, findings)
    _beyond_last_column(table, findings)
    return (table,), tuple(findings)


def _delimiter(text: str) -> str:
    """What stands between the cells: with it most rows are of one width, and of the greatest."""
    best, best_score = ",", (0, 0)
    for delimiter in _DELIMITERS:
        rows = islice(_lines("", text[:_SAMPLE], delimiter).rows(0, []), _SAMPLE_ROWS)
        widths = Counter(len(row.cells) for row in rows if len(row.cells) > 1)
        score = max(((times, width) for width, times in widths.items()), default=(0, 0))
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _beyond_last_column(table: Table, findings: list[Finding]) -> None:
    """Say where rows have text beyond the first row and beyond what most rows have."""
    widths = Counter(len(row.cells) for row in table.rows)
    usual = max([len(row.cells) for row in table.rows[:1]] + [width for width, _ in widths.most_common(1)], default=0)
    for row in table.rows:
        if any(cell.strip() for cell in row.cells[usual:]):
            message = f"the row has cells beyond the last of the {usual} columns, which are left out"
            hint = f'put cells with "{_DELIMITERS[0]}" inside in quotes'
            findings.append(Finding(LEFT_OUT, message, row.place, hint))


@dataclass(frozen=True, slots=True)
class _Lines:
    """The text of a table, what stands between its cells, and patterns of cells."""

    file: str
    text: str
    delimiter: str
    quoted: re.Pattern[str]
    loosely_quoted: re.Pattern[str]
    plain: re.Pattern[str]

    def rows(self, at: int, findings: list[Finding]) -> Iterator[Row]:
        """The rows from an offset on, one for each line that is not inside of quotes."""
        line = 1 + self.text.count("\n", 0, at)
        while at < len(self.text):
            place = Place(self.file, line)
            cells, end = self.row(at, place, findings)
            yield Row(tuple(cell[1:] if cell.startswith(_NO_FORMULA) else cell for cell in cells), place)
            line += self.text.count("\n", at, end)
            at = end

    def row(self, at: int, place: Place, findings: list[Finding]) -> tuple[list[str], int]:
        """The cells of the row that begins at an offset, and the offset of the next row."""
        cells: list[str] = []
        while len(cells) <= limits.SOURCE_COLUMNS:
            if found := self.quoted.match(self.text, at) or self.loosely_quoted.match(self.text, at):
                cells.append(found[1].replace('""', '"'))
                at = found.end()
            elif plain := self.plain.match(self.text, at):
                cells.append(plain[0])
                at = plain.end()
            else:
                message = "a quote that opens in this row is never closed; the row is read without quotes"
                findings.append(Finding(LEFT_OUT, message, place, 'close the quote, or write " twice'))
                return self.without_quotes(cells, at)
            if self.text[at : at + 1] != self.delimiter:
                return cells, at + 1
            at += 1
        return self.without_quotes(cells, at)

    def without_quotes(self, cells: list[str], at: int) -> tuple[list[str], int]:
        """The cells with those of the rest of the line, in which quotes mean nothing."""
        end = self.text.find("\n", at)
        end = end if end >= 0 else len(self.text)
        return cells + self.text[at:end].split(self.delimiter, limits.SOURCE_COLUMNS), end + 1


def _lines(file: str, text: str, delimiter: str) -> _Lines:
    sign = re.escape(delimiter)
    ends = rf" *+(?=[{sign}\n]|\Z)"
    return _Lines(
        file,
        text,
        delimiter,
        re.compile(rf' *+"([^"]*+(?:""[^"]*+)*+)"{ends}'),
        re.compile(rf' *+"([^\n]*?)"{ends}'),
        re.compile(rf'(?! *")[^{sign}\n]*+'),
    )
