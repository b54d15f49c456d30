"""Formulas are set where the style has room for them; all others are printed as their source, and a finding says why."""

import re
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.codes import FORMULA_AS_WRITTEN
from booklet.composing.display_formula import display_formula
from booklet.composing.formulas import set_display, set_inline
from booklet.composing.text import rich_runs, source_voice, spoken, voice
from booklet.composing.unset_formulas import unset_formulas
from booklet.finding import Finding
from booklet.flowable import Flowable
from booklet.job import Job
from booklet.lettering.display import Display
from booklet.lettering.mathematics.cannot_set import CannotSetError
from booklet.lettering.mathematics.formula import set_formula
from booklet.lettering.paragraph import Paragraph
from booklet.make import make
from booklet.model.rich_text import Block, Span
from booklet.plain_dataclasses import replace
from booklet.proofing.dump import dump
from booklet.reading.read_project import read_project
from booklet.structure import Element
from sheet import bound, letters, said, set_sheet, style
from tag_tree import Tag, tag_of

BODY = style().text.body
MEASURE = style().page.text_width
TEXT = style().page.height - style().page.top - style().page.bottom
# One chunk of about 0.6 em a letter.
WIDE = r"\left(" + "m" * 40 + r"\right)"
ROWS = r" \\ ".join(["a &= b"] * 60)


def reason(source: str, *, display: bool = False, size: float = BODY.size, paper: str = "A4") -> str:
    """Why a formula is not set; empty when it is."""
    try:
        if display:
            set_display(source, style(paper))
        else:
            set_inline(source, replace(BODY, size=size), style(paper))
    except CannotSetError as trouble:
        return str(trouble)
    return ""


def block(source: str) -> Block:
    return Block((Span(f"$${source}$$", formula=source),), "formula")


class TestInline:
    @pytest.mark.parametrize("source", ["x", r"\frac{a}{b}", "a+b=c", r"\ce{H2O}", r"\SI{3}{\meter}"])
    def test_what_has_room_is_the_formula(self, source: str) -> None:
        assert set_inline(source, BODY, style()) is set_formula(source, display=False)

    def test_a_part_may_take_six_tenths_of_the_measure(self) -> None:
        (chunk,) = set_formula(WIDE, display=False).chunks
        fitting = MEASURE * 0.6 / chunk.advance * 1000
        assert reason(WIDE, size=fitting * 0.999) == ""
        assert reason(WIDE, size=fitting * 1.001) == "a part of it is too wide for a line of text"
        assert reason(WIDE, size=fitting * 0.999, paper="A5") == "a part of it is too wide for a line of text"

    def test_breaks_make_room(self) -> None:
        assert reason("+".join("m" * 60)) == ""

    def test_what_is_too_high_is_not_for_a_line(self) -> None:
        tall = r"\begin{matrix}" + r"\\".join("abcdefghi") + r"\end{matrix}"
        assert reason(tall) == "it is too high for a line of text"
        assert reason(tall, display=True) == ""

    @pytest.mark.parametrize("source", [r"\nosuchcommand", "{", "}", "", "x^1^2", r"\begin{nothing}", r"\frac{1}"])
    def test_faults_have_a_reason(self, source: str) -> None:
        assert reason(source)
        assert reason(source) == reason(source, display=True)


