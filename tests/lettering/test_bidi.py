"""Characters get the levels that Unicode's own tests demand, names keep their place, and nothing takes long."""

import sys
import time
import unicodedata
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.lettering.bidi import (
    FIRST_STRONG_ISOLATE,
    MAY_TURN,
    POP_ISOLATE,
    base_level,
    embedding_levels,
    runs_backwards,
    visual_order,
)
from booklet.lettering.runs import Run, stretches
from sheet import voice

SAMPLE = Path(__file__).with_name("bidi-character-test.txt")
LINES = [line for line in SAMPLE.read_text("utf-8").splitlines() if not line.startswith("#")]
ISOLATING = {"LRI", "RLI", "FSI", "PDI"}


def at_line_end(text: str, levels: list[int], base: int) -> list[int]:
    """Rule L1, for which the lines must be known: separators, and white at the end, are at the paragraph's level."""
    done = list(levels)
    white = True
    for index in range(len(text) - 1, -1, -1):
        kind = unicodedata.bidirectional(text[index])
        white = kind == "S" or (white and kind in ISOLATING | {"WS", "BN"})
        if white:
            done[index] = base
    return done


def isolated(text: str) -> str:
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def seen(text: str, base: int) -> str:
    """A text as it is seen from left to right, brackets not mirrored, isolates left out."""
    levels = at_line_end(text, embedding_levels(text, base), base)
    order = "".join(text[index] for index in visual_order(levels))
    return order.replace(FIRST_STRONG_ISOLATE, "").replace(POP_ISOLATE, "")


def test_the_sample_holds_all_classes() -> None:
    characters = {chr(int(code, 16)) for line in LINES for code in line.partition(";")[0].split()}
    kinds = {unicodedata.bidirectional(character) for character in characters}
    strong, weak = {"L", "R", "AL"}, {"EN", "ES", "ET", "AN", "CS", "NSM", "BN"}
    assert kinds == strong | weak | {"S", "WS", "ON"} | ISOLATING
    assert len(LINES) == 650


@pytest.mark.parametrize("direction", ["0", "1", "2"])
def test_conformance(direction: str) -> None:
    """Levels, and the order in which a line is seen, as Unicode's tests have them."""
    lines = [line for line in LINES if line.split(";")[1] == direction]
    assert len(lines) > 80
    for line in lines:
        codes, _, paragraph, levels, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        base = base_level(text) if direction == "2" else int(direction)
        found = at_line_end(text, embedding_levels(text, base), base)
        kept = [index for index, level in enumerate(levels.split()) if level != "x"]
        assert base == int(paragraph), line
        assert [found[index] for index in kept] == [int(levels.split()[index]) for index in kept], line
        visual = [kept[index] for index in visual_order([found[index] for index in kept])]
        assert visual == [int(index) for index in order.split()], line


class TestDirectionOfParagraphs:
    @pytest.mark.parametrize(
        ("text", "level"),
        [
            ("Rain", 0),
            ("גשם", 1),
            ("مطر", 1),
            ("2026: גשם and rain", 1),  # figures and signs do not count
            ("(“… rain גשם", 0),
            (isolated("גשם") + " is rain", 0),  # nor what is isolated
            (isolated("rain") + " הוא גשם", 1),
            ("\u2067גשם\u2069\u2066rain\u2069, ים", 1),
            (FIRST_STRONG_ISOLATE + "גשם without an end", 0),
            ("\u2069גשם", 1),  # an end without a beginning is nothing
            ("", 0),
            ("2026 +%!", 0),
        ],
    )
    def test_is_that_of_the_first_strong_character(self, text: str, level: int) -> None:
        assert base_level(text) == level

    def test_in_doubt_the_caller_decides(self) -> None:
        assert base_level("2026", otherwise=1) == 1
        assert base_level(isolated("rain"), otherwise=1) == 1
        assert base_level("rain", otherwise=1) == 0

    @pytest.mark.parametrize("language", ["ar", "he", "fa-IR", "ur", "AR-eg", "ckb", "yi"])
    def test_of_languages_written_backwards(self, language: str) -> None:
        assert runs_backwards(language)

    @pytest.mark.parametrize("language", ["en-US", "arn", "hei", "", "hi", "zh-Hant"])
    def test_of_others(self, language: str) -> None:
        assert not runs_backwards(language)


