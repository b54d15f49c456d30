"""The authors of a talk → runs of names and affiliations, in a form that goes by how many they are."""

from collections.abc import Sequence
from typing import Literal

from booklet.composing.text import WIDE, bold_voice, superior, superior_voice, unbroken, voice
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.talk import Author, Talk
from booklet.structure import Element
from booklet.styling.style import TextStyle

# Affiliations stand in lines of their own; run in; below the abstract; on a page of their own, with all names.
AuthorsForm = Literal["lines", "run-in", "below", "page"]

_RUN_IN_FROM, _BELOW_FROM, _PAGE_FROM = 13, 41, 81
# Of authors who have a page: so many of the first, and so many presenters at most, stand above the abstract.
_FIRST_NAMED = 8
_UNBROKEN_NAME = 24  # names up to this length stay on one line


def authors_form(talk: Talk) -> AuthorsForm:
    """Where names and affiliations of a talk stand."""
    count = len(talk.authors)
    if count < _RUN_IN_FROM:
        return "lines"
    return "run-in" if count < _BELOW_FROM else "below" if count < _PAGE_FROM else "page"


def names_key(talk: Talk) -> str:
    """Destination and section key of the page with all names of a talk: no talk's own key, whatever the ids are."""
    return f"names-{talk.id}"


def named_in_head(talk: Talk) -> tuple[int, ...]:
    """Indices of the authors who are named above the abstract: all, or the first, those who present, and the last."""
    count = len(talk.authors)
    if authors_form(talk) != "page":
        return tuple(range(count))
    presenting = [index for index, author in enumerate(talk.authors) if author.presenting]
    return tuple(sorted({*range(_FIRST_NAMED), *presenting[:_FIRST_NAMED], count - 1}))


def author_runs(talk: Talk, named: Sequence[int], style: TextStyle) -> tuple[Run, ...]:
    """The authors of these indices, presenters bold, with the numbers of their affiliations as superior figures; an ellipsis
    where some are left out."""
    runs: list[Run] = []
    for before, index in zip((-1, *named), named, strict=False):
        if runs:
            runs.append(Run(", " if index == before + 1 else " … ", voice(style)))
        runs += _author(talk.authors[index], style, numbered=affiliations_numbered(talk))
    return tuple(runs)


def _author(author: Author, style: TextStyle, *, numbered: bool) -> list[Run]:
    name = unbroken(author.name) if len(author.name) <= _UNBROKEN_NAME else author.name
    runs = [Run(name, bold_voice(style) if author.presenting else voice(style), isolate=True)]
    if author.affiliations and numbered:
        runs.append(Run(superior(author.affiliations), superior_voice(style)))
    return runs


def affiliations_numbered(talk: Talk) -> bool:
    """Whether affiliations need numbers: not when all authors share the only one."""
    return len(talk.affiliations) > 1 or any(not author.affiliations for author in talk.authors)


def affiliations_below(talk: Talk) -> bool:
    """Whether affiliations stand below the abstract; the only one of all authors stays with their names."""
    return authors_form(talk) == "below" and bool(talk.affiliations) and affiliations_numbered(talk)


def affiliation_runs(talk: Talk, style: TextStyle) -> tuple[tuple[Run, ...], ...]:
    """The number of every affiliation with the space after it, and its name, apart."""
    numbered = affiliations_numbered(talk)
    return tuple(
        (*(figure(number, style) if numbered else ()), Run(affiliation, voice(style), isolate=True))
        for number, affiliation in enumerate(talk.affiliations, 1)
    )


def figure(number: int, style: TextStyle) -> tuple[Run, ...]:
    """The number of an affiliation, and the space after it."""
    return Run(superior((number,)), superior_voice(style)), Run(unbroken(" "), voice(style))


def run_in_affiliations(talk: Talk, letters: Letters, style: TextStyle, element: Element) -> Paragraph:
    """All affiliations in one paragraph, as "¹ ECMWF · ² DMI"."""
    return _run_in(talk, letters, style, element, affiliation_runs(talk, style), " · ")


def bold_numbered_affiliations(talk: Talk, letters: Letters, style: TextStyle, element: Element) -> Paragraph:
    """All affiliations in one paragraph, each after its bold number: where there are hundreds, that is what is looked for."""
    names = (Run(affiliation, voice(style), isolate=True) for affiliation in talk.affiliations)
    bold, numbered = bold_voice(style), affiliations_numbered(talk)
    runs = tuple(
        (Run(str(number), bold), Run(unbroken(" "), voice(style)), name) if numbered else (name,)
        for number, name in enumerate(names, 1)
    )
    return _run_in(talk, letters, style, element, runs, f"{WIDE} ")


def _run_in(
    talk: Talk,
    letters: Letters,
    style: TextStyle,
    element: Element,
    affiliations: tuple[tuple[Run, ...], ...],
    between: str,
) -> Paragraph:
    runs: list[Run] = []
    for affiliation in affiliations:
        runs += [Run(between, voice(style)), *affiliation] if runs else affiliation
    return Paragraph(letters, tuple(runs), style.leading, element, align="left", language=talk.language)
