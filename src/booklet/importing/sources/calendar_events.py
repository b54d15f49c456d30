"""An iCalendar file into its events, with their times as they were written and the zones that these are of."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from booklet import limits
from booklet.codes import BAD_SOURCE, GUESSED, LEFT_OUT, PRIVATE
from booklet.finding import Finding
from booklet.importing.sources.source import SourceFile
from booklet.importing.sources.source_text import source_text
from booklet.place import Place
from booklet.plain_dataclasses import dataclass
from booklet.time_zone import time_zone, zone_names

_LINE = re.compile(
    r'(?:[\w-]++\.)?+([\w-]++)((?:;[\w-]++=(?:"[^"]*+"|[^":;,]*+)(?:,(?:"[^"]*+"|[^":;,]*+))*+)*+):(.*+)'
)
_PARAMETER = re.compile(r';([\w-]++)=(?:"([^"]*+)"|([^":;,]*+))')
_ESCAPE = re.compile(r"\\(.)")
_MOMENT = re.compile(r"([0-9]{8})(?:T([0-9]{6})(Z?))?")
_DURATION = re.compile(
    r"\+?P(?:([0-9]{1,4})W)?(?:([0-9]{1,4})D)?(?:T(?:([0-9]{1,5})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,7})S)?)?"
)
_COMMA = re.compile(r"(?<!\\),")
_START = 1000
_YEARS = range(1900, 2200)
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """An event. `start` and `end` are dates of events of whole days (the end is the day after the last), else moments: aware
    where their zone is known, naive where none is written. `zone` is the IANA name of the start's, "UTC", or empty. `end` is
    None when it is not written. `status` is in small letters ("cancelled"); `recurrence` says, as it was written, which
    occurrence of the event with the same `uid` this one is; it is empty for most."""

    uid: str
    title: str
    start: dt.datetime | dt.date
    end: dt.datetime | dt.date | None
    zone: str
    place: Place
    location: str = ""
    description: str = ""
    categories: tuple[str, ...] = ()
    status: str = ""
    address: str = ""
    recurrence: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The events of a file in their order, and the name and the zone (IANA) that it gives itself, each empty for none."""

    name: str
    zone: str
    events: tuple[CalendarEvent, ...]


def calendar(file: SourceFile, findings: list[Finding]) -> Calendar:
    """The calendar of an .ics file; empty, with a finding, when it is none. Of an event that recurs the first occurrence is
    read, which is said; events that are private, and those without a start, are left out."""
    found_calendar, found = _read(file)
    findings.extend(found)
    return found_calendar


@dataclass(frozen=True, slots=True)
class _Property:
    """A line of the file, unfolded: its name in capitals, its parameters by names in capitals, and the value as written."""

    name: str
    parameters: dict[str, str]
    value: str
    place: Place

    def text(self) -> str:
        return _unescaped(self.value)


@lru_cache(maxsize=32)
def _read(file: SourceFile) -> tuple[Calendar, tuple[Finding, ...]]:
    findings: list[Finding] = []
    name = zone = ""
    events: list[CalendarEvent] = []
    open_parts: list[str] = []
    inside: dict[str, _Property] = {}
    begin = Place(file.name)
    for line in _properties(file, findings):
        part = line.value.strip().upper()
        if line.name == "BEGIN":
            open_parts.append(part)
            if part == "VEVENT":
                begin, inside = line.place, {}
        elif line.name == "END" and open_parts:
            open_parts.pop()
            event = _event(inside, begin, findings) if part == "VEVENT" else None
            events += [event] if event else []
        elif open_parts == ["VCALENDAR"]:
            name = line.text() if line.name == "X-WR-CALNAME" else name
            zone = _zone(line.text(), line.place, findings) if line.name == "X-WR-TIMEZONE" else zone
        elif open_parts[-1:] == ["VEVENT"]:
            inside.setdefault(line.name, line)
    if "VEVENT" in open_parts:
        findings.append(Finding(BAD_SOURCE, "the file ends inside of this event", begin, "export it again"))
    return Calendar(name, zone, tuple(events)), tuple(findings)


