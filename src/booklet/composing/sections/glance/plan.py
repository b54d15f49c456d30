"""A program → its grids: how the days are parted among pages, and the one size for all of them."""

from collections.abc import Callable, Iterator, Sequence

from booklet.composing.labels import Labels
from booklet.composing.program_form import glance_form
from booklet.composing.sections.glance.axis import Stretch
from booklet.composing.sections.glance.boxes import Box, boxes_of, sessions_of
from booklet.composing.sections.glance.grid import Grid
from booklet.composing.sections.glance.measures import FLOOR, sizes
from booklet.composing.sections.glance.room_groups import room_groups
from booklet.model.day import Day
from booklet.model.program import Program
from booklet.plain_dataclasses import dataclass, replace
from booklet.styling.style import Style, TextStyle

# The share of titles that stand in full, at least, and the largest number of those below the grid.
_SHARE, _MOST_KEYS = 0.8, 12
# Beyond so many boxes nobody reads a page, and trying would take long.
_MOST_BOXES = 250
# A day is read on one page when that can be done at the largest size but so much.
_STEPS_DOWN = 2.0
# Where a day may be parted in two, as shares of its length; from which length on a pause is one.
_EARLIEST, _LATEST, _PAUSE = 0.25, 0.75, 15.0


@dataclass(frozen=True, slots=True)
class Part:
    """What stands on one page: boxes of some rooms, of a whole day or of a stretch of it. `by_room` says that other rooms of
    the day have other pages, `by_session` that its boxes are sessions, not their items. `busy` is when anything goes on
    in any room of the day."""

    day: int
    rooms: tuple[str, ...]
    boxes: tuple[Box, ...]
    by_room: bool = False
    by_session: bool = False
    busy: tuple[Stretch, ...] = ()


LayOut = Callable[[Part, tuple[TextStyle, ...]], Grid]


def parts_of(program: Program, day: Day, labels: Labels, style: Style, lay_out: LayOut) -> tuple[Part, ...]:
    """The pages of a day's grid: of its items on one page or two, else of its sessions; none where it is better shown by its
    overview, or by nothing."""
    if glance_form(program, day) != "grid":
        return ()
    settings, styles = program.settings.program, least_styles(style)
    rooms = tuple(room.name for room in day.rooms)
    boxes = boxes_of(program, day, labels)
    whole = Part(day.number, rooms, boxes, busy=tuple((box.begin, box.end) for box in boxes))
    if settings.rooms:
        groups = room_groups(day.rooms, settings.rooms)
        parts = [_of_rooms(whole, tuple(room.name for room in group), by_room=len(groups) > 1) for group in groups]
        return tuple(readable for part in parts for readable in made_readable(part, styles, lay_out))
    sessions = Part(day.number, rooms, sessions_of(program, day, labels), by_session=True)
    for tried in ((whole,), _halves(whole), (sessions,)):
        if tried and _reads_well(tried, styles, lay_out):
            return tried
    return () if settings.glance == "auto" else tuple(made_readable(whole, styles, lay_out))


def at_one_level(
    program: Program, parts: dict[int, tuple[Part, ...]], labels: Labels, style: Style, lay_out: LayOut
) -> dict[int, tuple[Part, ...]]:
    """The days of a booklet alike: where one shows its sessions, others show theirs rather than items, if those read well.
    Where the rooms of a page are given, every day shows its items."""
    if not any(part.by_session for day in parts.values() for part in day):
        return parts
    alike = dict(parts)
    for day in program.days:
        if parts[day.number] and not parts[day.number][0].by_session:
            boxes = sessions_of(program, day, labels)
            sessions = Part(day.number, tuple(room.name for room in day.rooms), boxes, by_session=True)
            if _reads_well((sessions,), least_styles(style), lay_out):
                alike[day.number] = (sessions,)
    return alike


def least_styles(style: Style) -> tuple[TextStyle, ...]:
    """The smallest size that a whole day may have on a page, and the next smaller one."""
    all_sizes = sizes(style.text.grid_title)
    least = max(FLOOR, style.text.grid_title.size - _STEPS_DOWN)
    first = next((place for place, size in enumerate(all_sizes) if size.size <= least), len(all_sizes) - 1)
    return all_sizes[first : first + 2]


