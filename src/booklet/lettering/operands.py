"""Shaped glyphs → the inside of a TJ array (ISO 32000-1, 9.4.3), as text of latin-1 characters.

What depends on the size it will be drawn at is left open by characters beyond latin-1 and filled in by `resolved`: a word
is shaped once for all sizes.
"""

import re

from booklet.lettering.face import LINE_HYPHEN, Face, Shaped
from booklet.pdf_syntax import pdf_number

_SIZE = "\ue000"
_RISE, _RISE_END = "\ue001", "\ue002"
_OPEN = re.compile(f"{_SIZE}|{_RISE}(-?[0-9]+){_RISE_END}")
_ESCAPES = {"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r"}


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
    widths = face.widths
    natural = [widths[glyph] for glyph in shaped.glyphs]
    if natural == shaped.advances and not shaped.offsets:
        return "".join(map(CODES.__getitem__, shaped.glyphs))
    parts: list[str] = []
    pending = 0
    for index, glyph in enumerate(shaped.glyphs):
        x, y = shaped.offsets[index] if shaped.offsets else (0, 0)
        if pending + x:
            parts.append(f"){-(pending + x)}(")
        parts.append(
            f")]TJ {_RISE}{y}{_RISE_END} Ts[({CODES[glyph]})]TJ {_RISE}0{_RISE_END} Ts[(" if y else CODES[glyph]
        )
        pending = shaped.advances[index] - x - natural[index]
    if pending:
        parts.append(f"){-pending}(")
    return "".join(parts)


def with_face(operands: str, key: str, back: str) -> str:
    """Operands of another face than the line's: switched to, and back (`key`, `back`: font resource names)."""
    return f")]TJ/{key} {_SIZE} Tf[({operands})]TJ/{back} {_SIZE} Tf[("


def with_actual_text(operands: str, text: str) -> str:
    """Operands whose glyphs do not say what they mean: the text is given as ActualText (14.9.4)."""
    spelled = text.encode("utf-16-be", "surrogatepass").hex().upper()
    return f")]TJ/Span<</ActualText<FEFF{spelled}>>>BDC[({operands})]TJ EMC[("


def resolved(operators: str, size: float, rise: float) -> str:
    """Fill in what depends on the size (points) and rise (points) that the operators are drawn at."""
    return _OPEN.sub(
        lambda gap: pdf_number(size) if gap[1] is None else pdf_number(rise + int(gap[1]) * size / 1000), operators
    )
