"""Formulas stand in lines and on lines of their own: their widths, heights, breaks and links, and what they leave behind."""

import io
import zlib
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from booklet.binding.content_stream import operations, string_bytes
from booklet.lettering.cuts import EFFORTS
from booklet.lettering.display import Display
from booklet.lettering.formula_words import FIRST, FormulaWords
from booklet.lettering.letters import Voice
from booklet.lettering.mathematics.chunks import Chunk, Formula
from booklet.lettering.mathematics.formula import display_lines, set_formula
from booklet.lettering.paragraph import ASCENT, DESCENT, Align, Paragraph
from booklet.lettering.runs import Run
from booklet.structure import Element
from booklet.typesetting.set_piece import SetPiece
from sheet import INK, bound, letters, said, set_sheet, voice
from tag_tree import Tag, tag_of

MATH = "STIXTwoMath-Regular"
TALL = r"\dfrac{a}{b}"
LONG = "a=b+c=d+e=f+g"
WORDS = "the assimilation of many observations into models of the sea"


def text(words: str, *, size: float = 10, link: str | None = None, rise: float = 0.0) -> Run:
    return Run(words, voice(size, rise=rise), link)


def formula(source: str, *, size: float = 10, link: str | None = None, rise: float = 0.0) -> Run:
    made = set_formula(source, display=False)
    return Run(made.text, voice(size, rise=rise), link, formula=made)


def block(
    *runs: Run,
    align: Align = "left",
    leading: float = 14,
    element: Element | None = None,
    backwards: bool | None = None,
) -> Paragraph:
    return Paragraph(letters(), runs, leading, element, align=align, backwards=backwards)


class Shown(NamedTuple):
    """A string of glyph codes: font resource, size, place of its start in points, horizontal scaling, color, and the role and
    the ActualText of the marked content that it is in."""

    font: str
    size: float
    x: float
    y: float
    scaling: float
    color: tuple[float, ...]
    role: str
    says: str
    codes: bytes


class Sheet(NamedTuple):
    """What a page shows: strings, the rectangles that it fills, and the horizontal scaling and rise in the end."""

    strings: list[Shown]
    rules: list[tuple[float, ...]]
    scaling: float
    rise: float

    def baselines(self) -> list[float]:
        """Heights at which text stands, formulas left out, from above."""
        return sorted({round(shown.y, 2) for shown in self.strings if shown.font != MATH}, reverse=True)

    def glyphs(self) -> list[Shown]:
        return [shown for shown in self.strings if shown.font == MATH]


def viewed(piece: SetPiece) -> Sheet:
    """The first page of a piece, as a viewer goes through it."""
    state: dict[bytes, list[float]] = {b"Tz": [100.0], b"Ts": [0.0], b"rg": [0.0, 0.0, 0.0]}
    font, size, saved, marks = "", 0.0, [], [("", "")]
    place: list[float] | None = None
    strings, rules = [], []
    for operator, operands, *_ in operations(zlib.decompress(piece.pages[0].body)):
        if operator in state:
            state[operator] = [float(operand) for operand in operands]
        elif operator == b"q":
            saved.append((dict(state), font, size))
        elif operator == b"Q":
            state, font, size = saved.pop()
        elif operator == b"Tf":
            font, size = operands[0].decode()[1:], float(operands[1])
        elif operator == b"Tm":
            place = [float(operand) for operand in operands[4:]]
        elif operator == b"re":
            rules.append(tuple(float(operand) for operand in operands))
        elif operator in {b"BDC", b"BMC"}:
            said_ = bytes.fromhex(operands[-2].decode()[1:-1]) if b"/ActualText" in operands else b""
            marks.append((operands[0].decode()[1:], said_.decode("utf-16")))
        elif operator == b"EMC":
            marks.pop()
        elif operator in {b"TJ", b"Tj"}:
            assert place, "text before a place was set"
            codes = b"".join(string_bytes(part) for part in operands if part.startswith(b"("))
            if codes:
                at = (place[0], place[1] + state[b"Ts"][0])
                strings.append(Shown(font, size, *at, state[b"Tz"][0], tuple(state[b"rg"]), *marks[-1], codes))
        else:
            assert operator in {b"BT", b"ET", b"f", b"gs", b"cm", b"w", b"rg"}, operator
    assert (saved, marks) == ([], [("", "")])
    return Sheet(strings, rules, state[b"Tz"][0], state[b"Ts"][0])


