"""The ornament of the front cover: the program itself as rings, so that no two covers look alike."""

from booklet.model.local_times import local_times
from booklet.model.program import Program
from booklet.styling.style import Color, Style
from booklet.tagged_canvas import TaggedCanvas
from booklet.units import MM

_FEWEST_RINGS = 3


def draw_rings(program: Program, style: Style, scale: float, canvas: TaggedCanvas) -> None:
    """A ring for every city, 24 hours clockwise from midnight at the top: its night thin, its day thick, the sessions solid.

    `scale` turns distances of A4 into those of the page. Nothing is drawn for fewer than three cities.
    """
    cities = [city for region in program.event.regions for city in region.cities]
    sessions = [session for session in program.sessions if session.end]
    if len(cities) < _FEWEST_RINGS or not sessions:
        return
    colors = style.colors
    x, y = style.page.width - 42 * MM * scale, style.page.height - 66.3 * MM * scale
    step, inner = 8.2 * MM * scale, 15 * MM * scale
    for index, city in enumerate(cities):
        radius = inner + index * step
        canvas.ring(x, y, radius, 0.35, _mixed(colors.accent, 0.45))
        canvas.ring(x, y, radius, 1.8, _mixed(colors.accent, 0.32), _arc(6, 17))
        for session in sessions:
            local = local_times(city, session.start, session.end or session.start, session.date)
            hours = (local.end.timestamp() - local.start.timestamp()) / 3600
            begin = local.start.hour + local.start.minute / 60
            canvas.ring(x, y, radius, step * 0.72, colors.second, _arc(begin, min(hours, 24)))


def _arc(hour: float, hours: float) -> tuple[float, float]:
    return hour * 15, hours * 15


def _mixed(color: Color, white: float) -> Color:
    red, green, blue = (part + (1 - part) * white for part in color)
    return red, green, blue
