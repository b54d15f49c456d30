"""Total-fit line breaking on plain numbers: a pure function that knows neither fonts nor words.

D. E. Knuth and M. F. Plass, Breaking Paragraphs into Lines, Software: Practice and Experience 11 (1981). The paragraph is
a row of pieces; a line may end after any piece whose penalty allows it. Sums along the row are prefix arrays, and for every
start only the ends within reach are looked at, the first of them found by bisection.
"""

from bisect import bisect_left
from itertools import accumulate
from operator import add
from typing import NamedTuple

# Demerits after TeX's \adjdemerits, \doublehyphendemerits, \finalhyphendemerits and \linepenalty.
# Each further hyphen on lines in a row weighs more: narrow columns would have them in fours.
_UNEVEN, _DOUBLE_HYPHEN, _FINAL_HYPHEN, _LINE_PENALTY = 10_000.0, 10_000, 5_000, 10
# A last line shorter than this share of the measure (a runt) is demerited, the more the shorter it is.
_RUNT, _RUNT_FIXED, _RUNT_GROWING = 0.12, 5_000, 40_000

# advance with the space after it, stretch, shrink; what a line ending here takes back of the three; left protrusion;
# penalty of a break after it; 1 if that break shows a hyphen
Piece = tuple[float, float, float, float, float, float, float, float, int]

# demerits so far, node before, piece that ends the line, number of lines in a row that end with a hyphen
Node = tuple[float, "Node | None", int, int]
# The best node of each fitness class: tight, decent, loose, very loose.
_Nodes = list["Node | None"]
# The demerits and the node from which a line of each class goes on best.
_Ways = tuple[tuple[float, Node], ...]

# Where a line begins: after a piece, the advance at which it would be full, stretch and shrink up to there, the ways to it
_Start = tuple[int, float, float, float, _Ways]


class _Row(NamedTuple):
    """The pieces as prefix arrays. `x_end`: advance up to a line's end there; `y`, `z`: stretch and shrink with the space
    after it, of which `y_back` and `z_back` take back what a line's end does not have; `widest`: the advance at which a line
    up to there would be as loose as it may, and no less."""

    x_end: list[float]
    y: list[float]
    z: list[float]
    y_back: tuple[float, ...]
    z_back: tuple[float, ...]
    penalty: tuple[float, ...]
    hyphen: tuple[int, ...]
    widest: list[float]
    x: list[float]
    left: tuple[float, ...]


def is_blemished(pieces: list[Piece], ends: list[int], width: float) -> bool:
    """Whether three lines in a row end with a hyphen, or the last of several is too short to close a paragraph, or no more
    than the end of a hyphenated word."""
    hyphens = [pieces[end][8] for end in ends]
    if any(first and second and third for first, second, third in zip(hyphens, hyphens[1:], hyphens[2:], strict=False)):
        return True
    if len(ends) == 1:
        return False
    last = pieces[ends[-2] + 1 :]
    length = sum(piece[0] for piece in last) + last[-1][3]
    return length < _RUNT * width or (len(last) == 1 and hyphens[-2] == 1)


def fit(pieces: list[Piece], width: float, tolerance: float, tightness: float = 1.0) -> list[int] | None:
    """Index of the last piece of every line, so that the demerits of the whole paragraph are least.

    Lengths and `width` are in one unit. None when no way keeps every line's stretch ratio within `tolerance` and its shrink
    ratio within `tightness`.
    """
    row = _row(pieces, tolerance)
    last = len(pieces) - 1
    nodes: list[_Nodes | None] = [None] * (last + 1)
    first: Node = (0.0, None, -1, 0)
    ways: _Ways = ((0.0, first), (0.0, first), (0.0, first), (_UNEVEN, first))
    start: _Start = (-1, width + row.left[0], 0.0, 0.0, ways)
    reached = _set_lines(row, start, nodes, tolerance, tightness)
    _set_last(row, start, nodes, width, tightness)
    for at in range(last):
        here = nodes[at]
        if here is None:
            if at >= reached:
                break
            continue
        room, z = width + row.x[at] + row.left[at + 1], row.z[at]
        start = (at, room, row.y[at], z, _ways(here))
        reached = max(reached, _set_lines(row, start, nodes, tolerance, tightness))
        if row.x_end[last] - room <= tightness * (row.z[last] + row.z_back[last] - z):
            _set_last(row, start, nodes, width, tightness)
    final = [node for node in nodes[last] or () if node]
    if not final:
        return None
    node = min(final, key=lambda node: node[0])
    ends = []
    while node[1] is not None:
        ends.append(node[2])
        node = node[1]
    return ends[::-1]


