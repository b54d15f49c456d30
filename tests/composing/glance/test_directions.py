"""Grids of a booklet that runs from right to left: times stand at the right of titles in all scripts."""

import pytest
from days import box

from booklet.composing.counted_names import NameSetting, counted_names
from booklet.composing.labels import load_labels
from booklet.composing.sections.glance.measures import Measures, Words
from booklet.flowable import Flowable
from booklet.lettering.letters import Letters
from booklet.model.talk import Author
from booklet.plain_dataclasses import replace
from booklet.structure import Element
from sheet import bound, runs_of, set_sheet, style

LETTERS = Letters(replace(style(), mirrored=True), "ar")


def shown(flowable: Flowable, root: Element) -> dict[str, float]:
    """Where every run of text begins."""
    return {run.text.strip(): run.x for run in runs_of(bound([set_sheet([flowable], root)], LETTERS))}


@pytest.mark.parametrize("look", ["plain", "plenary", "break"])
def test_times_stand_at_the_right_of_latin_titles(look: str) -> None:
    root = Element("P")
    one = box(0, 30, "Who counts the silt?", look=look)
    measures = Measures(LETTERS, load_labels("ar"), 24)
    made = measures.title(Words(one), LETTERS.style.text.grid_title, root, None)
    found = shown(made, root)
    assert found["09:00–09:30" if look == "break" else "09:00"] > found["Who counts the silt?"]


def test_the_plus_of_more_names_stands_in_front() -> None:
    root = Element("P")
    people = tuple(Author(f"Anna Holm {number}") for number in range(9))
    setting = NameSetting(LETTERS, LETTERS.style.text.grid_title, None, "+{}".format, "ar")
    found = shown(counted_names(people, setting, root, 200, 1), root)
    assert any(text.startswith("+") and text[1:].isdigit() for text in found)
