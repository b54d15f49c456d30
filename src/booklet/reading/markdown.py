"""Cleaned text with a little Markdown into spans and blocks; whatever is not surely markup stays what it is.

The rules are stricter than CommonMark, which turns `2*3*4` into italics, "1986. A great year" into a list and four leading
blanks into code. mdit-py-plugins 0.7.0 is not used: it reads x^2+y^2 as one superscript, and looks at the last character of
the text when a formula stands first.
"""

import re
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from booklet.model.rich_text import Block, Line, RichText, Span
from booklet.reading.addresses import BARE, end_of_bare, link_address
from booklet.reading.clean_text import one_line
from booklet.reading.lists import ListItem, split_blocks
from booklet.reading.typographic_signs import typographic

_FORMULA = re.compile(
    r"\$\$[^$]{1,2000}\$\$"  # display
    r"|\$(?![\s$]|\d[^$]*\s[A-Za-z]{2,}[\s,.])(?:[^$\\]|\\.){0,1000}?(?<!\s)\$(?!\d)"  # not "$5 and $6"
    r"|\\\([^\n]{1,500}?\\\)"
    r"|\\\[(?![\d,\s–-]*\\\])[^\n]{1,1000}?\\\]",
    re.DOTALL,
)
_SCRIPT = re.compile(r"([~^])([+\-−–]?[\w,.*†‡′()]+[+\-−–]?|[+\-−–]+)\1")
_LINK = re.compile(r"\[([^\[\]]{1,500})\]\(((?:[^\s()]|\([^\s()]*\))+)\)")
_MAY_BE_WRITTEN = re.compile("[<!#`]")
_MAY_BE_MARKUP = re.compile(r"[*_~^$\\\[:]")
_ESCAPED = "*_~^$[]#&%"
_TAGS = (
    "a|abbr|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|font|footer|form|h[1-6]|header|hr|i|iframe|img|"
    "input|ins|kbd|li|link|mark|meta|object|ol|p|para|pre|q|s|samp|script|seq|small|span|strike|strong|style|sub|summary|sup|"
    "svg|table|tbody|td|th|thead|tr|tt|u|ul|var|video"
)
_AS_WRITTEN = re.compile(
    rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>|!\[[^\[\]]*\]\([^()]*\)|(?<![^\n])#{{1,6}} (?=\S)|(?<![^\n])```", re.IGNORECASE
)


def markdown_line(text: str, language: str) -> Line:
    """One line: emphasis (*a*, **a**), x^2^, H~2~O, links, formulas; line ends are blanks. Never raises."""
    text = one_line(text)
    if not _MAY_BE_MARKUP.search(text):
        return _signed([Span(text)] if text else [], language)
    (inline,) = _parser().parseInline(text)
    return _signed(_spans(inline.children or []), language)


def markdown_blocks(text: str, language: str) -> RichText:
    """Paragraphs (parted by blank lines) and lists. Never raises."""
    blocks = []
    for part in split_blocks(text):
        if isinstance(part, ListItem):
            blocks.append(Block(markdown_line(part.text, language), "item", part.marker, part.depth))
        elif spans := markdown_line(part, language):
            blocks.append(Block(spans))
    return tuple(blocks)


def markup_as_written(text: str) -> tuple[str, ...]:
    """What looks like HTML, a picture, a heading or code, all of which are printed as they are written."""
    if not _MAY_BE_WRITTEN.search(text):
        return ()
    return tuple(found[0].strip() for found in _AS_WRITTEN.finditer(text))


@cache
def _parser() -> MarkdownIt:
    """Only what is switched on here is markup: of the library, its way to pair emphasis."""
    parser = MarkdownIt("zero")
    parser.inline.ruler.enable("emphasis")
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.inline.ruler2.enable("emphasis")
    parser.inline.ruler.before("emphasis", "formula", _formula)
    parser.inline.ruler.before("emphasis", "escaped", _escape)
    parser.inline.ruler.before("emphasis", "address", _bare_address)
    parser.inline.ruler.before("emphasis", "linked", _link)
    parser.inline.ruler.before("emphasis", "script", _script)
    return parser


def _emphasis(state: StateInline, silent: bool) -> bool:
    """A star, or one underline, opens or closes emphasis at the edge of a word only; __init__ is a name of a program."""
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    scanned = state.scanDelims(state.pos, canSplitWord=False)
    if marker == "_" and scanned.length > 1:
        state.pending += marker * scanned.length
        state.pos += scanned.length
        return True
    for _ in range(scanned.length):
        state.push("text", "", 0).content = marker
        delimiter = Delimiter(
            marker=ord(marker),
            length=scanned.length,
            token=len(state.tokens) - 1,
            end=-1,
            open=scanned.can_open,
            close=scanned.can_close,
        )
        state.delimiters.append(delimiter)
    state.pos += scanned.length
    return True


