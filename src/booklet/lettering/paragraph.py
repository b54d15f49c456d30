"""Runs of text → a flowable: a paragraph that knows its lines at a width, splits, and draws itself with its structure."""

from typing import Literal

from booklet.lettering.breaking import Line, Measure, balanced, justified, ragged
from booklet.lettering.drawing import Group, SetLine, set_line
from booklet.lettering.letters import Letters
from booklet.lettering.runs import Run, boxes
from booklet.pdf_syntax import pdf_number
from booklet.structure import Element
from booklet.tagged_canvas import TaggedCanvas

Align = Literal["justify", "left", "balance", "right", "center"]

# Of the size: from the top of a paragraph to its first baseline, and from its last baseline to its foot. Together they
# make 1, so a paragraph of one line is as high as its size, whatever its leading.
ASCENT, DESCENT = 0.78, 0.22

_BREAKERS = {"justify": justified, "left": ragged, "balance": balanced, "right": ragged, "center": ragged}


class Paragraph:
    """A paragraph. `leading` is the distance of its baselines; the first stands ASCENT × size below its top.

    The first run's size is the paragraph's. `element` receives what is drawn, with a Link inside it for every run that links;
    None makes it an artifact. `keep` is the fewest lines left behind or carried over when a page ends inside it.
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
        keep: int = 2,
    ) -> None:
        self.runs = runs
        self.leading = leading
        self.element = element
        self.align = align
        self.keep = keep
        self.size = runs[0].voice.size if runs else leading
        self._letters = letters
        self._language = language
        self._tables = tuple(letters.table(run.voice, language) for run in runs)
        self._scales = tuple(run.voice.size / self.size for run in runs)
        self._links: dict[int, Element] = {}
        self._lines: list[Line] = []
        self._measure = Measure(self._tables, self._scales, -1.0)
        self._first, self._last = 0, 0

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 (the flowable protocol gives it)
        """Set the paragraph to `width`; its width and height, in points."""
        measure = Measure(self._tables, self._scales, width * 1000 / self.size)
        if measure.width != self._measure.width:
            self._measure = measure
            self._lines = _BREAKERS[self.align](boxes(self.runs), measure)
            self._first, self._last = 0, len(self._lines)
        return width, self.height

    @property
    def height(self) -> float:
        """Height as wrapped last, in points; 0 for a paragraph without words."""
        count = self._last - self._first
        return (count - 1) * self.leading + self.size if count else 0.0

    @property
    def line_count(self) -> int:
        """Number of lines as wrapped last."""
        return self._last - self._first

    def natural_width(self) -> float:
        """Width of the whole paragraph on one line, in points."""
        measure = Measure(self._tables, self._scales, 1e9)
        lines = ragged(boxes(self.runs), measure)
        return sum(set_line(line, self.runs, measure, self.size, justify=False).width for line in lines)

    def split(self, width: float, height: float) -> list["Paragraph"]:
        """Two paragraphs whose first fits into `height`, or none if too few lines would stand alone. Both draw for the same
        element."""
        self.wrap(width, height)
        count = self.line_count
        fitting = 1 + int((height - self.size + 1e-6) / self.leading) if height + 1e-6 >= self.size else 0
        if fitting >= count:
            return [self]
        taken = min(fitting, count - self.keep)
        if taken < self.keep:
            return []
        return [self._part(0, taken), self._part(taken, count)]

    def _part(self, first: int, last: int) -> "Paragraph":
        part = Paragraph(
            self._letters,
            self.runs,
            self.leading,
            self.element,
            align=self.align,
            language=self._language,
            keep=self.keep,
        )
        part._lines, part._measure, part._links = self._lines, self._measure, self._links
        part._first, part._last = self._first + first, self._first + last
        return part

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw with the lower left corner at (`x`, `y`), points."""
        baseline = y + self.height - ASCENT * self.size
        pen = _Pen(canvas, self)
        for line in self._lines[self._first : self._last]:
            done = set_line(line, self.runs, self._measure, self.size, justify=self._fills(line))
            pen.draw(done, x + self._shift(done), baseline)
            pen.note(line)
            baseline -= self.leading
        pen.end()

    def _fills(self, line: Line) -> bool:
        """Whether a line is justified: not the last, unless it is wider than the measure and has to be shrunk."""
        if self.align != "justify" or line is not self._lines[-1]:
            return self.align == "justify"
        return (
            set_line(line, self.runs, self._measure, self.size, justify=False).width
            > self._measure.width * self.size / 1000
        )

    def _shift(self, line: SetLine) -> float:
        free = self._measure.width * self.size / 1000 - line.width
        return {"right": free, "center": free / 2}.get(self.align, -line.outdent)

    def element_of(self, run: int) -> Element | None:
        """The structure element that a run is drawn for: the paragraph's, or a Link inside it. Parts of one paragraph share
        their links."""
        link = self.runs[run].link
        if link is None or self.element is None:
            return self.element
        if run not in self._links:
            self._links[run] = self.element.add("Link")
        return self._links[run]

    def voice_operators(self, run: int, before: int) -> str:
        """Operators that select the voice of a run after that of run `before` (-1: none): font, size, rise, color."""
        voice = self.runs[run].voice
        rise = voice.rise or (before >= 0 and self.runs[before].voice.rise)
        return (
            f"/{self._tables[run].face.key} {pdf_number(voice.size)} Tf {' '.join(map(pdf_number, voice.color))} rg"
            + f" {pdf_number(voice.rise)} Ts" * bool(rise)
        )

    def glyphs_by_face(self, run: int, codes: set[int]) -> list[tuple[str, set[int]]]:
        """Codes of the words of a run → font resource names with their glyph codes, the run's own face with the space."""
        table = self._tables[run]
        own = {code for code in codes if code < 65536} | {table.face.space}
        others = sorted({code >> 16 for code in codes} - {0})
        return [(table.face.key, own)] + [
            (table.faces[other].key, {code & 65535 for code in codes if code >> 16 == other}) for other in others
        ]


