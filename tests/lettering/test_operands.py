"""Operands are PDF syntax whatever the glyph codes, and what depends on the size is filled in for it."""

import pytest

from booklet.binding.content_stream import is_string, operations, string_bytes
from booklet.lettering.face import Shaped
from booklet.lettering.operands import CODES, resolved, string_operands, with_actual_text, with_face
from booklet.pdf_syntax import pdf_number
from sheet import letters


def shown(operands: str) -> bytes:
    """The codes that a reader finds in the strings of a TJ array."""
    (operation,) = operations(f"[({operands})]TJ".encode("latin-1"))
    return b"".join(string_bytes(token) for token in operation.operands if is_string(token))


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


def test_actual_text_is_utf_16() -> None:
    assert "/ActualText<FEFF0041D835DCAA>" in with_actual_text("x", "A\U0001d4aa")


def test_what_is_drawn_at_no_particular_size_stays_as_it_is() -> None:
    assert resolved("[(abc)]TJ", 10, 2) == "[(abc)]TJ"
