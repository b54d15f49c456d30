"""The parts that the booklet has, and where they begin → a table of contents."""

from collections.abc import Iterable, Iterator

from booklet.composing.abstracts_form import among_abstracts, talk_key
from booklet.composing.boards import board_range
from booklet.composing.flowables.table_row import Cell, Rule, Stacked, TableRow
from booklet.composing.furniture import titled_furniture
from booklet.composing.labels import Labels
from booklet.composing.page_number import page_run
from booklet.composing.program_form import day_key, glance_key, session_key
from booklet.composing.section import Column, Section
from booklet.composing.sections.covers.cover_text import event_days
from booklet.composing.sections.free_pages import other_pages, page_key
from booklet.composing.sections.notes import note_pages
from booklet.composing.sections.part_title import HAIR, OPENING, part_title
from booklet.composing.sections.talks.keynotes import keynotes_of, speakers
from booklet.composing.text import paragraph, spoken, voice
from booklet.composing.times import printed_day
from booklet.flowable import Block
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.model.day import Day
from booklet.model.free_page import FreePage
from booklet.model.program import Program
from booklet.model.settings import PAGE_PREFIX
from booklet.page_map import PageMap
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element
from booklet.styling.style import TextStyle

_KEY = "contents"
# Without a word in content/booklet.yaml, shorter booklets do without contents; pages for notes do not count.
_FEWEST_PAGES = 24
# From the rule above an entry to its first baseline and from its last one to the rule below, of the grid; the first entry
# stands lower.
_DROP, _FIRST_DROP, _FOOT = 1.36, 1.75, 0.57


@dataclass(frozen=True, slots=True)
class _Entry:
    """What stands in the contents: its words, the destination that it leads to, what is said of it, and what is inside."""

    words: str
    place: str
    description: str = ""
    inside: "tuple[_Entry, ...]" = ()


@dataclass(frozen=True, slots=True)
class _Setting:
    """What rows are set with."""

    letters: Letters
    labels: Labels
    pages: PageMap


