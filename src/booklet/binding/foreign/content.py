"""Turns a foreign content stream into one that holds drawing operators alone, and says which resources it uses how often."""

import re
from collections import Counter

from booklet.binding.content_stream import Operation, dictionary, is_string, number, operations, string_bytes
from booklet.binding.foreign.picture_rules import AS_PICTURE, MAX_PIXELS, Budget, PictureError, too_much
from booklet.plain_dataclasses import dataclass, field

# ISO 32000-1, Annex A, without marked content (BMC BDC EMC MP DP) and compatibility sections (BX EX).
_DRAWING = frozenset(
    b"b B b* B* BI BT c cm CS cs d d0 d1 Do ET f F f* G g gs h i J j K k l M m n q Q re RG rg ri s S SC sc SCN scn sh "
    b"T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split()
)
_OWN_SPACES = frozenset(b"/DeviceGray /DeviceRGB /DeviceCMYK /Pattern /Indexed /G /RGB /CMYK /I".split())
_NAMED_BY = {
    b"Do": "/XObject",
    b"Tf": "/Font",
    b"gs": "/ExtGState",
    b"cs": "/ColorSpace",
    b"CS": "/ColorSpace",
    b"scn": "/Pattern",
    b"SCN": "/Pattern",
    b"sh": "/Shading",
}
_SHOWING = frozenset((b"Tj", b"TJ", b"'", b'"'))
_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")

# A viewer needs a filter's output in memory; 64 KB of Flate are 64 MB at most.
_MAX_CODED_INLINE = 1 << 16
_CODED_INLINE = frozenset((b"/Fl", b"/FlateDecode", b"/LZW", b"/LZWDecode", b"/RL", b"/RunLengthDecode"))


@dataclass(frozen=True, slots=True)
class DrawingContent:
    """A content stream with its foreign parts cut out.

    `uses` counts by category and name ("/XObject", b"Im1") how often a resource is drawn; a font counts the bytes shown in
    it. `operations` counts those kept. `layers`: some content belonged to an optional-content group.
    """

    data: bytes
    uses: Counter[tuple[str, bytes]]
    operations: int
    layers: bool


@dataclass(slots=True)
class _Scan:
    """How far a scan has come: stretches to cut, uses, the fonts selected (with where), and the open `q`."""

    cuts: list[tuple[int, int]] = field(default_factory=list)
    uses: Counter[tuple[str, bytes]] = field(default_factory=Counter)
    fonts: list[tuple[bytes, int, int]] = field(default_factory=list)
    font: bytes = b""
    saved: list[bytes] = field(default_factory=list)
    layers: bool = False


def drawing_content(content: bytes, budget: Budget) -> DrawingContent:
    """Keep the drawing operators of `content`, byte for byte; cut marked content, unknown operators, a `Q` too many, and
    fonts in which nothing is shown (writers select one at the top of every page); close what `q` left open.

    Raises PictureError over the budget, and for text in no font or in inline images that unpack to too much.
    """
    budget.spend("content", len(content))
    scan = _Scan()
    count = 0
    for operation in operations(content):
        budget.spend("operations")
        if operation.operator not in _DRAWING:
            scan.layers |= operation.operands[:1] == [b"/OC"]
            scan.cuts.append((operation.start, operation.end))
            continue
        count += 1
        _note(scan, operation)
    scan.cuts += [(start, end) for name, start, end in scan.fonts if not scan.uses["/Font", name]]
    data = _without(content, sorted(scan.cuts)) + b"\nQ" * len(scan.saved)
    uses = Counter({use: times for use, times in scan.uses.items() if times})
    return DrawingContent(data, uses, count, scan.layers)


def _note(scan: _Scan, operation: Operation) -> None:
    operator, operands, start, end = operation
    if operator == b"q":
        scan.saved.append(scan.font)
    elif operator == b"Q":
        if scan.saved:
            scan.font = scan.saved.pop()
        else:
            scan.cuts.append((start, end))
    elif operator == b"Tf":
        scan.font = plain_name(operands[0]) if operands else b""
        scan.fonts.append((scan.font, start, end))
    elif operator in _SHOWING:
        _note_text(scan, operands)
    elif operator == b"BI":
        _note_inline_image(scan, operands)
    elif operator in _NAMED_BY and operands and operands[-1].startswith(b"/"):
        category, name = _NAMED_BY[operator], operands[-1]
        if category != "/ColorSpace" or name not in _OWN_SPACES:
            scan.uses[category, plain_name(name)] += 1


def _note_text(scan: _Scan, operands: list[bytes]) -> None:
    shown = sum(len(string_bytes(token)) for token in operands if is_string(token))
    if shown and not scan.font:
        raise PictureError("shows text without saying in which font", AS_PICTURE)
    scan.uses["/Font", scan.font] += shown


def _note_inline_image(scan: _Scan, operands: list[bytes]) -> None:
    entries = dictionary(operands[:-1])
    data = operands[-1]
    filters = [token for key in (b"/F", b"/Filter") for token in entries.get(key, [])]
    packed = [token for token in filters if token in _CODED_INLINE]
    if len(packed) > 1 or (packed and len(data) > _MAX_CODED_INLINE):
        raise too_much()
    sides = [number(b"".join(entries.get(short, entries.get(long, [])))) for short, long in _SIDES]
    if sides[0] * sides[1] > MAX_PIXELS:
        raise too_much()
    for key in (b"/CS", b"/ColorSpace"):
        for token in entries.get(key, []):
            if token.startswith(b"/") and token not in _OWN_SPACES:
                scan.uses["/ColorSpace", plain_name(token)] += 1


_SIDES = ((b"/W", b"/Width"), (b"/H", b"/Height"))


def plain_name(token: bytes) -> bytes:
    """A name without its slash and its # escapes (ISO 32000-1, 7.3.5)."""
    name = token[1:]
    return _NAME_ESCAPE.sub(lambda found: bytes((int(found[1], 16),)), name) if b"#" in name else name


def _without(content: bytes, cuts: list[tuple[int, int]]) -> bytes:
    """The content with a blank for every stretch cut out; nothing of what stays is changed."""
    pieces: list[bytes] = []
    position = 0
    for start, end in cuts:
        pieces.append(content[position:start])
        position = end
    return b" ".join([*pieces, content[position:]])
