"""Posters → a list by their boards, session by session."""

from booklet.composing.boards import board_range
from booklet.composing.counted_names import NameSetting, counted_names
from booklet.composing.flowables.short_rule import ShortRule
from booklet.composing.flowables.table_row import Cell, Rule, Stacked, TableRow
from booklet.composing.furniture import event_furniture
from booklet.composing.labels import Labels
from booklet.composing.page_number import page_run
from booklet.composing.program_form import POSTERS_KEY
from booklet.composing.section import Column, Furniture, Head, Section, Tab
from booklet.composing.sections.list_items import NUMBERED
from booklet.composing.sections.part_title import HAIR, opening_rule
from booklet.composing.sections.talks.abstracts import talk_key
from booklet.composing.text import bold_voice, comma, isolated, joined, paragraph, space_to, spoken, voice, zoned
from booklet.composing.times import hours_in_zone, own_hours, own_zone, printed_day
from booklet.flowable import Block
from booklet.lettering.letters import Letters, Voice
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.arrange import by_board
from booklet.model.event import Event
from booklet.model.program import Program
from booklet.model.session import Session
from booklet.model.talk import Talk
from booklet.page_map import PageMap
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element
from booklet.units import MM

_TAB = "P"
# From this width on there are two columns, so far apart.
_WIDE, _GAP = 150 * MM, 6 * MM
# Width of the boards at least, and as a share of the column at most; their distance from the titles, of the size.
_BOARD, _MOST, _WHITE = 9.5 * MM, 0.3, 0.8
_NAME_LINES = 6  # at most
_NUMBER = 2.4  # width of a page number with the white before it, of its size
# From the rule above a poster to its first baseline, and from its last one to the rule below, of the leading.
_DROP, _FOOT = 1.1, 0.65
# Above a session, of the grid; from its title to what is said of it, and from there to the posters, of the leading.
_ABOVE, _BELOW, _AFTER = 1.35, 1.15, 0.5


@dataclass(frozen=True, slots=True)
class _Group:
    """Posters that hang in the same sessions, in the order of their boards."""

    sessions: tuple[Session, ...]
    posters: tuple[Talk, ...]


@dataclass(frozen=True, slots=True)
class _Setting:
    """What posters are set with: a column of `width`, of which the boards take `boards` points. Running heads name the boards
    of a page unless they can name the one session."""

    letters: Letters
    labels: Labels
    pages: PageMap
    event: Event
    width: float
    boards: float
    boards_in_heads: bool


