"""Words become operands that show the right glyphs and say the right text, and pieces that line breaking can weigh."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.lettering.face import LINE_HYPHEN, Face
from booklet.lettering.hyphens import Hyphens, hyphens_for
from booklet.lettering.operands import CODES
from booklet.lettering.word_table import Cut, Word, WordTable
from sheet import letters, style, voice

TABLE = letters().table(voice())


def table_of(face: str, *features: str, language: str = "en-US", fallback: bool = True) -> WordTable:
    faces = tuple(letters()._open(font) for font in style().fallback) if fallback else ()
    return WordTable(letters().face(face), lambda: faces, features, language, hyphens_for(language))


def faces_of(table: WordTable, word: Word) -> list[str]:
    """The faces of a word's glyphs in turn, without repetitions."""
    keys = [table.faces[code >> 16].key for code in word.codes]
    return [key for index, key in enumerate(keys) if index == 0 or keys[index - 1] != key]


def spoken(word: Word) -> list[str]:
    """The ActualTexts in a word's operands."""
    return [
        bytes.fromhex(text[4:]).decode("utf-16-be") for text in re.findall(r"/ActualText<([0-9A-F]+)>", word.operands)
    ]


@pytest.mark.parametrize(
    "text", ["the", "efficient", "fjord", "Žiga", "Łódź", "x²", "H₂O", "αβγ", "Москва", "p<0.05", "(a)", "𝒪(n²)", "ẞ"]
)
def test_no_actual_text_where_glyphs_say_the_text(text: str) -> None:
    assert spoken(TABLE.word(text)) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("e\u0301", ["e\u0301"]),  # drawn with the composed glyph, which says U+00E9
        ("שלום", ["שלום"]),
        ("مرحبا", ["مرحبا"]),
        ("क्षत्रिय", ["क्षत्रिय"]),
        ("中", ["中"]),
        ("a😀b", ["a😀b"]),
        ("x-שלום-y", ["שלום"]),
        ("❤\ufe0f", ["❤\ufe0f"]),
    ],
)
def test_actual_text_where_glyphs_do_not_say_the_text(text: str, parts: list[str]) -> None:
    assert spoken(TABLE.word(text)) == parts


def test_each_character_comes_from_the_first_face_that_has_it() -> None:
    word = TABLE.word("a𝒪b")
    assert faces_of(TABLE, word) == ["SourceSerif4-Regular", "NotoSansMath-Regular", "SourceSerif4-Regular"]
    assert word.operands.count("/NotoSansMath-Regular") == 1
    assert word.operands.endswith(CODES[letters().face("serif").cmap[ord("b")]])
    assert faces_of(TABLE, TABLE.word("abc")) == ["SourceSerif4-Regular"]


def test_a_face_does_not_fall_back_on_itself() -> None:
    assert [face.key for face in TABLE.faces].count("SourceSerif4-Regular") == 1
    assert TABLE.faces[0] is TABLE.face


@pytest.mark.parametrize("text", ["\u2207\u0303", "\u0436\u0301", "\u05e9\u05c1", "\u0915\u093f", "\u2764\ufe0f"])
def test_marks_and_selectors_stay_with_their_base(text: str) -> None:
    assert len(faces_of(TABLE, TABLE.word(text))) == 1


def test_missing_characters_get_a_stand_in_and_keep_their_text() -> None:
    alone = table_of("serif", fallback=False)
    word = alone.word("中")
    assert word.codes == (alone.face.cmap[ord("?")],)
    assert spoken(word) == ["中"]
    noto = WordTable(next(face for face in TABLE.faces if face.key == "NotoSerif-Regular"), lambda: (), (), "en", None)
    assert noto.word("中").codes == (noto.face.cmap[0xFFFD],)


@pytest.mark.parametrize("text", ["क्\u200dष", "نامه\u200cای", "👩\u200d🔬", "א\u200eב", "❤\ufe0f"])
def test_hidden_characters_get_no_stand_in(text: str) -> None:
    """Joiners, direction marks and selectors shape their neighbors; a face need not have them."""
    hidden = sum(character in "\u200c\u200d\u200e\ufe0f" for character in text)
    word = table_of("serif").word(text)
    stands_in = word.codes.count(TABLE.face.cmap[ord("?")])
    assert stands_in <= len(text) - hidden
    without = table_of("serif").word(re.sub("[\u200e\ufe0f]", "", text))
    if "\u200d" not in text and "\u200c" not in text:
        assert word.advance == without.advance
    assert "".join(spoken(word)) == text


def test_features_make_other_words() -> None:
    assert table_of("serif", "sups").word("1").codes != TABLE.word("1").codes
    assert table_of("serif", "onum").word("1987").advance != 0


def test_a_word_is_shaped_once() -> None:
    assert TABLE.word("assimilation") is TABLE.word("assimilation")
    assert TABLE.parted("assimilation", 1) is TABLE.parted("assimilation", 1)


def test_protrusion_is_a_share_of_the_character() -> None:
    face = TABLE.face
    assert TABLE.word("end.").right == round(0.7 * face.widths[face.cmap[ord(".")]])
    assert TABLE.word("“so”").left == round(0.5 * face.widths[face.cmap[ord("“")]])
    assert TABLE.word("mom").left == TABLE.word("mom").right == 0
    assert TABLE.word("") == Word(0, "", 0, 0, ())


