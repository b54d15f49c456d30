"""Every field that holds characters without a glyph is one finding that names them, their scripts and the talk."""

from pathlib import Path

import pytest

from booklet.codes import NO_GLYPH
from booklet.composing.coverage import lacks, missing_characters
from booklet.finding import Finding
from booklet.lettering.letters import Letters
from booklet.model.program import Program
from booklet.new_project import new_project
from booklet.plain_dataclasses import replace
from booklet.reading.read_project import read_project
from booklet.styling.fonts import FontFile
from font_bytes import collection, family_font
from sheet import letters, style


def program(folder: Path, front: str, abstract: str = "Text.") -> Program:
    """The starter project with one talk more."""
    new_project(folder)
    talk = folder / "content" / "talks" / "one.md"
    talk.write_text(f"---\ntitle: One\n{front}\n---\n{abstract}\n", encoding="utf-8")
    read, _ = read_project(folder)
    assert read
    return read


def found(folder: Path, front: str, abstract: str = "Text.") -> list[Finding]:
    findings = missing_characters(lacks(program(folder, front, abstract), letters()))
    assert all(finding.code is NO_GLYPH and finding.place for finding in findings)
    return list(findings)


def test_one_finding_a_field(tmp_path: Path) -> None:
    findings = found(tmp_path, "authors: [{name: 山田}]\nkeywords: [会議]", "あ\n\nい\n\n- う")
    places = [(finding.place.line, finding.talk) for finding in findings if finding.place]
    assert places == [(3, "one"), (6, "one"), (4, "one")]
    assert findings[1].message == (
        'no font has "あいう", U+3042, U+3044, U+3046 (Hiragana); a question mark is printed instead'
    )
    assert all("booklet fonts --add" in str(finding.hint) for finding in findings)


def test_at_most_five_are_named(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "keywords: []", "会議の手引き 🧬")
    assert finding.message == (
        'no font has "会議の手引", U+4F1A, U+8B70 (Han), U+306E (Hiragana), U+624B, U+5F15 (Han) and 2 more; '
        "a question mark is printed instead"
    )


def test_a_script_that_many_fields_have_is_said_once(tmp_path: Path) -> None:
    names = ", ".join(f'"{chr(0x4E00 + at)}あ"' for at in range(30))
    findings = found(tmp_path, f"keywords: [{names}]", "🧬")
    assert [finding.message.partition(",")[0] for finding in findings] == [
        "no font has 30 letters of the script Han",
        "no font has 1 letter of the script Hiragana",
        'no font has "🧬"',
    ]
    assert [len(finding.also) for finding in findings] == [29, 29, 0]


@pytest.mark.parametrize(
    "text", ["Žiga, Ελένη, Дмитрий, שלום, مرحبا, नमस्ते", "a\u00a0b c\u202fd", "❤\ufe0f נ\u200eא", ""]
)
def test_what_the_shipped_fonts_have(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, "keywords: []", f"Text {text}.") == []


@pytest.mark.parametrize(("language", "missing"), [("ja", "议"), ("zh", ""), (None, "议")])
def test_the_language_of_the_talk_decides_which_face_is_asked(
    tmp_path: Path, language: str | None, missing: str
) -> None:
    data = collection(family_font("会", "C JP"), family_font("会议", "C SC"))
    faces = tuple(FontFile("C.ttc", data, index) for index in (0, 1))
    mixed = Letters(replace(style(), fallback=faces), language or "en")
    line = f"language: {language}" if language else "keywords: []"
    assert "".join(lack.characters for lack in lacks(program(tmp_path, line, "会议"), mixed)) == missing


def in_language(folder: Path, language: str) -> list[Finding]:
    new_project(folder)
    event = folder / "content" / "event.yaml"
    lines = [line for line in event.read_text("utf-8").splitlines() if not line.startswith("language:")]
    event.write_text("\n".join([f"language: {language}", *lines]), encoding="utf-8")
    read, _ = read_project(folder)
    assert read
    return list(missing_characters(lacks(read, letters(language))))


def test_the_words_of_the_booklet_itself(tmp_path: Path) -> None:
    (finding,) = in_language(tmp_path, "ja")
    assert finding.place
    assert (finding.place.file, finding.place.line) == ("content/event.yaml", 1)
    assert finding.message.startswith('no font has "プログラム", ')
    assert ", for the words that booklet itself prints; a question mark is printed instead" in finding.message


@pytest.mark.parametrize("language", ["en-US", "en-GB", "de", "fr", "es", "pt", "it", "ar", "zz"])
def test_the_shipped_fonts_have_the_words_of_the_other_languages(tmp_path: Path, language: str) -> None:
    assert in_language(tmp_path, language) == []
