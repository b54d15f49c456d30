"""A line with a date in it ("Monday, June 2, 2031, 13-15 UTC") into the date and where it stands."""

import datetime as dt
import re

from booklet.importing.cleaning.moments import calendar_day
from booklet.plain_dataclasses import dataclass

_WORD = r"[^\W\d_]{3,12}\.?"
_DAY = r"\d{1,2}(?:\.|st|nd|rd|th)?"
_DATE = re.compile(
    rf"\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}\.[ ]?\d{{1,2}}\.[ ]?\d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{4}}"
    rf"|{_WORD}[ ]{_DAY},?[ ]\d{{4}}|{_DAY}(?:[ ]of)?[ ]{_WORD},?[ ]\d{{4}}"
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LONGEST = 300  # characters of a line that says when something is


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A date, which characters of the text say it, and the day of the week that stands before it (empty: none)."""

    date: dt.date
    begin: int
    stop: int
    weekday: str = ""

    @property
    def is_another_weekday(self) -> bool:
        """Whether the date is no such day of the week."""
        return bool(self.weekday) and _WEEKDAYS[self.date.weekday()] != self.weekday.casefold()


def day_in(text: str) -> WrittenDay | None:
    """The first date of a short text."""
    if len(text) > _LONGEST:
        return None
    for found in _DATE.finditer(text):
        if day := calendar_day(found[0]):
            before = text[: found.start()].rstrip(" ,.(").rsplit(" ", 1)[-1].lstrip("(")
            weekday = before if before.casefold() in _WEEKDAYS else ""
            begin = text.rindex(before, 0, found.start()) if weekday else found.start()
            return WrittenDay(day, begin, found.end(), weekday)
    return None
