"""The parts of a file → what is wrong with each and lost in it, found by several processes where there is much to prove, and
taken from an earlier run where that had the same part and found it good.

Of a part that has a fault nothing is kept. What is kept says only what the checks of the whole file want to know of a part:
they run on every file.
"""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from booklet.proofing.book_file import BookFile
from booklet.proofing.part_key import PartKey, PartKeys
from booklet.proofing.part_proof import PartProof, prove_part
from booklet.proofing.round_trip import LossesOfPart, Wanted, lost_in_part, rows_of
from booklet.reading.record_cache import Records
from booklet.workers import started

_MANY = 8_000  # objects, of some 200 talks: to start processes for fewer takes longer than it saves
_LEVELS = range(7)  # of headings; 0: there is none


class ProvedPart(NamedTuple):
    """The proof of a part, and what is lost in it."""

    proof: PartProof
    losses: LossesOfPart


class ProvingMeans(NamedTuple):
    """What makes proving faster: `workers` are so many other processes (none: this one proves), `records` are those of parts
    that earlier runs have proved."""

    workers: int = 0
    records: Records | None = None


def proved_parts(
    book: BookFile, wanted: Wanted, places: Sequence[tuple[str, ...]], means: ProvingMeans
) -> Iterator[ProvedPart]:
    """Every part of a file in order; `places` are the names of the destinations in each. Raises UnreadableError, or what
    decoding raises, at the first part that cannot be read."""
    proving = _Proving(book, wanted, places, means.records)
    with started(
        [partial(proving.message, index) for index in range(len(book.parts))], _workers(proving, means)
    ) as found:
        for message in found:
            key, faults, pages, first, last, lost, text = json.loads(message)
            if key and means.records is not None:
                means.records.keep(bytes.fromhex(key), _record(first, last, text))
            yield ProvedPart(PartProof(tuple(faults), tuple(pages), first, last), LossesOfPart(tuple(lost), text))


class _Proving:
    """What it takes to prove the parts of a file."""

    def __init__(
        self, book: BookFile, wanted: Wanted, places: Sequence[tuple[str, ...]], records: Records | None
    ) -> None:
        self.book = book
        self._wanted = wanted
        self._names = (*places, *[()] * len(book.parts))
        self._records = records
        self._keys = PartKeys(book) if records is not None else None

    def message(self, index: int) -> bytes:
        """What there is to say about the how manyth part; with the key under which it may be kept, if it may be."""
        key = self._key(index)
        proof, losses = self._known(key) or self._proved(index)
        good = not proof.faults and not losses.faults
        # What is kept does not say which pages are owned: all that the part names.
        name = key.digest.hex() if key and good and set(proof.pages) == set(key.pages) else ""
        return json.dumps((name, *proof, *losses)).encode("ascii")

    def knows(self, index: int) -> bool:
        """Whether an earlier run has proved this part."""
        return self._known(self._key(index)) is not None

    def _key(self, index: int) -> PartKey | None:
        if self._keys is None:
            return None
        texts = [(name, list(rows_of(self._wanted, name))) for name in self._names[index]]
        return self._keys.key(self.book.parts[index], (self._wanted.unknown, texts))

    def _known(self, key: PartKey | None) -> ProvedPart | None:
        """A good part as an earlier run has kept it: the levels of its headings, and what it says of the program."""
        record = self._records.found(key.digest) if key and self._records is not None else None
        if key is None or record is None:
            return None
        try:
            values = json.loads(record)
        except (ValueError, RecursionError):
            return None
        if not isinstance(values, list) or [type(value) for value in values] != [int, int, str]:
            return None
        first, last, text = values
        if first not in _LEVELS or last not in _LEVELS:
            return None
        return ProvedPart(PartProof((), key.pages, first, last), LossesOfPart((), text))

    def _proved(self, index: int) -> ProvedPart:
        text, proof = prove_part(self.book, self.book.parts[index])
        return ProvedPart(proof, lost_in_part(self._wanted, self._names[index], text))


def _workers(proving: _Proving, means: ProvingMeans) -> int:
    """How many workers pay: none for few objects, and none where an earlier run knew the part in the middle, since it then
    knew most."""
    count = len(proving.book.parts)
    many = count > 1 and proving.book.objects.count() >= _MANY
    return means.workers if many and not proving.knows(count // 2) else 0


def _record(first: int, last: int, text: str) -> bytes:
    return json.dumps((first, last, text)).encode("ascii")
