"""Bytes into text, whatever they were written with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet import limits
from booklet.importing.sources.source_text import source_text
from importing.sources.made import read, said


@pytest.mark.parametrize(
    "data",
    [
        "Schnee über\nTromsø".encode(),
        b"\xef\xbb\xbf" + "Schnee über\nTromsø".encode(),
        "Schnee über\r\nTromsø".encode(),
        "Schnee über\rTromsø".encode(),
        "Schnee über\nTromsø".encode("utf-16"),
        b"\xfe\xff" + "Schnee über\nTromsø".encode("utf-16-be"),
    ],
)
def test_unicode_is_read_in_silence(data: bytes) -> None:
    assert read(source_text, data, "a.txt") == ("Schnee über\nTromsø", [])


def test_windows_is_a_guess() -> None:
    text, findings = read(source_text, "Größe – Müller".encode("cp1252"), "a.csv")
    assert text == "Größe – Müller"
    assert said(findings) == [("I004", 1, "the file is not UTF-8; it is read as Windows-1252")]


def test_a_strange_byte_spoils_nothing_else() -> None:
    text, findings = read(source_text, "Größe\nTromsø\n".encode() + b"M\xfcller", "a.csv")
    assert text == "Größe\nTromsø\nMüller"
    assert said(findings) == [("I004", 3, "single bytes are not UTF-8; they are read as Windows-1252")]


def test_utf16_without_mark() -> None:
    text, findings = read(source_text, "id,title\n1,Snow".encode("utf-16-le"), "a.csv")
    assert text == "id,title\n1,Snow"
    assert [f.code.name for f in findings] == ["I004"]


def test_controls_are_blanks() -> None:
    text, findings = read(source_text, "ab\nc\x07d", "a.txt")
    assert text == "ab\nc d"
    assert [(f.code.name, f.place and (f.place.line, f.place.column)) for f in findings] == [("I003", (2, 2))]


@pytest.mark.parametrize("data", [bytes(range(32)) * 40, b"\x7fELF" + bytes(range(1, 9)) * 100])
def test_no_text(data: bytes) -> None:
    assert said(read(source_text, data, "a.txt")[1]) == [("I001", 1, "the file is not text")]


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SOURCE_FILE_BYTES", 1_000_000)
    text, findings = read(source_text, "x" * 1_000_001, "a.txt")
    assert (text, said(findings)) == ("", [("I001", 1, "the file has more than 1 MB")])


@given(st.binary())
def test_no_bytes_raise(data: bytes) -> None:
    text, _ = read(source_text, data, "a.txt")
    text.encode()
    assert "\r" not in text


@given(st.text("ab \n\téÿß☃\u00a0\u2028\u200d😀"))
def test_text_comes_back(text: str) -> None:
    assert read(source_text, text, "a.txt") == (text, [])
