"""What a viewer adds up from widths, adjustments and scaling is the measure that was asked for."""

import zlib
from itertools import groupby, pairwise
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.binding.content_stream import is_string, operations, string_bytes
from booklet.lettering import groups
from booklet.lettering.breaking import justified, ragged
from booklet.lettering.drawing import SetLine, set_line
from booklet.lettering.groups import Setting
from booklet.lettering.letters import Voice
from booklet.lettering.lines import Line
from booklet.lettering.mathematics.formula import set_formula
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.pen import Pen
from booklet.lettering.run_elements import RunElements
from booklet.lettering.runs import Run, boxes
from booklet.structure import Element
from booklet.typesetting.page_canvas import PageCanvas
from sheet import HEIGHT, WIDTH, bound, letters, runs_of, set_sheet, voice

TEXT = (
    "The assimilation of satellite radiances into high-resolution models (see “Methods”) remains difficult, particularly "
    "over land; efficient, office-proof algorithms were offered by many groups, e.g. in Łódź. We find x² + H₂O to be "
    "sufficient — and a three-dimensional treatment necessary — for the first fjord."
)
START = 100.0


class Seen(NamedTuple):
    """A glyph where a viewer shows it, in points; of a formula or of text."""

    left: float
    right: float
    code: int
    face: str
    in_formula: bool


def set_up(runs: tuple[Run, ...], width: float, language: str | None = None) -> Setting:
    """What lines of these runs are set with; `width` in points."""
    made = Paragraph(letters(), runs, 14, None, language=language).setting
    return made._replace(measure=made.measure._replace(width=width * 1000 / made.size))


def justified_lines(runs: tuple[Run, ...], setting: Setting) -> list[Line]:
    return justified(boxes(setting.stretches), setting.measure)


def seen(line: SetLine, setting: Setting, runs: tuple[Run, ...]) -> list[Seen]:
    """The glyphs of a line that is drawn from `START` on, by the operators alone (ISO 32000-1, 9.4.4)."""
    canvas = PageCanvas(WIDTH, HEIGHT)
    pen = Pen(canvas, setting, runs, RunElements(runs, None))
    pen.draw(line, START, 100)
    pen.end()
    canvas.end_page()
    body = zlib.decompress(canvas.piece("line", Element("Sect")).pages[0].body)
    x = size = 0.0
    scaling, face, depth = 100.0, "", 0
    saved = []
    found = []
    for operation in operations(body):
        operands = operation.operands
        if operation.operator == b"q":
            saved.append((scaling, face, size))
            depth += 1
        elif operation.operator == b"Q":
            scaling, face, size = saved.pop()
            depth -= 1
        elif operation.operator == b"Tz":
            scaling = float(operands[0])
        elif operation.operator == b"Tm":
            x = float(operands[4])
        elif operation.operator == b"Tf":
            face, size = operands[0].decode().removeprefix("/"), float(operands[1])
        for token in operands if operation.operator in {b"TJ", b"Tj"} else ():
            if is_string(token):
                for high, low in zip(string_bytes(token)[::2], string_bytes(token)[1::2], strict=True):
                    code = high << 8 | low
                    advance = letters().face_of_key(face).widths[_glyph(face, code)] / 1000 * size * scaling / 100
                    found.append(Seen(x, x + advance, code, face, depth > 0))
                    x += advance
            elif token not in {b"[", b"]"}:
                x -= float(token) / 1000 * size * scaling / 100
    return found


def _glyph(face: str, code: int) -> int:
    return letters().face_of_key(face).hyphen if code == 0xFFF0 else code


def without_spaces(glyphs: list[Seen]) -> list[Seen]:
    return [glyph for glyph in glyphs if glyph.in_formula or glyph.code != letters().face_of_key(glyph.face).space]


def edges(line: Line, setting: Setting) -> tuple[float, float]:
    """How far a justified line stands out to the left and to the right, in points; from right to left lines do not."""
    if setting.base:
        return 0.0, 0.0
    first, last = line.phrases[0], line.phrases[-1]
    scales, unit = setting.measure.scales, setting.size / 1000
    return first.words[0].left * scales[first.run] * unit, last.words[-1].right * scales[last.run] * unit


