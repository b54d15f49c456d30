"""Days with the same hours everywhere → a chart: one axis for the whole world, a strip for every city.

What it says stands as text in the table below it, so the chart is an artifact.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import pairwise

from booklet.composing.flowables.banded_row import Band, BandedRow
from booklet.composing.flowables.headed_rows import HeadedRow, HeadedRows
from booklet.composing.flowables.table_row import Cell, Rule, Stacked, TableRow
from booklet.composing.sections.zone_words import ZoneWords
from booklet.composing.text import day_mark, mark_voice, voice
from booklet.composing.times import printed_range, printed_time
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.event import City, Region
from booklet.model.local_times import LocalTimes
from booklet.model.schedule import local
from booklet.model.zone_days import Stretch, ZoneDay, periods
from booklet.styling.style import Color, TextStyle
from booklet.time_zone import time_zone

_WEIGHT, _UNDER, _HAIR = 0.9, 0.5, 0.25
_BEGINS, _ENDS, _MIDNIGHT = 1.3, 0.6, 0.8  # strokes
_AROUND = 2 * 3600  # seconds before the first stretch and after the last
_LONGEST = 36 * 3600  # what an axis can show
_PITCH, _WHITE = 1.12, 0.23  # of the grid: a row, and the white between two strips
_PARTED = 0.46  # of the grid: further white between regions
_GAP, _AIR = 4.0, 3.0  # beside names; around a start between its strokes
_MOST_NAME, _MOST_LETTERS = 0.26, 0.2  # of the width
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


def zone_chart(day: ZoneDay, regions: tuple[Region, ...], words: ZoneWords, home: str) -> HeadedRows | None:
    """The chart of a day; None where its columns would be too narrow for what stands in them. `home` is the zone whose
    cities are told apart."""
    begin, end = day.stretches[0].start.timestamp() - _AROUND, day.stretches[-1].end.timestamp() + _AROUND
    if end - begin > _LONGEST:
        return None
    zones = {
        zone: periods(zone, (day,))[0].times for zone in {city.zone for region in regions for city in region.cities}
    }
    names, letters = _name_width(regions, words), _letters_width(zones, words)
    axis = _Axis(names + letters + 2 * _GAP, words.page.inner_width, begin, end)
    if not _columns_hold(day, zones, axis, words):
        return None
    rows = tuple(_rows(day, regions, zones, axis, words, home))
    head = _head(day, axis, names + letters, words)
    return HeadedRows(head, head, rows, words.page.text_height)


def _name_width(regions: tuple[Region, ...], words: ZoneWords) -> float:
    widest = max(
        words.width(city.label, words.bold(words.text.zone_city)) for region in regions for city in region.cities
    )
    return min(widest, words.page.inner_width * _MOST_NAME)


def _letters_width(zones: dict[str, tuple[LocalTimes, ...]], words: ZoneWords) -> float:
    widest = max(words.width(words.letters_of(times[0]), words.text.zone_offset) for times in zones.values())
    return min(widest, words.page.inner_width * _MOST_LETTERS)


def _columns_hold(day: ZoneDay, zones: dict[str, tuple[LocalTimes, ...]], axis: _Axis, words: ZoneWords) -> bool:
    """Whether the start of every stretch, with its mark, stands between the strokes of its column in every zone."""
    for index, stretch in enumerate(day.stretches):
        room = axis.x(stretch.end) - axis.x(stretch.start) - _AIR
        labels = {_label(times[index], words) for times in zones.values()}
        if any(Paragraph(words.letters, runs, 1.0, None).natural_width() > room for runs in labels):
            return False
    return True


def _label(local: LocalTimes, words: ZoneWords) -> tuple[Run, ...]:
    style = _start_style(words)
    runs = (Run(printed_time(local.start, words.clock), voice(style)),)
    return (*runs, Run(day_mark(local.start_day), mark_voice(style, words.colors.accent))) if local.start_day else runs


def _start_style(words: ZoneWords) -> TextStyle:
    style = words.text.zone_time
    return replace(style, size=style.size * 0.95)


def _head(day: ZoneDay, axis: _Axis, before: float, words: ZoneWords) -> TableRow:
    """Titles of the sessions where there is room for them, and the hours in the event's zone."""
    text, grid, small = words.text, words.page.grid, words.text.zone_offset
    title = replace(text.zone_time, color=words.colors.accent)
    centers = [(axis.x(one.start) + axis.x(one.end)) / 2 for one in day.stretches]
    rooms = _rooms(centers, axis)
    titles = [words.title(one, title, room) for one, room in zip(day.stretches, rooms, strict=True)]
    hours = _hours(day.stretches, rooms, words)
    drop = grid * (1.6 if any(titles) else 0.95)
    cells = [Cell(0, before, (Stacked(words.line(words.times_in(day.stretches), small, None), drop),))]
    for center, room, name, hour in zip(centers, rooms, titles, hours, strict=True):
        stack = [Stacked(words.line(name, title, None, "center"), grid * 0.85)] if name else []
        below = drop - grid * 0.85 * bool(name)
        stack.append(Stacked(words.line(hour, small, None, "center"), below))
        cells.append(Cell(center - room / 2, room, tuple(stack)))
    above, below_rule = Rule(_WEIGHT, words.colors.ink), Rule(_UNDER, words.colors.ink)
    return TableRow(tuple(cells), grid * 0.45, words.page.text_height, above=above, below=below_rule)


