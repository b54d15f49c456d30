"""Pasted text into text as it is set."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.place import Place
from booklet.reading.clean_text import _CLEAN, clean, one_line, remarks
from booklet.reading.typographic_signs import typographic


def at_offset(offset: int, length: int) -> Place:
    return Place("f", 1, offset + 1, offset + 1 + length)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("e\u0301", "é"),
        ("\ufb01ne o\ufb03ce", "fine office"),
        ("5\u00a0km and a\u00a0b", "5\u202fkm and a b"),
        ("5\u00a0% 5\u00a0°C 5\u00a05", "5\u202f% 5\u202f°C 5 5"),
        ("a\tb\u2003c", "a b c"),
        ("a\u2009b\u202fc", "a\u2009b\u202fc"),
        ("a\u2028b\u2029c", "a\nb\n\nc"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("日本\u3000語", "日本\u3000語"),
        ("a\x0bb\x0cc\x85d", "a\nb\nc\nd"),
        ("\uff21\uff22\uff23 \uff08x\uff09", "ABC (x)"),
        ("\uff2e\uff2c\uff30\u3067", "\uff2e\uff2c\uff30\u3067"),
        ("\u306f\uff0c\u304d\uff0e", "\u306f\uff0c\u304d\uff0e"),
        ("か\u3099", "が"),
        ("ch\u1680u", "ch u"),
    ],
)
def test_letters_and_blanks(text: str, expected: str) -> None:
    cleaned = clean(text)
    assert cleaned.text == expected
    assert cleaned.dropped == ""


@pytest.mark.parametrize(
    ("text", "expected", "dropped", "first"),
    [
        ("soft\u00adhyphen", "softhyphen", "\u00ad", 4),
        ("a\u200bb\ufeffc", "abc", "\u200b\ufeff", 1),
        ("invoice \u202efdp.exe\u202c end", "invoice fdp.exe end", "\u202e\u202c", 8),
        ("abc \u2067def", "abc def", "\u2067", 4),
        ("hi\U000e0041", "hi", "\U000e0041", 2),
        ("a\u200db", "ab", "\u200d", 1),
        ("a\u200eb", "ab", "\u200e", 1),
        ("a\x00\x1b[31m\x9fb", "a[31mb", "\x00\x1b\x9f", 1),
        ("a\ud800b", "ab", "\ud800", 1),
        ("a\ufffe\U0001ffffb", "ab", "\ufffe\U0001ffff", 1),
        ("a\u3164b", "ab", "\u3164", 1),
        ("\U0001f3f4\U000e0067 x", "\U0001f3f4 x", "\U000e0067", 1),
        ("Z" + "\u0301\u0316" * 10, None, None, None),
    ],
)
def test_invisible_characters_are_counted(
    text: str, expected: str | None, dropped: str | None, first: int | None
) -> None:
    cleaned = clean(text)
    if expected is None:
        assert len(unicodedata.normalize("NFD", cleaned.text)) <= 10
        assert cleaned.dropped
    else:
        assert (cleaned.text, cleaned.dropped, cleaned.offsets[0]) == (expected, dropped, first)
    (finding,) = remarks(cleaned, text, at_offset)
    assert (finding.code.name, finding.severity.value) == ("T001", "warning")
    assert "U+" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",
        "क्\u200dष",
        "\U0001f469\u200d\U0001f680",
        "❤\ufe0f",
        "\U0001f469\U0001f3fd\u200d\U0001f680",
        "שלום\u200f!",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    ],
)
def test_joiners_stay_where_they_shape_letters(text: str) -> None:
    assert clean(text).text == unicodedata.normalize("NFC", text)
    assert clean(text).dropped == ""


def test_codes_of_the_symbol_font_are_read_as_its_letters() -> None:
    cleaned = clean("\uf061 \uf0b3 \uf044x \uf0d1")
    assert (cleaned.text, cleaned.dropped) == ("α ≥ Δx ∇", "")
    (finding,) = remarks(cleaned, "", at_offset)
    assert finding.code.name == "T005"
    assert 'U+F061 as "α"' in finding.message


def test_the_whole_symbol_font_is_known() -> None:
    assert clean("".join(map(chr, range(0xF020, 0xF07F)))).dropped == ""
    assert clean("".join(map(chr, range(0xF0A0, 0xF0FF)))).dropped == "\uf0f0"


@pytest.mark.parametrize("character", ["\ue000", "\uf8ff", "\uf001", "\U000f0001", "\U0010fffd"])
def test_other_private_characters_are_left_out_and_named(character: str) -> None:
    cleaned = clean(f"a{character}b")
    assert (cleaned.text, cleaned.dropped, cleaned.offsets) == ("ab", character, (1,))
    (finding,) = remarks(cleaned, "", at_offset, "ada")
    assert (finding.code.name, finding.severity.value, finding.talk) == ("T005", "warning", "ada")
    assert f"U+{ord(character):04X}" in finding.message


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("in Ã–ll", "write Öll"),
        ("itâ€™s so", "write it’s"),
        ("GarcÃ\u00ada", "write García"),  # half of the letter looks like a soft hyphen
        ("â‚¬5", "write €5"),
        ("an Î±-decay", "write α-decay"),
        ("Ð¡Ð½ÐµÐ³", "write Снег"),
        ("ï¬\u0081nd", "write ﬁnd"),
        ("GarcÃƒÂ\u00ada", "write García"),  # twice
        ("a\ufffdb", "write the letters that were meant"),
        ("Okaforï¿½", "write the letters that were meant"),
    ],
)
def test_damage_is_a_warning_that_says_what_was_meant(text: str, hint: str) -> None:
    (finding,) = remarks(clean(text), text, at_offset)
    assert (finding.code.name, finding.hint) == ("T002", hint)


def test_ordinary_letters_are_no_damage() -> None:
    text = "São Paulo, Ângela, Brontë, ÄÖÜ, â, Ã, CAFÉ”, „MÄ“, ÑANDÚ, 5 °C"
    assert remarks(clean(text), text, at_offset) == ()


def test_each_kind_stands_at_its_own_first_character() -> None:
    text = "a\uf061b soft\u00adhyphen \ue000 Ã©\u200b"
    found = remarks(clean(text), text, at_offset)
    assert [(one.code.name, one.place.column) for one in found if one.place] == [
        ("T001", 9),
        ("T005", 17),
        ("T005", 2),
        ("T002", 19),
    ]


def test_marks_beyond_the_eighth_are_named_where_they_stand() -> None:
    text = "ab Z" + "\u0301\u0316" * 5
    (finding,) = remarks(clean(text), text, at_offset)
    assert (finding.code.name, finding.place) == ("T001", Place("f", 1, 13, 14))


@pytest.mark.parametrize(
    ("text", "expected", "signs"),
    [
        ("\uf0a7\tone\n  \uf0d8 two", "• one\n  • two", "\uf0a7\uf0d8"),
        ("a \uf0a7 b", "a ♣ b", "\uf0a7"),
        ("•\tone\no\tinner", "• one\n  • inner", ""),
        ("o\tno bullet", "o no bullet", ""),
    ],
)
def test_bullets_of_word(text: str, expected: str, signs: str) -> None:
    cleaned = clean(text)
    assert (cleaned.text, cleaned.symbols) == (expected, signs)
    assert all(f'U+{ord(one):04X} as "' in remarks(cleaned, text, at_offset)[0].message for one in signs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pourquoi\u00a0? «\u00a0oui\u00a0»", "Pourquoi\u202f? «\u202foui\u202f»"),
        ("a\u00a0: b", "a\u202f: b"),
        ("a\u00a0b", "a b"),
    ],
)
def test_the_no_break_spaces_of_french_stay(text: str, expected: str) -> None:
    assert clean(text).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb", "a b"),
        ("  a   b \n\n c ", "a b c"),
        ("漢字\n漢字", "漢字漢字"),
        ("漢字\nabc", "漢字 abc"),
        ("data-\ndriven", "data-driven"),
        ("non-\n  Gaussian", "non-Gaussian"),
        ("pre-\nand post", "pre- and post"),
        ("a -\nb", "a - b"),
        ("Talk\r\nBcc: all".replace("\r\n", "\n"), "Talk Bcc: all"),
    ],
)
def test_one_line(text: str, expected: str) -> None:
    assert one_line(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Hello" she said', "“Hello” she said"),
        ("it's 'fine'", "it’s ‘fine’"),
        ('("quoted")', "(“quoted”)"),
        ("the '90s", "the ’90s"),
        ("O'Brien and the authors' words", "O’Brien and the authors’ words"),
        ("a - b -- c", "a – b – c"),
        ("1986--1990", "1986–1990"),
        ("a---b", "a—b"),
        ("a ---b--- c", "a —b— c"),
        ("well-known --option -1", "well-known --option -1"),
        ('see https://example.org/a--b\'c "x"', "see https://example.org/a--b'c “x”"),
        ("60° 30' 15\"", "60° 30′ 15″"),
        ('"in 1986"', "“in 1986”"),
        ('"a" and "b"', "“a” and “b”"),
        ('say "a "', "say “a ”"),
    ],
)
def test_typographic_signs(text: str, expected: str) -> None:
    assert typographic(text) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("de", "„a“"), ("de-CH", "„a“"), ("en-GB", "“a”"), ("sv", "”a”"), ("pl", "„a”"), ("ja", "“a”"), ("bg", "„a“")],
)
def test_quotes_are_those_of_the_language(language: str, expected: str) -> None:
    assert typographic('"a"', language) == expected


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text).text
    assert clean(once).text == once


@given(st.text())
def test_nothing_visible_is_lost(text: str) -> None:
    cleaned = clean(text)
    text = "".join(clean(c).text if c in cleaned.symbols else c for c in text)
    expected = unicodedata.normalize("NFKC", "".join(c for c in text if c not in cleaned.dropped))
    assert [c for c in unicodedata.normalize("NFKC", cleaned.text) if c not in cleaned.dropped and not c.isspace()] == [
        c for c in expected if not c.isspace()
    ]


@given(st.text(alphabet="ab1'\"- –“”‘’", max_size=30))
def test_signs_keep_every_other_character(text: str) -> None:
    keep = str.maketrans("", "", "'\"-–—“”‘’′″")
    assert typographic(text).translate(keep) == text.translate(keep)


def test_texts_that_are_left_alone_at_once_are_those_that_cleaning_would_leave_alone() -> None:
    letters = [sign for sign in map(chr, range(0x110000)) if _CLEAN.fullmatch(sign) and sign != "\u00a0"]
    assert len(letters) > 400
    # a private-use letter of Symbol sends the text the long way round
    for letter in letters:
        assert clean(f"\uf061{letter}x").text == f"α{letter}x"
    assert all(unicodedata.is_normalized("NFC", first + second) for first in letters for second in letters)


@pytest.mark.parametrize(
    "text", ["30\u00a0%", "5\u00a0km", "a\u00a0b", "ici\u00a0: là", "«\u00a0ici\u00a0»", "5\u00a0\u00a0km", "\u00a0"]
)
def test_no_break_spaces_alone_are_cleaned_as_among_other_things(text: str) -> None:
    assert clean(f"\uf061 {text} ").text == f"α {clean(text).text} "
