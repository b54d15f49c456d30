"""Lines hold all words in order, never reach over the measure, and titles are balanced."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.lettering import breaking
from booklet.lettering.breaking import balanced, justified, ragged
from booklet.lettering.cuts import AS_WRITTEN
from booklet.lettering.drawing import set_line
from booklet.lettering.face import LINE_HYPHEN
from booklet.lettering.fit import fit, is_blemished
from booklet.lettering.formula_words import FormulaWords
from booklet.lettering.groups import Setting
from booklet.lettering.letters import Voice
from booklet.lettering.lines import Line, Measure
from booklet.lettering.mathematics.formula import set_formula
from booklet.lettering.paragraph import STANDING_OUT, Paragraph
from booklet.lettering.runs import Box, Joined, Part, Plain, Run, Stretch, boxes, stretches
from booklet.lettering.word_table import Word
from booklet.lettering.words import Words
from sheet import letters, voice

# What shaping a part of a word alone may change in its width: kerning and ligatures at its ends, 1/1000 em a word.
SHAPING = 60
# How far spaces shrink, as a share of what they can give, and how far letters do.
TIGHTEST = 1.12 / 3

Breaker = Callable[[list[Box], Measure], list[Line]]


def plain(text: str) -> tuple[Run, ...]:
    return (Run(text, voice()),)


def formula(source: str) -> Run:
    made = set_formula(source, display=False)
    return Run(made.text, voice(), formula=made)


def set_up(runs: tuple[Run, ...], width: float, *, language: str | None = None) -> Setting:
    """What lines of these runs are set with; `width` in 1/1000 of the first run's size."""
    made = Paragraph(letters(), runs, 14, None, language=language).setting
    return made._replace(measure=made.measure._replace(width=width))


def broken(breaker: Breaker, runs: tuple[Run, ...], width: float) -> list[Line]:
    setting = set_up(runs, width)
    return breaker(boxes(setting.stretches), setting.measure)


def text_of(line: Line, used: Measure) -> str:
    """What the glyphs of a line say, with its spaces; U+00AD where a hyphen was put in."""
    out = []
    for phrase in line.phrases:
        table = used.tables[phrase.run]
        words = (
            phrase.texts if isinstance(table, FormulaWords) else [_text_of_glyphs(table, word) for word in phrase.words]
        )
        out += [" " * (phrase.space >= 0), " ".join(words)]
    return "".join(out) + " " * (line.space >= 0)


def _text_of_glyphs(table: Words, word: Word) -> str:
    return "".join(
        "\u00ad" if code == LINE_HYPHEN else table.faces[code >> 16].text_of(code & 65535) for code in word.codes
    )


def written(lines: list[Line]) -> str:
    """The characters of lines as their phrases have them, in order."""
    out = []
    for line in lines:
        for phrase in line.phrases:
            out += [" " * (phrase.space >= 0), " ".join(phrase.texts)]
        out.append(" " * (line.space >= 0))
    return "".join(out)


def said(lines: list[Line], used: Measure) -> str:
    return "".join(text_of(line, used) for line in lines).replace("\u00ad", "")


def shown(lines: list[Line], used: Measure) -> list[str]:
    return [text_of(line, used) for line in lines]


def smallest_width(line: Line, used: Measure) -> float:
    """Of a line that is shrunk as far as the style of justification allows."""
    width = 0.0
    for phrase in line.phrases:
        table, scale = used.tables[phrase.run], used.scales[phrase.run]
        advance = sum(word.advance for word in phrase.words) * scale
        width += advance if isinstance(table, FormulaWords) else advance * (1 - 0.02 * 1.12)
        width += table.space * scale * (len(phrase.words) - 1) * (1 - TIGHTEST)
        if phrase.space >= 0:
            width += used.tables[phrase.space].space * used.scales[phrase.space] * (1 - TIGHTEST)
        elif phrase.gap is not None:
            width += phrase.gap - 20 * 1.12
    first, last = line.phrases[0], line.phrases[-1]
    return width - first.words[0].left * used.scales[first.run] - last.words[-1].right * used.scales[last.run]


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
    used = set_up(runs, width).measure
    lines = broken(breaker, runs, width)
    assert all(line.phrases for line in lines)
    assert said(lines, used) == " ".join("".join(run.text for run in runs).split())
    assert written(lines) == said(lines, used)
    assert lines[-1].space == -1
    assert [line.hyphenated for line in lines] == ["\u00ad" in text for text in shown(lines, used)]


