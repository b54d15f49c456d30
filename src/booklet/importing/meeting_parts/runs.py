"""Single events into sessions: what follows each other in one room and one track on one day is a session."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from heapq import heappop, heappush
from itertools import pairwise
from operator import attrgetter, itemgetter

from booklet.codes import CONTRADICTION, GUESSED, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.escaped import escaped
from booklet.importing.meeting import ImportedItem, ImportedSession
from booklet.importing.meeting_parts.each_once import each_once
from booklet.importing.meeting_parts.happening import Happening
from booklet.limits import ITEMS, MINUTES
from booklet.plain_dataclasses import dataclass, replace
from booklet.time_zone import time_zone

_PAUSE = dt.timedelta(minutes=60)
_HALF_DAY = dt.timedelta(hours=12)
# What begins later belongs to its own date, whatever day the source counts it to.
_MORNING = 12  # o'clock
_YEARS = range(1900, 2200)
# Each of these is a session by itself, and parts what comes before it from what comes after.
_ALONE = frozenset({"break", "social", "plenary", "keynote"})
_NEEDS_NO_ITEMS = frozenset({"break", "social", "plenary"})
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS = ((5, "night"), (12, "morning"), (17, "afternoon"), (22, "evening"), (24, "night"))


@dataclass(frozen=True, slots=True)
class _Event:
    """A happening on the clocks of the meeting; without minutes it ends when it begins."""

    happening: Happening
    start: dt.datetime
    end: dt.datetime
    day: dt.date


@dataclass(frozen=True, slots=True)
class _Run:
    """Events of one session, each beginning after the end of the one before."""

    events: tuple[_Event, ...]

    @property
    def end(self) -> dt.datetime:
        return self.events[-1].end

    @property
    def first(self) -> _Event:
        return self.events[0]


def sessions_of(happenings: Iterable[Happening], zone: str, findings: list[Finding]) -> tuple[ImportedSession, ...]:
    """The sessions in the order of their starts, on the clocks of `zone`, an IANA name.

    Breaks, social events, plenaries and keynotes are sessions by themselves; all else is parted by them, by pauses of more
    than an hour, and by other tracks in the same room, unless tracks change with nearly every event: those are topics of
    talks. What overlaps in a room is in sessions of its own.
    """
    clocks = time_zone(zone)
    events = [event for happening in happenings if (event := _event(happening, clocks, findings))]
    alone = _joined(events)
    others = sorted(
        (event for event in events if event.happening.kind not in _ALONE), key=attrgetter("day", "start", "end")
    )
    runs = _grouped(others, alone)
    found = [(event.start, _by_itself(event)) for event in alone]
    busy = _busy(events)
    seen: Counter[tuple[dt.date, tuple[str, ...], str]] = Counter()
    for run in sorted(runs, key=lambda run: run.first.start):
        one = run.first
        called = one.happening.session or one.happening.track
        name = (one.day, one.happening.rooms, called)
        seen[name] += 1
        key = "|".join((f"{one.day}", ", ".join(one.happening.rooms), called, f"{seen[name]}"))
        for_all = len(run.events) == 1 and not one.happening.talk and not one.happening.kind and not busy(one)
        session = _by_itself(_plenary(one), key) if for_all else _session(run, key, findings)
        found.append((one.start, session))
    sessions = [session for _, session in sorted(found, key=lambda pair: pair[0])]
    # Calendars have events that were copied with their ids.
    keys = each_once(session.key for session in sessions)
    return tuple(replace(session, key=key) for key, session in zip(keys, sessions, strict=True))


def _event(happening: Happening, clocks: dt.tzinfo, findings: list[Finding]) -> _Event | None:
    place = happening.place
    if happening.start.year not in _YEARS:
        findings.append(Finding(LEFT_OUT, f"the year {happening.start.year} is left out with its hours", place))
        return None
    aware = happening.start if happening.start.tzinfo else happening.start.replace(tzinfo=clocks)
    start = aware.astimezone(clocks).replace(second=0, microsecond=0)
    minutes = happening.minutes
    if minutes is not None and not 0 < minutes <= MINUTES:
        what = "longer than a day" if minutes > 0 else "not after its start"
        findings.append(Finding(CONTRADICTION, f"the end of an event is {what}, and is left out", place))
        minutes = None
    end = (start.astimezone(dt.UTC) + dt.timedelta(minutes=minutes or 0)).astimezone(clocks)
    return _Event(replace(happening, minutes=minutes), start, end, _day(happening, start, findings))


def _day(happening: Happening, start: dt.datetime, findings: list[Finding]) -> dt.date:
    """The day of the program: that of the source where the event begins in the hours after its midnight."""
    said, date = happening.day, start.date()
    if said is None or said == date:
        return date
    if (date - said).days == 1 and start.hour < _MORNING:
        return said
    if abs((date - said).days) > 1:
        message = f"{date} stands under the day {said}; the date is taken"
        findings.append(Finding(CONTRADICTION, message, happening.place))
    return date


def _grouped(events: list[_Event], alone: list[_Event]) -> list[_Run]:
    """The runs of events, which are sorted; by rooms alone where by tracks most would be of one event."""
    runs = _all_runs(events, alone)
    single = sum(1 for run in runs if len(run.events) == 1 and run.first.happening.track)
    if 2 * single <= len(runs):
        return runs
    by_rooms = _all_runs([_without_track(event) for event in events], alone)
    return by_rooms if 2 * len(by_rooms) <= len(runs) else runs


def _without_track(event: _Event) -> _Event:
    """The event in the session of its room; its talk has its track."""
    return replace(event, happening=replace(event.happening, track="")) if event.happening.rooms else event


def _all_runs(events: list[_Event], alone: list[_Event]) -> list[_Run]:
    lanes: dict[tuple[dt.date, tuple[str, ...], str], list[_Event]] = {}
    for event in events:
        lanes.setdefault((event.day, event.happening.rooms, event.happening.kind), []).append(event)
    parting = _parting(alone)
    return [run for (_, rooms, _), lane in lanes.items() for run in _runs(lane, rooms, parting)]


def _busy(events: list[_Event]) -> Callable[[_Event], bool]:
    """Whether anything else happens during an event."""
    starts = sorted(event.start for event in events)
    ends = sorted(event.end for event in events)
    # What began before the end of it, without what was over when it began: itself alone, if nothing else happens.
    return lambda event: bisect_left(starts, event.end) - bisect_right(ends, event.start) != 1


def _plenary(event: _Event) -> _Event:
    return replace(event, happening=replace(event.happening, kind="plenary"))


def _joined(events: list[_Event]) -> list[_Event]:
    """Those that stand by themselves; one that is written once for each room is one."""
    kinds: dict[tuple[dt.datetime, dt.datetime, str, str], list[_Event]] = {}
    alone = [event for event in events if event.happening.kind in _ALONE]
    for event in sorted(alone, key=attrgetter("start", "end")):
        talk = event.happening.talk.key if event.happening.talk else ""
        kinds.setdefault((event.start, event.end, event.happening.title, talk), []).append(event)
    used: dict[dt.date, set[str]] = {}
    for event in events:
        used.setdefault(event.day, set()).update(event.happening.rooms)
    return [_one(alike, used[alike[0].day]) for alike in kinds.values()]


def _one(alike: list[_Event], used: set[str]) -> _Event:
    """One event in the rooms of all; without rooms, as for everybody, when it is in all that are `used` on its day."""
    first, *rest = alike
    if not rest:
        return first
    rooms = tuple(dict.fromkeys(room for event in alike for room in event.happening.rooms))
    everywhere = used <= set(rooms) or not all(event.happening.rooms for event in alike)
    return replace(first, happening=replace(first.happening, rooms=() if everywhere else rooms))


def _parting(alone: list[_Event]) -> dict[str, list[dt.datetime]]:
    """The starts of what parts the events of a room, sorted; "" is for all rooms."""
    starts: dict[str, list[dt.datetime]] = {}
    for event in alone:
        for room in event.happening.rooms or ("",):
            starts.setdefault(room, []).append(event.start)
    return starts


def _runs(lane: list[_Event], rooms: tuple[str, ...], parting: dict[str, list[dt.datetime]]) -> Iterator[_Run]:
    """The events of a room and a day, sorted, into runs."""
    # by their ends, then by when they were put in: of many that overlap, only those are looked at that may be over
    going: list[tuple[dt.datetime, int, _Run]] = []
    for number, event in enumerate(lane):
        ended = []
        while going and going[0][0] <= event.start:
            ended.append(heappop(going))
        ended.sort(key=itemgetter(1))
        follows = [one for _, _, one in ended if _follows(one, event) and not _is_parted(one, event, rooms, parting)]
        run = max(follows, key=lambda run: run.end, default=None)
        # What ended before this event began is over: after it, its track begins a session of its own.
        yield from (other for _, _, other in ended if other is not run)
        longer = _Run((*run.events, event) if run else (event,))
        heappush(going, (longer.end, number, longer))
    yield from (run for _, _, run in sorted(going, key=itemgetter(1)))


def _follows(run: _Run, event: _Event) -> bool:
    """Whether the event goes on with the session; not where its clock would be read as one before the session."""
    first = run.first
    clock = first.start.replace(tzinfo=None), event.start.replace(tzinfo=None)
    is_readable = clock[1].date() == clock[0].date() or clock[1] - clock[0] <= _HALF_DAY
    return (
        (first.happening.session, first.happening.track) == (event.happening.session, event.happening.track)
        and run.end <= event.start <= run.end + _PAUSE
        and is_readable
        and len(run.events) < ITEMS
    )


def _is_parted(run: _Run, event: _Event, rooms: tuple[str, ...], parting: dict[str, list[dt.datetime]]) -> bool:
    for room in ("", *rooms):
        starts = parting.get(room, [])
        index = bisect_left(starts, run.events[-1].start)
        if index < len(starts) and starts[index] < event.start:
            return True
    return False


def _by_itself(event: _Event, key: str = "") -> ImportedSession:
    happening = event.happening
    if happening.kind == "keynote" and not happening.talk:
        # A keynote has a talk; of what is only called one, nothing is to be printed below its title.
        happening = replace(happening, kind="plenary")
    lasting = event.end - event.start
    needs_items = happening.talk or happening.kind not in _NEEDS_NO_ITEMS or happening.minutes is None
    # Twelve hours after the start, the clock of an end is read as one of the day before.
    needs_items = needs_items or (lasting >= _HALF_DAY and event.end.date() > event.start.date())
    return ImportedSession(
        key=key or happening.key,
        title=_own_title(happening),
        date=event.start.date(),
        place=happening.place,
        start=event.start.time(),
        until=None if needs_items else event.end.time(),
        day=event.day if event.day != event.start.date() else None,
        kind=happening.kind,
        track=happening.track,
        rooms=happening.rooms,
        chairs=happening.chairs,
        note=happening.note,
        items=(_item(event, None),) if needs_items else (),
    )


def _session(run: _Run, key: str, findings: list[Finding]) -> ImportedSession:
    first = run.first
    happening = first.happening
    items = [_item(first, None), *(_item(event, before) for before, event in pairwise(run.events))]
    return ImportedSession(
        key=key,
        title=_title(run, findings),
        date=first.start.date(),
        place=happening.place,
        start=first.start.time(),
        day=first.day if first.day != first.start.date() else None,
        kind=happening.kind,
        track=happening.track,
        rooms=happening.rooms,
        chairs=happening.chairs,
        note=happening.note if len(run.events) == 1 else "",
        items=tuple(items),
    )


def _own_title(happening: Happening) -> str:
    """That of what stands by itself; a talk's title is printed with the talk, so that a keynote goes by its track."""
    if happening.talk and happening.kind == "keynote":
        return happening.session or escaped(happening.track) or "Keynote"
    return happening.talk.title if happening.talk else happening.title


