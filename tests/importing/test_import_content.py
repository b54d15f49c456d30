"""The whole import: a source in, content files out; later versions merged in; nothing written where nothing may be."""

import copy
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from frab_sample import EVENTS, schedule_text

from booklet.codes import (
    BAD_SOURCE,
    CHANGED_UPSTREAM,
    CONFLICT,
    KEPT_EDIT,
    NEW_UPSTREAM,
    WITHDRAWN,
)
from booklet.errors import FileError, WrongUseError
from booklet.finding import Severity
from booklet.import_content import Imported, imported, write_content
from booklet.job import ImportJob
from booklet.reading.read_project import read_project


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "schedule.json"
    path.write_text(schedule_text())
    return path


def bring(source: Path, folder: Path, *, update: bool = False, zone: str = "", title: str = "") -> Imported:
    job = ImportJob(source, folder, zone=zone, title=title, update=update)
    found = imported(job)
    if found.is_taken:
        write_content(job, found)
    return found


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def changed(source: Path, *edits: tuple[int, str, Any], more: list[dict[str, Any]] | None = None) -> None:
    events = copy.deepcopy(EVENTS)
    for number, key, value in edits:
        events[number][key] = value
    source.write_text(schedule_text(events + (more or [])))


def codes(found: Imported) -> list[str]:
    return [finding.code.name for finding in found.of_content]


class TestFirstImport:
    def test_it_makes_content_that_booklet_reads(self, source: Path, tmp_path: Path) -> None:
        found = bring(source, tmp_path / "meeting")
        program, findings = read_project(tmp_path / "meeting")
        assert found.is_taken
        assert program
        assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
        assert [talk.id for talk in program.talks] == ["example", "other"]
        assert (program.event.title, program.event.zone) == ("Fjord Days", "Europe/Oslo")

    def test_it_is_the_same_every_time(self, source: Path, tmp_path: Path) -> None:
        bring(source, tmp_path / "one")
        bring(source, tmp_path / "two")
        assert files(tmp_path / "one") == files(tmp_path / "two")

    def test_it_never_writes_over_content(self, source: Path, tmp_path: Path) -> None:
        bring(source, tmp_path / "meeting")
        before = files(tmp_path / "meeting")
        with pytest.raises(WrongUseError, match="is there already; --update"):
            bring(source, tmp_path / "meeting")
        assert files(tmp_path / "meeting") == before

    def test_it_fills_an_empty_folder(self, source: Path, tmp_path: Path) -> None:
        (tmp_path / "meeting" / "content").mkdir(parents=True)
        assert bring(source, tmp_path / "meeting").is_taken

    def test_what_the_user_says_goes_before_the_source(self, source: Path, tmp_path: Path) -> None:
        bring(source, tmp_path / "meeting", zone="Europe/Berlin", title="Tide Days")
        program, _ = read_project(tmp_path / "meeting")
        assert program
        assert (program.event.title, program.event.zone) == ("Tide Days", "Europe/Berlin")

    def test_letters_tell_the_language(self, tmp_path: Path) -> None:
        papers = tmp_path / "papers.csv"
        papers.write_text(
            "UID,title,authors,abstract,keywords,sessions\nP1-1,ことばの光,春山花,光る。,,P1\n", encoding="utf-8"
        )
        found = bring(papers, tmp_path / "meeting")
        messages = [finding.message for finding in found.of_source]
        assert "the language of the event is ja, as its titles are written so" in messages
        program, _ = read_project(tmp_path / "meeting")
        assert program
        assert program.event.language == "ja"

    def test_a_source_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(FileError):
            bring(tmp_path / "none.json", tmp_path / "meeting")

    def test_a_source_of_no_known_form(self, tmp_path: Path) -> None:
        (tmp_path / "x.json").write_text('{"recipes": 3}')
        with pytest.raises(WrongUseError, match="in no form that booklet recognises"):
            bring(tmp_path / "x.json", tmp_path / "meeting")
        assert not (tmp_path / "meeting").exists()

    def test_a_damaged_source_says_where(self, tmp_path: Path) -> None:
        (tmp_path / "x.json").write_text(schedule_text()[:-30])
        found = bring(tmp_path / "x.json", tmp_path / "meeting")
        assert [finding.code for finding in found.of_source] == [BAD_SOURCE]
        assert found.of_source[0].place
        assert not (tmp_path / "meeting").exists()

    def test_no_link_leads_out_of_the_project(self, source: Path, tmp_path: Path) -> None:
        bring(source, tmp_path / "meeting")
        talks = tmp_path / "meeting" / "content" / "talks"
        (tmp_path / "elsewhere").mkdir()
        for path in talks.iterdir():
            path.rename(tmp_path / "elsewhere" / path.name)
        talks.rmdir()
        talks.symlink_to(tmp_path / "elsewhere")
        before = files(tmp_path / "elsewhere")
        changed(source, (0, "title", "Tides of the outer fjord"))
        with pytest.raises(FileError, match="outside"):
            bring(source, tmp_path / "meeting", update=True)
        assert files(tmp_path / "elsewhere") == before


