"""Which entries of a foreign PDF object are taken over, by kind of object; what stands in no table here stays behind.

Clauses are those of ISO 32000-1. A value is a kind of its own, or PLAIN: numbers, names, strings and arrays of them.
"""

PLAIN = "plain"


def _plain(keys: str) -> dict[str, str]:
    return {f"/{key}": PLAIN for key in keys.split()}


_FONT = {"/Subtype": PLAIN, "/BaseFont": PLAIN, "/ToUnicode": "unicode map"}
_SHADING = _plain(
    "ShadingType Background BBox AntiAlias Coords Domain Extend Matrix BitsPerCoordinate BitsPerComponent BitsPerFlag "
    "VerticesPerRow Decode"
)
_METRICS = _plain(
    "FontName FontFamily FontStretch FontWeight Flags FontBBox ItalicAngle Ascent Descent Leading CapHeight XHeight "
    "StemV StemH AvgWidth MaxWidth MissingWidth CharSet"
)

ENTRIES: dict[str, dict[str, str]] = {
    # 8.10.2, 11.6.6; Resources are made anew from what the content uses
    "form": {"/BBox": PLAIN, "/Matrix": PLAIN, "/Group": "group"},
    "group": {"/S": PLAIN, "/CS": "color space", "/I": PLAIN, "/K": PLAIN},
    # 8.7.3, 8.7.4
    "tiling": _plain("PatternType PaintType TilingType BBox XStep YStep Matrix"),
    "shading pattern": {
        "/PatternType": PLAIN,
        "/Matrix": PLAIN,
        "/Shading": "shading",
        "/ExtGState": "graphics state",
    },
    "shading": _SHADING | {"/ColorSpace": "color space", "/Function": "function"},
    # 8.9.5, without Interpolate, which PDF/A forbids
    "image": _plain("Width Height BitsPerComponent ImageMask Decode Intent Matte")
    | {"/ColorSpace": "color space", "/Mask": "mask", "/SMask": "image"},
    # 8.4.5, 11.6.5.2; halftones, transfer functions, black generation and fonts are left out
    "graphics state": _plain("LW LC LJ ML D RI FL SM SA OP op OPM BM CA ca AIS TK") | {"/SMask": "soft mask"},
    "soft mask": {"/S": PLAIN, "/G": "form", "/BC": PLAIN, "/TR": "function"},
    # 8.6.5
    "calibration": _plain("WhitePoint BlackPoint Gamma Matrix Range"),
    "profile": {"/N": PLAIN, "/Alternate": "color space", "/Range": PLAIN},
    "table": {},
    # 7.10
    "function": _plain("FunctionType Domain Range Size BitsPerSample Order Encode Decode C0 C1 N Bounds")
    | {"/Functions": "function"},
    # 9.6 to 9.9
    "simple font": _FONT
    | {"/FirstChar": PLAIN, "/LastChar": PLAIN, "/Widths": PLAIN}
    | {"/Encoding": "encoding", "/FontDescriptor": "descriptor"},
    "type 3 font": _plain("Subtype FontBBox FontMatrix FirstChar LastChar Widths")
    | {"/Encoding": "encoding", "/ToUnicode": "unicode map"},
    "composite font": _FONT | {"/Encoding": "cmap", "/DescendantFonts": "cid font"},
    "cid font": _plain("Subtype BaseFont DW W DW2 W2")
    | {"/CIDSystemInfo": "collection", "/CIDToGIDMap": "table", "/FontDescriptor": "descriptor"},
    "collection": _plain("Registry Ordering Supplement"),
    "encoding": {"/BaseEncoding": PLAIN, "/Differences": PLAIN},
    "cmap": {"/CMapName": PLAIN, "/CIDSystemInfo": "collection", "/WMode": PLAIN, "/UseCMap": "cmap"},
    "unicode map": {},
    "descriptor": _METRICS | {"/FontFile": "font program", "/FontFile2": "font program", "/FontFile3": "font program"},
    "font program": _plain("Length1 Length2 Length3 Subtype"),
    "mask": {},
}

TYPES: dict[str, bytes] = {
    "form": b"/Type/XObject/Subtype/Form",
    "image": b"/Type/XObject/Subtype/Image",
    "group": b"/Type/Group",
    "tiling": b"/Type/Pattern",
    "shading pattern": b"/Type/Pattern",
    "graphics state": b"/Type/ExtGState",
    "soft mask": b"/Type/Mask",
    "simple font": b"/Type/Font",
    "type 3 font": b"/Type/Font",
    "composite font": b"/Type/Font",
    "cid font": b"/Type/Font",
    "encoding": b"/Type/Encoding",
    "cmap": b"/Type/CMap",
    "descriptor": b"/Type/FontDescriptor",
}

# Kinds that must be, may be, or are never a stream; fonts are objects of their own because several pages and forms name them.
STREAMS = frozenset(("form", "tiling", "image", "profile", "unicode map", "font program"))
MAYBE_STREAMS = frozenset(("shading", "function", "table", "cmap", "mask"))
FONTS = frozenset(("simple font", "type 3 font", "composite font", "cid font"))
ARRAYS = {"function": "function", "cid font": "cid font", "mask": PLAIN}

FONT_KINDS = {
    "/Type0": "composite font",
    "/Type1": "simple font",
    "/MMType1": "simple font",
    "/TrueType": "simple font",
    "/Type3": "type 3 font",
}
XOBJECT_KINDS = {"/Form": "form", "/Image": "image"}
PATTERN_KINDS = {1: "tiling", 2: "shading pattern"}
RESOURCE_KINDS = {"/ColorSpace": "color space", "/ExtGState": "graphics state", "/Shading": "shading"}
DEFAULT_SPACES = (b"DefaultGray", b"DefaultRGB", b"DefaultCMYK")
