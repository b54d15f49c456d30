"""A bar of an overview → what stands in it: its title in full, smaller, on more lines, hyphenated, or its beginning."""

from collections.abc import Iterator
from functools import partial
from math import inf

from booklet.composing.sections.glance.boxes import Box
from booklet.composing.sections.glance.measures import FLOOR, Measures, is_torn, sizes, smaller
from booklet.composing.text import WIDE, emphasised, paragraph, rich_runs, spoken, voice
from booklet.expression import expression
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element
from booklet.styling.style import TextStyle

# Between words and the number of a page; a bar narrower than so much has that number below its words.
_BEFORE_NUMBER, _NARROW = 4.0, 80.0
# Above and below the lines of a bar together, and the distance of its lines by their size.
_AIR, _LEADING = 0.8, 1.12
_WIDEST = "000"
_ROUNDING = 0.5
# Where a title may be parted.
_PARTS = expression(r"\s&\s|,\s|:\s|\s[–—|-]\s|[：、，]")
_LEAST_PART = 4
_ELLIPSIS = "\u00a0…"


@dataclass(frozen=True, slots=True)
class Label:
    """How a bar says its title, set to `width` points: other words than the title where `short` is not empty. The number of
    its page stands beside its words or `below` them."""

    box: Box
    short: str
    style: TextStyle
    width: float
    below: bool

    def paragraph(self, measures: Measures, element: Element | None, link: str | None) -> Paragraph:
        """The words, wrapped."""
        made = _words(self.box, self.short, self.style, measures, element, link)
        made.wrap(self.width, 0)
        return made

    def reach(self, measures: Measures) -> float:
        """How far the longest of its lines goes, in points."""
        made = self.paragraph(measures, None, None)
        return max(made.set_line(number).width for number in range(made.line_count))


def label_of(box: Box, width: float, height: float, measures: Measures, free: float = 0.0) -> Label | None:
    """The label of a bar that has so much room: the title at the largest size at which it fits, else the longest part of it.
    Where there is no room for its first word, it goes on over the `free` points beside the bar, if the number of its page is
    not there; None where there is none either."""
    number = smaller(measures.letters.style.text.overview_label)
    below = bool(box.targets) and width < _NARROW and height >= 2 * number.leading + _AIR
    if below:
        height -= number.leading
    elif box.targets:
        bold = replace(number, face="sans-bold")
        digits = paragraph(measures.letters, bold, _WIDEST, None)
        width -= measures.once(("digits", bold.size), digits.natural_width) + _BEFORE_NUMBER
    styles = _sizes(measures.letters.style.text.overview_label)
    in_full = spoken(box.title) if box.is_long else ""  # without its hours
    shorter = tuple(dict.fromkeys(("", in_full, *_shorter(box))))
    beginnings = tuple(_beginnings(spoken(box.title)))
    whole = [(short, style, False) for short in shorter for style in styles]
    parted = [(short, styles[-1], hyphens) for short in (*shorter, *beginnings) for hyphens in (False, True)]
    wider = (width + free,) if free and (below or not box.targets) else ()
    for room in (width, *wider):
        for short, style, hyphens in (*whole, *parted):
            if _fits(box, short, style, measures, room, height, hyphens=hyphens):
                return Label(box, short, style, room, below)
    return None


def _fits(
    box: Box, short: str, style: TextStyle, measures: Measures, width: float, height: float, *, hyphens: bool
) -> bool:
    """Whether so many lines find room, and no word is torn, or even hyphenated unless there may be `hyphens`."""
    lines = int((height - _AIR - style.size + _ROUNDING) // _leading(style)) + 1
    if width < 2 * style.size or lines < 1:
        return False
    key = ("bar", box.look, box.title, box.hours if box.is_long else "", short, style.size, width, hyphens)
    return measures.once(key, partial(_line_count, box, short, style, measures, width, hyphens=hyphens)) <= lines


def _line_count(box: Box, short: str, style: TextStyle, measures: Measures, width: float, *, hyphens: bool) -> float:
    """On how many lines of a width words stand; without end where one is torn."""
    words = _words(box, short, style, measures, None, None)
    words.wrap(width, 0)
    return inf if is_torn(words, hyphens=hyphens) else words.line_count


def _words(
    box: Box, short: str, style: TextStyle, measures: Measures, element: Element | None, link: str | None
) -> Paragraph:
    letters = measures.letters
    if box.look == "break":
        style = replace(style, face="sans-italic", color=letters.style.colors.mute)
    elif box.look == "plenary":
        style = replace(style, face=emphasised(style.face, italic=False, bold=True))
    runs = (Run(short, voice(style), link),) if short else rich_runs(letters, style, box.title, link=link)
    if box.is_long and not short:
        hours = replace(style, face="sans", color=letters.style.colors.mute)
        runs = (*runs, Run(f"{WIDE} ", voice(style)), Run(box.hours, voice(hours), isolate=True))
    return Paragraph(letters, runs, _leading(style), element, align="left", backwards=letters.style.mirrored)


def _leading(style: TextStyle) -> float:
    return round(style.size * _LEADING, 2)


def _sizes(largest: TextStyle) -> tuple[TextStyle, ...]:
    """The largest size, then full and half points down to the floor."""
    half = replace(largest, size=max(FLOOR, largest.size // 0.5 * 0.5))
    return tuple(dict.fromkeys((largest, *sizes(half))))


def _shorter(box: Box) -> Iterator[str]:
    """Other words for a title, the longest first."""
    if box.short:
        yield box.short
    title = spoken(box.title)
    ends = [found.start() for found in _PARTS.finditer(title) if found.start() >= _LEAST_PART]
    for end in reversed(ends):
        yield f"{title[:end]}{_ELLIPSIS}"


def _beginnings(title: str) -> Iterator[str]:
    """The first words of a title, the most first."""
    words = title.split(" ")
    for count in range(len(words) - 1, 0, -1):
        beginning = " ".join(words[:count])
        if len(beginning) >= _LEAST_PART:
            yield f"{beginning}{_ELLIPSIS}"
