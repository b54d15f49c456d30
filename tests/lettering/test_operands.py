"""Operands are PDF syntax whatever the glyph codes, and what depends on the size is filled in for it."""

import pytest

from booklet.binding.content_stream import is_string, operations, string_bytes
from booklet.lettering.face import Face, Shaped
from booklet.lettering.operands import (
    CODES,
    joined,
    resolved,
    spoken_operands,
    spoken_parts,
    string_operands,
    with_actual_text,
    with_face,
)
from booklet.pdf_syntax import pdf_number
from sheet import letters


def shown(operands: str) -> bytes:
    """The codes that a reader finds in the strings of a TJ array."""
    assert len(list(operations(f"[({operands})]TJ".encode("latin-1")))) == 1
    return strings(f"[({operands})]TJ")


def strings(operators: str) -> bytes:
    """The codes in all strings."""
    found = operations(operators.encode("latin-1"))
    return b"".join(string_bytes(token) for one in found for token in one.operands if is_string(token))


@pytest.mark.parametrize(
    "glyph", [0, 10, 13, 40, 41, 92, 0x0D0A, 0x280D, 0x2829, 0x5C5C, 0x5C28, 0x0A0D, 0xFFF0, 0xFFFF]
)
def test_codes_survive_the_syntax_of_strings(glyph: int) -> None:
    assert shown(CODES[glyph]) == glyph.to_bytes(2, "big")


def test_all_codes_in_a_row() -> None:
    assert shown("".join(CODES[glyph] for glyph in range(65536))) == b"".join(
        glyph.to_bytes(2, "big") for glyph in range(65536)
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (-0.0001, "0"), (10, "10"), (1.25, "1.25"), (-3.14159, "-3.142"), (1e-9, "0"), (1e6, "1000000")],
)
def test_numbers(value: float, text: str) -> None:
    assert pdf_number(value) == text


def test_natural_advances_need_no_adjustment() -> None:
    face = letters().face("serif")
    glyphs = [face.cmap[ord(letter)] for letter in "no"]
    widths = [face.widths[glyph] for glyph in glyphs]
    assert string_operands(face, Shaped(glyphs, widths, [0, 1], [])) == "".join(CODES[glyph] for glyph in glyphs)


def test_kerning_is_an_adjustment_after_the_glyph() -> None:
    face = letters().face("serif")
    first, second = (face.cmap[ord(letter)] for letter in "no")
    shaped = Shaped([first, second], [face.widths[first] - 30, face.widths[second] + 5], [0, 1], [])
    assert string_operands(face, shaped) == f"{CODES[first]})30({CODES[second]})-5("


def test_a_moved_mark_is_raised_and_put_back() -> None:
    face = letters().face("serif")
    base, mark = face.cmap[ord("q")], face.cmap[0x301]
    width = face.widths[base]
    shaped = Shaped([base, mark], [width, 0], [0, 0], [(0, 0), (-200, 150)])
    operators = resolved(f"[({string_operands(face, shaped)})]TJ", 20, 1.0)
    assert "4 Ts" in operators  # 1 + 150 × 20 / 1000
    assert operators.rindex("1 Ts") > operators.index("4 Ts")
    assert operators.startswith(f"[({CODES[base]})200(")
    assert f"){face.widths[mark] - 200}(" in operators


def test_another_face_is_switched_to_and_back_in_the_size_it_is_drawn() -> None:
    operators = resolved(f"[({with_face('ab', 'Other', 'Own')})]TJ", 9.5, 0)
    assert operators == "[()]TJ/Other 9.5 Tf[(ab)]TJ/Own 9.5 Tf[()]TJ"


@pytest.mark.parametrize("text", ["A\U0001d4aa", "\u202e(\\)", "\ud800", "שלום", "]TJ [("])
def test_what_is_said_is_found_again(text: str) -> None:
    ((operators, found),) = spoken_parts(f"[({with_actual_text('x', text)})]TJ")
    assert (operators.strip(), found) == ("[(x)]TJ", text)


def test_what_is_said_stands_between_what_says_itself() -> None:
    parts = spoken_parts(f"[(ab{with_actual_text('x', 'X')}{with_actual_text('y', 'Y')}c)]TJ")
    assert [(operators.strip(), text) for operators, text in parts] == [
        ("[(ab)]TJ", ""),
        ("[(x)]TJ", "X"),
        ("[(y)]TJ", "Y"),
        ("[(c)]TJ", ""),
    ]
    assert spoken_parts("[(ab)]TJ") == [("[(ab)]TJ", "")]


