"""Days with the same hours everywhere → a chart: one axis for the whole world, a strip for every city.

What it says stands as text in the table below it, so the chart is an artifact.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import pairwise

from booklet.composing.flowables.banded_row import Band, BandedRow
from booklet.composing.flowables.headed_rows import HeadedRow, HeadedRows
from booklet.composing.flowables.table_row import Cell, Rule, Stacked, TableRow
from booklet.composing.sections.zones.zone_words import ZoneWords
from booklet.composing.text import day_mark, mark_voice, voice
from booklet.composing.times import printed_range, printed_time
from booklet.lettering.paragraph import Align, Paragraph
from booklet.lettering.runs import Run
from booklet.model.event import City, Region
from booklet.model.local_times import LocalTimes
from booklet.model.schedule import local
from booklet.model.zone_days import Stretch, ZoneDay, periods
from booklet.plain_dataclasses import dataclass, replace
from booklet.styling.style import Color, TextStyle
from booklet.time_zone import time_zone

_WEIGHT, _UNDER, _HAIR = 0.9, 0.5, 0.25
_BEGINS, _ENDS, _MIDNIGHT = 1.3, 0.6, 0.8  # strokes
_AROUND = 2 * 3600  # seconds before the first stretch and after the last
_LONGEST = 36 * 3600  # what an axis can show
# Of the grid: a row, and the white between two strips; further white between regions.
_PITCH, _WHITE, _PARTED = 1.12, 0.23, 0.46
# Of the grid: from the head's top to its first baseline, to that of the hours below titles; from there to its foot.
_OPENS, _HOURS, _FOOT = 0.95, 1.75, 0.45
_GAP, _AIR = 4.0, 2.5  # beside names; around a start between its strokes
_WIDE = 60.0  # points: in wider columns starts stand where they begin
_MOST_NAME, _MOST_LETTERS = 0.26, 0.2  # of the width
_SIZES = (0.95, 0.84)  # of starts, of the size of times in a table: tried in turn
_CAP = 0.66  # height of capitals and figures, of the size


@dataclass(frozen=True, slots=True)
class _Axis:
    """Where moments lie: from `left` to `right` in points, from `begin` to `end` in seconds."""

    left: float
    right: float
    begin: float
    end: float

    def x(self, moment: datetime) -> float:
        """Where a moment lies; one beyond the axis at its edge."""
        part = (moment.timestamp() - self.begin) / (self.end - self.begin)
        return self.left + (self.right - self.left) * min(1.0, max(0.0, part))


@dataclass(frozen=True, slots=True)
class _Chart:
    """What is drawn, for days with the same hours everywhere: the local times of every zone, the axis, and the style of the
    starts in the strips. `home` is the zone whose cities are told apart."""

    days: tuple[ZoneDay, ...]
    zones: dict[str, tuple[LocalTimes, ...]]
    axis: _Axis
    words: ZoneWords
    start: TextStyle
    home: str

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """Those of the first day, which stands for all."""
        return self.days[0].stretches


# Text at a left edge, with its width.
_Words = tuple[float, float, Paragraph]


def zone_chart(
    days: tuple[ZoneDay, ...], regions: tuple[Region, ...], words: ZoneWords, home: str
) -> HeadedRows | None:
    """The chart of days on which all clocks show the same; None where its columns would be too narrow for what stands in
    them. `home` is the zone whose cities are told apart. `regions` have cities."""
    first, last = days[0].stretches[0].start, days[0].stretches[-1].end
    begin, end = first.timestamp() - _AROUND, last.timestamp() + _AROUND
    if end - begin > _LONGEST:
        return None
    zones = {city.zone for region in regions for city in region.cities}
    times = {zone: periods(zone, days[:1])[0].times for zone in zones}
    left = _name_width(regions, words) + _letters_width(times, words) + 2 * _GAP
    axis, style = _Axis(left, words.page.inner_width, begin, end), words.text.zone_time
    sizes = (replace(style, size=style.size * size) for size in _SIZES)
    charts = (_Chart(days, times, axis, words, start, home) for start in sizes)
    chart = next(filter(_columns_hold, charts), None)
    if chart is None:
        return None
    again = _head(chart, words.page.grid * _PARTED / 2)
    return HeadedRows(_head(chart), again, tuple(_rows(chart, regions)), words.page.text_height)


def _name_width(regions: tuple[Region, ...], words: ZoneWords) -> float:
    style = words.bold(words.text.zone_city)
    widest = max(words.width(city.label, style) for region in regions for city in region.cities)
    return min(widest, words.page.inner_width * _MOST_NAME)


def _letters_width(zones: dict[str, tuple[LocalTimes, ...]], words: ZoneWords) -> float:
    widest = max(words.width(words.letters_of(times[0]), words.text.zone_offset) for times in zones.values())
    return min(widest, words.page.inner_width * _MOST_LETTERS)


def _columns_hold(chart: _Chart) -> bool:
    """Whether the start of every stretch, with its mark, stands between the strokes of its column in every zone."""
    for index, stretch in enumerate(chart.stretches):
        room = chart.axis.x(stretch.end) - chart.axis.x(stretch.start) - _AIR
        labels = {_label(times[index], chart) for times in chart.zones.values()}
        if any(Paragraph(chart.words.letters, runs, 1.0, None).natural_width() > room for runs in labels):
            return False
    return True


def _label(local: LocalTimes, chart: _Chart) -> tuple[Run, ...]:
    start = Run(printed_time(local.start, chart.words.clock, chart.words.letters.language), voice(chart.start))
    if not local.start_day:
        return (start,)
    return start, Run(day_mark(local.start_day), mark_voice(chart.start, chart.words.colors.accent))


def _head(chart: _Chart, extra: float = 0.0) -> TableRow:
    """Titles of the sessions where there is room for them, and the hours in the event's zone, with `extra` white below."""
    words, axis = chart.words, chart.axis
    grid, small = words.page.grid, words.text.zone_offset
    title = replace(words.text.zone_time, color=words.colors.accent)
    places = _places(chart)
    rooms = [width for _, width, _ in places]
    titles = [words.title(chart.days, index, title, room) for index, room in enumerate(rooms)]
    drop = grid * (_HOURS if any(titles) else _OPENS)
    cells = [Cell(0, axis.left - _GAP, (Stacked(words.line(words.times_in(chart.days), small, None), drop),))]
    for (x, room, align), name, hours in zip(places, titles, _hours(chart, rooms), strict=True):
        stack = [Stacked(words.line(name, title, None, align), grid * _OPENS)] if name else []
        stack.append(Stacked(words.line(hours, small, None, align), drop - grid * _OPENS * bool(name)))
        cells.append(Cell(x, room, tuple(stack)))
    rules = Rule(_WEIGHT, words.colors.ink), Rule(_UNDER, words.colors.ink)
    return TableRow(tuple(cells), grid * _FOOT + extra, words.page.text_height, above=rules[0], below=rules[1])


