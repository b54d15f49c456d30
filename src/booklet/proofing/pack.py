"""An object stream as it stands in the file → its objects, and what it says as a whole (ISO 32000-1, 7.5.7).

What it says as a whole is kept for later runs, by a digest of how it stands in the file: so most streams are never decoded.
"""

import json
import re
import zlib
from array import array
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

from booklet.byte_digest import byte_digest
from booklet.reading.record_cache import UNREADABLE, Records

STRING = rb"(?:\((?:[^\\()]|\\.)*\)|<[0-9A-F]*>)"
MOST = 1000  # objects in a stream
_LARGEST = 1 << 31  # number of an object
_OPEN = 16  # streams that are held decoded: a part looks at its elements, pages and links

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

    numbers: "array[int]"
    targets: frozenset[bytes]
    keys: "array[int]"


class Pack:
    """An object stream. It is decoded when one of its objects is asked for, or to find out what it says as a whole, unless
    these `facts` are known."""

    def __init__(self, stream: Stream, facts: PackFacts | None = None) -> None:
        found = _COUNT.search(stream.described)
        if found is None:
            raise UnreadableError("an object stream does not say what it holds")
        self._data, self._count, self._first = stream.data, int(found[1]), int(found[2])
        self.facts = facts or self._found()

    def body(self, index: int) -> bytes:
        """The value of an object."""
        text, begins = _opened(self)
        return text[begins[index] : begins[index + 1] - 1]

    def opened(self) -> tuple[bytes, list[int]]:
        """The decoded text, and where each object begins in it; at the end, where one more would."""
        text = zlib.decompress(self._data)
        offsets = map(int, text[: self._first].split()[1::2])
        return text, [*(self._first + offset for offset in offsets), len(text) + 1]

    def _found(self) -> PackFacts:
        text = zlib.decompress(self._data)
        head = text[: self._first].split()
        numbers = array("I", map(int, head[::2]))
        if not 0 < len(head) == 2 * self._count <= 2 * MOST or numbers.tolist() != sorted(set(numbers)):
            raise UnreadableError("an object stream is damaged")
        return PackFacts(numbers, frozenset(_DESTINATION.findall(text)), array("I", map(int, _KEY.findall(text))))


@lru_cache(maxsize=_OPEN)
def _opened(pack: Pack) -> tuple[bytes, list[int]]:
    return pack.opened()


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


def _of_runs(runs: list[Any]) -> "array[int]":
    if any(count > MOST or not 0 <= first < _LARGEST for first, count in runs):
        raise ValueError("a run is too long, or no object has such numbers")
    return array("I", chain.from_iterable(range(first, first + count) for first, count in runs))
