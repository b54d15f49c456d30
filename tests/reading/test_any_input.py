"""Whatever stands in the files, reading and checking return findings and never raise."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_project import write_project

from booklet.checking.check import check
from booklet.finding import Finding, Severity
from booklet.reading.booklet_record import BookletRecord
from booklet.reading.name_records import AffiliationsRecord, ParticipantsRecord, PeopleRecord
from booklet.reading.read_project import read_project
from booklet.reading.records import EventRecord, PageRecord, ProgramRecord, TalkRecord
from booklet.reading.schema import KINDS, schema
from booklet.reading.validate import validate
from booklet.yaml_file import read_yaml, read_yaml_text

KEYS = sorted({key for kind in KINDS for part in [schema(kind), *schema(kind).get("definitions", {}).values()]
               for key in part.get("properties", {})})  # fmt: skip
WORDS = st.sampled_from(
    ["", "x", "7:05", "2026-04-23", "18 + 2", "UTC", "Tokyo", "ada", "true", "\u202e", "$x$", "<b>", '"']
)
TEXTS = WORDS | st.text(max_size=8) | st.none()
TREES = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)
RECORDS = (
    EventRecord, ProgramRecord, TalkRecord, PageRecord, BookletRecord, PeopleRecord, AffiliationsRecord, ParticipantsRecord
)  # fmt: skip


def read_and_check(files: dict[str, str | bytes | None]) -> tuple[Finding, ...]:
    with tempfile.TemporaryDirectory() as folder:
        program, findings = read_project(write_project(Path(folder), files))
        return findings + (check(program) if program else ())


@given(st.binary(max_size=200))
def test_any_bytes_as_yaml(data: bytes) -> None:
    node, findings = read_yaml(data, "f.yaml")
    assert node is None or isinstance(findings, tuple)
    assert all(finding.message.isprintable() for finding in findings if '"' not in finding.message)


@given(st.text(alphabet="ab:- #\n\t[]{}\"'&*!|>%@`,?~\u00a0“", max_size=60))
def test_any_text_as_yaml(text: str) -> None:
    node, findings = read_yaml_text(text, "f.yaml")
    for finding in findings:
        assert finding.place is not None
        assert 1 <= finding.place.line <= text.count("\n") + 1
        assert 1 <= finding.place.column <= finding.place.end_column
    if node is None and not findings:
        lines = [line.split("#")[0].strip() for line in text.split("\n")]
        assert all(line in {"", "---", "...", "~"} or line.startswith(("%", "--- ", "...", "'", '"')) for line in lines)


@given(TREES)
@pytest.mark.parametrize("record", RECORDS)
def test_any_tree_as_a_record(record: type[Any], tree: object) -> None:
    node, findings = read_yaml(json.dumps(tree).encode(), "f.yaml")
    if all(finding.severity is not Severity.ERROR for finding in findings):
        value, _, found = validate(record, node, "f.yaml")
        assert value is not None or found


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TREES, st.sampled_from(["event.yaml", "program.yaml", "booklet.yaml", "people.yaml", "affiliations.yaml"]))
def test_any_tree_as_a_file(tree: object, name: str) -> None:
    for finding in read_and_check({name: json.dumps(tree)}):
        assert finding.place is not None
        assert "\n" not in finding.message + (finding.hint or "")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(KEYS), TREES, max_size=5), st.text(max_size=60))
def test_any_talk(front: dict[str, object], body: str) -> None:
    text = f"---\n{json.dumps(front | {'title': 'x'})}\n---\n{body}"
    findings = read_and_check({"talks/ada.md": text.encode("utf-8", "replace")})
    assert all("\n" not in finding.message for finding in findings)
