"""What is carried over to the next page stands there as a paragraph of its own would."""

import pytest

from booklet.lettering.paragraph import ASCENT, DESCENT, Paragraph
from booklet.lettering.runs import Run
from booklet.structure import Element
from sheet import bound, letters, runs_of, set_sheet, voice

SIZE, LEADING, TOP = 10.0, 14.0, 550.0
TEXT = " ".join(["observations of rain and clouds over the sea"] * 12)


@pytest.mark.parametrize("lines_before", [2, 3, 5])
def test_lines_of_a_second_part_begin_at_its_top(lines_before: int) -> None:
    root = Element("Sect")
    whole = Paragraph(letters(), (Run(TEXT, voice(SIZE)),), LEADING, root.add("P"), align="left")
    _, rest = whole.split(200, SIZE + LEADING * (lines_before - 1))
    assert rest.line_count == whole.line_count - lines_before
    drawn = runs_of(bound([set_sheet([rest], root, 200)], letters()))
    baselines = list(dict.fromkeys(round(run.y, 2) for run in drawn))
    expected = [TOP - ASCENT * SIZE - LEADING * line for line in range(rest.line_count)]
    assert baselines == pytest.approx(expected, abs=0.01)
    assert baselines[-1] - DESCENT * SIZE == pytest.approx(TOP - rest.height, abs=0.01)
