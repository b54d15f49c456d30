"""Hours as people write them ("07-09 UTC", "2 – 4 pm JST", "7:05–7:25") into clock times."""

import datetime as dt
import re

from booklet.plain_dataclasses import dataclass

_CLOCK = r"(\d{1,2})(?:[:.h](\d{2}))?[ \t]*(?:([ap])\.?m\b\.?)?"
_HOURS = re.compile(rf"(?<![\d.:]){_CLOCK}\s*(?:-|–|—|−|to|until)\s*{_CLOCK}(?![\d:])", re.IGNORECASE)
_LETTERS = re.compile(r"\s*(?:h\b|Uhr\b|o'clock\b)?\s*\(?((?:UTC|GMT)\s?[+\-−]\s?\d{1,2}(?::?\d{2})?|[A-Z]{2,5})\b\)?")
_HALF = 12  # hours
_DAY = 24


@dataclass(frozen=True, slots=True)
class Hours:
    """A stretch of a day: its `start` and `end`, the `letters` of its zone (empty where none are written), and which
    characters of the text say so."""

    start: dt.time
    end: dt.time
    letters: str
    begin: int
    stop: int


def hours_in(text: str) -> Hours | None:
    """The first hours of a text."""
    return next(iter(all_hours(text)), None)


def hours_alone(text: str) -> bool:
    """Whether a text is nothing but hours."""
    hours = hours_in(text)
    return hours is not None and not (text[: hours.begin] + text[hours.stop :]).strip(" .()*_")


def all_hours(text: str) -> tuple[Hours, ...]:
    """All hours of a text in their order. `am` or `pm` behind the second time is that of the first too, if it can be."""
    found = []
    for match in _HOURS.finditer(text):
        half, later = (match[3] or "").lower(), (match[6] or "").lower()
        end = _time(match[4], match[5], later)
        start = _time(match[1], match[2], half or later)
        if start and end and not half and later == "p" and start > end:
            start = _time(match[1], match[2], "a")
        letters = _LETTERS.match(text, match.end())
        if start and end:
            stop = letters.end() if letters else match.end()
            found.append(Hours(start, end, letters[1] if letters else "", match.start(), stop))
    return tuple(found)


def clock_of(hour: str, minute: str | None, half: str) -> dt.time | None:
    """A time of digits and "a", "p" or nothing; None when there is no such time."""
    return _time(hour, minute, half)


def _time(hour: str, minute: str | None, half: str) -> dt.time | None:
    hours, minutes = int(hour), int(minute or 0)
    if half and hours > _HALF:
        half = ""
    if half:
        hours = hours % _HALF + (_HALF if half.lower() == "p" else 0)
    if hours == _DAY and not minutes:
        hours = 0
    return dt.time(hours, minutes) if hours < _DAY and minutes < 60 else None


def written(time: dt.time) -> str:
    """A time as findings say it: 8:50."""
    return f"{time.hour}:{time.minute:02}"
