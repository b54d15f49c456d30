"""An iCalendar file on its own into a Meeting: its events are sessions, or talks where they say who speaks."""

import datetime as dt
import re
from collections.abc import Iterator

from booklet.codes import BAD_SOURCE, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.addresses import web_address
from booklet.importing.cleaning.kinds import session_kind
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.prose import prose
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.meeting import ImportedEvent, ImportedTalk, Meeting
from booklet.importing.meeting_parts.happening import Happening
from booklet.importing.meeting_parts.schedule import Schedule, meeting_of
from booklet.importing.sources.calendar_events import CalendarEvent, calendar
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.wish import Wish
from booklet.place import Place
from booklet.plain_dataclasses import replace

# "Coffee Break 2B" is a coffee break, and so is "Coffee Break and posters".
_NUMBER = re.compile(r"\s+\d{0,2}[A-Z]?\d{0,2}$")
_BREAK = re.compile(r"(?:coffee|tea|lunch|kaffee|mittags)[ -]?(?:break|pause)\b", re.IGNORECASE)
_SESSION = re.compile(
    r"(?:poster |oral |parallel |plenary )?(?:session|sitzung|workshop|tutorial|panel)\b", re.IGNORECASE
)


def is_ical(source: Source) -> bool:
    """Whether all files of the source are calendars: beside other files, a calendar is no program by itself."""
    return bool(source.files) and all(_is_calendar(file) for file in source.files)


def read_ical(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """The Meeting of all calendars together. Events go by their uid; those of whole days are left out."""
    calendars = [calendar(file, findings) for file in source.files if _is_calendar(file)]
    happenings = tuple(one for read in calendars for one in _happenings(read.events, findings))
    if not happenings:
        findings.append(Finding(BAD_SOURCE, "there is no event with a time in it", Place(source.name)))
        return Meeting(ImportedEvent())
    place = Place(happenings[0].place.file)
    titles = [read.name for read in calendars if read.name]
    zones = [read.zone for read in calendars if read.zone]
    # Without a zone of the calendar, that of its events: UTC is what programs write of any.
    zones += [event.zone for read in calendars for event in read.events if event.zone and event.zone != "UTC"]
    event = ImportedEvent(
        title=title_text(titles[0], place, findings) if titles else "", zone=zones[0] if zones else ""
    )
    return meeting_of(Schedule(event, place, happenings), wish, findings)


def _is_calendar(file: SourceFile) -> bool:
    return file.data.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].upper() == b"BEGIN:VCALENDAR"


def _happenings(events: tuple[CalendarEvent, ...], findings: list[Finding]) -> Iterator[Happening]:
    for event in events:
        start, end = event.start, event.end
        if not isinstance(start, dt.datetime):
            message = "events of whole days have no place in a program, and are left out"
            findings.append(Finding(LEFT_OUT, message, event.place))
            continue
        ends = isinstance(end, dt.datetime) and (end.tzinfo is None) == (start.tzinfo is None)
        room = one_line(event.location, event.place, findings)
        if web_address(room):
            message = "addresses of the web in place of rooms are left out"
            findings.append(Finding(LEFT_OUT, message, event.place))
            room = ""
        at = Happening(
            key=" ".join(filter(None, (event.uid or f"{event.title} {start:%Y-%m-%d %H:%M}", event.recurrence))),
            start=start,
            place=event.place,
            minutes=round((end - start).total_seconds() / 60) if ends and isinstance(end, dt.datetime) else None,
            rooms=(room,) if room else (),
        )
        yield _with_content(event, at, findings)


def _with_content(event: CalendarEvent, at: Happening, findings: list[Finding]) -> Happening:
    """A break or a session by its name; else a talk, where there is a text."""
    title = title_text(event.title, event.place, findings)
    kind = "break" if _BREAK.match(event.title) else session_kind(_NUMBER.sub("", event.title.strip()[:200]))
    track = one_line(event.categories[0], event.place, findings) if len(event.categories) == 1 else ""
    happening = replace(at, track=track, kind=kind, title=title)
    if kind in {"break", "social", "plenary"} or _SESSION.match(event.title) or not event.description.strip():
        return replace(happening, session=title)
    abstract = prose(event.description, "any", event.place, findings)
    talk = ImportedTalk(
        key=at.key,
        title=title,
        place=event.place,
        abstract=abstract,
        kind="keynote" if kind == "keynote" else "",
        track=track,
        status="cancelled" if event.status == "cancelled" else "",
    )
    return replace(happening, talk=talk)
