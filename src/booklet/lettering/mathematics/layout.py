"""A formula as a tree → boxes, in the styles and with the spaces of TeX (The TeXbook, appendix G)."""

from collections.abc import Callable, Iterable, Sequence

from booklet.lettering.mathematics import scripts, stacks, tables
from booklet.lettering.mathematics.alphabets import styled
from booklet.lettering.mathematics.boxes import (
    EMPTY,
    Box,
    Style,
    beside,
    character_box,
    moved,
    word_box,
)
from booklet.lettering.mathematics.stretching import centered, tall
from booklet.lettering.mathematics.tree import (
    Accent,
    Arrow,
    Bar,
    Big,
    Fenced,
    Fraction,
    Framed,
    Kind,
    Letter,
    Node,
    Phantom,
    Radical,
    Row,
    Scripts,
    Space,
    Stack,
    Stretched,
    Styled,
    Table,
    Words,
    kinds_of,
    space_between,
    takes_limits,
)

# Operators that are drawn larger in displays.
_LARGE = frozenset("∑∏∐∫∬∭⨌∮∯∰∱∲∳⋀⋁⋂⋃⨀⨁⨂⨃⨄⨅⨆")
_PRIMES = "′″‴⁗‵"
_DOTLESS = {"i": "𝚤", "j": "𝚥"}


def lay(node: Node | None, style: Style) -> Box:
    """The box of a node in a style; raises CannotSetError for a character that the font lacks."""
    return EMPTY if node is None else _WAYS[type(node)](node, style)


def lay_row(items: Sequence[Node], kinds: Sequence[Kind | None], style: Style) -> Box:
    """Atoms side by side, spaced by their kinds (see tree.kinds_of)."""
    return beside(_spaced(items, kinds, style))


def _spaced(items: Sequence[Node], kinds: Sequence[Kind | None], style: Style) -> Iterable[tuple[float, Box]]:
    last: Kind | None = None
    white = 0.0
    for item, kind in zip(items, kinds, strict=True):
        if isinstance(item, Space):
            white += item.width * style.size / 1000
            continue
        if last is not None and kind is not None:
            white += space_between(last, kind, in_script=style.level > 1) * style.size / 1000
        yield white, lay(item, style)
        white, last = 0.0, kind
    if white:
        yield white, EMPTY


def _row(row: Row, style: Style) -> Box:
    if len(row.items) == 1 and not isinstance(row.items[0], Space):
        return lay(row.items[0], style)
    return lay_row(row.items, kinds_of(row.items), style)


def _letter(letter: Letter, style: Style) -> Box:
    if letter.text in _LARGE:
        return _large(letter, style)._replace(italic=0.0)
    if letter.text in _PRIMES and style.level > 1:
        return _prime(letter, style)
    return character_box(styled(letter.text, letter.alphabet), style)


def _large(letter: Letter, style: Style) -> Box:
    """An operator with its slant, which is where its scripts go and no part of its width."""
    least = style.length("DISPLAY_OPERATOR_MIN_HEIGHT") if style.level == 0 else 0.0
    return centered(tall(letter.text, least, style), stacks.axis(style))


def _prime(letter: Letter, style: Style) -> Box:
    """A prime in a superscript: fonts draw it raised and in the size of its base (unlike TeX's own, which is scaled)."""
    outer = Style(1 if style.level == 2 else 2, style.cramped)
    raised = outer.length("SUPERSCRIPT_SHIFT_UP_CRAMPED" if style.cramped else "SUPERSCRIPT_SHIFT_UP")
    return moved(character_box(letter.text, outer), -raised)


def _words(words: Words, style: Style) -> Box:
    return word_box(words.text, words.alphabet, style)


def _scripts(node: Scripts, style: Style) -> Box:
    operator = node.base if isinstance(node.base, Letter) and node.base.text in _LARGE else None
    base = _large(operator, style) if operator else lay(node.base, style)
    sub = None if node.sub is None else lay(node.sub, style.below())
    sup = None if node.sup is None else lay(node.sup, style.above())
    if node.base is None and sub is not None and sup is not None:
        width = max(sub.full_width, sup.full_width)
        sub, sup = beside([(width - sub.full_width, sub)]), beside([(width - sup.full_width, sup)])
    limits = node.limits
    if limits is None:
        limits = takes_limits(node.base) and (style.level == 0 or isinstance(node.base, Stretched))
    if limits:
        return scripts.with_limits(base, sub, sup, style)
    return scripts.with_scripts(base, sub, sup, style, operator=operator is not None, word=isinstance(node.base, Words))


