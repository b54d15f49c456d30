"""What a schedule of single events says of one of them: when and where it is, and what."""

import datetime as dt

from booklet.importing.meeting import ImportedTalk
from booklet.place import Place
from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of a schedule: a `talk`, or something with a `title` (Markdown of one line).

    `key` is what the source calls the event by, each once and the same in its next version. `start` is aware, or local to the
    event; `minutes` are of all of it, those of `questions` included. `kind` is that of a session (a break, a plenary) where
    the event is for everybody, or stands by itself; without one it belongs into the session of its room and track. `day` is
    the day of the program where the source says it. `session` is the title of the session that it belongs to, with its
    `chairs`, where the source has sessions. Without rooms it is for all of them, or the source does not know.
    """

    key: str
    start: dt.datetime
    place: Place
    minutes: int | None = None
    questions: int | None = None
    rooms: tuple[str, ...] = ()
    track: str = ""
    kind: str = ""
    talk: ImportedTalk | None = None
    title: str = ""
    day: dt.date | None = None
    note: str = ""
    session: str = ""
    chairs: tuple[str, ...] = ()
