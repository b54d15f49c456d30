"""Entries of indexes: lines turned over are indented, long ones run over columns, letters have a rule."""

import pytest

from booklet.composing.flowables.letter_head import LetterHead
from booklet.composing.flowables.turnover import Turnover
from booklet.lettering.paragraph import ASCENT, Paragraph
from booklet.lettering.runs import Run
from booklet.proofing.audit import audit
from booklet.proofing.text_runs import TextRun
from booklet.structure import Element
from sheet import INK, bound, letters, runs_of, set_sheet, voice

SIZE, LEADING, INDENT, WIDTH = 8.0, 10.0, 9.6, 100.0
LEFT = 50.0


def entry(words: str, root: Element) -> Turnover:
    body = Paragraph(letters(), (Run(words, voice(SIZE)),), LEADING, root.add("P"), align="left")
    return Turnover(body, INDENT)


def lines(runs: list[TextRun]) -> list[float]:
    """Left edge of each line, from the top down."""
    edges: dict[float, float] = {}
    for run in runs:
        edges[round(run.y, 1)] = min(run.x, edges.get(round(run.y, 1), run.x))
    return [edges[y] for y in sorted(edges, reverse=True)]


def test_one_line_has_the_whole_width() -> None:
    root = Element("Sect")
    flowable = entry("Aster, Ada 1, 2, 3", root)
    assert flowable.wrap(WIDTH, 0) == (WIDTH, SIZE)
    assert lines(runs_of(bound([set_sheet([flowable], root, WIDTH)], letters()))) == [pytest.approx(LEFT, abs=0.5)]


@pytest.mark.parametrize(("mirrored", "step"), [(False, INDENT), (True, -INDENT)])
def test_lines_turned_over_are_indented(*, mirrored: bool, step: float) -> None:
    root = Element("Sect")
    words = "שלום " * 30 if mirrored else "word " * 30
    pdf = bound([set_sheet([entry(words.strip(), root)], root, WIDTH, mirrored=mirrored)], letters())
    runs = runs_of(pdf)
    if mirrored:
        edges = {round(run.y, 1): max(one.end_x for one in runs if round(one.y, 1) == round(run.y, 1)) for run in runs}
        first, *others = [edges[y] for y in sorted(edges, reverse=True)]
    else:
        first, *others = lines(runs)
    assert len(others) > 2
    assert others == [pytest.approx(first + step, abs=0.5)] * len(others)


def test_a_long_entry_runs_over_columns_and_loses_nothing() -> None:
    root = Element("Sect")
    words = ", ".join(map(str, range(100, 180)))
    whole = entry(words, root)
    height = whole.wrap(WIDTH, 0)[1]
    first, rest = whole.split(WIDTH, height / 2)
    middle, last = rest.split(WIDTH, height / 4)
    parts = [first, middle, last]
    heights = [part.wrap(WIDTH, 0)[1] for part in parts]
    assert sum(heights) == pytest.approx(height - 2 * (LEADING - SIZE))
    pdf = bound([set_sheet(parts, root, WIDTH)], letters())
    faults, (said,) = audit(pdf)
    assert faults == ()
    assert said.split() == words.split()
    edges = lines(runs_of(pdf))
    assert [edge > LEFT + 5 for edge in edges] == [False, *[True] * (len(edges) - 1)]


def test_short_ones_stay_whole() -> None:
    root = Element("Sect")
    assert entry("Aster, Ada 1", root).split(WIDTH, 2) == []
    three = entry("word " * 40, root)
    assert three.split(WIDTH, LEADING) == []
    assert three.split(WIDTH, 500) == []


def test_a_letter_stands_on_the_line_of_an_entry_however_large() -> None:
    root = Element("Sect")
    letter = Paragraph(letters(), (Run("M", voice(SIZE * 1.5)),), LEADING, root.add("H2"), align="left")
    head = LetterHead(letter, SIZE, 0.25, INK)
    assert head.wrap(WIDTH, 0) == (WIDTH, SIZE)
    (run,) = runs_of(bound([set_sheet([head], root, WIDTH)], letters()))
    assert run.y == pytest.approx(550 - ASCENT * SIZE, abs=0.01)