@settings(max_examples=60, deadline=None)
@given(some_runs, st.floats(2500, 40_000), st.sampled_from([justified, ragged, balanced]))
def test_no_line_is_overfull(runs: tuple[Run, ...], width: float, breaker: Breaker) -> None:
    setting = set_up(runs, width)
    lines = broken(breaker, runs, width)
    for line in lines:
        assert smallest_width(line, setting.measure) <= width + SHAPING * max(setting.measure.scales)
        if breaker is not justified:
            assert set_line(line, setting, justify=False).width <= width * setting.size / 1000 + 1e-6


def test_ragged_lines_in_a_larger_size() -> None:
    runs = (Run("0", voice(6.8, rise=3.0)), *plain("0 Abf.T"))
    setting = set_up(runs, 2725)
    for line in broken(ragged, runs, 2725):
        assert set_line(line, setting, justify=False).width <= 2725 * 6.8 / 1000 + 1e-6


def test_justified_lines_that_begin_inside_an_address() -> None:
    text = "0000 https://example.org/" + "x-y/" * 20 + " A’000000AM"
    runs = (Run(text, voice(face="serif-italic")),)
    setting = set_up(runs, 10_784)
    for line in broken(justified, runs, 10_784):
        assert smallest_width(line, setting.measure) <= 10_784 + SHAPING


def test_ragged_lines_that_end_inside_an_address() -> None:
    """Parted letters lose the kern between them, and are wider than inside the word."""
    runs = (Run("https://example.org/" + "x-y/" * 20, voice(face="serif-italic")),)
    setting = set_up(runs, 32_109)
    for line in broken(ragged, runs, 32_109):
        assert set_line(line, setting, justify=False).width <= 321.09 + 1e-6


def test_ragged_lines_that_end_with_a_hyphen() -> None:
    """A hyphen is wider than many a letter that would have stood there."""
    runs = plain("illimitability representations interdisciplinarity")
    for width in range(2000, 7000, 25):
        setting = set_up(runs, width)
        for line in broken(ragged, runs, width):
            assert set_line(line, setting, justify=False).width <= width * setting.size / 1000 + 1e-6


SCRIPTS = [
    "assimilation of observations",
    "three-dimensional high-resolution",
    "https://example.org/a/b.html?c=d",
    "שלום עולם",
    "会議の手引きを「作る」。",
    "东亚文字，没有空格。",
    "नमस्ते दुनिया",
    "ภาษาไทย",
    "e\u0301t\u0301 q\u0323\u0301",
    "10\u202fkm ❤\ufe0f",
    "a",
]
FORMULAS = [r"x", r"E = mc^2", r"\frac{a}{b} + c", r"a < b \le c + d - e", r"\sum_{i=1}^n x_i"]
pieces_of_text = st.tuples(st.lists(st.sampled_from(SCRIPTS), min_size=1, max_size=6), st.sampled_from(["", " "])).map(
    lambda part: " ".join(part[0]) + part[1]
)
mixed_voices = st.sampled_from(
    [voice(), voice(face="sans-bold"), voice(7.0, rise=3.0), voice(13.0, face="serif-italic")]
)


def run(text: str, spoken: Voice, *, isolate: bool = False) -> Run:
    """What is drawn of a run; of a tuple Hypothesis would make up all else that it may have."""
    return Run(text, spoken, isolate=isolate)


mixed_runs = st.lists(
    st.one_of(
        st.builds(run, pieces_of_text, mixed_voices),
        st.builds(run, pieces_of_text, mixed_voices, isolate=st.just(True)),
        st.sampled_from(FORMULAS).map(formula),
        # Between spaces: parted anywhere, Arabic letters are wider (`test_arabic_words_wider_than_the_measure…`).
        st.builds(run, st.just(" مرحبا بالعالم "), mixed_voices),
    ),
    min_size=1,
    max_size=8,
).map(tuple)


def with_marks(parts: tuple[Stretch, ...]) -> str:
    """The text of stretches, formulas by the characters of their chunks."""
    return "".join(part.text for part in parts).replace("\u00a0", " ")


