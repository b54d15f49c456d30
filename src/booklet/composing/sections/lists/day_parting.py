"""Heights of blocks, and the places where a page may begin → where pages do begin, so that none has only a little."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate


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
    # The least squares of what stays empty, for every place and number of pages before it.
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    again = {place.block: place.again for place in places} | {0: 0.0}
    for number in range(1, pages + 1):
        ends = [len(heights)] if number == pages else [place.block for place in places]
        step: dict[int, tuple[float, tuple[int, ...]]] = {}
        for end in ends:
            tried = [
                (cost + (room - used) ** 2, (*starts, end))
                for start, (cost, starts) in best.items()
                if start < end and (used := sums[end] - sums[start] + again[start]) <= room
            ]
            if tried:
                step[end] = min(tried)
        best = step
    return best[len(heights)][1][:-1] if len(heights) in best else None
