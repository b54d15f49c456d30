"""Days of a program → the sections that show each of them at a glance, a page each."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from types import MappingProxyType

from booklet.composing.abstracts_form import day_tabs
from booklet.composing.flowables.strut import Strut
from booklet.composing.furniture import event_furniture
from booklet.composing.labels import Labels
from booklet.composing.program_form import glance_form, glance_key
from booklet.composing.section import Furniture, Section
from booklet.composing.sections.glance.boxes import boxes_of
from booklet.composing.sections.glance.grid import Grid
from booklet.composing.sections.glance.grid_page import GridPage, Head, midnight_note
from booklet.composing.sections.glance.measures import Measures
from booklet.composing.sections.glance.overview_bars import rows_of
from booklet.composing.sections.glance.overview_page import OverviewPage, most_rows
from booklet.composing.sections.glance.plan import Part, at_one_level, parts_of, styles_for
from booklet.composing.sections.glance.room_groups import room_groups
from booklet.composing.sections.glance.spots import columns_of
from booklet.composing.sections.glance.track_bars import tracks_of
from booklet.composing.times import on_event_clock, printed_date, printed_day, printed_weekday, zone_name
from booklet.flowable import Anchor, Block
from booklet.lettering.letters import Letters
from booklet.model.day import Day
from booklet.model.program import Program
from booklet.page_map import PageMap
from booklet.plain_dataclasses import dataclass
from booklet.structure import Element
from booklet.styling.style import TextStyle
from booklet.tagged_canvas import TaggedCanvas


@dataclass(frozen=True, slots=True)
class Glances:
    """How the days of a program are shown: the parts of each grid by the day's number, and the sizes of all of them."""

    parts: Mapping[int, tuple[Part, ...]]
    styles: tuple[TextStyle, ...]
    measures: Measures


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the pages of a day are composed with."""

    program: Program
    day: Day
    labels: Labels
    measures: Measures


@lru_cache(maxsize=1)
def plan_glances(program: Program, letters: Letters, labels: Labels) -> Glances:
    """What is the same on all pages: found once for a booklet, however often its page numbers are set."""
    measures = Measures(letters, labels, program.event.clock)
    settings = {day.number: _Setting(program, day, labels, measures) for day in program.days}

    def lay_out(part: Part, styles: tuple[TextStyle, ...]) -> Grid:
        return _grid_page(settings[part.day], part, 1, 1).lay_out(styles)

    parts = {day.number: parts_of(program, day, labels, letters.style, lay_out) for day in program.days}
    parts = at_one_level(program, parts, labels, letters.style, lay_out)
    styles = styles_for([part for day in parts.values() for part in day], letters.style, lay_out)
    return Glances(MappingProxyType(parts), styles, measures)


def compose_glance(
    program: Program,
    day: Day,
    labels: Labels,
    pages: PageMap,
    glances: Glances,
    *,
    key_of_first: str = "",
) -> tuple[Section, ...]:
    """The pages that show a day at a glance: a grid of a few rooms, an overview of many, none of one. `glances` is what
    plan_glances gave for all days. `key_of_first`, where given, is the key of the first page, which then begins the part of
    the program in the outline."""
    setting = _Setting(program, day, labels, glances.measures)
    parts = glances.parts.get(day.number, ())
    if parts:
        sections = [
            _grid_section(setting, part, number, len(parts), glances.styles, pages)
            for number, part in enumerate(parts, 1)
        ]
    elif glance_form(program, day) != "none":
        sections = _overview_sections(setting, pages)
    else:
        return ()
    first = _opening(sections[0], key_of_first, labels) if key_of_first else sections[0]
    return (first, *sections[1:])


def _opening(section: Section, key: str, labels: Labels) -> Section:
    """A section that begins the part of the program, with the entry of its day below that."""
    day = section.root
    day.name = section.key
    root = Element("Sect")
    root.content.append(day)
    anchor = Anchor(section.key, section.bookmark, section.level)
    return Section(
        key, root, labels.program, paint=section.paint, furniture=section.furniture,
        blocks=(Block(Strut(0.0), anchor=anchor),),
    )  # fmt: skip


def _grid_page(setting: _Setting, part: Part, number: int, count: int) -> GridPage:
    program, labels, language = setting.program, setting.labels, setting.program.event.language
    columns = columns_of(part.boxes, part.rooms)
    used = [spot.box.track for spot in columns.spots]
    tracks = tracks_of(program, used)
    note = midnight_note(part.boxes, setting.day.date, program.event.zone, setting.measures)
    beside = _zone(setting) if count == 1 else _number_of(number, count, labels)
    named = tuple(name for name in tracks.names if name in set(used))
    head = Head(printed_day(setting.day.date, language), beside)
    return GridPage(head, columns, tracks, named, setting.measures, program.event.zone, note, part.busy)


def _grid_section(
    setting: _Setting, part: Part, number: int, count: int, styles: tuple[TextStyle, ...], pages: PageMap
) -> Section:
    page = _grid_page(setting, part, number, count)
    grid = page.lay_out(styles)
    root = Element("Sect")

    def paint(canvas: TaggedCanvas) -> None:
        page.paint(grid, pages, root, canvas)

    inner = _date(setting) if count == 1 else _zone(setting)
    if part.by_room and part.rooms:
        inner = _from_to(part.rooms[0], part.rooms[-1], setting.labels)
    return _section(setting, number, root, paint, inner)


def _overview_sections(setting: _Setting, pages: PageMap) -> list[Section]:
    program, day, labels = setting.program, setting.day, setting.labels
    language, zone = program.event.language, program.event.zone
    groups = room_groups(day.rooms, most_rows(setting.measures.letters.style.page.grid)) or ((),)
    note = midnight_note(boxes_of(program, day, labels), day.date, zone, setting.measures)
    sections = []
    for number, group in enumerate(groups, 1):
        beside = _number_of(number, len(groups), labels) if len(groups) > 1 else ""
        rows = rows_of(program, day, group, labels)
        page = OverviewPage(printed_day(day.date, language), beside, rows, setting.measures, zone, note)
        root = Element("Sect")
        sections.append(_section(setting, number, root, partial(page.paint, pages, root), _zone(setting)))
    return sections


def _section(
    setting: _Setting, number: int, root: Element, paint: Callable[[TaggedCanvas], None], inner: str
) -> Section:
    bookmark = _words_of_day(setting)
    key = glance_key(setting.day.number, number)
    furniture = _furniture(setting, bookmark, inner)
    return Section(key, root, bookmark if number == 1 else "", paint=paint, furniture=furniture, level=1)


def _furniture(setting: _Setting, title: str, inner: str) -> Furniture:
    return event_furniture(setting.program.event, title, inner, day_tabs(setting.program, setting.day.date))


def _words_of_day(setting: _Setting) -> str:
    """As in "Saturday at a glance"; with the date where a weekday comes twice."""
    language, days = setting.program.event.language, setting.program.days
    weekdays = [day.date.weekday() for day in days]
    printed = printed_weekday if len(set(weekdays)) == len(weekdays) else printed_day
    return setting.labels.at_a_glance.replace("{day}", printed(setting.day.date, language))


def _zone(setting: _Setting) -> str:
    first = min(session.start for session in setting.day.sessions)
    return setting.labels.times_in.replace("{zone}", zone_name(on_event_clock(first, setting.program.event)))


def _date(setting: _Setting) -> str:
    return printed_date(setting.day.date, setting.program.event.language)


def _number_of(number: int, count: int, labels: Labels) -> str:
    return labels.number_of.replace("{number}", str(number)).replace("{count}", str(count))


def _from_to(first: str, last: str, labels: Labels) -> str:
    return first if first == last else labels.from_to.replace("{first}", first).replace("{last}", last)
