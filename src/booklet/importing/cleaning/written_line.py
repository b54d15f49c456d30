"""Spans of text with formatting into one line of the Markdown that booklet reads as just these spans."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from booklet.importing.cleaning.reading_back import printed, read
from booklet.importing.cleaning.signs import (
    addresses_in,
    all_escaped,
    escaped_signs,
    likely_signs,
    line_begins_escaped,
)
from booklet.model.rich_text import Block, Line, Span
from booklet.plain_dataclasses import dataclass, replace
from booklet.reading.addresses import link_address
from booklet.reading.paragraphs import of_one_kind

BREAK = Span("\n")
_BLANKS = re.compile(r"[\s\u00a0]+")
_MAY_BE_MARKUP = re.compile(r"[*_~^\\\[<>&{`$|]|://|doi:|^\s*(?:[-•·#–+]|\d{1,2}[.)] )", re.IGNORECASE)
_SCRIPT = re.compile(r"[+\-−–]?[\w,.()]+[+\-−–]?|[+\-−–]+")


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to write: how plain text is escaped, whether addresses stand in brackets where a sign follows, and whether all
    formatting is written as HTML."""

    escape: Callable[[str], str]
    brackets: bool = False
    tags: bool = False


_SUREST = _Way(all_escaped, brackets=True, tags=True)


def written_line(spans: Iterable[Span]) -> str:
    r"""One line with its formatting, from the most pleasant way of writing that reads back as the same. A span of "\n" is a
    forced line end, which only paragraphs have."""
    line = prepared(spans)
    text = _render(line, _escaping(""))
    if not line or is_plain(line):
        return text
    expected = printed([Block(line)])
    if _reads_as(text, expected):
        return text
    kinds = likely_signs(" ".join(span.text for span in line if not span.formula))
    if _reads_as(_render(line, _escaping(kinds)), expected):
        for kind in kinds:
            fewer = kinds.replace(kind, "")
            if _reads_as(_render(line, _escaping(fewer)), expected):
                kinds = fewer
        return _render(line, _escaping(kinds))
    return surely_written_line(line)


def is_plain(line: Line) -> bool:
    """Whether a prepared line has no formatting and nothing that might be read as such, alone or beside other lines."""
    return len(line) == 1 and of_one_kind(line[0], Span("")) and _MAY_BE_MARKUP.search(line[0].text) is None


def surely_written_line(spans: Iterable[Span]) -> str:
    """As `written_line`, with every sign escaped and all formatting as HTML, so that it reads the same beside any other text;
    without its formatting where even that does not."""
    line = prepared(spans)
    expected = printed([Block(line)])
    text = _render(line, _SUREST)
    for begun in (text, line_begins_escaped(text)):
        if _reads_as(begun, expected):
            return begun
    if printed(read(text)[0]) == expected:
        return text
    return line_begins_escaped(_render(tuple(span if span == BREAK else Span(span.text) for span in line), _SUREST))


def prepared(spans: Iterable[Span]) -> Line:
    """Single blanks, without formatting at the edges of spans; addresses are links; neighbors of one kind are joined."""
    parts: list[Span] = []
    for span in spans:
        if span == BREAK or span.formula:
            parts.append(span)
            continue
        link = link_address(span.link) if span.link else None
        for piece in _linked(replace(span, text=_BLANKS.sub(" ", span.text), link=link)):
            parts += _with_bare_blanks(piece)
    return tuple(_trimmed(parts))


def _escaping(kinds: str) -> _Way:
    return _Way(lambda text: escaped_signs(text, kinds), brackets="*" in kinds or "_" in kinds)


def _reads_as(text: str, expected: object) -> bool:
    """Whether booklet reads just what is expected, and has nothing to say about it."""
    blocks, silent = read(text)
    return silent and printed(blocks) == expected


