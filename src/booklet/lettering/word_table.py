"""Words of one face, with features, in one language → shaped words and the pieces that line breaking weighs.

Tables are caches of pure functions, kept for the length of a run. Lengths are integers in 1/1000 of the font size, the
unit of TJ and of the W array, so that layout and what a viewer adds up from the widths agree exactly.
"""

from collections.abc import Callable
from itertools import accumulate, pairwise
from typing import NamedTuple

from booklet.lettering.cuts import EFFORTS, Cut, belongs_before, cuts, is_hidden
from booklet.lettering.face import LINE_HYPHEN, NOTDEF, Face, Shaped
from booklet.lettering.fit import Piece
from booklet.lettering.hyphens import Hyphens
from booklet.lettering.operands import (
    CODES,
    LINE_HYPHEN_CODE,
    spoken_operands,
    string_operands,
    with_actual_text,
    with_face,
)
from booklet.lettering.optical_margins import LEFT, RIGHT

EXPANSION = 0.02  # lines may be set up to 2 % wider or narrower
_HYPHEN_PENALTY, _COMPOUND_PENALTY, _SIGN_PENALTY, _ANYWHERE_PENALTY = 100, 50, 150, 1000
_SHAPES = 4096  # glyphs and advances of so many words are kept, which take more than all else that is known of them
_SHOWN, _JOINTS, _SIGNS = "-‐–—", "-‐–—/_@", ".?&=_#%~"


class Word(NamedTuple):
    """A shaped word or part of one: advance, operands of TJ, protrusion to the left and right, codes used.

    A code is a glyph id plus 65 536 times the number of its face in the table's fallback order.
    """

    advance: int
    operands: str
    left: int
    right: int
    codes: tuple[int, ...]


class Parted(NamedTuple):
    """A word as pieces for line breaking, one more than its cuts. The last piece carries the space after the word."""

    pieces: tuple[Piece, ...]
    cuts: tuple[Cut, ...]


