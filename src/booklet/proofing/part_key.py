"""A part of the document and the texts it has to say → a digest of all that the proof of it looks at.

Equal digests mean equal proofs: `prove_part` compares numbers of objects with each other alone, and looks at nothing but the
elements of the part, what it asks of the pages and links that these name, and what all pages share. So numbers are taken for
the places that their objects have in the part, wherever these stand in the file. Parts that name anything else have none.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from hashlib import blake2b
from itertools import takewhile
from typing import NamedTuple

from booklet.proofing.book_file import BookFile, number_after, numbers_after
from booklet.proofing.file_objects import UnreadableError
from booklet.proofing.part_proof import has_words
from booklet.typesetting.digest import SIZE

_REF = re.compile(rb"(\d+) 0 R")
_ANY_REF = b"1 0 R"  # stands for each, so that a text says where it has one
_NOT_THERE = b"null"  # no value of a key in the parent tree


class PartKey(NamedTuple):
    """The digest, and the pages that the elements of the part name, by which a proof that is known says pages."""

    digest: bytes
    pages: tuple[int, ...]


class PartKeys:
    """The keys of the parts of one file."""

    def __init__(self, book: BookFile) -> None:
        self._book = book
        self._firsts = sorted({*book.parts, book.document})
        shared = [(name, sorted(texts.items())) for name, texts in sorted(book.fonts.items())]
        self._pages = {b"%d" % page: page for page in book.pages}
        self._common = repr(shared).encode("utf-8", "surrogatepass")

    def key(self, part: int, wanted: object) -> PartKey | None:
        """The key of a part; None where it has none. `wanted` are lists of texts."""
        try:
            return self._key(part, repr(wanted).encode("utf-8", "surrogatepass"))
        except (UnreadableError, ValueError, KeyError):  # that is told by the proof
            return None

    def _key(self, part: int, wanted: bytes) -> PartKey:
        elements = self._elements(part)
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
        digest = blake2b(digest_size=SIZE, person=b"proof of a part")
        for value in (self._common, wanted, counts, found, texts, more_texts, *self._streams(pages)):
            data = memoryview(value).cast("B")
            digest.update(len(data).to_bytes(8))
            digest.update(data)
        return PartKey(digest.digest(), tuple(pages))

    def _elements(self, part: int) -> list[bytes]:
        """The elements of a part, whose numbers go from that of its topmost one to that of the next part."""
        following = bisect_right(self._firsts, part)
        if following < len(self._firsts):
            return list(self._book.objects.bodies(part, self._firsts[following]))
        return list(takewhile(_is_element, self._book.objects.bodies(part, None)))

    def _streams(self, pages: list[int]) -> Iterator[bytes | memoryview]:
        """The contents of pages, each with what says how they are encoded."""
        objects = self._book.objects
        for page in pages:
            contents = numbers_after(b"/Contents", objects.body(page))
            yield b"%d" % len(contents)
            for content in contents:
                yield objects.body(content)
                yield objects.encoded(content) or b""

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
            yield parents.get(number_after(b"/StructParent ", body), _NOT_THERE)


def _is_element(body: bytes) -> bool:
    return body.startswith(b"<</Type/StructElem")


def _taken_apart(text: bytes) -> tuple[list[bytes], bytes]:
    """The numbers of the objects that a text names, and the text without them."""
    pieces = _REF.split(text)
    return pieces[1::2], _ANY_REF.join(pieces[::2])
