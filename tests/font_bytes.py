"""Small fonts made for a test: TrueType, CFF, variable, and others that are refused."""

import io
import struct
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._f_v_a_r import Axis
from fontTools.ttLib.tables.DefaultTable import DefaultTable
from fontTools.ttLib.tables.TupleVariation import TupleVariation

ADVANCES = {".notdef": 500, "space": 250, "a": 480, "b": 520, "hyphen": 330, "eacute": 480}
CHARACTERS = {0x20: "space", 0x61: "a", 0x62: "b", 0x2D: "hyphen", 0xE9: "eacute"}


def _square(pen: Any, width: int) -> None:
    pen.moveTo((50, 0))
    pen.lineTo((width - 50, 0))
    pen.lineTo((width - 50, 500))
    pen.lineTo((50, 500))
    pen.closePath()


def _builder(*, is_cff: bool, upem: int, more: str = "") -> FontBuilder:
    font = FontBuilder(upem, isTTF=not is_cff)
    advances = ADVANCES | {f"uni{ord(character):04X}": 600 for character in more}
    font.setupGlyphOrder(list(advances))
    font.setupCharacterMap(CHARACTERS | {ord(character): f"uni{ord(character):04X}" for character in more})
    scaled = {name: width * upem // 1000 for name, width in advances.items()}
    outlines = {}
    for name, width in scaled.items():
        pen = T2CharStringPen(width, None) if is_cff else TTGlyphPen(None)
        if name != "space":
            _square(pen, width)
        outlines[name] = pen.getCharString() if is_cff else pen.glyph()
    if is_cff:
        font.setupCFF("Small-Regular", {}, outlines, {})
    else:
        font.setupGlyf(outlines)
    font.setupHorizontalMetrics({name: (width, 50) for name, width in scaled.items()})
    font.setupHorizontalHeader(ascent=upem * 8 // 10, descent=-upem * 2 // 10)
    font.setupOS2(sTypoAscender=upem * 8 // 10, sTypoDescender=-upem * 2 // 10, sCapHeight=upem * 7 // 10)
    font.setupNameTable({"familyName": "Small", "styleName": "Regular"})
    font.setupPost()
    return font


def saved(font: TTFont) -> bytes:
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def small_font(*, is_cff: bool = False, upem: int = 1000) -> bytes:
    """A font of the letters a, b, é, hyphen and space, drawn as squares."""
    return saved(_builder(is_cff=is_cff, upem=upem).font)


def family_font(
    more: str, family: str = "Small", weight: int = 400, *, italic: bool = False, rights: int = 0, is_cff: bool = False
) -> bytes:
    """The small font with `more` characters, and what it says about itself: family, usWeightClass, slant, OS/2 fsType."""
    font = _builder(is_cff=is_cff, upem=1000, more=more)
    names = {
        "familyName": family,
        "styleName": "Regular",
        "licenseDescription": "A free license. With a second sentence.",
    }
    font.setupNameTable(names)
    font.font["OS/2"].usWeightClass = weight
    font.font["OS/2"].fsType = rights
    font.font["OS/2"].fsSelection = 1 if italic else 64
    return saved(font.font)


def collection(*fonts: bytes) -> bytes:
    """A font collection (TTC) of fonts one after another."""
    header = struct.pack(">4sHHI", b"ttcf", 1, 0, len(fonts))
    starts, body = [], b""
    first = len(header) + 4 * len(fonts)
    for font in fonts:
        starts.append(first + len(body))
        count = int.from_bytes(font[4:6], "big")
        moved = bytearray(font)
        for at in range(12 + 8, 12 + 16 * count, 16):
            offset = int.from_bytes(font[at : at + 4], "big") + starts[-1]
            moved[at : at + 4] = offset.to_bytes(4, "big")
        body += bytes(moved) + bytes(-len(moved) % 4)
    return header + struct.pack(f">{len(fonts)}I", *starts) + body


def weighted_font(*, is_cff: bool = False) -> bytes:
    """A variable font with a weight axis from 100 to 900: its a is 480 wide at 400 and gains 50 at 900."""
    font = _builder(is_cff=is_cff, upem=1000)
    if is_cff:
        del font.font["CFF "]
        pens = {}
        for name, width in ADVANCES.items():
            pens[name] = T2CharStringPen(None, None, CFF2=True)
            if name != "space":
                _square(pens[name], width)
        font.setupCFF2({name: pen.getCharString() for name, pen in pens.items()}, [{}])
        font.setupHorizontalMetrics({name: (width, 50) for name, width in ADVANCES.items()})
    font.setupFvar([("wght", 100, 400, 900, "Weight")], [])
    if not is_cff:
        points = [(0, 0), (50, 0), (50, 0), (0, 0), (0, 0), (50, 0), (0, 0), (0, 0)]
        font.setupGvar({"a": [TupleVariation({"wght": (0, 1, 1)}, points)]})
    return saved(font.font)


def variable_font() -> bytes:
    font = _builder(is_cff=False, upem=1000).font
    table = font["fvar"] = newTable("fvar")
    axis = Axis()
    axis.axisTag, axis.minValue, axis.defaultValue, axis.maxValue, axis.axisNameID = "wght", 100, 100, 900, 256
    table.axes = [axis]
    font["name"].setName("Weight", 256, 3, 1, 0x409)
    return saved(font)


def web_font() -> bytes:
    font = _builder(is_cff=False, upem=1000).font
    font.flavor = "woff"
    return saved(font)


def with_table(data: bytes, tag: str, table: bytes) -> bytes:
    font = TTFont(io.BytesIO(data))
    font[tag] = DefaultTable(tag)
    font[tag].data = table
    return saved(font)


def without(data: bytes, table: str) -> bytes:
    font = TTFont(io.BytesIO(data))
    del font[table]
    return saved(font)
