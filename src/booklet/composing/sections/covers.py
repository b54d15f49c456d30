"""Covers made of type: the front with the event's title and its times around the world, the back with room for notes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from booklet.composing.labels import Labels
from booklet.composing.section import Section
from booklet.composing.sections.cover_rings import draw_rings
from booklet.composing.text import paragraph
from booklet.composing.times import printed_date, printed_range, zone_name
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import ASCENT, Paragraph
from booklet.model.event import Event
from booklet.model.program import Program
from booklet.page_map import PageMap
from booklet.structure import Element
from booklet.styling.style import Color, Style, TextStyle
from booklet.tagged_canvas import TaggedCanvas
from booklet.units import MM

FRONT_KEY, BACK_KEY = "front-cover", "back-cover"

# Of the page's height: the colored field of the front and of the back.
_FRONT_FIELD, _BACK_FIELD = 0.62, 0.2
# Colored fields reach over the edge of the page.
_BLEED = 2.0
_MOST_TITLE_LINES = 3
# What does not fit is set smaller, step by step.
_SHRINK = (1.0, 0.9, 0.81, 0.72, 0.62, 0.52, 0.43, 0.35, 0.27, 0.2, 0.14, 0.1)


def compose_front_cover(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """The front cover, for events that bring none of their own."""
    del pages
    root = Element("Sect")

    def paint(canvas: TaggedCanvas) -> None:
        page = letters.style.page
        canvas.block(
            -_BLEED, page.height * (1 - _FRONT_FIELD), page.width + 2 * _BLEED, page.height * _FRONT_FIELD + _BLEED,
            letters.style.colors.accent,
        )  # fmt: skip
        draw_rings(program, letters.style, _scale(letters.style), canvas)
        _front_words(program, letters, labels, canvas, root)

    return (Section(FRONT_KEY, root, labels.front_cover, paint=paint, label=labels.front_cover),)


def compose_back_cover(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """The back cover: lines to write on above a field with what the event is."""
    del pages
    root = Element("Sect")

    def paint(canvas: TaggedCanvas) -> None:
        page, text, scale = letters.style.page, letters.style.text, _scale(letters.style)
        notes = (_Fact(text.back_label, labels.notes, 0.0),)
        _set_down(canvas, letters, root, [notes], page.height - 30 * MM * scale, 9 * MM * scale)
        top = page.height * _BACK_FIELD
        y = page.height - 39 * MM * scale
        while y > top + 12 * MM:
            canvas.rule(page.left, page.width - page.left, y, 0.35, letters.style.colors.rule, dotted=True)
            y -= 9 * MM * (scale if scale < 0.8 else 1)
        canvas.block(-_BLEED, -_BLEED, page.width + 2 * _BLEED, top + _BLEED, letters.style.colors.accent)
        facts = tuple(_back_facts(program, text.back_label, text.back_line, letters.style.colors.paper))
        _set_down(canvas, letters, root, [facts], top - 14 * MM * scale, top - 22 * MM * scale)

    return (Section(BACK_KEY, root, labels.back_cover, paint=paint, label=labels.back_cover),)


@dataclass(frozen=True, slots=True)
class _Fact:
    """A paragraph of a cover: its first baseline stands `distance` below the last one before it, in points."""

    style: TextStyle
    words: str
    distance: float


def _back_facts(program: Program, label: TextStyle, line: TextStyle, color: Color) -> Iterator[_Fact]:
    event = program.event
    bright = replace(line, color=color)
    yield _Fact(replace(label, color=color), event.title, 0.0)
    yield _Fact(bright, " · ".join(filter(None, (event.topic, _days(program)))), line.leading)
    if event.website:
        yield _Fact(bright, event.website, line.leading)


def _days(program: Program) -> str:
    """The event's first day, and its last when that is another one."""
    days = sorted({session.date for session in program.sessions})
    ends = dict.fromkeys((days[0], days[-1])) if days else {}
    return " – ".join(printed_date(day, program.event.language) for day in ends)


def _scale(style: Style) -> float:
    """Distances on covers are those of A4, scaled to the page."""
    return min(style.page.width / (210 * MM), style.page.height / (297 * MM))


