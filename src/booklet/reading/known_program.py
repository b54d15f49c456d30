"""The bytes of program.yaml into what the file says: read anew, or as an earlier run has read them, with the same talks."""

import hashlib
from collections.abc import Mapping

from booklet.finding import Finding
from booklet.model.talk import Talk
from booklet.reading.program_record import packed_program, unpacked_program
from booklet.reading.read_program import ProgramReading, read_program
from booklet.reading.record_cache import KEY, UNREADABLE, Records
from booklet.yaml_file import read_yaml


def known_program(
    data: bytes,
    file: str,
    zone: str,
    language: str,
    talks: Mapping[str, Talk | None],
    findings: list[Finding],
    records: Records | None,
) -> ProgramReading:
    """What the file says. `talks` are the talks by id, None for those whose file has errors; `zone` and `language` are the
    event's. `records` are those of earlier runs, to which that of this one is added."""
    key = None if records is None else _key(data, zone, language, talks)
    if records is None or key is None:
        return _read(data, file, zone, language, talks, findings)
    record = records.found(key)
    try:
        known = None if record is None else unpacked_program(record, talks, file)
    except UNREADABLE:
        known = None
    if known is None:
        found: list[Finding] = []
        known = _read(data, file, zone, language, talks, found), found
        records.keep(key, packed_program(*known, file))
    findings += known[1]
    return known[0]


def _read(
    data: bytes, file: str, zone: str, language: str, talks: Mapping[str, Talk | None], findings: list[Finding]
) -> ProgramReading:
    node, found = read_yaml(data, file)
    findings += found
    if node is None and found:
        return ProgramReading()
    return read_program(node, file, zone, language, talks, findings)


def _key(data: bytes, zone: str, language: str, talks: Mapping[str, Talk | None]) -> bytes | None:
    """A digest of all that the program is read of; None where talks are not kept either."""
    heads = {name: talk and talk.packed and talk.packed.digests.head for name, talk in talks.items()}
    if not any(heads.values()) or any(talk and heads[name] is None for name, talk in talks.items()):
        return None
    facts = repr((zone, language, heads)).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(b"%b\0%b" % (facts, data), digest_size=KEY, person=b"program.yaml").digest()
