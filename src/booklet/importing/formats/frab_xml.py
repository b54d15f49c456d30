"""schedule.xml, as frab, Pentabarf, pretalx, OSEM and FOSDEM write it, into a Meeting."""

import datetime as dt
from collections.abc import Iterator

from booklet.codes import BAD_SOURCE, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.durations import duration
from booklet.importing.cleaning.moments import calendar_day, clock, moment
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.meeting import ImportedEvent, ImportedRoom, Meeting
from booklet.importing.meeting_parts.happening import Happening
from booklet.importing.meeting_parts.schedule import Schedule, meeting_of
from booklet.importing.meeting_parts.schedule_talk import Said, happening_of, without_system_links
from booklet.importing.meeting_parts.speakers import Speaker, people_of
from booklet.importing.sources.source import Source
from booklet.importing.sources.xml_elements import Element, xml_root
from booklet.importing.wish import Wish
from booklet.place import Place

# Where the file does not say when its days change, an event that begins earlier is one of the night before.
_DAY_CHANGE = dt.time(4)


def is_frab_xml(source: Source) -> bool:
    """Whether an XML file is a schedule with days, rooms and events."""
    return _root(source, []) is not None


def read_frab_xml(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """The Meeting of the first such file. Events go by their number or guid."""
    root = _root(source, findings)
    if root is None:
        findings.append(Finding(BAD_SOURCE, "there is no schedule.xml with days and events", Place(source.name)))
        return Meeting(ImportedEvent())
    said = tuple(_events(root, findings))
    cleared = without_system_links((event for event, _ in said), root.place, findings)
    schedule = Schedule(
        event=_event(root, findings),
        place=root.place,
        happenings=tuple(happening_of(event, at, findings) for event, (_, at) in zip(cleared, said, strict=True)),
        people=people_of((speaker for event in cleared for speaker in event.speakers), findings),
        rooms=tuple(
            ImportedRoom(one_line(room.attributes.get("name", ""), room.place, findings))
            for day in root.all("day")
            for room in day.all("room")
            if room.child("event")
        ),
        tracks=tuple(_tracks(root, findings)),
    )
    return meeting_of(schedule, wish, findings)


def _root(source: Source, findings: list[Finding]) -> Element | None:
    for file in source.ending(".xml"):
        root = xml_root(file, findings)
        if root and root.name == "schedule" and any(day.child("room") for day in root.all("day")):
            return root
    return None


def _event(root: Element, findings: list[Finding]) -> ImportedEvent:
    conference = root.child("conference")
    if conference is None:
        return ImportedEvent()
    venue = dict.fromkeys(conference.said(name) for name in ("venue", "city") if conference.said(name))
    return ImportedEvent(
        title=title_text(conference.said("title"), conference.place, findings),
        venue=one_line(", ".join(venue), conference.place, findings),
        zone=conference.said("time_zone_name"),
    )


def _tracks(root: Element, findings: list[Finding]) -> Iterator[str]:
    """Of the list below the root, or of the conference, where a track is an element with a name or with text."""
    for parent in (root.child("tracks"), root.child("conference")):
        for track in parent.all("track") if parent else ():
            yield one_line(track.attributes.get("name") or track.whole(), track.place, findings)


def _events(root: Element, findings: list[Finding]) -> Iterator[tuple[Said, Happening]]:
    conference = root.child("conference")
    change = (clock(conference.said("day_change")) if conference else None) or _DAY_CHANGE
    for day in root.all("day"):
        date = calendar_day(day.attributes.get("date", ""))
        for room in day.all("room"):
            name = one_line(room.attributes.get("name", ""), room.place, findings)
            for event in room.all("event"):
                at = _at(event, date, change, name, findings)
                if at:
                    yield _said(event, at.track), at


def _at(event: Element, day: dt.date | None, change: dt.time, room: str, findings: list[Finding]) -> Happening | None:
    start = moment(event.said("date"))
    time = clock(event.said("start"))
    if start is None and day is not None and time is not None:
        start = dt.datetime.combine(day, time) + dt.timedelta(days=1 if time < change else 0)
    if start is None:
        message = f'"{event.said("title")[:60]}" has neither date nor start, and is left out'
        findings.append(Finding(LEFT_OUT, message, event.place))
        return None
    return Happening(
        key=event.attributes.get("guid") or f"{_key(event)} {start:%Y-%m-%d %H:%M}",
        start=start,
        place=event.place,
        minutes=duration(event.said("duration")),
        rooms=(room,) if room else (),
        track=one_line(event.said("track"), event.place, findings),
        day=day,
    )


def _said(event: Element, track: str) -> Said:
    persons, links = event.child("persons"), event.child("links")
    speakers = (Speaker(person.whole().strip(), person.place) for person in (persons.all("person") if persons else ()))
    return Said(
        key=_key(event),
        title=event.said("title"),
        place=event.place,
        subtitle=event.said("subtitle"),
        abstract=event.said("abstract"),
        description=event.said("description"),
        speakers=tuple(speaker for speaker in speakers if speaker.name),
        kind=event.said("type"),
        language=event.said("language"),
        track=track,
        links=tuple(
            (link.attributes.get("href", ""), link.whole().strip()) for link in (links.all("link") if links else ())
        ),
    )


def _key(event: Element) -> str:
    given = event.attributes
    return given.get("code") or given.get("id") or given.get("guid") or event.said("slug") or event.said("title")