class WordTable:
    """One face, with the faces to fall back on, and features in one language. `fallback` opens those faces when needed.
    `backwards`: its words run from right to left. Of the tables of a booklet, none has the `name` of another."""

    def __init__(
        self,
        face: Face,
        fallback: Callable[[], tuple[Face, ...]],
        features: tuple[str, ...],
        language: str,
        hyphens: Hyphens | None,
        *,
        backwards: bool = False,
    ) -> None:
        self.face = face
        self.name = (face.key, features, language, backwards)
        self._fallback = fallback
        self._features = {"kern": True, "liga": True, "chws": True} | dict.fromkeys(features, True)
        self._language = language
        self._hyphens = hyphens
        self._backwards = backwards
        self.space = face.shape(" ", self._features, language).advances[0]
        self.stretch, self.shrink = self.space * 0.5, self.space / 3
        self.hyphen = face.widths[face.hyphen]
        self.space_code = CODES[face.space]
        self._words = _ShapedWords(self)
        self._fragments: dict[tuple[str, int, int, bool], Word] = {}
        self._kerns: dict[tuple[str, str], int] = {}
        self._parted = tuple(_PartedWords(self, effort) for effort in EFFORTS)
        self._shapes: dict[str, list[tuple[Face, str, Shaped]]] = {}

    @property
    def faces(self) -> tuple[Face, ...]:
        """The face and those it falls back on, in order: what the upper half of a code counts."""
        return (self.face, *(face for face in self._fallback() if face is not self.face))

    @property
    def can_hyphenate(self) -> bool:
        """Whether patterns of the language are known."""
        return self._hyphens is not None

    def forget(self) -> None:
        """Let go of all words. Those that are asked for again are worked out anew."""
        self._words.clear()
        self._fragments.clear()
        self._kerns.clear()
        self._shapes.clear()
        for parted in self._parted:
            parted.clear()

    def word(self, text: str) -> Word:
        """`text` shaped as one word."""
        return self._words[text]

    def words(self, texts: tuple[str, ...]) -> list[Word]:
        """Every text shaped as one word."""
        return list(map(self._words.__getitem__, texts))

    def fragment(self, text: str, start: int, end: int, hyphen: bool) -> Word:
        """The part of a word that stands at a line's end or start, shaped as it stands there."""
        key = (text, start, end, hyphen)
        known = self._fragments.get(key)
        if known is None:
            part = text[start:end]
            known = self.shape(part, (text[:start], text[end:])) if self._backwards else self.word(part)
            if hyphen:
                right = round(RIGHT["-"] * self.hyphen)
                operands = known.operands + LINE_HYPHEN_CODE
                known = Word(known.advance + self.hyphen, operands, known.left, right, (*known.codes, LINE_HYPHEN))
            self._fragments[key] = known
        return known

    def parted_words(self, effort: int, texts: tuple[str, ...]) -> list[Parted]:
        """Every word as pieces, parted where an effort (cuts.py) allows it."""
        return list(map(self._parted[effort].__getitem__, texts))

    def part(self, text: str, effort: int) -> Parted:
        """A word as pieces, worked out anew."""
        found = cuts(text, effort, self._hyphens, self._language)
        known = self._parted[effort - 1].get(text) if effort else None
        return known if known and known.cuts == found else self._part(text, found)

    def _part(self, text: str, at: tuple[Cut, ...]) -> Parted:
        """Pieces between cuts, measured inside the whole word; the parts are shaped only for the breaks chosen."""
        whole = self.word(text)
        if not at:
            return Parted((self._last_piece(whole.advance, whole.left, whole.right),), ())
        upto = self._advances_upto(text)
        pieces: list[Piece] = []
        before, left = 0, whole.left
        for end, hyphen in at:
            advance = upto[end] - upto[before]
            last = text[end - 1]
            right = RIGHT["-"] * self.hyphen if hyphen else RIGHT.get(last, 0) * (upto[end] - upto[end - 1])
            back = self.hyphen * hyphen - round(right) - self._kern(last, text[end])
            penalty = _HYPHEN_PENALTY if hyphen else _penalty(last, text[end])
            shows = int(hyphen or last in _SHOWN)
            stretch = advance * EXPANSION
            pieces.append((advance, stretch, stretch, back, 0.0, 0.0, left, penalty, shows))
            before, left = end, 0
        pieces.append(self._last_piece(whole.advance - upto[before], 0, whole.right))
        return Parted(tuple(pieces), at)

    def _last_piece(self, advance: int, left: int, right: int) -> Piece:
        """The end of a word and the space after it."""
        letters, y, z = advance * EXPANSION, self.stretch, self.shrink
        return advance + self.space, letters + y, letters + z, -self.space - right, -y, -z, left, 0, 0

    def _kern(self, before: str, after: str) -> int:
        """By how much two characters are nearer to each other than each alone would be: what parting them undoes."""
        known = self._kerns.get((before, after))
        if known is None:
            apart = self.word(before).advance + self.word(after).advance
            # letters that join keep their forms when they are parted
            known = 0 if self._backwards else self.word(before + after).advance - apart
            self._kerns[before, after] = known
        return known

    def _advances_upto(self, text: str) -> list[int]:
        """Advance of the whole word up to each character, 0 … len(text). Characters of a ligature share its advance."""
        widths = [0] * (len(text) + 1)
        start = 0
        for _, part, shaped in self._shaped(text):
            if shaped.clusters == list(range(len(part))):  # nearly always
                widths[start + 1 : start + 1 + len(part)] = shaped.advances
                start += len(part)
                continue
            clusters: dict[int, int] = {}
            for cluster, advance in zip(shaped.clusters, shaped.advances, strict=True):
                clusters[cluster] = clusters.get(cluster, 0) + advance
            if len(clusters) == len(part):
                widths[start + 1 : start + 1 + len(part)] = [clusters[index] for index in range(len(part))]
            else:
                for first, after in pairwise([*sorted(clusters), len(part)]):
                    each, more = divmod(clusters[first], after - first)
                    for index in range(first, after):
                        widths[start + index + 1] = each + (index - first < more)
            start += len(part)
        return list(accumulate(widths))

    def shape(self, text: str, among: tuple[str, str] = ("", "")) -> Word:
        """A word, or a part of one that stands `among` others, worked out anew."""
        primary = self.face
        shapes = self._shaped_among(text, among) if any(among) else self._shaped(text)
        if len(shapes) == 1 and shapes[0][0] is primary and not self._backwards:
            shaped = shapes[0][2]
            plain = not shaped.offsets and primary.says(shaped.glyphs) == text
            operands = string_operands(primary, shaped) if plain else spoken_operands(primary, shaped, text)
            advance, codes = sum(shaped.advances), tuple(shaped.glyphs)
        else:
            advance, operands, codes = self._shape_mixed(shapes)
        left = self._stands_out(text, LEFT[text[0]], 0) if text[:1] in LEFT else 0
        right = self._stands_out(text, RIGHT[text[-1]], -1) if text[-1:] in RIGHT else 0
        return Word(advance, operands, left, right, codes)

    def _shape_mixed(self, shapes: list[tuple[Face, str, Shaped]]) -> tuple[int, str, tuple[int, ...]]:
        """Advance, operands and codes of a word of several faces, or from right to left."""
        advance, operands = 0, ""
        codes: list[int] = []
        for face, part, shaped in shapes[:: -1 if self._backwards else 1]:
            if self._backwards or (not shaped.offsets and face.says(shaped.glyphs) == part):
                inner = string_operands(face, shaped)
            else:
                inner = spoken_operands(face, shaped, part)
            if face is not self.face:
                inner = with_face(inner, face.key, self.face.key)
            number = self.faces.index(face) << 16
            codes += [number + glyph for glyph in shaped.glyphs]
            advance += sum(shaped.advances)
            operands += inner
        # Readers expect the letters of a word from right to left as they are seen, and turn them round. Parts of it with a
        # text of their own would be read in the order in which they are seen; so the word has one as a whole.
        if self._backwards and any(face.says(shaped.glyphs[::-1]) != part for face, part, shaped in shapes):
            operands = with_actual_text(operands, "".join(part for _, part, _ in shapes))
        return advance, operands, tuple(codes)

    def _stands_out(self, text: str, share: float, at: int) -> int:
        """How far the character at an end of a word stands out of the column: a share of its width."""
        face = self._runs(text)[at][0]
        return round(share * face.widths[face.cmap.get(ord(text[at]), NOTDEF)])

    def _shaped(self, text: str) -> list[tuple[Face, str, Shaped]]:
        """A word in stretches of one face, shaped; words are asked for again when they are parted, most of them soon."""
        known = self._shapes.get(text)
        if known is None:
            if len(self._shapes) >= _SHAPES:
                self._shapes.clear()
            features, language, backwards = self._features, self._language, self._backwards
            known = self._shapes[text] = [
                (face, part, face.shape(shown, features, language, backwards)) for face, part, shown in self._runs(text)
            ]
        return known

    def _shaped_among(self, text: str, among: tuple[str, str]) -> list[tuple[Face, str, Shaped]]:
        """A part of a word, whose letters join those before and after it as inside the word."""
        runs = self._runs(text)
        before, after = [among[0]] + [""] * (len(runs) - 1), [""] * (len(runs) - 1) + [among[1]]
        return [
            (face, part, face.shape(shown, self._features, self._language, self._backwards, beside))
            for (face, part, shown), beside in zip(runs, zip(before, after, strict=True), strict=True)
        ]

    def _runs(self, text: str) -> list[tuple[Face, str, str]]:
        """`text` in stretches of one face, the first in fallback order that has the character; and what can be shown of each.
        Marks stay with their base, unless no face has both."""
        primary = self.face
        if primary.has(text):
            return [(primary, text, text)]
        runs: list[tuple[Face, str]] = []
        for cluster in _clusters(text):
            whole = next((face for face in self.faces if face.has(cluster)), None)
            for part in (cluster,) if whole else cluster:
                last = runs[-1][0] if runs and is_hidden(part[0]) else None
                face = whole or last or next((face for face in self.faces if face.has(part)), self._with_replacement())
                if runs and runs[-1][0] is face:
                    runs[-1] = (face, runs[-1][1] + part)
                else:
                    runs.append((face, part))
        return [(face, part, _printable(face, part)) for face, part in runs]

    def _with_replacement(self) -> Face:
        """The face that shows what no face has."""
        return next((face for face in self.faces if face.has("\ufffd") or face.has("?")), self.face)


