"""Indico's JSON, an event with contributions or sessions, or a timetable, or abstracts, into a Meeting."""

import datetime as dt
from collections.abc import Iterable, Iterator

from booklet.codes import BAD_SOURCE, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.durations import duration, minutes_between
from booklet.importing.cleaning.kinds import session_kind
from booklet.importing.cleaning.moments import moment
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.formats.indico.people import contributors, names
from booklet.importing.meeting import ImportedEvent, ImportedName, ImportedTalk, Meeting
from booklet.importing.meeting_parts.happening import Happening
from booklet.importing.meeting_parts.schedule import Schedule, meeting_of
from booklet.importing.meeting_parts.schedule_talk import Said, happening_of, talk_of
from booklet.importing.sources.json_records import json_value
from booklet.importing.sources.record import Record, text_of
from booklet.importing.sources.source import Source
from booklet.importing.wish import Wish
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace
from booklet.reading.zones import read_zone
from booklet.time_zone import time_zone

_LISTS = ("contributions", "sessions")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A contribution, with the block of the session that it stands in; or a block or break without any."""

    record: Record
    block: Record | None = None


def is_indico(source: Source) -> bool:
    """Whether a JSON file has an event of Indico's, its timetable, or abstracts."""
    return any(_entries(_values(source, [])))


