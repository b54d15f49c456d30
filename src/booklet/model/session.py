"""A session: a stretch of one day in one room, made of items in order."""

from datetime import date, datetime
from typing import Literal

from booklet.model.rich_text import Line
from booklet.model.talk import Talk
from booklet.place import Places
from booklet.plain_dataclasses import dataclass

SessionKind = Literal["session", "plenary", "keynote", "posters", "break", "social"]
ItemKind = Literal["", "break", "social"]
_Date = date  # inside of Session, whose key has this name too

# Kinds that need no items: their title says all.
PLAIN_KINDS: tuple[SessionKind, ...] = ("plenary", "posters", "break", "social")


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a session: a talk, or something else with a title (Welcome, Coffee).

    `start` and `end` are aware datetimes in the session's zone, computed from the session's start and the durations; None
    where a missing duration leaves them unknown, and for a poster that hangs as long as its session. `minutes` are those
    of the talk proper, `questions` those after it. `pin` is the start that the file announces with `at:`. `kind` is that
    of an item that is no talk.
    """

    title: Line
    places: Places
    talk: Talk | None = None
    start: datetime | None = None
    end: datetime | None = None
    minutes: int | None = None
    questions: int = 0
    pin: datetime | None = None
    kind: ItemKind = ""


@dataclass(frozen=True, slots=True)
class Session:
    """A session. `until` is its announced end, when the file gives one.

    `date` is the date of its start, `day` that of the day of the program to which it belongs, which differs where it begins
    after midnight. A session without times (`timed` False) has the beginning of its date for a start. `rooms` are those that
    it takes place in; of kinds that are for all, none given means all.
    """

    id: str
    title: Line
    date: _Date
    start: datetime
    places: Places
    day: _Date
    until: datetime | None = None
    items: tuple[Item, ...] = ()
    rooms: tuple[str, ...] = ()
    chairs: tuple[str, ...] = ()
    kind: SessionKind = "session"
    track: str | None = None
    note: str | None = None
    timed: bool = True

    @property
    def room(self) -> str | None:
        """Its rooms in words."""
        return ", ".join(self.rooms) or None

    @property
    def is_for_all(self) -> bool:
        """Whether it stands for all rooms at once."""
        return not self.rooms and self.kind in {"plenary", "keynote", "break", "social"}

    @property
    def last_end(self) -> datetime | None:
        """The latest end of its items, as computed; None where none is known. Moments of one zone are compared as timestamps:
        by their clocks, a change of clocks would make them run backward."""
        return max((item.end for item in self.items if item.end), key=datetime.timestamp, default=None)

    @property
    def end(self) -> datetime | None:
        """End of the session as announced, else as computed."""
        return self.until or self.last_end
