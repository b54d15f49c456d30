"""Words become operands that show the right glyphs and say the right text, and pieces that line breaking can weigh."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.binding.content_stream import is_string, operations, string_bytes
from booklet.lettering.cuts import ANYWHERE, AS_WRITTEN, COMPOUNDS_TOO, EFFORTS, HYPHENATED, Cut
from booklet.lettering.face import LINE_HYPHEN, Face, Shaped
from booklet.lettering.hyphens import Hyphens, hyphens_for
from booklet.lettering.operands import CODES, is_open, resolved, spoken_parts
from booklet.lettering.word_table import Parted, Word, WordTable
from booklet.styling.fonts import FontFile
from sheet import letters, style, voice

TABLE = letters().table(voice())
BACKWARDS = letters().table(voice(), backwards=True)


def table_of(
    face: str, *features: str, language: str = "en-US", fallback: bool = True, backwards: bool = False
) -> WordTable:
    faces = tuple(letters()._open(font) for font in style().fallback) if fallback else ()
    hyphens = hyphens_for(language)
    return WordTable(letters().face(face), lambda: faces, features, language, hyphens, backwards=backwards)


def faces_of(table: WordTable, word: Word) -> list[str]:
    """The faces of a word's glyphs in turn, without repetitions."""
    keys = [table.faces[code >> 16].key for code in word.codes]
    return [key for index, key in enumerate(keys) if index == 0 or keys[index - 1] != key]


def spoken(word: Word) -> list[str]:
    """The ActualTexts in a word's operands."""
    return [text for _, text in spoken_parts(f"[({word.operands})]TJ") if text]


def seen(table: WordTable, word: Word) -> tuple[str, float]:
    """What a viewer makes of a word: its text (ActualTexts, and what the fonts say of all other glyphs), which it turns round
    where letters run from right to left, and how far it moves on, in 1/1000 of the size."""
    faces = {face.key.encode(): face for face in table.faces}
    face = table.face
    out, x = [], 0.0
    for operators, text in spoken_parts(f"[({word.operands})]TJ"):
        out.append(text)
        for operation in operations(resolved(operators, 10, 0).encode("latin-1")):
            if operation.operator == b"Tf":
                face = faces[operation.operands[0].removeprefix(b"/")]
            for token in operation.operands if operation.operator == b"TJ" else ():
                codes = string_bytes(token) if is_string(token) else b""
                glyphs = [high << 8 | low for high, low in zip(codes[::2], codes[1::2], strict=True)]
                out += [face.text_of(glyph) for glyph in glyphs if not text]
                x += sum(face.widths[glyph] for glyph in glyphs)
                x -= 0 if codes or token in {b"[", b"]", b"()"} else float(token)
    return "".join(out[::-1] if table is BACKWARDS else out), x


def read_back(table: WordTable, word: Word) -> str:
    return seen(table, word)[0]


def parted(table: WordTable, text: str, effort: int) -> Parted:
    (found,) = table.parted_words(effort, (text,))
    return found


@pytest.mark.parametrize(
    "text", ["the", "efficient", "fjord", "Žiga", "Łódź", "x²", "H₂O", "αβγ", "Москва", "p<0.05", "(a)", "𝒪(n²)", "ẞ"]
)
def test_no_actual_text_where_glyphs_say_the_text(text: str) -> None:
    assert spoken(TABLE.word(text)) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("e\u0301", ["e\u0301"]),  # drawn with the composed glyph, which says U+00E9
        ("re\u0301sume\u0301", ["e\u0301", "e\u0301"]),
        ("क्षत्रिय", ["त्रि"]),
        ("中", ["中"]),
        ("中文", ["中", "文"]),
        ("a😀b", ["😀"]),
        ("❤\ufe0f", ["❤\ufe0f"]),
        ("q\u0301", ["q\u0301"]),  # the mark is moved sideways
    ],
)
def test_actual_text_where_glyphs_do_not_say_the_text(text: str, parts: list[str]) -> None:
    word = TABLE.word(text)
    assert spoken(word) == parts
    assert read_back(TABLE, word) == text


@pytest.mark.parametrize("text", ["שלום", "מודל־אקלים", "קידוד", "אבגדהוזחטי"])
def test_letters_from_right_to_left_are_shown_as_they_are_seen(text: str) -> None:
    """From left to right: readers turn them round."""
    word = BACKWARDS.word(text)
    assert spoken(word) == []
    assert seen(BACKWARDS, word) == (text, word.advance)
    faces = BACKWARDS.faces
    assert "".join(faces[code >> 16].text_of(code & 65535) for code in word.codes) == text[::-1]


