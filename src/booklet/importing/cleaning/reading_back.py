"""Blocks of text → what booklet prints of them, in a form in which two texts can be compared sign by sign."""

import re
from collections.abc import Iterable

from booklet.codes import PASTED_HYPHEN
from booklet.model.rich_text import Block, RichText, Span
from booklet.reading.markdown import markdown_blocks
from booklet.reading.remark import Remark

_QUOTES = re.compile("[`'\"“”„‘’‚′″«»‹›]")
_UNSTYLED = ".,;:!? "
_DASHES = re.compile(r"\s*[-–—]+\s*")
_BLANKS = re.compile(r"[\s\u202f\u2009\u00a0\u3000]+")
_END = "\x1e"
_BESIDE = frozenset((" ", "-", _END))

Printed = tuple[tuple[str, object], ...]


def printed(blocks: Iterable[Block]) -> Printed:
    """The signs with their formatting. Quotes, the length of dashes and the kind of blanks are typography and do not count,
    nor do blocks around a display formula."""
    signs: list[tuple[str, object]] = []
    for block in blocks:
        loose = block.continued or block.kind == "formula" or (signs and signs[-1] == ("", "formula"))
        signs.append((" ", None) if loose else (_END, (block.kind, block.marker, block.depth)))
        for span in block.spans:
            signs += _of_span(span)
        if block.kind == "formula":
            signs.append(("", "formula"))
    return tuple(_without_blanks(signs))


def read(text: str) -> tuple[RichText, bool]:
    """What booklet reads of an abstract, and whether it has nothing to say about it."""
    remarks: list[Remark] = []
    blocks = markdown_blocks(text, "en", remarks=remarks)
    return blocks, all(remark.code is PASTED_HYPHEN for remark in remarks)


def _of_span(span: Span) -> list[tuple[str, object]]:
    """The signs of a span; blanks and stops have no formatting that one sees."""
    style = (span.emphasis, span.strong, span.script, span.link, bool(span.formula))
    words = _BLANKS.sub(" ", _DASHES.sub("-", _QUOTES.sub("", span.text)))
    shown = "".join(span.text.split()) if span.formula else words
    return [(sign, None if sign in _UNSTYLED else style) for sign in shown]


def _without_blanks(signs: list[tuple[str, object]]) -> list[tuple[str, object]]:
    """Without blanks beside blanks, dashes and ends of blocks."""
    kept = []
    before = _END
    for at, one in enumerate(signs):
        sign = one[0]
        if not sign:
            continue
        if sign == " " and (before in _BESIDE or _following(signs, at) in _BESIDE):
            continue
        before = sign
        kept.append(one)
    return kept


def _following(signs: list[tuple[str, object]], at: int) -> str:
    for one, _ in signs[at + 1 : at + 4]:
        if one:
            return one
    return _END
