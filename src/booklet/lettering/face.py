"""A font file at work: shaping by HarfBuzz and metrics in integers of 1/1000 em.

Codes in page contents are the glyph ids of the original file (two bytes, big endian), so what is set does not depend on
which other glyphs a document uses. The one exception is LINE_HYPHEN, a second code for the hyphen glyph.
"""

import unicodedata
from functools import cached_property
from typing import NamedTuple

import uharfbuzz as hb

from booklet.lettering.glyph_texts import gsub_texts, shipped_texts
from booklet.styling.fonts import FontFile

# Code of a hyphen that line breaking put in. Its text is U+00AD, which readers drop (ISO 32000-1, 14.8.2.2.3).
LINE_HYPHEN = 0xFFF0

NOTDEF = 0


class Shaped(NamedTuple):
    """Glyphs of a shaped text, in visual order. Lengths are in 1/1000 em.

    `clusters` are indexes of characters (HarfBuzz clusters); `offsets` are (x, y) of every glyph, or empty when no glyph
    is moved from its place on the line.
    """

    glyphs: list[int]
    advances: list[int]
    clusters: list[int]
    offsets: list[tuple[int, int]]


class Face:
    """One face: a font file, its HarfBuzz objects and the tables read from it. `key` names it in page contents; `blob` holds
    the bytes of the file where another face of it is open already, since HarfBuzz copies them."""

    def __init__(self, font: FontFile, blob: hb.Blob | None = None) -> None:
        self.key = font.key
        self.font = font
        self.hb_face = hb.Face(blob or hb.Blob(font.data), font.index)
        self.hb_font = hb.Font(self.hb_face)
        if font.weight is not None:
            self.hb_font.set_variations({"wght": font.weight})
        self._buffer = hb.Buffer()
        self.per_em = 1000.0 / self.hb_face.upem
        nominal = self.hb_font.get_nominal_glyph
        self.widths = _Widths(self)
        self.space: int = nominal(0x20) or NOTDEF
        self.hyphen: int = nominal(0x2010) or nominal(0x2D) or NOTDEF
        self._texts: dict[int, str] = {}

    @cached_property
    def cmap(self) -> dict[int, int]:
        """Code point → glyph id. Read when first asked for: a face that is only fallen back on may never be."""
        nominal = self.hb_font.get_nominal_glyph
        return {
            code: glyph for code in self.hb_face.unicodes if (glyph := nominal(code))
        }  # None where a cmap is damaged

    def shape(
        self,
        text: str,
        features: dict[str, bool],
        language: str,
        backwards: bool = False,
        among: tuple[str, str] = ("", ""),
    ) -> Shaped:
        """Shape `text`, one run of one script, which follows from its characters. `backwards`: from right to left. Letters
        that join do so with what stands before and after it, `among`."""
        buffer = self._buffer
        before, after = among
        buffer.clear_contents()
        buffer.add_str(before + text + after, len(before), len(text))
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if backwards else "ltr"
        buffer.language = language
        hb.shape(self.hb_font, buffer, features)
        infos, positions, k = buffer.glyph_infos, buffer.glyph_positions, self.per_em
        glyphs = [info.codepoint for info in infos]
        clusters = [info.cluster for info in infos]
        if before:
            clusters = [cluster - len(before) for cluster in clusters]
        advances = [position.x_advance for position in positions]
        moved: list[tuple[int, int]] = []
        if not text.isascii():  # only marks are moved; ASCII has none, and this loop is the dear one
            moved = [(position.x_offset, position.y_offset) for position in positions]
            if not any(x or y for x, y in moved):
                moved = []
        if self.hb_face.upem != 1000:
            advances = [round(advance * k) for advance in advances]
            moved = [(round(x * k), round(y * k)) for x, y in moved]
        return Shaped(glyphs, advances, clusters, moved)

    def has(self, text: str) -> bool:
        """Whether the face has a glyph for every character of `text`."""
        return self._characters.issuperset(text)

    def text_of(self, glyph: int) -> str:
        """The text that a glyph stands for by the font alone: the same in every document. Empty when unknown."""
        text = self._texts.get(glyph)
        if text is None:
            code = self._plain_codes.get(glyph)
            text = self._texts[glyph] = self._derived_texts.get(glyph, "") if code is None else _letters(code)
        return text

    def says(self, glyphs: list[int]) -> str:
        """What a reader of the file gets from glyphs, in their order."""
        try:
            return "".join(map(self._texts.__getitem__, glyphs))  # all met before: nearly always
        except KeyError:
            return "".join(map(self.text_of, glyphs))

    @cached_property
    def _characters(self) -> frozenset[str]:
        return frozenset(map(chr, self.cmap))

    @cached_property
    def _plain_codes(self) -> dict[int, int]:
        return _plainest(self.cmap)

    @cached_property
    def _derived_texts(self) -> dict[int, str]:
        ready = shipped_texts(self.font)
        if ready is not None:
            return ready
        plain = {glyph: _letters(code) for glyph, code in self._plain_codes.items()}
        return gsub_texts(self.font.data, plain, self.font.index)


class _Widths(dict[int, int]):
    """Glyph id → advance width in 1/1000 em, an integer: layout and the file's W array use the same numbers."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, glyph: int) -> int:
        width: int = round(self._face.hb_font.get_glyph_h_advance(glyph) * self._face.per_em)
        self[glyph] = width
        return width


def _plainest(cmap: dict[int, int]) -> dict[int, int]:
    """Glyph id → code point, the plainest of those that share the glyph."""
    best: dict[int, int] = {}
    for code, glyph in cmap.items():
        known = best.get(glyph)
        if known is None or _strangeness(code) < _strangeness(known):
            best[glyph] = code
    return best


def _strangeness(code: int) -> tuple[bool, bool, bool, int]:
    """Order of preference among characters with one glyph: ordinary characters, then compatibility forms, then modifiers
    (U+02BC before the apostrophe U+2019), then spaces and hyphens that do not break and private use."""
    private = 0xE000 <= code < 0xF900 or code >= 0xF0000
    unbreaking = code in {0xA0, 0xAD, 0x2010, 0x2011}
    modifier = 0x2B0 <= code < 0x300
    return private or unbreaking, modifier, unicodedata.normalize("NFKC", chr(code)) != chr(code), code


def _letters(code: int) -> str:
    """Presentation forms (U+FB00 ﬀ … U+FEFC) stand for their letters; everything else for itself."""
    return unicodedata.normalize("NFKC", chr(code)) if 0xFB00 <= code < 0xFF00 else chr(code)
