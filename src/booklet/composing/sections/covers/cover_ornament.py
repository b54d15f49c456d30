"""The ornament of the front cover: the program itself, so that no two covers look alike."""

from collections.abc import Iterator
from datetime import datetime, time
from itertools import accumulate, product
from typing import NamedTuple

from booklet.composing.times import on_event_clock
from booklet.model.day import Day
from booklet.model.event import Event
from booklet.model.local_times import local_times
from booklet.model.program import Program
from booklet.plain_dataclasses import dataclass
from booklet.styling.style import Color, Style
from booklet.tagged_canvas import TaggedCanvas
from booklet.units import MM

_FEWEST_RINGS, _FEWEST_BARS = 3, 20
_BETWEEN_DAYS = 1.0  # stripes
_LOWEST = 20  # mm of bars, where a title leaves less

# Minutes up to which a bar is as faint as said, between the color of thin lines and that of what happens.
_FAINT = ((20, 0.8), (30, 0.66), (60, 0.5))


@dataclass(frozen=True, slots=True)
class Look:
    """Colors of thin lines, of strong lines, and of what happens; `inside` keeps rings on the page, which else reach over
    its edges."""

    thin: Color
    strong: Color
    happening: Color
    inside: bool


def draw_ornament(program: Program, style: Style, look: Look, scale: float, canvas: TaggedCanvas, floor: float) -> None:
    """Bars of the schedule where there are many items, else rings of the cities where there are a few; else nothing.

    `scale` turns distances of A4 into those of the page; bars end above the height `floor`.
    """
    if sum(len(session.items) for session in program.sessions) >= _FEWEST_BARS:
        _bars(program, style, look, scale, canvas, floor)
    else:
        _rings(program, style, look, scale, canvas)


def _rings(program: Program, style: Style, look: Look, scale: float, canvas: TaggedCanvas) -> None:
    """A ring for every city, 24 hours clockwise from midnight at the top: night thin, day thick, the sessions solid."""
    cities = [city for region in program.event.regions for city in region.cities]
    sessions = [session for session in program.sessions if session.end]
    if len(cities) < _FEWEST_RINGS or not sessions:
        return
    right, down = (82, 96) if look.inside else (42, 66.3)
    x, y = style.page.width - right * MM * scale, style.page.height - down * MM * scale
    inner, outer = (11.0, 54.0) if look.inside else (15.0, 72.4)
    step = min((outer - inner) / (len(cities) - 1), inner * 0.55) * MM * scale
    inner = inner * MM * scale
    for index, city in enumerate(cities):
        radius = inner + index * step
        canvas.ring(x, y, radius, 0.35, look.thin)
        canvas.ring(x, y, radius, 1.8, look.strong, _arc(6, 17))
        for session in sessions:
            local = local_times(city, session.start, session.end or session.start, session.date)
            hours = (local.end.timestamp() - local.start.timestamp()) / 3600
            begin = local.start.hour + local.start.minute / 60
            canvas.ring(x, y, radius, step * 0.72, look.happening, _arc(begin, min(hours, 24)))


def _arc(hour: float, hours: float) -> tuple[float, float]:
    return hour * 15, hours * 15


def _bars(program: Program, style: Style, look: Look, scale: float, canvas: TaggedCanvas, floor: float) -> None:
    """A stripe for every room, days side by side with a gap between, a bar for every item at its true time and length on the
    clocks of the event; what is for all rooms at once crosses the stripes of its day."""
    page = style.page
    days = [(day, tuple(room.name for room in day.rooms) or ("",)) for day in program.days]
    bars = [bar for index, (day, rooms) in enumerate(days) for bar in _bars_of_day(day, rooms, index, program.event)]
    if not bars:
        return
    first, last = min(bar.start for bar in bars), max(bar.end for bar in bars)
    stripes = sum(len(rooms) for _, rooms in days) + _BETWEEN_DAYS * (len(days) - 1)
    width = min((page.width - 2 * page.left) / stripes, 14 * MM * scale)
    top = page.height - 36 * MM * scale
    height = max(min(88 * MM * scale, top - floor), _LOWEST * MM * scale)
    begins = list(accumulate((len(rooms) + _BETWEEN_DAYS for _, rooms in days), initial=0.0))
    for bar in bars:
        y = top - (bar.end - first) / (last - first) * height
        tall = max((bar.end - bar.start) / (last - first) * height - 1, 0.5)
        x = page.left + (begins[bar.day] + bar.stripe) * width
        canvas.block(x, y, (bar.stripes - 0.14) * width, tall, _shade(look, (bar.end - bar.start) * 60))


class _Bar(NamedTuple):
    """Something that happens: the day and its stripe from 0, how many stripes it crosses, start and end in hours from the
    midnight with which the day begins."""

    day: int
    stripe: int
    stripes: int
    start: float
    end: float


def _bars_of_day(day: Day, rooms: tuple[str, ...], index: int, event: Event) -> Iterator[_Bar]:
    for session in day.sessions:
        if session.kind in {"break", "social"}:
            continue
        timed = [(item.start, item.end) for item in session.items if item.start and item.end]
        spans = timed or ([(session.start, session.end)] if session.end else [])
        at = [(rooms.index(room), 1) for room in session.rooms if room in rooms] or [(0, len(rooms))]
        for (start, end), (stripe, stripes) in product(spans, at):
            here = on_event_clock(start, event).replace(tzinfo=None)
            begin = (here - datetime.combine(day.date, time())).total_seconds() / 3600
            yield _Bar(index, stripe, stripes, begin, begin + (end.timestamp() - start.timestamp()) / 3600)


def _shade(look: Look, minutes: float) -> Color:
    share = next((share for limit, share in _FAINT if minutes <= limit), 0.28)
    pairs = zip(look.thin, look.happening, strict=True)
    red, green, blue = (thin * share + strong * (1 - share) for thin, strong in pairs)
    return red, green, blue
