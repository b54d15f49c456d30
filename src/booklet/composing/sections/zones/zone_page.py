"""The event's hours where the attendees are, in full: for days with the same hours a chart of the world and tables."""

from collections.abc import Iterator
from datetime import date, timedelta

from booklet.composing.flowables.headed_rows import HeadedRows
from booklet.composing.furniture import titled_furniture
from booklet.composing.labels import Labels
from booklet.composing.section import Column, Section
from booklet.composing.sections.program_table import zones_below_program
from booklet.composing.sections.zones.zone_chart import zone_chart
from booklet.composing.sections.zones.zone_table import zone_tables
from booklet.composing.sections.zones.zone_words import ZoneWords
from booklet.composing.text import WIDE, paragraph, sentences, space_to, voice
from booklet.composing.times import printed_date, printed_days
from booklet.flowable import Block, stacked
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from booklet.model.event import Event, Region
from booklet.model.program import Program
from booklet.model.zone_days import ZoneDay, clock_changes, periods, same_hours, zone_days
from booklet.page_map import PageMap
from booklet.plain_dataclasses import dataclass, replace
from booklet.reading.zones import city_of
from booklet.structure import Element
from booklet.styling.style import TextStyle

ZONES_KEY = "time-zones"


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the page is made of: all days of the program, regions that have cities, and their zones."""

    event: Event
    days: tuple[ZoneDay, ...]
    regions: tuple[Region, ...]
    zones: frozenset[str]
    words: ZoneWords
    root: Element


@dataclass(frozen=True, slots=True)
class _Chart:
    """The chart of days on which the clocks of all cities show the same."""

    days: tuple[ZoneDay, ...]
    chart: HeadedRows


def compose_time_zones(program: Program, letters: Letters, labels: Labels, pages: PageMap) -> tuple[Section, ...]:
    """One section; none where the event names no cities or has no times, and where the times stand below the program."""
    del pages
    event = program.event
    regions = tuple(region for region in event.regions if region.cities)
    days = zone_days(program.days, event.zone)
    if not regions or not days or zones_below_program(program, letters, labels):
        return ()
    zones = frozenset(city.zone for region in regions for city in region.cities)
    setting = _Setting(event, days, regions, zones, ZoneWords(letters, labels, event.clock), Element("Sect"))
    groups = [(group, _charts(group, setting)) for group in same_hours(days)]
    blocks = _opening(setting, drawn=any(charts for _, charts in groups))
    page = letters.style.page
    taken = stacked(blocks, page.inner_width)
    for group, charts in groups:
        made = list(_group(group, charts, setting, alone=len(groups) == 1))
        height = stacked(made, page.inner_width)
        if group is not groups[0][0] and taken + height > page.text_height and height <= page.text_height:
            made[0], taken = replace(made[0], begins="page"), 0.0
        taken += height
        blocks += made
    furniture = titled_furniture(event, labels.time_zones)
    columns = (Column(page.left, page.inner_width),)
    return (Section(ZONES_KEY, setting.root, labels.time_zones, columns, tuple(blocks), furniture=furniture),)


def _charts(days: tuple[ZoneDay, ...], setting: _Setting) -> list[_Chart]:
    """A chart for the days between two changes of clocks in any of the zones; none where one would be too narrow."""
    begins = {period.days[0] for zone in setting.zones for period in periods(zone, days)}
    parts: list[list[ZoneDay]] = []
    for day in days:
        if day.date in begins:
            parts.append([])
        parts[-1].append(day)
    drawn = [
        (tuple(part), zone_chart(tuple(part), setting.regions, setting.words, setting.event.zone)) for part in parts
    ]
    return [_Chart(part, chart) for part, chart in drawn if chart]


def _opening(setting: _Setting, *, drawn: bool) -> list[Block]:
    """The title, a line for every change of the event's own clocks, and what marks mean."""
    text, labels, root = setting.words.text, setting.words.labels, setting.root
    letters = setting.words.letters
    title = paragraph(letters, text.section_title, labels.zones_title, root.add("H1"), align="balance")
    blocks, above = [Block(title, keep=True)], text.section_title
    lines = [(text.section_line, _change(setting, day)) for day in clock_changes(setting.days)]
    for style, line in (*lines, (text.note, _legend(setting, drawn=drawn))):
        space = space_to(above, style, style.leading * (1.6 if above is text.section_title else 1.2))
        blocks.append(Block(paragraph(letters, style, line, root.add("P")), space, keep=True))
        above = style
    return blocks


def _change(setting: _Setting, day: date) -> str:
    zone = setting.event.zone
    home = (city.label for region in setting.regions for city in region.cities if city.zone == zone)
    line = setting.words.labels.clock_change.replace("{date}", printed_date(day, setting.event.language))
    return line.replace("{place}", next(home, city_of(zone)))


def _legend(setting: _Setting, *, drawn: bool) -> str:
    labels = setting.words.labels
    at_night = any(
        time.is_night for zone in setting.zones for period in periods(zone, setting.days) for time in period.times
    )
    shade = labels.zones_shaded if setting.event.clock == 24 else labels.zones_shaded_12
    parts = (labels.zones_note, shade if at_night else "", labels.zones_chart_note if drawn else "")
    return sentences(filter(None, parts), setting.event.language)


def _group(days: tuple[ZoneDay, ...], charts: list[_Chart], setting: _Setting, *, alone: bool) -> Iterator[Block]:
    """Days with the same hours: charts, each with its days where clocks change between them, and tables. The days are a
    heading where others have other hours, and said again where a page begins below it."""
    grid, text, root = setting.words.page.grid, setting.words.text, setting.root
    several = len(charts) > 1
    line = (text.section_subtitle, _days(days, setting), "P") if alone else (text.heading, _days(days, setting), "H2")
    again = () if alone else (_continued(_days(days, setting), setting),)
    if not (alone and several):
        yield _line(line, setting)
    for chart in charts:
        if several:
            days_of_chart = _line((text.section_subtitle, _days(chart.days, setting), "P"), setting)
            yield replace(days_of_chart, again=again)
        yield Block(chart.chart, grid * 0.6, again=again)
    if alone and several:
        yield _line(line, setting)
    for number, table in enumerate(zone_tables(days, setting.regions, setting.words, root)):
        space = 1.2 if number or (charts and not (alone and several)) else 0.6
        yield Block(table, grid * space, again=again)


def _line(line: tuple[TextStyle, str, str], setting: _Setting) -> Block:
    style, words, role = line
    text = paragraph(setting.words.letters, style, words, setting.root.add(role))
    return Block(text, setting.words.page.grid * 1.3, keep=True)


def _continued(words: str, setting: _Setting) -> Block:
    """A heading repeated."""
    style, letters = setting.words.text.heading, setting.words.letters
    quiet = voice(setting.words.text.note)
    runs = (Run(words, voice(style)), Run(f"{WIDE} {setting.words.labels.continued}", quiet))
    return Block(Paragraph(letters, runs, style.leading, None, align="left"))


def _days(days: tuple[ZoneDay, ...], setting: _Setting) -> str:
    """The days, those in a row from first to last."""
    rows: list[list[date]] = []
    for day in days:
        if rows and day.date - rows[-1][-1] == timedelta(days=1):
            rows[-1].append(day.date)
        else:
            rows.append([day.date])
    printed = " · ".join(printed_days(row[0], row[-1], setting.event.language) for row in rows)
    every = len(rows) == 1 and 1 < len(days) == len(setting.days)
    return setting.words.labels.every_day.replace("{days}", printed) if every else printed
