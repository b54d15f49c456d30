"""Formulas have the sizes, places and spaces that TeX gives them, with the constants of the font."""

from itertools import pairwise

import pytest

from booklet.lettering.mathematics.formula import Chunk, display_lines, set_formula
from booklet.lettering.mathematics.math_font import math_font

FONT = math_font()
AXIS, RULE = FONT.constant("AXIS_HEIGHT"), FONT.constant("FRACTION_RULE_THICKNESS")
THIN, MEDIUM, THICK = 1000 / 6, 4000 / 18, 5000 / 18


def chunk(source: str, *, display: bool = True) -> Chunk:
    formula = set_formula(source, display=display)
    assert len(formula.chunks) == 1
    return formula.chunks[0]


def advance(character: str) -> int:
    return FONT.measures(FONT.glyph(character, 0)).advance


def white(source: str) -> list[float]:
    """White between the single glyphs of a formula, without the slant that letters have."""
    glyphs = chunk(source).glyphs
    gaps = []
    for left, right in pairwise(glyphs):
        measures = FONT.measures(left.glyph)
        gaps.append(right.x - left.x - (measures.advance + FONT.italic_correction(left.glyph)) * left.size / 1000)
    return gaps


SPACES = [
    ("1=2", [THICK, THICK]),
    ("1+2", [MEDIUM, MEDIUM]),
    ("1,2", [0, THIN]),
    ("1<2", [THICK, THICK]),
    ("-1", [0]),
    ("(-1)", [0, 0, 0]),
    ("1=-2", [THICK, THICK, 0]),
    ("1+-2", [MEDIUM, MEDIUM, 0]),
    ("1-", [0]),
    ("1:2", [THICK, THICK]),
    (r"1\colon 2", [0, THIN]),
    ("1{,}2", [0, 0]),
    ("1/2", [0, 0]),
    ("1{=}2", [0, 0]),
    ("1==2", [THICK, 0, THICK]),
    (r"1\mid 2", [THICK, THICK]),
    (r"1\,2", [THIN]),
    (r"1\!2", [-THIN]),
    (r"1\quad 2", [1000]),
    (r"1\hspace{0.5em}2\mkern-3mu3\hskip 2pt4", [500, -THIN, 200]),
    (r"1\mathbin{2}3", [MEDIUM, MEDIUM]),
    (r"1\mathrel{2}3", [THICK, THICK]),
    (r"2\sum 3", [THIN, THIN]),
    (r"1\bigm/ 2", [THICK, THICK]),
    ("2!", [0]),
    ("1 → 2", [THICK, THICK]),
]


@pytest.mark.parametrize(("source", "expected"), SPACES)
def test_spaces_around_atoms(source: str, expected: list[float]) -> None:
    assert white(source) == pytest.approx(expected)


def test_no_spaces_around_relations_in_scripts() -> None:
    glyphs = chunk("x^{1=2}").glyphs
    assert glyphs[2].x - glyphs[1].x == pytest.approx(advance("1") * 0.7)


def test_breaks_of_inline_formulas() -> None:
    formula = set_formula(r"a + b = c, d \le -e", display=False)
    assert [part.text for part in formula.chunks] == ["a +", "b =", "c,", "d ≤", "−e"]
    assert formula.penalties == (700, 500, 900, 500)
    assert formula.spaces == pytest.approx((MEDIUM, THICK, THIN, THICK))
    whole = set_formula(r"{a + b = c, d \le -e}", display=False).chunks[0]
    assert sum(part.advance for part in formula.chunks) + sum(formula.spaces) == pytest.approx(whole.advance)


@pytest.mark.parametrize("source", ["f(a, b)", r"\left(a + b\right)", "x^{a=b}", r"\frac{a+b}{c}", "-x", "{a+b}"])
def test_formulas_that_are_not_broken(source: str) -> None:
    assert len(set_formula(source, display=False).chunks) == 1


def test_no_break_between_two_relations_nor_before_the_end() -> None:
    assert [part.text for part in set_formula("a =: b =", display=False).chunks] == ["a =:", "b ="]


def test_sizes_of_scripts() -> None:
    assert [glyph.size for glyph in chunk("x^{y^{z^w}}").glyphs] == [1000, 700, 550, 550]


def test_superscripts_in_cramped_styles_are_raised_less() -> None:
    free, cramped = chunk("x^2").glyphs[1].y, chunk(r"\sqrt{x^2}").glyphs[2].y
    assert free == FONT.constant("SUPERSCRIPT_SHIFT_UP")
    assert FONT.constant("SUPERSCRIPT_SHIFT_UP_CRAMPED") <= cramped < free


