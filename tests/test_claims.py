"""The gate that every booklet of the tests goes through can refuse one."""

from pathlib import Path

import pytest

from booklet.job import Job
from booklet.make import make
from changed_pdf import changed
from claims import broken_claims, claims

ROOT = Path(__file__).parents[1]


@pytest.fixture
def workshop(tmp_path: Path) -> bytes:
    output = make(Job(ROOT, output=tmp_path / "booklet.pdf"), lambda *_: None).output
    assert output
    return output.read_bytes()


def test_a_true_claim(workshop: bytes) -> None:
    assert [profile.name for profile in claims(workshop)] == ["PDF_UA_1", "PDF_A_2A"]
    assert broken_claims(workshop) == []


def test_a_false_claim(workshop: bytes) -> None:
    (broken,) = broken_claims(changed(workshop, rb"/DisplayDocTitle true", b"/DisplayDocTitle false"))
    assert broken.startswith("ValidationProfile.PDF_UA_1: ")


def test_no_claim(workshop: bytes) -> None:
    silent = changed(changed(workshop, rb"<pdfuaid:part>1", b"<pdfuaid:part>"), rb"<pdfaid:part>2", b"<pdfaid:part>")
    assert broken_claims(silent) == ["the file claims nothing"]
