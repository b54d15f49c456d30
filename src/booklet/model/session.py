"""A session: a stretch of one day in one room, made of items in order."""

from dataclasses import dataclass
from datetime import date, datetime

from booklet.model.rich_text import Line
from booklet.model.talk import Talk
from booklet.place import Places


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a session: a talk, or something else with a title (Welcome, Coffee).

    `start` and `end` are aware datetimes in the event's zone, computed from the session's start and the durations; None
    where a missing duration leaves them unknown. `minutes` are those of the talk proper, `questions` those after it.
    `pin` is the start that the file announces with `at:`.
    """

    title: Line
    places: Places
    talk: Talk | None = None
    start: datetime | None = None
    end: datetime | None = None
    minutes: int | None = None
    questions: int = 0
    pin: datetime | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """A session. `until` is its announced end, when the file gives one."""

    id: str
    title: Line
    date: date
    start: datetime
    places: Places
    until: datetime | None = None
    items: tuple[Item, ...] = ()
    room: str | None = None
    chairs: tuple[str, ...] = ()

    @property
    def last_end(self) -> datetime | None:
        """The latest end of its items, as computed; None where none is known. Moments of one zone are compared as timestamps:
        by their clocks, a change of clocks would make them run backward."""
        return max((item.end for item in self.items if item.end), key=datetime.timestamp, default=None)

    @property
    def end(self) -> datetime | None:
        """End of the session as announced, else as computed."""
        return self.until or self.last_end
