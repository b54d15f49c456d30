"""Talks → their abstracts: one section each, with what it is and when and what belongs to it; or one after another."""

from collections.abc import Callable, Collection
from functools import partial

from booklet.composing.abstracts_form import abstract_groups, abstracts_layout, day_tabs, tabs_count_talks
from booklet.composing.abstracts_form import talk_key as talk_key  # for those who link to talks
from booklet.composing.authors_form import affiliations_below, authors_form
from booklet.composing.copyfit import tighter_styles
from booklet.composing.furniture import event_furniture
from booklet.composing.labels import Labels
from booklet.composing.program_form import ways_to_program
from booklet.composing.section import Aside, Column, ComposedLater, Furniture, Later, Section, Tab, Tighter
from booklet.composing.sections.talks.run_on import compose_run_on
from booklet.composing.sections.talks.talk_body import talk_affiliations, talk_tail
from booklet.composing.sections.talks.talk_head import talk_head
from booklet.composing.sections.talks.talk_margin import talk_margin
from booklet.composing.sections.talks.talk_names import compose_names
from booklet.composing.sections.talks.talk_translation import both_abstracts
from booklet.composing.text import comma, cut, spoken
from booklet.composing.times import printed_date, printed_range, zone_name
from booklet.flowable import Block, stacked
from booklet.lettering.letters import Letters
from booklet.model.event import Event
from booklet.model.program import Program, Slot
from booklet.model.talk import Talk
from booklet.page_map import PageMap
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element
from booklet.styling.style import Style

# More blocks of a talk, in the letters of its style, with their structure below the element.
More = Callable[[Letters, Element], tuple[Block, ...]]

_ROOM, _MOST_ROOMS = 40, 3  # characters of a name; rooms that are named


def compose_abstracts(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> Collection[Section]:
    """The abstracts as they are laid out and in the order that is wanted."""
    del pages  # abstracts do not name pages, so they can be set before any page is known
    layout = abstracts_layout(program, letters.style.page)
    if layout == "page":
        return _pages(program, letters, labels)
    return compose_run_on(program, letters, labels, layout)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the program says of a talk: its first appearance, the thumb tabs of its pages, the rooms of a meeting that has
    several, in words, and where its time leads."""

    slot: Slot | None
    tabs: tuple[Tab, ...]
    room: str
    back: str | None


def occasion(program: Program, slot: Slot | None, tabs: tuple[Tab, ...]) -> Occasion:
    """The occasion of a talk with this first appearance. Of names of rooms that the margin does not hold, the beginning."""
    rooms = slot.session.rooms if slot and len(program.rooms) > 1 else ()
    words = comma(program.event.language).join(cut(room, _ROOM) for room in rooms[:_MOST_ROOMS])
    return Occasion(slot, tabs, words, ways_to_program(program)(slot.session if slot else None))


def _pages(program: Program, letters: Letters, labels: Labels) -> Collection[Section]:
    """A section for every talk, that can be composed tighter where it does not fit its page; one more for the names of very
    many authors. Thumb tabs count talks, or where these are many the days."""
    slots, counted = program.first_slots(), tabs_count_talks(program)
    common = (program.event, letters, labels)
    makers: list[Later] = []
    talks = (talk for group in abstract_groups(program) for talk in group.talks)
    for number, talk in enumerate(talks, 1):
        slot = slots.get(talk.id)
        tabs = (Tab(str(number), number),) if counted else day_tabs(program, slot.session.day if slot else None)
        facts = (talk, occasion(program, slot, tabs))
        makers.append(Later(_fitted, facts, common))
        if authors_form(talk) == "page":
            makers.append(Later(_names, facts, common))
    return ComposedLater(tuple(makers))


def _fitted(talk: Talk, when: Occasion, event: Event, letters: Letters, labels: Labels) -> Section:
    """The section of a talk in the style of the booklet, that can be composed in tighter ones."""
    compose = partial(talk_section, event, talk, when, letters, labels)
    return replace(compose(letters.style), tighter=Tighter(partial(tighter_styles, letters.style, talk), compose))


def _names(talk: Talk, when: Occasion, event: Event, letters: Letters, labels: Labels) -> Section:
    """The names of its authors, under the furniture of the talk."""
    return compose_names(talk, letters, labels, talk_furniture(event, talk, when, labels))


def talk_section(
    event: Event,
    talk: Talk,
    when: Occasion,
    letters: Letters,
    labels: Labels,
    style: Style,
    beside: More | None = None,
    below: More | None = None,
) -> Section:
    """The section of one talk in a style. `beside` gives what stands in the margin below
    the times, `below` what stands below all else."""
    letters, page = letters.with_style(style), style.page
    root = Element("Sect", lang=talk.language)
    head = root.add("Div")
    title = talk_head(talk, letters, labels, head)
    # The time is read after title and authors, and before the abstract.
    aside = head.add("Div")
    margin = talk_margin(event, talk, when.slot, when.room, letters, labels, aside, when.back)
    margin += beside(letters, aside) if beside else ()
    text = both_abstracts(talk, letters, root, stacked(title, page.text_width), stacked(margin, page.margin_width))
    tail = talk_tail(talk, letters, labels, root)
    if affiliations_below(talk):
        tail.append(talk_affiliations(talk, letters, root, below_tail=bool(tail)))
    tail += below(letters, root) if below else ()
    return Section(
        talk_key(talk),
        root,
        bookmark=spoken(talk.title),
        columns=(Column(page.text_left, page.text_width),),
        blocks=(*title, *text, *tail),
        aside=Aside(Column(page.left, page.margin_width), margin, len(title)),
        furniture=talk_furniture(event, talk, when, labels),
        text=tuple(text),
    )


def talk_furniture(event: Event, talk: Talk, when: Occasion, labels: Labels) -> Furniture:
    """Session at the outer edge, date and time at the inner."""
    slot, moment = when.slot, ""
    start, end = slot.times if slot else (None, None)
    if start:
        time = printed_range(start, end, event.clock, event.language)
        moment = f"{printed_date(start.date(), event.language)} · {time} {zone_name(start)}"
    title = spoken(slot.session.title) if slot else event.heading
    inner = " · ".join(filter(None, (labels.status(talk.status), moment)))
    # The first page has the title itself; those after it name the talk in their heads.
    return event_furniture(event, title, inner, when.tabs, talk.short_title or spoken(talk.title))