def _set_down(
    canvas: TaggedCanvas,
    letters: Letters,
    root: Element,
    choices: list[tuple[_Fact, ...]],
    baseline: float,
    room: float,
) -> float:
    """Set facts below each other, the first on `baseline`: the first choice that takes no more than `room` points below it,
    smaller where none does at its size. Returns the last baseline."""
    page = letters.style.page
    width = page.width - 2 * page.left
    for shrink, facts in [(shrink, facts) for shrink in _SHRINK for facts in choices]:
        blocks = [(_smaller(letters, fact, shrink), fact.distance * shrink) for fact in facts if fact.words]
        depth = 0.0
        for block, distance in blocks:
            block.wrap(width, 0)
            depth += distance + (block.line_count - 1) * block.leading
        if depth <= room:
            break
    for block, distance in blocks:
        baseline -= distance
        drawn = Paragraph(letters, block.runs, block.leading, root.add("P"), align="left")
        drawn.wrap(width, 0)
        drawn.draw_on(canvas, page.left, baseline + ASCENT * drawn.size - drawn.height)
        baseline -= (drawn.line_count - 1) * drawn.leading
    return baseline


def _smaller(letters: Letters, fact: _Fact, shrink: float) -> Paragraph:
    style = replace(fact.style, size=fact.style.size * shrink, leading=fact.style.leading * shrink)
    return paragraph(letters, style, fact.words, None)


def _front_words(program: Program, letters: Letters, labels: Labels, canvas: TaggedCanvas, root: Element) -> None:
    event, page, text, scale = program.event, letters.style.page, letters.style.text, _scale(letters.style)
    top, foot = page.height - 22 * MM * scale, page.height * (1 - _FRONT_FIELD)
    series = event.series or (event.title if event.topic else "")
    last = _set_down(canvas, letters, root, [(_Fact(text.cover_series, series, 0.0),)], top, page.height * 0.1)
    low = foot + 17 * MM * scale
    title = _title(event.heading, letters, root.add("H1"), last - 8 * MM * scale - low)
    title.draw_on(canvas, page.left, low - (1 - ASCENT) * title.size)
    facts = tuple(_facts(program, labels, letters))
    long, short = (*facts, *_people(event, labels, letters)), (*facts, *_people_in_short(event, labels, letters))
    first = foot - 17 * MM * scale
    _set_down(canvas, letters, root, [long, short], first, first - 12 * MM * scale)


def _title(words: str, letters: Letters, element: Element, room: float) -> Paragraph:
    """The title in at most three lines if two steps smaller are enough for that, and never higher than `room` points."""
    style, page = letters.style.text.cover_title, letters.style.page
    for shrink in _SHRINK:
        smaller = replace(style, size=style.size * shrink, leading=style.leading * shrink)
        title = paragraph(letters, smaller, words, element, align="balance")
        title.wrap(page.width - 2 * page.left, 0)
        if title.height <= room and (title.line_count <= _MOST_TITLE_LINES or shrink <= _SHRINK[2]):
            break
    return title


def _facts(program: Program, labels: Labels, letters: Letters) -> Iterator[_Fact]:
    """Subtitle, days, and time with venue."""
    event, text, scale = program.event, letters.style.text, _scale(letters.style)
    yield _Fact(text.cover_subtitle, event.subtitle or labels.subtitle, 0.0)
    if program.sessions:
        yield _Fact(text.cover_date, _days(program), 34.0 * scale)
    facts = [event.venue or ""]
    if len({session.date for session in program.sessions}) == 1:
        start = program.sessions[0].start
        ends = [session.end for session in program.sessions if session.end]
        end = max(ends, key=lambda moment: moment.timestamp(), default=None)
        facts.insert(0, f"{printed_range(start, end, event.clock)} {zone_name(start)}")
    yield _Fact(text.cover_place, ", ".join(filter(None, facts)), 18.0 * scale)


def _people(event: Event, labels: Labels, letters: Letters) -> Iterator[_Fact]:
    """The organizers, a line each."""
    text = letters.style.text
    if event.organizers:
        yield _Fact(text.cover_label, labels.organizers, 12 * MM * _scale(letters.style))
    for index, person in enumerate(event.organizers):
        distance = text.cover_people.leading if index else text.cover_label.leading
        yield _Fact(text.cover_people, ", ".join(filter(None, (person.name, person.affiliation))), distance)


def _people_in_short(event: Event, labels: Labels, letters: Letters) -> Iterator[_Fact]:
    """The names of the organizers in one paragraph."""
    text = letters.style.text
    if event.organizers:
        yield _Fact(text.cover_label, labels.organizers, 12 * MM * _scale(letters.style))
        names = ", ".join(person.name for person in event.organizers)
        yield _Fact(text.cover_people, names, text.cover_label.leading)
