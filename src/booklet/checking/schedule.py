"""Rules about times: what takes how long, and whether it fits.

Moments of one zone are compared as timestamps: datetimes of one zone compare by their clocks, which a change of clocks
makes run backward.
"""

from collections.abc import Iterator
from datetime import datetime

from booklet.checking.at_once import at_once
from booklet.checking.wording import LISTED, called, listed, plural, talk_of
from booklet.codes import (
    EMPTY_PROGRAM,
    NO_MINUTES,
    NO_START,
    OVER_SLOT,
    OVERLAP,
    UNDER_SLOT,
)
from booklet.finding import Finding
from booklet.model.program import Program
from booklet.model.session import PLAIN_KINDS, Item, Session

_EACH = 10  # that are named one by one


def empty_program(program: Program) -> Iterator[Finding]:
    """K030: no sessions at all, or a session without items that needs some."""
    if not program.sessions:
        place = program.event.places.record
        yield Finding(EMPTY_PROGRAM, "the program has no sessions", place, "add sessions to content/program.yaml")
    for session in program.sessions:
        if not session.items and session.kind not in PLAIN_KINDS:
            message = f'session "{session.id}" has no items'
            yield Finding(EMPTY_PROGRAM, message, session.places.of("id"), "add items to it")


def no_start(program: Program) -> Iterator[Finding]:
    """K052: a session without times, which stands behind the days of the program."""
    hint = "add a line start:, unless it has no time"
    found = []
    for session in program.sessions:
        if not session.timed:
            message = f'session "{session.id}" has no start; it is printed without times'
            found.append(Finding(NO_START, message, session.places.record, hint))
    yield from at_once(found, _EACH, f"{len(found)} sessions have no start; they are printed without times", hint)


def no_minutes(program: Program) -> Iterator[Finding]:
    """K022: an item without minutes; what follows has no time until the next at:. Its end is known nevertheless where the
    next item has an at:, or where it is the last and the session has an until:; of a talk it is asked all the same. Posters
    hang as long as their session lasts. Where most items have none, the meeting means it so, and it is said once. A session
    that is for all and has no items needs its own end."""
    for session in program.timed:
        if not session.items and session.until is None and session.kind in PLAIN_KINDS:
            message = f'session "{session.id}" has neither items nor an end'
            yield Finding(NO_MINUTES, message, session.places.record, "add a line until:")
    hint = "add minutes: 20, or 18 + 2 with questions; the times that follow depend on it"
    items = [item for session in program.timed for item in _without_minutes(session)]
    found = [
        Finding(NO_MINUTES, f"{called(item)} has no minutes", item.places.record, hint, talk=talk_of(item))
        for item in items
    ]
    total = sum(len(session.items) for session in program.timed)
    message = f"{len(found)} of {total} items have no minutes"
    yield from at_once(found, max(_EACH, total / 2), message, hint)


def _without_minutes(session: Session) -> Iterator[Item]:
    """The items of a session that need minutes and have none."""
    following = [*(item.pin for item in session.items[1:]), session.until]
    for item, known in zip(session.items, following, strict=bool(session.items)):
        needed = session.kind != "posters" and not _is_off(item)
        if needed and item.minutes is None and (known is None or item.talk):
            yield item


def overlap(program: Program) -> Iterator[Finding]:
    """K040: an item is announced for a time at which an earlier one of its session still lasts; or sessions are at one time
    in one room, or in none that is named."""
    for session in program.sessions:
        yield from _items_overlap(session)
    rooms: dict[str | None, list[Session]] = {}
    for session in program.timed:
        if session.end and not session.is_for_all and (session.rooms or session.kind != "posters"):
            for room in session.rooms or (None,):
                rooms.setdefault(room, []).append(session)
    for room, sessions in rooms.items():
        yield from _sessions_overlap(room, sessions)
    timed = [(one, one.start.timestamp(), one.end.timestamp()) for one in program.timed if one.end]
    others = [one for one in timed if not one[0].is_for_all and one[0].kind != "posters"]  # posters hang in breaks too
    for session, start, end in timed:
        if session.is_for_all and session.kind != "social":
            meanwhile = [one for one, begin, last in others if begin < end and start < last]
            yield from _all_and_others(session, meanwhile)


