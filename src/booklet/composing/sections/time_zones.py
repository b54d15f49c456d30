"""The event's times where the attendees are: a row a region, a cell a city."""

from dataclasses import replace

from booklet.composing.flowables.table_row import MOON, Cell, Rule, Shade, Stacked, TableRow
from booklet.composing.labels import Labels
from booklet.composing.text import WIDE, comma, day_mark, mark_voice, paragraph, sentences, space_to, voice
from booklet.composing.times import printed_date, printed_range, zone_name
from booklet.flowable import Block
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import ASCENT, Paragraph
from booklet.lettering.runs import Run
from booklet.model.event import City, Region
from booklet.model.local_times import LocalTimes, local_times
from booklet.model.program import Program
from booklet.structure import Element

_COLUMNS = 3
_WEIGHT, _HAIR = 0.9, 0.25


def zone_blocks(program: Program, letters: Letters, labels: Labels, root: Element, air: float) -> list[Block]:
    """Heading, a table for every session, and the note; nothing when the event names no cities."""
    event, text, grid = program.event, letters.style.text, letters.style.page.grid
    sessions = [session for session in program.sessions if session.end]
    if not event.regions or not sessions:
        return []
    heading = paragraph(letters, text.heading, labels.zones_title, root.add("H2"))
    blocks = [Block(heading, grid * 1.9 * air, keep=True)]
    shaded = False
    for session in sessions:
        above = text.heading
        if len(sessions) > 1:
            hours = (
                f"{printed_range(session.start, session.end, event.clock, event.language)} {zone_name(session.start)}"
            )
            when = f"{printed_date(session.date, event.language)}{comma(event.language)}{hours}"
            line = paragraph(letters, text.section_subtitle, when, root.add("P"))
            blocks.append(Block(line, space_to(above, text.section_subtitle, grid * 1.6), keep=True))
        table = root.add("Table")
        rows = [row for region in event.regions for row in _rows(region)]
        for index, (name, cities) in enumerate(rows):
            times = [local_times(city, session.start, session.end or session.start, session.date) for city in cities]
            shaded |= any(time.is_night for time in times)
            cells = _cells(name, times, program, letters, air, table.add("TR"))
            last = index + 1 == len(rows)
            goes_on = not last and not rows[index + 1][0]
            ink, hair = Rule(_WEIGHT, letters.style.colors.ink), Rule(_HAIR, letters.style.colors.rule)
            above_row, below_row = None if index else ink, ink if last else None if goes_on else hair
            row = TableRow(cells, grid * 0.7 * air, letters.style.page.text_height, above=above_row, below=below_row)
            blocks.append(Block(row, 0 if index else grid * 0.5, keep=True))
    shade = labels.zones_shaded if event.clock == 24 else labels.zones_shaded_12
    note = sentences([labels.zones_note, *([shade] if shaded else [])], event.language)
    style = text.note
    blocks.append(Block(paragraph(letters, style, note, root.add("P")), grid * 0.94 - style.size * ASCENT))
    return blocks


def _rows(region: Region) -> list[tuple[str, tuple[City, ...]]]:
    """A region in rows of three cities; its name stands in the first."""
    starts = range(0, len(region.cities), _COLUMNS)
    return [(region.name if start == 0 else "", region.cities[start : start + _COLUMNS]) for start in starts]


def _cells(
    name: str, times: list[LocalTimes], program: Program, letters: Letters, air: float, row: Element
) -> tuple[Cell, ...]:
    page, text, colors = letters.style.page, letters.style.text, letters.style.colors
    start, pitch = page.text_left - page.left, page.text_width / _COLUMNS
    drop = page.grid * (0.5 * air + 0.6)
    head = row.add("TH", attributes="<</O/Table/Scope/Row>>")
    names = (Stacked(paragraph(letters, text.region, name, head.add("P")), drop),) if name else ()
    cells = [Cell(0, page.margin_width, names)]
    for index in range(_COLUMNS):
        element = row.add("TD")
        if index >= len(times):
            continue
        local = times[index]
        x, last = start + index * pitch, index == _COLUMNS - 1
        shade = (
            Shade(x - 4, page.inner_width if last else x + pitch - 6, colors.night, colors.mute)
            if local.is_night
            else None
        )
        time = Paragraph(
            letters, _time_runs(local, program, letters), text.zone_time.leading, element.add("P"), align="left"
        )
        city = Paragraph(letters, _city_runs(local, letters), text.zone_city.leading, element.add("P"), align="left")
        stack = (Stacked(time, drop), Stacked(city, text.zone_city.leading))
        width = min(pitch - 10, shade.right - x - MOON) if shade else pitch - 10
        cells.append(Cell(x, width, stack, shade))
    return tuple(cells)


def _time_runs(local: LocalTimes, program: Program, letters: Letters) -> tuple[Run, ...]:
    """Range of local times with the letters of the zone; marks where a time is on another day than the event's."""
    text, clock = letters.style.text, program.event.clock
    loud = voice(text.zone_time)
    runs = [Run(printed_range(local.start, local.end, clock, program.event.language), loud)]
    if local.start_day or local.end_day:
        days = dict.fromkeys((local.start_day, local.end_day))
        marks = "/".join(day_mark(day) if day else "0" for day in days)
        runs.append(Run(marks, mark_voice(text.zone_time, letters.style.colors.accent), isolate=True))
    if local.abbreviation:
        quiet = text.zone_letters
        color = letters.style.colors.ink if local.is_night else quiet.color
        faint = voice(replace(quiet, color=color))
        runs += (Run(f"{WIDE} ", faint), Run(local.abbreviation, faint, isolate=True))
    return tuple(runs)


def _city_runs(local: LocalTimes, letters: Letters) -> tuple[Run, ...]:
    text = letters.style.text
    color = letters.style.colors.ink if local.is_night else text.zone_offset.color
    return (
        Run(local.city.label, voice(text.zone_city)),
        Run(f"{WIDE} ", voice(text.zone_offset)),
        Run(local.offset, voice(replace(text.zone_offset, color=color)), isolate=True),
    )
