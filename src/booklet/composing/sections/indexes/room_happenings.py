"""Sessions of a room → what it is said to hold on each day: tracks where several of their sessions follow each other."""

from datetime import date, datetime, timedelta

from booklet.composing.text import spoken
from booklet.model.program import Program
from booklet.model.room import Room
from booklet.model.session import Session
from booklet.plain_dataclasses import dataclass

# A longer pause parts the sessions of a track.
_PAUSE = timedelta(minutes=60)


@dataclass(frozen=True, slots=True)
class Happening:
    """Something in a room: its title, when it begins and ends, and its first session."""

    title: str
    start: datetime
    end: datetime | None
    session: Session


@dataclass(frozen=True, slots=True)
class RoomDays:
    """A room, with what happens in it by the days of the program."""

    room: Room
    days: tuple[tuple[date, tuple[Happening, ...]], ...]


def rooms_in_use(program: Program) -> tuple[RoomDays, ...]:
    """The rooms in which there are sessions with times, in the program's order but those of a building together."""
    buildings = list(dict.fromkeys(room.building for room in program.rooms))
    in_order = sorted(program.rooms, key=lambda room: buildings.index(room.building))
    every = [RoomDays(room, _days(program, room)) for room in in_order]
    return tuple(found for found in every if any(happenings for _, happenings in found.days))


def _days(program: Program, room: Room) -> tuple[tuple[date, tuple[Happening, ...]], ...]:
    return tuple((day.date, _happenings([s for s in day.sessions if _is_in(s, room)])) for day in program.days)


def _is_in(session: Session, room: Room) -> bool:
    return room.name in session.rooms and session.kind != "break"


def _happenings(sessions: list[Session]) -> tuple[Happening, ...]:
    done: list[Happening] = []
    for session in sessions:
        last = done[-1] if done else None
        if last and last.end and session.track and session.track == last.session.track and _follows(session, last.end):
            end = max(last.end, session.end or session.start, key=datetime.timestamp)
            done[-1] = Happening(session.track, last.start, end, last.session)
        else:
            done.append(Happening(spoken(session.title), session.start, session.end, session))
    return tuple(done)


def _follows(session: Session, end: datetime) -> bool:
    return session.start.timestamp() - end.timestamp() <= _PAUSE.total_seconds()
