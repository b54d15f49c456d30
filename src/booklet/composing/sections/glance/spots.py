"""Boxes and rooms → in which columns every box stands, so that none stands on another."""

from collections.abc import Iterator, Sequence

from booklet.composing.sections.glance.boxes import Box
from booklet.plain_dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Spot:
    """A box over the columns `first` to `last`; of a column that several boxes share at a time it has the lane `lane` of
    `lanes`."""

    box: Box
    first: int
    last: int
    lane: int = 0
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class Columns:
    """Headings of the columns (the last is empty where a column had to be added for what has no room), and what stands in
    them, in the order in which it is read: what is over all of them, then column by column, each by time."""

    headings: tuple[str, ...]
    spots: tuple[Spot, ...]

    def over_all(self) -> tuple[Spot, ...]:
        """What stands over all columns, where there are several."""
        count = len(self.headings)
        return tuple(spot for spot in self.spots if count > 1 and spot.last - spot.first + 1 == count)


def columns_of(boxes: Sequence[Box], rooms: Sequence[str]) -> Columns:
    """Boxes in columns of rooms; those in other rooms are left out. What everybody comes to stands over all columns where
    nothing else goes on, and a room of nothing else has no column."""
    here = [box for box in boxes if not box.rooms or not set(box.rooms).isdisjoint(rooms)]
    joint = {box.name for box in here if box.rooms and box.gathers and not _has_parallel(box, here)}
    used = {room for box in here if box.name not in joint for room in box.rooms}
    rooms = tuple(room for room in rooms if room in used) or tuple(rooms)
    placed: list[Spot] = []
    for box in here:
        numbers = [number for number, room in enumerate(rooms) if room in box.rooms]
        if box.name in joint:
            named = box if len(numbers) == len(rooms) else replace(box, place=box.where)
            placed.append(Spot(named, 0, len(rooms) - 1))
        else:
            placed += [Spot(box, first, last) for first, last in _runs(numbers)]
    placed = _parted(placed)
    count = len(rooms)
    alone: list[Box] = []
    left_over = [box for box in here if not box.rooms]
    for box in sorted(left_over, key=lambda box: (not box.for_all, box.begin)):
        free = [number for number in range(count) if not _is_taken(number, box, placed)]
        if free and (len(free) == count or box.for_all):
            placed += [Spot(box, first, last) for first, last in _runs(free)]
        else:
            alone.append(box)
    if alone:
        placed += [Spot(box, count, count) for box in alone]
    headings = (*rooms, *([""] if alone or not rooms else []))
    placed = [spot for column in range(len(headings)) for spot in _in_lanes(placed, column)]
    return Columns(headings, tuple(placed))


def _has_parallel(box: Box, boxes: Sequence[Box]) -> bool:
    """Whether anything else goes on at the time of a box."""
    return any(other is not box and other.overlaps(box) for other in boxes)


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Neighboring columns together."""
    for place, number in enumerate(numbers):
        if place and number == numbers[place - 1] + 1:
            continue
        last = place
        while last + 1 < len(numbers) and numbers[last + 1] == numbers[last] + 1:
            last += 1
        yield number, numbers[last]


def _parted(spots: list[Spot]) -> list[Spot]:
    """Spots over several columns in which something else goes on become one for each column."""
    clash: set[int] = set()
    in_order = sorted(range(len(spots)), key=lambda number: spots[number].box.begin)
    for place, number in enumerate(in_order):
        one = spots[number]
        for other_number in in_order[place + 1 :]:
            other = spots[other_number]
            if other.box.begin >= one.box.end:
                break
            if one.first <= other.last and other.first <= one.last:
                clash |= {number, other_number}
    done: list[Spot] = []
    for number, spot in enumerate(spots):
        columns = range(spot.first, spot.last + 1) if number in clash else ()
        done += [replace(spot, first=column, last=column) for column in columns] or [spot]
    return done


def _is_taken(column: int, box: Box, spots: list[Spot]) -> bool:
    return any(spot.first <= column <= spot.last and spot.box.overlaps(box) for spot in spots)


def _in_lanes(spots: list[Spot], column: int) -> Iterator[Spot]:
    """What begins in a column, by time; what goes on at one time in it side by side."""
    together: list[Spot] = []
    end = 0.0
    for spot in sorted(
        (spot for spot in spots if spot.first == column), key=lambda spot: (spot.box.begin, spot.box.name)
    ):
        if together and spot.box.begin >= end:
            yield from _side_by_side(together)
            together = []
        end = max(end, spot.box.end) if together else spot.box.end
        together.append(spot)
    yield from _side_by_side(together)


def _side_by_side(spots: list[Spot]) -> Iterator[Spot]:
    """Each in the first lane that is free."""
    ends: list[float] = []
    lanes: list[int] = []
    for spot in spots:
        lane = next((lane for lane, end in enumerate(ends) if end <= spot.box.begin), len(ends))
        ends[lane : lane + 1] = [spot.box.end]
        lanes.append(lane)
    for spot, lane in zip(spots, lanes, strict=True):
        yield replace(spot, lane=lane, lanes=len(ends))
