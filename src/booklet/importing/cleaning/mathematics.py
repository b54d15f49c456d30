"""Spans of text, in which formulas stand between dollar signs and the like, into spans of text and of formulas."""

import re
from collections.abc import Iterable

from booklet.model.rich_text import Span
from booklet.plain_dataclasses import replace
from booklet.reading.formulas import HELD, hold

# What `hold` would take out of the text.
DEFINITION = re.compile(r"\\(?:(?:re)?newcommand|providecommand|def|DeclareMathOperator)(?![A-Za-z])")
_SURELY = re.compile(r"[\\^_={}+]|[<>]|\d\s*[-*/]|[^\W\d_]\([^()]*\)")
_FEW_LETTERS = re.compile(r"[\W\d_]*(?:[^\W\d_]{1,3}[\W\d_]*){1,3}")
_NEVER = re.compile(r"[`\"]|https?:|[A-Z_]{2,}[:/=]|\n\n")


def with_formulas(spans: Iterable[Span]) -> list[Span]:
    """The spans with formulas as spans of their own."""
    result: list[Span] = []
    for span in spans:
        if ("$" not in span.text and "\\" not in span.text) or DEFINITION.search(span.text):
            result.append(span)
            continue
        result += _parts(span)
    return result


def is_mathematics(tex: str) -> bool:
    """Whether what stands between two dollar signs is a formula rather than words between two prices or names."""
    if _NEVER.search(tex):
        return False
    return _SURELY.search(tex) is not None or _FEW_LETTERS.fullmatch(tex) is not None


def _parts(span: Span) -> Iterable[Span]:
    held = hold(span.text, {}, [])
    done = 0
    for found in HELD.finditer(held.text):
        piece = held.piece(found[0])
        yield replace(span, text=held.text[done : found.start()])
        is_formula = bool(piece.formula) and is_mathematics(piece.formula)
        yield replace(span, text=piece.text, formula=piece.formula if is_formula else "")
        done = found.end()
    yield replace(span, text=held.text[done:])
