"""What stands in boxes → how much room it needs: every title is shaped once, and broken once a width."""

from bisect import bisect_left
from collections.abc import Callable, Hashable
from itertools import pairwise

from booklet.composing.labels import Labels
from booklet.composing.sections.glance.boxes import Box
from booklet.composing.text import WIDE, bold_voice, emphasised, paragraph, rich_runs, voice
from booklet.composing.times import Clock
from booklet.expression import expression
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element
from booklet.styling.style import TextStyle

FLOOR = 6.5
_STEP = 0.5
_LEADING = 1.2
# Numbers of pages, and people, are so much smaller than titles.
_SMALLER = 0.75
# Between the last word of a title and the number of a page, in points; and the widest number that place is kept for.
_BEFORE_NUMBER, _WIDEST = 4.0, "000"


# From Thai to Korean, and all of the ideographs.
_WITHOUT_SPACES = expression("[\u0e00-\u0fff\u1000-\u11ff\u1780-\u17ff\u2e80-\ufaff\uff00-\uffef\U00016000-\U0003ffff]")

_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """How a box says its title: in full (`short` empty), or by other words that end in an ellipsis."""

    box: Box
    short: str = ""

    @property
    def key(self) -> _Key:
        """What tells it from all others of a program."""
        return self.box.name, self.short, self.box.place


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


@dataclass(frozen=True, slots=True)
class Fit:
    """How a title is set: width of its lines and its height in points, and whether the number of its page has a line of its
    own below them, which is in the height."""

    width: float
    height: float
    alone: bool


class Measures:
    """Lines and heights of what stands in boxes, at all sizes and widths."""

    def __init__(self, letters: Letters, labels: Labels, clock: Clock) -> None:
        self.letters = letters
        self.labels = labels
        self.clock = clock
        self._paragraphs: dict[_Key, Paragraph] = {}
        self._fits: dict[tuple[str, str, str, float], Fit] = {}
        self._numbers: dict[float, float] = {}
        self._once: dict[Hashable, float] = {}

    def once(self, key: Hashable, measure: Callable[[], float]) -> float:
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

    def fit(self, words: Words, style: TextStyle, width: float) -> "Fit":
        """How a title is set to a width, in points. Sizes of one family differ in scale alone, so that what counts is the
        width by the size."""
        key = (*words.key, round(width / style.size, 4))
        found = self._fits.get(key)
        if found is None:
            found = self._fits[key] = self._measure(words, style, width)
        return Fit(found.width * style.size, found.height * style.size, found.alone)

    def _measure(self, words: Words, style: TextStyle, width: float) -> "Fit":
        """As of size 1."""
        paragraph = self._paragraphs.get(words.key)
        if paragraph is None:
            paragraph = self._paragraphs[words.key] = self.title(words, style, None, None)
        size = paragraph.size
        number = self.number_width(style) / style.size * size if words.box.targets else 0.0
        room = width / style.size * size
        set_to, alone = _with_number(paragraph, room, number)
        height = paragraph.wrap(set_to, 0)[1] + (paragraph.leading if alone else 0.0)
        return Fit(set_to / size, height / size, alone)

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


def _with_number(paragraph: Paragraph, room: float, number: float) -> tuple[float, bool]:
    """The width to set a title to so that a number fits beside its last line, and whether there is none. Where the last line
    leaves no room, its last words go down to one more."""
    paragraph.wrap(room, 0)
    count = paragraph.line_count
    if not number or _last_width(paragraph) + number <= room:
        return room, False
    low, high = room / 2, room
    while high - low > room / 100:
        middle = (low + high) / 2
        paragraph.wrap(middle, 0)
        low, high = (middle, high) if paragraph.line_count > count else (low, middle)
    paragraph.wrap(low, 0)
    if paragraph.line_count == count + 1 and not is_torn(paragraph) and _last_width(paragraph) + number <= room:
        return low, False
    return room, True


def shortened_to(words: str, style: TextStyle, letters: Letters, width: float, lines: int) -> str:
    """Words that stand on so many lines of a width; where they do not, as many of their letters, with an ellipsis."""

    def fits(count: int) -> bool:
        text = words if count == len(words) else f"{words[:count].rstrip()} …"
        made = paragraph(letters, style, text, None)
        made.wrap(width, 0)
        return made.line_count <= lines

    if fits(len(words)):
        return words
    kept = bisect_left(range(1, len(words)), True, key=lambda count: not fits(count))
    return f"{words[: max(1, kept)].rstrip()} …"


def is_torn(paragraph: Paragraph, *, hyphens: bool = False) -> bool:
    """Whether a word of a wrapped paragraph is parted where no line may end: without a hyphen or, unless there may be
    `hyphens`, with one."""
    return (not hyphens and any(line.hyphenated for line in paragraph.lines)) or any(
        before.space < 0
        and not before.hyphenated
        and _belong_together(before.phrases[-1].texts[-1][-1], after.phrases[0].texts[0][0])
        for before, after in pairwise(paragraph.lines)
    )


def _belong_together(before: str, after: str) -> bool:
    """Whether two characters are of one word, as far as scripts with spaces are concerned."""
    return before.isalnum() and after.isalnum() and not any(map(_WITHOUT_SPACES.match, (before, after)))


def _last_width(paragraph: Paragraph) -> float:
    return paragraph.set_line(paragraph.line_count - 1).width if paragraph.line_count else 0.0


def title_runs(words: Words, style: TextStyle, letters: Letters, link: str | None) -> tuple[Run, ...]:
    """Time, what became of it, the title, and a room that has no column: bold of what is for all; of breaks both times, and
    the title in italics."""
    box, colors = words.box, letters.style.colors
    quiet = replace(style, color=colors.mute)
    if box.look == "break":
        line = replace(quiet, face=emphasised(style.face, italic=True, bold=False))
        head = (Run(box.hours, voice(quiet), isolate=True), Run(f"{WIDE}{WIDE} ", voice(quiet)))
    else:
        line = replace(style, face=emphasised(style.face, italic=False, bold=True)) if box.look == "plenary" else style
        time = box.hours if box.is_long else box.time
        head = (Run(time, bold_voice(style, colors.accent), isolate=True), Run(f"{WIDE} ", voice(style)))
    status = (Run(box.status, bold_voice(quiet), isolate=True), Run(f"{WIDE} ", voice(style))) if box.status else ()
    title = (Run(words.short, voice(line), link),) if words.short else rich_runs(letters, line, box.title, link=link)
    if letters.style.mirrored and len(title) == 1:  # times of titles in all scripts stand at the same side
        title = (title[0]._replace(isolate=True),)
    place = (Run(f"{WIDE} ", voice(quiet)), Run(box.place, voice(quiet), isolate=True)) if box.place else ()
    return (*head, *status, *title, *place)
