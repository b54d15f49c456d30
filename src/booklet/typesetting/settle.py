"""Sections → set pieces whose printed page numbers are true: set, count, and set those again that name pages."""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from itertools import chain, count
from types import MappingProxyType

from booklet.composing.section import ComposedLater, Section
from booklet.errors import DefectError
from booklet.page_map import END, PageMap
from booklet.styling.style import Style
from booklet.typesetting.later_part import LaterPart
from booklet.typesetting.made import Counted, Made, count_of, made
from booklet.typesetting.means import Means
from booklet.typesetting.numbered_part import NumberedPart
from booklet.workers import Errand, under_way

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

    def whole(among: frozenset[str]) -> dict[str, NumberedPart]:
        return {name: NumberedPart(name, partial(compose, name), style, means) for name in names if name in among}

    numbers, plain = whole(numbered), whole(means.plain if means.are_any else frozenset())
    others = {name: _held(compose(name, PageMap())) for name in names if name not in numbers and name not in plain}
    parts = _first_round(numbers, plain, others, style, progress, means)
    moving: list[str] = []
    for _ in range(_ROUNDS):
        counts = (numbers[name].sections if name in numbers else map(count_of, parts[name]) for name in names)
        pages = _page_map(chain.from_iterable(counts))
        again = [part for part in numbers.values() if not part.is_true(pages)]
        if not again:
            return tuple(one for name in names for one in (numbers[name].made if name in numbers else parts[name]))
        moving = sorted({one for part in again for one in part.moved(pages)})
        _set_again(again, pages, progress, means)
    raise DefectError(f"page numbers do not settle; still moving: {', '.join(moving[:10])}")


def _set_again(parts: list[NumberedPart], pages: PageMap, progress: Progress, means: Means) -> None:
    """Set these parts with other page numbers."""
    tell = _teller(progress, "setting page numbers", len(parts))
    if means.are_any:
        errands = list(_told((part.to_set(pages) for part in parts), tell))
        with under_way(errands, _worth(means, errands)):
            pass  # there is nothing else to do
        return
    for part in parts:
        part.set_here(pages)
        tell()


def _first_round(
    numbers: dict[str, NumberedPart],
    plain: dict[str, NumberedPart],
    others: dict[str, Collection[Section]],
    style: Style,
    progress: Progress,
    means: Means,
) -> dict[str, list[Made]]:
    """Count the numbered parts, and set those that print no numbers and the others: with what means there are, but for
    sections that are there already."""
    tell = _teller(progress, "setting pages", sum(map(len, others.values())) + len(numbers) + len(plain))
    later = {
        name: LaterPart(part, style, means, tell)
        for name, part in others.items()
        if means.are_any and isinstance(part, ComposedLater)
    }
    errands: list[Errand] = []
    if means.are_any:
        errands += _told((part.to_count() for part in numbers.values()), tell)
        errands += _told((part.to_set(PageMap()) for part in plain.values()), tell)
    errands += chain.from_iterable(part.errands() for part in later.values())
    parts: dict[str, list[Made]] = {name: [] for name in others}
    with under_way(errands, _worth(means, errands)):
        for part in numbers.values() if not means.are_any else ():
            part.count_here()
            tell()
        for name in (name for name in others if name not in later):
            for section in others[name]:
                parts[name].append(made(section, style))
                tell()
    return parts | {name: part.made for name, part in later.items()} | {name: part.made for name, part in plain.items()}


def _worth(means: Means, errands: list[Errand]) -> int:
    """How many workers go on errands: none on a single one."""
    return means.workers if len(errands) > 1 else 0


def _teller(progress: Progress, stage: str, total: int) -> Callable[[], None]:
    """What tells that one more of so many is done."""
    done = count(1)
    return lambda: progress(stage, next(done), total)


def _told(errands: Iterable[Errand | None], tell: Callable[[], None]) -> Iterator[Errand]:
    """The errands that there are, which tell when they are done; what needs none is told at once."""
    for errand in errands:
        if errand is None:
            tell()
        else:
            yield Errand(errand.task, partial(_take_and_tell, errand.take, tell))


def _take_and_tell(take: Callable[[bytes], None], tell: Callable[[], None], result: bytes) -> None:
    take(result)
    tell()


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
