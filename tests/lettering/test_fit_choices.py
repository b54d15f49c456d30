"""Total fit among thousands of ways: what it chooses costs what the best way costs, found by a search of its own."""

from collections.abc import Iterator
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.lettering.fit import Piece, fit

SPACE, STRETCH, SHRINK = 250, 125.0, 83.0

# The number of hyphens in a row that the search follows apart; rows have no more.
MOST_HYPHENS = 2

State = tuple[int, int, int]  # last piece of the line, fitness class, hyphens in a row at its end


def word(advance: float) -> Piece:
    give = advance * 0.02
    return (advance + SPACE, give + STRETCH, give + SHRINK, -SPACE, -STRETCH, -SHRINK, 0, 0, 0)


def syllable(advance: float) -> Piece:
    give = advance * 0.02
    return (advance, give, give, 100.0, 0.0, 0.0, 0, 100, 1)


class Costs:
    """What lines cost after Knuth and Plass, with the demerits that the module states, written down once more."""

    def __init__(self, pieces: list[Piece], width: float, tolerance: float, tightness: float) -> None:
        self.pieces, self.width, self.tolerance, self.tightness = pieces, width, tolerance, tightness
        self.sums = [list(accumulate((piece[at] for piece in pieces), initial=0.0)) for at in range(3)]

    def line(self, first: int, end: int, state: State | None) -> tuple[float, State] | None:
        """Demerits of the line from piece `first` to `end` after a line, and the state after it; None when it is too loose
        or too tight."""
        last = end == len(self.pieces) - 1
        piece = self.pieces[end]
        filled, stretch, shrink = (sums[end + 1] - sums[first] + piece[at + 3] for at, sums in enumerate(self.sums))
        gap = self.width - filled
        give = stretch if gap > 0 else shrink
        ratio = 0.0 if gap == 0 or (last and gap > 0) else gap / give if give > 0 else 1e9 * gap
        if not -self.tightness <= ratio <= self.tolerance:
            return None
        kind = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3
        _, fitness, hyphens = state or (-1, 1, 0)
        cost = (10 + 100 * abs(ratio) ** 3 + (0 if last else piece[7])) ** 2
        cost += 10_000 * (abs(kind - fitness) > 1)
        cost += 5_000 * (last and hyphens > 0)
        if last and state and filled < 0.12 * self.width:
            cost += 5_000 + 40_000 * (1 - filled / (0.12 * self.width))
        hyphens = hyphens + 1 if piece[8] and not last else 0
        return cost + (10_000 * (hyphens - 1) ** 2 if hyphens else 0), (end, kind, hyphens)

    def of(self, ends: list[int]) -> float:
        """Demerits of a whole way."""
        total, state = 0.0, None
        for end in ends:
            step = self.line(state[0] + 1 if state else 0, end, state)
            assert step is not None
            total, state = total + step[0], step[1]
        return total

    def least(self) -> float | None:
        """Of all ways, by keeping the best to every state that a line can end in."""
        best: dict[State | None, float] = {None: 0.0}
        by_end: dict[int, list[State | None]] = {-1: [None]}
        for end in range(len(self.pieces)):
            for state, cost in self._steps_to(end, best, by_end):
                if cost < best.get(state, float("inf")):
                    if state not in best:
                        by_end.setdefault(end, []).append(state)
                    best[state] = cost
        return min((cost for state, cost in best.items() if state and state[0] == len(self.pieces) - 1), default=None)

    def _steps_to(
        self, end: int, best: dict[State | None, float], by_end: dict[int, list[State | None]]
    ) -> Iterator[tuple[State, float]]:
        for before in range(-1, end):
            for state in by_end.get(before, ()):
                step = self.line(before + 1, end, state)
                if step:
                    yield step[1], best[state] + step[0]


@st.composite
def paragraphs(draw: st.DrawFn) -> list[Piece]:
    """Rows of some lines of words, two of which may be parted; they lie anywhere, or in the last lines."""
    lengths = draw(st.lists(st.integers(150, 950), min_size=6, max_size=34))
    hyphenated = draw(st.sets(st.integers(0, len(lengths) - 2), max_size=MOST_HYPHENS))
    if draw(st.booleans()):
        hyphenated = {len(lengths) - 2 - at % 8 for at in hyphenated if at % 8 < len(lengths) - 1}
    return [(syllable if at in hyphenated else word)(length) for at, length in enumerate(lengths)]


@settings(max_examples=400, deadline=None)
@given(
    paragraphs(),
    st.integers(1400, 5200),
    st.sampled_from([0.7, 1.0, 1.5, 4.0, 1e9]),
    st.sampled_from([1.0, 1.12]),
)
def test_the_way_chosen_costs_what_the_best_one_costs(
    pieces: list[Piece], width: int, tolerance: float, tightness: float
) -> None:
    costs = Costs(pieces, width, tolerance, tightness)
    ends = fit(pieces, width, tolerance, tightness)
    least = costs.least()
    if least is None:
        assert ends is None
    else:
        assert ends is not None
        assert costs.of(ends) == pytest.approx(least, rel=1e-9)


@pytest.mark.parametrize("step", [89, 137, 211])
@pytest.mark.parametrize("width", range(1100, 4600, 177))
def test_rows_of_words_at_many_widths(step: int, width: int) -> None:
    """In narrow measures most lines are very loose, in wide ones the last line and the hyphens before it decide."""
    lengths = [300 + step * at % 500 for at in range(36)]
    pieces = [(syllable if at in {29, 33} else word)(length) for at, length in enumerate(lengths)]
    for tolerance in (1.0, 4.0, 1e9):
        costs = Costs(pieces, width, tolerance, 1.12)
        ends, least = fit(pieces, width, tolerance, 1.12), costs.least()
        assert (ends is None) == (least is None)
        assert ends is None or costs.of(ends) == pytest.approx(least, rel=1e-9)


def test_a_very_loose_first_line_is_uneven_with_the_margin_before_it() -> None:
    """TeX takes what stands before a paragraph for decent, so the loose line rather comes second."""
    pieces = [word(750), word(250), word(750), word(700)]
    assert fit(pieces, 1150, 1e9) == [1, 2, 3]
