"""Heights of blocks, and the places where a page may begin → where pages do begin, so that none has only a little."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A block with which a page may begin, by its index: seconds of the break before it, and the height of what is repeated
    above it, in points."""

    block: int
    pause: float
    again: float = 0.0


def parted(heights: Sequence[float], places: Sequence[Place], room: float, pages: int) -> tuple[int, ...] | None:
    """The blocks with which the second and later of so many `pages` begin, each with `room` points for its blocks; None when
    that cannot be. Two pages part at the longest break that lets both hold their half; more share what there is evenly."""
    sums = [0.0, *accumulate(heights)]
    if pages == 2:
        for place in sorted(places, key=lambda one: -one.pause):
            if place.pause and max(sums[place.block], sums[-1] - sums[place.block] + place.again) <= room:
                return (place.block,)
    return _even(sums, places, room, pages)


def _even(sums: Sequence[float], places: Sequence[Place], room: float, pages: int) -> tuple[int, ...] | None:
    """The starts with the least squares of what stays empty; of those alike the earliest. `sums` are the heights above."""
    again = {place.block: place.again for place in places} | {0: 0.0}
    inner, last = sorted({place.block for place in places}), len(sums) - 1
    # For every start, with so many pages from it to the end: what they cost, and where the first of them ends.
    best: dict[int, tuple[float, int]] = {last: (0.0, last)}
    steps: list[dict[int, tuple[float, int]]] = []
    for before in reversed(range(pages)):
        ends = sorted(best)
        step: dict[int, tuple[float, int]] = {}
        for start in inner if before else (0,):
            if sums[start] > before * room + 1:  # a point for what sums are rounded
                break
            tried: list[tuple[float, int]] = []
            for end in ends[bisect_right(ends, start) :]:
                used = sums[end] - sums[start] + again[start]
                if used > room:
                    break
                tried.append((best[end][0] + (room - used) ** 2, end))
            if tried:
                step[start] = min(tried)
        best = step
        steps.append(step)
    at, starts = 0, []
    for step in reversed(steps):
        if at not in step:
            return None
        at = step[at][1]
        starts.append(at)
    return tuple(starts[:-1])
