"""What line breaking asks of words, be they text or formulas."""

from typing import Protocol

from booklet.lettering.face import Face
from booklet.lettering.word_table import Parted, Word


class Words(Protocol):
    """Words in one voice, in one language. Lengths are in 1/1000 of their size."""

    @property
    def face(self) -> Face:
        """The face that they are set in."""

    @property
    def faces(self) -> tuple[Face, ...]:
        """The face and those it falls back on."""

    @property
    def space(self) -> int:
        """Advance of a space."""

    @property
    def stretch(self) -> float:
        """By how much a space may grow without harm."""

    @property
    def shrink(self) -> float:
        """By how much a space may shrink."""

    @property
    def space_code(self) -> str:
        """The operand that shows a space."""

    @property
    def can_hyphenate(self) -> bool:
        """Whether patterns of the language are known."""

    def word(self, text: str) -> Word:
        """`text` as one word."""

    def words(self, texts: tuple[str, ...]) -> list[Word]:
        """Every text as one word."""

    def fragment(self, text: str, start: int, end: int, hyphen: bool) -> Word:
        """A part of a word as it stands at a line's end or start."""

    def parted_words(self, effort: int, texts: tuple[str, ...]) -> list[Parted]:
        """Every word as pieces, parted where an effort (cuts.py) allows it."""
