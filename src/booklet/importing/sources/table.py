"""Rows of texts into a table that is not larger than is taken."""

from collections.abc import Iterable

from booklet import limits
from booklet.codes import LEFT_OUT
from booklet.finding import Finding
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row from the first column on, and the line in which it begins (of a sheet: its row number)."""

    cells: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that are not empty, and the name of the sheet or of the file without its ending."""

    name: str
    rows: tuple[Row, ...]


def bounded(name: str, rows: Iterable[Row], findings: list[Finding]) -> Table:
    """The table of the rows that have text, as far as limits allow; what they do not allow is said."""
    taken: list[Row] = []
    cells = 0
    for row in rows:
        if not any(map(str.strip, row.cells)):
            continue
        cells += len(row.cells)
        if len(taken) >= limits.SOURCE_ROWS or cells > limits.SOURCE_VALUES:
            most = f"{limits.SOURCE_ROWS} rows or {limits.SOURCE_VALUES} cells"
            message = f"the table has more than {most}; the rest is left out"
            findings.append(Finding(LEFT_OUT, message, row.place, "split it"))
            break
        taken.append(_short(row, findings))
    return Table(name, tuple(taken))


def _short(row: Row, findings: list[Finding]) -> Row:
    if len(row.cells) > limits.SOURCE_COLUMNS:
        message = f"the row has more than {limits.SOURCE_COLUMNS} cells; the rest is left out"
        findings.append(Finding(LEFT_OUT, message, row.place))
        row = replace(row, cells=row.cells[: limits.SOURCE_COLUMNS])
    if any(len(cell) > limits.SOURCE_TEXT for cell in row.cells):
        message = f"a cell has more than {limits.SOURCE_TEXT} characters; the rest is left out"
        findings.append(Finding(LEFT_OUT, message, row.place))
        row = replace(row, cells=tuple(cell[: limits.SOURCE_TEXT] for cell in row.cells))
    return row
