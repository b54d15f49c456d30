"""An object stream as it stands in the file → its objects, and what it says as a whole (ISO 32000-1, 7.5.7).

What it says as a whole is kept for later runs, by a digest of how it stands in the file: so most streams are never decoded.
"""

import json
import re
import zlib
from collections.abc import Iterable
from itertools import chain
from typing import Any, NamedTuple

from booklet.byte_digest import byte_digest
from booklet.reading.record_cache import UNREADABLE, Records

STRING = rb"(?:\((?:[^\\()]|\\.)*\)|<[0-9A-F]*>)"
MOST = 1000  # objects in a stream

_COUNT = re.compile(rb"/N (\d+)/First (\d+)")
_DESTINATION = re.compile(rb"/D(?:est)?(%s)" % STRING)
_KEY = re.compile(rb"/StructParents? (\d+)")


class UnreadableError(Exception):
    """The file is not what the writer writes; the argument is a sentence."""


class Stream(NamedTuple):
    """A stream object: its number, its dictionary, and its data as it stands in the file."""

    number: int
    described: bytes
    data: memoryview


class PackFacts(NamedTuple):
    """What an object stream says as a whole: the numbers of its objects, ascending; the destinations that links and bookmarks
    in it lead to; the keys in the parent tree that pages and links have."""

    numbers: tuple[int, ...]
    targets: frozenset[bytes]
    keys: tuple[int, ...]


class Pack:
    """An object stream. It is decoded when one of its objects is asked for, or to find out what it says as a whole, unless
    these `facts` are known."""

    def __init__(self, stream: Stream, facts: PackFacts | None = None) -> None:
        found = _COUNT.search(stream.described)
        if found is None:
            raise UnreadableError("an object stream does not say what it holds")
        self._data, self._count, self._first = stream.data, int(found[1]), int(found[2])
        self._text = b""
        self._begins: list[int] = []
        self.facts = facts or self._found()

    def body(self, index: int) -> bytes:
        """The value of an object."""
        if not self._begins:
            offsets = map(int, self._head()[1::2])
            self._begins = [*(self._first + offset for offset in offsets), len(self._text) + 1]
        return self._text[self._begins[index] : self._begins[index + 1] - 1]

    def _head(self) -> list[bytes]:
        """Numbers of objects, each with its offset."""
        self._text = self._text or zlib.decompress(self._data)
        return self._text[: self._first].split()

    def _found(self) -> PackFacts:
        head = self._head()
        numbers = tuple(map(int, head[::2]))
        if not 0 < len(head) == 2 * self._count <= 2 * MOST or list(numbers) != sorted(set(numbers)):
            raise UnreadableError("an object stream is damaged")
        targets = frozenset(_DESTINATION.findall(self._text))
        return PackFacts(numbers, targets, tuple(map(int, _KEY.findall(self._text))))


def read_pack(stream: Stream, records: Records | None) -> Pack:
    """An object stream, of which the `records` may know what it says as a whole."""
    if records is None:
        return Pack(stream)
    name = byte_digest(b"facts of an object stream", stream[1:])
    record = records.found(name)
    facts = None if record is None else _unpacked(record)
    pack = Pack(stream, facts)
    if facts is None:
        records.keep(name, _packed(pack.facts))
    return pack


def _packed(facts: PackFacts) -> bytes:
    """The record of these facts: JSON, numbers that follow one another as the first and their count."""
    targets = sorted(target.decode("latin-1") for target in facts.targets)
    return json.dumps((_runs(facts.numbers), targets, _runs(facts.keys)), separators=(",", ":")).encode("ascii")


def _unpacked(record: bytes) -> PackFacts | None:
    """The facts of a record; None where it is no such record."""
    try:
        numbers, targets, keys = json.loads(record)
        facts = PackFacts(_of_runs(numbers), frozenset([one.encode("latin-1") for one in targets]), _of_runs(keys))
    except UNREADABLE:
        return None
    return facts if facts.numbers else None


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == sum(runs[-1]):
            runs[-1][1] += 1
        else:
            runs.append([number, 1])
    return runs


def _of_runs(runs: list[Any]) -> tuple[int, ...]:
    if any(count > MOST for _, count in runs):
        raise ValueError("a run is too long")
    return tuple(chain.from_iterable(range(first, first + count) for first, count in runs))