class TestSpoken:
    """Clusters whose glyphs do not say what they mean."""

    FACE = letters().face("serif")

    def shaped(self, meant: str, offsets: list[tuple[int, int]] | None = None) -> Shaped:
        glyphs = [self.FACE.cmap[ord(letter)] for letter in meant]
        return Shaped(glyphs, [self.FACE.widths[glyph] for glyph in glyphs], list(range(len(glyphs))), offsets or [])

    def parts(self, shaped: Shaped, text: str) -> list[tuple[bytes, str]]:
        found = spoken_parts(f"[({spoken_operands(self.FACE, shaped, text)})]TJ")
        return [(strings(resolved(part, 10, 0)), said) for part, said in found]

    def codes(self, text: str) -> bytes:
        return b"".join(self.FACE.cmap[ord(letter)].to_bytes(2, "big") for letter in text)

    def test_only_they_are_given_their_text(self) -> None:
        assert self.parts(self.shaped("abc"), "aXc") == [
            (self.codes("a"), ""),
            (self.codes("b"), "X"),
            (self.codes("c"), ""),
        ]

    def test_neighbors_that_say_their_text_are_one_part(self) -> None:
        assert self.parts(self.shaped("abc"), "abc") == [(self.codes("abc"), "")]

    def test_a_cluster_of_two_characters_is_given_both(self) -> None:
        shaped = self.shaped("ab")
        merged = Shaped(shaped.glyphs, shaped.advances, [0, 2], [])
        assert self.parts(merged, "e\u0301b") == [(self.codes("a"), "e\u0301"), (self.codes("b"), "")]

    def test_a_word_with_a_mark_moved_sideways_is_given_whole(self) -> None:
        moved = self.shaped("abc", [(0, 0), (-40, 0), (0, 0)])
        assert [said for _, said in self.parts(moved, "abc")] == ["abc"]

    def test_a_mark_moved_upwards_only_is_not(self) -> None:
        raised = self.shaped("abc", [(0, 0), (0, 40), (0, 0)])
        assert {said for _, said in self.parts(raised, "abc")} == {""}


def places(operands: str, face: Face) -> list[tuple[int, float]]:
    """Glyphs in the order in which they are shown, each with where it begins, in 1/1000 of the size; then 0 and the end."""
    found: list[tuple[int, float]] = []
    x = 0.0
    for operation in operations(resolved(f"[({operands})]TJ", 10, 0).encode("latin-1")):
        for token in operation.operands if operation.operator == b"TJ" else []:
            if is_string(token):
                for high, low in pairs(string_bytes(token)):
                    found.append((high << 8 | low, x))
                    x += face.widths[high << 8 | low]
            elif token not in {b"[", b"]"}:
                x -= float(token)
    return [*found, (0, x)]


def pairs(codes: bytes) -> list[tuple[int, int]]:
    return list(zip(codes[::2], codes[1::2], strict=True))


class TestJoined:
    def line(self, *words: str, between: str = "") -> str:
        return f"[({between.join(words)})]TJ"

    def test_words_of_one_other_face_are_shown_in_one_go(self) -> None:
        word = with_face("ab", "Other", "Own")
        once = resolved(joined(self.line(word, word, word)), 9, 0)
        assert once == "[()]TJ/Other 9 Tf[(ababab)]TJ/Own 9 Tf[()]TJ"

    def test_the_white_between_them_stays(self) -> None:
        word = with_face("ab", "Other", "Own")
        once = resolved(joined(self.line(word, word, between=")-20(")), 9, 0)
        assert once == "[()]TJ/Other 9 Tf[(ab)-20(ab)]TJ/Own 9 Tf[()]TJ"

    def test_spaces_are_shown_in_the_face_of_the_line(self) -> None:
        word = with_face("ab", "Other", "Own")
        line = self.line(word, word, between=" ")
        assert joined(line) == line

    def test_words_of_two_other_faces_stay_apart(self) -> None:
        line = self.line(
            with_face("ab", "Other", "Own"), with_face("cd", "Third", "Own"), with_face("e", "Third", "Own")
        )
        once = resolved(joined(line), 9, 0)
        assert once == "[()]TJ/Other 9 Tf[(ab)]TJ/Own 9 Tf[()]TJ/Third 9 Tf[(cde)]TJ/Own 9 Tf[()]TJ"

    def test_nothing_to_join(self) -> None:
        assert joined("[(abc)]TJ") == "[(abc)]TJ"


def test_what_is_drawn_at_no_particular_size_stays_as_it_is() -> None:
    assert resolved("[(abc)]TJ", 10, 2) == "[(abc)]TJ"
