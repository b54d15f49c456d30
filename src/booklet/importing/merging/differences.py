"""Two lists of texts into the stretches in which they differ, in bounded time."""

from booklet.plain_dataclasses import dataclass

_CELLS = 1_000_000


@dataclass(frozen=True, slots=True)
class Difference:
    """Entries `start` up to `end` of the first list are entries `first` up to `last` of the second."""

    start: int
    end: int
    first: int
    last: int


def differences(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[Difference, ...]:
    """The fewest entries that differ, in order; entries that were changed one by one are parted one by one. Lists that
    are too long to be compared differ from the first to the last entry that is not alike."""
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < min(len(one), len(other)) - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    mine, yours = one[head : len(one) - tail], other[head : len(other) - tail]
    pairs = _common(mine, yours) if len(mine) * len(yours) <= _CELLS else []
    found: list[Difference] = []
    at, to = 0, 0
    for left, right in (*pairs, (len(mine), len(yours))):
        found += _parted(Difference(head + at, head + left, head + to, head + right))
        at, to = left + 1, right + 1
    return tuple(found)


def _parted(one: Difference) -> list[Difference]:
    lengths = one.end - one.start, one.last - one.first
    if lengths == (0, 0):
        return []
    if lengths[0] != lengths[1]:
        return [one]
    return [
        Difference(one.start + step, one.start + step + 1, one.first + step, one.first + step + 1)
        for step in range(lengths[0])
    ]


def _common(one: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[int, int]]:
    """The pairs of a longest common subsequence."""
    lengths = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for left in range(len(one) - 1, -1, -1):
        row, below = lengths[left], lengths[left + 1]
        for right in range(len(other) - 1, -1, -1):
            row[right] = below[right + 1] + 1 if one[left] == other[right] else max(below[right], row[right + 1])
    pairs = []
    left = right = 0
    while left < len(one) and right < len(other):
        if one[left] == other[right]:
            pairs.append((left, right))
            left, right = left + 1, right + 1
        elif lengths[left + 1][right] >= lengths[left][right + 1]:
            left += 1
        else:
            right += 1
    return pairs
