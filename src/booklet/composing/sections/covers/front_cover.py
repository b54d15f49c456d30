"""The front cover, made of type: the event's title and its times around the world, in one of three kinds."""

from collections.abc import Callable

from booklet.composing.foreign_cover import draw_picture
from booklet.composing.labels import Labels
from booklet.composing.section import Section
from booklet.composing.sections.covers.cover_ornament import Look, draw_ornament
from booklet.composing.sections.covers.cover_text import (
    SHRINK,
    Fact,
    cover_scale,
    event_facts,
    people,
    people_in_short,
    set_down,
)
from booklet.composing.text import paragraph
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import ASCENT, Paragraph
from booklet.model.event import Event
from booklet.model.picture_file import PictureFile
from booklet.model.program import Program
from booklet.page_map import PageMap
from booklet.picture import Picture
from booklet.plain_dataclasses import replace
from booklet.structure import Element
from booklet.styling.style import Color, TextStyle
from booklet.tagged_canvas import TaggedCanvas
from booklet.units import MM

FRONT_KEY = "front-cover"

_FIELD = 0.62  # of the page's height
_OUTLINE_TITLE = 0.385  # of the page's height, from the foot: the last line of the title without a field
_FACTS_OF_TYPE = 62 * MM  # from the foot of an A4 page: the rule above the columns
_TITLE_OF_TYPE = 1.42  # times the size in a field
_BLEED = 2.0
_RULE, _OPENING = 2.2, 0.9
_LOGO = (60, 24)  # mm of an A4 page
_MOST_TITLE_LINES = 3
_ORNAMENT_ABOVE = 13  # mm of an A4 page, from the title to the ornament


