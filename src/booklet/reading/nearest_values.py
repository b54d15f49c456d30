"""A date, a time or a number of minutes in a form that is not taken → what to write instead."""

import re
import unicodedata
from datetime import date

from booklet.expression import expression

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OTHER_MONTHS = {
    "mär": 3, "mai": 5, "okt": 10, "dez": 12, "fév": 2, "avr": 4, "aoû": 8, "déc": 12, "ene": 1, "abr": 4, "ago": 8,
    "dic": 12,
}  # fmt: skip
_DATES = (
    expression(r"(?P<y>\d{4})[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})"),
    expression(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
    expression(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})"),
    expression(r"(?P<d>\d{1,2})(?:\.|st|nd|rd|th)?[\s-](?P<m>[^\W\d]{3,})\.?,?[\s-](?P<y>\d{4})"),
    expression(r"(?P<m>[^\W\d]{3,})\.?\s(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<y>\d{4})"),
)
_TIME = expression(r"(\d{1,2})(?:[.:,h ]?(\d{2}))?(?::\d{2})?\s*(h|uhr|([ap])\.?m\.?|[a-z]{2,4})?", re.IGNORECASE)
_RANGE = expression(r"(.{1,10}?)\s*(?:-|–|to|bis)\s*(.{1,10})")
_MINUTES = expression(r"(\d{1,4})\s*(?:m|min|mins|minutes?|minuten|'|′)\.?")
_HOURS = expression(r"(\d{1,2})\s*(?:h|hours?|hrs?|stunden?)\.?")
_CLOCK = expression(r"(\d{1,2}):(\d{2})")


def nearest_date(text: str) -> str:
    """The remedy for what is not a date: the date itself where its parts can be told apart (10/03/2027 cannot)."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    for form in _DATES:
        found = form.fullmatch(plain)
        month = _month(found["m"]) if found else None
        if found and month:
            try:
                return f"write {date(int(found['y']), month, int(found['d']))}"
            except ValueError:
                break
    return "write year, month and day like 2026-04-23"


def _month(text: str) -> int | None:
    if text.isdigit():
        return int(text) if 1 <= int(text) <= 12 else None
    return _MONTHS.index(text[:3]) + 1 if text[:3] in _MONTHS else _OTHER_MONTHS.get(text[:3])


def nearest_time(text: str) -> str:
    """The remedy for what is not a time of day."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if plain in {"24:00", "2400", "24.00", "24"}:
        return "write 0:00, and the date of the day that begins then"
    if both := _RANGE.fullmatch(plain):
        start, end = _clock_time(both[1]), _clock_time(both[2])
        if start and end:
            return f"write start: {start} and until: {end}, each on its line"
    if time := _clock_time(plain):
        return f"write {time}"
    return "write times on the 24-hour clock like 9:05 or 14:30"


def _clock_time(text: str) -> str | None:
    loose = _TIME.fullmatch(text.strip())
    if not loose:
        return None
    hour, minute = int(loose[1]), int(loose[2] or 0)
    if loose[4] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if loose[4].lower() == "p" else 0)
    return f"{hour}:{minute:02}" if hour < 24 and minute < 60 else None


def nearest_minutes(text: str) -> str:
    """The remedy for what is not a number of minutes."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    for form, factor in ((_MINUTES, 1), (_HOURS, 60)):
        if found := form.fullmatch(plain):
            return f"write {int(found[1]) * factor}"
    if clock := _CLOCK.fullmatch(plain):
        return f"write {int(clock[1]) * 60 + int(clock[2])}"
    return "write minutes like 20, or talk + questions like 18 + 2"
