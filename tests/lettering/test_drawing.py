"""What a viewer adds up from widths, adjustments and scaling is the measure that was asked for."""

from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.lettering.breaking import Measure, justified, ragged
from booklet.lettering.drawing import set_line
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run, boxes
from booklet.structure import Element
from sheet import bound, letters, runs_of, set_sheet, voice

TEXT = (
    "The assimilation of satellite radiances into high-resolution models (see “Methods”) remains difficult, particularly "
    "over land; efficient, office-proof algorithms were offered by many groups, e.g. in Łódź. We find x² + H₂O to be "
    "sufficient — and a three-dimensional treatment necessary — for the first fjord."
)


def measure(runs: tuple[Run, ...], width: float) -> Measure:
    tables = tuple(letters().table(run.voice) for run in runs)
    return Measure(tables, tuple(run.voice.size / runs[0].voice.size for run in runs), width)


@pytest.mark.parametrize("width", [120.0, 171.3, 200.0, 295.0])
@pytest.mark.parametrize("size", [9.0, 10.5])
def test_justified_lines_end_at_the_measure(width: float, size: float) -> None:
    """Positions read back from the PDF: W widths, TJ adjustments and Tz."""
    spoken = voice(size)
    root = Element("Sect")
    block = Paragraph(letters(), (Run(TEXT, spoken),), 14, root.add("P"))
    pdf = bound([set_sheet([block], root, width, 50)], letters())
    table = letters().table(spoken)
    lines = [list(line) for _, line in groupby(runs_of(pdf), key=lambda run: round(run.y, 2))]
    used = measure((Run(TEXT, spoken),), width * 1000 / size)
    broken = justified(boxes((Run(TEXT, spoken),)), used)
    assert len(lines) == len(broken) == block.line_count
    for runs, line in zip(lines[:-1], broken[:-1], strict=True):
        set_to = set_line(line, (Run(TEXT, spoken),), used, size, justify=True)
        space = table.space * size / 1000 * set_to.scaling / 100 if line.at_space else 0
        protruding = (line.tokens[0].word.left + line.tokens[-1].word.right) * size / 1000
        assert runs[0].x == pytest.approx(50 - line.tokens[0].word.left * size / 1000, abs=0.001)
        assert runs[-1].end_x - space - runs[0].x == pytest.approx(width + protruding, abs=1.5 * size / 1000)
    assert lines[-1][-1].end_x < 50 + width


words = st.text("abcdefghimnopqrstuvwxyzAVWT.,-é", min_size=1, max_size=12)
several = st.lists(
    st.tuples(
        st.lists(words, min_size=2, max_size=12).map(" ".join),
        st.sampled_from([("serif", 10.0), ("serif-bold", 10.0), ("sans", 7.0)]),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=100, deadline=None)
@given(several, st.floats(9000, 30_000))
def test_widths_agree_whatever_is_mixed(parts: list[tuple[str, tuple[str, float]]], width: float) -> None:
    runs = tuple(Run(f"{text} ", voice(size, face=face)) for text, (face, size) in parts)
    used = measure(runs, width * 10 / runs[0].voice.size)
    size = runs[0].voice.size
    for line in justified(boxes(runs), used):
        gaps = sum(token.space >= 0 for token in line.tokens)
        done = set_line(line, runs, used, size, justify=True)
        ends = [group.x + group.width for group in done.groups]
        assert ends == sorted(ends)
        assert [group.x for group in done.groups][1:] == pytest.approx(ends[:-1])
        # Rounded to whole units for every gap, of runs in other sizes too.
        assert ends[-1] == pytest.approx(done.width, abs=(1 + gaps) * size / 1000)
        if gaps:
            left = line.tokens[0].word.left * used.scales[line.tokens[0].run]
            right = line.tokens[-1].word.right * used.scales[line.tokens[-1].run]
            assert done.width == pytest.approx((used.width + left + right) * size / 1000, abs=1e-6)
        assert 98 <= done.scaling <= 102
        assert done.scaling * 2 == int(done.scaling * 2)


def test_a_space_is_as_wide_as_where_it_is_drawn() -> None:
    """Between two words in emphasis stands a space of another run."""
    runs = (Run("one", voice(face="serif-italic")), Run(" ", voice()), Run("two", voice(face="serif-bold")))
    used = measure(runs, 20_000)
    (line,) = ragged(boxes(runs), used)
    done = set_line(line, runs, used, 10, justify=False)
    assert done.groups[-1].x + done.groups[-1].width == pytest.approx(done.width)


def test_the_natural_line_is_neither_scaled_nor_moved() -> None:
    runs = (Run("“So it is”", voice()),)
    used = measure(runs, 20_000)
    done = set_line(ragged(boxes(runs), used)[0], runs, used, 10, justify=False)
    assert (done.scaling, done.outdent) == (100.0, 0.0)
    advance = sum(used.tables[0].word(word).advance for word in ("“So", "it", "is”"))
    assert done.width == pytest.approx((advance + 2 * used.tables[0].space) / 100)


def test_one_word_is_stretched_by_scaling_alone() -> None:
    runs = (Run("assimilation", voice()),)
    used = measure(runs, 20_000)
    done = set_line(justified(boxes(runs), used)[0], runs, used, 10, justify=True)
    assert done.scaling == 102
    assert done.width < 100
