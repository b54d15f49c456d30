"""Dates and times of day as other systems and people write them, into dates and times; None for what is doubtful."""

import datetime as dt
import re
import unicodedata

from booklet.importing.cleaning.month_names import is_weekday, month

_LONGEST = 100
_OFFSET_HOURS = 14
_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})[Tt ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?", re.ASCII)
_OFFSET = re.compile(r"\s*(?:\(?(?:UTC|GMT)\s?)?([+\-−])(\d{1,2})(?::?(\d{2}))?\)?", re.ASCII | re.IGNORECASE)
_UTC = re.compile(r"\s*(?:Z|\(?(?:UTC|GMT)\)?)", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})\.?|(\d{4})(\d{2})(\d{2})", re.ASCII)
_EASTERN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]", re.ASCII)
_DOTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)
_DOUBTFUL = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})", re.ASCII)
_WORD = r"([^\W\d_]{3,12})\.?"
_DAY = r"(\d{1,2})(?:\.|st|nd|rd|th|er|º|°|o)?"
_OF = r"[\s,-]+(?:(?:of|de|del)\s+)?"
_DAY_MONTH = re.compile(rf"(?:the\s+|le\s+)?{_DAY}(?:{_OF})?{_WORD}{_OF}(\d{{4}})", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"{_WORD}[\s-]+(?:the\s+)?{_DAY}[\s,-]+(\d{{4}})", re.IGNORECASE)
_YEAR_MONTH = re.compile(rf"(\d{{4}})[\s,-]+{_WORD}[\s-]+{_DAY}", re.IGNORECASE)
_NAMED_DAY = re.compile(r"([^\W\d_]{2,12}(?:-feira)?)\.?,?\s+(?=\S)", re.IGNORECASE)
_DAY_AFTER = re.compile(r",?\s*(?:\(([^\W\d_]{2,12})\.?\)|(?<=[\s,])([^\W\d_]{2,12})\.?)$")

CLOCK = (
    r"\d{1,2}(?:[:.h]\d{2}(?::\d{2}(?:[.,]\d{1,6})?)?(?:\s?(?:[ap]\.?m\.?(?![^\W\d_])|uhr|h))?"
    r"|\s?(?:[ap]\.?m\.?(?![^\W\d_])|uhr|h))"
)
_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.h](\d{2})(?::(\d{2})(?:[.,]\d{1,6})?)?)?\s?(?:([ap])\.?m\.?|uhr|h)?", re.ASCII | re.IGNORECASE
)
_AT = r"(?:[\s,;|@]|[-–—](?=\s)|\b(?:at|um|à|às|alle|a\slas)(?=\s))+"
_DATE_CLOCK = re.compile(rf"(?P<day>.*?\S){_AT}(?P<clock>{CLOCK})", re.IGNORECASE)
_CLOCK_DATE = re.compile(rf"(?P<clock>{CLOCK})[\s,]+(?:on\s+)?(?P<day>\S.*)", re.IGNORECASE)


def moment(text: str) -> dt.datetime | None:
    """Date and time of day: aware where an offset, Z, UTC or GMT stands with them, else naive."""
    text = plain_signs(text)
    if len(text) > _LONGEST:
        return None
    return _iso(text) or _of_words(text)


def calendar_day(text: str) -> dt.date | None:
    """The date, also the one of a moment. Of 04/05/2026 nobody can tell which it is; 23/04/2026 and 04/23/2026 are taken."""
    text = plain_signs(text)
    if len(text) > _LONGEST:
        return None
    if day := _day(text):
        return day
    found = moment(text)
    return found.date() if found else None


def clock(text: str) -> dt.time | None:
    """The time of day alone: "9:30", "09:30:00", "9.30", "9h30", "14 Uhr", "2:30 p.m."; no seconds of a fraction."""
    text = plain_signs(text)
    if len(text) > _LONGEST or not re.fullmatch(CLOCK, text, re.ASCII | re.IGNORECASE):
        return None
    found = _CLOCK.fullmatch(text)
    if not found:
        return None
    hour, half = int(found[1]), (found[4] or "").lower()
    if half == "a" and hour > 12:
        return None
    if half and hour <= 12:
        hour = hour % 12 + 12 * (half == "p")
    try:
        return dt.time(hour, int(found[2] or 0), int(found[3] or 0))
    except ValueError:
        return None


