"""Lines hold all words in order, never reach over the measure, and titles are balanced."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.lettering.breaking import Line, Measure, balanced, justified, ragged
from booklet.lettering.drawing import set_line
from booklet.lettering.face import LINE_HYPHEN
from booklet.lettering.runs import Box, Part, Run, boxes
from sheet import letters, voice

# What shaping a part of a word alone may change in its width: kerning and ligatures at its ends, 1/1000 em a word.
SHAPING = 60

Breaker = Callable[[list[Box], Measure], list[Line]]


def plain(text: str) -> tuple[Run, ...]:
    return (Run(text, voice()),)


def measure(runs: tuple[Run, ...], width: float, language: str = "en-US") -> Measure:
    """`width` in 1/1000 of the first run's size."""
    tables = tuple(letters().table(run.voice, language) for run in runs)
    return Measure(tables, tuple(run.voice.size / runs[0].voice.size for run in runs), width)


def text_of(line: Line, used: Measure) -> str:
    """What the glyphs of a line say, with its spaces; U+00AD where a hyphen was put in."""
    out = []
    for token in line.tokens:
        faces = used.tables[token.run].faces
        out.append(" " * (token.space >= 0))
        out += [
            "\u00ad" if code == LINE_HYPHEN else faces[code >> 16].text_of(code & 65535) for code in token.word.codes
        ]
    return "".join(out) + " " * line.at_space


def said(lines: list[Line], used: Measure) -> str:
    return "".join(text_of(line, used) for line in lines).replace("\u00ad", "")


def shown(lines: list[Line], used: Measure) -> list[str]:
    return [text_of(line, used) for line in lines]


def smallest_width(line: Line, used: Measure) -> float:
    """Of a line that is shrunk as far as the style of justification allows."""
    words = sum(token.word.advance * used.scales[token.run] for token in line.tokens)
    spaces = sum(used.tables[token.space].space * used.scales[token.space] for token in line.tokens if token.space >= 0)
    out = line.tokens[0].word.left * used.scales[line.tokens[0].run]
    out += line.tokens[-1].word.right * used.scales[line.tokens[-1].run]
    return words * 0.98 + spaces * 2 / 3 - out


ALPHABET = "abcdefghijlmnorstuvwyzABMTVW.,-/–é“”’()019"
short_words = st.text(ALPHABET, min_size=1, max_size=14)
long_words = st.sampled_from(["a" * 500, "m" * 90, "ab-" * 60, "https://example.org/" + "x-y/" * 20])
texts = st.lists(st.one_of(short_words, short_words, short_words, long_words), min_size=1, max_size=25).map(" ".join)
voices = st.sampled_from([voice(), voice(face="sans-bold"), voice(6.8, rise=3), voice(face="serif-italic")])
some_runs = st.lists(st.tuples(texts, voices, st.sampled_from(["", " "])), min_size=1, max_size=4).map(
    lambda parts: tuple(Run(text + end, spoken) for text, spoken, end in parts)
)


@settings(max_examples=60, deadline=None)
@given(some_runs, st.floats(2500, 40_000), st.sampled_from([justified, ragged, balanced]))
def test_lines_hold_the_text_in_order(runs: tuple[Run, ...], width: float, breaker: Breaker) -> None:
    used = measure(runs, width)
    lines = breaker(boxes(runs), used)
    assert all(line.tokens for line in lines)
    assert said(lines, used) == " ".join("".join(run.text for run in runs).split())
    assert not lines[-1].at_space


@settings(max_examples=60, deadline=None)
@given(some_runs, st.floats(2500, 40_000), st.sampled_from([justified, ragged, balanced]))
def test_no_line_is_overfull(runs: tuple[Run, ...], width: float, breaker: Breaker) -> None:
    used = measure(runs, width)
    for line in breaker(boxes(runs), used):
        assert smallest_width(line, used) <= width + SHAPING * max(used.scales)
        if breaker is not justified:
            assert set_line(line, runs, used, 10, justify=False).width <= width * 10 / 1000 + 1e-6


@settings(max_examples=60, deadline=None)
@given(st.lists(short_words, min_size=1, max_size=20).map(" ".join), st.floats(4000, 30_000))
def test_balanced_takes_as_many_lines_and_is_not_wider(text: str, width: float) -> None:
    runs = plain(text)
    used = measure(runs, width)
    rag, even = ragged(boxes(runs), used), balanced(boxes(runs), used)
    assert len(even) == len(rag)

    def widest(lines: list[Line]) -> float:
        return max(set_line(line, runs, used, 10, justify=False).width for line in lines)

    assert widest(even) <= widest(rag) + 1e-6
    assert [line.at_space for line in even].count(False) <= [line.at_space for line in rag].count(False)


