"""The bytes of a booklet → its objects, by a reader of its own that knows only what the writer uses.

It is what makes the check of every run cheap: pypdf, which the tests use as well, takes longer to import than five talks take
to be set. What it does not find where the cross-reference stream says, it takes for a fault (ISO 32000-1, 7.5.7 and 7.5.8).
"""

import re
import struct
import zlib

from booklet.plain_dataclasses import dataclass, field

_START = re.compile(rb"startxref\n(\d+)\n%%EOF\n\Z")
_HEAD = re.compile(rb"(\d+) 0 obj\n")
_STREAM = re.compile(rb"/Length (\d+)>>stream\n")
_PACKED = re.compile(rb"/N (\d+)/First (\d+)")
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_ROW = struct.Struct(">BIH")


class UnreadableError(Exception):
    """The file is not what the writer writes; the argument is a sentence."""


@dataclass(slots=True)
class FileObjects:
    """Objects by number: the bytes of values and of stream dictionaries in `bodies`, encoded data, where it stands in the
    file, in `data`."""

    root: int
    bodies: dict[int, bytes] = field(default_factory=dict)
    data: dict[int, memoryview | bytes] = field(default_factory=dict)

    def body(self, number: int) -> bytes:
        """The value of an object, or the dictionary of a stream."""
        try:
            return self.bodies[number]
        except KeyError:
            raise UnreadableError(f"object {number} is missing") from None

    def stream(self, number: int) -> bytes:
        """The decoded data of a stream."""
        body = self.body(number)
        if number not in self.data:
            raise UnreadableError(f"object {number} is no stream")
        data = self.data[number]
        return zlib.decompress(data) if b"/Filter/FlateDecode" in body else bytes(data)


def read_objects(pdf: bytes) -> FileObjects:
    """All objects of a file. Raises UnreadableError when it is cut short or its parts are not where it says."""
    start = _START.search(pdf, max(0, len(pdf) - 40))
    if start is None:
        raise UnreadableError("the file has no end")
    try:
        number, body, data = _stream_at(pdf, int(start[1]))
        rows = zlib.decompress(data)
        root = _ROOT.search(body)
        if root is None or len(rows) % _ROW.size:
            raise UnreadableError("the cross-reference stream is damaged")
        objects = FileObjects(int(root[1]))
        packed = _plain_objects(pdf, rows, objects)
        for holder in packed:
            _unpack(holder, objects)
    except (zlib.error, struct.error, ValueError) as error:
        raise UnreadableError(f"the file is damaged: {error}") from error
    del objects.bodies[number], objects.data[number]
    return objects


def _plain_objects(pdf: bytes, rows: bytes, objects: FileObjects) -> list[int]:
    """Read what stands in the file by itself; the numbers of the object streams."""
    packed: dict[int, None] = {}
    for number, (kind, where, _) in enumerate(_ROW.iter_unpack(rows)):
        if kind == 1:
            found, body, data = _stream_at(pdf, where)
            if found != number:
                raise UnreadableError(f"object {number} is not where the file says")
            objects.bodies[number], objects.data[number] = body, data
        elif kind == 2:
            packed[where] = None
    return list(packed)


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


def _unpack(holder: int, objects: FileObjects) -> None:
    """Read the objects in an object stream."""
    described = _PACKED.search(objects.body(holder))
    if described is None:
        raise UnreadableError(f"object {holder} is no object stream")
    count, first = map(int, described.groups())
    text = objects.stream(holder)
    numbers = list(map(int, text[:first].split()))
    if len(numbers) != 2 * count:
        raise UnreadableError(f"object stream {holder} is damaged")
    places = [first + offset for offset in numbers[1::2]]
    for number, begin, end in zip(numbers[::2], places, [*places[1:], len(text) + 1], strict=True):
        objects.bodies[number] = text[begin : end - 1]
    del objects.bodies[holder], objects.data[holder]
