"""An Excel workbook into tables of texts, a table for each sheet that is shown."""

import datetime as dt
import re
import warnings
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from booklet import limits
from booklet.codes import BAD_SOURCE, LEFT_OUT
from booklet.errors import WrongUseError
from booklet.finding import Finding
from booklet.importing.sources.packed import package
from booklet.importing.sources.source import SourceFile
from booklet.importing.sources.table import Row, Table, bounded
from booklet.place import Place
from booklet.text_file import without_forbidden

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml")
# A cell with a formula and nothing, or an empty value, after it.
_NO_RESULT = re.compile(
    rb'<(?:\w{1,9}:)?c\s(?:[^<>]*?\s)?r="[A-Z]{1,3}([0-9]{1,7})"[^<>]*>\s*'
    rb"<(?:\w{1,9}:)?f(?:\s[^<>]*)?(?:/>|>[^<]*</(?:\w{1,9}:)?f>)\s*"
    rb"(?:<(?:\w{1,9}:)?v\s*/>|<(?:\w{1,9}:)?v></(?:\w{1,9}:)?v>)?\s*</(?:\w{1,9}:)?c>"
)
_MANY = 1000
_REMEDY = 'Excel workbooks need the library openpyxl: pip install "booklet[import]"'


def sheets(file: SourceFile, findings: list[Finding]) -> tuple[Table, ...]:
    """The sheets that are shown and not empty. Dates are "2026-05-04", times "09:30", both together with a blank between;
    truths "true" and "false"; a formula is its last result. None, with a finding, when the file is refused or damaged.

    Raises WrongUseError when openpyxl is not installed.
    """
    parts = package(file.data, file.name, findings)
    if parts is None:
        return ()
    try:
        from booklet.importing.sources.plain_openpyxl import load_workbook
    except ImportError as error:
        raise WrongUseError(_REMEDY) from error
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and forms, which are not read
        try:
            workbook = load_workbook(BytesIO(file.data), read_only=True, data_only=True, keep_links=False)
            found = tuple(_tables(workbook, file.name, findings))
            workbook.close()
        except Exception:  # noqa: BLE001  openpyxl 3.1 answers damaged workbooks with whatever goes wrong inside
            message = "the workbook is damaged, or no Excel workbook"
            findings.append(Finding(BAD_SOURCE, message, Place(file.name), "save it again as .xlsx"))
            return ()
    for name, part in parts.items():
        for cell in islice(_NO_RESULT.finditer(part) if _SHEETS.fullmatch(name) else (), _MANY):
            message = "a formula whose result the workbook does not hold is read as empty"
            hint = "open the workbook, let it calculate, and save it"
            findings.append(Finding(LEFT_OUT, message, Place(file.name, int(cell[1]) or 1), hint))
    if not found and not findings:
        findings.append(Finding(BAD_SOURCE, "the workbook is empty", Place(file.name)))
    return found


def _tables(workbook: "Workbook", file: str, findings: list[Finding]) -> Iterator[Table]:
    budget = [3 * limits.SOURCE_VALUES]
    for sheet in workbook.worksheets:
        name = without_forbidden(sheet.title)
        if sheet.sheet_state != "visible":
            message = f'the hidden sheet "{name[:60]}" is left out'
            findings.append(Finding(LEFT_OUT, message, Place(file), "show it if it belongs to the program"))
            continue
        if hasattr(sheet, "reset_dimensions"):
            sheet.reset_dimensions()  # what a workbook says about them is often wrong
        table = bounded(name, _rows(sheet.iter_rows(values_only=True), file, budget, findings), findings)
        if table.rows:
            yield table


def _rows(rows: Iterator[tuple[object, ...]], file: str, budget: list[int], findings: list[Finding]) -> Iterator[Row]:
    """Rows of texts without empty cells at the end, as long as the one number of the `budget` allows cells and rows."""
    for number, values in enumerate(rows, 1):
        budget[0] -= len(values) + 1
        if budget[0] < 0:
            message = "the workbook has too many empty cells; the rest is left out"
            findings.append(Finding(LEFT_OUT, message, Place(file, number), "copy what is needed to a new sheet"))
            return
        width = next((at for at in range(len(values), 0, -1) if values[at - 1] is not None), 0)
        if width:
            yield Row(tuple(map(_text, values[:width])), Place(file, number))


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, dt.datetime):
        moment = _to_second(value)
        day, clock = moment.date(), moment.time()
        return day.isoformat() if clock == dt.time() else f"{day.isoformat()} {_clock(clock)}"
    if isinstance(value, dt.time):
        return _clock(_to_second(dt.datetime.combine(dt.date(2000, 1, 1), value)).time())
    if isinstance(value, dt.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    return without_forbidden(str(value).replace("\r\n", "\n").replace("\r", "\n"))


def _to_second(moment: dt.datetime) -> dt.datetime:
    """A cell holds days as a fraction, which makes 9:30 into 9:29:59.999."""
    return (moment + dt.timedelta(milliseconds=500)).replace(microsecond=0)


def _clock(time: dt.time) -> str:
    return time.isoformat("seconds" if time.second else "minutes")
