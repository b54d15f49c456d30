"""The bytes of a booklet → what is wrong with its logical structure, and what each of its parts says when it is read out.

What validators of PDF/UA do not look at, measured on files with one fault each: that every mark has one owner, that elements,
pages and links name each other, that destinations exist; and the text itself in reading order (ISO 32000-1, 14.7 and 14.8).
"""

import re
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from booklet.proofing.book_file import BookFile, read_book
from booklet.proofing.pack import STRING, UnreadableError
from booklet.proofing.part_proof import PartProof, page_faults, prove_part
from booklet.reading.record_cache import Records

_NAMED = re.compile(rb"(%s)(?:<</D)?\[(\d+) 0 R" % STRING)


class Audit(NamedTuple):
    """Sentences on what is wrong, each once; and the text of every part of the document, in order."""

    faults: tuple[str, ...]
    parts: tuple[str, ...]


def audit(pdf: bytes) -> Audit:
    """Examine a finished file."""
    parts: list[str] = []

    def proofs(book: BookFile) -> Iterator[PartProof]:
        for part in book.parts:
            text, proof = prove_part(book, part)
            parts.append(text)
            yield proof

    return Audit(faults_of(pdf, proofs), tuple(parts))


def faults_of(
    pdf: bytes, proofs: Callable[[BookFile], Iterable[PartProof]], records: Records | None = None
) -> tuple[str, ...]:
    """What is wrong with a file, of whose parts `proofs` gives the proofs in order. What they raise when a part cannot be
    read is a fault. `records` are those of an earlier run."""
    faults: dict[str, None] = {}
    try:
        book = read_book(pdf, records)
        found = []
        for proof in proofs(book):
            found.append(proof)
            faults.update(dict.fromkeys(proof.faults))
        faults.update(dict.fromkeys(_faults_of_all(book, found)))
    except (UnreadableError, zlib.error, struct.error, ValueError, KeyError) as error:
        faults[f"the file cannot be read back: {error}"] = None
    return tuple(faults)


def _faults_of_all(book: BookFile, proofs: list[PartProof]) -> Iterator[str]:
    """What no part can know by itself."""
    if b"/Lang" not in book.catalog:
        yield "the document has no language"
    if not book.pages:
        yield "the file has no pages"
    level = 0
    for proof in proofs:
        if proof.first_heading > level + 1:
            yield f"an H{proof.first_heading} follows no heading of the level above"
        level = proof.last_heading or level
    owned = {page for proof in proofs for page in proof.pages}
    for page in book.pages:
        if page not in owned:
            yield from page_faults(book, page)
    yield from _lost_destinations(book)


def _lost_destinations(book: BookFile) -> Iterator[str]:
    """Destinations are pages, and links and bookmarks lead to destinations."""
    names = dict(_NAMED.findall(book.destinations))
    if not {int(page) for page in names.values()} <= book.pages.keys():
        yield "a destination is no page of the file"
    if any(not names.keys() >= pack.facts.targets for pack in book.objects.packs.values()):
        yield "a link or bookmark leads nowhere"
