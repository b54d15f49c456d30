"""Dates and times of other systems: what is taken, and that all that is doubtful is not."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.importing.cleaning.moments import calendar_day, clock, moment
from booklet.importing.cleaning.month_names import is_weekday, month
from booklet.importing.cleaning.spans import Span, span


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("2026-04-23T09:30:00+02:00", 120),
        ("2026-04-23T09:30-04:00", -240),
        ("2026-04-23T09:30:00.000-0500", -300),
        ("2026-04-23 09:30:00-04:00", -240),
        ("2026-04-23 09:30 -0400", -240),
        ("Thu, 23 Apr 2026 09:30:00 +0200", 120),
        ("2026/04/23 9:30:00 AM GMT+2", 120),
        ("2026-04-23T09:30:00.123456Z", 0),
        ("20260423T093000Z", 0),
        ("2026-04-23 09:30 UTC", 0),
    ],
)
def test_moments_with_an_offset_are_aware(text: str, offset: int) -> None:
    found = moment(text)
    assert found == datetime(2026, 4, 23, 9, 30, tzinfo=timezone(timedelta(minutes=offset)))
    assert found.utcoffset() == timedelta(minutes=offset)


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-23T09:30",
        "20260423T093000",
        "2026-04-23 09:30:00",
        "April 23, 2026 09:30",
        "23 April 2026, 9:30",
        "23.04.2026 9.30",
        "23. April 2026 um 9:30 Uhr",
        "23 avril 2026 à 9h30",
        "4/23/2026 9:30 AM",
        "Thu Apr 23 2026 9:30 a.m.",
        "9:30, 23 April 2026",
    ],
)
def test_moments_without_an_offset_are_naive(text: str) -> None:
    assert moment(text) == datetime(2026, 4, 23, 9, 30)  # noqa: DTZ001


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-04-23",
        "9:30",
        "2026-02-30T09:30",
        "2026-04-23T24:00",
        "2026-04-23T09:30:00+15:00",
        "2026-04-23T09:30:00+02:75",
        "1899-12-31T09:30",
        "2200-01-01T09:30",
        "04/05/2026 09:30",
        "2026-04-23 09:30-10:00",
        "2026-04-23 09:30 CET",
        "1777000000",
        "next Thursday at 9:30",
    ],
)
def test_doubtful_moments_are_none(text: str) -> None:
    assert moment(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-23",
        "2026/4/23",
        "20260423",
        "23.04.2026",
        "23. 4. 2026",
        "04/23/2026",
        "23/04/2026",
        "23-Apr-2026",
        "April 23rd, 2026",
        "23rd of April, 2026",
        "23 de abril de 2026",
        "23 aprile 2026",
        "Thu, Apr 23 2026",
        "Donnerstag, 23. April 2026",
        "quinta-feira, 23 de abril de 2026",
        "2026-04-23 (Thu)",
        "2026年4月23日",
        "2026-04-23 00:00:00",
    ],
)
def test_dates(text: str) -> None:
    assert calendar_day(text) == date(2026, 4, 23)


@pytest.mark.parametrize(
    "text", ["04/05/2026", "30.02.2026", "2026-13-01", "1 jui 2026", "Thursday", "23.04.26", "45000"]
)
def test_doubtful_dates_are_none(text: str) -> None:
    assert calendar_day(text) is None


def test_a_date_of_two_equal_numbers_is_clear() -> None:
    assert calendar_day("04/04/2026") == date(2026, 4, 4)


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("9:30", 9, 30),
        ("09:30:00", 9, 30),
        ("9.30", 9, 30),
        ("7.05", 7, 5),
        ("9h30", 9, 30),
        ("14 Uhr", 14, 0),
        ("2:30 p.m.", 14, 30),
        ("12am", 0, 0),
        ("12 PM", 12, 0),
        ("13:30 pm", 13, 30),
        ("9：30", 9, 30),
    ],
)
def test_clocks(text: str, hour: int, minute: int) -> None:
    assert clock(text) == time(hour, minute)


@pytest.mark.parametrize("text", ["", "9", "2026", "0930", "24:00", "9:60", "13 am", "9.3", "noonish", "9:30-10:00"])
def test_what_is_no_clock(text: str) -> None:
    assert clock(text) is None


DAY = date(2026, 4, 23)


@pytest.mark.parametrize(
    ("text", "day", "start", "end"),
    [
        ("April 23, 2026 13:00 → 13:45", DAY, time(13), time(13, 45)),
        ("April 23, 2026 13:00 → April 23, 2026 13:45", DAY, time(13), time(13, 45)),
        ("2026-04-23 09:30-10:00", DAY, time(9, 30), time(10)),
        ("2026-04-23T22:30/2026-04-24T01:00", DAY, time(22, 30), time(1)),
        ("9:30 – 10:00, 23 April 2026", DAY, time(9, 30), time(10)),
        ("April 23, 2026, from 9:00 am to 10:00 am", DAY, time(9), time(10)),
        ("9:30-10:45", None, time(9, 30), time(10, 45)),
        ("07:00 - 07:05", None, time(7), time(7, 5)),
        ("1:00-2:30 pm", None, time(13), time(14, 30)),
        ("11-1 pm", None, time(11), time(13)),
        ("9–11 Uhr", None, time(9), time(11)),
        ("von 9:00 bis 10:30 Uhr", None, time(9), time(10, 30)),
        ("22:00-02:00", None, time(22), time(2)),
    ],
)
def test_spans(text: str, day: date | None, start: time, end: time) -> None:
    assert span(text) == Span(day, start, end)


@pytest.mark.parametrize(
    "text",
    ["", "9:30", "2026-04-23", "23-04-2026", "1-2", "9:30-25:00", "2026-04-23T09:30/2026-04-25T10:00", "soon-ish"],
)
def test_what_is_no_span(text: str) -> None:
    assert span(text) is None


def test_months_and_weekdays_of_several_languages() -> None:
    words = {
        "Jan": 1,
        "févr.": 2,
        "März": 3,
        "Mai": 5,
        "juin": 6,
        "Juil": 7,
        "août": 8,
        "Set": 9,
        "Okt": 10,
        "Dez.": 12,
    }
    assert {word: month(word) for word in words} == words
    assert [month(word) for word in ("ma", "jui", "Montag", "")] == [None] * 4
    assert is_weekday("Do.")
    assert is_weekday("mercredi")
    assert not is_weekday("april")


MOMENTS = st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2199, 12, 31))  # noqa: DTZ001


@given(MOMENTS)
def test_what_iso_writes_is_read_back(when: datetime) -> None:
    when = when.replace(microsecond=0)
    assert moment(when.isoformat()) == when
    assert moment(when.isoformat(" ")) == when
    assert moment(when.replace(tzinfo=UTC).isoformat()) == when.replace(tzinfo=UTC)
    assert calendar_day(f"{when:%d.%m.%Y}") == calendar_day(f"{when.day} {when:%B %Y}") == when.date()
    assert clock(f"{when:%I:%M %p}") == clock(f"{when:%H:%M}") == when.time().replace(second=0)


@given(st.text(max_size=130) | st.text("0123456789:.-/ TZ→pmaåJun,+", max_size=130))
def test_nothing_raises(text: str) -> None:
    moment(text), calendar_day(text), clock(text), span(text)
