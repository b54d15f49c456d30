"""The bytes of a booklet → its objects, by a reader of its own that knows only what the writer uses.

It is what makes the check of every run cheap: pypdf, which the tests use as well, takes longer to import than five talks take
to be set. What it does not find where the cross-reference stream says, it takes for a fault (ISO 32000-1, 7.5.7 and 7.5.8).
"""

import re
import struct
import zlib
from array import array
from collections.abc import Iterator
from typing import NamedTuple

from booklet.plain_dataclasses import dataclass

_START = re.compile(rb"startxref\n(\d+)\n%%EOF\n\Z")
_HEAD = re.compile(rb"(\d+) 0 obj\n")
_STREAM = re.compile(rb"/Length (\d+)>>stream\n")
_PACK = re.compile(rb"/N (\d+)/First (\d+)")
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_ROW = struct.Struct(">BIH")
_ALONE, _PACKED = 1, 2  # kinds of rows in the cross-reference stream


class UnreadableError(Exception):
    """The file is not what the writer writes; the argument is a sentence."""


class Pack(NamedTuple):
    """The decoded data of an object stream, and where each of its objects begins, and one would after the last."""

    text: bytes
    begins: "array[int]"


@dataclass(frozen=True, slots=True)
class FileObjects:
    """The objects of a file: those that stand in it by themselves are read where they stand, others from the decoded object
    streams, by number in `packs`; `rows` say which is where."""

    pdf: bytes
    root: int
    rows: bytes
    packs: dict[int, Pack]

    def body(self, number: int) -> bytes:
        """The value of an object, or the dictionary of a stream."""
        kind, where, index = self._row(number)
        if kind == _PACKED:
            text, begins = self.packs[where]
            return text[begins[index] : begins[index + 1] - 1]
        return _stream_at(self.pdf, where)[1]

    def bodies(self, first: int, end: int | None) -> Iterator[bytes]:
        """The values of objects in object streams, from the `first` number to the one before `end`, or to the last."""
        rows = memoryview(self.rows)[first * _ROW.size : None if end is None else end * _ROW.size]
        for kind, where, index in _ROW.iter_unpack(rows):
            if kind != _PACKED:
                raise UnreadableError("an object of many is in no object stream")
            text, begins = self.packs[where]
            yield text[begins[index] : begins[index + 1] - 1]

    def encoded(self, number: int) -> memoryview | None:
        """The data of a stream as it stands in the file; None where the object is none."""
        kind, where, _ = self._row(number)
        return None if kind == _PACKED else _stream_at(self.pdf, where)[2]

    def stream(self, number: int) -> bytes:
        """The decoded data of a stream."""
        data = self.encoded(number)
        if data is None:
            raise UnreadableError(f"object {number} is no stream")
        return zlib.decompress(data) if b"/Filter/FlateDecode" in self.body(number) else bytes(data)

    def count(self) -> int:
        """How many numbers the file has for objects."""
        return len(self.rows) // _ROW.size

    def numbers(self) -> list[int]:
        """Of all objects but those that are there for others: object streams, and the cross-reference stream at the end."""
        kinds = self.rows[: -_ROW.size : _ROW.size]
        return [number for number, kind in enumerate(kinds) if kind and number not in self.packs]

    def _row(self, number: int) -> tuple[int, int, int]:
        """The row about an object: its kind, its place or its object stream, its index in that."""
        try:
            row: tuple[int, int, int] = _ROW.unpack_from(self.rows, number * _ROW.size)
        except struct.error:
            row = (0, 0, 0)
        if not row[0]:
            raise UnreadableError(f"object {number} is missing")
        return row


def read_objects(pdf: bytes) -> FileObjects:
    """All objects of a file. Raises UnreadableError when it is cut short or its parts are not where it says."""
    start = _START.search(pdf, max(0, len(pdf) - 40))
    if start is None:
        raise UnreadableError("the file has no end")
    try:
        _, body, data = _stream_at(pdf, int(start[1]))
        rows = zlib.decompress(data)
        root = _ROOT.search(body)
        if root is None or len(rows) % _ROW.size:
            raise UnreadableError("the cross-reference stream is damaged")
        return FileObjects(pdf, int(root[1]), rows, _packs(pdf, rows))
    except (zlib.error, struct.error, ValueError, OverflowError) as error:
        raise UnreadableError(f"the file is damaged: {error}") from error


def _packs(pdf: bytes, rows: bytes) -> dict[int, Pack]:
    """The object streams. Raises UnreadableError when any object is not where the rows say."""
    alone: dict[int, int] = {}
    packed: dict[int, list[int]] = {}
    for number, (kind, where, index) in enumerate(_ROW.iter_unpack(rows)):
        if kind == _ALONE:
            alone[number] = where
        elif kind == _PACKED:
            members = packed.setdefault(where, [])
            if index != len(members):
                raise UnreadableError(f"object {number} is not where the file says")
            members.append(number)
    found = {}
    for number, where in alone.items():
        at, body, data = _stream_at(pdf, where)
        if at != number:
            raise UnreadableError(f"object {number} is not where the file says")
        if number in packed:
            found[number] = _unpacked(body, zlib.decompress(data), packed[number])
    if len(found) != len(packed):
        raise UnreadableError("an object stream is missing")
    return found


def _stream_at(pdf: bytes, where: int) -> tuple[int, bytes, memoryview]:
    """Number, dictionary and data of the stream object at an offset."""
    head = _HEAD.match(pdf, where)
    length = _STREAM.search(pdf, where)
    if head is None or length is None:
        raise UnreadableError(f"there is no stream at byte {where}")
    begin, end = length.end(), length.end() + int(length[1])
    if not pdf[end : end + 11].lstrip(b"\r\n").startswith(b"endstream"):
        raise UnreadableError(f"the stream at byte {where} is not as long as it says")
    return int(head[1]), pdf[head.end() : length.start()], memoryview(pdf)[begin:end]


def _unpacked(described: bytes, text: bytes, members: list[int]) -> Pack:
    """An object stream, which must hold these objects."""
    found = _PACK.search(described)
    if found is None:
        raise UnreadableError("an object stream does not say what it holds")
    first = int(found[2])
    head = list(map(int, text[:first].split()))
    if head[::2] != members or len(head) != 2 * int(found[1]):
        raise UnreadableError("an object stream is damaged")
    return Pack(text, array("I", [*(first + offset for offset in head[1::2]), len(text) + 1]))
