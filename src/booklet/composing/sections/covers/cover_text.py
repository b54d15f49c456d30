"""What covers say: facts of the event as paragraphs below each other, smaller where they do not fit."""

from collections.abc import Iterator
from itertools import pairwise

from booklet.composing.abstracts_form import among_abstracts
from booklet.composing.labels import Labels
from booklet.composing.text import comma, paragraph
from booklet.composing.times import on_event_clock, printed_days, printed_range, zone_name
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import ASCENT, Paragraph
from booklet.model.event import Event
from booklet.model.program import Program
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element
from booklet.styling.style import Style, TextStyle
from booklet.tagged_canvas import TaggedCanvas
from booklet.units import MM

# What does not fit is set smaller, step by step.
SHRINK = (1.0, 0.9, 0.81, 0.72, 0.62, 0.52, 0.43, 0.35, 0.27, 0.2, 0.14, 0.1)

# Days of a series lie further apart than a weekend; so many are named one by one.
_PAUSE, _MOST_DAYS = 4, 4


@dataclass(frozen=True, slots=True)
class Fact:
    """A paragraph of a cover: its first baseline stands `distance` below the last one before it, in points."""

    style: TextStyle
    words: str
    distance: float


def cover_scale(style: Style) -> float:
    """Distances on covers are those of A4, scaled to the page."""
    return min(style.page.width / (210 * MM), style.page.height / (297 * MM))


def set_down(
    canvas: TaggedCanvas,
    letters: Letters,
    root: Element,
    choices: list[tuple[Fact, ...]],
    baseline: float,
    room: float,
    column: tuple[float, float] | None = None,
) -> float:
    """Set facts below each other, the first on `baseline`: the first choice that takes no more than `room` points below it,
    smaller where none does at its size. `column` is left edge and width, between the margins when None. Returns the last
    baseline."""
    page = letters.style.page
    left, width = column or (page.left, page.width - 2 * page.left)
    for shrink, facts in [(shrink, facts) for shrink in SHRINK for facts in choices]:
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
        drawn.draw_on(canvas, left, baseline + ASCENT * drawn.size - drawn.height)
        baseline -= (drawn.line_count - 1) * drawn.leading
    return baseline


def _smaller(letters: Letters, fact: Fact, shrink: float) -> Paragraph:
    style = replace(fact.style, size=fact.style.size * shrink, leading=fact.style.leading * shrink)
    return paragraph(letters, style, fact.words, None)


def event_days(program: Program) -> str:
    """The days of the event: the first to the last; of a series with pauses between, each of a few."""
    days = [day.date for day in program.days]
    language = program.event.language
    if not days:
        return ""
    pauses = any((later - earlier).days > _PAUSE for earlier, later in pairwise(days))
    if pauses and len(days) <= _MOST_DAYS:
        return " · ".join(printed_days(day, day, language) for day in days)
    return printed_days(days[0], days[-1], language)


def event_facts(program: Program, labels: Labels, letters: Letters) -> Iterator[Fact]:
    """Subtitle, days, and time with venue."""
    event, text, scale = program.event, letters.style.text, cover_scale(letters.style)
    own = labels.subtitle if among_abstracts(program) else labels.program
    yield Fact(text.cover_subtitle, event.subtitle or own, 0.0)
    if program.timed:
        yield Fact(text.cover_date, event_days(program), 34.0 * scale)
    facts = [event.venue or ""]
    if len({session.day for session in program.timed}) == 1:
        start = on_event_clock(program.timed[0].start, event)
        ends = [on_event_clock(session.end, event) for session in program.timed if session.end]
        end = max(ends, key=lambda moment: moment.timestamp(), default=None)
        facts.insert(0, f"{printed_range(start, end, event.clock, event.language)} {zone_name(start)}")
    yield Fact(text.cover_place, comma(event.language).join(filter(None, facts)), 18.0 * scale)


def people(event: Event, labels: Labels, letters: Letters) -> Iterator[Fact]:
    """The organizers, a line each."""
    text = letters.style.text
    if event.organizers:
        yield Fact(text.cover_label, labels.organizers, 12 * MM * cover_scale(letters.style))
    for index, person in enumerate(event.organizers):
        distance = text.cover_people.leading if index else text.cover_label.leading
        yield Fact(
            text.cover_people, comma(event.language).join(filter(None, (person.name, person.affiliation))), distance
        )


def people_in_short(event: Event, labels: Labels, letters: Letters) -> Iterator[Fact]:
    """The names of the organizers in one paragraph."""
    text = letters.style.text
    if event.organizers:
        yield Fact(text.cover_label, labels.organizers, 12 * MM * cover_scale(letters.style))
        names = comma(event.language).join(person.name for person in event.organizers)
        yield Fact(text.cover_people, names, text.cover_label.leading)
