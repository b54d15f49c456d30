"""Total fit finds what trying every way finds, and says so when there is none."""

import time
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.lettering.fit import Piece, fit, is_blemished

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


def joint(advance: float, right: float = 0) -> Piece:
    """A piece after which a line may end without a space or a hyphen, as after a slash."""
    give = advance * 0.02
    return (advance, give, give, -right, 0.0, 0.0, 0, 50, 0)


def ratio(line: list[Piece], width: float, tightness: float, *, last: bool) -> float | None:
    """Stretch ratio of the line, negative when it shrinks; None when it is overfull."""
    natural, stretch, shrink = (sum(piece[at] for piece in line) + line[-1][at + 3] for at in range(3))
    gap = width - natural + line[0][6]
    if gap < 0:
        return gap / shrink if shrink > 0 and gap / shrink >= -tightness else None
    if last or gap == 0:
        return 0.0
    return gap / stretch if stretch > 0 else 1e6


def demerits(
    pieces: list[Piece], ends: tuple[int, ...], width: float, tolerance: float, tightness: float = 1.0
) -> float | None:
    """Of a whole paragraph, after Knuth and Plass; None when a line is not within the tolerance."""
    total, fitness, begin, hyphens = 0.0, 1, 0, 0
    for end in ends:
        last = end == len(pieces) - 1
        line = pieces[begin : end + 1]
        r = ratio(line, width, tightness, last=last)
        if r is None or r > tolerance:
            return None
        total += (10 + 100 * abs(r) ** 3 + (0 if last else pieces[end][7])) ** 2
        if last:
            total += 5000 if hyphens else 0
        else:
            hyphens = hyphens + 1 if pieces[end][8] else 0
            total += 10_000 * (hyphens - 1) ** 2 if hyphens else 0
        filled = sum(piece[0] for piece in line) + line[-1][3] - line[0][6]
        if last and begin > 0 and filled < 0.12 * width:
            total += 5000 + 40000 * (1 - filled / (0.12 * width))
        kind = 0 if r < -0.5 else 1 if r <= 0.5 else 2 if r <= 1 else 3
        total += 10000 if abs(kind - fitness) > 1 else 0
        fitness, begin = kind, end + 1
    return total


def least_demerits(pieces: list[Piece], width: float, tolerance: float, tightness: float) -> float | None:
    final = len(pieces) - 1
    ways = (
        demerits(pieces, (*inner, final), width, tolerance, tightness)
        for count in range(final + 1)
        for inner in combinations(range(final), count)
    )
    return min((way for way in ways if way is not None), default=None)


def runs_of_hyphens(pieces: list[Piece]) -> float:
    """What a third hyphen in a row and further ones can cost: the breaker keeps one way to each line's end, be it after one
    hyphen or more."""
    hyphens = sum(piece[8] for piece in pieces)
    return 10_000 * sum((count - 1) ** 2 - 1 for count in range(2, hyphens + 1))


lengths = st.integers(250, 900)
protrusions = st.sampled_from([0, 20, 60])
rows = st.lists(
    st.one_of(
        st.builds(word, lengths, protrusions, protrusions),
        st.builds(syllable, lengths, protrusions),
        st.builds(joint, lengths, protrusions),
    ),
    max_size=8,
).flatmap(lambda row: st.builds(lambda end: [*row, end], st.builds(word, lengths, protrusions)))
tolerances = st.sampled_from([0.5, 1.0, 1.5, 4.0, 1e9])


@settings(max_examples=300, deadline=None)
@given(rows, st.integers(500, 2600), tolerances, st.sampled_from([1.0, 1.12, 2.0]))
def test_no_way_is_better(pieces: list[Piece], width: int, tolerance: float, tightness: float) -> None:
    ends = fit(pieces, width, tolerance, tightness)
    least = least_demerits(pieces, width, tolerance, tightness)
    if least is None:
        assert ends is None
        return
    assert ends is not None
    assert ends == sorted(set(ends))
    assert ends[-1] == len(pieces) - 1
    found = demerits(pieces, tuple(ends), width, tolerance, tightness)
    assert found is not None
    assert least * (1 - 1e-9) <= found <= least * (1 + 1e-9) + runs_of_hyphens(pieces)


@pytest.mark.parametrize("row", ["ssw", "swsw", "wjsww", "wwwwwwww", "jjjjjjw", "wswjwsw"])
@pytest.mark.parametrize("width", [900, 1000, 1150, 1400, 1777])
def test_best_ways_of_some_rows(row: str, width: int) -> None:
    """With two hyphens at most the best way is found, always."""
    kinds = {"w": word, "s": syllable, "j": joint}
    pieces = [kinds[kind](270 + 83 * index % 410) for index, kind in enumerate(row)]
    for tolerance in (1.0, 4.0, 1e9):
        ends = fit(pieces, width, tolerance, 1.12)
        least = least_demerits(pieces, width, tolerance, 1.12)
        found = ends and demerits(pieces, tuple(ends), width, tolerance, 1.12)
        assert found == (least if least is None else pytest.approx(least, rel=1e-9))


@pytest.mark.parametrize(
    ("row", "width", "step", "ends"),
    [
        ("jjswwsw", 1850, 395, [2, 6]),  # rather than two hyphens in turn
        ("jwwjwwsjww", 2300, 331, [3, 8, 9]),  # neighbors of one class
        ("wwjwwswwww", 2000, 187, [3, 7, 9]),
        ("jjwswwwwjw", 2850, 222, [4, 9]),  # a very loose line after a tight one
        ("wwjjww", 2450, 299, [3, 5]),
    ],
)
def test_rows_that_hang_on_one_demerit(row: str, width: int, step: int, ends: list[int]) -> None:
    """Found by changing one constant of the breaker at a time."""
    kinds = {"w": word, "s": syllable, "j": joint}
    pieces = [kinds[kind](250 + step * (index + 1) ** 2 % 410) for index, kind in enumerate(row)]
    assert fit(pieces, width, 4.0, 1.12) == ends
    assert demerits(pieces, tuple(ends), width, 4.0, 1.12) == pytest.approx(least_demerits(pieces, width, 4.0, 1.12))


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


