"""Formulas as they occur in abstracts are set as the golden dump says, and those of a real meeting are set or named."""

import csv
import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from booklet.lettering.face import Face
from booklet.lettering.mathematics.formula import CannotSetError, Chunk, Formula, display_lines, set_formula
from booklet.lettering.mathematics.math_font import FILE, math_font
from booklet.styling.fonts import shipped_fonts

HERE = Path(__file__).parent
CORPUS = [line.split("\t") for line in (HERE / "formulas.txt").read_text("utf-8").splitlines()]
PAPERS = Path(__file__).parents[4] / "shared" / "data" / "colt-2020" / "papers.csv"
DELIMITED = re.compile(r"\$\$(.+?)\$\$|\$([^$]+?)\$|\\\((.+?)\\\)|\\\[(.+?)\\\]", re.DOTALL)
FACE = Face(next(font for font in shipped_fonts() if font.file == FILE))


def dump(chunk: Chunk) -> list[str]:
    """A chunk in whole numbers: advance, ascent, descent, reading; then glyph@x,y and rules, and sizes where they change."""
    lines = [f"  {chunk.advance:.0f} +{chunk.ascent:.0f} -{chunk.descent:.0f}  {chunk.text}"]
    size, pieces = 1000.0, []
    for glyph in chunk.glyphs:
        pieces += [f"[{glyph.size:.0f}]"] if glyph.size != size else []
        size = glyph.size
        pieces.append(f"{glyph.glyph}@{glyph.x:.0f},{glyph.y:.0f}")
    pieces += [f"rule@{rule.x:.0f},{rule.y:.0f},{rule.width:.0f}x{rule.height:.0f}" for rule in chunk.rules]
    return [*lines, "    " + " ".join(pieces)]


def formula_dump(mode: str, source: str) -> str:
    formula = set_formula(source, display=mode == "display")
    lines = [f"{mode} {source}" + (f"  {formula.tag}" if formula.tag else "")]
    for number, chunk in enumerate(formula.chunks):
        lines += dump(chunk)
        if number < len(formula.spaces):
            lines.append(f"  break {formula.penalties[number]} white {formula.spaces[number]:.0f}")
    return "\n".join(lines).replace("-0,", "0,").replace(",-0 ", ",0 ")


def test_corpus(golden: Callable[[Path, str], None]) -> None:
    assert len(CORPUS) > 50
    golden(HERE / "chunks.txt", "\n".join(formula_dump(mode, source) for mode, source in CORPUS) + "\n")


def whole(formula: Formula) -> str:
    """The readings of all chunks with blanks where there is white between them."""
    text = formula.chunks[0].text
    for chunk, white in zip(formula.chunks[1:], formula.spaces, strict=True):
        text += (" " if white > 100 else "") + chunk.text
    return text


@pytest.mark.parametrize("source", [source for _, source in CORPUS])
@pytest.mark.parametrize("display", [False, True])
def test_every_formula_is_sound(source: str, display: bool) -> None:
    formula = set_formula(source, display=display)
    assert formula.source == source
    assert len(formula.penalties) == len(formula.spaces) == len(formula.chunks) - 1
    assert not display or len(formula.chunks) == 1
    assert set(formula.penalties) <= {500, 700, 900}
    assert whole(formula) == formula.text
    assert formula.text == " ".join(formula.text.split()) != ""
    for chunk in formula.chunks:
        assert chunk.advance > 0
        for glyph in chunk.glyphs:
            assert 0 < glyph.glyph < 6757
            assert FACE.text_of(glyph.glyph)
            assert 300 < glyph.size <= 1000
            assert -600 <= glyph.x <= chunk.advance + 600
            assert -chunk.descent - 1500 <= glyph.y <= chunk.ascent + 1500
        for rule in chunk.rules:
            assert rule.width > 0 < rule.height
            assert -chunk.descent - 1 <= rule.y
            assert rule.y + rule.height <= chunk.ascent + 1


@pytest.mark.parametrize("source", [source for mode, source in CORPUS if mode == "display"])
def test_displays_are_broken_to_a_width(source: str) -> None:
    whole_line = display_lines(source, 1e6, 1e6)
    assert [whole_line[0].text] == [set_formula(source, display=True).text]
    for width in (20_000, 9_000, 5_000):
        try:
            lines = display_lines(source, width, 1e6)
        except CannotSetError:
            assert width < 20_000
            continue
        assert all(line.advance <= width + 1e-6 for line in lines)
        assert sum(len(line.glyphs) for line in lines) == len(whole_line[0].glyphs)


def test_result_does_not_depend_on_what_was_set_before() -> None:
    before = [set_formula(source, display=mode == "display") for mode, source in CORPUS]
    set_formula.cache_clear()
    after = [set_formula(source, display=mode == "display") for mode, source in reversed(CORPUS)]
    assert before == after[::-1]


def test_advances_are_those_that_the_file_embeds() -> None:
    glyphs = set_formula("abc", display=False).chunks[0].glyphs
    assert [round(right.x - left.x) for left, right in pairwise(glyphs)] == [
        FACE.widths[glyph.glyph] + math_font().italic_correction(glyph.glyph) for glyph in glyphs[:2]
    ]


@pytest.mark.skipif(not PAPERS.is_file(), reason="the shared data of COLT 2020 is not here")
def test_formulas_of_a_real_meeting() -> None:
    with PAPERS.open(encoding="utf-8", newline="") as file:
        texts = [row[column] for row in csv.DictReader(file) for column in ("title", "abstract")]
    found = [
        (source, group in {0, 3})
        for text in texts
        for match in DELIMITED.finditer(text)
        for group, source in enumerate(match.groups())
        if source
    ]
    reasons: Counter[str] = Counter()
    for source, display in found:
        try:
            set_formula(source, display=display)
        except CannotSetError as refused:
            reasons[str(refused)] += 1
    assert len(found) > 500
    # Macros of the authors, and the letter n that the data has for ends of lines.
    private = ["bx", "eps", "kappax", "kappay", "minf", "n", "norm", "pa", "R", "tOh", "ve"]
    assert sorted(reasons, key=str.lower) == [f"the command \\{name} is not known" for name in private]
    assert sum(reasons.values()) <= 30
