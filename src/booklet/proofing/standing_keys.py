"""A part of the document → its key, as an earlier run has made it where the part stands in the file as it stood then."""

import struct
from typing import NamedTuple

from booklet.proofing.book_file import BookFile
from booklet.proofing.part_bytes import PartBytes
from booklet.proofing.part_key import PartKey, PartKeys
from booklet.reading.record_cache import KEY, Records

_PAGE = struct.Struct(">I")


class StandingPart(NamedTuple):
    """A part by its number, what is wanted of it, the digest of its bytes, if it has one, and its key, if that is known by
    these."""

    part: int
    wanted: bytes
    digest: bytes | None
    key: PartKey | None


class StandingKeys:
    """The keys of the parts of one file. `records` are those of an earlier run."""

    def __init__(self, book: BookFile, records: Records) -> None:
        self._records = records
        self._keys = PartKeys(book)
        self._bytes = PartBytes(book, self._keys.common)

    def standing(self, part: int, wanted: bytes) -> StandingPart:
        """A part, of which that is `wanted`."""
        digest = self._bytes.digest(part, wanted)
        record = self._records.found(digest) if digest else None
        return StandingPart(part, wanted, digest, None if record is None else unpacked_key(record))

    def key(self, standing: StandingPart) -> PartKey | None:
        """The key of a part; None where it has none."""
        return standing.key or self._keys.key(standing.part, standing.wanted)

    def name(self, standing: StandingPart, key: PartKey) -> bytes:
        """The name under which the key of a part may be kept, the digest of its bytes; empty where that is not made of all
        that the key is made of."""
        return standing.digest if standing.digest and self._bytes.hold(standing.part, key.pages) else b""


def packed_key(key: PartKey) -> bytes:
    """The record of a key."""
    return key.digest + b"".join(map(_PAGE.pack, key.pages))


def unpacked_key(record: bytes) -> PartKey | None:
    """The key of a record; None where it is no such record."""
    if len(record) < KEY or (len(record) - KEY) % _PAGE.size:
        return None
    return PartKey(record[:KEY], tuple(page for (page,) in _PAGE.iter_unpack(record[KEY:])))
