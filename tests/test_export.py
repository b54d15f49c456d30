"""What is exported comes in again as it was; a table holds no formula; nothing is written that is not whole."""

import csv
import io
import json
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.codes import (
    BAD_SOURCE,
    CHANGED_UPSTREAM,
    CONFLICT,
    KEPT_EDIT,
    NEW_UPSTREAM,
    NO_TIMES,
    UNKNOWN_KEY,
    WITHDRAWN,
)
from booklet.errors import FileError
from booklet.export import EXPORTS, export
from booklet.finding import Finding, Severity
from booklet.import_content import Imported, imported, write_content
from booklet.importing.formats.content.booklet_content import read_booklet_content
from booklet.importing.merging.merge_file import read_content
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.wish import Wish
from booklet.job import ImportJob, Job
from booklet.model.program import Program
from booklet.model.rich_text import plain
from booklet.model.talk import Talk
from booklet.place import Place, Places
from booklet.plain_dataclasses import fields
from booklet.reading.read_project import read_project

ROOT = Path(__file__).parents[1]
sys.path += [str(ROOT / "tests" / part) for part in ("composing", "hardening")]

from invented_conference import write as write_conference  # noqa: E402
from mutated import CHANGES, FUZZED, Change, mutated  # noqa: E402
from test_generated_conferences import EVENTS, IDS, PEOPLE, SESSIONS, SETTINGS, TALKS, TEXTS, write  # noqa: E402

CASES = ("days", "crowded", "front-matter", "scripts")
PROJECTS = [ROOT, ROOT / "examples" / "conference", *(ROOT / "tests" / "cases" / name for name in CASES)]


def bare(value: Any) -> Any:
    """A value of the model without the places in it."""
    if isinstance(value, Place | Places):
        return None
    if hasattr(value, "__fields__"):
        return {one.name: bare(getattr(value, one.name)) for one in fields(value)}
    return tuple(map(bare, value)) if isinstance(value, tuple | list) else value


def program_of(folder: Path) -> Program:
    program, _ = read_project(folder)
    assert program
    return program


def exported(folder: Path, kind: str) -> bytes:
    found = export(Job(folder), kind)
    assert found.data is not None, found.findings
    return found.data


def bring(source: Path, folder: Path, *, update: bool = False) -> Imported:
    job = ImportJob(source, folder, update=update)
    found = imported(job)
    assert found.is_taken
    write_content(job, found)
    return found


def content_of(folder: Path) -> dict[str, bytes]:
    """The files that a booklet is made from, by name, but for its pictures."""
    paths = sorted((folder / "content").rglob("*"))
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in paths
        if path.suffix in {".yaml", ".md"} and ".import" not in path.parts
    }


def with_pictures(folder: Path, copy: Path) -> Path:
    """The copy with the pictures of the folder in it."""
    for path in sorted((folder / "content").rglob("*")):
        if path.is_file() and path.suffix not in {".yaml", ".md"}:
            target = copy / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    return copy


def comes_back(folder: Path, work: Path) -> None:
    """A project comes back from its export and from its folder, and its table says what it says."""
    (work / "all.json").write_bytes(exported(folder, "json"))
    bring(work / "all.json", work / "json")
    bring(folder, work / "folder")
    before = program_of(folder)
    assert bare(program_of(with_pictures(folder, work / "json"))) == bare(before)
    assert bare(program_of(with_pictures(folder, work / "folder"))) == bare(before)
    assert content_of(work / "folder") == content_of(folder)
    assert exported(work / "json", "json") == exported(folder, "json")


@pytest.mark.parametrize("folder", PROJECTS, ids=lambda folder: folder.name)
def test_nothing_is_lost(folder: Path, tmp_path: Path) -> None:
    comes_back(folder, tmp_path)


@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_lost_of_an_invented_conference(tmp_path: Path, seed: int) -> None:
    write_conference(tmp_path / "old", 24, "paper: A4\nsections: [program, abstracts]\n", seed)
    comes_back(tmp_path / "old", tmp_path)