def plain_signs(text: str) -> str:
    """Text with blanks, colons and digits of every kind as the plain ones, and single blanks only."""
    return " ".join(unicodedata.normalize("NFKC", text[: 2 * _LONGEST]).split())


def _iso(text: str) -> dt.datetime | None:
    found = _ISO.match(text)
    if not found:
        return None
    rest = text[found.end() :]
    # "2026-04-23 09:30-10:00" is from half past nine till ten; an offset stands after a T, after seconds, or is written +.
    if ("T" not in found[0].upper() and not found[6]) and re.match(r"\s*[-−]\s*\d{1,2}(?::|$)", rest):
        return None
    day = _date(found[1], found[2], found[3])
    try:
        time = dt.time(int(found[4]), int(found[5]), int(found[6] or 0))
    except ValueError:
        return None
    return _with_offset(day, time, rest)


def _of_words(text: str) -> dt.datetime | None:
    for tail in (_UTC, _OFFSET):
        at = max((found.start() for found in tail.finditer(text) if found.end() == len(text)), default=None)
        if at and (clear := re.search(r"[+UG]|\s[-−]\d{4}$|\dZ$", text[at - 1 :], re.IGNORECASE)) and clear:
            naive = _naive(text[:at])
            if naive:
                return _with_offset(naive.date(), naive.time(), text[at:])
    return _naive(text)


def _naive(text: str) -> dt.datetime | None:
    for pattern in (_DATE_CLOCK, _CLOCK_DATE):
        found = pattern.fullmatch(text)
        if not found:
            continue
        day, time = _day(found["day"].strip(" ,;")), clock(found["clock"])
        if day and time:
            return dt.datetime.combine(day, time)
    return None


def _with_offset(day: dt.date | None, time: dt.time, rest: str) -> dt.datetime | None:
    if day is None:
        return None
    if not rest:
        return dt.datetime.combine(day, time)
    if _UTC.fullmatch(rest):
        return dt.datetime.combine(day, time, dt.UTC)
    found = _OFFSET.fullmatch(rest)
    if not found:
        return None
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    if minutes > _OFFSET_HOURS * 60 or int(found[3] or 0) > 59:
        return None
    offset = dt.timedelta(minutes=minutes if found[1] == "+" else -minutes)
    return dt.datetime.combine(day, time, dt.timezone(offset))


def _day(text: str) -> dt.date | None:
    """A date, also with the day of the week before or after it."""
    if day := _bare_day(text):
        return day
    named = _NAMED_DAY.match(text)
    if named and is_weekday(named[1]):
        return _bare_day(text[named.end() :])
    after = _DAY_AFTER.search(text)
    if after and is_weekday(after[1] or after[2]):
        return _bare_day(text[: after.start()].rstrip(" ,"))
    return None


def _bare_day(text: str) -> dt.date | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return _date(found[1] or found[5], found[3] or found[6], found[4] or found[7])
    if found := _EASTERN.fullmatch(text):
        return _date(found[1], found[2], found[3])
    if found := _DOTS.fullmatch(text):
        return _date(found[3], found[2], found[1])
    if found := _DOUBTFUL.fullmatch(text):
        readings = {_date(found[4], found[1], found[3]), _date(found[4], found[3], found[1])} - {None}
        return readings.pop() if len(readings) == 1 else None
    if found := _DAY_MONTH.fullmatch(text):
        return _date(found[3], month(found[2]), found[1])
    if found := _MONTH_DAY.fullmatch(text):
        return _date(found[3], month(found[1]), found[2])
    if found := _YEAR_MONTH.fullmatch(text):
        return _date(found[1], month(found[2]), found[3])
    return None


def _date(year: str, number: str | int | None, day: str) -> dt.date | None:
    if number is None or not 1900 <= int(year) <= 2199:
        return None
    try:
        return dt.date(int(year), int(number), int(day))
    except ValueError:
        return None
