"""The PDF file as a store of numbered objects, written with object streams: a ReportLab document with its own last step.

ReportLab 5.1 keeps the objects and their numbers; everything enters as ready bytes, because formatting thousands of its own
dictionaries costs more than setting the talks. Its classic file of 1000 talks is half as large again.
"""

import hashlib
import io
import struct
import zlib
from array import array
from functools import partial
from itertools import accumulate, chain
from operator import add
from typing import NamedTuple

from booklet.binding.earlier_streams import NO_STREAMS, EarlierStreams
from booklet.errors import DefectError
from booklet.plain_reportlab import pdfdoc

_HEADER = b"%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n"
_PER_STREAM = 200
_DEFLATE, _DEFLATE_DATA = 6, 9
# Entries of a cross-reference stream (7.5.8.3): kind, place, index.
_ENTRY = struct.Struct(">BIH")
_FREE, _IN_FILE, _PACKED = range(3)
_PLACE = struct.Struct(">BI")
_INDEXES = tuple(index.to_bytes(2) for index in range(_PER_STREAM))


class _Ready(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An object whose bytes are ready: a value, or a dictionary body with the data of a stream. Or the values of a run of
    objects with numbers one after another, a line each: an entry of the registry takes 350 bytes, an element of the structure
    54, and there are tens of thousands."""

    def __init__(self, count: int = 1) -> None:
        self.count = count
        self.body: bytes | None = None
        self.stream: bytes | None = None

    def format(self, document: object) -> bytes:  # noqa: ARG002 (ReportLab's protocol)
        """The object's value in PDF syntax."""
        if self.body is None:
            raise DefectError("an object of the PDF was numbered and never written")
        if self.stream is None:
            return self.body
        return _stream(self.body, self.stream)


class BookDocument(pdfdoc.PDFDocument):  # type: ignore[misc]
    """Objects by number. `reserve` gives numbers, `put`, `put_all` and `put_stream` fill them, `written` gives the file.

    `earlier` are the streams of an earlier run."""

    def __init__(self, earlier: EarlierStreams = NO_STREAMS) -> None:
        super().__init__(compression=0, invariant=1, pdfVersion=(1, 7))
        # What ReportLab registered for its own fonts is not ours: numbers begin anew.
        self.objectcounter = 0
        for register in (self.idToObject, self.idToObjectNumberAndVersion, self.numberToId):
            register.clear()
        self._ready: dict[int, _Ready] = {}
        self._earlier = earlier

    def reserve(self, count: int = 1) -> int:
        """A number for an object that is put later, or the first of `count` numbers one after another."""
        ready = _Ready(count)
        self.Reference(ready, f"object {self.objectcounter + 1}")
        first = int(self.objectcounter)
        self._ready[first] = ready
        self.objectcounter += count - 1
        return first

    def put_all(self, first: int, bodies: str) -> None:
        """Give the objects of a run their values, of latin-1 characters, a line each."""
        ready, count = self._ready[first], bodies.count("\n") + 1
        if count != ready.count:
            raise DefectError(f"{count} objects were written where {ready.count} were numbered")
        ready.body = bodies.encode("latin-1")

    def put(self, number: int, body: str | bytes) -> None:
        """Give object `number` its value; text is of latin-1 characters."""
        self._ready[number].body = body if isinstance(body, bytes) else body.encode("latin-1")

    def put_stream(self, number: int, entries: str | bytes, data: bytes, *, deflated: bool = False) -> None:
        """Make object `number` a stream with these dictionary entries. Data that is not `deflated` yet is, when that is
        shorter."""
        entries = entries if isinstance(entries, bytes) else entries.encode("latin-1")
        if not deflated:
            shorter = self._earlier.stream(b"deflated data", (data,), partial(zlib.compress, data, _DEFLATE_DATA))
            deflated = len(shorter) + 20 < len(data)
            data = shorter if deflated else data
        self.put_encoded(number, entries + b"/Filter/FlateDecode" * deflated, data)

    def put_encoded(self, number: int, entries: bytes, data: bytes) -> None:
        """Make object `number` a stream whose entries name its filter already, if it has one."""
        self._ready[number].body, self._ready[number].stream = entries, data

    def add(self, body: str | bytes) -> int:
        """A new object with this value; its number."""
        number = self.reserve()
        self.put(number, body)
        return number

    def add_stream(self, entries: str | bytes, data: bytes, *, deflated: bool = False) -> int:
        """A new stream; its number."""
        number = self.reserve()
        self.put_stream(number, entries, data, deflated=deflated)
        return number

    def written(self, root: int, info: int | None) -> bytes:
        """The file: streams as they are, everything else packed into object streams (7.5.7), a cross-reference stream
        (7.5.8), and an /ID made from the contents. `info` is the information dictionary, without which it is PDF 2.0."""
        self._roots = f"/Root {root} 0 R" + (f"/Info {info} 0 R" if info else "")
        self._header = _HEADER % (b"1.7" if info else b"2.0")
        return self.format()

    def format(self) -> bytes:
        """ReportLab's last step, replaced."""
        file, packing = _File(self._header), _Packing(self._earlier)
        for number in sorted(self._ready):
            ready = self._ready.pop(number)  # what is in the file need not be here as well
            data = pdfdoc.format(ready, self, toplevel=1)
            if ready.stream is None:
                packing.add(number, data.split(b"\n") if ready.count > 1 else [data])
            else:
                file.append(number, data)
        last = self.objectcounter
        for numbers, data in packing.finished():
            last += 1
            file.append(last, data)
            file.note_packed(numbers, last)
        return file.closed(last + 1, self._roots)


class _File:
    """The bytes of a file as it grows, and the entries of its cross-reference stream."""

    def __init__(self, header: bytes) -> None:
        self._out = io.BytesIO()  # whose value is no copy
        self._out.write(header)
        self._entries = bytearray(_ENTRY.pack(_FREE, 0, 65535))

    def append(self, number: int, data: bytes) -> None:
        """Append an indirect object."""
        self._note(number, _ENTRY.pack(_IN_FILE, self._out.tell(), 0))
        self._out.writelines((b"%d 0 obj\n" % number, data, b"\nendobj\n"))

    def note_packed(self, numbers: "array[int]", stream: int) -> None:
        """Say which objects are in an object stream: most have numbers one after another, whose entries are, too."""
        place = _PLACE.pack(_PACKED, stream)
        entries = place.join((b"", *_INDEXES[: len(numbers)]))
        if numbers[-1] - numbers[0] < len(numbers):
            self._note(numbers[0], entries)
            return
        for number, index in zip(numbers, _INDEXES, strict=False):
            self._note(number, place + index)

    def closed(self, number: int, roots: str) -> bytes:
        """The whole file, with a cross-reference stream that has this number, the highest."""
        start = self._out.tell()
        identifier = hashlib.blake2b(self._out.getbuffer(), digest_size=16).hexdigest()
        self._note(number, _ENTRY.pack(_IN_FILE, start, 0))
        rows = zlib.compress(self._entries, _DEFLATE)
        body = f"/Type/XRef/Size {number + 1}/W[1 4 2]{roots}/ID[<{identifier}><{identifier}>]"
        self.append(number, _stream(body.encode() + b"/Filter/FlateDecode", rows))
        self._out.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return self._out.getvalue()

    def _note(self, first: int, entries: bytes) -> None:
        """Put in the entries of objects with numbers one after another."""
        begin, end = first * _ENTRY.size, first * _ENTRY.size + len(entries)
        self._entries += bytes(max(0, end - len(self._entries)))
        self._entries[begin:end] = entries


class _Packing:
    """Objects on their way into object streams: streams that are full are made at once."""

    def __init__(self, earlier: EarlierStreams) -> None:
        self._earlier = earlier
        self._full: list[_Packed] = []
        self._numbers = array("I")
        self._bodies: list[bytes] = []

    def add(self, first: int, bodies: list[bytes]) -> None:
        """Pack objects with numbers one after another."""
        self._numbers.extend(range(first, first + len(bodies)))
        self._bodies += bodies
        while len(self._bodies) >= _PER_STREAM:
            self._close()

    def finished(self) -> "list[_Packed]":
        """All streams."""
        if self._bodies:
            self._close()
        return self._full

    def _close(self) -> None:
        numbers, bodies = self._numbers[:_PER_STREAM], self._bodies[:_PER_STREAM]
        del self._numbers[:_PER_STREAM], self._bodies[:_PER_STREAM]
        facts = (numbers, array("I", map(len, bodies)), b"".join(bodies))
        stream = self._earlier.stream(b"object stream", facts, partial(_object_stream, numbers, bodies))
        self._full.append(_Packed(numbers, stream))


class _Packed(NamedTuple):
    """The numbers of objects, and the stream that holds them."""

    numbers: "array[int]"
    stream: bytes


def _stream(entries: bytes, data: bytes) -> bytes:
    """A stream (7.3.8). After data that ends with a carriage return the line ends with one too, lest the two be taken for
    one end of line."""
    end = b"\r\n" if data.endswith(b"\r") else b"\n"
    return b"<<%s/Length %d>>stream\n%s%sendstream" % (entries, len(data), data, end)


def _object_stream(numbers: "array[int]", bodies: list[bytes]) -> bytes:
    """An object stream: pairs of a number and where its object begins, then the objects, with a space between."""
    begins = map(add, accumulate(map(len, bodies), initial=0), range(len(bodies)))
    head = b"%d %d " * len(bodies) % tuple(chain.from_iterable(zip(numbers, begins, strict=True)))
    data = zlib.compress(head + b" ".join(bodies), _DEFLATE)
    return _stream(b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(bodies), len(head)), data)