def _properties(file: SourceFile, findings: list[Finding]) -> Iterator[_Property]:
    """The lines of the file; a line that begins with a blank goes on with the one before."""
    folded: list[list[bytes]] = [[]]
    numbers = [1]
    # lines are folded between bytes of one letter, so they are joined before the bytes are text
    for number, raw in enumerate(file.data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"), 1):
        if raw.startswith((b" ", b"\t")):
            folded[-1].append(raw[1:])
        else:
            folded.append([raw])
            numbers.append(number)
    text = source_text(SourceFile(file.name, b"\n".join(map(b"".join, folded[1:]))), findings)
    if "BEGIN:VCALENDAR" not in text[:_START].upper():
        if text or not findings:
            findings.append(Finding(BAD_SOURCE, "the file is no calendar", Place(file.name), "export it again as .ics"))
        return
    for number, line in zip(numbers[1:], text.split("\n"), strict=False):
        if number > limits.SOURCE_VALUES:
            message = f"the file has more than {limits.SOURCE_VALUES} lines; the rest is left out"
            findings.append(Finding(LEFT_OUT, message, Place(file.name, number), "export a shorter time"))
            return
        if found := _LINE.fullmatch(line):
            given = {one[1].upper(): one[2] or one[3] or "" for one in _PARAMETER.finditer(found[2])}
            yield _Property(found[1].upper(), given, found[3], Place(file.name, number))


def _event(inside: dict[str, _Property], place: Place, findings: list[Finding]) -> CalendarEvent | None:
    texts = {name: one.text() for name, one in inside.items()}
    if texts.get("CLASS", "").upper() in {"PRIVATE", "CONFIDENTIAL"}:
        findings.append(Finding(PRIVATE, "a private event is left out", place))
        return None
    start, zone = _time(inside.get("DTSTART"), findings)
    if start is None:
        findings.append(Finding(LEFT_OUT, "an event without a date that can be read is left out", place))
        return None
    if inside.keys() & {"RRULE", "RDATE"}:
        message = "the event recurs; only its first occurrence is read"
        findings.append(Finding(LEFT_OUT, message, place, "add the others by hand"))
    end, _ = _time(inside.get("DTEND"), findings)
    categories = inside.get("CATEGORIES")
    parts = _COMMA.split(categories.value) if categories else []
    return CalendarEvent(
        texts.get("UID", ""),
        texts.get("SUMMARY", ""),
        start,
        end if _are_alike(start, end) else _after(start, texts.get("DURATION", "")),
        zone,
        place,
        texts.get("LOCATION", ""),
        texts.get("DESCRIPTION", ""),
        tuple(text for part in parts if (text := _unescaped(part))),
        texts.get("STATUS", "").lower(),
        texts.get("URL", ""),
        texts.get("RECURRENCE-ID", ""),
    )


def _are_alike(start: dt.datetime | dt.date, end: dt.datetime | dt.date | None) -> bool:
    """Whether both are dates, or both moments of known zones, or both of none."""
    if isinstance(start, dt.datetime) and isinstance(end, dt.datetime):
        return (start.tzinfo is None) == (end.tzinfo is None)
    return type(start) is type(end)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text).strip()


def _time(written: _Property | None, findings: list[Finding]) -> tuple[dt.datetime | dt.date | None, str]:
    """A date, or a moment with its zone; None where nothing is written that can be read."""
    found = _MOMENT.fullmatch(written.value.strip()) if written else None
    if written is None or found is None:
        return None, ""
    try:
        day = dt.date.fromisoformat(found[1])
        clock = dt.time.fromisoformat(found[2] or "000000")
    except ValueError:
        return None, ""
    if day.year not in _YEARS:
        return None, ""
    if found[2] is None:
        return day, ""
    moment = dt.datetime.combine(day, clock)
    if found[3]:
        return moment.replace(tzinfo=dt.UTC), "UTC"
    zone = _zone(written.parameters.get("TZID", ""), written.place, findings)
    return (moment.replace(tzinfo=time_zone(zone)) if zone else moment), zone


def _zone(written: str, place: Place, findings: list[Finding]) -> str:
    """The IANA name of a zone as calendars call it: that name, perhaps behind a path, or a name of Windows."""
    known = _known_zone(written.strip())
    if written.strip() and not known:
        message = f'the time zone "{written.strip()[:_SHOWN]}" is not known; times of it are read as they are written'
        findings.append(Finding(GUESSED, message, place, "name the zone of the event"))
    return known


@lru_cache(maxsize=64)
def _known_zone(written: str) -> str:
    names = zone_names()
    parts = written.rsplit("/", 3)[-3:]
    ways = ("/".join(parts[begin:]) for begin in range(len(parts)))
    return next((way for way in ways if way in names), WINDOWS_TO_OLSON.get(written, ""))


def _after(start: dt.datetime | dt.date, duration: str) -> dt.datetime | dt.date | None:
    """The end of an event whose end is said as a duration ("PT45M")."""
    found = _DURATION.fullmatch(duration)
    if not found or not any(found.groups()):
        return None
    weeks, days, hours, minutes, seconds = (int(number or 0) for number in found.groups())
    try:
        return start + dt.timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    except OverflowError:
        return None
