"""What cannot be set is refused with a reason, and nothing that is typed raises anything else or takes long."""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.lettering.mathematics import symbols
from booklet.lettering.mathematics.alphabets import ALPHABETS, styled
from booklet.lettering.mathematics.commands import COMMANDS
from booklet.lettering.mathematics.formula import CannotSetError, display_lines, set_formula
from booklet.lettering.mathematics.math_font import math_font
from booklet.limits import FORMULA, FORMULA_CELLS, FORMULA_DEPTH

REFUSED = [
    ("", "it is empty"),
    (r"\,", "it is empty"),
    (r"\eps", r"the command \eps is not known"),
    (r"x + \Foo{y}", r"the command \Foo is not known"),
    (r"\@", r"the command \@ is not known"),
    ("{x", "a brace { has no partner }"),
    ("x}", "a brace } has no partner {"),
    (r"\left( x", r"\middle or \right is missing"),
    (r"x \right)", r"the command \right is not known"),
    (r"\left x y \right)", "x is no fence"),
    (r"\left", "a fence is missing"),
    (r"\left( {x \right) }", r"the command \right is not known"),
    (r"\left( x & y \right)", '"&" stands where it has no meaning'),
    ("x^", '"^" lacks what it stands before'),
    (r"{x^}", '"^" lacks what it stands before'),
    (r"\frac{1}", r"\frac lacks what it stands before"),
    (r"\text", r"\text lacks what it stands before"),
    ("x^a^b", "two superscripts follow each other"),
    ("x_a_b", "two subscripts follow each other"),
    ("a $ b", '"$" stands where it has no meaning'),
    (r"\begin{pmatrix} a", r"\end or"),
    (r"\begin{pmatrix} a \end{matrix}", r"\begin{pmatrix} ends with \end{matrix}"),
    (r"\begin{tikzpicture} a \end{tikzpicture}", "the environment tikzpicture is not known"),
    (r"\end{matrix}", r"the command \end is not known"),
    (r"\begin{matrix} a \hline \end{matrix}", r"\hline stands within a row"),
    ("中", 'the font for formulas has no glyph for "中" (U+4E2D)'),
    ("\x07", "the font for formulas has no glyph for (U+0007)"),
    (r"\text{a \foo b}", r"the command \foo is not known within text"),
    (r"\hspace{1parsec}", r"\hspace has a length that is not known"),
    (r"\kern", r"\kern has a length that is not known"),
    ("x" * (FORMULA + 1), "the formula has more than"),
    ("{" * (FORMULA_DEPTH + 1) + "x" + "}" * (FORMULA_DEPTH + 1), "nested more than"),
    (r"\sqrt" * (FORMULA_DEPTH + 1) + "x", "nested more than"),
    ("x" + "\u0301" * 9, "more than 8 accents are typed on one letter"),
    (r"\begin{matrix}" + "&" * FORMULA_CELLS + r"\end{matrix}", "a table has more than"),
    (r"\begin{matrix}" + r"\\" * 30 + "&" * 30 + r"\end{matrix}", "a table has more than"),
]


@pytest.mark.parametrize(("source", "reason"), REFUSED, ids=[source[:30] for source, _ in REFUSED])
def test_refused_with_a_reason(source: str, reason: str) -> None:
    for display in (False, True):
        with pytest.raises(CannotSetError) as refused:
            set_formula(source, display=display)
        message = str(refused.value)
        assert reason in message
        assert "\n" not in message
        assert not message.endswith(".")
        assert len(message) < 150


@pytest.mark.parametrize(
    "source",
    [
        r"x\hspace{-20em}y",
        "x" + r"\!" * 900 + "y",
        r"x\mspace{-300mu}y",
        r"x\kern-9em y",
        r"x + \hspace{-9em} y",
        r"abcdefgh\hspace{-4em}{}",
        r"\frac{x\hspace{-9em}y}{2}",
        r"a" + r", \hspace{-0.6em}{}" * 40 + "b",
        r"abcdefghijkl + \hspace{-5em} y",
    ],
)
def test_signs_do_not_leave_the_place_of_their_formula(source: str) -> None:
    with pytest.raises(CannotSetError, match="out of its place"):
        set_formula(source, display=False)


