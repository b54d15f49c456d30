"""Blocks of text with formatting into the Markdown that booklet reads as just these blocks."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from booklet.importing.cleaning.reading_back import printed, read
from booklet.importing.cleaning.signs import addresses_in, likely_escaped, line_begins_escaped, surely_escaped
from booklet.model.rich_text import Block, Line, RichText, Span
from booklet.reading.addresses import link_address
from booklet.reading.paragraphs import of_one_kind

BREAK = Span("\n")
_PLAIN = Span("")
_BLANKS = re.compile(r"[\s\u00a0]+")
_INDENT = 3


class _Way:
    """A way to write: how plain text is escaped, and whether formatting is written as HTML or not at all."""

    __slots__ = ("escape", "tags")

    def __init__(self, escape: Callable[[str], str], tags: bool) -> None:
        self.escape, self.tags = escape, tags


_WAYS = (
    _Way(lambda text: text, False),
    _Way(likely_escaped, False),
    _Way(likely_escaped, True),
    _Way(surely_escaped, True),
)


def written(blocks: Sequence[Block]) -> str:
    """Paragraphs and items with their formatting, from the most pleasant way of writing that reads back as the same.

    A span of "\\n" is a forced line end; items have the markers "•", "1.", "2.", … and depths from 0.
    """
    whole = [replace(block, spans=_prepared(block.spans)) for block in blocks]
    whole = [block for block in whole if block.spans]
    expected = printed(_as_read(whole))
    lines = [_written_line(block.spans) for block in whole]
    for item_text in (_with_marker, _tagged):
        for begins in (_as_they_are, line_begins_escaped):
            text = _joined(whole, [begins(line) for line in lines], item_text)
            if printed(read(text)[0]) == expected:
                return text
    return _joined(whole, [line_begins_escaped(line) for line in lines], _tagged)


def written_line(spans: Iterable[Span]) -> str:
    """One line with its formatting, such as a title."""
    line = tuple(Span(" ") if span == BREAK else span for span in spans)
    return _written_line(_prepared(line))


def _as_they_are(text: str) -> str:
    return text


def _written_line(spans: Line) -> str:
    expected = printed([Block(spans)])
    text = ""
    for way in _WAYS:
        text = _render(spans, way).strip()
        blocks, silent = read(text)
        if printed(_as_paragraph(blocks)) == expected and (silent or way is _WAYS[-1]):
            return text
    begun = line_begins_escaped(text)
    if printed(_as_paragraph(read(begun)[0])) == expected:
        return begun
    return _render(tuple(span if span.formula else Span(span.text) for span in spans), _WAYS[-1]).strip()


def _as_paragraph(blocks: RichText) -> list[Block]:
    """A line that reads as one item or as one paragraph with formulas is a paragraph."""
    return [replace(block, continued=True) if at and block.kind == "paragraph" else block for at, block in enumerate(blocks)]


def _as_read(blocks: Sequence[Block]) -> list[Block]:
    return list(blocks)


def _prepared(spans: Iterable[Span]) -> Line:
    """Blanks are one blank without formatting at the edges of spans, addresses are links, neighbors of one kind are joined."""
    parts: list[Span] = []
    for span in spans:
        if span == BREAK or span.formula:
            parts.append(span)
            continue
        span = replace(span, text=_BLANKS.sub(" ", span.text))
        if span.link is not None:
            span = replace(span, link=link_address(span.link))
        for piece in _linked(span):
            parts += _with_bare_blanks(piece)
    return tuple(_trimmed(parts))


def _linked(span: Span) -> Iterable[Span]:
    if span.link or "/" not in span.text:
        yield span
        return
    done = 0
    for begin, end, address in addresses_in(span.text):
        yield replace(span, text=span.text[done:begin])
        yield replace(span, text=span.text[begin:end], link=address)
        done = end
    yield replace(span, text=span.text[done:])


def _with_bare_blanks(span: Span) -> Iterable[Span]:
    inner = span.text.strip(" ")
    if not inner:
        return [Span(" ")] if span.text else []
    lead, trail = span.text[:1] == " ", span.text[-1:] == " "
    return [*([Span(" ")] if lead else []), replace(span, text=inner), *([Span(" ")] if trail else [])]


def _trimmed(parts: list[Span]) -> list[Span]:
    """Without blanks at the ends, beside line ends and beside blanks; without line ends at the ends."""
    kept: list[Span] = []
    for span in parts:
        if span.text == " " and (not kept or kept[-1].text.endswith((" ", "\n"))):
            continue
        if span == BREAK:
            if kept and kept[-1].text == " ":
                kept.pop()
            if not kept or kept[-1] == BREAK:
                continue
        if kept and span != BREAK and kept[-1] != BREAK and not span.formula and of_one_kind(kept[-1], span):
            kept[-1] = replace(kept[-1], text=kept[-1].text + span.text)
        else:
            kept.append(span)
    while kept and kept[-1].text in {" ", "\n"}:
        kept.pop()
    if kept and not kept[-1].formula:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" "))
    return kept


def _render(spans: Sequence[Span], way: _Way) -> str:
    parts = []
    for link, group in groupby(spans, key=lambda span: span.link):
        run = list(group)
        if link and len(run) == 1 and link_address(run[0].text) == link and addresses_in(run[0].text):
            parts.append(_styled(run, way, bare=True))
        elif link:
            inner = _styled(run, way, bare=False)
            parts.append(f'<a href="{link.replace("&", "&amp;")}">{inner}</a>' if way.tags else f"[{inner}]({link})")
        else:
            parts.append(_styled(run, way, bare=False))
    return "".join(parts)


def _styled(spans: Sequence[Span], way: _Way, *, bare: bool) -> str:
    parts = []
    for (strong, emphasis, script), group in groupby(spans, key=lambda span: (span.strong, span.emphasis, span.script)):
        inner = "".join(
            span.text if span.formula or bare else "<br>\n" if span == BREAK else way.escape(span.text) for span in group
        )
        parts.append(_marked(inner, way, (strong, emphasis, script)))
    return "".join(parts)


def _marked(inner: str, way: _Way, style: tuple[bool, bool, int]) -> str:
    strong, emphasis, script = style
    if script:
        name, sign = ("sup", "^") if script > 0 else ("sub", "~")
        inner = f"<{name}>{inner}</{name}>" if way.tags or " " in inner else f"{sign}{inner}{sign}"
    if emphasis:
        inner = f"<em>{inner}</em>" if way.tags else f"*{inner}*"
    if strong:
        inner = f"<strong>{inner}</strong>" if way.tags else f"**{inner}**"
    return inner


def _joined(blocks: Sequence[Block], lines: Sequence[str], lists: Callable[[Sequence[tuple[Block, str]]], str]) -> str:
    """Paragraphs parted by blank lines, each run of items as a list."""
    parts = []
    for is_item, group in groupby(zip(blocks, lines, strict=True), key=lambda pair: pair[0].kind == "item"):
        pairs = list(group)
        parts += [lists(pairs)] if is_item else [line for _, line in pairs]
    return "\n\n".join(parts)


def _with_marker(pairs: Sequence[tuple[Block, str]]) -> str:
    if len(pairs) == 1:
        return _tagged(pairs)
    return "\n".join(
        f"{' ' * (_INDENT * block.depth)}{'-' if block.marker == '•' else block.marker} {_one_line(line)}"
        for block, line in pairs
    )


def _tagged(pairs: Sequence[tuple[Block, str]]) -> str:
    """The lists as HTML, in which they may begin with any number and have one item only."""
    text, names = "", []
    for block, line in pairs:
        name = "ul" if block.marker == "•" else "ol"
        while len(names) > block.depth + 1 or (len(names) == block.depth + 1 and names[-1] != name):
            text += f"</{names.pop()}>\n"
        while len(names) < block.depth + 1:
            number = block.marker.rstrip(".")
            start = f' start="{number}"' if name == "ol" and number != "1" and len(names) == block.depth else ""
            text += f"<{name}{start}>\n"
            names.append(name)
        text += f"<li>{_one_line(line)}</li>\n"
    return text + "".join(f"</{name}>\n" for name in reversed(names)).rstrip()


def _one_line(text: str) -> str:
    return text.replace("<br>\n", " ")