class TestDisplay:
    def test_one_that_has_room_is_one_line(self) -> None:
        lines, tag = set_display("E = mc^2", style())
        assert lines == set_formula("E = mc^2", display=True).chunks
        assert tag == ""

    @pytest.mark.parametrize("paper", ["A4", "A5"])
    @pytest.mark.parametrize("tag", ["", "7", "12b"])
    def test_lines_leave_room_for_the_number(self, paper: str, tag: str) -> None:
        source = "+".join(["x_{ij}"] * 40) + (rf"\tag{{{tag}}}" if tag else "")
        lines, found = set_display(source, style(paper))
        used = style(paper)
        size = used.text.body.size
        room = used.page.text_width - ((len(tag) + 2) * size / 2 if tag else 0)
        assert found == (f"({tag})" if tag else "")
        assert len(lines) > 1
        assert max(line.advance for line in lines) * size / 1000 <= room

    def test_what_cannot_be_broken_is_not_set(self) -> None:
        source = r"\left(" + "m" * 80 + r"\right)"
        assert reason(source, display=True) == "a part of it that cannot be broken is wider than the column"

    def test_a_number_leaves_room_for_the_formula(self) -> None:
        assert reason(r"x \tag{" + "9" * 5 + "}", display=True) == ""
        assert reason(r"x \tag{" + "9" * 60 + "}", display=True) == "its number is too long"

    def test_rows_part_where_a_page_would_not_hold_them(self) -> None:
        lines, _ = set_display(rf"\begin{{aligned}} {ROWS} \end{{aligned}}", style())
        assert len(lines) == 60
        lines, _ = set_display(r"\begin{aligned} a &= b \\ c &= d \end{aligned}", style())
        assert len(lines) == 1

    def test_what_cannot_be_parted_is_at_most_seven_tenths_of_the_page(self) -> None:
        heights = {}
        for rows in range(20, 61):
            matrix = r"\begin{pmatrix}" + r"\\".join(["x"] * rows) + r"\end{pmatrix}"
            (chunk,) = set_formula(matrix, display=True).chunks
            heights[(chunk.ascent + chunk.descent) * BODY.size / 1000] = reason(matrix, display=True)
        assert set(heights.values()) == {"", "it is higher than the page"}
        assert [height for height, why in heights.items() if why] == [
            height for height in heights if height > TEXT * 0.7
        ]

    @settings(max_examples=50, deadline=None)
    @given(
        st.lists(st.sampled_from(["x", r"\frac{a}{b}", r"\sum_{i=1}^n x_i", r"\sqrt{y}", "m" * 12]), min_size=1, max_size=40),
        st.sampled_from(["=", "+", r"\leq", ","]),
        st.sampled_from(["A4", "A5"]),
    )  # fmt: skip
    def test_never_wider_than_the_column(self, parts: list[str], sign: str, paper: str) -> None:
        source = f" {sign} ".join(parts)
        used = style(paper)
        try:
            lines, _ = set_display(source, used)
        except CannotSetError:
            assert sign == ","  # which ends no line of a display
            return
        assert max(line.advance for line in lines) * used.text.body.size / 1000 <= used.page.text_width + 1e-6
        drawn = [glyph.glyph for line in lines for glyph in line.glyphs]
        assert sorted(drawn) == sorted(glyph.glyph for glyph in set_formula(source, display=True).chunks[0].glyphs)


