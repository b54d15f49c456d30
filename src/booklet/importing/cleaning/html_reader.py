"""HTML into blocks of text with formatting; what is no known tag stays text."""

import re
from html.parser import HTMLParser

from booklet.codes import CHANGED_TEXT, LEFT_OUT
from booklet.finding import Code, Finding
from booklet.importing.cleaning.mathml import ELEMENTS, with_tex
from booklet.importing.cleaning.typed_items import SOFT, with_typed_items
from booklet.importing.cleaning.written_line import BREAK
from booklet.model.rich_text import Block, Span
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace
from booklet.reading.clean_text import clean
from booklet.reading.lists import DEEPEST

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary", "caption", "legend", "figcaption"))
_BLOCKS = _HEADINGS | frozenset(
    (
        "p", "div", "section", "article", "header", "footer", "hr", "blockquote", "pre", "dl", "dd", "table", "figure",
        "address", "center", "main", "aside", "nav", "details", "form", "fieldset", "html", "body", "abstract", "sec",
        "title",
    )
)  # fmt: skip
_STYLES = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), Span("", emphasis=True)),
    **dict.fromkeys(("strong", "b"), Span("", strong=True)),
    "sup": Span("", script=1),
    "sub": Span("", script=-1),
}
_INLINE = frozenset(
    (
        "u", "ins", "span", "font", "abbr", "acronym", "mark", "kbd", "code", "tt", "samp", "small", "big", "label", "time",
        "bdi", "bdo", "data", "wbr", "nobr", "tbody", "thead", "tfoot", "colgroup", "col", "ruby", "rt", "rp", "q", "del",
        "s", "strike", "a", "br", "img", "tr", "td", "th", "ul", "ol", "li", "meta", "link", "base", "basefont", "input",
        "button", "select", "option", "menu", "dir", "picture", "source", "area", "map", "head", "noscript",
        "textarea",
    )
)  # fmt: skip
_VOID = frozenset(("br", "hr", "img", "wbr", "col", "input", "meta", "link", "base", "area", "source", "embed"))
_SILENT = frozenset(("script", "style", "template"))
_SHOWN_ELSEWHERE = frozenset(("iframe", "video", "audio", "object", "embed", "svg", "canvas"))
KNOWN = _BLOCKS | _INLINE | _SILENT | _SHOWN_ELSEWHERE | frozenset(_STYLES) | ELEMENTS
_BARE_ATTRIBUTES = frozenset(
    ("nowrap", "reversed", "disabled", "hidden", "checked", "controls", "allowfullscreen", "async")
)
_TAG = r"(?:/?[A-Za-z][^\s<>/]*(?:[^<>\"']|\"[^\"]{0,4000}\"|'[^']{0,4000}')*+>|/?[A-Za-z][^<>]*>)"
_NO_TAG = re.compile(rf"<(?!{_TAG}|!--|!\[CDATA\[|!doctype[^<>]{{0,500}}>|\?[^<>]{{0,500}}>)", re.IGNORECASE)
_SWALLOWING = re.compile(
    r"<(script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext)(?![\w-])", re.IGNORECASE
)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_LONGEST_ALT = 500
_DEEPEST = 100
_TABLE = "a table is lines of text now"
_PICTURE = "a picture is left out; its description stands in its place"


def html_blocks(text: str, place: Place, findings: list[Finding]) -> list[Block]:
    """Paragraphs and items of lists, with line ends, emphasis, scripts and links; headings are bold paragraphs."""
    reader = HtmlReader()
    reader.feed(_without_half_tags(with_tex(text)))
    reader.close()
    for code, message in dict.fromkeys(reader.said):
        findings.append(Finding(code, message, place))
    return reader.finished()


