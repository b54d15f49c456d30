"""Sessions → blocks of narrow columns: a head with room, hours and chairs, and rows of time, title, people and page."""

from booklet.composing.flowables.table_row import Cell, Rule, Stacked, TableRow
from booklet.composing.program_form import POSTERS_KEY
from booklet.composing.sections.lists.day_list import session_anchor
from booklet.composing.sections.lists.list_setting import HEAD_WEIGHT, ROW_HEADER, WEIGHT, ListSetting
from booklet.composing.sections.talks.abstracts import talk_key
from booklet.composing.text import WIDE, bold_voice, paragraph, spoken, voice
from booklet.composing.times import printed_time
from booklet.flowable import Block
from booklet.lettering.letters import Voice
from booklet.lettering.paragraph import ASCENT, DESCENT, Paragraph
from booklet.lettering.runs import Run
from booklet.model.session import Item, Session
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element
from booklet.styling.style import TextStyle

NUMBER_WIDTH, GAP = 20.0, 6.0
_ROW_GAP, _BETWEEN = 0.45, 1.35  # white below a row and above a session, in lines
_FACTS_SHARE = 0.6  # of the column, at most, for hours and number of talks


@dataclass(frozen=True, slots=True)
class Measures:
    """Width of a column and, in it, of the times with the gap after them, in points; `air` scales the white below rows and
    above heads."""

    width: float
    times: float
    air: float = 1.0


def time_width(sessions: tuple[Session, ...], setting: ListSetting) -> float:
    """What the widest of the times or boards of some sessions needs, in points, with the gap after it."""
    words = {_when(item, setting) for session in sessions for item in setting.items(session)}
    style = setting.letters.style.text.list_time
    lines = (paragraph(setting.letters, style, one, None) for one in sorted(words) if one)
    return max((line.natural_width() for line in lines), default=0.0) + GAP


def track_blocks(session: Session, setting: ListSetting, measures: Measures, root: Element) -> list[Block]:
    """A session as one line, or as a head with rows."""
    items, anchor = setting.items(session), session_anchor(session)
    sect = root.add("Sect", name=anchor.name)
    line = setting.letters.style.text.list_title.leading
    if not items and (session.is_for_all or session.kind in {"break", "social"}):
        return [Block(_slim(session, setting, measures, sect), line * 0.8 * measures.air, anchor=anchor)]
    head = [Block(row, keep=True) for row in _head(session, setting, measures, sect)]
    head[0] = replace(head[0], space=line * _BETWEEN * measures.air, anchor=anchor)
    if not items:
        head[-1] = replace(head[-1], keep=False)
        return head
    again = (Block(_continued(session, setting, measures), keep=True),)
    table = sect.add("Table")
    last = len(items) - 1
    rows = [
        Block(_item_row(item, setting, measures, table.add("TR")), keep=at in {0, last - 1}, again=again)
        for at, item in enumerate(items)
    ]
    rows[0] = replace(rows[0], space=line * 0.35)
    rows[-1] = replace(rows[-1], keep=False)
    return [*head, *rows]


def _head(session: Session, setting: ListSetting, measures: Measures, sect: Element) -> list[TableRow]:
    """Title; room and hours; chairs and note; between the two rules of a head."""
    text, colors, letters = setting.letters.style.text, setting.letters.style.colors, setting.letters
    style, facts, tall = text.list_session, text.list_facts, setting.tallest
    title = paragraph(letters, style, session.title, sect.add("H2"))
    cells: list[tuple[Cell, ...]] = [(Cell(0, measures.width, (Stacked(title, style.leading * 0.95),)),)]
    place, hours = _place(session, setting), _hours(session, setting)
    if place or hours:
        cells.append(_beside(place, hours, setting, measures, sect))
    more = chairs_and_note(session, setting, facts, sect)
    cells += [(Cell(0, measures.width, (Stacked(words, facts.leading),)),) for words in more]
    boards = setting.boards(session)
    if session.kind == "posters" and setting.has_posters:
        words = paragraph(letters, facts, boards, sect.add("P"))
        number = setting.number(POSTERS_KEY, text.list_number, sect, facts.leading)
        cells.append(_with_number((Stacked(words, facts.leading),), number, measures))
    last = len(cells) - 1
    above, below = Rule(WEIGHT, colors.accent), Rule(HEAD_WEIGHT, colors.ink)
    return [
        TableRow(
            row,
            facts.leading * 0.45 if at == last else 0.0,
            tall,
            above=None if at else above,
            below=below if at == last else None,
        )
        for at, row in enumerate(cells)
    ]


