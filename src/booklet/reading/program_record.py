"""What was read of program.yaml as bytes, which a later run can read, and back.

Talks are in it by their ids, and titles of items only where they are not those of talks: a record belongs to the talks that
it was made with. All moments of a session are of one zone, which stands with it.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, tzinfo
from typing import Any

from booklet.finding import Finding
from booklet.finding_record import finding_rows, findings_of
from booklet.model.room import Room, Track
from booklet.model.session import Item, Session
from booklet.model.talk import Talk
from booklet.place import Place
from booklet.reading.read_program import ProgramReading
from booklet.reading.record_parts import dumped, line_of, line_rows, loaded, place_rows, places_of
from booklet.time_zone import time_zone

_Moment = tuple[str, int] | None  # without its zone, and which of two that clocks show


def packed_program(read: ProgramReading, findings: Sequence[Finding], file: str) -> bytes:
    """The record of what was read of the file, and of what there was to say about it."""
    sessions = [_session(one, file) for one in read.sessions]
    rooms = [(one.name, one.building, one.note, one.place) for one in read.rooms]
    tracks = [(one.name, one.short, one.place) for one in read.tracks]
    return dumped((sessions, rooms, tracks, finding_rows(findings)))


def unpacked_program(
    record: bytes, talks: Mapping[str, Talk | None], file: str
) -> tuple[ProgramReading, list[Finding]]:
    """What `packed_program` was given, when the talks were the same. Raises an error of UNREADABLE for what is no record."""
    sessions, rooms, tracks, findings = loaded(record)
    read = ProgramReading(
        tuple([_read_session(talks, file, *one) for one in sessions]),
        tuple([Room(name, building, note, _read_place(place)) for name, building, note, place in rooms]),
        tuple([Track(name, short, _read_place(place)) for name, short, place in tracks]),
    )
    return read, findings_of(findings)


def _read_place(place: list[Any] | None) -> Place | None:
    return None if place is None else Place(*place)


def _moment(moment: datetime | None) -> _Moment:
    return None if moment is None else (moment.replace(tzinfo=None).isoformat(), moment.fold)


def _read_moment(moment: _Moment, zone: tzinfo) -> datetime | None:
    return None if moment is None else datetime.fromisoformat(moment[0]).replace(tzinfo=zone, fold=moment[1])


def _session(session: Session, file: str) -> tuple[object, ...]:
    return (
        str(session.start.tzinfo) if session.timed else None,
        _moment(session.start),
        _moment(session.until),
        session.date.isoformat(),
        session.day.isoformat(),
        [_item(one, file) for one in session.items],
        session.id,
        line_rows(session.title),
        place_rows(session.places, file),
        session.rooms,
        session.chairs,
        session.kind,
        session.track,
        session.note,
    )


def _read_session(talks: Mapping[str, Talk | None], file: str, zone: str | None, *facts: Any) -> Session:
    start, until, day, day_of_program, items, session_id, title, places, rooms, chairs, kind, track, note = facts
    clocks = UTC if zone is None else time_zone(zone)
    return Session(
        session_id,
        line_of(title),
        date.fromisoformat(day),
        datetime.fromisoformat(start[0]).replace(tzinfo=clocks, fold=start[1]),
        places_of(file, *places),
        date.fromisoformat(day_of_program),
        _read_moment(until, clocks),
        tuple([_read_item(talks, file, clocks, *one) for one in items]),
        tuple(rooms),
        tuple(chairs),
        kind,
        track,
        note,
        timed=zone is not None,
    )


def _item(item: Item, file: str) -> tuple[object, ...]:
    talk = item.talk
    return (
        talk and talk.id,
        None if talk and item.title == talk.title else line_rows(item.title),
        place_rows(item.places, file),
        _moment(item.start),
        _moment(item.end),
        item.minutes,
        item.questions,
        _moment(item.pin),
        item.kind,
    )


def _read_item(talks: Mapping[str, Talk | None], file: str, clocks: tzinfo, *facts: Any) -> Item:
    talk_id, title, places, start, end, minutes, questions, pin, kind = facts
    talk = None if talk_id is None else talks[talk_id]
    return Item(
        talk.title if talk and title is None else line_of(title),
        places_of(file, *places),
        talk,
        _read_moment(start, clocks),
        _read_moment(end, clocks),
        minutes,
        questions,
        _read_moment(pin, clocks),
        kind,
    )
