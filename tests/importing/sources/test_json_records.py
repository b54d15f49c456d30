"""JSON into values with places."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet import limits
from booklet.importing.sources.json_records import json_value
from booklet.importing.sources.record import Record, Value
from booklet.place import Place
from importing.sources.made import read, said


def plain(value: Value) -> object:
    if isinstance(value, Record):
        return {name: plain(each) for name, each in value.values.items()}
    return [plain(each) for each in value] if isinstance(value, tuple) else value


def test_values_and_their_places() -> None:
    value, findings = read(
        json_value, '{"title": "Snow",\n "n": [1, 2.5, true, null],\n "who": {"name": "Ada"}}', "a.json"
    )
    assert findings == []
    assert isinstance(value, Record)
    assert value.values["n"] == (1, 2.5, True, None)
    assert value.place == Place("a.json", 1, 1, 2)
    assert value.of("title") == Place("a.json", 1, 11, 17)
    assert value.of("n") == Place("a.json", 2, 7, 27)
    assert value.record("who").of("name") == Place("a.json", 3, 18, 23)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "the file is empty"),
        ("  \n", 2, "the file is empty"),
        ('{"a": 1,\n "b" 2}', 2, 'JSON has a colon here, not "2}"'),
        ('{"a": 1\n "b": 2}', 2, 'JSON has a comma or } here, not ""b": 2}"'),
        ("[1,\n2", 2, "JSON has a comma or ] here, where the file ends"),
        ("[1, 2,]", 1, 'JSON has a value here, not "]"'),
        ('{"a": 1,}', 1, 'JSON has a name in quotes here, not "}"'),
        ("{a: 1}", 1, 'JSON has a name in quotes here, not "a: 1}"'),
        ('["ab\n', 1, 'the text that begins here has no closing "'),
        ('["\\q"]', 1, "this is not an escape that JSON knows"),
        ("[1] 2", 1, 'JSON has the end of the file here, not "2"'),
        ("True", 1, 'JSON has a value here, not "True"'),
        ("[" * 100_000, 1, "values are nested more than 100 deep"),
    ],
)
def test_what_is_no_json(text: str, line: int, message: str) -> None:
    value, findings = read(json_value, text, "a.json")
    assert value is None
    assert said(findings) == [("I001", line, message)]


def test_the_last_of_two_names_counts() -> None:
    value, findings = read(json_value, '{"a": 1,\n"a": 2}', "a.json")
    assert plain(value) == {"a": 2}
    assert said(findings) == [("I002", 2, '"a" is given twice; only the last is read')]
    assert findings[0].also == (Place("a.json", 1, 7, 8),)


def test_numbers_that_are_none() -> None:
    value, findings = read(json_value, f"[NaN, -Infinity, {'9' * 10_000}, 1e999, 12]", "a.json")
    assert value == (None, None, "9" * 10_000, "1e999", 12)
    assert [f.code.name for f in findings] == ["I004", "I004"]


def test_halves_of_letters_are_left_out() -> None:
    assert read(json_value, r'["a\ud800b\u0000c\ud83d\ude00"]', "a.json")[0] == ("abc😀",)


def test_too_many_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SOURCE_VALUES", 10)
    assert said(read(json_value, "[" + "0," * 20 + "0]", "a.json")[1]) == [
        ("I001", 1, "the file has more than 10 values")
    ]


LETTERS = st.text('ab"\\/{}[]:, \n\té\u2028☃😀')
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | LETTERS,
    lambda inner: st.lists(inner) | st.dictionaries(LETTERS, inner),
    max_leaves=20,
)


@given(VALUES, st.sampled_from([None, 1]), st.booleans())
def test_as_the_json_of_python(value: object, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert plain(read(json_value, text, "a.json")[0]) == value


@given(st.binary() | st.text('{}[]",:\\u0dnal1-e. \n').map(str.encode))
def test_no_bytes_raise(data: bytes) -> None:
    value, findings = read(json_value, data, "a.json")
    assert value is not None or findings or data.strip().removeprefix(b"\xef\xbb\xbf").strip() in {b"null", b"NaN"}
