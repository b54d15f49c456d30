"""A part of the document, a child of its topmost element → what it says, and what is wrong with it and its pages.

It is looked for in the objects of the part alone and in what all parts share: a page belongs to the one part that owns all of
its marks, so that parts may be proved in any order, and each by itself.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from booklet.plain_dataclasses import dataclass, field
from booklet.proofing.book_file import BookFile, number_after, numbers_after, numbers_in
from booklet.proofing.marked_text import MarkedText
from booklet.proofing.pack import UnreadableError

_ELEMENT = re.compile(
    rb"<</Type/StructElem/S/([A-Za-z0-9]+)/P (\d+) 0 R(?:/Pg (\d+) 0 R)?(?:/K ?(\[[^]]*\]|<<.*?>>|\d+ 0 R|\d+))?",
    re.DOTALL,
)
_KID = re.compile(
    rb"<</Type/MCR/Pg (\d+) 0 R/MCID (\d+)>>|<</Type/OBJR/Obj (\d+) 0 R/Pg (\d+) 0 R>>|(\d+) 0 R|(\d+)(?=[\] ]|\Z)"
)
_HEADINGS = {b"H%d" % level: level for level in range(1, 7)}
# Elements inside a line of text; all others begin a line of their own.
_INLINE = frozenset({b"Link", b"Span", b"Formula", b"Reference", b"Lbl"})
_WITH_ALT = frozenset({b"Figure", b"Formula"})


class PartProof(NamedTuple):
    """Sentences on what is wrong; the pages of a part; the levels of its first and last heading, 0 when it has none."""

    faults: tuple[str, ...]
    pages: tuple[int, ...]
    first_heading: int
    last_heading: int


def prove_part(book: BookFile, part: int) -> tuple[str, PartProof]:
    """The text of a part in reading order, and the proof of it. Raises UnreadableError, or what decoding raises."""
    reading = _Reading(book)
    reading.walk(part, book.document)
    for page, owned in reading.pages.items():
        reading.faults.update(dict.fromkeys(_faults_of_page(book, page, owned, reading.links)))
    if reading.links:
        reading.faults["an element names a link that is not on its page"] = None
    proof = PartProof(tuple(reading.faults), tuple(reading.pages), reading.first_heading, reading.heading)
    return "".join(reading.said), proof


def page_faults(book: BookFile, page: int) -> Iterator[str]:
    """What is wrong with a page in which no part has a share."""
    owned = _owned(book, page)
    yield from owned.faults
    yield from _faults_of_page(book, page, owned, {})


class _Page(NamedTuple):
    """What the marks of a page say, its own faults, and the marks that elements name, in order, with their elements."""

    texts: dict[int, str]
    faults: list[str]
    marks: list[int]
    owners: list[int]


def _owned(book: BookFile, page: int) -> _Page:
    """A page of which nothing was named yet; without marks where it is no page of the file."""
    if page not in book.pages:
        return _Page({}, [], [], [])
    content = b"\n".join(map(book.objects.stream, numbers_after(b"/Contents", book.objects.body(page))))
    marked = MarkedText(content, book.fonts)
    return _Page(marked.texts, marked.faults, [], [])


@dataclass(slots=True)
class _Reading:
    """How far the reading of a part has come. `links`: elements by the numbers of links that no page was seen to have."""

    book: BookFile
    faults: dict[str, None] = field(default_factory=dict)
    pages: dict[int, _Page] = field(default_factory=dict)
    links: dict[int, int] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)
    said: list[str] = field(default_factory=list)
    first_heading: int = 0
    heading: int = 0

    def walk(self, number: int, parent: int) -> None:
        """Read an element and what is in it."""
        body = self.book.objects.body(number)
        found = _ELEMENT.match(body)
        if found is None:
            raise UnreadableError(f"object {number} is no structure element")
        role, up, home, kids = found.groups(b"")
        if number in self.seen:
            self._fault(f"a {role.decode()} element stands in two places")
            return
        self.seen.add(number)
        if int(up) != parent:
            self._fault(f"a {role.decode()} element names another parent than the one it is in")
        if role in _HEADINGS:
            self._head(_HEADINGS[role])
        elif role in _WITH_ALT and b"/Alt" not in body[found.end() :]:
            self._fault(f"a {role.decode()} has no alternative text")
        for page, mark, link, link_page, child, plain in _KID.findall(kids):
            if child:
                self.walk(int(child), number)
            elif link:
                self._own_link(int(link), int(link_page), number, role)
            else:
                self._own(int(page or home or 0), int(mark or plain), number)
        if role not in _INLINE:
            self.said.append("\n")

    def _fault(self, sentence: str) -> None:
        self.faults[sentence] = None

    def _head(self, level: int) -> None:
        """The first heading is judged with the part before."""
        if not self.first_heading:
            self.first_heading = level
        elif level > self.heading + 1:
            self._fault(f"an H{level} follows no heading of the level above")
        self.heading = level

    def _page(self, number: int) -> _Page:
        page = self.pages[number] = _owned(self.book, number)
        self.faults.update(dict.fromkeys(page.faults))
        return page

    def _own(self, number: int, mark: int, element: int) -> None:
        texts, _, marks, owners = self.pages.get(number) or self._page(number)
        marks.append(mark)
        owners.append(element)
        if mark in texts:
            self.said.append(texts[mark])
        else:
            self._fault("an element names a marked-content sequence that is not there")

    def _own_link(self, link: int, page: int, element: int, role: bytes) -> None:
        if page not in self.pages:
            self._page(page)
        if link in self.links or role != b"Link":
            self._fault("a link does not belong to one Link element")
        self.links[link] = element


def _faults_of_page(book: BookFile, number: int, page: _Page, links: dict[int, int]) -> Iterator[str]:
    """Whether a page and the elements that name its marks and links agree, and the parent tree with them. Its links are taken
    from `links`."""
    if number not in book.pages:
        return
    owners = page.owners
    if page.marks != list(range(len(page.texts))):
        yield from _faults_of_marks(page)
        owner = dict(zip(page.marks, page.owners, strict=True))
        owners = [owner.get(mark, 0) for mark in range(len(page.texts))]
    body = book.objects.body(number)
    if numbers_in(book.parents.get(number_after(b"/StructParents ", body), b"")) != owners:
        yield "the parent tree and the elements do not agree about a page"
    for link in numbers_after(b"/Annots", body):
        yield from _faults_of_link(book, link, links.pop(link, 0))


def _faults_of_marks(page: _Page) -> Iterator[str]:
    """Why the marks that elements name are not those of the page in their order."""
    named = set(page.marks)
    if len(named) < len(page.marks):
        yield "a marked-content sequence belongs to two elements"
    if sorted(page.marks) != page.marks:
        yield "a page is read in another order than it is drawn in"
    if not page.texts.keys() <= named:
        yield "a marked-content sequence belongs to no element"


def _faults_of_link(book: BookFile, link: int, element: int) -> Iterator[str]:
    body = book.objects.body(link)
    if not element:
        yield "a link belongs to no element"
    elif book.parents.get(number_after(b"/StructParent ", body)) != b"%d 0 R" % element:
        yield "the parent tree and the elements do not agree about a link"
    if not has_words(body):
        yield "a link has no words"


def has_words(link: bytes) -> bool:
    """Whether an annotation says in words where it leads."""
    return b"/Contents" in link and b"/Contents()" not in link
