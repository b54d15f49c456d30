"""A formula in LaTeX → chunks of placed glyphs and rules between which lines may break, with their plain reading.

The pieces: tokens.py and parser.py make a tree (tree.py) of the source, commands.py says what commands mean, layout.py makes
boxes of the tree, reading.py makes text of it.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from booklet.lettering.mathematics.boxes import Box, Ink, Rule, Style, drawn
from booklet.lettering.mathematics.cannot_set import CannotSetError
from booklet.lettering.mathematics.chunks import Chunk, Formula, PlacedGlyph, PlacedRule
from booklet.lettering.mathematics.commands import COMMANDS
from booklet.lettering.mathematics.environments import display as read_display
from booklet.lettering.mathematics.environments import unwrapped
from booklet.lettering.mathematics.layout import lay_row
from booklet.lettering.mathematics.math_font import PER_EM, math_font
from booklet.lettering.mathematics.parser import Parser
from booklet.lettering.mathematics.reading import row_reading
from booklet.lettering.mathematics.tree import Big, Kind, Letter, Node, Space, Table, Words, kinds_of, space_between

__all__ = ["CannotSetError", "Chunk", "Formula", "PlacedGlyph", "PlacedRule", "display_lines", "set_formula"]

# TeX's penalties for ending a line after a relation and after a binary operator (\relpenalty, \binoppenalty). After a comma
# outside of brackets TeX never ends a line; here it may where nothing else helps.
_AFTER_RELATION = 500
_AFTER_OPERATOR = 700
_AFTER_COMMA = 900
_COMMAS = {Letter(",", kind=Kind.PUNCT), Letter(";", kind=Kind.PUNCT)}
_INDENT = 2000.0
_HIGHEST_IN_TEXT = 8000.0  # some six rows of a matrix
# Where a line of a display may begin: rather at another equation than at the sign of one, in brackets only at need.
_AT_QUAD, _AT_RELATION, _AT_OPERATOR, _IN_BRACKETS = -2, 0, 1, 3
_RANK_COST = 0.25  # what a better place is worth, in widths of the column
_REMEMBERED = 4096
_QUAD = 1000.0
# How far signs may reach beyond the place that a formula takes: letters lean out of theirs, and \! moves them by a sixth.
_OVERHANG = 500.0


@lru_cache(maxsize=_REMEMBERED)
def set_formula(source: str, *, display: bool) -> Formula:
    """Set a formula in the running text, or in a display, which is one chunk. In the text a number stands after the formula.

    Raises CannotSetError for what cannot be set, and nothing else, whatever the source is.
    """
    items, kinds, style, tag = _read(source, display=display)
    breaks = [] if display else _breaks_after(items, kinds)
    edges = [0, *(at + 1 for at, _ in breaks), len(items)]
    chunks = tuple(_chunk(items[begin:end], kinds[begin:end], style) for begin, end in pairwise(edges))
    spaces = tuple(_white(items, kinds, at, style) for at, _ in breaks)
    _check_advance(chunks, spaces)
    if not display and max(chunk.ascent + chunk.descent for chunk in chunks) > _HIGHEST_IN_TEXT:
        raise CannotSetError("it is too high for a line of text")
    return Formula(
        source=source,
        chunks=chunks,
        penalties=tuple(penalty for _, penalty in breaks),
        spaces=spaces,
        text=_text(items, kinds),
        tag=tag,
    )


def display_lines(source: str, width: float, height: float) -> tuple[Chunk, ...]:
    """A display as lines not wider than `width` (1/1000 of the text size), broken before relations and binary operators; rows
    that would be higher than `height` together, one by one.

    Later lines are indented by two em, except those that begin after white of a quad or more. Raises CannotSetError where a
    part without a break is wider or higher.
    """
    items, kinds, style, _ = _read(source, display=True)
    whole = _chunk(items, kinds, style)
    if whole.advance <= width and whole.ascent + whole.descent <= height:
        return (whole,)
    lines = _parted(items, kinds, style, width)
    if max(line.ascent + line.descent for line in lines) > height:
        raise CannotSetError("it is higher than the page")
    return lines


def _parted(items: Sequence[Node], kinds: Sequence[Kind | None], style: Style, width: float) -> tuple[Chunk, ...]:
    if len(items) == 1 and isinstance(items[0], Table) and not any(items[0].fences):
        rows = [[atom for cell in row for atom in unwrapped(cell)[0]] for row in items[0].rows]
        return tuple(line for row in rows if row for line in _lines(row, kinds_of(row), style, width))
    return _lines(items, kinds, style, width)


def _read(source: str, *, display: bool) -> tuple[Sequence[Node], list[Kind | None], Style, str]:
    parser = Parser(source, COMMANDS)
    node = read_display(parser)
    items, level = unwrapped(node)
    level = (0 if display else 1) if level is None else level
    visible = [item for item in items if not isinstance(item, Space)]
    if not visible:
        raise CannotSetError("it is empty")
    while items and isinstance(items[-1], Space):
        items = items[:-1]
    while isinstance(items[0], Space):
        items = items[1:]
    tag = ", ".join(filter(None, parser.tags))
    if tag and not display:
        items, tag = (*items, Space(_QUAD), Words(tag)), ""
    return items, kinds_of(items), Style(level), tag


def _chunk(items: Sequence[Node], kinds: Sequence[Kind | None], style: Style) -> Chunk:
    while items and isinstance(items[0], Space):
        items, kinds = items[1:], kinds[1:]
    while items and isinstance(items[-1], Space):
        items, kinds = items[:-1], kinds[:-1]
    return _as_chunk(lay_row(items, kinds, style), _text(items, kinds))


def _text(items: Sequence[Node], kinds: Sequence[Kind | None]) -> str:
    return unicodedata.normalize("NFC", " ".join(row_reading(items, kinds).split()))


def _as_chunk(box: Box, text: str) -> Chunk:
    glyphs, rules = drawn(box)
    advance = max(0.0, box.width)
    left, bottom, right, top = _reach(glyphs, rules)
    if left < -_OVERHANG or right > advance + _OVERHANG:
        raise CannotSetError("its spaces move signs out of its place")
    return Chunk(
        advance=advance,
        ascent=max(0.0, box.height, top),
        descent=max(0.0, box.depth, -bottom),
        glyphs=tuple(PlacedGlyph(ink.glyph, x, y, ink.size) for x, y, ink in glyphs),
        rules=tuple(PlacedRule(x, y, rule.width, rule.height) for x, y, rule in rules),
        text=text,
    )


def _reach(
    glyphs: Sequence[tuple[float, float, Ink]], rules: Sequence[tuple[float, float, Rule]]
) -> tuple[float, float, float, float]:
    """Left, lower, right and upper end of what is drawn; a box may claim to be smaller."""
    ends = [(0.0, 0.0, 0.0, 0.0)]
    for x, y, ink in glyphs:
        measures, k = math_font().measures(ink.glyph), ink.size / PER_EM
        ends.append((x + measures.left * k, y - measures.depth * k, x + measures.right * k, y + measures.height * k))
    for x, y, rule in rules:
        ends.append((x + min(0.0, rule.width), y, x + max(0.0, rule.width), y + rule.height))
    lefts, bottoms, rights, tops = zip(*ends, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _check_advance(chunks: Sequence[Chunk], spaces: Sequence[float]) -> None:
    """Chunks beside each other, wherever lines end, neither begin before nor end behind the place that they take."""
    begin = end = farthest_begin = farthest_end = 0.0
    for chunk, space in zip(chunks, (0.0, *spaces), strict=True):
        begin = end + space
        end = begin + chunk.advance
        farthest_begin, farthest_end = max(begin, farthest_begin), max(end, farthest_end)
        if begin < farthest_begin - _OVERHANG or end < farthest_end - _OVERHANG:
            raise CannotSetError("its spaces move signs out of its place")


def _breaks_after(items: Sequence[Node], kinds: Sequence[Kind | None]) -> list[tuple[int, int]]:
    """Indexes of the items after which a line may end, each with its penalty."""
    found: list[tuple[int, int]] = []
    brackets = 0
    for at, kind in enumerate(kinds[:-1]):
        following = next((later for later in kinds[at + 1 :] if later is not None), None)
        brackets += (kind is Kind.OPEN) - (kind is Kind.CLOSE)
        if following is None or following is Kind.REL:
            continue
        if kind is Kind.REL and not isinstance(items[at], Big):
            found.append((at, _AFTER_RELATION))
        elif kind is Kind.BIN:
            found.append((at, _AFTER_OPERATOR))
        elif items[at] in _COMMAS and brackets <= 0:
            found.append((at, _AFTER_COMMA))
    return found


def _white(items: Sequence[Node], kinds: Sequence[Kind | None], at: int, style: Style) -> float:
    """White between an item and the next atom, spaces that were written included."""
    white = 0.0
    following = at + 1
    while isinstance(item := items[following], Space):
        white += item.width
        following += 1
    left, right = kinds[at], kinds[following]
    if left is not None and right is not None:
        white += space_between(left, right, in_script=style.level > 1)
    return white * style.size / 1000


def _breaks_before(items: Sequence[Node], kinds: Sequence[Kind | None]) -> list[tuple[int, int]]:
    """Indexes of the items before which a line of a display may begin, each with its rank, the lowest the best."""
    found: list[tuple[int, int]] = []
    brackets = 0
    white = 0.0
    before: Kind | None = None
    for at, kind in enumerate(kinds):
        item = items[at]
        if isinstance(item, Space):
            white += item.width
            continue
        relation = kind is Kind.REL and before not in {None, Kind.REL} and not isinstance(item, Big)
        if white >= _QUAD and before is not None and brackets <= 0:
            found.append((at, _AT_QUAD))
        elif relation or kind is Kind.BIN:
            found.append((at, _IN_BRACKETS if brackets > 0 else _AT_RELATION if relation else _AT_OPERATOR))
        brackets += (kind is Kind.OPEN) - (kind is Kind.CLOSE)
        before, white = kind, 0.0
    return found


def _lines(items: Sequence[Node], kinds: Sequence[Kind | None], style: Style, width: float) -> tuple[Chunk, ...]:
    """One row in lines: filled as far as possible, but rather ended at the sign of an equation, and outside of brackets."""
    breaks = _breaks_before(items, kinds)
    edges = [0, *(at for at, _ in breaks), len(items)]
    ranks = [0, *(rank for _, rank in breaks), 0]
    widths = [_chunk(items[begin:end], kinds[begin:end], style).advance for begin, end in pairwise(edges)]
    whites = [_white(items, kinds, _atom_before(kinds, at), style) for at in edges[1:-1]]
    lines: list[Chunk] = []
    first = 0
    while first < len(widths):
        indent = _INDENT if lines and ranks[first] != _AT_QUAD else 0.0
        end = _line_end(widths, whites, ranks, first, width - indent)
        chunk = _chunk(items[edges[first] : edges[end]], kinds[edges[first] : edges[end]], style)
        lines.append(_indented(chunk, indent))
        first = end
    return tuple(lines)


def _line_end(widths: Sequence[float], whites: Sequence[float], ranks: Sequence[int], first: int, width: float) -> int:
    """The part with which the next line begins, when a line of this width begins with the part `first`."""
    filled = widths[first]
    if filled > width:
        raise CannotSetError("a part of it that cannot be broken is wider than the column")
    best, merit = first + 1, -1e9
    for end in range(first + 1, len(widths) + 1):
        if end > first + 1:
            filled += whites[end - 2] + widths[end - 1]
        if filled > width:
            break
        if end == len(widths):
            return end
        value = filled / width - _RANK_COST * ranks[end]
        if value >= merit:
            best, merit = end, value
    return best


def _atom_before(kinds: Sequence[Kind | None], at: int) -> int:
    return next(index for index in range(at - 1, -1, -1) if kinds[index] is not None)


def _indented(line: Chunk, by: float) -> Chunk:
    if not by:
        return line
    return Chunk(
        line.advance + by,
        line.ascent,
        line.descent,
        tuple(glyph._replace(x=glyph.x + by) for glyph in line.glyphs),
        tuple(rule._replace(x=rule.x + by) for rule in line.rules),
        line.text,
    )
