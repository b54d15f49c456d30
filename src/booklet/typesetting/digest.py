"""Values → digests by which equal ones are known again in a later run.

What an item of a session says is that of its talk, so a session stands for its talks by their ids; where in a file something
was written is no part of what it says.
"""

import hashlib
from collections.abc import Callable
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any

from booklet.errors import DefectError
from booklet.model.session import Item
from booklet.picture import Picture
from booklet.place import Place, Places
from booklet.plain_dataclasses import fields
from booklet.styling.fonts import FontFile

SIZE = 16  # bytes


def digest(*values: object) -> bytes:
    """A digest of values that are made of texts, numbers, dates, tuples, dictionaries and frozen values. Raises DefectError
    for anything else: that could not be told to have changed."""
    return hashlib.blake2b(repr(_plain(values)).encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()


def _plain(value: Any) -> object:
    """The value with nothing in it that does not say by itself what it is."""
    kind = value.__class__
    if kind in _ATOMS:
        return value
    if kind is tuple or kind is list:
        return tuple(map(_plain, value))
    return _way(kind)(value)


_ATOMS = frozenset({str, int, float, bool, bytes, type(None)})


@cache
def _way(kind: type) -> Callable[[Any], object]:
    """How a value of this class is made plain."""
    name = kind.__name__
    if kind in _OWN_WAYS:
        return _OWN_WAYS[kind]
    if issubclass(kind, tuple):
        return lambda value: (name, *map(_plain, value))
    if issubclass(kind, date):
        return repr
    if issubclass(kind, dict):
        return lambda value: (name, *sorted((repr(_plain(key)), _plain(one)) for key, one in value.items()))
    if not hasattr(kind, "__match_args__"):
        raise DefectError(f"a {name} has no digest")
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]  # it has them
    if len(names) == 1:
        return lambda value: (name, _plain(getattr(value, names[0])))
    parts = attrgetter(*names)
    return lambda value: (name, *map(_plain, parts(value)))


def _item(item: Item) -> object:
    others = (item.title, item.start, item.end, item.minutes, item.questions, item.pin, item.kind)
    return ("Item", item.talk.id if item.talk else None, *map(_plain, others))


@cache
def _font(font: FontFile) -> object:
    return ("FontFile", font.file, font.index, font.weight, hashlib.blake2b(font.data).hexdigest())


_OWN_WAYS: dict[type, Callable[[Any], object]] = {
    FontFile: _font,
    Item: _item,
    Picture: lambda picture: picture.name,
    Place: lambda _: "Place",
    Places: lambda _: "Places",
}
