"""What an error makes unknown is not reported a second time; sessions are held against each other."""

from pathlib import Path

import pytest

from booklet.job import Job
from booklet.make import check

EVENT = "title: Meeting\nzone: UTC\n"
TALK = "---\ntitle: A talk\nauthors: [{name: Ann, presenting: true, affiliations: [Home]}]\n---\nWords.\n"
SESSION = "  - {{id: {id}, title: S, date: 2026-05-05, start: {start}, {more}items: [{{{item}}}]}}\n"


def codes(folder: Path, program: str, talk: str = TALK) -> list[str]:
    (folder / "content" / "talks").mkdir(parents=True)
    (folder / "content" / "event.yaml").write_text(EVENT)
    (folder / "content" / "program.yaml").write_text(program)
    (folder / "content" / "talks" / "one.md").write_text(talk)
    return [finding.code.name for finding in check(Job(folder)).findings]


def session(name: str, start: str, item: str, more: str = "") -> str:
    return SESSION.format(id=name, start=start, item=item, more=more)


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        ("sessions:\n\t- tab\n", ["C004"]),
        ("sessions:\n" + session("a", "9.00", "talk: one, minutes: 20"), ["C021"]),
        ("sessions:\n" + session("a", "9.00", "talk: two, minutes: 20"), ["C021", "K001"]),
        ("sessions:\n" + session("a", "9:00", "talk: one, minutes: many"), ["C022"]),
        ("sessions:\n" + session("a", "9:00", "talk: one"), ["K022"]),
        ("sessions:\n", ["K030"]),
    ],
)
def test_consequences_are_left_out(tmp_path: Path, program: str, expected: list[str]) -> None:
    assert sorted(codes(tmp_path, program)) == expected


def test_an_unknown_affiliation_is_said_once(tmp_path: Path) -> None:
    talk = TALK.replace("Home", "home").replace("---\nWords", "affiliations: {house: A house}\n---\nWords")
    program = "sessions:\n" + session("a", "9:00", "talk: one, minutes: 20")
    assert codes(tmp_path, program, talk) == ["K002", "K003"]


@pytest.mark.parametrize(
    ("rooms", "start", "expected"),
    [
        (("", ""), "9:10", ["K040"]),
        (("room: Aula, ", "room: Aula, "), "9:10", ["K040"]),
        (("room: Aula, ", "room: Lab, "), "9:10", []),
        (("", ""), "9:20", []),
    ],
)
def test_two_sessions_at_once(tmp_path: Path, rooms: tuple[str, str], start: str, expected: list[str]) -> None:
    program = "sessions:\n" + session("a", "9:00", "talk: one, minutes: 20", rooms[0])
    program += session("b", start, "title: Walk, minutes: 20", rooms[1])
    assert codes(tmp_path, program) == expected
