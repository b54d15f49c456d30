"""Findings in each of the four forms."""

import json
import re
from pathlib import Path

import pytest

from booklet.codes import EMPTY_PROGRAM, NO_PRESENTER, OVERLAP, UNKNOWN_KEY
from booklet.finding import Finding
from booklet.place import Place
from booklet.plain_dataclasses import replace
from booklet.reporting.formats import FORMATS
from booklet.reporting.report import Report

PAYLOADS = Path(__file__).parents[3] / "shared" / "adversarial" / "text" / "payloads.json"
FILE = "content/talks/alexe.md"
TYPO = Finding(
    UNKNOWN_KEY,
    'unknown key "tilte"',
    Place(FILE, 2, 1, 6),
    hint='did you mean "title"?',
    path=("tilte",),
    talk="alexe",
)
CLASH = Finding(
    OVERLAP,
    '"Opening" and "AI-DOP" overlap in session ml (07:00–07:10, 07:05–07:25)',
    Place("content/program.yaml", 9, 9, 16),
    also=(Place("content/program.yaml", 10, 9, 15),),
)
EMPTY = Finding(EMPTY_PROGRAM, "the program has no sessions", hint="add sessions to content/program.yaml")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content" / "talks").mkdir(parents=True)
    (tmp_path / FILE).write_text('---\ntilte: "AI-DOP: …"\n---\nText.\n', encoding="utf-8")
    return tmp_path


def shown(form: str, report: Report) -> str:
    """The report with the project folder written as the dot that it would be for the user."""
    return FORMATS[form](report).replace(f"{report.folder.as_posix()}/", "")


def test_text_is_message_place_excerpt_and_caret_row(project: Path) -> None:
    assert shown("text", Report((TYPO, CLASH, EMPTY), project)) == (
        'error[C014]: unknown key "tilte"\n'
        "  content/talks/alexe.md:2:1\n"
        '      2 | tilte: "AI-DOP: …"\n'
        '        | ^^^^^ did you mean "title"?\n'
        'warning[K040]: "Opening" and "AI-DOP" overlap in session ml (07:00–07:10, 07:05–07:25)\n'
        "  content/program.yaml:9:9 and content/program.yaml:10:9\n"
        "warning[K030]: the program has no sessions\n"
        "  help: add sessions to content/program.yaml\n"
    )


def test_text_in_color_is_the_same_text_with_colors(project: Path) -> None:
    plain = FORMATS["text"](Report((TYPO, CLASH), project))
    colored = FORMATS["text"](Report((TYPO, CLASH), project, color=True))
    assert colored.startswith("\x1b[1;31merror[C014]\x1b[0m: unknown key")
    for code in ("1;31", "1;33", "34", "0"):
        assert f"\x1b[{code}m" in colored
        colored = colored.replace(f"\x1b[{code}m", "")
    assert colored == plain


def test_text_without_the_line_shows_the_hint_below_the_place(project: Path) -> None:
    gone = Finding(UNKNOWN_KEY, "unknown key", Place("content/gone.yaml", 4, 2), hint="remove it")
    assert (
        shown("text", Report((gone,), project))
        == "error[C014]: unknown key\n  content/gone.yaml:4:2\n  help: remove it\n"
    )


def test_text_gives_a_long_hint_its_own_row(project: Path) -> None:
    long = Finding(UNKNOWN_KEY, "unknown key", Place(FILE, 2, 1, 6), hint="h" * 95)
    assert shown("text", Report((long,), project)).endswith(f"        | ^^^^^\n        | {'h' * 95}\n")


@pytest.mark.parametrize(
    ("number", "places"),
    [(1, "a:1:1 and a:2:1"), (3, "a:1:1, a:2:1, a:3:1 and a:4:1"), (9, "a:1:1, a:2:1, a:3:1, a:4:1, a:5:1 and 5 more")],
)
def test_text_lists_further_places(project: Path, number: int, places: str) -> None:
    also = tuple(Place("a", line) for line in range(2, number + 2))
    finding = Finding(OVERLAP, "overlap", Place("a", 1), also=also)
    assert shown("text", Report((finding,), project)).splitlines()[1] == f"  {places}"


def test_the_one_that_matters_is_among_fifty(project: Path) -> None:
    """Sixty of a kind hide neither the error that stops the booklet nor a note of another kind."""
    many = tuple(Finding(EMPTY_PROGRAM, f"number {n}") for n in range(60))
    text = FORMATS["text"](Report((*many, TYPO, Finding(NO_PRESENTER, "nobody")), project))
    assert text.count("warning[K030]: number ") == 48
    assert text.index('error[C014]: unknown key "tilte"') < text.index("note[K023]: nobody")
    assert [row.split("×")[0].strip() for row in text.splitlines()[-3:]] == ["1", "60", "1"]


@pytest.mark.parametrize(("number", "blocks", "last"), [(50, 50, None), (51, 50, 1), (162, 50, 112)])
def test_text_stops_after_fifty(project: Path, number: int, blocks: int, last: int | None) -> None:
    findings = tuple(Finding(EMPTY_PROGRAM, f"number {n}") for n in range(number))
    rows = FORMATS["text"](Report(findings, project)).splitlines()
    assert len([row for row in rows if row.startswith("warning[K030]")]) == blocks
    if last:
        assert rows[-2] == f"50 of {number} findings are shown; --format short shows all. Of each kind there are:"
        assert rows[-1] == f"{number:>7} × warning[K030]: program without sessions or items"
    assert len(FORMATS["short"](Report(findings, project)).splitlines()) == number


