"""Fonts are embedded so that what is read back is what was written, from TrueType and from CFF."""

import io

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from booklet.lettering.face import LINE_HYPHEN, NOTDEF, Face
from booklet.lettering.font_program import font_program
from booklet.lettering.glyph_texts import gsub_texts
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.plain_dataclasses import replace
from booklet.structure import Element
from booklet.styling.fonts import FontFile, shipped_fonts
from booklet.styling.style import FACES, Style
from font_bytes import ADVANCES, saved, small_font
from sheet import bound, letters, said, set_sheet, style, voice

SERIF = letters().face("serif")


def style_of(data: bytes, name: str) -> Style:
    font = FontFile(f"own/{name}.ttf", data)
    return replace(style(), faces=tuple((face, font) for face in FACES), fallback=(font,))


def read_back(text: str, used: Letters, width: float = 380) -> str:
    root = Element("Sect")
    block = Paragraph(used, (Run(text, voice()),), 14, root.add("P"), align="left")
    return "".join(said(bound([set_sheet([block], root, width, 10)], used)))


@pytest.mark.parametrize(
    "text",
    [
        "efficient fjord office Žiga Łódź",
        "x² H₂O p<0.05 (a) [b] {c} \\ d’e “f”",
        "Ελληνικά και Русский",
        "𝒪(n²) 𝐱 ∈ ℝ",
        "קידוד שפה",
        "مرحبا بالعالم",
        "नमस्ते",
        "e\u0301t\u0301 q\u0323\u0301",
        "10\u202fkm ❤\ufe0f 中",
    ],
)
def test_text_of_all_scripts_is_read_back(text: str) -> None:
    assert read_back(text, letters()) == text


@pytest.mark.parametrize(("align", "width"), [("justify", 90), ("left", 66)])
def test_hyphens_of_line_breaking_are_soft(align: str, width: float) -> None:
    root = Element("Sect")
    text = "assimilation of observations into high-resolution representations"
    block = Paragraph(
        letters(), (Run(text, voice()),), 14, root.add("P"), align="justify" if align == "justify" else "left"
    )
    lines = said(bound([set_sheet([block], root, width)], letters()))
    assert len(lines) >= 4
    assert "".join(lines).replace("\u00ad", "") == text
    # "representations" is wider than the narrower measure
    assert [line for line in lines if line.endswith("\u00ad")]
    assert any(line.endswith("-") for line in lines) == (align == "justify")


@pytest.mark.parametrize("is_cff", [False, True])
@pytest.mark.parametrize("upem", [1000, 2048])
def test_small_fonts_are_embedded_and_read_back(is_cff: bool, upem: int) -> None:
    used = Letters(style_of(small_font(is_cff=is_cff, upem=upem), "Small"), "en-US")
    assert read_back("ab baba é-a", used) == "ab baba é-a"
    face = used.face("serif")
    codes = {face.cmap[ord(letter)] for letter in "ab"}
    program = font_program(face, codes | {LINE_HYPHEN})
    assert program.is_cff == is_cff
    widths = dict(program.widths)
    assert [widths[face.cmap[ord(letter)]] for letter in "ab"] == pytest.approx([ADVANCES["a"], ADVANCES["b"]], abs=1)
    assert widths[LINE_HYPHEN] == pytest.approx(ADVANCES["hyphen"], abs=1)
    assert (program.ascent, program.descent) == pytest.approx((800, -200), abs=1)


def test_a_subset_holds_the_used_glyphs_and_no_more() -> None:
    codes = {SERIF.cmap[ord(letter)] for letter in "aZ"}
    program = font_program(SERIF, codes)
    assert [code for code, _ in program.glyphs] == sorted({NOTDEF, *codes})
    assert [glyph for _, glyph in program.glyphs] == [0, 1, 2]
    subset = TTFont(io.BytesIO(program.program))
    assert subset["maxp"].numGlyphs == 3
    assert {"glyf", "loca", "head", "hhea", "hmtx", "maxp"} <= set(subset.keys())
    assert not {"GSUB", "GPOS", "name", "cmap", "OS/2"} & set(subset.keys())
    assert len(program.program) < len(SERIF.font.data) / 50


def test_outlines_of_a_subset_are_those_of_the_font() -> None:
    code = SERIF.cmap[ord("g")]
    program = font_program(SERIF, {code})
    subset = hb.Font(hb.Face(program.program))
    glyph = dict(program.glyphs)[code]
    assert subset.get_glyph_extents(glyph) == SERIF.hb_font.get_glyph_extents(code)
    assert subset.get_glyph_h_advance(glyph) == SERIF.hb_font.get_glyph_h_advance(code)


def test_the_hyphen_of_line_breaking_shares_its_glyph() -> None:
    program = font_program(SERIF, {SERIF.hyphen, LINE_HYPHEN})
    glyphs, texts = dict(program.glyphs), dict(program.texts)
    assert glyphs[LINE_HYPHEN] == glyphs[SERIF.hyphen]
    assert (texts[LINE_HYPHEN], texts[SERIF.hyphen]) == ("\u00ad", "-")


def test_names_tell_subsets_apart() -> None:
    one, other = (font_program(SERIF, {SERIF.cmap[ord(letter)]}).name for letter in "ab")
    assert one != other
    assert one[6:] == other[6:] == "+SourceSerif4-Regular"
    assert one[:6].isalpha()
    assert one[:6].isupper()
    assert font_program(SERIF, {SERIF.cmap[ord("a")]}).name == one


def test_metrics_are_in_thousandths_of_an_em() -> None:
    italic = letters().face("serif-italic")
    program = font_program(italic, {italic.space})
    assert -20 < program.italic_angle < -5
    assert font_program(SERIF, {SERIF.space}).italic_angle == 0
    assert 600 < program.cap_height < 700
    x0, y0, x1, y1 = program.box
    assert x0 < 0 < x1
    assert y0 < 0 < y1


@pytest.mark.parametrize("font", shipped_fonts(), ids=lambda font: font.stem)
def test_every_shipped_font_can_be_embedded(font: FontFile) -> None:
    face = Face(font)
    codes = set(sorted(set(face.cmap.values()))[:40])
    program = font_program(face, codes)
    assert len(program.glyphs) == len(codes | {NOTDEF})
    assert TTFont(io.BytesIO(program.program))["maxp"].numGlyphs >= len(program.glyphs)


class TestDamagedSubstitutions:
    """A font's GSUB table may be empty or broken; words then carry their text themselves."""

    def with_table(self, table: bytes) -> FontFile:
        font = TTFont(io.BytesIO(small_font()))
        font["GSUB"] = DefaultTable("GSUB")
        font["GSUB"].data = table
        return FontFile("own/Broken.ttf", saved(font))

    @pytest.mark.parametrize(
        "table", [b"\0\1\0\0" + bytes(6), b"\0\1\0\0\0\x0a\0\x0a\0\x0a", b"\0\1", b"\0\1\0\0" + b"\xff" * 6]
    )
    def test_derived_texts_are_unknown(self, table: bytes) -> None:
        font = self.with_table(table)
        face = Face(font)
        assert face.text_of(3) == "b"
        assert face.text_of(400) == ""
        assert gsub_texts(font.data, {}) == {}

    def test_text_is_read_back(self) -> None:
        font = self.with_table(b"\0\1\0\0" + bytes(6))
        assert read_back("ab ba", Letters(style_of(font.data, "Broken"), "en")) == "ab ba"