@FUZZED
@given(
    EVENTS,
    SESSIONS,
    st.dictionaries(st.sampled_from(IDS), st.tuples(TALKS, TEXTS), max_size=8),
    st.fixed_dictionaries({"booklet": SETTINGS, "participants": st.fixed_dictionaries({"participants": PEOPLE})}),
)
def test_nothing_is_lost_of_any_conference(event: Any, sessions: Any, talks: Any, more: Any) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "old", event, sessions, talks, more)
        program, findings = read_project(folder / "old")
        if program is None or any(finding.severity is Severity.ERROR for finding in findings):
            assert export(Job(folder / "old"), "json").data is None
            return
        comes_back(folder / "old", folder)
        rows = rows_of(folder / "old")
        assert all(cell[:1] not in set("=+-@\t\r") for row in rows for cell in row.values())
        placed = Counter(item.talk.id for session in program.sessions for item in session.items if item.talk)
        assert Counter(row["Id"] for row in rows) == {talk.id: placed[talk.id] or 1 for talk in program.talks}


def rows_of(folder: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported(folder, "csv").decode("utf-8-sig"), newline="")))


def places_of(program: Program) -> dict[str, tuple[list[str], set[tuple[Any, ...]]]]:
    """The authors of each talk, and when and where it is, by its title."""
    found: dict[str, tuple[list[str], set[tuple[Any, ...]]]] = {}
    slots = program.slots()

    def names(talk: Talk) -> list[str]:
        return [f"{author.name}{'*' * author.presenting}" for author in talk.authors]

    for talk in program.talks:
        places = {(*slot.times, slot.session.rooms, plain(slot.session.title)) for slot in slots.get(talk.id, ())}
        found[plain(talk.title)] = (names(talk), places)
    return found


@pytest.mark.parametrize("folder", PROJECTS[:2], ids=lambda folder: folder.name)
def test_a_table_gives_talks_people_times_and_rooms_again(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "talks.csv").write_bytes(exported(folder, "csv"))
    found = bring(tmp_path / "talks.csv", tmp_path / "new")
    assert found.memory.form == "table"
    assert places_of(program_of(tmp_path / "new")) == places_of(program_of(folder))
    assert program_of(tmp_path / "new").event.zone == program_of(folder).event.zone


