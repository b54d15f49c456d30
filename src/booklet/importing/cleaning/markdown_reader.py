"""Markdown as other systems read it (CommonMark with tables) into blocks of text with formatting."""

import re
from functools import cache

from markdown_it import MarkdownIt

from booklet.finding import Finding
from booklet.importing.cleaning.html_reader import html_blocks
from booklet.importing.cleaning.mathematics import is_mathematics
from booklet.model.rich_text import Block
from booklet.place import Place
from booklet.reading.formulas import HELD, hold

# Code, in which no formula is looked for.
_CODE = re.compile(
    r"(?:^|\n)[ ]{0,3}(?P<fence>```|~~~)[^\n]*\n.*?(?:\n[ ]{0,3}(?P=fence)[`~]*[ ]*(?=\n|\Z)|\Z)|(?<!`)`[^`\n]{1,500}`(?!`)",
    re.DOTALL,
)
# 2*3*4, in which CommonMark sees emphasis.
_PRODUCT = re.compile(r"(?<=\d)\*(?=\d)")
_FIRST = 0xF0000
_MOST = 0xFFFE


def markdown_blocks(text: str, place: Place, findings: list[Finding]) -> list[Block]:
    """Blocks as CommonMark parts them, raw HTML among them; formulas are left alone."""
    formulas: list[str] = []
    kept = text
    if "$" in text or "\\" in text or "*" in text:
        parts, done = [], 0
        for code in _CODE.finditer(text):
            parts += [_held(text[done : code.start()], formulas), code[0]]
            done = code.end()
        kept = "".join([*parts, _held(text[done:], formulas)])
    rendered = _parser().render(kept)
    return html_blocks(HELD.sub(lambda found: _escaped(formulas[ord(found[0]) - _FIRST]), rendered), place, findings)


def _held(text: str, formulas: list[str]) -> str:
    """The text with one character of plane 15 for each formula; paths and words between prices are Markdown as the rest."""
    held = hold(text, {}, [])

    def kept(found: re.Match[str]) -> str:
        piece = held.piece(found[0])
        if not piece.formula or not is_mathematics(piece.formula) or len(formulas) >= _MOST:
            return piece.text
        formulas.append(piece.text)
        return chr(_FIRST + len(formulas) - 1)

    return _PRODUCT.sub(r"\*", HELD.sub(kept, held.text))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True, "maxNesting": 20}).enable(["table", "strikethrough"])
