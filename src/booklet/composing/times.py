"""Dates, clock times and durations as they are printed."""

from datetime import date, datetime
from typing import Literal

from booklet.plain_babel import Locale, UnknownLocaleError, format_date, format_interval, format_skeleton

Clock = Literal[12, 24]


def printed_date(day: date, language: str) -> str:
    """A day in full, in the order of the language: "Thursday, April 23, 2026"."""
    return format_date(day, "full", locale=_locale(language))


def printed_days(first: date, last: date, language: str) -> str:
    """Days in a row, with weekdays: "Fri, Oct 23 – Mon, Oct 26, 2026"; one day in full."""
    if first == last:
        return printed_date(first, language)
    return format_interval(first, last, "yMMMEd", locale=_locale(language))


def printed_short_days(first: date, last: date, language: str) -> str:
    """Days in a row without their year, as short as can be: "Oct 23 – 24"."""
    if first == last:
        return format_skeleton("MMMd", first, locale=_locale(language))
    return format_interval(first, last, "MMMd", locale=_locale(language))


def printed_time(time: datetime, clock: Clock) -> str:
    """A time of day: "07:05" or "7:05 am"; noon is 12 pm."""
    if clock == 24:
        return f"{time.hour:02}:{time.minute:02}"
    return f"{_twelve(time)}\u00a0{_half(time)}"


def printed_range(start: datetime | None, end: datetime | None, clock: Clock) -> str:
    """From start to end: "07:05–07:25", "8–10 am", "11 am–1 pm"; only what is known."""
    if start is None or end is None:
        return printed_time(start or end, clock) if start or end else ""  # type: ignore[arg-type]
    if clock == 24:
        return f"{printed_time(start, clock)}–{printed_time(end, clock)}"
    if _half(start) == _half(end) and start.date() == end.date():
        return f"{_twelve(start)}–{_twelve(end)}\u00a0{_half(end)}"
    return f"{printed_time(start, clock)}–{printed_time(end, clock)}"


def printed_minutes(minutes: int | None, questions: int) -> str:
    """Minutes of a talk and of the questions after it: "18′ + 2′"; empty when unknown."""
    if minutes is None:
        return ""
    return f"{minutes}′ + {questions}′" if questions else f"{minutes}′"


def zone_name(time: datetime) -> str:
    """The event's own zone at that time: its letters, or its offset where it has none."""
    name = time.tzname() or ""
    if name and name[0].isalpha():
        return name
    offset = time.utcoffset()
    minutes = int(offset.total_seconds()) // 60 if offset else 0
    sign = "−" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def _twelve(time: datetime) -> str:
    hour = time.hour % 12 or 12
    return f"{hour}:{time.minute:02}" if time.minute else str(hour)


def _half(time: datetime) -> str:
    return "am" if time.hour < 12 else "pm"


def _locale(language: str) -> Locale:
    for tag in (language, language.split("-")[0], "en-US"):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en", "US")
