"""Sections that are composed when they are about to be set: taken from an earlier run, or set by several processes."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from booklet.composing.section import ComposedLater, Later
from booklet.picture import Picture
from booklet.styling.style import Style
from booklet.typesetting.earlier_pieces import EarlierPieces
from booklet.typesetting.made import Made, made
from booklet.typesetting.piece_record import packed, unpacked
from booklet.workers import Task, started


class Errand(NamedTuple):
    """Something else that is to be done meanwhile, and who takes what comes of it."""

    task: Task
    done: Callable[[bytes], None]


class Means(NamedTuple):
    """What makes setting faster: `workers` are so many other processes that set sections (none: this one does), one of which
    goes on the `errand` first; `earlier` are the pieces of an earlier run. `pictures` are those that sections show, by
    name."""

    workers: int = 0
    errand: Errand | None = None
    earlier: EarlierPieces | None = None
    pictures: Mapping[str, Picture] = MappingProxyType({})


class _Wanted(NamedTuple):
    """A section of a part: how it is made, its key among the pieces of earlier runs, and what there is of it."""

    part: str
    make: Later
    key: bytes
    known: Made | None


@contextmanager
def made_later(parts: Mapping[str, ComposedLater], style: Style, means: Means) -> Iterator[Iterator[tuple[str, Made]]]:
    """The sections of all parts in order, each with the name of its part. Those that have to be set are begun with at once,
    by other processes where there is more than one, so that others can be set meanwhile."""
    wanted = [_wanted(name, make, means.earlier) for name, part in parts.items() for make in part.makers]
    errands = [means.errand.task] if means.errand else []
    tasks: list[Task] = [*errands, *(partial(_record, one.make, style) for one in wanted if one.known is None)]
    with started(tasks, means.workers if len(tasks) > 1 else 0) as results:
        yield _all(wanted, map(results.of, range(len(errands), len(tasks))), means)
        if means.errand:
            means.errand.done(results.of(0))


def _wanted(part: str, make: Later, earlier: EarlierPieces | None) -> _Wanted:
    if earlier is None:
        return _Wanted(part, make, b"", None)
    key = earlier.key(make)
    return _Wanted(part, make, key, earlier.piece(key))


def _record(make: Later, style: Style) -> bytes:
    return packed(*made(make(), style))


def _all(wanted: list[_Wanted], results: Iterator[bytes], means: Means) -> Iterator[tuple[str, Made]]:
    for one in wanted:
        if one.known:
            yield one.part, one.known
            continue
        record = next(results)
        if means.earlier:
            means.earlier.keep_piece(one.key, record)
        yield one.part, Made(*unpacked(record, means.pictures))
