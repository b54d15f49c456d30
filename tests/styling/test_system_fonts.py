"""Fonts of a computer are found in its usual folders, and the fittest for the characters lacking come first."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from booklet.styling.script_names import described, script_name
from booklet.styling.system_fonts import FoundFont, bold_of, font_folders, system_fonts
from font_bytes import collection, family_font, small_font, variable_font, weighted_font

Put = Callable[..., Path]
HAN = frozenset("会議")


@pytest.mark.parametrize(
    ("platform", "environment", "folders"),
    [
        ("linux", {"HOME": "/h"}, ["/h/.local/share/fonts", "/usr/local/share/fonts", "/usr/share/fonts", "/h/.fonts"]),
        ("linux", {}, ["/usr/local/share/fonts", "/usr/share/fonts"]),
        ("linux", {"XDG_DATA_HOME": "/d", "XDG_DATA_DIRS": "/a:/b:/a:"}, ["/d/fonts", "/a/fonts", "/b/fonts"]),
        ("freebsd14", {"XDG_DATA_DIRS": "/usr/local/share"}, ["/usr/local/share/fonts"]),
        ("darwin", {"HOME": "/Users/x"}, ["/System/Library/Fonts", "/Library/Fonts", "/Users/x/Library/Fonts"]),
        ("win32", {"WINDIR": "D:/W", "LOCALAPPDATA": "D:/L"}, ["D:/W/Fonts", "D:/L/Microsoft/Windows/Fonts"]),
    ],
)  # fmt: skip
def test_usual_folders(platform: str, environment: dict[str, str], folders: list[str]) -> None:
    assert [folder.as_posix() for folder in font_folders(platform, environment)] == folders


def test_windows_without_its_variable() -> None:
    assert [str(folder) for folder in font_folders("win32", {})] == [str(Path(r"C:\Windows/Fonts"))]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Write a font with more characters as a file of the computer; the folder of fonts."""

    def one(name: str, more: str = "", family: str = "F", weight: int = 400, **facts: bool) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(family_font(more, family, weight, **facts))
        return tmp_path

    return one


def names(folder: Path, wanted: frozenset[str] = HAN, language: str = "en") -> list[str]:
    return [font.path.name for font in system_fonts([folder], wanted, language)]


def test_only_fonts_that_have_some_of_the_characters(put: Put) -> None:
    put("Latin.ttf")
    put("deep/er/Half.ttf", "会")
    found = system_fonts([put("Both.otf", "会議", is_cff=True)], HAN, "en")
    assert {font.path.name: font.has for font in found} == {"Both.otf": HAN, "Half.ttf": frozenset("会")}
    assert all(font.size == font.path.stat().st_size for font in found)
    assert found[0].facts.license == "A free license."


def test_the_fittest_first(put: Put) -> None:
    put("1.ttf", "会", "Noto Serif Italic", italic=True)
    put("2.ttf", "会", "Noto Serif Black", 900)
    put("3.ttf", "会", "Noto Sans Mono")
    put("4.ttf", "会", "Noto Sans")
    put("5.ttf", "会", "Other Serif")
    put("6.ttf", "会", "Noto Serif JP")
    folder = put("7.ttf", "会", "Noto Serif SC")
    assert names(folder, language="ja") == ["6.ttf", "7.ttf", "5.ttf", "4.ttf", "3.ttf", "2.ttf", "1.ttf"]
    assert names(folder, language="zh")[:2] == ["7.ttf", "6.ttf"]


@pytest.mark.parametrize(
    "family", ["LastResort", "Last Resort High-Efficiency", ".SF UI", "Adobe Blank", "Unifont", "Noto Tofu"]
)
def test_fonts_of_boxes_are_left_out(put: Put, family: str) -> None:
    assert names(put("Boxes.ttf", "会議", family)) == []


def test_what_cannot_be_used_is_passed_over(put: Put, tmp_path: Path) -> None:
    (tmp_path / "Restricted.ttf").write_bytes(family_font("会", rights=2))
    (tmp_path / "Damaged.ttf").write_bytes(family_font("会")[:-100])
    (tmp_path / "Empty.ttf").write_bytes(b"")
    (tmp_path / "Text.ttf").write_text("会")
    (tmp_path / "Folder.ttf").mkdir()
    (tmp_path / "Gone.ttf").symlink_to(tmp_path / "nowhere")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "Pipe.ttf")
    (tmp_path / "circle").symlink_to(tmp_path)
    assert names(put("Good.ttf", "会")) == ["Good.ttf"]
    assert system_fonts([tmp_path / "nowhere", tmp_path / "Good.ttf"], HAN, "en") == ()


def test_collections_and_variable_fonts(put: Put, tmp_path: Path) -> None:
    (tmp_path / "C.ttc").write_bytes(collection(small_font(), family_font("会", "Second", 700)))
    (tmp_path / "V.ttf").write_bytes(variable_font())
    (font,) = system_fonts([tmp_path], HAN, "en")
    assert (font.path.name, font.facts.family, font.facts.weight) == ("C.ttc", "Second", 700)
    (tmp_path / "W.ttf").write_bytes(weighted_font())
    assert set(names(tmp_path, frozenset("é"))) == {"C.ttc", "V.ttf", "W.ttf"}


def test_of_two_files_of_one_name_the_first_folder_wins(put: Put, tmp_path: Path) -> None:
    put("b/Same.ttf", "会")
    put("a/Same.ttf", "会")
    found = system_fonts([tmp_path / "b", tmp_path / "a"], HAN, "en")
    assert [font.path for font in found] == [tmp_path / "b" / "Same.ttf"]


def test_the_bold_one_of_a_family(put: Put) -> None:
    put("B.ttf", "会議", "F", 700)
    put("Black.ttf", "会議", "F", 900)
    put("Less.ttf", "会", "F", 700)
    put("BI.ttf", "会議", "F", 700, italic=True)
    put("Other.ttf", "会議", "G", 700)
    found = system_fonts([put("R.ttf", "会議", "F")], HAN, "en")
    by_name = {font.path.name: font for font in found}

    def bold(name: str, among: tuple[FoundFont, ...] = found) -> str | None:
        one = bold_of(by_name[name], among)
        return one.path.name if one else None

    assert bold("R.ttf") == "B.ttf"
    assert bold("R.ttf", tuple(font for font in found if font.path.name == "R.ttf")) is None


@pytest.mark.parametrize(
    ("characters", "text"),
    [
        ("会", "U+4F1A (Han)"),
        ("会議ก", "U+4F1A, U+8B70 (Han), U+0E01 (Thai)"),
        ("🧬、", "U+1F9EC (dna double helix), U+3001 (ideographic comma)"),
        ("𓀀", "U+13000 (Egyptian Hieroglyphs)"),
        ("", ""),
    ],
)
def test_characters_are_named(characters: str, text: str) -> None:
    assert described(characters) == text


def test_scripts_have_names() -> None:
    assert [script_name(character) for character in "aЖकあ.\u0301"] == [
        "Latin",
        "Cyrillic",
        "Devanagari",
        "Hiragana",
        "",
        "",
    ]
