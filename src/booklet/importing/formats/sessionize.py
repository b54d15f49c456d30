"""Sessionize's JSON, its views "All", "Sessions" and "GridSmart", into a Meeting."""

import re
from collections.abc import Iterator

from booklet.codes import BAD_SOURCE, PRIVATE, UNUSED_FIELD
from booklet.finding import Finding
from booklet.importing.cleaning.durations import minutes_between
from booklet.importing.cleaning.kinds import session_kind
from booklet.importing.cleaning.languages import language_tag
from booklet.importing.cleaning.moments import moment
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.meeting import ImportedEvent, ImportedRoom, ImportedTalk, Meeting
from booklet.importing.meeting_parts.happening import Happening
from booklet.importing.meeting_parts.schedule import Schedule, meeting_of
from booklet.importing.meeting_parts.schedule_talk import Said, happening_of, talk_of
from booklet.importing.meeting_parts.speakers import Speaker, people_of
from booklet.importing.sources.json_records import json_value
from booklet.importing.sources.record import Record, Value
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.wish import Wish
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace

_CAPACITY = re.compile(r"(.*\S)\s*\((\d{1,5})\)", re.DOTALL)
_LANGUAGES = re.compile(r"language|sprache|langue|idioma|lingua", re.IGNORECASE)
_TRACKS = re.compile(r"track|stream|theme|topic area|strang", re.IGNORECASE)
_KINDS = re.compile(r"format|type|kind|typ\b|art\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists to which sessions refer by number: speakers, rooms, and categories with their items."""

    speakers: dict[str, Speaker]
    rooms: dict[str, str]
    items: dict[str, tuple[str, str]]


def is_sessionize(source: Source) -> bool:
    """Whether a JSON file has sessions that begin at startsAt, and may be service sessions."""
    return _found(source, []) is not None


def read_sessionize(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """The Meeting of the first such file. Sessions go by their number; questions and their answers never come in."""
    found = _found(source, findings)
    if found is None:
        findings.append(Finding(BAD_SOURCE, "there are no sessions of Sessionize in it", Place(source.name)))
        return Meeting(ImportedEvent())
    file, data, sessions = found
    place = Place(file.name)
    lists = _lists(data)
    if any(session.records("questionAnswers") for session in sessions):
        findings.append(Finding(PRIVATE, "answers to questions of the call for papers are left out", place))
    happenings, unplaced = _happenings(sessions, lists, findings)
    rooms = tuple(ImportedRoom(_room(room, place, findings)) for room in lists.rooms.values())
    if any(_CAPACITY.fullmatch(room) for room in lists.rooms.values()):
        message = "numbers in brackets after rooms are taken for how many people they hold, and are left out"
        findings.append(Finding(UNUSED_FIELD, message, place))
    schedule = Schedule(
        event=ImportedEvent(),
        place=place,
        happenings=happenings,
        unplaced=unplaced,
        people=people_of(lists.speakers.values(), findings),
        rooms=rooms,
        tracks=tuple(one_line(name, place, findings) for title, name in lists.items.values() if _TRACKS.search(title)),
    )
    return meeting_of(schedule, wish, findings)


def _found(source: Source, findings: list[Finding]) -> tuple[SourceFile, Record, tuple[Record, ...]] | None:
    """The file, its lists, and its sessions, each once."""
    for file in source.ending(".json"):
        value = json_value(file, findings)
        sessions = {session.text("id"): session for session in reversed(tuple(_sessions(value)))}
        if sessions and all("startsAt" in session and "isServiceSession" in session for session in sessions.values()):
            data = value if isinstance(value, Record) else Record({}, Place(file.name), {})
            return file, data, tuple(reversed(sessions.values()))
    return None


def _sessions(value: Value) -> Iterator[Record]:
    """Those of "All", of the groups of "Sessions", of the rooms of the days of "GridSmart"."""
    if isinstance(value, Record):
        yield from value.records("sessions")
    for group in value if isinstance(value, tuple) else ():
        if isinstance(group, Record):
            yield from group.records("sessions")
            for room in group.records("rooms"):
                yield from room.records("sessions")


def _lists(data: Record) -> _Lists:
    return _Lists(
        speakers={
            speaker.text("id"): Speaker(
                speaker.text("fullName") or f"{speaker.text('firstName')} {speaker.text('lastName')}",
                speaker.place,
                biography=speaker.text("bio") or speaker.text("tagLine"),
            )
            for speaker in data.records("speakers")
        },
        rooms={room.text("id"): room.text("name") for room in sorted(data.records("rooms"), key=_sort)},
        items={
            item.text("id"): (category.text("title"), item.text("name"))
            for category in data.records("categories")
            for item in sorted(category.records("items"), key=_sort)
        },
    )


def _sort(record: Record) -> int:
    return record.number("sort") or 0


def _room(written: str, place: Place, findings: list[Finding]) -> str:
    """The name of the room without its capacity."""
    found = _CAPACITY.fullmatch(written)
    return one_line(found[1] if found else written, place, findings)


def _happenings(
    sessions: tuple[Record, ...], lists: _Lists, findings: list[Finding]
) -> tuple[tuple[Happening, ...], tuple[ImportedTalk, ...]]:
    """What has a time, and talks that have none."""
    found, unplaced = [], []
    for session in sessions:
        start, end = moment(session.text("startsAt")), moment(session.text("endsAt"))
        said = _said(session, lists)
        if start is None:
            if not session.truth("isServiceSession"):
                unplaced.append(talk_of(said, findings))
            continue
        room = lists.rooms.get(session.text("roomId")) or session.text("room")
        at = Happening(
            key=said.key,
            start=start,
            place=session.place,
            minutes=minutes_between(start, end),
            rooms=(_room(room, session.place, findings),) if room else (),
            track=one_line(said.track, session.place, findings),
        )
        if session.truth("isPlenumSession"):
            at = replace(at, rooms=(), track="", kind="plenary")
        found.append(
            _service(said, at, findings) if session.truth("isServiceSession") else happening_of(said, at, findings)
        )
    return tuple(found), tuple(unplaced)


def _service(said: Said, at: Happening, findings: list[Finding]) -> Happening:
    """A break, a registration, an opening: no talk. What is called like nothing known is a break unless all are there."""
    kind = session_kind(said.title) or at.kind or "break"
    return replace(
        at,
        kind=kind if kind in {"break", "social", "plenary"} else "plenary",
        title=title_text(said.title, said.place, findings),
        note=one_line(said.description, said.place, findings),
        track="",
    )


def _said(session: Record, lists: _Lists) -> Said:
    chosen = tuple(_chosen(session, lists))
    tags = [tag for title, name in chosen if _LANGUAGES.search(title) and (tag := language_tag(name))]
    tracks = [name for title, name in chosen if _TRACKS.search(title)]
    kinds = [name for title, name in chosen if _KINDS.search(title) and not _TRACKS.search(title)]
    rest = [
        name for title, name in chosen if not any(pattern.search(title) for pattern in (_LANGUAGES, _TRACKS, _KINDS))
    ]
    return Said(
        key=session.text("id") or session.text("title"),
        title=session.text("title"),
        place=session.place,
        description=session.text("description"),
        speakers=tuple(_speakers(session, lists)),
        kind=" ".join(kinds),
        language=tags[0] if len(tags) == 1 else "",
        track=tracks[0] if tracks else "",
        keywords=(*tracks[1:], *rest),
        status="cancelled" if session.text("status").casefold() in {"canceled", "cancelled"} else "",
    )


def _chosen(session: Record, lists: _Lists) -> Iterator[tuple[str, str]]:
    """Titles of categories with the items of this session, by number or written out."""
    for number in session.texts("categoryItems"):
        if number in lists.items:
            yield lists.items[number]
    for category in session.records("categories"):
        for item in category.records("categoryItems"):
            yield category.text("name") or category.text("title"), item.text("name")


def _speakers(session: Record, lists: _Lists) -> Iterator[Speaker]:
    for number in session.texts("speakers"):
        if number in lists.speakers:
            yield lists.speakers[number]
    for speaker in session.records("speakers"):
        yield Speaker(speaker.text("name") or speaker.text("fullName"), speaker.place)
