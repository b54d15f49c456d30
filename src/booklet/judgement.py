"""What was found of a program as bytes, which another process or a later run can read, and back.

A record is JSON: lists, in which a value is known by its position. Before it stands what other talks are compared with, which
every talk has.
"""

import json
import struct
from collections.abc import Iterable
from typing import Any, NamedTuple

from booklet.checking.likeness import Trace
from booklet.composing.coverage import Lack, LacksOfProgram
from booklet.finding import Finding
from booklet.finding_record import finding_rows, findings_of
from booklet.place import Place
from booklet.reading.record_cache import KEY

_TALK = struct.Struct(">16sI")  # digest of its head, how many numbers follow
_RECORD = struct.Struct(f">{KEY}sI")  # key, length of the record
_NUMBER = struct.Struct(">I")


class TalkJudgement(NamedTuple):
    """What was found of a talk by itself: findings, and fields with characters that no font has. What others are compared
    with: the trace of its abstract, and a digest of its head."""

    findings: list[Finding]
    lacks: tuple[Lack, ...]
    trace: Trace
    head: bytes


class HeadsJudgement(NamedTuple):
    """What was found of the program and the heads of its talks, and fields of other records with characters that no font
    has."""

    findings: list[Finding]
    lacks: LacksOfProgram


class Judgement(NamedTuple):
    """All that was found, the characters that no font has, and the records by key that later runs are to find."""

    findings: list[Finding]
    unknown: str
    records: list[tuple[bytes, bytes]]


def packed_talk(talk: TalkJudgement) -> bytes:
    """The record of what was found of a talk."""
    numbers = (talk.trace.words, *sorted(talk.trace.shingles))
    found = _packed(finding_rows(talk.findings), talk.lacks) if talk.findings or talk.lacks else b""
    return _TALK.pack(talk.head, len(numbers)) + struct.pack(f">{len(numbers)}q", *numbers) + found


def unpacked_talk(record: bytes) -> TalkJudgement:
    """What `packed_talk` was given. This and the next raise an error of UNREADABLE for what is no record."""
    try:
        head, count = _TALK.unpack_from(record)
        words, *shingles = struct.unpack_from(f">{count}q", record, _TALK.size)
    except struct.error as error:
        raise ValueError from error
    found = record[_TALK.size + 8 * count :]
    findings, lacks = json.loads(found) if found else ((), ())
    return TalkJudgement(findings_of(findings), _read_lacks(lacks), Trace(words, frozenset(shingles)), head)


def packed_heads(heads: HeadsJudgement) -> bytes:
    """The record of what was found of heads."""
    return _packed(finding_rows(heads.findings), *heads.lacks)


def unpacked_heads(record: bytes) -> HeadsJudgement:
    """What `packed_heads` was given."""
    findings, before, after = json.loads(record)
    return HeadsJudgement(findings_of(findings), LacksOfProgram(_read_lacks(before), _read_lacks(after)))


def packed_judgement(judgement: Judgement) -> bytes:
    """The record of all that was found."""
    found = _packed(finding_rows(judgement.findings), judgement.unknown)
    records = (_RECORD.pack(key, len(record)) + record for key, record in judgement.records)
    return b"".join((_NUMBER.pack(len(found)), found, *records))


def unpacked_judgement(record: bytes) -> Judgement:
    """What `packed_judgement` was given."""
    start = _NUMBER.size + _NUMBER.unpack_from(record)[0]
    findings, unknown = json.loads(record[_NUMBER.size : start])
    records = []
    while start < len(record):
        key, length = _RECORD.unpack_from(record, start)
        start += _RECORD.size + length
        records.append((key, record[start - length : start]))
    return Judgement(findings_of(findings), unknown, records)


def _packed(*facts: object) -> bytes:
    return json.dumps(facts, separators=(",", ":")).encode("ascii")


def _read_lacks(lacks: Iterable[Any]) -> tuple[Lack, ...]:
    return tuple(Lack(characters, Place(*place), talk, own) for characters, place, talk, own in lacks)