def sheet_with(*runs: Run, width: float = 300, align: Align = "left", leading: float = 14) -> Sheet:
    root = Element("Sect")
    return viewed(set_sheet([block(*runs, align=align, leading=leading, element=root.add("P"))], root, width))


def characters(made: Formula) -> str:
    return "".join(chr(FIRST + number) for number in range(len(made.chunks)))


class TestWords:
    made = set_formula("a=b+c", display=False)
    words = FormulaWords(letters().formula_face(), made)

    def test_a_formula_is_as_wide_as_its_chunks_and_the_white_between_them(self) -> None:
        whole = self.words.word(characters(self.made))
        assert whole.advance == round(sum(chunk.advance for chunk in self.made.chunks) + sum(self.made.spaces))
        assert (whole.operands, whole.left, whole.right) == ("", 0, 0)

    def test_the_codes_are_those_of_its_glyphs(self) -> None:
        whole = self.words.word(characters(self.made))
        assert set(whole.codes) == {glyph.glyph for chunk in self.made.chunks for glyph in chunk.glyphs}
        assert self.words.faces == (letters().face_of_key(MATH),)

    def test_white_at_the_edge_of_a_part_vanishes(self) -> None:
        shown = characters(self.made)
        for start, end in ((0, 1), (1, 2), (0, 2), (1, 3)):
            part = self.words.fragment(shown, start, end, hyphen=False)
            chunks = self.made.chunks[start:end]
            assert part.advance == round(
                sum(chunk.advance for chunk in chunks) + sum(self.made.spaces[start : end - 1])
            )

    def test_chunks_have_their_places(self) -> None:
        places = [x for _, x in self.words.chunks(characters(self.made))]
        for (chunk, after), space, (left, right) in zip(
            self.words.chunks(characters(self.made)), self.made.spaces, pairwise(places), strict=False
        ):
            assert left == after
            assert right - left == pytest.approx(chunk.advance + space)

    @pytest.mark.parametrize("effort", EFFORTS)
    def test_pieces_are_the_same_at_every_effort(self, effort: int) -> None:
        (parted,) = self.words.parted_words(effort, (characters(self.made),))
        assert list(parted.cuts) == [(1, False), (2, False)]
        assert [piece[7] for piece in parted.pieces] == [*self.made.penalties, 0]
        assert sum(piece[0] for piece in parted.pieces) == pytest.approx(3932, abs=1)
        assert all(0 <= piece[1] < 0.01 for piece in parted.pieces)  # nothing gives by as much as a unit
        assert [piece[2] for piece in parted.pieces] == [0] * 3
        # What is dropped when the line ends there.
        assert [piece[3] for piece in parted.pieces] == [*(-space for space in self.made.spaces), 0]

    def test_the_space_after_a_formula_is_that_of_the_text(self) -> None:
        assert (self.words.space, self.words.stretch, self.words.shrink, self.words.space_code) == (0, 0, 0, "")
        width = {words: block(text("of "), formula("x"), text(words)).natural_width() for words in ("on", " on")}
        assert width[" on"] - width["on"] == pytest.approx(letters().table(voice()).space / 100)


