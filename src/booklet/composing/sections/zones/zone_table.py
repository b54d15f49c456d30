"""Days with the same hours → tables of local times: a row a city, a column a stretch, and a row more when clocks change."""

from collections.abc import Iterator
from itertools import repeat
from math import ceil

from booklet.composing.flowables.headed_rows import HeadedRow, HeadedRows
from booklet.composing.flowables.table_row import MOON, Cell, Rule, Shade, Stacked, TableRow
from booklet.composing.sections.zones.zone_words import ZoneWords
from booklet.composing.text import WIDE, day_marks, mark_voice, voice
from booklet.composing.times import printed_range, printed_short_days
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.event import City, Region
from booklet.model.local_times import LocalTimes
from booklet.model.zone_days import Period, ZoneDay, periods
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element

_WEIGHT, _UNDER, _HAIR = 0.9, 0.5, 0.25
_GAP = 8.0  # between columns, in points
# Of the grid: above and below the baseline of a row, further white between regions, above the head's first baseline.
_DROP, _FOOT, _PARTED, _OPENS = 0.7, 0.3, 0.3, 0.95
_MOST_REGION, _MOST_CITY, _MOST_ZONE = 0.2, 0.24, 0.3  # of the width
_MOST_PITCH = 1.6  # of what a column of times needs
_TITLE_LINES = 2
_COLUMN = "<</O/Table/Scope/Column>>"
_ROW = "<</O/Table/Scope/Row>>"
_ROWS = "<</O/Table/Scope/Row/RowSpan {count}>>"


@dataclass(frozen=True, slots=True)
class _Columns:
    """Left edges in points: of the city (the region is at 0), of the zone, and of the first of `count` stretches, `pitch`
    apart."""

    city: float
    zone: float
    first: float
    pitch: float
    count: int


@dataclass(frozen=True, slots=True)
class _Table:
    """One table: its columns, the stretches shown by their numbers, and the periods of every zone."""

    words: ZoneWords
    columns: _Columns
    shown: range
    zones: dict[str, tuple[Period, ...]]


def zone_tables(
    days: tuple[ZoneDay, ...], regions: tuple[Region, ...], words: ZoneWords, root: Element
) -> tuple[HeadedRows, ...]:
    """One table, or several where the columns of all stretches do not fit beside each other. `regions` have cities."""
    zones = {city.zone: periods(city.zone, days) for region in regions for city in region.cities}
    columns, total = _columns(regions, zones, words), len(days[0].stretches)
    firsts = range(0, total, columns.count)
    tables = (_Table(words, columns, range(first, min(total, first + columns.count)), zones) for first in firsts)
    return tuple(_set_table(table, days, regions, root.add("Table")) for table in tables)


def _columns(regions: tuple[Region, ...], zones: dict[str, tuple[Period, ...]], words: ZoneWords) -> _Columns:
    """As wide as what stands in them, within bounds; the stretches share what is left."""
    text, width = words.text, words.page.inner_width
    region = max(words.width(region.name, text.region) for region in regions)
    city = max(words.width(city.label, text.zone_city) for region in regions for city in region.cities)
    lines = {_zone(period, words, changes=len(every) > 1) for every in zones.values() for period in every}
    zone = max(words.width(line, text.zone_letters) for line in lines)
    ranges = {_times(local, words) for every in zones.values() for period in every for local in period.times}
    needed = max(Paragraph(words.letters, runs, 1.0, None).natural_width() for runs in ranges) + MOON + _GAP
    city_left = min(region, width * _MOST_REGION) + _GAP
    zone_left = city_left + min(city, width * _MOST_CITY) + _GAP
    first = zone_left + min(zone, width * _MOST_ZONE) + 2 * _GAP
    total = len(next(iter(zones.values()))[0].times)
    count = ceil(total / ceil(total / max(1, int((width - first) / needed))))
    pitch = min((width - first) / count, needed * _MOST_PITCH)
    wider = (width - first - pitch * count) / 3  # what is left goes to the three columns before
    return _Columns(city_left + wider, zone_left + 2 * wider, first + 3 * wider, pitch, count)


def _set_table(table: _Table, days: tuple[ZoneDay, ...], regions: tuple[Region, ...], element: Element) -> HeadedRows:
    head = _head(table, days, element.add("TR"))
    rows = []
    for region in regions:
        ends = Rule(_WEIGHT, table.words.colors.ink) if region is regions[-1] else Rule(_HAIR, table.words.colors.rule)
        rows += list(_region_rows(table, region, ends, element))
    return HeadedRows(head, _head(table, days, None), tuple(rows), table.words.page.text_height)


