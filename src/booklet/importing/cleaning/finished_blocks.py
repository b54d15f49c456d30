"""Blocks of any source into bounded Markdown without private values."""

from collections.abc import Sequence

from booklet.finding import Finding
from booklet.importing.cleaning.bounds import bounded_blocks
from booklet.importing.cleaning.markup import written
from booklet.importing.cleaning.mathematics import with_formulas
from booklet.importing.cleaning.private import is_private, mended, without_private
from booklet.importing.cleaning.written_line import BREAK
from booklet.model.rich_text import Block, Line, Span
from booklet.place import Place
from booklet.plain_dataclasses import replace
from booklet.reading.paragraphs import of_one_kind


def finished(blocks: Sequence[Block], place: Place, findings: list[Finding], *, formulas: bool) -> str:
    """The blocks as Markdown; `formulas`: whether what stands between dollar signs may be mathematics."""
    whole = []
    for block in bounded_blocks(blocks, place, findings):
        spans = public_spans(_joined(block.spans), place, findings)
        whole.append(replace(block, spans=tuple(with_formulas(spans) if formulas else spans)))
    return written(whole)


def public_spans(spans: Line, place: Place, findings: list[Finding]) -> Line:
    """The spans without private values and addresses; words of a link to a private place stay."""
    result = []
    for span in spans:
        if span.link and is_private(span.link):
            without_private(span.link, place, findings)
            span = replace(span, link=None)
        kept = span if span.formula else replace(span, text=without_private(span.text, place, findings))
        if kept.text:
            result.append(kept)
    if len("".join(span.text for span in result)) < len("".join(span.text for span in spans)):
        return tuple(span if span.formula else replace(span, text=mended(span.text)) for span in _joined(tuple(result)))
    return tuple(result)


def _joined(spans: Line) -> Line:
    """Neighbors of one kind as one span, so that what belongs together is seen together."""
    kept: list[Span] = []
    for span in spans:
        if kept and BREAK not in (span, kept[-1]) and of_one_kind(kept[-1], span):
            kept[-1] = replace(kept[-1], text=kept[-1].text + span.text)
        else:
            kept.append(span)
    return tuple(kept)
