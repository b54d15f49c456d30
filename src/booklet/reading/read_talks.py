"""The files of talks/ into talks, one after another. Of many, those that an earlier run has read are taken from its records,
and others are read by several processes."""

import hashlib
import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from booklet import limits
from booklet.codes import UNKNOWN_AFFILIATION
from booklet.finding import Finding
from booklet.reading.content_names import CONTENT
from booklet.reading.project_file import ListedFolder
from booklet.reading.read_authors import LOOKED_FOR
from booklet.reading.read_names import Shared
from booklet.reading.read_talk import TalkReading, read_talk
from booklet.reading.record_cache import KEY, UNREADABLE, Records
from booklet.reading.talk_record import packed, unpacked
from booklet.workers import started, useful_workers

_FOLDER = f"{CONTENT}/talks"
_MANY = 200  # talks: to start processes for fewer takes longer than it saves
_KEPT = 60  # talks: fewer are read in an instant, and leave no file
_AT_ONCE = 20  # files that a process reads before its results are sent

_HEAD = struct.Struct(f">{KEY}sI")  # key, length of the record


class TalkFile(NamedTuple):
    """What came of a file by its name, and the record of it by its key. No reading: its bytes cannot be read; no record: what
    came of it depends on the files before it, too."""

    name: str
    reading: TalkReading | None
    key: bytes = b""
    record: bytes = b""


def read_talks(
    folder: Path, names: Sequence[str], shared: Shared, findings: list[Finding], records: Records | None = None
) -> Iterator[TalkFile]:
    """What came of each file, when the findings of it and of those before it are there. `records` are those of earlier
    runs, to which those of this one are added."""
    if len(names) < _KEPT:
        records = None
    common, talks = _digest(shared), ListedFolder(folder, _FOLDER)
    known = {} if records is None else _known(talks, names, common, records)
    with _read_elsewhere(talks, [name for name in names if name not in known], shared, common) as others:
        for name in names:
            key, record = (b"", known[name]) if name in known else next(others, (b"", b""))
            one = TalkFile(name, _reading(name, record, findings), key, record)
            if one.reading is None:
                one = _packed(_read(talks, name, shared, findings, None if records is None else common))
            if records is not None and one.key:
                records.keep(one.key, one.record)
            yield one


def _read(
    talks: ListedFolder, name: str, shared: Shared, findings: list[Finding], common: bytes | None = None
) -> TalkFile:
    """A file, with its record where that is asked for: `common` is a digest of what is shared."""
    file = _file(name)
    data = talks.read(name, limits.FILE_BYTES)
    if isinstance(data, Finding):
        findings.append(data)
        return TalkFile(name, None)
    before = len(findings)
    reading = read_talk(data, file, name.removesuffix(".md"), shared, findings)
    found = findings[before:]
    if common is None or _is_of_many(found, before):
        return TalkFile(name, reading)
    return TalkFile(name, reading, _key(common, file, data), packed(reading, found, file))


def _packed(one: TalkFile) -> TalkFile:
    """The file with what its record says, where it has one: what is not asked for takes little room."""
    return one._replace(reading=unpacked(one.record, _file(one.name))[0]) if one.record else one


def _is_of_many(found: Sequence[Finding], before: int) -> bool:
    """Whether what was found in a file may not be all, as there was so much in those before it."""
    return before + len(found) > LOOKED_FOR and any(one.code is UNKNOWN_AFFILIATION for one in found)


def _reading(name: str, record: bytes, findings: list[Finding]) -> TalkReading | None:
    """What was read of a file, from its record; None where that has to be read here."""
    try:
        reading, found = unpacked(record, _file(name))
    except UNREADABLE:
        return None
    if _is_of_many(found, len(findings)):
        return None
    findings += found
    return reading


def _known(talks: ListedFolder, names: Sequence[str], common: bytes, records: Records) -> dict[str, bytes]:
    """The records of files that are as they were in an earlier run, by name."""
    known = {}
    for name in names:
        data = talks.read(name, limits.FILE_BYTES)
        record = None if isinstance(data, Finding) else records.found(_key(common, _file(name), data))
        if record is not None:
            known[name] = record
    return known


@contextmanager
def _read_elsewhere(
    talks: ListedFolder, names: Sequence[str], shared: Shared, common: bytes
) -> Iterator[Iterator[tuple[bytes, bytes]]]:
    """Let other processes read the files, if it pays: key and record of each, in order. Without other processes, none."""
    workers = useful_workers() if len(names) >= _MANY else 0
    chunks = [names[at : at + _AT_ONCE] for at in range(0, len(names), _AT_ONCE)] if workers else []
    tasks = [partial(_records, talks, chunk, shared, common) for chunk in chunks]
    with started(tasks, workers) as results:
        yield (one for result in results for one in _parted(result))


def _records(talks: ListedFolder, names: Sequence[str], shared: Shared, common: bytes) -> bytes:
    """Keys and records of some files."""
    findings: list[Finding] = []
    read = [_read(talks, name, shared, findings, common) for name in names]
    return b"".join(_HEAD.pack(one.key, len(one.record)) + one.record for one in read)


def _parted(records: bytes) -> Iterator[tuple[bytes, bytes]]:
    start = 0
    while start < len(records):
        key, length = _HEAD.unpack_from(records, start)
        start += _HEAD.size + length
        yield key, records[start - length : start]


def _file(name: str) -> str:
    return f"{_FOLDER}/{name}"


def _digest(shared: Shared) -> bytes:
    """A digest of all that the talks are read with."""
    tables = (shared.affiliations, shared.affiliation_places, shared.people.aliases, shared.macros)
    return _hash(repr((shared.language, *(list(table.items()) for table in tables))).encode("utf-8", "surrogatepass"))


def _key(common: bytes, file: str, data: bytes) -> bytes:
    return _hash(b"".join((common, file.encode("utf-8", "surrogatepass"), b"\0", data)))


def _hash(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=KEY).digest()
