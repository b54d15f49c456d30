"""A stretch of time as the clocks of a city show it."""

from datetime import date, datetime, time, timedelta

from booklet.model.event import City
from booklet.plain_dataclasses import dataclass
from booklet.time_zone import time_zone

_NIGHT_BEGINS, _NIGHT_ENDS = time(23), time(6)


@dataclass(frozen=True, slots=True)
class LocalTimes:
    """Start and end on the clocks of a city.

    `abbreviation` is that of tzdata at the start ("CEST"), None where tzdata has only digits; `offset` is the offset from
    UTC at the start ("UTC+5:45", "UTC−7" with U+2212, "UTC+0"). `start_day` and `end_day` are days after the day of the
    event (−1, 0, +1). `is_night` says that a part of it falls between 23:00 and 6:00.
    """

    city: City
    start: datetime
    end: datetime
    abbreviation: str | None
    offset: str
    start_day: int
    end_day: int
    is_night: bool


def local_times(city: City, start: datetime, end: datetime, day: date) -> LocalTimes:
    """The stretch from `start` to `end` (aware datetimes) in the zone of `city`; `day` is the event's own date."""
    zone = time_zone(city.zone)
    here, there = start.astimezone(zone), end.astimezone(zone)
    letters = here.tzname() or ""
    return LocalTimes(
        city=city,
        start=here,
        end=there,
        abbreviation=letters if letters.isalpha() else None,
        offset=offset_text(here),
        start_day=(here.date() - day).days,
        end_day=(there.date() - day).days,
        is_night=_touches_night(here.replace(tzinfo=None), there.replace(tzinfo=None)),
    )


def offset_text(moment: datetime) -> str:
    """The offset of an aware datetime from UTC: "UTC+2", "UTC−3:30", "UTC+0"."""
    seconds = (moment.utcoffset() or timedelta()).total_seconds()
    hours, minutes = divmod(round(abs(seconds) / 60), 60)
    return f"UTC{'−' if seconds < 0 else '+'}{hours}" + (f":{minutes:02}" if minutes else "")


def _touches_night(start: datetime, end: datetime) -> bool:
    if start.time() >= _NIGHT_BEGINS or start.time() < _NIGHT_ENDS:
        return True
    return end > datetime.combine(start.date(), _NIGHT_BEGINS)
