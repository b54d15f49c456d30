"""The text of a YAML file, or of a front matter, into a tree whose parts are stretches of the text."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from booklet.finding import Finding, Severity
from booklet.importing.merging.edits import readable
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace
from booklet.yaml_file import Mapping, Node, Scalar, Sequence, Spot, read_yaml_text

_COMMENT = re.compile("#[^\n]*")


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its tree (None: it says nothing), its first line in the file, the offset of each line, and its comments
    by offset."""

    text: str
    file: str
    first_line: int
    node: Node | None
    starts: tuple[int, ...]
    comments: tuple[tuple[int, str], ...]

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column of the file."""
        return self.starts[line - self.first_line] + column - 1

    def start(self, node: Node) -> int:
        """The offset of the first character of a value."""
        return self.offset(node.place.line, node.place.column)

    def end(self, node: Node) -> int:
        """The offset after the last visible character of a value."""
        start, end = self.start(node), self._end(node.end)
        return start + len(self.text[start:end].rstrip())

    def _end(self, spot: Spot) -> int:
        return self.offset(*spot) if spot[0] - self.first_line < len(self.starts) else len(self.text)

    def comments_in(self, start: int, end: int) -> tuple[str, ...]:
        """The comments of a stretch."""
        first, last = (bisect_left(self.comments, (at, "")) for at in (start, end))
        return tuple(text for _, text in self.comments[first:last])


def read_document(text: str, file: str, first_line: int = 1) -> Document | Finding:
    """The document of a text whose lines end with line feeds; what is wrong with it where it cannot be understood."""
    node, findings = read_yaml_text(readable(text), file, first_line)
    for finding in findings:
        if finding.severity is Severity.ERROR:
            return finding
    starts = (0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1]))
    bare = Document(text, file, first_line, node, starts, ())
    return replace(bare, comments=tuple(_comments(bare))) if "#" in text else bare


def empty_document(file: str) -> Document:
    """A document that says nothing."""
    return Document("", file, 1, None, (0,), ())


def _comments(document: Document) -> Iterator[tuple[int, str]]:
    """Whatever begins with # between values."""
    at = 0
    for start, end in (*_written(document, document.node), (len(document.text), len(document.text))):
        for found in _COMMENT.finditer(document.text, at, max(at, start)):
            yield found.start(), found[0].rstrip()
        at = max(at, end)


def _written(document: Document, node: Node | None) -> Iterator[tuple[int, int]]:
    """The stretches of all keys and values in their order; of a block of text from its second line on."""
    if isinstance(node, Scalar):
        start, end = document.start(node), document.end(node)
        if document.text[start:end].startswith(("|", ">")):
            start = document.text.find("\n", start) if "\n" in document.text[start:end] else end
        yield start, end
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _written(document, item)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            start = document.offset(entry.key_place.line, entry.key_place.column)
            yield start, start + entry.key_place.end_column - entry.key_place.column
            yield from _written(document, entry.value)


@dataclass(frozen=True, slots=True)
class Part:
    """An entry of a list or mapping as a stretch of its document.

    It stands from `begin` (its key, its hyphen, or in brackets its value) to `end`. Where it has lines of its own it goes
    on to `bottom`, the beginning of the next line, and what is above it (comments, empty lines) begins at `top`; in
    brackets these are begin and end. `place` is that of the key, or of the value where there is none.
    """

    node: Node
    place: Place
    begin: int
    end: int
    top: int
    bottom: int
    in_brackets: bool

    def column(self, document: Document) -> int:
        """How many characters stand before it in its line."""
        return self.begin - (document.text.rfind("\n", 0, self.begin) + 1)


def in_brackets(document: Document, node: Node) -> bool:
    """Whether a list or mapping is written in brackets, [ ] or { }."""
    return document.text[document.start(node)] in "[{"


def parts(document: Document, node: Node | None) -> tuple[Part, ...]:
    """The entries of a list or mapping, in their order; none of any other value."""
    if node is None or isinstance(node, Scalar):
        return ()
    if in_brackets(document, node):
        return tuple(_in_brackets(document, node))
    return tuple(_in_lines(document, node))


def entries_of(node: Node | None) -> Iterator[tuple[Place, Node]]:
    """The entries of a list or mapping, each with the place of its key, or of the value where there is none."""
    if isinstance(node, Mapping):
        yield from ((entry.key_place, entry.value) for entry in node.entries)
    elif isinstance(node, Sequence):
        yield from ((item.place, item) for item in node.items)


def _in_brackets(document: Document, node: Mapping | Sequence) -> Iterator[Part]:
    for place, value in entries_of(node):
        begin, end = document.offset(place.line, place.column), document.end(value)
        end = max(end, begin + place.end_column - place.column if isinstance(node, Mapping) else begin)
        yield Part(value, place, begin, end, begin, end, in_brackets=True)


def _in_lines(document: Document, node: Mapping | Sequence) -> Iterator[Part]:
    text = document.text
    floor = -1
    for place, value in entries_of(node):
        begin = document.offset(place.line, place.column)
        if isinstance(node, Sequence):
            begin = _hyphen(document, node.place.column, place.line, max(floor, 0))
        line = text.rfind("\n", 0, begin) + 1
        top = _top(text, line, floor) if not text[line:begin].strip() else begin
        end = max(document.end(value), begin)
        bottom = _below(text, text.find("\n", end) + 1 or len(text), begin - line)
        yield Part(value, place, begin, end, top, bottom, in_brackets=False)
        floor = bottom


def _hyphen(document: Document, column: int, line: int, floor: int) -> int:
    """The offset of the hyphen of an entry whose value begins in a line: there or above it."""
    index = line - document.first_line
    while index >= 0 and document.starts[index] >= floor:
        at = document.starts[index] + column - 1
        if document.text[at : at + 1] == "-":
            return at
        index -= 1
    return document.offset(line, column)


def _below(text: str, bottom: int, column: int) -> int:
    """Where the comments end that stand below an entry and further right."""
    while True:
        end = text.find("\n", bottom) + 1 or len(text)
        words = text[bottom:end].lstrip(" ")
        if not words.startswith("#") or end - bottom - len(words) <= column:
            return bottom
        bottom = end


def _top(text: str, line: int, floor: int) -> int:
    """Where the comments and empty lines above a line begin; `floor` is the end of the entry before it, or -1."""
    if floor >= 0:
        return floor
    while line > 0:
        above = text.rfind("\n", 0, line - 1) + 1
        words = text[above : line - 1].strip()
        if words and not words.startswith("#"):
            return line
        line = above
    return line