def _rooms(centers: list[float], axis: _Axis) -> list[float]:
    """How wide what is centered over every column can be: up to the middle between two, and to the end of the axis."""
    middles = [(one + other) / 2 for one, other in pairwise(centers)]
    lefts, rights = [axis.left, *middles], [*middles, axis.right]
    return [2 * min(center - left, right - center) for center, left, right in zip(centers, lefts, rights, strict=True)]


def _hours(stretches: tuple[Stretch, ...], rooms: list[float], words: ZoneWords) -> list[str]:
    """From start to end; only the starts, where that would touch."""
    ranges = [printed_range(one.start, one.end, words.clock) for one in stretches]
    small = words.text.zone_offset
    if all(words.width(hours, small) + _AIR <= room for hours, room in zip(ranges, rooms, strict=True)):
        return ranges
    return [printed_time(one.start, words.clock) for one in stretches]


def _rows(
    day: ZoneDay,
    regions: tuple[Region, ...],
    zones: dict[str, tuple[LocalTimes, ...]],
    axis: _Axis,
    words: ZoneWords,
    home: str,
) -> Iterator[HeadedRow]:
    """A row a city; a rule parts the regions, and another closes the chart."""
    colors, grid = words.colors, words.page.grid
    strip = cache(lambda zone: _strip(zone, zones[zone], day, axis, words))
    shown = [region for region in regions if region.cities]
    for region in shown:
        for city in region.cities:
            first, last = city is region.cities[0], city is region.cities[-1]
            ends = last and region is shown[-1]
            rule = Rule(_WEIGHT, colors.ink) if ends else Rule(_HAIR, colors.rule) if last else None
            above = grid * (_WHITE / 2 + _PARTED / 2 * first)
            below = grid * (_WHITE / 2 + _PARTED / 2 * last)
            cells, bands = strip(city.zone)
            names = _names(city, zones[city.zone][0], axis, words, home)
            row = _row((*names, *cells), above, below, rule, words)
            yield HeadedRow(BandedRow(row, bands, above, below))


def _row(
    cells: tuple[tuple[float, float, Paragraph], ...], above: float, below: float, rule: Rule | None, words: ZoneWords
) -> TableRow:
    """Text in the middle of the height of a strip, given by its left edge and width."""
    height = words.page.grid * (_PITCH - _WHITE)
    drop = above + (height + _CAP * words.text.zone_time.size) / 2
    stacked = tuple(Cell(x, width, (Stacked(paragraph, drop),)) for x, width, paragraph in cells)
    return TableRow(stacked, above + height + below - drop, words.page.text_height, below=rule)


def _names(
    city: City, local: LocalTimes, axis: _Axis, words: ZoneWords, home: str
) -> tuple[tuple[float, float, Paragraph], ...]:
    """The city, and at the strip its zone: letters and offset."""
    text = words.text
    style = words.bold(text.zone_city) if city.zone == home else text.zone_city
    letters = words.letters_of(local)
    taken = min(words.width(letters, text.zone_offset), words.page.inner_width * _MOST_LETTERS)
    room = axis.left - _GAP - taken
    name = words.shortened(city.label, style, room - _GAP)
    return (
        (0.0, room, words.line(name, style, None)),
        (room, taken, words.line(words.shortened(letters, text.zone_offset, taken), text.zone_offset, None, "right")),
    )


def _strip(
    zone: str, times: tuple[LocalTimes, ...], day: ZoneDay, axis: _Axis, words: ZoneWords
) -> tuple[tuple[tuple[float, float, Paragraph], ...], tuple[Band, ...]]:
    """What all cities of a zone have on their strips: starts, and bands of day, night and stretches with their strokes."""
    colors = words.colors
    day_color, night_color = _mixed(colors.night, colors.paper, 0.6), _mixed(colors.night, colors.mute, 0.12)
    bands = [Band(axis.left, axis.right - axis.left, day_color)]
    cells = []
    nights, midnights = _nights(zone, axis)
    bands += [_band(axis.x(begin), axis.x(end), night_color) for begin, end in nights if axis.x(begin) < axis.x(end)]
    bands += [_stroke(axis.x(moment), _MIDNIGHT, axis, colors.ink) for moment in midnights]
    for stretch, shown in zip(day.stretches, times, strict=True):
        x0, x1 = axis.x(stretch.start), axis.x(stretch.end)
        bands.append(_band(x0, x1, night_color if shown.is_night else colors.paper))
        bands.append(_stroke(x0, _BEGINS, axis, colors.accent))
        bands.append(_stroke(x1, _ENDS, axis, colors.accent))
        label = Paragraph(words.letters, _label(shown, words), 1.0, None, align="center", backwards=False)
        cells.append((x0, x1 - x0, label))
    return tuple(cells), tuple(bands)


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
