"""What is not taken as a date, a time or minutes is answered with what to write instead."""

import pytest

from booklet.reading.nearest_values import nearest_date, nearest_minutes, nearest_time


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("10 March 2027", "write 2027-03-10"),
        ("10th March 2027", "write 2027-03-10"),
        ("March 10, 2027", "write 2027-03-10"),
        ("10. März 2027", "write 2027-03-10"),
        ("10-Mar-2027", "write 2027-03-10"),
        ("10.3.2027", "write 2027-03-10"),
        ("2027/03/10", "write 2027-03-10"),
        ("20270310", "write 2027-03-10"),
        ("31.2.2027", "like 2026-04-23"),
        ("10/03/2027", "like 2026-04-23"),  # the tenth of March or the third of October
        ("10 Foo 2027", "like 2026-04-23"),
        ("tomorrow", "like 2026-04-23"),
    ],
)
def test_dates(text: str, hint: str) -> None:
    assert nearest_date(text).endswith(hint)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("9am", "write 9:00"),
        ("9 p.m.", "write 21:00"),
        ("12 am", "write 0:00"),
        ("9", "write 9:00"),
        ("9,30", "write 9:30"),
        ("9：00", "write 9:00"),
        ("09:00 CET", "write 9:00"),
        ("14h30", "write 14:30"),
        ("9:00-10:15", "write start: 9:00 and until: 10:15, each on its line"),
        ("24:00", "write 0:00, and the date of the day that begins then"),
        ("25:00", "write times on the 24-hour clock like 9:05 or 14:30"),
        ("noon", "write times on the 24-hour clock like 9:05 or 14:30"),
    ],
)
def test_times(text: str, hint: str) -> None:
    assert nearest_time(text) == hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("20 min", "write 20"),
        ("20m", "write 20"),
        ("15'", "write 15"),
        ("1h", "write 60"),
        ("0:20", "write 20"),
        ("1:30", "write 90"),
        ("-5", "write minutes like 20, or talk + questions like 18 + 2"),
        ("long", "write minutes like 20, or talk + questions like 18 + 2"),
    ],
)
def test_minutes(text: str, hint: str) -> None:
    assert nearest_minutes(text) == hint
