"""Turns the bytes of a content stream into its operations (ISO 32000-1, 7.8.2), each with the stretch of bytes it takes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_WHITE = rb"\x00\t\n\x0c\r "
_REGULAR = rb"[^\x00\t\n\x0c\r ()<>\[\]{}/%]"

# Quantifiers are possessive, so that an unclosed string costs one pass and not one pass for every byte.
_TOKEN = re.compile(
    rb"(?:[" + _WHITE + rb"]++|%[^\r\n]*+)*+"
    rb"(?:"
    rb"(?P<operand>[+-]?(?:\d++\.?\d*+|\.\d++)(?!" + _REGULAR + rb")|/" + _REGULAR + rb"*+"
    rb"|\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+\)"
    rb"|<<|>>|<[0-9A-Fa-f" + _WHITE + rb"]*+>|[\[\]]"
    rb")|(?P<word>" + _REGULAR + rb"++)"
    rb"|(?P<string>\()"
    rb"|(?P<junk>.)"
    rb")",
    re.DOTALL,
)
_NUMBER_LIKE = re.compile(rb"[+-]*[0-9.][0-9.+-]*")
_INLINE_END = re.compile(rb"[" + _WHITE + rb"]EI(?![^" + _WHITE + rb"])")
_PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)|\r\n?", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_LITERALS = frozenset((b"true", b"false", b"null"))
_COMPONENTS = {b"/G": 1, b"/DeviceGray": 1, b"/RGB": 3, b"/DeviceRGB": 3, b"/CMYK": 4, b"/DeviceCMYK": 4}


class Operation(NamedTuple):
    """One operator with its operands as they are written, arrays and dictionaries flat: `[`, `(Hel)`, `-20`, `(lo)`, `]`.

    The operation takes the bytes `start` to `end` of the stream. An inline image is one operation `BI`, whose operands are
    the entries of its dictionary and, last, its data.
    """

    operator: bytes
    operands: list[bytes]
    start: int
    end: int


def operations(content: bytes) -> Iterator[Operation]:
    """The operations of `content` in order. What is no token is passed over; operands without an operator are lost."""
    operands: list[bytes] = []
    start = -1
    position = 0
    match = _TOKEN.match
    while token := match(content, position):
        position = token.end()
        kind = token.lastgroup
        if start < 0:
            start = token.start(token.lastindex or 0)
        if kind == "operand":
            operands.append(token["operand"])
        elif kind == "string":
            position = _string_end(content, position)
            operands.append(content[token.start("string") : position])
        elif kind == "word":
            word = token["word"]
            if word in _LITERALS or _NUMBER_LIKE.fullmatch(word):
                operands.append(word)
                continue
            if word == b"BI":
                operands, position = _inline_image(content, position)
            yield Operation(word, operands, start, position)
            operands, start = [], -1


def string_bytes(token: bytes) -> bytes:
    """The bytes that a string token stands for, written as (literal) or as <hexadecimal> (7.3.4)."""
    if token.startswith(b"<"):
        digits = token[1:-1].translate(None, b"\x00\t\n\x0c\r ")
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    inside = token[1:-1]
    if b"\\" not in inside and b"\r" not in inside:
        return inside
    return _ESCAPE.sub(_unescaped, inside)


def is_string(token: bytes) -> bool:
    """Whether an operand is a string."""
    return token.startswith(b"(") or (token.startswith(b"<") and token != b"<<")


def number(token: bytes) -> float:
    """Value of a number token; a malformed one ("--5", "1.2.3") counts as zero, as viewers have it."""
    try:
        return float(token)
    except ValueError:
        return 0.0


def _unescaped(found: re.Match[bytes]) -> bytes:
    escape = found[1]
    if escape is None:
        return b"\n"
    if escape[0] in b"01234567":
        return bytes((int(escape, 8) & 255,))
    return _ESCAPED.get(escape, escape)


def _string_end(content: bytes, position: int) -> int:
    """Position after the string whose opening parenthesis ends at `position`; the end of `content` when it is unclosed."""
    depth = 1
    for found in _PARENTHESIS.finditer(content, position):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if depth == 0:
            return found.end()
    return len(content)


def _inline_image(content: bytes, position: int) -> tuple[list[bytes], int]:
    """Operands of the inline image that follows `BI`, and the position after its `EI` (8.9.7)."""
    operands: list[bytes] = []
    while token := _TOKEN.match(content, position):
        position = token.end()
        if token["word"] == b"ID":
            break
        if token.lastgroup in {"operand", "word"}:
            operands.append(token[token.lastgroup])
        elif token.lastgroup == "string":
            position = _string_end(content, position)
    position += 1  # one white-space character stands between ID and the data
    found = _INLINE_END.search(content, min(position + _raw_length(operands), len(content)))
    data_end, end = (found.start(), found.end()) if found else (len(content), len(content))
    return [*operands, content[position:data_end]], end


def dictionary(tokens: list[bytes]) -> dict[bytes, list[bytes]]:
    """Entries of a flat dictionary (without its `<<` and `>>`): key → the tokens of its value."""
    entries: dict[bytes, list[bytes]] = {}
    value: list[bytes] = []
    depth = 0
    for token in tokens:
        if depth == 0 and token.startswith(b"/") and (value or not entries):
            value = entries[token] = []
            continue
        value.append(token)
        depth += {b"[": 1, b"<<": 1, b"]": -1, b">>": -1}.get(token, 0)
    return entries


def _raw_length(operands: list[bytes]) -> int:
    """Bytes of the data of an unfiltered inline image, 0 where the dictionary does not tell: there `EI` is looked for."""
    entries = dictionary(operands)
    if entries.keys() & {b"/F", b"/Filter"}:
        return 0
    mask = [b"true"] in (entries.get(b"/IM"), entries.get(b"/ImageMask"))
    space = b"".join(entries.get(b"/CS", entries.get(b"/ColorSpace", [])))
    bits = _size(entries, b"/BPC", b"/BitsPerComponent") * _COMPONENTS.get(space, 0)
    return (_size(entries, b"/W", b"/Width") * (1 if mask else bits) + 7) // 8 * _size(entries, b"/H", b"/Height")


def _size(entries: dict[bytes, list[bytes]], short: bytes, long: bytes) -> int:
    return int(min(max(number(b"".join(entries.get(short, entries.get(long, [])))), 0), 1e6))