class TestWhatReadersSee:
    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("rain (גשם) falls", "rain (םשג) falls"),
            ("see גשם 2026", "see 2026 םשג"),  # a number follows the word before it
            ("see גשם, 2026", "see 2026 ,םשג"),
            ("the 3 ימים", "the 3 םימי"),
            ("see مطر ٢٠٢٦.", "see ٢٠٢٦ رطم."),
            ("ab אב!", "ab בא!"),
            ("אב cd", "בא cd"),
        ],
    )
    def test_in_a_line_from_left_to_right(self, text: str, line: str) -> None:
        assert seen(text, 0) == line

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("בשנת 2026 ירד גשם", "םשג דרי 2026 תנשב"),  # figures stand as everywhere
            ("עמ' 10-20", "10-20 'מע"),
            ("עלייה של 3.5%", "3.5% לש היילע"),
            ("טמפרטורה −5", "5− הרוטרפמט"),  # a minus sign without a number before it stays where the text has it
            ("٢٠٢٦ عام", "ماع ٢٠٢٦"),
            ("עד 12:30, היום", "םויה ,12:30 דע"),
            ("מודל WRF חדש", "שדח WRF לדומ"),
            ("ה-WRF model (v. 4)", "WRF model (v. 4)-ה"),  # both brackets are of what stands in them and before
            ("ה-WRF, Inc.", ".WRF, Inc-ה"),  # the stop is of the sentence, unless
            (f"ה-{isolated('WRF, Inc.')}", "WRF, Inc.-ה"),
            ("לפני 5 cm", "cm 5 ינפל"),
            ("(גשם)", ")םשג("),
            ("גשם (rain) ירד", "דרי )rain( םשג"),
            ("גשם (rain falls) [1]", "]1[ )rain falls( םשג"),
            ("אב cd.", ".cd בא"),
            ("אב  ", "  בא"),
        ],
    )
    def test_in_a_line_from_right_to_left(self, text: str, line: str) -> None:
        assert seen(text, 1) == line

    def test_two_names_keep_their_places_when_they_are_isolated(self) -> None:
        first, second = "משה כהן", "דנה לוי"
        assert seen(f"{first}, {second}", 0) == "יול הנד ,ןהכ השמ"
        assert seen(f"{isolated(first)}, {isolated(second)}", 0) == "ןהכ השמ, יול הנד"
        assert seen(f"{isolated('Ann Lee')}, {isolated('Bo Roe')}", 1) == "Bo Roe ,Ann Lee"

    def test_a_figure_after_a_name_stays_after_it(self) -> None:
        assert seen("משה1, Ann2", 0) == "1השמ, Ann2"
        assert seen(f"{isolated('משה')}1, {isolated('Ann')}2", 0) == "השמ1, Ann2"

    def test_a_combining_mark_stays_with_its_letter(self) -> None:
        levels = embedding_levels("a שָׁ b", 0)
        assert levels == [0, 0, 1, 1, 1, 0, 0]

    def test_what_is_removed_goes_with_what_stands_before(self) -> None:
        assert embedding_levels("אב\u200bגד", 0) == [1] * 5
        assert embedding_levels("a\u202eאב\u202cג", 0) == [0, 0, 1, 1, 1, 1]  # overrides do nothing


def placed(*runs: Run, backwards: bool = False) -> tuple[list[tuple[int, str, int, int]], int]:
    parts, base = stretches(runs, backwards=backwards)
    return [(part.run, part.text, part.level, part.outside) for part in parts], base


class TestRunsOfAParagraph:
    def test_texts_from_left_to_right_stay_whole(self) -> None:
        parts, base = placed(Run("Rain, ", voice()), Run("“snow”", voice(), isolate=True))
        assert parts == [(0, "Rain, ", 0, -1), (1, "“snow”", 0, -1)]
        assert base == 0

    def test_isolated_runs_know_the_level_around_them(self) -> None:
        parts, base = placed(
            Run("משה", voice(), isolate=True),
            Run(", ", voice()),
            Run("Ann", voice(), isolate=True),
            Run(" et al.", voice()),
        )
        assert parts == [(0, "משה", 1, 0), (1, ", ", 0, -1), (2, "Ann", 2, 0), (3, " et al.", 0, -1)]
        assert base == 0

    def test_runs_are_parted_where_the_direction_changes(self) -> None:
        parts, base = placed(Run("גשם (rain) ", voice()), Run("ירד 5 cm", voice()))
        assert base == 1
        assert parts == [
            (0, "גשם (", 1, -1),
            (0, "rain", 2, -1),
            (0, ") ", 1, -1),
            (1, "ירד ", 1, -1),
            (1, "5", 2, -1),
            (1, " ", 1, -1),
            (1, "cm", 2, -1),
        ]

    @pytest.mark.parametrize(
        ("runs", "backwards", "base"),
        [
            ((Run("Rain ", voice()), Run("גשם", voice())), False, 0),
            ((Run("WRF ", voice()), Run("הישן", voice())), True, 1),  # begins with a Latin word in a Hebrew text
            ((Run("WRF model", voice()),), True, 0),
            ((Run("WRF ", voice()), Run("הישן", voice(), isolate=True)), True, 0),
            ((Run("2026", voice()),), True, 1),
            ((Run("2026", voice()),), False, 0),
            ((Run("גשם", voice(), isolate=True), Run(" falls", voice())), False, 0),
        ],
    )
    def test_the_direction_of_the_whole(self, runs: tuple[Run, ...], backwards: bool, base: int) -> None:
        assert placed(*runs, backwards=backwards)[1] == base

    @settings(max_examples=200, deadline=None)
    @given(
        st.lists(st.tuples(st.text("ab אב1٢(),.\u200bا", max_size=8), st.booleans()), min_size=1, max_size=6),
        st.booleans(),
    )
    def test_nothing_is_lost_or_moved(self, texts: list[tuple[str, bool]], backwards: bool) -> None:
        runs = tuple(Run(text, voice(), isolate=isolate) for text, isolate in texts)
        parts, base = placed(*runs, backwards=backwards)
        for number, run in enumerate(runs):
            assert "".join(text for at, text, _, _ in parts if at == number) == run.text
        assert [number for number, *_ in parts] == sorted(number for number, *_ in parts)
        assert base in {0, 1}


