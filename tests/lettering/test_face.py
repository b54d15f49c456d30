"""What a face says of its glyphs: widths as integers, text of every glyph, shaping of scripts."""

import unicodedata

import pytest

from booklet.lettering.face import NOTDEF, Face
from booklet.styling.fonts import shipped_fonts
from sheet import letters

FACES = {font.stem: Face(font) for font in shipped_fonts()}
PLAIN = {"kern": True, "liga": True}


@pytest.mark.parametrize("face", FACES.values(), ids=FACES)
def test_widths_are_integers_that_shaping_agrees_with(face: Face) -> None:
    characters = [chr(code) for code in sorted(face.cmap) if unicodedata.category(chr(code)) in {"Lu", "Ll", "Nd"}][
        :200
    ]
    for character in characters:
        shaped = face.shape(character, {}, "en")
        assert all(isinstance(advance, int) for advance in shaped.advances)
        if len(shaped.glyphs) == 1 and not unicodedata.combining(character):
            assert shaped.advances == [face.widths[shaped.glyphs[0]]]


@pytest.mark.parametrize("face", FACES.values(), ids=FACES)
def test_plain_characters_stand_for_themselves(face: Face) -> None:
    for character in "AZaz09.,;:()-":
        if face.has(character):
            assert face.text_of(face.cmap[ord(character)]) == character
    assert face.text_of(NOTDEF) == ""
    assert face.text_of(60_000) == ""


@pytest.mark.parametrize("text", ["fi", "fl", "ff", "ffi", "ffl", "fj", "fb"])
def test_ligatures_say_their_letters(text: str) -> None:
    for name in ("SourceSerif4-Regular", "SourceSerif4-It", "SourceSerif4SmText-Regular"):
        shaped = FACES[name].shape(text, PLAIN, "en")
        assert "".join(FACES[name].text_of(glyph) for glyph in shaped.glyphs) == text
    assert len(FACES["SourceSerif4-Regular"].shape("ffi", PLAIN, "en").glyphs) < 3


def test_superior_glyphs_say_what_they_are() -> None:
    face = FACES["SourceSerif4-Regular"]
    shaped = face.shape("¹,²", PLAIN | {"sups": True}, "en")
    assert "".join(face.text_of(glyph) for glyph in shaped.glyphs) == "¹,²"
    assert shaped.glyphs[1] != face.cmap[ord(",")]
    assert face.text_of(face.cmap[ord("₂")]) == "₂"


def test_the_plainest_of_several_characters_is_said() -> None:
    face = FACES["SourceSerif4-Regular"]
    shared = {chr(code) for code, glyph in face.cmap.items() if glyph == face.hyphen}
    assert face.text_of(face.hyphen) in shared
    assert face.text_of(face.space) == " "
    assert face.text_of(face.cmap[0x2126]) == "\u03a9"
    assert [face.text_of(face.cmap[ord(quote)]) for quote in "‘’“”"] == ["‘", "’", "“", "”"]


def test_kerning_and_features_are_asked_for() -> None:
    face = letters().face("serif")
    assert sum(face.shape("AVAVA", {"kern": True}, "en").advances) < sum(
        face.shape("AVAVA", {"kern": False}, "en").advances
    )
    assert face.shape("123", {"sups": True}, "en").glyphs != face.shape("123", {}, "en").glyphs


def test_marks_without_a_composed_letter_are_moved() -> None:
    face = FACES["SourceSerif4-Regular"]
    shaped = face.shape("q\u0301", PLAIN, "en")
    assert len(shaped.glyphs) == len(shaped.offsets) == 2
    assert shaped.offsets[1] != (0, 0)
    assert face.shape("é", PLAIN, "en").offsets == []


def test_right_to_left_is_in_visual_order() -> None:
    face = FACES["NotoSerifHebrew-Regular"]
    shaped = face.shape("אב", {}, "he", backwards=True)
    assert [face.text_of(glyph) for glyph in shaped.glyphs] == ["ב", "א"]
    assert shaped.clusters == [1, 0]


def test_the_direction_is_the_callers() -> None:
    """Figures in a Hebrew word run from left to right: the bidirectional algorithm says so, not the script."""
    face = FACES["SourceSerif4-Regular"]
    forth, back = face.shape("2026", {}, "he"), face.shape("2026", {}, "he", backwards=True)
    assert forth.clusters == [0, 1, 2, 3]
    assert back.clusters == [3, 2, 1, 0]
    assert back.glyphs == forth.glyphs[::-1]


def test_arabic_letters_join_in_either_direction_of_the_line() -> None:
    face = FACES["NotoNaskhArabic-Regular"]
    shaped = face.shape("سلم", {}, "ar", backwards=True)
    isolated = [face.cmap[ord(letter)] for letter in "سلم"]
    assert shaped.clusters == sorted(shaped.clusters, reverse=True)
    assert set(shaped.glyphs).isdisjoint(isolated)


def test_what_glyphs_say_together() -> None:
    face = FACES["SourceSerif4-Regular"]
    shaped = face.shape("office", PLAIN, "en")
    assert face.says(shaped.glyphs) == "office"
    assert face.says([]) == ""
    assert face.says([face.cmap[ord("a")], 60_000, face.cmap[ord("b")]]) == "ab"


def test_what_a_face_has() -> None:
    face = FACES["SourceSerif4-Regular"]
    assert face.has("Łódź Žiga αβγ Москва")
    assert face.has("")
    assert not face.has("a中")
