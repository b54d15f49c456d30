"""Talks in two languages: both abstracts are there, beside each other or one below the other, each in its language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from test_abstracts import set_talks, words, write

from booklet.composing.section import Section
from booklet.job import Job
from booklet.make import make
from booklet.proofing.text_runs import TextRun
from booklet.typesetting.set_piece import SetPiece
from sheet import bound, runs_of, style
from tag_tree import Tag, tag_of

SETTINGS = "abstracts: {layout: page}\n"


def bilingual(first: int, second: int, more: str = "") -> str:
    """A talk with so many words in English, and so many in what says it is Dutch."""
    dutch = " ".join(["oever"] * second)
    translation = f"translation:\n  language: nl\n  title: Getijden aan de oever\n  abstract: {dutch}\n"
    return f"---\ntitle: Tides on a shore\nauthors: [Ada Kovács]\n{translation}{more}---\n{words(first)}\n"


def composed(folder: Path, paper: str, text: str) -> tuple[Section, SetPiece, list[TextRun]]:
    write(folder, {"one": text}, paper, SETTINGS)
    ((section, piece),), letters = set_talks(folder, paper)
    return section, piece, runs_of(bound([piece], letters))


def lines_of(runs: list[TextRun], word: str, size: float) -> list[TextRun]:
    return [run for run in runs if word in run.text and abs(run.size - size) < 0.01]


def tags(tag: Tag) -> Iterator[Tag]:
    yield tag
    for part in tag.content:
        if isinstance(part, Tag):
            yield from tags(part)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_abstracts_stand_side_by_side(tmp_path: Path, paper: str) -> None:
    _, piece, runs = composed(tmp_path, paper, bilingual(150, 120))
    page, body = style(paper).page, style(paper).text.body
    dutch = lines_of(runs, "oever oever", body.size)
    english = [run for run in lines_of(runs, "", body.size) if "oever" not in run.text and run.text.strip()]
    english = [run for run in english if run.y <= dutch[0].y + 1 and run.y > page.bottom]
    assert english[0].y == pytest.approx(dutch[0].y)
    assert english[0].x == pytest.approx(page.left, abs=3)
    assert max(run.end_x for run in english) < min(run.x for run in dutch)
    assert len(piece.pages) == 1
    assert (page.height - page.top - 0.78 * body.size - dutch[0].y) / page.grid % 1 == pytest.approx(0, abs=0.01)


def test_on_a5_one_stands_below_the_other(tmp_path: Path) -> None:
    _, _, runs = composed(tmp_path, "A5", bilingual(60, 60))
    page, body = style("A5").page, style("A5").text.body
    dutch = lines_of(runs, "oever oever", body.size)
    assert {round(run.x - page.text_left) for run in dutch} <= {-1, 0, 1}
    english = lines_of(runs, "Forecasts of heavy rain", body.size)
    assert english[0].y > dutch[0].y + 2 * body.leading


def test_what_is_too_long_stands_below_too(tmp_path: Path) -> None:
    _, piece, runs = composed(tmp_path, "A4", bilingual(900, 300))
    body = style("A4").text.body
    assert len(piece.pages) > 1
    left = style("A4").page.text_left
    serif = [run.x for run in runs if abs(run.size - body.size) < 0.01 and "Serif" in run.font]
    assert len(serif) > 40
    assert min(serif) > left - 4


def test_a_little_too_long_is_set_tighter_side_by_side(tmp_path: Path) -> None:
    longest = 340
    _, piece, _ = composed(tmp_path, "A4", bilingual(longest, longest * 5 // 4))
    assert (len(piece.pages), piece.tightness > 0) == (1, True)


def test_titles_and_abstracts_say_their_languages(tmp_path: Path) -> None:
    for number, paper in enumerate(("A4", "A5")):
        _, piece, _ = composed(tmp_path / str(number), paper, bilingual(60, 60))
        dutch = [tag.role for tag in tags(tag_of(piece)) if tag.lang == "nl"]
        assert dutch == ["P", "Sect"]


def test_it_is_read_title_people_abstract_and_then_the_other_one(tmp_path: Path) -> None:
    _, _, runs = composed(tmp_path, "A4", bilingual(40, 40, "keywords: [rain]\n"))
    said = " ".join(run.text for run in runs)
    parts = ("Tides", "Getijden", "Ada Kovács", "Forecasts of", "oever oever", "rain")
    places = [said.index(part) for part in parts[:-1]] + [said.rindex(parts[-1])]
    assert places == sorted(places)


@pytest.mark.parametrize(("first", "second"), [(0, 30), (30, 0)])
@pytest.mark.parametrize("layout", ["page", "run-on", "two-columns"])
def test_either_may_be_missing(tmp_path: Path, first: int, second: int, layout: str) -> None:
    write(tmp_path, {"one": bilingual(first, second)}, "A4", f"abstracts: {{layout: {layout}}}\n")
    outcome = make(Job(tmp_path), lambda *_: None)
    assert outcome.output
    said = " ".join(run.text for run in runs_of(outcome.output.read_bytes()))
    assert "Getijden" in said
    assert ("oever oever" in said, "Forecasts" in said) == (second > 0, first > 0)


@pytest.mark.parametrize("layout", ["run-on", "two-columns"])
@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_among_others_the_other_language_follows(tmp_path: Path, paper: str, layout: str) -> None:
    write(tmp_path, {"one": bilingual(60, 60)}, paper, f"abstracts: {{layout: {layout}}}\n")
    outcome = make(Job(tmp_path), lambda *_: None)
    assert outcome.output
    runs = runs_of(outcome.output.read_bytes())
    heights = [
        next(run.y for run in runs if word in run.text) for word in ("Tides", "Forecasts", "Getijden", "oever oever")
    ]
    assert heights == sorted(heights, reverse=True)
