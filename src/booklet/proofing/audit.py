"""The bytes of a booklet → what is wrong with its logical structure, and what each of its parts says when it is read out.

What validators of PDF/UA do not look at, measured on files with one fault each: that every mark has one owner, that elements,
pages and links name each other, that destinations exist; and the text itself in reading order (ISO 32000-1, 14.7 and 14.8).
"""

import re
import struct
import zlib
from collections import defaultdict
from typing import NamedTuple

from booklet.plain_dataclasses import dataclass, field
from booklet.proofing.file_objects import FileObjects, UnreadableError, read_objects
from booklet.proofing.marked_text import CodeTexts, MarkedText, code_texts

_STRING = rb"(?:\((?:[^\\()]|\\.)*\)|<[0-9A-F]*>)"
_REF = re.compile(rb"(\d+) 0 R")
_ELEMENT = re.compile(
    rb"<</Type/StructElem/S/([A-Za-z0-9]+)/P (\d+) 0 R(?:/Pg (\d+) 0 R)?(?:/K ?(\[[^]]*\]|<<.*?>>|\d+ 0 R|\d+))?(.*)\Z",
    re.DOTALL,
)
_KID = re.compile(
    rb"<</Type/MCR/Pg (\d+) 0 R/MCID (\d+)>>|<</Type/OBJR/Obj (\d+) 0 R/Pg \d+ 0 R>>|(\d+) 0 R|(\d+)(?=[\] ]|\Z)"
)
_FONT = re.compile(rb"/([A-Za-z0-9-]+) (\d+) 0 R")
_PARENTS = re.compile(rb"(\d+) (\[[^]]*\]|\d+ 0 R)")
_NAMED = re.compile(rb"(%s)(?:<</D)?\[(\d+) 0 R" % _STRING)
_DESTINATION = re.compile(rb"/(?:Dest|GoTo/D)(%s)" % _STRING)
_HEADING = re.compile(r"H([1-6])")
# Elements inside a line of text; all others begin a line of their own.
_INLINE = frozenset({"Link", "Span", "Formula", "Reference", "Lbl"})
_WITH_ALT = frozenset({"Figure", "Formula"})


class Audit(NamedTuple):
    """Sentences on what is wrong, each once; and the text of every part of the document, in order."""

    faults: tuple[str, ...]
    parts: tuple[str, ...]


def audit(pdf: bytes) -> Audit:
    """Examine a finished file."""
    try:
        return _Reading(read_objects(pdf)).audit()
    except (UnreadableError, zlib.error, struct.error, ValueError, KeyError) as error:
        return Audit((f"the file cannot be read back: {error}",), ())


