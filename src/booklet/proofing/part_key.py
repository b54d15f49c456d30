"""A part of the document and the texts it has to say → a digest of all that the proof of it looks at.

Equal digests mean equal proofs, where one is without faults: `prove_part` compares numbers of objects with each other alone,
and looks at nothing but the elements of the part, what it asks of the pages and links that these name, and what all pages
share. So numbers are taken for the places that their objects have in the part, wherever these stand in the file. Parts that
name anything else have none.

What stands around the body of a page is drawn after it and says nothing by itself. Of that counts only that it is so, since a
page more changes the numbers of all pages behind it: if the body left a mark open, the proof would not be without faults,
whatever stands around it.
"""

import re
import struct
import zlib
from array import array
from collections.abc import Iterator
from typing import NamedTuple

from booklet.byte_digest import byte_digest
from booklet.proofing.book_file import NOT_THERE, BookFile, number_after, numbers_after
from booklet.proofing.marked_text import MarkedText
from booklet.proofing.pack import UnreadableError
from booklet.proofing.part_proof import has_words

_REF = re.compile(rb"(\d+) 0 R")
_ANY_REF = b"1 0 R"  # stands for each, so that a text says where it has one
_AROUND = b"artifacts"


class PartKey(NamedTuple):
    """The digest, and the pages that the elements of the part name, by which a proof that is known says pages."""

    digest: bytes
    pages: tuple[int, ...]


class PartKeys:
    """The keys of the parts of one file. `common` is what all parts share."""

    def __init__(self, book: BookFile) -> None:
        shared = [(name, sorted(texts.items())) for name, texts in sorted(book.fonts.items())]
        self.common = repr(shared).encode("utf-8", "surrogatepass")
        self._book = book
        self._pages = {b"%d" % page: page for page in book.pages}

    def key(self, part: int, wanted: bytes) -> PartKey | None:
        """The key of a part; None where it has none. `wanted` are the texts that it has to say."""
        try:
            return self._key(part, wanted)
        except (UnreadableError, zlib.error, struct.error, ValueError, LookupError):  # that is told by the proof
            return None

    def _key(self, part: int, wanted: bytes) -> PartKey:
        elements = list(self._book.objects.bodies(self._book.elements(part)))
        numbers, texts = _taken_apart(b"\n".join(elements))
        pages = sorted(map(self._pages.__getitem__, self._pages.keys() & set(numbers)))
        links = [link for page in pages for link in numbers_after(b"/Annots", self._book.objects.body(page))]
        more = b"\n".join(self._said_of(pages, links))
        more_numbers, more_texts = _taken_apart(more)
        if texts.count(b"\n") + more_texts.count(b"\n") != len(elements) + 2 * (len(pages) + len(links)) - 2:
            raise UnreadableError("a value has more than one line")
        members = (0, self._book.document, *range(part, part + len(elements)), *pages, *links)
        places = dict(zip(map(b"%d".__mod__, members), range(len(members)), strict=True))
        if len(places) != len(members):
            raise UnreadableError("an object has two places")
        found = array("I", map(places.__getitem__, numbers + more_numbers))
        counts = array("I", (len(elements), len(pages), len(links)))
        values = (self.common, wanted, counts, found, texts, more_texts, *self._streams(pages))
        return PartKey(byte_digest(b"proof of a part", values), tuple(pages))

    def _streams(self, pages: list[int]) -> Iterator[bytes | memoryview]:
        """The contents of pages, each with what says how they are encoded."""
        objects = self._book.objects
        for page in pages:
            contents = numbers_after(b"/Contents", objects.body(page))
            yield b"%d" % len(contents)
            for index, content in enumerate(contents):
                yield objects.body(content)
                yield _AROUND if index and self._is_around(content) else objects.streams[content].data

    def _is_around(self, content: int) -> bool:
        """Whether contents say nothing and have no fault by themselves. Where they tell that something is backwards, that
        matters for what stands before them."""
        data = self._book.objects.stream(content)
        marked = MarkedText(data, self._book.fonts)
        return not marked.texts and not marked.faults and b"/ReversedChars" not in data

    def _said_of(self, pages: list[int], links: list[int]) -> Iterator[bytes]:
        """What pages and links say about elements, a line each."""
        objects, parents = self._book.objects, self._book.parents
        for page in pages:
            body = objects.body(page)
            yield parents.get(number_after(b"/StructParents ", body), b"")
            yield b"%d links" % len(numbers_after(b"/Annots", body))
        for link in links:
            body = objects.body(link)
            yield b"%d" % has_words(body)
            yield parents.get(number_after(b"/StructParent ", body), NOT_THERE)


def _taken_apart(text: bytes) -> tuple[list[bytes], bytes]:
    """The numbers of the objects that a text names, and the text without them."""
    pieces = _REF.split(text)
    return pieces[1::2], _ANY_REF.join(pieces[::2])
