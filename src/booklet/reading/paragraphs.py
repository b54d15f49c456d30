"""The spans of a paragraph into blocks: it parts at display formulas and forced line ends, and goes on after them."""

from collections.abc import Iterable

from booklet.expression import expression
from booklet.model.rich_text import Block, Line, Span
from booklet.plain_dataclasses import replace

_BREAK = "\n"
_DISPLAY = ("$$", "\\[", "\\begin")
_STOPS = expression(r"[.,;:!?]+(?=\s|\Z)")
_END = expression(r"\\end\{[a-z]+\*?\}\Z")


def paragraph_blocks(spans: Iterable[Span]) -> list[Block]:
    """A paragraph, or several with `continued`, with display formulas between. A stop after a formula goes into it."""
    blocks: list[Block] = []
    waiting: list[Span] = []
    for span in _stops_inside(list(spans)):
        if span.text != _BREAK and not is_display(span):
            waiting.append(span)
            continue
        _add_paragraph(waiting, blocks)
        waiting = []
        if is_display(span):
            blocks.append(Block((span,), "formula"))
    _add_paragraph(waiting, blocks)
    return blocks


def is_display(span: Span) -> bool:
    """Whether the span is a formula for lines of its own."""
    return bool(span.formula) and span.text.startswith(_DISPLAY) and not span.text.startswith("\\begin{math}")


def of_one_kind(one: Span, other: Span) -> bool:
    """Whether two spans are formatted alike; a formula is like nothing else."""
    return replace(one, text="") == replace(other, text="") and not one.formula


def trimmed(spans: Iterable[Span]) -> Line:
    """The spans without blanks at their ends, and without two blanks in a row; neighbors of one kind are joined."""
    kept: list[Span] = []
    for span in spans:
        text = span.text
        if not span.formula and (not kept or kept[-1].text.endswith(" ")):
            text = text.lstrip(" ")
        if text and kept and of_one_kind(kept[-1], span):
            kept.append(replace(span, text=kept.pop().text + text))
        elif text:
            kept.append(span if text == span.text else replace(span, text=text))
    while kept and not kept[-1].formula and kept[-1].text.endswith(" "):
        last = kept.pop()
        if text := last.text.rstrip(" "):
            kept.append(replace(last, text=text))
    return tuple(kept)


def _add_paragraph(spans: list[Span], blocks: list[Block]) -> None:
    if line := trimmed(spans):
        blocks.append(Block(line, continued=bool(blocks)))


def _stops_inside(spans: list[Span]) -> list[Span]:
    r"""Spans with the full stop or comma after a display formula inside of it, where it would begin a line otherwise."""
    result: list[Span] = []
    for span in spans:
        stop = _STOPS.match(span.text) if result and is_display(result[-1]) and not span.formula else None
        if stop:
            before = result.pop()
            result.append(replace(before, text=before.text + stop[0], formula=_with_stop(before.formula, stop[0])))
            span = replace(span, text=span.text[stop.end() :])
        result.append(span)
    return result


def _with_stop(formula: str, stop: str) -> str:
    r"""The stop before the end of an environment, and not where its last line is ended by \\."""
    end = _END.search(formula)
    body = formula[: end.start()].rstrip() if end else formula
    if body.endswith("\\\\"):
        return formula
    return f"{body}{stop}{end[0]}" if end else body + stop
