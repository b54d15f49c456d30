"""The PDF file as a store of numbered objects, written with object streams.

Everything enters as ready bytes, because formatting thousands of dictionaries costs more than setting the talks. A classic
file of 1000 talks, without object streams, is half as large again.
"""

import hashlib
import io
import struct
import zlib

from booklet.errors import DefectError

_HEADER = b"%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n"
_PER_STREAM = 200
_DEFLATE = 6
_ROW = struct.Struct(">BIH")


class BookDocument:
    """Objects by number. `reserve` gives a number, `put` and `put_stream` fill it, `written` gives the file."""

    def __init__(self) -> None:
        self._bodies: list[bytes | None] = [b""]  # numbers begin at 1
        self._streams: dict[int, bytes] = {}

    def reserve(self) -> int:
        """A number for an object that is put later."""
        self._bodies.append(None)
        return len(self._bodies) - 1

    def put(self, number: int, body: str | bytes) -> None:
        """Give object `number` its value; text is of latin-1 characters."""
        self._bodies[number] = body if isinstance(body, bytes) else body.encode("latin-1")

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
        self._bodies[number], self._streams[number] = entries, data

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
        out = io.BytesIO()
        out.write(_HEADER % (b"1.7" if info else b"2.0"))
        following = len(self._bodies)
        plain = [number for number in range(1, following) if number not in self._streams]
        last = following - (-len(plain) // _PER_STREAM)
        rows = bytearray(_ROW.size * (last + 1))
        _ROW.pack_into(rows, 0, 0, 0, 65535)
        for number in sorted(self._streams):
            position = _append(out, number, _stream(self._body(number), self._streams[number]))
            _ROW.pack_into(rows, _ROW.size * number, 1, position, 0)
        for holder, start in enumerate(range(0, len(plain), _PER_STREAM), following):
            packed = plain[start : start + _PER_STREAM]
            for index, number in enumerate(packed):
                _ROW.pack_into(rows, _ROW.size * number, 2, holder, index)
            position = _append(out, holder, _object_stream([(number, self._body(number)) for number in packed]))
            _ROW.pack_into(rows, _ROW.size * holder, 1, position, 0)
        with out.getbuffer() as contents:
            identifier = hashlib.blake2b(contents, digest_size=16).hexdigest()
        roots = f"/Root {root} 0 R" + (f"/Info {info} 0 R" if info else "")
        _ROW.pack_into(rows, _ROW.size * last, 1, out.tell(), 0)
        entries = f"/Type/XRef/Size {last + 1}/W[1 4 2]{roots}/ID[<{identifier}><{identifier}>]/Filter/FlateDecode"
        start = _append(out, last, _stream(entries.encode(), zlib.compress(rows, _DEFLATE)))
        out.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return out.getvalue()

    def _body(self, number: int) -> bytes:
        body = self._bodies[number]
        if body is None:
            raise DefectError("an object of the PDF was numbered and never written")
        return body


def _append(out: io.BytesIO, number: int, data: bytes) -> int:
    """Append an indirect object; where it begins."""
    position = out.tell()
    out.write(b"%d 0 obj\n%s\nendobj\n" % (number, data))
    return position


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
