"""Places, lines and blocks as lists that JSON can write, and back: what the records of talks and of programs are made of.

A value is known by its position. A span without formatting is its text; places name their file only where it is not that of
the record.
"""

import json
from itertools import repeat
from typing import Any

from booklet.model.rich_text import Block, Line, RichText, Span
from booklet.place import Place, Places


def dumped(facts: object) -> bytes:
    """Lists as bytes."""
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def loaded(part: bytes) -> Any:
    """Lists of bytes."""
    return json.loads(part.decode("utf-8", "surrogatepass"))


def place_rows(places: Places, file: str) -> tuple[object, ...]:
    """The paths; lines, columns and ends of the record and all parts; the files of those that stand elsewhere."""
    paths, parts = zip(*places.parts, strict=True) if places.parts else ((), ())
    files, *numbers = zip(places.record, *parts, strict=True)
    return paths, *numbers, [(at, one) for at, one in enumerate(files) if one != file]


def places_of(
    file: str,
    paths: list[list[str | int]],
    lines: list[int],
    columns: list[int],
    ends: list[int],
    elsewhere: list[tuple[int, str]],
) -> Places:
    """What `place_rows` was given."""
    stands = list(map(Place._make, zip(repeat(file, len(lines)), lines, columns, ends, strict=True)))
    for at, other in elsewhere:
        stands[at] = stands[at]._replace(file=other)
    return Places(stands[0], tuple(zip(map(tuple, paths), stands[1:], strict=True)))


def line_rows(line: Line) -> list[object]:
    """The spans of a line."""
    return [one.text if one == Span(one.text) else _span(one) for one in line]


def _span(span: Span) -> tuple[object, ...]:
    return span.text, span.emphasis, span.strong, span.script, span.link, span.formula, span.language


def line_of(line: list[Any]) -> Line:
    """What `line_rows` was given."""
    return tuple([Span(one) if one.__class__ is str else Span(*one) for one in line])


def block_rows(text: RichText) -> list[object]:
    """The blocks of a text."""
    return [(line_rows(one.spans), one.kind, one.marker, one.depth, one.continued) for one in text]


def blocks_of(text: list[Any]) -> RichText:
    """What `block_rows` was given."""
    return tuple([Block(line_of(spans), *rest) for spans, *rest in text])
