"""Talks are the same whoever reads them: this process, others, or an earlier run."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from small_project import TALK, write_project

from booklet.finding import Finding
from booklet.model.program import Program
from booklet.reading import known_program, read_talks
from booklet.reading.read_authors import LOOKED_FOR
from booklet.reading.read_project import read_project
from booklet.reading.read_talk import TalkReading

Files = dict[str, str | bytes | None]
Read = tuple[Program | None, tuple[Finding, ...]]
HERE = os.getpid()

SHARED_FILES: Files = {
    "people.yaml": "people:\n  - {name: Ada Lovelace, aliases: [Ada Example], biography: Wrote.}\n",
    "affiliations.yaml": "mill: The Mill\nunused: Nobody\n",
    "event.yaml": 'title: Meeting\nzone: UTC\nmacros: {\\E: "\\\\mathbb{E}"}\n',
}
TALKS: Files = {f"talks/t{number}.md": TALK.replace("engines", f"engines {number}") for number in range(70)}
BROKEN: Files = {
    "talks/t05.md": "no front matter",
    "talks/t07.md": b"\xff\xfe",
    "talks/t08.md": "---\ntilte: x\n---\nBody $\\E x$ and a\u200bb\n",
    "talks/t09.md": "---\ntitle: x\nid: t1\n---\nTwice.",
    "talks/Not an id.md": TALK,
    "talks/t11.md": TALK.replace("[uni]", "[mill, uni]"),
    "talks/t12.md": "x" * 5_000_001,
}


class Kept(dict[bytes, bytes]):
    """Records of earlier runs, and the keys of those that were found."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[bytes] = []

    def found(self, key: bytes) -> bytes | None:
        if key in self:
            self.taken.append(key)
        return self.get(key)

    def keep(self, key: bytes, record: bytes) -> None:
        self[key] = record


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path, SHARED_FILES | TALKS | BROKEN)


def alone(folder: Path) -> Read:
    """The project as this process reads it without help."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(read_talks, "useful_workers", lambda: 0)
        return read_project(folder)


def by_others(folder: Path, kept: Kept | None = None) -> Read:
    """The project as other processes read it, whatever this machine has."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(read_talks, "_MANY", 1)
        patched.setattr(read_talks, "useful_workers", lambda: 2)
        return read_project(folder, kept)


