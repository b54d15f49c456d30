"""Talks → one section each: title, authors, affiliations, abstract, and what belongs to it."""

from booklet.composing.flowables.list_item import ListItem
from booklet.composing.flowables.short_rule import ShortRule
from booklet.composing.labels import Labels
from booklet.composing.section import Aside, Column, Furniture, Section
from booklet.composing.text import (
    WIDE,
    emphasised,
    paragraph,
    rich_runs,
    space_to,
    superior,
    superior_voice,
    voice,
)
from booklet.composing.times import printed_date, printed_minutes, printed_range, printed_time, zone_name
from booklet.flowable import Block
from booklet.lettering.letters import Letters, Voice
from booklet.lettering.paragraph import ASCENT, Paragraph
from booklet.lettering.runs import Run
from booklet.model.event import Event
from booklet.model.local_times import local_times
from booklet.model.program import Program
from booklet.model.rich_text import line as plain_line
from booklet.model.rich_text import plain
from booklet.model.session import Item, Session
from booklet.model.talk import Talk
from booklet.page_map import PageMap
from booklet.structure import Element
from booklet.styling.style import TextStyle
from booklet.units import MM

# Beyond this many authors, affiliations are run in to save space; names up to this length stay on one line.
_RUN_IN_FROM = 13
_UNBROKEN_NAME = 24

_NO_BREAK = "\u00a0"


def talk_key(talk: Talk) -> str:
    """Destination and section key of a talk's abstract."""
    return f"talk-{talk.id}"


