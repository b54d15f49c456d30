"""Glyphs and rules → boxes with width, height and depth, and boxes side by side or above each other → a box.

Lengths are in 1/1000 of the text size; x to the right, y up from the baseline.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from booklet.lettering.mathematics.alphabets import styled
from booklet.lettering.mathematics.cannot_set import CannotSetError
from booklet.lettering.mathematics.math_font import MISSING, PER_EM, math_font


class Style(NamedTuple):
    """TeX's style: level 0 display, 1 text, 2 script, 3 script of script; cramped: superscripts are raised less."""

    level: int
    cramped: bool = False

    @property
    def size(self) -> float:
        """Size of its glyphs in 1/1000 of the text size."""
        font = math_font()
        if self.level < 2:
            return 1000.0
        return 10.0 * font.constant(
            "SCRIPT_PERCENT_SCALE_DOWN" if self.level == 2 else "SCRIPT_SCRIPT_PERCENT_SCALE_DOWN"
        )

    @property
    def script(self) -> int:
        """0, or which of the two forms for scripts."""
        return max(0, self.level - 1)

    def above(self) -> "Style":
        """The style of a superscript."""
        return Style(min(3, max(2, self.level + 1)), self.cramped)

    def below(self) -> "Style":
        """The style of a subscript."""
        return Style(min(3, max(2, self.level + 1)), cramped=True)

    def tight(self) -> "Style":
        """The same style, cramped."""
        return Style(self.level, cramped=True)

    def length(self, constant: str) -> float:
        """A length of the font's MATH table at this size."""
        return math_font().constant(constant) * self.size / PER_EM


class Ink(NamedTuple):
    """A glyph at a size."""

    glyph: int
    size: float


class Rule(NamedTuple):
    """A filled rectangle; its place is its lower left corner."""

    width: float
    height: float


class Box(NamedTuple):
    """What is drawn, with the reference point at the left on the baseline.

    `parts` are things and where their reference points are. `italic` leans out of the width at the upper right; `glyph` is
    the glyph when the box is one character, whose scripts and accents the font places.
    """

    width: float
    height: float
    depth: float
    parts: "tuple[tuple[float, float, Box | Ink | Rule], ...]" = ()
    italic: float = 0.0
    glyph: int = MISSING

    @property
    def full_width(self) -> float:
        """Width with what leans out."""
        return self.width + self.italic


EMPTY = Box(0.0, 0.0, 0.0)


def glyph_box(glyph: int, size: float) -> Box:
    """One glyph."""
    font = math_font()
    k = size / PER_EM
    measures = font.measures(glyph)
    italic = font.italic_correction(glyph) * k
    ink = ((0.0, 0.0, Ink(glyph, size)),)
    return Box(measures.advance * k, measures.height * k, measures.depth * k, ink, italic, glyph)


def glyph_of(character: str, script: int) -> int:
    """The glyph of a character; raises CannotSetError where the font has none."""
    glyph = math_font().glyph(character, script)
    if glyph == MISSING:
        shown = f'"{character}" ' if character.isprintable() else ""
        raise CannotSetError(f"the font for formulas has no glyph for {shown}(U+{ord(character):04X})")
    return glyph


def character_box(character: str, style: Style) -> Box:
    """One character as it is."""
    return glyph_box(glyph_of(character, style.script), style.size)


def word_box(text: str, alphabet: str, style: Style) -> Box:
    """A word: kerned when upright, else its letters one after the other."""
    k = style.size / PER_EM
    letters = text if alphabet == "upright" else "".join(styled(letter, alphabet) for letter in text)
    for letter in letters:
        glyph_of(letter, 0)
    font = math_font()
    x, height, depth = 0.0, 0.0, 0.0
    parts: list[tuple[float, float, Box | Ink | Rule]] = []
    italic = 0.0
    for glyph, advance in font.word(letters):
        measures = font.measures(glyph)
        parts.append((x, 0.0, Ink(glyph, style.size)))
        x += advance * k
        height, depth = max(height, measures.height * k), max(depth, measures.depth * k)
        italic = font.italic_correction(glyph) * k
    return Box(x, height, depth, tuple(parts), italic)


def moved(box: Box, up: float) -> Box:
    """The box raised."""
    return Box(box.width, box.height + up, box.depth - up, ((0.0, up, box),), box.italic)


def beside(boxes: Iterable[tuple[float, Box]]) -> Box:
    """Boxes on one baseline; each comes with the white before it."""
    x, height, depth = 0.0, 0.0, 0.0
    parts: list[tuple[float, float, Box | Ink | Rule]] = []
    first = True
    for white, box in boxes:
        x += white
        parts.append((x, 0.0, box))
        x += box.full_width
        height, depth = (box.height, box.depth) if first else (max(height, box.height), max(depth, box.depth))
        first = False
    return Box(x, height, depth, tuple(parts))


def together(width: float, placed: Sequence[tuple[float, float, Box | Rule]]) -> Box:
    """Boxes and rules at given places, as one box of a given width that is as high and deep as they reach."""
    tops, bottoms = [], []
    for _, y, part in placed:
        tops.append(y + part.height)
        bottoms.append(-y + (part.depth if isinstance(part, Box) else 0.0))
    return Box(width, max(tops, default=0.0), max(bottoms, default=0.0), tuple(placed))


def drawn(box: Box) -> tuple[list[tuple[float, float, Ink]], list[tuple[float, float, Rule]]]:
    """All glyphs and rules of a box with their places, in reading order."""
    glyphs: list[tuple[float, float, Ink]] = []
    rules: list[tuple[float, float, Rule]] = []
    waiting: list[tuple[float, float, Box | Ink | Rule]] = [(0.0, 0.0, box)]
    while waiting:
        x, y, part = waiting.pop()
        if isinstance(part, Box):
            waiting.extend((x + dx, y + dy, inner) for dx, dy, inner in reversed(part.parts))
        elif isinstance(part, Ink):
            glyphs.append((x, y, part))
        else:
            rules.append((x, y, part))
    return glyphs, rules