def test_both_scripts_keep_apart() -> None:
    _, sub, sup = chunk("x_y^y").glyphs
    bottom = sup.y - FONT.measures(sup.glyph).depth * 0.7
    top = sub.y + FONT.measures(sub.glyph).height * 0.7
    assert bottom - top >= FONT.constant("SUB_SUPERSCRIPT_GAP_MIN") - 1e-6


def test_superscript_of_a_slanting_letter_stands_clear() -> None:
    slanted = chunk("f^2").glyphs[1].x - advance("𝑓")
    assert slanted > 0
    assert chunk("V_2").glyphs[1].x < advance("𝑉")


def test_scripts_of_words_stand_as_high_as_those_of_letters() -> None:
    assert chunk(r"\log_2").glyphs[-1].y == chunk("x_2").glyphs[-1].y
    assert chunk(r"\mathrm{BH}^2").glyphs[-1].y == chunk("x^2").glyphs[-1].y


def test_scripts_before_an_element_end_together() -> None:
    below, above = chunk(r"\ce{^{14}_{6}C}").glyphs[0], chunk(r"\ce{^{14}_{6}C}").glyphs[2]
    assert below.x == pytest.approx(above.x)


def test_letters_of_text_alphabets_are_words() -> None:
    assert chunk(r"\mathit{diff}").advance < chunk("diff").advance
    assert chunk(r"\mathbf{x}^2").glyphs[1].y == chunk("x^2").glyphs[1].y


def test_limits_stand_above_and_below_in_displays_only() -> None:
    operator, under, over = chunk(r"\sum_a^b").glyphs
    assert over.y > 0 > under.y
    assert under.x < FONT.measures(operator.glyph).advance / 2
    inline = chunk(r"\sum_a^b", display=False).glyphs
    assert inline[1].x > FONT.measures(inline[0].glyph).advance - 1
    assert FONT.measures(operator.glyph).height > FONT.measures(inline[0].glyph).height


def test_limits_can_be_asked_for_and_refused() -> None:
    assert chunk(r"\int\limits_a^b").advance < chunk(r"\int_a^b").advance
    assert chunk(r"\sum\nolimits_a^b").glyphs[1].x > chunk(r"\sum_a^b").glyphs[1].x
    assert chunk(r"\sum\limits_a^b", display=False).glyphs[1].x < advance("∑") / 2


def test_integral_in_text_is_small_and_its_scripts_lean() -> None:
    inline = chunk(r"\int_0^1", display=False)
    assert inline.ascent + inline.descent < 1400 < 2000 < chunk(r"\int_0^1").ascent + chunk(r"\int_0^1").descent
    _, sub, sup = chunk(r"\int_0^1").glyphs
    assert sup.x > sub.x + 300


@pytest.mark.parametrize("source", [r"\frac12", r"\dfrac{x}{y}", r"\tfrac{a+b}{c}"])
@pytest.mark.parametrize("display", [False, True])
def test_fraction_bar_is_on_the_axis(source: str, display: bool) -> None:
    (rule,) = chunk(source, display=display).rules
    assert rule.y + rule.height / 2 == pytest.approx(AXIS)
    assert rule.height == RULE


def test_fraction_in_text_is_set_in_script_size() -> None:
    assert {glyph.size for glyph in chunk(r"\frac12", display=False).glyphs} == {700}
    assert {glyph.size for glyph in chunk(r"\frac12").glyphs} == {1000}
    assert {glyph.size for glyph in chunk(r"\dfrac12", display=False).glyphs} == {1000}
    assert {glyph.size for glyph in chunk(r"\tfrac12").glyphs} == {700}


def test_fences_grow_with_what_they_hold_and_stay_centered() -> None:
    plain, tall = chunk(r"\left(x\right)"), chunk(r"\left(\frac{\frac ab}{\frac cd}\right)")
    assert plain.glyphs[0].glyph == FONT.glyph("(", 0)
    assert tall.ascent - AXIS == pytest.approx(tall.descent + AXIS, abs=120)
    assert tall.ascent + tall.descent > 2500


def test_very_tall_fences_are_assembled_without_gaps() -> None:
    rows = r"\\".join("x" for _ in range(20))
    tall = chunk(rf"\left(\begin{{matrix}}{rows}\end{{matrix}}\right)")
    left = [glyph for glyph in tall.glyphs if glyph.x == 0]
    assert len(left) > 3
    spans = sorted((g.y - FONT.measures(g.glyph).depth, g.y + FONT.measures(g.glyph).height) for g in left)
    assert all(upper[0] < lower[1] for lower, upper in pairwise(spans))
    assert spans[-1][1] - spans[0][0] > 0.9 * 20 * 1200


