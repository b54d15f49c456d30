"""A schedule as xCal, iCalendar in XML as Pentabarf and pretalx write it, into a Meeting."""

import datetime as dt
import re
from collections.abc import Iterator

from booklet.codes import BAD_SOURCE, CONTRADICTION, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.durations import duration
from booklet.importing.cleaning.moments import moment
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.meeting import ImportedEvent, ImportedRoom, Meeting
from booklet.importing.meeting_parts.happening import Happening
from booklet.importing.meeting_parts.schedule import Schedule, meeting_of
from booklet.importing.meeting_parts.schedule_talk import Said, happening_of
from booklet.importing.meeting_parts.speakers import Speaker
from booklet.importing.sources.source import Source
from booklet.importing.sources.xml_elements import Element, xml_root
from booklet.importing.wish import Wish
from booklet.place import Place

# Pentabarf writes half an hour as 00:30:00:00.
_FRAMES = re.compile(r"(?<=\d\d:\d\d:\d\d):\d\d$")
_ENDINGS = (".xcal", ".xcs", ".xml", ".ical")


def is_xcal(source: Source) -> bool:
    """Whether an XML file is a calendar with events."""
    return _calendar(source, []) is not None


def read_xcal(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """The Meeting of the first such file. Events go by their number or uid; their hours are those from dtstart to dtend."""
    calendar = _calendar(source, findings)
    if calendar is None:
        findings.append(Finding(BAD_SOURCE, "there is no calendar with events in XML", Place(source.name)))
        return Meeting(ImportedEvent())
    happenings = tuple(_happenings(calendar, findings))
    titles = [text for name in ("x-wr-caldesc", "x-wr-calname") if (text := calendar.said(name))]
    schedule = Schedule(
        # Of "Example 2027" and "All events of Example 2027", the shorter is the name of the event.
        event=ImportedEvent(title=title_text(min(titles, key=len, default=""), calendar.place, findings)),
        place=calendar.place,
        happenings=happenings,
        # The order of the file is that of its rooms, or none: the names are in order for all.
        rooms=tuple(ImportedRoom(name) for name in sorted({room for one in happenings for room in one.rooms})),
        tracks=tuple(sorted({one.track for one in happenings})),
    )
    return meeting_of(schedule, wish, findings)


def _calendar(source: Source, findings: list[Finding]) -> Element | None:
    for file in source.ending(*_ENDINGS):
        # An .ical file may be iCalendar as text, of which an XML reader has nothing to say that anybody needs.
        root = xml_root(file, findings) if file.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else None
        calendar = root.child("vcalendar") if root and root.name.lower() == "icalendar" else None
        if calendar and calendar.child("vevent"):
            return calendar
    return None


def _happenings(calendar: Element, findings: list[Finding]) -> Iterator[Happening]:
    for event in calendar.all("vevent"):
        start = _start(event)
        if start is None:
            message = f'"{event.said("summary")[:60]}" has no start, and is left out'
            findings.append(Finding(LEFT_OUT, message, event.place))
            continue
        room = one_line(_calendar_text(event, "location"), event.place, findings)
        at = Happening(
            key=_calendar_text(event, "uid") or _key(event),
            start=start,
            place=event.place,
            minutes=_minutes(event, findings),
            rooms=(room,) if room else (),
            track=one_line(_own(event, "track") or _calendar_text(event, "categories"), event.place, findings),
        )
        yield happening_of(_said(event, at.track), at, findings)


def _start(event: Element) -> dt.datetime | None:
    """The start with its offset, where Pentabarf writes one beside the floating one of the calendar."""
    floating, own = moment(_calendar_text(event, "dtstart")), moment(_own(event, "start"))
    return own if own and (floating is None or own.replace(tzinfo=None) == floating) else floating


def _minutes(event: Element, findings: list[Finding]) -> int | None:
    """From start to end, as one of the two writes both."""
    written = _calendar_text(event, "duration") or _own(event, "duration")
    pairs = (
        (moment(_calendar_text(event, "dtstart")), moment(_calendar_text(event, "dtend"))),
        (moment(_own(event, "start")), moment(_own(event, "end"))),
    )
    for start, end in pairs:
        if start and end and (start.tzinfo is None) == (end.tzinfo is None):
            minutes = round((end - start).total_seconds() / 60)
            if duration(_FRAMES.sub("", written)) not in {None, minutes}:
                message = "durations are others than from start to end: start and end are taken"
                findings.append(Finding(CONTRADICTION, message, event.place))
            return minutes
    return duration(_FRAMES.sub("", written))


def _said(event: Element, track: str) -> Said:
    speakers = (Speaker(attendee.whole().strip(), attendee.place) for attendee in event.all("attendee"))
    return Said(
        key=_key(event),
        # Pentabarf's summary is title and subtitle in one.
        title=_own(event, "title") or _calendar_text(event, "summary"),
        place=event.place,
        subtitle=_own(event, "subtitle"),
        description=_calendar_text(event, "description"),
        speakers=tuple(speaker for speaker in speakers if speaker.name),
        kind=_own(event, "type"),
        language=_own(event, "language-code") or _own(event, "language"),
        track=track,
        status="cancelled" if _calendar_text(event, "status").upper() == "CANCELLED" else "",
    )


def _key(event: Element) -> str:
    return _own(event, "event-id") or _calendar_text(event, "uid") or _calendar_text(event, "summary")


def _own(event: Element, name: str) -> str:
    """The text of an element of Pentabarf's."""
    return next((child.whole().strip() for child in event.all(name) if "pentabarf" in child.space), "")


def _calendar_text(event: Element, name: str) -> str:
    """The text of an element of the calendar."""
    return next((child.whole().strip() for child in event.all(name) if "pentabarf" not in child.space), "")
