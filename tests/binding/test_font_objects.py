"""The objects of a font: codes lead to glyphs, widths and texts."""

import io
import re

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from booklet.binding.book_document import BookDocument
from booklet.binding.fonts import add_font
from booklet.lettering.face import LINE_HYPHEN, Face
from booklet.lettering.font_program import FontProgram, font_program
from booklet.styling.fonts import FontFile
from font_bytes import small_font
from sheet import letters

SERIF = letters().face("serif")
SMALL_CFF = Face(FontFile("own/Small.otf", small_font(is_cff=True)))


def embedded(font: FontProgram) -> DictionaryObject:
    """The Type 0 font dictionary as read back."""
    document = BookDocument()
    root = document.reserve()
    number = add_font(document, font)
    document.put(root, f"<</Type/Catalog/Font {number} 0 R>>")
    return PdfReader(io.BytesIO(document.written(root, root)), strict=True).trailer["/Root"]["/Font"]


def widths_of(array: ArrayObject) -> dict[int, int]:
    """The W array (ISO 32000-1, 9.7.4.3), of which only the form c [w1 … wn] is used."""
    found = {}
    for first, row in zip(array[::2], array[1::2], strict=True):
        found |= {first + offset: int(width) for offset, width in enumerate(row)}
    return found


def to_unicode(font: DictionaryObject) -> dict[int, str]:
    rows = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>", font["/ToUnicode"].get_data())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in rows if code != b"0000"}


def test_truetype_codes_lead_to_glyphs_by_a_map() -> None:
    codes = {SERIF.cmap[ord(letter)] for letter in "Zaž"} | {LINE_HYPHEN}
    program = font_program(SERIF, codes)
    font = embedded(program)
    descendant = font["/DescendantFonts"][0].get_object()
    assert (font["/Encoding"], descendant["/Subtype"]) == ("/Identity-H", "/CIDFontType2")
    table = descendant["/CIDToGIDMap"].get_object().get_data()
    assert len(table) == 2 * (LINE_HYPHEN + 1)
    found = {code: int.from_bytes(table[2 * code : 2 * code + 2], "big") for code in range(len(table) // 2)}
    assert {code: glyph for code, glyph in found.items() if glyph} == {
        code: glyph for code, glyph in program.glyphs if glyph
    }


def test_cff_codes_lead_to_glyphs_by_a_cmap() -> None:
    codes = {SMALL_CFF.cmap[ord(letter)] for letter in "bé"} | {LINE_HYPHEN}
    program = font_program(SMALL_CFF, codes)
    font = embedded(program)
    descendant = font["/DescendantFonts"][0].get_object()
    assert descendant["/Subtype"] == "/CIDFontType0"
    assert "/CIDToGIDMap" not in descendant
    assert descendant["/FontDescriptor"]["/FontFile3"]["/Subtype"] == "/CIDFontType0C"
    encoding = font["/Encoding"].get_object()
    rows = re.findall(rb"<([0-9A-F]{4})> (\d+)\n", encoding.get_data())
    assert {int(code, 16): int(cid) for code, cid in rows} == dict(program.glyphs)
    by_cid = {cid: width for (_, cid), (_, width) in zip(program.glyphs, program.widths, strict=True)}
    assert widths_of(descendant["/W"]) == by_cid


def test_widths_are_those_of_layout() -> None:
    codes = {SERIF.cmap[ord(letter)] for letter in "abcdefgXYZ.,é"}
    descendant = embedded(font_program(SERIF, codes))["/DescendantFonts"][0].get_object()
    found = widths_of(descendant["/W"])
    assert {code: found[code] for code in codes} == {code: SERIF.widths[code] for code in codes}
    assert descendant["/DW"] == 1000


def test_texts_are_those_of_the_glyphs() -> None:
    face = SERIF
    codes = set(face.shape("office x²", {"liga": True}, "en").glyphs) | {LINE_HYPHEN}
    texts = to_unicode(embedded(font_program(face, codes)))
    assert texts == {code: "\u00ad" if code == LINE_HYPHEN else face.text_of(code) for code in codes}
    assert any(len(text) > 1 for text in texts.values())


def test_characters_beyond_the_first_plane_are_surrogates() -> None:
    face = Face(next(font for font in letters().style.fallback if "Math" in font.file))
    code = face.cmap[ord("𝒪")]
    data = embedded(font_program(face, {code}))["/ToUnicode"].get_data()
    assert b"<%04X> <D835DCAA>" % code in data
    assert to_unicode(embedded(font_program(face, {code}))) == {code: "𝒪"}


def test_sections_of_a_cmap_have_at_most_a_hundred_rows() -> None:
    codes = set(sorted(set(SERIF.cmap.values()))[:350])
    data = embedded(font_program(SERIF, codes))["/ToUnicode"].get_data()
    counts = [int(count) for count in re.findall(rb"(\d+) beginbfchar", data)]
    assert max(counts) == 100
    assert sum(counts) == len(re.findall(rb"^<[0-9A-F]{4}> <", data, re.MULTILINE)) - data.count(b"<0000> <FFFF>")


@pytest.mark.parametrize(("name", "italic"), [("serif", False), ("serif-italic", True), ("sans-bold-italic", True)])
def test_the_descriptor(name: str, italic: bool) -> None:
    face = letters().face(name)
    program = font_program(face, {face.space})
    font = embedded(program)
    descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
    assert font["/BaseFont"] == descriptor["/FontName"] == font["/DescendantFonts"][0].get_object()["/BaseFont"]
    assert str(font["/BaseFont"])[7] == "+"
    assert bool(descriptor["/Flags"] & 64) == italic
    assert bool(descriptor["/Flags"] & 4) != bool(descriptor["/Flags"] & 32)
    assert descriptor["/FontFile2"]["/Length1"] == len(program.program) == len(descriptor["/FontFile2"].get_data())
    assert descriptor["/Descent"] < 0 < descriptor["/CapHeight"] < descriptor["/Ascent"]