def test_sizes_of_big_fences() -> None:
    heights = [chunk(rf"\{size}(").ascent + chunk(rf"\{size}(").descent for size in ("big", "Big", "bigg", "Bigg")]
    assert heights == sorted(heights)
    assert all(height >= least for height, least in zip(heights, (1200, 1800, 2400, 3000), strict=True))


@pytest.mark.parametrize(
    "body", ["x", "y_i", r"\frac{a}{b}", r"\sum_{i=1}^n x_i", r"\begin{matrix}a\\b\\c\\d\\e\end{matrix}"]
)
def test_rule_of_a_root_meets_its_sign_and_clears_its_body(body: str) -> None:
    root, alone = chunk(rf"\sqrt{{{body}}}"), chunk(body)
    rule = max(root.rules, key=lambda rule: rule.y)
    sign = [glyph for glyph in root.glyphs if glyph.x < rule.x]
    top = max(glyph.y + FONT.measures(glyph.glyph).height for glyph in sign)
    assert top == pytest.approx(rule.y + rule.height, abs=1.5)
    assert rule.y >= alone.ascent - 120  # cramped scripts stand lower
    bottom = min(glyph.y - FONT.measures(glyph.glyph).depth for glyph in sign)
    assert bottom <= -alone.descent + 1


def test_accents_stand_over_their_letters() -> None:
    low, high = chunk(r"\hat x").glyphs, chunk(r"\hat A").glyphs
    assert low[1].y == 0 < high[1].y
    assert chunk(r"\hat x").advance == chunk("x").advance
    assert chunk(r"\widehat{xyz}").glyphs[-1].glyph != chunk(r"\hat{xyz}").glyphs[-1].glyph


def test_accents_take_the_dot_of_i_away() -> None:
    assert chunk(r"\hat i").glyphs[0].glyph == FONT.glyph("𝚤", 0)


def test_braces_and_arrows_are_as_wide_as_their_base() -> None:
    alone = chunk("a+b+c+d")
    assert alone.advance <= chunk(r"\overbrace{a+b+c+d}").advance < alone.advance + 1000
    assert chunk(r"A \xrightarrow{\text{a long label}} B").advance > chunk(r"A \to B").advance + 2000


def test_primes_have_the_size_of_their_base() -> None:
    _, prime = chunk("f'").glyphs
    assert (prime.size, prime.y) == (1000, 0)
    assert [glyph.size for glyph in chunk("x^{f'}").glyphs] == [1000, 700, 700]


def test_columns_of_aligned_equations() -> None:
    table = chunk(r"\begin{aligned} x &= 1 \\ yyy &= 22 \end{aligned}")
    signs = [glyph.x for glyph in table.glyphs if glyph.glyph == FONT.glyph("=", 0)]
    assert signs[0] == pytest.approx(signs[1])
    assert table.glyphs[0].x > table.glyphs[3].x


def test_table_is_centered_on_the_axis() -> None:
    table = chunk(r"\begin{pmatrix}a&b\\c&d\end{pmatrix}")
    assert table.ascent - AXIS == pytest.approx(table.descent + AXIS, abs=1)


def test_rules_of_arrays() -> None:
    table = chunk(r"\begin{array}{|l|r|} \hline a & b \\ \hline c & d \\ \hline \end{array}")
    upright = [rule for rule in table.rules if rule.height > rule.width]
    assert (len(upright), len(table.rules) - len(upright)) == (3, 3)
    assert len({round(rule.height) for rule in upright}) == 1


def test_phantoms_take_place_without_ink() -> None:
    assert chunk(r"\phantom{x}y").advance == chunk("xy").advance
    assert len(chunk(r"\phantom{x}y").glyphs) == 1
    assert chunk(r"\vphantom{\frac12}y").ascent > chunk("y").ascent
    assert chunk(r"\hphantom{\frac12}y").ascent == chunk("y").ascent


def test_numbers_of_rows_are_read_with_them() -> None:
    formula = set_formula(r"\begin{align} a &= b \tag{1} \\ c &= d \tag*{2a} \end{align}", display=True)
    assert formula.tag == ""
    assert formula.text == "a = b, (1); c = d, 2a"


def test_lines_of_a_display_without_environment() -> None:
    assert set_formula(r"a &= b \\ &= c", display=True).text == "a = b; = c"
    assert set_formula(r"a \\ b", display=True).text == "a; b"


