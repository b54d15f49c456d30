"""A room, and a track of the program."""

from booklet.place import Place
from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """A room. `building` groups it with others; `note` is a second name or where it is ("second floor"). `place` is where
    it is listed; None where only sessions name it."""

    name: str
    building: str | None = None
    note: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Track:
    """A track: sessions of one subject. `short` is its name where there is little room; `place` is where it
    is listed, None where only sessions and talks name it."""

    name: str
    short: str | None = None
    place: Place | None = None
