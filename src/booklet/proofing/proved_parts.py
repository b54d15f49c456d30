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
from booklet.typesetting.earlier_pieces import Records
from booklet.workers import started

_MANY = 2_000  # objects: to start processes for fewer takes longer than it saves
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
    keys = PartKeys(book) if means.records is not None else None
    names = (*places, *[()] * len(book.parts))
    tasks = [
        partial(_message, book, part, wanted, names[index], keys, means.records)
        for index, part in enumerate(book.parts)
    ]
    many = len(tasks) > 1 and book.objects.count() >= _MANY
    with started(tasks, means.workers if many else 0) as results:
        for message in results:
            key, faults, pages, first, last, lost, text = json.loads(message)
            if key and means.records is not None:
                means.records.keep(bytes.fromhex(key), _record(first, last, text))
            yield ProvedPart(PartProof(tuple(faults), tuple(pages), first, last), LossesOfPart(tuple(lost), text))


def _message(
    book: BookFile,
    part: int,
    wanted: Wanted,
    names: tuple[str, ...],
    keys: PartKeys | None,
    records: Records | None,
) -> bytes:
    """What there is to say about a part; with the key under which it may be kept, if it may be."""
    key = keys.key(part, (wanted.unknown, [(name, list(rows_of(wanted, name))) for name in names])) if keys else None
    known = _known(key, records)
    if known is None:
        text, proof = prove_part(book, part)
        found = ProvedPart(proof, lost_in_part(wanted, names, text))
    else:
        found = known
    proof, losses = found
    may_be_kept = key and not proof.faults and not losses.faults and set(proof.pages) == set(key.pages)
    name = key.digest.hex() if key and may_be_kept else ""
    return json.dumps((name, *proof, *losses)).encode("ascii")


def _record(first: int, last: int, text: str) -> bytes:
    return json.dumps((first, last, text)).encode("ascii")


def _known(key: PartKey | None, records: Records | None) -> ProvedPart | None:
    """A good part as an earlier run has kept it: the levels of its headings, and what it says of the program."""
    record = records.found(key.digest) if key and records is not None else None
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