def test_long_display_is_broken_before_signs() -> None:
    source = "y = " + " + ".join(f"a_{{{n}}} x^{{{n}}}" for n in range(30)) + " = z"
    lines = display_lines(source, 20_000, 1e6)
    assert len(lines) > 2
    assert lines[0].text.startswith("y = a₀x⁰ +")
    assert all(line.text[0] in "+=" for line in lines[1:])
    assert all(glyph.x >= 2000 for line in lines[1:] for glyph in line.glyphs)
    assert all(line.advance > 10_000 for line in lines[:-1])


def test_display_is_rather_broken_outside_of_brackets() -> None:
    lines = display_lines("aaaaaa = bbbbbb + (cc + dd)", 9_000, 1e6)
    assert [line.text for line in lines] == ["aaaaaa = bbbbbb", "+ (cc + dd)"]


def test_wide_aligned_rows_are_broken_one_by_one() -> None:
    lines = display_lines(r"\begin{align} a &= b + c + d + e + f \\ g &= h \end{align}", 7_000, 1e6)
    assert [line.text for line in lines] == ["a = b + c + d", "+ e + f", "g = h"]


def places(line: Chunk, text: str) -> list[tuple[float, float]]:
    """Where a character stands in a line."""
    return [(glyph.x, glyph.y) for glyph in line.glyphs if glyph.glyph == FONT.glyph(text, 0)]


@pytest.mark.parametrize("environment", ["align", "gather", "eqnarray", "multline"])
def test_rows_have_their_numbers_beside_them(environment: str) -> None:
    source = rf"\begin{{{environment}}} a = b \tag{{1}} \\ c = d \tag{{2}} \\ e = f \notag \end{{{environment}}}"
    formula = set_formula(source, display=True)
    line = formula.chunks[0]
    assert formula.tag == ""
    for letter, number in ("a1", "c2"):
        ((x, y),), ((right, level),) = places(line, {"a": "𝑎", "c": "𝑐"}[letter]), places(line, number)
        assert level == y
        assert right > x + 2000
    parted = display_lines(source, 20_000, 3_000)
    assert [part.text.replace(" ", "") for part in parted] == ["a=b(1)", "c=d(2)", "e=f"]


@pytest.mark.parametrize(
    ("source", "tag", "text"),
    [
        (r"a \\ b \tag{7}", "(7)", "a; b"),
        (r"a \tag{7} \\ b", "", "a (7); b"),
        (r"a &= b \tag{7} \\ &= c", "", "a = b, (7); = c"),
        (r"\begin{equation} a = \begin{cases} b \\ c \end{cases} \tag{7} \end{equation}", "(7)", "a = {b; c"),
        (r"\mathrm{\text{a $b\tag{7}$}}", "(7)", "a b"),
        (r"a \tag{}", "", "a"),
    ],
)
def test_number_of_a_display_or_of_a_row(source: str, tag: str, text: str) -> None:
    formula = set_formula(source, display=True)
    assert (formula.tag, formula.text) == (tag, text)


def test_number_within_the_text_stands_after_the_formula() -> None:
    formula = set_formula(r"x\tag{4.2} = 1", display=False)
    assert (formula.tag, formula.text) == ("", "x = 1 (4.2)")
    assert places(formula.chunks[-1], "(")[0][0] == pytest.approx(advance("1") + 1000)


@pytest.mark.parametrize("source", [r"\smash{\frac{a}{b}}", r"\smash{\begin{matrix} a \\ b \\ c \end{matrix}}"])
def test_what_is_smashed_still_has_its_ink(source: str) -> None:
    line = chunk(source)
    tops = [glyph.y + FONT.measures(glyph.glyph).height * glyph.size / 1000 for glyph in line.glyphs]
    bottoms = [glyph.y - FONT.measures(glyph.glyph).depth * glyph.size / 1000 for glyph in line.glyphs]
    assert line.ascent == pytest.approx(max(tops))
    assert line.descent == pytest.approx(-min(bottoms))


def texts(source: str, width: float) -> list[tuple[str, float]]:
    return [(line.text, line.glyphs[0].x) for line in display_lines(source, width, 1e6)]


def test_lines_of_a_display_begin_at_another_equation_first() -> None:
    assert texts(r"a + b + c = d + e, \qquad f + g = h", 11_000) == [("a + b + c = d + e,", 0), ("f + g = h", 0)]
    assert texts(r"P(A \mid B) + c = P(d \mid e)", 9_000) == [("P(A ∣ B) + c", 0), ("= P(d ∣ e)", 2000)]
    assert len(texts(r"(a = b = c \quad d = e = f)", 8_000)) == 2
