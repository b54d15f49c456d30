"""The letters of a style: faces opened once, and a word table for every use that is made of them."""

from copy import copy
from functools import partial
from typing import NamedTuple

import uharfbuzz as hb

from booklet.lettering.face import Face
from booklet.lettering.hyphens import hyphens_for
from booklet.lettering.line_ends import LineEnds
from booklet.lettering.mathematics.math_font import FILE as MATH_FONT
from booklet.lettering.word_table import WordTable
from booklet.shipped import fonts_folder
from booklet.styling.fallback import Described, fallback_order
from booklet.styling.font_facts import font_facts
from booklet.styling.fonts import FontFile
from booklet.styling.style import Color, Style


class Voice(NamedTuple):
    """How a run of text is set: face name of the style, size and rise in points, color, OpenType features to switch on."""

    face: str
    size: float
    color: Color
    rise: float = 0.0
    features: tuple[str, ...] = ()


class Letters:
    """Faces and word tables of one style. `language` is the BCP 47 tag used where none is given; `line_ends` is what is known
    of lines."""

    def __init__(self, style: Style, language: str) -> None:
        self.style = style
        self.language = language
        self.line_ends = LineEnds()
        self._faces: dict[str, Face] = {}
        self._by_name: dict[str, Face] = {}
        self._blobs: dict[str, hb.Blob] = {}
        self._described: list[Described] = []
        self._fallbacks: dict[tuple[str, str], tuple[Face, ...]] = {}
        self._tables: dict[tuple[str, tuple[str, ...], str, bool], WordTable] = {}

    def with_style(self, style: Style) -> "Letters":
        """The letters of a style with the same fonts: the opened faces and the word tables are shared."""
        letters = copy(self)
        letters.style = style
        return letters

    def face(self, name: str) -> Face:
        """The face that the style calls `name`."""
        face = self._by_name.get(name)
        if face is None:
            face = self._by_name[name] = self._open(self.style.font(name))
        return face

    def _open(self, font: FontFile) -> Face:
        face = self._faces.get(font.key)
        if face is None:
            blob = self._blobs.get(font.source[0]) or hb.Blob(font.data)
            face = self._faces[font.key] = Face(font, self._blobs.setdefault(font.source[0], blob))
        return face

    def face_of_key(self, key: str) -> Face:
        """The face whose font resource is called `key`, which other processes may have used before."""
        if key not in self._faces:
            fonts = (*dict(self.style.faces).values(), *self.style.fallback)
            known = next((font for font in fonts if font.key == key), None)
            return self._open(known) if known else self.formula_face()
        return self._faces[key]

    def has(self, character: str, language: str | None = None) -> bool:
        """Whether any face that text in a language falls back on, or the upright text faces, have a glyph for a character."""
        faces = (self.face("serif"), self.face("sans"))
        return any(face.has(character) for face in faces) or any(
            face.has(character) for face in self._fallback(faces[0], language or self.language)
        )

    def _fallback(self, face: Face, language: str) -> tuple[Face, ...]:
        """The faces that text in `face` falls back on, in the order to try."""
        faces = self._fallbacks.get((face.key, language))
        if faces is None:
            self._described = self._described or [(font, font_facts(font)) for font in self.style.fallback]
            order = fallback_order(self._described, font_facts(face.font).weight, language)
            faces = self._fallbacks[face.key, language] = tuple(map(self._open, order))
        return faces

    def table(self, voice: Voice, language: str | None = None, *, backwards: bool = False) -> WordTable:
        """The word table of a voice; `backwards` for words that run from right to left."""
        language = language or self.language
        key = (voice.face, voice.features, language, backwards)
        table = self._tables.get(key)
        if table is None:
            face = self.face(voice.face)
            fallback = partial(self._fallback, face, language)
            hyphens = hyphens_for(language)
            table = WordTable(face, fallback, voice.features, language, hyphens, backwards=backwards)
            self._tables[key] = table
        return table

    def forget_words(self) -> None:
        """Let go of the words of all tables: when the pages are set, few of them are needed again."""
        for table in self._tables.values():
            table.forget()

    def formula_face(self) -> Face:
        """The face that formulas are set in, whatever the style."""
        face = self._by_name.get(MATH_FONT)
        if face is None:
            font = FontFile(MATH_FONT, (fonts_folder() / MATH_FONT).read_bytes())
            face = self._by_name[MATH_FONT] = self._open(font)
        return face
