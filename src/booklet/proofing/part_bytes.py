"""A part of the document as it stands in the file → a digest of all bytes that its key is made of.

Most parts stand where they stood in an earlier run. The same bytes with the same numbers have the same key, and to see that
they are the same takes a tenth of the time in which the key is made: nothing is looked at object by object, but whole object
streams with all that they hold. So the digest may be another where the key is the same, not the other way round.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from booklet.byte_digest import byte_digest
from booklet.proofing.book_file import NOT_THERE, BookFile, numbers_after
from booklet.proofing.pack import UnreadableError

_FIRST_OWNER = re.compile(rb"\[(\d+) 0 R")


class PartBytes:
    """The digests of the parts of one file. `common` is what all parts share.

    Pages and links of a part are looked for from its first page to that of the next part; `hold` says whether it has them
    there.
    """

    def __init__(self, book: BookFile, common: bytes) -> None:
        self._book = book
        self._common = byte_digest(b"common", (repr((book.document, *book.pages)).encode("ascii"), common))
        self._pages = tuple(book.pages)
        contents = numbers_after(b"/Contents", book.objects.body(self._pages[0])) if self._pages else []
        self._bounds = (*self._pages, *contents[:1])
        self._of_part = _pages_of_parts(book)
        facts = ((pack.facts.numbers, number) for number, pack in book.objects.packs.items())
        packs = sorted((numbers[0], numbers[-1], number) for numbers, number in facts)
        self._lowest, self._highest, self._packs = (list(column) for column in zip(*packs, strict=True))
        self._in_order = sorted(self._highest) == self._highest

    def digest(self, part: int, wanted: bytes) -> bytes | None:
        """The digest of a part; None where it has none. `wanted` are the texts that it has to say."""
        try:
            return byte_digest(b"bytes of a part", (self._common, wanted, *self._bytes(part)))
        except (UnreadableError, ValueError, LookupError):  # that is told by the proof
            return None

    def hold(self, part: int, pages: Iterable[int]) -> bool:
        """Whether these pages with their links are among those that the digest of the part is made of."""
        own, numbers = self._pages_of(part), self._numbers(part)
        objects = self._book.objects
        links = {link for page in pages for link in numbers_after(b"/Annots", objects.body(page))}
        return set(pages) <= set(own) and all(one in numbers and objects.is_packed(one) for one in {*pages, *links})

    def _bytes(self, part: int) -> Iterator[bytes | memoryview]:
        """The elements; pages and links with what the parent tree says of them; the contents of the pages."""
        streams, packs, parents = self._book.objects.streams, self._book.objects.packs, self._book.parents
        elements, numbers = self._book.elements(part), self._numbers(part)
        yield repr((elements, numbers)).encode("ascii")
        for pack in self._packs_with(elements):
            yield from streams[pack][1:]
        for pack in self._packs_with(numbers):
            yield from streams[pack][1:]
            yield b"\n".join([parents.get(key, NOT_THERE) for key in packs[pack].facts.keys])
        for page in self._pages_of(part):
            for content in numbers_after(b"/Contents", self._book.objects.body(page)):
                yield from streams[content][1:]

    def _pages_of(self, part: int) -> tuple[int, ...]:
        own = self._of_part.get(part, range(0))
        return self._pages[own.start : own.stop]

    def _numbers(self, part: int) -> range:
        """From the first page of the part to that of the next; behind the last pages and links, contents begin."""
        own = self._of_part.get(part)
        return range(self._bounds[own.start], self._bounds[own.stop]) if own else range(0)

    def _packs_with(self, numbers: range) -> list[int]:
        """The object streams that have any of these objects."""
        if not self._in_order:
            raise UnreadableError("object streams are not in order")
        return self._packs[bisect_left(self._highest, numbers.start) : bisect_left(self._lowest, numbers.stop)]


def _pages_of_parts(book: BookFile) -> dict[int, range]:
    """The indexes of the pages of each part, as far as the owner of its first mark says whose a page is."""
    begins: dict[int, int] = {}
    for index in range(len(book.pages)):
        owner = _FIRST_OWNER.match(book.parents.get(index, b""))
        if owner:
            part = book.firsts[max(0, bisect_right(book.firsts, int(owner[1])) - 1)]
            begins.setdefault(part, index)
    ends = [*list(begins.values())[1:], len(book.pages)]
    return {part: range(begin, end) for (part, begin), end in zip(begins.items(), ends, strict=False)}
