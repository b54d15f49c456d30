"""Texts such as "9:30–10:45" or "21 September 2023 13:00 → 13:45" into a start and an end, with the date if there is one."""

import datetime as dt
import re

from booklet.importing.cleaning.moments import CLOCK, calendar_day, clock, moment, plain_signs
from booklet.plain_dataclasses import dataclass

_LONGEST = 150
_TO = r"\s*(?:[→~–—−‒‐]|-{1,3}>?|/|\b(?:to|till?|until|bis|à|às|al?)\b)\s*"
_SPAN = re.compile(rf"(?P<start>{CLOCK}|\d{{1,2}})(?P<to>{_TO})(?P<end>{CLOCK})", re.IGNORECASE | re.ASCII)
_LONG_TO = re.compile(r"\s+(?:[→~–—−‒]|-{1,3}>?|to|till?|until|bis|à|às|al?)\s+|/(?=\d{4})|\s*→\s*", re.IGNORECASE)
_FROM = re.compile(r"(?:from|von|de|dalle|das|ab)$", re.IGNORECASE)
_HALF = re.compile(r"[ap]\.?m\.?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` to `end`, on the clocks where it is; an end before the start is that of the next day. `day` is the date of
    the start, or None where none is written."""

    day: dt.date | None
    start: dt.time
    end: dt.time


def span(text: str) -> Span | None:
    """Start and end; None where either cannot be told, or where they are more than a day apart."""
    text = plain_signs(text)
    if len(text) > _LONGEST:
        return None
    found = _SPAN.search(text)
    if not found:
        return _of_moments(text)
    # A year or another number that ends where the time begins is none of the time.
    if text[: found.start()][-1:].isalnum() or text[found.end() :][:1].isalnum():
        return _of_moments(text)
    times = _times(found["start"], found["end"])
    before = _FROM.sub("", text[: found.start()].strip(" ,;:|")).strip(" ,;:|()[]@-–—T")
    after = text[found.end() :].strip(" ,;:|()[].")
    if not times or (before and after):
        return _of_moments(text)
    day = calendar_day(before or after) if before or after else None
    if (before or after) and (day is None or moment(before or after)):
        return _of_moments(text)
    return Span(day, *times)


def _of_moments(text: str) -> Span | None:
    for found in _LONG_TO.finditer(text):
        start, end = moment(text[: found.start()]), moment(text[found.end() :])
        if start is None:
            continue
        if end is None:
            until = clock(text[found.end() :])
            return Span(start.date(), start.time(), until) if until and not start.tzinfo else None
        if start.tzinfo == end.tzinfo and dt.timedelta(0) <= end - start < dt.timedelta(days=1):
            return Span(start.date(), start.time(), end.time()) if not start.tzinfo else None
    return None


def _times(first: str, second: str) -> tuple[dt.time, dt.time] | None:
    """Both times; "1:00 – 2:30 pm" says the half of the day once."""
    end = clock(second)
    if end is None:
        return None
    if first.isdigit() and int(first) < 24:
        first = f"{first}:00"
    start = clock(first)
    half = _HALF.search(second)
    if start and half and not _HALF.search(first) and start.hour <= 12:
        readings = [clock(f"{first} {one}") for one in (half[0], "am", "pm")]
        start = next((one for one in readings if one and one < end), start)
    return (start, end) if start else None