class TestDisplayOnThePage:
    def made(self, source: str) -> tuple[Flowable, Element]:
        root = Element("Sect")
        return display_formula(block(source), letters(), root, None), root

    def test_it_is_a_formula_with_its_source(self) -> None:
        made, root = self.made(r"E = mc^2 \tag{3}")
        assert isinstance(made, Display)
        piece = set_sheet([made], root, MEASURE - 1, 0)
        formula, number = tag_of(piece).content
        assert isinstance(formula, Tag)
        assert isinstance(number, Tag)
        assert (formula.role, formula.alt) == ("Formula", r"E = mc^2 \tag{3}")
        assert (number.role, number.alt) == ("P", None)
        assert said(bound([piece], letters())) == ["E = mc²", "(3)"]

    def test_without_a_number_there_is_no_paragraph_for_it(self) -> None:
        made, root = self.made("x")
        assert isinstance(made, Display)
        assert made.number is None
        assert len(root.content) == 1

    def test_what_cannot_be_set_is_its_source_as_it_was_written(self) -> None:
        source = r"\nosuch{x}   \to  \infty"
        made, root = self.made(source)
        assert isinstance(made, Paragraph)
        assert [(run.text, run.voice) for run in made.runs] == [(f"$${source}$$", source_voice(BODY))]
        piece = set_sheet([made], root, 300)
        (paragraph,) = tag_of(piece).content
        assert isinstance(paragraph, Tag)
        assert paragraph.role == "P"
        assert " ".join(said(bound([piece], letters()))).split() == f"$${source}$$".split()

    @pytest.mark.parametrize("tag", ["1", "12", "3.14", "A.12.3", "1234567890", "Navier–Stokes", "mmmmmmmmmmmmmm"])
    def test_the_number_never_touches_the_formula(self, tag: str) -> None:
        for count in range(30, 100):
            made, _ = self.made("x" * count + rf"\tag{{{tag}}}")
            if not isinstance(made, Display) or not made.number:
                continue
            made.wrap(MEASURE, 0)
            (line,) = made.lines
            width = line.advance * BODY.size / 1000
            left = self.left(made)
            assert left >= 0
            assert left + width < MEASURE - made.number.natural_width() - BODY.size / 4

    @pytest.mark.parametrize("count", [1, 30, 50, 60])
    def test_where_text_runs_from_the_right_the_number_stands_at_the_left(self, count: int) -> None:
        root = Element("Sect")
        made = display_formula(block("x" * count + r"\tag*{7a}"), letters(), root, "ar")
        assert isinstance(made, Display)
        assert made.number
        assert made.number.align == "right"
        assert made.number.begins_at_right
        made.wrap(MEASURE, 0)
        left = self.left(made, backwards=True)
        assert left > made.number.natural_width() + BODY.size / 4
        assert left + made.lines[0].advance * BODY.size / 1000 <= MEASURE + 0.01

    def left(self, made: Display, *, backwards: bool = False) -> float:
        """From the left edge of the column to a formula of one line, in points."""
        root = Element("Sect")
        drawn = Display(letters(), made.lines, voice(BODY), root.add("Formula"), made.number, backwards=backwards)
        body = zlib.decompress(set_sheet([drawn], root, MEASURE, 0).pages[0].body)
        found = re.search(rb"/STIXTwoMath-Regular [0-9.]+ Tf 1 0 0 1 (\S+)", body)
        assert found
        return float(found[1]) - made.lines[0].glyphs[0].x * BODY.size / 1000


class TestInText:
    def test_a_formula_is_a_run_with_its_reading(self) -> None:
        first, made, last = rich_runs(letters(), BODY, (Span("As "), Span("$x^2$", formula="x^2"), Span(" is")))
        assert (first.text, made.text, last.text) == ("As ", "x²", " is")
        assert made.formula is set_formula("x^2", display=False)
        assert made.voice == voice(BODY)

    def test_its_source_where_it_cannot_be_set(self) -> None:
        (run,) = rich_runs(letters(), BODY, (Span(r"$\nosuch$", formula=r"\nosuch", link="https://example.org"),))
        assert (run.text, run.formula, run.voice) == (r"$\nosuch$", None, source_voice(BODY))
        assert run.link == "https://example.org"

    def test_links_of_spans_and_of_whole_lines(self) -> None:
        line = (Span("$x$", formula="x", link="https://example.org"),)
        assert [run.link for run in rich_runs(letters(), BODY, line)] == ["https://example.org"]
        assert [run.link for run in rich_runs(letters(), BODY, line, link="#talk")] == ["#talk"]

    def test_bookmarks_have_the_reading(self) -> None:
        line = (Span("On "), Span(r"$\alpha^2$", formula=r"\alpha^2"), Span(r" and $\no$", formula=r"\no"))
        assert spoken(line) == r"On α² and $\no$"


TALK = r"""---
title: On $\titlebad$ and $x$
authors: [{name: Ann Lee, presenting: true, affiliations: [X]}]
references:
  - Good $x^2$, and nothing else.
  - Bad $\refbad$, and again $\refbad$.
funding: By $\fundbad$.
---
First $\textbad$ and $x^2$.

Second $\textbad$ again.

$$\dispbad$$
"""


def project(folder: Path, talk: str = TALK, macros: str = "") -> Path:
    content = folder / "content"
    (content / "talks").mkdir(parents=True)
    (content / "event.yaml").write_text(f"title: Meeting\nzone: UTC\n{macros}")
    (content / "program.yaml").write_text(
        "sessions:\n"
        "  - {id: a, title: 'Of $\\sessbad$', date: 2026-05-05, start: 9:00,\n"
        "     items: [{talk: one, minutes: 20}, {talk: two, minutes: 20}, {title: 'A $\\itembad$ break', minutes: 20}]}\n"
    )
    (content / "talks" / "one.md").write_text(talk)
    (content / "talks" / "two.md").write_text(
        "---\ntitle: Two\nauthors: [{name: Bo Roe, presenting: true, affiliations: [X]}]\n---\nAlso $\\textbad$.\n"
    )
    return folder


