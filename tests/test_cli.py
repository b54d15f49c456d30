"""The command line: what it prints where, and how it ends. `booklet.make` is set to plain functions to reach every end."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from booklet import __version__
from booklet.cli import SCHEMA_KINDS, commands, main
from booklet.codes import CODES, NO_ABSTRACT, NO_PRESENTER, UNKNOWN_KEY
from booklet.errors import DefectError, FileError, WrongUseError
from booklet.finding import Finding
from booklet.job import Job
from booklet.make import Outcome
from booklet.place import Place

TYPO = Finding(UNKNOWN_KEY, 'unknown key "tilte"', Place("content/event.yaml", 1, 1, 6), hint='did you mean "title"?')
WARNING = Finding(NO_ABSTRACT, "no abstract", Place("content/event.yaml", 1))
NOTE = Finding(NO_PRESENTER, "no presenter", Place("content/event.yaml", 1))


@dataclass(frozen=True)
class Ended:
    """What one call of the command gave."""

    code: int
    out: str
    err: str


@pytest.fixture
def booklet(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Call the command inside this process."""

    def call(*arguments: str) -> Ended:
        with pytest.raises(SystemExit) as left:
            main(list(arguments))
        said = capsys.readouterr()
        assert isinstance(left.value.code, int | None)
        return Ended(left.value.code or 0, said.out, said.err)

    return call


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder that is the current folder, with a clean environment."""
    (tmp_path / "content").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "content" / "event.yaml").write_text("tilte: x\n")
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH", "TERM"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Job]]:
    """Let both commands find these findings; the list gathers the jobs they were given."""

    def find(*findings: Finding, raised: BaseException | None = None) -> list[Job]:
        seen: list[Job] = []

        def check(job: Job) -> Outcome:
            seen.append(job)
            if raised:
                raise raised
            return Outcome(findings)

        def make(job: Job, progress: Callable[[str, int, int], None]) -> Outcome:
            progress("setting abstracts", 1, 2)
            check(job)
            if any(finding.severity.value == "error" for finding in findings):
                return Outcome(findings)
            job.pdf.write_bytes(b"%PDF" + bytes(91_900))
            return Outcome(findings, job.pdf, 8, "A4")

        monkeypatch.setattr("booklet.make.check", check)
        monkeypatch.setattr("booklet.make.make", make)
        return seen

    return find


def test_alone_it_prints_its_help(booklet: Callable[..., Ended]) -> None:
    alone = booklet()
    assert alone == booklet("--help") == booklet("-h")
    assert alone.code == 0
    assert all(f"\n  {name} " in alone.out for name in commands.commands)


def test_version(booklet: Callable[..., Ended]) -> None:
    assert booklet("--version") == Ended(0, f"booklet {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["mak"], "Did you mean 'make'?"),
        (["explian", "C014"], "'explain'"),
        (["make", "--papper", "A4"], "Did you mean '--paper'?"),
        (["check", "--format", "xml"], "'text', 'short', 'json', 'github'"),
        (["check", "-o", "x.pdf"], "-o"),
        (["make", "a", "b"], "unexpected extra argument"),
        (["new"], "Missing argument 'DIR'"),
        (["schema", "talks"], "'talk'"),
        (["completion", "tcsh"], "'fish'"),
        (["make", "--max-size", "7"], '--max-size "7" is not a size; write it like 7MB or 900kB'),
        (["make", "--max-size", "0 MB"], "is not a size"),
        (["make", "--max-size", "٣MB"], "is not a size"),
        (["check", "--max-size", "7MB"], "--max-size"),
        (["explain", "Z001"], "`booklet explain` lists all codes"),
        (["explain", "C013"], "did you mean C012?"),
    ],
)
def test_wrong_use_is_2_with_a_remedy(booklet: Callable[..., Ended], arguments: list[str], told: str) -> None:
    ended = booklet(*arguments)
    assert ended.code == 2
    assert told in ended.err
    assert ended.out == ""


def test_make_tells_the_file_and_counts_the_notes(
    booklet: Callable[..., Ended], project: Path, jobs: Callable[..., list[Job]]
) -> None:
    jobs(WARNING, NOTE, NOTE)
    ended = booklet("make")
    assert ended == Ended(
        0,
        "",
        "warning[K020]: no abstract\n  content/event.yaml:1:1\n      1 | tilte: x\n        | ^\n\n"
        "out/booklet.pdf  8 pages  A4  92 kB\n1 warning. 2 notes; `booklet check` shows them.\n",
    )


def test_make_with_errors_leaves_the_old_file_and_says_so(
    booklet: Callable[..., Ended], project: Path, jobs: Callable[..., list[Job]]
) -> None:
    jobs(TYPO, WARNING)
    assert booklet("make").err.endswith("\n\n1 error, 1 warning. No PDF was written.\n")
    (project / "out" / "booklet.pdf").write_bytes(b"old")
    noon = datetime(2020, 4, 23, 12, 0, tzinfo=UTC).timestamp()
    os.utime(project / "out" / "booklet.pdf", (noon, noon))
    ended = booklet("make")
    assert ended.code == 1
    assert "No PDF was written; out/booklet.pdf of 2020-04-2" in ended.err
    assert ended.err.endswith(" is unchanged.\n")


def test_check_shows_notes_too(booklet: Callable[..., Ended], project: Path, jobs: Callable[..., list[Job]]) -> None:
    jobs(NOTE)
    ended = booklet("check")
    assert ended.code == 0
    assert ended.err.startswith("note[K023]: no presenter\n")
    assert ended.err.endswith("\n\n1 note.\n")
    jobs()
    assert booklet("check") == Ended(0, "", "No errors, no warnings.\n")


@pytest.mark.parametrize("command", ["make", "check"])
@pytest.mark.parametrize(
    ("finding", "strict", "code"), [(WARNING, False, 0), (WARNING, True, 1), (NOTE, True, 0), (TYPO, False, 1)]
)
def test_content_decides_between_0_and_1(
    booklet: Callable[..., Ended],
    project: Path,
    jobs: Callable[..., list[Job]],
    command: str,
    finding: Finding,
    strict: bool,
    code: int,
) -> None:
    (seen,) = [jobs(finding)]
    assert booklet(command, *["--strict"] * strict).code == code
    assert seen[0].strict is strict


@pytest.mark.parametrize("command", ["make", "check"])
@pytest.mark.parametrize(
    ("raised", "code", "told"),
    [
        (WrongUseError("no such\x1b style"), 2, "error: no suchU+001B style\n"),
        (FileError("disk full"), 3, "error: disk full\n"),
        (
            PermissionError(13, "Permission denied", "x.pdf"),
            3,
            'error: cannot read or write "x.pdf": Permission denied\n',
        ),
        (DefectError("a link is dead"), 4, "error: a link is dead\n"),
        (KeyboardInterrupt(), 130, "\n"),
    ],
)
def test_each_end_has_its_code(
    booklet: Callable[..., Ended],
    project: Path,
    jobs: Callable[..., list[Job]],
    command: str,
    raised: BaseException,
    code: int,
    told: str,
) -> None:
    jobs(raised=raised)
    assert booklet(command) == Ended(code, "", told)


def test_a_bug_is_one_sentence_and_a_report(
    booklet: Callable[..., Ended], project: Path, jobs: Callable[..., list[Job]]
) -> None:
    jobs(raised=KeyError("a\x1bb"))
    ended = booklet("check")
    report = project / "out" / "booklet-report.txt"
    assert ended.code == 4
    assert ended.err.startswith(f"error: this is a bug in booklet {__version__} (KeyError in ")
    assert ended.err.endswith("; the report is in out/booklet-report.txt\n")
    assert ended.err.count("\n") == 1
    assert "KeyError" in report.read_text(encoding="utf-8")
    assert "Traceback (most recent call last)" in booklet("check", "-v").err
    report.unlink()
    (project / "out").rmdir()
    assert booklet("check").err.endswith(")\n")
    assert sorted(path.name for path in project.iterdir()) == ["content"]


@pytest.mark.parametrize(("form", "stream"), [("text", "err"), ("short", "err"), ("json", "out"), ("github", "out")])
@pytest.mark.parametrize("command", ["make", "check"])
def test_data_goes_to_stdout_and_messages_to_stderr(
    booklet: Callable[..., Ended], project: Path, jobs: Callable[..., list[Job]], command: str, form: str, stream: str
) -> None:
    jobs(TYPO)
    ended = booklet(command, "--format", form)
    assert ended.code == 1
    assert "C014" in getattr(ended, stream)
    assert "C014" not in (ended.out if stream == "err" else ended.err)
    if form == "json":
        assert ended.err == ""
        assert json.loads(ended.out)["ok"] is False


def test_json_shows_notes_and_the_file(
    booklet: Callable[..., Ended], project: Path, jobs: Callable[..., list[Job]]
) -> None:
    jobs(NOTE)
    made = json.loads(booklet("make", "--format", "json").out)
    assert (made["ok"], made["output"], len(made["findings"])) == (True, "out/booklet.pdf", 1)


@pytest.mark.parametrize(
    ("arguments", "err"),
    [
        (["make", "-q"], ""),
        (["check", "-q"], ""),
        (["check", "-q", "--format", "short"], ""),
        (["check", "--format", "short"], "No errors, no warnings.\n"),
    ],
)
def test_quiet_is_silent_about_success(
    booklet: Callable[..., Ended], project: Path, jobs: Callable[..., list[Job]], arguments: list[str], err: str
) -> None:
    jobs()
    assert booklet(*arguments) == Ended(0, "", err)


def test_verbose_names_the_stages(booklet: Callable[..., Ended], project: Path, jobs: Callable[..., list[Job]]) -> None:
    jobs()
    first, second = booklet("make", "-v").err.splitlines()
    assert first.endswith(" s  setting abstracts")
    assert second.startswith("out/booklet.pdf  8 pages")


def test_options_become_the_job(booklet: Callable[..., Ended], project: Path, jobs: Callable[..., list[Job]]) -> None:
    seen = jobs()
    booklet("make", ".", "--paper", "A5", "--style", "large", "--only", "alexe, finn,", "-o", "x.pdf", "--strict")
    assert seen == [Job(Path(), "A5", "large", ("alexe", "finn"), Path("x.pdf"), strict=True)]
    assert (project / "x.pdf").is_file()


@pytest.mark.parametrize("command", ["make", "check"])
@pytest.mark.parametrize("ids", ["", " ", " ,,"])
def test_only_needs_ids(
    booklet: Callable[..., Ended], project: Path, jobs: Callable[..., list[Job]], command: str, ids: str
) -> None:
    seen = jobs()
    assert booklet(command, "--only", ids) == Ended(
        2, "", f'error: --only "{ids}" names no talk; ids are the names of the files in content/talks\n'
    )
    assert seen == []


def test_places_are_shown_from_where_the_user_is(
    booklet: Callable[..., Ended], project: Path, jobs: Callable[..., list[Job]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.parent)
    jobs(TYPO)
    assert booklet("check", project.name, "--format", "short").err.startswith(
        f"{project.name}/content/event.yaml:1:1: "
    )


@pytest.mark.parametrize(
    ("value", "date"),
    [("0", datetime(1970, 1, 1, tzinfo=UTC)), ("1776924000", datetime(2026, 4, 23, 6, tzinfo=UTC)), ("", None)],
)
def test_the_date_comes_from_the_environment(
    booklet: Callable[..., Ended],
    project: Path,
    jobs: Callable[..., list[Job]],
    monkeypatch: pytest.MonkeyPatch,
    value: str,
    date: datetime | None,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    seen = jobs()
    assert booklet("check").code == 0
    assert seen[0].date == date


@pytest.mark.parametrize("value", ["yesterday", "-1", "1.5", "9" * 30, "1_0", "١", " "])
def test_a_malformed_date_is_wrong_use(
    booklet: Callable[..., Ended], project: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    ended = booklet("check")
    assert ended.code == 2
    assert "SOURCE_DATE_EPOCH" in ended.err


@pytest.mark.parametrize(
    ("environment", "option", "colored"),
    [
        ({}, "auto", False),
        ({"FORCE_COLOR": "1"}, "auto", True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "auto", False),
        ({"NO_COLOR": "1"}, "always", True),
        ({"FORCE_COLOR": "1"}, "never", False),
    ],
)
def test_colors(
    booklet: Callable[..., Ended],
    project: Path,
    jobs: Callable[..., list[Job]],
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    option: str,
    colored: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    jobs(TYPO)
    assert ("\x1b[1;31m" in booklet("check", "--color", option).err) is colored
    assert "\x1b" not in booklet("check", "--color", option, "--format", "json").out


@pytest.mark.parametrize(
    ("output", "code", "told"),
    [
        ("out", 2, "is a folder"),
        ("/dev/null", 2, "is not a file"),
        ("content/event.yaml", 2, "is part of content/"),
        ("content/new.pdf", 2, "is part of content/"),
        ("out/../content/event.yaml", 2, "is part of content/"),
        ("hard.pdf", 2, "is part of content/"),
        ("soft.pdf", 2, "is part of content/"),
        ("nowhere/x.pdf", 3, 'there is no folder "nowhere"'),
    ],
)
def test_the_output_is_never_an_input(
    booklet: Callable[..., Ended], project: Path, jobs: Callable[..., list[Job]], output: str, code: int, told: str
) -> None:
    (project / "hard.pdf").hardlink_to(project / "content" / "event.yaml")
    (project / "soft.pdf").symlink_to(project / "content" / "event.yaml")
    seen = jobs()
    ended = booklet("make", "-o", output)
    assert ended.code == code
    assert told in ended.err
    assert seen == []
    assert (project / "content" / "event.yaml").read_text() == "tilte: x\n"


@pytest.mark.parametrize("command", ["make", "check", "fonts"])
@pytest.mark.parametrize(
    ("folder", "code", "told"),
    [
        ("nowhere", 3, 'there is no folder "nowhere"'),
        ("out", 2, "`booklet new DIR` starts a project"),
        ("content", 2, "give the folder above it"),
        ("content/event.yaml", 3, "there is no folder"),
    ],
)
def test_a_folder_that_is_no_project(
    booklet: Callable[..., Ended], project: Path, command: str, folder: str, code: int, told: str
) -> None:
    ended = booklet(command, folder)
    assert ended.code == code
    assert told in ended.err


def test_new_makes_a_project_once(
    booklet: Callable[..., Ended], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = booklet("new", "conf")
    assert ended.code == 0
    assert ended.out.startswith("Made conf/\n  content/booklet.yaml\n  content/event.yaml\n")
    assert ended.out.endswith("\nNext: booklet make conf\n")
    assert all((tmp_path / "conf" / line.strip()).is_file() for line in ended.out.splitlines() if line.startswith("  "))
    files = {path: path.read_bytes() for path in (tmp_path / "conf").rglob("*") if path.is_file()}
    assert all(data.startswith(b"# ") for path, data in files.items() if path.suffix == ".yaml")
    again = booklet("new", "conf")
    assert again == Ended(2, "", 'error: "conf" is not empty; give the name of a new folder\n')
    assert files == {path: path.read_bytes() for path in files}
    (tmp_path / "empty").mkdir()
    assert booklet("new", "empty").code == 0


def test_new_never_replaces_a_file(booklet: Callable[..., Ended], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert booklet("new", str(tmp_path / "file")).code == 2
    assert booklet("new", str(tmp_path / "file" / "below")).code == 3
    assert (tmp_path / "file").read_text() == "mine"


def test_explain_prints_the_section_of_a_code(booklet: Callable[..., Ended]) -> None:
    ended = booklet("explain", "c14")
    assert ended.out.startswith("C014 unknown key\n\nSeverity: error\n\nWhat: ")
    assert ended.out.endswith("    title: A learned path      # right\n")
    assert "lists all keys" in ended.out
    assert "```" not in ended.out
    assert ended.code == 0


@pytest.mark.parametrize("code", CODES, ids=str)
def test_every_code_can_be_explained(booklet: Callable[..., Ended], code: object) -> None:
    assert booklet("explain", str(code)).out.startswith(f"{code} ")


def test_explain_alone_lists_the_codes(booklet: Callable[..., Ended]) -> None:
    rows = booklet("explain").out.splitlines()
    assert len(rows) == len(CODES)
    assert "C014  error    unknown key" in rows


@pytest.mark.parametrize("kind", SCHEMA_KINDS)
def test_schemas_are_data(booklet: Callable[..., Ended], kind: str) -> None:
    ended = booklet("schema", kind)
    assert ended.code == 0
    assert json.loads(ended.out)["type"] == "object"
    assert json.loads(booklet("schema").out)[kind] == json.loads(ended.out)


def test_doctor_finds_this_machine_ready(
    booklet: Callable[..., Ended], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = booklet("doctor")
    facts = json.loads(booklet("doctor", "--format", "json").out)
    assert text.code == 0, text.out
    assert facts["ok"] is True
    assert {"booklet", "Python", "tzdata", "fonts", "styles", "writing"} <= {fact["name"] for fact in facts["facts"]}
    assert all(row.startswith("ok   ") for row in text.out.splitlines())
    assert list(tmp_path.iterdir()) == []


def test_doctor_says_what_is_amiss(
    booklet: Callable[..., Ended], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("booklet.shipped.fonts_folder", lambda: tmp_path / "none")
    ended = booklet("doctor")
    assert ended.code == 1
    assert "bad  fonts            0 of 0 files in 0 families\n" in ended.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(booklet: Callable[..., Ended], shell: str) -> None:
    script = booklet("completion", shell).out
    assert f"_BOOKLET_COMPLETE={shell}_complete" in script


def started(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_all_is_said_before_the_process_ends() -> None:
    """It ends without what Python does at its end, so nothing may be left for that to write."""
    ended = started("-m", "booklet", "schema")
    assert (ended.returncode, set(json.loads(ended.stdout))) == (0, set(SCHEMA_KINDS))
    ended = started(
        "-c", "import atexit, booklet.cli as c; atexit.register(print, 'late'); c.process()", "explain", "T001"
    )
    assert (ended.returncode, ended.stdout[:5], "late" in ended.stdout) == (0, "T001 ", False)


def test_a_reader_who_leaves() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "booklet", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdout.close()
    assert (process.wait(60), process.stderr.read()) == (1, b"")
    process.stderr.close()


def test_completion_answers() -> None:
    answer = started("-m", "booklet", _BOOKLET_COMPLETE="bash_complete", COMP_WORDS="booklet ch", COMP_CWORD="1")
    assert answer.stdout == "plain,check\n"


def test_help_imports_nothing_slow() -> None:
    code = (
        "import sys, booklet.cli\n"
        "try: booklet.cli.main(['make', '--help'])\n"
        "except SystemExit: pass\n"
        "slow = {'reportlab', 'yaml', 'pypdf', 'PIL', 'uharfbuzz', 'fontTools', 'babel', 'markdown_it'}\n"
        "print(sorted(slow & set(sys.modules)), file=sys.stderr)"
    )
    ended = started("-c", code)
    assert ended.stderr == "[]\n"
    assert ended.stdout.startswith("Usage: booklet make")


def test_a_terminal_that_lacks_letters_is_no_error() -> None:
    ended = started("-m", "booklet", "explain", "T001", PYTHONIOENCODING="ascii")
    assert ended.returncode == 0
    assert ended.stderr == ""
    assert ended.stdout.startswith("T001 ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_below_stdout_is_3() -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "booklet", "explain"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert ended.returncode == 3
    assert ended.stderr.startswith("error: cannot read or write the output: ")
    assert "No space left on device" in ended.stderr


@pytest.mark.parametrize(
    ("words", "closed", "code"),
    [
        ("--version", "1>&-", 0), ("--version", "2>&-", 0), ("explain T001", "1>&- 2>&-", 0),
        ("--help", "1>/dev/full", 3), ("explain NOPE", "2>/dev/full", 3),
    ],
)  # fmt: skip
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_streams_that_cannot_be_written(words: str, closed: str, code: int) -> None:
    """Closed by the caller, they swallow what is said; on a full disk, the run fails in words."""
    command = f"exec {sys.executable} -m booklet {words} {closed}"
    ended = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert ended.returncode == code
    assert "Traceback" not in ended.stdout + ended.stderr
    assert ended.stderr == "" or ended.stderr.startswith("error: cannot read or write the output: ")