TALK = """---
title: {title}
authors: [{{name: Ada Example, affiliations: ["A; B, C"], presenting: yes}}, {{name: Bo Other}}]
keywords: [tide, "+ice"]
status: cancelled
---
{abstract}
"""
PROGRAM = """sessions:
  - {id: night, title: '@Night', date: 2027-05-04, start: "23:30", zone: Asia/Tokyo, room: [Hall, Nook], track: Sea,
     items: [{talk: a, minutes: 20 + 5}, {talk: b, minutes: 20}, {title: Tea, minutes: 5}]}
  - {id: later, title: Later, date: 2027-05-06, room: Nook, items: [{talk: a, minutes: 5}]}
  - {id: hung, title: Hung, date: 2027-05-06, start: 9:00, until: 11:00, kind: posters, room: Nook, items: [{talk: p}]}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    content = tmp_path / "old" / "content"
    (content / "talks").mkdir(parents=True)
    (content / "event.yaml").write_text("title: Fog\nzone: America/Argentina/Buenos_Aires\nlanguage: en-GB\n", "utf-8")
    (content / "program.yaml").write_text(PROGRAM, "utf-8")
    texts = {"a": ("-5 degrees", "=1+1\n\n- one\n- two\n\nThen."), "b": ('"@2"', "Two."), "c": ("Unplaced", "Three.")}
    for name, (title, abstract) in texts.items():
        (content / "talks" / f"{name}.md").write_text(TALK.format(title=title, abstract=abstract), "utf-8")
    (content / "talks" / "p.md").write_text("---\ntitle: Poster\nkind: poster\nboard: P1\nlanguage: de\n---\n", "utf-8")
    return tmp_path / "old"


def test_the_cells_of_a_table(project: Path) -> None:
    unplaced, first, second, poster, again = rows_of(project)
    assert list(first.values()) == [
        "a", "'-5 degrees", "Ada Example; Bo Other", "A, B, C; –", "Ada Example", "'@Night", "2027-05-04", "11:30", "11:55",
        "Hall; Nook", "Sea", "talk", "", "cancelled", "en-GB", "tide; +ice", "'=1+1\n\n• one\n• two\n\nThen.",
    ]  # fmt: skip
    assert list(first)[7] == "Start (America/Argentina/Buenos_Aires)"
    assert (second["Title"], second["Start (America/Argentina/Buenos_Aires)"]) == ("'@2", "11:55")
    assert (unplaced["Id"], unplaced["Session"], unplaced["Date"], unplaced["Room"]) == ("c", "", "", "")
    assert (again["Id"], again["Date"], again["Start (America/Argentina/Buenos_Aires)"]) == ("a", "2027-05-06", "")
    assert list(poster.values())[5:14] == ["Hung", "2027-05-06", "09:00", "11:00", "Nook", "", "poster", "P1", ""]
    data = exported(project, "csv")
    assert data.startswith(b"\xef\xbb\xbfId,Title,")
    assert data.endswith(b"\r\n")


def test_cells_that_are_no_formula_come_in_as_they_were(project: Path, tmp_path: Path) -> None:
    (tmp_path / "talks.csv").write_bytes(exported(project, "csv"))
    bring(tmp_path / "talks.csv", tmp_path / "new")
    new, old = program_of(tmp_path / "new"), program_of(project)
    assert sorted(plain(talk.title) for talk in new.talks) == sorted(plain(talk.title) for talk in old.talks)
    assert {(plain(one.title), one.rooms) for one in new.sessions} == {
        (plain(one.title), one.rooms) for one in old.sessions
    }
    assert {slot.times for slots in new.slots().values() for slot in slots} == {
        slot.times for slots in old.slots().values() for slot in slots
    }
    assert new.event.zone == old.event.zone
    (talk,) = [talk for talk in new.talks if plain(talk.title).endswith("5 degrees")]
    assert talk.keywords == ("tide", "+ice")
    assert talk.affiliations == ("A, B, C",)
    assert [author.affiliations for author in talk.authors] == [(1,), ()]


def test_the_json_says_what_the_files_say(project: Path) -> None:
    (project / "content" / "people.yaml").write_text("# nobody\n", "utf-8")
    value = json.loads(exported(project, "json"))
    assert {key: one for key, one in value.items() if key != "files"} == {"version": 1, "booklet": "content"}
    assert list(value["files"]) == [
        "event.yaml",
        "program.yaml",
        "people.yaml",
        *(f"talks/{name}.md" for name in "abcp"),
    ]
    assert value["files"]["talks/c.md"] == {
        "front": {
            "title": "Unplaced",
            "authors": [
                {"name": "Ada Example", "affiliations": ["A; B, C"], "presenting": "yes"},
                {"name": "Bo Other"},
            ],
            "keywords": ["tide", "+ice"],
            "status": "cancelled",
        },
        "text": "Three.\n",
    }
    assert value["files"]["people.yaml"] == {}
    assert exported(project, "json").endswith(b"}\n")


@pytest.mark.parametrize("kind", EXPORTS)
def test_the_same_content_gives_the_same_bytes(project: Path, kind: str) -> None:
    assert exported(project, kind) == exported(project, kind)


@pytest.mark.parametrize("kind", EXPORTS)
def test_content_with_errors_is_not_exported(project: Path, kind: str) -> None:
    event = project / "content" / "event.yaml"
    event.write_text(event.read_text("utf-8") + "tilte: x\n", "utf-8")
    found = export(Job(project, output=project / "x"), kind)
    assert (found.data, [one.code for one in found.findings]) == (None, [UNKNOWN_KEY])
    assert not (project / "x").exists()


def test_a_calendar_without_anything_in_it(project: Path) -> None:
    (project / "content" / "program.yaml").write_text("sessions: []\n", "utf-8")
    found = export(Job(project), "ics")
    assert (found.data, [one.code for one in found.findings]) == (None, [NO_TIMES])


def test_a_file_is_whole(project: Path, tmp_path: Path) -> None:
    export(Job(project, output=tmp_path / "a.csv"), "csv")
    assert (tmp_path / "a.csv").read_bytes() == exported(project, "csv")
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileError):
        export(Job(project, output=tmp_path / "folder"), "csv")
    assert list((tmp_path / "folder").iterdir()) == []


class TestColleague:
    """A colleague has the content, goes on with it, and sends it back, as a folder or as an export."""

    @pytest.fixture(params=["folder", "json"])
    def sent(self, request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[Path], Path]:
        def send(folder: Path) -> Path:
            if request.param == "folder":
                return folder
            (tmp_path / "sent.json").write_bytes(exported(folder, "json"))
            return tmp_path / "sent.json"

        return send

    def test_edits_of_both_are_there(self, project: Path, tmp_path: Path, sent: Callable[[Path], Path]) -> None:
        mine = tmp_path / "mine"
        bring(sent(project), mine)
        assert bring(sent(project), mine, update=True).files == {}
        talks = mine / "content" / "talks"
        edit(talks / "a.md", ("Then.", "Then, by hand."))
        edit(talks / "b.md", ("status: cancelled", "status: moved"))
        edit(mine / "content" / "event.yaml", ("title: Fog\n", "# Ours.\ntitle: Fog\nvenue: Quay\n"))
        edit(project / "content" / "talks" / "a.md", ("keywords: [tide,", "keywords: [swell, tide,"))
        edit(project / "content" / "talks" / "b.md", ("status: cancelled", "status: replaced"))
        edit(project / "content" / "program.yaml", ("title: Later", "title: Sooner"))
        (project / "content" / "talks" / "p.md").unlink()
        edit(project / "content" / "program.yaml", ("{talk: p}", "{talk: q}"))
        (project / "content" / "talks" / "q.md").write_text("---\ntitle: Quiet\n---\nNew.\n", "utf-8")
        (project / "content" / "booklet.yaml").write_text("paper: A5\n", "utf-8")
        found = bring(sent(project), mine, update=True)
        codes = {finding.code for finding in found.of_content}
        assert codes == {CHANGED_UPSTREAM, CONFLICT, KEPT_EDIT, NEW_UPSTREAM, WITHDRAWN}
        program = program_of(mine)
        talk = {talk.id: talk for talk in program.talks}
        assert sorted(talk) == ["a", "b", "c", "q"]
        assert "swell" in talk["a"].keywords
        assert "by hand" in talk["a"].abstract_written
        assert talk["b"].status == "moved"
        assert "Sooner" in [plain(session.title) for session in program.sessions]
        assert (mine / "content" / "event.yaml").read_text("utf-8").startswith("# Ours.\ntitle: Fog\nvenue: Quay\n")
        assert program.settings.paper == "A5"

    def test_a_damaged_version_changes_nothing(self, project: Path, tmp_path: Path) -> None:
        bring(project, tmp_path / "mine")
        edit(project / "content" / "talks" / "a.md", ("status: cancelled", "status: [moved"))
        found = imported(ImportJob(project, tmp_path / "mine", update=True))
        assert not found.is_taken
        assert [(one.code, one.place.file) for one in found.of_source if one.place] == [
            (BAD_SOURCE, "content/talks/a.md")
        ]

    def test_its_ids_are_not_given_again(self, project: Path, tmp_path: Path) -> None:
        found = bring(project, tmp_path / "mine")
        assert found.memory.ids.talks == {name: name for name in "abcp"}
        last = tmp_path / "mine" / "content" / ".import" / "last.json"
        memory = json.loads(last.read_text("utf-8"))
        memory["talks"] = {"guid-1": "b"}
        last.write_text(json.dumps(memory), "utf-8")
        found = bring(project, tmp_path / "mine", update=True)
        assert found.memory.ids.talks == {"guid-1": "b", "a": "a", "c": "c", "p": "p"}


@FUZZED
@given(CHANGES)
def test_a_changed_export_is_read_or_refused(changes: list[Change]) -> None:
    data = mutated(exported(ROOT, "json"), changes)
    findings: list[Finding] = []
    meeting = read_booklet_content(Source("a.json", (SourceFile("a.json", data),)), Wish(), findings)
    assert meeting.files or findings
    assert all(read_content(text, name) for name, text in meeting.files.items())


def edit(path: Path, change: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    assert change[0] in text
    path.write_text(text.replace(*change), "utf-8")
