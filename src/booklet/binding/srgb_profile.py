"""The color space of the booklet → its ICC profile, the destination that an output intent names (ISO 15076-1:2010).

Made from the definition of sRGB (IEC 61966-2-1): primaries adapted to D50 by the Bradford matrix, and the parametric curve.
So it is a few hundred bytes, always the same, and nobody's property.
"""

import struct

_D50 = (0.9642, 1.0, 0.8249)
# Columns of the matrix from linear sRGB to D50, and the Bradford adaptation from D65 (Annex E).
_PRIMARIES = {"r": (0.4360747, 0.2225045, 0.0139322), "g": (0.3850649, 0.7168786, 0.0971045)}
_PRIMARIES |= {"b": (0.1430804, 0.0606169, 0.7141733)}
_ADAPTATION = (1.0478112, 0.0228866, -0.0501270, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316)
# g, a, b, c, d of the function of type 3: (aX + b)^g from d on, cX below (10.18).
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_HEAD = 128
NAME = "sRGB IEC61966-2.1"


def srgb_profile() -> bytes:
    """An ICC profile of version 4.2 for displays."""
    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _text(NAME),
        b"cprt": _text("No copyright, use freely"),
        b"wtpt": b"XYZ \0\0\0\0" + _fixed(*_D50),
        b"chad": b"sf32\0\0\0\0" + _fixed(*_ADAPTATION),
    }
    tags |= {f"{color}XYZ".encode(): b"XYZ \0\0\0\0" + _fixed(*place) for color, place in _PRIMARIES.items()}
    tags |= {f"{color}TRC".encode(): curve for color in _PRIMARIES}
    start = _HEAD + 4 + 12 * len(tags)
    table, data = struct.pack(">I", len(tags)), b""
    places: dict[bytes, int] = {}  # the three curves are one
    for name, value in tags.items():
        if value not in places:
            places[value] = start + len(data)
            data += value + b"\0" * (-len(value) % 4)
        table += struct.pack(">4sII", name, places[value], len(value))
    return _header(start + len(data)) + table + data


def _header(size: int) -> bytes:
    """The profile header (7.2): no date of making but that of the specification, which ISO 15076-1 asks for as numbers."""
    made = struct.pack(">6H", 2010, 12, 1, 0, 0, 0)
    fields = struct.pack(">I4sI4s4s4s", size, b"\0\0\0\0", 0x04200000, b"mntr", b"RGB ", b"XYZ ")
    fields += made + struct.pack(">4s4sI4sIQI", b"acsp", b"\0\0\0\0", 0, b"\0\0\0\0", 0, 0, 0) + _fixed(*_D50)
    return fields + b"\0" * (_HEAD - len(fields))


def _fixed(*numbers: float) -> bytes:
    """Numbers of type s15Fixed16."""
    return struct.pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))


def _text(text: str) -> bytes:
    """A multi-localized string with one entry (10.15)."""
    data = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(data), 28) + data
