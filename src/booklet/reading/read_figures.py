"""Records of figures into Figures."""

from collections.abc import Callable

from booklet.model.rich_text import Line
from booklet.model.talk import Figure
from booklet.place import Places
from booklet.plain_dataclasses import replace
from booklet.reading.records import FigureRecord


def read_figures(
    records: list[FigureRecord], at: Places, text: Callable[..., str], line: Callable[..., Line]
) -> tuple[Figure, ...]:
    """The figures of a talk or page whose record stands `at`; `text` and `line` read a value of it at a path."""
    return tuple(_figure(one, _parts_of(at, "figures", i), i, text, line) for i, one in enumerate(records))


def _figure(
    record: FigureRecord, places: Places, index: int, text: Callable[..., str], line: Callable[..., Line]
) -> Figure:
    """One figure; `text` and `line` read a value of the talk at a path."""
    alt = text(record.alt, "figures", index, "alt") or None
    return Figure(
        f"content/{record.file}", places, alt, line(record.caption, "figures", index, "caption"), record.width
    )


def in_lists(at: Places, *keys: str) -> Places:
    """The places with an entry that stands for a list of it as that list's first."""
    alone = {path[0] for path, _ in at.parts if path[0] in keys and len(path) > 1 and isinstance(path[1], str)}
    if not alone:
        return at
    first = ((path[0], 0, *path[1:]) if path[0] in alone and len(path) > 1 else path for path, _ in at.parts)
    return replace(at, parts=tuple(zip(first, (place for _, place in at.parts), strict=True)))


def _parts_of(at: Places, key: str, index: int) -> Places:
    """The places of one entry of a list."""
    entry = (key, index)
    parts = tuple((path[2:], place) for path, place in at.parts if path[:2] == entry != path)
    return Places(at.of(*entry), parts)
