"""The program: sessions as tables whose rows lead to the abstracts, and below them the local times."""

from collections.abc import Callable
from functools import partial
from typing import Literal

from booklet.composing.furniture import event_furniture
from booklet.composing.labels import Labels
from booklet.composing.program_form import list_form
from booklet.composing.section import Column, Section
from booklet.composing.sections.program_rows import RowSetting, session_rows
from booklet.composing.sections.zones.time_zones import zone_blocks
from booklet.composing.text import comma, isolated, joined, paragraph, sentences, space_to, voice, zoned
from booklet.composing.times import printed_date, printed_range, zone_name
from booklet.flowable import Block
from booklet.lettering.letters import Letters, Voice
from booklet.lettering.paragraph import ASCENT, Paragraph
from booklet.lettering.runs import Run
from booklet.model.event import Event
from booklet.model.program import Program
from booklet.model.session import Session
from booklet.page_map import PageMap
from booklet.plain_dataclasses import replace
from booklet.structure import Element
from booklet.styling.style import Style, TextStyle

PROGRAM_KEY = "program"

_Zones = Literal["long", "short", "none"]
_Composed = tuple[Element, list[Block]]
_Compose = Callable[[float, _Zones], _Composed]

# How much white the rows get, tried in turn until the program stands on one page.
_AIR = (1.25, 1.0, 0.9, 0.8, 0.7, 0.6)
# The first of them only when this many lines are left over with the second.
_LINES_FOR_MORE_AIR = 15


def compose_table(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """The program with time zones: on one page when it fits, with as much white as there is room for."""
    page, event = letters.style.page, program.event
    composed = partial(_with_air, program, letters, labels, pages)
    root, blocks = _with_zones(program, composed, letters.style) or _alone(program, composed, letters.style)
    furniture = event_furniture(event, labels.program, event.title)
    return (
        Section(
            PROGRAM_KEY,
            root,
            labels.program,
            (Column(page.left, page.inner_width),),
            tuple(blocks),
            furniture=furniture,
        ),
    )


def zones_below_program(program: Program, letters: Letters, labels: Labels) -> bool:
    """Whether the local times stand on the page of the program and need none of their own."""
    if "program" not in program.settings.sections:
        return False
    # Numbers of pages are no higher than the rows that they stand in.
    return _with_zones(program, partial(_with_air, program, letters, labels, PageMap()), letters.style) is not None


def _with_zones(program: Program, composed: _Compose, style: Style) -> _Composed | None:
    """The program and the local times of its only session on one page; the times in short where they need to be."""
    if list_form(program) != "table":
        return None
    return _on_one_page(composed, "long", style) or _on_one_page(composed, "short", style)


def _alone(program: Program, composed: _Compose, style: Style) -> _Composed:
    """The program without local times where these have a page of their own, else with them, on as many pages as it takes."""
    zones: _Zones = "none" if "time-zones" in program.settings.sections else "long"
    return _on_one_page(composed, zones, style) or composed(_AIR[1], zones)


def _on_one_page(composed: _Compose, zones: _Zones, style: Style) -> _Composed | None:
    """With as much white as there is room for on one page; None when there is too little room."""
    width, room = style.page.inner_width, style.page.text_height
    normal = composed(_AIR[1], zones)
    left = room - _height(normal[1], width)
    if left > _LINES_FOR_MORE_AIR * style.page.grid:
        return composed(_AIR[0], zones)
    if left >= 0:
        return normal
    tighter = (composed(air, zones) for air in _AIR[2:])
    return next((one for one in tighter if _height(one[1], width) <= room), None)


def _height(blocks: list[Block], width: float) -> float:
    return sum(block.space * bool(index) + block.flowable.wrap(width, 0)[1] for index, block in enumerate(blocks))


def _with_air(
    program: Program, letters: Letters, labels: Labels, pages: PageMap, air: float, zones: _Zones
) -> _Composed:
    root = Element("Sect")
    setting = RowSetting(letters, labels, pages, program.event.clock)
    blocks = _title(program, letters, labels, root)
    for session in program.sessions:
        blocks += session_rows(session, setting, air, root)
    presented = any(talk.presenters for talk in program.talks)
    blocks += note_blocks(program, letters, labels, root, bold=presented)
    if zones != "none":
        blocks += zone_blocks(program, letters, labels, root, air, short=zones == "short")
    return root, blocks


def _title(program: Program, letters: Letters, labels: Labels, root: Element) -> list[Block]:
    """Title, date, chairs and organizers above the table."""
    text, event = letters.style.text, program.event
    only = program.sessions[0] if len(program.sessions) == 1 else None
    heading = paragraph(
        letters, text.section_title, only.title if only else event.heading, root.add("H1"), align="balance"
    )
    blocks = [Block(heading, keep=True)]
    above = text.section_title
    if only:
        facts = _facts(only, event, voice(text.section_subtitle))
        when = Paragraph(letters, facts, text.section_subtitle.leading, root.add("P"), align="left")
        blocks.append(
            Block(when, space_to(above, text.section_subtitle, text.section_subtitle.leading * 1.45), keep=True)
        )
        above = text.section_subtitle
    lines = [_chairs(only, labels, event.language), ("", only.note or "")] if only else []
    lines.append((labels.organizers, _organizers(event)))
    for label, names in lines:
        if names:
            runs = (Run(f"{label} ", _muted(text.section_line, letters)), Run(names, voice(text.section_line)))
            block = Paragraph(letters, runs, text.section_line.leading, root.add("P"), align="left")
            blocks.append(Block(block, space_to(above, text.section_line, text.section_line.leading * 1.22), keep=True))
            above = text.section_line
    return blocks


def _facts(session: Session, event: Event, spoken: Voice) -> tuple[Run, ...]:
    """Day, time with its zone, room; as far as they are known."""
    hours = Run(printed_range(session.start, session.end, event.clock, event.language), spoken)
    time = zoned(hours, zone_name(session.start)) if session.timed else ()
    day, room = printed_date(session.date, event.language), session.room or ""
    return joined((isolated(day, spoken), time, isolated(room, spoken)), Run(comma(event.language), spoken))


def _chairs(session: Session, labels: Labels, language: str) -> tuple[str, str]:
    return labels.chair, comma(language).join(session.chairs)


def _organizers(event: Event) -> str:
    """Names, with an affiliation given once after those who share it."""
    parts: list[str] = []
    people = event.organizers
    for index, person in enumerate(people):
        last = index + 1 == len(people) or people[index + 1].affiliation != person.affiliation
        parts.append(f"{person.name} ({person.affiliation})" if last and person.affiliation else person.name)
    return comma(event.language).join(parts)


def _muted(style: TextStyle, letters: Letters) -> Voice:
    return voice(replace(style, color=letters.style.colors.mute))


def note_blocks(
    program: Program, letters: Letters, labels: Labels, root: Element, *, bold: bool, keep: int = 2
) -> list[Block]:
    """The organizers' notes and, where names are `bold`, the key to them. `keep` is the fewest lines that a page ends or
    begins with."""
    text = sentences([*program.event.notes, *([labels.bold_presents] if bold else [])], program.event.language)
    if not text:
        return []
    style, grid = letters.style.text.note, letters.style.page.grid
    words = (Run(text, voice(style)),)
    note = Paragraph(letters, words, style.leading, root.add("P"), align="left", keep=keep)
    return [Block(note, grid * 0.94 - style.size * ASCENT)]
