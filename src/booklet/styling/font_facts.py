"""A font → what its tables say about itself: family, weight, slant, license (OpenType 1.9, "name", "OS/2", "post")."""

import re
import struct

from booklet.plain_dataclasses import dataclass
from booklet.styling.font_tables import REGULAR, number_in, start_of_face, tables_of
from booklet.styling.fonts import FontFile

_FAMILY, _LICENSE, _LICENSE_ADDRESS, _COPYRIGHT, _TYPOGRAPHIC_FAMILY = 1, 13, 14, 0, 16  # ids of the name table
_WINDOWS, _ENGLISH = 3, 0x409
_LONGEST, _MOST_RECORDS = 160, 4000
_ITALIC, _OBLIQUE = 0x001, 0x200  # OS/2 fsSelection


@dataclass(frozen=True, slots=True)
class FontFacts:
    """What a font says. `family` joins weights and slants; `weight` is 1 to 1000 (400: regular, 700: bold); `license` is one
    line: the first sentence of the license, else its address, else the copyright, empty when there is none."""

    family: str
    weight: int
    slanted: bool
    license: str


def font_facts(font: FontFile) -> FontFacts:
    """The facts of a face that has been examined (fonts.py); its family is the stem of the file where it does not say one."""
    data = font.data
    tables = tables_of(data, start_of_face(data, font.index))
    names = _names(data, *tables.get("name", (0, 0)))
    weight = font.weight or number_in(data, tables, "OS/2", 4)
    selection = max(number_in(data, tables, "OS/2", 62), 0)
    slanted = bool(selection & (_ITALIC | _OBLIQUE)) or number_in(data, tables, "post", 4, 4) > 0
    rights = next(filter(None, map(names.get, (_LICENSE, _LICENSE_ADDRESS, _COPYRIGHT))), "")
    return FontFacts(
        names.get(_TYPOGRAPHIC_FAMILY) or names.get(_FAMILY) or font.stem,
        weight if 1 <= weight <= 1000 else REGULAR,
        slanted,
        re.split(r"(?<=\.) ", rights, maxsplit=1)[0],
    )


def _names(data: bytes, start: int, length: int) -> dict[int, str]:
    """Entries of the name table by their ids, each on one line, in English where there is a choice."""
    table = data[start : start + length]
    count, strings = struct.unpack(">HH", table[2:6]) if length >= 6 else (0, 0)
    records = table[6 : 6 + 12 * min(count, _MOST_RECORDS)]
    found: dict[int, tuple[bool, bytes]] = {}
    for platform, _, language, name, size, at in struct.iter_unpack(">6H", records[: len(records) // 12 * 12]):
        english = language == _ENGLISH
        if platform == _WINDOWS and (name not in found or english > found[name][0]):
            found[name] = english, table[strings + at :][: min(size, 2 * _LONGEST)]
    return {name: " ".join(text.decode("utf-16-be", "replace").split()) for name, (_, text) in found.items()}
