"""Sessions into stretches of days, and days into periods of the same clocks."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from booklet.model.day import days_of
from booklet.model.session import Session
from booklet.model.zone_days import clock_changes, periods, same_hours, zone_days
from booklet.place import Place, Places

NOWHERE = Places(Place("content/program.yaml"))
BERLIN = "Europe/Berlin"


def session(start: str, minutes: int | None, zone: str = BERLIN, *, day: str | None = None) -> Session:
    begin = datetime.fromisoformat(start).replace(tzinfo=ZoneInfo(zone))
    until = None if minutes is None else begin + timedelta(minutes=minutes)
    own = date.fromisoformat(day) if day else begin.date()
    return Session(start, (), begin.date(), begin, NOWHERE, own, until)


def hours(*sessions: Session, zone: str = BERLIN) -> list[list[str]]:
    return [
        [f"{one.start:%H:%M}–{one.end:%H:%M}" for one in day.stretches]
        for day in zone_days(days_of(tuple(sessions)), zone)
    ]


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        ([("2026-05-05T09:00", 60), ("2026-05-05T10:00", 60)], ["09:00–11:00"]),  # they touch
        ([("2026-05-05T09:00", 60), ("2026-05-05T11:00", 60)], ["09:00–12:00"]),  # parted by an hour
        ([("2026-05-05T09:00", 60), ("2026-05-05T11:01", 60)], ["09:00–10:00", "11:01–12:01"]),
        ([("2026-05-05T09:00", 240), ("2026-05-05T09:30", 30)], ["09:00–13:00"]),  # one inside the other
        ([("2026-05-05T09:00", 30), ("2026-05-05T09:00", 240)], ["09:00–13:00"]),  # side by side
        ([("2026-05-05T09:00", None)], ["09:00–09:00"]),  # nobody knows how long
        ([("2026-05-05T22:00", 180)], ["22:00–01:00"]),
    ],
)
def test_what_overlaps_or_nearly_touches_is_one_stretch(
    sessions: list[tuple[str, int | None]], expected: list[str]
) -> None:
    assert hours(*(session(start, minutes) for start, minutes in sessions)) == [expected]


def test_a_stretch_knows_its_sessions() -> None:
    one, two, three = (session(f"2026-05-05T{hour}:00", 60) for hour in ("09", "10", "15"))
    (day,) = zone_days(days_of((one, two, three)), BERLIN)
    assert [stretch.sessions for stretch in day.stretches] == [(one, two), (three,)]


def test_sessions_belong_to_the_day_they_name() -> None:
    late = session("2026-05-06T00:30", 60, day="2026-05-05")
    days = zone_days(days_of((session("2026-05-06T09:00", 60), late, session("2026-05-05T20:00", 240))), BERLIN)
    assert [day.date.day for day in days] == [5, 6]
    assert [len(day.stretches) for day in days] == [1, 1]


def test_times_of_another_zone_are_told_on_the_clocks_of_the_event() -> None:
    assert hours(session("2026-05-05T09:00", 60, "America/New_York")) == [["15:00–16:00"]]


def test_days_with_the_same_hours_stand_together() -> None:
    days = zone_days(
        days_of(tuple(session(f"2026-10-{day}T09:00", 60 + 30 * (day == 24)) for day in range(23, 27))), BERLIN
    )
    groups = same_hours(days)
    assert [[day.date.day for day in group] for group in groups] == [[23, 25, 26], [24]]


@pytest.mark.parametrize(
    ("home", "zone", "expected"),
    [
        ("UTC", "Europe/London", [("BST", "10:00", [23, 24]), ("GMT", "09:00", [25, 26])]),
        ("UTC", "Asia/Tokyo", [("JST", "18:00", [23, 24, 25, 26])]),
        # Both change: the hours stay, the name of the zone does not.
        (BERLIN, "Europe/London", [("BST", "08:00", [23, 24]), ("GMT", "08:00", [25, 26])]),
        # Only the event's own clocks change.
        (BERLIN, "Asia/Tokyo", [("JST", "16:00", [23, 24]), ("JST", "17:00", [25, 26])]),
    ],
)
def test_a_change_of_clocks_begins_a_period(home: str, zone: str, expected: list[tuple[str, str, list[int]]]) -> None:
    days = zone_days(days_of(tuple(session(f"2026-10-{day}T09:00", 60, home) for day in range(23, 27))), home)
    found = periods(zone, days)
    assert [
        (one.times[0].abbreviation, f"{one.times[0].start:%H:%M}", [d.day for d in one.days]) for one in found
    ] == expected


@pytest.mark.parametrize(
    ("zone", "starts", "expected"),
    [
        (BERLIN, ["2026-10-23T09:00", "2026-10-26T09:00"], ["2026-10-25"]),
        (BERLIN, ["2026-10-24T23:00"], ["2026-10-25"]),  # inside a session that lasts all night
        (BERLIN, ["2026-10-25T09:00", "2026-10-26T09:00"], []),
        ("UTC", ["2026-10-23T09:00", "2026-10-26T09:00"], []),
        ("America/New_York", ["2026-03-07T09:00", "2026-03-09T09:00"], ["2026-03-08"]),
        (BERLIN, ["2026-03-01T09:00", "2026-06-01T09:00", "2026-12-01T09:00"], ["2026-03-29", "2026-10-25"]),
    ],
)
def test_changes_of_the_own_clocks_are_dated(zone: str, starts: list[str], expected: list[str]) -> None:
    days = zone_days(days_of(tuple(session(start, 480, zone) for start in starts)), zone)
    assert [str(day) for day in clock_changes(days)] == expected
