"""The PDF file as a store of numbered objects, written with object streams: a ReportLab document with its own last step.

ReportLab 5.1 keeps the objects and their numbers; everything enters as ready bytes, because formatting thousands of its own
dictionaries costs more than setting the talks. Its classic file of 1000 talks is half as large again.
"""

import hashlib
import io
import struct
import zlib
from collections.abc import Iterator
from functools import partial

from booklet.binding.earlier_streams import NO_STREAMS, EarlierStreams
from booklet.binding.object_streams import PER_STREAM, Lines, Run, object_streams
from booklet.errors import DefectError
from booklet.pdf_syntax import pdf_stream
from booklet.plain_reportlab import pdfdoc

_HEADER = b"%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n"
# Of rows that are much alike, zlib's least effort makes less than its usual one, in a tenth of the time.
_DEFLATE_ROWS, _DEFLATE_DATA = 1, 9
# Entries of a cross-reference stream (7.5.8.3): kind, place, index.
_ENTRY = struct.Struct(">BIH")
_FREE, _IN_FILE, _PACKED = range(3)
_PLACE = struct.Struct(">BI")
_INDEXES = tuple(index.to_bytes(2) for index in range(PER_STREAM))


class _Ready(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An object whose bytes are ready: a value, or a dictionary body with the data of a stream. Or a run of objects with
    numbers one after another: an entry of the registry takes 350 bytes, an element of the structure 54, and there are tens of
    thousands."""

    def __init__(self, count: int = 1) -> None:
        self.count = count
        self.lines: Lines | None = None
        self.body: bytes | None = None
        self.stream: bytes | None = None

    def format(self, document: object) -> bytes:  # noqa: ARG002 (ReportLab's protocol)
        """The object's value in PDF syntax."""
        if self.body is None:
            raise DefectError("an object of the PDF was numbered and never written")
        return self.body if self.stream is None else pdf_stream(self.body, self.stream)


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

    def put_all(self, first: int, lines: Lines) -> None:
        """Give the objects of a run their values."""
        self._ready[first].lines = lines

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
        file, last = _File(self._header), self.objectcounter
        for numbers, stream in object_streams(self._runs(file), self._earlier):
            last += 1
            file.append(last, stream)
            file.note_packed(numbers, last)
        return file.closed(last + 1, self._roots)

    def _runs(self, file: "_File") -> Iterator[Run]:
        """What goes into object streams; what is a stream goes into the file before them. Nothing stays here as well."""
        for number in sorted(self._ready):
            ready = self._ready.pop(number)
            if ready.stream is not None:
                file.append(number, pdfdoc.format(ready, self, toplevel=1))
            else:
                yield Run(number, ready.count, ready.lines or pdfdoc.format(ready, self, toplevel=1))


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

    def note_packed(self, numbers: list[range], stream: int) -> None:
        """Say which objects are in an object stream."""
        place, index = _PLACE.pack(_PACKED, stream), 0
        for some in numbers:
            begin, index = index, index + len(some)
            self._note(some.start, place.join((b"", *_INDEXES[begin:index])))

    def closed(self, number: int, roots: str) -> bytes:
        """The whole file, with a cross-reference stream that has this number, the highest."""
        start = self._out.tell()
        identifier = hashlib.blake2b(self._out.getbuffer(), digest_size=16).hexdigest()
        self._note(number, _ENTRY.pack(_IN_FILE, start, 0))
        rows = zlib.compress(self._entries, _DEFLATE_ROWS)
        body = f"/Type/XRef/Size {number + 1}/W[1 4 2]{roots}/ID[<{identifier}><{identifier}>]"
        self.append(number, pdf_stream(body.encode() + b"/Filter/FlateDecode", rows))
        self._out.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return self._out.getvalue()

    def _note(self, first: int, entries: bytes) -> None:
        """Put in the entries of objects with numbers one after another."""
        begin, end = first * _ENTRY.size, first * _ENTRY.size + len(entries)
        self._entries += bytes(max(0, end - len(self._entries)))
        self._entries[begin:end] = entries