def chairs_and_note(session: Session, setting: ListSetting, style: TextStyle, element: Element) -> list[Paragraph]:
    """Who chairs a session, and its note, a paragraph each, as far as there are any."""
    lines: list[tuple[Run, ...]] = []
    if session.chairs:
        ink = bold_voice(style, setting.letters.style.colors.ink)
        lines.append((Run(f"{setting.labels.chair} ", voice(style)), Run(setting.chairs(session), ink)))
    if session.note:
        lines.append((Run(session.note, voice(style)),))
    return [Paragraph(setting.letters, runs, style.leading, element.add("P"), align="left") for runs in lines]


def _with_number(stack: tuple[Stacked, ...], number: tuple[Stacked, ...], measures: Measures) -> tuple[Cell, ...]:
    left = measures.width - NUMBER_WIDTH
    return Cell(0, left - GAP, stack), Cell(left, NUMBER_WIDTH, number)


def _beside(
    place: tuple[Run, ...], hours: tuple[Run, ...], setting: ListSetting, measures: Measures, sect: Element
) -> tuple[Cell, ...]:
    """The place at the left, hours at the right of one line."""
    style = setting.letters.style.text.list_facts
    left = Paragraph(setting.letters, place, style.leading, sect.add("P"), align="left")
    right = Paragraph(setting.letters, hours, style.leading, sect.add("P"), align="right")
    wide = min(right.natural_width() + 0.5, measures.width * _FACTS_SHARE) if hours else 0.0
    drop = style.leading * 1.05
    right_cell = Cell(measures.width - wide, wide, (Stacked(right, drop),) if hours else ())
    return Cell(0, measures.width - wide - GAP, (Stacked(left, drop),)), right_cell


def _place(session: Session, setting: ListSetting) -> tuple[Run, ...]:
    """The rooms, and the track or kind unless the title says the same."""
    style = setting.letters.style.text.list_facts
    bold = bold_voice(style, setting.letters.style.colors.ink)
    word = session.track or setting.kind(session)
    word = "" if word.casefold() in spoken(session.title).casefold() else word
    runs = [Run(setting.rooms(session), bold)] if session.rooms else []
    if word:
        runs.append(Run(f"{WIDE} {word}" if runs else word, voice(style)))
    return tuple(runs)


def _hours(session: Session, setting: ListSetting) -> tuple[Run, ...]:
    """From when to when, and how many talks."""
    count = sum(item.talk is not None for item in setting.items(session))
    talks = setting.labels.talks.of(count, setting.language) if count > 1 and session.kind != "posters" else ""
    plain, hours = voice(setting.letters.style.text.list_facts), setting.hours(session)
    runs = (Run(hours, plain, isolate=True),) if hours else ()
    return (*runs, Run(f" · {talks}" if runs else talks, plain)) if talks else runs