def _title(run: _Run, findings: list[Finding]) -> str:
    """That of the session; else the track, else the room, else that of the only event, else the part of the day."""
    one = run.first.happening
    if one.session:
        return one.session
    alone = len(run.events) == 1
    if alone and not one.talk:
        return one.title
    if one.track or one.rooms:
        return escaped(one.track or ", ".join(one.rooms))
    if alone and one.talk:
        return one.talk.title
    message = "sessions without a track and a room are called by the day and its part"
    findings.append(Finding(GUESSED, message, one.place, "give them titles in program.yaml"))
    part = next(word for hour, word in _PARTS if run.first.start.hour < hour)
    return f"{_WEEKDAYS[run.first.day.weekday()]} {part}"


def _item(event: _Event, before: _Event | None) -> ImportedItem:
    """`at` only where the start does not follow from the item before."""
    happening = event.happening
    follows = before is None or (before.happening.minutes is not None and before.end == event.start)
    minutes, questions = happening.minutes, happening.questions
    if minutes is not None and questions is not None and 0 < questions < minutes:
        minutes -= questions
    else:
        questions = None
    return ImportedItem(
        talk=happening.talk.key if happening.talk else "",
        title="" if happening.talk else happening.title,
        minutes=minutes,
        questions=questions,
        at=None if follows else event.start.time(),
    )
