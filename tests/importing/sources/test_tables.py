"""Comma-separated values into rows."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet import limits
from booklet.importing.sources.tables import records, tables
from importing.sources.made import hostile, read, said


def rows(data: str | bytes, name: str = "a.csv") -> list[tuple[str, ...]]:
    (table,), _ = read(tables, data, name)
    return [row.cells for row in table.rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_what_stands_between_cells_is_seen(delimiter: str) -> None:
    text = f"id{delimiter}title{delimiter}speaker\n1{delimiter}Snow{delimiter}Ada\n"
    assert rows(text) == [("id", "title", "speaker"), ("1", "Snow", "Ada")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "id;title\n1;Snow, ice, and rain\n2;Wind, waves\n",
            [("id", "title"), ("1", "Snow, ice, and rain"), ("2", "Wind, waves")],
        ),
        ("sep=;\nid;title, long\n", [("id", "title, long")]),
        ('a,"b, c","d ""e"""\n', [("a", "b, c", 'd "e"')]),
        ('a,"He said "no" then",b\n', [("a", 'He said "no" then', "b")]),
        ("title\nSnow\nIce\n", [("title",), ("Snow",), ("Ice",)]),
        ("My meeting\n\nid;title\n1;Snow\n2;Ice", [("My meeting",), ("id", "title"), ("1", "Snow"), ("2", "Ice")]),
        ("a,b,\n,,\n1,2,\n", [("a", "b", ""), ("1", "2", "")]),
        ('a,"",b', [("a", "", "b")]),
        ("id,title\n1,=1+1\n2,@Ada\n", [("id", "title"), ("1", "=1+1"), ("2", "@Ada")]),
    ],
)
def test_cells(text: str, expected: list[tuple[str, ...]]) -> None:
    assert rows(text) == expected


def test_a_row_knows_the_line_where_it_begins() -> None:
    (table,), findings = read(tables, 'id,text\r\n1,"one\r\ntwo"\r\n\r\n2,three\r\n', "folder/talks.csv")
    assert table.name == "talks"
    assert [(row.cells, row.place.line) for row in table.rows] == [
        (("id", "text"), 1),
        (("1", "one\ntwo"), 2),
        (("2", "three"), 5),
    ]
    assert findings == []


def test_ragged_rows() -> None:
    (table,), findings = read(tables, "id,title,who\n1,Snow,Ada\n2,Ice\n3,Rain,Bo,more,\n", "a.csv")
    assert [record.text("who") for record in records(table)] == ["Ada", "", "Bo"]
    assert said(findings) == [("I002", 4, "the row has cells beyond the last of the 3 columns, which are left out")]


def test_a_quote_that_is_never_closed_costs_one_row() -> None:
    (table,), findings = read(tables, hostile("ragged.csv"), "ragged.csv")
    assert [row.cells[0] for row in table.rows] == ["id", "1", "2", "3"]
    assert [(code, line) for code, line, _ in said(findings)] == [("I002", 2), ("I002", 4)]
    assert "never closed" in findings[0].message


def test_a_quote_that_swallows_rows_is_noticed() -> None:
    (table,), findings = read(tables, 'id,title\n1,"Snow\n2,"Ice"\n3,Rain\n', "a.csv")
    assert [row.cells for row in table.rows] == [("id", "title"), ("1", '"Snow'), ("2", "Ice"), ("3", "Rain")]
    assert [(code, line) for code, line, _ in said(findings)] == [("I002", 2)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("semicolon-cp1252.csv", [("id", "title", "speaker"), ("1", "Größe", "Müller")]),
        (
            "formula.csv",
            [("id", "title", "speaker", "start"), ("1", "=1+1", "@Ada", "09:00"), ("2", "+1", "-Bob", "10:00")],
        ),
    ],
)
def test_hostile_files(name: str, expected: list[tuple[str, ...]]) -> None:
    assert rows(hostile(name), name) == expected


def test_headers_that_are_there_again() -> None:
    (table,), _ = read(tables, "Form,,,\nName, Co  author ,Co author,\nAda,Bo,Cy,Di\nEd\n", "a.csv")
    assert [dict(record.values) for record in records(table, 1)] == [
        {"Name": "Ada", "Co author": "Bo", "Co author (2)": "Cy"},
        {"Name": "Ed", "Co author": "", "Co author (2)": ""},
    ]
    assert records(table, 1)[1].place.line == 4
    assert records(table, 9) == ()


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SOURCE_ROWS", 3)
    monkeypatch.setattr(limits, "SOURCE_COLUMNS", 4)
    monkeypatch.setattr(limits, "SOURCE_TEXT", 5)
    (table,), findings = read(tables, "a,b\n1,2345678\n" + "x," * 9 + "\n3,4\n5,6\n", "a.csv")
    assert [row.cells for row in table.rows] == [("a", "b"), ("1", "23456"), ("x",) * 4]
    assert [line for _, line, message in said(findings) if "is left out" in message] == [2, 3, 4]


def test_odd_quotes_take_no_time() -> None:
    assert len(rows('id,"a\n' + '"a,"b,"c\n' * 20_000)) == 20_001


@given(st.binary() | st.text('a",;\t| \n').map(str.encode))
def test_no_bytes_raise(data: bytes) -> None:
    read(tables, data, "a.csv")


CELLS = st.lists(st.lists(st.text('ab",\n é'), min_size=2, max_size=4), min_size=1, max_size=5)


@given(CELLS)
def test_what_python_writes_is_read(written: list[list[str]]) -> None:
    stream = StringIO()
    csv.writer(stream).writerows([["h1", "h2", "h3", "h4"], *written])
    found, _ = read(tables, "sep=,\n" + stream.getvalue(), "a.csv")
    assert [row.cells for row in found[0].rows[1:]] == [tuple(row) for row in written if any(map(str.strip, row))]