def _slim(session: Session, setting: ListSetting, measures: Measures, sect: Element) -> TableRow:
    """A line of its own: hours and title, of breaks in italics; chairs, room and note below."""
    text, letters = setting.letters.style.text, setting.letters
    style, drop = text.list_time, text.list_time.leading * ASCENT
    quiet = session.kind in {"break", "social"}
    hour = Run(setting.hours(session), voice(text.list_time), isolate=True)
    when = Paragraph(letters, (hour,), text.list_time.leading, sect.add("P"), align="left")
    start = when.natural_width() + GAP if session.timed else 0.0
    title = paragraph(letters, text.list_event if quiet else style, session.title, sect.add("P" if quiet else "H2"))
    stack = [Stacked(title, drop)]
    chairs = f"{setting.labels.chair} {setting.chairs(session)}" if session.chairs else ""
    more = " · ".join(filter(None, (setting.rooms(session), chairs, session.note)))
    if more:
        stack.append(Stacked(paragraph(letters, text.list_people, more, sect.add("P")), text.list_people.leading))
    hours = (Stacked(when, drop),) if session.timed else ()
    cells = Cell(0, start, hours), Cell(start, measures.width - start, tuple(stack))
    return TableRow(cells, style.leading * DESCENT, setting.tallest)


def _continued(session: Session, setting: ListSetting, measures: Measures) -> TableRow:
    """What stands above the rows of a session that goes on."""
    style, colors = setting.letters.style.text.list_title, setting.letters.style.colors
    line = continued_line(spoken(session.title), bold_voice(style, colors.accent), style, setting)
    cell = Cell(0, measures.width, (Stacked(line, style.leading * 1.15),))
    rule = Rule(WEIGHT, colors.accent)
    return TableRow((cell,), style.leading * 0.6, setting.tallest, above=rule)


def continued_line(words: str, loud: Voice, style: TextStyle, setting: ListSetting) -> Paragraph:
    """Some words, and that what they name goes on; an artifact."""
    mute = setting.letters.style.colors.mute
    quiet = Voice("sans-italic", style.size - 0.75, mute)
    runs = (Run(words, loud), Run(f"{WIDE} {setting.labels.continued}", quiet))
    return Paragraph(setting.letters, runs, style.leading, None, align="left")


def _item_row(item: Item, setting: ListSetting, measures: Measures, row: Element) -> TableRow:
    """Time or board, title and people, page."""
    text = setting.letters.style.text
    style, drop = text.list_title, text.list_title.leading * ASCENT
    head = row.add("TH", attributes=ROW_HEADER)
    when = paragraph(setting.letters, text.list_time, _when(item, setting), head.add("P"))
    left = measures.width - NUMBER_WIDTH
    cell = row.add("TD")
    stack = [Stacked(setting.title(item, style, text.list_event, cell.add("P")), drop)]
    stack += people_lines(item, setting, text.list_people, cell, left - measures.times - GAP)
    cells = [
        Cell(0, measures.times, (Stacked(when, drop),)),
        Cell(measures.times, left - measures.times - GAP, tuple(stack)),
    ]
    number = row.add("TD")
    if item.talk:
        lines = setting.number(talk_key(item.talk), text.list_number, number, drop)
        cells.append(Cell(left, NUMBER_WIDTH, lines))
    foot = style.leading * (DESCENT + _ROW_GAP * measures.air)
    return TableRow(tuple(cells), foot, setting.tallest)


def people_lines(item: Item, setting: ListSetting, style: TextStyle, cell: Element, width: float) -> list[Stacked]:
    """What became of a talk, and its people."""
    if item.talk is None:
        return []
    stack = []
    status = setting.labels.status(item.talk.status)
    if status:
        loud = replace(style, face="sans-bold", color=setting.letters.style.colors.ink)
        stack.append(Stacked(paragraph(setting.letters, loud, status, cell.add("P")), style.leading))
    people = setting.people(item.talk, style, cell, width)
    if people:
        stack.append(Stacked(people, style.leading))
    return stack


def _when(item: Item, setting: ListSetting) -> str:
    """When an item begins; of a poster, where it hangs."""
    if item.start:
        return printed_time(item.start, setting.clock, setting.language)
    return (item.talk.board if item.talk else None) or ""
