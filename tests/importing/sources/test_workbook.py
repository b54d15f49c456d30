"""Excel workbooks into tables."""

import datetime as dt
import sys
import time
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet import limits
from booklet.errors import WrongUseError
from booklet.importing.sources.packed import package
from booklet.importing.sources.tables import tables
from importing.sources.made import read, said, zipped

openpyxl = pytest.importorskip("openpyxl")


NAIVE = dt.datetime.fromisoformat("2026-05-04T09:30")


def workbook(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name.startswith("hidden"):
            sheet.sheet_state = "hidden"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_values_as_texts() -> None:
    values: list[tuple[object, str]] = [
        ("Snow", "Snow"), (30, "30"), (30.0, "30"), (1.5, "1.5"), (True, "true"), (None, ""),
        (dt.date(2026, 5, 4), "2026-05-04"), (NAIVE, "2026-05-04 09:30"), (dt.time(9, 30), "09:30"),
        (dt.time(9, 20, 10), "09:20:10"), (dt.timedelta(hours=26, minutes=5), "26:05"), ("00:30", "00:30"),
        ("@Ada", "@Ada"), ("a\r\nb", "a\nb"),
    ]  # fmt: skip
    (table,), findings = read(tables, workbook(Talks=[["x"], [], [value for value, _ in values], [None, ""]]), "a.xlsx")
    assert findings == []
    assert table.name == "Talks"
    assert [row.place.line for row in table.rows] == [1, 3]
    assert table.rows[1].cells == tuple(text for _, text in values)


def test_sheets() -> None:
    found, findings = read(tables, workbook(One=[["a"]], hidden=[["b"]], none=[], Two=[["c"]]), "a.xlsx")
    assert [table.name for table in found] == ["One", "Two"]
    assert said(findings) == [("I002", 1, 'the hidden sheet "hidden" is left out')]


def test_a_formula_without_its_result() -> None:
    (table,), findings = read(tables, workbook(One=[["a"], [1, "=1+1"]]), "a.xlsx")
    assert table.rows[1].cells == ("1",)
    assert said(findings) == [("I002", 2, "a formula whose result the workbook does not hold is read as empty")]


def changed(name: str, old: str, new: str) -> bytes:
    parts = package(workbook(One=[["a", 5], ["b", "c"]]), "a.xlsx", [])
    assert parts is not None
    assert old in parts[name].decode()
    return zipped({**parts, name: parts[name].decode().replace(old, new)})


def test_a_formula_with_its_result() -> None:
    data = changed("xl/worksheets/sheet1.xml", "<v>5</v>", "<f>2+3</f><v>5</v>")
    (table,), findings = read(tables, data, "a.xlsx")
    assert (table.rows[0].cells, findings) == (("a", "5"), [])


def test_cells_far_away() -> None:
    data = changed("xl/worksheets/sheet1.xml", 'r="B2"', 'r="XFD2"')
    (table,), findings = read(tables, data, "a.xlsx")
    assert table.rows[1].cells == ("b", *[""] * (limits.SOURCE_COLUMNS - 1))
    assert [(code, line) for code, line, _ in said(findings)] == [("I002", 2)]


def test_a_row_far_away_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SOURCE_VALUES", 10_000)
    data = changed("xl/worksheets/sheet1.xml", 'r="2"', 'r="999999999999"')
    (table,), findings = read(tables, data, "a.xlsx")
    assert len(table.rows) == 1
    assert [code for code, _, _ in said(findings)] == ["I002"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is damaged, or no ZIP data"),
        (b"\xd0\xcf\x11\xe0" * 9, "the file has a password, or was written by an old version of Office"),
        (zipped({"a.csv": "x"}), "the workbook is damaged, or no Excel workbook"),
        (zipped({"xl/a.xml": "<!DOCTYPE a><a/>"}), '"xl/a.xml" has a DTD or entities, which are not taken'),
        (zipped({"a.xml": "<!ENTITY".encode("utf-16")}), '"a.xml" has a DTD or entities, which are not taken'),
        (zipped({"a.xml": '<?xml version="1.0" encoding="IBM037"?>'}), '"a.xml" is not written in UTF-8'),
        (zipped({"a.xml": "0" * 3_000_000}), '"a.xml" grows more than 200 times when it is unpacked'),
    ],
)
def test_what_is_refused(data: bytes, message: str) -> None:
    assert read(tables, data, "a.xlsx") == ((), read(tables, data, "a.xlsx")[1])
    assert said(read(tables, data, "a.xlsx")[1]) == [("I001", 1, message)]


def test_too_large_once_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SOURCE_BYTES", 2_000_000)
    data = zipped({f"{number}.bin": bytes(range(250)) * 3000 for number in range(3)})
    assert said(read(tables, data, "a.xlsx")[1]) == [("I001", 1, "unpacked the file has more than 2 MB")]


def test_without_openpyxl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.delitem(sys.modules, "booklet.importing.sources.plain_openpyxl", raising=False)
    with pytest.raises(WrongUseError, match=r'pip install "booklet\[import\]"'):
        read(tables, workbook(One=[["without"]]), "a.xlsx")


def test_cells_in_a_comment_cost_little() -> None:
    parts = package(workbook(One=[["a"]]), "a.xlsx", []) or {}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"<sheetData>", b"<!--" + b"<c " * 200_000 + b"--><sheetData>")
    begun = time.process_time()
    found, _ = read(tables, zipped(parts), "a.xlsx")
    assert [row.cells for table in found for row in table.rows] == [("a",)]
    assert time.process_time() - begun < 5


PARTS = package(workbook(One=[["a", 5], ["b", dt.date(2026, 5, 4)]]), "a.xlsx", []) or {}
NAMES = sorted(name for name in PARTS if name.startswith("xl/") and "theme" not in name)


@settings(max_examples=40)
@given(st.sampled_from(NAMES), st.integers(0, 600), st.text('<>/"=a1 vcr', min_size=1, max_size=4))
def test_no_bytes_raise(name: str, at: int, junk: str) -> None:
    part = PARTS[name].decode()
    read(tables, zipped({**PARTS, name: part[:at] + junk + part[at:]}), "a.xlsx")
