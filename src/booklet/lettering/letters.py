"""The letters of a style: faces opened once, and a word table for every use that is made of them."""

from dataclasses import dataclass

from booklet.lettering.face import Face
from booklet.lettering.hyphens import hyphens_for
from booklet.lettering.word_table import WordTable
from booklet.styling.fonts import FontFile
from booklet.styling.style import Color, Style


@dataclass(frozen=True, slots=True)
class Voice:
    """How a run of text is set: face name of the style, size and rise in points, color, OpenType features to switch on."""

    face: str
    size: float
    color: Color
    rise: float = 0.0
    features: tuple[str, ...] = ()


class Letters:
    """Faces and word tables of one style. `language` is the BCP 47 tag used where none is given."""

    def __init__(self, style: Style, language: str) -> None:
        self.style = style
        self.language = language
        self._faces: dict[str, Face] = {}
        self._by_name: dict[str, Face] = {}
        self._tables: dict[tuple[str, tuple[str, ...], str], WordTable] = {}

    def face(self, name: str) -> Face:
        """The face that the style calls `name`."""
        face = self._by_name.get(name)
        if face is None:
            face = self._by_name[name] = self._open(self.style.font(name))
        return face

    def _open(self, font: FontFile) -> Face:
        face = self._faces.get(font.key)
        if face is None:
            face = self._faces[font.key] = Face(font)
        return face

    def face_of_key(self, key: str) -> Face:
        """The opened face whose font resource is called `key`."""
        return self._faces[key]

    def has(self, character: str) -> bool:
        """Whether any face that text falls back on, or the upright text faces, have a glyph for a character."""
        faces = (self.face("serif"), self.face("sans"))
        return any(face.has(character) for face in faces) or any(face.has(character) for face in self._fallback())

    def _fallback(self) -> tuple[Face, ...]:
        return tuple(map(self._open, self.style.fallback))

    def table(self, voice: Voice, language: str | None = None) -> WordTable:
        """The word table of a voice."""
        language = language or self.language
        key = (voice.face, voice.features, language)
        table = self._tables.get(key)
        if table is None:
            face = self.face(voice.face)
            table = WordTable(face, self._fallback, voice.features, language, hyphens_for(language))
            self._tables[key] = table
        return table
