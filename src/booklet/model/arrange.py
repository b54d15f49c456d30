"""What happens to be read, in whatever order, into a Program in its one fixed order."""

import re
from collections.abc import Iterable, Mapping

from booklet.model.program import Program
from booklet.model.room import Room, Track
from booklet.model.session import Session
from booklet.model.talk import Talk
from booklet.plain_dataclasses import replace

_NUMBERS = re.compile(r"(\d+)")


def arrange(program: Program) -> Program:
    """The program in order: sessions by start, what is for all first and then by room, those without times last; talks by
    their first appearance in it, then those in no session by kind, board and id; rooms and tracks with those that only
    sessions and talks name."""
    sessions = sorted(program.sessions, key=_by_start)
    rooms = {room.name: room for room in program.rooms}
    for name in (name for session in sessions for name in session.rooms):
        rooms.setdefault(name, Room(name))
    places = {name: place for place, name in enumerate(rooms)}
    sessions.sort(key=lambda session: (*_by_start(session)[:2], *_by_room(session, places)))
    shown = [item.talk.id for session in sessions for item in session.items if item.talk]
    first = {talk_id: index for index, talk_id in reversed(list(enumerate(shown)))}
    talks = sorted(program.talks, key=lambda talk: (first.get(talk.id, len(shown)), *_talk_order(talk)))
    tracks = {track.name: track for track in program.tracks}
    for name in filter(None, (*(session.track for session in sessions), *(talk.track for talk in talks))):
        tracks.setdefault(name, Track(name))
    return replace(
        program,
        sessions=tuple(sessions),
        talks=tuple(talks),
        rooms=tuple(rooms.values()),
        tracks=tuple(tracks.values()),
    )


def board_order(board: str) -> tuple[tuple[int, int, str], ...]:
    """A key by which boards stand as they hang: P2 before P10."""
    parts = _NUMBERS.split(board)
    return tuple((1, int(part), "") if index % 2 else (0, 0, part.casefold()) for index, part in enumerate(parts))


def by_board(talks: Iterable[Talk]) -> tuple[Talk, ...]:
    """Talks in the order of their boards, those without any last."""
    return tuple(sorted(talks, key=lambda talk: (talk.board is None, board_order(talk.board or ""))))


def _by_start(session: Session) -> tuple[bool, float, str]:
    return not session.timed, session.start.timestamp(), session.id


def _by_room(session: Session, places: Mapping[str, int]) -> tuple[bool, int, str]:
    first = min((places[room] for room in session.rooms), default=len(places))
    return not session.is_for_all, first, session.id


def _talk_order(talk: Talk) -> tuple[bool, tuple[tuple[int, int, str], ...], str]:
    return talk.kind == "poster", board_order(talk.board or ""), talk.id
