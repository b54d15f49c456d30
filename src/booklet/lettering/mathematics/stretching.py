"""A character and a length → the font's form of it that is long enough: a larger glyph, or one assembled of parts.

OpenType, MATH table, MathVariants. Lengths are in 1/1000 of the text size.
"""

from booklet.lettering.mathematics.boxes import Box, Ink, Rule, Style, glyph_box, glyph_of
from booklet.lettering.mathematics.math_font import PER_EM, Part, math_font

_MOST_REPEATS = 200


def tall(character: str, least: float, style: Style) -> Box:
    """The smallest form at least so tall (height and depth together), else the tallest. Its baseline is the font's."""
    return _stretched(character, least, style, "ttb")


def long(character: str, least: float, style: Style) -> Box:
    """The smallest form at least so wide, else the widest."""
    return _stretched(character, least, style, "ltr")


def wide_accent(character: str, most: float, style: Style) -> Box:
    """The widest form of an accent that is not wider than `most`."""
    font = math_font()
    k = style.size / PER_EM
    glyph = glyph_of(character, 0)
    for form, _ in font.variants(glyph, "ltr"):
        measures = font.measures(form)
        if (measures.right - measures.left) * k <= most:
            glyph = form
    return glyph_box(glyph, style.size)


def centered(box: Box, axis: float) -> Box:
    """The box moved so that its middle is at the height of the axis."""
    up = axis - (box.height - box.depth) / 2
    return Box(box.width, box.height + up, box.depth - up, ((0.0, up, box),), box.italic)


def _stretched(character: str, least: float, style: Style, direction: str) -> Box:
    font = math_font()
    k = style.size / PER_EM
    glyph = glyph_of(character, style.script)
    box = glyph_box(glyph, style.size)
    if _extent(box, direction) >= least:
        return box
    base = glyph_of(character, 0)
    for form, _ in font.variants(base, direction):
        box = glyph_box(form, style.size)
        if _extent(box, direction) >= least:
            return box
    parts = font.parts(base, direction)
    return _assembled(parts, least, k, direction) if parts else box


def _extent(box: Box, direction: str) -> float:
    return box.height + box.depth if direction == "ttb" else box.width


def _assembled(parts: tuple[Part, ...], least: float, k: float, direction: str) -> Box:
    """Parts joined: as few repeats as reach the length, overlapping as much as is left over."""
    font = math_font()
    overlap = font.least_overlap(direction)
    repeats = 0
    while repeats < _MOST_REPEATS and _length(_chain(parts, repeats), overlap) * k < least:
        repeats += 1
    chain = _chain(parts, repeats)
    joints = max(1, len(chain) - 1)
    spare = max(0.0, _length(chain, overlap) - least / k) / joints
    at = 0.0
    placed: list[tuple[float, float, Box | Ink | Rule]] = []
    across = 0.0
    for before, part in zip((None, *chain[:-1]), chain, strict=True):
        if before is not None:
            most = max(overlap, min(before.end, part.start))
            at -= min(most, overlap + spare)
        ink = Ink(part.glyph, k * PER_EM)
        measures = font.measures(part.glyph)
        if direction == "ttb":
            placed.append((0.0, (at + measures.depth) * k, ink))
            across = max(across, measures.advance * k)
        else:
            placed.append(((at - min(0, measures.left)) * k, 0.0, ink))
        at += part.length
    if direction == "ttb":
        return Box(across, at * k, 0.0, tuple(placed))
    height = max(font.measures(part.glyph).height for part in chain) * k
    depth = max(font.measures(part.glyph).depth for part in chain) * k
    return Box(at * k, height, depth, tuple(placed))


def _chain(parts: tuple[Part, ...], repeats: int) -> list[Part]:
    return [part for part in parts for _ in range(repeats if part.repeats else 1)]


def _length(chain: list[Part], overlap: int) -> float:
    return sum(part.length for part in chain) - overlap * (len(chain) - 1)
