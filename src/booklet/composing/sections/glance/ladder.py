"""A box and the room that it has → how it says its title: as it is, smaller, over free minutes, shortened, or by a number."""

from typing import Literal

from booklet.composing.sections.glance.boxes import Box
from booklet.composing.sections.glance.measures import Measures, Words
from booklet.composing.text import spoken
from booklet.expression import expression
from booklet.plain_dataclasses import dataclass
from booklet.styling.style import TextStyle

Form = Literal["full", "short", "number", "disc"]

# Above the first line, in points.
PAD = 1.4
# White between a box and the next below it.
GAP = 0.9
_ELLIPSIS = "\u00a0…"
# Where a title may be parted: what stands before says what it is about.
_PARTS = expression(r":\s|\s[–—|-]\s?|\?\s|[：？｜]")
_LEAST_PART = 8
# Of the size: about the width of a figure of a time, and what its number takes.
_FIGURE, _NUMBER = 0.55, 1.6


@dataclass(frozen=True, slots=True)
class Wording:
    """How a box says what it holds. `size` is the how manyth of the two sizes; `height` what the title needs below the top of
    its box, more than the box has where it takes free minutes below it, when set to `width`; `alone`: the page number has a
    line of its own."""

    form: Form
    size: int
    words: Words
    height: float
    width: float = 0.0
    alone: bool = False


def wording(
    box: Box, measures: Measures, styles: tuple[TextStyle, ...], width: float, height: float, below: float
) -> Wording:
    """The first form that fits into `height`, or that and the `below` free points. It always ends: a number needs no room."""
    short = shortened(box)
    candidates = [Words(box), *([Words(box, short)] if short else [])]
    if width >= narrowest(box, styles[-1]):
        for words in candidates:
            for room in (height,) if below <= 0 else (height, height + below):
                for size, style in enumerate(styles):
                    fit = measures.fit(words, style, width)
                    if PAD + fit.height <= room:
                        form: Form = "short" if words.short else "full"
                        return Wording(form, size, words, PAD + fit.height, fit.width, alone=fit.alone)
    last = len(styles) - 1
    needed = PAD + styles[last].size
    fits = needed <= height + max(0.0, below) and width >= narrowest(box, styles[last])
    return Wording("number" if fits else "disc", last, candidates[0], needed if fits else 0.0)


def narrowest(box: Box, style: TextStyle) -> float:
    """The width that its start and a number take, in points: below that a box has no words."""
    return (len(box.time) * _FIGURE + _NUMBER) * style.size


def shortened(box: Box) -> str:
    """The other title of a talk, or the part of its title that says what it is about, with an ellipsis; empty without any,
    and where no list has it in full."""
    if not box.in_list:
        return ""
    if box.short:
        return f"{box.short}{_ELLIPSIS}"
    title = spoken(box.title)
    ends = (found.start() for found in _PARTS.finditer(title))
    end = next((end for end in ends if end >= _LEAST_PART), None)
    return f"{title[:end].rstrip()}{_ELLIPSIS}" if end is not None else ""