def formula(source: str) -> Run:
    made = set_formula(source, display=False)
    return Run(made.text, voice(), formula=made)


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
    setting = set_up((Run(TEXT, spoken),), width)
    broken = justified_lines((Run(TEXT, spoken),), setting)
    assert len(lines) == len(broken) == block.line_count
    for runs, line in zip(lines[:-1], broken[:-1], strict=True):
        set_to = set_line(line, setting, justify=True)
        space = table.space * size / 1000 * set_to.scaling / 100 if line.space >= 0 else 0
        left, right = edges(line, setting)
        assert runs[0].x == pytest.approx(50 - left, abs=0.001)
        assert runs[-1].end_x - space - runs[0].x == pytest.approx(width + left + right, abs=1.5 * size / 1000)
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
@given(several, st.floats(90, 300))
def test_widths_agree_whatever_is_mixed(parts: list[tuple[str, tuple[str, float]]], width: float) -> None:
    runs = tuple(Run(f"{text} ", voice(size, face=face)) for text, (face, size) in parts)
    setting = set_up(runs, width)
    size = setting.size
    for line in justified_lines(runs, setting):
        gaps = sum(len(phrase.words) - 1 + (phrase.space >= 0) for phrase in line.phrases)
        done = set_line(line._replace(space=-1), setting, justify=True)
        ends = [group.x + group.width for group in done.groups]
        assert ends == sorted(ends)
        assert [group.x for group in done.groups][1:] == pytest.approx(ends[:-1])
        # Rounded to whole units for every gap, of runs in other sizes too.
        assert ends[-1] == pytest.approx(done.width, abs=(1 + gaps) * size / 1000)
        if gaps:
            assert done.width == pytest.approx(width + sum(edges(line, setting)), abs=1e-6)
        assert 97.5 <= done.scaling <= 102
        assert done.scaling * 2 == int(done.scaling * 2)


LATIN = ["assimilation of rain", "so", "high-resolution", "नमस्ते", "a, “b”"]
RIGHT_TO_LEFT, WITHOUT_SPACES = ["שלום עולם", "מודל 2026 חדש"], ["会議の手引き", "（東京）大学"]
some_voices = st.sampled_from([voice(), voice(face="sans-bold"), voice(7.0, rise=3.0), voice(12.0)])


def run(text: str, spoken: Voice, *, isolate: bool = False) -> Run:
    """What is drawn of a run; of a tuple Hypothesis would make up all else that it may have."""
    return Run(text, spoken, isolate=isolate)


def runs_with(scripts: list[str]) -> st.SearchStrategy[tuple[Run, ...]]:
    words = st.lists(st.sampled_from(scripts), min_size=1, max_size=4).map(" ".join)
    runs = st.one_of(
        st.builds(run, words.map("{} ".format), some_voices),
        st.builds(run, words, some_voices, isolate=st.booleans()),  # the space after a name is not of the name
        st.sampled_from(["x", "E = mc^2", r"\frac{a}{b} + c"]).map(formula),
    )
    return st.lists(runs, min_size=1, max_size=8).map(tuple)


mixed_runs = st.one_of(runs_with(LATIN + RIGHT_TO_LEFT), runs_with(LATIN + WITHOUT_SPACES))


@settings(max_examples=100, deadline=None)
@given(mixed_runs, st.floats(100, 300))
def test_a_viewer_sees_lines_as_wide_as_the_measure(runs: tuple[Run, ...], width: float) -> None:
    setting = set_up(runs, width)
    for line in justified_lines(runs, setting)[:-1]:
        gaps = sum(len(phrase.words) - 1 + (phrase.space >= 0 or phrase.gap is not None) for phrase in line.phrases)
        done = set_line(line, setting, justify=True)
        glyphs = [glyph for glyph in without_spaces(seen(done, setting, runs)) if not glyph.in_formula]
        boxed = [(glyph.left, glyph.right) for glyph in glyphs]
        boxed += [(START + group.x, START + group.x + group.width) for group in done.groups if group.formula]
        left, right = edges(line, setting)
        slack = 0.01 * max(setting.size, 12)
        if gaps:
            assert min(start for start, _ in boxed) == pytest.approx(START, abs=slack)
            assert max(end for _, end in boxed) == pytest.approx(START + width + left + right, abs=slack)


