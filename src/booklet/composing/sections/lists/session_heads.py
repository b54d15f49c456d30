"""A session → its head in a list where sessions follow one another: hours in the margin, title and chairs, room or page."""

from booklet.composing.counted_names import NameSetting, name_runs
from booklet.composing.flowables.table_row import AiredRow, Cell, Rule, Stacked, TableRow
from booklet.composing.program_form import POSTERS_KEY
from booklet.composing.sections.lists.list_setting import HEAD_WEIGHT, WEIGHT, ListSetting
from booklet.composing.sections.program_rows import first_drop
from booklet.composing.sections.talks.abstracts import talk_key
from booklet.composing.text import WIDE, bold_voice, comma, paragraph, spoken, voice
from booklet.composing.times import printed_minutes
from booklet.lettering.letters import Voice
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.rich_text import Line
from booklet.model.session import Item, Session
from booklet.model.talk import Talk
from booklet.structure import Element

_GAP = 6.0  # between columns, in points
_ROOM_SHARE = 0.35  # of the text column, at most, for the room
_MARGIN_LINES = 3  # of a title in the margin, at most
# Of more speakers than this only some are named, and the others counted.
_MOST_NAMES, _NAMED = 12, 8


def session_head(session: Session, setting: ListSetting, sect: Element) -> AiredRow:
    """The head of a session with rows, between its rules."""
    text, colors = setting.letters.style.text, setting.letters.style.colors
    title = paragraph(setting.letters, text.list_head, session.title, sect.add("H2"), align="balance")
    stack = [Stacked(title, 0.0), *_below(session, None, setting, sect)]
    when = _when(session, _kind(session, setting), "", setting, sect)
    room = _room(session, setting, sect)
    rules = Rule(WEIGHT, colors.ink), Rule(HEAD_WEIGHT, colors.ink)
    return _row(stack, when, room, setting, (0.5, *rules))


def block_head(session: Session, item: Item, talk: Talk, setting: ListSetting, sect: Element) -> AiredRow:
    """A session of one talk: head and row in one. Its own title stands in the margin, or here if it holds the talk's."""
    text = setting.letters.style.text
    style, colors = text.list_head, setting.letters.style.colors
    heading = sect.add("H2", lang=talk.language)
    title = paragraph(
        setting.letters,
        style,
        session.title if _holds(session, talk) else talk.title,
        heading,
        align="balance",
        language=talk.language,
        link=setting.link(talk),
    )
    stack = [Stacked(title, 0.0), *_below(session, talk, setting, sect)]
    own = _kind(session, setting) if spoken(talk.title) in spoken(session.title) else session.title
    details = (printed_minutes(item.minutes, item.questions), setting.labels.status(talk.status))
    when = _when(session, own, " · ".join(filter(None, details)), setting, sect)
    number = setting.number(talk_key(talk), text.page_number, sect, 0.0)
    width = text.page_number.size * 3.5
    cell = Cell(setting.page.inner_width - width, width, number)
    return _row(stack, when, cell, setting, (0.5, Rule(WEIGHT, colors.ink), None))


def is_block(session: Session, talk: Talk, setting: ListSetting) -> bool:
    """Whether the titles of a session and its only talk go into one head: that of the session fits the margin."""
    if spoken(talk.title) in spoken(session.title):
        return True
    page = setting.page
    title = paragraph(setting.letters, setting.letters.style.text.list_detail, session.title, None)
    title.wrap(page.text_left - page.left - _GAP, 0)
    return title.line_count <= _MARGIN_LINES


def _holds(session: Session, talk: Talk) -> bool:
    """Whether the title of a session says that of the talk and more."""
    own, other = spoken(session.title), spoken(talk.title)
    return own != other and other in own


def slim_line(session: Session, setting: ListSetting, sect: Element) -> AiredRow:
    """A session that is listed without items, without rules: a break in italics, anything else in bold."""
    text = setting.letters.style.text
    quiet = session.kind in {"break", "social"}
    style, role = (text.row_event, "P") if quiet else (text.row_title, "H2")
    title = paragraph(setting.letters, style, session.title, sect.add(role))
    stack = [Stacked(title, 0.0)]
    listed = session.kind == "posters" and setting.has_posters
    stack += _below(session, None, setting, sect, setting.rooms(session) if listed else "")
    when = text.list_when if not quiet else text.row_event
    face = Voice("sans", when.size, when.color) if quiet else voice(when)
    hours = setting.hours(session)
    margin: tuple[Stacked, ...] = ()
    if hours:
        words = Paragraph(setting.letters, (Run(hours, face, isolate=True),), when.leading, sect.add("P"), align="left")
        margin = (Stacked(words, 0.0),)
    if not listed:
        right = _room(session, setting, sect)
    else:
        width = text.page_number.size * 3.5
        number = setting.number(POSTERS_KEY, text.page_number, sect, 0.0)
        right = Cell(setting.page.inner_width - width, width, number)
    return _row(stack, margin, right, setting, (0.3, None, None))