def _places(chart: _Chart) -> list[tuple[float, float, Align]]:
    """Left edge, width and alignment of what stands over every column: over its middle, as wide as the neighbors let it be;
    over a wide column from its beginning."""
    axis = chart.axis
    edges = [(axis.x(one.start), axis.x(one.end)) for one in chart.stretches]
    centers = [(x0 + x1) / 2 for x0, x1 in edges]
    middles = [(one + other) / 2 for one, other in pairwise(centers)]
    places: list[tuple[float, float, Align]] = []
    for (x0, x1), center, left, right in zip(
        edges, centers, [axis.left, *middles], [*middles, axis.right], strict=True
    ):
        half = min(center - left, right - center)
        places.append((x0, x1 - x0, "left") if x1 - x0 > _WIDE else (center - half, 2 * half, "center"))
    return places


def _hours(chart: _Chart, rooms: list[float]) -> list[str]:
    """From start to end; only the starts, where that would touch."""
    words = chart.words
    ranges = [printed_range(one.start, one.end, words.clock, words.letters.language) for one in chart.stretches]
    small = words.text.zone_offset
    if all(words.width(hours, small) + _AIR <= room for hours, room in zip(ranges, rooms, strict=True)):
        return ranges
    return [printed_time(one.start, words.clock, words.letters.language) for one in chart.stretches]


def _rows(chart: _Chart, regions: tuple[Region, ...]) -> Iterator[HeadedRow]:
    """A row a city; a rule parts the regions, and another closes the chart."""
    colors, grid = chart.words.colors, chart.words.page.grid
    strip = cache(lambda zone: _strip(chart, zone))
    for region in regions:
        ends = Rule(_WEIGHT, colors.ink) if region is regions[-1] else Rule(_HAIR, colors.rule)
        for city in region.cities:
            first, last = city is region.cities[0], city is region.cities[-1]
            above = grid * (_WHITE / 2 + _PARTED / 2 * first)
            below = grid * (_WHITE / 2 + _PARTED / 2 * last)
            starts, bands = strip(city.zone)
            row = _row((*_names(chart, city), *starts), above, below, ends if last else None, chart.words)
            yield HeadedRow(BandedRow(row, bands, above, below))


