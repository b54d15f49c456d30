"""One line of cleaned text, of which some may be markup, into spans, by the rules that are switched on here.

The library takes longer to import than a small booklet takes to be read, and most texts hold no sign of markup.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from booklet.expression import expression
from booklet.model.rich_text import Span
from booklet.plain_dataclasses import replace
from booklet.reading.addresses import BARE, end_of_bare, link_address
from booklet.reading.formulas import HELD, HeldText
from booklet.reading.html_rules import entity, tag
from booklet.reading.latex_rules import command, group, is_tie, linked, tie
from booklet.reading.paragraphs import of_one_kind
from booklet.reading.remark import Remark

_SCRIPT = expression(r"([~^])([+\-−–]?[\w,.*†‡′()]+[+\-−–]?|[+\-−–]+)\1")
_LINK = expression(r"\[([^\[\]]{1,500})\]\(((?:[^\s()]|\([^\s()]*\))+)\)")
_ESCAPED = "*_~^$[]#&%{}"
_BREAK = "\n"
# Stars beside a letter other than those of Latin, Greek and Cyrillic: of scripts in which words touch each other.
_OTHER_LETTER = "[\u0530-\u1cff\u2e80-\ud7ff\uf900-\ufffd\U00020000-\U0003ffff]"
_WITHOUT_BLANKS = rf"(?<={_OTHER_LETTER})\*|\*+{_OTHER_LETTER}"


def marked_spans(text: str, held: HeldText, noticed: list[Remark]) -> list[Span]:
    """The spans of a text without line ends, as they are written; what there is to say of it is added to `noticed`. Never
    raises."""
    (inline,) = _parser().parseInline(text, {"remarks": noticed, "latex": held.latex})
    return _spans(inline.children or [], held)


@cache
def _parser() -> MarkdownIt:
    """Only what is switched on here is markup: of the library, its way to pair emphasis."""
    parser = MarkdownIt("zero")
    parser.inline.ruler.enable("emphasis")
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.inline.ruler2.enable("emphasis")
    rules = {
        "command": command,
        "escaped": _escape,
        "group": group,
        "address": _bare_address,
        "linked": _link,
        "script": _script,
        "tie": tie,
        "tag": tag,
        "entity": entity,
    }
    for name, rule in rules.items():
        parser.inline.ruler.before("emphasis", name, rule)
    return parser


def _emphasis(state: StateInline, silent: bool) -> bool:
    """A star, or one underline, opens or closes emphasis at the edge of a word only; __init__ is a name of a program. Where
    words are not parted by blanks, stars do so anywhere."""
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    scanned = state.scanDelims(
        state.pos, canSplitWord=marker == "*" and re.compile(_WITHOUT_BLANKS).match(state.src, state.pos) is not None
    )
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
    linked(state, address, (found.start(1), found.end(1), found.end()))
    return True


def _script(state: StateInline, silent: bool) -> bool:
    """x^2^ and H~2~O. Not where a digit follows (10^5-10^6) and not ~5~ after a blank, which says "about"."""
    if state.src[state.pos] not in "~^":
        return False
    found = _SCRIPT.match(state.src, state.pos, state.posMax)
    before = state.src[state.pos - 1 : state.pos]
    if not found or state.src[found.end() : found.end() + 1].isdigit():
        return False
    if found[1] == "~" and (not before.strip() or is_tie(state.src, state.pos, state.env["latex"])):
        return False
    if not silent:
        token = state.push("script", "", 0)
        token.content, token.meta = found[2], {"script": 1 if found[1] == "^" else -1}
    state.pos = found.end()
    return True


def _spans(tokens: list[Token], held: HeldText) -> list[Span]:
    """Spans of one line, neighbors of one kind joined; a forced line end is a span of its own."""
    spans: list[Span] = []
    emphasis = strong = script = 0
    link: str | None = None
    for token in tokens:
        if token.type in {"em_open", "em_close"}:
            emphasis += token.nesting
        elif token.type in {"strong_open", "strong_close"}:
            strong += token.nesting
        elif token.type in {"link_open", "link_close"}:
            link = str(token.attrs["href"]) if token.nesting == 1 else None
        elif token.nesting:
            script += token.nesting * token.meta.get("script", 0)
        elif token.type == "break":
            spans.append(Span(_BREAK))
        elif token.content:
            level = _level(token.meta.get("script", script))
            here = str(token.attrs["href"]) if token.type == "address" else link
            for span in _released(Span(token.content, emphasis > 0, strong > 0, level, here), held):
                if spans and spans[-1].text != _BREAK and of_one_kind(spans[-1], span):
                    span = replace(span, text=spans.pop().text + span.text)
                spans.append(span)
    return spans


def _level(script: int) -> Literal[-1, 0, 1]:
    return 1 if script > 0 else -1 if script < 0 else 0


def _released(span: Span, held: HeldText) -> Iterator[Span]:
    """The span with what stands behind its held characters."""
    done = 0
    for found in HELD.finditer(span.text):
        piece = held.piece(found[0])
        if found.start() > done:
            yield replace(span, text=span.text[done : found.start()])
        yield replace(span, text=piece.text, formula=piece.formula)
        done = found.end()
    if done < len(span.text):
        yield replace(span, text=span.text[done:]) if done else span
