"""Talks → one section each: what it is and when, its abstract, and what belongs to it."""

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial

from booklet.composing.authors_form import affiliations_below, authors_form
from booklet.composing.copyfit import tighter_styles
from booklet.composing.furniture import event_furniture
from booklet.composing.labels import Labels
from booklet.composing.section import Aside, Column, ComposedLater, Furniture, Section, Tab, Tighter
from booklet.composing.sections.talk_body import talk_affiliations, talk_body, talk_tail
from booklet.composing.sections.talk_head import talk_head
from booklet.composing.sections.talk_margin import talk_margin
from booklet.composing.sections.talk_names import compose_names
from booklet.composing.text import spoken
from booklet.composing.times import printed_date, printed_range, zone_name
from booklet.flowable import Block
from booklet.lettering.letters import Letters
from booklet.model.event import Event
from booklet.model.program import Program, Slot
from booklet.model.talk import Talk
from booklet.page_map import PageMap
from booklet.structure import Element
from booklet.styling.style import Style

# More blocks of a talk, in the letters of its style, with their structure below the element.
More = Callable[[Letters, Element], tuple[Block, ...]]


def talk_key(talk: Talk) -> str:
    """Destination and section key of a talk's abstract."""
    return f"talk-{talk.id}"


def among_abstracts(program: Program) -> tuple[Talk, ...]:
    """The talks whose abstracts stand in the part of that name: all, but keynotes where these have a part of their own."""
    apart = "keynotes" in program.settings.sections
    return tuple(talk for talk in program.talks if not (apart and talk.kind == "keynote"))


def compose_abstracts(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> Collection[Section]:
    """A section for every talk, in the program's order, that can be composed tighter where it does not fit its page; one more
    for the names of very many authors."""
    del pages  # abstracts do not name pages, so they can be set before any page is known
    slots = program.first_slots()
    makers: list[Callable[[], Section]] = []
    for number, talk in enumerate(among_abstracts(program), 1):
        slot = slots.get(talk.id)
        makers.append(
            partial(_fitted, partial(talk_section, program, talk, slot, number, letters, labels), talk, letters)
        )
        if authors_form(talk) == "page":
            around = talk_furniture(program.event, talk, slot, number, labels)
            makers.append(partial(compose_names, talk, letters, labels, around))
    return ComposedLater(tuple(makers))


def _fitted(compose: Callable[[Style], Section], talk: Talk, letters: Letters) -> Section:
    """The section of a talk in the style of the booklet, that can be composed in tighter ones."""
    return replace(compose(letters.style), tighter=Tighter(partial(tighter_styles, letters.style, talk), compose))


def talk_section(
    program: Program,
    talk: Talk,
    slot: Slot | None,
    number: int | None,
    letters: Letters,
    labels: Labels,
    style: Style,
    beside: More | None = None,
    below: More | None = None,
) -> Section:
    """The section of one talk in a style, with a tab that has its `number`. `beside` gives what stands in the margin below
    the times, `below` what stands below all else."""
    letters, page = letters.with_style(style), style.page
    root = Element("Sect", lang=talk.language)
    head = root.add("Div")
    title, text = talk_head(talk, letters, labels, head), talk_body(talk, letters, root)
    tail = talk_tail(talk, letters, labels, root)
    if affiliations_below(talk):
        tail.append(talk_affiliations(talk, letters, root, below_tail=bool(tail)))
    # The time is read after title and authors, and before the abstract.
    back = "#program" if "program" in program.settings.sections else None
    aside = head.add("Div")
    margin = talk_margin(program.event, talk, slot.item if slot else None, letters, labels, aside, back)
    margin += beside(letters, aside) if beside else ()
    tail += below(letters, root) if below else ()
    return Section(
        talk_key(talk),
        root,
        bookmark=spoken(talk.title),
        columns=(Column(page.text_left, page.text_width),),
        blocks=(*title, *text, *tail),
        aside=Aside(Column(page.left, page.margin_width), margin, len(title)),
        furniture=talk_furniture(program.event, talk, slot, number, labels),
        text=tuple(text),
    )


def talk_furniture(event: Event, talk: Talk, slot: Slot | None, number: int | None, labels: Labels) -> Furniture:
    """Session at the outer edge, date and time at the inner; the tab counts talks."""
    when = ""
    if slot and slot.item.start:
        time = printed_range(slot.item.start, slot.item.end, event.clock, event.language)
        when = f"{printed_date(slot.item.start.date(), event.language)} · {time} {zone_name(slot.item.start)}"
    title = spoken(slot.session.title) if slot else event.heading
    inner = " · ".join(filter(None, (labels.status(talk.status), when)))
    # The first page has the title itself; those after it name the talk in their heads.
    tab = Tab(str(number), number) if number else None
    return event_furniture(event, title, inner, tab, talk.short_title or spoken(talk.title))
