"""What booklets claim is what validators find: PDF/UA-1 and PDF/A-2a, by two programs of different origin."""

import re
import shutil
from pathlib import Path

import pytest
from verapdf import NEEDS_JAVA, judged

from booklet.job import Job
from booklet.make import make
from changed_pdf import Objects
from claims import broken_claims, claims
from covers import COVERS

ROOT = Path(__file__).parents[2]
CASES = [path.parent.parent for path in sorted((ROOT / "tests" / "cases").glob("*/content/event.yaml"))]
HOSTILE = ROOT.parent / "shared" / "adversarial"
EXAMPLE = ROOT / "examples" / "conference"
STRESS = ROOT / "tests" / "cases" / "stress"
PAPERS = ("A4", "A5", "Letter")
# The folder that the project itself stands in may be called like a case.
NAMES = {ROOT: "workshop", **{case: f"case-{case.name}" for case in CASES}}
FORBIDDEN = re.compile(rb"/(JavaScript|JS|Launch|SubmitForm|EmbeddedFiles?|AA|OpenAction|XFA|GoToR|RichMedia)\b")


def with_settings(folder: Path, case: Path, settings: str) -> Path:
    """A copy of a project's content with these settings besides."""
    for part in ("content", "fonts"):
        if (case / part).is_dir() and (part == "content" or case != ROOT):
            shutil.copytree(case / part, folder / part)
    with (folder / "content" / "booklet.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\n{settings}\n")
    return folder


def with_cover(folder: Path, case: Path, name: str, data: bytes) -> Path:
    """A project in a folder of its own, with this file as its front cover, whether it had one or not."""
    with_settings(folder, case, f"covers: {{front: {{file: covers/{name}, alt: The front cover}}}}")
    (folder / "content" / "covers").mkdir(exist_ok=True)
    (folder / "content" / "covers" / name).write_bytes(data)
    settings = folder / "content" / "booklet.yaml"
    settings.write_text(
        settings.read_text("utf-8").replace("sections: [program", "sections: [front-cover, program"), "utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def booklets(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The booklet of every case that has no errors, and those of the workshop, the example of a conference and the
    stress pages on three papers; workshop and stress pages with many covers from outside too."""
    folder = tmp_path_factory.mktemp("conformance")
    jobs = [Job(case, output=folder / f"{NAMES[case]}.pdf") for case in CASES]
    jobs += [Job(ROOT, paper=paper, output=folder / f"workshop-{paper}.pdf") for paper in PAPERS]
    jobs += [Job(EXAMPLE, paper=paper, output=folder / f"conference-{paper}.pdf") for paper in PAPERS]
    jobs += [Job(STRESS, paper=paper, output=folder / f"stress-{paper}.pdf") for paper in PAPERS]
    for name, data in COVERS.items():
        for case in (ROOT, STRESS):
            project = with_cover(folder / f"{NAMES[case]}-{name}", case, name, data)
            jobs += [
                Job(project, paper=paper, output=folder / f"cover-{NAMES[case]}-{name}-{paper}.pdf") for paper in PAPERS
            ]
    made = [outcome.output for job in jobs if (outcome := make(job, lambda *_: None)).output]
    covered = [path for path in made if path.name.startswith("cover-")]
    assert len(covered) == 2 * len(PAPERS) * len(COVERS)
    for path in covered:
        bodies = b" ".join(Objects(path.read_bytes()).bodies.values())
        assert b"/S/Figure/P" in bodies
        assert b"/Alt(The front cover)" in bodies, path.name
    return made


@pytest.fixture(scope="module")
def hostile_booklets(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The workshop with each hostile file as its cover that can be placed."""
    folder = tmp_path_factory.mktemp("hostile")
    made = []
    for path in sorted([*(HOSTILE / "pdf").iterdir(), *(HOSTILE / "images").iterdir()]):
        project = with_cover(folder / path.name, ROOT, path.name, path.read_bytes())
        outcome = make(Job(project, output=folder / f"{path.name}.pdf"), lambda *_: None)
        made += [outcome.output] if outcome.output else []
    assert len(made) >= 31
    return made


def test_page_validation_finds_nothing(booklets: list[Path]) -> None:
    for path in booklets:
        assert {"PDF_UA_1", "PDF_A_2A"} <= {profile.name for profile in claims(path.read_bytes())}
        assert broken_claims(path.read_bytes()) == [], path.name


def verapdf(profiles: str, files: list[Path]) -> None:
    """Every file keeps every profile."""
    assert {name: broken for name, broken in judged(profiles, files).items() if broken} == {}


@NEEDS_JAVA
def test_verapdf_finds_nothing(booklets: list[Path]) -> None:
    verapdf("ua1,2a", booklets)


@NEEDS_JAVA
@pytest.mark.parametrize(
    ("settings", "profiles"),
    [
        ("attach: calendar", "ua1,3a"),
        ("standard: PDF/UA-2", "ua2,4"),
        ("standard: PDF/UA-2\nattach: calendar", "ua2,4f"),
    ],
)
def test_verapdf_finds_nothing_about_other_standards(tmp_path: Path, settings: str, profiles: str) -> None:
    made = []
    for case in [*CASES, ROOT]:
        folder = with_settings(tmp_path / NAMES[case], case, settings)
        outcome = make(Job(folder, output=tmp_path / f"{NAMES[case]}.pdf"), lambda *_: None)
        made += [outcome.output] if outcome.output else []
    assert len(made) >= 6
    verapdf(profiles, made)


@NEEDS_JAVA
@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the collection of hostile files is not there")
def test_verapdf_finds_nothing_about_hostile_covers(hostile_booklets: list[Path]) -> None:
    verapdf("ua1,2a", hostile_booklets)


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the collection of hostile files is not there")
def test_nothing_of_hostile_covers_but_their_drawing_comes_along(hostile_booklets: list[Path]) -> None:
    for path in hostile_booklets:
        text = b" ".join(Objects(path.read_bytes()).bodies.values())
        assert b"/StructTreeRoot" in text
        assert FORBIDDEN.search(text) is None, path.name