def _row(pieces: list[Piece], tolerance: float) -> _Row:
    advance, stretch, shrink, x_back, y_back, z_back, left, penalty, hyphen = zip(*pieces, strict=True)
    x, y, z = list(accumulate(advance)), list(accumulate(stretch)), list(accumulate(shrink))
    x_end = list(map(add, x, x_back))
    widest = list(map(add, x_end, y if tolerance == 1 else map(tolerance.__mul__, y)))
    return _Row(x_end, y, z, y_back, z_back, penalty, hyphen, widest, x, left)


def _ways(here: _Nodes) -> _Ways:
    """The cheapest way on to a line of each fitness class."""
    best: Node | None = None
    for node in here:
        if node is not None and (best is None or node[0] < best[0]):
            best = node
    if best is None:
        raise ValueError("no way leads here")
    far = best[0] + _UNEVEN
    uneven = (far, best)
    tight, decent, loose, very_loose = [uneven if node is None or node[0] > far else (node[0], node) for node in here]
    even = tight if tight[0] < decent[0] else decent
    slack = loose if loose[0] <= very_loose[0] else very_loose
    return even, even if even[0] <= loose[0] else loose, decent if decent[0] <= slack[0] else slack, slack


def _set_lines(row: _Row, start: _Start, nodes: list[_Nodes | None], tolerance: float, tightness: float) -> int:
    """Enter every line from `start` that does not end the paragraph into `nodes`; the last end reached, or -1."""
    x_end, y, z, y_back, z_back, penalty, hyphen, widest, _, _ = row
    at, room, y0, z0, ways = start
    reached = -1
    for end in range(bisect_left(widest, room + tolerance * y0, at + 1), len(x_end) - 1):
        gap = room - x_end[end]
        if gap >= 0:
            stretch = y[end] + y_back[end] - y0
            ratio = gap / stretch if stretch > 0 else (0.0 if gap == 0 else 1e6)
            if ratio > tolerance:
                continue
            badness = _LINE_PENALTY + 100 * ratio * ratio * ratio + penalty[end]
            kind = 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3
        else:
            shrink = z[end] + z_back[end] - z0
            ratio = gap / shrink if shrink > 0 else -1e6
            if ratio < -tightness:
                break
            badness = _LINE_PENALTY - 100 * ratio * ratio * ratio + penalty[end]
            kind = 0 if ratio < -0.5 else 1
        demerits, node = ways[kind]
        demerits += badness * badness
        hyphens = 0
        if hyphen[end]:
            hyphens = node[3] + 1
            demerits += _DOUBLE_HYPHEN * (hyphens - 1) ** 2
        reached = end
        here = nodes[end]
        if here is None:
            here = nodes[end] = [None, None, None, None]
        known = here[kind]
        if known is None or demerits < known[0]:
            here[kind] = (demerits, node, end, hyphens)
    return reached


def _set_last(row: _Row, start: _Start, nodes: list[_Nodes | None], width: float, tightness: float) -> None:
    """Enter the line from `start` to the end of the paragraph, if it is not too long."""
    at, room, _, z0, ways = start
    last = len(row.x_end) - 1
    gap = room - row.x_end[last]
    ratio = 0.0
    if gap < 0:
        shrink = row.z[last] + row.z_back[last] - z0
        ratio = gap / shrink if shrink > 0 else -1e6
        if ratio < -tightness:
            return
    kind = 0 if ratio < -0.5 else 1
    demerits, node = ways[kind]
    demerits += (_LINE_PENALTY - 100 * ratio * ratio * ratio) ** 2
    if at >= 0 and row.hyphen[at]:
        demerits += _FINAL_HYPHEN
    if at >= 0 and width - gap < _RUNT * width:
        demerits += _RUNT_FIXED + _RUNT_GROWING * (1 - (width - gap) / (_RUNT * width))
    _enter(nodes, last, kind, (demerits, node, last, 0))


def _enter(nodes: list[_Nodes | None], end: int, kind: int, node: Node) -> None:
    """Keep the best way to a line that ends at piece `end` in this class."""
    at = nodes[end]
    if at is None:
        at = nodes[end] = [None, None, None, None]
    known = at[kind]
    if known is None or node[0] < known[0]:
        at[kind] = node