def compose_contents(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """One section with an entry for each part that has pages; none while nothing is known of pages."""
    entries = _entries(program, labels, pages)
    if not entries or (not program.settings.chosen and pages.count - note_pages(pages) < _FEWEST_PAGES):
        return ()
    page, root = letters.style.page, Element("Sect")
    blocks = part_title(letters, labels.contents, root)
    setting, table = _Setting(letters, labels, pages), root.add("TOC")
    for entry in entries:
        blocks += _rows(entry, setting, table, first=entry is entries[0], closes=entry is entries[-1])
    furniture = titled_furniture(program.event, labels.contents)
    column = Column(page.left, page.inner_width)
    return (Section(_KEY, root, labels.contents, (column,), tuple(blocks), furniture=furniture),)


def _entries(program: Program, labels: Labels, pages: PageMap) -> list[_Entry]:
    """The parts that have pages, in the order of the booklet."""
    every = (entry for name in program.settings.sections for entry in _of_part(name, program, labels, pages))
    return [entry for entry in every if pages.page(entry.place) is not None]


def _of_part(name: str, program: Program, labels: Labels, pages: PageMap) -> Iterator[_Entry]:
    """The entries of a part, which need not have pages; covers, notes and the contents themselves have none."""
    if name == "pages":
        yield from map(_of_page, other_pages(program))
    elif name.startswith(PAGE_PREFIX):
        yield from (_of_page(page) for page in program.pages if page_key(page.id) == name)
    elif name == "program":
        yield _of_program(program, labels, pages)
    elif name == "keynotes":
        talks = keynotes_of(program)
        people = " · ".join(dict.fromkeys(person for talk in talks for person in speakers(talk)))
        yield _Entry(labels.keynotes, _first(map(talk_key, talks), pages), people)
    elif name == "posters":
        posters = (talk for talk in program.talks if talk.kind == "poster")
        yield _Entry(labels.posters, name, board_range(posters, labels))
    elif name == "abstracts":
        talks = among_abstracts(program)
        number = sum(talk.kind != "poster" for talk in talks)
        count = labels.talks.of(number, program.event.language) if number else ""
        others = labels.posters if any(talk.kind == "poster" for talk in talks) else ""
        place = _first(map(talk_key, talks), pages)
        yield _Entry(labels.abstracts, place, " · ".join(filter(None, (count, others))))
    elif words := _words(labels).get(name):
        yield _Entry(words, name)


def _words(labels: Labels) -> dict[str, str]:
    """What parts are called of which there is no more to say; each begins with a section of its own name."""
    return {
        "committees": labels.committees,
        "time-zones": labels.time_zones,
        "people": labels.people,
        "keywords": labels.keywords,
        "rooms": labels.rooms,
        "participants": labels.participants,
        "sponsors": labels.sponsors,
    }


def _of_page(page: FreePage) -> _Entry:
    return _Entry(spoken(page.title), page_key(page.id))


def _of_program(program: Program, labels: Labels, pages: PageMap) -> _Entry:
    """The program from the first day to the last; and, where they are several, its days."""
    days = program.days
    words = [printed_day(day.date, program.event.language) for day in days]
    every = [entry for day, name in zip(days, words, strict=True) for entry in _of_day(day, name, labels, pages)]
    inside = sorted(every, key=lambda entry: pages.page(entry.place) or 0)
    return _Entry(labels.program, "program", event_days(program), tuple(inside) if len(days) > 1 else ())


def _of_day(day: Day, name: str, labels: Labels, pages: PageMap) -> Iterator[_Entry]:
    """A day at a glance, and in the list; each where there is such a place."""
    glance = glance_key(day.number, 1)
    if pages.page(glance) is not None:
        yield _Entry(labels.at_a_glance.replace("{day}", name), glance)
    listed = _first((day_key(day.number), *(session_key(session.id) for session in day.sessions)), pages)
    if listed:
        yield _Entry(name, listed)


def _first(places: Iterable[str], pages: PageMap) -> str:
    """The one of some places that comes first in the booklet; empty where there is none of them."""
    found = [(page, place) for place in places if (page := pages.page(place)) is not None]
    return min(found, key=lambda one: one[0])[1] if found else ""


def _rows(entry: _Entry, setting: _Setting, table: Element, *, first: bool, closes: bool) -> list[Block]:
    """The row of an entry and those of what is inside of it, which stay together."""
    style, text = setting.letters.style, setting.letters.style.text
    grid = style.page.grid
    item = table.add("TOCI", refers=entry.place)
    drop = grid * (_FIRST_DROP if first else _DROP)
    cells = [_cells(entry, text.contents_number, text.contents_title, drop, setting, item)]
    nested = item.add("TOC")
    accent = replace(text.contents_day, color=style.colors.accent)
    cells += [
        _cells(
            inner, accent, text.contents_day, text.contents_day.leading, setting, nested.add("TOCI", refers=inner.place)
        )
        for inner in entry.inside
    ]
    rule = Rule(OPENING, style.colors.ink) if closes else Rule(HAIR, style.colors.rule)
    last = len(cells) - 1
    return [
        Block(
            TableRow(
                row,
                grid * _FOOT if index == last else 0.0,
                style.page.text_height,
                below=rule if index == last else None,
            ),
            keep=index < last,
        )
        for index, row in enumerate(cells)
    ]


def _cells(
    entry: _Entry, numbers: TextStyle, words: TextStyle, drop: float, setting: _Setting, item: Element
) -> tuple[Cell, ...]:
    """The page in the margin, the words beside it; both lead there."""
    letters, pages = setting.letters, setting.pages
    page, small = letters.style.page, letters.style.text.contents_description
    reference, link = item.add("Reference"), f"#{entry.place}"
    run = page_run(pages.page(entry.place) or 0, entry.place, voice(numbers), setting.labels)
    number_words = Paragraph(letters, (run,), numbers.leading, reference, align="left")
    title = paragraph(letters, words, entry.words, reference, align="balance", link=link)
    stack = [Stacked(title, drop)]
    if entry.description:
        stack.append(Stacked(paragraph(letters, small, entry.description, item.add("P")), small.leading))
    start = page.text_left - page.left
    return (
        Cell(0, page.margin_width, (Stacked(number_words, drop),)),
        Cell(start, page.text_width, tuple(stack)),
    )