class TestPlaces:
    def test_glyphs_and_rules_stand_where_the_chunk_has_them(self) -> None:
        made = set_formula(TALL, display=False)
        (chunk,) = made.chunks
        sheet = sheet_with(formula(TALL, size=8, rise=1.5))
        x, y = 50, sheet.glyphs()[0].y - chunk.glyphs[0].y * 0.008
        assert len(chunk.rules) == 1
        alone = block(formula(TALL, size=8))
        alone.wrap(300, 0)
        assert y - 1.5 == pytest.approx(550 - alone.first_baseline, abs=0.01)
        for shown, glyph in zip(sheet.glyphs(), chunk.glyphs, strict=True):
            assert shown.codes == glyph.glyph.to_bytes(2, "big")
            assert shown.size == pytest.approx(glyph.size * 0.008)
            assert (shown.x, shown.y) == pytest.approx((x + glyph.x * 0.008, y + glyph.y * 0.008), abs=0.002)
        for shown_rule, rule in zip(sheet.rules, chunk.rules, strict=True):
            expected = (x + rule.x * 0.008, y + rule.y * 0.008, rule.width * 0.008, rule.height * 0.008)
            assert shown_rule == pytest.approx(expected, abs=0.002)

    def test_the_color_is_that_of_the_text(self) -> None:
        made = set_formula("x", display=False)
        red = Run(made.text, Voice("serif", 10, (0.5, 0, 0.25)), formula=made)
        sheet = sheet_with(text("of "), red, text(" on"))
        assert [shown.color for shown in sheet.strings] == [INK, (0.5, 0, 0.25), INK]

    @pytest.mark.parametrize("width", [90, 110, 130, 150])
    def test_justification_does_not_stretch_formulas(self, width: float) -> None:
        sheet = sheet_with(text(f"{WORDS} "), formula("abc"), text(f" {WORDS}"), width=width, align="justify")
        (chunk,) = set_formula("abc", display=False).chunks
        glyphs = sheet.glyphs()
        assert {shown.scaling for shown in glyphs} == {100}
        assert len({shown.scaling for shown in sheet.strings}) > 1
        for shown, glyph in zip(glyphs, chunk.glyphs, strict=True):
            assert shown.x - glyphs[0].x == pytest.approx((glyph.x - chunk.glyphs[0].x) / 100, abs=0.002)

    @pytest.mark.parametrize("width", [90, 110, 130, 150])
    def test_nor_does_it_move_what_follows_them(self, width: float) -> None:
        sheet = sheet_with(text(f"{WORDS} "), formula("abc"), text(f", {WORDS}"), width=width, align="justify")
        (chunk,) = set_formula("abc", display=False).chunks
        after = sheet.strings[sheet.strings.index(sheet.glyphs()[-1]) + 1]
        start = sheet.glyphs()[0].x - chunk.glyphs[0].x / 100
        assert after.y == sheet.glyphs()[0].y
        assert after.x == pytest.approx(start + chunk.advance / 100, abs=0.01)
        assert after.scaling != 100

    def test_text_after_a_formula_begins_where_it_ends(self) -> None:
        sheet = sheet_with(formula("abc"), text("x"))
        (chunk,) = set_formula("abc", display=False).chunks
        assert sheet.strings[-1].x == pytest.approx(50 + chunk.advance / 100, abs=0.006)

    def test_in_a_paragraph_from_right_to_left_the_formula_itself_is_not_turned(self) -> None:
        root = Element("Sect")
        made = block(text("גשם "), formula("a=b"), text(" ים"), element=root.add("P"))
        sheet = viewed(set_sheet([made], root))
        assert made.runs_from_right
        first, *_, last = [shown for shown in sheet.strings if shown.font != MATH]
        glyphs = sheet.glyphs()
        assert [shown.says for shown in glyphs] == ["a =", "a =", "b"]
        assert glyphs[0].x < glyphs[1].x < glyphs[2].x
        assert last.x < glyphs[0].x
        assert glyphs[-1].x < first.x


class TestBreaks:
    def lines(self, width: float, *runs: Run, align: Align = "justify") -> list[list[str]]:
        """The chunks of formulas, and the texts, of every line."""
        made = block(*runs, align=align)
        made.wrap(width, 0)
        done = []
        for line in made.lines:
            readings = []
            for phrase in line.phrases:
                words = made.setting.measure.tables[phrase.run]
                if isinstance(words, FormulaWords):
                    readings += [chunk.text for chunk, _ in words.chunks(phrase.texts[0])]
                else:
                    readings += phrase.texts
            done.append(readings)
        return done

    def test_a_line_ends_after_a_relation_rather_than_after_an_operator(self) -> None:
        whole = block(formula(LONG)).natural_width()
        first, *others = self.lines(whole * 0.6, formula(LONG))
        assert first[-1].endswith("=")
        assert [chunk for line in [first, *others] for chunk in line] == [
            chunk.text for chunk in set_formula(LONG, display=False).chunks
        ]

    def test_what_has_no_break_stays_whole(self) -> None:
        source = r"\left(a+b=c\right)^2"
        assert len(set_formula(source, display=False).chunks) == 1
        for width in range(62, 120, 4):
            lines = self.lines(width, text("for "), formula(source), text(" as"))
            assert ["(a + b = c)²" in line for line in lines].count(True) == 1

    @pytest.mark.parametrize("align", ["justify", "left", "balance"])
    def test_no_chunk_is_lost_or_doubled(self, align: Align) -> None:
        expected = ["of", *(chunk.text for chunk in set_formula(LONG, display=False).chunks), "and", "on"]
        for width in range(25, 200, 7):
            lines = self.lines(width, text("of "), formula(LONG), text(" and on"), align=align)
            # Words may be parted where the measure is narrow.
            assert "".join("".join(line) for line in lines) == "".join(expected)

    def test_no_blank_stands_at_the_break(self) -> None:
        """White around a relation is dropped at the end of a line, as spaces are."""
        made = set_formula(LONG, display=False)
        first = made.chunks[0]
        sheet = sheet_with(formula(LONG), width=first.advance / 100 + 0.5, align="left")
        starts = {}
        for shown in sheet.glyphs():
            starts.setdefault(shown.y, shown.x)
        assert set(starts.values()) == {50}
        assert len(starts) == len(made.chunks)

    def test_punctuation_stays_with_the_formula(self) -> None:
        for width in range(30, 140, 3):
            for line in self.lines(width, text("of ("), formula("x"), text("), and "), formula("y"), text(".")):
                assert line[0] not in {"),", "."}
                assert line[-1] != "("

    def test_a_formula_wider_than_the_measure_sticks_out_but_nothing_hangs(self) -> None:
        lines = self.lines(20, text("of "), formula(r"\sqrt{a+b+c+d+e}"), text(" on"))
        assert [line for line in lines if len(line) == 1] == lines


