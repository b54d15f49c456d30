"""Bytes of a font file → the places of its faces, or the reason why it cannot serve: HarfBuzz takes any bytes in silence.

Facts are those of OpenType 1.9: "Organization of an OpenType Font", "OS/2", "head", "maxp", "fvar".
"""

import struct

from booklet import limits

_MAGIC = {b"\x00\x01\x00\x00": "TrueType", b"true": "TrueType", b"OTTO": "CFF"}
_FOREIGN = {
    b"wOFF": "a web font (WOFF)",
    b"wOF2": "a web font (WOFF2)",
    b"%!PS": "a Type 1 font",
}
_NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp")
_BITMAPS = {"CBDT", "EBDT", "sbix", "bdat"}
_RESTRICTED, _MILDER, _WHOLE_ONLY, _BITMAPS_ONLY = 0x002, 0x00C, 0x100, 0x200  # OS/2 fsType

REGULAR, BOLD = 400, 700  # usWeightClass: what a variable font is set to where a text falls back on it

Tables = dict[str, tuple[int, int]]


class RefusedError(Exception):
    """The font cannot be used; the message completes the sentence "FILE cannot be used: …"."""


def faces_in(data: bytes) -> int:
    """How many faces a font file holds: 1, or those of a collection. Raises RefusedError for a damaged collection."""
    if data[:4] != b"ttcf":
        return 1
    count = int.from_bytes(data[8:12], "big")
    if data[4:6] not in {b"\0\1", b"\0\2"}:
        raise RefusedError("it is a collection of a version that is not read")
    if not 1 <= count <= limits.FONT_FACES:
        raise RefusedError(f"it is a collection of {count} fonts; 1 to {limits.FONT_FACES} are read")
    if len(data) < 12 + 4 * count:
        raise RefusedError("the file is not complete")
    return count


def examine(data: bytes, index: int) -> tuple[int, ...]:
    """Look at the face `index` (from 0) of a font file. Gives the weights of a variable font that come nearest to REGULAR and
    BOLD, none of any other.

    Raises RefusedError when the face cannot be drawn, measured or embedded.
    """
    start = start_of_face(data, index)
    kind = _MAGIC.get(data[start : start + 4])
    if kind is None:
        found = _FOREIGN.get(data[:4], "not a TrueType or OpenType font")
        raise RefusedError("its table of contents is damaged" if start else f"it is {found}")
    tables = tables_of(data, start)
    missing = [name for name in _NEEDED if name not in tables]
    if not missing and not {"glyf", "CFF ", "CFF2"} & tables.keys() and _BITMAPS & tables.keys():
        raise RefusedError("its glyphs are pictures of one size, such as colored emoji, and no outlines")
    outlines = {"TrueType": ("glyf", "loca"), "CFF": ("CFF2",) if "CFF2" in tables else ("CFF ",)}[kind]
    missing += [name for name in outlines if name not in tables]
    if missing:
        raise RefusedError(f"it lacks the table {missing[0].strip()}")
    _examine_head(data, tables)
    _examine_rights(data, tables)
    return _weights(data, tables) if "fvar" in tables else ()


def start_of_face(data: bytes, index: int) -> int:
    """Where the table directory of the face `index` (from 0) begins."""
    return int.from_bytes(data[12 + 4 * index : 16 + 4 * index], "big") if data[:4] == b"ttcf" else 0


def tables_of(data: bytes, start: int) -> Tables:
    """Where the tables of a face begin, and how long they are, by tag. Raises RefusedError for tables outside of the file."""
    count = int.from_bytes(data[start + 4 : start + 6], "big")
    if start + 12 + 16 * count > len(data):
        raise RefusedError("the file is not complete")
    tables = {}
    for tag, _, offset, length in struct.iter_unpack(">4sIII", data[start + 12 : start + 12 + 16 * count]):
        if offset + length > len(data):
            raise RefusedError("the file is not complete")
        if not tag.isascii():
            raise RefusedError("its table of contents is damaged")
        tables[tag.decode("ascii")] = (offset, length)
    return tables


def number_in(data: bytes, tables: Tables, name: str, at: int, width: int = 2) -> int:
    """The number of `width` bytes at a place of a table; -1 where the table ends before."""
    start, length = tables.get(name, (0, 0))
    return int.from_bytes(data[start + at : start + at + width], "big") if at + width <= length else -1


def _examine_head(data: bytes, tables: Tables) -> None:
    if number_in(data, tables, "head", 12, 4) != 0x5F0F3CF5:
        raise RefusedError("its head table is damaged")
    glyphs, measures = number_in(data, tables, "maxp", 4), number_in(data, tables, "hhea", 34)
    if glyphs < 1 or not 16 <= number_in(data, tables, "head", 18) <= 16384:
        raise RefusedError("it has no glyphs or no unit of measure")
    wide = number_in(data, tables, "head", 50)  # whether the places of outlines are numbers of four bytes
    places = 0 if "loca" not in tables or wide not in {0, 1} else (glyphs + 1) * (4 if wide else 2)
    if not 1 <= measures <= glyphs or tables["hmtx"][1] < 4 * measures or tables.get("loca", (0, 0))[1] < places:
        raise RefusedError("its tables do not agree on the number of glyphs")
    if number_in(data, tables, "COLR", 0) == 1:
        raise RefusedError("it is a color font of a kind whose glyphs are empty without their colors")


def _examine_rights(data: bytes, tables: Tables) -> None:
    """What the maker allows: embedding of outlines, and of a part of the glyphs."""
    rights = max(number_in(data, tables, "OS/2", 8), 0)
    if rights & _RESTRICTED and not rights & _MILDER:
        raise RefusedError("its maker does not allow embedding")
    if rights & _WHOLE_ONLY or rights & _BITMAPS_ONLY:
        raise RefusedError("its maker does not allow to embed the outlines of single glyphs")


def _weights(data: bytes, tables: Tables) -> tuple[int, ...]:
    first, count, size = (number_in(data, tables, "fvar", at) for at in (4, 8, 10))
    length = tables["fvar"][1]
    if count < 1 or size < 20 or first < 16 or first + count * size > length:
        raise RefusedError("it is a variable font without axes")
    start = tables["fvar"][0] + first
    axes = [struct.unpack_from(">4siii", data, at) for at in range(start, start + count * size, size)]
    for tag, lightest, _, boldest in axes:
        if tag == b"wght":
            nearest = (max(lightest >> 16, min(weight, boldest >> 16)) for weight in (REGULAR, BOLD))
            return tuple(dict.fromkeys(nearest))
    return (REGULAR,)