def test_short_is_a_line_for_each(project: Path) -> None:
    assert shown("short", Report((TYPO, CLASH, EMPTY), project)) == (
        'content/talks/alexe.md:2:1: error C014: unknown key "tilte" (did you mean "title"?)\n'
        'content/program.yaml:9:9: warning K040: "Opening" and "AI-DOP" overlap in session ml '
        "(07:00–07:10, 07:05–07:25); also content/program.yaml:10:9\n"
        "warning K030: the program has no sessions (add sessions to content/program.yaml)\n"
    )


def test_json_is_one_versioned_object(project: Path) -> None:
    text = FORMATS["json"](Report((replace(TYPO, also=CLASH.also), EMPTY), project, ok=False))
    assert text.endswith("}\n")
    assert text.count("\n") == 1
    assert json.loads(text) == {
        "version": 1,
        "ok": False,
        "output": None,
        "accepted": 0,
        "findings": [
            {
                "code": "C014",
                "severity": "error",
                "file": "content/talks/alexe.md",
                "line": 2,
                "column": 1,
                "end_column": 6,
                "also": [{"file": "content/program.yaml", "line": 10, "column": 9, "end_column": 15}],
                "path": ["tilte"],
                "talk": "alexe",
                "message": 'unknown key "tilte"',
                "hint": 'did you mean "title"?',
            },
            {
                "code": "K030",
                "severity": "warning",
                "file": None,
                "line": None,
                "column": None,
                "end_column": None,
                "also": [],
                "path": [],
                "talk": None,
                "message": "the program has no sessions",
                "hint": "add sessions to content/program.yaml",
            },
        ],
    }


def test_json_tells_what_was_written(project: Path) -> None:
    made = json.loads(FORMATS["json"](Report((), project, ok=True, output=Path("out") / "booklet.pdf", accepted=2)))
    assert made == {"version": 1, "ok": True, "output": "out/booklet.pdf", "accepted": 2, "findings": []}


def test_github_commands(project: Path) -> None:
    note = Finding(NO_PRESENTER, "100 % of x", Place("content/talks/a,b:c.md", 1, 2, 4))
    assert shown("github", Report((TYPO, CLASH, EMPTY, note), project)) == (
        "::error file=content/talks/alexe.md,line=2,col=1,endColumn=6,title=C014 unknown key"
        '::unknown key "tilte" (did you mean "title"?)\n'
        "::warning file=content/program.yaml,line=9,col=9,endColumn=16,title=K040 items overlap"
        '::"Opening" and "AI-DOP" overlap in session ml (07:00–07:10, 07:05–07:25); also content/program.yaml:10:9\n'
        "::warning title=K030 program without sessions or items"
        "::the program has no sessions (add sessions to content/program.yaml)\n"
        "::notice file=content/talks/a%2Cb%3Ac.md,line=1,col=2,endColumn=4,title=K023 no presenter marked::100 %25 of x\n"
    )


def hostile(text: str, folder: Path) -> Report:
    talk = folder / "content" / "talks"
    talk.mkdir(parents=True, exist_ok=True)
    (talk / "x.md").write_text(text.replace("\0", ""), encoding="utf-8", errors="replace", newline="")
    place = Place("content/talks/x.md", 1, 1, 30)
    return Report((Finding(UNKNOWN_KEY, f'unknown key "{text}"', place, hint=text, path=(text,), talk=text),), folder)


OWN_PAYLOADS = [
    "\x1b[2J\x1b]0;owned\x07",
    "a\n::error file=x::forged",
    "a\r\n2 | forged line",
    "%0A::set-output name=x::y",
    "\u202etxt.exe\u2066",
    "\x9b31m",
    '","ok":true,"x":"',
    "\x7f\x00 \ud800",
    "{0} %s {folder}",
]


@pytest.mark.parametrize("text", OWN_PAYLOADS)
def test_hostile_content_stays_content(text: str, tmp_path: Path) -> None:
    assert_harmless(text, tmp_path)


@pytest.mark.skipif(not PAYLOADS.is_file(), reason="shared/adversarial is not beside this checkout")
def test_shared_hostile_content_stays_content(tmp_path: Path) -> None:
    for payload in json.loads(PAYLOADS.read_text(encoding="utf-8")):
        assert_harmless(payload["text"][:5000], tmp_path)


def assert_harmless(text: str, folder: Path) -> None:
    """No form lets the text begin a line, steer a terminal, forge a command, or break the object."""
    report = hostile(text, folder)
    for form in FORMATS:
        written = FORMATS[form](report)
        assert not {c for c in written if c < " " or "\x7f" <= c < "\xa0" or "\u202a" <= c <= "\u202e"} - {"\n"}, form
    assert len(FORMATS["text"](report).splitlines()) <= 5
    assert len(FORMATS["short"](report).splitlines()) == 1
    command = FORMATS["github"](report)
    assert command.startswith("::error file=")
    assert len(command.splitlines()) == 1
    (record,) = json.loads(FORMATS["json"](report))["findings"]
    exact = re.sub("[\ud800-\udfff]", "\ufffd", text)  # no half of a surrogate pair, which strict readers refuse
    assert record["path"] == [exact]
    assert record["talk"] == exact
