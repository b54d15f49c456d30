"""The steps by which an abstract is set tighter, and what is told of them."""

from itertools import pairwise
from pathlib import Path

import pytest

from booklet.codes import LONG_ABSTRACT, TIGHT_ABSTRACT
from booklet.composing.copyfit import fit_finding, tighter_styles
from booklet.finding import Finding
from booklet.model.rich_text import Block, line
from booklet.model.talk import Figure, Talk
from booklet.picture import PdfObject, Picture
from booklet.place import Place, Places
from booklet.plain_dataclasses import replace
from booklet.styling.load_style import load_style
from booklet.styling.style import Style
from sheet import style

PLACES = Places(Place("content/talks/a.md"), ((("abstract",), Place("content/talks/a.md", 9)),))
PICTURE = Picture(100, 100, (PdfObject((b"",)),), None)
SHOWN, UNUSABLE = Figure("content/figures/a.pdf", PLACES, picture=PICTURE), Figure("content/figures/b.pdf", PLACES)


def talk(text: str = "One two three.", *, figures: tuple[Figure, ...] = (), references: tuple[str, ...] = ()) -> Talk:
    abstract = (Block(line(text)),)
    lines = tuple(map(line, references))
    return Talk("a", line("Title"), PLACES, abstract=abstract, figures=figures, references=lines)


PLAIN = talk()
WHOLE = talk(figures=(SHOWN,), references=("One",))


def with_body(size: float, leading: float, least_size: float = 1, least_leading: float = 1) -> Style:
    """A4 with another body and grid."""
    base = style()
    return replace(
        base,
        text=replace(base.text, body=replace(base.text.body, size=size, leading=leading)),
        page=replace(base.page, grid=leading),
        fitting=replace(base.fitting, smallest_size=least_size, smallest_leading=least_leading),
    )


def bodies(of: Style) -> list[tuple[float, float]]:
    return [(step.text.body.size, step.text.body.leading) for step in tighter_styles(of, PLAIN)]


A4 = [(10.5, 13.5), (10.25, 13.5), (10, 13.25), (9.75, 13), (9.5, 12.75), (9.25, 12.5)]
A5 = [(9, 11.5), (8.75, 11.5), (8.5, 11.25), (8.25, 11), (8, 10.75), (8, 10.5)]


class TestBody:
    @pytest.mark.parametrize(("paper", "steps"), [("A4", A4), ("Letter", A4), ("A5", A5)])
    def test_of_the_shipped_papers(self, paper: str, steps: list[tuple[float, float]]) -> None:
        assert bodies(style(paper)) == steps

    @pytest.mark.parametrize(
        ("body", "floors", "steps"),
        [
            ((10.5, 14), (10.5, 14), []),
            ((10.5, 14), (10.5, 13.75), [(10.5, 13.75)]),
            ((10.5, 14), (10.25, 14), [(10.25, 14)]),
            ((10.5, 14), (10.4, 13.6), [(10.5, 13.6), (10.4, 13.6)]),
            # larger than the floors: nothing is set tighter that is smaller already
            ((8, 10), (9.25, 12.5), []),
            # a larger body goes down in larger steps
            ((18, 24), (16.5, 22), [(18, 23), (17.5, 23), (17, 22.5), (16.5, 22)]),
            # floors that were meant for a smaller body: down to four fifths
            ((20, 25), (9.25, 12.5), [(20, 24), (19.5, 24), (19, 23.5), (18.5, 23), (18, 22.5), (17.5, 22), (17, 21.5),
                                      (16.5, 21), (16, 20.5), (16, 20)]),
            # much white between the lines
            ((10, 20), (10, 18), [(10, 19.5), (10, 19.25), (10, 19), (10, 18.75), (10, 18.5), (10, 18.25), (10, 18)]),
        ],
    )  # fmt: skip
    def test_of_a_style_of_ones_own(
        self, body: tuple[float, float], floors: tuple[float, float], steps: list[tuple[float, float]]
    ) -> None:
        assert bodies(with_body(*body, *floors)) == steps

    @pytest.mark.parametrize("body", [(1, 1), (1, 400), (400, 1), (400, 400), (10.5, 14), (7.3, 9.1)])
    def test_few_steps_whatever_the_body(self, body: tuple[float, float]) -> None:
        steps = [body, *bodies(with_body(*body))]
        assert len(steps) < 20
        for before, after in pairwise(steps):
            assert after != before
            assert after[0] <= before[0]
            assert after[1] <= before[1]
        assert steps[-1] == pytest.approx((max(1, body[0] * 0.8), max(1, body[1] * 0.8)))

    def test_the_grid_follows_the_leading(self) -> None:
        assert all(step.page.grid == step.text.body.leading for step in tighter_styles(style(), PLAIN))
        loose = with_body(10.5, 14)
        loose = replace(loose, page=replace(loose.page, grid=28))
        assert all(step.page.grid == 2 * step.text.body.leading for step in tighter_styles(loose, PLAIN))


