"""How many authors a talk has → where their names and affiliations stand, and which names stand above the abstract."""

from typing import Literal

from booklet.model.talk import Talk

# Affiliations stand in lines of their own; run in; below the abstract; on a page of their own, with all names.
AuthorsForm = Literal["lines", "run-in", "below", "page"]

_RUN_IN_FROM, _BELOW_FROM, _PAGE_FROM = 13, 41, 81
# Of authors who have a page: so many of the first, and so many presenters at most, stand above the abstract.
_FIRST_NAMED = 8


def authors_form(talk: Talk) -> AuthorsForm:
    """Where names and affiliations of a talk stand."""
    count = talk.author_count
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


def affiliations_numbered(talk: Talk) -> bool:
    """Whether affiliations need numbers: not when all authors share the only one."""
    return len(talk.affiliations) > 1 or any(not author.affiliations for author in talk.authors)


def affiliations_below(talk: Talk) -> bool:
    """Whether affiliations stand below the abstract; the only one of all authors stays with their names."""
    return authors_form(talk) == "below" and bool(talk.affiliations) and affiliations_numbered(talk)
