"""What LaTeX's commands make: a table from names to functions that read their arguments and give a node of the tree."""

import re
import unicodedata

from booklet.lettering.mathematics import symbols
from booklet.lettering.mathematics.cannot_set import CannotSetError
from booklet.lettering.mathematics.chemistry import chemistry
from booklet.lettering.mathematics.environments import environment, substack
from booklet.lettering.mathematics.parser import END, Command, Parser
from booklet.lettering.mathematics.quantities import angle, number, quantity, unit
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
    Words,
    kind_of,
)

_ANGLES = {"<": "⟨", ">": "⟩", ".": ""}
_UPRIGHT_FENCES = "↑↓↕⇑⇓⇕"
_FENCE_PARTS = frozenset({"\\middle", "\\right"})


def _symbol(parser: Parser, name: str) -> Node:
    character, kind, limits = symbols.SYMBOLS[name]
    if character.isalpha() or character in "∂∇":
        return parser.character(character)
    spaced = name in {"implies", "impliedby", "iff"}
    letter = Letter(character, "upright", kind, limits)
    side = Space(symbols.SPACES[";"])
    return Row((side, letter, side), Kind.REL) if spaced else letter


def _function(_: Parser, name: str) -> Node:
    text, limits = symbols.FUNCTIONS[name]
    return Words(text, "upright", Kind.OP, limits)


def _operatorname(parser: Parser, name: str) -> Node:
    starred = parser.peek() == "*"
    if starred:
        parser.take()
    source = parser.raw_argument(name)
    plain = re.sub(r"\\[,:; ]|~", " ", source)
    if re.fullmatch(r"[\w \-.*/']+", plain):
        return Words(plain.strip(), "upright", Kind.OP, starred)
    alphabet, parser.alphabet = parser.alphabet, "upright"
    row = parser.inner(source)
    parser.alphabet = alphabet
    return Row(row.items, Kind.OP, starred)


def _space(_: Parser, name: str) -> Node:
    return Space(symbols.SPACES[name])


def _length(parser: Parser, name: str) -> Node:
    if parser.peek() == "*":
        parser.take()
    return Space(parser.length(name))


def _nothing(_: Parser, __: str) -> None:
    return None


def _drop_argument(parser: Parser, name: str) -> None:
    parser.raw_argument(name)


def _argument(parser: Parser, name: str) -> Node:
    return parser.argument(name)


def _colored(parser: Parser, name: str) -> Node:
    parser.raw_argument(name)
    return parser.argument(name)


def _alphabet(parser: Parser, name: str) -> Node:
    alphabet, parser.alphabet = parser.alphabet, symbols.ALPHABET_COMMANDS[name]
    node = parser.argument(name)
    parser.alphabet = alphabet
    return _word(node, symbols.ALPHABET_COMMANDS[name])


def _word(node: Node, alphabet: str) -> Node:
    """Letters of a text alphabet as a word, which is set closer than a product of letters; anything else as it is."""
    if (
        alphabet not in {"upright", "italic", "bold", "sans", "typewriter"}
        or not isinstance(node, Row)
        or len(node.items) < 2
    ):
        return node
    letters = [item.text for item in node.items if isinstance(item, Letter) and item.alphabet == alphabet]
    return Words("".join(letters), alphabet) if len(letters) == len(node.items) and "".join(letters).isalpha() else node


def _switch(parser: Parser, name: str) -> None:
    parser.alphabet = symbols.ALPHABET_SWITCHES[name]


def _style(parser: Parser, name: str) -> Node:
    return Styled(symbols.STYLES[name], parser.row(parser.stops))


def _text(parser: Parser, name: str) -> Node:
    """Words, with formulas between dollar signs inside."""
    pieces = re.split(r"(?<!\\)\$", parser.raw_argument(name))
    alphabet = symbols.TEXT_COMMANDS[name]
    nodes: list[Node] = []
    for at, piece in enumerate(pieces):
        if at % 2:
            nodes.append(parser.inner(piece))
        elif piece:
            nodes.append(Words(_plain_words(piece), alphabet))
    return nodes[0] if len(nodes) == 1 else Row(tuple(nodes))