def _head(table: _Table, days: tuple[ZoneDay, ...], row: Element | None) -> TableRow:
    """Titles of sessions, where there is room, and hours on the event's clocks; an artifact where `row` is None."""
    words, columns, text = table.words, table.columns, table.words.text
    stretches = [days[0].stretches[index] for index in table.shown]
    style, width = replace(text.zone_time, color=words.colors.accent), columns.pitch - _GAP
    titles = [words.title(days, index, style, width, _TITLE_LINES) for index in table.shown]
    most = max(map(words.lines_of, titles, repeat(style), repeat(width)))
    drop, leading = words.page.grid * _OPENS, text.zone_time.leading
    corner = words.line(words.times_in(days), text.zone_offset, _paragraph(row, "TD"))
    cells = [Cell(0, columns.first - _GAP, (Stacked(corner, drop + most * leading),))]
    if row:
        row.add("TD")
    for index, (stretch, title) in enumerate(zip(stretches, titles, strict=True)):
        head = row.add("TH", attributes=_COLUMN) if row else None
        lines = words.lines_of(title, style, width)
        above = drop + (most - lines) * leading
        stack = [Stacked(words.line(title, style, head.add("P") if head else None), above)] if title else []
        hours = words.line(
            printed_range(stretch.start, stretch.end, words.clock, words.letters.language),
            text.zone_time,
            head and head.add("P"),
        )
        stack.append(Stacked(hours, leading if title else above))
        cells.append(Cell(columns.first + index * columns.pitch, width, tuple(stack)))
    rules = Rule(_WEIGHT, words.colors.ink), Rule(_UNDER, words.colors.ink)
    foot = words.page.grid * (_FOOT if row else _FOOT + _PARTED)
    return TableRow(tuple(cells), foot, words.page.text_height, above=rules[0], below=rules[1])


def _paragraph(row: Element | None, role: str) -> Element | None:
    return row.add(role).add("P") if row else None


def _region_rows(table: _Table, region: Region, ends: Rule, element: Element) -> Iterator[HeadedRow]:
    """The cities of a region; `ends` is drawn below the last."""
    words, columns = table.words, table.columns
    name = Cell(0, columns.city - _GAP, (Stacked(words.line(region.name, words.text.region, None), _drop(words)),))
    again = _row((name,), words)
    for city in region.cities:
        every = table.zones[city.zone]
        for index, period in enumerate(every):
            opens = city is region.cities[0] and not index
            closes = city is region.cities[-1] and index + 1 == len(every)
            row = element.add("TR")
            drop = _drop(words, opens=opens)
            names = () if index else _names(region.name if opens else "", city, len(every), table, drop, row)
            cells = _cells(table, period, drop, words.page.grid * _PARTED * closes, row, changes=len(every) > 1)
            set_row = _row((*names, *cells), words, ends if closes else None)
            yield HeadedRow(set_row, keep=not index and len(every) > 1, again=None if opens else again)


def _names(region: str, city: City, rows: int, table: _Table, drop: float, row: Element) -> tuple[Cell, ...]:
    """The head of a city's rows: its region, where that begins, and its name."""
    words, columns, text = table.words, table.columns, table.words.text
    head = row.add("TH", attributes=_ROW if rows == 1 else _ROWS.replace("{count}", str(rows)))
    cells = []
    if region:
        cells.append(Cell(0, columns.city - _GAP, (Stacked(words.line(region, text.region, head.add("P")), drop),)))
    label = Stacked(words.line(city.label, text.zone_city, head.add("P")), drop)
    return (*cells, Cell(columns.city, columns.zone - columns.city - _GAP, (label,)))


def _cells(table: _Table, period: Period, drop: float, below: float, row: Element, *, changes: bool) -> Iterator[Cell]:
    """The zone, with its days where the clocks of the city change, and the local times; night is shaded. The row has
    `below` points more white than others."""
    words, columns, text = table.words, table.columns, table.words.text
    style = replace(text.zone_letters, color=words.colors.accent) if changes else text.zone_letters
    zone = words.line(_zone(period, words, changes=changes), style, row.add("TD").add("P"))
    yield Cell(columns.zone, columns.first - columns.zone - 2 * _GAP, (Stacked(zone, drop),))
    for index, number in enumerate(table.shown):
        local, x = period.times[number], columns.first + index * columns.pitch
        shade = None
        if local.is_night:
            right = x + columns.pitch - _GAP if index + 1 < columns.count else words.page.inner_width
            shade = Shade(
                x - _GAP / 2, right, words.colors.night, words.colors.mute, drop - words.page.grid * _DROP, below
            )
        times = Paragraph(
            words.letters, _times(local, words), text.zone_time.leading, row.add("TD").add("P"), align="left"
        )
        yield Cell(x, columns.pitch - _GAP, (Stacked(times, drop),), shade)


def _zone(period: Period, words: ZoneWords, *, changes: bool) -> str:
    letters = words.letters_of(period.times[0])
    if not changes:
        return letters
    return f"{printed_short_days(period.days[0], period.days[-1], words.letters.language)}{WIDE} {letters}"


def _times(local: LocalTimes, words: ZoneWords) -> tuple[Run, ...]:
    """From start to end on the clocks of a city; marks where they are on another day than the event's."""
    style = replace(words.text.zone_time, face=words.text.zone_city.face)
    times = Run(printed_range(local.start, local.end, words.clock, words.letters.language), voice(style))
    marks = day_marks((local.start_day, local.end_day))
    return (times, Run(marks, mark_voice(style, words.colors.accent))) if marks else (times,)


def _drop(words: ZoneWords, *, opens: bool = False) -> float:
    return words.page.grid * (_DROP + _PARTED * opens)


def _row(cells: tuple[Cell, ...], words: ZoneWords, below: Rule | None = None) -> TableRow:
    foot = words.page.grid * (_FOOT + (_PARTED if below else 0.0))
    return TableRow(cells, foot, words.page.text_height, below=below)
