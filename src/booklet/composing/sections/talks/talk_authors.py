"""The authors of a talk → runs of their names, and their affiliations run in."""

from collections.abc import Callable, Sequence

from booklet.composing.authors_form import affiliations_numbered
from booklet.composing.text import WIDE, bold_voice, comma, superior, superior_voice, unbroken, voice
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.talk import Author, Talk
from booklet.structure import Element
from booklet.styling.style import TextStyle

_UNBROKEN_NAME = 24  # names up to this length stay on one line


def author_runs(talk: Talk, named: Sequence[int], style: TextStyle, language: str) -> tuple[Run, ...]:
    """The authors of these indices, presenters bold, with the numbers of their affiliations as superior figures and the
    commas of a language; an ellipsis where some are left out."""
    runs: list[Run] = []
    for before, index in zip((-1, *named), named, strict=False):
        if runs:
            runs.append(Run(comma(language) if index == before + 1 else unbroken(" …") + " ", voice(style)))
        runs += _author(talk.authors[index], style, numbered=affiliations_numbered(talk))
    return tuple(runs)


def _author(author: Author, style: TextStyle, *, numbered: bool) -> list[Run]:
    name = unbroken(author.name) if len(author.name) <= _UNBROKEN_NAME else author.name
    runs = [Run(name, bold_voice(style) if author.presenting else voice(style), isolate=True)]
    if author.affiliations and numbered:
        runs.append(Run(superior(author.affiliations), superior_voice(style)))
    return runs


def figure(number: int, style: TextStyle) -> tuple[Run, ...]:
    """The number of an affiliation, and the space after it."""
    return Run(superior((number,)), superior_voice(style)), Run(unbroken(" "), voice(style))


def run_in_affiliations(talk: Talk, letters: Letters, style: TextStyle, element: Element) -> Paragraph:
    """All affiliations in one paragraph, as "¹ ECMWF · ² DMI"; no line begins with a dot."""
    return _run_in(talk, letters, style, element, figure, f"{WIDE}· ")


def bold_numbered_affiliations(talk: Talk, letters: Letters, style: TextStyle, element: Element) -> Paragraph:
    """All affiliations in one paragraph, each after its bold number: where there are hundreds, that is what is looked for."""
    return _run_in(talk, letters, style, element, _bold_number, f"{WIDE} ")


def _bold_number(number: int, style: TextStyle) -> tuple[Run, ...]:
    return Run(str(number), bold_voice(style)), Run(unbroken(" "), voice(style))


def _run_in(
    talk: Talk,
    letters: Letters,
    style: TextStyle,
    element: Element,
    number_runs: Callable[[int, TextStyle], tuple[Run, ...]],
    between: str,
) -> Paragraph:
    numbered = affiliations_numbered(talk)
    runs: list[Run] = []
    for number, affiliation in enumerate(talk.affiliations, 1):
        if runs:
            runs.append(Run(between, voice(style)))
        runs += number_runs(number, style) if numbered else ()
        runs.append(Run(affiliation, voice(style), isolate=True))
    return Paragraph(letters, tuple(runs), style.leading, element, align="left", language=talk.language)