def _penalty(before: str, after: str) -> int:
    """What it costs to part a word between two characters without a hyphen."""
    if before in _JOINTS:
        return _COMPOUND_PENALTY
    return _SIGN_PENALTY if after in _SIGNS else _ANYWHERE_PENALTY


class _ShapedWords(dict[str, Word]):
    """Words as they are shaped when they are first asked for."""

    def __init__(self, table: WordTable) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, text: str) -> Word:
        word = self[text] = self._table.shape(text)
        return word


class _PartedWords(dict[str, Parted]):
    """Words as pieces at one effort, made when they are first asked for."""

    def __init__(self, table: WordTable, effort: int) -> None:
        super().__init__()
        self._table = table
        self._effort = effort

    def __missing__(self, text: str) -> Parted:
        parted = self[text] = self._table.part(text, self._effort)
        return parted


def _clusters(text: str) -> list[str]:
    """Characters with the marks, joiners and variation selectors that belong to them."""
    clusters: list[str] = []
    for character in text:
        if clusters and belongs_before(clusters[-1][-1], character):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _printable(face: Face, text: str) -> str:
    """`text` with what the face has no glyph for replaced by the replacement character or a question mark."""
    if face.has(text):
        return text
    instead = "\ufffd" if face.has("\ufffd") else "?"
    return "".join(character if face.has(character) or is_hidden(character) else instead for character in text)
