"""Runs are drawn for the right structure elements: the paragraph's, one Link for what leads to one place, Formulas."""

import pytest

from booklet.lettering.mathematics.formula import set_formula
from booklet.lettering.run_elements import RunElements
from booklet.lettering.runs import Run
from booklet.structure import Element
from sheet import voice

HERE, THERE = "https://example.org/here", "https://example.org/there"


def text(words: str, link: str | None = None, called: str | None = None) -> Run:
    return Run(words, voice(), link, called)


def formula(source: str, link: str | None = None) -> Run:
    made = set_formula(source, display=False)
    return Run(made.text, voice(), link, formula=made)


def roles(element: Element) -> list[str]:
    return [part.role for part in element.content if isinstance(part, Element)]


def test_text_belongs_to_the_paragraph() -> None:
    element = Element("P")
    elements = RunElements((text("a"), text("b")), element)
    assert elements.of(0) is elements.of(1) is element
    assert elements.link(0) is None
    assert element.content == []


def test_decoration_has_no_elements() -> None:
    elements = RunElements((text("a"), text("b", HERE), formula("x"), formula("y", HERE)), None)
    assert [elements.of(run) for run in range(4)] == [None] * 4
    assert elements.link(1) is None


def test_elements_are_made_when_they_are_asked_for_and_once() -> None:
    element = Element("P")
    elements = RunElements((text("a", HERE), text("b"), formula("x")), element)
    assert element.content == []
    first = elements.of(0)
    assert elements.of(0) is elements.link(0) is first
    assert elements.of(2) is elements.of(2)
    assert roles(element) == ["Link", "Formula"]


class TestLinks:
    def test_neighbors_that_lead_to_one_place_are_one_link(self) -> None:
        element = Element("P")
        runs = (text("see "), text("Rain ", HERE), text("today", HERE), text(" and "), text("Rain", HERE))
        elements = RunElements(runs, element)
        assert elements.of(1) is elements.of(2)
        assert elements.of(1) is not elements.of(4)  # something else stands between
        assert [elements.first_of_link(run) for run in (1, 2, 4)] == [1, 1, 4]
        assert elements.of(3) is element
        assert roles(element) == ["Link", "Link"]

    def test_neighbors_that_lead_to_two_places_are_two(self) -> None:
        elements = RunElements((text("a", HERE), text("b", THERE), text("c", HERE)), Element("P"))
        assert [elements.first_of_link(run) for run in range(3)] == [0, 1, 2]
        assert len({id(elements.of(run)) for run in range(3)}) == 3

    def test_asked_for_from_behind(self) -> None:
        elements = RunElements((text("a", HERE), text("b", HERE), text("c", HERE)), Element("P"))
        assert elements.of(2) is elements.of(0)

    @pytest.mark.parametrize(
        ("runs", "words"),
        [
            ((text("Rain", HERE),), "Rain"),
            ((text(" Rain ", HERE), text("today ", HERE), text("or not")), "Rain today"),
            ((text("Rain", HERE, "the talk on rain"), text(" today", HERE)), "the talk on rain"),
            ((text("Rain ", HERE), formula("x^2", HERE)), "Rain x²"),
            ((text("Rain", HERE), text("snow", THERE)), "Rain"),
        ],
    )
    def test_are_called_by_their_words(self, runs: tuple[Run, ...], words: str) -> None:
        assert RunElements(runs, Element("P")).words_of_link(0) == words


class TestFormulas:
    def test_have_their_source_as_alternative(self) -> None:
        element = Element("P")
        elements = RunElements((text("the "), formula(r"\frac{a}{b}"), text(" of")), element)
        made = elements.of(1)
        assert made is not None
        assert (made.role, made.alt) == ("Formula", r"\frac{a}{b}")
        assert roles(element) == ["Formula"]
        assert elements.of(2) is element

    def test_are_each_their_own(self) -> None:
        element = Element("P")
        elements = RunElements((formula("x"), formula("x")), element)
        assert elements.of(0) is not elements.of(1)
        assert roles(element) == ["Formula", "Formula"]

    def test_in_links_stand_inside_them(self) -> None:
        element = Element("P")
        elements = RunElements((text("see ", HERE), formula("x", HERE)), element)
        made, link = elements.of(1), elements.of(0)
        assert link is not None
        assert made is not None
        assert link is elements.link(1)
        assert element.content == [link]
        assert link.content == [made]
        assert made.role == "Formula"


def test_another_language_is_said_by_a_span() -> None:
    element = Element("P")
    runs = (text("a"), text("b")._replace(language="de"), text("c")._replace(language="de"), text("d"))
    elements = RunElements(runs, element)
    made = [elements.of(run) for run in range(4)]
    assert made[0] is made[3] is element
    assert made[1] is made[2]
    assert made[1] is not None
    assert (made[1].role, made[1].lang) == ("Span", "de")


def test_inside_a_link_too() -> None:
    element = Element("P")
    runs = (text("a", HERE), text("b", HERE)._replace(language="de"), text("c", THERE)._replace(language="de"))
    elements = RunElements(runs, element)
    first, second, third = (elements.of(run) for run in range(3))
    assert first is elements.link(1)
    assert first is not None
    assert first.content == [second]
    assert third is not second
    assert elements.link(2) is not None
    assert elements.link(2).content == [third]  # type: ignore[union-attr]
