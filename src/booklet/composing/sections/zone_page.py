"""The event's hours where the attendees are, in full: for days with the same hours a chart of the world and tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from booklet.composing.flowables.headed_rows import HeadedRows
from booklet.composing.labels import Labels
from booklet.composing.section import Column, Furniture, Section
from booklet.composing.sections.program_table import zones_below_program
from booklet.composing.sections.zone_chart import zone_chart
from booklet.composing.sections.zone_table import zone_tables
from booklet.composing.sections.zone_words import ZoneWords
from booklet.composing.text import paragraph, space_to
from booklet.composing.times import printed_date, printed_days
from booklet.flowable import Block
from booklet.lettering.letters import Letters
from booklet.model.event import Event, Region
from booklet.model.program import Program
from booklet.model.zone_days import ZoneDay, clock_changes, periods, same_hours, zone_days
from booklet.page_map import PageMap
from booklet.reading.zones import city_of
from booklet.structure import Element

ZONES_KEY = "time-zones"


@dataclass(frozen=True, slots=True)
class _Chart:
    """Days on which the clocks of all cities show the same; the chart is None where one would be too narrow."""

    days: tuple[ZoneDay, ...]
    chart: HeadedRows | None


def compose_time_zones(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """One section; none where the event names no cities or has no times, and where the times stand below the program."""
    del pages
    event = program.event
    regions = tuple(region for region in event.regions if region.cities)
    days = zone_days(program.sessions, event.zone)
    if not regions or not days or zones_below_program(program, letters, labels):
        return ()
    words, root = ZoneWords(letters, labels, event.clock), Element("Sect")
    zones = frozenset(city.zone for region in regions for city in region.cities)
    groups = [(group, _charts(group, zones, regions, words, event.zone)) for group in same_hours(days)]
    drawn = any(chart.chart for _, charts in groups for chart in charts)
    blocks = _opening(event, days, words, root, _legend(days, zones, words, drawn=drawn))
    for group, charts in groups:
        line = _line(_days(group, words), words, root, heading=len(groups) > 1)
        blocks += [line, *_group(group, charts, regions, words, root)]
    foot = " · ".join(dict.fromkeys((event.title, event.heading)))
    column = Column(words.page.left, words.page.inner_width)
    furniture = Furniture(labels.time_zones, event.title, foot)
    return (Section(ZONES_KEY, root, labels.time_zones, column, tuple(blocks), furniture=furniture),)


def _charts(
    days: tuple[ZoneDay, ...], zones: frozenset[str], regions: tuple[Region, ...], words: ZoneWords, home: str
) -> list[_Chart]:
    """A chart for the days between two changes of clocks in any of the zones."""
    begins = {period.days[0] for zone in zones for period in periods(zone, days)}
    parts: list[list[ZoneDay]] = []
    for day in days:
        if day.date in begins:
            parts.append([])
        parts[-1].append(day)
    return [_Chart(tuple(part), zone_chart(part[0], regions, words, home)) for part in parts]


def _opening(event: Event, days: tuple[ZoneDay, ...], words: ZoneWords, root: Element, legend: str) -> list[Block]:
    """The title, a line for every change of the event's own clocks, and what marks mean."""
    text, letters = words.text, words.letters
    title = paragraph(letters, text.section_title, words.labels.zones_title, root.add("H1"), align="balance")
    blocks, above = [Block(title, keep=True)], text.section_title
    lines = [(text.section_line, _change(event, day, words)) for day in clock_changes(days)]
    for style, line in (*lines, (text.note, legend)):
        space = space_to(above, style, style.leading * (1.6 if above is text.section_title else 1.2))
        blocks.append(Block(paragraph(letters, style, line, root.add("P")), space, keep=True))
        above = style
    return blocks


def _change(event: Event, day: date, words: ZoneWords) -> str:
    home = (city.label for region in event.regions for city in region.cities if city.zone == event.zone)
    place = next(home, city_of(event.zone))
    return words.labels.clock_change.replace("{place}", place).replace(
        "{date}", printed_date(day, words.letters.language)
    )


def _legend(days: tuple[ZoneDay, ...], zones: frozenset[str], words: ZoneWords, *, drawn: bool) -> str:
    labels = words.labels
    at_night = any(time.is_night for zone in zones for period in periods(zone, days) for time in period.times)
    shade = labels.zones_shaded if words.clock == 24 else labels.zones_shaded_12
    parts = [labels.zones_note, *([shade] if at_night else []), *([labels.zones_chart_note] if drawn else [])]
    return " ".join(parts)


def _line(line: str, words: ZoneWords, root: Element, *, heading: bool) -> Block:
    """On which days: a heading where there are others with other hours."""
    style = words.text.heading if heading else words.text.section_subtitle
    return Block(
        paragraph(words.letters, style, line, root.add("H2" if heading else "P")), words.page.grid * 1.3, keep=True
    )


def _group(
    days: tuple[ZoneDay, ...], charts: list[_Chart], regions: tuple[Region, ...], words: ZoneWords, root: Element
) -> Iterator[Block]:
    """Charts, each with its days where there are several, and the tables."""
    grid = words.page.grid
    for chart in charts:
        if chart.chart:
            if len(charts) > 1:
                yield _line(_days(chart.days, words), words, root, heading=False)
            yield Block(chart.chart, grid * 0.6)
    for table in zone_tables(days, regions, words, root):
        yield Block(table, grid * (1.2 if charts[0].chart else 0.6))


def _days(days: tuple[ZoneDay, ...], words: ZoneWords) -> str:
    """The days, those in a row from first to last."""
    rows: list[list[date]] = []
    for day in days:
        if rows and day.date - rows[-1][-1] == timedelta(days=1):
            rows[-1].append(day.date)
        else:
            rows.append([day.date])
    printed = " · ".join(printed_days(row[0], row[-1], words.letters.language) for row in rows)
    return words.labels.every_day.replace("{days}", printed) if len(rows) == 1 < len(days) else printed