class TestHeights:
    @pytest.mark.parametrize("source", ["x^2", "x_i", "n", r"\alpha_i^2", r"\mathbb{R}^n", r"\sum_i x_i", r"\hat{x}"])
    def test_ordinary_formulas_leave_the_leading_alone(self, source: str) -> None:
        runs = (text(f"{WORDS} "), formula(source), text(f" {WORDS} "), formula(source), text(f" {WORDS}"))
        made = block(*runs, align="justify")
        made.wrap(180, 0)
        assert made.height == pytest.approx(10 + 14 * (made.line_count - 1))
        baselines = sheet_with(*runs, width=180, align="justify").baselines()
        assert [above - below for above, below in pairwise(baselines)] == pytest.approx([14] * (made.line_count - 1))

    def test_tall_ones_push_lines_apart_by_what_they_need(self) -> None:
        """A line above, the line with the formula, a line below: white of 0.12 of the size between what they hold."""
        (chunk,) = set_formula(TALL, display=False).chunks
        above, below = chunk.ascent / 100, chunk.descent / 100
        runs = (text("mmmm mmmm "), formula(TALL), text(" mmmm mmmm"))
        made = block(*runs)
        made.wrap(50, 0)
        assert made.line_count == 4
        baselines = sheet_with(*runs, width=50).baselines()
        before, after = 2.2 + above + 1.2, below + 7.3 + 1.2
        assert before > 14
        assert after > 14
        assert [one - two for one, two in pairwise(baselines)] == pytest.approx([before, after, 14], abs=0.02)
        assert made.height == pytest.approx(ASCENT * 10 + before + after + 14 + DESCENT * 10)

    def test_at_its_edges_a_paragraph_grows_by_what_reaches_far_out(self) -> None:
        (chunk,) = set_formula(TALL, display=False).chunks
        made = block(formula(TALL), text(" on"))
        made.wrap(100, 0)
        above, below = chunk.ascent / 100 - 3, chunk.descent / 100 - 3
        assert above > ASCENT * 10
        assert below > DESCENT * 10
        assert made.first_baseline == pytest.approx(above)
        assert made.height == pytest.approx(above + below)
        ordinary = block(formula("x^2"), text(" on"))
        ordinary.wrap(100, 0)
        assert (ordinary.first_baseline, ordinary.height) == pytest.approx((ASCENT * 10, 10))

    def test_two_tall_lines_stand_apart_from_each_other(self) -> None:
        (chunk,) = set_formula(TALL, display=False).chunks
        runs = (text("mmmm "), formula(TALL), text(" mmmm "), formula(TALL))
        baselines = sheet_with(*runs, width=55).baselines()
        assert [one - two for one, two in pairwise(baselines)] == pytest.approx(
            [(chunk.ascent + chunk.descent) / 100 + 1.2], abs=0.02
        )

    def test_the_size_of_the_run_counts(self) -> None:
        small, large = block(text("of "), formula(TALL, size=8)), block(text("of "), formula(TALL, size=16))
        assert large.wrap(200, 0)[1] > small.wrap(200, 0)[1] >= 10

    @pytest.mark.parametrize("first", [2, 3, 4, 5])
    def test_parts_of_a_paragraph_are_paragraphs(self, first: int) -> None:
        """Each part is as high as what is drawn of it, and its lines stay as far apart as they were."""
        runs = (
            text("mmmm mmmm mmmm "),
            formula(TALL),
            text(" mmmm mmmm mmmm "),
            formula("x^2"),
            text(" mmmm "),
            formula(TALL),
            text(" mmmm mmmm"),
        )
        whole = block(*runs)
        whole.wrap(50, 0)
        room = 0.0
        while not (parts := whole.split(50, room)) or parts[0].line_count < first:
            room += 0.25
        upper, lower = parts
        assert (upper.line_count, lower.line_count) == (first, whole.line_count - first)
        assert upper.height <= room
        assert upper.first_baseline == whole.first_baseline
        gaps = self.gaps(whole)
        assert self.gaps(upper) + self.gaps(lower) == pytest.approx(gaps[: first - 1] + gaps[first:], abs=0.02)
        for part in (upper, lower):
            below = part.height - part.first_baseline - sum(self.gaps(part))
            assert below >= DESCENT * 10 - 0.02
            assert part.first_baseline >= ASCENT * 10

    def gaps(self, made: Paragraph) -> list[float]:
        root = Element("Sect")
        drawn = Paragraph(letters(), made.runs, made.leading, root.add("P"), align="left")
        drawn.wrap(50, 0)
        drawn._first, drawn._last = made._first, made._last
        baselines = viewed(set_sheet([drawn], root, 50)).baselines()
        assert len(baselines) == made.line_count
        return [above - below for above, below in pairwise(baselines)]

    @settings(max_examples=60, deadline=None)
    @given(
        st.lists(
            st.sampled_from(
                ["mmmm", "of", "x^2", TALL, r"\frac{1}{2}", r"\begin{pmatrix}1\\2\\3\end{pmatrix}", r"\sqrt{y}"]
            ),
            min_size=2,
            max_size=12,
        ),
        st.integers(40, 160),
        st.integers(11, 16),
    )
    def test_nothing_touches_what_stands_above_it(self, parts: list[str], width: int, leading: int) -> None:
        runs: list[Run] = []
        for part in parts:
            runs += [text(part) if part.isalpha() else formula(part), text(" ")]
        made = block(*runs, leading=leading)
        made.wrap(width, 0)
        reach = []
        for line in made.lines:
            above, below = 7.3, 2.2
            for phrase in line.phrases:
                words = made.setting.measure.tables[phrase.run]
                if isinstance(words, FormulaWords):
                    for chunk, _ in words.chunks(phrase.texts[0]):
                        above, below = max(above, chunk.ascent / 100), max(below, chunk.descent / 100)
            reach.append((above, below))
        drops = made._drops
        assert drops[0] == pytest.approx(max(7.8, reach[0][0] - 3))
        for (_, below), (above, _), (one, two) in zip(reach, reach[1:], pairwise(drops), strict=False):
            assert two - one >= max(leading, below + above) - 1e-9
            assert two - one <= max(leading, below + above + 1.2) + 1e-9
        assert made.height == pytest.approx(drops[-1] + max(2.2, reach[-1][1] - 3))


