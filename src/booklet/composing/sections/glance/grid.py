"""Boxes, columns and a frame → a grid: cells at their places, and the list below of those that only have a number."""

from collections.abc import Callable, Sequence

from booklet.composing.sections.glance.axis import Axis, Stretch, axis_of
from booklet.composing.sections.glance.boxes import Box
from booklet.composing.sections.glance.cell import RIGHT, Cell, kept_for_discs
from booklet.composing.sections.glance.key_list import KeyList
from booklet.composing.sections.glance.ladder import GAP, Wording, narrowest, wording
from booklet.composing.sections.glance.measures import FLOOR, Measures, Words
from booklet.composing.sections.glance.spots import Columns, Spot
from booklet.plain_dataclasses import dataclass, replace
from booklet.styling.style import TextStyle

# A slot is very short when it is lower than a line of the smallest size; such neighbors form one cell.
_LOW = FLOOR * 1.2
_NEIGHBORS = 10.0
# A title may stand over so many free minutes below its box.
_BORROWED = 30.0
_ROUNDS = 3

Notes = Callable[[bool, bool], float]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a grid stands, in points: its left edge, widths of the column of times and of all, `gap` between columns, `inset`
    of the text in a cell, and the height there is for the grid and all that is below it."""

    left: float
    width: float
    times: float
    gap: float
    inset: float
    height: float

    def edges_of(self, first: int, last: int, columns: int) -> tuple[float, float]:
        """Left edge of a column, and right edge of another."""
        pitch = (self.width - self.times + self.gap) / columns
        left = self.left + self.times
        return left + first * pitch, left + (last + 1) * pitch - self.gap

    def edges(self, spot: Spot, columns: int) -> tuple[float, float]:
        """Left and right edge of a spot."""
        left, right = self.edges_of(spot.first, spot.last, columns)
        lane = (right - left) / spot.lanes
        return left + spot.lane * lane, left + (spot.lane + 1) * lane - (GAP if spot.lane + 1 < spot.lanes else 0.0)


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid that is ready to be drawn. `keyed` are the boxes of the list below, by their numbers; `settled` says that the
    list has its place."""

    frame: Frame
    axis: Axis
    columns: Columns
    cells: tuple[Cell, ...]
    keyed: tuple[Box, ...]
    styles: tuple[TextStyle, ...]
    settled: bool

    @property
    def shortened(self) -> tuple[Box, ...]:
        """The boxes whose titles end in an ellipsis."""
        return tuple(cell.box for cell in self.cells if cell.wording.form == "short")

    def in_full(self, *, also_smaller: bool = True) -> tuple[int, int]:
        """How many titles stand in full, and of how many; breaks do not count."""
        titles = [cell for cell in self.cells for spot in cell.spots if spot.box.look != "break"]
        sizes = {0, 1} if also_smaller else {0}
        full = sum(cell.wording.form == "full" and cell.wording.size in sizes for cell in titles)
        return full, len(titles)


def lay_out(
    columns: Columns,
    frame: Frame,
    styles: tuple[TextStyle, ...],
    measures: Measures,
    zone: str,
    notes: Notes,
    busy: Sequence[Stretch] = (),
) -> Grid:
    """The grid of some columns in the sizes `styles`. `notes` gives the height of what is noted below it, by whether titles
    are shortened and whether any are numbered. Room for the list of numbered titles is found by repeating; where that does
    not come to rest, or the list would take half of the room, the grid is not settled. Nothing is folded that is `busy`."""
    here = [(spot.box.begin, spot.box.end) for spot in columns.spots]
    start, end = min(here)[0], max(until for _, until in here)
    times = [*here, *((max(begin, start), min(until, end)) for begin, until in busy if begin < end and start < until)]
    long = [
        (spot.box.begin, spot.box.end)
        for spot in columns.spots
        if spot.box.is_long and spot.lanes == 1 and (spot.first, spot.last) == (0, len(columns.headings) - 1)
    ]
    taken = notes(False, False)
    for last in (*[False] * _ROUNDS, True):
        axis = axis_of(times, zone, frame.height - taken, long)
        cells = _cells(columns, frame, axis, styles, measures)
        cells, keyed = _numbered(cells)
        shorter = any(cell.wording.form == "short" for cell in cells)
        needed = notes(shorter, bool(keyed)) + KeyList(keyed, frame.width, measures).height
        grid = Grid(frame, axis, columns, cells, keyed, styles, settled=needed <= taken + 1e-6)
        if last or grid.settled or needed > frame.height / 2:
            break
        taken = needed
    return grid


