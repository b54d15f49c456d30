"""Words of one face, with features, in one language → shaped words and the pieces that line breaking weighs.

Tables are caches of pure functions, kept for the length of a run. Lengths are integers in 1/1000 of the font size, the
unit of TJ and of the W array, so that layout and what a viewer adds up from the widths agree exactly.
"""

import re
import unicodedata
from collections.abc import Callable
from itertools import accumulate, pairwise
from typing import NamedTuple

from booklet.lettering.face import LINE_HYPHEN, NOTDEF, Face, Shaped
from booklet.lettering.fit import Piece
from booklet.lettering.hyphens import Hyphens
from booklet.lettering.operands import CODES, LINE_HYPHEN_CODE, string_operands, with_actual_text, with_face

# Optical margins: how far a character stands out over the edge, as a share of its width (after pdfTeX's microtype).
_RIGHT = {".": 0.7, ",": 0.7, ":": 0.4, ";": 0.3, "-": 0.7, "‐": 0.7, "–": 0.3, "—": 0.2, "!": 0.1, "?": 0.1, "”": 0.5,
          "’": 0.7, ")": 0.1, "r": 0.05, "y": 0.05, "k": 0.05, "v": 0.05, "w": 0.05, "T": 0.05, "Y": 0.05}  # fmt: skip
_LEFT = {"“": 0.5, "‘": 0.7, "(": 0.1, "A": 0.05, "T": 0.05, "V": 0.05, "W": 0.05, "Y": 0.05, "–": 0.3, "—": 0.2}

_JOINER = "\u200d"

_EXPANSION = 0.02  # lines may be set up to 2 % wider or narrower
_HYPHEN_PENALTY, _COMPOUND_PENALTY, _ANYWHERE_PENALTY = 100, 50, 1000

_COMPOUND = re.compile(r"(?<=[^\W_][-‐–—/])(?=[^\W_])")
_ADDRESS = re.compile(r"(?<=[/.:?&=_#%-])(?=[^/.:?&=_#%-])")
_HYPHENATED = re.compile(r"([^\w]*)([^\W\d_]{5,})([^\w]*)")


class Word(NamedTuple):
    """A shaped word or part of one: advance, operands of TJ, protrusion to the left and right, codes used.

    A code is a glyph id plus 65 536 times the number of its face in the table's fallback order.
    """

    advance: int
    operands: str
    left: int
    right: int
    codes: tuple[int, ...]


class Cut(NamedTuple):
    """Where a word may be parted: before the character `at`, with a hyphen added or not."""

    at: int
    hyphen: bool


class Parted(NamedTuple):
    """A word as pieces for line breaking, one more than its cuts. The last piece carries the space after the word."""

    pieces: tuple[Piece, ...]
    cuts: tuple[Cut, ...]