class TestStructure:
    def test_a_formula_in_a_link(self) -> None:
        root = Element("Sect")
        link = "https://example.org"
        runs = (
            text("see "),
            text("the ", link=link),
            formula("x^2", link=link),
            text(" there", link=link),
            text(" now"),
        )
        piece = set_sheet([block(*runs, element=root.add("P"))], root)
        (box,) = piece.links
        assert (box.target, box.words) == (link, "the x² there")
        space = letters().table(voice()).space / 100
        assert box.box[0] == pytest.approx(50 + block(text("see")).natural_width() + space, abs=0.02)
        assert box.box[2] == pytest.approx(50 + block(*runs[:-1]).natural_width(), abs=0.02)
        (paragraph,) = tag_of(piece).content
        assert isinstance(paragraph, Tag)
        (made,) = [part for part in paragraph.content if isinstance(part, Tag)]
        assert made.role == "Link"
        (inner,) = [part for part in made.content if isinstance(part, Tag)]
        assert (inner.role, inner.alt) == ("Formula", "x^2")

    def test_chunks_say_what_they_read(self) -> None:
        sheet = sheet_with(text("of "), formula("a=b+c"), text(" on"))
        assert {shown.says for shown in sheet.glyphs()} == {"a =", "b +", "c"}

    def test_glyphs_are_noted_for_the_font(self) -> None:
        root = Element("Sect")
        piece = set_sheet([block(text("of "), formula(TALL), element=root.add("P"))], root)
        drawn = {int.from_bytes(shown.codes, "big") for shown in viewed(piece).glyphs()}
        assert set(dict(piece.codes)[MATH]) - {letters().face_of_key(MATH).space} == drawn

    def test_the_text_of_a_page_is_that_of_the_paragraph(self) -> None:
        root = Element("Sect")
        made = block(
            text("As "), formula("a=b^2"), text(", so "), formula(r"\frac{1}{2}"), text("."), element=root.add("P")
        )
        assert "".join(said(bound([set_sheet([made], root)], letters()))) == "As a = b², so 1/2."

    def test_decoration_is_an_artifact(self) -> None:
        root = Element("Sect")
        sheet = viewed(set_sheet([block(text("of "), formula("x"))], root))
        assert {shown.role for shown in sheet.strings} == {"Artifact"}


