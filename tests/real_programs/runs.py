"""Events with a room and a track into sessions: one for each adjacent run of one track in one room on one day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from .content_folder import Record, identifier

_PAUSE = timedelta(minutes=60)


@dataclass(frozen=True, slots=True)
class Event:
    """One talk in its place; `day` is the program day, also when the event begins after midnight."""

    talk: str
    start: datetime
    minutes: int
    room: str
    track: str
    day: date

    @property
    def end(self) -> datetime:
        return self.start + timedelta(minutes=self.minutes)


def sessions_of(events: Iterable[Event]) -> list[Record]:
    """A session for each run; a pause of more than 60 minutes parts one."""
    ordered = sorted(events, key=lambda event: (event.day, event.room, event.start))
    runs: list[list[Event]] = [ordered[:1]]
    for before, event in pairwise(ordered):
        same = (before.day, before.room, before.track) == (event.day, event.room, event.track)
        if same and event.start - before.end <= _PAUSE:
            runs[-1].append(event)
        else:
            runs.append([event])
    return [_session(run) for run in runs]


def _session(run: list[Event]) -> Record:
    first = run[0]
    items: list[Record] = []
    for before, event in zip([None, *run], run, strict=False):
        follows = before is None or event.start == before.end
        items.append({"talk": event.talk, "at": None if follows else clock(event.start), "minutes": event.minutes})
    return {
        "id": identifier(first.day, first.room, f"{first.start:%H%M}"),
        "title": first.track,
        "date": first.start.date(),
        "day": first.day if first.day != first.start.date() else None,
        "start": clock(first.start),
        "until": clock(max(event.end for event in run)),
        "room": first.room,
        "track": first.track,
        "items": items,
    }


def clock(moment: datetime) -> str:
    """9:05"""
    return f"{moment.hour}:{moment:%M}"
