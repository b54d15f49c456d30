"""content/import.yaml: what it says is read back, and what cannot be meant is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.finding import Finding
from booklet.importing.column_mapping import ROLES, Column, ColumnMapping, header_text, numbered
from booklet.importing.mapping_file import mapping_text, read_mapping

FILE = "content/import.yaml"
HEADERS = st.text(max_size=80).map(header_text)
MAPPINGS = st.lists(st.tuples(HEADERS, st.sampled_from(sorted(ROLES))), max_size=12).map(
    lambda pairs: ColumnMapping(
        tuple(
            Column(header, role, number)
            for (header, number), (_, role) in zip(numbered(header for header, _ in pairs), pairs, strict=True)
        )
    )
)


def test_the_file() -> None:
    mapping = ColumnMapping(
        (
            Column("Abstract title", "title"),
            Column("Co-authors", "authors"),
            Column("Co-authors", "authors", 2),
            Column("", "room"),
            Column("Horodateur: [1]", "timestamp"),
        )
    )
    text = mapping_text(mapping)
    assert text.endswith(
        """
columns:
  - {column: Abstract title, role: title}
  - {column: Co-authors, number: 1, role: authors}
  - {column: Co-authors, number: 2, role: authors}
  - {column: "", number: 1, role: room}
  - {column: "Horodateur: [1]", role: timestamp}
"""
    )
    assert text.startswith("# Which columns of the table become what. Used by `booklet import --update`")
    assert max(map(len, text.splitlines())) <= 120


@given(MAPPINGS)
def test_what_is_written_is_read_back(mapping: ColumnMapping) -> None:
    findings: list[Finding] = []
    assert read_mapping(mapping_text(mapping), FILE, findings) == mapping if mapping.columns else True
    assert not mapping.columns or findings == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no list of columns"),
        ("columns: title", "no list of columns"),
        ("columns: [{column: A, role: titel}]", '"titel" is no role'),
        ("columns: [{column: A}]", "needs its header and a role"),
        ("columns: [A]", "needs its header and a role"),
        ("columns: [{column: A, role: title, number: one}]", '"one" is no number'),
        ("columns: [{column: A, role: title}, {column: A, role: room}]", "is there twice"),
        ("columns: [", "YAML"),
    ],
)
def test_what_cannot_be_meant(text: str, words: str) -> None:
    findings: list[Finding] = []
    assert read_mapping(text, FILE, findings) is None
    assert any(words in finding.message or words in finding.code.title for finding in findings)


def test_the_nearest_role_is_named() -> None:
    findings: list[Finding] = []
    read_mapping("columns: [{column: A, role: author}]", FILE, findings)
    assert [finding.hint for finding in findings] == ["write authors"]


@given(st.text(max_size=200))
def test_nothing_raises(text: str) -> None:
    read_mapping(text, FILE, [])