def _linked(span: Span) -> Iterable[Span]:
    if span.link or (":" not in span.text):
        yield span
        return
    done = 0
    for begin, end, address in addresses_in(span.text):
        yield replace(span, text=span.text[done:begin])
        yield replace(span, text=span.text[begin:end], link=address)
        done = end
    yield replace(span, text=span.text[done:])


def _with_bare_blanks(span: Span) -> list[Span]:
    inner = span.text.strip(" ")
    if not inner:
        return [Span(" ")] if span.text else []
    lead, trail = span.text[0] == " ", span.text[-1] == " "
    return [*([Span(" ")] if lead else []), replace(span, text=inner), *([Span(" ")] if trail else [])]


def _trimmed(parts: list[Span]) -> list[Span]:
    """Without blanks and line ends at the ends, and without blanks beside either."""
    kept: list[Span] = []
    for span in parts:
        if span.text == " " and (not kept or kept[-1].text.endswith((" ", "\n"))):
            continue
        if span == BREAK:
            if kept and kept[-1].text == " ":
                kept.pop()
            if not kept or kept[-1] == BREAK:
                continue
        kept.append(span)
    while kept and kept[-1].text in {" ", "\n"}:
        kept.pop()
    joined: list[Span] = []
    for span in kept:
        if joined and BREAK not in (span, joined[-1]) and of_one_kind(joined[-1], span) and not span.formula:
            joined[-1] = replace(joined[-1], text=joined[-1].text + span.text)
        else:
            joined.append(span)
    return joined


def _render(spans: Sequence[Span], way: _Way) -> str:
    """Links outside, then strong, emphasis and scripts."""
    pieces: list[str] = []
    runs = [list(run) for _, run in groupby(spans, key=lambda span: span.link)]
    for at, run in enumerate(runs):
        before = runs[at - 1][-1].text[-1:] if at else ""
        after = runs[at + 1][0].text[:1] if at + 1 < len(runs) else ""
        pieces.append(_linked_run(run, way, (before, after)))
    return "".join(pieces)


def _linked_run(run: Sequence[Span], way: _Way, around: tuple[str, str]) -> str:
    link = run[0].link
    if link and len(run) == 1 and link_address(run[0].text) == link and addresses_in(run[0].text):
        written = f"<{run[0].text}>" if way.brackets and around[1].strip() else run[0].text
        return _marked(written, run[0], around, way)
    if not link:
        return _styled(run, way, around)
    inner = _styled(run, way, ("", ""))
    return f'<a href="{link.replace("&", "&amp;")}">{inner}</a>' if way.tags else f"[{inner}]({link})"


def _styled(spans: Sequence[Span], way: _Way, around: tuple[str, str]) -> str:
    pieces = []
    runs = [list(run) for _, run in groupby(spans, key=lambda span: (span.strong, span.emphasis, span.script))]
    for at, run in enumerate(runs):
        inner = "".join(
            span.text if span.formula else "<br>\n" if span == BREAK else way.escape(span.text) for span in run
        )
        before = runs[at - 1][-1].text[-1:] if at else around[0]
        after = runs[at + 1][0].text[:1] if at + 1 < len(runs) else around[1]
        pieces.append(_marked(inner, run[0], (before, after), way))
    return "".join(pieces)


def _marked(inner: str, span: Span, around: tuple[str, str], way: _Way) -> str:
    """The written text with the formatting of a span, as HTML where it begins or ends inside a word."""
    before, after = around
    if span.script:
        name, sign = ("sup", "^") if span.script > 0 else ("sub", "~")
        short = _SCRIPT.fullmatch(inner) and not way.tags and before.strip() and not after.isdigit()
        inner = f"{sign}{inner}{sign}" if short else f"<{name}>{inner}</{name}>"
    tags = way.tags or before.isalnum() or after.isalnum()
    if span.emphasis:
        inner = f"<em>{inner}</em>" if tags else f"*{inner}*"
    if span.strong:
        inner = f"<strong>{inner}</strong>" if tags else f"**{inner}**"
    return inner
