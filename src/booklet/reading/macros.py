"""Private LaTeX macros: LaTeX that uses them into LaTeX that does not, and definitions in a text into a mapping."""

import re
from collections.abc import Iterator, Mapping

from booklet import limits
from booklet.expression import expression
from booklet.plain_dataclasses import dataclass
from booklet.reading.braces import brace_pairs

_COMMAND = expression(r"\\([A-Za-z]+)|\\.", re.DOTALL)
_TOKEN = expression(r"\s*(\\[A-Za-z]+|\\.|[^\s{}\\])", re.DOTALL)
_PARAMETER = expression(r"#([1-9])")
_OPENING = expression(r"\s*\{")
_DEFINITION = expression(
    r"\\(?:(?:re)?newcommand|providecommand)\*?\s*(?:\{\s*(\\[A-Za-z]+)\s*\}|(\\[A-Za-z]+))\s*(?:\[\d\]\s*)?(?=\{)"
    r"|\\def\s*(\\[A-Za-z]+)\s*(?:#\d)*\s*(?=\{)"
    r"|\\DeclareMathOperator(\*?)\s*(?:\{\s*(\\[A-Za-z]+)\s*\}|(\\[A-Za-z]+))\s*(?=\{)"
)


def expand(tex: str, macros: Mapping[str, str], budget: list[int] | None = None) -> str | None:
    r"""`tex` with its macros replaced by what they stand for, those inside of definitions too.

    `macros` maps a name with its backslash to a definition: {"\\norm": "\\lVert #1 \\rVert"}. It takes as many arguments as
    its highest # says; an argument is what stands in braces, or one sign or command. None where the result would pass
    limits.MACRO_DEPTH levels, as with a macro that calls itself, or the `budget` of characters that macros may still write,
    from which it takes what they wrote; limits.MACRO_TEXT without one.
    """
    parts = expanded_parts(tex, macros, [limits.MACRO_TEXT] if budget is None else budget)
    return None if parts is None else "".join(part.text for part in parts)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of expanded text that stands at the offset `at` of the text before, or was written by the macro there."""

    text: str
    at: int
    macro: str = ""


def expanded_parts(tex: str, macros: Mapping[str, str], budget: list[int]) -> tuple[Part, ...] | None:
    """As `expand`, in parts."""
    if not macros or "\\" not in tex:
        return (Part(tex, 0),)
    return _expand(tex, macros, limits.MACRO_DEPTH, budget)


def endless(macros: Mapping[str, str]) -> dict[str, str]:
    """By the name of every macro that expands without end, the one that uses itself: it, or one that it leads to."""
    loops: dict[str, str] = {}
    seen: set[str] = set()
    for root in macros:
        path: dict[str, Iterator[str]] = {} if root in seen else {root: iter(used(macros[root], macros))}
        while path:
            name = next(reversed(path))
            seen.add(name)
            inner = next(path[name], None)
            if inner is None:
                path.popitem()
                if path and name in loops:
                    loops.setdefault(next(reversed(path)), loops[name])
            elif inner in path:
                loops.setdefault(name, inner)
            elif inner in loops:
                loops.setdefault(name, loops[inner])
            elif inner not in seen:
                path[inner] = iter(used(macros[inner], macros))
    return loops


def used(tex: str, macros: Mapping[str, str]) -> dict[str, int]:
    """The macros that stand in `tex`, in order, each with its first offset."""
    first: dict[str, int] = {}
    for found in _COMMAND.finditer(tex):
        if found[0] in macros:
            first.setdefault(found[0], found.start())
    return first


def _expand(tex: str, macros: Mapping[str, str], depth: int, budget: list[int]) -> tuple[Part, ...] | None:
    """`budget` holds the characters that may still be written; each replacement takes from it."""
    parts: list[Part] = []
    done = at = 0
    pairs: dict[int, int] | None = None
    while found := _COMMAND.search(tex, at):
        at = found.end()
        if found[0] not in macros:
            continue
        definition = macros[found[0]]
        if pairs is None:
            pairs = brace_pairs(tex)
        taken = _arguments(tex, at, definition, pairs)
        if taken is None:
            continue
        arguments, at = taken
        written = _filled(definition, arguments)
        budget[0] -= len(written) + 1
        inside = _expand(written, macros, depth - 1, budget) if depth and budget[0] >= 0 else None
        if inside is None:
            return None
        if not arguments and tex.startswith("{}", at):
            at += 2
        inner = "".join(part.text for part in inside)
        blank = " " if _needs_blank(inner, tex[at : at + 1]) else ""
        parts += [Part(tex[done : found.start()], done), Part(inner + blank, found.start(), found[0])]
        done = at
    return (*parts, Part(tex[done:], done))


def _arguments(tex: str, at: int, definition: str, pairs: dict[int, int]) -> tuple[list[str], int] | None:
    """The arguments of a macro whose name ends at `at`, and where they end; None where one is missing."""
    arguments = []
    for _ in range(max((int(number) for number in _PARAMETER.findall(definition)), default=0)):
        opening = _OPENING.match(tex, at)
        close = pairs.get(opening.end() - 1) if opening else None
        if opening and close is not None:
            arguments.append(tex[opening.end() : close])
            at = close + 1
        elif token := _TOKEN.match(tex, at):
            arguments.append(token[1])
            at = token.end()
        else:
            return None
    return arguments, at


def _filled(definition: str, arguments: list[str]) -> str:
    parts: list[str] = []
    done = 0
    for found in _PARAMETER.finditer(definition):
        argument = arguments[int(found[1]) - 1]
        before = definition[done : found.start()]
        parts += [before, " " if _needs_blank(before, argument) else "", argument]
        done = found.end()
        if _needs_blank(argument, definition[done : done + 1]):
            parts.append(" ")
    return "".join(parts) + definition[done:]


def _needs_blank(before: str, after: str) -> bool:
    r"""Whether a command at the end of `before` would swallow the letter that follows: \lVert and x."""
    return after[:1].isalpha() and re.search(r"\\[A-Za-z]+\Z", before[-40:]) is not None


def take_definitions(text: str) -> tuple[str, dict[str, str]]:
    r"""The text with blanks in place of \newcommand, \renewcommand, \providecommand, \def and \DeclareMathOperator, and what
    they define."""
    if not re.search(r"\\(?:(?:re)?newcommand|providecommand|def|DeclareMathOperator)(?![A-Za-z])", text):
        return text, {}
    pairs = brace_pairs(text)
    macros: dict[str, str] = {}
    parts: list[str] = []
    done = 0
    for found in _DEFINITION.finditer(text):
        close = pairs.get(found.end())
        if found.start() < done or close is None:
            continue
        name = found[1] or found[2] or found[3] or found[5] or found[6]
        body = text[found.end() + 1 : close]
        operator = found[5] or found[6]
        macros[name] = f"\\operatorname{found[4]}{{{body}}}" if operator else body
        parts += [text[done : found.start()], " " * (close + 1 - found.start())]
        done = close + 1
    return "".join(parts) + text[done:], macros
