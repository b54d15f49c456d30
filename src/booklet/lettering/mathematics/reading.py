"""A formula as a tree → one line of plain Unicode text, for search, copying and reading aloud: x², (a + b)/c, √(x + 1)."""

import unicodedata
from collections.abc import Callable, Sequence

from booklet.lettering.mathematics.alphabets import styled
from booklet.lettering.mathematics.symbols import SUBSCRIPTS, SUPERSCRIPTS
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
)

# Alphabets that make another symbol of a letter; slope and weight are lost.
_SYMBOLIC = {"double-struck", "script", "fraktur"}
_RAISED = {plain: raised for raised, plain in SUPERSCRIPTS.items()}
_LOWERED = {plain: lowered for lowered, plain in SUBSCRIPTS.items()}
_ALONE = {"∗": "*", "∘": "°", "°": "°"}
_PRIMES = {0: "", 1: "′", 2: "″", 3: "‴"}
_DOTLESS = {"𝚤": "ı", "𝚥": "ȷ"}
_ATTACHED = frozenset("".join([*SUPERSCRIPTS, *SUBSCRIPTS, "′″‴°*"]))
_MOST_LETTERS = 2
_ROOTS = {"3": "∛", "4": "∜"}
_LEAST_SPACE = 150.0


def reading(node: Node | None) -> str:
    """The text of a node."""
    return "" if node is None else _WAYS[type(node)](node)


def row_reading(items: Sequence[Node], kinds: Sequence[Kind | None]) -> str:
    """The text of atoms side by side: with a blank wherever TeX leaves white."""
    found: list[str] = []
    last: Kind | None = None
    white = 0.0
    for item, kind in zip(items, kinds, strict=True):
        if isinstance(item, Space):
            white += item.width
            continue
        text = reading(item)
        if last is not None and kind is not None:
            white += space_between(last, kind, in_script=False)
        if kind is not None and text:
            found.append(" " if white >= _LEAST_SPACE else "")
            white = 0.0
        found.append(text)
        last = kind
    return "".join(found) + (" " if white >= _LEAST_SPACE else "")


def _row(row: Row) -> str:
    return row_reading(row.items, kinds_of(row.items))


def _letter(letter: Letter) -> str:
    text = _DOTLESS.get(letter.text, letter.text)
    return styled(text, letter.alphabet) if letter.alphabet in _SYMBOLIC else text


def _words(words: Words) -> str:
    return words.text


def _scripts(node: Scripts) -> str:
    text, base = reading(node.base), node.base
    while isinstance(base, Row) and len(base.items) == 1:
        base = base.items[0]
    if len(text) > 1 and isinstance(base, Fraction | Bar | Radical):
        text = f"({text})"
    if node.sub is not None:
        text += _script(reading(node.sub), _LOWERED, "_")
    if node.sup is not None:
        raised = reading(node.sup)
        rest = raised.lstrip("′")
        text += _PRIMES.get(len(raised) - len(rest), raised[: len(raised) - len(rest)]) + _script(rest, _RAISED, "^")
    return text


def _script(text: str, forms: dict[str, str], sign: str) -> str:
    """Raised or lowered characters where Unicode has them and no words come about; else ^ or _ and parentheses."""
    close = "".join(text.split())
    if not close:
        return ""
    if close in _ALONE and sign == "^":
        return _ALONE[close]
    if all(character in forms for character in close) and sum(map(str.isalpha, close)) <= _MOST_LETTERS:
        return "".join(forms[character] for character in close)
    return f"{sign}{close}" if len(close) == 1 or close.isdecimal() else f"{sign}({text.strip()})"


def _grouped(node: Node) -> str:
    """The text in parentheses, unless it is one sign or number, with its raised and lowered figures and accents."""
    text = reading(node).strip()
    stem = text
    while len(stem) > 1 and (stem[-1] in _ATTACHED or unicodedata.combining(stem[-1])):
        stem = stem[:-1]
    return text if len(stem) == 1 or stem.isdecimal() else f"({text})"


def _marked(text: str, mark: str) -> str:
    return (text if len(text) <= 1 else f"({text})") + mark


def _fraction(node: Fraction) -> str:
    if node.bar:
        return f"{_grouped(node.top)}/{_grouped(node.bottom)}"
    top, bottom = reading(node.top), reading(node.bottom)
    return f"C({top}, {bottom})" if any(node.fences) else f"{top} | {bottom}"


def _radical(node: Radical) -> str:
    degree = reading(node.degree)
    sign = _ROOTS.get(degree) or (_script(degree, _RAISED, "^") if degree else "") + "√"
    return sign + _grouped(node.body)


def _accent(node: Accent) -> str:
    return _marked(reading(node.base).strip(), node.mark)


def _bar(node: Bar) -> str:
    return _marked(reading(node.base).strip(), "\u0305" if node.over else "\u0332")


def _stretched(node: Stretched) -> str:
    return _grouped(node.base) if node.mark in "⏞⏟⎴⎵" else f"{_grouped(node.base)}^{node.mark}"


def _stack(node: Stack) -> str:
    text = reading(node.base)
    if node.under is not None:
        text += _script(reading(node.under), {}, "_")
    if node.over is not None:
        text += _script(reading(node.over), {}, "^")
    return text


def _arrow(node: Arrow) -> str:
    under = "" if node.under is None else _script(reading(node.under), {}, "_")
    return node.mark + under + _script(reading(node.over), {}, "^")


def _fenced(node: Fenced) -> str:
    inner = [reading(row) + fence for row, fence in zip(node.rows, node.fences[1:], strict=True)]
    return node.fences[0] + "".join(inner)


def _big(node: Big) -> str:
    return node.mark


def _space(_: Space) -> str:
    return ""


def _styled(node: Styled) -> str:
    return reading(node.body)


def _phantom(node: Phantom) -> str:
    return reading(node.body) if node.seen else ""


def _framed(node: Framed) -> str:
    return reading(node.body)


def _table(node: Table) -> str:
    """Rows after semicolons; of aligned equations the cells of a pair are read together."""
    rows = ("; ".join(filter(None, map(_cells_of(node), node.rows)))).replace(",;", ";")
    opening, closing = node.fences
    if not opening and not closing and set(node.columns) == {"c"} and len(node.columns) > 1:
        opening, closing = "[", "]"
    return f"{opening}{rows}{closing}"


def _cells_of(node: Table) -> Callable[[tuple[Node, ...]], str]:
    def pairs(row: tuple[Node, ...]) -> str:
        cells = [reading(cell) for cell in row]
        return ", ".join(" ".join("".join(cells[at : at + 2]).split()) for at in range(0, len(cells), 2))

    def single(row: tuple[Node, ...]) -> str:
        return " ".join(" ".join(map(reading, row)).split())

    return pairs if node.columns.startswith("rl") else single


_WAYS: dict[type, Callable[..., str]] = {
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
    Space: _space,
    Styled: _styled,
    Phantom: _phantom,
    Framed: _framed,
    Table: _table,
}
