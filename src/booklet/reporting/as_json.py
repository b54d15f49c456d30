"""Findings become one JSON object of a documented, versioned form (docs/reference/cli.md)."""

import json

from booklet.expression import expression
from booklet.finding import Finding
from booklet.place import Place
from booklet.reporting.report import Report
from booklet.reporting.visible import visible

VERSION = 1
# Halves of surrogate pairs, which strict readers refuse: bytes of a file name that are no text (PEP 383).
_HALF = expression(r"(?<!\\ud[89ab]..)\\ud[c-f]..|\\ud[89ab]..(?!\\ud[c-f]..)")


def as_json(report: Report) -> str:
    """One object on one line, in ASCII, so that nothing in it can steer a terminal.

    Messages and hints are for people and written as the other forms show them; files, paths and ids are data and exact.
    """
    value = {
        "version": VERSION,
        "ok": report.ok,
        "output": report.output.as_posix() if report.output else None,
        "accepted": report.accepted,
        "findings": [_record(finding) for finding in report.findings],
    }
    # json leaves DEL as it is (Python 3.11)
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":")).replace("\x7f", "\\u007f")
    return _HALF.sub(r"\\ufffd", text) + "\n"


def _where(place: Place | None) -> dict[str, object]:
    return {
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "end_column": place.end_column if place else None,
    }


def _record(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code.name,
        "severity": finding.severity.value,
        **_where(finding.place),
        "also": [_where(place) for place in finding.also],
        "path": list(finding.path),
        "talk": finding.talk,
        "message": visible(finding.message),
        "hint": visible(finding.hint) if finding.hint else None,
    }
