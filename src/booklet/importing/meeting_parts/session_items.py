"""Talks with times of their own into the items of a session, and what a session is in which there are none."""

import datetime as dt
from collections.abc import Iterable, Iterator

from booklet.importing.meeting import ImportedItem
from booklet.importing.meeting_parts.slots import Slot

_NEEDS_NO_ITEMS = frozenset({"plenary", "break", "social", "posters"})


def timed_items(talks: Iterable[tuple[str, Slot | None]], begins: dt.datetime | None) -> Iterator[ImportedItem]:
    """The talks, by their keys, of a session that begins then; `at` only where it does not follow from the one before."""
    follows = begins
    for key, own in talks:
        at = own.start.time() if own and own.start != follows else None
        follows = own.end if own and own.minutes else None
        yield ImportedItem(talk=key, minutes=own.minutes if own else None, at=at)


def kind_without_items(kind: str) -> str:
    """The kind of a session in which nobody speaks: for everybody, if it is no break or the like."""
    return kind if kind in _NEEDS_NO_ITEMS else "plenary"


def kind_and_items(
    kind: str, title: str, slot: Slot, items: tuple[ImportedItem, ...]
) -> tuple[str, tuple[ImportedItem, ...]]:
    """The kind and the items of a session; without items it has its title for one where its end is not announced."""
    if items:
        return (kind if kind in {"posters", "keynote"} else ""), items
    kind = kind_without_items(kind)
    if slot.until is not None:
        return kind, ()
    return ("posters" if kind == "posters" else ""), (ImportedItem(title=title),)
