"""The calendar has an event for every item whose times are known, under an identity that lasts."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import icalendar
import pytest

from booklet.model.program import Program
from booklet.outputs.calendar import calendar
from booklet.plain_dataclasses import replace
from booklet.reading.read_project import read_project

ROOT = Path(__file__).parents[2]


def program(folder: Path) -> Program:
    found, _ = read_project(folder)
    assert found
    return found


def events(of: Program, date: datetime | None = None) -> list[icalendar.Event]:
    data = calendar(of, "booklet 1", date)
    assert data
    found = icalendar.Calendar.from_ical(data)
    assert isinstance(found, icalendar.Calendar)
    return [part for part in found.walk("VEVENT") if isinstance(part, icalendar.Event)]


def test_the_workshop() -> None:
    first, second, *_ = events(program(ROOT))
    assert str(first["summary"]) == "Welcome"
    assert second["summary"].startswith("AI-DOP: A machine-learned path")
    assert second["description"].startswith("Mihai Alexe, Eulalie Boucher, ")
    assert second["location"] == "online"
    assert second["dtstart"].dt == datetime(2026, 4, 23, 7, 5, tzinfo=UTC)
    assert second["dtend"].dt == datetime(2026, 4, 23, 7, 25, tzinfo=UTC)
    assert second["dtstamp"].dt == second["dtstart"].dt
    assert events(program(ROOT), datetime(2027, 1, 2, tzinfo=UTC))[0]["dtstamp"].dt.year == 2027


def test_lines_are_those_of_rfc_5545() -> None:
    data = calendar(program(ROOT / "tests" / "cases" / "days"), "booklet 1", None)
    assert data
    assert data.startswith(b"BEGIN:VCALENDAR\r\nPRODID:-//booklet 1//EN\r\nVERSION:2.0\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_what_has_no_times_is_left_out_and_what_is_cancelled_says_so() -> None:
    days = program(ROOT / "tests" / "cases" / "days")
    shown = events(days)
    timed = [item for session in days.sessions for item in session.items if item.start and item.end]
    assert len(shown) == len(timed) < sum(len(session.items) for session in days.sessions)
    called_off = [event for event in shown if event.get("status") == "CANCELLED"]
    assert len(called_off) == sum(item.talk is not None and item.talk.status == "cancelled" for item in timed) == 1


def test_identities_last_when_the_program_changes(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    before = {str(event["summary"]): str(event["uid"]) for event in events(program(tmp_path))}
    assert len(set(before.values())) == len(before)
    file = tmp_path / "content" / "program.yaml"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    talks = [index for index, line in enumerate(lines) if "talk:" in line]
    lines[talks[0]], lines[talks[1]] = lines[talks[1]], lines[talks[0]]
    file.write_text("".join(lines), "utf-8")
    after = {str(event["summary"]): str(event["uid"]) for event in events(program(tmp_path))}
    assert before == after


def test_text_of_authors_is_text(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "talks").mkdir(parents=True)
    (content / "event.yaml").write_text("title: 'Odd; event, \"x\" BEGIN:VEVENT'\nzone: Europe/Berlin\n", "utf-8")
    title = r"A, b; c: d \n END:VEVENT ßßß 数据" + " long" * 30
    (content / "talks" / "a.md").write_text(f"---\ntitle: '{title}'\nauthors: 'X; Y, Z'\n---\nWords.\n", "utf-8")
    items = "[{talk: a, minutes: 20}]"
    sessions = f"sessions:\n  - {{id: s, title: S, date: 2026-05-01, start: 9:00, items: {items}}}\n"
    (content / "program.yaml").write_text(sessions, "utf-8")
    found = program(tmp_path)
    (event,) = events(found)
    talk = found.talks[0]
    assert event["description"] == ", ".join(author.name for author in talk.authors)
    assert event["summary"].startswith("A, b; c: d")
    assert event["summary"].endswith("数据" + " long" * 30)


def test_the_name_of_the_calendar_is_text() -> None:
    workshop = program(ROOT)
    odd = replace(workshop, event=replace(workshop.event, title="T; x, y \\n END:VCALENDAR"))
    data = calendar(odd, "booklet 1", None)
    assert data
    assert b"X-WR-CALNAME:T\\; x\\, y \\\\n END:VCALENDAR\r\n" in data


@pytest.mark.parametrize("sections", ["", "sessions: []\n"])
def test_nothing_with_a_time_makes_no_calendar(tmp_path: Path, sections: str) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "event.yaml").write_text("title: Bare\nzone: Europe/Berlin\n", "utf-8")
    (content / "program.yaml").write_text(sections, "utf-8")
    assert calendar(program(tmp_path), "booklet 1", None) is None