def test_every_character_that_turns_a_text_is_looked_for() -> None:
    """Texts in which MAY_TURN finds nothing are set without the algorithm."""
    characters = map(chr, range(sys.maxunicode + 1))
    turning = [
        character for character in characters if unicodedata.bidirectional(character) in {"R", "AL", "AN", "RLI"}
    ]
    assert len(turning) > 1500
    assert [character for character in turning if not MAY_TURN.match(character)] == []
    # One that may stand in a text only as a part of a number or between words turns nothing.
    assert not MAY_TURN.search("Łódź, Ὅμηρος, Пушкин, 東京, 서울, हिन्दी, ไทย: “10 %” – ‘x²’ → 𝒪(n) \u2068\u2069\u200b")


@settings(max_examples=300, deadline=None)
@given(st.text("abאבاب١2+,%!() \t\u0300\u200b\u2066\u2067\u2068\u2069", max_size=24), st.sampled_from([0, 1]))
def test_levels_of_any_text(text: str, base: int) -> None:
    levels = embedding_levels(text, base)
    assert len(levels) == len(text)
    assert min(levels, default=base) >= base
    order = visual_order(levels)
    assert sorted(order) == list(range(len(text)))
    for character, level in zip(text, levels, strict=True):
        kind = unicodedata.bidirectional(character)
        if kind in {"L", "R", "AL"}:
            assert level % 2 == (kind != "L")
        if kind in {"EN", "AN"} and (kind == "AN" or base):
            assert level % 2 == 0
    # What is at one level and neighboring stays together, in its order or turned.
    places = {index: place for place, index in enumerate(order)}
    for level, run in groupby(range(len(text)), levels.__getitem__):
        found = [places[index] for index in run]
        assert found == sorted(found, reverse=bool(level % 2))
        assert max(found) - min(found) == len(found) - 1


def test_isolates_too_deep_do_nothing() -> None:
    """X5a, X5b: also those that a level would be left for."""
    left, right, end = "\u2066", "\u2067", "\u2069"
    text = f"{left * 63}{right}a{end * 2}b{end}c"
    levels = embedding_levels(text, 0)
    assert [levels[text.index(letter)] for letter in "abc"] == [124, 124, 122]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\u2067" * 20_000, id="isolates that never end"),
        pytest.param("\u2068" * 10_000 + "\u2069" * 10_000, id="isolates in isolates"),
        pytest.param("\u2068א \u2066b " * 2_000 + "\u2069 c" * 4_000, id="text at all depths"),
        pytest.param("\u2069" * 20_000, id="ends of nothing"),
        pytest.param("(" * 20_000, id="open brackets"),
        pytest.param("(" * 60 + "א)(" * 6_000, id="pairs in brackets"),
        pytest.param("([א])" * 4_000, id="many pairs"),
        pytest.param("(\u0300" * 60 + "\u0300" * 20_000 + "א" + ")\u0300" * 60, id="marks on brackets"),
        pytest.param("א\u200b" * 10_000, id="characters that are removed"),
        pytest.param("1,+%" * 5_000, id="numbers"),
        pytest.param("אa1 " * 5_000, id="turns everywhere"),
        pytest.param("!" * 19_999 + "א", id="neutrals"),
    ],
)
def test_long_and_deep_texts_are_quick(text: str) -> None:
    """Less than a second each where it was measured; quadratic ones would take minutes."""
    start = time.process_time()
    for base in (0, 1):
        levels = embedding_levels(text, base)
        assert max(levels) <= 127  # BD2: 125, and 2 for numbers
        visual_order(levels)
    assert time.process_time() - start < 5
