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
    """A session. `until` is its announced end, when the file gives one; `end` is what is printed: `until`, else the end
    of the last item, else None."""

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
    def end(self) -> datetime | None:
        """End of the session as announced, else as computed."""
        return self.until or next((item.end for item in reversed(self.items) if item.end), None)
