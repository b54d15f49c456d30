"""The PDF file as a store of numbered objects, written with object streams: a ReportLab document with its own last step.

ReportLab 5.1 keeps the objects and their numbers; everything enters as ready bytes, because formatting thousands of its own
dictionaries costs more than setting the talks. Its classic file of 1000 talks is half as large again.
"""

import hashlib
import struct
import zlib

from booklet.errors import DefectError
from booklet.plain_reportlab import pdfdoc

_HEADER = b"%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n"
_PER_STREAM = 200
_DEFLATE = 6


class _Ready(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An object whose bytes are ready: a value, or a dictionary body with the data of a stream."""

    def __init__(self) -> None:
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
    """Objects by number. `reserve` gives a number, `put` and `put_stream` fill it, `written` gives the file."""

    def __init__(self) -> None:
        super().__init__(compression=0, invariant=1, pdfVersion=(1, 7))
        # What ReportLab registered for its own fonts is not ours: numbers begin anew.
        self.objectcounter = 0
        for register in (self.idToObject, self.idToObjectNumberAndVersion, self.numberToId):
            register.clear()
        self._ready: dict[int, _Ready] = {}

    def reserve(self) -> int:
        """A number for an object that is put later."""
        ready = _Ready()
        self.Reference(ready, f"object {self.objectcounter + 1}")
        self._ready[self.objectcounter] = ready
        return int(self.objectcounter)

    def put(self, number: int, body: str | bytes) -> None:
        """Give object `number` its value; text is of latin-1 characters."""
        self._ready[number].body = body if isinstance(body, bytes) else body.encode("latin-1")

    def put_stream(self, number: int, entries: str | bytes, data: bytes, *, deflated: bool = False) -> None:
        """Make object `number` a stream with these dictionary entries. Data that is not `deflated` yet is, when that is
        shorter."""
        entries = entries if isinstance(entries, bytes) else entries.encode("latin-1")
        if not deflated:
            shorter = zlib.compress(data, 9)
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
        out, position = [self._header], len(self._header)
        entries: dict[int, tuple[int, int, int]] = {}
        plain: list[tuple[int, bytes]] = []
        for number in range(1, self.objectcounter + 1):
            ready = self._ready[number]
            data = pdfdoc.format(ready, self, toplevel=1)
            if ready.stream is None:
                plain.append((number, data))
            else:
                entries[number] = (1, position, 0)
                position += _append(out, number, data)
        following = self.objectcounter + 1
        for start in range(0, len(plain), _PER_STREAM):
            packed = plain[start : start + _PER_STREAM]
            entries |= {number: (2, following, index) for index, (number, _) in enumerate(packed)}
            entries[following] = (1, position, 0)
            position += _append(out, following, _object_stream(packed))
            following += 1
        entries[following] = (1, position, 0)
        identifier = hashlib.blake2b(b"".join(out), digest_size=16).hexdigest()
        _append(out, following, self._cross_reference(entries, following, identifier))
        out.append(b"startxref\n%d\n%%%%EOF\n" % position)
        return b"".join(out)

    def _cross_reference(self, entries: dict[int, tuple[int, int, int]], last: int, identifier: str) -> bytes:
        pack = struct.Struct(">BIH").pack
        rows = pack(0, 0, 65535) + b"".join(pack(*entries[number]) for number in range(1, last + 1))
        data = zlib.compress(rows, _DEFLATE)
        body = f"/Type/XRef/Size {last + 1}/W[1 4 2]{self._roots}/ID[<{identifier}><{identifier}>]"
        return _stream(body.encode() + b"/Filter/FlateDecode", data)


def _append(out: list[bytes], number: int, data: bytes) -> int:
    """Append an indirect object; the number of bytes it takes."""
    whole = b"%d 0 obj\n%s\nendobj\n" % (number, data)
    out.append(whole)
    return len(whole)


def _stream(entries: bytes, data: bytes) -> bytes:
    """A stream (7.3.8). After data that ends with a carriage return the line ends with one too, lest the two be taken for
    one end of line."""
    end = b"\r\n" if data.endswith(b"\r") else b"\n"
    return b"<<%s/Length %d>>stream\n%s%sendstream" % (entries, len(data), data, end)


def _object_stream(objects: list[tuple[int, bytes]]) -> bytes:
    offsets, offset = [], 0
    for number, data in objects:
        offsets.append(b"%d %d" % (number, offset))
        offset += len(data) + 1
    head = b" ".join(offsets) + b" "
    data = zlib.compress(head + b" ".join(data for _, data in objects), _DEFLATE)
    return _stream(b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(objects), len(head)), data)
