"""Cells of a table as boxes → one box centered on the axis: matrices, cases, aligned equations."""

from collections.abc import Sequence

from booklet.lettering.mathematics.boxes import Box, Rule, Style, together
from booklet.lettering.mathematics.stacks import axis
from booklet.lettering.mathematics.stretching import centered

# TeX's strut: 0.7 and 0.3 of lines 1.2 times the size apart; lines that would touch keep the line skip.
_STRUT_HEIGHT = 840.0
_STRUT_DEPTH = 360.0
_LINE_SKIP = 100.0
_RULE = 40.0
_SIDE = 250.0


def table(
    cells: Sequence[Sequence[Box]],
    columns: str,
    gaps: Sequence[float],
    jot: float,
    style: Style,
    upright_rules: Sequence[int] = (),
    level_rules: Sequence[int] = (),
) -> Box:
    """Rows of boxes under each other. `columns`, `gaps`, `jot` and the rules are those of tree.Table."""
    k = style.size / 1000
    widths = [max((row[at].full_width for row in cells if at < len(row)), default=0.0) for at in range(len(columns))]
    lefts = _lefts(widths, [gap * k for gap in gaps], _SIDE * k if upright_rules else 0.0)
    full = lefts[-1] + widths[-1] + (_SIDE * k if upright_rules else 0.0)
    placed: list[tuple[float, float, Box | Rule]] = []
    edges = [0.0]
    y = 0.0
    for number, row in enumerate(cells):
        height = max(_STRUT_HEIGHT * k, *(box.height for box in row), 0.0)
        depth = max(_STRUT_DEPTH * k, *(box.depth for box in row), 0.0)
        y -= height if not number else height + jot * k + _touching(height, depth, k)
        for at, box in enumerate(row):
            spare = widths[at] - box.full_width
            x = lefts[at] + {"l": 0.0, "c": spare / 2, "r": spare}[columns[at]]
            placed.append((x, y, box))
        y -= depth
        edges.append(y)
    placed += [(0.0, edges[at] - _RULE * k / 2, Rule(full, _RULE * k)) for at in level_rules if at < len(edges)]
    for at in upright_rules:
        x = _between(lefts, widths, full, at)
        placed.append((x - _RULE * k / 2, y, Rule(_RULE * k, -y)))
    return centered(_whole(full, y, placed), axis(style))


def _touching(height: float, depth: float, k: float) -> float:
    tall = height > _STRUT_HEIGHT * k or depth > _STRUT_DEPTH * k
    return _LINE_SKIP * k if tall else 0.0


def _lefts(widths: list[float], gaps: Sequence[float], side: float) -> list[float]:
    lefts = [side]
    for at in range(1, len(widths)):
        lefts.append(lefts[-1] + widths[at - 1] + gaps[at - 1])
    return lefts


def _between(lefts: list[float], widths: list[float], full: float, column: int) -> float:
    """Where the rule before a column stands."""
    if column == 0:
        return 0.0
    if column >= len(lefts):
        return full
    return (lefts[column - 1] + widths[column - 1] + lefts[column]) / 2


def _whole(width: float, bottom: float, placed: Sequence[tuple[float, float, Box | Rule]]) -> Box:
    """The table from the top of its first row to the bottom of its last."""
    box = together(width, placed)
    return box._replace(height=max(0.0, box.height), depth=max(-bottom, box.depth))
