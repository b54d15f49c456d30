"""A place becomes its line, cut so that the stretch stays in sight."""

import os
from pathlib import Path

import pytest

from booklet.place import Place
from booklet.reporting.excerpt import WIDTH, excerpt, read_lines
from booklet.reporting.visible import cells


def columns(text: str) -> int:
    return sum(width for _, width in cells(text))


def cut(line: str, column: int, end_column: int) -> tuple[str, str]:
    """The shown line, and the part of it that the carets stand below, found by columns as a terminal does."""
    found = excerpt((line,), Place("x.yaml", 1, column, end_column))
    assert found is not None
    assert columns(found.text) <= WIDTH + 2
    below = ""
    at = 0
    for character in found.text:
        if found.start <= at < found.start + found.length:
            below += character
        at += columns(character)
    return found.text, below


@pytest.mark.parametrize(
    ("line", "column", "end", "shown", "below"),
    [
        ('tilte: "AI-DOP"', 1, 6, 'tilte: "AI-DOP"', "tilte"),
        ("name: 吉野 Hiroshi", 10, 17, "name: 吉野 Hiroshi", "Hiroshi"),
        ("name: 吉野", 7, 9, "name: 吉野", "吉野"),
        ("e\u0301 title", 4, 9, "e\u0301 title", "title"),
        ("a\x1b[31mb: x", 7, 8, "aU+001B[31mb: x", "b"),
        ("a\u202eb: x", 2, 3, "aU+202Eb: x", "U+202E"),
        ("short", 2, 2, "short", "h"),
        ("short", 99, 120, "short", ""),
        ("", 1, 1, "", ""),
    ],
)
def test_carets_stand_below_the_stretch(line: str, column: int, end: int, shown: str, below: str) -> None:
    assert cut(line, column, end) == (shown, below)


@pytest.mark.parametrize("letter", ["a", "吉", "\x07"])
@pytest.mark.parametrize("before", [0, 10, 50, 200, 5000])
@pytest.mark.parametrize("after", [0, 10, 200])
def test_long_lines_keep_the_stretch_in_sight(letter: str, before: int, after: int) -> None:
    text, below = cut(letter * before + "WORD" + letter * after, before + 1, before + 5)
    assert below == "WORD"
    assert text.startswith("…") == ("…" in text[:1])


def test_a_stretch_longer_than_the_width_is_underlined_to_the_edge() -> None:
    text, below = cut("key: " + "x" * 500, 6, 506)
    assert text == "key: " + "x" * (WIDTH - 5) + "…"
    assert below == "x" * (WIDTH - 5)


@pytest.mark.parametrize("line", [0, -1, 3])
def test_no_line_no_excerpt(line: int) -> None:
    assert excerpt(("one", "two"), Place("x.yaml", line)) is None


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"a\nb\r\nc\rd", ("a", "b", "c", "d")),
        (b"\xef\xbb\xbftitle: x\n", ("title: x", "")),
        ("é\nü".encode("utf-16"), ("é", "ü")),
        (b"M\xf6ller\n", ("M\ufffdller", "")),
        (b"", ("",)),
    ],
)
def test_files_are_read_as_far_as_they_go(tmp_path: Path, data: bytes, lines: tuple[str, ...]) -> None:
    (tmp_path / "x.yaml").write_bytes(data)
    assert read_lines(tmp_path, "x.yaml") == lines


def test_nothing_outside_the_project_is_read(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "secret.yaml").write_text("password")
    (project / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (project / "loop.yaml").symlink_to(project / "loop.yaml")
    (project / "folder.yaml").mkdir()
    (project / "cover.pdf").write_text("%PDF")
    os.mkfifo(project / "pipe.yaml")
    names = ["../secret.yaml", str(tmp_path / "secret.yaml"), "link.yaml", "loop.yaml", "folder.yaml", "pipe.yaml"]
    for name in [*names, "cover.pdf", "missing.yaml", "nul\0.yaml", "x" * 5000 + ".yaml"]:
        assert read_lines(project, name) == (), name


def test_large_files_are_not_read_again(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(b"\n" * 5_000_001)
    assert read_lines(tmp_path, "x.yaml") == ()
