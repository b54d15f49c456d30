"""The last line of a run, the progress line and the report of a bug."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from booklet.codes import NO_ABSTRACT, NO_PRESENTER, UNKNOWN_KEY
from booklet.finding import Finding
from booklet.reporting import summary
from booklet.reporting.bug_report import bug_report, bug_sentence
from booklet.reporting.progress import CLEAR, listed, rewritten

ERROR = Finding(UNKNOWN_KEY, "a")
WARNING = Finding(NO_ABSTRACT, "b")
NOTE = Finding(NO_PRESENTER, "c")
WHAT = "out/booklet.pdf  8 pages  A4  92 kB"


@pytest.mark.parametrize(
    ("findings", "strict", "fails", "line"),
    [
        ([], False, False, "No errors, no warnings."),
        ([NOTE, NOTE], True, False, "2 notes."),
        ([WARNING], False, False, "1 warning."),
        ([WARNING], True, True, "1 warning (with --strict, warnings count as errors)."),
        ([ERROR, WARNING, WARNING, NOTE], False, True, "1 error, 2 warnings, 1 note."),
        ([ERROR, WARNING], True, True, "1 error, 1 warning."),
    ],
)
def test_the_end_of_a_check(findings: list[Finding], strict: bool, fails: bool, line: str) -> None:
    assert summary.fails(findings, strict=strict) is fails
    assert summary.checked(findings, strict=strict) == line


@pytest.mark.parametrize(
    ("findings", "strict", "of", "line"),
    [
        ([ERROR, WARNING], False, "14:02", "1 error, 1 warning. No PDF was written; out/b.pdf of 14:02 is unchanged."),
        ([ERROR], False, None, "1 error. No PDF was written."),
        ([WARNING], True, None, "1 warning (with --strict, warnings count as errors). No PDF was written."),
        ([ERROR, NOTE], False, None, "1 error. No PDF was written. 1 note; `booklet check` shows it."),
    ],
)
def test_the_end_of_a_failed_make(findings: list[Finding], strict: bool, of: str | None, line: str) -> None:
    assert summary.not_made(findings, "out/b.pdf", of, strict=strict, notes_shown=False) == line


@pytest.mark.parametrize(
    ("findings", "shown", "line"),
    [
        ([], False, WHAT),
        ([NOTE] * 4, False, f"{WHAT}\n4 notes; `booklet check` shows them."),
        ([WARNING, NOTE, NOTE], False, f"{WHAT}\n1 warning. 2 notes; `booklet check` shows them."),
        ([WARNING, NOTE], True, f"{WHAT}\n1 warning. 1 note."),
    ],
)
def test_the_end_of_a_make(findings: list[Finding], shown: bool, line: str) -> None:
    assert summary.made(findings, WHAT, notes_shown=shown) == line


def test_what_was_made() -> None:
    assert summary.facts("out/booklet.pdf", 8, "A4", 91_900) == WHAT
    assert summary.facts("b.pdf", 1, None, 1_940_000) == "b.pdf  1 page  1.9 MB"


@pytest.mark.parametrize(
    ("octets", "text"), [(1, "1 kB"), (999_499, "999 kB"), (999_500, "1.0 MB"), (7_300_000, "7.3 MB")]
)
def test_sizes(octets: int, text: str) -> None:
    assert summary.size(octets) == text


def test_the_date_is_told_when_it_is_not_today() -> None:
    now = datetime(2026, 4, 23, 15, 0, tzinfo=UTC)
    assert summary.moment(datetime(2026, 4, 23, 14, 2, tzinfo=UTC), now) == "14:02"
    assert summary.moment(datetime(2026, 4, 22, 14, 2, tzinfo=UTC), now) == "2026-04-22 14:02"


def test_progress_waits_and_clears_its_line() -> None:
    seconds = iter([0.0, 0.5, 1.2, 2.0])
    written: list[str] = []
    tell = rewritten(written.append, lambda: next(seconds))
    tell("setting abstracts", 1, 9)
    tell("setting abstracts", 5, 9)
    tell("setting abstracts", 9, 9)
    assert written == [f"{CLEAR}setting abstracts 5/9", CLEAR]


def test_progress_as_a_list_names_each_stage_once() -> None:
    seconds = iter([0.0, 0.25, 1.5])
    written: list[str] = []
    tell = listed(written.append, lambda: next(seconds))
    for done in range(3):
        tell("reading", done, 3)
    tell("binding", 0, 1)
    assert written == ["  0.25 s  reading\n", "  1.50 s  binding\n"]


def test_the_report_of_a_bug_tells_no_folders_of_the_user(tmp_path: Path) -> None:
    file = tmp_path / "home" / "jane" / "booklet" / "reading" / "broken.py"
    code = compile("def fall():\n    raise KeyError('x')\n", str(file), "exec")
    names: dict[str, object] = {}
    exec(code, names)
    with pytest.raises(KeyError) as caught:
        names["fall"]()  # type: ignore[operator]
    assert bug_sentence(caught.value).startswith("this is a bug in booklet ")
    assert bug_sentence(caught.value).endswith("(KeyError in booklet/reading/broken.py, line 2)")
    report = bug_report(caught.value)
    assert 'File "booklet/reading/broken.py", line 2, in fall' in report
    assert "KeyError: 'x'" in report
    assert "jane" not in report


def test_what_is_accepted_is_counted() -> None:
    assert summary.checked([], strict=False, accepted=2) == "No errors, no warnings, 2 accepted."
    assert summary.made([], "out/b.pdf", notes_shown=False, accepted=1) == "out/b.pdf\n1 accepted."
    assert summary.made([WARNING], "out/b.pdf", notes_shown=False, accepted=1) == "out/b.pdf\n1 warning, 1 accepted."