def _without_half_tags(text: str) -> str:
    """The text with each "<" as text that no tag follows, and with nothing that would swallow the rest."""
    text = text.replace("\x00", "")
    comments_end = text.rfind("-->")
    sections_end = text.rfind("]]>")
    lower = text.lower()

    def kept(found: re.Match[str]) -> str:
        closed = lower.rfind(f"</{found[1].lower()}") > found.start()
        return found[0] if closed else f"&lt;{found[0][1:]}"

    def comment(found: re.Match[str]) -> str:
        closed = found.start() < (comments_end if found[0] == "<!--" else sections_end)
        return found[0] if closed else f"&lt;{found[0][1:]}"

    text = re.sub(r"<!--|<!\[CDATA\[", comment, text)
    lower = text.lower()
    text = _SWALLOWING.sub(kept, text)
    return _NO_TAG.sub("&lt;", text)


@dataclass(frozen=True, slots=True)
class _List:
    ordered: bool
    number: int


class HtmlReader(HTMLParser):
    """Collects blocks; of what is open, the styles, links and lists."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[tuple[Code, str]] = []
        self._blocks: list[Block] = []
        self._spans: list[Span] = []
        self._styles: list[tuple[str, Span]] = []
        self._lists: list[_List] = []
        self._item: tuple[str, int] | None = None
        self._silent = ""
        self._depth = 0
        self._tables = 0
        self._preformatted = 0

    def finished(self) -> list[Block]:
        """All blocks, when everything is fed."""
        self._end_block()
        return self._blocks

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that opens, or a word in angle brackets."""
        written = self.get_starttag_text() or ""
        if self._silent:
            self._depth += tag == self._silent and not written.endswith("/>")
        elif not _is_known(tag, attrs):
            if ":" not in tag:
                self._add(written)
        elif tag in _SILENT or tag in _SHOWN_ELSEWHERE:
            if tag in _SHOWN_ELSEWHERE:
                self.said.append((LEFT_OUT, "a video, drawing or page shown within a text is left out"))
            if tag != "embed" and not written.endswith("/>"):
                self._silent, self._depth = tag, 1
        else:
            self._open(tag, {name: value or "" for name, value in attrs})

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that opens and closes at once."""
        self.handle_starttag(tag, attrs)
        if tag in KNOWN and tag not in _VOID and not self._silent:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """A tag that closes."""
        if self._silent:
            self._depth -= tag == self._silent
            if not self._depth:
                self._silent = ""
        elif tag not in KNOWN:
            if ":" not in tag:
                self._add(f"</{tag}>")
        elif tag in {"ul", "ol", "menu", "dir"}:
            self._end_block()
            if self._lists:
                self._lists.pop()
            self._item = None
        elif tag == "li":
            self._end_block()
            self._item = None
        elif tag in _BLOCKS:
            self._close_styles(tag)
            self._end_block()
            self._preformatted -= tag == "pre" and self._preformatted > 0
            self._tables -= tag == "table" and self._tables > 0
        elif tag == "q":
            self._add("\u201d")
        elif tag == "br":
            self._spans.append(BREAK)
        else:
            self._close_styles(tag)

    def handle_data(self, data: str) -> None:
        """Text, its entities decoded."""
        if not self._silent:
            self._add(data)

    def unknown_decl(self, data: str) -> None:
        """A section of character data."""
        if data.startswith("CDATA[") and not self._silent:
            self._add(data.removeprefix("CDATA["))

    def _open(self, tag: str, values: dict[str, str]) -> None:
        if tag in _STYLES:
            self._push(tag, _STYLES[tag])
        elif tag == "a":
            address = values.get("href", "").strip()
            self._push(tag, Span("", link=address or None))
        elif tag == "br":
            self._spans.append(BREAK)
        elif tag == "img":
            self.said.append((LEFT_OUT, _PICTURE))
            self._add(values.get("alt", "")[:_LONGEST_ALT])
        elif tag in {"ul", "ol", "menu", "dir"}:
            self._end_block()
            start = values.get("start", "1")
            self._lists.append(_List(tag == "ol", int(start) if start.isdecimal() and len(start) < 4 else 1))
        elif tag == "li":
            self._begin_item()
        elif tag in {"tr", "td", "th"}:
            self._cell(tag)
        elif tag == "q":
            self._add("\u201c")
        elif tag in _BLOCKS:
            self._begin_block(tag)
        elif tag in {"s", "strike", "del"}:
            self.said.append((CHANGED_TEXT, "words that were struck out stand as the others"))

    def _begin_block(self, tag: str) -> None:
        if self._tables and tag != "table":
            self._add(" ")
            return
        self._end_block()
        self._preformatted += tag == "pre"
        if tag == "table":
            self._tables += 1
            self.said.append((CHANGED_TEXT, _TABLE))
        if tag in _HEADINGS:
            if tag[0] == "h":
                self.said.append((CHANGED_TEXT, "a heading is a bold line now"))
            self._push(tag, Span("", strong=True))

    def _begin_item(self) -> None:
        self._end_block()
        if not self._lists:
            self._lists.append(_List(False, 1))
        last = self._lists[-1]
        depth = min(len(self._lists) - 1, DEEPEST)
        self._item = (f"{last.number}." if last.ordered else "•", depth)
        self._lists[-1] = replace(last, number=last.number + 1)

    def _cell(self, tag: str) -> None:
        """A row begins a line, a cell after others of its row goes on behind a semicolon."""
        if tag == "tr":
            self._spans.append(BREAK)
            return
        while self._spans and self._spans[-1] != BREAK and not self._spans[-1].text.strip():
            self._spans.pop()
        if self._spans and self._spans[-1] != BREAK:
            self._spans.append(Span("; "))

    def _push(self, tag: str, style: Span) -> None:
        """What is open now, and a further style."""
        now = self._now()
        if len(self._styles) < _DEEPEST:
            both = Span(
                "",
                now.emphasis or style.emphasis,
                now.strong or style.strong,
                style.script or now.script,
                style.link or now.link,
            )
            self._styles.append((tag, both))

    def _now(self) -> Span:
        return self._styles[-1][1] if self._styles else Span("")

    def _close_styles(self, tag: str) -> None:
        """Closes the last style of a tag, and what was opened inside of it; a block closes what was opened in it."""
        for at in range(len(self._styles) - 1, -1, -1):
            if self._styles[at][0] == tag:
                del self._styles[at:]
                return

    def _add(self, data: str) -> None:
        if not data:
            return
        now = self._now()
        if self._preformatted and not self._tables:
            for at, line in enumerate(data.split("\n")):
                self._spans += [BREAK] if at else []
                self._spans += [replace(now, text=clean(line).text)]
            return
        lines = (clean(_SPACES.sub(" ", line)).text for line in data.split("\n"))
        self._spans.append(replace(now, text=SOFT.join(lines)))

    def _end_block(self) -> None:
        """The block that was read so far; two line ends in a row part paragraphs."""
        spans, self._spans = self._spans, []
        if self._item:
            if any(span.text.strip() for span in spans):
                self._add_item([Span(" ") if span == BREAK else span for span in spans])
            return
        paragraph: list[Span] = []
        breaks = 0
        for span in spans:
            if span == BREAK:
                breaks += 1
            elif span.text.strip():
                if breaks > 1 and paragraph:
                    self._blocks += with_typed_items(tuple(paragraph))
                    paragraph = []
                elif breaks and paragraph:
                    paragraph.append(BREAK)
                breaks = 0
                paragraph.append(span)
            elif not breaks:
                paragraph.append(span)
        if paragraph:
            self._blocks += with_typed_items(tuple(paragraph))

    def _add_item(self, spans: list[Span]) -> None:
        marker, depth = self._item or ("•", 0)
        last = self._blocks[-1] if self._blocks else None
        if marker == "" and last and last.kind == "item":
            self._blocks[-1] = replace(last, spans=(*last.spans, Span(" "), *spans))
            return
        self._blocks.append(Block(tuple(spans), "item", marker, depth))
        self._item = ("", depth)


def _is_known(tag: str, attrs: list[tuple[str, str | None]]) -> bool:
    return tag in KNOWN and all(value is not None or name in _BARE_ATTRIBUTES | {"/", ""} for name, value in attrs)
