"""Findings as bytes, which another process or a later run can read, and back."""

import json
from collections.abc import Iterable

from booklet.codes import CODES
from booklet.finding import Finding
from booklet.place import Place

_BY_NAME = {code.name: code for code in CODES}


def packed_findings(findings: Iterable[Finding]) -> bytes:
    """The record of findings, in order."""
    rows = [(one.code.name, one.message, one.place, one.hint, one.also, one.path, one.talk) for one in findings]
    return json.dumps(rows, separators=(",", ":")).encode("ascii")


def unpacked_findings(record: bytes) -> list[Finding]:
    """The findings of a record."""
    return [
        Finding(
            _BY_NAME[code],
            message,
            place and Place(*place),
            hint,
            tuple(Place(*one) for one in also),
            tuple(path),
            talk,
        )
        for code, message, place, hint, also, path, talk in json.loads(record)
    ]
