"""A formula in running text → a word of line breaking, whose characters stand for its unbreakable chunks."""

from booklet.lettering.cuts import Cut
from booklet.lettering.face import Face
from booklet.lettering.fit import Piece
from booklet.lettering.mathematics.chunks import Chunk, Formula
from booklet.lettering.word_table import Parted, Word

# Stretch of a chunk: so little that it never matters, but a line of nothing else can be found.
_HARDLY = 1e-3

FIRST = 0xE000  # character of the first chunk; the next ones follow


class FormulaWords:
    """What a WordTable is for text, for one formula: lengths in 1/1000 of the text size, spaces rigid."""

    # The space after a formula belongs to the text around it.
    space, stretch, shrink, space_code = 0, 0.0, 0.0, ""
    can_hyphenate = False

    def __init__(self, face: Face, formula: Formula) -> None:
        self.face = face
        self.formula = formula

    @property
    def faces(self) -> tuple[Face, ...]:
        """The face of the formula."""
        return (self.face,)

    def chunks(self, text: str) -> tuple[tuple[Chunk, float], ...]:
        """The chunks that `text` stands for, each with its distance from the start of the first."""
        numbers = [ord(character) - FIRST for character in text]
        placed = []
        x = 0.0
        for number in numbers:
            chunk = self.formula.chunks[number]
            placed.append((chunk, x))
            x += chunk.advance + (self.formula.spaces[number] if number != numbers[-1] else 0)
        return tuple(placed)

    def word(self, text: str) -> Word:
        """Chunks as one word. It has no operands: formulas are drawn apart."""
        placed = self.chunks(text)
        last, x = placed[-1]
        codes = {glyph.glyph for chunk, _ in placed for glyph in chunk.glyphs}
        return Word(round(x + last.advance), "", 0, 0, tuple(sorted(codes)))

    def words(self, texts: tuple[str, ...]) -> list[Word]:
        """Every text as one word."""
        return list(map(self.word, texts))

    def fragment(self, text: str, start: int, end: int, hyphen: bool) -> Word:
        """Some of the chunks as one word."""
        del hyphen  # formulas are parted without one
        return self.word(text[start:end])

    def parted_words(self, effort: int, texts: tuple[str, ...]) -> list[Parted]:
        """The chunks as pieces."""
        del effort  # a formula may be parted where it may, however hard one tries
        return [self._parted(text) for text in texts]

    def _parted(self, text: str) -> Parted:
        pieces: list[Piece] = []
        for character in text[:-1]:
            number = ord(character) - FIRST
            space = self.formula.spaces[number]
            advance = self.formula.chunks[number].advance + space
            pieces.append((advance, _HARDLY, 0.0, -space, 0.0, 0.0, 0.0, self.formula.penalties[number], 0))
        pieces.append((self.formula.chunks[ord(text[-1]) - FIRST].advance, _HARDLY, 0.0, 0.0, 0.0, 0.0, 0.0, 0, 0))
        return Parted(tuple(pieces), tuple(Cut(index, hyphen=False) for index in range(1, len(text))))