@settings(max_examples=150, deadline=None)
@given(mixed_runs, st.floats(8000, 40_000), st.sampled_from([justified, ragged, balanced]))
def test_any_mix_is_in_the_lines_once_in_order_and_never_overfull(
    runs: tuple[Run, ...], width: float, breaker: Breaker
) -> None:
    setting = set_up(runs, width * 10 / runs[0].voice.size)
    used = setting.measure
    # As Paragraph.wrap does: from right to left nothing stands out over the edge.
    room = used._replace(width=used.width - STANDING_OUT * setting.base)
    lines = breaker(boxes(setting.stretches), room)
    assert written(lines) == " ".join(filter(None, with_marks(setting.stretches).split(" ")))
    for line in lines:
        # A chunk of a formula is never parted; formulas with wider ones are not set in text (composing/formulas.py).
        least = smallest_width(line, used)
        parts = sum(len(phrase.words) for phrase in line.phrases)
        slack = (SHAPING if parts > 1 else 0) + SHAPING * sum(not phrase.space >= 0 for phrase in line.phrases)
        single = parts == 1 and len(line.phrases[0].texts[0]) <= 2
        assert single or least <= used.width + slack * max(used.scales)


@pytest.mark.parametrize("breaker", [justified, ragged])
def test_arabic_words_wider_than_the_measure_are_not_overfull(breaker: Breaker) -> None:
    runs = plain("بالعالم" * 8)
    widths = range(2000, 8000, 100)
    overfull = [
        width
        for width in widths
        for line in broken(breaker, runs, width)
        if smallest_width(line, set_up(runs, width).measure) > width + SHAPING
    ]
    assert overfull == []


@settings(max_examples=60, deadline=None)
@given(st.lists(short_words, min_size=1, max_size=20).map(" ".join), st.floats(4000, 30_000))
def test_balanced_takes_as_many_lines_and_is_not_wider(text: str, width: float) -> None:
    setting = set_up(plain(text), width)
    rag, even = broken(ragged, plain(text), width), broken(balanced, plain(text), width)
    assert len(even) == len(rag)

    def widest(lines: list[Line]) -> float:
        return max(set_line(line, setting, justify=False).width for line in lines)

    assert widest(even) <= widest(rag) + 1e-6
    assert [line.space for line in even].count(-1) <= [line.space for line in rag].count(-1)


def test_balanced_parts_no_word_that_the_measure_has_room_for() -> None:
    """Narrower, the long word would be parted without a hyphen and the title still take two lines."""
    runs = plain("Bodenfeuchteassimilation heute")
    width = letters().table(voice()).word("Bodenfeuchteassimilation").advance + 100
    assert shown(broken(balanced, runs, width), set_up(runs, width).measure) == ["Bodenfeuchteassimilation ", "heute"]


def test_balanced_evens_lines_out() -> None:
    runs = plain("Toward a probabilistic description of convective scale precipitation for all")
    setting = set_up(runs, 30_000)
    assert len(broken(ragged, runs, 30_000)) == 2
    first, second = (set_line(line, setting, justify=False).width for line in broken(balanced, runs, 30_000))
    assert abs(first - second) < 60


def test_words_of_several_voices_stay_whole_as_long_as_they_fit() -> None:
    runs = (
        Run("see ", voice()),
        Run("Alexe", voice(face="serif-bold")),
        Run("¹", voice(features=("sups",))),
        Run(", who", voice()),
    )
    assert shown(broken(ragged, runs, 4500), set_up(runs, 4500).measure) == ["see ", "Alexe¹, ", "who"]


def test_an_address_before_a_full_stop_in_another_voice_is_parted() -> None:
    runs = (
        Run("https://doi.org/10.5194/gmd-2026-1", voice(), link="https://doi.org/10.5194/gmd-2026-1"),
        Run(".", voice()),
    )
    for breaker in (justified, ragged):
        lines = broken(breaker, runs, 9000)
        assert len(lines) > 1
        assert said(lines, set_up(runs, 9000).measure) == "https://doi.org/10.5194/gmd-2026-1."


@pytest.mark.parametrize("breaker", [justified, ragged, balanced])
def test_a_measure_narrower_than_a_letter(breaker: Breaker) -> None:
    runs = plain("mmm W")
    assert shown(broken(breaker, runs, 100), set_up(runs, 100).measure) == ["m", "m", "m ", "W"]


@pytest.mark.parametrize("breaker", [justified, ragged, balanced])
def test_nothing_gives_no_lines(breaker: Breaker) -> None:
    assert breaker([], set_up(plain(""), 10_000).measure) == []


def test_long_words_take_reasonable_time() -> None:
    """A stranger's word of thousands of letters is parted without shaping it again and again from every place."""
    runs = plain("ab" * 2000)
    for breaker in (justified, ragged, balanced):
        lines = broken(breaker, runs, 30_000)
        assert len(lines) > 60
        assert said(lines, set_up(runs, 30_000).measure) == "ab" * 2000


