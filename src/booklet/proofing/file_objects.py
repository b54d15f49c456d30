"""The bytes of a booklet → its objects, by a reader of its own that knows only what the writer uses.

It is what makes the check of every run cheap: pypdf, which the tests use as well, takes longer to import than five talks take
to be set. What it does not find where the cross-reference stream says, it takes for a fault (ISO 32000-1, 7.5.7 and 7.5.8).
"""

import re
import struct
import zlib
from array import array
from collections.abc import Iterator

from booklet.plain_dataclasses import dataclass
from booklet.proofing.pack import MOST, Pack, Stream, UnreadableError, read_pack
from booklet.reading.record_cache import Records

_START = re.compile(rb"startxref\n(\d+)\n%%EOF\n\Z")
_HEAD = re.compile(rb"(\d+) 0 obj\n")
_STREAM = re.compile(rb"/Length (\d+)>>stream\n")
_ENDS = (b"\nendstream", b"\r\nendstream")
_OF_PACK = b"<</Type/ObjStm"
_ROOT = re.compile(rb"/Root (\d+) 0 R")
# Rows of the cross-reference stream: kind, place or object stream, index in that.
_ROW = struct.Struct(">BIH")
_PLACE = struct.Struct(">BI")
_INDEXES = tuple(index.to_bytes(2) for index in range(MOST))
_ALONE, _PACKED = b"\1", b"\2"


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


def read_objects(pdf: bytes, records: Records | None = None) -> FileObjects:
    """All objects of a file; `records` are those of an earlier run. Raises UnreadableError when it is cut short or its parts
    are not where it says."""
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
        return FileObjects(int(root[1]), rows, streams, _packs(streams, rows, records))
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


def _packs(streams: dict[int, Stream], rows: bytes, records: Records | None) -> dict[int, Pack]:
    """The object streams. Raises UnreadableError when they do not hold the very objects that the rows say."""
    found = {
        number: read_pack(stream, records)
        for number, stream in streams.items()
        if stream.described.startswith(_OF_PACK)
    }
    for number, pack in found.items():
        numbers = pack.facts.numbers
        expected = _PLACE.pack(_PACKED[0], number).join((b"", *_INDEXES[: len(numbers)]))
        if _rows_about(numbers, rows) != expected:
            raise UnreadableError("an object is not where the file says")
    if rows[:: _ROW.size].count(_PACKED) != sum(len(pack.facts.numbers) for pack in found.values()):
        raise UnreadableError("an object stream is missing")
    return found


def _rows_about(numbers: "array[int]", rows: bytes) -> bytes:
    """The rows about some objects, ascending: of most streams, they are one after another."""
    first, size = numbers[0], _ROW.size
    if numbers[-1] - first < len(numbers):
        return rows[first * size : (first + len(numbers)) * size]
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
