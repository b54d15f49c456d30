"""Text falls back on fonts of a project: faces of collections, variable fonts at two weights, bold for bold."""

import pytest
import uharfbuzz as hb

from booklet.errors import FileError
from booklet.lettering.face import Face
from booklet.lettering.font_program import font_program
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.plain_dataclasses import replace
from booklet.structure import Element
from booklet.styling.fonts import FontFile, usable_faces
from font_bytes import ADVANCES, collection, family_font, small_font, weighted_font
from sheet import bound, letters, runs_of, said, set_sheet, style, voice

HAN, THAI = "会議手引", "กขคง"


def letters_with(*fonts: FontFile, language: str = "en-US") -> Letters:
    """Letters of the base style with some fonts after the shipped ones."""
    return Letters(replace(style(), fallback=style().fallback + fonts), language)


def set_in(used: Letters, text: str, face: str = "serif") -> bytes:
    root = Element("Sect")
    block = Paragraph(used, (Run(text, voice(face=face)),), 14, root.add("P"), align="left")
    return bound([set_sheet([block], root, 380, 10)], used)


def fonts_of(pdf: bytes) -> set[str]:
    return {run.font.split("+")[-1] for run in runs_of(pdf)}


@pytest.mark.parametrize("is_cff", [False, True])
def test_text_in_a_collection_is_read_back(is_cff: bool) -> None:
    data = collection(small_font(), family_font(HAN + THAI, "Two", is_cff=is_cff), family_font("x", "Three"))
    used = letters_with(*usable_faces("own/C.ttc", data, range(3)))
    text = f"The {HAN} and {THAI}, again {HAN}."
    pdf = set_in(used, text)
    assert "".join(said(pdf)) == text
    assert fonts_of(pdf) == {"SourceSerif4-Regular", "C-2"}


def test_the_language_of_a_text_chooses_the_face() -> None:
    data = collection(*(family_font(HAN, f"C {region}", is_cff=True) for region in ("JP", "KR", "SC", "TC", "HK")))
    used = letters_with(*usable_faces("C.ttc", data, range(5)))
    faces = {
        language: [face.key for face in used.table(voice(), language).faces if face.key.startswith("C")]
        for language in ("ja", "ko", "zh", "zh-TW", "zh-HK", "de")
    }
    assert faces == {"ja": ["C"], "ko": ["C-2"], "zh": ["C-3"], "zh-TW": ["C-4"], "zh-HK": ["C-5"], "de": ["C"]}
    assert used.has("会", "zh")
    assert not used.has("ก", "zh")


@pytest.mark.parametrize(
    ("face", "key"), [("serif", "R"), ("serif-bold", "B"), ("sans-bold", "B"), ("sans-light", "R"), ("display", "B")]
)
def test_bold_text_falls_back_on_the_bold_font(face: str, key: str) -> None:
    fonts = [FontFile(f"{name}.ttf", family_font(HAN, "F", weight)) for name, weight in (("B", 700), ("R", 400))]
    used = letters_with(*fonts)
    assert fonts_of(set_in(used, HAN, face)) == {key}


@pytest.mark.parametrize(
    ("text", "face", "key"),
    [
        ("مرحبا", "serif-bold", "NotoNaskhArabic-Bold"),
        ("שלום", "sans-bold", "NotoSerifHebrew-Bold"),
        ("नमस्ते", "serif-bold", "NotoSerifDevanagari-Bold"),
        ("مرحبا", "serif", "NotoNaskhArabic-Regular"),
        ("नमस्ते", "serif-italic", "NotoSerifDevanagari-Regular"),
    ],
)
def test_shipped_bold_fonts_serve_bold_text(text: str, face: str, key: str) -> None:
    pdf = set_in(letters(), text, face)
    assert fonts_of(pdf) == {key}
    assert "".join(said(pdf)) == text


@pytest.mark.parametrize("is_cff", [False, True])
def test_variable_fonts_are_embedded_at_their_weight(is_cff: bool) -> None:
    data = weighted_font(is_cff=is_cff)
    regular, bold = usable_faces("V.ttf", data, range(1))
    widths = {}
    for font in (regular, bold):
        face = Face(font)
        glyph = face.cmap[ord("a")]
        program = font_program(face, {glyph})
        assert program.is_cff == is_cff
        widths[font.weight] = dict(program.widths)[glyph]
        assert face.shape("a", {}, "en").advances == [widths[font.weight]]
        if not is_cff:
            subset = hb.Font(hb.Face(program.program))
            assert subset.get_glyph_h_advance(dict(program.glyphs)[glyph]) == widths[font.weight]
            assert subset.get_glyph_extents(dict(program.glyphs)[glyph]) == face.hb_font.get_glyph_extents(glyph)
            assert not {"fvar", "gvar"} & set(hb.Face(program.program).table_tags)
    assert widths == {400: ADVANCES["a"], 700: ADVANCES["a"] + (0 if is_cff else 30)}
    used = Letters(replace(style(), faces=tuple((name, regular) for name, _ in style().faces)), "en")
    assert "".join(said(set_in(used, "abba é-a"))) == "abba é-a"


def test_fonts_that_no_text_needs_are_not_looked_into() -> None:
    han = FontFile("Han.ttf", family_font(HAN, "Han"))
    used = letters_with(han)
    set_in(used, "Plain text, and \u2207 from a shipped font")
    assert "cmap" not in vars(used.face_of_key("Han"))
    set_in(used, HAN)
    assert "cmap" in vars(used.face_of_key("Han"))


def test_faces_of_a_collection_share_their_bytes() -> None:
    data = collection(family_font(HAN, "One"), family_font(THAI, "Two"))
    used = letters_with(*usable_faces("C.ttc", data, range(2)))
    set_in(used, HAN + THAI)
    assert len(used._blobs) == len(
        {font.source[0] for font in used.style.fallback} | {"source-serif/SourceSerif4-Regular.ttf"}
    )


def test_damaged_outlines_end_the_run_with_a_sentence() -> None:
    data = bytearray(small_font(is_cff=True))
    entry = data.index(b"CFF ")
    table = int.from_bytes(data[entry + 8 : entry + 12], "big")
    data[table : table + 60] = b"\xff" * 60
    face = Face(FontFile("own/Bad.otf", bytes(data)))
    with pytest.raises(FileError, match=r'the font "own/Bad\.otf" is damaged'):
        font_program(face, {face.cmap[ord("a")]})