@settings(max_examples=100, deadline=None)
@given(st.one_of(runs_with(LATIN), mixed_runs), st.floats(100, 300), st.booleans())
def test_lines_of_one_stretch_are_set_as_all_others_are(runs: tuple[Run, ...], width: float, justify: bool) -> None:
    setting = set_up(runs, width)
    lines = justified_lines(runs, setting) + justified_lines(runs[:1], set_up(runs[:1], width))
    done = [set_line(line, setting, justify=justify) for line in lines]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(groups, "_is_of_one_stretch", lambda *_: False)
        assert [set_line(line, setting, justify=justify) for line in lines] == done


@settings(max_examples=100, deadline=None)
@given(mixed_runs, st.floats(100, 300), st.booleans())
def test_nothing_is_printed_over_anything(runs: tuple[Run, ...], width: float, justify: bool) -> None:
    setting = set_up(runs, width)
    for line in justified_lines(runs, setting):
        done = set_line(line, setting, justify=justify)
        formulas = [(START + group.x, START + group.x + group.width) for group in done.groups if group.formula]
        shrunk = 0.025 * setting.size  # what an open gap may shrink by
        for glyph in without_spaces(seen(done, setting, runs)):
            if not glyph.in_formula:
                assert all(glyph.right <= left + shrunk or glyph.left >= right - shrunk for left, right in formulas)
        boxed = sorted((group.x, group.x + group.width) for group in done.groups if group.width > 0)
        for (_, end), (start, _) in pairwise(boxed):
            assert start >= end - 0.06 * setting.size  # spaces at a line's end stand beside it


class TestTightLines:
    """Spaces that shrink stay seen: viewers take less than a tenth of an em for no space at all."""

    ABSTRACT = TEXT + " " + TEXT.replace("satellite", "radar").replace("Łódź", "Oslo")

    @pytest.mark.parametrize("size", [9.0, 10.0, 10.5])
    def test_no_space_is_narrower_than_readers_and_programs_can_see(self, size: float) -> None:
        runs = (Run(self.ABSTRACT, voice(size)),)
        natural = letters().table(voice()).space * size / 1000
        for width in range(150, 500, 7):
            setting = set_up(runs, width)
            for line in justified_lines(runs, setting)[:-1]:
                done = set_line(line._replace(space=-1), setting, justify=True)
                glyphs = without_spaces(seen(done, setting, runs))
                gaps = [after.left - before.right for before, after in pairwise(glyphs)]
                spaces = [gap for gap in gaps if gap > 0.3 * natural]
                assert len(spaces) == sum(len(phrase.words) - 1 + (phrase.space >= 0) for phrase in line.phrases)
                assert min(spaces, default=natural) >= 0.6 * natural
                assert min(spaces, default=natural) >= 0.64 * natural * done.scaling / 100 - 0.001 * size

    def test_letters_give_half_a_per_cent_more_then(self) -> None:
        runs = (Run("assimilation of observations into models", voice()),)
        natural = Paragraph(letters(), runs, 14, None).natural_width()
        scalings = []
        for share in (1.0, 0.99, 0.98, 0.97, 0.955, 0.95):
            setting = set_up(runs, natural * share)
            (line,) = ragged(boxes(setting.stretches), setting.measure._replace(width=1e9))
            scalings.append(set_line(line, setting, justify=True).scaling)
        assert scalings[0] == 100
        assert scalings == sorted(scalings, reverse=True)
        assert scalings[-1] == 97.5
        assert 98 in scalings


