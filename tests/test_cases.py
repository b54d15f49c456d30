"""Projects in tests/cases, each with the findings and the pages that are expected of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from booklet.job import Job
from booklet.make import check, make
from booklet.proofing.dump import dump
from booklet.proofing.self_check import self_check
from booklet.reporting.as_short import as_short
from booklet.reporting.report import Report

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_case(case: str, tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    folder = CASES / case
    outcome = make(Job(folder, output=tmp_path / "booklet.pdf"), lambda *_: None)
    golden(folder / "findings.txt", as_short(Report(outcome.findings, Path(), ok=outcome.output is not None)))
    if outcome.output is None:
        assert not (folder / "pages.txt").exists()
        return
    pdf = outcome.output.read_bytes()
    assert self_check(pdf) == ()
    golden(folder / "pages.txt", dump(pdf))


# The mistakes of the document that the first workshop sent round, each with the finding that names it.
MISTAKES = {
    "one talk under two titles": (
        "K013",
        '"mallick" and "abstract-mallick" have the same authors and different titles',
    ),
    "Sib0 for Sibo": ("K060", '"Sib0 Cheng" looks like another spelling of "Sibo Cheng"'),
    "Sibor for Sibo": ("K061", '"Sibor Cheng" may be the same person as "Sibo Cheng"'),
    "Memin for Mémin": ("K060", '"Etienne Memin" looks like another spelling of "Etienne Mémin"'),
    "the affiliation number used twice": ("C006", '"1" is given twice, in lines 9 and 11'),
    "the affiliation number never used": ("K002", '"Etienne Memin" names the affiliation "3", which does not exist'),
    "letters of a zone that is not in use": ("C024", '"AEDT" is an abbreviation'),
    "letters of another zone that is not": ("C024", '"EST" is an abbreviation'),
    "a slot to 09:00 that closes at 08:50": ("K042", "ends at 08:50, 10 minutes before its announced end 09:00"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_document_as_it_was_sent_round(mistake: str) -> None:
    code, words = MISTAKES[mistake]
    findings = check(Job(CASES / "as-circulated")).findings
    assert any(finding.code.name == code and words in finding.message for finding in findings)