def compose_front_cover(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """The front cover, for events that bring none of their own. The style says which kind."""
    del pages
    root = Element("Sect")

    def paint(canvas: TaggedCanvas) -> None:
        _KINDS[letters.style.cover](program, letters, labels, canvas, root)

    return (Section(FRONT_KEY, root, labels.front_cover, paint=paint, label=labels.front_cover),)


def compose_logo_cover(
    program: Program, letters: Letters, labels: Labels, logo: PictureFile, picture: Picture
) -> tuple[Section, ...]:
    """The front cover of an event that brings a logo: it stands at the top left, in its own colors."""
    root = Element("Sect")

    def paint(canvas: TaggedCanvas) -> None:
        style, scale = letters.style, cover_scale(letters.style)
        page, colors = style.page, style.colors
        width, height = (side * MM * scale for side in _LOGO)
        figure = root.add("Figure", alt=logo.alt or labels.front_cover)
        top = page.height - 18 * MM * scale
        draw_picture(canvas, picture, figure, (page.left, top - height, width, height), left=True)
        low = page.height / 2
        begin = top - height - 20 * MM * scale
        _words(program, letters, labels, canvas, root, colors.ink, low, low - 25 * MM * scale, begin)
        canvas.rule(page.left, page.left + 28 * MM * scale, low - 13 * MM * scale, _RULE, colors.accent)
        band = 16 * MM * scale
        canvas.block(-_BLEED, -_BLEED, page.width + 2 * _BLEED, band + _BLEED, colors.accent)
        address = Fact(
            replace(style.text.cover_label, color=colors.paper), program.event.website or program.event.title, 0.0
        )
        set_down(canvas, letters, root, [(address,)], band * 0.4, 0.0)

    return (Section(FRONT_KEY, root, labels.front_cover, paint=paint, label=labels.front_cover),)


def _field(program: Program, letters: Letters, labels: Labels, canvas: TaggedCanvas, root: Element) -> None:
    """Ornament and title in white on a colored field, facts below it."""
    style, scale = letters.style, cover_scale(letters.style)
    page, colors = style.page, style.colors
    height = page.height * _FIELD
    foot = page.height - height
    canvas.block(-_BLEED, foot, page.width + 2 * _BLEED, height + _BLEED, colors.accent)
    look = Look(_mixed(colors.accent, 0.45), _mixed(colors.accent, 0.32), colors.second, inside=False)
    low = foot + 17 * MM * scale
    draw_ornament(program, style, look, scale, canvas, _above_title(program.event, letters, low))
    _words(program, letters, labels, canvas, root, colors.paper, low, foot - 17 * MM * scale)


def _outline(program: Program, letters: Letters, labels: Labels, canvas: TaggedCanvas, root: Element) -> None:
    """The same without a field, for printers who save ink: a rule at the top, the ornament in lines."""
    style, scale = letters.style, cover_scale(letters.style)
    page, colors = style.page, style.colors
    canvas.rule(page.left, page.width - page.left, page.height - 18 * MM * scale, _RULE, colors.accent)
    low = page.height * _OUTLINE_TITLE
    look = Look(colors.rule, colors.rule, colors.accent, inside=True)
    draw_ornament(program, style, look, scale, canvas, _above_title(program.event, letters, low))
    _words(program, letters, labels, canvas, root, colors.ink, low, low - 17 * MM * scale)


def _above_title(event: Event, letters: Letters, low: float) -> float:
    """The height above which nothing comes near the title, whose last baseline is `low`."""
    page, scale = letters.style.page, cover_scale(letters.style)
    title = _title(event.heading, letters, letters.style.text.cover_title, None, page.height - 44 * MM * scale - low)
    return low - (1 - ASCENT) * title.size + title.height + _ORNAMENT_ABOVE * MM * scale


def _words(
    program: Program,
    letters: Letters,
    labels: Labels,
    canvas: TaggedCanvas,
    root: Element,
    color: Color,
    low: float,
    first: float,
    begin: float | None = None,
) -> None:
    """Series from the baseline `begin` (None: near the top), title with its last baseline at `low`, and the facts from the
    baseline `first` down."""
    page, text, scale = letters.style.page, letters.style.text, cover_scale(letters.style)
    event = program.event
    top = page.height - 22 * MM * scale - (2 * MM * scale if color != letters.style.colors.paper else 0)
    last = _series(event, letters, canvas, root, color, begin or top)
    title = _title(
        event.heading, letters, replace(text.cover_title, color=color), root.add("H1"), last - 8 * MM * scale - low
    )
    title.draw_on(canvas, page.left, low - (1 - ASCENT) * title.size)
    facts = tuple(event_facts(program, labels, letters))
    long, short = (*facts, *people(event, labels, letters)), (*facts, *people_in_short(event, labels, letters))
    below = 12 if begin is None else 22  # with a logo there is a band at the foot
    set_down(canvas, letters, root, [long, short], first, first - below * MM * scale)


def _series(
    event: Event, letters: Letters, canvas: TaggedCanvas, root: Element, color: Color, baseline: float
) -> float:
    series = " · ".join(dict.fromkeys(filter(None, (event.series, event.title if event.topic else ""))))
    style = replace(letters.style.text.cover_series, color=color)
    return set_down(canvas, letters, root, [(Fact(style, series, 0.0),)], baseline, letters.style.page.height * 0.1)


def _type(program: Program, letters: Letters, labels: Labels, canvas: TaggedCanvas, root: Element) -> None:
    """Nothing but type: series, rule, large title; the facts in three columns at the foot."""
    style, scale = letters.style, cover_scale(letters.style)
    page, text, colors, event = style.page, style.text, style.colors, program.event
    last = _series(event, letters, canvas, root, colors.accent, page.height - 18 * MM * scale)
    rule = last - 5 * MM * scale
    canvas.rule(page.left, page.width - page.left, rule, _RULE, colors.accent)
    large = text.cover_title.size * _TITLE_OF_TYPE
    big = replace(text.cover_title, color=colors.ink, size=large, leading=text.cover_title.leading * _TITLE_OF_TYPE)
    foot = _FACTS_OF_TYPE * scale
    title = _title(event.heading, letters, big, root.add("H1"), rule - 20 * MM * scale - foot)
    top = rule - 8 * MM * scale
    title.draw_on(canvas, page.left, top - title.height)
    subtitle, *rest = event_facts(program, labels, letters)
    below = top - title.height - 12 * MM * scale
    set_down(canvas, letters, root, [(subtitle,)], below, max(below - foot - 6 * MM * scale, subtitle.style.size))
    canvas.rule(page.left, page.width - page.left, foot, _OPENING, colors.ink)
    _columns(event, rest, letters, labels, canvas, root, foot - 7 * MM * scale)


def _columns(
    event: Event, facts: list[Fact], letters: Letters, labels: Labels, canvas: TaggedCanvas, root: Element, top: float
) -> None:
    """When and where, and the organizers, side by side from the baseline `top` down."""
    page, text, scale = letters.style.page, letters.style.text, cover_scale(letters.style)
    width = (page.width - 2 * page.left) / 2
    room = top - 12 * MM * scale
    when = (
        Fact(text.cover_label, labels.when, 0.0),
        *(replace(fact, distance=text.cover_place.leading) for fact in facts),
    )
    set_down(canvas, letters, root, [when], top, room, (page.left, width - 6 * MM * scale))
    choices = [tuple(lines(event, labels, letters)) for lines in (people, people_in_short)]
    begun = [(replace(lines[0], distance=0.0), *lines[1:]) for lines in choices if lines]
    if begun:
        set_down(canvas, letters, root, begun, top, room, (page.left + width, width))


def _title(words: str, letters: Letters, style: TextStyle, element: Element | None, room: float) -> Paragraph:
    """The title in at most three lines if two steps smaller are enough for that, and never higher than `room` points."""
    page = letters.style.page
    for shrink in SHRINK:
        smaller = replace(style, size=style.size * shrink, leading=style.leading * shrink)
        title = paragraph(letters, smaller, words, element, align="balance")
        title.wrap(page.width - 2 * page.left, 0)
        if title.height <= room and (title.line_count <= _MOST_TITLE_LINES or shrink <= SHRINK[2]):
            break
    return title


def _mixed(color: Color, white: float) -> Color:
    red, green, blue = (part + (1 - part) * white for part in color)
    return red, green, blue


_KINDS: dict[str, Callable[[Program, Letters, Labels, TaggedCanvas, Element], None]] = {
    "field": _field,
    "outline": _outline,
    "type": _type,
}