class TestWhatIsLeftBehind:
    @pytest.mark.parametrize("width", range(60, 180, 6))
    @pytest.mark.parametrize("ending", ["", " of"])
    def test_scaling_is_that_of_a_new_page(self, width: int, ending: str) -> None:
        """Also after a last line that is nothing but a formula, below lines that were stretched."""
        sheet = sheet_with(text(f"{WORDS} "), formula("x+yz=t"), text(ending), width=width, align="justify")
        assert {shown.scaling for shown in sheet.strings} != {100}
        assert sheet.scaling == 100

    def test_among_these_some_end_with_a_formula_alone(self) -> None:
        alone = 0
        for width in range(60, 180, 6):
            root = Element("Sect")
            runs = (text(f"{WORDS} "), formula("x+yz=t"))
            piece = set_sheet([block(*runs, align="justify", element=root.add("P"))], root, width)
            alone += zlib.decompress(piece.pages[0].body).strip().endswith(b"BT 100 Tz ET")
        assert alone > 2

    @pytest.mark.parametrize(
        "runs",
        [
            (text("a"), text("1", rise=3)),
            (text("a"), text("1", rise=3), formula("x")),
            (text("a"), text("1", rise=3), formula("x"), text("b")),
            (text("a "), formula("x", rise=3)),
        ],
    )
    def test_rise_is_none(self, runs: tuple[Run, ...]) -> None:
        sheet = sheet_with(*runs)
        assert sheet.rise == 0

    def test_what_follows_stands_on_its_own_baseline(self) -> None:
        root = Element("Sect")
        raised = block(text(f"{WORDS} "), text("1", rise=3), formula("x"), align="justify", element=root.add("P"))
        after = block(text("after"), element=root.add("P"))
        last = viewed(set_sheet([raised, after], root, 90)).strings[-1]
        assert last.scaling == 100
        height = raised.height
        assert last.y == pytest.approx(550 - height - 10 - ASCENT * 10, abs=0.02)