def _fraction(node: Fraction, style: Style) -> Box:
    if node.level is not None:
        style = Style(node.level, style.cramped)
    inner = Style(min(3, style.level + 1), style.cramped)
    top, bottom = lay(node.top, inner), lay(node.bottom, inner.tight())
    box = stacks.fraction(top, bottom, style) if node.bar else stacks.pile(top, bottom, style)
    return stacks.fenced(node.fences, [box], style) if any(node.fences) else box


def _radical(node: Radical, style: Style) -> Box:
    degree = None if node.degree is None else lay(node.degree, Style(3))
    return stacks.radical(lay(node.body, style.tight()), degree, style)


def _accent(node: Accent, style: Style) -> Box:
    base = node.base
    if isinstance(base, Row) and len(base.items) == 1:
        base = base.items[0]
    if isinstance(base, Letter) and base.text in _DOTLESS and base.alphabet == "math":
        box = character_box(_DOTLESS[base.text], style)
    else:
        box = lay(base, style.tight())
    return stacks.accent(box, node.mark, style, wide=node.wide)


def _bar(node: Bar, style: Style) -> Box:
    return stacks.bar(lay(node.base, style.tight() if node.over else style), style, over=node.over)


def _stretched(node: Stretched, style: Style) -> Box:
    return stacks.stretched(lay(node.base, style), node.mark, style, over=node.over)


def _stack(node: Stack, style: Style) -> Box:
    over = None if node.over is None else lay(node.over, style.above())
    under = None if node.under is None else lay(node.under, style.below())
    return scripts.with_limits(lay(node.base, style), under, over, style)


def _arrow(node: Arrow, style: Style) -> Box:
    under = None if node.under is None else lay(node.under, style.below())
    return stacks.arrow(node.mark, lay(node.over, style.above()), under, style)


def _fenced(node: Fenced, style: Style) -> Box:
    return stacks.fenced(node.fences, [lay(row, style) for row in node.rows], style)


def _big(node: Big, style: Style) -> Box:
    if not node.mark:
        return stacks.fence("", 0.0, 0.0, style)
    return centered(tall(node.mark, node.height * style.size / 1000, style), stacks.axis(style))


def _styled(node: Styled, style: Style) -> Box:
    return lay(node.body, Style(node.level, style.cramped))


def _phantom(node: Phantom, style: Style) -> Box:
    box = lay(node.body, style)
    width = box.full_width if node.width else 0.0
    height, depth = (box.height, box.depth) if node.height else (0.0, 0.0)
    return Box(width, height, depth, ((0.0, 0.0, box),) if node.seen else ())


def _framed(node: Framed, style: Style) -> Box:
    return stacks.framed(lay(node.body, Style(0) if style.level == 0 else style), style)


def _table(node: Table, style: Style) -> Box:
    inner = Style(max(node.level, style.level if style.level > 1 else 0), style.cramped)
    cells = [[lay(cell, inner) for cell in row] for row in node.rows]
    box = tables.table(cells, node.columns, node.gaps, node.jot, inner, node.upright_rules, node.level_rules)
    return stacks.fenced(node.fences, [box], inner) if any(node.fences) else box


def _no_ink(_: Space, __: Style) -> Box:
    return EMPTY


_WAYS: dict[type, Callable[..., Box]] = {
    Letter: _letter,
    Words: _words,
    Row: _row,
    Scripts: _scripts,
    Fraction: _fraction,
    Radical: _radical,
    Accent: _accent,
    Bar: _bar,
    Stretched: _stretched,
    Stack: _stack,
    Arrow: _arrow,
    Fenced: _fenced,
    Big: _big,
    Space: _no_ink,
    Styled: _styled,
    Phantom: _phantom,
    Framed: _framed,
    Table: _table,
}
