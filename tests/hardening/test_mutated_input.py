"""Good files with a few bytes changed: read or refused in words, in little time, and nothing is changed in silence."""

import re
import shutil
import time
from pathlib import Path

import pytest
import yaml
from answered import steering
from guarded import ROOT
from hypothesis import assume, example, given
from hypothesis import strategies as st
from mutated import CHANGES, FUZZED, Change, mutated

from booklet.binding.foreign.archival import strange_parts
from booklet.binding.foreign.picture_rules import COVER, FIGURE
from booklet.binding.foreign.read_picture import read_picture
from booklet.finding import Severity
from booklet.job import Job
from booklet.make import check
from booklet.reading.validate import plain
from booklet.reporting.formats import FORMATS
from booklet.reporting.report import Report
from booklet.yaml_file import read_yaml
from covers import COVERS

STRESS = ROOT / "tests" / "cases" / "stress"
# Far above what anything here takes, and far below for ever: a guard against hanging, no measurement.
_SECONDS = 10.0

_CONTENT = {
    path.relative_to(folder).as_posix(): path.read_bytes()
    for folder in (ROOT, STRESS)
    for path in sorted((folder / "content").rglob("*"))
    if path.suffix in {".yaml", ".md"}
}
_YAML = [data for name, data in _CONTENT.items() if name.endswith(".yaml")]


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workshop")
    shutil.copytree(ROOT / "content", folder / "content")
    return folder


_FILES = sorted(
    path.relative_to(ROOT).as_posix() for path in (ROOT / "content").rglob("*") if path.suffix in {".yaml", ".md"}
)


@FUZZED
@given(st.sampled_from(_FILES), CHANGES)
def test_content(workshop: Path, name: str, changes: list[Change]) -> None:
    """A mutated file in a project: all that `make` does but writing, and all forms of what is said about it."""
    good = (ROOT / name).read_bytes()
    (workshop / name).write_bytes(mutated(good, changes))
    begun = time.monotonic()
    try:
        findings = check(Job(workshop)).findings
        assert time.monotonic() - begun < _SECONDS
        assert "B002" not in {finding.code.name for finding in findings}  # what was read is in the file, in its order
        for finding in findings:
            if finding.place and finding.place.file == name:
                lines = re.split(rb"\r\n|\n|\r", (workshop / name).read_bytes())
                assert 1 <= finding.place.line <= len(lines)
                assert 1 <= finding.place.column <= finding.place.end_column
        for form in FORMATS.values():
            said = form(Report(findings, workshop, ok=False))
            assert steering(said) == set()
    finally:
        (workshop / name).write_bytes(good)


@FUZZED
@given(st.sampled_from(_YAML), CHANGES)
@example(b"a: b\n", [])
def test_yaml_says_the_same_as_another_reader_says(data: bytes, changes: list[Change]) -> None:
    """Where neither PyYAML's plainest loader nor ours finds fault, both give the same texts."""
    data = mutated(data, changes)
    begun = time.monotonic()
    node, findings = read_yaml(data, "f.yaml")
    assert time.monotonic() - begun < _SECONDS
    assume(all(finding.severity is not Severity.ERROR for finding in findings))
    try:
        theirs = yaml.load(data.decode("utf-8-sig"), yaml.BaseLoader)  # all scalars are text with it
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, TypeError):
        return
    assert without_nothing([theirs]) == without_nothing([plain(node)])


def without_nothing(value: object) -> object:
    """A tree without the values that were not given; ours leaves them out of mappings."""
    if isinstance(value, dict):
        return {key: without_nothing(inner) for key, inner in value.items() if not is_nothing(inner)}
    return (
        [None if is_nothing(inner) else without_nothing(inner) for inner in value] if isinstance(value, list) else value
    )


def is_nothing(value: object) -> bool:
    return value is None or (isinstance(value, str) and value.lower() in {"", "~", "null"})


@FUZZED
@given(st.sampled_from(sorted(COVERS)), CHANGES, st.sampled_from([COVER, FIGURE]))
def test_pictures(name: str, changes: list[Change], use: object) -> None:
    """A mutated PDF, PNG or JPEG: a picture that keeps PDF/A, or a sentence."""
    begun = time.monotonic()
    read = read_picture(mutated(COVERS[name], changes), name, use)
    assert time.monotonic() - begun < _SECONDS
    assert read.pictures or read.findings
    for picture in read.pictures:
        assert strange_parts(picture) == ()
    for finding in read.findings:
        assert steering(finding.message) == set()
        assert finding.message.startswith(f'{use.word} "{name}" ')
