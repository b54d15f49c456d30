"""A table that nobody knows into what its columns may be, by their headers and by their cells."""

from collections.abc import Callable

from booklet.importing.column_mapping import Column, ColumnMapping, header_text, numbered
from booklet.importing.formats.mapped.column_cells import (
    Cells,
    cells_of,
    is_day,
    is_duration,
    is_long,
    is_mail,
    is_minutes,
    is_name,
    is_time,
    is_web,
    is_wordy,
)
from booklet.importing.formats.mapped.header_words import header_role
from booklet.importing.sources.table import Table
from booklet.plain_dataclasses import dataclass, replace

_HEADERS_WITHIN = 30  # rows
_HALF = 0.5
# Of these a table has one; of all others it may have several.
_ONCE = (
    "id", "title", "abstract", "kind", "track", "session", "sub-session", "room", "date", "start", "end", "duration", "order",
    "language", "board",
)  # fmt: skip
_CHECKED: dict[str, tuple[tuple[str, Callable[[str], bool]], ...]] = {
    "date": (("date", is_day), ("start", is_time)),
    "start": (("start", is_time), ("date", is_day)),
    "end": (("end", is_time),),
    "duration": (("duration", is_duration), ("end", is_time)),
}
# What is looked for in the cells of columns whose headers say nothing, in this order.
_SEEN: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("e-mail", is_mail),
    ("date", lambda text: is_day(text) and not is_time(text)),
    ("start", is_time),
    ("abstract", is_long),
)


@dataclass(frozen=True, slots=True)
class Guess:
    """A mapping, and in which row of the table the headers are (None: it has none)."""

    mapping: ColumnMapping
    header: int | None


@dataclass(frozen=True, slots=True)
class _Taken:
    """A column while it is guessed: how surely its header names the role."""

    column: Column
    sure: int
    cells: Cells


def guessed_columns(table: Table) -> Guess | None:
    """What the columns may be; None where none of them can be a title."""
    header = _header_row(table)
    width = max((len(row.cells) for row in table.rows), default=0)
    top = table.rows[header].cells if header is not None else ()
    headers = tuple(header_text(top[at]) if at < len(top) else "" for at in range(width))
    below = table.rows[0 if header is None else header + 1 :]
    columns = []
    for at, (name, number) in enumerate(numbered(headers)):
        role, sure = header_role(name, headers)
        cells = cells_of(row.cells[at] for row in below if at < len(row.cells))
        columns.append(_Taken(Column(name, role, number), sure, cells))
    columns = _each_once(_by_cells(_with_title([_checked(one) for one in columns])))
    if not any(one.column.role == "title" for one in columns):
        return None
    named = tuple(
        replace(one.column, role=one.column.role or "ignore") for one in columns if one.column.header or one.cells.texts
    )
    return Guess(ColumnMapping(named), header)


def _header_row(table: Table) -> int | None:
    """The row of the first that names the most roles; None where no row names two (one, in a table of two columns)."""
    best, most = None, 0
    for at, row in enumerate(table.rows[:_HEADERS_WITHIN]):
        named = [cell for cell in row.cells if cell.strip()]
        if any(is_time(cell) or is_day(cell) or len(cell) > 500 for cell in named):
            continue
        roles = {role for cell in named if (role := header_role(header_text(cell), tuple(map(header_text, named)))[0])}
        enough = 2 if len(named) > 2 else 1
        if len(roles) >= enough and len(roles) > most and len(named) > 1:
            best, most = at, len(roles)
    return best


def _checked(one: _Taken) -> _Taken:
    """The column with another role, or none, where its cells are not what its header says."""
    role = one.column.role
    if role not in _CHECKED or not one.cells.texts:
        return one
    fitting = next((other for other, is_such in _CHECKED[role] if one.cells.are(is_such, _HALF)), "")
    return replace(one, column=replace(one.column, role=fitting or "ignore"), sure=one.sure if fitting == role else 1)


def _by_cells(columns: list[_Taken]) -> list[_Taken]:
    for role, is_such in _SEEN:
        known = {one.column.role for one in columns}
        for at, one in enumerate(columns):
            if not one.column.role and one.cells.are(is_such) and (role not in known or role not in _ONCE):
                columns[at] = _as(one, role)
                known.add(role)
    for at, one in enumerate(columns):
        if not one.column.role and one.cells.are(is_web):
            columns[at] = _as(one, "link")
    if any(one.column.role == "start" for one in columns) and not any(one.column.role == "duration" for one in columns):
        _set_first(columns, "duration", lambda one: not one.column.header and one.cells.are(is_minutes, 1))
    if not any(one.column.role in {"authors", "presenter", "family-name", "presenter-family-name"} for one in columns):
        _set_first(columns, "authors", lambda one: one.cells.are(is_name))
    if not any(one.column.role == "title" for one in columns):
        _set_first(columns, "title", lambda one: one.cells.are(is_wordy) and one.cells.variety > _HALF)
    return columns


def _with_title(columns: list[_Taken]) -> list[_Taken]:
    """Where nothing else can be the title, it is that of the session, which each row then is."""
    if any(one.column.role == "title" for one in columns):
        return columns
    return [_as(one, "title") if one.column.role == "session" else one for one in columns]


def _set_first(columns: list[_Taken], role: str, is_such: Callable[[_Taken], bool]) -> None:
    at = next((at for at, one in enumerate(columns) if not one.column.role and is_such(one)), None)
    if at is not None:
        columns[at] = _as(columns[at], role)


def _as(one: _Taken, role: str) -> _Taken:
    return replace(one, column=replace(one.column, role=role))


def _each_once(columns: list[_Taken]) -> list[_Taken]:
    """Of several columns of a role that a table has once, the surest and first one that has cells."""
    found = list(columns)
    for role in _ONCE:
        alike = [at for at, one in enumerate(found) if one.column.role == role]
        best = max(alike, key=lambda at: (bool(found[at].cells.texts), found[at].sure, -at), default=None)
        for at in alike:
            if at != best:
                found[at] = _as(found[at], "ignore")
    return found
