"""Sections → set pieces whose printed page numbers are true: set, count, and set those again that name pages."""

from collections.abc import Callable, Collection, Iterable
from functools import partial
from itertools import count
from types import MappingProxyType

from booklet.composing.section import ComposedLater, Section
from booklet.errors import DefectError
from booklet.page_map import END, PageMap
from booklet.styling.style import Style
from booklet.typesetting.made import Counted, Made, count_of, made
from booklet.typesetting.made_later import Means, made_later
from booklet.typesetting.numbered_part import NumberedPart

_ROUNDS = 5
_BY_ITSELF = Means()

Compose = Callable[[str, PageMap], Iterable[Section]]
Progress = Callable[[str, int, int], None]
Sections = tuple[Made, ...]


def settle(
    names: tuple[str, ...],
    numbered: frozenset[str],
    compose: Compose,
    style: Style,
    progress: Progress,
    means: Means = _BY_ITSELF,
) -> Sections:
    """Set the named parts in order. `compose` gives the sections of a part, `numbered` are the parts that print page numbers.
    Of a section that is set, only what stands around it is kept: what it was made of goes before the next is made.

    Numbered parts are first laid out for the sake of how many pages they have, then set, and again where a page that they
    asked for has moved since. `progress` is told a stage, how many sections or numbered parts are set, and of how many; then
    of every round how many parts are set again. Raises DefectError when page numbers still change after five rounds, naming
    what moves.
    """
    numbers = {
        name: NumberedPart(name, partial(compose, name), style, means.earlier) for name in names if name in numbered
    }
    others = {name: _held(compose(name, PageMap())) for name in names if name not in numbered}
    parts = _first_round(numbers, others, style, progress, means)

    def pages() -> PageMap:
        return _page_map(
            one for name in names for one in (numbers[name].sections if name in numbers else map(count_of, parts[name]))
        )

    moving: list[str] = []
    for _ in range(_ROUNDS):
        now = pages()
        again = [part for part in numbers.values() if not part.is_true(now)]
        if not again:
            return tuple(one for name in names for one in (numbers[name].made if name in numbers else parts[name]))
        moving = sorted({one for part in again for one in part.moved(now)})
        for done, part in enumerate(again, 1):
            part.set(pages())  # one before it may have more pages now
            progress("setting page numbers", done, len(again))
    raise DefectError(f"page numbers do not settle; still moving: {', '.join(moving[:10])}")


def _first_round(
    numbers: dict[str, NumberedPart],
    others: dict[str, Collection[Section]],
    style: Style,
    progress: Progress,
    means: Means,
) -> dict[str, list[Made]]:
    """Count the numbered parts, and set the others: those that are composed later with what means there are."""
    done, total = count(1), sum(map(len, others.values())) + len(numbers)
    parts: dict[str, list[Made]] = {name: [] for name in others}
    has_means = means.workers or means.earlier
    later = {name: part for name, part in others.items() if has_means and isinstance(part, ComposedLater)}
    with made_later(later, style, means) as sections:
        for part in numbers.values():
            part.count()
            progress("setting pages", next(done), total)
        for name in (name for name in others if name not in later):
            for section in others[name]:
                parts[name].append(made(section, style))
                progress("setting pages", next(done), total)
        for name, one in sections:
            parts[name].append(one)
            progress("setting pages", next(done), total)
    return parts


def _held(sections: Iterable[Section]) -> Collection[Section]:
    return sections if isinstance(sections, Collection) else tuple(sections)


def page_map(sections: Sections) -> PageMap:
    """Where every destination lies when the pieces follow each other."""
    return _page_map(map(count_of, sections))


def _page_map(sections: Iterable[Counted]) -> PageMap:
    found: dict[str, int] = {}
    first = 0
    for places, pages in sections:
        found |= {name: first + page for name, page in places}
        first += pages
    found[END] = first
    return PageMap(MappingProxyType(found))
