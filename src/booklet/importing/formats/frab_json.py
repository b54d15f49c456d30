"""schedule.json, as frab, pretalx and the systems of the CCC write it, into a Meeting."""

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
from booklet.importing.sources.json_records import json_value
from booklet.importing.sources.record import Record
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.wish import Wish
from booklet.place import Place


def is_frab_json(source: Source) -> bool:
    """Whether a JSON file has a schedule with a conference and its days."""
    return _found(source, []) is not None


def read_frab_json(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """The Meeting of the first such file. Events go by their code, number or guid."""
    found = _found(source, findings)
    if found is None:
        findings.append(Finding(BAD_SOURCE, "there is no schedule.json with a conference and days", Place(source.name)))
        return Meeting(ImportedEvent())
    file, conference = found
    place = Place(file.name)
    said = tuple(_events(conference, findings))
    cleared = without_system_links((event for event, _ in said), place, findings)
    happenings = tuple(happening_of(event, at, findings) for event, (_, at) in zip(cleared, said, strict=True))
    schedule = Schedule(
        event=_event(conference, findings),
        place=place,
        happenings=happenings,
        people=people_of((speaker for event in cleared for speaker in event.speakers), findings),
        rooms=tuple(_rooms(conference, findings)),
        tracks=tuple(one_line(track.text("name"), track.place, findings) for track in conference.records("tracks")),
    )
    return meeting_of(schedule, wish, findings)


def _found(source: Source, findings: list[Finding]) -> tuple[SourceFile, Record] | None:
    for file in source.ending(".json"):
        value = json_value(file, findings)
        if isinstance(value, Record):
            schedule = value.record("schedule") if "schedule" in value else value
            conference = schedule.record("conference")
            if any(isinstance(day.values.get("rooms"), Record) for day in conference.records("days")):
                return file, conference
    return None


def _event(conference: Record, findings: list[Finding]) -> ImportedEvent:
    return ImportedEvent(
        title=title_text(conference.text("title"), conference.of("title"), findings),
        zone=conference.text("time_zone_name"),
    )


def _rooms(conference: Record, findings: list[Finding]) -> Iterator[ImportedRoom]:
    """The rooms of the conference in its order, then those of its days in theirs."""
    for room in conference.records("rooms"):
        name = one_line(room.text("name"), room.place, findings)
        yield ImportedRoom(name, note=one_line(room.text("description"), room.place, findings))
    for day in conference.records("days"):
        rooms = day.record("rooms")
        for written in (name for name in rooms.values if rooms.records(name)):
            yield ImportedRoom(one_line(written, rooms.of(written), findings))


def _events(conference: Record, findings: list[Finding]) -> Iterator[tuple[Said, Happening]]:
    for day in conference.records("days"):
        date = calendar_day(day.text("date"))
        rooms = day.record("rooms")
        for room in rooms.values:
            for event in rooms.records(room):
                at = _at(event, date, room, findings)
                if at:
                    yield _said(event, at.track), at


def _at(event: Record, day: dt.date | None, room: str, findings: list[Finding]) -> Happening | None:
    start = moment(event.text("date"))
    time = clock(event.text("start"))
    if start is None and day is not None and time is not None:
        start = dt.datetime.combine(day, time)
    if start is None:
        message = f'"{event.text("title")[:60]}" has neither date nor start, and is left out'
        findings.append(Finding(LEFT_OUT, message, event.place))
        return None
    name = one_line(room, event.place, findings)
    return Happening(
        key=event.text("guid") or f"{_key(event)} {start:%Y-%m-%d %H:%M}",
        start=start,
        place=event.place,
        minutes=duration(event.text("duration")),
        rooms=(name,) if name else (),
        track=one_line(_word(event, "track"), event.of("track"), findings),
        day=day,
    )


def _said(event: Record, track: str) -> Said:
    return Said(
        key=_key(event),
        title=event.text("title"),
        place=event.place,
        subtitle=event.text("subtitle"),
        abstract=event.text("abstract"),
        description=event.text("description"),
        speakers=tuple(_speakers(event)),
        kind=_word(event, "type"),
        language=event.text("language"),
        track=track,
        links=tuple((link.text("url"), link.text("title")) for link in event.records("links")),
    )


def _speakers(event: Record) -> Iterator[Speaker]:
    for person in event.records("persons"):
        name = person.text("public_name") or person.text("name") or person.text("full_public_name")
        yield Speaker(name, person.place, biography=person.text("biography"))


def _key(event: Record) -> str:
    return event.text("code") or event.text("id") or event.text("guid") or event.text("slug") or event.text("title")


def _word(event: Record, name: str) -> str:
    """A text, or one in several languages of which the first is taken."""
    said = event.record(name)
    return next((text for key in ("name", "en", *said.values) if (text := said.text(key))), event.text(name))
