"""A list of names in one text into the text of each name: what parts them, and which commas are inside a name."""

import re
from collections.abc import Iterator

from booklet.importing.cleaning.name_forms import are_initials, is_institution, is_suffix
from booklet.importing.cleaning.name_marks import MARKS_ONLY

_STRONG = re.compile(r"[;|\n•；、]|\s/\s|\s·\s")
_AND = re.compile(r"\s*,?\s+(?:and|und|et)\s+(?!al\b)|\s*,?\s*[&＆]\s*|,\s*(?:and|und|et)\s+(?!al\b)", re.IGNORECASE)
_SPANISH_AND = re.compile(r"\s+y\s+(?=[^\W\d_][\w.'’-]*\s+[^\W\d_])")
_COMMA = re.compile(r"[,，]")
_PARTICLE = re.compile(
    r"\b(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|ter|ten|zu|zur)\s+){1,3}", re.IGNORECASE
)
_MARKED = re.compile(r"[\d*†‡§⁰¹²³⁴-⁹]$")
_BRACKET = {"(": ")", "[": "]", "（": "）"}
_DEEPEST = 40


def parted_names(text: str) -> tuple[str, ...]:
    """The names in their order; "Smith, J., Doe, A." and "Smith, John; Doe, Ann" are two with a comma in each."""
    pieces = [piece for piece in _split(_STRONG, text) if piece]
    if len(pieces) > 1:
        every = all(len(_split(_COMMA, piece)) == 2 for piece in pieces)
        return tuple(name for piece in pieces for name in _of_piece(piece, alone=every))
    return tuple(name for piece in pieces for name in _of_piece(piece, alone=False))


def _of_piece(piece: str, *, alone: bool) -> Iterator[str]:
    """The names between two separators that no name has inside; `alone`: with one comma each, they are one name each."""
    sides = [part for side in _split(_AND, piece) for part in _split(_SPANISH_AND, side)]
    commas = [_with_marks(_split(_COMMA, side)) for side in sides]
    if alone and len(sides) == 1:
        yield piece
        return
    if len(sides) > 1 and all(len(parts) == 2 and _is_family(parts[0]) for parts in commas):
        yield from sides
        return
    parts = _with_suffixes([part for side in commas for part in side])
    if len(parts) > 1 and len(parts) % 2 == 0 and all(are_initials(one) for one in parts[1::2]):
        yield from (f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True))
    elif len(parts) == 2 and len(sides) == 1 and _are_one(*parts):
        yield f"{parts[0]}, {parts[1]}"
    else:
        yield from parts


def _are_one(before: str, after: str) -> bool:
    """Whether the comma is inside of what says who one person is: "Smith, John", "Ann Lee, MIT"."""
    if _MARKED.search(before) or before.upper() == before.lower():
        return False
    return " " not in after or _is_family(before) or is_institution(after)


def _is_family(text: str) -> bool:
    """Whether it can be a family name alone: one word, or particles and one word."""
    return " " not in _PARTICLE.sub("", text.strip())


def _with_marks(parts: list[str]) -> list[str]:
    """The parts, where the "2" of "Smith1,2" belongs to the name before."""
    joined: list[str] = []
    for part in parts:
        if joined and MARKS_ONLY.fullmatch(part):
            joined[-1] += f",{part}"
        elif part:
            joined.append(part)
    return joined


def _with_suffixes(parts: list[str]) -> list[str]:
    joined: list[str] = []
    for part in parts:
        if joined and is_suffix(part):
            joined[-1] += f" {part}"
        else:
            joined.append(part)
    return joined


def _split(pattern: re.Pattern[str], text: str) -> list[str]:
    """The stretches between what the pattern finds outside of brackets; where a bracket is left open, no bracket counts."""
    inside = _inside_brackets(text)
    stretches, done = [], 0
    for found in pattern.finditer(text):
        if not inside[found.start()]:
            stretches.append(text[done : found.start()].strip())
            done = found.end()
    return [*stretches, text[done:].strip()]


def _inside_brackets(text: str) -> list[bool]:
    open_ones: list[str] = []
    inside = []
    for sign in text:
        if sign in _BRACKET and len(open_ones) < _DEEPEST:
            open_ones.append(_BRACKET[sign])
        elif open_ones and sign == open_ones[-1]:
            open_ones.pop()
        inside.append(bool(open_ones))
    return [False] * len(text) if open_ones else inside