def test_hyphenation_comes_only_when_needed() -> None:
    runs = plain("assimilation of observations into models")
    wide, narrow = set_up(runs, 40_000).measure, set_up(runs, 9_000).measure
    assert shown(broken(justified, runs, 40_000), wide) == ["assimilation of observations into models"]
    assert any("\u00ad" in line for line in shown(broken(justified, runs, 9_000), narrow))
    assert not any("\u00ad" in line for line in shown(broken(ragged, runs, 9_000), narrow))


ABSTRACT = (
    "The assimilation of satellite radiances into models of high resolution remains difficult, particularly over land. "
    "Algorithms of several groups were compared and found to be sufficient for operational forecasts of precipitation."
)


def test_no_word_is_hyphenated_where_lines_are_good_without() -> None:
    table = letters().table(voice())
    pieces = [piece for parted in table.parted_words(AS_WRITTEN, tuple(ABSTRACT.split())) for piece in parted.pieces]
    unhyphenated = hyphenated = 0
    for width in range(9_000, 45_000, 500):
        ends = fit(pieces, width, 1.0)
        lines = broken(justified, plain(ABSTRACT), width)
        if ends is not None and not is_blemished(pieces, ends, width):
            assert not any(line.hyphenated for line in lines)
            assert len(lines) == len(ends)
            unhyphenated += 1
        hyphenated += any(line.hyphenated for line in lines)
    assert unhyphenated > 10
    assert hyphenated > 5


@pytest.mark.parametrize("breaker", [ragged, balanced])
def test_the_white_beside_ideographs_counts(breaker: Breaker) -> None:
    runs = plain("中a文b" * 10)
    for width in range(2_000, 9_000, 90):
        setting = set_up(runs, width)
        for line in broken(breaker, runs, width):
            assert set_line(line, setting, justify=False).width <= width / 100 + 1e-6


@pytest.mark.parametrize("breaker", [justified, ragged, balanced])
@pytest.mark.parametrize("width", [2500, 6000, 20_000])
def test_a_word_of_many_runs_is_parted(breaker: Breaker, width: float) -> None:
    """A superscript at each letter, and the word wider than the measure."""
    runs = tuple(run for letter in "abcdefghijkl" * 8 for run in (Run(letter, voice()), Run("2", voice(7.0, rise=3.0))))
    setting = set_up(runs, width)
    lines = broken(breaker, runs, width)
    assert len(lines) > 1
    assert said(lines, setting.measure) == "".join(run.text for run in runs)
    for line in lines:
        assert smallest_width(line, setting.measure) <= width
        assert not line.hyphenated


def test_a_word_of_several_runs_is_hyphenated_in_each() -> None:
    runs = (
        Run("assimi", voice()),
        Run("lation of", voice(face="serif-italic")),
        Run(" representations again", voice()),
    )
    lines = broken(justified, runs, 9_000)
    assert said(lines, set_up(runs, 9_000).measure) == "assimilation of representations again"
    assert any(line.hyphenated for line in lines)


@pytest.mark.parametrize("text", ["会議の手引きを「作る」ための道具。" * 6, "东亚文字，没有空格，也要换行。" * 9])
def test_text_without_spaces_is_parted_between_characters(text: str) -> None:
    setting = set_up(plain(text), 12_500)
    lines = broken(justified, plain(text), 12_500)
    assert len(lines) > 3
    assert written(lines) == text
    for line in lines:
        first, last = line.phrases[0].texts[0], line.phrases[-1].texts[-1]
        assert first[0] not in "、。，」』）"
        assert last[-1] not in "「『（"
        assert smallest_width(line, setting.measure) <= 12_500


def test_a_formula_is_parted_at_its_relations() -> None:
    runs = (*plain("so that we find "), formula("a_1 + b_1 + c_1 = d_1 + e_1 + f_1 = g_1 + h_1"), *plain(" for all"))
    lines = broken(ragged, runs, 9_000)
    parts = [phrase.texts[0] for line in lines for phrase in line.phrases if phrase.run == 1]
    assert len(parts) > 1
    assert "".join(parts) == set_up(runs, 9_000).stretches[1].text


