"""What was found of a program as bytes, which another process or a later run can read, and back.

A record is JSON: lists, in which a value is known by its position.
"""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from booklet.checking.likeness import Trace
from booklet.composing.coverage import Lack, LacksOfProgram
from booklet.finding import Finding
from booklet.finding_record import finding_rows, findings_of
from booklet.place import Place


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
    words, shingles = talk.trace
    return _packed(finding_rows(talk.findings), talk.lacks, words, sorted(shingles), talk.head.hex())


def unpacked_talk(record: bytes) -> TalkJudgement:
    """What `packed_talk` was given. This and the next raise an error of UNREADABLE for what is no record."""
    findings, lacks, words, shingles, head = json.loads(record)
    trace = Trace(words, frozenset(shingles))
    return TalkJudgement(findings_of(findings), _read_lacks(lacks), trace, bytes.fromhex(head))


def packed_heads(heads: HeadsJudgement) -> bytes:
    """The record of what was found of heads."""
    return _packed(finding_rows(heads.findings), *heads.lacks)


def unpacked_heads(record: bytes) -> HeadsJudgement:
    """What `packed_heads` was given."""
    findings, before, after = json.loads(record)
    return HeadsJudgement(findings_of(findings), LacksOfProgram(_read_lacks(before), _read_lacks(after)))


def packed_judgement(judgement: Judgement) -> bytes:
    """The record of all that was found."""
    records = [(key.hex(), record.decode("ascii")) for key, record in judgement.records]
    return _packed(finding_rows(judgement.findings), judgement.unknown, records)


def unpacked_judgement(record: bytes) -> Judgement:
    """What `packed_judgement` was given."""
    findings, unknown, records = json.loads(record)
    read = [(bytes.fromhex(key), record.encode("ascii")) for key, record in records]
    return Judgement(findings_of(findings), unknown, read)


def _packed(*facts: object) -> bytes:
    return json.dumps(facts, separators=(",", ":")).encode("ascii")


def _read_lacks(lacks: Iterable[Any]) -> tuple[Lack, ...]:
    return tuple(Lack(characters, Place(*place), talk, own) for characters, place, talk, own in lacks)
