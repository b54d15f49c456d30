"""A room, and a track of the program."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """A room. `building` groups it with others; `note` is a second name or where it is ("second floor")."""

    name: str
    building: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Track:
    """A track: sessions of one subject. `short` is its name where there is little room."""

    name: str
    short: str | None = None
