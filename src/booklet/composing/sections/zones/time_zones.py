"""The event's times where the attendees are: a row a region, a cell a city."""

from collections.abc import Iterator

from booklet.composing.flowables.table_row import MOON, Cell, Rule, Shade, Stacked, TableRow
from booklet.composing.labels import Labels
from booklet.composing.text import WIDE, comma, day_marks, mark_voice, paragraph, sentences, space_to, voice
from booklet.composing.times import printed_date, printed_range, zone_name
from booklet.flowable import Block
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import ASCENT, Paragraph
from booklet.lettering.runs import Run
from booklet.model.event import City, Region
from booklet.model.local_times import LocalTimes, local_times
from booklet.model.program import Program
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element

_COLUMNS = 3
_WEIGHT, _HAIR = 0.9, 0.25


@dataclass(frozen=True, slots=True)
class _Form:
    """How cities stand: so many in a row; `short`: each on one line, with its offset only where it has no letters. `air`
    scales the white."""

    program: Program
    letters: Letters
    air: float
    columns: int
    short: bool


def zone_blocks(
    program: Program, letters: Letters, labels: Labels, root: Element, air: float, *, short: bool
) -> list[Block]:
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
        times = {
            city: local_times(city, session.start, session.end or session.start, session.date)
            for region in event.regions
            for city in region.cities
        }
        shaded |= any(time.is_night for time in times.values())
        form = _Form(program, letters, air, _short_columns(times, program, letters) if short else _COLUMNS, short)
        blocks += _table(form, times, root.add("Table"))
    shade = labels.zones_shaded if event.clock == 24 else labels.zones_shaded_12
    note = sentences([labels.zones_note, *([shade] if shaded else [])], event.language)
    style = text.note
    blocks.append(Block(paragraph(letters, style, note, root.add("P")), grid * 0.94 - style.size * ASCENT))
    return blocks


def _short_columns(times: dict[City, LocalTimes], program: Program, letters: Letters) -> int:
    """How many short cells stand beside each other without a second line."""
    widest = max(
        Paragraph(letters, _short_runs(local, program, letters), 1.0, None).natural_width() for local in times.values()
    )
    return min(_COLUMNS, max(1, int(letters.style.page.text_width / (widest + 10 + MOON))))


def _table(form: _Form, times: dict[City, LocalTimes], table: Element) -> Iterator[Block]:
    style = form.letters.style
    grid = style.page.grid
    rows = [row for region in form.program.event.regions for row in _rows(region, form.columns)]
    ink, hair = Rule(_WEIGHT, style.colors.ink), Rule(_HAIR, style.colors.rule)
    for index, (name, cities) in enumerate(rows):
        cells = _cells(form, name, [times[city] for city in cities], table.add("TR"))
        last = index + 1 == len(rows)
        goes_on = not last and not rows[index + 1][0]
        above_row, below_row = None if index else ink, ink if last else None if goes_on else hair
        foot = grid * (0.35 if form.short else 0.7) * form.air
        row = TableRow(cells, foot, style.page.text_height, above=above_row, below=below_row)
        yield Block(row, 0 if index else grid * 0.5, keep=True)


def _rows(region: Region, columns: int) -> list[tuple[str, tuple[City, ...]]]:
    """A region in rows of some cities; its name stands in the first."""
    starts = range(0, len(region.cities), columns)
    return [(region.name if start == 0 else "", region.cities[start : start + columns]) for start in starts]


def _cells(form: _Form, name: str, times: list[LocalTimes], row: Element) -> tuple[Cell, ...]:
    page, text, colors = form.letters.style.page, form.letters.style.text, form.letters.style.colors
    start, pitch = page.text_left - page.left, page.text_width / form.columns
    drop = page.grid * ((0.35 if form.short else 0.5) * form.air + 0.6)
    head = row.add("TH", attributes="<</O/Table/Scope/Row>>")
    names = (Stacked(paragraph(form.letters, text.region, name, head.add("P")), drop),) if name else ()
    cells = [Cell(0, page.margin_width, names)]
    for index in range(form.columns):
        element = row.add("TD")
        if index >= len(times):
            continue
        local = times[index]
        x, last = start + index * pitch, index == form.columns - 1
        shade = (
            Shade(x - 4, page.inner_width if last else x + pitch - 6, colors.night, colors.mute)
            if local.is_night
            else None
        )
        width = min(pitch - 10, shade.right - x - MOON) if shade else pitch - 10
        cells.append(Cell(x, width, _stack(form, local, drop, element), shade))
    return tuple(cells)


def _stack(form: _Form, local: LocalTimes, drop: float, element: Element) -> tuple[Stacked, ...]:
    """Times above city, or all in one line."""
    letters, text = form.letters, form.letters.style.text
    runs = (_short_runs if form.short else _time_runs)(local, form.program, letters)
    time = Stacked(Paragraph(letters, runs, text.zone_time.leading, element.add("P"), align="left"), drop)
    if form.short:
        return (time,)
    leading = text.zone_city.leading
    city = Paragraph(letters, _city_runs(local, letters), leading, element.add("P"), align="left")
    return time, Stacked(city, leading)


def _short_runs(local: LocalTimes, program: Program, letters: Letters) -> tuple[Run, ...]:
    """Times, letters of the zone or its offset, and the city."""
    brief = replace(local, abbreviation=local.abbreviation or local.offset)
    return (
        *_time_runs(brief, program, letters),
        Run(f"{WIDE} {local.city.label}", voice(letters.style.text.zone_city)),
    )


def _time_runs(local: LocalTimes, program: Program, letters: Letters) -> tuple[Run, ...]:
    """Range of local times with the letters of the zone; marks where a time is on another day than the event's."""
    text, clock = letters.style.text, program.event.clock
    loud = voice(text.zone_time)
    runs = [Run(printed_range(local.start, local.end, clock, program.event.language), loud)]
    if marks := day_marks((local.start_day, local.end_day)):
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
