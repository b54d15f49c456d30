"""Projects in tests/cases, each with the findings and the pages that are expected of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from booklet.job import Job
from booklet.make import make
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
