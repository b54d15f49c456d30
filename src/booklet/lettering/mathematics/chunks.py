"""What a formula becomes: chunks of placed glyphs and rules, as values that know nothing of how they came about."""

from typing import NamedTuple

from booklet.plain_dataclasses import dataclass


class PlacedGlyph(NamedTuple):
    """A glyph of STIX Two Math. x, y and size are in 1/1000 of the text size; y goes up from the baseline."""

    glyph: int
    x: float
    y: float
    size: float


class PlacedRule(NamedTuple):
    """A filled rectangle by its lower left corner, in 1/1000 of the text size."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Chunk:
    """A part of a formula that is never broken, drawn from x = 0. Lengths are in 1/1000 of the text size.

    `ascent` and `descent` are how far it reaches above and below the baseline, never negative. `text` is its plain reading.
    """

    advance: float
    ascent: float
    descent: float
    glyphs: tuple[PlacedGlyph, ...]
    rules: tuple[PlacedRule, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that has been set.

    `source` is the LaTeX as it was given. Between two chunks a line may end, at a cost of `penalties`; if it does not, there
    is white of `spaces` (1/1000 of the text size). `text` is the plain reading of the whole, `tag` is the number that the
    author gave a display, without parentheses, empty when there is none.
    """

    source: str
    chunks: tuple[Chunk, ...]
    penalties: tuple[int, ...]
    spaces: tuple[float, ...]
    text: str
    tag: str
