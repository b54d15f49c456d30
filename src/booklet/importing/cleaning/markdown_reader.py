"""Markdown as other systems read it (CommonMark with tables) into blocks of text with formatting."""

import re
from functools import cache

from markdown_it import MarkdownIt

from booklet.finding import Finding
from booklet.importing.cleaning.html_reader import html_blocks
from booklet.importing.cleaning.mathematics import is_mathematics
from booklet.model.rich_text import Block
from booklet.place import Place
from booklet.reading.formulas import HELD, HeldText, hold

_FENCE = re.compile(r"^ {0,3}(```|~~~)", re.MULTILINE)


def markdown_blocks(text: str, place: Place, findings: list[Finding]) -> list[Block]:
    """Blocks as CommonMark parts them, raw HTML among them; formulas are left alone."""
    held = hold(text, {}, []) if ("$" in text or "\\" in text) and not _FENCE.search(text) else HeldText(text)
    kept = HELD.sub(lambda found: _kept(held, found[0]), held.text)
    rendered = _parser().render(kept)
    return html_blocks(HELD.sub(lambda found: _escaped(held.piece(found[0]).text), rendered), place, findings)


def _kept(held: HeldText, sign: str) -> str:
    """A formula stays held; paths and words between prices are Markdown as the rest."""
    piece = held.piece(sign)
    return sign if piece.formula and is_mathematics(piece.formula) else piece.text


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True, "maxNesting": 20}).enable(["table", "strikethrough"])