def _all_and_others(session: Session, others: list[Session]) -> Iterator[Finding]:
    """What is for all, and sessions that go on at the same time."""
    if others:
        named = [f'"{one.id}" ({_span(one.start, one.end)})' for one in others[:LISTED]]
        names = listed(named, more=len(others) - len(named))
        message = f'"{session.id}" is for all ({_span(session.start, session.end)}), and at that time there is {names}'
        hint = "give it the room: that it is in, or correct the times"
        also = tuple(one.places.of("start") for one in others)
        yield Finding(OVERLAP, message, session.places.of("start"), hint, also)


def _items_overlap(session: Session) -> Iterator[Finding]:
    last: Item | None = None
    for item in session.items:
        earlier = item.start and last and last.start and item.start.timestamp() < last.start.timestamp()
        if earlier or _is_off(item):
            continue  # of the earlier, K045 says so
        if item.start and last and last.end and item.start.timestamp() < last.end.timestamp():
            spans = f"{_span(last.start, last.end)}, {_span(item.start, item.end)}"
            message = f'{called(last)} and {called(item)} overlap in session "{session.id}" ({spans})'
            place, also = last.places.record, item.places.of("at")
            yield Finding(OVERLAP, message, place, "check minutes and at", (also,), talk=talk_of(item))
        if item.end and (last is None or last.end is None or item.end.timestamp() >= last.end.timestamp()):
            last = item


def _sessions_overlap(room: str | None, sessions: list[Session]) -> Iterator[Finding]:
    """One finding for each group of sessions that follow each other before the one before has ended."""
    group: list[Session] = []
    last = 0.0
    for session in sessions:  # in the order of their starts
        if group and session.start.timestamp() >= last:
            yield from _clash(room, group)
            group = []
        end = session.end.timestamp() if session.end else last
        last = max(last, end) if group else end
        group.append(session)
    yield from _clash(room, group)


def _clash(room: str | None, group: list[Session]) -> Iterator[Finding]:
    if len(group) > 1:
        where = f'in room "{room}"' if room else "and no rooms are named"
        zones = len({str(one.start.tzinfo) for one in group}) > 1
        spans = ", ".join(f"{_span(one.start, one.end)}{f' {one.start.tzinfo}' * zones}" for one in group[:5])
        names = listed([f'"{one.id}"' for one in group])
        hint = "give parallel sessions each its room:, or correct the times"
        places = [one.places.of("start") for one in group]
        yield Finding(OVERLAP, f"sessions {names} overlap {where} ({spans})", places[0], hint, tuple(places[1:]))


def slot(program: Program) -> Iterator[Finding]:
    """K041, K042: the items end after, or before, the end that is announced for the session."""
    for session in program.sessions:
        end, until = session.last_end, session.until
        if end is None or until is None:
            continue
        minutes = round((end.timestamp() - until.timestamp()) / 60)
        if minutes == 0 or (minutes < 0 and any(item.end is None for item in session.items)):
            continue  # nobody knows how long everything takes
        code, word = (OVER_SLOT, "after") if minutes > 0 else (UNDER_SLOT, "before")
        message = (
            f'session "{session.id}" ends at {end:%H:%M}, {plural(abs(minutes), "minute")} {word} its announced end'
        )
        place = session.places.of("until")
        yield Finding(code, f"{message} {until:%H:%M}", place, "check minutes and until")


def _is_off(item: Item) -> bool:
    return item.talk is not None and item.talk.status == "cancelled"


def _span(start: datetime | None, end: datetime | None) -> str:
    return f"{start:%H:%M}–{end:%H:%M}" if start and end else f"from {start:%H:%M}" if start else "at no known time"
