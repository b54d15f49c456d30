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
from booklet.typesetting.fit_section import lay_out
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
    compose: Callable[[str, PageMap], Iterable[Section]],
    style: Style,
    progress: Callable[[str, int, int], None],
    elsewhere: Elsewhere = HERE,
) -> Sections:
    """Set the named parts in order. `compose` gives the sections of a part, `numbered` are the parts that print page numbers.
    Of a section that is set, only what stands around it is kept: what it was made of goes before the next is made.

    Numbered parts are first laid out for the sake of how many pages they have, then set, and again where a page that they
    asked for has moved since. `progress` is told a stage, how many sections or numbered parts are set, and of how many; then
    of every round how many parts are set again. Raises DefectError when page numbers still change after five rounds, naming
    what moves.
    """
    asked = {name: _Asked(PageMap()) for name in names}
    parts = _first_round(names, numbered, lambda name: compose(name, PageMap(asked[name])), style, progress, elsewhere)
    moving: list[str] = []
    for _ in range(_ROUNDS):
        pages = _pages(parts)
        moves = {name: asked[name].moved(pages) for name in names if name in numbered}
        again = [name for name in moves if moves[name] or any(one.made is None for one in parts[name])]
        if not again:
            return tuple(one.made for part in parts.values() for one in part if one.made)
        moving = sorted({one for name in again for one in moves[name]})
        for done, name in enumerate(again, 1):
            asked[name] = _Asked(_pages(parts))  # a part before it may have more pages now
            parts[name] = [_set(section, style) for section in compose(name, PageMap(asked[name]))]
            progress("setting page numbers", done, len(again))
    raise DefectError(f"page numbers do not settle; still moving: {', '.join(moving[:10])}")


def _first_round(
    names: tuple[str, ...],
    numbered: frozenset[str],
    compose: Callable[[str], Iterable[Section]],
    style: Style,
    progress: Callable[[str, int, int], None],
    elsewhere: Elsewhere,
) -> "dict[str, list[_Set]]":
    """All parts by name, the numbered ones laid out without page numbers. What can be set elsewhere is, while this process
    sees to the others."""
    composed = {name: _held(compose(name)) for name in names if name not in numbered}
    later = {name: part for name, part in composed.items() if isinstance(part, ComposedLater) and elsewhere.workers}
    tasks = [partial(_record, make, style) for part in later.values() for make in part.makers]
    total, done = sum(map(len, composed.values())) + len(set(names) & numbered), count(1)
    parts: dict[str, list[_Set]] = {name: [] for name in names}
    with started(tasks, elsewhere.workers) as records:
        for name in (name for name in names if name in numbered):
            parts[name] = [_counted(section, style) for section in compose(name)]
            progress("setting pages", next(done), total)
        for name in composed.keys() - later.keys():
            for section in composed[name]:
                parts[name].append(_set(section, style))
                progress("setting pages", next(done), total)
        found = iter(records)
        for name, part in later.items():
            for record in islice(found, len(part)):
                parts[name].append(_read(record, elsewhere.pictures))
                progress("setting pages", next(done), total)
    return parts


def _held(sections: Iterable[Section]) -> Collection[Section]:
    return sections if isinstance(sections, Collection) else tuple(sections)


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


class _Set(NamedTuple):
    """A section: its destinations with their pages in it, how many pages it has, and what is left of it with its piece; None
    where it was only to be counted."""

    places: tuple[tuple[str, int], ...]
    pages: int
    made: tuple[Section, SetPiece] | None


def _counted(section: Section, style: Style) -> _Set:
    fitted = lay_out(section, style)
    return _Set(tuple(fitted.places()), len(fitted.pages), None)


def _set(section: Section, style: Style) -> _Set:
    return _of(*_made(section, style))


def _of(section: Section, piece: SetPiece) -> _Set:
    return _Set(tuple((one.name, one.page) for one in piece.destinations), len(piece.pages), (section, piece))


def _made(section: Section, style: Style) -> tuple[Section, SetPiece]:
    fitted = lay_out(section, style)
    return fitted.section.around(), fitted.drawn()


def _record(make: Callable[[], Section], style: Style) -> bytes:
    """The record of a section that is composed and set now."""
    return packed(*_made(make(), style))


def _read(record: bytes, pictures: Mapping[str, Picture]) -> _Set:
    return _of(*unpacked(record, pictures))


def _pages(parts: Mapping[str, Iterable[_Set]]) -> PageMap:
    return _page_map((one.places, one.pages) for part in parts.values() for one in part)


def page_map(sections: Sections) -> PageMap:
    """Where every destination lies when the pieces follow each other."""
    return _page_map((((one.name, one.page) for one in piece.destinations), len(piece.pages)) for _, piece in sections)


def _page_map(sections: Iterable[tuple[Iterable[tuple[str, int]], int]]) -> PageMap:
    """Of sections with their destinations and the number of their pages."""
    found: dict[str, int] = {}
    first = 0
    for places, pages in sections:
        found |= {name: first + page for name, page in places}
        first += pages
    found[END] = first
    return PageMap(MappingProxyType(found))
