"""Rules about times: what takes how long, and whether it fits.

Moments of one zone are compared as timestamps: datetimes of one zone compare by their clocks, which a change of clocks
makes run backward.
"""

from collections.abc import Iterator
from datetime import datetime

from booklet.codes import EMPTY_PROGRAM, NO_MINUTES, OVER_SLOT, OVERLAP, UNDER_SLOT
from booklet.finding import Finding
from booklet.model.program import Program
from booklet.model.rich_text import plain
from booklet.model.session import Item, Session

_SHOWN = 40


def empty_program(program: Program) -> Iterator[Finding]:
    """K030: no sessions at all, or a session without items."""
    if not program.sessions:
        place = program.event.places.record
        yield Finding(EMPTY_PROGRAM, "the program has no sessions", place, "add sessions to content/program.yaml")
    for session in program.sessions:
        if not session.items:
            message = f'session "{session.id}" has no items'
            yield Finding(EMPTY_PROGRAM, message, session.places.of("id"), "add items to it")


def no_minutes(program: Program) -> Iterator[Finding]:
    """K022: an item without minutes; what follows has no time until the next at:."""
    for session in program.sessions:
        for item in session.items:
            if item.minutes is None:
                hint = "add minutes: 20, or 18 + 2 with questions; the times that follow depend on it"
                yield Finding(NO_MINUTES, f"{_called(item)} has no minutes", item.places.record, hint, talk=_talk(item))


def overlap(program: Program) -> Iterator[Finding]:
    """K040: an item is announced for a time at which an earlier one of its session still lasts; or two sessions are at one
    time in one room, or in none that is named."""
    yield from _items_overlap(program)
    yield from _sessions_overlap(program)


def _items_overlap(program: Program) -> Iterator[Finding]:
    for session in program.sessions:
        last: Item | None = None
        for item in session.items:
            earlier = item.start and last and last.start and item.start.timestamp() < last.start.timestamp()
            if earlier:
                continue  # K045 says so
            if item.start and last and last.end and item.start.timestamp() < last.end.timestamp():
                spans = f"{_span(last.start, last.end)}, {_span(item.start, item.end)}"
                message = f"{_called(last)} and {_called(item)} overlap in session {session.id} ({spans})"
                place, also = last.places.record, item.places.of("at")
                yield Finding(OVERLAP, message, place, "check minutes and at", (also,), talk=_talk(item))
            if item.end and (last is None or last.end is None or item.end.timestamp() >= last.end.timestamp()):
                last = item


def _sessions_overlap(program: Program) -> Iterator[Finding]:
    sessions = [session for session in program.sessions if session.end]
    for index, first in enumerate(sessions):
        for second in sessions[index + 1 :]:
            if first.end is None or second.start.timestamp() >= first.end.timestamp():
                break  # sessions are in the order of their starts
            if first.room == second.room:
                where = f'in room "{first.room}"' if first.room else "and no rooms are named"
                spans = f"{_span(first.start, first.end)}, {_span(second.start, second.end)}"
                message = f'sessions "{first.id}" and "{second.id}" overlap {where} ({spans})'
                hint = "give parallel sessions each its room:, or correct the times"
                yield Finding(OVERLAP, message, first.places.of("start"), hint, (second.places.of("start"),))


def slot(program: Program) -> Iterator[Finding]:
    """K041, K042: the items end after, or before, the end that is announced for the session."""
    for session in program.sessions:
        end = session.items[-1].end if session.items else None
        if end is None or session.until is None or end == session.until:
            continue
        minutes = round(abs(end - session.until).total_seconds() / 60)
        code, word = (OVER_SLOT, "after") if end > session.until else (UNDER_SLOT, "before")
        yield Finding(
            code, _slot_message(session, end, minutes, word), session.places.of("until"), "check minutes and until"
        )


def _slot_message(session: Session, end: datetime, minutes: int, word: str) -> str:
    unit = "minute" if minutes == 1 else "minutes"
    return (
        f'session "{session.id}" ends at {end:%H:%M}, {minutes} {unit} {word} its announced end {session.until:%H:%M}'
    )


def _called(item: Item) -> str:
    title = plain(item.title)
    return f'"{title if len(title) <= _SHOWN else title[: _SHOWN - 1].rstrip() + "…"}"'


def _span(start: datetime | None, end: datetime | None) -> str:
    return f"{start:%H:%M}–" + (f"{end:%H:%M}" if end else "?")


def _talk(item: Item) -> str | None:
    return item.talk.id if item.talk else None