def test_a_formula_does_not_hide_how_high_it_is() -> None:
    rows = r"a\\" * 40
    for source in (rf"\smash{{\begin{{matrix}}{rows}\end{{matrix}}}}", rf"x_{{\smash{{\substack{{{rows}}}}}}}"):
        with pytest.raises(CannotSetError, match="too high for a line"):
            set_formula(source, display=False)
        with pytest.raises(CannotSetError, match="higher than the page"):
            display_lines(source, 20_000, 20_000)


def test_numbers_of_rows_between_fences_are_refused() -> None:
    with pytest.raises(CannotSetError, match="rows between fences have numbers"):
        set_formula(r"\begin{cases} a \tag{1} \\ b \tag{2} \end{cases}", display=True)


def test_part_of_a_display_that_is_too_wide() -> None:
    with pytest.raises(CannotSetError, match="wider than the column"):
        display_lines(r"a + \left( b + c + d + e \right)", 4_000, 1e6)


PARTS = [
    *"{}[]()^_&$'~%#|<>-+=,.;:!? \n\tabxyz0129αβ≤ℝ²₁√中é\u0301\u200b\u202e\x00",
    *(f"\\{name}" for name in COMMANDS),
    *(f"\\begin{{{name}}}" for name in ("matrix", "aligned", "cases", "array", "alignat", "multline", "substack", "x")),
    *(f"\\end{{{name}}}" for name in ("matrix", "aligned", "cases", "array", "alignat", "multline", "x")),
    "{", "}", "{", "}", "{x}", "{a+b}", "{1.5e3}", "{H2O -> [a][b] 2^-}",
    "\\\\", "\\end", "\\right)", "\\left(", "[", "]", "{1em}",
    "\\unknown", "\\", "\\middle|",
]  # fmt: skip


def sound(source: str) -> None:
    start = time.process_time()
    for display in (False, True):
        with suppress(CannotSetError):
            assert set_formula(source, display=display).chunks
    with suppress(CannotSetError):
        assert display_lines(source, 8_000, 1e6)
    assert time.process_time() - start < 1


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=25).map("".join))
def test_soup_of_tokens(source: str) -> None:
    sound(source)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_text(source: str) -> None:
    sound(source)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["ce", "SI{1}", "num", "unit", "ang", "qty{2}", "text", "operatorname"]), st.text(max_size=40))
def test_any_argument_of_a_rewriter(name: str, argument: str) -> None:
    sound(f"\\{name}{{{argument}}}")


HOSTILE = [
    "(" * FORMULA,
    "x^{" * 500 + "}" * 500,
    r"\left(" * 300 + r"\right)" * 300,
    r"\frac" * 600,
    r"\hat" * 700,
    r"\not" * 700,
    r"\displaystyle" * 200,
    r"\sqrt[" * 600,
    r"\left.\middle|" * 200,
    "'" * FORMULA,
    "x" + "\u0301" * (FORMULA - 1),
    "x" + "\u00b2" * (FORMULA - 1),
    "x" + "\u00b2\u0302" * 1400,
    "a" + "+b" * 1400,
    "a" + r"\," * 1400,
    "=" * FORMULA,
    r"a\over " * 400,
    r"\text{" * 100 + "}" * 100,
    r"\text{" + "$x$ " * 700 + "}",
    r"\text{" + r"\%" * 1400 + "}",
    r"\substack{" * 100 + "}" * 100,
    r"\num{1" + " " * 2900 + "x}",
    r"\num{" + "1" * 2900 + "}",
    r"\ce{" + "->[" * 900 + "}",
    r"\ce{" + "A->[x][y]" * 300 + "}",
    r"\ce{" + "$" * 2900 + "}",
    r"\unit{" + "^{" * 700 + "}" * 700 + "}",
    r"\unit{" + r"\per" * 700 + "}",
    r"\meter\tothe{9999999999999999}",
    r"\unit{\meter" + r"\tothe{999}" * 290 + "}",
    r"\hspace{99999999em}" * 100 + "x",
    r"\hspace{-9999em}x",
    r"\begin{matrix}" + r"\\" * 1400 + r"\end{matrix}",
    r"\begin{array}{" + "c|" * 1400 + r"} a \end{array}",
    r"\underbrace{" * 19 + "x" * 1000 + "}" * 19,
    r"\left(" + r"\begin{matrix}" + r"a\\" * 390 + r"\end{matrix}" + r"\right)" * 1,
    "\\" * FORMULA,
    "{" * 1500 + "}" * 1500,
    "%" * FORMULA,
]


