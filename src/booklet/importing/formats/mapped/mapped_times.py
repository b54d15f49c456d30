"""The cells of a row that say when, into a date, a start and minutes."""

import datetime as dt

from booklet.codes import LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.durations import duration, parts
from booklet.importing.cleaning.moments import calendar_day, clock, moment
from booklet.importing.cleaning.placeholders import is_placeholder
from booklet.importing.cleaning.spans import span
from booklet.importing.formats.mapped.mapped_rows import MappedRow
from booklet.plain_dataclasses import dataclass

_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class When:
    """The date; the start, aware where the row says an offset; minutes of all of it, those of `questions` included."""

    day: dt.date | None = None
    start: dt.datetime | None = None
    minutes: int | None = None
    questions: int | None = None


def when_of(row: MappedRow, day: dt.date | None, findings: list[Finding]) -> When:
    """When the row is; `day` is the one of the rows before, which holds where the row has a time and no date."""
    date, start, end = row.text("date"), row.text("start"), row.text("end")
    own = calendar_day(date)
    if date and own is None and not is_placeholder(date):
        _not_read(date, "a date", row, findings)
    between = span(start) or span(date)
    own = own or (between.day if between else None) or calendar_day(start)
    at = moment(start) or moment(date)
    time = between.start if between else clock(start)
    if start and at is None and time is None and not is_placeholder(start) and calendar_day(start) is None:
        _not_read(start, "a time", row, findings)
    date_of = own or day
    if at is None and time is not None and date_of:
        at = dt.datetime.combine(date_of, time)
    elif at is None and time is not None:
        findings.append(Finding(LEFT_OUT, "a time without a date is left out", row.place, "add a column with the date"))
    minutes, questions = _lasting(row, findings)
    if minutes is None and at:
        minutes = _until(at, between.end if between else None, end, row, findings)
    return When(own or (at.date() if at else None), at, minutes, questions)


def _lasting(row: MappedRow, findings: list[Finding]) -> tuple[int | None, int | None]:
    written = row.text("duration")
    minutes, both = duration(written), parts(written)
    if written and minutes is None and not is_placeholder(written):
        _not_read(written, "a duration", row, findings)
    return minutes, both[1] if both else None


def _until(at: dt.datetime, till: dt.time | None, end: str, row: MappedRow, findings: list[Finding]) -> int | None:
    """Minutes till a clock, or till the moment or clock that the row has; a clock before the start is one of the next day."""
    moment_of_end = moment(end)
    if moment_of_end and (moment_of_end.tzinfo is None) == (at.tzinfo is None):
        minutes = round((moment_of_end - at).total_seconds() / 60)
        return minutes if 0 < minutes <= _DAY else None
    time = till or clock(end)
    if time is None:
        if end and moment_of_end is None and not is_placeholder(end):
            _not_read(end, "a time", row, findings)
        return None
    minutes = (time.hour - at.hour) * 60 + time.minute - at.minute
    return minutes % _DAY or None


def _not_read(text: str, what: str, row: MappedRow, findings: list[Finding]) -> None:
    hint = "write dates like 2026-04-23 and times like 14:30"
    findings.append(Finding(LEFT_OUT, f'"{text[:60]}" is not read as {what}', row.place, hint))
