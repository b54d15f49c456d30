"""What happens in rooms: tracks and sessions by days, in a table of each building."""

from datetime import date
from pathlib import Path

import pytest

from booklet.composing.sections.indexes.room_happenings import rooms_in_use
from booklet.job import Job
from booklet.make import make
from booklet.model.program import Program
from booklet.proofing.audit import audit
from booklet.proofing.self_check import self_check
from booklet.reading.read_project import read_project

EVENT = "title: Meeting of rooms\nzone: Europe/Berlin\n"
ROOMS = (
    "rooms:\n  - {name: Loft, building: Mill}\n  - {name: Cellar, building: Barn, note: below}\n"
    "  - {name: Attic, building: Mill}\n  - Garden\n  - {name: Vault, building: Barn}\n"
)


def session(number: int, room: str, day: int, start: str, until: str, more: str = "") -> str:
    return (
        f"  - {{id: s{number}, title: Session {number}, date: 2027-03-0{day}, start: '{start}', until: '{until}', "
        f"room: {room}, kind: social{more}}}\n"
    )


def project(folder: Path, sessions: str, settings: str = "") -> Path:
    (folder / "content").mkdir(parents=True)
    for name, text in {"event": EVENT, "program": f"{ROOMS}sessions:\n{sessions}", "booklet": settings}.items():
        (folder / "content" / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def program(folder: Path, sessions: str) -> Program:
    read, findings = read_project(project(folder, sessions))
    assert read, findings
    return read


SESSIONS = (
    session(1, "Loft", 1, "9:00", "10:00", ", track: Grain")
    + session(2, "Loft", 1, "10:30", "11:00", ", track: Grain")
    + session(3, "Loft", 1, "13:00", "14:00", ", track: Grain")
    + session(4, "Loft", 1, "14:00", "15:00", ", track: Flour")
    + session(5, "Attic", 1, "9:00", "10:00")
    + session(6, "[Cellar, Garden]", 2, "9:00", "10:00")
)


def test_sessions_of_a_track_are_one_unless_a_long_pause_parts_them(tmp_path: Path) -> None:
    rooms = rooms_in_use(program(tmp_path, SESSIONS))
    (_, monday), (_, tuesday) = rooms[0].days
    assert [(one.title, f"{one.start:%H:%M}", one.end and f"{one.end:%H:%M}") for one in monday] == [
        ("Grain", "09:00", "11:00"),
        ("Session 3", "13:00", "14:00"),
        ("Session 4", "14:00", "15:00"),
    ]
    assert tuesday == ()


def test_rooms_of_a_building_stand_together_and_unused_ones_are_left_out(tmp_path: Path) -> None:
    rooms = rooms_in_use(program(tmp_path, SESSIONS))
    assert [found.room.name for found in rooms] == ["Loft", "Attic", "Cellar", "Garden"]
    assert [day for day, _ in rooms[0].days] == [date(2027, 3, 1), date(2027, 3, 2)]


def said(folder: Path, sessions: str, paper: str) -> tuple[list[str], list[int]]:
    """What the part says, and the page numbers in it."""
    settings = f"paper: {paper}\nsections: [program, rooms]\nprogram: {{at-a-glance: none}}\n"
    outcome = make(Job(project(folder, sessions, settings)), lambda *_: None)
    assert outcome.output
    pdf = outcome.output.read_bytes()
    assert self_check(pdf) == ()
    lines = [line for line in audit(pdf).parts[-1].replace("\xa0", " ").split("\n") if line]
    return [line for line in lines if not line.isdigit()], [int(line) for line in lines if line.isdigit()]


def test_days_stand_side_by_side(tmp_path: Path) -> None:
    lines, numbers = said(tmp_path, SESSIONS, "A4")
    assert numbers == [1, 1, 1, 1, 2, 2]  # a page of the list for each day
    assert lines[:4] == ["Rooms", "Room", "Monday", "Tuesday"]
    mill, barn = lines.index("Mill"), lines.index("Barn")
    assert lines[mill + 1 : barn] == [
        "Loft",
        "Grain  09:00–11:00",
        "Session 3  13:00–14:00",
        "Session 4  14:00–15:00",
        "–",
        "Attic",
        "Session 5  09:00–10:00",
        "–",
    ]
    assert lines[barn + 1 :] == [
        "Cellar  below",
        "–",
        "Session 6  09:00–10:00",
        "Garden",
        "–",
        "Session 6  09:00–10:00",
    ]


@pytest.mark.parametrize(("paper", "days"), [("A5", 2), ("A4", 4), ("A5", 4)])
def test_on_small_pages_and_of_many_days_they_stand_below_each_other(paper: str, days: int, tmp_path: Path) -> None:
    more = "".join(session(10 + day, "Vault", day, "9:00", "10:00") for day in range(1, days + 1))
    lines, numbers = said(tmp_path, SESSIONS + more, paper)
    assert sorted(set(numbers)) == list(range(1, days + 1))
    weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday"][:days]
    vault = lines.index("Vault")
    expected = [line for day, name in enumerate(weekdays, 1) for line in (name, f"Session {10 + day}  09:00–10:00")]
    assert lines[vault + 1 : vault + 1 + 2 * days] == expected
    assert lines[lines.index("Attic") + 1 :][:2] == ["Monday", "Session 5  09:00–10:00"]


@pytest.mark.parametrize(("count", "there"), [(8, False), (9, True)])
def test_many_rooms_have_a_part_of_their_own(count: int, *, there: bool, tmp_path: Path) -> None:
    sessions = "".join(session(number, f"R{number}", 1, "9:00", "10:00") for number in range(count))
    outcome = make(Job(project(tmp_path, sessions)), lambda *_: None)
    assert outcome.output
    assert any(part.startswith("Rooms") for part in audit(outcome.output.read_bytes()).parts) == there


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_a_table_runs_over_pages(paper: str, tmp_path: Path) -> None:
    sessions = "".join(
        session(n, f"Room {n % 60}", n % 2 + 1, f"{8 + n // 60}:00", f"{8 + n // 60}:50") for n in range(300)
    )
    lines, numbers = said(tmp_path, sessions, paper)
    assert numbers == []  # a list by time has no places of sessions
    assert sorted(line.split("  ")[0] for line in lines if line.startswith("Session ")) == sorted(
        f"Session {number}" for number in range(300)
    )
    assert lines.count("Monday") == (1 if paper == "A4" else 30)
