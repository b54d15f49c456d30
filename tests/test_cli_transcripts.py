"""Commands do what the transcripts and the tutorial say: tests/transcripts/*.md and docs/tutorial.md are run.

In a page, a block with a file name after its language is that file; a `console` block holds commands after `$` and what they
print, both streams as a terminal shows them, with `…` for what differs from run to run, and `exit N` where that is not 0.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TUTORIAL = HERE.parent / "docs" / "tutorial.md"
_BLOCK = re.compile(r"^```(\w*)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(text: str) -> Iterator[tuple[str, str, str]]:
    """Language, file name and content of every block."""
    for found in _BLOCK.finditer(text):
        yield found[1], found[2] or "", found[3]


def calls(console: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block with what it is to print."""
    for part in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        yield command, expected


def run(command: str, folder: Path) -> str:
    """What a terminal would show: both streams in order, and the exit code when it is not 0."""
    words = command.split()
    assert words[0] == "booklet"
    environment = {
        name: value for name, value in os.environ.items() if name not in {"FORCE_COLOR", "SOURCE_DATE_EPOCH"}
    }
    ended = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return ended.stdout + (f"exit {ended.returncode}\n" if ended.returncode else "")


def agrees(expected: str, shown: str) -> bool:
    """Whether the text is as expected, `…` standing for anything on one line."""
    pattern = ".*".join(re.escape(part) for part in expected.split("…"))
    return re.fullmatch(pattern, shown) is not None


@pytest.mark.parametrize("page", sorted((HERE / "transcripts").glob("*.md")), ids=lambda page: page.stem)
def test_transcript(page: Path, tmp_path: Path) -> None:
    ran = 0
    for language, name, content in blocks(page.read_text(encoding="utf-8")):
        if name:
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        elif language == "console":
            for command, expected in calls(content):
                ran += 1
                shown = run(command, tmp_path)
                assert agrees(expected, shown), f"$ {command}\n{shown}"
    assert ran


def test_the_tutorial_can_be_followed(tmp_path: Path) -> None:
    assert "Next: booklet make meeting\n" in run("booklet new meeting", tmp_path)
    project = tmp_path / "meeting"
    assert run("booklet make --strict", project).startswith("out/booklet.pdf  ")
    for file in (project / "content" / "talks").iterdir():
        file.unlink()
    names = []
    for _, name, content in blocks(TUTORIAL.read_text(encoding="utf-8")):
        if name:
            names.append(name)
            (project / name).write_text(content, encoding="utf-8")
    assert names == ["content/event.yaml", "content/talks/lopez.md", "content/talks/tanaka.md", "content/program.yaml"]
    assert run("booklet check --strict", project) in {"No errors, no warnings.\n", "1 note.\n"}
    assert run("booklet make --strict", project).startswith("out/booklet.pdf  ")
    talk = project / "content" / "talks" / "lopez.md"
    talk.write_text(talk.read_text(encoding="utf-8").replace("title:", "tilte:"), encoding="utf-8")
    (told,) = [content for _, _, content in blocks(TUTORIAL.read_text(encoding="utf-8")) if content.startswith("error")]
    assert run("booklet check", project).startswith(told)


def test_what_booklet_new_makes_gives_no_findings(tmp_path: Path) -> None:
    run("booklet new meeting", tmp_path)
    assert run("booklet check --strict meeting", tmp_path) == "No errors, no warnings.\n"
    first = run("booklet make --strict meeting", tmp_path)
    made = (tmp_path / "meeting" / "out" / "booklet.pdf").read_bytes()
    assert re.fullmatch(r"meeting/out/booklet.pdf  \d+ pages  A4  \d+ kB\n", first)
    assert run("booklet make --strict meeting", tmp_path) == first
    assert (tmp_path / "meeting" / "out" / "booklet.pdf").read_bytes() == made


@pytest.mark.parametrize(
    ("expected", "shown", "agree"),
    [
        ("a\n", "a\n", True),
        ("a\n", "b\n", False),
        ("of … is\n", "of 14:02 is\n", True),
        ("of … is\n", "of 14:02\n is\n", False),
        ("a.c\n", "abc\n", False),
    ],
)
def test_agreement_is_exact_but_for_the_dots(expected: str, shown: str, agree: bool) -> None:
    assert agrees(expected, shown) is agree


def test_exit_codes_are_part_of_a_transcript(tmp_path: Path) -> None:
    assert run("booklet mak", tmp_path).endswith("Did you mean 'make'?\nexit 2\n")
    assert list(calls("$ booklet a\nx\n$ booklet b\n")) == [("booklet a", "x\n"), ("booklet b", "")]
