"""Tokens → a tree: rows of atoms with their scripts; what commands mean is given as a table (commands.py)."""

import re
import unicodedata
from collections.abc import Callable, Mapping

from booklet.lettering.mathematics.cannot_set import CannotSetError
from booklet.lettering.mathematics.symbols import KINDS, MEANT, SUBSCRIPTS, SUPERSCRIPTS
from booklet.lettering.mathematics.tokens import tokens
from booklet.lettering.mathematics.tree import Accent, Fraction, Kind, Letter, Node, Row, Scripts, Space
from booklet.limits import COMBINING_MARKS, FORMULA_DEPTH

END = ""
_AT_END = frozenset({END})
_GROUP = frozenset({"}"})
_PRIMES = {"'": "′", "’": "′", "′": "′", "″": "″", "‴": "‴", "⁗": "⁗"}
_INFIX = {"\\over": (True, ("", "")), "\\atop": (False, ("", "")), "\\choose": (False, ("(", ")"))}
_BLANKS = "~\u00a0"

Command = Callable[["Parser", str], Node | None]


class Parser:
    """Reads tokens from left to right. `alphabet` is the one that letters are in now; `tags` and `depth` grow on the way."""

    def __init__(self, source: str, commands: Mapping[str, Command], depth: int = 0) -> None:
        self.tokens = tokens(source)
        self.commands = commands
        self.at = 0
        self.depth = depth
        self.alphabet = "math"
        self.stops = _AT_END
        self.tags: list[str] = []

    def peek(self) -> str:
        """The next token; END after the last."""
        return self.tokens[self.at] if self.at < len(self.tokens) else END

    def take(self) -> str:
        """The next token, passed."""
        sign = self.peek()
        self.at += 1
        return sign

    def skip_blank(self) -> str:
        """The next token that is not white space, not passed."""
        while self.peek().isspace() and self.peek() not in _BLANKS:
            self.at += 1
        return self.peek()

    def inner(self, source: str) -> Row:
        """Other LaTeX read as if it stood here in braces."""
        parser = Parser(source, self.commands, self._deeper())
        parser.alphabet, parser.tags = self.alphabet, self.tags
        row = parser.row(_AT_END)
        self.depth -= 1
        return row

    def _deeper(self) -> int:
        if self.depth >= FORMULA_DEPTH:
            raise CannotSetError(f"its parts are nested more than {FORMULA_DEPTH} deep")
        self.depth += 1
        return self.depth

    def row(self, stops: frozenset[str]) -> Row:
        """Atoms up to a token of `stops`, which is not passed. Alphabets changed inside hold until there."""
        self._deeper()
        alphabet, outer, self.stops = self.alphabet, self.stops, stops
        items: list[Node] = []
        marks = 0
        while (sign := self.skip_blank()) not in stops:
            if sign == END:
                raise CannotSetError(f"{' or '.join(sorted(stops))} is missing")
            if sign in _INFIX:
                self.at += 1
                bar, fences = _INFIX[sign]
                items = [Fraction(Row(tuple(items)), self.row(stops), bar, fences)]
                continue
            if unicodedata.combining(sign[0]):
                self.at += 1
                marks += 1
                if marks > COMBINING_MARKS:
                    raise CannotSetError(f"more than {COMBINING_MARKS} accents are typed on one letter")
                items.append(self._scripted(Accent(items.pop() if items else Row(()), sign)))
                continue
            marks = 0
            node = None if self._is_script(sign) else self.atom()
            if node is not None or self._is_script(self.skip_blank()):
                items.append(node if isinstance(node, Space) else self._scripted(node))
        self.alphabet, self.stops = alphabet, outer
        self.depth -= 1
        return Row(tuple(items))

    def atom(self) -> Node | None:
        """One character, group or command with its arguments; None for what leaves no mark."""
        sign = self.take()
        if sign == "{":
            body = self.row(_GROUP)
            self.take()
            return body
        if sign.startswith("\\"):
            command = self.commands.get(sign[1:])
            if command is None:
                raise CannotSetError(f"the command {sign[:40]} is not known")
            return command(self, sign[1:])
        if sign in _BLANKS:
            return Space(250.0)
        if sign in "}&$^_":
            raise CannotSetError(f'"{sign}" stands where it has no meaning')
        return self.character(sign)

    def character(self, character: str) -> Letter:
        """A typed character in the alphabet that holds here."""
        character = MEANT.get(character, character)
        kind, limits = KINDS.get(character, (Kind.ORD, False))
        if character not in KINDS and unicodedata.category(character) == "Sm":
            kind = Kind.REL
        typed = character.isalpha() or character in "∂∇"
        in_alphabet = typed if self.alphabet in {"math", "bold-math"} else typed or character.isdigit()
        if self.alphabet == "bold-math" and character.isdigit():
            return Letter(character, "bold", kind, limits)
        return Letter(character, self.alphabet if in_alphabet else "upright", kind, limits)

    def _is_script(self, sign: str) -> bool:
        return sign in {"^", "_", "\\limits", "\\nolimits"} or (
            sign != END and (sign in _PRIMES or sign in SUPERSCRIPTS or sign in SUBSCRIPTS)
        )

    def _scripted(self, base: Node | None) -> Node:
        """An atom with the scripts that follow it."""
        sub: list[Node] = []
        sup: list[Node] = []
        limits: bool | None = None
        had = set()
        while self._is_script(sign := self.skip_blank()):
            self.at += 1
            if sign in {"\\limits", "\\nolimits"}:
                limits = sign == "\\limits"
            elif sign in _PRIMES:
                sup.append(Letter(_PRIMES[sign]))
            elif sign in SUPERSCRIPTS or sign in SUBSCRIPTS:
                list_, meant = (sup, SUPERSCRIPTS) if sign in SUPERSCRIPTS else (sub, SUBSCRIPTS)
                list_.append(self.character(meant[sign]))
            elif sign in had:
                raise CannotSetError(f"two {'superscripts' if sign == '^' else 'subscripts'} follow each other")
            else:
                had.add(sign)
                (sup if sign == "^" else sub).append(self.argument(sign))
        if not sub and not sup:
            return Row(()) if base is None else base
        return Scripts(base, _one(sub), _one(sup), limits)

    def argument(self, command: str) -> Node:
        """A group, or the single atom that TeX takes for one."""
        sign = self.skip_blank()
        if sign in self.stops or sign == END or sign in {"}", "&", "^", "_"}:
            raise CannotSetError(f"{_shown(command)} lacks what it stands before")
        self._deeper()
        node = self.atom()
        self.depth -= 1
        return Row(()) if node is None else node

    def raw_argument(self, command: str) -> str:
        """The source of a group, or a single token."""
        if self.skip_blank() in self.stops or self.peek() == END:
            raise CannotSetError(f"{_shown(command)} lacks what it stands before")
        if self.take() != "{":
            return self.tokens[self.at - 1]
        start, open_braces = self.at, 1
        while open_braces and self.at < len(self.tokens):
            sign = self.take()
            open_braces += (sign == "{") - (sign == "}")
        return "".join(self.tokens[start : self.at - 1])

    def optional(self) -> str | None:
        """The source between brackets, if a bracket comes next."""
        if self.skip_blank() != "[":
            return None
        at, open_braces = self.at + 1, 0
        while at < len(self.tokens):
            sign = self.tokens[at]
            open_braces += (sign == "{") - (sign == "}")
            if open_braces < 0:
                break
            if sign == "]" and not open_braces:
                found = "".join(self.tokens[self.at + 1 : at])
                self.at = at + 1
                return found
            at += 1
        return None

    def length(self, command: str) -> float:
        """A length in braces or bare, in 1/1000 em, like 1em, -3mu and 2pt; within twenty em."""
        if self.skip_blank() == "{":
            text = self.raw_argument(command)
        else:
            text = ""
            while len(text) < 20 and re.fullmatch(r"[-+]?\s*[0-9.]*\s*[a-z]?", text + self.peek()[:1]) and self.peek():
                text += self.take()
            text += self.take() if self.peek().isalpha() else ""
        match = re.fullmatch(r"\s*([-+]?\s*(?:[0-9]{1,4}(?:\.[0-9]{0,6})?|\.[0-9]{1,6}))\s*([a-z]{2})\s*", text)
        if match is None or match[2] not in _UNITS:
            raise CannotSetError(f"{_shown(command)} has a length that is not known")
        return max(-20_000.0, min(20_000.0, float(match[1].replace(" ", "")) * _UNITS[match[2]]))


_UNITS = {
    "em": 1000.0,
    "ex": 450.0,
    "mu": 1000 / 18,
    "pt": 100.0,
    "bp": 100.0,
    "mm": 284.5,
    "cm": 2845.0,
    "in": 7227.0,
    "px": 75.0,
}


def _shown(command: str) -> str:
    return f"\\{command[:40]}" if command[:1].isalpha() else f'"{command[:40]}"'


def _one(nodes: list[Node]) -> Node | None:
    if not nodes:
        return None
    return nodes[0] if len(nodes) == 1 else Row(tuple(nodes))
