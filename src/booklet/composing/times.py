"""Dates, clock times and durations as they are printed."""

import re
from datetime import date, datetime
from typing import Literal

from booklet.expression import expression
from booklet.model.event import Event
from booklet.model.local_times import offset_text
from booklet.plain_babel import format_date, format_interval, format_skeleton, format_time, locale_of
from booklet.time_zone import time_zone

Clock = Literal[12, 24]

# The hour of a pattern and its minutes, without what is quoted: "h:mm", "h.mm", "h 'h' mm".
_HOUR = expression(r"(?<!')[hK]+(?:(?:[:.]|\s?'h'\s?)mm)?")


# Babel writes dates and times with Latin digits in all languages. That is meant: page labels and times stay the same in all.

# Skeletons of a day with its weekday and without a year, the nearest first (UTS #35, part 4, 2.6.2).
_DAY_SKELETONS = ("MMMMEEEEd", "MMMEEEEd", "MMMMEd", "MMMEd")
_DEFAULT_DAY = "EEEE, MMMM d"


def printed_date(day: date, language: str) -> str:
    """A day in full, in the order of the language: "Thursday, April 23, 2026"."""
    return format_date(day, "full", locale=locale_of(language))


def printed_day(day: date, language: str) -> str:
    """A day without its year: "Saturday, January 31"."""
    known = locale_of(language).datetime_skeletons
    pattern = next((known[skeleton].pattern for skeleton in _DAY_SKELETONS if skeleton in known), _DEFAULT_DAY)
    return format_date(day, _in_full(pattern), locale=locale_of(language))


def printed_days(first: date, last: date, language: str) -> str:
    """From the first day to the last, what both share said once: "September 14 – 15, 2027"; one day in full."""
    if first == last:
        return printed_date(first, language)
    locale = locale_of(language)
    differs = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    patterns = locale.interval_formats.get("yMMMd", {}).get(differs)
    if not patterns:
        return f"{printed_date(first, language)} – {printed_date(last, language)}"
    of = "'de'" in str(locale.date_formats["long"].pattern)
    parts = (_with_of(_in_full(pattern)) if of else _in_full(pattern) for pattern in patterns)
    return "".join(format_date(day, part, locale=locale) for day, part in zip((first, last), parts, strict=True))


def _in_full(pattern: str) -> str:
    """A pattern with the long names of months and days: where a language has only that of the short ones, the other differs
    in nothing else that shows, but in Spanish (below)."""
    long = re.sub(r"(?<!M)MMM(?!M)", "MMMM", pattern).replace("dd", "d")
    return re.sub("[Ec]+", lambda found: found[0][0] * 4, long)


def _with_of(pattern: str) -> str:
    """A pattern of the long names that says "14 de septiembre de 2027", as those of the short ones do not everywhere."""
    return pattern if "'de'" in pattern else pattern.replace(" MMMM", " 'de' MMMM").replace(" y", " 'de' y")


def printed_short_days(first: date, last: date, language: str) -> str:
    """Days in a row without their year, as short as can be: "Oct 23 – 24"."""
    if first == last:
        return format_skeleton("MMMd", first, locale=locale_of(language))
    return format_interval(first, last, "MMMd", locale=locale_of(language))


def printed_weekday(day: date, language: str) -> str:
    """The name of a day: "Saturday"."""
    return format_date(day, "EEEE", locale=locale_of(language))


def printed_time(time: datetime, clock: Clock, language: str) -> str:
    """A time of day: "07:05" or, in the words of the language, "7:05 am"; noon is 12 pm."""
    if clock == 24:
        return f"{time.hour:02}:{time.minute:02}"
    return _printed(time, _twelve(language, in_full=time.minute > 0), language)


def printed_range(start: datetime | None, end: datetime | None, clock: Clock, language: str) -> str:
    """From start to end: "07:05–07:25", "8–10 am", "11 am–1 pm"; only what is known."""
    if start is None or end is None:
        return printed_time(start or end, clock, language) if start or end else ""  # type: ignore[arg-type]
    if clock == 24 or (start.hour < 12) != (end.hour < 12) or start.date() != end.date():
        return f"{printed_time(start, clock, language)}–{printed_time(end, clock, language)}"
    first, last = (_twelve(language, in_full=time.minute > 0) for time in (start, end))
    # The half of the day is said once, where the language puts it.
    if first.startswith("a"):
        last = last.removeprefix("a").lstrip()
        if start.minute or end.minute:
            first = _twelve(language, in_full=True)
            last = first.removeprefix("a").lstrip()
    else:
        first = _HOUR.findall(first)[0]
    return f"{_printed(start, first, language)}–{_printed(end, last, language)}"


def hours_in_zone(start: datetime | None, end: datetime | None, event: Event) -> str:
    """From start to end on the clocks of the start, with the letters of its zone where that is not the event's; only what is
    known."""
    return " ".join(filter(None, (own_hours(start, end, event), own_zone(start, event))))


def own_hours(start: datetime | None, end: datetime | None, event: Event) -> str:
    """From start to end on the clocks of the start; empty without one."""
    return printed_range(start, end and end.astimezone(start.tzinfo), event.clock, event.language) if start else ""


def own_zone(start: datetime | None, event: Event) -> str:
    """The letters of the zone of a start where that is not the event's; else nothing."""
    return "" if start is None or in_event_zone(start, event) else zone_name(start)


def in_event_zone(moment: datetime, event: Event) -> bool:
    """Whether a moment is given on the clocks of the event."""
    return str(moment.tzinfo) == event.zone


def on_event_clock(moment: datetime, event: Event) -> datetime:
    """A moment on the clocks of the event."""
    return moment.astimezone(time_zone(event.zone))


def printed_minutes(minutes: int | None, questions: int) -> str:
    """Minutes of a talk and of the questions after it: "18′ + 2′"; empty when unknown."""
    if minutes is None:
        return ""
    return f"{minutes}′ + {questions}′" if questions else f"{minutes}′"


def zone_name(time: datetime) -> str:
    """The zone of a moment at that time: its letters, or its offset where it has none."""
    name = time.tzname() or ""
    return name if name[:1].isalpha() else offset_text(time)


def _twelve(language: str, *, in_full: bool) -> str:
    """The pattern of a time on the clock of twelve hours, with minutes or for a full hour."""
    known = locale_of(language).datetime_skeletons
    skeleton, otherwise = ("hm", "h:mm a") if in_full else ("h", "h a")
    pattern = str(known[skeleton].pattern) if skeleton in known else otherwise
    # Halves of the day, no "at noon" or "in the evening"; and what stands around decides the direction, no mark does.
    return pattern.replace("B", "a").replace("\u200f", "")


def _printed(moment: datetime, pattern: str, language: str) -> str:
    """A time in a pattern, on one line."""
    locale = locale_of(language)
    words = format_time(moment.time(), pattern, locale=locale)
    # The lowercase of English is that of books; Babel has the capitals of screens.
    words = words.lower() if locale.language == "en" else words
    return words.replace(" ", "\u00a0").replace("\u202f", "\u00a0")
