"""The back cover: lines to write on above a field with what the event is."""

from collections.abc import Iterator

from booklet.composing.labels import Labels
from booklet.composing.section import Section
from booklet.composing.sections.covers.cover_text import Fact, cover_scale, event_days, set_down
from booklet.lettering.letters import Letters
from booklet.model.program import Program
from booklet.page_map import PageMap
from booklet.plain_dataclasses import replace
from booklet.structure import Element
from booklet.styling.style import Color, TextStyle
from booklet.tagged_canvas import TaggedCanvas
from booklet.units import MM

BACK_KEY = "back-cover"

_FIELD = 0.2  # of the page's height
_BLEED = 2.0  # the field reaches over the edge of the page


def compose_back_cover(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """The back cover, for events that bring none of their own. Without ink it is all paper, with a rule above the facts."""
    del pages
    root = Element("Sect")

    def paint(canvas: TaggedCanvas) -> None:
        style, scale = letters.style, cover_scale(letters.style)
        page, text, colors = style.page, style.text, style.colors
        notes = (Fact(text.back_label, labels.notes, 0.0),)
        set_down(canvas, letters, root, [notes], page.height - 30 * MM * scale, 9 * MM * scale)
        top = page.height * _FIELD
        note_lines(canvas, letters, page.height - 39 * MM * scale, top + 12 * MM)
        if style.cover == "field":
            canvas.block(-_BLEED, -_BLEED, page.width + 2 * _BLEED, top + _BLEED, colors.accent)
        else:
            canvas.rule(page.left, page.width - page.left, top, 2.2, colors.accent)
        facts = _facts(program, text.back_label, text.back_line, colors.paper if style.cover == "field" else colors.ink)
        set_down(canvas, letters, root, [tuple(facts)], top - 14 * MM * scale, top - 22 * MM * scale)

    return (Section(BACK_KEY, root, labels.back_cover, paint=paint, label=labels.back_cover),)


def note_lines(canvas: TaggedCanvas, letters: Letters, first: float, last: float) -> None:
    """Dotted lines 9 mm apart (on small paper less) from the height `first` down to `last`."""
    page, scale = letters.style.page, cover_scale(letters.style)
    step = 9 * MM * (scale if scale < 0.8 else 1)
    y = first
    while y > last:
        canvas.rule(page.left, page.width - page.left, y, 0.35, letters.style.colors.rule, dotted=True)
        y -= step


def _facts(program: Program, label: TextStyle, line: TextStyle, color: Color) -> Iterator[Fact]:
    event = program.event
    bright = replace(line, color=color)
    yield Fact(replace(label, color=color), event.title, 0.0)
    yield Fact(bright, " · ".join(filter(None, (event.topic, event_days(program)))), line.leading)
    if event.website:
        yield Fact(bright, event.website, line.leading)