@pytest.mark.parametrize("text", ["مرحبا", "سلام", "بِسْمِ", "العربية", "שָׁלוֹם", "שלום,", "(שלום)", "«سلام»"])
def test_text_from_right_to_left_is_read_back(text: str) -> None:
    """Also where the face of the line has the punctuation and another one the letters."""
    word = BACKWARDS.word(text)
    assert seen(BACKWARDS, word) == (text, word.advance)


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
    assert read_back(TABLE, word) == text


def test_features_make_other_words() -> None:
    assert table_of("serif", "sups").word("1").codes != TABLE.word("1").codes
    assert table_of("serif", "onum").word("1987").advance != 0


def test_a_word_is_shaped_once() -> None:
    assert TABLE.word("assimilation") is TABLE.word("assimilation")
    assert parted(TABLE, "assimilation", HYPHENATED) is parted(TABLE, "assimilation", HYPHENATED)


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
            ("assimilation", AS_WRITTEN, "assimilation"),
            ("assimilation", HYPHENATED, "as~sim~i~la~tion"),
            ("(assimilation),", HYPHENATED, "(as~sim~i~la~tion),"),
            ("Assimilation", HYPHENATED, "Assimilation"),
            ("ASSIMILATION", HYPHENATED, "ASSIMILATION"),
            ("data2vector", HYPHENATED, "data2vector"),
            ("four", HYPHENATED, "four"),
            ("three-dimensional", AS_WRITTEN, "three-|dimensional"),
            ("three-dimensional", HYPHENATED, "three-|dimensional"),
            ("three-dimensional", COMPOUNDS_TOO, "three-|di~men~sional"),
            ("2024–2026", AS_WRITTEN, "2024–|2026"),
            ("input/output", AS_WRITTEN, "input/|output"),
            ("and/or", AS_WRITTEN, "and/or"),
            ("W/m²", COMPOUNDS_TOO, "W/m²"),
            ("-1.5", HYPHENATED, "-1.5"),
            ("x--y", AS_WRITTEN, "x--y"),
            ("https://a.org/b-c?d=e&f", HYPHENATED, "https://a.org/|b-c|?d|=e|&f"),
            ("doi:10.5194/gmd-1", AS_WRITTEN, "doi:10.5194/|gmd-1"),
            ("www.met.no", AS_WRITTEN, "www.met.no"),
            ("abc", ANYWHERE, "a|b|c"),
            ("e\u0301a", ANYWHERE, "e\u0301|a"),
            ("क्षि", ANYWHERE, "क्षि"),
            ("👩\u200d🔬x", ANYWHERE, "👩\u200d🔬|x"),
            ("", ANYWHERE, ""),
        ],
    )
    def test_where_words_may_be_parted(self, text: str, effort: int, shown: str) -> None:
        cuts = parted(TABLE, text, effort).cuts
        marks = {cut.at: "~" if cut.hyphen else "|" for cut in cuts}
        assert "".join(marks.get(at, "") + character for at, character in enumerate(text)) == shown

    def test_no_patterns_no_hyphens(self) -> None:
        table = table_of("serif", language="zh")
        assert not table.can_hyphenate
        assert parted(table, "assimilation", HYPHENATED).cuts == ()

    def test_the_language_decides(self) -> None:
        german, english = table_of("serif", language="de"), TABLE
        assert [cut.at for cut in parted(german, "abendessen", HYPHENATED).cuts] == [5, 7]
        assert parted(german, "abendessen", HYPHENATED).cuts != parted(english, "abendessen", HYPHENATED).cuts

    @pytest.mark.parametrize("effort", EFFORTS)
    @pytest.mark.parametrize(
        "text", ["assimilation", "three-dimensional", "a中b", "שלום-עולם", "中文中文", "e\u0301t\u0301"]
    )
    def test_pieces_add_up_to_the_word(self, text: str, effort: int) -> None:
        pieces, cuts = parted(TABLE, text, effort)
        assert len(pieces) == len(cuts) + 1
        assert sum(piece[0] for piece in pieces) == TABLE.word(text).advance + TABLE.space
        assert pieces[0][6] == TABLE.word(text).left
        assert pieces[-1][3] == -TABLE.space - TABLE.word(text).right

    def test_penalties(self) -> None:
        assert [piece[7] for piece in parted(TABLE, "three-dimensional", AS_WRITTEN).pieces] == [50, 0]
        assert {piece[7] for piece in parted(TABLE, "assimilation", HYPHENATED).pieces} == {100, 0}
        assert [piece[7] for piece in parted(TABLE, "ab", ANYWHERE).pieces] == [1000, 0]
        assert [piece[8] for piece in parted(TABLE, "three-dimensional", AS_WRITTEN).pieces] == [1, 0]
        assert [piece[8] for piece in parted(TABLE, "input/output", AS_WRITTEN).pieces] == [0, 0]


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Co", "Cn")), min_size=1, max_size=12
)


