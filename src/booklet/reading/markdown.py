"""Cleaned text with a little Markdown into spans and blocks; whatever is not surely markup stays what it is.

The rules are stricter than CommonMark, which turns `2*3*4` into italics, "1986. A great year" into a list and four leading
blanks into code. mdit-py-plugins 0.7.0 is not used: it reads x^2+y^2 as one superscript, and looks at the last character of
the text when a formula stands first.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from booklet.codes import PASTED_HYPHEN, UNKNOWN_COMMAND
from booklet.expression import expression
from booklet.model.rich_text import Block, Line, RichText, Span
from booklet.plain_dataclasses import replace
from booklet.reading.addresses import BARE, end_of_bare, link_address
from booklet.reading.block_markup import split_markup
from booklet.reading.clean_text import one_line
from booklet.reading.formulas import HELD, HeldText, hold
from booklet.reading.html_rules import entity, tag
from booklet.reading.latex_rules import command, group, is_tie, linked, tie
from booklet.reading.lists import ListItem
from booklet.reading.markup_as_written import lost_items, markup_as_written
from booklet.reading.offsets import before_joining
from booklet.reading.paragraphs import of_one_kind, paragraph_blocks, trimmed
from booklet.reading.pasted_hyphens import pasted_hyphens
from booklet.reading.remark import Remark
from booklet.reading.typographic_signs import straight_quotes, typographic

_SCRIPT = expression(r"([~^])([+\-−–]?[\w,.*†‡′()]+[+\-−–]?|[+\-−–]+)\1")
_LINK = expression(r"\[([^\[\]]{1,500})\]\(((?:[^\s()]|\([^\s()]*\))+)\)")
_SIGNS, _MAY_BE = r"*_~^\\\[:<&{`", r"(?:(?<!:)|(?i:(?<=ttp:)|(?<=tps:)|(?<=doi:)))"
_MAY_BE_MARKUP = re.compile(f"[{_SIGNS}]{_MAY_BE}")
_MAY_BE_HELD = re.compile(f"[{_SIGNS}\U000f0000-\U000ffffd]{_MAY_BE}")
_ESCAPED = "*_~^$[]#&%{}"
_NO_MACROS: Mapping[str, str] = MappingProxyType({})
_BREAK = "\n"
# Stars beside a letter other than those of Latin, Greek and Cyrillic: of scripts in which words touch each other.
_OTHER_LETTER = "[\u0530-\u1cff\u2e80-\ud7ff\uf900-\ufffd\U00020000-\U0003ffff]"
_WITHOUT_BLANKS = rf"(?<={_OTHER_LETTER})\*|\*+{_OTHER_LETTER}"
_NO_QUOTE = expression('[^"“”„]+')


def markdown_line(
    text: str, language: str, macros: Mapping[str, str] = _NO_MACROS, remarks: list[Remark] | None = None
) -> Line:
    r"""One line: emphasis (*a*, **a**), x^2^, H~2~O, links, formulas, and what LaTeX and HTML have for them. Never raises.

    Line ends are blanks, display formulas stand in the line. `macros` are private commands of LaTeX, by name with its
    backslash; what there is to say about the text is added to `remarks`.
    """
    remarks = [] if remarks is None else remarks
    held = hold(text, macros, remarks)
    remarks += _at_home(markup_as_written(held.text, latex=held.latex), held)
    return _in_line(held.text, 0, held, language, remarks)


def markdown_blocks(
    text: str,
    language: str,
    macros: Mapping[str, str] = _NO_MACROS,
    remarks: list[Remark] | None = None,
    formulas: list[tuple[int, int]] | None = None,
) -> RichText:
    """Paragraphs (parted by blank lines), lists and display formulas; otherwise as `markdown_line`. Never raises. Offset and
    length of each formula in the text are added to `formulas`."""
    remarks = [] if remarks is None else remarks
    held = hold(text, macros, remarks)
    noticed = [Remark(PASTED_HYPHEN, words, at) for at, words in pasted_hyphens(held.text)]
    noticed += markup_as_written(held.text, latex=held.latex)
    blocks: list[Block] = []
    for part in split_markup(held.text):
        if isinstance(part, ListItem):
            if spans := _in_line(part.text, part.at, held, language, remarks):
                blocks.append(Block(spans, "item", part.marker, part.depth))
        else:
            noticed += lost_items(part)
            blocks += paragraph_blocks(_spans_of(part.text, part.at, held, language, remarks))
    remarks += _at_home(noticed, held)
    if formulas is not None:
        formulas += _places(blocks, held)
    return tuple(blocks)


def _at_home(noticed: Iterable[Remark], held: HeldText) -> Iterator[Remark]:
    """Remarks on held text as remarks on the text before. Of what a macro wrote, the macro is named."""
    for remark in noticed:
        at, macro = held.origin(remark.at)
        if not macro:
            yield replace(remark, at=at)
        elif remark.code is UNKNOWN_COMMAND:
            yield Remark(UNKNOWN_COMMAND, macro, at, "mathematics belongs between dollar signs")
        else:
            yield replace(remark, at=at, words=macro)


def _places(blocks: Iterable[Block], held: HeldText) -> Iterator[tuple[int, int]]:
    """Offset and length of the formulas that came into blocks."""
    pieces = (piece for piece in held.pieces if piece.formula)
    for span in (span for block in blocks for span in block.spans if span.formula):
        piece = next((piece for piece in pieces if span.text.startswith(piece.text)), None)
        if piece:
            yield piece.at, piece.length


def _in_line(text: str, at: int, held: HeldText, language: str, remarks: list[Remark]) -> Line:
    """The spans of a line, with blanks for forced line ends."""
    spans = [
        replace(span, text=" ") if span.text == _BREAK else span
        for span in _spans_of(text, at, held, language, remarks)
    ]
    return trimmed(spans)


def _spans_of(text: str, at: int, held: HeldText, language: str, remarks: list[Remark]) -> list[Span]:
    """The spans of a text that stands at the offset `at` of the held one."""
    joined = straight_quotes(one_line(text))
    if not (_MAY_BE_HELD if held.parts else _MAY_BE_MARKUP).search(joined):
        return _signed([Span(joined)] if joined else [], language)
    noticed: list[Remark] = []
    (inline,) = _parser().parseInline(joined, {"remarks": noticed, "latex": held.latex})
    stood = before_joining({remark.at for remark in noticed}, joined, text) if noticed else {}
    remarks += _at_home((replace(remark, at=at + stood[remark.at]) for remark in noticed), held)
    return _signed(_spans(inline.children or [], held), language)


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


def _signed(spans: list[Span], language: str) -> list[Span]:
    """The spans with typographic signs, outside formulas and addresses."""
    if len(spans) == 1 and not spans[0].formula:
        text = typographic(spans[0].text, language)
        return spans if text == spans[0].text else [replace(spans[0], text=text)]
    result = []
    quotes = last = ""  # of the text before, all that matters for its signs
    for span, following in zip(spans, [*spans, Span("")][1:], strict=True):
        text = span.text if span.formula else typographic(span.text, language, quotes + last, following.text)
        before = last + span.text
        quotes, last = (quotes + _NO_QUOTE.sub("", before[:-1])).replace('""', ""), before[-1:]
        result.append(span if text == span.text else replace(span, text=text))
    return result
