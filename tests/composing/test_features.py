"""Texts of a style with OpenType features: other shapes, the same words for whoever copies or searches them."""

import pytest

from booklet.composing.text import bold_voice, mark_voice, paragraph, rich_runs, superior_voice, voice
from booklet.model.rich_text import Span, line
from booklet.plain_dataclasses import replace
from booklet.proofing.self_check import self_check
from booklet.structure import Element
from sheet import INK, bound, letters, said, set_sheet, style

SMALL = replace(style().text.talk_authors, features=("smcp", "c2sc"))
WORDS = "Žiga Zaplotnik, Ærø and the office of 1234"


def drawn(features: tuple[str, ...], face: str = "serif") -> tuple[bytes, tuple[tuple[str, tuple[int, ...]], ...]]:
    root = Element("Sect")
    text = replace(style().text.talk_authors, face=face, features=features)
    piece = set_sheet([paragraph(letters(), text, WORDS, root.add("P"))], root, width=380)
    return bound([piece], letters()), piece.codes


@pytest.mark.parametrize("face", ["serif", "serif-bold", "serif-italic", "sans", "sans-bold", "sans-italic"])
@pytest.mark.parametrize(
    "features", [("smcp",), ("c2sc", "smcp"), ("onum",), ("case", "ss01", "cv05", "tnum", "lnum", "pnum")]
)
def test_the_text_stays_what_it_is(features: tuple[str, ...], face: str) -> None:
    pdf, _ = drawn(features, face)
    assert "".join(said(pdf)).replace(" ", "") == WORDS.replace(" ", "")
    assert self_check(pdf) == ()


@pytest.mark.parametrize("features", [("smcp",), ("c2sc",), ("onum",)])
def test_other_glyphs_are_drawn(features: tuple[str, ...]) -> None:
    assert drawn(features)[1] != drawn(())[1]


def test_a_face_without_the_feature_prints_its_usual_letters() -> None:
    assert drawn(("smcp",), "serif-italic")[1] == drawn((), "serif-italic")[1]


def test_every_voice_of_a_text_has_its_features() -> None:
    spans = (Span("a"), Span("b", emphasis=True), Span("c", strong=True), Span("d", script=1), Span("e", script=-1))
    voices = [run.voice for run in rich_runs(letters(), SMALL, spans)]
    voices += [voice(SMALL), bold_voice(SMALL), mark_voice(SMALL, INK)]
    assert [one.features for one in voices] == [SMALL.features] * 8
    assert superior_voice(SMALL).features == (*SMALL.features, "sups")


def test_texts_have_none_unless_a_style_asks() -> None:
    assert {run.voice.features for run in rich_runs(letters(), style().text.body, line("a"))} == {()}