@pytest.mark.parametrize("source", HOSTILE, ids=[source[:16] for source in HOSTILE])
def test_hostile_formulas_end_soon(source: str) -> None:
    sound(source)


def test_limits_are_wide_enough() -> None:
    depth = FORMULA_DEPTH - 2
    assert set_formula("{" * depth + "x" + "}" * depth, display=False).text == "x"
    assert set_formula("x" * FORMULA, display=False).text == "x" * FORMULA
    rows = r"\\".join(["&" * 19] * 20)
    assert set_formula(rf"\begin{{matrix}}x{rows}\end{{matrix}}", display=True)


def test_every_symbol_has_a_glyph() -> None:
    characters = {character for character, _, _ in symbols.SYMBOLS.values()}
    characters |= {mark for mark, _ in (*symbols.ACCENTS.values(), *symbols.STRETCHED.values())}
    characters |= set(symbols.ARROWS.values()) | set("".join(symbols.MEANT.values()))
    assert [character for character in sorted(characters) if not math_font().glyph(character, 0)] == []


@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_every_letter_of_every_alphabet_has_a_glyph(alphabet: str) -> None:
    letters = (
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789ΓΔΘΛΞΠΣΥΦΨΩαβγδεζηθικλμνξοπρςστυφχψωϵϑϰϕϱϖ∂∇"
    )
    looks = [styled(letter, alphabet) for letter in letters]
    assert all(math_font().glyph(look, 0) for look in looks)
    assert len(set(looks)) == len(letters)


def test_letters_take_the_look_of_their_alphabet() -> None:
    asked = {
        "math": "𝑎ℎ𝛼Γ1", "bold-math": "𝒂𝒉𝜶𝚪𝟏", "bold": "𝐚𝐡𝛂𝚪𝟏", "double-struck": "𝕒𝕙αΓ𝟙", "script": "𝒶𝒽αΓ1",
        "upright": "ahαΓ1",
        "fraktur": "𝔞𝔥αΓ1", "sans": "𝖺𝗁αΓ𝟣", "typewriter": "𝚊𝚑αΓ𝟷", "italic": "𝑎ℎ𝛼𝛤1",
    }  # fmt: skip
    assert {name: "".join(styled(letter, name) for letter in "ahαΓ1") for name in asked} == asked


def test_every_command_is_readable_with_arguments() -> None:
    """Each command of the table takes some ordinary arguments or says why not."""
    refused = {}
    for name in COMMANDS:
        source = rf"\{name}{{1}}{{2}}" if name not in {"left", "begin"} else "x"
        if name.startswith(("big", "Big")) and name not in symbols.SYMBOLS:
            source = rf"\{name}("
        elif "kern" in name or name in {"hspace", "hskip", "mskip", "mspace"}:
            source = rf"x\{name}{{1em}}"
        try:
            set_formula(f"x {source}", display=True)
        except CannotSetError as why:
            refused[name] = str(why)
    assert refused == {}


def test_rows_too_high_for_a_page_stand_one_by_one() -> None:
    source = r"\begin{align}" + r"x &= y \\" * 40 + r"z &= w \end{align}"
    assert len(display_lines(source, 20_000, 1e6)) == 1
    lines = display_lines(source, 20_000, 30_000)
    assert len(lines) == 41
    assert all(line.ascent + line.descent < 2_000 for line in lines)


def test_what_is_higher_than_its_place_is_refused() -> None:
    matrix = r"\begin{pmatrix}" + r"a \\" * 40 + r"a \end{pmatrix}"
    with pytest.raises(CannotSetError, match="higher than the page"):
        display_lines(matrix, 20_000, 30_000)
    with pytest.raises(CannotSetError, match="too high for a line"):
        set_formula(matrix, display=False)
