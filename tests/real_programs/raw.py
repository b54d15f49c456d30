"""What the files of real programs say, read without the importers: what an import is held against."""

from dataclasses import dataclass, field
from datetime import datetime

Times = tuple[datetime, datetime | None]


@dataclass(frozen=True, slots=True)
class RawTalk:
    """A talk as the source writes it; `text` is its abstract with all markup; `times`, all aware, are when it is given."""

    title: str
    names: tuple[str, ...] = ()
    text: str = ""
    times: tuple[Times, ...] = ()
    room: str = ""


@dataclass(frozen=True, slots=True)
class Raw:
    """A source: its talks, what else happens (breaks, sessions) with its times, and the names of people besides authors."""

    talks: tuple[RawTalk, ...]
    others: tuple[tuple[str, Times], ...] = ()
    people: tuple[str, ...] = ()
    biographies: tuple[str, ...] = field(default=())
