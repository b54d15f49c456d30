"""Fonts are found by name inside the project or among the shipped ones, and refused by name when they cannot serve."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.codes import BAD_FONT
from booklet.finding import Finding
from booklet.place import Place
from booklet.styling.fonts import LARGEST_FILE, FontFile, load_font, shipped_fonts
from font_bytes import small_font, variable_font, web_font, without

PLACE = Place("styles/own.yaml", 4, 9, 20)
SERIF = "source-serif/SourceSerif4-Regular.ttf"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "fonts" / "own").mkdir(parents=True)
    return tmp_path


def load(folder: Path, file: str, data: bytes | None = None) -> FontFile | Finding:
    if data is not None:
        (folder / "fonts" / file).write_bytes(data)
    return load_font(file, folder, PLACE)


def refusal(folder: Path, file: str, data: bytes | None = None) -> str:
    """What is wrong with the font, after its name."""
    found = load(folder, file, data)
    assert isinstance(found, Finding)
    assert (found.code, found.place) == (BAD_FONT, PLACE)
    assert found.hint
    assert "\n" not in found.message
    start = f'font "{file[:80]}" cannot be used: '
    assert found.message.startswith(start)
    return found.message.removeprefix(start)


@pytest.mark.parametrize("font", shipped_fonts(), ids=lambda font: font.stem)
def test_every_shipped_font_is_taken(font: FontFile, tmp_path: Path) -> None:
    assert load_font(font.file, tmp_path, PLACE) == font


def test_there_are_shipped_fonts_with_different_keys() -> None:
    keys = [font.key for font in shipped_fonts()]
    assert len(keys) == len(set(keys)) > 20


@pytest.mark.parametrize("is_cff", [False, True])
@pytest.mark.parametrize("upem", [1000, 2048])
def test_own_fonts_are_taken(folder: Path, is_cff: bool, upem: int) -> None:
    data = small_font(is_cff=is_cff, upem=upem)
    assert load(folder, "own/Small Regular.ttf", data) == FontFile("own/Small Regular.ttf", data)


def test_own_fonts_come_first(folder: Path) -> None:
    (folder / "fonts" / "source-serif").mkdir()
    found = load(folder, SERIF, small_font())
    assert isinstance(found, FontFile)
    assert found.data == small_font()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (variable_font(), "variable font"),
        (web_font(), "web font (WOFF)"),
        (b"wOF2" + bytes(100), "web font (WOFF2)"),
        (b"ttcf" + bytes(100), "font collection"),
        (b"%!PS-AdobeFont-1.0", "Type 1 font"),
        (b"", "not a TrueType or OpenType font"),
        (b"<html>not found</html>", "not a TrueType or OpenType font"),
        (b"\x00\x01\x00\x00", "lacks the table"),
        (small_font()[:-200], "not complete"),
        (small_font()[:60], "not complete"),
        (b"\x00\x01\x00\x00\xff\xff" + bytes(6), "not complete"),
        (without(small_font(), "hmtx"), "lacks the table hmtx"),
        (without(small_font(), "glyf"), "lacks the table glyf"),
        (without(small_font(is_cff=True), "CFF "), "lacks the table CFF"),
        (without(small_font(), "cmap"), "lacks the table cmap"),
        (small_font().replace(b"post", b"p\xf2st"), "table of contents is damaged"),
        (small_font().replace(b"\x5f\x0f\x3c\xf5", b"\x5f\x0f\x3c\xf6"), "head table is damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_serve_is_refused(folder: Path, data: bytes, reason: str) -> None:
    assert reason in refusal(folder, "own/Font.ttf", data)


@pytest.mark.parametrize(("at", "value"), [(18, b"\0\0"), (18, b"\xff\xff")])
def test_units_of_measure_have_to_make_sense(folder: Path, at: int, value: bytes) -> None:
    data = bytearray(small_font())
    head = data.index(b"\x5f\x0f\x3c\xf5") - 12
    data[head + at : head + at + 2] = value
    assert "no unit of measure" in refusal(folder, "own/Font.ttf", bytes(data))


@pytest.mark.parametrize(
    "file",
    [
        "../secret.ttf", "own/../../secret.ttf", "/etc/passwd", "C:/fonts/x.ttf", "~/x.ttf", "own//x.ttf", "own\\x.ttf", "",
        ".", "own/.", "-x.ttf", "file:x.ttf", "own/x.ttf ", "con.ttf", "a" * 300, "ä" * 200, "own/" + "b" * 240,
    ],
)  # fmt: skip
def test_names_lead_nowhere_else(folder: Path, file: str) -> None:
    (folder / "secret.ttf").write_bytes(small_font())
    assert refusal(folder, file)


def test_a_missing_font_is_named(folder: Path) -> None:
    assert "there is no such file" in refusal(folder, "own/Missing.ttf")
    assert "not a plain file" in refusal(folder, "own")


def test_links_do_not_lead_out_of_the_project(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "Font.ttf"
    outside.write_bytes(small_font())
    (folder / "fonts" / "own" / "Link.ttf").symlink_to(outside)
    assert "outside the project folder" in refusal(folder, "own/Link.ttf")
    (folder / "fonts" / "linked").symlink_to(outside.parent)
    assert "outside the project folder" in refusal(folder, "linked/Font.ttf")


def test_a_linked_fonts_folder_leads_nowhere(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "Font.ttf").write_bytes(small_font())
    (tmp_path / "fonts").symlink_to(outside)
    assert "outside the project folder" in refusal(tmp_path, "Font.ttf")


def test_links_in_a_circle(folder: Path) -> None:
    (folder / "fonts" / "own" / "a.ttf").symlink_to(folder / "fonts" / "own" / "b.ttf")
    (folder / "fonts" / "own" / "b.ttf").symlink_to(folder / "fonts" / "own" / "a.ttf")
    assert "cannot be read" in refusal(folder, "own/a.ttf")


def test_large_files_are_refused_unread(folder: Path) -> None:
    with (folder / "fonts" / "own" / "Huge.ttf").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert "MB" in refusal(folder, "own/Huge.ttf")


@pytest.mark.parametrize(
    ("file", "key"),
    [("a/Inter-Regular.ttf", "Inter-Regular"), ("My Font_2.otf", "MyFont2"), ("Шрифт.ttf", "font"), ("a.b.ttf", "ab")],
)
def test_keys_are_names_in_pdf_syntax(file: str, key: str) -> None:
    assert FontFile(file, b"").key == key


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", b"\x00\x01\x00\x00", b"OTTO", b"true"]), st.data())
def test_any_bytes_are_a_font_or_a_finding(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, start: bytes, draw: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp() / "any"
    (folder / "fonts").mkdir(parents=True, exist_ok=True)
    whole = bytearray(small_font())
    for _ in range(draw.draw(st.integers(0, 5))):
        whole[draw.draw(st.integers(0, len(whole) - 1))] = draw.draw(st.integers(0, 255))
    for content in (start + data, bytes(whole)):
        (folder / "fonts" / "any.ttf").write_bytes(content)
        assert isinstance(load_font("any.ttf", folder, PLACE), FontFile | Finding)
