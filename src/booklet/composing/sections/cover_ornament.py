"""The ornament of the front cover: the program itself, so that no two covers look alike."""

from dataclasses import dataclass
from datetime import date

from booklet.model.local_times import local_times
from booklet.model.program import Program
from booklet.model.session import Item
from booklet.styling.style import Color, Style
from booklet.tagged_canvas import TaggedCanvas
from booklet.units import MM

_FEWEST_RINGS, _FEWEST_BARS = 3, 20

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


def draw_ornament(program: Program, style: Style, look: Look, scale: float, canvas: TaggedCanvas) -> None:
    """Bars of the schedule where there are many items, else rings of the cities where there are a few; else nothing.

    `scale` turns distances of A4 into those of the page.
    """
    if sum(len(session.items) for session in program.sessions) >= _FEWEST_BARS:
        _bars(program, style, look, scale, canvas)
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


def _bars(program: Program, style: Style, look: Look, scale: float, canvas: TaggedCanvas) -> None:
    """A stripe for every room and day, a bar for every item at its true time and length; days side by side."""
    page = style.page
    stripes: dict[tuple[date, str], list[Item]] = {}
    for session in program.sessions:
        stripes.setdefault((session.day, session.room or ""), []).extend(session.items)
    hours = [_hours(item) for items in stripes.values() for item in items if item.start and item.end]
    if not hours:
        return
    first, last = min(start for start, _ in hours), max(end for _, end in hours)
    top, height = page.height - 36 * MM * scale, 88 * MM * scale
    width = min((page.width - 2 * page.left) / len(stripes), 14 * MM * scale)
    for index, key in enumerate(sorted(stripes)):
        x = page.left + index * width
        for item in stripes[key]:
            if item.start and item.end:
                start, end = _hours(item)
                y = top - (end - first) / (last - first) * height
                tall = max((end - start) / (last - first) * height - 1, 0.5)
                canvas.block(x, y, width * 0.86, tall, _shade(look, (end - start) * 60))


def _hours(item: Item) -> tuple[float, float]:
    """Start and end in hours from midnight of the day on which the item begins."""
    if item.start is None or item.end is None:
        return 0.0, 0.0
    start = item.start.hour + item.start.minute / 60
    return start, start + (item.end.timestamp() - item.start.timestamp()) / 3600


def _shade(look: Look, minutes: float) -> Color:
    share = next((share for limit, share in _FAINT if minutes <= limit), 0.28)
    pairs = zip(look.thin, look.happening, strict=True)
    red, green, blue = (thin * share + strong * (1 - share) for thin, strong in pairs)
    return red, green, blue
