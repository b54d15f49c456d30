"""Environments of LaTeX → tables of cells: matrices, cases, arrays, aligned equations; and the lines of a display."""

from collections.abc import Sequence

from booklet.lettering.mathematics.cannot_set import CannotSetError
from booklet.lettering.mathematics.parser import END, Parser
from booklet.lettering.mathematics.tree import Node, Row, Space, Styled, Table, Words
from booklet.limits import FORMULA_CELLS
from booklet.plain_dataclasses import replace

_NEXT = {"&", "\\\\", "\\cr", "\\tabularnewline"}
_IN_ENVIRONMENT = frozenset(_NEXT | {"\\end", "\\hline"})
_IN_DISPLAY = frozenset(_NEXT | {END})
_IN_GROUP = frozenset(_NEXT | {END})

_COLUMN_GAP = 1000.0
_PAIR_GAP = 2000.0
_JOT = 300.0
_INDENT = 2000.0

_MATRICES = {
    "matrix": ("", ""),
    "pmatrix": ("(", ")"),
    "bmatrix": ("[", "]"),
    "Bmatrix": ("{", "}"),
    "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"),
}
_ALIGNED = {"align", "aligned", "split", "flalign", "alignat", "alignedat"}
_SINGLE = {"equation", "displaymath", "math"}

Cells = list[list[Row]]


def environment(parser: Parser, name: str) -> Node:
    """The node of an environment whose beginning has been read; its end is passed."""
    plain = name.removesuffix("*")
    if plain in {"alignat", "alignedat"}:
        parser.raw_argument(name)
    columns = parser.raw_argument(name) if plain in {"array", "subarray"} else ""
    if plain in {"aligned", "gathered", "alignedat", "array"}:
        parser.optional()
    first = len(parser.tags)
    cells, rules, tagged = _cells(parser, _IN_ENVIRONMENT)
    parser.take()
    ending = parser.raw_argument("end")
    if ending != name:
        raise CannotSetError(f"\\begin{{{name[:40]}}} ends with \\end{{{ending[:40]}}}")
    node = _node(plain, cells, columns, rules)
    if node is None:
        raise CannotSetError(f"the environment {name[:40]} is not known")
    return _numbered(node, parser, first, tagged)


def display(parser: Parser) -> Node:
    """A whole display, whose lines and columns need no environment around them."""
    cells, _, tagged = _cells(parser, _IN_DISPLAY)
    if len(cells) == 1 and len(cells[0]) == 1:
        return cells[0][0]
    table = _aligned(cells) if any(len(row) > 1 for row in cells) else _gathered(cells)
    return _numbered(table, parser, 0, tagged)


def substack(parser: Parser, name: str) -> Node:
    """Lines of a limit."""
    inner = Parser(parser.raw_argument(name), parser.commands, parser.depth)
    inner.tags = parser.tags
    cells, _, _ = _cells(inner, _IN_GROUP)
    return Table(tuple(tuple(row) for row in cells), "c" * _width(cells), (0.0,) * (_width(cells) - 1), level=2)


def _numbered(node: Node, parser: Parser, first: int, tagged: Sequence[int]) -> Node:
    """A table with the numbers of its rows. That of the last row is the number of the whole display; as soon as another row
    has one, each stands at its own row, in a column of its own. `tagged` has the row of each tag from `first` on.
    """
    if not isinstance(node, Table) or all(row == len(node.rows) - 1 for row in tagged):
        return node
    if any(node.fences):
        raise CannotSetError("rows between fences have numbers of their own")
    tags = parser.tags[first:]
    del parser.tags[first:]
    rows = []
    for at, row in enumerate(node.rows):
        number = ", ".join(tag for tag, owner in zip(tags, tagged, strict=True) if owner == at and tag)
        empty = (Row(()),) * (len(node.columns) - len(row))
        rows.append((*row, *empty, Row((Space(_COLUMN_GAP), Words(number)))) if number else row)
    return replace(node, rows=tuple(rows), columns=f"{node.columns}r", gaps=(*node.gaps, _COLUMN_GAP))