def count_read_here(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that this process reads from now on."""
    names: list[str] = []
    first: Callable[..., TalkReading] = read_talks.read_talk

    def noted(data: bytes, file: str, *rest: object) -> TalkReading:
        names.append(file)
        return first(data, file, *rest)

    monkeypatch.setattr(read_talks, "read_talk", noted)
    return names


def test_others_read_the_same(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    true = alone(project)
    assert true[0]
    assert len(true[0].talks) > len(TALKS)
    assert len({finding.code for finding in true[1]}) > 5
    here = count_read_here(monkeypatch)
    assert by_others(project) == true
    assert here == []


def test_few_are_read_here(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_talks, "useful_workers", lambda: 2)
    here = count_read_here(monkeypatch)
    read_project(project)
    assert len(here) == 75  # all but the large one


def test_an_earlier_run_has_read_the_same(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    true = alone(project)
    kept = Kept()
    assert by_others(project, kept) == true
    assert kept.taken == []
    here = count_read_here(monkeypatch)
    assert read_project(project, kept) == true
    assert here == []
    assert sorted(kept.taken) == sorted(kept)


@pytest.mark.parametrize(
    ("name", "old", "new", "count"),
    [
        ("talks/t3.md", "engines 3", "motors", 1),  # items say its title
        ("talks/t3.md", "\n---\n", "\n---\nMore words. ", 0),
        ("program.yaml", "date: 2026-", "date:  2026-", 1),
        ("event.yaml", "zone: UTC", "zone: Europe/Rome", 1),
        ("event.yaml", "title: Meeting", "title: A Meeting", 0),
    ],
)
def test_when_the_program_is_read_again(
    project: Path, name: str, old: str, new: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Kept()
    read_project(project, kept)
    file = project / "content" / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    true = alone(project)
    calls: list[object] = []
    first = known_program.read_program
    monkeypatch.setattr(known_program, "read_program", lambda *given: calls.append(1) or first(*given))  # type: ignore[func-returns-value]
    assert read_project(project, kept) == true
    assert len(calls) == count


def test_what_is_kept_does_not_depend_on_who_reads(project: Path) -> None:
    kept, others = Kept(), Kept()
    read_project(project, kept)
    by_others(project, others)
    assert kept == others


def test_of_few_talks_nothing_is_kept(tmp_path: Path) -> None:
    kept = Kept()
    read_project(write_project(tmp_path, dict(list(TALKS.items())[:58])), kept)
    assert kept == {}
    read_project(write_project(tmp_path, dict(list(TALKS.items())[:59])), kept)  # and ada.md
    assert len(kept) == 61  # and the program


@pytest.mark.parametrize(
    ("name", "old", "new", "count"),
    [
        ("talks/t3.md", "engines 3", "motors", 1),
        ("event.yaml", "mathbb{E}", "mathrm{E}", 75),
        ("event.yaml", "zone: UTC", "zone: UTC\nlanguage: de", 75),
        ("people.yaml", "Ada Example", "A. Example", 75),
        ("people.yaml", "name: Ada Lovelace", "name: Ada King", 75),
        ("people.yaml", "Wrote", "Read", 0),  # no talk says it
        ("affiliations.yaml", "The Mill", "A Mill", 75),
        ("affiliations.yaml", "mill: The Mill", "\nmill: The Mill", 75),  # findings name the line
        ("affiliations.yaml", "unused", "other", 75),
    ],
)
def test_what_is_read_again(
    project: Path, name: str, old: str, new: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Kept()
    read_project(project, kept)
    file = project / "content" / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    true = alone(project)
    here = count_read_here(monkeypatch)
    assert read_project(project, kept) == true
    assert len(here) == count


def test_a_renamed_file_is_read_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Kept()
    read_project(project, kept)
    talks = project / "content" / "talks"
    (talks / "t3.md").rename(talks / "t333.md")
    true = alone(project)
    here = count_read_here(monkeypatch)
    assert read_project(project, kept) == true
    assert here == ["content/talks/t333.md"]


def test_records_that_are_none_are_not_believed(project: Path) -> None:
    true = alone(project)
    kept = Kept()
    read_project(project, kept)
    for key in list(kept)[::2]:
        kept[key] = kept[key][:-3]
    assert read_project(project, kept) == true
    assert read_project(project, kept) == true


def test_findings_after_many_are_the_same(tmp_path: Path) -> None:
    """The nearest key is looked for only for the first of many findings, whoever reads the files."""
    wrong = "".join(f"  - {{name: Ada {number}, affiliations: [uny]}}\n" for number in range(7))
    many: Files = dict.fromkeys(TALKS, f"---\ntitle: x\nauthors:\n{wrong}affiliations: {{uni: U}}\n---\nx")
    project = write_project(tmp_path, many)
    true = alone(project)
    hints = [finding.hint or "" for finding in true[1] if finding.code.name == "C030"]
    hints = hints or [finding.hint or "" for finding in true[1] if "uny" in finding.message]
    assert sum("did you mean" in hint for hint in hints) < LOOKED_FOR < len(hints)
    kept = Kept()
    for _ in range(3):
        assert read_project(project, kept) == true
        assert by_others(project, kept) == true
        assert by_others(project) == true
    assert 0 < len(kept) < len(many)


def test_processes_that_die_are_no_trouble(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    true = alone(project)
    first = read_talks.read_talk

    def dying(data: bytes, file: str, *rest: object) -> TalkReading:
        if os.getpid() != HERE and file.endswith(("t20.md", "t60.md")):
            os.kill(os.getpid(), signal.SIGKILL)
        return first(data, file, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(read_talks, "read_talk", dying)
    assert by_others(project) == true