def test_balanced_parts_no_word_that_the_measure_has_room_for() -> None:
    """Narrower, the long word would be parted without a hyphen and the title still take two lines."""
    runs = plain("Bodenfeuchteassimilation heute")
    used = measure(runs, letters().table(voice()).word("Bodenfeuchteassimilation").advance + 100)
    assert shown(balanced(boxes(runs), used), used) == ["Bodenfeuchteassimilation ", "heute"]


def test_balanced_evens_lines_out() -> None:
    runs = plain("Toward a probabilistic description of convective scale precipitation for all")
    used = measure(runs, 30_000)
    assert len(ragged(boxes(runs), used)) == 2
    first, second = (set_line(line, runs, used, 10, justify=False).width for line in balanced(boxes(runs), used))
    assert abs(first - second) < 60


def test_words_of_several_voices_stay_whole_as_long_as_they_fit() -> None:
    runs = (
        Run("see ", voice()),
        Run("Alexe", voice(face="serif-bold")),
        Run("¹", voice(features=("sups",))),
        Run(", who", voice()),
    )
    used = measure(runs, 4500)
    assert shown(ragged(boxes(runs), used), used) == ["see ", "Alexe¹, ", "who"]


def test_an_address_before_a_full_stop_in_another_voice_is_parted() -> None:
    runs = (
        Run("https://doi.org/10.5194/gmd-2026-1", voice(), link="https://doi.org/10.5194/gmd-2026-1"),
        Run(".", voice()),
    )
    used = measure(runs, 9000)
    for breaker in (justified, ragged):
        lines = breaker(boxes(runs), used)
        assert len(lines) > 1
        assert said(lines, used) == "https://doi.org/10.5194/gmd-2026-1."


@pytest.mark.parametrize("breaker", [justified, ragged, balanced])
def test_a_measure_narrower_than_a_letter(breaker: Breaker) -> None:
    runs = plain("mmm W")
    used = measure(runs, 100)
    lines = breaker(boxes(runs), used)
    assert shown(lines, used) == ["m", "m", "m ", "W"]


@pytest.mark.parametrize("breaker", [justified, ragged, balanced])
def test_nothing_gives_no_lines(breaker: Breaker) -> None:
    assert breaker([], measure(plain(""), 10_000)) == []


def test_long_words_take_reasonable_time() -> None:
    """A stranger's word of thousands of letters is parted without shaping it again and again from every place."""
    runs = plain("ab" * 2000)
    lines = ragged(boxes(runs), measure(runs, 30_000))
    assert len(lines) > 60
    assert said(lines, measure(runs, 30_000)) == "ab" * 2000


def test_hyphenation_comes_only_when_needed() -> None:
    text = "assimilation of observations"
    wide, narrow = measure(plain(text), 40_000), measure(plain(text), 4500)
    assert shown(justified(boxes(plain(text)), wide), wide) == [text]
    assert any("\u00ad" in line for line in shown(justified(boxes(plain(text)), narrow), narrow))
    assert not any("\u00ad" in line for line in shown(ragged(boxes(plain(text)), narrow), narrow))


class TestBoxes:
    def test_words_and_their_spaces(self) -> None:
        assert boxes(plain(" a  b ")) == [Box((Part(0, "a"),), 0), Box((Part(0, "b"),), -1)]

    def test_a_word_may_cross_runs(self) -> None:
        runs = (Run("H", voice()), Run("2", voice(6)), Run("O is", voice()))
        assert boxes(runs) == [Box((Part(0, "H"), Part(1, "2"), Part(2, "O")), 2), Box((Part(2, "is"),), -1)]

    def test_a_space_belongs_to_a_word_beside_it(self) -> None:
        """Else its width would be that of a run that sets no letter there."""
        runs = (Run("a", voice(face="serif-italic")), Run(" ", voice()), Run("b", voice(face="serif-bold")))
        assert boxes(runs) == [Box((Part(0, "a"),), 0), Box((Part(2, "b"),), -1)]
        assert boxes((Run("a", voice()), Run(" b", voice(6)))) == [Box((Part(0, "a"),), 1), Box((Part(1, "b"),), -1)]

    def test_no_break_spaces_join(self) -> None:
        assert boxes(plain("10\u00a0km wide")) == [Box((Part(0, "10 km"),), 0), Box((Part(0, "wide"),), -1)]

    def test_nothing(self) -> None:
        assert boxes(()) == boxes(plain("")) == boxes(plain("   ")) == []
