"""program.yaml into its rooms, its tracks, and Sessions with the times of all their items."""

import difflib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

from booklet import limits
from booklet.codes import BAD_ID, DUPLICATE_ID, TOO_LARGE, UNKNOWN_TALK
from booklet.finding import Finding
from booklet.model.bare_letters import bare_letters
from booklet.model.rich_text import plain
from booklet.model.room import Room, Track
from booklet.model.session import Session
from booklet.model.talk import Talk
from booklet.place import Place
from booklet.plain_dataclasses import replace
from booklet.reading.fields import plain_text
from booklet.reading.read_session import read_session
from booklet.reading.records import ProgramRecord
from booklet.reading.validate import part, places, validate
from booklet.reading.values import read_id
from booklet.yaml_file import Mapping as MappingNode
from booklet.yaml_file import Node, Scalar, Sequence

_LOOKED_FOR = 50  # talks that are not there, for which the nearest name is looked for: it takes a look at all others


class ProgramReading(NamedTuple):
    """What came of the file, each in its order."""

    sessions: tuple[Session, ...] = ()
    rooms: tuple[Room, ...] = ()
    tracks: tuple[Track, ...] = ()


def read_program(
    node: Node | None, file: str, zone: str, language: str, talks: Mapping[str, Talk | None], findings: list[Finding]
) -> ProgramReading:
    """What the file says. `talks` are the talks by id, None for those whose file has errors; `zone` is the event's."""
    record, good, found = validate(ProgramRecord, node, file)
    findings.extend(_with_the_talk_meant(finding, node, talks) for finding in found)
    # In what was written, not in what could be read: a session without a usable start still names talks.
    unknown = [name for name in _talk_names(node) if name.text not in talks]
    findings.extend(_unknown_talk(name, talks if at < _LOOKED_FOR else {}) for at, name in enumerate(unknown))
    if record is None:
        return ProgramReading()
    unread = {
        finding.path[1] for finding in found if finding.path[:1] == ("sessions",) and finding.path[2:] == ("start",)
    }
    sessions = _sessions(record, good, file, zone, language, talks, findings, unread)
    return ProgramReading(sessions, *_rooms_and_tracks(record, good, file, language, findings))


def _sessions(
    record: ProgramRecord,
    node: Node | None,
    file: str,
    zone: str,
    language: str,
    talks: Mapping[str, Talk | None],
    findings: list[Finding],
    unread: set[str | int],
) -> tuple[Session, ...]:
    """The sessions; of those with the indexes `unread`, the start that is written could not be read."""
    sessions: dict[str, Session] = {}
    items = 0
    for index, one in enumerate(record.sessions):
        items += len(one.items)
        if items > limits.PROGRAM_ITEMS:
            message = (
                f"the program has more than {limits.PROGRAM_ITEMS} items; this session and those after it are left out"
            )
            place = places(part(node, "sessions", index), file).of("id")
            findings.append(Finding(TOO_LARGE, message, place, "make a booklet for each part of the meeting"))
            break
        whole = part(node, "sessions", index)
        session = read_session(one, whole, file, zone, language, talks, findings, start_unread=index in unread)
        if one.id in sessions:
            first, second = sessions[one.id].places.of("id"), session.places.of("id")
            message = f'two sessions have the id "{one.id}", in lines {first.line} and {second.line}'
            findings.append(Finding(DUPLICATE_ID, message, second, "give one of them another", also=(first,)))
        else:
            sessions[one.id] = session
    return tuple(sessions.values())


def _rooms_and_tracks(
    record: ProgramRecord, node: Node | None, file: str, language: str, findings: list[Finding]
) -> tuple[tuple[Room, ...], tuple[Track, ...]]:
    """Rooms and tracks; of one that is given twice, the first and a finding."""
    at = places(node, file)

    def text(value: str | None, *path: str | int) -> str:
        return plain_text(value, at.of(*path), language, findings)

    rooms: dict[str, Room] = {}
    tracks: dict[str, Track] = {}
    for index, room in enumerate(record.rooms):
        name = text(room.name, "rooms", index, "name")
        building = text(room.building, "rooms", index, "building") or None
        place = at.of("rooms", index, "name")
        own = Room(name, building, text(room.note, "rooms", index, "note") or None, place)
        if rooms.setdefault(name, own) is not own:
            findings.append(_given_twice("room", name, at.of("rooms", index)))
    for index, track in enumerate(record.tracks):
        name = text(track.name, "tracks", index, "name")
        this = Track(name, text(track.short, "tracks", index, "short") or None, at.of("tracks", index, "name"))
        if tracks.setdefault(name, this) is not this:
            findings.append(_given_twice("track", name, at.of("tracks", index)))
    return tuple(rooms.values()), tuple(tracks.values())


def _given_twice(what: str, name: str, place: Place) -> Finding:
    return Finding(DUPLICATE_ID, f'the {what} "{name[:60]}" is given twice', place, "take one of them out")


def _talk_names(node: Node | None) -> Iterator[Scalar]:
    """What stands for `talk` in the items of all sessions, where it can be an id."""
    for session in _entries(_value(node, "sessions")):
        for item in _entries(_value(session, "items")):
            name = _value(item, "talk")
            if isinstance(name, Scalar) and name.text:
                with suppress(ValueError):  # what is no id has its finding
                    read_id(name.text)
                    yield name


def _with_the_talk_meant(finding: Finding, node: Node | None, talks: Mapping[str, Talk | None]) -> Finding:
    """Where something stands for a talk that cannot be an id, the id of the talk that is called so, or whose title it is."""
    written = part(node, *finding.path)
    if (
        finding.code is not BAD_ID
        or finding.path[-1:] != ("talk",)
        or not isinstance(written, Scalar)
        or not written.text
    ):
        return finding
    wanted = bare_letters(written.text.removeprefix("content/").removeprefix("talks/").removesuffix(".md"))
    for name, talk in talks.items():
        if wanted and wanted in {bare_letters(name), bare_letters(plain(talk.title)) if talk else ""}:
            return replace(finding, hint=f"write {name}")
    return finding


def _value(node: Node | None, key: str) -> Node | None:
    found = node.entries if isinstance(node, MappingNode) else ()
    return next((entry.value for entry in found if entry.key == key), None)


def _entries(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else ()


def _unknown_talk(name: Scalar, talks: Mapping[str, Talk | None]) -> Finding:
    written = (name.text or "")[:60]
    near = difflib.get_close_matches(written, sorted(talks), 1)
    hint = f'did you mean "{near[0]}"?' if near else f"add the file content/talks/{written}.md"
    return Finding(UNKNOWN_TALK, f'there is no talk "{written}"', name.place, hint)
