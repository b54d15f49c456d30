"""`booklet fonts` says which characters the fonts lack, finds fonts of the computer that have them, and copies those."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from booklet.add_fonts import fonts_told
from booklet.cli import main
from booklet.codes import NO_GLYPH, UNUSED_FONT
from booklet.errors import FileError, WrongUseError
from booklet.job import Job
from booklet.make import check, make
from booklet.new_project import new_project
from booklet.styling.style import FACES
from font_bytes import collection, family_font

Computer = Callable[..., dict[str, str]]
TALK = "---\ntitle: 会議 and more\nauthors: [{name: Ann Example, presenting: true}]\n---\nAbout კი.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The starter project with one more talk, whose title and abstract have Han and Georgian letters."""
    folder = tmp_path / "project"
    new_project(folder)
    (folder / "content" / "talks" / "scripts.md").write_text(TALK, encoding="utf-8")
    return folder


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    """Write fonts into the shared folder of a computer; its environment."""

    def one(**fonts: bytes) -> dict[str, str]:
        folder = tmp_path / "share" / "fonts"
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in fonts.items():
            (folder / f"{name}.ttf").write_bytes(data)
        return {"XDG_DATA_DIRS": str(tmp_path / "share")}

    return one


def told(project: Path, environment: dict[str, str], *, add: bool = False) -> list[str]:
    """The lines after those on the fonts in use."""
    lines = fonts_told(Job(project), "linux", environment, add=add)
    start = lines.index("")
    assert {line.split()[0] for line in lines[:start]} == {*FACES, "fallback"}
    return list(lines[start + 1 :])


def test_what_is_lacking_and_what_was_found(project: Path, computer: Computer, tmp_path: Path) -> None:
    environment = computer(
        Han=family_font("会議", "Han"), HanBold=family_font("会議", "Han", 700), Both=family_font("会კ", "Both")
    )
    fonts = tmp_path / "share" / "fonts"
    size = f"{(fonts / 'Han.ttf').stat().st_size / 1000:.0f} kB"
    assert told(project, environment) == [
        'lacking            Georgian: "იკ"',
        'lacking            Han: "会議"',
        f"found              {fonts}/Both.ttf  {size}, A free license.",
        f"found              {fonts}/Han.ttf  {size}, A free license.",
        f"found              {fonts}/HanBold.ttf  {size}, A free license.",
        "not found          U+10D8 (Georgian)",
        "",
        "`booklet fonts --add` copies what was found into fonts/, where `booklet make` uses it.",
    ]
    assert not (project / "fonts").exists()


def test_fonts_that_are_added_are_used(project: Path, computer: Computer) -> None:
    environment = computer(Han=family_font("会議", "Han"), Georgian=family_font("იკ", "Georgian"))
    codes = [finding.code for finding in check(Job(project)).findings]
    assert codes.count(NO_GLYPH) == 2
    lines = told(project, environment, add=True)
    assert [line.split("  ")[0] for line in lines[-2:]] == ["Copied fonts/Georgian.ttf", "Copied fonts/Han.ttf"]
    outcome = make(Job(project), lambda *_: None)
    assert {NO_GLYPH, UNUSED_FONT}.isdisjoint(finding.code for finding in outcome.findings)
    assert outcome.output
    first = outcome.output.read_bytes()
    make(Job(project), lambda *_: None)
    assert outcome.output.read_bytes() == first
    assert told(project, environment, add=True) == ["The fonts have every character of the content."]


def test_nothing_is_overwritten(project: Path, computer: Computer) -> None:
    environment = computer(Han=family_font("会議", "Han"))
    (project / "fonts").mkdir()
    (project / "fonts" / "Han.ttf").write_bytes(b"mine")
    assert told(project, environment, add=True)[-1] == "Not copied: fonts/Han.ttf is there already"
    assert (project / "fonts" / "Han.ttf").read_bytes() == b"mine"


def test_names_that_no_project_takes(project: Path, computer: Computer) -> None:
    environment = computer(**{"-Han": family_font("会議", "Han")})
    assert told(project, environment, add=True)[-1].startswith('Not copied: "-Han.ttf": ')
    assert not list((project / "fonts").iterdir())


def test_a_file_in_the_place_of_the_folder(project: Path, computer: Computer) -> None:
    (project / "fonts").write_text("a file")
    with pytest.raises(FileError, match="is not a folder of the project"):
        told(project, computer(Han=family_font("会議", "Han")), add=True)


def test_a_linked_fonts_folder_is_not_written_into(project: Path, computer: Computer, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (project / "fonts").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileError, match="is not a folder of the project"):
        told(project, computer(Han=family_font("会議", "Han")), add=True)
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_computer_without_fonts(project: Path, tmp_path: Path) -> None:
    lines = told(project, {"XDG_DATA_DIRS": str(tmp_path / "nothing")}, add=True)
    assert lines[-1] == "not found          U+10D8, U+10D9 (Georgian), U+4F1A, U+8B70 (Han)"


def test_the_language_of_the_event_chooses_the_face(project: Path, computer: Computer) -> None:
    computer(Han=collection(family_font("会議იკ", "Han JP"), family_font("会議იკ", "Han SC")))
    told(project, computer(), add=True)
    event = project / "content" / "event.yaml"
    lines = fonts_told(Job(project), "linux", {}, add=False)
    assert "fallback           Han.ttf" in lines
    event.write_text(event.read_text().replace("language: en-US", "language: zh"))
    assert "language: zh" in event.read_text()
    assert fonts_told(Job(project), "linux", {}, add=False)


def test_a_style_that_cannot_be_used(project: Path) -> None:
    (project / "styles").mkdir()
    (project / "styles" / "own.yaml").write_text("faces: {serif: none.ttf}\n")
    with pytest.raises(WrongUseError, match="the style cannot be used"):
        fonts_told(Job(project, style="own"), "linux", {}, add=False)


def test_content_that_cannot_be_read(project: Path) -> None:
    (project / "content" / "event.yaml").write_text("{")
    lines = fonts_told(Job(project), "linux", {}, add=True)
    assert lines[0].startswith("serif ")


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the folders of fonts are fixed there")
def test_the_command(
    project: Path, computer: Computer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (
        computer(Han=family_font("会議", "Han\x1b[31m")) | {"HOME": "", "XDG_DATA_HOME": "/nowhere"}
    ).items():
        monkeypatch.setenv(name, value)
    for typed, last in ((["fonts"], "uses it."), (["fonts", "--add"], "A free license.")):
        with pytest.raises(SystemExit) as ended:
            main([*typed, str(project)])
        assert not ended.value.code
        assert capsys.readouterr().out.rstrip().endswith(last)
    assert [path.name for path in (project / "fonts").iterdir()] == ["Han.ttf"]