class TestOrder:
    def test_leading_size_figures_references(self) -> None:
        steps = [
            (step.text.body.size, step.text.body.leading, step.figure_scale, step.text.references.size)
            for step in tighter_styles(style(), WHOLE)
        ]
        assert steps == [
            *[(*body, 1, 8.5) for body in A4],
            *[(*A4[-1], scale, 8.5) for scale in (0.9, 0.8, 0.7, 0.6)],
            *[(*A4[-1], 0.6, size) for size in (8, 7.5)],
        ]

    def test_references_have_their_leading_in_proportion(self) -> None:
        found = [step.text.references for step in tighter_styles(style(), talk(references=("One",)))[-2:]]
        assert [(text.size, text.leading) for text in found] == [(8, 10.25), (7.5, 9.5)]

    def test_references_of_a5_are_small_already(self) -> None:
        assert tighter_styles(style("A5"), talk(references=("One",))) == tighter_styles(style("A5"), PLAIN)

    def test_a_figure_that_is_not_shown_makes_no_steps(self) -> None:
        assert tighter_styles(style(), talk(figures=(UNUSABLE,))) == tighter_styles(style(), PLAIN)

    def test_nothing_else_changes(self) -> None:
        base = style()
        for step in tighter_styles(base, WHOLE):
            text = replace(step.text, body=base.text.body, references=base.text.references)
            assert replace(step, text=text, page=base.page, figure_scale=1.0) == base
            assert replace(step.page, grid=base.page.grid) == base.page
            assert replace(step.text.body, size=10.5, leading=14) == base.text.body

    @pytest.mark.parametrize(
        ("least", "scales"),
        [(0.6, [0.9, 0.8, 0.7, 0.6]), (1, []), (0.75, [0.9, 0.8, 0.75]), (0.5, [0.9, 0.8, 0.7, 0.6, 0.5])],
    )
    def test_figures_down_to_their_floor(self, least: float, scales: list[float]) -> None:
        one = replace(style(), fitting=replace(style().fitting, smallest_figures=least))
        steps = tighter_styles(one, talk(figures=(SHOWN,)))
        assert [step.figure_scale for step in steps if step.figure_scale < 1] == scales

    def test_off(self) -> None:
        assert tighter_styles(replace(style(), fitting=replace(style().fitting, tighter=False)), WHOLE) == ()


