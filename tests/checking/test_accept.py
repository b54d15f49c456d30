"""What the organizers accept is not told again, and an acceptance that does nothing is told."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "reading"))

from small_project import PROGRAM, TALK, short, write_project

from booklet.checking.accept import idle, unaccepted
from booklet.codes import NO_PRESENTER, OVERLAP, UNKNOWN_KEY
from booklet.finding import Finding
from booklet.job import Job
from booklet.make import check
from booklet.model.acceptance import Acceptance
from booklet.place import Place
from booklet.reading.read_project import read_project

HERE = Place("content/booklet.yaml", 3)
ADA = Finding(NO_PRESENTER, 'no author of talk "ada" is marked', HERE, talk="ada")
BOB = Finding(NO_PRESENTER, 'no author of talk "bob" is marked', HERE, talk="bob")
ERROR = Finding(UNKNOWN_KEY, 'unknown key "ada"', HERE, talk="ada")


@pytest.mark.parametrize(
    ("acceptance", "left"),
    [
        (Acceptance("K023", "why", HERE), [ERROR]),
        (Acceptance("K023", "why", HERE, talk="ada"), [BOB, ERROR]),
        (Acceptance("K023", "why", HERE, about='"BOB"'), [ADA, ERROR]),
        (Acceptance("K023", "why", HERE, talk="ada", about="bob"), [ADA, BOB, ERROR]),
        (Acceptance("K023", "why", HERE, about="bo"), [ADA, BOB, ERROR]),  # no whole word
        (Acceptance("C014", "why", HERE), [ADA, BOB, ERROR]),
        (Acceptance(OVERLAP.name, "why", HERE), [ADA, BOB, ERROR]),
    ],
)
def test_what_is_left(acceptance: Acceptance, left: list[Finding]) -> None:
    kept, used = unaccepted((ADA, BOB, ERROR), (acceptance,))
    assert list(kept) == left
    told = idle((acceptance,), used)
    assert [finding.code.name for finding in told] == ([] if len(left) < 3 else ["C031"])
    assert all(finding.place == HERE for finding in told)


def project(folder: Path, accept: str) -> Path:
    program = PROGRAM.replace("start: 9:00", "start: 9:00\n    until: 10:00")
    sections = "sections: [program, abstracts]\n"
    return write_project(folder, {"program.yaml": program, "booklet.yaml": f"{sections}accept:\n{accept}"})


def test_in_a_run(tmp_path: Path) -> None:
    folder = project(tmp_path, "  - {code: K042, reason: time for discussion}\n")
    assert check(Job(folder)).findings == ()


def test_what_no_longer_applies_is_told(tmp_path: Path) -> None:
    folder = project(tmp_path, "  - {code: K042, reason: yes}\n  - {code: k041, talk: ada, about: slot, reason: no}\n")
    (finding,) = check(Job(folder)).findings
    assert short((finding,)) == ["C031 content/booklet.yaml:4:12"]
    assert finding.message == 'nothing is left that this accepts: K041 of talk "ada" about "slot"'
    assert check(Job(folder, only=("ada",))).findings == ()


@pytest.mark.parametrize(
    ("entry", "place", "words"),
    [
        ("{code: K999, reason: x}", "3:12", '"K999" is no code'),
        ("{code: C014, reason: x}", "3:12", "C014 is an error, which cannot be accepted"),
        ("{code: K042}", "3:6", '"reason" is missing'),
        ("{code: K042, reason: ''}", "3:26", "empty"),
    ],
)
def test_what_cannot_be_accepted(tmp_path: Path, entry: str, place: str, words: str) -> None:
    _, findings = read_project(project(tmp_path, f"  - {entry}\n"))
    (finding,) = findings
    assert str(finding.place) == f"content/booklet.yaml:{place}"
    assert words in finding.message


def test_strict_runs_pass_with_what_is_accepted(tmp_path: Path) -> None:
    folder = write_project(tmp_path, {"talks/ada.md": TALK.replace("An abstract.", "")})
    assert [finding.code.name for finding in check(Job(folder, strict=True)).findings] == ["K020"]
    (folder / "content" / "booklet.yaml").write_text("accept: {code: K020, reason: it will come}\n", "utf-8")
    assert check(Job(folder, strict=True)).findings == ()
