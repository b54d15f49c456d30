"""Total fit finds what trying every way finds, and says so when there is none."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.lettering.fit import Piece, fit

SPACE, STRETCH, SHRINK = 250, 125.0, 83.0
HYPHEN = 330


def word(advance: float, right: float = 0, left: float = 0) -> Piece:
    """A piece that ends a word: the space after it is taken back when a line ends there."""
    give = advance * 0.02
    return (advance + SPACE, give + STRETCH, give + SHRINK, -SPACE - right, -STRETCH, -SHRINK, left, 0, 0)


def syllable(advance: float, left: float = 0) -> Piece:
    """A piece that ends with a hyphen when a line ends there."""
    give = advance * 0.02
    return (advance, give, give, HYPHEN * 0.3, 0.0, 0.0, left, 100, 1)


def ratio(line: list[Piece], width: float, *, last: bool) -> float | None:
    """Stretch ratio of the line, negative when it shrinks; None when it is overfull."""
    natural, stretch, shrink = (sum(piece[at] for piece in line) + line[-1][at + 3] for at in range(3))
    gap = width - natural + line[0][6]
    if gap < 0:
        return gap / shrink if shrink > 0 and gap / shrink >= -1 else None
    if last or gap == 0:
        return 0.0
    return gap / stretch if stretch > 0 else 1e6


def demerits(pieces: list[Piece], ends: tuple[int, ...], width: float, tolerance: float) -> float | None:
    """Of a whole paragraph, after Knuth and Plass; None when a line is not within the tolerance."""
    total, fitness, begin = 0.0, 1, 0
    for end in ends:
        last = end == len(pieces) - 1
        line = pieces[begin : end + 1]
        r = ratio(line, width, last=last)
        if r is None or r > tolerance:
            return None
        after_hyphen = begin > 0 and pieces[begin - 1][8]
        total += (10 + 100 * abs(r) ** 3 + (0 if last else pieces[end][7])) ** 2
        total += (5000 if last else 10000 if pieces[end][8] else 0) if after_hyphen else 0
        filled = sum(piece[0] for piece in line) + line[-1][3] - line[0][6]
        if last and begin > 0 and filled < 0.12 * width:
            total += 5000 + 40000 * (1 - filled / (0.12 * width))
        kind = 0 if r < -0.5 else 1 if r <= 0.5 else 2 if r <= 1 else 3
        total += 10000 if abs(kind - fitness) > 1 else 0
        fitness, begin = kind, end + 1
    return total


def least_demerits(pieces: list[Piece], width: float, tolerance: float) -> float | None:
    final = len(pieces) - 1
    ways = (
        demerits(pieces, (*inner, final), width, tolerance)
        for count in range(final + 1)
        for inner in combinations(range(final), count)
    )
    return min((way for way in ways if way is not None), default=None)


lengths = st.integers(250, 900)
protrusions = st.sampled_from([0, 20, 60])
rows = st.lists(
    st.one_of(st.builds(word, lengths, protrusions, protrusions), st.builds(syllable, lengths, protrusions)), max_size=8
).flatmap(lambda row: st.builds(lambda end: [*row, end], st.builds(word, lengths, protrusions)))


@settings(max_examples=300, deadline=None)
@given(rows, st.integers(500, 2600), st.sampled_from([0.5, 1.0, 1.5, 4.0, 1e9]))
def test_no_way_is_better(pieces: list[Piece], width: int, tolerance: float) -> None:
    ends = fit(pieces, width, tolerance)
    least = least_demerits(pieces, width, tolerance)
    if least is None:
        assert ends is None
        return
    assert ends is not None
    assert ends == sorted(set(ends))
    assert ends[-1] == len(pieces) - 1
    found = demerits(pieces, tuple(ends), width, tolerance)
    assert found == pytest.approx(least, rel=1e-9)


def test_a_word_wider_than_the_measure_is_impossible() -> None:
    assert fit([word(500), word(1500), word(300)], 1000, 1e9) is None


def test_the_tolerance_is_kept() -> None:
    pieces = [word(400), word(900), word(100)]
    assert fit(pieces, 1000, 4.0) is None
    assert fit(pieces, 1000, 1e9) == [0, 1, 2]


def test_one_line_is_not_stretched() -> None:
    assert fit([word(100), word(100)], 100_000, 1.0) == [1]


def test_the_last_line_may_shrink() -> None:
    assert fit([word(450), word(350)], 1000, 1.0) == [1]


def test_a_hyphen_costs_more_than_a_loose_space() -> None:
    """Both ways are possible; the one without a hyphen is somewhat looser."""
    before, after = [word(150)] * 10, [word(1900), word(900)]
    assert fit([*before, syllable(150), *after], 4790, 1.0) == [9, 12]
    assert fit([*before, (*syllable(150)[:7], 0, 0), *after], 4790, 1.0) == [10, 12]


@pytest.mark.parametrize(("hyphens", "lines"), [((1, 1), 3), ((0, 0), 3)])
def test_two_hyphens_in_turn_are_demerited(hyphens: tuple[int, int], lines: int) -> None:
    pieces = [(*syllable(1000)[:8], hyphens[0]), (*syllable(1000)[:8], hyphens[1]), word(1000)]
    ends = fit(pieces, 1099, 1.0)
    assert ends == [0, 1, 2]
    assert len(ends) == lines
    total = demerits(pieces, tuple(ends), 1099, 1.0)
    plain = demerits([(*piece[:8], 0) for piece in pieces], tuple(ends), 1099, 1.0)
    assert total is not None
    assert plain is not None
    assert total - plain == pytest.approx(15_000 if all(hyphens) else 0)
