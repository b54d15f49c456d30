"""A section that is set: what is left of it, with its piece; and what of it counts before that."""

from typing import NamedTuple

from booklet.composing.section import Section
from booklet.styling.style import Style
from booklet.typesetting.fit_section import lay_out
from booklet.typesetting.set_piece import SetPiece


class Made(NamedTuple):
    """What is still needed of a section that is set, and its piece."""

    section: Section
    piece: SetPiece


class Counted(NamedTuple):
    """The destinations of a section with their pages in it, and how many pages it has."""

    places: tuple[tuple[str, int], ...]
    pages: int


def made(section: Section, style: Style) -> Made:
    """Set a section; what it was made of can go."""
    fitted = lay_out(section, style)
    return Made(fitted.section.around(), fitted.drawn())


def counted(section: Section, style: Style) -> Counted:
    """Lay out a section, without drawing it."""
    fitted = lay_out(section, style)
    return Counted(tuple(fitted.places()), len(fitted.pages))


def count_of(one: Made) -> Counted:
    """What counts of a section that is set."""
    return Counted(tuple((place.name, place.page) for place in one.piece.destinations), len(one.piece.pages))
