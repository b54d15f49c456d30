"""Fonts that lie in fonts/ are fallen back on without being named; what cannot be used is a warning, and the rest serves."""

from collections.abc import Callable
from pathlib import Path

import pytest

from booklet import limits
from booklet.codes import UNUSED_FONT
from booklet.place import Place
from booklet.shipped import fonts_folder
from booklet.styling.font_report import font_report
from booklet.styling.load_style import load_style
from booklet.styling.project_fonts import project_fonts
from booklet.styling.style import Style
from font_bytes import collection, family_font, small_font, weighted_font

Put = Callable[[str, bytes], Path]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Write a file into fonts/ of a project; the project's folder."""

    def one(name: str, data: bytes) -> Path:
        path = tmp_path / "fonts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return tmp_path

    return one


def loaded(folder: Path) -> tuple[Style, tuple[str, ...]]:
    """The base style of a project, and the messages of what was found."""
    style, findings = load_style("base", None, folder, Place("content/booklet.yaml"))
    assert style
    assert {finding.code for finding in findings} <= {UNUSED_FONT}
    assert all(finding.place and finding.hint for finding in findings)
    return style, tuple(finding.message for finding in findings)


def test_all_font_files_come_after_the_shipped_ones_by_name(put: Put) -> None:
    for name in ("b.ttf", "sub/deep/a.otf", "sub/A.TTF", "LICENSE.txt", "readme.md"):
        folder = put(name, small_font())
    style, messages = loaded(folder)
    assert [font.file for font in style.fallback[-3:]] == ["b.ttf", "sub/A.TTF", "sub/deep/a.otf"]
    assert style.fallback[-4].file.startswith("noto/")
    assert messages == ()


def test_no_folder_and_an_empty_one(tmp_path: Path) -> None:
    assert project_fonts(tmp_path, ()) == ((), ())
    (tmp_path / "fonts").mkdir()
    assert project_fonts(tmp_path, ()) == ((), ())
    (tmp_path / "fonts").rmdir()
    (tmp_path / "fonts").write_text("a file")
    assert project_fonts(tmp_path, ()) == ((), ())


def test_fonts_that_the_style_names_are_not_taken_twice(put: Put) -> None:
    folder = put("own/Small.ttf", small_font())
    put("own/Two.ttc", collection(small_font(), small_font()))
    (folder / "styles").mkdir()
    (folder / "styles" / "own.yaml").write_text("faces: {serif: own/Small.ttf}\nfallback: ['own/Two.ttc#2']\n")
    style, findings = load_style("own", None, folder, Place("content/booklet.yaml"))
    assert style
    assert findings == ()
    assert [(font.file, font.index) for font in style.fallback] == [("own/Two.ttc#2", 1)]


def test_the_shipped_fonts_of_a_checkout_are_not_those_of_a_project() -> None:
    assert project_fonts(fonts_folder().parent, ()) == ((), ())


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("X.ttf", b"", "not a TrueType"),
        ("X.woff2", b"wOF2" + bytes(90), "web font"),
        ("X.ttf", small_font()[:-300], "not complete"),
        ("X.ttf", family_font("", rights=2), "does not allow embedding"),
        ("X.ttc", b"ttcf\0\1\0\0\xff\xff\xff\xff" + bytes(50), "collection of 4294967295 fonts"),
        ("SourceSans3-Regular.ttf", small_font(), 'its name is that of the font "source-sans/SourceSans3-Regular.ttf"'),
        ("-x.ttf", small_font(), "is not taken as a part of a path"),
        ("a\\b.ttf", small_font(), "parted by /"),
    ],
)
def test_what_cannot_be_used_is_a_warning_at_the_file(put: Put, name: str, data: bytes, reason: str) -> None:
    put("Good.ttf", small_font())
    style, (message,) = loaded(put(name, data))
    assert message.startswith(f'font "{name}" is not used: ')
    assert reason in message
    assert style.fallback[-1].file == "Good.ttf"


def test_links_lead_nowhere_else(put: Put, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "Font.ttf").write_bytes(small_font())
    folder = put("Good.ttf", small_font())
    (folder / "fonts" / "Link.ttf").symlink_to(outside / "Font.ttf")
    (folder / "fonts" / "linked").symlink_to(outside)
    (folder / "fonts" / "circle").symlink_to(folder / "fonts")
    style, (message,) = loaded(folder)
    assert "leads outside the project folder" in message
    assert style.fallback[-1].file == "Good.ttf"
    assert style.fallback[-2].file.startswith("noto/")


def test_how_many_are_read_is_limited(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PROJECT_FONTS", 2)
    for name in ("a.ttf", "b.ttf", "c.ttf"):
        folder = put(name, small_font())
    style, messages = loaded(folder)
    assert messages == ("fonts/ holds 3 font files that no style names; the first 2 are used",)
    assert [font.file for font in style.fallback[-2:]] == ["a.ttf", "b.ttf"]
    monkeypatch.setattr(limits, "PROJECT_FONT_BYTES", len(small_font()) + 10)
    _, messages = loaded(folder)
    assert any('"b.ttf" is not used' in message and "MB" in message for message in messages)


def test_deep_folders_are_left_alone(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FONT_FOLDERS", 2)
    put("1/2/in.ttf", small_font())
    style, _ = loaded(put("1/2/3/out.ttf", small_font()))
    assert style.fallback[-1].file == "1/2/in.ttf"


def test_the_report_names_the_face_that_serves(put: Put) -> None:
    put("C.ttc", collection(family_font("会", "C JP"), family_font("会", "C SC")))
    style, _ = loaded(put("V.ttf", weighted_font()))
    lines = font_report(style, "zh")
    assert lines[0] == "serif              source-serif/SourceSerif4-Regular.ttf"
    assert "fallback           C.ttc#2" in lines
    assert "fallback           V.ttf  at weight 400" in lines
    assert "fallback           C.ttc#1" in font_report(style, "en")