class TestUpdate:
    @pytest.fixture
    def meeting(self, source: Path, tmp_path: Path) -> Path:
        bring(source, tmp_path / "meeting")
        return tmp_path / "meeting"

    def test_the_same_source_changes_nothing(self, source: Path, meeting: Path) -> None:
        before = files(meeting)
        found = bring(source, meeting, update=True)
        assert found.files == {}
        assert found.of_content == ()
        assert files(meeting) == before

    def test_edits_stay_byte_for_byte(self, source: Path, meeting: Path) -> None:
        talk = meeting / "content" / "talks" / "example.md"
        talk.write_text(
            talk.read_text().replace("title:", "# by hand\ntitle:").replace("Water falls.", "Water falls, too.")
        )
        program = meeting / "content" / "program.yaml"
        program.write_bytes(program.read_bytes().replace(b"\n", b"\r\n"))
        before = files(meeting)
        bring(source, meeting, update=True)
        assert files(meeting) == before

    def test_what_changed_in_the_source_is_changed(self, source: Path, meeting: Path) -> None:
        program = meeting / "content" / "program.yaml"
        program.write_bytes(b"# mine\r\n" + program.read_bytes().replace(b"\n", b"\r\n"))
        changed(source, (0, "title", "Tides of the outer fjord"), (1, "duration", "00:45"))
        found = bring(source, meeting, update=True)
        assert set(codes(found)) == {CHANGED_UPSTREAM.name, KEPT_EDIT.name}
        assert "title: Tides of the outer fjord\n" in (meeting / "content/talks/example.md").read_text()
        data = program.read_bytes()
        assert data.startswith(b"# mine\r\n")
        assert b"{talk: other, minutes: 45}\r\n" in data
        assert data.count(b"\n") == data.count(b"\r\n")

    def test_both_changed_is_a_conflict_that_leaves_the_edit(self, source: Path, meeting: Path) -> None:
        talk = meeting / "content" / "talks" / "example.md"
        talk.write_text(talk.read_text().replace("Tides of the fjord", "Tides, by hand"))
        changed(source, (0, "title", "Tides of the outer fjord"), (0, "description", "All is new."))
        found = bring(source, meeting, update=True)
        assert CONFLICT.name in codes(found)
        assert "title: Tides, by hand\n" in talk.read_text()
        assert talk.read_text().endswith("All is new.\n")
        (conflict,) = [finding for finding in found.of_content if finding.code is CONFLICT]
        assert "Tides, by hand" in conflict.message
        assert "Tides of the outer fjord" in conflict.message
        assert conflict.place
        assert conflict.place.file == "content/talks/example.md"
        again = bring(source, meeting, update=True)
        assert CONFLICT.name not in codes(again)

    def test_new_and_withdrawn_talks(self, source: Path, meeting: Path) -> None:
        late = dict(EVENTS[1], guid="g-3", id=3, title="A late one", start="10:00", date="2027-05-04T10:00:00+02:00")
        late["persons"] = [{"id": 13, "public_name": "Cy Example"}]
        source.write_text(schedule_text([EVENTS[1], late]))
        found = bring(source, meeting, update=True)
        assert {NEW_UPSTREAM.name, WITHDRAWN.name} <= set(codes(found))
        assert sorted(path.name for path in (meeting / "content/talks").iterdir()) == ["example-2.md", "other.md"]
        program, findings = read_project(meeting)
        assert program
        assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
        assert [talk.id for talk in program.talks] == ["other", "example-2"]

    def test_a_talk_that_was_edited_stays_when_it_is_withdrawn(self, source: Path, meeting: Path) -> None:
        talk = meeting / "content" / "talks" / "example.md"
        talk.write_text(talk.read_text() + "\nMore, by hand.\n")
        source.write_text(schedule_text(EVENTS[1:]))
        found = bring(source, meeting, update=True)
        assert WITHDRAWN.name in codes(found)
        assert talk.is_file()

    def test_ids_stay_when_a_name_changes(self, source: Path, meeting: Path) -> None:
        changed(source, (0, "persons", [{"id": 11, "public_name": "Ada Newname"}]))
        bring(source, meeting, update=True)
        assert "name: Ada Newname" in (meeting / "content/talks/example.md").read_text()

    def test_a_talk_of_ones_own_stays(self, source: Path, meeting: Path) -> None:
        own = meeting / "content" / "talks" / "newname.md"
        own.write_text("---\ntitle: Mine\n---\n")
        late = dict(EVENTS[1], guid="g-3", id=3, start="10:00", date="2027-05-04T10:00:00+02:00")
        late["persons"] = [{"id": 13, "public_name": "Cy Newname"}]
        changed(source, more=[late])
        bring(source, meeting, update=True)
        assert own.read_text() == "---\ntitle: Mine\n---\n"
        assert (meeting / "content/talks/newname-2.md").is_file()

    def test_options_of_the_first_import_hold_on(self, source: Path, tmp_path: Path) -> None:
        bring(source, tmp_path / "other", zone="Europe/Berlin", title="Tide Days")
        before = files(tmp_path / "other")
        bring(source, tmp_path / "other", update=True)
        assert files(tmp_path / "other") == before

    def test_a_damaged_source_changes_nothing(self, source: Path, meeting: Path) -> None:
        before = files(meeting)
        source.write_text(source.read_text()[:-30])
        found = bring(source, meeting, update=True)
        assert not found.is_taken
        assert files(meeting) == before

    def test_content_that_no_import_made(self, source: Path, tmp_path: Path) -> None:
        (tmp_path / "own" / "content").mkdir(parents=True)
        with pytest.raises(WrongUseError, match="does not come from an import"):
            bring(source, tmp_path / "own", update=True)
        with pytest.raises(WrongUseError, match="without --update"):
            bring(source, tmp_path / "nothing", update=True)

    @pytest.mark.parametrize("memory", ["", "[]", "{}", '{"version": 2}', "[" * 100_000, '{"version": 1, "files": 3}'])
    def test_a_damaged_memory(self, source: Path, meeting: Path, memory: str) -> None:
        (meeting / "content/.import/last.json").write_text(memory)
        before = files(meeting)
        if memory.startswith('{"version": 1'):
            bring(source, meeting, update=True)
        else:
            with pytest.raises(WrongUseError, match="damaged"):
                bring(source, meeting, update=True)
            assert files(meeting) == before

    def test_a_memory_that_names_files_elsewhere(self, source: Path, meeting: Path) -> None:
        memory = meeting / "content/.import/last.json"
        value = json.loads(memory.read_text())
        victim = meeting.parent / "victim.md"
        victim.write_text("keep")
        value["files"] |= {"../victim.md": "keep", "content/../../victim.md": "keep"}
        value["talks"] |= {"g-1": "../../../victim", "g-2": "Other"}
        memory.write_text(json.dumps(value))
        bring(source, meeting, update=True)
        assert victim.read_text() == "keep"
        assert sorted(path.name for path in meeting.parent.iterdir()) == ["meeting", "schedule.json", "victim.md"]

    def test_a_file_that_is_not_utf8_is_not_merged_into(self, source: Path, meeting: Path) -> None:
        (meeting / "content/talks/other.md").write_bytes(b"---\ntitle: \xe9\n---\n")
        with pytest.raises(FileError, match="not UTF-8"):
            bring(source, meeting, update=True)


class TestCommand:
    def run(self, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if name != "FORCE_COLOR"}
        return subprocess.run(
            [sys.executable, "-m", "booklet", "import", *words],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

    def test_it_says_what_came_in(self, source: Path, tmp_path: Path) -> None:
        ended = self.run(tmp_path, "schedule.json", "meeting")
        assert ended.returncode == 0
        assert "meeting/content: 2 talks, 1 session, 2 people on 1 day, from " in ended.stderr
        assert ended.stderr.endswith("Next: booklet check meeting\n")
        assert ended.stdout == ""

    def test_wrong_words(self, source: Path, tmp_path: Path) -> None:
        for words, told in (
            (("--zone", "Nowhere"), "neither a city that is known nor a time zone"),
            (("--language", "Xyzzy"), "is not known"),
            (("--format", "frob"), "is no form that booklet imports"),
        ):
            ended = self.run(tmp_path, "schedule.json", "meeting", *words)
            assert ended.returncode == 2
            assert told in ended.stderr
        assert not (tmp_path / "meeting").exists()
