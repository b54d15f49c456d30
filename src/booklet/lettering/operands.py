"""Shaped glyphs → the inside of a TJ array (ISO 32000-1, 9.4.3), as text of latin-1 characters.

What depends on the size it will be drawn at is left open by characters beyond latin-1 and filled in by `resolved`: a word
is shaped once for all sizes.
"""

import re
from itertools import pairwise

from booklet.expression import expression
from booklet.lettering.face import LINE_HYPHEN, Face, Shaped
from booklet.pdf_syntax import pdf_number

_SIZE = "\ue000"
_RISE, _RISE_END = "\ue001", "\ue002"
# Around what is said by a text of its own.
_SAYS, _SAYS_END, _SAID = "\ue003", "\ue004", "\ue005"
_SPOKEN = re.compile(f"{_SAYS}([0-9a-f]*){_SAYS_END}(.*?){_SAID}", re.DOTALL)
_BACK_AND_FORTH = re.compile(
    rf"\)\]TJ/([A-Za-z0-9-]+) {_SIZE} Tf\[\(((?:\)-?[0-9]+\()?)\)\]TJ/([A-Za-z0-9-]+) {_SIZE} Tf\[\("
)
_OPEN = re.compile(f"{_SIZE}|{_RISE}(-?[0-9]+){_RISE_END}")
_SWITCH = expression(rf"/([A-Za-z0-9-]+) {_SIZE} Tf")
# What would end a string, and what would end a line: every operator has a line of its own.
_ESCAPES = {"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"}


class _Codes(dict[int, str]):
    """Glyph id → its two bytes as they stand in a literal string: half the size of hexadecimal."""

    def __missing__(self, glyph: int) -> str:
        high, low = chr(glyph >> 8), chr(glyph & 255)
        code = self[glyph] = _ESCAPES.get(high, high) + _ESCAPES.get(low, low)
        return code


CODES = _Codes()
LINE_HYPHEN_CODE = CODES[LINE_HYPHEN]


def string_operands(face: Face, shaped: Shaped) -> str:
    """Glyphs as string operands without the outermost parentheses, adjusted where a glyph is not at its natural place."""
    glyphs, advances, _, offsets = shaped
    widths = face.widths
    natural = [widths[glyph] for glyph in glyphs]
    codes = [CODES[glyph] for glyph in glyphs]
    if not offsets:
        if natural == advances:
            return "".join(codes)
        apart = zip(codes, natural, advances, strict=True)
        return "".join([code if own == advance else f"{code}){own - advance}(" for code, own, advance in apart])
    parts: list[str] = []
    pending = 0
    for index, (x, y) in enumerate(offsets):
        if pending + x:
            parts.append(f"){-(pending + x)}(")
        parts.append(
            f")]TJ {_RISE}{y}{_RISE_END} Ts[({codes[index]})]TJ {_RISE}0{_RISE_END} Ts[(" if y else codes[index]
        )
        pending = advances[index] - x - natural[index]
    if pending:
        parts.append(f"){-pending}(")
    return "".join(parts)


def spoken_operands(face: Face, shaped: Shaped, text: str) -> str:
    """Glyphs as string operands; clusters whose glyphs do not say what they mean are given their part of `text`.

    A word with a mark that is moved sideways is given as a whole: poppler 22 takes the way back from the mark for a blank.
    """
    if any(x for x, _ in shaped.offsets):
        return with_actual_text(string_operands(face, shaped), text)
    starts = [
        index for index, cluster in enumerate(shaped.clusters) if not index or cluster != shaped.clusters[index - 1]
    ]
    spans: list[tuple[int, int, str]] = []  # first glyph, glyph after the last, the text to give or none
    for begin, end in pairwise([*starts, len(shaped.glyphs)]):
        after = shaped.clusters[end] if end < len(shaped.glyphs) else len(text)
        meant = text[shaped.clusters[begin] : after]
        meant = "" if face.says(shaped.glyphs[begin:end]) == meant else meant
        if spans and not meant and not spans[-1][2]:
            begin = spans.pop()[0]
        spans.append((begin, end, meant))
    parts = []
    for begin, end, meant in spans:
        offsets = shaped.offsets[begin:end]
        piece = Shaped(
            shaped.glyphs[begin:end], shaped.advances[begin:end], [], offsets if any(map(any, offsets)) else []
        )
        operands = string_operands(face, piece)
        parts.append(with_actual_text(operands, meant) if meant else operands)
    return "".join(parts)


def with_face(operands: str, key: str, back: str) -> str:
    """Operands of another face than the line's: switched to, and back (`key`, `back`: font resource names)."""
    return f")]TJ/{key} {_SIZE} Tf[({operands})]TJ/{back} {_SIZE} Tf[("


def with_actual_text(operands: str, text: str) -> str:
    """Operands whose glyphs do not say what they mean, with the text that they stand for: `spoken_parts` finds it again."""
    return f")]TJ {_SAYS}{text.encode('utf-16-be', 'surrogatepass').hex()}{_SAYS_END}[({operands})]TJ {_SAID}[("


def spoken_parts(operators: str) -> list[tuple[str, str]]:
    """Operators in stretches, each with the text that it says, empty where its glyphs say it themselves."""
    if _SAYS not in operators:
        return [(operators, "")]
    plain, *rest = _SPOKEN.split(operators)
    parts = [(plain.strip(), "")]
    for spelled, inner, following in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        parts += [(inner.strip(), bytes.fromhex(spelled).decode("utf-16-be", "surrogatepass")), (following.strip(), "")]
    return [(part, text) for part, text in parts if part not in {"", "[()]TJ"}]


def joined(operators: str) -> str:
    """Words of one other face in a row, as of a script that the line's face lacks: without going back between them."""
    parts = _BACK_AND_FORTH.split(operators)
    if len(parts) == 1:
        return operators
    done = [parts[0]]
    inside = _face_switched_to(parts[0])
    for back, kern, forth, text in zip(parts[1::4], parts[2::4], parts[3::4], parts[4::4], strict=True):
        same = forth == inside
        done.append(kern if same else f")]TJ/{back} {_SIZE} Tf[({kern})]TJ/{forth} {_SIZE} Tf[(")
        done.append(text)
        inside = _face_switched_to(text) or forth
    return "".join(done)


def _face_switched_to(operators: str) -> str:
    """The face that the operators end in, as far as they say."""
    found = _SWITCH.findall(operators)
    return found[-1] if found else ""


def is_open(operators: str) -> bool:
    """Whether operators depend on the size that they are drawn at, so that `joined` and `resolved` have something to do."""
    return _SIZE in operators or _RISE in operators


def resolved(operators: str, size: float, rise: float) -> str:
    """Fill in what depends on the size (points) and rise (points) that the operators are drawn at."""
    return _OPEN.sub(
        lambda gap: pdf_number(size) if gap[1] is None else pdf_number(rise + int(gap[1]) * size / 1000), operators
    )
