"""Whatever is in the files, no form raises, and all that it says is of the shape that is promised."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.finding import Finding
from booklet.importing.importers import IMPORTERS
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.wish import Wish

FORMS = (
    "aclpub2",
    "acl-order",
    "mini-conf",
    "jekyll-data",
    "easychair",
    "conftool",
    "openreview",
    "hotcrp",
    "gca",
    "zenodo",
    "front-matter",
    "json-list",
)
FIELDS = [
    "id",
    "title",
    "authors",
    "name",
    "time",
    "times",
    "start",
    "end",
    "start_time",
    "end_time",
    "papers",
    "subsessions",
    "timeslots",
    "sessionIds",
    "startTime",
    "endTime",
    "date",
    "UID",
    "session",
    "speaker",
    "tracks",
    "speakers",
    "easychair_id",
    "notes",
    "content",
    "forum",
    "venue",
    "decision",
    "pid",
    "topics",
    "uuid",
    "text",
    "state",
    "sortId",
    "affiliations",
    "creators",
    "affiliation",
    "orcid",
    "members",
    "role",
    "tier",
    "logos",
    "file",
    "category",
    "abstract",
    "keywords",
    "conference",
    "groups",
]
TEXTS = (
    "",
    "1",
    "a",
    "2031-05-05 09:00",
    "2031-05-05",
    "09:00",
    "May 5, 2031 9:00 → 10:00",
    "Session 1 | Chair: A",
    "x" * 400,
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.sampled_from(TEXTS)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=6),
    max_leaves=25,
)
NAMES = [
    "conference_details.yml",
    "papers.yml",
    "program.yml",
    "invited_talks.yml",
    "organizing_committee.yml",
    "sponsors.yml",
    "prefaces.yml",
    "config.yml",
    "schedule.yml",
    "sessions.yml",
    "speakers.yml",
    "abstracts.yml",
    "data.json",
    "calendar.json",
]
TABLES = (
    "UID,title,authors,abstract,session,position_1\n",
    "UID,title,speaker,session\n",
    "#,title,authors,decision,deleted?\n",
    "submission #,first name,last name\n",
    "paperID,title,acceptance,authors_formatted_1_name,session_ID,session_start\n",
    "session_title,session_start,session_end,p1_title,p1_authors,p1_organisations,p1_start,p1_end\n",
)


def read_all(source: Source) -> None:
    for importer in IMPORTERS:
        if importer.name in FORMS:
            importer.is_it(source)
            findings: list[Finding] = []
            meeting = importer.read(source, Wish(), findings)
            keys = [session.key for session in meeting.sessions]
            assert len(keys) == len(set(keys))
            assert all("\n" not in finding.message for finding in findings)


@settings(deadline=None, max_examples=150)
@given(files=st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=4))
def test_values_of_any_shape(files: dict[str, Any]) -> None:
    read_all(
        Source("any", tuple(SourceFile(name, json.dumps(value).encode()) for name, value in sorted(files.items())))
    )


@settings(deadline=None, max_examples=100)
@given(matter=st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=6), body=st.text(max_size=40))
def test_front_matter_of_any_shape(matter: dict[str, Any], body: str) -> None:
    text = f"---\n{json.dumps({'title': 'A', **matter})}\n---\n{body}"
    read_all(Source("any", (SourceFile("a.md", text.encode("utf-8", "replace")),)))


CELLS = st.lists(st.sampled_from(TEXTS) | st.text(max_size=6), min_size=1, max_size=8)


@settings(deadline=None, max_examples=100)
@given(tables=st.lists(st.tuples(st.sampled_from(TABLES), st.lists(CELLS, max_size=4)), max_size=3))
def test_tables_with_any_cells(tables: list[tuple[str, list[list[str]]]]) -> None:
    files = []
    for number, (header, rows) in enumerate(tables):
        lines = (",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
        files.append(SourceFile(f"{number}.csv", (header + "\n".join(lines)).encode("utf-8", "replace")))
    read_all(Source("any", tuple(files)))


@pytest.mark.parametrize("name", ["a.json", "a.yml", "a.csv", "a.xml", "a.xlsx", "a.md", "papers.yml", "order"])
@settings(deadline=None, max_examples=20)
@given(data=st.binary(max_size=60))
def test_bytes_of_any_kind(name: str, data: bytes) -> None:
    read_all(Source("any", (SourceFile(name, data),)))


LINES = st.sampled_from(
    ("* Monday, June 23, 2031", "= Session", "+ 9:00--9:40 Tea", "12 9:00--9:20 # A", "! 9:00--9:10 B", "!", "*")
)


@settings(deadline=None, max_examples=100)
@given(lines=st.lists(LINES | st.text(max_size=8), max_size=12))
def test_orders_of_any_lines(lines: list[str]) -> None:
    read_all(Source("any", (SourceFile("order", "\n".join(lines).encode("utf-8", "replace")),)))
