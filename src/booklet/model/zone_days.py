"""The sessions of a program → days with the same hours, and what clocks elsewhere show on them."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise

from booklet.model.day import Day
from booklet.model.event import City
from booklet.model.local_times import LocalTimes, local_times
from booklet.model.session import Session
from booklet.plain_dataclasses import dataclass
from booklet.time_zone import time_zone

# A pause that is longer parts what happens on a day in two.
_PAUSE = 60 * 60
_ON_SITE = frozenset({"break", "social"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a day in which anything happens in any room: aware datetimes in the event's zone, and what it is made of."""

    start: datetime
    end: datetime
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class ZoneDay:
    """A day of the program and its stretches in order: at least one."""

    date: date
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """Days on which the clocks of a zone show the same; `times` are those of the first day, a stretch each."""

    days: tuple[date, ...]
    times: tuple[LocalTimes, ...]


def zone_days(days: tuple[Day, ...], zone: str) -> tuple[ZoneDay, ...]:
    """Days of the program with their stretches on the clocks of `zone`; nobody far away needs the hours of breaks and social
    events."""
    held = ((day.date, tuple(one for one in day.sessions if one.kind not in _ON_SITE)) for day in days)
    return tuple(ZoneDay(day, _stretches(sessions, zone)) for day, sessions in held if sessions)


def same_hours(days: tuple[ZoneDay, ...]) -> tuple[tuple[ZoneDay, ...], ...]:
    """Days with the same hours on the event's clocks together, in the order of their first days."""
    groups: dict[tuple[tuple[timedelta, timedelta], ...], list[ZoneDay]] = {}
    for day in days:
        hours = tuple((_since(day.date, one.start), _since(day.date, one.end)) for one in day.stretches)
        groups.setdefault(hours, []).append(day)
    return tuple(map(tuple, groups.values()))


def periods(zone: str, days: tuple[ZoneDay, ...]) -> tuple[Period, ...]:
    """Days of the same hours as the clocks of a zone show them: one period, and one more with every change of clocks."""
    city = City("", zone)
    found: list[Period] = []
    shown: object = None
    for day in days:
        times = tuple(local_times(city, one.start, one.end, day.date) for one in day.stretches)
        shows = [
            (_since(day.date, one.start), _since(day.date, one.end), one.abbreviation, one.offset) for one in times
        ]
        if found and shows == shown:
            found[-1] = Period((*found[-1].days, day.date), found[-1].times)
        else:
            found.append(Period((day.date,), times))
        shown = shows
    return tuple(found)


def clock_changes(days: tuple[ZoneDay, ...]) -> tuple[date, ...]:
    """The dates between first and last stretch on which the clocks of the event's own zone change."""
    moments = [moment for day in days for one in day.stretches for moment in (one.start, one.end)]
    return tuple(dict.fromkeys(_changes(sorted(moments, key=datetime.timestamp))))


def _changes(moments: list[datetime]) -> Iterator[date]:
    for before, after in pairwise(moments):
        if before.utcoffset() == after.utcoffset():
            continue
        low, high = int(before.timestamp()), int(after.timestamp())
        while high - low > 1:
            middle = (low + high) // 2
            same = datetime.fromtimestamp(middle, before.tzinfo).utcoffset() == before.utcoffset()
            low, high = (middle, high) if same else (low, middle)
        yield datetime.fromtimestamp(high, before.tzinfo).date()


def _stretches(sessions: tuple[Session, ...], zone: str) -> tuple[Stretch, ...]:
    """What overlaps, touches or is parted by a short pause is one stretch. Of a session without an end, its start counts."""
    clocks = time_zone(zone)
    found: list[Stretch] = []
    for session in sorted(sessions, key=lambda session: session.start.timestamp()):
        start = session.start.astimezone(clocks)
        end = max(start, (session.end or session.start).astimezone(clocks), key=datetime.timestamp)
        if found and start.timestamp() - found[-1].end.timestamp() <= _PAUSE:
            last = found[-1]
            found[-1] = Stretch(last.start, max(last.end, end, key=datetime.timestamp), (*last.sessions, session))
        else:
            found.append(Stretch(start, end, (session,)))
    return tuple(found)


def _since(day: date, moment: datetime) -> timedelta:
    """From midnight to a moment, as clocks show it."""
    return moment.replace(tzinfo=None, fold=0) - datetime.combine(day, datetime.min.time())
