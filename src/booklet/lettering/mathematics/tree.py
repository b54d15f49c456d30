"""What a formula is made of: parsing turns LaTeX into these values, layout and reading walk over them.

Kinds are TeX's classes of atoms (The TeXbook, chapters 17 and 18). Lengths are in 1/1000 em of the size around them.
"""

from collections.abc import Sequence
from enum import IntEnum

from booklet.plain_dataclasses import dataclass


class Kind(IntEnum):
    """Class of an atom: what decides the space around it."""

    ORD = 0
    OP = 1
    BIN = 2
    REL = 3
    OPEN = 4
    CLOSE = 5
    PUNCT = 6
    INNER = 7


@dataclass(frozen=True, slots=True)
class Letter:
    """One character. `alphabet` is a name of alphabets.py; `limits`: scripts of an operator stand above and below it."""

    text: str
    alphabet: str = "upright"
    kind: Kind = Kind.ORD
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Text set as a word: names of functions, units, plain text."""

    text: str
    alphabet: str = "upright"
    kind: Kind = Kind.ORD
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Atoms side by side, one atom of a given kind for those around it."""

    items: "tuple[Node, ...]"
    kind: Kind = Kind.ORD
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Scripts:
    """A base with a subscript, a superscript or both. `limits`: above and below, beside, or (None) as the base says."""

    base: "Node | None"
    sub: "Node | None"
    sup: "Node | None"
    limits: bool | None = None


@dataclass(frozen=True, slots=True)
class Fraction:
    """One above the other, with a bar or without; `fences` around; `level` is the style asked for (0 display, 1 text)."""

    top: "Node"
    bottom: "Node"
    bar: bool = True
    fences: tuple[str, str] = ("", "")
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Radical:
    """A root."""

    body: "Node"
    degree: "Node | None" = None


@dataclass(frozen=True, slots=True)
class Accent:
    """A combining character over a base; `wide`: as wide as the base."""

    base: "Node"
    mark: str
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A rule over or under a base."""

    base: "Node"
    over: bool


@dataclass(frozen=True, slots=True)
class Stretched:
    """A brace or an arrow as wide as its base, over or under it."""

    base: "Node"
    mark: str
    over: bool


@dataclass(frozen=True, slots=True)
class Stack:
    """Small formulas over and under a base, of the kind of the base unless another is given."""

    base: "Node"
    over: "Node | None"
    under: "Node | None"
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow as long as what stands over and under it."""

    mark: str
    over: "Node"
    under: "Node | None"


@dataclass(frozen=True, slots=True)
class Fenced:
    """Fences as tall as what they hold; there is one more of `fences` than of `rows`, "" for one that is not seen."""

    fences: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Big:
    """A fence of a given height."""

    mark: str
    height: float
    kind: Kind


@dataclass(frozen=True, slots=True)
class Space:
    """White; negative brings together."""

    width: float


@dataclass(frozen=True, slots=True)
class Styled:
    """A row in a style of its own: level 0 display, 1 text, 2 script, 3 script of script."""

    level: int
    body: Row


@dataclass(frozen=True, slots=True)
class Phantom:
    """A formula that only partly counts: seen or not, with its width, with its height and depth."""

    body: "Node"
    seen: bool
    width: bool
    height: bool


@dataclass(frozen=True, slots=True)
class Framed:
    """A formula in a box."""

    body: "Node"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. `columns` has a letter l, c or r for each column; `gaps` the white between columns, one fewer.

    `level` is the style of the cells, `jot` what is added between rows. `upright_rules` are indexes of columns before which
    a rule stands (as many as columns: after the last), `level_rules` the same of rows. `fences` are drawn around.
    """

    rows: "tuple[tuple[Node, ...], ...]"
    columns: str
    gaps: tuple[float, ...]
    level: int
    jot: float = 0.0
    fences: tuple[str, str] = ("", "")
    upright_rules: tuple[int, ...] = ()
    level_rules: tuple[int, ...] = ()


Node = (
    Letter
    | Words
    | Row
    | Scripts
    | Fraction
    | Radical
    | Accent
    | Bar
    | Stretched
    | Stack
    | Arrow
    | Fenced
    | Big
    | Space
    | Styled
    | Phantom
    | Framed
    | Table
)


def kind_of(node: Node | None) -> Kind:
    """The class that a node has for its neighbors; ORD where TeX would make an ordinary atom of it."""
    while isinstance(node, Scripts | Stack | Accent | Phantom):
        if isinstance(node, Stack) and node.kind is not None:
            return node.kind
        if isinstance(node, Accent):
            return Kind.ORD
        node = node.body if isinstance(node, Phantom) else node.base
    if isinstance(node, Letter | Words | Row | Big):
        return node.kind
    if isinstance(node, Fraction | Fenced):
        return Kind.INNER
    if isinstance(node, Table):
        return Kind.INNER if any(node.fences) else Kind.ORD
    if isinstance(node, Stretched):
        return Kind.OP if node.mark in "⏞⏟⎴⎵" else Kind.ORD
    return Kind.REL if isinstance(node, Arrow) else Kind.ORD


def takes_limits(node: Node | None) -> bool:
    """Whether scripts of a node stand above and below it in display style."""
    if isinstance(node, Letter | Words | Row):
        return node.limits
    return isinstance(node, Stretched) and node.mark in "⏞⏟⎴⎵"


_BEFORE_SIGN = {Kind.BIN, Kind.OP, Kind.REL, Kind.OPEN, Kind.PUNCT}
_AFTER_SIGN = {Kind.REL, Kind.CLOSE, Kind.PUNCT}


def kinds_of(items: Sequence[Node]) -> list[Kind | None]:
    """Kinds of the atoms of a row, None for spaces; a binary operator without two operands is a sign and ordinary
    (The TeXbook, appendix G, rules 5 and 6)."""
    kinds: list[Kind | None] = [None if isinstance(item, Space) else kind_of(item) for item in items]
    last: int | None = None
    for at, kind in enumerate(kinds):
        if kind is None:
            continue
        before = None if last is None else kinds[last]
        if kind is Kind.BIN and (before is None or before in _BEFORE_SIGN):
            kinds[at] = Kind.ORD
        if kind in _AFTER_SIGN and last is not None and before is Kind.BIN:
            kinds[last] = Kind.ORD
        last = at
    if last is not None and kinds[last] is Kind.BIN:
        kinds[last] = Kind.ORD
    return kinds


# Space between neighbors by their kinds: 1 thin, 2 medium, 3 thick; a, b, c the same, but not in scripts (chapter 18).
_BETWEEN = ("01bc000a", "110c000a", "bb00b00b", "cc00c00c", "00000000", "01bc000a", "aa0aaaaa", "a1bca0aa")
_WIDTHS = {"0": 0.0, "1": 1000 / 6, "2": 4000 / 18, "3": 5000 / 18, "a": 1000 / 6, "b": 4000 / 18, "c": 5000 / 18}


def space_between(left: Kind, right: Kind, *, in_script: bool) -> float:
    """White between two atoms, in 1/1000 em."""
    entry = _BETWEEN[left][right]
    return 0.0 if in_script and entry in "abc" else _WIDTHS[entry]
