"""Dates, times and durations as they are printed."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from booklet.composing.times import (
    Clock,
    printed_date,
    printed_days,
    printed_minutes,
    printed_range,
    printed_short_days,
    printed_time,
    zone_name,
)


def at(hour: int, minute: int = 0, day: int = 5) -> datetime:
    return datetime(2026, 5, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "end", "clock", "expected"),
    [
        (at(7, 5), at(7, 25), 24, "07:05–07:25"),
        (at(0), at(23, 59), 24, "00:00–23:59"),
        (at(8), at(10), 12, "8–10 am"),
        (at(11), at(13), 12, "11 am–1 pm"),
        (at(12, 30), at(14, 30), 12, "12:30–2:30 pm"),
        (at(9), at(1, 30, 6), 12, "9 am–1:30 am"),  # the next morning
        (at(0, 15), at(12), 12, "12:15 am–12 pm"),
        (at(9), None, 24, "09:00"),
        (None, None, 24, ""),
    ],
)
def test_range(start: datetime | None, end: datetime | None, clock: Clock, expected: str) -> None:
    assert printed_range(start, end, clock).replace("\u00a0", " ") == expected


def test_a_time_and_its_half_of_the_day_are_not_parted() -> None:
    assert printed_time(at(15, 5), 12) == "3:05\u00a0pm"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-US", "Thursday, April 23, 2026"),
        ("en-GB", "Thursday, 23 April 2026"),
        ("de", "Donnerstag, 23. April 2026"),
        ("fr", "jeudi 23 avril 2026"),
        ("zz", "Thursday, April 23, 2026"),
    ],
)
def test_date(language: str, expected: str) -> None:
    assert printed_date(date(2026, 4, 23), language) == expected


@pytest.mark.parametrize(
    ("language", "last", "days", "short"),
    [
        ("en-US", 24, "Fri, Oct 23 – Sat, Oct 24, 2026", "Oct 23 – 24"),
        ("en-GB", 24, "Fri, 23 Oct – Sat, 24 Oct 2026", "23–24 Oct"),
        ("de", 24, "Fr., 23. – Sa., 24. Okt. 2026", "23.–24. Okt."),
        ("en-US", 23, "Friday, October 23, 2026", "Oct 23"),
        ("ja", 23, "2026年10月23日金曜日", "10月23日"),
        ("zz", 23, "Friday, October 23, 2026", "Oct 23"),
    ],
)
def test_days(language: str, last: int, days: str, short: str) -> None:
    first, end = date(2026, 10, 23), date(2026, 10, last)
    assert printed_days(first, end, language).replace("\u2009", " ") == days
    assert printed_short_days(first, end, language).replace("\u2009", " ") == short


@pytest.mark.parametrize(
    ("minutes", "questions", "expected"), [(20, 0, "20′"), (18, 2, "18′ + 2′"), (None, 0, ""), (None, 5, "")]
)
def test_minutes(minutes: int | None, questions: int, expected: str) -> None:
    assert printed_minutes(minutes, questions) == expected


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("UTC", "UTC"),
        ("Europe/Berlin", "CEST"),
        ("Asia/Singapore", "UTC+8"),
        ("America/Sao_Paulo", "UTC−3"),
        ("Asia/Kathmandu", "UTC+5:45"),
    ],
)
def test_zone(zone: str, expected: str) -> None:
    assert zone_name(datetime(2026, 5, 5, 12, tzinfo=ZoneInfo(zone))) == expected