def _plain_words(source: str) -> str:
    text = re.sub(
        r"\\([%$#&_{} ,;:!-])", lambda match: match[1] if match[1] in "%$#&_{}" else " ", source.replace("~", " ")
    )
    for command in re.findall(r"\\(?:[A-Za-z]+|.)", text):
        entry = symbols.SYMBOLS.get(command[1:])
        if entry is None:
            raise CannotSetError(f"the command {command[:40]} is not known within text")
        text = text.replace(command, entry[0], 1)
    for source_sign, sign in (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("`", "‘"), ("'", "’")):
        text = text.replace(source_sign, sign)
    return re.sub(r"\s+", " ", re.sub(r"(?<!\\)[{}]", "", text))


def _fraction(parser: Parser, name: str) -> Node:
    level = {"dfrac": 0, "cfrac": 0, "tfrac": 1}.get(name)
    if name == "cfrac":
        parser.optional()
    return Fraction(parser.argument(name), parser.argument(name), level=level)


def _binomial(parser: Parser, name: str) -> Node:
    level = {"dbinom": 0, "tbinom": 1}.get(name)
    return Fraction(parser.argument(name), parser.argument(name), bar=False, fences=("(", ")"), level=level)


def _slanted(parser: Parser, name: str) -> Node:
    top, bottom = parser.argument(name), parser.argument(name)
    return Row((Scripts(None, None, top), Space(-110.0), Letter("/"), Space(-70.0), Scripts(None, bottom, None)))


def _root(parser: Parser, name: str) -> Node:
    degree = parser.optional() if name == "sqrt" else None
    return Radical(parser.argument(name), parser.inner(degree) if degree and degree.strip() else None)


def _accent(parser: Parser, name: str) -> Node:
    mark, wide = symbols.ACCENTS[name]
    return Accent(parser.argument(name), mark, wide)


def _bar(parser: Parser, name: str) -> Node:
    return Bar(parser.argument(name), over=name == "overline")


def _stretched(parser: Parser, name: str) -> Node:
    mark, over = symbols.STRETCHED[name]
    return Stretched(parser.argument(name), mark, over)


def _arrow(parser: Parser, name: str) -> Node:
    under = parser.optional()
    return Arrow(symbols.ARROWS[name], parser.argument(name), None if under is None else parser.inner(under))


def _overset(parser: Parser, name: str) -> Node:
    small, base = parser.argument(name), parser.argument(name)
    kind = Kind.REL if name == "stackrel" else kind_of(_single(base))
    return Stack(base, None, small, kind) if name == "underset" else Stack(base, small, None, kind)


def _single(node: Node) -> Node:
    while isinstance(node, Row) and len(node.items) == 1:
        node = node.items[0]
    return node


def _class(parser: Parser, name: str) -> Node:
    kind = symbols.CLASSES[name]
    return Row((parser.argument(name),), kind, limits=kind is Kind.OP)


def _phantom(parser: Parser, name: str) -> Node:
    body = parser.argument(name)
    return Phantom(body, seen=name == "smash", width=name != "vphantom", height=name not in {"hphantom", "smash"})


def _strut(_: Parser, __: str) -> Node:
    return Phantom(Letter("("), seen=False, width=False, height=True)


def _framed(parser: Parser, name: str) -> Node:
    return Framed(parser.argument(name))


def _modulus(parser: Parser, name: str) -> Node:
    if name == "bmod":
        return Words("mod", "upright", Kind.BIN)
    side, gap = Space(8000 / 18), Space(6000 / 18)
    body = parser.argument(name)
    if name == "pod":
        return Row((side, Letter("(", kind=Kind.OPEN), body, Letter(")", kind=Kind.CLOSE)))
    words = (Words("mod"), gap, body)
    return Row((side, *words)) if name == "mod" else Row((side, Letter("("), *words, Letter(")")))


def _not(parser: Parser, name: str) -> Node:
    base = _single(parser.argument(name))
    if isinstance(base, Letter):
        struck = unicodedata.normalize("NFC", base.text + "\u0338")
        if len(struck) == 1:
            return Letter(struck, base.alphabet, base.kind)
    return Row((Row((base,)), Letter("\u0338")), kind_of(base))


def _fence_mark(parser: Parser) -> str:
    """The character of a fence; "" for a fence that is not seen."""
    parser.skip_blank()
    token = parser.take()
    if token in _ANGLES:
        return _ANGLES[token]
    if token in {"(", ")", "[", "]", "|", "/", "⟨", "⟩", "‖", "⌊", "⌋", "⌈", "⌉", "∥", "∣"}:
        return {"∥": "‖", "∣": "|"}.get(token, token)
    entry = symbols.SYMBOLS.get(token[1:]) if token.startswith("\\") else None
    if entry is not None and (entry[1] in {Kind.OPEN, Kind.CLOSE} or entry[0] in "|‖\\∥∣[]" + _UPRIGHT_FENCES):
        return {"∥": "‖", "∣": "|"}.get(entry[0], entry[0])
    raise CannotSetError(f"{token[:40]} is no fence" if token != END else "a fence is missing")