def compose_abstracts(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """A section for every talk, in the program's order."""
    del pages  # abstracts do not name pages, so they can be set before any page is known
    return tuple(_talk_section(program, talk, number, letters, labels) for number, talk in enumerate(program.talks, 1))


def _talk_section(program: Program, talk: Talk, number: int, letters: Letters, labels: Labels) -> Section:
    page = letters.style.page
    slot = next(iter(program.slots(talk.id)), None)
    session = slot.session if slot else None
    item = session.items[slot.item_index] if slot and session else None
    root = Element("Sect", lang=talk.language)
    head = root.add("Div")
    blocks = [*_head(talk, letters, head), *_body(talk, letters, root), *_tail(talk, letters, labels, root)]
    # The time is read after title and authors, and before the abstract.
    aside = _aside(program.event, talk, item, letters, labels, head.add("Div"))
    return Section(
        talk_key(talk),
        root,
        bookmark=plain(talk.title),
        column=Column(page.text_left, page.text_width),
        blocks=tuple(blocks),
        aside=Aside(Column(page.left, page.margin_width), aside),
        furniture=_furniture(program.event, talk, session, item, number, labels),
        language=talk.language,
    )


def _furniture(
    event: Event, talk: Talk, session: Session | None, item: Item | None, number: int, labels: Labels
) -> Furniture:
    when = ""
    if session and item and item.start:
        time = printed_range(item.start, item.end, event.clock)
        when = f"{printed_date(item.start.date(), event.language)} · {time} {zone_name(item.start)}"
    title = plain(session.title) if session else event.heading
    words = {"cancelled": labels.cancelled, "moved": labels.moved, "replaced": labels.replaced}
    inner = " · ".join(filter(None, (words.get(talk.status), when)))
    return Furniture(title, inner, " · ".join(dict.fromkeys((event.title, event.heading))), tab=number)


def _head(talk: Talk, letters: Letters, element: Element) -> list[Block]:
    text = letters.style.text
    title = paragraph(letters, text.talk_title, talk.title, element.add("H1"), align="balance", language=talk.language)
    blocks = [Block(title, keep=True)]
    above = text.talk_title
    if talk.authors:
        authors = Paragraph(
            letters, _author_runs(talk, text.talk_authors), text.talk_authors.leading, element.add("P"), align="left"
        )
        blocks.append(Block(authors, space_to(above, text.talk_authors, text.talk_authors.leading * 1.55), keep=True))
        above = text.talk_authors
    small = text.talk_affiliations
    for index, runs in enumerate(_affiliation_runs(talk, small)):
        distance = small.leading if index else small.leading * 1.42
        affiliation = Paragraph(letters, runs, small.leading, element.add("P"), align="left")
        blocks.append(Block(affiliation, space_to(above, small, distance), keep=True))
        above = small
    return blocks


def _author_runs(talk: Talk, style: TextStyle) -> tuple[Run, ...]:
    """Names in the file's order, presenters bold, with the numbers of their affiliations as superior figures."""
    runs: list[Run] = []
    for index, author in enumerate(talk.authors):
        face = emphasised(style.face, italic=False, bold=True) if author.presenting else style.face
        name = author.name.replace(" ", _NO_BREAK) if len(author.name) <= _UNBROKEN_NAME else author.name
        runs.append(Run(name, Voice(face, style.size, style.color)))
        if author.affiliations and _numbered(talk):
            runs.append(Run(superior(author.affiliations), superior_voice(style)))
        if index + 1 < len(talk.authors):
            runs.append(Run(", ", voice(style)))
    return tuple(runs)


def _numbered(talk: Talk) -> bool:
    """Whether affiliations need numbers: not when all authors share the only one."""
    return len(talk.affiliations) > 1 or any(not author.affiliations for author in talk.authors)


def _affiliation_runs(talk: Talk, style: TextStyle) -> list[tuple[Run, ...]]:
    """A paragraph for every affiliation, or one for all when there are many authors."""
    entries = []
    for number, affiliation in enumerate(talk.affiliations, 1):
        figure = (
            (Run(superior((number,)), superior_voice(style)), Run(_NO_BREAK, voice(style))) if _numbered(talk) else ()
        )
        entries.append((*figure, Run(affiliation, voice(style))))
    if len(talk.authors) < _RUN_IN_FROM or not entries:
        return entries
    joined = entries[0]
    for entry in entries[1:]:
        joined = (*joined, Run(" · ", voice(style)), *entry)
    return [joined]


def _body(talk: Talk, letters: Letters, root: Element) -> list[Block]:
    style, grid = letters.style.text.body, letters.style.page.grid
    blocks: list[Block] = []
    listing: Element | None = None
    for index, part in enumerate(talk.abstract):
        runs = rich_runs(letters, style, part.spans)
        if part.kind == "item":
            listing = listing or root.add("L")
            space = space_to(
                style,
                style,
                style.leading if blocks and talk.abstract[index - 1].kind == "item" else style.leading * 1.5,
            )
            blocks.append(Block(_list_item(part.marker, runs, part.depth, letters, listing, talk.language), space))
            continue
        listing = None
        body = Paragraph(letters, runs, style.leading, root.add("P"), language=talk.language)
        if blocks:
            blocks.append(Block(body, space_to(style, style, style.leading + grid / 2)))
        else:
            # The first line stands on the baseline grid, at least 0.8 lines below what precedes it.
            blocks.append(Block(body, grid * 0.8, on_grid=True, ascent=ASCENT * style.size))
    return blocks


def _list_item(
    marker: str, runs: tuple[Run, ...], depth: int, letters: Letters, listing: Element, language: str | None
) -> ListItem:
    style = letters.style.text.body
    item = listing.add("LI")
    label = Paragraph(letters, (Run(marker, voice(style)),), style.leading, item.add("Lbl"), align="left")
    body = Paragraph(letters, runs, style.leading, item.add("LBody"), language=language)
    hang = max(style.size * 1.2, label.natural_width() + style.size * 0.4)
    return ListItem(label, body, depth * style.size * 1.4, hang)


def _tail(talk: Talk, letters: Letters, labels: Labels, root: Element) -> list[Block]:
    """Keywords, funding, links and references, smaller."""
    style, body = letters.style.text.references, letters.style.text.body
    lines: list[tuple[Run, ...]] = []
    if talk.keywords:
        lines.append(_labelled(letters, style, labels.keywords, ", ".join(talk.keywords)))
    if talk.funding:
        label = _labelled(letters, style, labels.funding, "")
        lines.append((*label, *rich_runs(letters, style, talk.funding)))
    for link in talk.links:
        target = Run(link.address, voice(style), link.address, words=link.label)
        lines.append((*_labelled(letters, style, link.label, ""), target))
    blocks = []
    for index, runs in enumerate(lines):
        above, distance = (style, style.leading * 1.2) if index else (body, letters.style.page.grid * 1.7)
        blocks.append(
            Block(
                Paragraph(letters, runs, style.leading, root.add("P"), align="left"), space_to(above, style, distance)
            )
        )
    if talk.references:
        blocks += _references(talk, letters, labels, root)
    return blocks


def _labelled(letters: Letters, style: TextStyle, label: str, text: str) -> tuple[Run, ...]:
    bold = Voice(emphasised(style.face, italic=False, bold=True), style.size, style.color)
    return (Run(f"{label}{WIDE} ", bold), *rich_runs(letters, style, plain_line(text)))


def _references(talk: Talk, letters: Letters, labels: Labels, root: Element) -> list[Block]:
    style, page = letters.style.text.references, letters.style.page
    title = _labelled(letters, style, labels.references, "")
    heading = Paragraph(letters, title, style.leading, root.add("H2"), align="left")
    blocks = [
        Block(ShortRule(22 * MM, 0.25, letters.style.colors.rule), page.grid, keep=True),
        Block(heading, style.leading * 0.6, keep=True),
    ]
    listing = root.add("L")
    width = Paragraph(letters, (Run(f"[{len(talk.references)}]", voice(style)),), style.leading, None).natural_width()
    for number, reference in enumerate(talk.references, 1):
        item = listing.add("LI")
        label = paragraph(letters, style, f"[{number}]", item.add("Lbl"))
        body = Paragraph(letters, rich_runs(letters, style, reference), style.leading, item.add("LBody"), align="left")
        blocks.append(
            Block(ListItem(label, body, 0, width + style.size * 0.5), space_to(style, style, style.leading * 1.1))
        )
    return blocks


def _aside(
    event: Event, talk: Talk, item: Item | None, letters: Letters, labels: Labels, element: Element
) -> tuple[Block, ...]:
    """Time in the event's zone, duration, and the local times of the city in the middle of every region."""
    text = letters.style.text
    blocks: list[Block] = []
    above = text.talk_time
    status = {"cancelled": labels.cancelled, "moved": labels.moved, "replaced": labels.replaced}.get(talk.status)
    if item and item.start:
        time = Run(
            printed_range(item.start, item.end, event.clock), voice(text.talk_time), "#program", labels.to_program
        )
        # The first baseline is that of the title beside it.
        drop = ASCENT * (text.talk_title.size - text.talk_time.size)
        blocks.append(Block(Paragraph(letters, (time,), text.talk_time.leading, element.add("P"), align="left"), drop))
        detail = " · ".join(filter(None, (zone_name(item.start), printed_minutes(item.minutes, item.questions))))
        small = paragraph(letters, text.talk_detail, detail, element.add("P"))
        blocks.append(Block(small, space_to(above, text.talk_detail, text.talk_detail.leading * 1.15)))
        above = text.talk_detail
    if status:
        bold = Voice(
            emphasised(text.talk_detail.face, italic=False, bold=True),
            text.talk_detail.size,
            letters.style.colors.accent,
        )
        word = Paragraph(letters, (Run(status, bold),), text.talk_detail.leading, element.add("P"), align="left")
        blocks.append(Block(word, space_to(above, text.talk_detail, text.talk_detail.leading * 1.15)))
        above = text.talk_detail
    if item and item.start:
        blocks += _local_lines(event, item, letters, element, above)
    return tuple(blocks)


def _local_lines(event: Event, item: Item, letters: Letters, element: Element, above: TextStyle) -> list[Block]:
    style = letters.style.text.talk_local
    blocks: list[Block] = []
    if item.start is None:
        return []
    day = item.start.date()
    cities = [region.cities[len(region.cities) // 2] for region in event.regions if region.cities]
    times = [local_times(city, item.start, item.end or item.start, day) for city in cities if city.zone != event.zone]
    ink = Voice(style.face, style.size, letters.style.colors.ink)
    for local in sorted(times, key=lambda local: local.start.utcoffset() or 0):
        runs = [Run(printed_time(local.start, event.clock), ink)]
        if local.start_day:
            mark = f"{local.start_day:+d}".replace("-", "−")
            runs.append(Run(mark, Voice(style.face, style.size * 0.68, letters.style.colors.accent, style.size * 0.32)))
        runs.append(Run(f"{WIDE} {local.city.label.replace(' ', _NO_BREAK)}", voice(style)))
        distance = style.leading if blocks else style.leading * 1.9
        local_line = Paragraph(letters, tuple(runs), style.leading, element.add("P"), align="left")
        blocks.append(Block(local_line, space_to(style if blocks else above, style, distance)))
    return blocks