class TestStyleKeys:
    @staticmethod
    def styled(folder: Path, text: str, paper: str = "A4") -> tuple[Style | None, list[str]]:
        (folder / "styles").mkdir()
        (folder / "styles" / "mine.yaml").write_text(text)
        found, findings = load_style("mine", paper, folder, Place("content/booklet.yaml"))
        return found, [finding.message for finding in findings]

    def test_floors(self, tmp_path: Path) -> None:
        text = "fitting: {smallest-size: 10, smallest-leading: 13.25, smallest-figures: 80 %, smallest-references: 8}\n"
        found, messages = self.styled(tmp_path, text)
        assert messages == []
        assert found
        last = tighter_styles(found, WHOLE)[-1]
        assert (last.text.body.size, last.text.body.leading) == (10, 13.25)
        assert (last.figure_scale, last.text.references.size) == (0.8, 8)

    def test_off(self, tmp_path: Path) -> None:
        found, messages = self.styled(tmp_path, "fitting: {tighter: no}\n", "A5")
        assert messages == []
        assert found
        assert tighter_styles(found, WHOLE) == ()

    @pytest.mark.parametrize(
        ("value", "message"),
        [
            ("tighter: off", 'fitting.tighter: "off" is neither yes nor no'),
            ("smallest-size: 0", 'fitting.smallest-size: "0" is not between 1 and 400 points'),
            ("smallest-figures: 0", 'fitting.smallest-figures: "0" is not a share such as 60 % or 0.6'),
            ("smallest-figures: 120 %", 'fitting.smallest-figures: "120 %" is not a share such as 60 % or 0.6'),
            ("smallest-references: small", None),
            ("smallest: 8", 'unknown key "smallest"'),
        ],
    )
    def test_what_is_not_taken(self, tmp_path: Path, value: str, message: str | None) -> None:
        found, messages = self.styled(tmp_path, f"fitting: {{{value}}}\n")
        assert len(messages) == 1
        assert message is None or messages == [message]
        assert found is None or message == 'unknown key "smallest"'


WORDS = " ".join(["observation"] * 100)


def told(one: Talk, pages: int, tightness: int, excess: float, paper: str = "A4") -> tuple[str, str | None]:
    found = fit_finding(one, style(paper), pages, tightness, excess)
    assert isinstance(found, Finding)
    assert (found.place.line, found.talk) == (9, "a")
    assert found.code is (LONG_ABSTRACT if pages > 1 else TIGHT_ABSTRACT)
    return found.message, found.hint


class TestFinding:
    def test_nothing_to_tell(self) -> None:
        assert fit_finding(PLAIN, style(), 1, 0, 0.0) is None

    @pytest.mark.parametrize(
        ("step", "changes"),
        [
            (1, "10.5/13.5 instead of 10.5/14"),
            (6, "9.25/12.5 instead of 10.5/14"),
            (7, "9.25/12.5 instead of 10.5/14, figures at 90 % of their height"),
            (12, "9.25/12.5 instead of 10.5/14, figures at 60 % of their height, references 7.5/9.5 instead of 8.5/11"),
        ],
    )
    def test_what_is_tighter(self, step: int, changes: str) -> None:
        message, hint = told(replace(WHOLE, abstract=(Block(line(WORDS)),)), 1, step, 0.031)
        assert message == f"the abstract is set tighter to fit its page: {changes}"
        assert hint == "shorten it by about 5 words for the normal setting"

    def test_only_figures(self) -> None:
        fixed = with_body(10.5, 14, 10.5, 14)
        found = fit_finding(talk(figures=(SHOWN,)), fixed, 1, 2, 0.5)
        assert found
        assert found.message == "the abstract is set tighter to fit its page: figures at 80 % of their height"

    @pytest.mark.parametrize(
        ("text", "excess", "much"),
        [
            (WORDS, 0.001, "about 5 words"),
            (WORDS, 0.05, "about 5 words"),
            (WORDS, 0.051, "about 10 words"),
            (WORDS, 0.5, "about 50 words"),
            (WORDS, 0.51, "about 60 words"),
            ("観測" * 100, 0.1, "about 20 characters"),
        ],
    )
    def test_how_much_is_too_long(self, text: str, excess: float, much: str) -> None:
        message, hint = told(talk(text), 2, 0, excess)
        assert message == f"the abstract takes 2 pages; it is {much} too long for one page"
        assert hint == "shorten it if every talk is to have one page"

    @pytest.mark.parametrize("one", [talk(WORDS), talk("")])
    def test_not_even_without_it(self, one: Talk) -> None:
        assert told(one, 3, 0, 1.0)[0] == "the abstract takes 3 pages"
        assert told(one, 1, 1, 1.0)[1] is None
