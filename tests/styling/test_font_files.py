"""Fonts are found by name inside the project or among the shipped ones, and refused by name when they cannot serve."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.codes import BAD_FONT
from booklet.errors import FileError
from booklet.finding import Finding
from booklet.lettering.face import Face
from booklet.lettering.font_program import font_program
from booklet.place import Place
from booklet.styling.font_facts import font_facts
from booklet.styling.fonts import LARGEST_FILE, FontFile, load_fallback, load_font, shipped_fonts
from font_bytes import collection, family_font, small_font, variable_font, web_font, weighted_font, with_table, without

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
    found = load_font(font.file, tmp_path, PLACE)
    assert found == font
    assert isinstance(found, FontFile)
    assert found.shipped
    fallback = load_fallback(font.file, tmp_path, PLACE)
    assert fallback == (font,)
    assert fallback[0].shipped


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
    assert not found.shipped
    fallback = load_fallback(SERIF, folder, PLACE)
    assert fallback == (found,)
    assert not fallback[0].shipped


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (variable_font(), "variable font"),
        (web_font(), "web font (WOFF)"),
        (b"wOF2" + bytes(100), "web font (WOFF2)"),
        (b"ttcf\0\2" + bytes(100), "collection of 0 fonts"),
        (with_table(small_font(), "hmtx", bytes(8)), "number of glyphs"),
        (with_table(small_font(), "loca", bytes(8)), "number of glyphs"),
        (b"%!PS-AdobeFont-1.0", "Type 1 font"),
        (b"", "not a TrueType or OpenType font"),
        (b"<html>not found</html>", "not a TrueType or OpenType font"),
        (b"\x00\x01\x00\x00", "not complete"),
        (b"\x00\x01\x00\x00" + bytes(8), "lacks the table cmap"),
        (small_font()[:-200], "not complete"),
        (small_font()[:60], "not complete"),
        (b"\x00\x01\x00\x00\xff\xff" + bytes(6), "not complete"),
        (without(small_font(), "hmtx"), "lacks the table hmtx"),
        (without(small_font(), "glyf"), "lacks the table glyf"),
        (without(small_font(is_cff=True), "CFF "), "lacks the table CFF"),
        (without(small_font(), "cmap"), "lacks the table cmap"),
        (small_font().replace(b"post", b"p\xf2st"), "table of contents is damaged"),
        (without(small_font(), "glyf").replace(b"post", b"CBDT"), "pictures of one size"),
        (with_table(small_font(), "COLR", b"\0\1" + bytes(32)), "color font"),
        (family_font("", rights=0x002), "does not allow embedding"),
        (family_font("", rights=0x302), "does not allow"),
        (family_font("", rights=0x100), "outlines of single glyphs"),
        (family_font("", rights=0x204), "outlines of single glyphs"),
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
    [("a/Inter-Regular.ttf", "Inter-Regular"), ("My Font_2.otf", "MyFont2"), ("a.b.ttf", "ab"), ("_.ttf", "font")],
)
def test_keys_are_names_in_pdf_syntax(file: str, key: str) -> None:
    assert FontFile(file, b"").key == key


def test_keys_tell_faces_apart() -> None:
    files = [
        ("游明朝.ttc", 0, None),
        ("明朝体.ttc", 0, None),
        ("游明朝.ttc", 1, None),
        ("A.ttf", 0, 400),
        ("A.ttf", 0, 700),
    ]
    keys = [FontFile(file, b"", index, weight).key for file, index, weight in files]
    assert len(set(keys)) == len(files)
    assert all(key.isascii() and key.replace("-", "").isalnum() for key in keys)
    assert keys[3:] == ["A-400", "A-700"]


@pytest.mark.parametrize("rights", [0x000, 0x004, 0x008, 0x006])
def test_fonts_that_may_be_embedded(folder: Path, rights: int) -> None:
    """Of several licenses in old fonts the mildest counts (OpenType, OS/2 version 2 and before)."""
    assert isinstance(load(folder, "own/F.ttf", family_font("", rights=rights)), FontFile)


class TestCollections:
    DATA = collection(small_font(), family_font("会", "Two"), small_font(is_cff=True))

    def test_the_first_face_or_the_one_of_a_number(self, folder: Path) -> None:
        assert load(folder, "own/Two.ttc", self.DATA) == FontFile("own/Two.ttc", self.DATA)
        for number in (1, 2, 3):
            found = load(folder, f"own/Two.ttc#{number}")
            assert found == FontFile(f"own/Two.ttc#{number}", self.DATA, number - 1)

    @pytest.mark.parametrize("number", ["0", "4", "99999", "-1", "x", ""])
    def test_numbers_that_lead_nowhere(self, folder: Path, number: str) -> None:
        (folder / "fonts" / "own" / "Two.ttc").write_bytes(self.DATA)
        assert refusal(folder, f"own/Two.ttc#{number}")
        if number == "4":
            assert refusal(folder, "own/Two.ttc#4") == "the file holds 3 fonts, numbered from 1"

    def test_texts_fall_back_on_all_faces(self, folder: Path) -> None:
        (folder / "fonts" / "own" / "Two.ttc").write_bytes(self.DATA)
        fonts = load_fallback("own/Two.ttc", folder, PLACE)
        assert isinstance(fonts, tuple)
        assert [(font.index, font.key) for font in fonts] == [(0, "Two"), (1, "Two-2"), (2, "Two-3")]
        assert all(font.data is fonts[0].data for font in fonts)
        assert load_fallback("own/Two.ttc#2", folder, PLACE) == (FontFile("own/Two.ttc#2", self.DATA, 1),)

    def test_faces_that_cannot_be_used_are_passed_over(self, folder: Path) -> None:
        data = collection(without(small_font(), "cmap"), small_font(), weighted_font())
        (folder / "fonts" / "own" / "Some.ttc").write_bytes(data)
        fonts = load_fallback("own/Some.ttc", folder, PLACE)
        assert isinstance(fonts, tuple)
        assert [(font.index, font.weight) for font in fonts] == [(1, None), (2, 400), (2, 700)]
        assert "lacks the table cmap" in refusal(folder, "own/Some.ttc")

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"ttcf\0\1\0\0" + (1_000_000).to_bytes(4, "big") + bytes(1000), "collection of 1000000 fonts"),
            (b"ttcf\0\1\0\0" + (200).to_bytes(4, "big") + bytes(100), "not complete"),
            (b"ttcf\0\1", "collection of 0 fonts"),
            (b"ttcf\0\3" + DATA[6:], "of a version that is not read"),
            (DATA[:12] + b"\xff\xff\xff\xff" + DATA[16:], "table of contents is damaged"),
            (DATA[:12] + bytes(4) + DATA[16:], "not a TrueType"),
            (b"ttcf\0\1\0\0\0\0\0\1\0\0\0\x10ttcf\0\1\0\0\0\0\0\1\0\0\0\0", "damaged"),
            (DATA[:300], "not complete"),
        ],
        ids=["many", "short", "empty", "version", "far", "loop", "nested", "cut"],
    )
    def test_damaged_ones(self, folder: Path, data: bytes, reason: str) -> None:
        assert reason in refusal(folder, "own/Bad.ttc", data)
        assert isinstance(load_fallback("own/Bad.ttc", folder, PLACE), FontFile | Finding | tuple)


@pytest.mark.parametrize("is_cff", [False, True])
def test_texts_fall_back_on_two_weights_of_a_variable_font(folder: Path, is_cff: bool) -> None:
    (folder / "fonts" / "V.ttf").write_bytes(weighted_font(is_cff=is_cff))
    fonts = load_fallback("V.ttf", folder, PLACE)
    assert isinstance(fonts, tuple)
    assert [(font.weight, font.key) for font in fonts] == [(400, "V-400"), (700, "V-700")]
    assert "variable font" in refusal(folder, "V.ttf")


@pytest.mark.parametrize(
    ("at", "value"), [(8, b"\0\0"), (10, b"\0\4"), (4, b"\xff\xff"), (8, b"\xff\xff"), (4, b"\0\0")]
)
def test_variable_fonts_without_axes(folder: Path, at: int, value: bytes) -> None:
    data = bytearray(weighted_font())
    entry = data.index(b"fvar")
    table = int.from_bytes(data[entry + 8 : entry + 12], "big")
    data[table + at : table + at + 2] = value
    (folder / "fonts" / "V.ttf").write_bytes(data)
    found = load_fallback("V.ttf", folder, PLACE)
    assert isinstance(found, Finding)
    assert found.message.endswith("it is a variable font without axes")


WHOLE = [small_font(), collection(small_font(), small_font(is_cff=True)), weighted_font(), weighted_font(is_cff=True)]


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf\0\1\0\0\0\0\0\3"]),
    st.data(),
)
def test_any_bytes_are_a_font_or_a_finding(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, start: bytes, draw: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp() / "any"
    (folder / "fonts").mkdir(parents=True, exist_ok=True)
    whole = bytearray(draw.draw(st.sampled_from(WHOLE)))
    for _ in range(draw.draw(st.integers(0, 5))):
        whole[draw.draw(st.integers(0, len(whole) - 1))] = draw.draw(st.integers(0, 255))
    for content in (start + data, bytes(whole)):
        (folder / "fonts" / "any.ttf").write_bytes(content)
        assert isinstance(load_font("any.ttf", folder, PLACE), FontFile | Finding)
        fonts = load_fallback("any.ttf", folder, PLACE)
        for font in fonts if isinstance(fonts, tuple) else ():
            facts = font_facts(font)
            assert facts.family
            assert 1 <= facts.weight <= 1000
            face = Face(font)
            codes = {face.cmap[code] for code in list(face.cmap)[:3]}
            assert all(isinstance(face.text_of(code), str) for code in codes)
            assert face.shape("ab", {}, "en").advances
            with suppress(FileError):  # outlines are looked at when they are embedded
                font_program(face, codes)
