"""Keynotes → a page each, like that of any talk, with portraits and lives of those who speak."""

from functools import partial

from booklet.composing.abstracts_form import day_tabs, tabs_count_talks
from booklet.composing.authors_form import authors_form
from booklet.composing.copyfit import tighter_styles
from booklet.composing.flowables.short_rule import ShortRule
from booklet.composing.labels import Labels
from booklet.composing.section import Section, Tighter
from booklet.composing.sections.margin_pictures import margin_pictures
from booklet.composing.sections.talks.abstracts import occasion, talk_furniture, talk_section
from booklet.composing.sections.talks.talk_names import compose_names
from booklet.composing.text import WIDE, bold_voice, rich_runs, space_to, voice
from booklet.flowable import Block
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Align, Paragraph
from booklet.lettering.runs import Run
from booklet.model.person import Person
from booklet.model.program import Program
from booklet.model.talk import Talk
from booklet.page_map import PageMap
from booklet.plain_dataclasses import replace
from booklet.structure import Element
from booklet.units import MM

_RULE_LENGTH, _HAIR = 22 * MM, 0.25


def keynotes_of(program: Program) -> tuple[Talk, ...]:
    """The keynotes, in the program's order."""
    return tuple(talk for talk in program.talks if talk.kind == "keynote")


def speakers(talk: Talk) -> tuple[str, ...]:
    """Who gives a talk: those who present it, or all authors where nobody is said to."""
    return tuple(author.name for author in talk.presenters or talk.authors)


def compose_keynotes(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """A section for every keynote, composed tighter where it does not fit its page. Their thumb tabs are those of days."""
    del pages  # as abstracts, they do not name pages
    slots, counted = program.first_slots(), tabs_count_talks(program)
    known = program.by_name()
    sections: list[Section] = []
    for talk in keynotes_of(program):
        slot = slots.get(talk.id)
        tabs = () if counted else day_tabs(program, slot.session.day if slot else None)
        people = tuple(known[name] for name in speakers(talk) if name in known)
        beside, below = partial(_portraits, people), partial(_lives, talk, people, labels)
        when = occasion(program, slot, tabs)
        in_style = partial(talk_section, program.event, talk, when, letters, labels, beside=beside, below=below)
        tighter = Tighter(partial(tighter_styles, letters.style, talk), in_style)
        sections.append(replace(in_style(letters.style), tighter=tighter))
        if authors_form(talk) == "page":
            around = talk_furniture(program.event, talk, when, labels)
            sections.append(compose_names(talk, letters, labels, around))
    return tuple(sections)


def _portraits(people: tuple[Person, ...], letters: Letters, element: Element) -> tuple[Block, ...]:
    """Portraits of those of whom there are any."""
    photos = [(person.photo, person.name) for person in people if person.photo]
    pictures = tuple((photo.picture, photo.alt or name) for photo, name in photos if photo.picture)
    return margin_pictures(pictures, letters, element, letters.style.page.grid)


def _lives(
    talk: Talk, people: tuple[Person, ...], labels: Labels, letters: Letters, root: Element
) -> tuple[Block, ...]:
    """Biographies and ORCIDs below a short rule, in the language of the booklet."""
    known = [person for person in people if person.biography or person.orcid]
    if not known:
        return ()
    page, style = letters.style.page, letters.style.text.references
    element = root.add("Div", lang=letters.language if talk.language else None)
    title = (Run(labels.about_speaker, bold_voice(style)),)
    heading = Paragraph(letters, title, style.leading, element.add("H2"), align="left")
    rule = ShortRule(_RULE_LENGTH, _HAIR, letters.style.colors.rule, right=heading.runs_from_right)
    blocks = [Block(rule, page.grid, keep=True), Block(heading, style.leading * 0.6, keep=True)]
    for index, person in enumerate(known):
        for place, runs in enumerate(_life(person, letters, named=len(known) > 1)):
            align: Align = "left" if runs[-1].link else "justify"
            words = Paragraph(letters, runs, style.leading, element.add("P"), align=align)
            distance = style.leading * (1.5 if index and not place else 1.1)
            blocks.append(Block(words, space_to(style, style, distance)))
    return tuple(blocks)


def _life(person: Person, letters: Letters, *, named: bool) -> tuple[tuple[Run, ...], ...]:
    """The biography, after the name where there are several, and the ORCID in the form in which it is to be shown."""
    style = letters.style.text.references
    name = (Run(person.name, bold_voice(style), isolate=True), Run(f"{WIDE} ", bold_voice(style))) * named
    address = f"https://orcid.org/{person.orcid}"
    orcid = (Run(address, voice(style), address, isolate=True),) if person.orcid else ()
    if not person.biography:
        return ((*name, *orcid),)
    life = (*name, *rich_runs(letters, style, person.biography))
    return (life, orcid) if orcid else (life,)
