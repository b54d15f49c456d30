"""Values → digests by which equal ones are known again in a later run.

A talk that is as it was read is known by the digests of its record; what an item of a session says is that of its talk, so a
session stands for its talks by their ids; where in a file something was written is no part of what it says.
"""

import hashlib
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any

from booklet.errors import DefectError
from booklet.model.session import Item, Session
from booklet.model.talk import HEAD, TEXT, Talk
from booklet.picture import Picture
from booklet.place import Place, Places
from booklet.plain_dataclasses import fields
from booklet.styling.fonts import FontFile

SIZE = 16  # bytes


def digest(*values: object) -> bytes:
    """A digest of values that are made of texts, numbers, dates, tuples, dictionaries and frozen values. Raises DefectError
    for anything else: that could not be told to have changed."""
    return Digests().of(*values)


class Digests:
    """Makes digests of many values in which the same sessions occur: of each, a digest is made once."""

    def __init__(self) -> None:
        self._sessions: dict[
            int, tuple[Session, bytes]
        ] = {}  # by identity: nothing else has that while it is kept here

    def of(self, *values: object) -> bytes:
        """The digest of values, as the function of that name makes it."""
        return _hashed(self._plain(values))

    def of_heads(self, talks: Iterable[Talk]) -> bytes:
        """A digest of what other parts say of talks than those with their own pages."""
        return _hashed([self._talk(talk, HEAD) for talk in talks])

    def _plain(self, value: Any) -> object:
        """The value with nothing in it that does not say by itself what it is."""
        kind = value.__class__
        if kind in _ATOMS:
            return value
        if kind is tuple or kind is list:
            return tuple(map(self._plain, value))
        if kind is Session:
            return self._session(value)
        if kind is Talk:
            return self._talk(value, HEAD + TEXT)
        return _way(kind)(value, self._plain)

    def _session(self, session: Session) -> bytes:
        known = self._sessions.get(id(session))
        if known is None:
            known = session, _hashed(_way(Session)(session, self._plain))
            self._sessions[id(session)] = known
        return known[1]

    def _talk(self, talk: Talk, names: tuple[str, ...]) -> object:
        """What these fields say, HEAD or more: by their digests in the record, which knows no pictures, where it has one."""
        if talk.packed is None:
            return ("Talk", *(self._plain(getattr(talk, name)) for name in names))
        head, text, _ = talk.packed.digests
        said = head if names is HEAD else head + text
        return ("Talk", said, [one.picture and one.picture.name for one in talk.figures]) if talk.figures else said


def _hashed(plain: object) -> bytes:
    return hashlib.blake2b(repr(plain).encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()


_Plain = Callable[[Any], object]
_ATOMS = frozenset({str, int, float, bool, bytes, type(None)})


@cache
def _way(kind: type) -> Callable[[Any, _Plain], object]:
    """How a value of this class is made plain, by what does so with its parts."""
    name = kind.__name__
    if kind in _OWN_WAYS:
        return _OWN_WAYS[kind]
    if issubclass(kind, tuple):
        return lambda value, plain: (name, *map(plain, value))
    if issubclass(kind, date):
        return lambda value, _: repr(value)
    if issubclass(kind, dict):
        return lambda value, plain: (name, *sorted((repr(plain(key)), plain(one)) for key, one in value.items()))
    if not hasattr(kind, "__match_args__"):
        raise DefectError(f"a {name} has no digest")
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]  # it has them
    if len(names) == 1:
        return lambda value, plain: (name, plain(getattr(value, names[0])))
    parts = attrgetter(*names)
    return lambda value, plain: (name, *map(plain, parts(value)))


def _item(item: Item, plain: _Plain) -> object:
    said = item.talk.id if item.talk else plain(item.title)
    return ("Item", said, item.minutes, item.questions, item.kind, plain(item.start), plain(item.end), plain(item.pin))


def _font(font: FontFile, _: _Plain) -> object:
    """Of a font that came with the program, the name says all: records know that program."""
    return ("FontFile", font.file, font.index, font.weight, None if font.shipped else _of_bytes(font.data))


@cache
def _of_bytes(data: bytes) -> str:
    """By what most processors have instructions for: fonts are megabytes."""
    return hashlib.sha256(data).hexdigest()


_OWN_WAYS: dict[type, Callable[[Any, _Plain], object]] = {
    FontFile: _font,
    Item: _item,
    Picture: lambda picture, _: picture.name,
    Place: lambda *_: "Place",
    Places: lambda *_: "Places",
}
