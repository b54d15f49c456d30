"""What stands in boxes → how much room it needs: every title is shaped once, and broken once a width."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from booklet.composing.labels import Labels
from booklet.composing.sections.glance.boxes import Box
from booklet.composing.text import WIDE, bold_voice, emphasised, rich_runs, voice
from booklet.composing.times import Clock
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.structure import Element
from booklet.styling.style import TextStyle

FLOOR = 6.5
_STEP = 0.5
_LEADING = 1.2
# Numbers of pages, and people, are so much smaller than titles.
_SMALLER = 0.75
# Between the last word of a title and the number of a page, in points; and the widest number that place is kept for.
_BEFORE_NUMBER, _WIDEST = 4.0, "000"


@dataclass(frozen=True, slots=True)
class Words:
    """How a box says its title: in full (`short` empty), or by other words that end in an ellipsis."""

    box: Box
    short: str = ""


def sizes(largest: TextStyle, step: float = _STEP) -> tuple[TextStyle, ...]:
    """A text style and all smaller ones, half a point apart, down to the floor of what is read in grids."""
    found = [largest]
    while found[-1].size - step >= FLOOR:
        size = found[-1].size - step
        found.append(replace(largest, size=size, leading=round(size * _LEADING, 2)))
    return tuple(found)


def smaller(style: TextStyle) -> TextStyle:
    """The style of numbers and people beside titles of a style."""
    size = max(FLOOR, style.size - _SMALLER)
    return replace(style, size=size, leading=round(size * _LEADING, 2))


class Measures:
    """Lines and heights of what stands in boxes, at all sizes and widths."""

    def __init__(self, letters: Letters, labels: Labels, clock: Clock) -> None:
        self.letters = letters
        self.labels = labels
        self.clock = clock
        self._paragraphs: dict[tuple[str, str], Paragraph] = {}
        self._heights: dict[tuple[str, str, float], tuple[float, bool]] = {}
        self._numbers: dict[float, float] = {}
        self._once: dict[tuple[str, str, float], float] = {}

    def once(self, key: tuple[str, str, float], measure: Callable[[], float]) -> float:
        """A length that is measured once."""
        if key not in self._once:
            self._once[key] = measure()
        return self._once[key]

    def number_width(self, style: TextStyle) -> float:
        """What is kept free for the number of a page beside a title of a style, in points."""
        small = smaller(style)
        if small.size not in self._numbers:
            run = Run(_WIDEST, bold_voice(small))
            width = Paragraph(self.letters, (run,), small.leading, None, align="left").natural_width()
            self._numbers[small.size] = width + _BEFORE_NUMBER
        return self._numbers[small.size]

    def height(self, words: Words, style: TextStyle, width: float) -> tuple[float, bool]:
        """Height of a title set to a width, in points; and whether the number of its page needs a line of its own, which is
        in it. Sizes of one family differ in scale alone, so that what counts is the width by the size."""
        key = (words.box.name, words.short, round(width / style.size, 4))
        found = self._heights.get(key)
        if found is None:
            found = self._heights[key] = self._measure(words, style, width)
        height, alone = found
        return height * style.size, alone

    def _measure(self, words: Words, style: TextStyle, width: float) -> tuple[float, bool]:
        box = words.box
        paragraph = self._paragraphs.get((box.name, words.short))
        if paragraph is None:
            paragraph = self.title(words, style, None, None)
            self._paragraphs[box.name, words.short] = paragraph
        scale = paragraph.size / style.size
        paragraph.wrap(width * scale, 0)
        alone = False
        if box.targets and paragraph.line_count:
            last = paragraph.set_line(paragraph.line_count - 1).width / scale
            alone = last + self.number_width(style) > width
        height = paragraph.height + (paragraph.leading if alone else 0.0)
        return height / paragraph.size, alone

    def title(self, words: Words, style: TextStyle, element: Element | None, link: str | None) -> Paragraph:
        """Start and title of a box as a paragraph that is not wrapped yet; the title leads to `link`."""
        runs = title_runs(words, style, self.letters, link)
        return Paragraph(
            self.letters,
            runs,
            style.leading,
            element,
            align="left",
            language=words.box.language,
            backwards=self._backwards,
        )

    @property
    def _backwards(self) -> bool:
        """All boxes of a booklet have their times at the same side."""
        return self.letters.style.mirrored


def title_runs(words: Words, style: TextStyle, letters: Letters, link: str | None) -> tuple[Run, ...]:
    """Time, what became of it, and the title: bold of what is for all; of breaks both times, and the title in italics."""
    box, colors = words.box, letters.style.colors
    quiet = replace(style, color=colors.mute)
    if box.look == "break":
        line = replace(quiet, face=emphasised(style.face, italic=True, bold=False))
        head = (Run(box.hours, voice(quiet), isolate=True), Run(f"{WIDE}{WIDE} ", voice(quiet)))
    else:
        line = replace(style, face=emphasised(style.face, italic=False, bold=True)) if box.look == "plenary" else style
        head = (Run(box.time, bold_voice(style, colors.accent), isolate=True), Run(f"{WIDE} ", voice(style)))
    status = (Run(box.status, bold_voice(quiet), isolate=True), Run(f"{WIDE} ", voice(style))) if box.status else ()
    title = (Run(words.short, voice(line), link),) if words.short else rich_runs(letters, line, box.title, link=link)
    return (*head, *status, *title)
