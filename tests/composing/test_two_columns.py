"""Two columns of one paragraph: level, read one after the other, going on over pages."""

from itertools import groupby

import pytest

from booklet.composing.flowables.two_columns import TwoColumns
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.proofing.audit import audit
from booklet.proofing.text_runs import TextRun
from booklet.structure import Element
from sheet import bound, letters, runs_of, set_sheet, voice

WIDTH, GAP, SIZE, LEADING = 300.0, 20.0, 10.0, 12.0
WORDS = " ".join(f"word{number}" for number in range(100))


def columns(text: str, root: Element) -> TwoColumns:
    body = Paragraph(letters(), (Run(text, voice(SIZE)),), LEADING, root.add("P"), align="left")
    return TwoColumns(body, GAP)


def lines(runs: list[TextRun]) -> list[tuple[float, float]]:
    """Left edge of the column and baseline of every line, in the order in which they are drawn."""
    places = [(50.0 if run.x < 200 else 210.0, round(run.y, 2)) for run in runs]
    return [place for place, _ in groupby(places)]


def test_columns_are_level_and_read_one_after_the_other() -> None:
    root = Element("Sect")
    pdf = bound([set_sheet([columns(WORDS, root)], root)], letters())
    faults, (said,) = audit(pdf)
    assert faults == ()
    assert " ".join(said.split()) == WORDS
    drawn = lines(runs_of(pdf))
    first, second = ([y for x, y in drawn if x == edge] for edge in (50, 210))
    assert drawn == [*((50, y) for y in first), *((210, y) for y in second)]
    assert len(first) - len(second) in {0, 1}
    assert first[: len(second)] == second
    assert len(second) > 5


def test_one_line_has_one_column() -> None:
    root = Element("Sect")
    flowable = columns("one line", root)
    assert flowable.wrap(WIDTH, 0) == (WIDTH, SIZE)
    assert len(lines(runs_of(bound([set_sheet([flowable], root)], letters())))) == 1


@pytest.mark.parametrize("count", [2, 3, 5])
def test_split_columns_hold_what_fits_and_nothing_is_lost(count: int) -> None:
    root = Element("Sect")
    height = SIZE + (count - 1) * LEADING
    parts = columns(WORDS, root).split(WIDTH, height + 1)
    assert len(parts) == 2
    assert parts[0].wrap(WIDTH, 0)[1] == pytest.approx(height)
    faults, (said,) = audit(bound([set_sheet(parts, root)], letters()))
    assert faults == ()
    assert " ".join(said.split()) == WORDS


def test_where_it_is_not_split() -> None:
    flowable = columns(WORDS, Element("Sect"))
    assert flowable.split(WIDTH, SIZE + 1) == []
    assert list(flowable.split(WIDTH, 500)) == [flowable]


def test_from_right_to_left_the_first_column_is_at_the_right() -> None:
    root = Element("Sect")
    flowable = columns(" ".join(["שלום עולם"] * 40), root)
    drawn = lines(runs_of(bound([set_sheet([flowable], root)], letters())))
    assert drawn[0][0] == 210
    assert drawn[-1][0] == 50