class _Pen:
    """Writes the lines of one paragraph: changes voice, horizontal scaling and marked content only where it must."""

    def __init__(self, canvas: TaggedCanvas, paragraph: Paragraph) -> None:
        self._canvas = canvas
        self._paragraph = paragraph
        self._run = -1
        self._scaling = 100.0
        self._marked: list[Element | None] = []
        self._codes: dict[int, set[int]] = {}

    def draw(self, line: SetLine, x: float, baseline: float) -> None:
        """Draw a line from `x` on `baseline`."""
        out = [] if self._run >= 0 else ["BT"]
        if line.scaling != self._scaling:
            out.append(f"{pdf_number(line.scaling)} Tz")
            self._scaling = line.scaling
        out.append(f"1 0 0 1 {pdf_number(x)} {pdf_number(baseline)} Tm")
        self._canvas.write(" ".join(out))
        for group in line.groups:
            self._mark(self._paragraph.element_of(group.run))
            if group.run != self._run:
                self._canvas.write(self._paragraph.voice_operators(group.run, self._run))
                self._run = group.run
            self._canvas.write(group.operators)
            self._link(group, x, baseline)

    def note(self, line: Line) -> None:
        """Remember the glyphs of a line."""
        for token in line.tokens:
            self._codes.setdefault(token.run, set()).update(token.word.codes)

    def end(self) -> None:
        """Close what is open and hand the glyphs over."""
        if self._run < 0:
            return
        if self._scaling != 100:
            self._canvas.write("100 Tz")
        if self._paragraph.runs[self._run].voice.rise:
            self._canvas.write("0 Ts")
        self._canvas.close_mark()
        self._canvas.write("ET")
        for run, codes in self._codes.items():
            for face, glyphs in self._paragraph.glyphs_by_face(run, codes):
                self._canvas.use(face, glyphs)

    def _mark(self, element: Element | None) -> None:
        if self._marked and self._marked[0] is element:
            return
        if self._marked:
            self._canvas.close_mark()
        self._marked = [element]
        self._canvas.open_mark(element)

    def _link(self, group: Group, x: float, baseline: float) -> None:
        run = self._paragraph.runs[group.run]
        element = self._paragraph.element_of(group.run)
        if run.link is not None and element is not None:
            left, size = x + group.x, run.voice.size
            box = (left, baseline - DESCENT * size, left + group.width, baseline + ASCENT * size)
            self._canvas.add_link(element, run.link, box, run.words or run.text.strip())