@settings(max_examples=300, deadline=None)
@given(words, st.sampled_from(EFFORTS), st.sampled_from([TABLE, BACKWARDS]))
def test_any_word_has_operands_and_pieces(text: str, effort: int, table: WordTable) -> None:
    word = table.word(text)
    text_seen, advance = seen(table, word)
    assert advance == word.advance
    assert text_seen == text if table is TABLE else Counter(text_seen) == Counter(text)
    done = resolved(word.operands, 10.0, 0.0)
    assert is_open(word.operands) == (done != word.operands)
    assert all(max(part) <= "\xff" for part, _ in spoken_parts(f"[({done})]TJ"))
    pieces, cuts = parted(table, text, effort)
    assert all(0 < cut.at < len(text) for cut in cuts)
    assert list(cuts) == sorted(set(cuts))
    assert sum(piece[0] for piece in pieces) == word.advance + table.space
    assert all(isinstance(code, int) and code & 65535 < LINE_HYPHEN for code in word.codes)
    for start, end in pairwise([0, *(cut.at for cut in cuts), len(text)]):
        assert Counter(read_back(table, table.fragment(text, start, end, False))) == Counter(text[start:end])


class CountingFace(Face):
    """A face that remembers what it was asked to shape."""

    def __init__(self, font: FontFile) -> None:
        super().__init__(font)
        self.asked: list[str] = []

    def shape(
        self,
        text: str,
        features: dict[str, bool],
        language: str,
        backwards: bool = False,
        among: tuple[str, str] = ("", ""),
    ) -> Shaped:
        self.asked.append(text)
        return super().shape(text, features, language, backwards, among)


def test_every_word_is_shaped_once_however_hard_lines_are_broken() -> None:
    face = CountingFace(style().font("serif"))
    table = WordTable(face, lambda: (), (), "en-US", hyphens_for("en-US"))
    for effort in [*EFFORTS, *EFFORTS]:
        parts = table.parted_words(effort, ("assimilation", "three-dimensional", "assimilation"))
        assert len(parts) == 3
        table.word("assimilation")
    # single letters and pairs are asked for the kern between them
    assert sorted(text for text in face.asked if len(text) > 2) == ["assimilation", "three-dimensional"]
    table.fragment("assimilation", 0, 5, True)
    table.fragment("assimilation", 0, 5, False)
    assert face.asked[-1] == "assim"
    assert len(face.asked) == len(set(face.asked))


def test_faces_to_fall_back_on_are_opened_when_a_word_needs_them() -> None:
    opened = []

    def fallback() -> tuple[Face, ...]:
        opened.append(1)
        return TABLE.faces

    table = WordTable(letters().face("serif"), fallback, (), "en-US", None)
    table.word("plain")
    table.parted_words(ANYWHERE, ("efficient",))
    assert opened == []
    assert faces_of(table, table.word("𝒪")) == ["NotoSansMath-Regular"]
    assert opened


def test_bold_words_fall_back_on_bold_faces() -> None:
    bold = letters().table(voice(face="serif-bold"), backwards=True)
    assert faces_of(bold, bold.word("שלום")) == ["NotoSerifHebrew-Bold"]
    assert faces_of(BACKWARDS, BACKWARDS.word("שלום")) == ["NotoSerifHebrew-Regular"]


def test_liang_patterns_may_be_given_by_hand() -> None:
    face: Face = letters().face("serif")
    table = WordTable(face, lambda: (), (), "x", Hyphens({"ab": "a1b"}))
    assert parted(table, "cacab", HYPHENATED).cuts == ()
    assert parted(table, "cabbala", HYPHENATED).cuts == (Cut(2, hyphen=True),)


def test_shapes_of_few_words_are_kept_and_parts_are_the_same_without_them() -> None:
    table, other = table_of("serif"), table_of("serif")
    table.word("spectroscopy")
    for number in range(5000):
        table.word(f"w{number}")
    assert len(table._shapes) < 5000
    assert "spectroscopy" not in table._shapes
    assert table.parted_words(HYPHENATED, ("spectroscopy",)) == other.parted_words(HYPHENATED, ("spectroscopy",))
