"""Text of any length into text that content files may have."""

import re
from collections.abc import Sequence

from booklet import limits
from booklet.codes import LEFT_OUT
from booklet.finding import Finding
from booklet.model.rich_text import Block, Line, Span
from booklet.place import Place
from booklet.plain_dataclasses import replace

# What is looked at before it is known how much of it is text.
_HTML, _OTHER = 5, 2
_MOST = limits.ABSTRACT - 1  # with the end of the last line
_ENTRY = re.compile(r"\n *(?:[-*+]|\d{1,9}[.)]) ")
_TOO_LONG = f"a text has more than {limits.ABSTRACT} characters or {limits.PARAGRAPHS} paragraphs; its end is left out"


def bounded_source(text: str, most: int, place: Place, findings: list[Finding], *, html: bool = True) -> str:
    """The beginning of what is far longer than the characters that its text may have, of which HTML needs more."""
    looked_at = (_HTML if html else _OTHER) * most
    if len(text) <= looked_at:
        return text
    findings.append(Finding(LEFT_OUT, _TOO_LONG if most == limits.ABSTRACT else _too_long(most), place))
    return text[: max(text.rfind("\n", 0, looked_at), text.rfind(" ", 0, looked_at), looked_at // 2)]


def bounded_blocks(blocks: Sequence[Block], place: Place, findings: list[Finding]) -> list[Block]:
    """The blocks up to the limits of an abstract; of a first one that alone is too long, its beginning."""
    kept: list[Block] = []
    length = 0
    for block in blocks:
        length += sum(len(span.text) for span in block.spans)
        if length > limits.ABSTRACT or len(kept) == limits.PARAGRAPHS:
            findings.append(Finding(LEFT_OUT, _TOO_LONG, place))
            return kept or [replace(block, spans=_beginning(block.spans))]
        if any(span.text.strip() for span in block.spans):
            kept.append(block)
    return kept


def _beginning(spans: Line) -> Line:
    kept: list[Span] = []
    room = limits.ABSTRACT // 2
    for span in spans:
        if len(span.text) > room:
            return (*kept, replace(span, text=shortened(span.text, max(room, 2))))
        room -= len(span.text)
        kept.append(span)
    return tuple(kept)


def bounded_prose(text: str, place: Place, findings: list[Finding]) -> str:
    """Markdown cut at the end of a paragraph, or of a sentence where the first paragraph is too long."""
    kept: list[str] = []
    length = count = 0
    for paragraph in text.split("\n\n"):
        length += len(paragraph) + 2
        count += 1 + len(_ENTRY.findall(paragraph))
        if length - 2 > _MOST or count > limits.PARAGRAPHS:
            findings.append(Finding(LEFT_OUT, _TOO_LONG, place))
            return "\n\n".join(kept) or _lines_of(paragraph)
        kept.append(paragraph)
    return text


def _lines_of(paragraph: str) -> str:
    """The first lines of a paragraph that is too long, or has too many entries of a list; of a single line its beginning."""
    kept: list[str] = []
    for line in paragraph.split("\n")[: limits.PARAGRAPHS]:
        if sum(len(one) + 1 for one in (*kept, line)) > _MOST:
            break
        kept.append(line)
    return "\n".join(kept) or shortened(paragraph, _MOST)


def bounded_line(text: str, most: int, place: Place, findings: list[Finding]) -> str:
    """One line, cut at a blank, with "…" at its end."""
    if len(text) <= most:
        return text
    findings.append(
        Finding(LEFT_OUT, f"a text of one line has more than {most} characters; its end is left out", place)
    )
    return shortened(text, most)


def shortened(text: str, most: int) -> str:
    """The text up to a blank, with "…"."""
    cut = text.rfind(" ", most // 2, most - 1)
    return text[: cut if cut > 0 else most - 1].rstrip() + "…"


def _too_long(most: int) -> str:
    return f"a text of one line has more than {most} characters; its end is left out"