class TestDisplays:
    one = display_lines(r"E = m c^2", 20_000, 60_000)
    several = display_lines("a=b+c+d+e+f+g+h+i+j+k", 5000, 60_000)

    def made(self, lines: tuple[Chunk, ...], root: Element, number: str = "", *, size: float = 10) -> Display:
        counted = Paragraph(letters(), (text(number),), 14, root.add("P"), align="right") if number else None
        return Display(letters(), lines, voice(size), root.add("Formula", alt="source"), counted)

    def test_one_line_is_centered(self) -> None:
        root = Element("Sect")
        sheet = viewed(set_sheet([self.made(self.one, root, size=12)], root, 200))
        (line,) = self.one
        glyphs = sheet.glyphs()
        assert glyphs[0].x - line.glyphs[0].x * 0.012 == pytest.approx(50 + (200 - line.advance * 0.012) / 2, abs=0.01)
        assert glyphs[0].y == pytest.approx(550 - line.ascent * 0.012, abs=0.01)
        assert {(shown.role, shown.says) for shown in glyphs} == {("Span", line.text)}

    def test_the_height_is_that_of_its_lines_and_the_white_between_them(self) -> None:
        made = self.made(self.several, Element("Sect"))
        count = len(self.several)
        assert count > 3
        heights = [(line.ascent + line.descent) / 100 for line in self.several]
        assert made.wrap(100, 0) == (100, pytest.approx(sum(heights) + 5 * (count - 1)))
        assert made.ascent == pytest.approx(self.several[0].ascent / 100)
        assert made.size == 10

    def test_several_lines_are_flush_left_and_do_not_touch(self) -> None:
        root = Element("Sect")
        sheet = viewed(set_sheet([self.made(self.several, root)], root, 100))
        glyphs = iter(sheet.glyphs())
        top = 550.0
        for line in self.several:
            for glyph in line.glyphs:
                shown = next(glyphs)
                expected = (50 + glyph.x / 100, top - line.ascent / 100 + glyph.y / 100)
                assert (shown.x, shown.y) == pytest.approx(expected, abs=0.01)
            top -= (line.ascent + line.descent) / 100 + 5
        assert next(glyphs, None) is None

    def test_the_number_stands_right_on_the_last_baseline(self) -> None:
        for lines in (self.one, self.several):
            root = Element("Sect")
            sheet = viewed(set_sheet([self.made(lines, root, "(7a)")], root, 150))
            (number,) = [shown for shown in sheet.strings if shown.font != MATH]
            last = lines[-1]
            baseline = sheet.glyphs()[-1].y - last.glyphs[-1].y / 100
            assert number.y == pytest.approx(baseline, abs=0.02)
            width = block(text("(7a)")).natural_width()
            assert number.x + width == pytest.approx(200, abs=0.3)

    def test_split_between_lines(self) -> None:
        root = Element("Sect")
        whole = self.made(self.several, root, "(1)")
        whole.wrap(100, 0)
        heights = [(line.ascent + line.descent) / 100 for line in self.several]
        for count in range(1, len(heights)):
            room = sum(heights[:count]) + 5 * (count - 1)
            first, second = whole.split(100, room)
            assert (first.lines, second.lines) == (self.several[:count], self.several[count:])
            assert first.wrap(100, 0)[1] == pytest.approx(room)
            assert second.wrap(100, 0)[1] == pytest.approx(whole.wrap(100, 0)[1] - room - 5)
            assert first.number is None
            assert second.number is whole.number

    def test_a_line_is_never_split_nor_are_all_of_them_taken(self) -> None:
        single = self.made(self.one, Element("Sect"))
        assert single.split(100, 1000) == single.split(100, 1) == []
        several = self.made(self.several, Element("Sect"))
        assert several.split(100, self.several[0].ascent / 100) == []
        assert several.split(100, 1000) == []
        assert several.split(100, -5) == []

    def test_parts_of_one_that_was_split_stay_flush_left(self) -> None:
        root = Element("Sect")
        whole = self.made(self.several, root)
        whole.wrap(100, 0)
        first, second = whole.split(100, (self.several[0].ascent + self.several[0].descent) / 100)
        sheet = viewed(set_sheet([first, second], root, 100))
        assert sheet.glyphs()[0].x == pytest.approx(50 + self.several[0].glyphs[0].x / 100, abs=0.01)

    def test_glyphs_are_noted_and_the_text_is_read_back(self) -> None:
        root = Element("Sect")
        piece = set_sheet([self.made(self.several, root, "(1)")], root, 100)
        drawn = {int.from_bytes(shown.codes, "big") for shown in viewed(piece).glyphs()}
        assert dict(piece.codes)[MATH] == tuple(sorted(drawn))
        pdf = bound([piece], letters())
        assert " ".join(said(pdf)).split() == [*" ".join(line.text for line in self.several).split(), "(1)"]
        assert len(PdfReader(io.BytesIO(pdf)).pages) == 1

    def test_nothing_is_left_behind(self) -> None:
        root = Element("Sect")
        sheet = viewed(set_sheet([self.made(self.one, root), block(text("after"), element=root.add("P"))], root))
        assert (sheet.scaling, sheet.rise) == (100, 0)
        assert sheet.strings[-1].font == "SourceSerif4-Regular"