class TestFragments:
    def test_a_hyphen_that_breaking_puts_in_is_a_soft_one(self) -> None:
        word = TABLE.fragment("assimilation", 0, 5, True)
        plain = TABLE.word("assim")
        assert word.codes == (*plain.codes, LINE_HYPHEN)
        assert word.advance == plain.advance + TABLE.hyphen
        assert word.operands == plain.operands + "\xff\xf0"
        assert word.right == round(0.7 * TABLE.hyphen)

    def test_a_part_without_hyphen_is_a_word_of_its_own(self) -> None:
        assert TABLE.fragment("assimilation", 5, 12, False) == TABLE.word("ilation")

    def test_ligatures_are_parted(self) -> None:
        assert TABLE.fragment("office", 0, 2, True).codes[:-1] == TABLE.word("of").codes


class TestCuts:
    @pytest.mark.parametrize(
        ("text", "effort", "shown"),
        [
            ("assimilation", 0, "assimilation"),
            ("assimilation", 1, "as~sim~i~la~tion"),
            ("(assimilation),", 1, "(as~sim~i~la~tion),"),
            ("Assimilation", 1, "Assimilation"),
            ("ASSIMILATION", 1, "ASSIMILATION"),
            ("data2vector", 1, "data2vector"),
            ("four", 1, "four"),
            ("three-dimensional", 0, "three-|dimensional"),
            ("three-dimensional", 1, "three-|dimensional"),
            ("2024–2026", 0, "2024–|2026"),
            ("and/or", 0, "and/|or"),
            ("-1.5", 1, "-1.5"),
            ("x--y", 0, "x--y"),
            ("https://a.org/b-c?d=e&f", 1, "https://|a.|org/|b-|c?|d=|e&|f"),
            ("doi:10.5194/gmd-1", 0, "doi:|10.|5194/|gmd-|1"),
            ("www.met.no", 0, "www.|met.|no"),
            ("abc", 2, "a|b|c"),
            ("e\u0301a", 2, "e\u0301|a"),
            ("क्षि", 2, "क्|षि"),
            ("👩\u200d🔬x", 2, "👩\u200d🔬|x"),
            ("", 2, ""),
        ],
    )
    def test_where_words_may_be_parted(self, text: str, effort: int, shown: str) -> None:
        cuts = TABLE.parted(text, effort).cuts
        marks = {cut.at: "~" if cut.hyphen else "|" for cut in cuts}
        assert "".join(marks.get(at, "") + character for at, character in enumerate(text)) == shown

    def test_no_patterns_no_hyphens(self) -> None:
        table = table_of("serif", language="zh")
        assert not table.can_hyphenate
        assert table.parted("assimilation", 1).cuts == ()

    def test_the_language_decides(self) -> None:
        german, english = table_of("serif", language="de"), TABLE
        assert [cut.at for cut in german.parted("abendessen", 1).cuts] == [5, 7]
        assert german.parted("abendessen", 1).cuts != english.parted("abendessen", 1).cuts

    @pytest.mark.parametrize("effort", [0, 1, 2])
    @pytest.mark.parametrize(
        "text", ["assimilation", "three-dimensional", "a中b", "שלום-עולם", "中文中文", "e\u0301t\u0301"]
    )
    def test_pieces_add_up_to_the_word(self, text: str, effort: int) -> None:
        parted = TABLE.parted(text, effort)
        assert len(parted.pieces) == len(parted.cuts) + 1
        assert sum(piece[0] for piece in parted.pieces) == TABLE.word(text).advance + TABLE.space
        assert parted.pieces[0][6] == TABLE.word(text).left
        assert parted.pieces[-1][3] == -TABLE.space - TABLE.word(text).right

    def test_penalties(self) -> None:
        assert [piece[7] for piece in TABLE.parted("three-dimensional", 0).pieces] == [50, 0]
        assert {piece[7] for piece in TABLE.parted("assimilation", 1).pieces} == {100, 0}
        assert [piece[7] for piece in TABLE.parted("ab", 2).pieces] == [1000, 0]
        assert [piece[8] for piece in TABLE.parted("three-dimensional", 0).pieces] == [1, 0]
        assert [piece[8] for piece in TABLE.parted("a/b", 0).pieces] == [0, 0]


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Co", "Cn")), min_size=1, max_size=12
)


@settings(max_examples=300, deadline=None)
@given(words, st.sampled_from([0, 1, 2]))
def test_any_word_has_operands_and_pieces(text: str, effort: int) -> None:
    word = TABLE.word(text)
    glyphs = "".join(TABLE.faces[code >> 16].text_of(code & 65535) for code in word.codes)
    assert glyphs == text or "".join(spoken(word))
    assert word.operands.count(">BDC[") == word.operands.count(" EMC[") == len(spoken(word))
    assert max(word.operands) <= "\xff" or TABLE.open_words
    parted = TABLE.parted(text, effort)
    assert all(0 < cut.at < len(text) for cut in parted.cuts)
    assert list(parted.cuts) == sorted(set(parted.cuts))
    assert sum(piece[0] for piece in parted.pieces) == word.advance + TABLE.space
    assert all(isinstance(code, int) and code & 65535 < LINE_HYPHEN for code in word.codes)


def test_liang_patterns_may_be_given_by_hand() -> None:
    face: Face = letters().face("serif")
    table = WordTable(face, lambda: (), (), "x", Hyphens({"ab": "a1b"}))
    assert table.parted("cacab", 1).cuts == ()
    assert table.parted("cabbala", 1).cuts == (Cut(2, hyphen=True),)