def _left(parser: Parser, _: str) -> Node:
    fences, rows = [_fence_mark(parser)], []
    while True:
        rows.append(parser.row(_FENCE_PARTS))
        part = parser.take()
        fences.append(_fence_mark(parser))
        if part == "\\right":
            return Fenced(tuple(fences), tuple(rows))


def _big(parser: Parser, name: str) -> Node:
    size, kind = name, Kind.ORD
    for ending, meant in (("l", Kind.OPEN), ("r", Kind.CLOSE), ("m", Kind.REL)):
        if name not in symbols.BIG and name.endswith(ending):
            size, kind = name[:-1], meant
    return Big(_fence_mark(parser), symbols.BIG[size], kind)


def _tag(parser: Parser, name: str) -> None:
    starred = parser.peek() == "*"
    if starred:
        parser.take()
    words = _plain_words(parser.raw_argument(name).replace("$", ""))
    parser.tags.append(words if starred or not words else f"({words})")


def _chemistry(parser: Parser, name: str) -> Node:
    return parser.inner(chemistry(parser.raw_argument(name)))


def _quantity(parser: Parser, name: str) -> Node:
    parser.optional()
    amount = parser.raw_argument(name)
    if name == "SI":
        parser.optional()
    return parser.inner(quantity(amount, parser.raw_argument(name)))


def _measure(parser: Parser, name: str) -> Node:
    parser.optional()
    way = {"num": number, "si": unit, "unit": unit, "ang": angle}[name]
    return parser.inner(way(parser.raw_argument(name)))


def _begin(parser: Parser, name: str) -> Node:
    return environment(parser, parser.raw_argument(name))


_DROPPED = (
    "relax protect allowbreak nobreak break nonumber notag displaylimits null noindent / - rmfamily normalfont normalsize "
    "small footnotesize large Large unboldmath boldmath hfil vfill newline"
)
_PLAIN: dict[str, Command] = {
    **dict.fromkeys(_DROPPED.split(), _nothing),
    **dict.fromkeys(("label", "color", "vspace"), _drop_argument),
    "ensuremath": _argument,
    "textcolor": _colored,
    "colorbox": _colored,
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac"), _fraction),
    **dict.fromkeys(("binom", "dbinom", "tbinom"), _binomial),
    **dict.fromkeys(("nicefrac", "sfrac"), _slanted),
    **dict.fromkeys(("hspace", "hskip", "kern", "mkern", "mskip", "mspace"), _length),
    **dict.fromkeys(("phantom", "hphantom", "vphantom", "smash"), _phantom),
    **dict.fromkeys(("mathstrut", "strut"), _strut),
    **dict.fromkeys(("overset", "underset", "stackrel"), _overset),
    **dict.fromkeys(("overline", "underline"), _bar),
    **dict.fromkeys(("pmod", "bmod", "mod", "pod"), _modulus),
    **dict.fromkeys(("SI", "qty"), _quantity),
    **dict.fromkeys(("num", "si", "unit", "ang"), _measure),
    "sqrt": _root,
    "surd": _symbol,
    "boxed": _framed,
    "not": _not,
    "left": _left,
    "tag": _tag,
    "ce": _chemistry,
    "operatorname": _operatorname,
    "substack": substack,
    "begin": _begin,
}

COMMANDS: dict[str, Command] = {
    **dict.fromkeys(symbols.SYMBOLS, _symbol),
    **dict.fromkeys(symbols.FUNCTIONS, _function),
    **dict.fromkeys(symbols.SPACES, _space),
    **dict.fromkeys(symbols.ALPHABET_COMMANDS, _alphabet),
    **dict.fromkeys(symbols.ALPHABET_SWITCHES, _switch),
    **dict.fromkeys(symbols.TEXT_COMMANDS, _text),
    **dict.fromkeys(symbols.ACCENTS, _accent),
    **dict.fromkeys(symbols.STRETCHED, _stretched),
    **dict.fromkeys(symbols.ARROWS, _arrow),
    **dict.fromkeys(symbols.STYLES, _style),
    **dict.fromkeys(symbols.CLASSES, _class),
    **dict.fromkeys((size + side for size in symbols.BIG for side in ("", "l", "r", "m")), _big),
    **_PLAIN,
}