def _cells(
    columns: Columns, frame: Frame, axis: Axis, styles: tuple[TextStyle, ...], measures: Measures
) -> tuple[Cell, ...]:
    """All cells with their wordings, in the order in which they are read; where one has a disc no other has words."""
    ahead = _begins_below(columns, frame, axis)
    groups = _groups(columns.spots, axis)

    def made(group: list[Spot], kept: float, lift: float) -> Cell:
        first, last = group[0], group[-1]
        left, right = frame.edges(first, len(columns.headings))
        top, end = axis.depth(first.box.begin), axis.depth(max(spot.box.end for spot in group))
        width = right - left - frame.inset - RIGHT - kept
        below = max(0.0, min(ahead[last], axis.depth(min(last.box.end + _BORROWED, axis.end))) - end)
        if len(group) > 1:
            fits = styles[-1].size <= end - top + below and width >= narrowest(first.box, styles[-1])
            size = len(styles) - 1
            worded = Wording("number" if fits else "disc", size, Words(first.box), styles[-1].size)
        else:
            worded = wording(first.box, measures, styles, width, end - top - GAP, below)
        return Cell(tuple(group), left, right, top, end, worded, kept=kept, lift=lift)

    cells = [made(group, 0.0, 0.0) for group in groups]
    while (kept := kept_for_discs(cells, styles[-1].size)) != [(cell.kept, cell.lift) for cell in cells]:
        cells = [
            before if (before.kept, before.lift) == room else made(group, *room)
            for before, group, room in zip(cells, groups, kept, strict=True)
        ]
    return tuple(cells)


def _groups(spots: Sequence[Spot], axis: Axis) -> list[list[Spot]]:
    """Spots alone, and very short neighbors together."""
    done: list[list[Spot]] = []
    for spot in spots:
        low = axis.depth(spot.box.end) - axis.depth(spot.box.begin) < _LOW
        before = done[-1][-1] if done else None
        if low and before and _is_low_neighbor(before, spot, axis):
            done[-1].append(spot)
        else:
            done.append([spot])
    return done


def _is_low_neighbor(before: Spot, spot: Spot, axis: Axis) -> bool:
    same = replace(spot, box=before.box) == before
    near = 0 <= spot.box.begin - before.box.end <= _NEIGHBORS
    return same and near and axis.depth(before.box.end) - axis.depth(before.box.begin) < _LOW


def _begins_below(columns: Columns, frame: Frame, axis: Axis) -> dict[Spot, float]:
    """For every spot, how far down there is nothing below it: to what begins next, to a fold, or to the end of the axis."""
    count = len(columns.headings)
    edges = {spot: frame.edges(spot, count) for spot in columns.spots}
    found: dict[Spot, float] = {}
    by_time = sorted(columns.spots, key=lambda spot: spot.box.begin)
    folds = [begin for begin, _ in axis.folds]
    for spot in by_time:
        end = spot.box.end
        left, right = edges[spot]
        limits = [
            other.box.begin
            for other in by_time
            if end <= other.box.begin < end + _BORROWED and edges[other][0] < right and left < edges[other][1]
        ]
        limits += [begin for begin in folds if begin >= end]
        found[spot] = min([axis.depth(axis.end), *(axis.depth(limit) for limit in limits)])
    return found


def _numbered(cells: Sequence[Cell]) -> tuple[tuple[Cell, ...], tuple[Box, ...]]:
    """Numbers for what has no title in its cell, by time, those of one cell one after another; and their boxes."""
    keyed: list[Box] = []
    numbers: dict[int, tuple[int, ...]] = {}
    order = sorted(range(len(cells)), key=lambda place: (cells[place].box.begin, cells[place].left))
    for place in order:
        cell = cells[place]
        if cell.wording.form in {"number", "disc"}:
            names = [box.name for box in keyed]
            wanted = [spot.box for spot in cell.spots]
            new = [box for box in wanted if box.name not in names]
            keyed += new
            names += [box.name for box in new]
            numbers[place] = tuple(names.index(box.name) + 1 for box in wanted)
    done = tuple(replace(cell, numbers=numbers.get(place, ())) for place, cell in enumerate(cells))
    return done, tuple(keyed)
