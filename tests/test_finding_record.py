"""Findings that go through a record are the same findings."""

import json
from collections.abc import Iterable

from booklet.codes import CODES, SIMILAR_ABSTRACT
from booklet.finding import Finding
from booklet.finding_record import finding_rows, findings_of
from booklet.place import Place


def read_back(findings: Iterable[Finding]) -> list[Finding]:
    return findings_of(json.loads(json.dumps(finding_rows(findings))))


def test_nothing_is_lost() -> None:
    place = Place("content/talks/ü.md", 3, 1, 9)
    findings = [Finding(code, f"message of {code} “\ud800”") for code in CODES]
    findings.append(Finding(SIMILAR_ABSTRACT, "m", place, "h", (place, Place("x")), ("authors", 1, "name"), "talk"))
    found = read_back(findings)
    assert found == findings
    assert all(one.code is other.code for one, other in zip(found, findings, strict=True))
    assert isinstance(found[-1].place, Place)


def test_none_are_none() -> None:
    assert read_back(()) == []