def test_formulas_alone_on_a_line_do_not_spoil_the_others() -> None:
    """Each of three is wider than half the measure: nothing on their lines can stretch."""
    wide = formula(r"\mathcal{L}(\theta)\,\mathcal{L}(\theta)\,\mathcal{L}(\theta)")
    runs = (*plain(ABSTRACT + " "), wide, *plain(" "), wide, *plain(" "), wide, *plain(" " + ABSTRACT))
    lines = broken(justified, runs, 11_500)
    alone = [line for line in lines if [phrase.run for phrase in line.phrases] in ([1], [3], [5])]
    assert alone
    assert any(line.hyphenated for line in lines)  # ragged lines have no hyphens
    assert lines != broken(ragged, runs, 11_500)


@pytest.mark.parametrize("breaker", [ragged, balanced])
@pytest.mark.parametrize("text", ["", "rain", "rain and snow over 10 km of land", "東京の雨、と雪 rain"])
def test_one_line_is_found_without_looking_for_breaks(breaker: Breaker, text: str) -> None:
    runs = (*plain(text), Run("1", voice(6)), *plain(" and wind"))
    found = broken(breaker, runs, 30_000)
    assert len(found) == 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(breaking, "_is_one_line", lambda *_: False)
        assert broken(breaker, runs, 30_000) == found


class TestBoxes:
    def boxes(self, *runs: Run) -> list[Box]:
        return boxes(stretches(runs, backwards=False)[0])

    def test_words_and_their_spaces(self) -> None:
        assert self.boxes(*plain(" a  b ")) == [Plain(0, ("a", "b"), -1)]

    def test_words_of_one_run_are_one_box_but_those_that_may_go_on(self) -> None:
        assert self.boxes(*plain("a b c d")) == [Plain(0, ("a", "b", "c", "d"), -1)]
        two = (Run("a b c", voice()), Run(" d e f", voice(6)))
        first, second = Plain(0, ("a",), 0), Plain(1, ("d", "e"), 1)
        assert self.boxes(*two) == [first, Plain(0, ("b",), 0), Plain(0, ("c",), 1), second, Plain(1, ("f",), -1)]

    def test_a_word_may_cross_runs(self) -> None:
        runs = (Run("H", voice()), Run("2", voice(6)), Run("O is", voice()))
        assert self.boxes(*runs) == [Joined((Part(0, "H"), Part(1, "2"), Part(2, "O")), 2), Plain(2, ("is",), -1)]

    def test_a_space_belongs_to_a_word_beside_it(self) -> None:
        """Else its width would be that of a run that sets no letter there."""
        runs = (Run("a", voice(face="serif-italic")), Run(" ", voice()), Run("b", voice(face="serif-bold")))
        assert self.boxes(*runs) == [Plain(0, ("a",), 0), Plain(2, ("b",), -1)]
        assert self.boxes(Run("a", voice()), Run(" b", voice(6))) == [Plain(0, ("a",), 1), Plain(1, ("b",), -1)]

    def test_no_break_spaces_join(self) -> None:
        assert self.boxes(*plain("10\u00a0km wide")) == [Plain(0, ("10 km", "wide"), -1)]

    def test_nothing(self) -> None:
        assert self.boxes() == self.boxes(*plain("")) == self.boxes(*plain("   ")) == []

    def test_between_ideographs_a_line_may_end(self) -> None:
        assert self.boxes(*plain("中文 a")) == [
            Plain(0, ("中",), -1, gap=0),
            Plain(0, ("文",), 0),
            Plain(0, ("a",), -1),
        ]

    @pytest.mark.parametrize(
        ("text", "gaps"), [("中文", [0]), ("中a", [125]), ("あ、い", [0]), ("」「", [-500]), ("中¹", []), ("ab", [])]
    )
    def test_the_white_between_them(self, text: str, gaps: list[int]) -> None:
        """A wide letter stands off a narrow one; of a closing and an opening bracket one half is enough."""
        assert [box.gap for box in self.boxes(*plain(text))[:-1]] == gaps

    def test_a_space_after_a_formula_is_that_of_the_text(self) -> None:
        runs = (formula("x"), Run(" ", voice()), formula("y"), Run(" so", voice()))
        assert [box.space for box in self.boxes(*runs)] == [1, 3, -1]

    def test_a_space_between_directions_goes_in_its_own(self) -> None:
        """Between two runs of Hebrew words the space runs from right to left, beside Latin ones it does as its stretch."""
        runs = (Run("אב", voice()), Run(" ", voice()), Run("ab", voice()), Run(" גד", voice()))
        parts, base = stretches(runs, backwards=False)
        assert base == 1
        assert [parts[box.space].level % 2 for box in boxes(parts)[:-1]] == [1, 1]
