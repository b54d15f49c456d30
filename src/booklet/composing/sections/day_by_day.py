"""The program of several sessions: every day at a glance and as a list in the form that suits it."""

from collections.abc import Iterator

from booklet.composing.labels import Labels
from booklet.composing.program_form import ListForm, list_form
from booklet.composing.section import Section
from booklet.composing.sections.glance.compose import compose_glance, plan_glances
from booklet.composing.sections.lists.column_fit import DayBlocks
from booklet.composing.sections.lists.day_breaks import seconds_before
from booklet.composing.sections.lists.day_list import AiredBlocks, session_blocks
from booklet.composing.sections.lists.day_pages import ListedDay, compose_days
from booklet.composing.sections.lists.day_section import (
    ANY_TIME_KEY,
    DayFrame,
    any_time_frame,
    columns_section,
    day_frame,
    list_columns,
)
from booklet.composing.sections.lists.list_setting import ListSetting
from booklet.composing.sections.lists.time_list import time_blocks
from booklet.composing.sections.lists.track_list import Measures, time_width, track_blocks
from booklet.composing.sections.program_table import PROGRAM_KEY, compose_table, note_blocks
from booklet.composing.text import paragraph
from booklet.flowable import Anchor, Block
from booklet.lettering.letters import Letters
from booklet.model.program import Program
from booklet.model.session import Session
from booklet.page_map import PageMap
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element

# Notes of fewer lines than twice as many are not parted.
_NOTE_LINES = 6


def compose_day_by_day(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> Iterator[Section]:
    """Pages that show a day at a glance, then the section that lists it, each composed when it is asked for. What has no
    time, and the notes, stand below the last list."""
    empty = True
    for section in _sections(list_form(program), ListSetting(program, letters, labels, pages)):
        empty = False
        yield section
    if empty:
        yield from compose_table(replace(program, sessions=()), letters, labels, pages)


def _sections(form: ListForm, setting: ListSetting) -> Iterator[Section]:
    """The sections, those of days between which nothing else stands made together."""
    days: list[ListedDay] = []
    for part in _parts(form, setting):
        if isinstance(part, ListedDay):
            days.append(part)
            continue
        yield from compose_days(days, setting)
        days = []
        yield part
    yield from compose_days(days, setting)


def _parts(form: ListForm, setting: ListSetting) -> Iterator[Section | ListedDay]:
    """Day by day what shows it at a glance, then its list."""
    program, labels, pages = setting.program, setting.labels, setting.pages
    days, glances = program.days, plan_glances(program, setting.letters, labels)
    first = True
    for day in days:
        glance = compose_glance(program, day, labels, pages, glances, key_of_first=PROGRAM_KEY if first else "")
        yield from glance
        first = first and not glance
        if form == "none":
            continue
        last = day.number == len(days)
        content = _Content(day.sessions, _untimed(program) if last else (), last)
        yield _listed(form, day_frame(day, setting, first=first), content, setting)
        first = False
    if form != "none" and not days:
        yield _listed(form, any_time_frame(setting), _Content(program.sessions, (), last=True), setting)


def _untimed(program: Program) -> tuple[Session, ...]:
    return tuple(session for session in program.sessions if not session.timed)


@dataclass(frozen=True, slots=True)
class _Content:
    """What a section lists: the sessions of a day in order, then the `rest` that has no times; `last`: then the notes."""

    sessions: tuple[Session, ...]
    rest: tuple[Session, ...]
    last: bool


def _listed(form: ListForm, frame: DayFrame, content: _Content, setting: ListSetting) -> Section | ListedDay:
    """The list of a day in its form: in columns it is a section of its own."""
    if form != "days":
        return _in_columns(form, frame, content, setting)

    def tail(root: Element) -> AiredBlocks:
        heading = _rest_heading(content, setting, root)
        rest = [session_blocks(session, setting, root) for session in content.rest]
        notes = _notes(content, setting, root)
        return lambda air: [*heading, *(block for aired in rest for block in aired(air)), *notes]

    return ListedDay(frame, content.sessions, tail)


def _in_columns(form: ListForm, frame: DayFrame, content: _Content, setting: ListSetting) -> Section:
    """The list of a day in narrow columns."""
    width, times = list_columns(setting)[0].width, time_width((*content.sessions, *content.rest), setting)

    def composed(air: float) -> DayBlocks:
        root, measures = Element("Sect"), Measures(width, times, air)
        title = frame.heading(setting, root)
        blocks: list[Block] = []
        pauses: dict[int, float] = {}
        if form == "time" and any(session.timed for session in content.sessions):
            blocks += time_blocks(content.sessions, setting, measures, root)
            pauses = {at: 0.0 for at, block in enumerate(blocks) if not block.again}  # each time has a head
        else:
            for session, pause in zip(content.sessions, seconds_before(content.sessions), strict=True):
                if session.kind != "break":
                    pauses[len(blocks)] = pause
                blocks += track_blocks(session, setting, measures, root)
        if content.rest:
            pauses[len(blocks)] = 0.0
        blocks += _rest_heading(content, setting, root)
        blocks += (block for session in content.rest for block in track_blocks(session, setting, measures, root))
        blocks += _notes(content, setting, root)
        return DayBlocks(root, title, blocks, pauses)

    return columns_section(frame, setting, composed)


def _rest_heading(content: _Content, setting: ListSetting, root: Element) -> list[Block]:
    """The heading of the sessions without times, where there are any."""
    if not content.rest:
        return []
    words, style = setting.labels.at_any_time, setting.letters.style.text.heading
    heading = paragraph(setting.letters, style, words, root.add("H1", name=ANY_TIME_KEY))
    return [Block(heading, setting.page.grid * 1.6, keep=True, anchor=Anchor(ANY_TIME_KEY, words, 1))]


def _notes(content: _Content, setting: ListSetting, root: Element) -> list[Block]:
    """The notes, below the last list."""
    if not content.last:
        return []
    bold = any(setting.shows_presenters(talk) for talk in setting.program.talks)
    return note_blocks(setting.program, setting.letters, setting.labels, root, bold=bold, keep=_NOTE_LINES)
