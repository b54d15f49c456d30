"""Set lines → operators on a canvas, with their structure: what writes the lines of one paragraph."""

from collections import defaultdict
from functools import lru_cache

from booklet.lettering.drawing import SetLine
from booklet.lettering.formula_drawing import draw_chunk
from booklet.lettering.formula_words import FormulaWords
from booklet.lettering.groups import Group, Setting
from booklet.lettering.lines import Line
from booklet.lettering.operands import spoken_parts
from booklet.lettering.run_elements import RunElements
from booklet.lettering.runs import Run
from booklet.pdf_syntax import pdf_number
from booklet.structure import Element
from booklet.tagged_canvas import Color, TaggedCanvas

# Of the size: how far the boxes of links reach above and below the baseline.
_ABOVE, _BELOW = 0.78, 0.22


class Pen:
    """Writes lines: changes voice, horizontal scaling and marked content only where it must. `elements` gives the structure
    elements of runs."""

    def __init__(self, canvas: TaggedCanvas, setting: Setting, runs: tuple[Run, ...], elements: RunElements) -> None:
        self._canvas = canvas
        self._setting = setting
        self._runs = runs
        self._elements = elements
        self._inside = False  # a text object
        self._stretch = -1  # whose voice is selected
        self._scaling = 100.0
        self._marked: list[Element | None] = []
        self._backwards = False  # inside a sequence of letters as they are seen
        self._codes: defaultdict[int, set[int]] = defaultdict(set)
        self._asked: dict[int, Element | None] = {}  # the elements of stretches

    def draw(self, line: SetLine, x: float, baseline: float) -> None:
        """Draw a line from `x` on `baseline`."""
        at_start = True
        boxes: dict[int, tuple[float, float]] = {}
        for group in line.groups:
            if group.formula:
                self._draw_formula(group, x + group.x, baseline)
            else:
                self._draw_text(group, line.scaling, (x + group.x, baseline) if group.moved or at_start else None)
            at_start = False
            run = self._setting.stretches[group.run].run
            if self._runs[run].link is not None:
                first = self._elements.first_of_link(run)
                left, right = boxes.get(first, (group.x, group.x))
                boxes[first] = (min(left, group.x), max(right, group.x + group.width))
        for run, (left, right) in boxes.items():
            self._link(run, x + left, x + right, baseline)

    def _draw_text(self, group: Group, scaling: float, place: tuple[float, float] | None) -> None:
        out = [] if self._inside else ["BT"]
        if scaling != self._scaling:
            out.append(f"{pdf_number(scaling)} Tz")
            self._scaling = scaling
        if place:
            out.append(f"1 0 0 1 {pdf_number(place[0])} {pdf_number(place[1])} Tm")
        if out:
            self._canvas.write(" ".join(out))
        self._inside = True
        element = self._element(group.run)
        self._turn(backwards=element is not None and self._setting.stretches[group.run].level % 2 == 1)
        for operators, text in spoken_parts(group.operators):
            if text:
                self._close_mark()
                self._canvas.open_mark(element, text)
            else:
                self._mark(element)
            if group.run != self._stretch:
                self._select(group.run)
            self._canvas.write(operators)
            if text:
                self._canvas.close_mark()

    def _element(self, stretch: int) -> Element | None:
        """The element of a stretch, asked for when it is first drawn."""
        if stretch not in self._asked:
            self._asked[stretch] = self._elements.of(self._setting.stretches[stretch].run)
        return self._asked[stretch]

    def _draw_formula(self, group: Group, x: float, baseline: float) -> None:
        """Formulas have rules, which cannot be drawn inside a text object."""
        self._leave()
        voice = self._setting.voices[group.run]
        words = self._setting.measure.tables[group.run]
        if isinstance(words, FormulaWords):
            for chunk, offset in words.chunks(group.formula):
                place = (x + offset * voice.size / 1000, baseline)
                draw_chunk(self._canvas, chunk, words.face.key, voice, place, self._element(group.run))

    def _leave(self) -> None:
        """End the marked content and the text object that are open. Voice and scaling stay selected."""
        self._turn(backwards=False)
        self._close_mark()
        if self._inside:
            self._canvas.write("ET")
            self._inside = False

    def note(self, line: Line) -> None:
        """Remember the glyphs of a line."""
        for phrase in line.phrases:
            self._codes[phrase.run].update(*[word[4] for word in phrase.words])
            if phrase.space >= 0:
                self._codes.setdefault(phrase.space, set())
        if line.space >= 0:
            self._codes.setdefault(line.space, set())

    def end(self) -> None:
        """Close what is open and hand the glyphs over."""
        if self._scaling != 100 and self._inside:
            self._canvas.write("100 Tz")
        if self._stretch >= 0 and self._setting.voices[self._stretch].rise and self._inside:
            self._canvas.write("0 Ts")
        inside = self._inside
        self._leave()
        if not inside:
            self._reset_outside()
        for stretch, codes in self._codes.items():
            for face, glyphs in self._glyphs_by_face(stretch, codes):
                self._canvas.use(face, glyphs)

    def _reset_outside(self) -> None:
        """What a paragraph that ends with a formula has selected must not reach the next one."""
        out = ["100 Tz"] * (self._scaling != 100)
        out += ["0 Ts"] * (self._stretch >= 0 and bool(self._setting.voices[self._stretch].rise))
        if out:
            self._canvas.write(f"BT {' '.join(out)} ET")

    def _turn(self, *, backwards: bool) -> None:
        """Say that letters stand in the order in which they are seen, from here on or no longer (ISO 32000-1, 14.8.2.3.3).
        The sequence is the outer one, since poppler 22 gives up the rest of a sequence after one inside it."""
        if backwards == self._backwards:
            return
        self._close_mark()
        self._canvas.write("/ReversedChars BMC" if backwards else "EMC")
        self._backwards = backwards

    def _mark(self, element: Element | None) -> None:
        if self._marked and self._marked[0] is element:
            return
        self._close_mark()
        self._marked = [element]
        self._canvas.open_mark(element)

    def _close_mark(self) -> None:
        if self._marked:
            self._canvas.close_mark()
            self._marked = []

    def _select(self, stretch: int) -> None:
        """Select the voice of a stretch: font, size, color, rise."""
        voices, before = self._setting.voices, self._stretch
        voice = voices[stretch]
        selected = _selecting(self._setting.measure.tables[stretch].face.key, voice.size, voice.color)
        raised = voice.rise or (before >= 0 and voices[before].rise)
        self._canvas.write(f"{selected} {pdf_number(voice.rise)} Ts" if raised else selected)
        self._stretch = stretch

    def _glyphs_by_face(self, stretch: int, codes: set[int]) -> list[tuple[str, set[int]]]:
        """Codes of the words of a stretch → font resource names with their glyph codes, its own face with the space."""
        words = self._setting.measure.tables[stretch]
        if max(codes, default=0) < 65536:  # nearly always
            return [(words.face.key, codes | {words.face.space})]
        own = {code for code in codes if code < 65536} | {words.face.space}
        others = sorted({code >> 16 for code in codes} - {0})
        return [(words.face.key, own)] + [
            (words.faces[other].key, {code & 65535 for code in codes if code >> 16 == other}) for other in others
        ]

    def _link(self, run: int, left: float, right: float, baseline: float) -> None:
        """A link on one line, whose first run is `run`."""
        target, element, size = self._runs[run].link, self._elements.link(run), self._runs[run].voice.size
        if target is not None and element is not None:
            box = (left, baseline - _BELOW * size, right, baseline + _ABOVE * size)
            self._canvas.add_link(element, target, box, self._elements.words_of_link(run))


@lru_cache(maxsize=1024)
def _selecting(face: str, size: float, color: Color) -> str:
    """Operators that select a face, a size and a color: a booklet has few of them."""
    return f"/{face} {pdf_number(size)} Tf {' '.join(map(pdf_number, color))} rg"
