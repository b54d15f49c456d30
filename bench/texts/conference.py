"""A number of talks → an invented conference, and the project folder of it that `booklet make` takes without findings of its
own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from texts.invented import InventedTalk, invented_talks, talk_file

TITLE = "Conference of Invented Talks"
TOPIC = "Measurement"
ORGANIZER = ("Noor Lindqvist", "Institute of Measurement")
TALK, QUESTIONS = 18, 2  # minutes

_A_SESSION = 12
_SESSIONS_A_DAY = 2
_STARTS = (time(9), time(14))
_FIRST_DAY = date(2026, 9, 7)

_EVENT = f"""\
title: {TITLE}
topic: {TOPIC}
language: en-US
zone: UTC
organizers: [{{name: {ORGANIZER[0]}, affiliation: {ORGANIZER[1]}}}]
"""
_ZONES = """\
time-zones:
  Europe: [London, Berlin]
  Americas: [Denver, New York]
"""


@dataclass(frozen=True, slots=True)
class InventedSession:
    """Talks one after another, all of one length."""

    number: int
    start: datetime
    talks: tuple[InventedTalk, ...]

    def starts(self) -> Iterator[tuple[datetime, InventedTalk]]:
        """When each of its talks begins."""
        for number, talk in enumerate(self.talks):
            yield self.start + timedelta(minutes=number * (TALK + QUESTIONS)), talk


def sessions(count: int) -> tuple[InventedSession, ...]:
    """`count` talks in sessions of twelve, two a day."""
    talks = tuple(invented_talks(count))
    runs = (talks[at : at + _A_SESSION] for at in range(0, count, _A_SESSION))
    return tuple(InventedSession(number, _start(number), run) for number, run in enumerate(runs))


def _start(number: int) -> datetime:
    day = _FIRST_DAY + timedelta(days=number // _SESSIONS_A_DAY)
    return datetime.combine(day, _STARTS[number % _SESSIONS_A_DAY])


def write_conference(folder: Path, count: int, settings: str = "", *, zones: bool = True) -> None:
    """Write content/ with `count` talks; `settings` is booklet.yaml, `zones` gives the event cities elsewhere."""
    content = folder / "content"
    (content / "talks").mkdir(parents=True)
    (content / "event.yaml").write_text(_EVENT + (_ZONES if zones else ""), "utf-8")
    if settings:
        (content / "booklet.yaml").write_text(settings, "utf-8")
    rows = []
    for session in sessions(count):
        for name, data in map(talk_file, session.talks):
            (content / "talks" / name).write_bytes(data)
        rows.append(_row(session))
    (content / "program.yaml").write_text("sessions:\n" + "".join(rows), "utf-8")


def _row(session: InventedSession) -> str:
    items = "".join(f"      - {{talk: {talk.id}, minutes: {TALK} + {QUESTIONS}}}\n" for talk in session.talks)
    number, start = session.number + 1, session.start
    return (
        f"  - id: session-{number}\n    title: Session {number}\n    date: {start:%Y-%m-%d}\n"
        f'    start: "{start.hour}:{start:%M}"\n    items:\n{items}'
    )
