"""Sections → set pieces whose printed page numbers are true: set, count, and set those again that name pages."""

from collections.abc import Callable, Collection
from types import MappingProxyType

from booklet.composing.section import Section
from booklet.errors import DefectError
from booklet.page_map import PageMap
from booklet.styling.style import Style
from booklet.typesetting.fit_section import fit_section
from booklet.typesetting.set_piece import SetPiece

_ROUNDS = 5

Sections = tuple[tuple[Section, SetPiece], ...]


def settle(
    names: tuple[str, ...],
    numbered: frozenset[str],
    compose: Callable[[str, PageMap], Collection[Section]],
    style: Style,
    progress: Callable[[str, int, int], None],
) -> Sections:
    """Set the named parts in order. `compose` gives the sections of a part, `numbered` are the parts that print page numbers.
    Of a section that is set, only what stands around it is kept.

    `progress` is told a stage, how many sections are set, and of how many; then of every round how many of the numbered parts
    are set again. Raises DefectError when page numbers still change after five rounds, naming what moves.
    """
    composed = {name: compose(name, PageMap()) for name in names}
    total, done = sum(map(len, composed.values())), 0
    parts: dict[str, Sections] = {}
    for name, sections in composed.items():
        pieces = []
        for section in sections:
            pieces.append(_set(section, style))
            done += 1
            progress("setting pages", done, total)
        parts[name] = tuple(pieces)
    pages = PageMap()
    for _ in range(_ROUNDS):
        counted = page_map(in_order(parts, names))
        if counted == pages:
            return in_order(parts, names)
        moving = sorted(name for name, page in counted.pages.items() if pages.page(name) != page)
        pages = counted
        again = [name for name in names if name in numbered]
        for done, name in enumerate(again, 1):
            parts[name] = tuple(_set(section, style) for section in compose(name, pages))
            progress("setting page numbers", done, len(again))
    raise DefectError(f"page numbers do not settle; still moving: {', '.join(moving[:10])}")


def _set(section: Section, style: Style) -> tuple[Section, SetPiece]:
    section, piece = fit_section(section, style)
    return section.around(), piece


def in_order(parts: dict[str, Sections], names: tuple[str, ...]) -> Sections:
    """All sections with their pieces, in the order of the booklet."""
    return tuple(pair for name in names for pair in parts[name])


def page_map(sections: Sections) -> PageMap:
    """Where every destination lies when the pieces follow each other."""
    found: dict[str, int] = {}
    first = 0
    for _, piece in sections:
        found |= {destination.name: first + destination.page for destination in piece.destinations}
        first += len(piece.pages)
    return PageMap(MappingProxyType(found), first)
