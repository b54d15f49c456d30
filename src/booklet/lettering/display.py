"""A formula on lines of its own → a flowable, centered on the measure, with its number at the end of a line."""

from collections.abc import Sequence
from copy import copy

from booklet.lettering.formula_drawing import draw_chunk
from booklet.lettering.letters import Letters, Voice
from booklet.lettering.mathematics.chunks import Chunk
from booklet.lettering.paragraph import Paragraph
from booklet.structure import Element
from booklet.tagged_canvas import TaggedCanvas

# White between the lines of one formula, of the size.
_LINE_SKIP = 0.5


class Display:
    """Chunks one below another, none wider than the measure that they were made for. Several are flush left, so that what
    follows is seen to go on. `number` is set on the baseline of the last, flush right; where text runs `backwards`, flush
    left."""

    def __init__(
        self,
        letters: Letters,
        lines: tuple[Chunk, ...],
        voice: Voice,
        element: Element | None,
        number: Paragraph | None,
        *,
        backwards: bool = False,
    ) -> None:
        self.lines = lines
        self.size = voice.size
        self._face = letters.formula_face()
        self._voice = voice
        self._element = element
        self.number = number
        self._parted = len(lines) > 1
        self._backwards = backwards
        self._width = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the measure; the height of all lines, in points."""
        self._width = width
        if self.number:
            self.number.wrap(width, height)
        return width, sum(map(self._height, self.lines)) + (len(self.lines) - 1) * self._skip

    @property
    def ascent(self) -> float:
        """From the top to the first baseline, in points."""
        return self.lines[0].ascent * self._scale

    @property
    def _scale(self) -> float:
        return self._voice.size / 1000

    @property
    def _skip(self) -> float:
        return _LINE_SKIP * self._voice.size

    def _height(self, line: Chunk) -> float:
        return (line.ascent + line.descent) * self._scale

    def split(self, width: float, height: float) -> Sequence["Display"]:
        """Lines that fit and the rest; a single line stays whole."""
        del width
        taken, used = 0, 0.0
        while taken < len(self.lines) and used + self._height(self.lines[taken]) <= height:
            used += self._height(self.lines[taken]) + self._skip
            taken += 1
        if taken in {0, len(self.lines)}:
            return []
        first, second = copy(self), copy(self)
        first.lines, first.number = self.lines[:taken], None
        second.lines = self.lines[taken:]
        return [first, second]

    def _left(self, advance: float, taken: float) -> float:
        """Where a line begins, of which the number takes so much away."""
        free = self._width - advance
        if self._backwards:
            return free if self._parted else min(max(free / 2, taken), free)
        return 0.0 if self._parted else max(0.0, min(free / 2, free - taken))

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw with the lower left corner at (`x`, `y`), points."""
        top = y + self.wrap(self._width, 0)[1]
        edge = canvas.left(x, self._width)
        baseline = top
        # The number and an em before it are not the formula's; a wide one moves away from it, as in TeX.
        taken = self.number.natural_width() + self._voice.size if self.number else 0.0
        for line in self.lines:
            baseline = top - line.ascent * self._scale
            advance = line.advance * self._scale
            left = self._left(advance, taken)
            draw_chunk(canvas, line, self._face.key, self._voice, (edge + left, baseline), self._element)
            top -= self._height(line) + self._skip
        canvas.use(self._face.key, {glyph.glyph for line in self.lines for glyph in line.glyphs})
        if self.number:
            self.number.draw_on(canvas, x, baseline - self.number.height * 0.22)
