"""The program: one table where there is one session, else a list of every day in the form that suits the meeting."""

from collections.abc import Callable

from booklet.composing.labels import Labels
from booklet.composing.lists.day_list import session_blocks
from booklet.composing.lists.day_order import in_list_order
from booklet.composing.lists.day_pages import compose_day
from booklet.composing.lists.day_section import (
    ANY_TIME_KEY,
    DayFrame,
    any_time_frame,
    columns_section,
    day_frame,
    list_columns,
)
from booklet.composing.lists.list_setting import ListSetting
from booklet.composing.lists.time_list import time_blocks
from booklet.composing.lists.track_list import Measures, time_width, track_blocks
from booklet.composing.program_form import ListForm, list_form
from booklet.composing.section import Section
from booklet.composing.sections.program_table import compose_table, note_blocks
from booklet.composing.text import paragraph
from booklet.flowable import Anchor, Block
from booklet.lettering.letters import Letters
from booklet.model.program import Program
from booklet.model.session import Session
from booklet.page_map import PageMap
from booklet.structure import Element


def compose_program(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """A section for every day; what has no time, and the notes, stand below the last."""
    form = list_form(program)
    if form == "table":
        return compose_table(program, letters, labels, pages)
    setting = ListSetting(program, letters, labels, pages)
    sections: list[Section] = []
    days = program.days if form != "none" else ()
    for day in days:
        frame = day_frame(day, setting, first=not sections)
        rest = () if day.number < len(days) else _untimed(program)
        sections.append(_listed(form, frame, day.sessions, rest, setting, last=day.number == len(days)))
    if form != "none" and not days and program.sessions:
        sections.append(_listed(form, any_time_frame(setting), program.sessions, (), setting, last=True))
    return tuple(sections)


def _untimed(program: Program) -> tuple[Session, ...]:
    return tuple(session for session in program.sessions if not session.timed)


def _listed(
    form: ListForm,
    frame: DayFrame,
    sessions: tuple[Session, ...],
    rest: tuple[Session, ...],
    setting: ListSetting,
    *,
    last: bool,
) -> Section:
    """The list of a day; the last one ends with the `rest` that has no times, and with the notes."""
    ordered = in_list_order(setting.program, sessions)
    if form == "days":

        def tail(air: float, root: Element) -> list[Block]:
            blocks = _any_time(rest, setting, root, lambda session: session_blocks(session, setting, air, root))
            return blocks + (_notes(setting, root) if last else [])

        return compose_day(frame, ordered, setting, tail)
    root = Element("Sect")
    heading = frame.heading(setting, root)
    measures = Measures(list_columns(setting)[0].width, time_width((*sessions, *rest), setting))
    if form == "time" and any(session.timed for session in sessions):
        blocks = time_blocks(ordered, setting, measures.width, root)
    else:
        blocks = [block for session in ordered for block in track_blocks(session, setting, measures, root)]
    blocks += _any_time(rest, setting, root, lambda session: track_blocks(session, setting, measures, root))
    blocks += _notes(setting, root) if last else []
    return columns_section(frame, setting, root, heading, blocks)


def _any_time(
    sessions: tuple[Session, ...], setting: ListSetting, root: Element, composed: Callable[[Session], list[Block]]
) -> list[Block]:
    """The sessions without times under a heading of their own."""
    if not sessions:
        return []
    words, grid = setting.labels.at_any_time, setting.page.grid
    heading = paragraph(setting.letters, setting.letters.style.text.heading, words, root.add("H1", name=ANY_TIME_KEY))
    title = Block(heading, grid * 1.6, keep=True, anchor=Anchor(ANY_TIME_KEY, words, 1))
    return [title, *(block for session in sessions for block in composed(session))]


def _notes(setting: ListSetting, root: Element) -> list[Block]:
    return note_blocks(setting.program, setting.letters, setting.labels, root)
