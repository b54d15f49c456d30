"""Plain text and HTML of other systems into the little Markdown of abstracts, in which it reads the same."""

import re
from collections import Counter
from html.parser import HTMLParser

_ADDRESS = r"https?://[^\s<>\"]+"
_KEPT = re.compile(_ADDRESS)
_KEPT_WITH_TAGS = re.compile(rf"</?(?:a|p|br|ul|ol|li|em|i|b|strong)(?:\s[^<>]*)?/?>|{_ADDRESS}")
_ENTITIES = {"\\": "&#92;", "~": "&#126;", "^": "&#94;"}
_MARKUP = re.compile(
    r"[\\~^]"  # LaTeX, scripts
    r"|(?P<sign>[*$]|(?<!\w)_|_(?!\w))"
    r"|(?P<heading>^#(?=#{0,5} ))"
    r"|(?P<link>\[(?=[^\[\]]*\]\())"
    r"|(?P<tag><(?=[A-Za-z/!]))"
    r"|(?P<entity>&(?=#?\w+;))",
    re.MULTILINE,
)
_LIST = re.compile(r"^( *)\* (?=\S)", re.MULTILINE)
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def escaped(text: str) -> str:
    """Plain text, in which what would be markup is escaped; addresses stay."""
    return _outside(_KEPT, text)


def escaped_lines(text: str) -> str:
    """Plain text of several lines, perhaps with some HTML, which stays, as do lists of lines with stars or hyphens."""
    lines = re.sub(r"[ \t]*\r?\n", "\n", text)
    return _outside(_KEPT_WITH_TAGS, _LIST.sub(r"\1- ", lines)).strip()


def _outside(kept: re.Pattern[str], text: str) -> str:
    """The text, escaped outside of what is kept."""
    parts, done = [], 0
    for found in kept.finditer(text):
        parts += [_MARKUP.sub(_escape, text[done : found.start()]), found[0]]
        done = found.end()
    return "".join([*parts, _MARKUP.sub(_escape, text[done:])])


def _escape(found: re.Match[str]) -> str:
    named = {"link": "&#91;", "tag": "&lt;", "entity": "&amp;"}
    if found.lastgroup in named:
        return named[found.lastgroup]
    return _ENTITIES.get(found[0], "\\" + found[0])


def from_html(text: str) -> str:
    """HTML as paragraphs, lists, emphasis and links; headings are strong, code is plain, other tags stay as text."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.markdown()


class _Reader(HTMLParser):
    """Blocks of Markdown; of inline markup that is open, where it began in the block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[str, str, int]] = []  # marker, text, number of the whole list (0: a paragraph)
        self.text = ""
        self.lists: list[tuple[str, int]] = []  # name and number of items
        self.whole_lists = 0
        self.marker = ""  # of the block that is read
        self.links: list[tuple[str, int]] = []
        self.marks: list[int] = []
        self.marked: tuple[int, str] = (0, "")  # where the last emphasis began, and its sign
        self.preformatted = False

    def markdown(self) -> str:
        self._end_block()
        items = Counter(number for _, _, number in self.blocks if number)
        joined, before = "", 0
        for marker, text, number in self.blocks:
            joined += "\n" if number and number == before else "\n\n"
            alone = items[number] == 1 and marker
            name = "ul" if marker.strip() == "-" else "ol"
            joined += f"<{name}><li>{text}</li></{name}>" if alone else marker + text
            before = number
        return joined.strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"p", "hr", "pre", *_HEADINGS}:
            self._begin_block(heading=tag in _HEADINGS)
            self.preformatted = tag == "pre"
        elif tag in {"ul", "ol"}:
            self._end_block()
            self.whole_lists += not self.lists
            self.lists.append((tag, 0))
        elif tag == "li":
            self._end_block()
            name, number = self.lists.pop() if self.lists else ("ul", 0)
            self.lists.append((name, number + 1))
            self.marker = "   " * (len(self.lists) - 1) + (f"{number + 1}. " if name == "ol" else "- ")
        elif tag in {"strong", "b", "em"}:
            self.marks.append(len(self.text))
        elif tag == "a":
            self.links.append((dict(attrs).get("href") or "", len(self.text)))
        elif tag == "br":
            self.text = self.text.rstrip() + "<br>"
        elif tag != "code":
            self.text += escaped(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"p", "pre", "li", *_HEADINGS}:
            if tag in _HEADINGS:
                self._mark("**")
            if not (tag == "p" and self.lists):
                self._end_block()
            self.preformatted = False
        elif tag in {"ul", "ol"}:
            self._end_block()
            if self.lists:
                self.lists.pop()
        elif tag in {"strong", "b", "em"}:
            self._mark("*" if tag == "em" else "**")
        elif tag == "a" and self.links:
            self._link(*self.links.pop())
        elif tag not in {"code", "br", "hr", "a"}:
            self.text += escaped(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self.preformatted:
            self.text += "<br>".join(escaped(line) for line in data.strip("\n").split("\n"))
            return
        words = re.sub(r"\s+", " ", data)
        if not self.text or self.text.endswith((" ", "<br>")):
            words = words.lstrip()
        at, sign = self.marked
        if sign and self.text.endswith(sign) and words[:1].isalnum():  # emphasis that ends inside a word is none
            self.text = self.text[:at] + self.text[at + len(sign) : -len(sign)]
        self.marked = (0, "")
        self.text += escaped(words)

    def _begin_block(self, *, heading: bool) -> None:
        """A paragraph; in an item it is a part of its text."""
        if self.lists and (self.text or self.marker):
            self.text += " " if self.text and not self.text.endswith(" ") else ""
        else:
            self._end_block()
        if heading:
            self.marks.append(len(self.text))

    def _end_block(self) -> None:
        if block := self.text.strip():
            self.blocks.append((self.marker, block, self.whole_lists if self.marker else 0))
            self.marker = ""
        self.text, self.links, self.marks = "", [], []

    def _mark(self, sign: str) -> None:
        """Emphasis around what was read since it began; none where there is nothing, or emphasis within."""
        if not self.marks:
            return
        at = self.marks.pop()
        words = self.text[at:].strip()
        if not words or self.marks or words.startswith("**") or not _beside_blank(self.text[:at]):
            return
        blank_before = " " if self.text[at : at + 1] == " " else ""
        blank_after = " " if self.text.endswith(" ") else ""
        self.text = f"{self.text[:at]}{blank_before}{sign}{words}{sign}{blank_after}"
        self.marked = (at + len(blank_before), "" if blank_after else sign)

    def _link(self, address: str, at: int) -> None:
        words = self.text[at:]
        plain = words.strip()
        if not plain or plain == address or re.search(r"[\[\]]|https?://", plain) or re.search(r"[\s()]", address):
            return
        if re.match(r"https?://|mailto:", address):
            self.text = self.text[:at] + words.replace(plain, f"[{plain}]({address})")


def _beside_blank(before: str) -> bool:
    return not before or not before[-1].isalnum()
