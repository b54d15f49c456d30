"""Rows of an overview → its page: rooms below each other, time from left to right, a bar for everything that has a title."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from booklet.composing.sections.glance.axis import Axis, axis_of
from booklet.composing.sections.glance.boxes import Box, moment_of, roomless
from booklet.composing.sections.glance.links import draw_page, link_of
from booklet.composing.sections.glance.measures import FLOOR, Measures, shortened_to, smaller
from booklet.composing.sections.glance.overview_bars import Row
from booklet.composing.sections.glance.overview_label import Label, label_of
from booklet.composing.sections.glance.spots import Spot
from booklet.composing.text import paragraph, sentences
from booklet.composing.times import printed_time
from booklet.lettering.paragraph import ASCENT, DESCENT, Paragraph
from booklet.page_map import PageMap
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element
from booklet.styling.style import TextStyle
from booklet.tagged_canvas import Color, TaggedCanvas

# Of the width: what rooms have.
_ROOMS = 0.193
_WEIGHT, _MEDIUM, _HAIR = 0.9, 0.5, 0.3
_DASH = (0.3, 2.2)
# White below a bar; the accent at its start; from there to its words; and from the last of what is in it to its end.
_BELOW, _START, _TO_WORDS, _TO_END = 2.2, 1.5, 3.0, 3.0
_HEAD_PAD, _EDGE, _TO_NOTE = 4.6, 2.5, 4.5
_TO_RULE = 1.05  # lines from the title's last baseline to the rule
# Words that find no room in a bar may go on beside it over so many free minutes.
_BORROWED = 60.0
# Where many titles would not stand in full, or more bars could have words, rows are so many times as high, as far as there is
# room.
_HIGHER = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)
_SHARE = 0.9
# Of its size: white between two hours, and the size of names of rooms that have no room on one line.
_BETWEEN_HOURS, _SMALLER = 0.8, 0.85


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
        axis = self._axis(width * (1 - _ROOMS))
        tops, height = self._places(top, axis)
        foot = tops[-1] - height - _EDGE
        placed = [self._bars(row, axis, y, height) for row, y in zip(self.rows, tops, strict=True)]
        self._draw_hours(canvas, axis, rule, tops, height, placed)
        for y, weight in ((rule, _WEIGHT), (top + _EDGE, _MEDIUM), (foot, _WEIGHT)):
            canvas.rule(left, left + width, y, weight, style.colors.ink)
        shortened = False
        for row, y, bars in zip(self.rows, tops, placed, strict=True):
            section = root.add("Sect")
            self._draw_room(canvas, row, y, height, section)
            listed = section.add("L")
            for bar in bars:
                shortened |= self._draw_bar(canvas, bar, pages, listed.add("LI").add("LBody"))
        notes = (self.note, self.measures.labels.not_in_full if shortened else "")
        words = sentences(filter(None, notes), self.measures.letters.language)
        if words:
            note = paragraph(self.measures.letters, style.text.note, words, root.add("P"))
            note.wrap(width, 0)
            note.draw_on(canvas, left, foot - _TO_NOTE - note.height)

    def _axis(self, width: float) -> Axis:
        """Hours from left to right."""
        spots = [spot for row in self.rows for spot in row.bars]
        times = [(spot.box.begin, spot.box.end) for spot in spots]
        long = [
            (spot.box.begin, spot.box.end)
            for spot in spots
            if spot.box.is_long and not any(other is not spot and other.box.overlaps(spot.box) for other in spots)
        ]
        return axis_of(times, self.zone, width, long, fill=True)

    def _draw_title(self, canvas: TaggedCanvas, root: Element) -> float:
        """Title and what is beside it; gives where the rule below stands."""
        letters = self.measures.letters
        page, text = letters.style.page, letters.style.text
        beside = paragraph(letters, text.note, self.beside, None)
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

    def _places(self, top: float, axis: Axis) -> tuple[list[float], float]:
        """The tops of all rows and the height of one: buildings are parted by white."""
        page = self.measures.letters.style.page
        note = 2 * self.measures.letters.style.text.note.leading
        between = page.grid - 9.0
        white = [between if _is_parted(self.rows, number) else 0.0 for number in range(len(self.rows))]
        most = (top - page.bottom - _EDGE - note - sum(white)) / len(self.rows)
        heights = [min(times * _row_height(page.grid), most) for times in _HIGHER]
        shares = [self._shares(axis, height) for height in heights]
        enough = min(_SHARE, max(full for full, _ in shares))
        best = max(range(len(heights)), key=lambda at: (shares[at][0] >= enough, shares[at][1], -at))
        height = heights[best]
        return [top - sum(white[: number + 1]) - number * height for number in range(len(self.rows))], height

    def _shares(self, axis: Axis, height: float) -> tuple[float, float]:
        """Of how many bars the title stands in full, and how many have any words, in rows of a height."""
        labels = [self._label(bar) for row in self.rows for bar in self._bars(row, axis, 0.0, height)]
        worded = [label for label in labels if label]
        full = sum(not label.short.endswith("…") for label in worded)
        return full / len(labels), len(worded) / len(labels)

    def _bars(self, row: Row, axis: Axis, y: float, height: float) -> "list[_Bar]":
        """Where the bars of a row stand that begins at `y`."""
        bars = [self._bar(spot, axis, y, height) for spot in row.bars]
        return [replace(bar, free=self._free_after(bar, bars, axis)) for bar in bars]

    def _bar(self, spot: Spot, axis: Axis, y: float, height: float) -> "_Bar":
        page = self.measures.letters.style.page
        left = page.left + page.inner_width * _ROOMS
        begin, end = left + axis.depth(spot.box.begin), left + axis.depth(spot.box.end)
        return _Bar(spot, begin, end, *_lane(spot, y, height - _BELOW))

    def _free_after(self, bar: "_Bar", bars: "Sequence[_Bar]", axis: Axis) -> float:
        """How far nothing stands beside a bar, to the next one at its height, but no more than an hour."""
        until = axis.depth(min(bar.spot.box.end + _BORROWED, axis.end)) - axis.depth(bar.spot.box.end)
        beside = (other.left - bar.right for other in bars if other.right > bar.right and other.is_beside(bar))
        return max(0.0, min((until, *beside)) - _TO_END)

    def _label(self, bar: "_Bar") -> Label | None:
        return label_of(bar.spot.box, bar.room, bar.height, self.measures, bar.free)

    def _end(self, bar: "_Bar") -> float:
        """How far right a bar reaches, or its words, where they go on beside it."""
        label = self._label(bar)
        reach = label.reach(self.measures) if label and label.width > bar.room else 0.0
        return max(bar.right, bar.left + _START + _TO_WORDS + reach)

    def _draw_hours(
        self,
        canvas: TaggedCanvas,
        axis: Axis,
        rule: float,
        tops: list[float],
        height: float,
        placed: "list[list[_Bar]]",
    ) -> None:
        """Names of hours above the rows, and lines down where nothing goes on."""
        letters = self.measures.letters
        style, page, colors = letters.style.text.grid_hour, letters.style.page, letters.style.colors
        style = replace(style, color=colors.mute)
        left = page.left + page.inner_width * _ROOMS
        widest = max(
            paragraph(letters, style, self._hour(moment_of(60 * hour, "UTC")), None).natural_width()
            for hour in range(24)
        )
        label_width = widest + 1
        head = paragraph(letters, style, self.measures.labels.room, None)
        head.wrap(left - page.left, 0)
        head.draw_on(canvas, page.left, rule - _HEAD_PAD - style.size)
        ticks = list(axis.ticks(label_width + _BETWEEN_HOURS * style.size))
        busy = [[(bar.left, self._end(bar)) for bar in bars] for bars in placed]
        with canvas.artifact():
            for tick in ticks:
                x = left + axis.depth(tick.minute)
                free = [not any(begin <= x <= end for begin, end in row) for row in busy]
                for y0, y1 in _stretches(free, tops, height):
                    canvas.upright(x, y0, y1, _HAIR, colors.rule, _DASH if tick.is_half else None)
        for tick in ticks:
            if not tick.is_half:
                words = self._hour(moment_of(tick.minute, axis.zone))
                label = paragraph(letters, style, words, None, align="center")
                label.wrap(label_width, 0)
                most = page.left + page.inner_width - (label_width + label.natural_width()) / 2
                x = min(left + axis.depth(tick.minute) - label_width / 2, most)
                label.draw_on(canvas, x, rule - _HEAD_PAD - style.size)

    def _hour(self, moment: datetime) -> str:
        """A full hour as it is called above the rows."""
        clock = self.measures.clock
        return str(moment.hour) if clock == 24 else printed_time(moment, clock, self.measures.letters.language)

    def _draw_room(self, canvas: TaggedCanvas, row: Row, y: float, height: float, section: Element) -> None:
        """Name of a room, and beside it its second name as far as there is room; of what has none, that it has none."""
        letters, room = self.measures.letters, row.room
        if room is None and len(self.rows) == 1:
            return
        page, style = letters.style.page, letters.style.text.overview_room
        most = page.inner_width * _ROOMS - 4
        words = room.name if room else roomless((spot.box for spot in row.bars), self.measures.labels)
        color = style.color if room else letters.style.colors.mute
        name = self._room_name(words, replace(style, color=color), most, height, section.add("H2"))
        middle = y - (height - _BELOW) / 2
        baseline = middle + (name.line_count - 1) * name.leading / 2 - 0.33 * name.size
        name.draw_on(canvas, page.left, baseline + ASCENT * name.size - name.height)
        quiet = replace(smaller(style), face="sans", color=letters.style.colors.mute)
        second = room.note if room and room.note else ""
        note = paragraph(letters, quiet, second, None)
        if second and name.line_count == 1 and name.natural_width() + 5 + note.natural_width() <= most:
            note = paragraph(letters, quiet, second, section.add("P"))
            note.wrap(most, 0)
            note.draw_on(canvas, page.left + name.natural_width() + 5, baseline - DESCENT * note.size)

    def _room_name(self, words: str, style: TextStyle, width: float, height: float, element: Element) -> Paragraph:
        """The name of a room on one line; else smaller on as many as its row has room for, and no more of it than that."""
        letters = self.measures.letters
        if paragraph(letters, style, words, None).natural_width() > width:
            style = replace(style, size=max(FLOOR, style.size * _SMALLER), leading=style.size)
            words = shortened_to(words, style, letters, width, max(1, int((height - style.size) // style.leading) + 1))
        name = paragraph(letters, style, words, element)
        name.wrap(width, 0)
        return name

    def _draw_bar(self, canvas: TaggedCanvas, bar: "_Bar", pages: PageMap, body: Element) -> bool:
        """A bar with its title and page; gives whether the title is shortened, and the list has it in full."""
        letters, colors, box = self.measures.letters, self.measures.letters.style.colors, bar.spot.box
        canvas.block(bar.left, bar.y, bar.right - bar.left, bar.height, self._ground(box))
        if box.look != "break":
            canvas.block(bar.left, bar.y, _START, bar.height, colors.accent)
        label = self._label(bar)
        number = smaller(letters.style.text.overview_label)
        at = bar.y + bar.height / 2 - 0.33 * number.size
        if label:
            words = label.paragraph(self.measures, body.add("P"), link_of(box, pages))
            taken = words.height + (number.leading if label.below else 0.0)
            foot = bar.y + (bar.height - taken) / 2 + taken - words.height
            words.draw_on(canvas, bar.left + _START + _TO_WORDS, foot)
            at = foot - number.leading + DESCENT * words.size if label.below else at
        draw_page(canvas, self.measures, box.targets, number, (bar.right - _TO_END, at), pages, body)
        return box.in_list and (label is None or label.short.endswith("…"))

    def _ground(self, box: Box) -> Color:
        colors = self.measures.letters.style.colors
        return colors.accent_tint if box.look == "plenary" else colors.tint


@dataclass(frozen=True, slots=True)
class _Bar:
    """Where a bar stands, and how far nothing is beside its end."""

    spot: Spot
    left: float
    right: float
    y: float
    height: float
    free: float = 0.0

    @property
    def room(self) -> float:
        """Width of what stands in it."""
        return self.right - self.left - _START - _TO_WORDS - _TO_END

    def is_beside(self, other: "_Bar") -> bool:
        """Whether it stands at the height of another."""
        return self.y < other.y + other.height and other.y < self.y + self.height


def _stretches(free: Sequence[bool], tops: Sequence[float], height: float) -> Iterator[tuple[float, float]]:
    """From and to where a line goes down: through rows that are free, and between two of them."""
    start: float | None = None
    for number, y in enumerate(tops):
        if free[number]:
            start = y if start is None else start
            if number + 1 == len(tops) or not free[number + 1]:
                yield y - height, start
                start = None


def _lane(spot: Spot, top: float, height: float) -> tuple[float, float]:
    """Foot and height of a bar in a row whose bars begin at `top`."""
    lane = height / spot.lanes
    white = 0.9 if spot.lane + 1 < spot.lanes else 0.0
    return top - (spot.lane + 1) * lane + white, lane - white


def _row_height(grid: float) -> float:
    """22 points on A4, 15.5 on A5."""
    return 3.25 * grid - 23.5


def _is_parted(rows: tuple[Row, ...], number: int) -> bool:
    """Whether a row belongs to another building than the one above it."""
    if number == 0:
        return False
    before, here = rows[number - 1].room, rows[number].room
    return before is None or here is None or before.building != here.building