def _row(texts: tuple[_Words, ...], above: float, below: float, rule: Rule | None, words: ZoneWords) -> TableRow:
    """Text in the middle of the height of a strip."""
    height = words.page.grid * (_PITCH - _WHITE)
    drop = above + (height + _CAP * words.text.zone_time.size) / 2
    cells = tuple(Cell(x, width, (Stacked(paragraph, drop),)) for x, width, paragraph in texts)
    return TableRow(cells, above + height + below - drop, words.page.text_height, below=rule)


def _names(chart: _Chart, city: City) -> tuple[_Words, _Words]:
    """The city, and at the strip its zone: letters and offset."""
    words, small = chart.words, chart.words.text.zone_offset
    style = words.bold(words.text.zone_city) if city.zone == chart.home else words.text.zone_city
    letters = words.letters_of(chart.zones[city.zone][0])
    width = min(words.width(letters, small), words.page.inner_width * _MOST_LETTERS)
    room = chart.axis.left - _GAP - width
    name = words.line(words.shortened(city.label, style, room - _GAP), style, None)
    zone = words.line(words.shortened(letters, small, width), small, None, "right")
    return (0.0, room, name), (room, width, zone)


def _strip(chart: _Chart, zone: str) -> tuple[tuple[_Words, ...], tuple[Band, ...]]:
    """What all cities of a zone have on their strips: starts, and bands of day, stretches, night, and strokes. A narrow
    stretch is night as a whole, as in the table, and midnight has no stroke where a start stands."""
    axis, words, colors = chart.axis, chart.words, chart.words.colors
    by_day, by_night = _mixed(colors.night, colors.paper, 0.6), _mixed(colors.night, colors.mute, 0.12)
    bands = [_band(axis.left, axis.right, by_day)]
    nights, midnights = _nights(zone, axis)
    bands += [_band(axis.x(one.start), axis.x(one.end), colors.paper) for one in chart.stretches]
    bands += [_band(axis.x(begin), axis.x(end), by_night) for begin, end in nights if axis.x(begin) < axis.x(end)]
    strokes = {axis.x(moment) for moment in midnights}
    starts = []
    for stretch, shown in zip(chart.stretches, chart.zones[zone], strict=True):
        x0, x1 = axis.x(stretch.start), axis.x(stretch.end)
        if x1 - x0 <= _WIDE:
            bands.append(_band(x0, x1, by_night if shown.is_night else colors.paper))
        bands += [_stroke(x0, _BEGINS, axis, colors.accent), _stroke(x1, _ENDS, axis, colors.accent)]
        start = Paragraph(words.letters, _label(shown, chart), 1.0, None, align="left")
        width = start.natural_width()
        left = x0 + _GAP if x1 - x0 > _WIDE else (x0 + x1 - width) / 2
        starts.append((left, width + words.slack(chart.start), start))
        strokes = {x for x in strokes if not left - _AIR / 2 < x < left + width + _AIR / 2}
    bands += [_stroke(x, _MIDNIGHT, axis, colors.ink) for x in sorted(strokes)]
    return tuple(starts), tuple(bands)


def _nights(zone: str, axis: _Axis) -> tuple[list[tuple[datetime, datetime]], list[datetime]]:
    """The nights of a zone that the axis touches, and the midnights inside it."""
    clocks = time_zone(zone)
    first, last = (datetime.fromtimestamp(moment, clocks).date() for moment in (axis.begin, axis.end))
    days = [first + timedelta(days=count) for count in range(-1, (last - first).days + 1)]
    nights = [(_at(day, 23, zone), _at(day + timedelta(days=1), 6, zone)) for day in days]
    midnights = [_at(day, 0, zone) for day in days]
    return nights, [moment for moment in midnights if axis.begin <= moment.timestamp() <= axis.end]


def _at(day: date, hour: int, zone: str) -> datetime:
    return local(day, time(hour), zone)[0]


def _band(x0: float, x1: float, color: Color) -> Band:
    return Band(x0, x1 - x0, color)


def _stroke(x: float, weight: float, axis: _Axis, color: Color) -> Band:
    """An upright stroke around `x`, inside the axis."""
    return Band(min(max(x - weight / 2, axis.left), axis.right - weight), weight, color)


def _mixed(color: Color, other: Color, share: float) -> Color:
    red, green, blue = (one + (two - one) * share for one, two in zip(color, other, strict=True))
    return red, green, blue
