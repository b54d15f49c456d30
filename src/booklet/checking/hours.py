"""Rules about the hours of a day: what stands before, after and between things."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from booklet.codes import CLOCK_CHANGE, GAP, OUT_OF_ORDER, PAST_MIDNIGHT
from booklet.finding import Finding
from booklet.model.program import Program
from booklet.model.rich_text import plain
from booklet.model.session import Item, Session

_SHOWN = 40


def gap(program: Program) -> Iterator[Finding]:
    """K043: an item is announced for later than all before it end."""
    for session in program.sessions:
        last: Item | None = None
        for item in session.items:
            if last and last.end and item.start and item.start.timestamp() > last.end.timestamp():
                minutes = round((item.start.timestamp() - last.end.timestamp()) / 60)
                unit = "minute" if minutes == 1 else "minutes"
                message = f"{minutes} {unit} without anything between {_called(last)} and {_called(item)}"
                hint = "give the time a name (Coffee, Discussion), or check minutes and at"
                yield Finding(GAP, message, item.places.of("at"), hint, (last.places.record,), talk=_talk(item))
            if not (last and last.end and item.end and item.end.timestamp() < last.end.timestamp()):
                last = item


def out_of_order(program: Program) -> Iterator[Finding]:
    """K045: an item begins before the one that stands above it."""
    for session in program.sessions:
        for before, item in pairwise(session.items):
            if before.start and item.start and item.start.timestamp() < before.start.timestamp():
                message = (
                    f"{_called(item)} at {item.start:%H:%M} stands after {_called(before)} at {before.start:%H:%M}"
                )
                hint = "put them in the order of time, or correct at"
                yield Finding(
                    OUT_OF_ORDER, message, item.places.of("at"), hint, (before.places.record,), talk=_talk(item)
                )


def past_midnight(program: Program) -> Iterator[Finding]:
    """K046: a session that ends on another day than it begins."""
    for session in program.sessions:
        end = _last(session)
        midnight = end and end.hour == end.minute == 0 and end.date() - session.start.date() == timedelta(days=1)
        if end and end.date() > session.start.date() and not midnight:
            message = f'session "{session.id}" goes on after midnight, until {end:%H:%M} of {end:%Y-%m-%d}'
            hint = "if that is not meant, check start, until and minutes"
            yield Finding(PAST_MIDNIGHT, message, session.places.of("start"), hint)


def clock_change(program: Program) -> Iterator[Finding]:
    """K047: clocks of the event's own zone change between its first and last session, or while one lasts."""
    sessions = [session for session in program.sessions if session.end]
    for before, session in pairwise(sessions):
        if before.start.utcoffset() != session.start.utcoffset():
            message = f'clocks change in {program.event.zone} between sessions "{before.id}" and "{session.id}"'
            yield Finding(CLOCK_CHANGE, message, session.places.of("start"), "tell the participants")
    for session in sessions:
        if session.end and session.start.utcoffset() != session.end.utcoffset():
            message = f'clocks change in {program.event.zone} while session "{session.id}" lasts'
            yield Finding(CLOCK_CHANGE, message, session.places.of("start"), "tell the participants")


def _last(session: Session) -> datetime | None:
    ends = [end for end in (session.end, *(item.end for item in session.items)) if end]
    return max(ends, key=datetime.timestamp, default=None)


def _called(item: Item) -> str:
    title = plain(item.title)
    return f'"{title if len(title) <= _SHOWN else title[: _SHOWN - 1].rstrip() + "…"}"'


def _talk(item: Item) -> str | None:
    return item.talk.id if item.talk else None
