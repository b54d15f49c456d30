"""Turns a stream of a foreign PDF into one that we coded ourselves: Flate, or JPEG as it was."""

import base64
import zlib

from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.filters import LZWDecode
from pypdf.generic import NameObject, PdfObject, StreamObject

from booklet.binding.content_stream import string_bytes
from booklet.binding.foreign.picture_rules import AS_PICTURE, MAX_STREAM, Budget, PictureError, too_much
from booklet.binding.pdf_values import entry, items, real
from booklet.plain_dataclasses import dataclass

_SHORT_NAMES = {
    "/AHx": "/ASCIIHexDecode",
    "/A85": "/ASCII85Decode",
    "/LZW": "/LZWDecode",
    "/Fl": "/FlateDecode",
    "/RL": "/RunLengthDecode",
    "/DCT": "/DCTDecode",
}
_REFUSED = {
    "/JPXDecode": "JPEG 2000",
    "/JBIG2Decode": "JBIG2",
    "/CCITTFaxDecode": "CCITT fax",
    "/CCF": "CCITT fax",
    "/Crypt": "encrypted data",
}
_WHITE = b"\x00\t\n\x0c\r "
_CHUNK = 1 << 16
_MAX_FILTERS = 4
_MAX_ASCII_85 = 25_000_000
_ASCII_85_STRETCH = 5 << 16


@dataclass(frozen=True, slots=True)
class StreamData:
    """The data of a stream without its filters. `predictor` are the entries of a predictor that still applies to the data
    (ISO 32000-1, 7.4.4.4), in PDF syntax; `jpeg`: the data is a JPEG file; `damaged`: some of it could not be decoded."""

    data: bytes
    predictor: bytes = b""
    jpeg: bool = False
    damaged: bool = False


def stream_data(stream: StreamObject, budget: Budget) -> StreamData:
    """Decode a stream within the limits. Raises PictureError.

    Of pypdf's own decoding only LZW is used: it undoes predictors pixel by pixel in Python (a photograph on A4 takes
    minutes), takes 2 GB for 20 MB of ASCII 85, and starts another program for JBIG2 (7.1).
    """
    # pypdf 7.1 has no public way to the data as it is in the file.
    decoded = StreamData(stream._data)  # noqa: SLF001
    filters = [_SHORT_NAMES.get(name, name) for name in _names(entry(stream, "/Filter"))]
    parameters = entry(stream, "/DecodeParms")
    settings = items(parameters) or [parameters]
    if len(filters) > _MAX_FILTERS:
        raise too_much()
    for index, name in enumerate(filters):
        if decoded.predictor or decoded.jpeg:
            raise PictureError("holds data in a coding that is not known", AS_PICTURE)
        decoded = _decode(decoded, name, settings[index] if index < len(settings) else None, budget)
    return decoded


def deflated(data: bytes) -> bytes:
    """Data coded with Flate, always at the same level."""
    return zlib.compress(data, 6)


def _names(value: PdfObject | None) -> list[str]:
    return [str(name) for name in ([value] if isinstance(value, NameObject) else items(value))]


def _decode(before: StreamData, name: str, settings: PdfObject | None, budget: Budget) -> StreamData:
    if name == "/FlateDecode":
        data, complete = _inflate(before.data)
        after = StreamData(data, _predictor(settings), damaged=before.damaged or not complete)
    elif name == "/DCTDecode":
        after = StreamData(before.data, jpeg=True, damaged=before.damaged)
    elif name in _REFUSED:
        raise PictureError(f"holds a picture in a coding that is not taken ({_REFUSED[name]})", AS_PICTURE)
    else:
        after = StreamData(_simple_decoding(before.data, name, settings), damaged=before.damaged)
    if len(after.data) > MAX_STREAM:
        raise too_much()
    budget.spend("decoded", len(after.data))
    return after


def _simple_decoding(data: bytes, name: str, settings: PdfObject | None) -> bytes:
    try:
        if name == "/ASCII85Decode":
            return _ascii_85(data)
        if name == "/ASCIIHexDecode":
            return string_bytes(b"<%s>" % data.partition(b">")[0])
        if name == "/RunLengthDecode":
            return _run_length(data)
        if name == "/LZWDecode" and real(entry(settings, "/EarlyChange"), 1) == 1 and not _predictor(settings):
            return LZWDecode.decode(data)
    except LimitReachedError as error:
        raise too_much() from error
    except (PyPdfError, ValueError, IndexError) as error:
        raise PictureError("is damaged", AS_PICTURE) from error
    raise PictureError("holds data in a coding that is not known", AS_PICTURE)


def _ascii_85(data: bytes) -> bytes:
    """7.4.3, in stretches: for every group of five letters the decoder of the library holds a hundred bytes until it ends."""
    letters = data.translate(None, _WHITE).removeprefix(b"<~").partition(b"~")[0].replace(b"z", b"!!!!!")
    if len(letters) > _MAX_ASCII_85:
        raise too_much()
    return b"".join(
        base64.a85decode(letters[start : start + _ASCII_85_STRETCH])
        for start in range(0, len(letters), _ASCII_85_STRETCH)
    )


def _run_length(data: bytes) -> bytes:
    """7.4.5: a length byte below 128 copies, one above repeats, 128 ends."""
    out = bytearray()
    position = 0
    while position < len(data) and data[position] != 128 and len(out) <= MAX_STREAM:
        length = data[position]
        if length < 128:
            out += data[position + 1 : position + 2 + length]
            position += length + 2
        else:
            out += data[position + 1 : position + 2] * (257 - length)
            position += 2
    return bytes(out)


def _predictor(settings: PdfObject | None) -> bytes:
    """The entries of DecodeParms that say how to undo a predictor; empty when there is none."""
    if real(entry(settings, "/Predictor"), 1) <= 1:
        return b""
    defaults = {"/Predictor": 1, "/Colors": 1, "/BitsPerComponent": 8, "/Columns": 1}
    values = {key: int(real(entry(settings, key), default)) for key, default in defaults.items()}
    return b"".join(b"%s %d" % (key.encode(), value) for key, value in sorted(values.items()))


def _inflate(data: bytes) -> tuple[bytes, bool]:
    """The data behind Flate, and whether all of it could be read; a damaged end loses no byte before it."""
    inflater = zlib.decompressobj()
    out = bytearray()
    for start in range(0, len(data), _CHUNK):
        chunk = data[start : start + _CHUNK]
        before = inflater.copy()
        try:
            out += inflater.decompress(chunk, MAX_STREAM + 1 - len(out))
        except zlib.error:
            out += _last_bytes(before, chunk)
            return bytes(out), False
        if len(out) > MAX_STREAM:
            raise too_much()
        if inflater.eof:
            return bytes(out), True
    return bytes(out), not data


def _last_bytes(inflater: "zlib._Decompress", chunk: bytes) -> bytes:
    """What can still be read of a damaged chunk, byte by byte."""
    out = bytearray()
    try:
        for index in range(len(chunk)):
            out += inflater.decompress(chunk[index : index + 1])
    except zlib.error:
        pass
    return bytes(out)
