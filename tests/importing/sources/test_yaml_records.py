"""YAML of other systems into records."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet import limits
from booklet.importing.sources.record import Record
from booklet.importing.sources.yaml_records import front_matter, yaml_value
from booklet.place import Place
from importing.sources.made import read, said
from importing.sources.test_json_records import plain


def test_all_values_are_text() -> None:
    text = "time: 12:30\nok: no\nid: 007\nwhen: 2026-05-04\nnothing: ~\nempty:\nquoted: 'null'\nlist: [1, null]\n"
    value, findings = read(yaml_value, text, "a.yml")
    assert findings == []
    assert plain(value) == {
        "time": "12:30", "ok": "no", "id": "007", "when": "2026-05-04", "nothing": None, "empty": None, "quoted": "null",
        "list": ["1", None],
    }  # fmt: skip
    assert isinstance(value, Record)
    assert value.of("ok") == Place("a.yml", 2, 5, 7)


def test_aliases_are_what_they_stand_for() -> None:
    text = "author: &who\n  name: Ada\nauthors:\n- *who\n- <<: *who\n  role: chair\n"
    assert plain(read(yaml_value, text, "a.yml")[0]) == {
        "author": {"name": "Ada"},
        "authors": [{"name": "Ada"}, {"name": "Ada", "role": "chair"}],
    }


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: &a\n  b: *a\n", 2, 'the alias "*a" stands inside of what it stands for'),
        ("a: *b\n", 1, 'the alias "*b" stands for nothing above it'),
        ("a: !!python/object/apply:os.getcwd []\n", 1, 'the tag "python/object/apply:os.getcwd" asks for a program'),
        ("a: 1\nb: 'open\n", 2, None),
        ("a: 1\n b: 2\n", 2, None),
        ("[" * 50_000, 1, "values are nested more than 100 deep"),
    ],
)
def test_what_is_refused(text: str, line: int, message: str | None) -> None:
    value, findings = read(yaml_value, text, "a.yml")
    assert value is None
    assert [(f.code.name, f.place and f.place.line) for f in findings] == [("I001", line)]
    assert message in {None, findings[0].message}


def test_a_billion_laughs_are_refused() -> None:
    lines = ["l0: &l0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 10)]
    value, findings = read(yaml_value, "\n".join(lines), "a.yml")
    assert value is None
    assert findings[0].message == f"the file has more than {limits.SOURCE_VALUES} values"


def test_the_last_of_two_keys_counts() -> None:
    value, findings = read(yaml_value, "a: 1\nb: 2\na: 3\n", "a.yml")
    assert plain(value) == {"a": "3", "b": "2"}
    assert said(findings) == [("I002", 3, '"a" is given twice; only the last is read')]


def test_only_the_first_document() -> None:
    value, findings = read(yaml_value, "---\na: 1\n---\nb: 2\n", "a.yml")
    assert plain(value) == {"a": "1"}
    assert said(findings) == [("I002", 3, "a second document begins here; only the first is read")]


@pytest.mark.parametrize(
    "data", [b"---\ntitle: Snow\n---\nBody\n", b"\xef\xbb\xbf---\r\ntitle: Snow\r\n--- \r\nBody\r\n"]
)
def test_front_matter(data: bytes) -> None:
    head, findings = read(front_matter, data, "a.md")
    assert head is not None
    assert (head.record.text("title"), head.body, head.body_line, findings) == ("Snow", "Body\n", 4, [])
    assert head.record.of("title").line == 2


@pytest.mark.parametrize("data", ["", "Body", "\n---\na: 1\n---\n", "---\n\nA rule above.\n", "----\na: 1\n---\n"])
def test_no_front_matter(data: str) -> None:
    assert read(front_matter, data, "a.md") == (None, [])


def test_front_matter_without_end() -> None:
    head, findings = read(front_matter, "---\ntitle: Snow\n\nBody\n", "a.md")
    assert (head, said(findings)) == (None, [("I001", 1, "the head that begins here has no end")])


def test_broken_front_matter_keeps_the_body() -> None:
    head, findings = read(front_matter, "---\ntitle: 'Snow\n---\nBody", "a.md")
    assert head is not None
    assert (dict(head.record.values), head.body) == ({}, "Body")
    assert [(f.code.name, f.place and f.place.line) for f in findings] == [("I001", 2)]


@given(st.binary() | st.text("ab:-&*!|>'\"[]{},#?%\n\t <~\u2028\x85\x0b").map(str.encode))
def test_no_bytes_raise(data: bytes) -> None:
    read(yaml_value, data, "a.yml")
    read(front_matter, b"---\n" + data + b"\n---\n", "a.md")
