"""Total-fit line breaking on plain numbers: a pure function that knows neither fonts nor words.

D. E. Knuth and M. F. Plass, Breaking Paragraphs into Lines, Software: Practice and Experience 11 (1981). The paragraph is
a row of pieces; a line may end after any piece whose penalty allows it. Sums along the row are prefix arrays, and for every
start only the ends within reach are looked at, the first of them found by bisection.
"""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from operator import add

# Demerits after TeX's \adjdemerits, \doublehyphendemerits, \finalhyphendemerits and \linepenalty.
_UNEVEN, _DOUBLE_HYPHEN, _FINAL_HYPHEN, _LINE_PENALTY = 10_000, 10_000, 5_000, 10
# A last line shorter than this share of the measure (a runt) is demerited, the more the shorter it is.
_RUNT, _RUNT_FIXED, _RUNT_GROWING = 0.12, 5_000, 40_000

# advance with the space after it, stretch, shrink; what a line ending here takes back of the three; left protrusion;
# penalty of a break after it; 1 if that break shows a hyphen
Piece = tuple[float, float, float, float, float, float, float, float, int]

# demerits so far, fitness class, node before, piece that ends the line
Node = tuple[float, int, "Node | None", int]


@dataclass(frozen=True, slots=True)
class _Row:
    """The pieces as prefix arrays. `x_end`, `y_end`, `z_end`: advance, stretch and shrink up to a line's end there."""

    x: list[float]
    y: list[float]
    z: list[float]
    x_end: list[float]
    y_end: list[float]
    z_end: list[float]
    left: tuple[float, ...]
    penalty: tuple[float, ...]
    hyphen: tuple[int, ...]


def _row(pieces: list[Piece]) -> _Row:
    advance, stretch, shrink, x_back, y_back, z_back, left, penalty, hyphen = zip(*pieces, strict=True)
    x, y, z = list(accumulate(advance)), list(accumulate(stretch)), list(accumulate(shrink))
    x_end, y_end, z_end = list(map(add, x, x_back)), list(map(add, y, y_back)), list(map(add, z, z_back))
    return _Row(x, y, z, x_end, y_end, z_end, left, penalty, hyphen)


def fit(pieces: list[Piece], width: float, tolerance: float) -> list[int] | None:
    """Index of the last piece of every line, so that the demerits of the whole paragraph are least.

    Lengths and `width` are in one unit. None when no way keeps every line's stretch ratio within `tolerance`.
    """
    row = _row(pieces)
    count = len(pieces)
    widest = [x + tolerance * y for x, y in zip(row.x_end, row.y_end, strict=True)]
    nodes: list[dict[int, Node]] = [{} for _ in range(count)]
    _reach(row, -1, [(0.0, 1, None, -1)], nodes, width, tolerance, widest)
    for start in range(count - 1):
        here = nodes[start]
        if here:
            best = min(node[0] for node in here.values()) + _UNEVEN
            live = [node for node in here.values() if node[0] <= best]
            _reach(row, start, live, nodes, width, tolerance, widest)
    if not nodes[-1]:
        return None
    node = min(nodes[-1].values(), key=lambda final: final[0])
    ends = []
    while node[2] is not None:
        ends.append(node[3])
        node = node[2]
    return ends[::-1]


def _reach(
    row: _Row,
    start: int,
    live: list[Node],
    nodes: list[dict[int, Node]],
    width: float,
    tolerance: float,
    widest: list[float],
) -> None:
    """Enter into `nodes` every line that can begin after piece `start`."""
    x0, y0, z0, hyphen0 = row.left[start + 1], 0.0, 0.0, 0
    if start >= 0:
        x0, y0, z0, hyphen0 = row.x[start] + x0, row.y[start], row.z[start], row.hyphen[start]
    x_end, y_end, z_end, penalty, hyphen = row.x_end, row.y_end, row.z_end, row.penalty, row.hyphen
    last = len(x_end) - 1
    for end in range(min(bisect_left(widest, width + x0 + tolerance * y0, start + 1), last), last + 1):
        gap = width - x_end[end] + x0
        if gap >= 0:
            stretch = y_end[end] - y0
            ratio = 0.0 if end == last else gap / stretch if stretch > 0 else (0.0 if gap == 0 else 1e6)
            if ratio > tolerance:
                continue
        else:
            shrink = z_end[end] - z0
            ratio = gap / shrink if shrink > 0 else -1e6
            if ratio < -1:
                return
        badness = _LINE_PENALTY + 100 * abs(ratio) ** 3
        if end != last:
            badness += penalty[end]
        demerits = badness * badness
        if hyphen0:
            demerits += _FINAL_HYPHEN if end == last else _DOUBLE_HYPHEN if hyphen[end] else 0
        if end == last and start >= 0 and width - gap < _RUNT * width:
            demerits += _RUNT_FIXED + _RUNT_GROWING * (1 - (width - gap) / (_RUNT * width))
        _enter(nodes[end], live, demerits, _fitness(ratio), end)


def _fitness(ratio: float) -> int:
    """Tight, decent, loose or very loose: lines next to each other should not differ by more than one class."""
    return 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3


def _enter(at: dict[int, Node], live: list[Node], demerits: float, fitness: int, end: int) -> None:
    """Keep the best way to a line that ends at piece `end` with this fitness."""
    total, before = min(
        ((node[0] + demerits + (_UNEVEN if abs(fitness - node[1]) > 1 else 0), node) for node in live),
        key=lambda way: way[0],
    )
    known = at.get(fitness)
    if known is None or total < known[0]:
        at[fitness] = (total, fitness, before, end)