class TestOpenGaps:
    """Between ideographs there are no spaces, but justification moves them."""

    def test_white_is_added_between_them(self) -> None:
        runs = (Run("会議の手引きを作る" * 6, voice()),)
        setting = set_up(runs, 131)
        for line in justified_lines(runs, setting)[:-1]:
            done = set_line(line, setting, justify=True)
            glyphs = seen(done, setting, runs)
            gaps = [after.left - before.right for before, after in pairwise(glyphs)]
            assert max(gaps) - min(gaps) <= 0.0021 * 10  # a unit, and rounding
            assert max(glyph.right for glyph in glyphs) == pytest.approx(
                START + 131, abs=0.05 + sum(edges(line, setting))
            )

    @pytest.mark.parametrize("width", [90.0, 101.0, 117.0, 140.0])
    def test_beside_formulas_too(self, width: float) -> None:
        """Text was printed over the formula once: its gap was given to the formula, which has no operators."""
        runs = (Run("会議の手引き", voice()), formula("E = mc^2"), Run("を作る会議の手引き", voice()), formula("x"),
                Run("会議の手引きを作る" * 2, voice()))  # fmt: skip
        setting = set_up(runs, width)
        lines = justified_lines(runs, setting)
        assert len(lines) > 1
        for line in lines[:-1]:
            done = set_line(line, setting, justify=True)
            ends = [group.x + group.width for group in done.groups]
            starts = [group.x for group in done.groups]
            assert all(start >= end - 1e-6 for end, start in zip(ends, starts[1:], strict=False))
            expected = START + width + edges(line, setting)[1]
            if not done.groups[-1].formula:
                assert max(glyph.right for glyph in seen(done, setting, runs)) == pytest.approx(expected, abs=0.1)


def test_a_gap_stands_between_hebrew_and_ideographs() -> None:
    runs = (Run("שלום עולם会議の手引き", voice()),)
    setting = set_up(runs, 280)
    (line,) = ragged(boxes(setting.stretches), setting.measure)
    done = set_line(line, setting, justify=False)
    glyphs = sorted(without_spaces(seen(done, setting, runs)))
    assert glyphs[0].left == pytest.approx(START, abs=0.01)
    assert max(after.left - before.right for before, after in pairwise(glyphs[:7])) == pytest.approx(1.25, abs=0.1)


class TestDirections:
    def places(self, runs: tuple[Run, ...], language: str | None = None) -> tuple[list[Seen], Setting]:
        setting = set_up(runs, 280, language)
        (line,) = ragged(boxes(setting.stretches), setting.measure)
        return sorted(without_spaces(seen(set_line(line, setting, justify=False), setting, runs))), setting

    def white(self, glyphs: list[Seen]) -> list[float]:
        """Gaps between glyphs that are wider than kerning."""
        gaps = [after.left - before.right for before, after in pairwise(glyphs)]
        return [round(gap, 2) for gap in gaps if gap > 1]

    def test_blanks_between_runs_of_two_directions_keep_their_place(self) -> None:
        """*WRF model* **הישן** in a Hebrew paragraph: the blank stands between the two, not at the far end of either."""
        runs = (
            Run("התחזית של ", voice()),
            Run("WRF model", voice(face="serif-italic")),
            Run(" ", voice()),
            Run("הישן", voice(face="serif-bold")),
            Run(" טובה", voice()),
        )
        glyphs, setting = self.places(runs)
        assert setting.base == 1
        faces = [key for key, _ in groupby(glyph.face for glyph in glyphs)]
        # from left to right: טובה, הישן, WRF model, התחזית של
        assert faces == [
            "NotoSerifHebrew-Regular",
            "NotoSerifHebrew-Bold",
            "SourceSerif4-It",
            "NotoSerifHebrew-Regular",
        ]
        spaces = [letters().table(voice(face=face)).space / 100 for face in ("serif", "serif-bold", "serif-italic")]
        white = self.white(glyphs)
        assert len(white) == 5
        assert all(min(spaces) - 0.02 <= gap <= max(spaces) + 0.02 for gap in white)

    @pytest.mark.parametrize("blank", [" ab", "ab ", " "])
    def test_a_blank_of_any_run_between_hebrew_and_latin(self, blank: str) -> None:
        before = "" if blank.startswith(" ") else " "
        after = "" if blank.endswith(" ") else " "
        runs = (
            Run(f"אבג{before}", voice()),
            Run(blank, voice(face="serif-italic")),
            Run(f"{after}דהו" if blank.strip() else "cd דהו", voice()),
        )
        white = self.white(self.places(runs)[0])
        assert len(white) == 2
        assert all(2 <= gap <= 3 for gap in white)

    def test_an_isolated_name_and_its_figure_in_a_line_from_right_to_left(self) -> None:
        """Names in a list with affiliation figures: each figure on the left of its own name, in the order of the list."""
        figure = voice(features=("sups",))
        runs = (
            Run("שרה לוי", voice(), isolate=True),
            Run("1", figure),
            Run(", ", voice()),
            Run("Ana Lima", voice(face="serif-italic"), isolate=True),
            Run("2", figure),
            Run(", ", voice()),
            Run("דן כהן", voice(), isolate=True),
            Run("3", figure),
        )
        glyphs, setting = self.places(runs, "he")
        assert setting.base == 1
        text = "".join(letters().face_of_key(glyph.face).text_of(glyph.code) for glyph in glyphs)
        assert text.replace("¹", "1").replace("²", "2").replace("³", "3") == "3ןהכןד,2AnaLima,1יולהרש"

    def test_text_in_a_line_from_left_to_right_turns_where_it_stands(self) -> None:
        runs = (Run("a שלום עולם b", voice()),)
        glyphs, setting = self.places(runs)
        assert setting.base == 0
        text = "".join(letters().face_of_key(glyph.face).text_of(glyph.code) for glyph in glyphs)
        assert text == "a" + "שלום עולם"[::-1].replace(" ", "") + "b"
        assert len(self.white(glyphs)) == 3

    @pytest.mark.parametrize("width", [90.0, 123.0, 200.0])
    def test_lines_from_right_to_left_fill_the_measure(self, width: float) -> None:
        runs = (Run("מודל האקלים WRF נבדק ב-2026 (ראו שיטות) על פני הים, ולא ביבשה. " * 4, voice()),)
        setting = set_up(runs, width)
        for line in justified_lines(runs, setting)[:-1]:
            glyphs = without_spaces(seen(set_line(line, setting, justify=True), setting, runs))
            assert min(glyph.left for glyph in glyphs) == pytest.approx(START, abs=0.1)
            assert max(glyph.right for glyph in glyphs) == pytest.approx(START + width, abs=0.1)


