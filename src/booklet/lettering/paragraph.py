"""Runs of text → a flowable: a paragraph that knows its lines at a width, splits, and draws itself with its structure."""

from bisect import bisect_right
from copy import copy
from functools import partial
from itertools import accumulate, pairwise, repeat
from operator import attrgetter
from typing import Literal

from booklet.lettering.bidi import runs_backwards
from booklet.lettering.breaking import balanced, line_ends, lines_to, ragged
from booklet.lettering.drawing import SetLine, natural_width, set_line
from booklet.lettering.formula_words import FormulaWords
from booklet.lettering.groups import Setting
from booklet.lettering.letters import Letters
from booklet.lettering.lines import Line, Measure
from booklet.lettering.pen import Pen
from booklet.lettering.run_elements import RunElements
from booklet.lettering.runs import Run, Stretch, boxes, stretches
from booklet.lettering.word_table import WordTable
from booklet.lettering.words import Words
from booklet.structure import Element
from booklet.tagged_canvas import TaggedCanvas

Align = Literal["justify", "left", "balance", "right", "center"]
Side = Literal["left", "right"]

# Of the size: from the top of a paragraph to its first baseline, and from its last baseline to its foot. Together they
# make 1, so a paragraph of one line is as high as its size, whatever its leading.
ASCENT, DESCENT = 0.78, 0.22

# White between tall formulas and the lines above and below them, and how high letters are, of the size.
_LINE_SKIP, _LETTERS_ABOVE = 0.12, 0.73
# What words may stand out at both edges together, in 1/1000 of the size.
STANDING_OUT = 250
# By how much a formula may reach into the white above a paragraph, or below it, before the paragraph moves.
_REACH = 0.3

_LEVEL = attrgetter("level")

_RAGGED = {"left": ragged, "balance": balanced, "right": ragged, "center": ragged}


