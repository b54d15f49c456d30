"""Covers made of type: the front with the event's title and its times around the world, the back with room for notes."""

from collections.abc import Iterator

from booklet.composing.labels import Labels
from booklet.composing.section import Section
from booklet.composing.text import paragraph
from booklet.composing.times import printed_date, printed_range, zone_name
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import ASCENT, Paragraph
from booklet.model.local_times import local_times
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
_FEWEST_RINGS = 3
_MOST_TITLE_LINES = 3


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
        _rings(program, letters.style, canvas)
        _front_words(program, letters, labels, canvas, root)

    return (Section(FRONT_KEY, root, labels.front_cover, paint=paint, label=labels.front_cover),)


def compose_back_cover(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """The back cover: lines to write on above a field with what the event is."""
    del pages
    root = Element("Sect")

    def paint(canvas: TaggedCanvas) -> None:
        page, text, scale = letters.style.page, letters.style.text, _scale(letters.style)
        _place(
            canvas,
            paragraph(letters, text.back_label, labels.notes, root.add("P")),
            page.left,
            page.height - 30 * MM * scale,
        )
        top = page.height * _BACK_FIELD
        y = page.height - 39 * MM * scale
        while y > top + 12 * MM:
            canvas.rule(page.left, page.width - page.left, y, 0.35, letters.style.colors.rule, dotted=True)
            y -= 9 * MM * (scale if scale < 0.8 else 1)
        canvas.block(-_BLEED, -_BLEED, page.width + 2 * _BLEED, top + _BLEED, letters.style.colors.accent)
        baseline = top - 14 * MM * scale
        for style, words in _back_lines(program, text.back_label, text.back_line):
            bright = TextStyle(style.face, style.size, style.leading, letters.style.colors.paper)
            block = paragraph(letters, bright, words, root.add("P"))
            _place(canvas, block, page.left, baseline, page.width - 2 * page.left)
            baseline -= block.line_count * style.leading

    return (Section(BACK_KEY, root, labels.back_cover, paint=paint, label=labels.back_cover),)


def _back_lines(program: Program, label: TextStyle, line: TextStyle) -> Iterator[tuple[TextStyle, str]]:
    event = program.event
    yield label, event.title
    facts = [event.topic or "", _days(program)]
    yield line, " · ".join(filter(None, facts))
    if event.website:
        yield line, event.website


def _days(program: Program) -> str:
    """The event's first day, and its last when that is another one."""
    days = sorted({session.date for session in program.sessions})
    ends = dict.fromkeys((days[0], days[-1])) if days else {}
    return " – ".join(printed_date(day, program.event.language) for day in ends)


def _scale(style: Style) -> float:
    """Distances on covers are those of A4, scaled to the page."""
    return min(style.page.width / (210 * MM), style.page.height / (297 * MM))


def _place(canvas: TaggedCanvas, block: Paragraph, x: float, baseline: float, width: float = 1e4) -> None:
    """Draw a paragraph with its first baseline at a given height."""
    block.wrap(width, 0)
    block.draw_on(canvas, x, baseline + ASCENT * block.size - block.height)


def _front_words(program: Program, letters: Letters, labels: Labels, canvas: TaggedCanvas, root: Element) -> None:
    event, page, text, scale = program.event, letters.style.page, letters.style.text, _scale(letters.style)
    width = page.width - 2 * page.left
    foot = page.height * (1 - _FRONT_FIELD)
    series = event.series or (event.title if event.topic else "")
    if series:
        _place(
            canvas,
            paragraph(letters, text.cover_series, series, root.add("P")),
            page.left,
            page.height - 22 * MM * scale,
            width,
        )
    title = _title(event.heading, letters, root.add("H1"), width)
    _place(canvas, title, page.left, foot + 17 * MM * scale + (title.line_count - 1) * title.leading, width)
    baseline = foot - 17 * MM * scale
    for style, words, before in _facts(program, labels, text.cover_subtitle, text.cover_date, text.cover_place):
        block = paragraph(letters, style, words, root.add("P"))
        baseline -= before * scale
        _place(canvas, block, page.left, baseline, width)
        baseline -= (block.line_count - 1) * style.leading
    if event.organizers:
        baseline -= 12 * MM * scale
        _place(
            canvas, paragraph(letters, text.cover_label, labels.organizers, root.add("P")), page.left, baseline, width
        )
        for index, person in enumerate(event.organizers):
            name = ", ".join(filter(None, (person.name, person.affiliation)))
            block = paragraph(letters, text.cover_people, name, root.add("P"))
            baseline -= text.cover_people.leading if index else text.cover_label.leading
            _place(canvas, block, page.left, baseline, width)
            baseline -= (block.line_count - 1) * text.cover_people.leading


def _title(words: str, letters: Letters, element: Element, width: float) -> Paragraph:
    """The title, made smaller twice by a tenth when it takes more than three lines."""
    style = letters.style.text.cover_title
    for shrink in (1.0, 0.9, 0.81):
        smaller = TextStyle(style.face, style.size * shrink, style.leading * shrink, style.color)
        title = paragraph(letters, smaller, words, element, align="balance")
        title.wrap(width, 0)
        if title.line_count <= _MOST_TITLE_LINES:
            break
    return title


def _facts(
    program: Program, labels: Labels, subtitle: TextStyle, day: TextStyle, place: TextStyle
) -> Iterator[tuple[TextStyle, str, float]]:
    """Subtitle, days, and time with venue: style, words, distance to the baseline before in points of A4."""
    event = program.event
    yield subtitle, event.subtitle or labels.subtitle, 0.0
    if program.sessions:
        yield day, _days(program), 34.0
    facts = [event.venue or ""]
    if len({session.date for session in program.sessions}) == 1:
        start = program.sessions[0].start
        ends = [session.end for session in program.sessions if session.end]
        end = max(ends, key=lambda moment: moment.timestamp(), default=None)
        facts.insert(0, f"{printed_range(start, end, event.clock)} {zone_name(start)}")
    if any(facts):
        yield place, ", ".join(filter(None, facts)), 18.0


def _rings(program: Program, style: Style, canvas: TaggedCanvas) -> None:
    """A ring for every city, 24 hours clockwise from midnight at the top: its night thin, its day thick, the sessions solid.

    The ornament is the program itself, so no two covers look alike.
    """
    cities = [city for region in program.event.regions for city in region.cities]
    sessions = [session for session in program.sessions if session.end]
    if len(cities) < _FEWEST_RINGS or not sessions:
        return
    scale, colors = _scale(style), style.colors
    x, y = style.page.width - 42 * MM * scale, style.page.height - 66.3 * MM * scale
    step, inner = 8.2 * MM * scale, 15 * MM * scale
    for index, city in enumerate(cities):
        radius = inner + index * step
        canvas.ring(x, y, radius, 0.35, _mixed(colors.accent, 0.45))
        canvas.ring(x, y, radius, 1.8, _mixed(colors.accent, 0.32), _arc(6, 17))
        for session in sessions:
            local = local_times(city, session.start, session.end or session.start, session.date)
            hours = (local.end.timestamp() - local.start.timestamp()) / 3600
            begin = local.start.hour + local.start.minute / 60
            canvas.ring(x, y, radius, step * 0.72, colors.second, _arc(begin, min(hours, 24)))


def _arc(hour: float, hours: float) -> tuple[float, float]:
    return hour * 15, hours * 15


def _mixed(color: Color, white: float) -> Color:
    red, green, blue = (part + (1 - part) * white for part in color)
    return red, green, blue
