"""Good sources of every form with a few bytes changed: imported or refused in words, in little time, and what is imported
reads without an error; and the same for what an update begins with."""

import shutil
import tempfile
import time
from pathlib import Path

import pytest
from answered import steering
from hypothesis import example, given
from hypothesis import strategies as st
from import_samples import PACKED, SAMPLES, Files, frab_json, zipped
from import_samples import event as kite
from mutated import CHANGES, FUZZED, Change, mutated

from booklet.errors import BookletError
from booklet.finding import Finding, Severity
from booklet.import_content import Imported, imported, write_content
from booklet.importing.sources.source import SourceFile
from booklet.importing.sources.source_text import source_text
from booklet.job import ImportJob
from booklet.reading.read_project import read_project
from booklet.reporting.as_text import as_text
from booklet.reporting.report import Report

# Of the processor: far above what anything here takes, and far below for ever; a guard against hanging, no measurement.
_SECONDS = 10.0

_ALL = {**SAMPLES, **{name: {file: zipped(dict(parts))} for name, (file, parts) in PACKED.items()}}


def placed(folder: Path, files: Files) -> Path:
    """The files of a source in a folder of its own."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def brought(source: Path, folder: Path, *, form: str = "", update: bool = False) -> Imported | None:
    """An import whose words are fit to be shown; None when it was refused in a sentence."""
    begun = time.process_time()
    job = ImportJob(source, folder, form, update=update)
    refused: BookletError | None = None
    try:
        found = imported(job)
        if found.is_taken:
            write_content(job, found)
    except BookletError as trouble:
        refused = trouble
    if refused:
        assert refused.exit_code in {2, 3}, refused
        assert "\n" not in str(refused)
        return None
    findings = [*found.of_source, *found.of_content]
    assert time.process_time() - begun < _SECONDS
    assert steering(as_text(Report(tuple(findings), source))) == set()
    for finding in findings:
        assert "\n" not in finding.message
        assert finding.place is None or finding.place.line >= 1
    return found


def errors(folder: Path) -> list[Finding]:
    """What keeps the content of a project from becoming a booklet."""
    return [finding for finding in read_project(folder)[1] if finding.severity is Severity.ERROR]


def _as_content(files: Files) -> Files:
    """Files of a content folder as text, in the folder of a project."""
    return {f"content/{name}": source_text(SourceFile(name, data), []).encode() for name, data in files.items()}


def read_alone(files: Files, form: str = "") -> None:
    """Import files into a new project, which then has no errors; content of a booklet keeps those that it had."""
    with tempfile.TemporaryDirectory() as name:
        source = placed(Path(name) / "source", files)
        found = brought(source, Path(name) / "project", form=form)
        if found and found.is_taken:
            own = placed(Path(name) / "own", _as_content(files)) if found.meeting.files else None
            had = [finding.message for finding in errors(own)] if own else []
            assert [finding.message for finding in errors(Path(name) / "project")] == had
        else:
            assert not (Path(name) / "project" / "content").exists()


@pytest.mark.parametrize("name", sorted(_ALL))
def test_good_sources_are_taken(tmp_path: Path, name: str) -> None:
    found = brought(placed(tmp_path / "source", _ALL[name]), tmp_path / "project")
    assert found
    assert found.is_taken
    assert not found.is_broken
    assert errors(tmp_path / "project") == []


@FUZZED
@given(st.sampled_from(sorted(SAMPLES)), st.integers(0, 9), CHANGES, st.booleans())
def test_changed_bytes(name: str, which: int, changes: list[Change], known: bool) -> None:
    """One file of a source is damaged; the form is told, or is to be found out."""
    files = dict(SAMPLES[name])
    changed = sorted(files)[which % len(files)]
    files[changed] = mutated(files[changed], changes)
    read_alone(files, name if known else "")


@FUZZED
@given(st.sampled_from(sorted(PACKED)), st.integers(0, 9), CHANGES, st.booleans())
def test_changed_documents(name: str, which: int, changes: list[Change], inside: bool) -> None:
    """A part of a Word document or workbook is damaged, or the file as a whole."""
    file, parts = PACKED[name]
    everything: dict[str, str | bytes] = dict(parts)
    if inside:
        part = sorted(parts)[which % len(parts)]
        everything[part] = mutated(parts[part].encode(), changes)
        read_alone({file: zipped(everything)})
    else:
        read_alone({file: mutated(zipped(everything), changes)})


@FUZZED
@given(st.sampled_from(sorted(SAMPLES)), st.sampled_from(sorted(SAMPLES)))
def test_sources_of_another_form(name: str, form: str) -> None:
    """What one system wrote is read as if another had written it."""
    read_alone(SAMPLES[name], form)


@pytest.fixture(scope="module")
def meeting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A source, a project that was imported from it, and a later version of the source."""
    folder = tmp_path_factory.mktemp("meeting")
    placed(folder / "old", SAMPLES["frab-json"])
    later = [
        kite(1, title="Kites, later"),
        kite(2, "10:30"),
        kite(4, "11:00", persons=[{"id": 9, "public_name": "New One"}]),
    ]
    placed(folder / "new", {"schedule.json": frab_json(later)})
    assert brought(folder / "old", folder / "project")
    return folder


_IMPORTED = (".import/last.json", "program.yaml", "event.yaml", "talks/1.md", "talks/2.md")


@FUZZED
@given(st.lists(st.tuples(st.sampled_from(_IMPORTED), CHANGES), min_size=1, max_size=3))
@example([(".import/last.json", [])])
def test_changed_content_and_memory(meeting: Path, changes: list[tuple[str, list[Change]]]) -> None:
    """What was imported is damaged by hand, and its memory too; the update merges or refuses, and adds no
    error to what a good memory belongs to."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(shutil.copytree(meeting / "project", Path(name) / "project"))
        for file, change in changes:
            path = folder / "content" / (file if "/" not in file or file[0] == "." else _talk(folder, file))
            path.write_bytes(mutated(path.read_bytes(), change))
        before = errors(folder)
        brought(meeting / "new", folder, update=True)
        remembers = not any(file.endswith(".json") for file, _ in changes)
        assert before or not remembers or errors(folder) == []


def _talk(folder: Path, file: str) -> str:
    """A talk by its number in the order of names."""
    number = int(Path(file).stem) - 1
    return f"talks/{sorted(path.name for path in (folder / 'content' / 'talks').iterdir())[number]}"
