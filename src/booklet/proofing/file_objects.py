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
_ENDS = (b"\nendstream", b"\r\nendstream")
_OF_PACK = b"<</Type/ObjStm"
_PACK = re.compile(rb"/N (\d+)/First (\d+)")
_ROOT = re.compile(rb"/Root (\d+) 0 R")
# Rows of the cross-reference stream: kind, place or object stream, index in that.
_ROW = struct.Struct(">BIH")
_PLACE = struct.Struct(">BI")
_INDEXES = tuple(index.to_bytes(2) for index in range(1000))
_ALONE, _PACKED = b"\1", b"\2"


class UnreadableError(Exception):
    """The file is not what the writer writes; the argument is a sentence."""


class Stream(NamedTuple):
    """A stream object: its number, its dictionary, and its data as it stands in the file."""

    number: int
    described: bytes
    data: memoryview


class Pack:
    """The decoded data of an object stream, and the `numbers` of its objects, ascending. Where these begin is looked up when
    one is asked for: of most streams none is."""

    def __init__(self, stream: Stream) -> None:
        found = _PACK.search(stream.described)
        if found is None:
            raise UnreadableError("an object stream does not say what it holds")
        self.text = zlib.decompress(stream.data)
        self._first = int(found[2])
        head = self.text[: self._first].split()
        self.numbers = array("I", map(int, head[::2]))
        if not 0 < len(head) == 2 * int(found[1]) <= 2 * len(_INDEXES):
            raise UnreadableError("an object stream is damaged")
        self._begins: list[int] = []

    def body(self, index: int) -> bytes:
        """The value of an object."""
        if not self._begins:
            offsets = map(int, self.text[: self._first].split()[1::2])
            self._begins = [*(self._first + offset for offset in offsets), len(self.text) + 1]
        return self.text[self._begins[index] : self._begins[index + 1] - 1]

    def rows(self, stream: int) -> bytes:
        """What has to be said about its objects, if this is the object `stream`."""
        return _PLACE.pack(_PACKED[0], stream).join((b"", *_INDEXES[: len(self.numbers)]))


@dataclass(frozen=True, slots=True)
class FileObjects:
    """The objects of a file by number: `streams` as they stand in it, others in the decoded object streams, `packs`; `rows`
    say which is where."""

    root: int
    rows: bytes
    streams: dict[int, Stream]
    packs: dict[int, Pack]

    def body(self, number: int) -> bytes:
        """The value of an object, or the dictionary of a stream."""
        kind, where, index = self._row(number)
        return self.packs[where].body(index) if kind == _PACKED[0] else self.streams[number].described

    def bodies(self, numbers: range) -> Iterator[bytes]:
        """The values of objects in object streams, with these numbers one after another."""
        rows = memoryview(self.rows)[numbers.start * _ROW.size : numbers.stop * _ROW.size]
        for kind, where, index in _ROW.iter_unpack(rows):
            if kind != _PACKED[0]:
                raise UnreadableError("an object of many is in no object stream")
            yield self.packs[where].body(index)

    def is_packed(self, number: int) -> bool:
        """Whether an object is in an object stream."""
        return self._row(number)[0] == _PACKED[0]

    def stream(self, number: int) -> bytes:
        """The decoded data of a stream."""
        if self.is_packed(number):
            raise UnreadableError(f"object {number} is no stream")
        _, described, data = self.streams[number]
        return zlib.decompress(data) if b"/Filter/FlateDecode" in described else bytes(data)

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
        streams = _streams(pdf, rows)
        return FileObjects(int(root[1]), rows, streams, _packs(streams, rows))
    except (zlib.error, struct.error, ValueError, OverflowError) as error:
        raise UnreadableError(f"the file is damaged: {error}") from error


def _streams(pdf: bytes, rows: bytes) -> dict[int, Stream]:
    """The streams. Raises UnreadableError when any is not where the rows say."""
    found = {}
    for alone in re.finditer(_ALONE, rows[:: _ROW.size]):
        number = alone.start()
        found[number] = _stream_at(pdf, _ROW.unpack_from(rows, number * _ROW.size)[1])
        if found[number].number != number:
            raise UnreadableError(f"object {number} is not where the file says")
    return found


def _packs(streams: dict[int, Stream], rows: bytes) -> dict[int, Pack]:
    """The object streams. Raises UnreadableError when they do not hold the very objects that the rows say."""
    found = {number: Pack(stream) for number, stream in streams.items() if stream.described.startswith(_OF_PACK)}
    for number, pack in found.items():
        if _rows_about(pack.numbers, rows) != pack.rows(number):
            raise UnreadableError("an object is not where the file says")
    if rows[:: _ROW.size].count(_PACKED) != sum(len(pack.numbers) for pack in found.values()):
        raise UnreadableError("an object stream is missing")
    return found


def _rows_about(numbers: "array[int]", rows: bytes) -> bytes:
    """The rows about some objects: of most streams, they are one after another."""
    first, size = numbers[0], _ROW.size
    if numbers == array("I", range(first, first + len(numbers))):
        return rows[first * size : (first + len(numbers)) * size]
    if sorted(numbers) != numbers.tolist():
        raise UnreadableError("the objects of a stream are not in order")
    return b"".join([rows[number * size : (number + 1) * size] for number in numbers])


def _stream_at(pdf: bytes, where: int) -> Stream:
    """The stream object at an offset."""
    head = _HEAD.match(pdf, where)
    length = _STREAM.search(pdf, where)
    if head is None or length is None:
        raise UnreadableError(f"there is no stream at byte {where}")
    begin, end = length.end(), length.end() + int(length[1])
    if not pdf.startswith(_ENDS, end):
        raise UnreadableError(f"the stream at byte {where} is not as long as it says")
    return Stream(int(head[1]), pdf[head.end() : length.start()], memoryview(pdf)[begin:end])
