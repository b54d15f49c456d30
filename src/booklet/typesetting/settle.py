"""Sections → set pieces whose printed page numbers are true: set, count, and set those again that name pages."""

from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType

from booklet.composing.section import Section
from booklet.errors import DefectError
from booklet.page_map import END, PageMap
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
    Of a section that is set, only what stands around it is kept. Of the numbered parts, those are set again that asked for a
    page which has moved since.

    `progress` is told a stage, how many sections are set, and of how many; then of every round how many parts are set again.
    Raises DefectError when page numbers still change after five rounds, naming what moves.
    """
    asked = {name: _Asked(PageMap()) for name in names}
    composed = {name: compose(name, PageMap(asked[name])) for name in names}
    total, done = sum(map(len, composed.values())), 0
    parts: dict[str, Sections] = {}
    for name, sections in composed.items():
        pieces = []
        for section in sections:
            pieces.append(_set(section, style))
            done += 1
            progress("setting pages", done, total)
        parts[name] = tuple(pieces)
    moving: list[str] = []
    for _ in range(_ROUNDS):
        pages = page_map(in_order(parts, names))
        again = [name for name in names if name in numbered and asked[name].moved(pages)]
        if not again:
            return in_order(parts, names)
        moving = sorted({one for name in again for one in asked[name].moved(pages)})
        for done, name in enumerate(again, 1):
            asked[name] = _Asked(page_map(in_order(parts, names)))  # a part before it may have more pages now
            parts[name] = tuple(_set(section, style) for section in compose(name, PageMap(asked[name])))
            progress("setting page numbers", done, len(again))
    raise DefectError(f"page numbers do not settle; still moving: {', '.join(moving[:10])}")


class _Asked(Mapping[str, int]):
    """The pages of a map, which remembers for what it was asked."""

    def __init__(self, pages: PageMap) -> None:
        self._pages = pages
        self._seen: set[str] = set()
        self._looked_for: set[object] = set()

    def __contains__(self, destination: object) -> bool:
        self._looked_for.add(destination)
        return destination in self._pages.pages

    def __getitem__(self, destination: str) -> int:
        self._seen.add(destination)
        return self._pages.pages[destination]

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages.pages)

    def __len__(self) -> int:
        return len(self._pages.pages)

    def moved(self, pages: PageMap) -> list[str]:
        """The destinations asked for that are on another page now, and those that were looked for and have come or gone."""
        before, now = self._pages.pages, pages.pages
        come_or_gone = [str(one) for one in self._looked_for if (one in before) != (one in now)]
        return come_or_gone + [name for name in self._seen if before.get(name) != now.get(name)]


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
    found[END] = first
    return PageMap(MappingProxyType(found))
