"""A day of the program → what stands in the boxes of its grid, at its true times on the clocks of the event."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Literal

from booklet.composing.boards import session_boards
from booklet.composing.labels import Labels
from booklet.composing.program_form import names_sessions, session_key
from booklet.composing.sections.talks.abstracts import talk_key
from booklet.composing.text import comma
from booklet.composing.times import printed_range, printed_time
from booklet.model.day import Day
from booklet.model.program import Program
from booklet.model.rich_text import Line, Span
from booklet.model.session import Item, Session
from booklet.model.talk import Author, Talk
from booklet.plain_dataclasses import dataclass, replace
from booklet.time_zone import time_zone

Look = Literal["plain", "plenary", "break"]

# Sessions that everybody comes to.
_GATHERING = {"plenary", "keynote", "posters", "social"}
# How long something is taken to last whose end nobody says.
_UNKNOWN = timedelta(minutes=30)
_LEAST_MINUTES = 1.0
_LONG = 120.0


@dataclass(frozen=True, slots=True)
class Box:
    """What stands in one box. `begin` and `end` are minutes (of 1970 and later); `time` and `hours` its start, and its start
    and end, as they are printed.

    `name` tells it from all others of the program, `where` says its rooms in words. `gathers` is what everybody comes to,
    though it be in one room; `place` names that room where the box is not in its column. `short` is another title where there
    is little room, `detail` what stands below the title in place of people, `targets` are destinations that it may lead to,
    the best first. `in_list` says that a list of the program has its title in full.
    """

    name: str
    begin: float
    end: float
    time: str
    hours: str
    title: Line
    look: Look = "plain"
    rooms: tuple[str, ...] = ()
    for_all: bool = False
    gathers: bool = False
    where: str = ""
    place: str = ""
    is_talk: bool = False
    short: str = ""
    language: str | None = None
    status: str = ""
    authors: tuple[Author, ...] = ()
    detail: str = ""
    track: str | None = None
    targets: tuple[str, ...] = ()
    in_list: bool = True

    @property
    def is_long(self) -> bool:
        """Whether it is for all and lasts so long that its end is printed, and the axis folded."""
        return self.look != "plain" and self.end - self.begin > _LONG

    def overlaps(self, other: "Box") -> bool:
        """Whether both go on at one time."""
        return self.begin < other.end and other.begin < self.end


def roomless(boxes: Iterable[Box], labels: Labels) -> str:
    """What those are called together that have no room."""
    return labels.for_everyone if all(box.for_all for box in boxes) else labels.without_room


def minute(moment: datetime) -> float:
    """A moment in minutes."""
    return moment.timestamp() / 60


def moment_of(minutes: float, zone: str) -> datetime:
    """The moment on the clocks of a zone."""
    return datetime.fromtimestamp(round(minutes * 60), UTC).astimezone(time_zone(zone))


def boxes_of(program: Program, day: Day, labels: Labels) -> tuple[Box, ...]:
    """The boxes of a day in the order of their starts: items of sessions, and sessions whose items have no times."""
    boxes: list[Box] = []
    for session in day.sessions:
        if session.items and all(item.start for item in session.items):
            ends = [after.start for _, after in pairwise(session.items)]
            boxes += [
                _item_box(program, session, number, end, labels) for number, end in enumerate((*ends, session.until))
            ]
        else:
            boxes.append(session_box(program, session, labels))
    return tuple(sorted(boxes, key=lambda box: box.begin))


def sessions_of(program: Program, day: Day, labels: Labels) -> tuple[Box, ...]:
    """The sessions of a day as boxes, in the order of their starts; one of a single talk is that talk."""
    return tuple(
        _item_box(program, session, 0, session.until, labels)
        if len(session.items) == 1 and session.items[0].talk and session.items[0].start
        else session_box(program, session, labels)
        for session in day.sessions
    )


def session_box(program: Program, session: Session, labels: Labels) -> Box:
    """A session as one box, with the number of its talks."""
    boards = session_boards(session, labels)
    title = (*session.title, Span(f" · {boards}")) if boards else session.title
    look: Look = (
        "break" if session.kind == "break" else "plain" if session.kind in {"session", "posters"} else "plenary"
    )
    begin, end, time, hours = _times(program, session.start, session.end)
    talks = sum(item.talk is not None for item in session.items)
    detail = labels.talks.of(talks, program.event.language) if talks > 1 and session.kind != "posters" else ""
    return Box(
        session.id, begin, end, time, hours, title, look, session.rooms, session.is_for_all,
        gathers=session.kind in _GATHERING, where=_where(program, session), detail=detail, track=session.track,
        targets=_targets(program, session, None), in_list=_has_list(program),
    )  # fmt: skip


def _item_box(program: Program, session: Session, number: int, following: datetime | None, labels: Labels) -> Box:
    item = session.items[number]
    talk = item.talk
    begin, end, time, hours = _times(program, item.start or session.start, item.end or following)
    box = Box(
        f"{session.id}/{number}", begin, end, time, hours, talk.title if talk else item.title, _look(session, item),
        session.rooms, session.is_for_all, gathers=session.kind in _GATHERING, where=_where(program, session),
        track=session.track, targets=_targets(program, session, talk), in_list=_has_list(program),
    )  # fmt: skip
    if talk is None:
        return box
    return replace(
        box, is_talk=True, short=talk.short_title or "", language=talk.language, status=labels.status(talk.status),
        authors=talk.authors, track=talk.track or session.track,
    )  # fmt: skip


def _where(program: Program, session: Session) -> str:
    return comma(program.event.language).join(session.rooms)


def _has_list(program: Program) -> bool:
    return program.settings.program.list != "none"


def _targets(program: Program, session: Session, talk: Talk | None) -> tuple[str, ...]:
    """The page of the abstract, then that of the session, as far as the booklet may have them."""
    with_abstracts = {"abstracts", "keynotes"} & set(program.settings.sections)
    abstract = (talk_key(talk),) if talk and with_abstracts else ()
    return (*abstract, *((session_key(session.id),) if names_sessions(program) else ()))


def _look(session: Session, item: Item) -> Look:
    if item.kind == "break" or (session.kind == "break" and item.talk is None):
        return "break"
    is_keynote = item.talk is not None and item.talk.kind == "keynote"
    return "plenary" if is_keynote or session.kind in {"plenary", "keynote", "social"} else "plain"


def _times(program: Program, start: datetime, end: datetime | None) -> tuple[float, float, str, str]:
    """Begin and end, and how they are printed on the clocks of the event."""
    event = program.event
    begin = minute(start)
    finish = minute(end) if end else minute(start.astimezone(UTC) + _UNKNOWN)
    finish = max(finish, begin + _LEAST_MINUTES)
    local = moment_of(begin, event.zone)
    until = moment_of(finish, event.zone) if end else None
    time = printed_time(local, event.clock, event.language)
    return begin, finish, time, printed_range(local, until, event.clock, event.language)
