"""Findings that go through a record are the same findings."""

from booklet.codes import CODES, SIMILAR_ABSTRACT
from booklet.finding import Finding
from booklet.finding_record import packed_findings, unpacked_findings
from booklet.place import Place


def test_nothing_is_lost() -> None:
    place = Place("content/talks/ü.md", 3, 1, 9)
    findings = [Finding(code, f"message of {code} “\ud800”") for code in CODES]
    findings.append(Finding(SIMILAR_ABSTRACT, "m", place, "h", (place, Place("x")), ("authors", 1, "name"), "talk"))
    found = unpacked_findings(packed_findings(findings))
    assert found == findings
    assert all(one.code is other.code for one, other in zip(found, findings, strict=True))
    assert isinstance(found[-1].place, Place)


def test_none_are_none() -> None:
    assert unpacked_findings(packed_findings(())) == []
