"""A part of a day → a page with its grid: what stands above, beside and below the cells, and the order of reading."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from booklet.composing.sections.glance.axis import Axis, Stretch
from booklet.composing.sections.glance.boxes import Box, minute, moment_of, roomless
from booklet.composing.sections.glance.draw_cell import CellPen
from booklet.composing.sections.glance.grid import Frame, Grid, lay_out
from booklet.composing.sections.glance.key_list import KeyList
from booklet.composing.sections.glance.measures import Measures, shortened_to
from booklet.composing.sections.glance.spots import Columns
from booklet.composing.sections.glance.track_bars import Legend, Tracks
from booklet.composing.text import paragraph, sentences
from booklet.composing.times import printed_day, printed_time
from booklet.lettering.paragraph import ASCENT, DESCENT, Align, Paragraph
from booklet.page_map import PageMap
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element
from booklet.styling.style import TextStyle
from booklet.tagged_canvas import TaggedCanvas
from booklet.time_zone import time_zone

# In lines of the page: from the title to the legend, and from the last line above the grid to its rule.
_TO_LEGEND, _TO_RULE = 1.35, 1.05
_WEIGHT, _MEDIUM, _HAIR, _MIDNIGHT = 0.9, 0.5, 0.35, 1.1
# Above and below the rooms, between the grid and its rules, from the last rule to a note, in points.
_ROOM_PAD, _EDGE, _TO_NOTE = 4.5, 3.0, 4.5
_BEFORE_LINES = 3.0  # how far lines reach out to the hours
# Names of rooms have so many lines at most; and a grid is so high at least, in points, whatever stands above it.
_MOST_ROOM_LINES, _LEAST_HEIGHT = 3, 60.0
# What the hours take beside their width, of their size.
_BESIDE_HOURS = 1.1


@dataclass(frozen=True, slots=True)
class Head:
    """What a page of a day is called, and what stands at the right of that."""

    title: str
    beside: str


@dataclass(frozen=True, slots=True)
class GridPage:
    """A page with columns of rooms, and all that its grid depends on. `note` is what is said below it in any case, `busy` is
    when anything goes on in rooms of other pages too."""

    head: Head
    columns: Columns
    tracks: Tracks
    used: tuple[str, ...]
    measures: Measures
    zone: str
    note: str
    busy: tuple[Stretch, ...] = ()

    def lay_out(self, styles: tuple[TextStyle, ...]) -> Grid:
        """The grid in these sizes."""
        return lay_out(self.columns, self.frame, styles, self.measures, self.zone, self._notes_height, self.busy)

    def paint(self, grid: Grid, pages: PageMap, root: Element, canvas: TaggedCanvas) -> None:
        """Draw the page in the order in which it is read."""
        page = self.measures.letters.style.page
        y = self._draw_head(canvas, root)
        top = self._top
        _draw_lines(canvas, grid, top, self.measures)
        self._draw_rules(canvas, grid, y, top)
        pen = CellPen(canvas, self.measures, pages, self.tracks, grid.styles, top, grid.frame.inset)
        for cell in grid.cells:
            pen.draw_ground(cell)  # all of them first: numbers of very low cells stand out over their neighbors
        over_all = set(self.columns.over_all())
        self._draw_cells(pen, grid, root.add("Sect"), [cell.spots[0] in over_all for cell in grid.cells])
        for column in range(len(self.columns.headings)):
            section = root.add("Sect")
            if self._words_above(column):
                name = self._heading(column, section.add("H2"))
                name.draw_on(canvas, self._column(column)[0], y - _ROOM_PAD - name.height)
            here = [cell.spots[0] not in over_all and cell.spots[0].first == column for cell in grid.cells]
            self._draw_cells(pen, grid, section, here)
        y = top - grid.axis.height - _EDGE
        for words in self._notes(bool(grid.shortened), bool(grid.keyed), root):
            y -= _TO_NOTE + words.height
            words.draw_on(canvas, page.left, y)
        KeyList(grid.keyed, grid.frame.width, self.measures).draw_on(canvas, page.left, y, pages, root)

    @property
    def frame(self) -> Frame:
        """Where the grid stands."""
        page = self.measures.letters.style.page
        height = max(_LEAST_HEIGHT, self._top - page.bottom - _EDGE)
        return replace(self._sides, height=height)

    @property
    def _sides(self) -> Frame:
        """The frame without its height."""
        page = self.measures.letters.style.page
        return Frame(page.left, page.inner_width, self._times, _gap(page.grid), page.grid / 2 - 1.5, 0.0)

    @property
    def _times(self) -> float:
        """Width of the column of hours."""
        style = self.measures.letters.style.text.grid_hour
        shown = [
            printed_time(moment_of(hour, "UTC"), self.measures.clock, self.measures.letters.language)
            for hour in (0, 1200)
        ]
        widest = max(paragraph(self.measures.letters, style, words, None).natural_width() for words in shown)
        return widest + _BESIDE_HOURS * style.size

    @property
    def _top(self) -> float:
        """Where the axis begins."""
        heights = [self._heading(column, None).height for column in range(len(self.columns.headings))]
        return self._rule - 2 * _ROOM_PAD - max(heights) - _EDGE

    @property
    def _rule(self) -> float:
        """Where the rule above the rooms stands."""
        legend, grid = self._legend, self.measures.letters.style.page.grid
        baseline = self._title_baseline
        if legend.height:
            baseline -= _TO_LEGEND * grid + legend.height - self.measures.letters.style.text.note.size
        return baseline - _TO_RULE * grid

    @property
    def _title_baseline(self) -> float:
        style = self.measures.letters.style
        title = self._title(None)
        return style.page.height - style.page.top - title.height + DESCENT * style.text.grid_day.size

    @property
    def _legend(self) -> Legend:
        return Legend(self.used, self.tracks, self.measures.letters, self.measures.letters.style.page.inner_width)

    def _title(self, element: Element | None) -> Paragraph:
        letters = self.measures.letters
        title = paragraph(letters, letters.style.text.grid_day, self.head.title, element, align="balance")
        title.wrap(letters.style.page.inner_width - self._beside(None).natural_width() - 8, 0)
        return title

    def _beside(self, element: Element | None) -> Paragraph:
        letters = self.measures.letters
        align: Align = "left" if letters.style.mirrored else "right"
        return paragraph(letters, letters.style.text.note, self.head.beside, element, align=align)

    def _draw_head(self, canvas: TaggedCanvas, root: Element) -> float:
        """Title, what is beside it, and legend; gives where the rule below stands."""
        style = self.measures.letters.style
        title = self._title(root.add("H1"))
        title.draw_on(canvas, style.page.left, style.page.height - style.page.top - title.height)
        baseline = self._title_baseline
        if self.head.beside:
            beside = self._beside(root.add("P"))
            width = beside.natural_width() + 1
            beside.wrap(width, 0)
            beside.draw_on(canvas, style.page.left + style.page.inner_width - width, baseline - DESCENT * beside.size)
        first = baseline - _TO_LEGEND * style.page.grid
        self._legend.draw_on(canvas, style.page.left, first + ASCENT * style.text.note.size, root)
        return self._rule

    def _column(self, column: int) -> tuple[float, float]:
        """Left and right edge of a column."""
        return self._sides.edges_of(column, column, len(self.columns.headings))

    def _words_above(self, column: int) -> str:
        """The room of a column; of one beside the rooms, that what stands in it has none."""
        room = self.columns.headings[column]
        if room or len(self.columns.headings) == 1:
            return room
        return roomless((spot.box for spot in self.columns.spots if spot.first == column), self.measures.labels)

    def _heading(self, column: int, element: Element | None) -> Paragraph:
        letters = self.measures.letters
        style, (left, right) = letters.style.text.grid_room, self._column(column)
        if not self.columns.headings[column]:
            style = replace(style, color=letters.style.colors.mute)
        width = right - left
        words = shortened_to(self._words_above(column), style, letters, width, _MOST_ROOM_LINES)
        name = paragraph(letters, style, words, element)
        name.wrap(width, 0)
        return name

    def _draw_rules(self, canvas: TaggedCanvas, grid: Grid, rule: float, top: float) -> None:
        style = self.measures.letters.style
        left, right = style.page.left, style.page.left + style.page.inner_width
        canvas.rule(left, right, rule, _WEIGHT, style.colors.ink)
        canvas.rule(left, right, top + _EDGE, _MEDIUM, style.colors.ink)
        canvas.rule(left, right, top - grid.axis.height - _EDGE, _WEIGHT, style.colors.ink)

    def _draw_cells(self, pen: CellPen, grid: Grid, section: Element, wanted: list[bool]) -> None:
        listed = section.add("L")
        for cell, here in zip(grid.cells, wanted, strict=True):
            if here:
                pen.draw(cell, listed)

    def _notes(self, shortened: bool, keyed: bool, root: Element | None) -> list[Paragraph]:
        """What is said below the grid, each on lines of its own."""
        letters, labels = self.measures.letters, self.measures.labels
        texts = [self.note, labels.not_in_full if shortened else "", labels.keys_in_full if keyed else ""]
        words = sentences(filter(None, texts), letters.language)
        if not words:
            return []
        made = paragraph(letters, letters.style.text.note, words, root.add("P") if root else None)
        made.wrap(letters.style.page.inner_width, 0)
        return [made]

    def _notes_height(self, shortened: bool, keyed: bool) -> float:
        return sum(_TO_NOTE + words.height for words in self._notes(shortened, keyed, None))


def _gap(grid: float) -> float:
    """White between columns: 2.4 points on A4, 2 on A5."""
    return 0.2 * grid - 0.4


def _draw_lines(canvas: TaggedCanvas, grid: Grid, top: float, measures: Measures) -> None:
    """Hours with their lines, half hours, folds and midnight, all behind the cells."""
    letters, colors, axis, frame = measures.letters, measures.letters.style.colors, grid.axis, grid.frame
    style = letters.style.text.grid_hour
    left = frame.left + frame.times
    ticks = [(tick, top - axis.depth(tick.minute)) for tick in axis.ticks(style.leading)]
    new_days = {tick for tick, _ in ticks if tick.is_midnight and axis.begin < tick.minute < axis.end}
    with canvas.artifact():
        for tick, y in ticks:
            weight, color = (_MIDNIGHT, colors.accent) if tick in new_days else (_HAIR, colors.rule)
            if not tick.is_half:
                canvas.rule(left - _BEFORE_LINES, left, y, weight, color)
            for begin, end in _free(grid, tick.minute):
                canvas.rule(begin, end, y, weight, color, dotted=tick.is_half)
    for tick, y in ticks:
        if not tick.is_half:
            hour = replace(style, color=colors.accent) if tick in new_days else style
            clock = printed_time(moment_of(tick.minute, axis.zone), measures.clock, letters.language)
            label = paragraph(letters, hour, clock, None)
            label.wrap(frame.times, 0)
            label.draw_on(canvas, frame.left, _label_foot(y, top, axis, style))
    _draw_folds(canvas, grid, top, measures)


def _free(grid: Grid, moment: float) -> Iterator[tuple[float, float]]:
    """From and to where a line goes: through columns in which nothing goes on, and between two of them."""
    count = len(grid.columns.headings)
    busy = {
        column
        for spot in grid.columns.spots
        if spot.box.begin < moment < spot.box.end
        for column in range(spot.first, spot.last + 1)
    }
    free = [column for column in range(count) if column not in busy]
    for column in free:
        if column - 1 not in free:
            last = next(after for after in range(column, count) if after + 1 not in free)
            yield grid.frame.edges_of(column, last, count)


def _label_foot(y: float, top: float, axis: Axis, style: TextStyle) -> float:
    """The foot of a label in the middle of its line; the first hangs below, the last stands above."""
    if top - y < style.size / 2:
        return y - 0.86 * style.size
    if y - (top - axis.height) < style.size / 2:
        return y - DESCENT * style.size + 0.3
    return y - (0.33 + DESCENT) * style.size


def _draw_folds(canvas: TaggedCanvas, grid: Grid, top: float, measures: Measures) -> None:
    letters, axis, frame = measures.letters, grid.axis, grid.frame
    style = replace(letters.style.text.grid_key, face="sans-italic", color=letters.style.colors.mute)
    style = replace(style, size=min(style.size, 0.8 * axis.fold))
    for begin, end in axis.folds:
        if any(spot.box.begin < end and begin < spot.box.end for spot in grid.columns.spots):
            continue  # something long goes on
        until = printed_time(moment_of(end, axis.zone), measures.clock, letters.language)
        words = paragraph(
            letters, style, measures.labels.no_program_until.replace("{time}", until), None, align="center"
        )
        words.wrap(frame.width - frame.times, 0)
        middle = top - (axis.depth(begin) + axis.depth(end)) / 2
        words.draw_on(canvas, frame.left + frame.times, middle - (DESCENT + 0.25) * style.size)


def midnight_note(boxes: tuple[Box, ...], day: date, zone: str, measures: Measures) -> str:
    """What is said of a day on which anything begins, or goes on in single rooms, after midnight; empty of others."""
    midnight = minute(datetime.combine(day + timedelta(days=1), time(), time_zone(zone)))
    if not any(box.begin >= midnight or (box.end > midnight and not box.for_all) for box in boxes):
        return ""
    language, clock = measures.letters.language, moment_of(midnight, zone)
    words = measures.labels.after_midnight.replace("{time}", printed_time(clock, measures.clock, language))
    return words.replace("{date}", printed_day(clock.date(), language))