def read_indico(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """The Meeting of all such files together. Contributions go by their number in the event."""
    values = _values(source, findings)
    entries = tuple(_entries(values))
    if not entries:
        findings.append(
            Finding(BAD_SOURCE, "there is neither an event nor a timetable of Indico in it", Place(source.name))
        )
        return Meeting(ImportedEvent())
    event = next((found for value in values for found in value.records("results") if "contributions" in found), None)
    talks: list[ImportedTalk] = []
    happenings: list[Happening] = []
    for entry in entries:
        at = _at(entry, findings)
        if at is None and "content" in entry.record and not _is_accepted(entry.record):
            message = "abstracts that are not accepted are left out"
            findings.append(Finding(LEFT_OUT, message, entry.record.place))
        elif at is None and "title" in entry.record:
            talks.append(talk_of(_said(entry, findings), findings))
        elif at is not None:
            happenings.extend(_happenings(entry, at, findings))
    place = Place(entries[0].record.place.file)
    imported = _event(event, findings) if event else ImportedEvent(zone=_zone(entries))
    return meeting_of(Schedule(imported, place, tuple(happenings), tuple(talks)), wish, findings)


def _values(source: Source, findings: list[Finding]) -> tuple[Record, ...]:
    found = (json_value(file, findings) for file in source.ending(".json"))
    return tuple(value for value in found if isinstance(value, Record))


def _entries(values: Iterable[Record]) -> Iterator[_Entry]:
    """Of a file, the sessions with their contributions, then those contributions that are in none."""
    for value in values:
        for event in value.records("results"):
            if any(name in event for name in _LISTS):
                yield from _of_event(event)
            yield from _of_timetable(event)
        for abstract in value.records("abstracts"):
            if "friendly_id" in abstract and "persons" in abstract:
                yield _Entry(abstract)


def _of_event(event: Record) -> Iterator[_Entry]:
    seen: set[str] = set()
    for block in event.records("sessions"):
        inside = block.records("contributions")
        seen.update(_key(record) for record in inside)
        yield from (_Entry(record, block) for record in inside)
        if not inside and "startDate" in block:
            yield _Entry(block)
    yield from (_Entry(record) for record in event.records("contributions") if _key(record) not in seen)


def _of_timetable(results: Record) -> Iterator[_Entry]:
    """Of a record of events, a record of days ("20260423"), a record of entries by their number."""
    for name in results.values:
        days = results.record(name)
        for day in days.values:
            if len(day) != 8 or not day.isdigit():
                continue
            entries = days.record(day)
            for entry in (entries.record(key) for key in entries.values):
                inside = entry.record("entries")
                yield from (_Entry(inside.record(key), entry) for key in inside.values)
                if not inside.values and "startDate" in entry:
                    yield _Entry(entry)


def _event(event: Record, findings: list[Finding]) -> ImportedEvent:
    venue = dict.fromkeys(event.text(name) for name in ("roomFullname", "location") if event.text(name))
    return ImportedEvent(
        title=title_text(event.text("title"), event.place, findings),
        venue=one_line(", ".join(venue), event.place, findings),
        zone=event.text("timezone"),
        organizers=tuple(ImportedName(name, affiliation) for name, affiliation in names(event, "chairs")),
    )


def _zone(entries: tuple[_Entry, ...]) -> str:
    return next((zone for entry in entries if (zone := entry.record.record("startDate").text("tz"))), "")


def _moment(record: Record, name: str) -> dt.datetime | None:
    """A date and a time in a zone: {"date": "2026-04-23", "time": "09:30:00", "tz": "Europe/Zurich"}."""
    said = record.record(name)
    if not said.values:
        return moment(text_of(record.values.get(name)))
    found = moment(f"{said.text('date')} {said.text('time')}")
    zone = read_zone(said.text("tz"), said.place)
    return found.replace(tzinfo=time_zone(zone)) if found and not found.tzinfo and isinstance(zone, str) else found


def _at(entry: _Entry, findings: list[Finding]) -> Happening | None:
    record, block = entry.record, entry.block
    start, end = _moment(record, "startDate"), _moment(record, "endDate")
    if start is None:
        return None
    minutes = minutes_between(start, end)
    if minutes is None:
        minutes = duration(record.text("duration"))
    where = next(
        (place for place in (record, block) if place and (place.text("room") or place.text("roomFullname"))), record
    )
    room = one_line(where.text("room") or where.text("roomFullname"), record.place, findings)
    session = record.text("session") or _session(block) if block is None else _session(block)
    is_poster = block is not None and (block.truth("isPoster") or block.record("session").truth("isPoster"))
    return Happening(
        key=_key(record),
        start=start,
        place=record.place,
        minutes=minutes,
        rooms=(room,) if room else (),
        track=one_line(record.text("track"), record.of("track"), findings),
        session=title_text(session, record.place, findings),
        chairs=tuple(name for name, _ in names(block, "conveners", "sessionConveners")) if block else (),
        kind="posters" if is_poster else "",
    )


def _session(block: Record | None) -> str:
    """The title of the session, and of its part where it has one."""
    if block is None:
        return ""
    title = block.text("title") or block.record("session").text("title")
    part = block.text("slotTitle")
    return f"{title}: {part}" if title and part and part != title else part or title


def _happenings(entry: _Entry, at: Happening, findings: list[Finding]) -> Iterator[Happening]:
    """A break, a session without anything in it, a contribution, or its parts one after another."""
    record = entry.record
    kind = record.text("entryType") or record.text("_type")
    if kind == "Break":
        found = session_kind(record.text("title"))
        title = title_text(record.text("title"), record.place, findings)
        yield replace(at, kind=found if found in {"social", "plenary"} else "break", title=title, session="", chairs=())
    elif kind in {"Session", "SessionSlot"} or "slotTitle" in record:
        chairs = tuple(name for name, _ in names(record, "conveners", "sessionConveners"))
        title = title_text(_session(record), record.place, findings)
        yield replace(at, kind=session_kind(_session(record)), title=title, session="", chairs=chairs)
    elif parts := record.records("subContributions"):
        yield from _parts(entry, at, parts, findings)
    else:
        yield happening_of(_said(entry, findings), at, findings)


def _parts(entry: _Entry, at: Happening, parts: tuple[Record, ...], findings: list[Finding]) -> Iterator[Happening]:
    """The parts of a contribution are talks of a session with its title; the first begins when it does."""
    if entry.record.text("description"):
        message = "the description of a contribution is left out where its parts are talks themselves"
        findings.append(Finding(LEFT_OUT, message, entry.record.place))
    start = at.start
    for number, part in enumerate(parts, 1):
        minutes = duration(part.text("duration")) or (at.minutes // len(parts) if at.minutes else None)
        said = replace(_said(_Entry(part), findings), key=f"{_key(entry.record)}.{_key(part) or number}")
        title = title_text(entry.record.text("title"), entry.record.place, findings)
        here = replace(at, key=said.key, start=start, minutes=minutes, session=title)
        yield happening_of(said, here, findings)
        start += dt.timedelta(minutes=minutes or 0)


def _said(entry: _Entry, findings: list[Finding]) -> Said:
    record = entry.record
    track = record.text("track") or record.record("accepted_track").text("title")
    kind = record.text("type") or record.record("accepted_contrib_type").text("name")
    return Said(
        key=_key(record),
        title=record.text("title"),
        place=record.place,
        description=record.text("description") or record.text("content"),
        speakers=contributors(record, findings),
        kind="poster" if entry.block and entry.block.truth("isPoster") else kind,
        track=track,
        keywords=record.texts("keywords"),
        board=record.text("board_number"),
    )


def _key(record: Record) -> str:
    """The number that people see, else the one of the database."""
    names = ("friendly_id", "friendlyId", "contributionId", "id", "uniqueId")
    return next((text for name in names if (text := record.text(name))), record.text("title"))


def _is_accepted(abstract: Record) -> bool:
    return abstract.text("state").casefold() in {"accepted", ""}
