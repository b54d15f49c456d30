"""The objects of a booklet → what all of its parts share: pages, fonts, the parent tree, the parts themselves."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

from booklet.plain_dataclasses import dataclass
from booklet.proofing.file_objects import FileObjects, read_objects
from booklet.proofing.marked_text import CodeTexts, code_texts
from booklet.proofing.pack import UnreadableError
from booklet.reading.record_cache import Records

NOT_THERE = b"null"  # no value of a key in the parent tree

_REF = re.compile(rb"(\d+) 0 R")
_FONT = re.compile(rb"/([A-Za-z0-9-]+) (\d+) 0 R")
_PARENTS = re.compile(rb"(\d+) (\[[^]]*\]|\d+ 0 R)")
_DOCUMENT = re.compile(rb"<</Type/StructElem/S/Document/P \d+ 0 R(?:/K ?(\[[^]]*\]|\d+ 0 R))?")


@dataclass(frozen=True, slots=True)
class BookFile:
    """A file that was opened. `pages` are its page objects, in order; `parts` the elements below that of the `document`;
    `parents` what the parent tree says, by key (ISO 32000-1, 14.7.4.4). `firsts` are the numbers at which the elements of a
    part can begin, and those behind the last, ascending."""

    objects: FileObjects
    catalog: bytes
    pages: dict[int, None]
    fonts: dict[bytes, CodeTexts]
    document: int
    parts: tuple[int, ...]
    firsts: tuple[int, ...]
    parents: dict[int, bytes]
    destinations: bytes

    def elements(self, part: int) -> range:
        """The numbers of the elements of a part: from that of its topmost one to that of the next part."""
        following = bisect_right(self.firsts, part)
        if following == len(self.firsts):
            raise UnreadableError("a part of the document has no end")
        return range(part, self.firsts[following])


def read_book(pdf: bytes, records: Records | None = None) -> BookFile:
    """Open a finished file; `records` are those of an earlier run. Raises UnreadableError, or what decoding raises, when it
    is not as the writer writes it."""
    objects = read_objects(pdf, records)
    catalog = objects.body(objects.root)
    tree = objects.body(number_after(b"/StructTreeRoot ", catalog))
    pages = numbers_after(b"/Kids", objects.body(number_after(b"/Pages ", catalog)))
    document = number_after(b"/K ", tree)
    parts = _parts(objects.body(document))
    leaves = numbers_after(b"/Kids", objects.body(number_after(b"/ParentTree ", tree)))
    return BookFile(
        objects=objects,
        catalog=catalog,
        pages=dict.fromkeys(pages),
        fonts=_fonts(objects, pages[0]) if pages else {},
        document=document,
        parts=parts,
        firsts=tuple(sorted({document, *parts, *leaves})),
        parents=_parents(map(objects.body, leaves)),
        destinations=objects.body(number_after(b"/Dests ", catalog)),
    )


def _fonts(objects: FileObjects, page: int) -> dict[bytes, CodeTexts]:
    """What the codes of every font say; all pages share one dictionary of fonts."""
    resources = objects.body(number_after(b"/Resources ", objects.body(page)))
    return {
        name: code_texts(objects.stream(number_after(b"/ToUnicode ", objects.body(int(number)))))
        for name, number in _FONT.findall(objects.body(number_after(b"/Font ", resources)))
    }


def _parts(document: bytes) -> tuple[int, ...]:
    found = _DOCUMENT.match(document)
    if found is None:
        raise UnreadableError("the structure does not begin with a Document")
    return tuple(map(int, _REF.findall(found[1] or b"")))


def _parents(leaves: Iterable[bytes]) -> dict[int, bytes]:
    rows = [leaf.partition(b"/Nums[")[2] for leaf in leaves]
    return {int(key): value for row in rows for key, value in _PARENTS.findall(row)}


def number_after(key: bytes, body: bytes) -> int:
    """The number after a key. Raises UnreadableError where there is none."""
    found = _after(key).search(body)
    if found is None:
        raise UnreadableError(f"{key.decode().strip()} is missing")
    return int(found[1])


@cache
def _after(key: bytes) -> re.Pattern[bytes]:
    return re.compile(re.escape(key) + rb"(\d+)")


def numbers_after(key: bytes, body: bytes) -> list[int]:
    """The objects in the array after a key, or in `body` itself; none where the key is missing."""
    begin = body.find(key + b"[")
    return [] if begin < 0 else numbers_in(body[begin : body.find(b"]", begin)])


def numbers_in(array: bytes) -> list[int]:
    """The objects that an array names."""
    return list(map(int, _REF.findall(array)))