def test_a_third_hyphen_in_turn_weighs_more_than_a_second() -> None:
    pieces = [syllable(1000), syllable(1000), syllable(1000), word(1000)]
    assert fit(pieces, 1099, 1.0) == [0, 1, 2, 3]
    total = demerits(pieces, (0, 1, 2, 3), 1099, 1.0)
    plain = demerits([(*piece[:8], 0) for piece in pieces], (0, 1, 2, 3), 1099, 1.0)
    assert total is not None
    assert plain is not None
    assert total - plain == pytest.approx(10_000 + 40_000 + 5_000)


def test_hyphens_in_a_row_are_avoided_where_there_is_a_way() -> None:
    """Lines of two words each, or with hyphens throughout."""
    pieces = [word(410), syllable(300), word(140), syllable(300), word(140), syllable(300), word(140), word(400)]
    ends = fit(pieces, 1000, 1.5)
    assert ends is not None
    shown = [pieces[end][8] for end in ends]
    assert not any(first and second for first, second in pairwise(shown))


@pytest.mark.parametrize(
    ("tightness", "ends"),
    [(1.0, None), (1.12, [1, 2]), (1.2, [1, 2])],
)
def test_the_tightness_is_kept(tightness: float, ends: list[int] | None) -> None:
    """One space of 250 that may shrink by 83, and 18 of the words: the line lacks 107, its ratio is -1.06."""
    pieces = [word(450), word(450), word(990)]
    natural = 450 + 250 + 450
    assert fit(pieces, natural - 107, 1.0, tightness) == ends


def test_a_runt_is_avoided_where_there_is_a_way() -> None:
    """As natural as possible, the last line would hold one short word."""
    pieces = [*[word(200)] * 8, word(60)]
    width = 8 * 200 + 7 * 250
    ends = fit(pieces, width / 2 - 125 + 60, 4.0)
    assert ends is not None
    assert ends[-2] < len(pieces) - 2


@pytest.mark.parametrize("width", [0.5, 10, 99, 100, 101, 10_000])
def test_one_piece_fits_or_does_not(width: float) -> None:
    fits = width + 0.02 * 100 + 1e-9 >= 100
    assert fit([word(100)], width, 1e9) == ([0] if fits else None)


@pytest.mark.parametrize("tolerance", [1.0, 4.0, 1e9])
def test_pieces_that_give_nothing(tolerance: float) -> None:
    """Formulas have no stretch: a line of them is exact, or as loose as nothing else."""
    rigid: Piece = (500.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 500, 0)
    assert fit([rigid] * 4, 1000, tolerance) == [1, 3]
    assert fit([rigid] * 4, 499, tolerance) is None
    if tolerance < 1e6:
        assert fit([rigid] * 4, 1001, tolerance) is None


def test_lines_that_hardly_stretch_are_possible_in_the_end() -> None:
    """Two formulas that fill more than half the measure, and one line each: as formula_words.py makes them."""
    rigid: Piece = (600.0, 1e-3, 0.0, 0.0, 0.0, 0.0, 0.0, 500, 0)
    assert fit([rigid, rigid, word(500)], 1000, 4.0) is None
    assert fit([rigid, rigid, word(500)], 1000, 1e9) == [0, 1, 2]


def test_a_huge_piece_anywhere_is_impossible() -> None:
    for at in range(4):
        pieces = [word(300)] * 4
        pieces[at] = word(1e7)
        assert fit(pieces, 1500, 1e9, 1.12) is None


class TestBlemishes:
    @pytest.mark.parametrize(
        ("pieces", "ends", "is_one"),
        [
            ([syllable(900), syllable(900), word(400), word(400)], [0, 1, 3], False),
            ([syllable(900), syllable(900), syllable(900), word(900), word(900)], [0, 1, 2, 3, 4], True),
            ([syllable(900), syllable(900), word(900), syllable(900), word(900)], [0, 1, 2, 3, 4], True),
            ([word(900), word(300), word(300)], [0, 2], False),
            ([word(900), word(119)], [0, 1], True),
            ([word(900), word(121)], [0, 1], False),
            ([word(100)], [0], False),  # the only line may be as short as it is
            ([syllable(900), word(300)], [0, 1], True),  # the end of a hyphenated word
            ([syllable(900), word(300), word(300)], [0, 2], False),
            ([joint(900), word(300)], [0, 1], False),
        ],
    )
    def test_what_is_one(self, pieces: list[Piece], ends: list[int], is_one: bool) -> None:
        assert is_blemished(pieces, ends, 1000) == is_one


@pytest.mark.parametrize("width", [4_000, 30_000])
def test_a_chapter_in_one_paragraph_takes_seconds_at_most(width: int) -> None:
    """Time grows with the pieces, not with their square: 20 000 of them are more than any abstract has."""

    def seconds(count: int) -> float:
        """Of this process's own time, the best of three: other work on the machine does not count."""
        pieces = [(word, syllable, joint)[index % 3](200 + 37 * index % 500) for index in range(count)]
        taken = []
        for _ in range(3):
            begin = time.process_time()
            assert fit(pieces, width, 4.0, 1.12) is not None
            taken.append(time.process_time() - begin)
        return min(taken)

    assert seconds(20_000) < 50 * max(seconds(2_000), 0.005)  # a square would be 100 times as much
