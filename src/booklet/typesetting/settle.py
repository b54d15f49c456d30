"""Sections → set pieces whose printed page numbers are true: set, count, and set those again that name pages."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import count, islice
from types import MappingProxyType
from typing import NamedTuple

from booklet.composing.section import ComposedLater, Section
from booklet.errors import DefectError
from booklet.page_map import END, PageMap
from booklet.picture import Picture
from booklet.styling.style import Style
from booklet.typesetting.fit_section import FittedSection, lay_out
from booklet.typesetting.piece_record import packed, unpacked
from booklet.typesetting.set_piece import SetPiece
from booklet.workers import started

_ROUNDS = 5

Sections = tuple[tuple[Section, SetPiece], ...]


class Elsewhere(NamedTuple):
    """How sections that are composed one by one are set in other processes: so many of them (none: in this one), with these
    pictures by name."""

    workers: int = 0
    pictures: Mapping[str, Picture] = MappingProxyType({})


HERE = Elsewhere()


def settle(
    names: tuple[str, ...],
    numbered: frozenset[str],
    compose: Callable[[str, PageMap], Collection[Section]],
    style: Style,
    progress: Callable[[str, int, int], None],
    elsewhere: Elsewhere = HERE,
) -> Sections:
    """Set the named parts in order. `compose` gives the sections of a part, `numbered` are the parts that print page numbers.
    Of a section that is set, only what stands around it is kept. Of the numbered parts, those are laid out again that asked
    for a page which has moved since; they are drawn when nothing moves any more.

    `progress` is told a stage, how many sections are set, and of how many; then of every round how many parts are set again.
    Raises DefectError when page numbers still change after five rounds, naming what moves.
    """
    asked = {name: _Asked(PageMap()) for name in names}
    parts = _first_round(names, numbered, lambda name: compose(name, PageMap(asked[name])), style, progress, elsewhere)
    moving: list[str] = []
    for _ in range(_ROUNDS):
        pages = _pages(parts)
        again = [name for name in names if name in numbered and asked[name].moved(pages)]
        if not again:
            return tuple(one.set() for part in parts.values() for one in part)
        moving = sorted({one for name in again for one in asked[name].moved(pages)})
        for done, name in enumerate(again, 1):
            asked[name] = _Asked(_pages(parts))  # a part before it may have more pages now
            parts[name] = [_laid(section, style, last=False) for section in compose(name, PageMap(asked[name]))]
            progress("setting page numbers", done, len(again))
    raise DefectError(f"page numbers do not settle; still moving: {', '.join(moving[:10])}")


def _first_round(
    names: tuple[str, ...],
    numbered: frozenset[str],
    compose: Callable[[str], Collection[Section]],
    style: Style,
    progress: Callable[[str, int, int], None],
    elsewhere: Elsewhere,
) -> "dict[str, list[_Laid]]":
    """All parts by name, set without page numbers. What can be set elsewhere is, while this process sets the others."""
    composed = {name: compose(name) for name in names if name not in numbered}
    later = {name: part for name, part in composed.items() if isinstance(part, ComposedLater) and elsewhere.workers}
    tasks = [partial(_record, make, style) for part in later.values() for make in part.makers]
    with started(tasks, elsewhere.workers) as records:
        composed |= {name: compose(name) for name in names if name in numbered}
        total, done = sum(map(len, composed.values())), count(1)
        parts: dict[str, list[_Laid]] = {name: [] for name in names}
        for name in (name for name in names if name not in later):
            for section in composed.pop(name):
                parts[name].append(_laid(section, style, last=name not in numbered))
                progress("setting pages", next(done), total)
        found = iter(records)
        for name, part in later.items():
            for record in islice(found, len(part)):
                parts[name].append(_read(record, elsewhere.pictures))
                progress("setting pages", next(done), total)
    return parts


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


class _Laid(NamedTuple):
    """A section laid out: its destinations with their pages in it, how many pages it has, and what gives its piece."""

    places: tuple[tuple[str, int], ...]
    pages: int
    set: Callable[[], tuple[Section, SetPiece]]


def _laid(section: Section, style: Style, *, last: bool) -> _Laid:
    """Lay out a section, and where that is the `last` time, draw it at once and forget what it was made of."""
    fitted = lay_out(section, style)
    places, pages = tuple(fitted.places()), len(fitted.pages)
    if not last:
        return _Laid(places, pages, lambda: _drawn(fitted))
    drawn = _drawn(fitted)
    return _Laid(places, pages, lambda: drawn)


def _record(make: Callable[[], Section], style: Style) -> bytes:
    """The record of a section that is composed and set now."""
    return packed(*_drawn(lay_out(make(), style)))


def _read(record: bytes, pictures: Mapping[str, Picture]) -> _Laid:
    section, piece = unpacked(record, pictures)
    return _Laid(tuple((one.name, one.page) for one in piece.destinations), len(piece.pages), lambda: (section, piece))


def _drawn(fitted: FittedSection) -> tuple[Section, SetPiece]:
    return fitted.section.around(), fitted.drawn()


def _pages(parts: Mapping[str, Iterable[_Laid]]) -> PageMap:
    return _counted((one.places, one.pages) for part in parts.values() for one in part)


def page_map(sections: Sections) -> PageMap:
    """Where every destination lies when the pieces follow each other."""
    return _counted((((one.name, one.page) for one in piece.destinations), len(piece.pages)) for _, piece in sections)


def _counted(sections: Iterable[tuple[Iterable[tuple[str, int]], int]]) -> PageMap:
    """Of sections with their destinations and the number of their pages."""
    found: dict[str, int] = {}
    first = 0
    for places, pages in sections:
        found |= {name: first + page for name, page in places}
        first += pages
    found[END] = first
    return PageMap(MappingProxyType(found))