class Paragraph:
    """A paragraph. `leading` is the distance of its baselines; the first stands ASCENT × size below its top. Lines that hold
    tall formulas stand further apart.

    The first run's size is the paragraph's. `element` receives what is drawn, with a Link inside it for every run that links;
    None makes it an artifact. `keep` is the fewest lines left behind or carried over when a page ends inside it. A paragraph
    that begins in a script from right to left runs so as a whole, and "left" then means the right side; in doubt `backwards`
    decides, by default the language. `side` is the one that ragged lines have in common, where another is wanted. On a
    mirrored page the box is mirrored, and nothing inside it.
    """

    def __init__(
        self,
        letters: Letters,
        runs: tuple[Run, ...],
        leading: float,
        element: Element | None,
        *,
        align: Align = "justify",
        language: str | None = None,
        backwards: bool | None = None,
        side: Side | None = None,
        keep: int = 2,
    ) -> None:
        self.runs = runs
        self.leading = leading
        self.element = element
        self.align = align
        self.keep = keep
        self.size = runs[0].voice.size if runs else leading
        self._side = side
        self._backwards = runs_backwards(language or letters.language) if backwards is None else backwards
        parts, base = stretches(runs, backwards=self._backwards)
        voices = tuple([runs[part.run].voice for part in parts])
        tables = tuple([_words(letters, part, runs[part.run], language) for part in parts])
        measure = Measure(tables, tuple([voice.size / self.size for voice in voices]), -1.0)
        turned = base == 1 or any(map(_LEVEL, parts))
        self.setting = Setting(parts, voices, measure, base, self.size, turned)
        self._boxes = boxes(parts)
        self._has_formulas = FormulaWords in map(type, tables)
        self._elements = RunElements(runs, element)
        self._line_ends = letters.line_ends
        self._lines: list[Line] = []
        self._drops: list[float] = []  # from the paragraph's top to each baseline
        self._tops: list[float] = []  # from the top of a paragraph that begins with a line to its baseline
        self._feet: list[float] = []  # from the baseline of a line to the foot of a paragraph that ends with it
        self._first, self._last = 0, 0

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 (the flowable protocol gives it)
        """Set the paragraph to `width`; its width and height, in points."""
        before = self.setting.measure
        if width * 1000 / self.size != before.width:
            measure = Measure(before.tables, before.scales, width * 1000 / self.size)
            self.setting = self.setting.at(measure)
            # From right to left nothing stands out over the edge, as breaking would have it; a single line need not.
            single = not self.setting.base or self.natural_width() <= width
            room = measure if single else measure._replace(width=measure.width - STANDING_OUT)
            self._lines = self._justified(room) if self.align == "justify" else _RAGGED[self.align](self._boxes, room)
            self._stack()
            self._first, self._last = 0, len(self._lines)
        return width, self.height

    def _justified(self, measure: Measure) -> list[Line]:
        """The lines that fill a measure."""
        boxes, find = self._boxes, partial(line_ends, self._boxes, measure)
        names = [words.name for words in measure.tables if isinstance(words, WordTable)]
        if len(names) < len(measure.tables):  # formulas have no names
            return lines_to(boxes, measure, find())
        facts = boxes, names, measure.scales, measure.width
        return lines_to(boxes, measure, self._line_ends.of(facts, find))

    @property
    def runs_from_right(self) -> bool:
        """Whether the paragraph as a whole runs from right to left."""
        return self.setting.base == 1

    @property
    def begins_at_right(self) -> bool:
        """Whether its lines are flush right. In a language that runs from right to left ragged lines are, whatever their
        letters: names in Latin ones stand below the others."""
        if self._side:
            return self._side == "right"
        return self.runs_from_right or (self._backwards and self.align != "justify")

    @property
    def height(self) -> float:
        """Height as wrapped last, in points; 0 for a paragraph without words."""
        return self._height(self._first, self._last)

    @property
    def first_baseline(self) -> float:
        """From the top to the first baseline as wrapped last, in points."""
        return self._tops[self._first] if self._lines else ASCENT * self.size

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines as wrapped last."""
        return tuple(self._lines[self._first : self._last])

    @property
    def line_count(self) -> int:
        """Number of lines as wrapped last."""
        return self._last - self._first

    def natural_width(self) -> float:
        """Width of the whole paragraph on one line, in points."""
        lines = ragged(self._boxes, self.setting.measure._replace(width=1e9))
        return sum(natural_width(line, self.setting) for line in lines)

    def split(self, width: float, height: float) -> list["Paragraph"]:
        """Two paragraphs whose first fits into `height`, or none if too few lines would stand alone. The first does not end
        with a hyphen if it can be helped. Both draw for the same element."""
        self.wrap(width, height)
        count = self.line_count
        fitting = bisect_right(
            range(count), height + 1e-6, key=lambda index: self._height(self._first, self._first + index + 1)
        )
        if fitting >= count:
            return [self]
        taken = min(fitting, count - self.keep)
        if taken > self.keep and self._lines[self._first + taken - 1].hyphenated:
            taken -= 1
        if taken < self.keep:
            return []
        return [self._part(0, taken), self._part(taken, count)]

    def parted_at(self, line: int) -> tuple["Paragraph", "Paragraph"]:
        """The lines before and from the one of this number on, as wrapped last; both draw for the same element."""
        return self._part(0, line), self._part(line, self.line_count)

    def _part(self, first: int, last: int) -> "Paragraph":
        part = copy(self)
        part.__dict__ |= {"_first": self._first + first, "_last": self._first + last}
        return part

    def _height(self, first: int, last: int) -> float:
        """Height of some of the lines as a paragraph of their own."""
        if first == last:
            return 0.0
        return self._drops[last - 1] - self._drops[first] + self._tops[first] + self._feet[last - 1]

    def _stack(self) -> None:
        """Put the lines one below another: by the leading, or further apart where formulas would touch the line above."""
        count, skip = len(self._lines), _LINE_SKIP * self.size
        if not self._has_formulas:
            top, foot = ASCENT * self.size, DESCENT * self.size
            self._tops, self._feet = [top] * count, [foot] * count
            step = max(self.leading, foot + _LETTERS_ABOVE * self.size + skip)
            self._drops = list(accumulate(repeat(step, count - 1), initial=top)) if count else []
            return
        extents = [self._extent(line) for line in self._lines]
        reach = _REACH * self.size
        self._tops = [max(above - reach, ASCENT * self.size) for above, _ in extents]
        self._feet = [max(below - reach, DESCENT * self.size) for _, below in extents]
        needed = [depth + above + skip for (_, depth), (above, _) in pairwise(extents)]
        self._drops = (
            list(accumulate([max(self.leading, room) for room in needed], initial=self._tops[0])) if extents else []
        )

    def _extent(self, line: Line) -> tuple[float, float]:
        """How far a line reaches above and below its baseline, in points."""
        above, below = _LETTERS_ABOVE * self.size, DESCENT * self.size
        for phrase in line.phrases:
            words = self.setting.measure.tables[phrase.run]
            if isinstance(words, FormulaWords):
                scale = self.setting.voices[phrase.run].size / 1000
                for chunk, _ in words.chunks(phrase.texts[0]):
                    above, below = max(above, chunk.ascent * scale), max(below, chunk.descent * scale)
        return above, below

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw with the lower left corner at (`x`, `y`), points."""
        if self._first == self._last:
            return
        left = canvas.left(x, self.setting.measure.width * self.size / 1000)
        top = y + self.height + self._drops[self._first] - self._tops[self._first]
        pen = Pen(canvas, self.setting, self.runs, self._elements)
        for number in range(self._first, self._last):
            done = self.set_line(number)
            pen.draw(done, left + self._shift(done), top - self._drops[number])
            pen.note(self._lines[number])
        pen.end()

    def set_line(self, number: int) -> SetLine:
        """A line by its number in the whole paragraph, ready to be drawn."""
        return set_line(self._lines[number], self.setting, justify=self._fills(self._lines[number]))

    def _fills(self, line: Line) -> bool:
        """Whether a line is justified: not the last, unless it is wider than the measure and has to be shrunk."""
        if self.align != "justify" or line is not self._lines[-1]:
            return self.align == "justify"
        return natural_width(line, self.setting) > self.setting.measure.width * self.size / 1000

    def _shift(self, line: SetLine) -> float:
        free = self.setting.measure.width * self.size / 1000 - line.width
        if self.align == "center":
            return free / 2
        if (self.align == "right") != self.begins_at_right:
            return free
        return -line.outdent


def _words(letters: Letters, part: Stretch, run: Run, language: str | None) -> Words:
    if part.formula:
        return FormulaWords(letters.formula_face(), part.formula)
    return letters.table(run.voice, language, backwards=part.level % 2 == 1)