def test_a_space_is_as_wide_as_where_it_is_drawn() -> None:
    """Between two words in emphasis stands a space of another run."""
    runs = (Run("one", voice(face="serif-italic")), Run(" ", voice()), Run("two", voice(face="serif-bold")))
    setting = set_up(runs, 200)
    (line,) = ragged(boxes(setting.stretches), setting.measure)
    done = set_line(line, setting, justify=False)
    assert done.groups[-1].x + done.groups[-1].width == pytest.approx(done.width)


@pytest.mark.parametrize(
    ("text", "outdent"), [("So it is", 0.0), ("(so) it is”", 0.0), ("Töne", 0.0), ("“So it is”", 0.5)]
)
def test_the_natural_line_is_neither_scaled_nor_moved(text: str, outdent: float) -> None:
    """But for quotation marks, whose white would look like an indent."""
    runs = (Run(text, voice()),)
    setting = set_up(runs, 200)
    table = setting.measure.tables[0]
    done = set_line(ragged(boxes(setting.stretches), setting.measure)[0], setting, justify=False)
    width = letters().face("serif").widths[letters().face("serif").cmap[ord(text[0])]]
    assert (done.scaling, done.outdent) == (100.0, pytest.approx(outdent * width / 100, abs=0.01))
    advance = sum(table.word(word).advance for word in text.split())
    assert done.width == pytest.approx((advance + text.count(" ") * table.space) / 100)


def test_one_word_is_stretched_by_scaling_alone() -> None:
    runs = (Run("assimilation", voice()),)
    setting = set_up(runs, 200)
    done = set_line(justified_lines(runs, setting)[0], setting, justify=True)
    assert done.scaling == 102
    assert done.width < 100


@pytest.mark.parametrize("width", [100.0, 150.0])
def test_a_formula_is_not_scaled_with_its_line(width: float) -> None:
    runs = (
        Run("we find that", voice()),
        Run(" ", voice()),
        formula("E = mc^2"),
        Run(" is seen in these data", voice()),
    )
    setting = set_up(runs, width)
    natural = (
        sum(chunk.advance for chunk in runs[2].formula.chunks) + sum(runs[2].formula.spaces) if runs[2].formula else 0
    )
    found = 0.0
    for line in justified_lines(runs, setting):
        for group in set_line(line, setting, justify=True).groups:
            found += group.width if group.formula else 0
    assert found == pytest.approx(natural / 100, abs=0.3 * 10)
