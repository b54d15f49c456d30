"""Runs of a paragraph → the structure elements that they are drawn for: Links, Spans of another language and Formulas inside
the paragraph's."""

from itertools import takewhile

from booklet.lettering.runs import Run
from booklet.structure import Element


class RunElements:
    """Elements made when they are first asked for, and shared by the parts of a paragraph. Runs next to each other that lead
    to one place are one link. `element` None makes everything an artifact."""

    def __init__(self, runs: tuple[Run, ...], element: Element | None) -> None:
        self._runs = runs
        self._element = element
        self._links: dict[int, Element] = {}
        self._formulas: dict[int, Element] = {}
        self._spans: dict[int, Element] = {}

    def of(self, run: int) -> Element | None:
        """The element of a run, by its number: the paragraph's, a Link, a Span or a Formula inside it."""
        formula, outer = self._runs[run].formula, self._said(run, self.link(run) or self._element)
        if formula is None or outer is None:
            return outer
        if run not in self._formulas:
            self._formulas[run] = outer.add("Formula", alt=formula.source)
        return self._formulas[run]

    def _said(self, run: int, outer: Element | None) -> Element | None:
        """The element that says the language of a run, where it has one of its own."""
        language = self._runs[run].language
        if language is None or outer is None:
            return outer
        if run not in self._spans:
            before = self._spans.get(run - 1) if run and self._runs[run - 1].language == language else None
            same_link = run and self._runs[run - 1].link == self._runs[run].link
            self._spans[run] = before if before and same_link else outer.add("Span", lang=language)
        return self._spans[run]

    def link(self, run: int) -> Element | None:
        """The Link that a run is in."""
        if self._runs[run].link is None or self._element is None:
            return None
        first = self.first_of_link(run)
        if first not in self._links:
            self._links[first] = self._element.add("Link")
        return self._links[first]

    def first_of_link(self, run: int) -> int:
        """The first of the runs that are one link with a run."""
        target = self._runs[run].link
        while run and self._runs[run - 1].link == target:
            run -= 1
        return run

    def words_of_link(self, first: int) -> str:
        """What to call a link, by its first run."""
        target, words = self._runs[first].link, self._runs[first].words
        texts = (run.text for run in takewhile(lambda run: run.link == target, self._runs[first:]))
        return words or "".join(texts).strip()