def compose_posters(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """One section with all posters; none where there are none. Of posters that hang all together, what there is to say about
    their session stands above the columns."""
    groups = _groups(program)
    if not groups:
        return ()
    page = letters.style.page
    count = 2 if page.inner_width >= _WIDE else 1
    width = (page.inner_width - _GAP * (count - 1)) / count
    boards, one_session = _boards_width(groups, letters, width), len(groups) == len(groups[0].sessions) == 1
    setting = _Setting(letters, labels, pages, program.event, width, boards, not one_session)
    root = Element("Sect")
    title = paragraph(letters, letters.style.text.section_title, labels.posters, root.add("H1"), align="balance")
    above, blocks = [Block(title)], list[Block]()
    only = groups[0] if len(groups) == 1 else None
    if only:
        above += _session_blocks(only, setting, root)
        blocks += _rows(only, setting, root, ())
    else:
        for group in groups:
            blocks += _titled_rows(group, setting, root)
    size = letters.style.text.note.size if len(above) > 1 else letters.style.text.section_title.size
    head = Head(Column(page.left, page.inner_width), (*above, opening_rule(letters, size)), page.grid * _AFTER)
    return (
        Section(
            POSTERS_KEY,
            root,
            labels.posters,
            tuple(Column(page.left + index * (width + _GAP), width) for index in range(count)),
            tuple(blocks),
            head,
            furniture=_furniture(program, only, labels),
        ),
    )


def _furniture(program: Program, only: _Group | None, labels: Labels) -> Furniture:
    """The tab stands after those of the days; date and time in the head, where there is but one of them."""
    event = program.event
    inner = _when(only.sessions[0], event) if only and len(only.sessions) == 1 else ""
    return event_furniture(event, labels.posters, inner, (Tab(_TAB, len(program.days) + 1),))


def _groups(program: Program) -> list[_Group]:
    """Posters by the sessions of posters that they are items of, else by any others; those of no session belong to the
    sessions of posters without items."""
    slots = program.slots()
    order = {session.id: number for number, session in enumerate(program.sessions)}
    found: dict[tuple[int, ...], list[Talk]] = {}
    loose: list[Talk] = []
    for talk in (talk for talk in program.talks if talk.kind == "poster"):
        shown = [slot.session for slot in slots.get(talk.id, ())]
        hung = [session for session in shown if session.kind == "posters"] or shown
        key = tuple(sorted({order[session.id] for session in hung}))
        (found.setdefault(key, []) if key else loose).append(talk)
    if loose:
        idle = (one for one in program.sessions if one.kind == "posters" and not any(item.talk for item in one.items))
        found[tuple(order[session.id] for session in idle)] = loose
    keys = sorted(found, key=lambda key: (not key, key))
    return [_Group(tuple(program.sessions[number] for number in key), by_board(found[key])) for key in keys]


def _when(session: Session, event: Event) -> str:
    """Day and time."""
    day = printed_day(session.day, event.language)
    time = hours_in_zone(session.start, session.end, event) if session.timed else ""
    return comma(event.language).join(filter(None, (day, time)))


def _facts(session: Session, boards: str, event: Event, spoken: Voice) -> tuple[Run, ...]:
    """Boards, day, time with its zone, room; as far as they are known."""
    hours = Run(own_hours(session.start, session.end, event), spoken)
    time = zoned(hours, own_zone(session.start, event)) if session.timed else ()
    before = (isolated(words, spoken) for words in (boards, printed_day(session.day, event.language)))
    return joined((*before, time, isolated(session.room or "", spoken)), Run(comma(event.language), spoken))


def _session_blocks(group: _Group, setting: _Setting, root: Element) -> list[Block]:
    """Titles of the sessions, and of each its boards, date, time, room and note."""
    text, grid = setting.letters.style.text, setting.letters.style.page.grid
    title, note = text.poster_session, text.note
    boards = board_range(group.posters, setting.labels)
    blocks = []
    for session in group.sessions:
        words = paragraph(setting.letters, title, session.title, root.add("H2"), align="balance")
        blocks.append(Block(words, grid * _ABOVE, keep=True))
        facts = _facts(session, boards, setting.event, voice(note))
        said = (Run(session.note, voice(note)),) if session.note else ()
        above = title
        for runs in filter(None, (facts, said)):
            line = Paragraph(setting.letters, runs, note.leading, root.add("P"), align="left")
            distance = note.leading * (_BELOW if above is title else 1)
            blocks.append(Block(line, space_to(above, note, distance), keep=True))
            above = note
    return blocks


def _titled_rows(group: _Group, setting: _Setting, root: Element) -> list[Block]:
    """A group under its sessions, whose titles are repeated where a column begins inside it; of no session: others."""
    letters, labels = setting.letters, setting.labels
    title, note = letters.style.text.poster_session, letters.style.text.note
    head = _session_blocks(group, setting, root)
    words = comma(setting.event.language).join(spoken(session.title) for session in group.sessions)
    if not head:
        words = labels.other_letters
        heading = paragraph(letters, title, words, root.add("H2"), align="balance")
        head = [Block(heading, letters.style.page.grid * _ABOVE, keep=True)]
    hair = Rule(HAIR, letters.style.colors.rule)
    line = ShortRule(setting.width, hair.weight, hair.color)
    head.append(Block(line, note.leading * _AFTER, keep=True))
    small = voice(note)._replace(face=bold_voice(note).face)
    runs = (Run(f"{words} ", small), Run(labels.continued, voice(note)))
    repeated = Paragraph(letters, runs, note.leading, None, align="left")
    again = (Block(repeated), Block(line, note.leading * _AFTER))
    return head + _rows(group, setting, root, again)


def _rows(group: _Group, setting: _Setting, root: Element, again: tuple[Block, ...]) -> list[Block]:
    """A row for every poster; two at least stand below a heading, and two before the next."""
    style = setting.letters.style
    leading, listing = style.text.poster_title.leading, root.add("L", attributes=NUMBERED if setting.boards else "")
    hair, last = Rule(HAIR, style.colors.rule), len(group.posters) - 1
    blocks = []
    for index, talk in enumerate(group.posters):
        cells = _cells(talk, setting, listing.add("LI", lang=talk.language))
        row = TableRow(cells, leading * _FOOT, style.page.text_height, below=hair if index < last else None)
        entry = talk.board or "" if setting.boards_in_heads else ""
        keep = index < last and index in {0, last - 1}
        blocks.append(Block(row, keep=keep, again=again if index else (), entry=entry))
    return blocks


def _cells(talk: Talk, setting: _Setting, item: Element) -> tuple[Cell, ...]:
    """Board; title, with the page on its last line, and authors. The title leads to the abstract."""
    letters, text = setting.letters, setting.letters.style.text
    drop = text.poster_title.leading * _DROP
    index = setting.pages.page(talk_key(talk))
    link = None if index is None else f"#{talk_key(talk)}"
    number_width = text.poster_page.size * _NUMBER
    width = setting.width - setting.boards - number_width
    cells = []
    if talk.board:
        board = paragraph(letters, text.poster_board, talk.board, item.add("Lbl"))
        cells.append(Cell(0, setting.boards, (Stacked(board, drop),)))
    body = item.add("LBody")
    title = paragraph(
        letters, text.poster_title, talk.title, body.add("P"), align="balance", language=talk.language, link=link
    )
    title.wrap(width, 0)
    cells.append(Cell(setting.boards, width, (Stacked(title, drop),)))
    down = drop + max(0, title.line_count - 1) * text.poster_title.leading
    if index is not None:
        run = page_run(index, talk_key(talk), voice(text.poster_page), setting.labels)
        number = Paragraph(letters, (run,), text.poster_page.leading, body.add("P"), align="right")
        cells.append(Cell(setting.width - number_width, number_width, (Stacked(number, down),)))
    if talk.status:
        run = Run(setting.labels.status(talk.status), bold_voice(text.poster_authors, letters.style.colors.accent))
        status = Paragraph(letters, (run,), text.poster_authors.leading, body.add("P"), align="left")
        down += text.poster_title.leading * _BELOW
        cells.append(Cell(setting.boards, width, (Stacked(status, down),)))
    if talk.authors:
        names = _names(talk, setting, body.add("P"), setting.width - setting.boards)
        cells.append(
            Cell(
                setting.boards,
                setting.width - setting.boards,
                (Stacked(names, down + text.poster_title.leading * _BELOW),),
            )
        )
    return tuple(cells)


def _names(talk: Talk, setting: _Setting, element: Element, width: float) -> Paragraph:
    """The authors, those who present in ink and bold; where nobody is said to, the first."""
    first = replace(talk.authors[0], presenting=True)
    authors = talk.authors if talk.presenters else (first, *talk.authors[1:])
    language = talk.language or setting.event.language
    style, ink = setting.letters.style.text.poster_authors, setting.letters.style.colors.ink
    names = NameSetting(setting.letters, style, ink, setting.labels.more_authors_of, language)
    return counted_names(authors, names, element, width, _NAME_LINES)


def _boards_width(groups: list[_Group], letters: Letters, width: float) -> float:
    """Of the widest board with the white after it, within limits; 0 where there are no boards."""
    style = letters.style.text.poster_board
    boards = [talk.board for group in groups for talk in group.posters if talk.board]
    if not boards:
        return 0.0
    widest = max(paragraph(letters, style, board, None).natural_width() for board in boards)
    return min(max(_BOARD, widest + style.size * _WHITE), width * _MOST)