def continued_head(session: Session, setting: ListSetting) -> AiredRow:
    """What stands above the rows of a session that goes on: its title, and that it does."""
    text, grid = setting.letters.style.text, setting.page.grid
    quiet = Voice("sans-italic", text.list_detail.size, text.list_detail.color)
    title = Run(spoken(session.title), bold_voice(text.list_detail, text.list_head.color))
    goes_on = Run(f"{WIDE} {setting.labels.continued}", quiet)
    line = Paragraph(setting.letters, (title, goes_on), text.list_detail.leading, None, align="left")
    start = setting.page.text_left - setting.page.left
    cells = (Cell(start, setting.page.text_width, (Stacked(line, 0.0),)),)
    rule = Rule(WEIGHT, setting.letters.style.colors.ink)
    return lambda air: TableRow(cells, grid * 0.3 * air, setting.tallest, drop=grid * (0.5 + 0.4 * air), above=rule)


def _row(
    stack: list[Stacked],
    margin: tuple[Stacked, ...],
    right: Cell,
    setting: ListSetting,
    below: tuple[float, Rule | None, Rule | None],
) -> AiredRow:
    """Title and what is below it, the margin, and what stands at the right, read in this order; `below` are the share of a
    line that is white there, and the rules above and below."""
    page = setting.page
    start = page.text_left - page.left
    share, above, rule = below
    cells = (Cell(start, right.x - _GAP - start, tuple(stack)), Cell(0, start - _GAP, margin), right)

    def row(air: float) -> TableRow:
        drop = first_drop(page.grid, air)
        return TableRow(cells, page.grid * share * air, setting.tallest, drop=drop, above=above, below=rule)

    return row


def _when(session: Session, kind: str | Line, more: str, setting: ListSetting, sect: Element) -> tuple[Stacked, ...]:
    """Hours, and below them what kind of session it is."""
    text = setting.letters.style.text
    hours, stack = setting.hours(session), list[Stacked]()
    if hours:
        run = Run(hours, voice(text.list_when), isolate=True)
        line = Paragraph(setting.letters, (run,), text.list_when.leading, sect.add("P"), align="left")
        stack.append(Stacked(line, 0.0))
    style = text.list_detail
    for words in (kind, more):
        if words:
            line = paragraph(setting.letters, style, words, sect.add("P"))
            stack.append(Stacked(line, style.leading * 1.2 if stack else 0.0))
    return tuple(stack)


def _kind(session: Session, setting: ListSetting) -> str:
    """Its track, or its kind in a word, unless the title says the same."""
    word = session.track or setting.kind(session)
    return "" if word.casefold() in spoken(session.title).casefold() else word


def _room(session: Session, setting: ListSetting, sect: Element) -> Cell:
    page, style = setting.page, setting.letters.style.text.list_detail
    if not session.rooms:
        return Cell(page.inner_width, 0, ())
    words = paragraph(setting.letters, style, setting.rooms(session), sect.add("P"), align="right")
    width = min(words.natural_width() + 0.5, page.text_width * _ROOM_SHARE)
    return Cell(page.inner_width - width, width, (Stacked(words, 0.0),))


def _below(session: Session, talk: Talk | None, setting: ListSetting, sect: Element, rooms: str = "") -> list[Stacked]:
    """Boards of posters, with the `rooms` that have no other place; chairs, and before them the speakers of the only talk,
    after them its room; the note."""
    text, colors = setting.letters.style.text, setting.letters.style.colors
    style = text.list_line
    runs = list(_speakers(talk, setting)) if talk else []
    mute = Voice(style.face, style.size, colors.mute)
    if session.chairs:
        runs.append(Run(f" · {setting.labels.chair}{WIDE}" if runs else f"{setting.labels.chair}{WIDE}", mute))
        runs.append(Run(setting.chairs(session), bold_voice(style), isolate=True))
    if talk and session.rooms:
        runs.append(Run(f" · {setting.rooms(session)}" if runs else setting.rooms(session), mute))
    stack = []
    boards = " · ".join(filter(None, (setting.boards(session), rooms)))
    if boards:
        link = f"#{POSTERS_KEY}" if setting.pages.page(POSTERS_KEY) is not None else None
        line = paragraph(setting.letters, text.list_detail, boards, sect.add("P"), link=link)
        stack.append(Stacked(line, style.leading * 1.15))
    if runs:
        line = Paragraph(setting.letters, tuple(runs), style.leading, sect.add("P"), align="left")
        stack.append(Stacked(line, style.leading * 1.15))
    if session.note:
        note = paragraph(setting.letters, text.list_detail, session.note, sect.add("P"))
        stack.append(Stacked(note, style.leading * 1.05))
    return stack


def _speakers(talk: Talk, setting: ListSetting) -> tuple[Run, ...]:
    """The people of a talk, and where they all come from when that is one place."""
    style, colors = setting.letters.style.text.row_authors, setting.letters.style.colors
    if not talk.authors:
        return ()
    count = len(talk.authors) if len(talk.authors) <= _MOST_NAMES else _NAMED
    language = talk.language or setting.language
    names = NameSetting(setting.letters, style, colors.ink, setting.labels.more_authors_of, language)
    runs = name_runs(talk.authors, count, names)
    places = talk.affiliations if len(talk.authors) == 1 else talk.affiliations[: len(talk.affiliations) == 1]
    if not places:
        return runs
    words = f"{comma(language)}{comma(language).join(places)}"
    return (*runs, Run(words, voice(style)))
