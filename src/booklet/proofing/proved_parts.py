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
from booklet.proofing.part_key import PartKey
from booklet.proofing.part_proof import PartProof, prove_part
from booklet.proofing.round_trip import LossesOfPart, Wanted, facts_of, lost_in_part
from booklet.proofing.standing_keys import StandingKeys, packed_key
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
    standing = [proving.standing(index) for index in range(len(book.parts))]
    others = [index for index, part in enumerate(standing) if part is None]
    tasks = [partial(proving.message, index) for index in others]
    with started(tasks, _workers(proving, others, means)) as found:
        messages = iter(found)
        for part in standing:
            yield part or _taken(next(messages), means.records)


def _taken(message: bytes, records: Records | None) -> ProvedPart:
    """What a message says; it is kept under the names that it brings."""
    name, digest, faults, pages, first, last, lost, text = json.loads(message)
    key = PartKey(bytes.fromhex(digest), tuple(pages))
    if records is not None and key.digest:
        records.keep(key.digest, _record(first, last, text))
    if records is not None and name:
        records.keep(bytes.fromhex(name), packed_key(key))
    return ProvedPart(PartProof(tuple(faults), key.pages, first, last), LossesOfPart(tuple(lost), text))


class _Proving:
    """What it takes to prove the parts of a file."""

    def __init__(
        self, book: BookFile, wanted: Wanted, places: Sequence[tuple[str, ...]], records: Records | None
    ) -> None:
        self.book = book
        self._wanted = wanted
        self._names = (*places, *[()] * len(book.parts))
        self._records = records
        self._keys = StandingKeys(book, records) if records is not None else None
        self._standing = [
            self._keys.standing(part, facts_of(wanted, names)) if self._keys else None
            for part, names in zip(book.parts, self._names, strict=False)
        ]

    def standing(self, index: int) -> ProvedPart | None:
        """The how manyth part as an earlier run has proved it, if it stands in the file as it stood then."""
        found = self._standing[index]
        return self._known(found.key) if found and found.key else None

    def knows(self, index: int) -> bool:
        """Whether an earlier run has proved this part, wherever it stood."""
        key = self._key(index)
        return key is not None and self._known(key) is not None

    def message(self, index: int) -> bytes:
        """What there is to say about a part; with the names under which it may be kept, if it may be: that of its bytes, and
        its key."""
        key, found = self._key(index), self._standing[index]
        proof, losses = (key and self._known(key)) or self._proved(index)
        names = ("", "")
        # What is kept does not say which pages are owned: all that the part names.
        if self._keys and found and key and set(proof.pages) == set(key.pages) and not proof.faults + losses.faults:
            names = (self._keys.name(found, key).hex(), key.digest.hex())
        return json.dumps((*names, *proof, *losses)).encode("ascii")

    def _key(self, index: int) -> PartKey | None:
        found = self._standing[index]
        return self._keys.key(found) if self._keys and found else None

    def _known(self, key: PartKey) -> ProvedPart | None:
        """A good part as an earlier run has kept it: the levels of its headings, and what it says of the program."""
        record = self._records.found(key.digest) if self._records is not None else None
        if record is None:
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


def _workers(proving: _Proving, others: list[int], means: ProvingMeans) -> int:
    """How many workers pay for the parts that do not stand where they stood: none for few objects, and none where an earlier
    run knew the part in the middle, since it then knew most."""
    objects = proving.book.objects.count() * len(others) // max(1, len(proving.book.parts))
    many = len(others) > 1 and objects >= _MANY
    return means.workers if many and not proving.knows(others[len(others) // 2]) else 0


def _record(first: int, last: int, text: str) -> bytes:
    return json.dumps((first, last, text)).encode("ascii")
