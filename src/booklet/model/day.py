"""Sessions into the days of a program."""

from datetime import date

from booklet.model.room import Room
from booklet.model.session import Session
from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the program, the how manyth from 1, with its sessions in the order of their starts. Its `rooms` are those in
    use, in the order of the program."""

    number: int
    date: date
    sessions: tuple[Session, ...]
    rooms: tuple[Room, ...]


def days_of(sessions: tuple[Session, ...], rooms: tuple[Room, ...] = ()) -> tuple[Day, ...]:
    """The days to which sessions with times belong, in order."""
    by_date: dict[date, list[Session]] = {}
    for session in sessions:
        by_date.setdefault(session.day, []).append(session)
    return tuple(
        Day(number, day, tuple(by_date[day]), _in_use(rooms, by_date[day]))
        for number, day in enumerate(sorted(by_date), 1)
    )


def _in_use(rooms: tuple[Room, ...], sessions: list[Session]) -> tuple[Room, ...]:
    used = {room for session in sessions for room in session.rooms}
    return tuple(room for room in rooms if room.name in used)
