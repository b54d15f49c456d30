"""Small fonts made for a test: TrueType, CFF, variable, and others that are refused."""

import io
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._f_v_a_r import Axis

ADVANCES = {".notdef": 500, "space": 250, "a": 480, "b": 520, "hyphen": 330, "eacute": 480}
CHARACTERS = {0x20: "space", 0x61: "a", 0x62: "b", 0x2D: "hyphen", 0xE9: "eacute"}


def _square(pen: Any, width: int) -> None:
    pen.moveTo((50, 0))
    pen.lineTo((width - 50, 0))
    pen.lineTo((width - 50, 500))
    pen.lineTo((50, 500))
    pen.closePath()


def _builder(*, is_cff: bool, upem: int) -> FontBuilder:
    font = FontBuilder(upem, isTTF=not is_cff)
    font.setupGlyphOrder(list(ADVANCES))
    font.setupCharacterMap(CHARACTERS)
    scaled = {name: width * upem // 1000 for name, width in ADVANCES.items()}
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


def without(data: bytes, table: str) -> bytes:
    font = TTFont(io.BytesIO(data))
    del font[table]
    return saved(font)
