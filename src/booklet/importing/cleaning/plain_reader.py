"""Plain text as people write and paste it into paragraphs and lists."""

import re

from booklet.importing.cleaning.written_line import BREAK
from booklet.model.rich_text import Block, Span
from booklet.reading.lists import ListItem, split_blocks

_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_BULLET = re.compile(r"^([ \t]*)(?:[•·●▪◦‣∙○■►➢✓*–-])[ \t]+(?=\S)", re.MULTILINE)
_SHORTEST, _LONGEST, _RAGGED = 45, 120, 30


def plain_blocks(text: str) -> list[Block]:
    """Blank lines part paragraphs, bullets and numbers make lists; line ends stay, except of text that is wrapped."""
    blocks: list[Block] = []
    for part in split_blocks(_BULLET.sub(r"\1- ", text.expandtabs(4))):
        if isinstance(part, ListItem):
            blocks.append(Block((Span(part.text),), "item", part.marker, part.depth))
        else:
            blocks += _paragraphs(part.text)
    return blocks


def _paragraphs(text: str) -> list[Block]:
    lines = [line.strip() for line in text.split("\n")]
    if is_wrapped(lines):
        return [Block((Span(" ".join(lines)),))]
    if any(len(line) > _LONGEST for line in lines):
        return [Block((Span(line),)) for line in lines if line]
    spans: list[Span] = []
    for line in lines:
        spans += [BREAK] if spans else []
        spans.append(Span(line))
    return [Block(tuple(spans))]


def is_wrapped(lines: list[str]) -> bool:
    """Whether line ends only keep the lines short: all but the last are about as long as each other."""
    lengths = [len(line) for line in lines[:-1]]
    return not lengths or (
        min(lengths) >= _SHORTEST and max(lengths) <= _LONGEST and max(lengths) - min(lengths) <= _RAGGED
    )