def _formula(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] not in "$\\":
        return False
    found = _FORMULA.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("formula", "", 0).content = found[0]
    state.pos = found.end()
    return True


def _escape(state: StateInline, silent: bool) -> bool:
    following = state.src[state.pos + 1 : state.pos + 2]
    if state.src[state.pos] != "\\" or not following or following not in _ESCAPED or state.pos + 1 >= state.posMax:
        return False
    if not silent:
        state.push("text", "", 0).content = following
    state.pos += 2
    return True


def _bare_address(state: StateInline, silent: bool) -> bool:
    """An address in running text is one piece, so that its _ and ~ mark nothing. Stops of the text rule come before "//"."""
    if state.src[state.pos] != ":" or state.linkLevel:
        return False
    for scheme in ("https", "http", "doi"):
        start = state.pos - len(scheme)
        found = BARE.match(state.src, start, state.posMax) if start >= 0 else None
        if found and state.pending.lower().endswith(scheme):
            written = found[0][: end_of_bare(found[0])]
            address = link_address(written)
            if address and not silent:
                state.pending = state.pending[: -len(scheme)]
                state.push("address", "", 0).attrs = {"href": address}
                state.tokens[-1].content = written
                state.pos = start + len(written)
                return True
    return False


def _link(state: StateInline, silent: bool) -> bool:
    """[text](address). A picture, or an address that is not taken, stays as it is written."""
    source = state.src
    if source[state.pos] == "!" and source[state.pos + 1 : state.pos + 2] == "[":
        picture = _LINK.match(source, state.pos + 1, state.posMax)
        if picture and not silent:
            state.push("text", "", 0).content = "!" + picture[0]
            state.pos = picture.end()
        return bool(picture) and not silent
    found = _LINK.match(source, state.pos, state.posMax) if source[state.pos] == "[" and not state.linkLevel else None
    address = link_address(found[2]) if found else None
    if silent or not found or not address:
        return False
    end, state.posMax = state.posMax, found.end(1)
    state.pos = found.start(1)
    state.push("link_open", "a", 1).attrs = {"href": address}
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    state.push("link_close", "a", -1)
    state.pos, state.posMax = found.end(), end
    return True


def _script(state: StateInline, silent: bool) -> bool:
    """x^2^ and H~2~O. Not where a digit follows (10^5-10^6) and not ~5~ after a blank, which says "about"."""
    if state.src[state.pos] not in "~^":
        return False
    found = _SCRIPT.match(state.src, state.pos, state.posMax)
    before = state.src[state.pos - 1 : state.pos]
    if not found or state.src[found.end() : found.end() + 1].isdigit() or (found[1] == "~" and not before.strip()):
        return False
    if not silent:
        token = state.push("script", "", 0)
        token.content, token.meta = found[2], {"script": 1 if found[1] == "^" else -1}
    state.pos = found.end()
    return True


def _spans(tokens: list[Token]) -> list[Span]:
    """Spans of one line, neighbors of one kind joined."""
    spans: list[Span] = []
    emphasis = strong = 0
    link: str | None = None
    for token in tokens:
        if token.type in {"em_open", "em_close"}:
            emphasis += token.nesting
        elif token.type in {"strong_open", "strong_close"}:
            strong += token.nesting
        elif token.type in {"link_open", "link_close"}:
            link = str(token.attrs["href"]) if token.nesting == 1 else None
        elif token.content:
            script = token.meta.get("script", 0)
            here = str(token.attrs["href"]) if token.type == "address" else link
            span = Span(token.content, emphasis > 0, strong > 0, script, here, token.type == "formula")
            if spans and replace(spans[-1], text="") == replace(span, text="") and not span.formula:
                span = replace(span, text=spans.pop().text + span.text)
            spans.append(span)
    return spans


def _signed(spans: list[Span], language: str) -> Line:
    """The spans with typographic signs, outside formulas and addresses."""
    result = []
    before = ""
    for span, following in zip(spans, [*spans, Span("")][1:], strict=True):
        text = span.text if span.formula else typographic(span.text, language, before, following.text)
        before += span.text
        result.append(replace(span, text=text))
    return tuple(result)
