"""Everything that happens on a day → blocks of narrow columns by start: a head for every time, and a row for every room."""

from collections.abc import Iterator

from booklet.composing.flowables.table_row import Cell, Rule, Stacked, TableRow
from booklet.composing.program_form import POSTERS_KEY
from booklet.composing.sections.lists.list_setting import ROW_HEADER, ListSetting
from booklet.composing.sections.lists.track_list import (
    GAP,
    NUMBER_WIDTH,
    Measures,
    chairs_and_note,
    continued_line,
    people_lines,
)
from booklet.composing.sections.talks.abstracts import talk_key
from booklet.composing.text import comma, cut, paragraph, voice
from booklet.composing.times import hours_in_zone
from booklet.flowable import Block
from booklet.lettering.paragraph import ASCENT, DESCENT
from booklet.model.session import Item, Session
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element
from booklet.units import MM

_ROOM_WIDTH = 17 * MM
_MOST_ROOMS = 4
_ROOM = 40  # characters of a name
_RULE = 0.5
_ROW_GAP, _BETWEEN = 0.4, 0.5  # white below a row and above a time, in lines


@dataclass(frozen=True, slots=True)
class _Entry:
    """What begins at a time: an item of a session, or a session (None), without items or above the first of them."""

    session: Session
    item: Item | None


def time_blocks(sessions: tuple[Session, ...], setting: ListSetting, measures: Measures, root: Element) -> list[Block]:
    """The items of a day's sessions, which stand in the order of their rooms, by their starts; then what has none."""
    groups: dict[tuple[float, str], list[_Entry]] = {}
    for session in sessions:
        for entry in _entries(session, setting):
            groups.setdefault(_when(entry, setting), []).append(entry)
    blocks: list[Block] = []
    for (_, words), entries in sorted(groups.items(), key=lambda group: group[0]):
        blocks += _group(words, entries, setting, measures, root)
    return blocks


def _entries(session: Session, setting: ListSetting) -> Iterator[_Entry]:
    """A session of several items has an entry of its own where there is more to say of it than they do."""
    items = setting.items(session)
    if not items or (len(items) > 1 and (session.chairs or session.note)):
        yield _Entry(session, None)
    for item in items:
        yield _Entry(session, item)


def _when(entry: _Entry, setting: ListSetting) -> tuple[float, str]:
    """When it begins, and in words; of an item whose start nobody knows, the hours of its session. A session stands with its
    first item."""
    session = entry.session
    item = entry.item or next(iter(setting.items(session)), None)
    start = item.start if item else session.start
    if start is None:
        return (session.end or session.start).timestamp(), setting.hours(session)
    return start.timestamp(), hours_in_zone(start, None, setting.program.event)


def _group(words: str, entries: list[_Entry], setting: ListSetting, measures: Measures, root: Element) -> list[Block]:
    """A time and all that begins then."""
    text, colors = setting.letters.style.text, setting.letters.style.colors
    sect, rule = root.add("Sect"), Rule(_RULE, colors.ink)
    line = text.hour_title.leading
    tall, drop = setting.tallest, text.hour.leading * 0.95

    def head(stacked: Stacked) -> Block:
        return Block(
            TableRow((Cell(0, measures.width, (stacked,)),), line * 0.25, tall, above=rule),
            line * _BETWEEN * measures.air,
            keep=True,
        )

    goes_on = continued_line(words, voice(text.hour), text.hour, setting)
    again = (head(Stacked(goes_on, drop)),)
    first = head(Stacked(paragraph(setting.letters, text.hour, words, sect.add("H2")), drop))
    table = sect.add("Table")
    rows = [
        Block(_row(entry, setting, measures, table.add("TR")), keep=_is_head(entry, setting), again=again)
        for entry in entries
    ]
    return [first, *rows]


def _is_head(entry: _Entry, setting: ListSetting) -> bool:
    """Whether it is a session whose first item follows."""
    return entry.item is None and bool(setting.items(entry.session))


def _row(entry: _Entry, setting: ListSetting, measures: Measures, row: Element) -> TableRow:
    """Room, title and people, page."""
    text, letters = setting.letters.style.text, setting.letters
    drop = text.hour_title.leading * ASCENT
    head = row.add("TH", attributes=ROW_HEADER)
    words = _places(entry, setting)
    room = paragraph(letters, text.hour_room, words, head.add("P"))
    start, left = _ROOM_WIDTH + GAP / 2, measures.width - NUMBER_WIDTH
    cell = row.add("TD")
    stack, target = _what(entry, setting, cell, left - start - GAP)
    number = row.add("TD")
    cells = (
        Cell(0, _ROOM_WIDTH, (Stacked(room, drop),) if words else ()),
        Cell(start, left - start - GAP, (replace(stack[0], distance=drop), *stack[1:])),
        Cell(left, NUMBER_WIDTH, setting.number(target, text.hour_number, number, drop) if target else ()),
    )
    return TableRow(cells, text.hour_title.leading * (DESCENT + _ROW_GAP * measures.air), setting.tallest)


def _places(entry: _Entry, setting: ListSetting) -> str:
    """The rooms, of very many the first, and the board of a poster."""
    session, talk = entry.session, entry.item.talk if entry.item else None
    more = len(session.rooms) - _MOST_ROOMS
    counted = [f"+{more}"] if more > 0 else []
    board = [talk.board] if talk and talk.board and session.kind == "posters" else []
    rooms = (cut(room, _ROOM) for room in session.rooms[:_MOST_ROOMS])
    return comma(setting.language).join((*rooms, *counted, *board))


def _what(entry: _Entry, setting: ListSetting, cell: Element, width: float) -> tuple[list[Stacked], str]:
    """Title and people of an item, or title and boards of a session; chairs and note, of a session of one item with that; and
    the destination that has more of it."""
    text, session, item = setting.letters.style.text, entry.session, entry.item
    small = text.hour_people
    if item:
        title = setting.title(item, text.hour_title, text.hour_event, cell.add("P"))
        stack = [Stacked(title, 0.0), *people_lines(item, setting, small, cell, width)]
        target = talk_key(item.talk) if item.talk else ""
    else:
        style = text.hour_event if session.kind in {"break", "social"} else text.hour_title
        style = replace(style, face="sans-bold") if _is_head(entry, setting) else style
        stack = [Stacked(paragraph(setting.letters, style, session.title, cell.add("P")), 0.0)]
        boards = setting.boards(session)
        if boards:
            stack.append(Stacked(paragraph(setting.letters, small, boards, cell.add("P")), small.leading))
        target = POSTERS_KEY if session.kind == "posters" and setting.has_posters else ""
    if item is None or len(setting.items(session)) == 1:
        stack += [Stacked(words, small.leading) for words in chairs_and_note(session, setting, small, cell)]
    return stack, target