def styles_for(parts: Sequence[Part], style: Style, lay_out: LayOut) -> tuple[TextStyle, ...]:
    """The size of all grids, and the next smaller one: the largest at which four fifths of the titles stand in full."""
    all_sizes = sizes(style.text.grid_title)
    for first in range(len(all_sizes)):
        styles = all_sizes[first : first + 2]
        if _reads_well(parts, styles, lay_out):
            return styles
    return all_sizes[-1:]


def _reads_well(parts: Sequence[Part], styles: tuple[TextStyle, ...], lay_out: LayOut) -> bool:
    full = titles = 0
    for part in parts:
        if len(part.boxes) > _MOST_BOXES:
            return False
        grid = lay_out(part, styles)
        if not _is_readable(grid):
            return False
        counted = grid.in_full(also_smaller=False)
        full, titles = full + counted[0], titles + counted[1]
    return full >= _SHARE * titles


def _is_readable(grid: Grid) -> bool:
    return grid.settled and len(grid.keyed) <= _MOST_KEYS


def made_readable(part: Part, styles: tuple[TextStyle, ...], lay_out: LayOut) -> Iterator[Part]:
    """The part on as many pages as it takes: with fewer rooms on each, then with fewer boxes; on none without any."""
    if not part.boxes:
        return
    if len(part.boxes) == 1 or (len(part.boxes) <= _MOST_BOXES and _is_readable(lay_out(part, styles))):
        yield part
    elif len(part.rooms) > 1:
        middle = (len(part.rooms) + 1) // 2
        halves = (_of_rooms(part, rooms, by_room=True) for rooms in (part.rooms[:middle], part.rooms[middle:]))
        for half in halves:
            yield from made_readable(half, styles, lay_out)
    else:
        for piece in _halves(part, anywhere=True):
            yield from made_readable(piece, styles, lay_out)


def _of_rooms(part: Part, rooms: tuple[str, ...], *, by_room: bool) -> Part:
    """The part with some of its rooms, those of which nothing happens in left out; what has no room stays with all."""
    boxes = tuple(box for box in part.boxes if not box.rooms or set(box.rooms) & set(rooms))
    used = {room for box in boxes for room in box.rooms}
    return replace(part, rooms=tuple(room for room in rooms if room in used), boxes=boxes, by_room=by_room)


def _halves(part: Part, *, anywhere: bool = False) -> tuple[Part, ...]:
    """Two parts, before and after the longest break near the middle of the day; none where there is no moment at which
    nothing goes on, unless it may be parted `anywhere`."""
    cut = _cut(part.boxes)
    if cut is None and not anywhere:
        return ()
    before = [box for box in part.boxes if cut is not None and box.begin < cut]
    if not before or len(before) == len(part.boxes):
        before = list(part.boxes[: len(part.boxes) // 2])
    names = {box.name for box in before}
    after = [box for box in part.boxes if box.name not in names]
    parts = (replace(part, boxes=tuple(boxes)) for boxes in (before, after))
    return tuple(_of_rooms(half, half.rooms, by_room=part.by_room) for half in parts)


def _cut(boxes: Sequence[Box]) -> float | None:
    """The end of the longest break in the middle half of the day: of something that is for all, or of nothing at all; else
    the moment nearest to the middle at which nothing goes on."""
    begin, end = boxes[0].begin, max(box.end for box in boxes)
    first, last = begin + _EARLIEST * (end - begin), begin + _LATEST * (end - begin)
    clear = [moment for moment in {box.begin for box in boxes} if not any(b.begin < moment < b.end for b in boxes)]
    inside = sorted(moment for moment in clear if first <= moment <= last)
    if not inside:
        return None
    pauses = {moment: _pause_before(moment, boxes) for moment in inside}
    longest = max(inside, key=lambda moment: pauses[moment])
    if pauses[longest] >= _PAUSE:
        return longest
    return min(inside, key=lambda moment: abs(moment - (begin + end) / 2))


def _pause_before(moment: float, boxes: Sequence[Box]) -> float:
    """How long there was nothing but a break before a moment."""
    ends = [box.end for box in boxes if box.begin < moment and box.look != "break"]
    return moment - max(ends, default=moment)