@dataclass(slots=True)
class _Reading:
    """How far the examination has come. `owners`: elements by MCID, by page; `links`: element by the number of a link;
    `read`: the mark read last, by page."""

    objects: FileObjects
    faults: dict[str, None] = field(default_factory=dict)
    marks: dict[int, MarkedText] = field(default_factory=dict)
    owners: dict[int, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    links: dict[int, int] = field(default_factory=dict)
    read: dict[int, int] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)
    said: list[str] = field(default_factory=list)
    heading: int = 0

    def audit(self) -> Audit:
        root = self.objects.body(self.objects.root)
        tree = self.objects.body(_number(root, b"/StructTreeRoot "))
        pages = _numbers(self.objects.body(_number(root, b"/Pages ")), b"/Kids")
        if b"/Lang" not in root:
            self._fault("the document has no language")
        fonts = self._fonts(pages)
        for page in pages:
            self.marks[page] = MarkedText(self._content(page), fonts)
            self.faults.update(dict.fromkeys(self.marks[page].faults))
        parts = self._walk_parts(_number(tree, b"/K "), _number(tree, b"/K "))
        self._compare_marks()
        self._compare_parents(pages, _number(tree, b"/ParentTree "))
        self._follow(root, set(pages))
        return Audit(tuple(self.faults), parts)

    def _fault(self, sentence: str) -> None:
        self.faults[sentence] = None

    def _content(self, page: int) -> bytes:
        return b"\n".join(map(self.objects.stream, _numbers(self.objects.body(page), b"/Contents")))

    def _fonts(self, pages: list[int]) -> dict[str, CodeTexts]:
        """What the codes of every font say; all pages share one dictionary of fonts."""
        fonts: dict[str, CodeTexts] = {}
        if not pages:
            self._fault("the file has no pages")
            return fonts
        resources = self.objects.body(_number(self.objects.body(pages[0]), b"/Resources "))
        for name, number in _FONT.findall(self.objects.body(_number(resources, b"/Font "))):
            cmap = self.objects.stream(_number(self.objects.body(int(number)), b"/ToUnicode "))
            fonts[name.decode()] = code_texts(cmap)
        return fonts

    def _walk_parts(self, top: int, document: int) -> tuple[str, ...]:
        """The text of each child of the Document element."""
        found = _ELEMENT.match(self.objects.body(top))
        if found is None or found[1] != b"Document":
            raise UnreadableError("the structure does not begin with a Document")
        parts = []
        for kid in _KID.finditer(found[4] or b""):
            self.said.clear()
            self._walk(int(kid[4] or 0), document)
            parts.append("".join(self.said))
        return tuple(parts)

    def _walk(self, number: int, parent: int) -> None:
        found = _ELEMENT.match(self.objects.body(number))
        if found is None:
            raise UnreadableError(f"object {number} is no structure element")
        role = found[1].decode()
        if number in self.seen:
            self._fault(f"a {role} element stands in two places")
            return
        self.seen.add(number)
        if int(found[2]) != parent:
            self._fault(f"a {role} element names another parent than the one it is in")
        self._judge(role, found[5])
        home = int(found[3]) if found[3] else 0
        for page, mark, link, child, plain in _KID.findall(found[4] or b""):
            if child:
                self._walk(int(child), number)
            elif link:
                self._own_link(int(link), number, role)
            else:
                self._own(int(page or home), int(mark or plain), number)
        if role not in _INLINE:
            self.said.append("\n")

    def _judge(self, role: str, attributes: bytes) -> None:
        """What a single element must be like."""
        if role in _WITH_ALT and b"/Alt" not in attributes:
            self._fault(f"a {role} has no alternative text")
        heading = _HEADING.fullmatch(role)
        if heading:
            if int(heading[1]) > self.heading + 1:
                self._fault(f"an {role} follows no heading of the level above")
            self.heading = int(heading[1])

    def _own(self, page: int, mark: int, element: int) -> None:
        owners = self.owners[page]
        if mark in owners:
            self._fault("a marked-content sequence belongs to two elements")
        if mark < self.read.get(page, 0):
            self._fault("a page is read in another order than it is drawn in")
        self.read[page] = mark
        owners[mark] = element
        if page not in self.marks or mark not in self.marks[page].texts:
            self._fault("an element names a marked-content sequence that is not there")
        else:
            self.said.append(self.marks[page].texts[mark])

    def _own_link(self, link: int, element: int, role: str) -> None:
        if link in self.links or role != "Link":
            self._fault("a link does not belong to one Link element")
        self.links[link] = element

    def _compare_marks(self) -> None:
        if any(not marked.texts.keys() <= self.owners[page].keys() for page, marked in self.marks.items()):
            self._fault("a marked-content sequence belongs to no element")

    def _compare_parents(self, pages: list[int], tree: int) -> None:
        """The parent tree says of every mark and link what the elements say (14.7.4.4)."""
        parents: dict[int, bytes] = {}
        for leaf in _numbers(self.objects.body(tree), b"/Kids"):
            rows = self.objects.body(leaf).partition(b"/Nums[")[2]
            parents |= {int(key): value for key, value in _PARENTS.findall(rows)}
        for page in pages:
            body = self.objects.body(page)
            row = [int(number) for number in _REF.findall(parents.get(_number(body, b"/StructParents "), b""))]
            if row != list(map(self.owners[page].get, range(len(self.marks[page].texts)))):
                self._fault("the parent tree and the elements do not agree about a page")
            for link in _numbers(body, b"/Annots"):
                self._compare_link(link, parents)

    def _compare_link(self, link: int, parents: dict[int, bytes]) -> None:
        body = self.objects.body(link)
        if link not in self.links:
            self._fault("a link belongs to no element")
        elif parents.get(_number(body, b"/StructParent ")) != b"%d 0 R" % self.links[link]:
            self._fault("the parent tree and the elements do not agree about a link")
        if b"/Contents" not in body or b"/Contents()" in body:
            self._fault("a link has no words")

    def _follow(self, root: bytes, pages: set[int]) -> None:
        """Destinations are pages, and links and bookmarks lead to destinations."""
        names = dict(_NAMED.findall(self.objects.body(_number(root, b"/Dests "))))
        if not {int(page) for page in names.values()} <= pages:
            self._fault("a destination is no page of the file")
        for body in self.objects.bodies.values():
            target = _DESTINATION.search(body) if b"/Dest" in body or b"/GoTo" in body else None
            if target and target[1] not in names:
                self._fault("a link or bookmark leads nowhere")


def _number(body: bytes, key: bytes) -> int:
    """The number after a key."""
    found = re.search(re.escape(key) + rb"(\d+)", body)
    if found is None:
        raise UnreadableError(f"{key.decode().strip()} is missing")
    return int(found[1])


def _numbers(body: bytes, key: bytes) -> list[int]:
    """The objects that an array names; none where the key is missing."""
    array = re.search(re.escape(key) + rb"\[([^]]*)\]", body)
    return [int(number) for number in _REF.findall(array[1])] if array else []
