"""Rows of an overview → its page: rooms below each other, time from left to right, a bar for everything that has a title."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from booklet.composing.sections.glance.axis import Axis, even_axis_of
from booklet.composing.sections.glance.boxes import Box, moment_of
from booklet.composing.sections.glance.links import draw_page, link_of
from booklet.composing.sections.glance.measures import Measures, sizes, smaller
from booklet.composing.sections.glance.overview_bars import Row
from booklet.composing.sections.glance.spots import Spot
from booklet.composing.text import WIDE, emphasised, paragraph, rich_runs, spoken, voice
from booklet.composing.times import printed_time
from booklet.lettering.paragraph import ASCENT, DESCENT, Paragraph
from booklet.lettering.runs import Run
from booklet.page_map import PageMap
from booklet.structure import Element
from booklet.styling.style import TextStyle
from booklet.tagged_canvas import Color, TaggedCanvas

# Of the width: what rooms have.
_ROOMS = 0.193
_WEIGHT, _MEDIUM, _HAIR = 0.9, 0.5, 0.3
_DASH = (0.3, 2.2)
# White below a bar; the accent at its start; from there to its words; from words to the number, and from that to the end.
_BELOW, _START, _TO_WORDS, _BEFORE_NUMBER, _TO_END = 2.2, 1.5, 3.0, 4.0, 3.0
_HEAD_PAD, _EDGE, _TO_NOTE = 4.6, 2.5, 4.5
_TO_RULE = 1.05  # lines from the title's last baseline to the rule
_WIDEST = "000"
_PARTS = re.compile(r"\s&\s|,\s|:\s|\s[–—|-]\s|[：、，]")
_LEAST_PART = 4


def most_rows(grid: float) -> int:
    """How many rooms a page has at most: 34 on A4, 30 on A5."""
    return int(2 * grid + 6)


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """A page of rows. `beside` stands at the right of its title, `note` below the rows."""

    title: str
    beside: str
    rows: tuple[Row, ...]
    measures: Measures
    zone: str
    note: str

    def paint(self, pages: PageMap, root: Element, canvas: TaggedCanvas) -> None:
        """Draw the page, room by room."""
        style = self.measures.letters.style
        left, width = style.page.left, style.page.inner_width
        rule = self._draw_title(canvas, root)
        head = self.measures.letters.style.text.grid_hour
        top = rule - 2 * _HEAD_PAD - head.size - _EDGE
        times = [(spot.box.begin, spot.box.end) for row in self.rows for spot in row.bars]
        axis = even_axis_of(times, self.zone, width * (1 - _ROOMS))
        tops, height = self._places(top)
        foot = tops[-1] - height - _EDGE
        self._draw_hours(canvas, axis, rule, tops, height)
        for y, weight in ((rule, _WEIGHT), (top + _EDGE, _MEDIUM), (foot, _WEIGHT)):
            canvas.rule(left, left + width, y, weight, style.colors.ink)
        shortened = False
        for row, y in zip(self.rows, tops, strict=True):
            section = root.add("Sect")
            self._draw_room(canvas, row, y, height, section)
            listed = section.add("L")
            for spot in row.bars:
                place = (
                    left + width * _ROOMS + axis.depth(spot.box.begin),
                    left + width * _ROOMS + axis.depth(spot.box.end),
                )
                bar = _Bar(spot, *place, *_lane(spot, y, height - _BELOW))
                shortened |= self._draw_bar(canvas, bar, pages, listed.add("LI").add("LBody").add("P"))
        words = " ".join(filter(None, (self.note, self.measures.labels.not_in_full if shortened else "")))
        if words:
            note = paragraph(self.measures.letters, style.text.note, words, root.add("P"))
            note.wrap(width, 0)
            note.draw_on(canvas, left, foot - _TO_NOTE - note.height)

    def _draw_title(self, canvas: TaggedCanvas, root: Element) -> float:
        """Title and what is beside it; gives where the rule below stands."""
        letters = self.measures.letters
        page, text = letters.style.page, letters.style.text
        beside = paragraph(letters, text.note, self.beside, root if self.beside else None)
        room = beside.natural_width() + 8 if self.beside else 0.0
        title = paragraph(letters, text.section_title, self.title, root.add("H1"), align="balance")
        title.wrap(page.inner_width - room, 0)
        y = page.height - page.top - title.height
        title.draw_on(canvas, page.left, y)
        baseline = y + DESCENT * title.size
        if self.beside:
            beside = paragraph(letters, text.note, self.beside, root.add("P"))
            beside.wrap(room, 0)
            beside.draw_on(canvas, page.left + page.inner_width - room + 8, baseline - DESCENT * beside.size)
        return baseline - _TO_RULE * page.grid

    def _places(self, top: float) -> tuple[list[float], float]:
        """The tops of all rows and the height of one: buildings are parted by white."""
        page = self.measures.letters.style.page
        note = 2 * self.measures.letters.style.text.note.leading
        between = page.grid - 9.0
        white = [between if _is_parted(self.rows, number) else 0.0 for number in range(len(self.rows))]
        room = top - page.bottom - _EDGE - note - sum(white)
        height = min(3.25 * page.grid - 23.5, room / len(self.rows))
        return [top - sum(white[: number + 1]) - number * height for number in range(len(self.rows))], height

    def _draw_hours(self, canvas: TaggedCanvas, axis: Axis, rule: float, tops: list[float], height: float) -> None:
        """Names of hours above the rows, and lines down where nothing goes on."""
        letters = self.measures.letters
        style, page, colors = letters.style.text.grid_hour, letters.style.page, letters.style.colors
        style = replace(style, color=colors.mute)
        left = page.left + page.inner_width * _ROOMS
        label_width = 3 * style.size
        head = paragraph(letters, style, self.measures.labels.room, None)
        head.wrap(left - page.left, 0)
        head.draw_on(canvas, page.left, rule - _HEAD_PAD - style.size)
        ticks = list(axis.ticks(3.2 * style.size if self.measures.clock == 12 else 2 * style.size))
        with canvas.artifact():
            for tick in ticks:
                for y0, y1 in self._free(tick.minute, tops, height):
                    x = left + axis.depth(tick.minute)
                    canvas.upright(x, y0, y1, _HAIR, colors.rule, _DASH if tick.is_half else None)
        for tick in ticks:
            if not tick.is_half:
                clock = moment_of(tick.minute, axis.zone)
                words = str(tick.hour) if self.measures.clock == 24 else printed_time(clock, 12, letters.language)
                label = paragraph(letters, style, words, None, align="center")
                label.wrap(label_width, 0)
                most = page.left + page.inner_width - (label_width + label.natural_width()) / 2
                x = min(left + axis.depth(tick.minute) - label_width / 2, most)
                label.draw_on(canvas, x, rule - _HEAD_PAD - style.size)

    def _free(self, moment: float, tops: list[float], height: float) -> Iterator[tuple[float, float]]:
        """From and to where a line goes down: through rows in which nothing goes on, and between two of them."""
        free = [not any(spot.box.begin <= moment <= spot.box.end for spot in row.bars) for row in self.rows]
        start: float | None = None
        for number, y in enumerate(tops):
            if free[number]:
                start = y if start is None else start
                if number + 1 == len(tops) or not free[number + 1]:
                    yield y - height, start
                    start = None

    def _draw_room(self, canvas: TaggedCanvas, row: Row, y: float, height: float, section: Element) -> None:
        """Name of a room, and beside it its second name as far as there is room."""
        letters, room = self.measures.letters, row.room
        if room is None:
            return
        page, style = letters.style.page, letters.style.text.overview_room
        most = page.inner_width * _ROOMS - 4
        name = paragraph(letters, style, room.name, section.add("H2"))
        name.wrap(most, 0)
        middle = y - (height - _BELOW) / 2
        if name.line_count > 1:
            name = paragraph(
                letters, replace(style, size=style.size * 0.85, leading=style.size), room.name, section.add("H2")
            )
            name.wrap(most, 0)
        baseline = middle + (name.line_count - 1) * name.leading / 2 - 0.33 * name.size
        name.draw_on(canvas, page.left, baseline + ASCENT * name.size - name.height)
        quiet = replace(smaller(style), face="sans", color=letters.style.colors.mute)
        note = paragraph(letters, quiet, room.note or "", None)
        if room.note and name.line_count == 1 and name.natural_width() + 5 + note.natural_width() <= most:
            note = paragraph(letters, quiet, room.note, section.add("P"))
            note.wrap(most, 0)
            note.draw_on(canvas, page.left + name.natural_width() + 5, baseline - DESCENT * note.size)

    def _draw_bar(self, canvas: TaggedCanvas, bar: "_Bar", pages: PageMap, element: Element) -> bool:
        """A bar with its title and page; gives whether the title is shortened."""
        letters, colors, box = self.measures.letters, self.measures.letters.style.colors, bar.spot.box
        canvas.block(bar.left, bar.y, bar.right - bar.left, bar.height, self._ground(box))
        if box.look != "break":
            canvas.block(bar.left, bar.y, _START, bar.height, colors.accent)
        number = smaller(letters.style.text.overview_label)
        kept = (
            paragraph(letters, replace(number, face="sans-bold"), _WIDEST, None).natural_width() if box.targets else 0.0
        )
        width = bar.right - bar.left - _START - _TO_WORDS - _TO_END - (kept + _BEFORE_NUMBER if kept else 0.0)
        middle = bar.y + bar.height / 2
        style, words = self._label(box, width, bar.height)
        if style is not None:
            label = self._words(box, words, style, element, link_of(box, pages))
            label.wrap(width, 0)
            baseline = middle + (label.line_count - 1) * label.leading / 2 - 0.33 * style.size
            foot = baseline + ASCENT * style.size - label.height
            label.draw_on(canvas, bar.left + _START + _TO_WORDS, foot)
        corner = (bar.right - _TO_END, middle - 0.33 * number.size)
        draw_page(canvas, self.measures, box.targets, number, corner, pages, element)
        return bool(words) or style is None

    def _ground(self, box: Box) -> Color:
        colors = self.measures.letters.style.colors
        return colors.accent_tint if box.look == "plenary" else colors.tint

    def _label(self, box: Box, width: float, height: float) -> tuple[TextStyle | None, str]:
        """The largest size at which the title fits a bar, or other words for it."""
        for words in dict.fromkeys(("", *_shorter(box))):
            for style in _sizes(self.measures.letters.style.text.overview_label):
                lines = 2 if height >= style.size + style.leading + 0.8 else 1
                label = self._words(box, words, style, None, None)
                if (
                    width > 2 * style.size
                    and label.wrap(width, 0)
                    and label.line_count <= lines
                    and not _is_torn(label)
                ):
                    return style, words
        return None, ""

    def _words(self, box: Box, words: str, style: TextStyle, element: Element | None, link: str | None) -> Paragraph:
        letters = self.measures.letters
        if box.look == "break":
            style = replace(style, face="sans-italic", color=letters.style.colors.mute)
        elif box.look == "plenary":
            style = replace(style, face=emphasised(style.face, italic=False, bold=True))
        runs = (Run(words, voice(style), link),) if words else rich_runs(letters, style, box.title, link=link)
        if box.look == "break":
            runs = (
                *runs,
                Run(f"{WIDE} ", voice(style)),
                Run(box.hours, voice(replace(style, face="sans")), isolate=True),
            )
        tight = round(style.size * 1.12, 2)
        return Paragraph(letters, runs, tight, element, align="left", backwards=letters.style.mirrored)


@dataclass(frozen=True, slots=True)
class _Bar:
    """Where a bar stands."""

    spot: Spot
    left: float
    right: float
    y: float
    height: float


def _lane(spot: Spot, top: float, height: float) -> tuple[float, float]:
    """Foot and height of a bar in a row whose bars begin at `top`."""
    lane = height / spot.lanes
    white = 0.9 if spot.lane + 1 < spot.lanes else 0.0
    return top - (spot.lane + 1) * lane + white, lane - white


def _is_parted(rows: tuple[Row, ...], number: int) -> bool:
    """Whether a row belongs to another building than the one above it."""
    if number == 0:
        return False
    before, here = rows[number - 1].room, rows[number].room
    return before is None or here is None or before.building != here.building


def _sizes(largest: TextStyle) -> tuple[TextStyle, ...]:
    """The largest size, then full and half points down to the floor."""
    half = replace(largest, size=largest.size // 0.5 * 0.5)
    return tuple(dict.fromkeys((largest, *sizes(half))))


def _shorter(box: Box) -> Iterator[str]:
    """Other words for a title, the longest first."""
    if box.short:
        yield box.short
    title = spoken(box.title)
    ends = [found.start() for found in _PARTS.finditer(title) if found.start() >= _LEAST_PART]
    for end in reversed(ends):
        yield f"{title[:end]} …"


def _is_torn(label: Paragraph) -> bool:
    """Whether a word had to be parted."""
    return any(line.hyphenated for line in label.lines)
