"""Markdown as other systems read it (CommonMark with tables) into blocks of text with formatting."""

import re
from collections import Counter
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
_LABEL = re.compile(r"\[([^\[\]\n]{1,100})\]")
_DEFINITION = re.compile(r"^([ ]{0,3})\[([^\[\]\n]{1,100})\]:[ ]*(\S[^\n]*)", re.MULTILINE)
_LONG_LINE = re.compile(r"^[^\n|]{121,}\n(?=[^\W_])", re.MULTILINE)
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
    rendered = _parser(breaks=_has_long_lines(kept)).render(_with_notes(kept))
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


def _with_notes(text: str) -> str:
    """The text with definitions of links that nothing uses, and of footnotes, as words."""
    if "]:" not in text:
        return text
    uses = Counter(label.lower() for label in _LABEL.findall(text))

    def shown(found: re.Match[str]) -> str:
        label = found[2]
        is_used = uses[label.lower()] > 1 and not label.startswith("^")
        return found[0] if is_used else f"\n{found[1]}\\[{label}\\]: {found[3]}"

    return _DEFINITION.sub(shown, text)


def _has_long_lines(text: str) -> bool:
    """Whether lines are longer than anybody wraps them, so that their ends are meant."""
    return _LONG_LINE.search(text) is not None


@cache
def _parser(*, breaks: bool) -> MarkdownIt:
    options = {"html": True, "breaks": breaks, "maxNesting": 20}
    return MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
