"""The file of STIX Two Math → glyphs, their measures, and the constants of mathematics (OpenType, MATH table).

Lengths are in font units, which are 1/1000 em in this font.
"""

from functools import cache
from typing import NamedTuple

import uharfbuzz as hb

from booklet.shipped import fonts_folder

FILE = "stix-two-math/STIXTwoMath-Regular.ttf"
PER_EM = 1000
MISSING = 0


class Measures(NamedTuple):
    """Advance width, and the ink: height above and depth below the baseline, left and right edge."""

    advance: int
    height: int
    depth: int
    left: int
    right: int


class Part(NamedTuple):
    """A part of an assembled glyph, in the order from bottom to top or left to right."""

    glyph: int
    start: int
    end: int
    length: int
    repeats: bool


class MathFont:
    """The font opened by HarfBuzz, with what was looked up in it remembered."""

    def __init__(self) -> None:
        blob = hb.Blob((fonts_folder() / FILE).read_bytes())
        self._font = hb.Font(hb.Face(blob))
        self._buffer = hb.Buffer()
        self._glyphs: dict[tuple[str, int], int] = {}
        self._plain: dict[int, int] = {}
        self._measures: dict[int, Measures] = {}
        self._words: dict[str, tuple[tuple[int, int], ...]] = {}
        self._variants: dict[tuple[int, str], tuple[tuple[int, int], ...]] = {}
        self._parts: dict[tuple[int, str], tuple[Part, ...]] = {}
        self._constants = {constant.name: self._font.get_math_constant(constant) for constant in hb.OTMathConstant}

    def constant(self, name: str) -> int:
        """A constant of the MATH table by its name in HarfBuzz (`AXIS_HEIGHT`); percentages as they are."""
        return int(self._constants[name])

    def glyph(self, character: str, script: int) -> int:
        """Glyph of a character; `script` 1 or 2 takes the form drawn for scripts and scripts of scripts (feature ssty)."""
        glyph = self._glyphs.get((character, script))
        if glyph is None:
            plain = glyph = self._font.get_nominal_glyph(ord(character)) or MISSING
            if glyph and script:
                glyph = self._shape(character, {"ssty": script, "ccmp": False})[0][0]
                self._plain[glyph] = plain
            self._glyphs[character, script] = glyph
        return glyph

    def word(self, text: str) -> tuple[tuple[int, int], ...]:
        """Glyphs and advances of a word in upright letters, kerned."""
        glyphs = self._words.get(text)
        if glyphs is None:
            glyphs = self._words[text] = self._shape(text, {"kern": True, "liga": False})
        return glyphs

    def _shape(self, text: str, features: dict[str, int | bool]) -> tuple[tuple[int, int], ...]:
        buffer = self._buffer
        buffer.clear_contents()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "ltr"
        buffer.language = "en"
        hb.shape(self._font, buffer, features)
        advances = (position.x_advance for position in buffer.glyph_positions)
        return tuple((info.codepoint, advance) for info, advance in zip(buffer.glyph_infos, advances, strict=True))

    def measures(self, glyph: int) -> Measures:
        """Advance and ink of a glyph."""
        known = self._measures.get(glyph)
        if known is None:
            advance, ink = self._font.get_glyph_h_advance(glyph), self._font.get_glyph_extents(glyph)
            bottom = ink.y_bearing + ink.height
            known = Measures(advance, ink.y_bearing, -bottom, ink.x_bearing, ink.x_bearing + ink.width)
            self._measures[glyph] = known
        return known

    def italic_correction(self, glyph: int) -> int:
        """How far a slanted glyph leans out of its width at the top."""
        return int(self._font.get_math_glyph_italics_correction(glyph))

    def accent_place(self, glyph: int) -> int:
        """Where an accent stands on a glyph, or the point of an accent that comes there."""
        return int(self._font.get_math_glyph_top_accent_attachment(glyph))

    def kern(self, glyph: int, *, right: bool, top: bool, height: float) -> int:
        """How much a script may come closer at a height (negative), at one of the four corners of a glyph."""
        corners = hb.OTMathKern
        if right:
            corner = corners.TOP_RIGHT if top else corners.BOTTOM_RIGHT
        else:
            corner = corners.TOP_LEFT if top else corners.BOTTOM_LEFT
        kern = int(self._font.get_math_glyph_kerning(glyph, corner, round(height)))
        # STIX Two Math 2.13 has no kerns for the forms drawn for scripts, which have the shape of the plain ones.
        return kern or int(self._font.get_math_glyph_kerning(self._plain.get(glyph, glyph), corner, round(height)))

    def variants(self, glyph: int, direction: str) -> tuple[tuple[int, int], ...]:
        """Larger forms of a glyph and their lengths, the smallest first; `direction` is "ttb" or "ltr"."""
        known = self._variants.get((glyph, direction))
        if known is None:
            found = self._font.get_math_glyph_variants(glyph, direction)
            known = self._variants[glyph, direction] = tuple((form.glyph, form.advance) for form in found)
        return known

    def parts(self, glyph: int, direction: str) -> tuple[Part, ...]:
        """Parts that any length of a glyph can be assembled of; empty where the font has none."""
        known = self._parts.get((glyph, direction))
        if known is None:
            found, _ = self._font.get_math_glyph_assembly(glyph, direction)
            known = tuple(
                Part(p.glyph, p.start_connector_length, p.end_connector_length, p.full_advance, bool(p.flags))
                for p in found
            )
            self._parts[glyph, direction] = known
        return known

    def least_overlap(self, direction: str) -> int:
        """How much parts of an assembled glyph overlap at least."""
        return int(self._font.get_math_min_connector_overlap(direction))


@cache
def math_font() -> MathFont:
    """The font, opened when the first formula occurs."""
    return MathFont()
