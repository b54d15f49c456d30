"""The YAML data of a Jekyll site of the zeppelin family (schedule, sessions, speakers, abstracts) into a Meeting."""

from booklet.codes import BAD_SOURCE, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.prose import prose
from booklet.importing.formats.jekyll.talks import Talks, name_of, talks_of
from booklet.importing.formats.jekyll.time_slots import Entry, Sitting, sessions, sittings
from booklet.importing.meeting import ImportedEvent, ImportedPerson, Meeting
from booklet.importing.meeting_parts.in_quotes import in_quotes
from booklet.importing.meeting_parts.slots import zone_of
from booklet.importing.sources.record import Record, listed_records
from booklet.importing.sources.source import Source
from booklet.importing.sources.yaml_records import yaml_value
from booklet.importing.wish import Wish
from booklet.place import Place
from booklet.plain_dataclasses import dataclass

_ONLINE = ("online", "virtual", "zoom", "webinar", "çevrimiçi", "en ligne", "en línea")


@dataclass(frozen=True, slots=True)
class _Data:
    """The records of each file, told apart by what they have."""

    schedule: tuple[Record, ...] = ()
    sessions: tuple[Record, ...] = ()
    speakers: tuple[Record, ...] = ()
    abstracts: tuple[Record, ...] = ()


def is_jekyll_data(source: Source) -> bool:
    """Whether a file has days with time slots, and another one the sessions in them."""
    data = _data(source, [])
    return bool(data.schedule and data.sessions)


def read_jekyll_data(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """Sessions that enclose what stands in the same list, invited speakers, selected talks and posters."""
    data = _data(source, findings)
    place = data.schedule[0].place if data.schedule else Place(source.name)
    if not data.schedule:
        findings.append(Finding(BAD_SOURCE, "there are no days with time slots", place))
    entries = _entries(data.sessions)
    moments = [
        f"{day.text('date')} {slot.text('startTime')}" for day in data.schedule for slot in day.records("timeslots")
    ]
    zone = zone_of("", wish, moments, wish.language, place, findings)
    timetable = sittings(data.schedule, entries, zone, findings)
    talks = talks_of(_scheduled(timetable), data.speakers, data.abstracts, findings)
    _say_unscheduled(entries, timetable, findings)
    venue, timetable = _without_online(timetable)
    return Meeting(
        event=ImportedEvent(title=wish.title, venue=venue, zone=zone, language=wish.language),
        sessions=sessions(timetable, talks.by_entry, findings),
        talks=talks.talks,
        people=_people(data.speakers, talks, findings),
        tracks=tuple(dict.fromkeys(sitting.track for sitting in timetable if sitting.track)),
    )


def _data(source: Source, findings: list[Finding]) -> _Data:
    found: dict[str, tuple[Record, ...]] = {}
    for file in source.ending(".yml", ".yaml"):
        records = listed_records(yaml_value(file, findings))
        if records and (what := _what(records)):
            found.setdefault(what, records)
    return _Data(**found)


def _what(records: tuple[Record, ...]) -> str:
    fields = {name.casefold() for record in records[:20] for name in record.values}
    if "timeslots" in fields:
        return "schedule"
    if {"id", "name"} <= fields and fields & {"surname", "bio", "company"}:
        return "speakers"
    if {"title", "authors"} <= fields:
        return "abstracts"
    return "sessions" if {"id", "title"} <= fields else ""


def _entries(records: tuple[Record, ...]) -> dict[str, Entry]:
    """The sessions by their ids; of two with one id the first."""
    found: dict[str, Entry] = {}
    for record in records:
        if key := record.text("id"):
            found.setdefault(key, Entry(key, record))
    return found


def _scheduled(timetable: tuple[Sitting, ...]) -> tuple[Entry, ...]:
    return tuple({sitting.entry.key: sitting.entry for sitting in timetable}.values())


def _say_unscheduled(entries: dict[str, Entry], timetable: tuple[Sitting, ...], findings: list[Finding]) -> None:
    used = {sitting.entry.key for sitting in timetable}
    for entry in entries.values():
        if entry.key not in used:
            message = f"{in_quotes(entry.record.text('title'))} is in no time slot and is left out"
            findings.append(Finding(LEFT_OUT, message, entry.record.place))


def _without_online(timetable: tuple[Sitting, ...]) -> tuple[str, tuple[Sitting, ...]]:
    """Where everything is online, that is the venue and no room."""
    rooms = {sitting.room for sitting in timetable if sitting.room}
    if len(rooms) != 1 or not next(iter(rooms)).casefold().startswith(_ONLINE):
        return "", timetable
    venue = next(iter(rooms))
    return venue, tuple(sitting.without_room() for sitting in timetable)


def _people(speakers: tuple[Record, ...], talks: Talks, findings: list[Finding]) -> tuple[ImportedPerson, ...]:
    """The lives of those speakers who have a talk."""
    found = []
    for speaker in speakers:
        name = name_of(speaker)
        if speaker.text("id") in talks.speakers:
            life = prose(speaker.text("bio"), "any", speaker.of("bio"), findings)
            if name and life:
                found.append(ImportedPerson(name, biography=life))
    return tuple(found)