class WordTable:
    """One face, with the faces to fall back on, and features in one language. `fallback` opens those faces when needed."""

    def __init__(
        self,
        face: Face,
        fallback: Callable[[], tuple[Face, ...]],
        features: tuple[str, ...],
        language: str,
        hyphens: Hyphens | None,
    ) -> None:
        self.face = face
        self._fallback = fallback
        self._features = {"kern": True, "liga": True} | dict.fromkeys(features, True)
        self._language = language
        self._hyphens = hyphens
        self.space = face.shape(" ", self._features, language).advances[0]
        self.stretch, self.shrink = self.space * 0.5, self.space / 3
        self.hyphen = face.widths[face.hyphen]
        self.space_code = CODES[face.space]
        self.open_words = False  # whether any word holds operands that depend on the size
        self._words: dict[str, Word] = {}
        self._fragments: dict[tuple[str, int, int, bool], Word] = {}
        self._parted: dict[tuple[str, int], Parted] = {}

    @property
    def faces(self) -> tuple[Face, ...]:
        """The face and those it falls back on, in order: what the upper half of a code counts."""
        return (self.face, *(face for face in self._fallback() if face is not self.face))

    @property
    def can_hyphenate(self) -> bool:
        """Whether patterns of the language are known."""
        return self._hyphens is not None

    def word(self, text: str) -> Word:
        """`text` shaped as one word."""
        known = self._words.get(text)
        if known is None:
            known = self._words[text] = self._shape(text)
        return known

    def fragment(self, text: str, start: int, end: int, hyphen: bool) -> Word:
        """The part of a word that stands at a line's end or start, shaped as it stands there."""
        key = (text, start, end, hyphen)
        known = self._fragments.get(key)
        if known is None:
            known = self.word(text[start:end])
            if hyphen:
                right = round(_RIGHT["-"] * self.hyphen)
                operands = known.operands + LINE_HYPHEN_CODE
                known = Word(known.advance + self.hyphen, operands, known.left, right, (*known.codes, LINE_HYPHEN))
            self._fragments[key] = known
        return known

    def parted(self, text: str, effort: int) -> Parted:
        """`text` as pieces. Effort 0 parts at hyphens and dashes that are there, 1 hyphenates, 2 parts anywhere."""
        key = (text, effort)
        known = self._parted.get(key)
        if known is None:
            known = self._parted[key] = self._part(text, self._cuts(text, effort))
        return known

    def _cuts(self, text: str, effort: int) -> tuple[Cut, ...]:
        if effort == 2:
            return tuple(
                Cut(index, hyphen=False)
                for index in range(1, len(text))
                if not _joins(text[index]) and text[index - 1] != _JOINER
            )
        if "://" in text or text.startswith(("www.", "doi:")):
            return tuple(Cut(match.start(), hyphen=False) for match in _ADDRESS.finditer(text))
        cuts = tuple(Cut(match.start(), hyphen=False) for match in _COMPOUND.finditer(text))
        if cuts or effort == 0 or self._hyphens is None:
            return cuts
        match = _HYPHENATED.fullmatch(text)
        # Capitalised words are names, acronyms or the beginning of a sentence: they stay whole.
        if not match or not match[2].islower():
            return ()
        return tuple(Cut(match.start(2) + index, hyphen=True) for index in self._hyphens.positions(match[2]))

    def _part(self, text: str, cuts: tuple[Cut, ...]) -> Parted:
        """Pieces between cuts, measured inside the whole word; the parts are shaped only for the breaks chosen."""
        whole = self.word(text)
        if not cuts:
            return Parted((self._piece(whole.advance, whole.left, whole.right, space=True),), ())
        upto = self._advances_upto(text)
        pieces, before, left = [], 0, whole.left
        for at, hyphen in cuts:
            advance = upto[at] - upto[before]
            last = text[at - 1]
            right = _RIGHT["-"] * self.hyphen if hyphen else _RIGHT.get(last, 0) * (upto[at] - upto[at - 1])
            penalty = _HYPHEN_PENALTY if hyphen else _COMPOUND_PENALTY if last in "-‐–—/.:?&=_#%" else _ANYWHERE_PENALTY
            shows = int(hyphen or last in "-‐–—")
            pieces.append(self._piece(advance, left, round(right), penalty=penalty, hyphen=shows, added=hyphen))
            before, left = at, 0
        pieces.append(self._piece(whole.advance - upto[before], 0, whole.right, space=True))
        return Parted(tuple(pieces), cuts)

    def _piece(
        self,
        advance: int,
        left: int,
        right: int,
        *,
        space: bool = False,
        penalty: int = 0,
        hyphen: int = 0,
        added: bool = False,
    ) -> Piece:
        stretch = advance * _EXPANSION
        if space:
            y, z = self.stretch, self.shrink
            return advance + self.space, stretch + y, stretch + z, -self.space - right, -y, -z, left, penalty, hyphen
        return advance, stretch, stretch, (self.hyphen if added else 0) - right, 0.0, 0.0, left, penalty, hyphen

    def _advances_upto(self, text: str) -> list[int]:
        """Advance of the whole word up to each character, 0 … len(text). Characters of a ligature share its advance."""
        widths = [0] * (len(text) + 1)
        start = 0
        for face, part in self._runs(text):
            shaped = face.shape(_printable(face, part), self._features, self._language)
            clusters: dict[int, int] = {}
            for cluster, advance in zip(shaped.clusters, shaped.advances, strict=True):
                clusters[cluster] = clusters.get(cluster, 0) + advance
            for first, after in pairwise([*sorted(clusters), len(part)]):
                each, more = divmod(clusters[first], after - first)
                for index in range(first, after):
                    widths[start + index + 1] = each + (index - first < more)
            start += len(part)
        return list(accumulate(widths))

    def _shape(self, text: str) -> Word:
        advance, operands, codes = 0, "", []
        primary = self.face
        for face, part in self._runs(text):
            shown = _printable(face, part)
            shaped = face.shape(shown, self._features, self._language)
            inner = string_operands(face, shaped)
            if _says(face, shaped, shown) != part:
                inner = with_actual_text(inner, part)
            if face is not primary:
                inner = with_face(inner, face.key, primary.key)
            self.open_words |= not inner.isascii() and max(inner) > "\xff"
            number = 0 if face is primary else self.faces.index(face) << 16
            codes += [number + glyph for glyph in shaped.glyphs]
            advance += sum(shaped.advances)
            operands += inner
        left = right = 0
        if text:
            left = round(_LEFT.get(text[0], 0) * primary.widths[primary.cmap.get(ord(text[0]), NOTDEF)])
            right = round(_RIGHT.get(text[-1], 0) * primary.widths[primary.cmap.get(ord(text[-1]), NOTDEF)])
        return Word(advance, operands, left, right, tuple(codes))

    def _runs(self, text: str) -> list[tuple[Face, str]]:
        """`text` in stretches of one face: the first in fallback order that has the character; marks stay with their base."""
        primary = self.face
        if primary.has(text):
            return [(primary, text)]
        faces = self.faces
        runs: list[tuple[Face, str]] = []
        for cluster in _clusters(text):
            face = next((face for face in faces if face.has(cluster)), None)
            face = face or next((face for face in faces if face.has(cluster[0])), primary)
            if runs and runs[-1][0] is face:
                runs[-1] = (face, runs[-1][1] + cluster)
            else:
                runs.append((face, cluster))
        return runs


def _clusters(text: str) -> list[str]:
    """Characters with the marks, joiners and variation selectors that belong to them."""
    clusters: list[str] = []
    for character in text:
        if clusters and (_joins(character) or clusters[-1].endswith(_JOINER)):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _joins(character: str) -> bool:
    """Whether a character belongs to the one before it."""
    return unicodedata.category(character).startswith("M") or _is_hidden(character)


def _is_hidden(character: str) -> bool:
    """Whether a character only shapes its neighbors: joiners, direction marks, variation selectors. HarfBuzz hides them."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


def _printable(face: Face, text: str) -> str:
    """`text` with what the face has no glyph for replaced by the replacement character or a question mark."""
    if face.has(text):
        return text
    instead = "\ufffd" if face.has("\ufffd") else "?"
    return "".join(character if face.has(character) or _is_hidden(character) else instead for character in text)


def _says(face: Face, shaped: Shaped, text: str) -> str:
    """What a reader of the file gets from these glyphs, in drawing order."""
    if len(shaped.glyphs) == len(text):
        plain = "".join([face.text_of(glyph) for glyph in shaped.glyphs])
        if plain == text:
            return text
    return "".join([face.text_of(glyph) for glyph in shaped.glyphs])
