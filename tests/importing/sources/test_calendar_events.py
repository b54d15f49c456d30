"""Calendars into events."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.importing.sources.calendar_events import CalendarEvent, calendar
from booklet.time_zone import time_zone
from importing.sources.made import read, said

NAIVE = dt.datetime.fromisoformat("2026-05-04T09:30")
OSLO = time_zone("Europe/Oslo")


def ics(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""])


def event(*lines: str) -> CalendarEvent:
    (found,) = read(calendar, ics(*lines), "a.ics")[0].events
    return found


def test_an_event() -> None:
    lines = (
        "UID:1@example.org", "SUMMARY;LANGUAGE=en:Snow\\, ice\\; and", "  rain", "DTSTART;TZID=Europe/Oslo:20260504T093000",
        "DTEND;TZID=Europe/Oslo:20260504T100000", "LOCATION:Hall A", "DESCRIPTION:One\\nTwo \\\\ three", "CATEGORIES:a\\,b,c",
        "STATUS:CANCELLED", "URL:https://example.org/1", "BEGIN:VALARM", "DESCRIPTION:wake up", "END:VALARM",
    )  # fmt: skip
    found = event(*lines)
    assert found.place.line == 2
    assert (found.uid, found.title, found.location) == ("1@example.org", "Snow, ice; and rain", "Hall A")
    assert (found.description, found.categories) == ("One\nTwo \\ three", ("a,b", "c"))
    assert (found.status, found.address) == ("cancelled", "https://example.org/1")
    assert found.start == dt.datetime(2026, 5, 4, 9, 30, tzinfo=OSLO)
    assert found.end == dt.datetime(2026, 5, 4, 10, tzinfo=OSLO)
    assert found.zone == "Europe/Oslo"


@pytest.mark.parametrize(
    ("lines", "start", "end", "zone"),
    [
        (["DTSTART:20260504T093000Z"], dt.datetime(2026, 5, 4, 9, 30, tzinfo=dt.UTC), None, "UTC"),
        (["DTSTART:20260504T093000", "DURATION:PT1H30M"], NAIVE, NAIVE + dt.timedelta(minutes=90), ""),
        (["DTSTART;VALUE=DATE:20260504", "DTEND;VALUE=DATE:20260506"], dt.date(2026, 5, 4), dt.date(2026, 5, 6), ""),
        (["DTSTART;TZID=W. Europe Standard Time:20260504T093000"],
         dt.datetime(2026, 5, 4, 9, 30, tzinfo=time_zone("Europe/Berlin")), None, "Europe/Berlin"),
        (['DTSTART;TZID="/example.org/2020/Europe/Oslo":20260504T093000'],
         dt.datetime(2026, 5, 4, 9, 30, tzinfo=OSLO), None, "Europe/Oslo"),
        (["DTSTART:20260504T093000", "DTEND:20260504T100000Z"], NAIVE, None, ""),
        (["DTSTART:20260504T093000", "DTEND:20260504"], NAIVE, None, ""),
    ],
)  # fmt: skip
def test_times(lines: list[str], start: dt.date, end: dt.date | None, zone: str) -> None:
    found = event(*lines)
    assert (found.start, found.end, found.zone) == (start, end, zone)


def test_name_and_zone_of_a_calendar() -> None:
    text = "BEGIN:VCALENDAR\nX-WR-CALNAME:Snow\\, 2026\nX-WR-TIMEZONE:Europe/Oslo\nEND:VCALENDAR\n"
    found, findings = read(calendar, text, "a.ics")
    assert (found.name, found.zone, found.events, findings) == ("Snow, 2026", "Europe/Oslo", (), [])


def test_letters_that_are_folded_between_their_bytes() -> None:
    data = ics("DTSTART:20260504T093000Z", "SUMMARY:Größe").encode().replace("ö".encode(), b"\xc3\r\n \xb6")
    found, findings = read(calendar, data, "a.ics")
    assert ([one.title for one in found.events], findings) == (["Größe"], [])


@pytest.mark.parametrize(
    ("lines", "events", "code", "line"),
    [
        (["SUMMARY:Snow"], 0, "I002", 2),
        (["DTSTART:20261304T093000Z"], 0, "I002", 2),
        (["DTSTART:00010101"], 0, "I002", 2),
        (["DTSTART:20260504", "CLASS:PRIVATE"], 0, "I006", 2),
        (["DTSTART:20260504", "RRULE:FREQ=DAILY"], 1, "I002", 2),
        (["SUMMARY:a", "DTSTART;TZID=Middle Earth:20260504T093000"], 1, "I004", 4),
    ],
)
def test_what_is_said(lines: list[str], events: int, code: str, line: int) -> None:
    found, findings = read(calendar, ics(*lines), "a.ics")
    assert len(found.events) == events
    assert [(f.code.name, f.place and f.place.line) for f in findings] == [(code, line)]


def test_an_occurrence_says_which_it_is() -> None:
    assert event("DTSTART:20260504", "RECURRENCE-ID:20260503").recurrence == "20260503"


def test_what_is_no_calendar() -> None:
    assert said(read(calendar, "hello", "a.ics")[1]) == [("I001", 1, "the file is no calendar")]
    assert said(read(calendar, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n", "a.ics")[1]) == [
        ("I001", 2, "the file ends inside of this event")
    ]


LINES = st.sampled_from(
    [
        "BEGIN:VEVENT", "END:VEVENT", "DTSTART:20260504", "DTSTART;X=1:2", "DTEND:99999999", "DURATION:P9999W", " x",
        "BEGIN:", "END:X", 'A;B="c":d\\', "X-WR-TIMEZONE:/", "DTSTART;TZID=/a/b:20260504T000000",
    ]
)  # fmt: skip


@given(st.binary() | st.lists(LINES).map("\n".join).map(str.encode))
def test_no_bytes_raise(data: bytes) -> None:
    read(calendar, b"BEGIN:VCALENDAR\n" + data, "a.ics")
