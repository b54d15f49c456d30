"""Talks in groups → sections in which they follow each other, in one column or two, a section for each full day."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import groupby

from booklet.composing.abstracts_form import Group, Layout, abstract_groups, column_places, day_tabs
from booklet.composing.authors_form import authors_form
from booklet.composing.flowables.short_rule import ShortRule
from booklet.composing.furniture import event_furniture
from booklet.composing.labels import Labels
from booklet.composing.program_form import ways_to_program
from booklet.composing.run_on_style import run_on_style
from booklet.composing.section import Column, ComposedLater, Furniture, Later, Section
from booklet.composing.sections.talks.run_on_beside import Entry
from booklet.composing.sections.talks.run_on_talk import RunOn, run_on_talk
from booklet.composing.sections.talks.talk_names import compose_names
from booklet.composing.text import comma, joined, paragraph, space_to, spoken, voice, zoned
from booklet.composing.times import own_hours, own_zone, printed_day
from booklet.flowable import Block, stacked
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.event import Event
from booklet.model.program import Program, Slot
from booklet.model.session import Session
from booklet.model.talk import Talk
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element

_KEY = "abstracts"
_RULE = 0.9  # weight of the rule above a session
_ABOVE_GROUP = 2.5  # of the leading of abstracts: white above that rule
_TO_TITLE, _TO_LINE = 0.3, 1.1  # of their leading: from the rule to the title's top; from baseline to baseline
_BETWEEN = " · "
# A series has more days than a meeting, with fewer abstracts on the average: they begin no pages.
_OF_A_MEETING, _OF_A_DAY = 7, 4


def compose_run_on(program: Program, letters: Letters, labels: Labels, layout: Layout) -> Collection[Section]:
    """The sections of all abstracts, then one each for the names of talks that have very many authors."""
    groups, event, page = abstract_groups(program), program.event, letters.style.page
    talks = [talk for group in groups for talk in group.talks]
    numbers = {talk.id: number for number, talk in enumerate(talks, 1)}
    outdent = 0.0 if layout == "two-columns" else page.text_left - page.left
    setting = RunOn(event, letters.with_style(run_on_style(letters.style, layout)), labels, outdent, "H1")
    several_days, slots = len(program.days) > 1, program.first_slots()
    makers: list[Later] = []
    for index, (day, of_day) in enumerate(_by_day(program, groups)):
        key = f"{_KEY}-{index + 1}" if index else _KEY
        furniture = event_furniture(event, _words(program, day, of_day, labels), "", day_tabs(program, day))
        listed = _listed(program, of_day, slots, numbers, labels)
        makers.append(Later(_section, (layout, key, listed, furniture, several_days), (setting,), key))
    many = [talk for talk in talks if authors_form(talk) == "page"]
    return ComposedLater((*makers, *(Later(_names, (talk,), (event, letters, labels)) for talk in many)))


@dataclass(frozen=True, slots=True)
class _Listed:
    """A group, the words of its heading (empty: it has none), and its talks as they are entered."""

    group: Group
    title: str
    entries: tuple[Entry, ...]


def _listed(
    program: Program, groups: Sequence[Group], slots: dict[str, Slot], numbers: dict[str, int], labels: Labels
) -> tuple[_Listed, ...]:
    found, way = [], ways_to_program(program)
    for group in groups:
        title, entries = _title(group, labels), []
        for talk in group.talks:
            slot = slots.get(talk.id)
            back = way(slot.session) if slot else None
            entries.append(_entry(program, group, title, talk, slot, numbers[talk.id], back))
        found.append(_Listed(group, title, tuple(entries)))
    return tuple(found)


def _section(
    layout: Layout, key: str, groups: Sequence[_Listed], furniture: Furniture, several_days: bool, setting: RunOn
) -> Section:
    """The talks of a day, or all, in columns; the first section is the one with a bookmark."""
    root, page = Element("Sect"), setting.letters.style.page
    lefts = column_places(page)[0] if layout == "two-columns" else (page.text_left,)
    return Section(
        key,
        root,
        bookmark=setting.labels.abstracts if key == _KEY else "",
        columns=tuple(Column(left, setting.width) for left in lefts),
        blocks=tuple(_blocks(groups, several_days, setting, root)),
        furniture=furniture,
        style=setting.letters.style,
    )


def _by_day(program: Program, groups: Sequence[Group]) -> Iterable[tuple[date | None, list[Group]]]:
    """The groups of each day; all where that is but one, where they do not go by day, or in a series. Talks without a
    session are by themselves there too."""
    if len(program.days) < 2 or not any(group.day for group in groups):
        return [(None, list(groups))] if groups else []
    days = {group.day for group in groups if group.day}
    if len(days) > _OF_A_MEETING and sum(len(group.talks) for group in groups if group.day) < _OF_A_DAY * len(days):
        return [(None, list(some)) for _, some in groupby(groups, key=lambda group: group.day is None)]
    return [(day, list(some)) for day, some in groupby(groups, key=lambda group: group.day)]


def _words(program: Program, day: date | None, groups: Sequence[Group], labels: Labels) -> str:
    """What running heads say at the outer edge: the day, or what the talks are."""
    if day:
        return printed_day(day, program.event.language)
    return labels.posters if all(group.posters for group in groups) else labels.abstracts


def _names(talk: Talk, event: Event, letters: Letters, labels: Labels) -> Section:
    """All names of a talk, which its bookmark and its running head name."""
    title = spoken(talk.title)
    furniture = event_furniture(event, title, "", (), talk.short_title or title)
    section = compose_names(talk, letters, labels, furniture)
    return replace(section, bookmark=f"{labels.authors_and_affiliations}{_BETWEEN}{title}")


def _blocks(groups: Sequence[_Listed], several_days: bool, setting: RunOn, root: Element) -> list[Block]:
    """Group by group; the heading of each stays with its first talk, whose abstract stands on the grid."""
    blocks: list[Block] = []
    end = 0.0
    for index, listed in enumerate(groups):
        own, title = root.add("Sect"), listed.title
        heading = _heading(listed.group, title, several_days, setting, own) if title or index else []
        of_group = replace(setting, role="H2" if title else "H1")
        for position, entry in enumerate(listed.entries):
            first = bool(heading) and position == 0
            own_blocks, end = run_on_talk(entry, of_group, own, None if first else end)
            if first:
                blocks += _placed(heading, own_blocks[0], entry.named, setting)
            blocks += own_blocks
    return blocks


def _placed(heading: list[Block], talk: Block, named: str, setting: RunOn) -> list[Block]:
    """The heading above a talk: it is what moves so that the abstract of that stands on the grid."""
    height = stacked(heading, setting.width) - heading[0].space + talk.space + talk.ascent
    first = replace(heading[0], on_grid=bool(setting.outdent), ascent=height)
    return [replace(block, keep=True, entry=named) for block in (first, *heading[1:])]


def _entry(
    program: Program, group: Group, title: str, talk: Talk, slot: Slot | None, number: int, back: str | None
) -> Entry:
    """What is said beside a talk. Running heads name sessions and tracks, or else the boards or numbers of talks."""
    named = title if group.session or group.track else talk.board or str(number)
    alone = group.session is None
    several_rooms = len(program.rooms) > 1
    return Entry(talk, slot, number, named, back, alone and len(program.days) > 1, alone and several_rooms)


def _title(group: Group, labels: Labels) -> str:
    """The words of a heading, as they are spoken; empty for what has none."""
    if group.session:
        return spoken(group.session.title)
    return labels.posters if group.posters else group.track


def _heading(group: Group, title: str, several_days: bool, setting: RunOn, own: Element) -> list[Block]:
    """A rule; the title of the session or track; when it is, who chairs it, and where."""
    letters, style, colors = setting.letters, setting.letters.style.text.heading, setting.letters.style.colors
    wide, right = setting.outdent + setting.width, not letters.style.mirrored
    blocks = [Block(ShortRule(wide, _RULE, colors.accent, right=right), setting.leading * _ABOVE_GROUP)]
    if title:
        words = group.session.title if group.session else title
        blocks.append(
            Block(paragraph(letters, style, words, own.add("H1"), align="balance"), style.leading * _TO_TITLE)
        )
    runs = _details(group.session, several_days, setting) if group.session else ()
    if runs:
        small = letters.style.text.talk_detail
        line = Paragraph(letters, runs, small.leading, own.add("P"), align="left")
        blocks.append(Block(line, space_to(style, small, small.leading * _TO_LINE)))
    return blocks


def _details(session: Session, several_days: bool, setting: RunOn) -> tuple[Run, ...]:
    """Day, time of what hangs all the while, chairs, room; as far as there is a choice of them."""
    style, event, labels = setting.letters.style.text.talk_detail, setting.event, setting.labels
    parts: list[tuple[Run, ...]] = []
    if session.timed and several_days:
        parts.append((Run(printed_day(session.day, event.language), voice(style), isolate=True),))
    if session.timed and session.kind == "posters":
        hours = Run(own_hours(session.start, session.end, event), voice(style))
        parts.append(zoned(hours, own_zone(session.start, event)))
    if session.chairs:
        names = comma(event.language).join(session.chairs)
        parts.append((Run(f"{labels.chair} ", voice(style)), Run(names, voice(style), isolate=True)))
    if session.room:
        parts.append((Run(session.room, voice(style), isolate=True),))
    return joined(parts, Run(_BETWEEN, voice(style)))