def _cells(parser: Parser, stops: frozenset[str]) -> tuple[Cells, tuple[int, ...], list[int]]:
    """Rows of cells up to the end, which is not passed; the rows before which a rule stands; and the row of each tag."""
    rows: Cells = [[]]
    rules: list[int] = []
    tagged: list[int] = []
    first = len(parser.tags)
    width = 0
    while True:
        if parser.skip_blank() == "\\hline":
            parser.take()
            rules.append(len(rows) - 1)
            continue
        rows[-1].append(parser.row(stops))
        tagged += [len(rows) - 1] * (len(parser.tags) - first - len(tagged))
        width = max(width, len(rows[-1]))
        if len(rows) * width > FORMULA_CELLS:
            raise CannotSetError(f"a table has more than {FORMULA_CELLS} cells")
        sign = parser.peek()
        if sign not in _NEXT and sign != "\\hline":
            break
        if sign == "\\hline":
            raise CannotSetError("\\hline stands within a row")
        parser.take()
        if sign != "&":
            if parser.peek() == "*":
                parser.take()
            if parser.peek() == "[":
                parser.optional()
            rows.append([])
    if len(rows) > 1 and all(not cell.items for cell in rows[-1]):
        rows.pop()
    return rows, tuple(rules), tagged


def _width(cells: Cells) -> int:
    return max(map(len, cells))


def _node(name: str, cells: Cells, columns: str, rules: tuple[int, ...]) -> Node | None:
    if name in _MATRICES or name == "smallmatrix":
        return _matrix(cells, name, rules)
    if name in _ALIGNED:
        return _aligned(cells, 0.0 if name.startswith("aligned") or name == "alignat" else _PAIR_GAP)
    if name in {"cases", "dcases", "rcases"}:
        gaps = (_COLUMN_GAP,) * (_width(cells) - 1)
        fences = ("", "}") if name == "rcases" else ("{", "")
        return Table(_rows(cells), "l" * _width(cells), gaps, int(name != "dcases"), fences=fences)
    if name in {"array", "subarray"}:
        return _array(cells, columns, rules, level=1 if name == "array" else 2)
    if name == "eqnarray":
        return _equations(cells)
    if name in {"gather", "gathered"}:
        return _gathered(cells)
    if name == "multline":
        indented = [[Row((Space(_INDENT), Row(()), *cell.items)) for cell in row] for row in cells[1:]]
        return Table(_rows([*cells[:1], *indented]), "l" * _width(cells), (0.0,) * (_width(cells) - 1), 0, _JOT)
    if name in _SINGLE:
        return cells[0][0] if len(cells) == 1 and len(cells[0]) == 1 else _aligned(cells)
    return None


def _rows(cells: Cells) -> tuple[tuple[Node, ...], ...]:
    return tuple(tuple(row) for row in cells)


def _matrix(cells: Cells, name: str, rules: tuple[int, ...]) -> Table:
    small = name == "smallmatrix"
    gaps = (400.0 if small else _COLUMN_GAP,) * (_width(cells) - 1)
    fences = _MATRICES.get(name, ("", ""))
    return Table(_rows(cells), "c" * _width(cells), gaps, 2 if small else 1, fences=fences, level_rules=rules)


def _aligned(cells: Cells, pair_gap: float = _PAIR_GAP) -> Table:
    """Columns in pairs that meet where an equation has its sign, which gets the space that it has after an atom."""
    width = _width(cells)
    rows = [
        [Row((Row(()), *cell.items)) if at % 2 and cell.items else cell for at, cell in enumerate(row)] for row in cells
    ]
    gaps = tuple(pair_gap if at % 2 else 0.0 for at in range(width - 1))
    return Table(_rows(rows), ("rl" * width)[:width], gaps, 0, _JOT)


def _equations(cells: Cells) -> Table:
    """Left side, sign, right side."""
    width = _width(cells)
    return Table(_rows(cells), ("rcl" * width)[:width], (5000 / 18,) * (width - 1), 0, _JOT)


def _gathered(cells: Cells) -> Table:
    width = _width(cells)
    return Table(_rows(cells), "c" * width, (_COLUMN_GAP,) * (width - 1), 0, _JOT)


def _array(cells: Cells, columns: str, rules: tuple[int, ...], level: int) -> Table:
    letters = [sign for sign in columns if sign in "lcr|"]
    upright: list[int] = []
    alignment = ""
    for sign in letters:
        if sign == "|":
            upright.append(len(alignment))
        else:
            alignment += sign
    width = _width(cells)
    alignment = (alignment + "c" * width)[: max(width, len(alignment))]
    upright_rules = tuple(sorted({at for at in upright if at <= width}))
    gaps = (_COLUMN_GAP,) * (len(alignment) - 1)
    return Table(_rows(cells), alignment, gaps, level, upright_rules=upright_rules, level_rules=rules)


def unwrapped(node: Node) -> tuple[Sequence[Node], int | None]:
    """Items of a formula that is one row, and the level of the style that it asks for; a node of another kind as it is."""
    level = None
    items = node.items if isinstance(node, Row) else (node,)
    while len(items) == 1 and isinstance(styled := items[0], Styled):
        items, level = styled.body.items, styled.level
    return items, level