def findings(folder: Path) -> list[Finding]:
    program, found = read_project(folder)
    assert program
    assert [finding.message for finding in found if finding.code.is_error] == []
    return list(unset_formulas(program, style()))


class TestFindings:
    def test_one_for_every_formula_of_a_talk_at_its_first_place(self, tmp_path: Path) -> None:
        found = findings(project(tmp_path))
        assert {finding.code for finding in found} == {FORMULA_AS_WRITTEN}
        places = {
            (finding.message.split('"')[1], finding.place.file.split("/")[-1], finding.place.line, finding.talk)
            for finding in found
            if finding.place
        }
        assert places == {
            (r"$\sessbad$", "program.yaml", 2, None),
            (r"$\itembad$", "program.yaml", 3, None),
            (r"$\titlebad$", "one.md", 2, "one"),
            (r"$\refbad$", "one.md", 6, "one"),
            (r"$\fundbad$", "one.md", 7, "one"),
            (r"$\textbad$", "one.md", 9, "one"),
            (r"$$\dispbad$$", "one.md", 13, "one"),
            (r"$\textbad$", "two.md", 5, "two"),
        }
        assert len(found) == len(places)

    def test_a_macro_mends_them(self, tmp_path: Path) -> None:
        names = ("titlebad", "refbad", "fundbad", "textbad", "dispbad", "sessbad", "itembad")
        macros = "macros:\n" + "".join(f"  {name}: x\n" for name in names)
        found = findings(project(tmp_path, macros=macros))
        assert {(finding.place.file.split("/")[-1], finding.talk) for finding in found if finding.place} == {
            ("program.yaml", None)
        }  # macros hold for talks

    def test_the_message_says_why_in_one_line(self, tmp_path: Path) -> None:
        long = "x" * 100 + r"\nosuch"
        talk = TALK.replace(r"\textbad", long).replace(r"\dispbad", "\n\\begin{nothing}\nx\n\\end{nothing}\n")
        messages = [finding.message for finding in findings(project(tmp_path, talk)) if finding.talk == "one"]
        assert f'formula "${"x" * 59}…" cannot be set: the command \\nosuch is not known' in messages
        assert any(message.endswith("the environment nothing is not known") for message in messages)
        assert not any("\n" in message for message in messages)

    @pytest.mark.parametrize(
        ("formula", "remedy"),
        [
            (r"$\nosuch$", "macros:"),
            (f"${WIDE}mmmmmmmmmm$", "$$"),
            (r"$\begin{matrix}" + r"\\".join("abcdefghi") + r"\end{matrix}$", "$$"),
            (r"$$\left(" + "m" * 80 + r"\right)$$", "shorter"),
            (r"$$\begin{pmatrix}" + r"\\".join(["x"] * 60) + r"\end{pmatrix}$$", "several"),
            ("$x^1^2$", "correct"),
        ],
    )
    def test_the_hint_names_the_remedy(self, tmp_path: Path, formula: str, remedy: str) -> None:
        talk = TALK.replace("First $\\textbad$ and $x^2$.", formula.replace("$(m", "$\\left(m"))
        hints = [
            finding.hint or ""
            for finding in findings(project(tmp_path, talk))
            if finding.place and finding.place.line == 9
        ]
        assert len(hints) == 1
        assert remedy in hints[0]

    def test_what_has_a_finding_is_printed_as_its_source_and_nothing_else_is(self, tmp_path: Path) -> None:
        outcome = make(Job(project(tmp_path)), lambda *_: None)
        assert outcome.output is not None
        printed = dump(outcome.output.read_bytes())
        sources = {finding.message.split('"')[1] for finding in outcome.findings if finding.code is FORMULA_AS_WRITTEN}
        assert len(sources) == 7
        for source in sources:
            assert source.strip("$").replace("\\", "\\\\") in printed
        assert "$x" not in printed
        assert "x²" in printed
