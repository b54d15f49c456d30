"""A start and durations into the times of every item."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from booklet.plain_dataclasses import dataclass
from booklet.time_zone import time_zone

_HALF_A_DAY = timedelta(hours=12)

Clock = Literal["plain", "missing", "doubled"]


@dataclass(frozen=True, slots=True)
class Timing:
    """What a schedule needs to know of an item: its announced start, if any, and its length (None: not known)."""

    pin: datetime | None
    length: timedelta | None


def local(day: date, clock: time, zone: str) -> tuple[datetime, Clock]:
    """The moment at which clocks of the zone show `clock` on `day`, and whether they show it once, never or twice.

    A time that the change of clocks leaves out is given as if clocks had not changed; of a time that comes twice, the
    first is taken.
    """
    moment = datetime.combine(day, clock, time_zone(zone))
    second = moment.replace(fold=1)
    if moment.utcoffset() == second.utcoffset():
        return moment, "plain"
    exists = moment.astimezone(UTC).astimezone(moment.tzinfo).replace(tzinfo=None) == moment.replace(tzinfo=None)
    return moment, "doubled" if exists else "missing"


def following(start: datetime, clock: time) -> tuple[datetime, Clock]:
    """The moment near `start` at which clocks show `clock`: on the same day, or on the next where that would be 12 hours or
    more before `start` (past midnight)."""
    zone = str(start.tzinfo)
    day = start.date()
    moment = datetime.combine(day, clock)
    if start.replace(tzinfo=None, fold=0) - moment >= _HALF_A_DAY:
        day += timedelta(days=1)
    return local(day, clock, zone)


def later(start: datetime, length: timedelta) -> datetime:
    """`start` and so much time that really passes, also over a change of clocks, on the clocks of the same zone."""
    return (start.astimezone(UTC) + length).astimezone(start.tzinfo)


def times(start: datetime, timings: tuple[Timing, ...]) -> tuple[tuple[datetime | None, datetime | None], ...]:
    """Start and end of every item of a session that begins at `start`.

    An item starts where the one before it ends, or where its pin says. The length of an item that is not known leaves its
    end and all that follows unknown (None), up to the next pin.
    """
    result: list[tuple[datetime | None, datetime | None]] = []
    cursor: datetime | None = start
    for timing in timings:
        begin = timing.pin or cursor
        cursor = later(begin, timing.length) if begin and timing.length is not None else None
        result.append((begin, cursor))
    return tuple(result)
