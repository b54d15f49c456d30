"""A start and durations into times, over midnight and over changes of clocks."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.model.event import City
from booklet.model.local_times import local_times, offset_text
from booklet.model.schedule import Timing, following, local, times

BERLIN = "Europe/Berlin"


def minutes(count: int | None, pin: datetime | None = None) -> Timing:
    return Timing(pin, None if count is None else timedelta(minutes=count))


def at(text: str, zone: str = BERLIN) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("day", "clock", "kind", "offset"),
    [
        (date(2026, 4, 23), time(9), "plain", 2),
        (date(2026, 3, 29), time(1, 59), "plain", 1),
        (date(2026, 3, 29), time(2, 0), "missing", 1),
        (date(2026, 3, 29), time(2, 59), "missing", 1),
        (date(2026, 3, 29), time(3, 0), "plain", 2),
        (date(2026, 10, 25), time(1, 59), "plain", 2),
        (date(2026, 10, 25), time(2, 0), "doubled", 2),
        (date(2026, 10, 25), time(3, 0), "plain", 1),
    ],
)
def test_clock_times_that_exist_never_once_or_twice(day: date, clock: time, kind: str, offset: int) -> None:
    moment, found = local(day, clock, BERLIN)
    assert found == kind
    assert moment.utcoffset() == timedelta(hours=offset)


def test_items_follow_each_other() -> None:
    found = times(at("2026-04-23T09:00"), (minutes(5), minutes(20), minutes(0)))
    assert [(f"{start:%H:%M}", f"{end:%H:%M}") for start, end in found if start and end] == [
        ("09:00", "09:05"), ("09:05", "09:25"), ("09:25", "09:25"),
    ]  # fmt: skip


def test_what_is_not_known_stays_unknown_until_the_next_pin() -> None:
    pin = at("2026-04-23T11:00")
    found = times(at("2026-04-23T09:00"), (minutes(None), minutes(20), minutes(10, pin), minutes(5)))
    assert found[0] == (at("2026-04-23T09:00"), None)
    assert found[1] == (None, None)
    assert found[2] == (pin, at("2026-04-23T11:10"))
    assert found[3][0] == at("2026-04-23T11:10")


def test_a_pin_holds_even_where_it_overlaps() -> None:
    pin = at("2026-04-23T09:05")
    found = times(at("2026-04-23T09:00"), (minutes(10), minutes(20, pin)))
    assert found == ((at("2026-04-23T09:00"), at("2026-04-23T09:10")), (pin, at("2026-04-23T09:25")))


@pytest.mark.parametrize(("begin", "end"), [("2026-03-29T01:50", "03:10 +0200"), ("2026-10-25T01:50", "02:10 +0200")])
def test_minutes_are_real_over_a_change_of_clocks(begin: str, end: str) -> None:
    ((_, found),) = times(at(begin), (minutes(20),))
    assert f"{found:%H:%M %z}" == end


def test_ninety_minutes_when_clocks_go_back() -> None:
    ((_, found),) = times(at("2026-10-25T02:00"), (minutes(90),))
    assert f"{found:%H:%M %z}" == "02:30 +0100"


def test_past_midnight() -> None:
    ((_, found),) = times(at("2026-04-23T23:50"), (minutes(20),))
    assert f"{found:%d %H:%M}" == "24 00:10"


@pytest.mark.parametrize(
    ("start", "clock", "expected"),
    [
        ("2026-04-23T09:00", time(10), "23 10:00"),
        ("2026-04-23T09:00", time(8, 50), "23 08:50"),
        ("2026-04-23T22:00", time(0, 30), "24 00:30"),
        ("2026-04-23T20:00", time(8), "24 08:00"),
        ("2026-04-23T20:00", time(8, 1), "23 08:01"),
    ],
)
def test_a_clock_time_near_the_start(start: str, clock: time, expected: str) -> None:
    moment, kind = following(at(start), clock)
    assert (f"{moment:%d %H:%M}", kind) == (expected, "plain")


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1)),  # noqa: DTZ001  naive on purpose
    st.lists(st.integers(0, 300), max_size=8),
    st.sampled_from([BERLIN, "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"]),
)
def test_elapsed_time_is_the_sum_of_the_minutes(naive: datetime, lengths: list[int], zone: str) -> None:
    start = naive.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    found = times(start, tuple(minutes(length) for length in lengths))
    end = found[-1][1] if found else start
    assert end is not None
    assert end.timestamp() - start.timestamp() == pytest.approx(60 * sum(lengths))


@pytest.mark.parametrize(
    ("zone", "begin", "end", "letters", "offset", "night"),
    [
        ("Europe/London", "23 08:00", "23 10:00", "BST", "UTC+1", False),
        ("Europe/Berlin", "23 09:00", "23 11:00", "CEST", "UTC+2", False),
        ("Asia/Shanghai", "23 15:00", "23 17:00", "CST", "UTC+8", False),
        ("Asia/Tokyo", "23 16:00", "23 18:00", "JST", "UTC+9", False),
        ("Australia/Sydney", "23 17:00", "23 19:00", "AEST", "UTC+10", False),
        ("America/Los_Angeles", "23 00:00", "23 02:00", "PDT", "UTC−7", True),
        ("America/Denver", "23 01:00", "23 03:00", "MDT", "UTC−6", True),
        ("America/New_York", "23 03:00", "23 05:00", "EDT", "UTC−4", True),
        ("Asia/Kathmandu", "23 12:45", "23 14:45", None, "UTC+5:45", False),
        ("Asia/Singapore", "23 15:00", "23 17:00", None, "UTC+8", False),
        ("America/St_Johns", "23 04:30", "23 06:30", "NDT", "UTC−2:30", True),
        ("UTC", "23 07:00", "23 09:00", "UTC", "UTC+0", False),
    ],
)
def test_local_times_of_the_workshop(
    zone: str, begin: str, end: str, letters: str | None, offset: str, night: bool
) -> None:
    start = datetime(2026, 4, 23, 7, tzinfo=UTC)
    found = local_times(City("x", zone), start, start + timedelta(hours=2), start.date())
    assert (f"{found.start:%d %H:%M}", f"{found.end:%d %H:%M}") == (begin, end)
    assert (found.abbreviation, found.offset, found.is_night) == (letters, offset, night)
    assert (found.start_day, found.end_day) == (0, 0)


@pytest.mark.parametrize(
    ("zone", "hours", "days"),
    [
        ("Pacific/Auckland", (12, 14), (1, 1)),
        ("Asia/Tokyo", (14, 16), (0, 1)),
        ("America/Los_Angeles", (5, 8), (-1, 0)),
    ],
)
def test_day_marks(zone: str, hours: tuple[int, int], days: tuple[int, int]) -> None:
    start, end = (datetime(2026, 4, 23, hour, tzinfo=UTC) + timedelta(hours=hour == 16) for hour in hours)
    found = local_times(City("x", zone), start, end, date(2026, 4, 23))
    assert (found.start_day, found.end_day) == days


@pytest.mark.parametrize(
    ("begin", "hours", "night"),
    [("06:00", 17, False), ("05:59", 1, True), ("22:00", 1, False), ("22:00", 1.1, True), ("23:00", 0.1, True),
     ("12:00", 24, True), ("07:00", 1, False)],
)  # fmt: skip
def test_night(begin: str, hours: float, night: bool) -> None:
    start = datetime.fromisoformat(f"2026-04-23T{begin}+00:00")
    assert local_times(City("x", "UTC"), start, start + timedelta(hours=hours), start.date()).is_night is night


def test_offsets_of_every_zone_can_be_printed() -> None:
    moment = datetime(2026, 4, 23, tzinfo=UTC)
    for zone in available_timezones():
        text = offset_text(moment.astimezone(ZoneInfo(zone)))
        assert text.startswith(("UTC+", "UTC−"))
