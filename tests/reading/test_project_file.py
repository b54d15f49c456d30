"""Names of files that somebody wrote into bytes, if they are plain files inside the project."""

import json
import os
import time
from pathlib import Path

import pytest

from booklet.finding import Finding
from booklet.place import Place
from booklet.reading.project_file import ListedFolder, path_trouble, read_bytes, read_listed

PATHS = Path(__file__).parents[3] / "shared" / "adversarial" / "text" / "paths.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project beside a secret, with links that lead out, a loop, and a pipe."""
    (tmp_path / "secret.png").write_bytes(b"secret")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x.png").write_bytes(b"secret")
    project = tmp_path / "project"
    (project / "figures").mkdir(parents=True)
    (project / "figure.png").write_bytes(b"good")
    (project / "figures" / "good.png").write_bytes(b"good")
    (project / "figüre.png").write_bytes(b"good")
    (project / "link-out.png").symlink_to(tmp_path / "secret.png")
    (project / "linked").symlink_to(tmp_path / "outside")
    (project / "loop.png").symlink_to("loop.png")
    (project / "link-in.png").symlink_to("figures/good.png")
    if hasattr(os, "mkfifo"):
        os.mkfifo(project / "pipe.png")
    return project


@pytest.mark.parametrize("name", ["figure.png", "figures/good.png", "figüre.png", "link-in.png"])
def test_plain_files_inside_are_read(folder: Path, name: str) -> None:
    assert read_bytes(folder, name, 100) == b"good"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../secret.png", "C011"),
        ("figures/../../secret.png", "C011"),
        ("./figure.png", "C011"),
        ("/etc/hostname", "C011"),
        ("//server/share/x.png", "C011"),
        ("\\\\server\\x.png", "C011"),
        ("C:x.png", "C011"),
        ("x.png:stream", "C011"),
        ("https://example.org/x.png", "C011"),
        ("CON", "C011"),
        ("figures/nul.png", "C011"),
        ("~/x.png", "C011"),
        ("-o.png", "C011"),
        ("|id", "C011"),
        ("a\0b.png", "C011"),
        ("a\nb.png", "C011"),
        ("", "C011"),
        (".", "C011"),
        ("x" * 300, "C011"),
        ("figu\u0308re.png", "C011"),
        ("figures", "C011"),
        ("link-out.png", "C011"),
        ("linked/x.png", "C011"),
        ("pipe.png", "C011"),
        ("Figure.png", "C001"),
        ("nothing.png", "C001"),
        ("figure.png/x", "C001"),
        ("loop.png", "C002"),
    ],
)
def test_everything_else_is_refused(folder: Path, name: str, code: str) -> None:
    begun = time.monotonic()
    finding = read_bytes(folder, name, 100)
    assert time.monotonic() - begun < 20
    assert isinstance(finding, Finding)
    assert finding.code.name == code
    assert "secret" not in finding.message.replace("../secret.png", "").replace("../../secret.png", "")


def test_the_place_is_where_the_name_was_written(folder: Path) -> None:
    place = Place("content/booklet.yaml", 3, 10, 20)
    finding = read_bytes(folder, "nothing.png", 100, place)
    assert isinstance(finding, Finding)
    assert finding.place == place


def test_the_hint_gives_the_right_capitals(folder: Path) -> None:
    finding = read_bytes(folder, "Figure.PNG", 100)
    assert isinstance(finding, Finding)
    assert finding.hint == 'the folder has "figure.png"'


def test_the_limit(folder: Path) -> None:
    (folder / "big.png").write_bytes(b"x" * 101)
    finding = read_bytes(folder, "big.png", 100)
    assert isinstance(finding, Finding)
    assert finding.code.name == "C007"
    assert read_bytes(folder, "big.png", 101) == b"x" * 101


@pytest.mark.skipif(not PATHS.is_file(), reason="../shared/adversarial is not here")
def test_all_hostile_paths_are_refused(folder: Path) -> None:
    (folder / "x.png").write_bytes(b"good")
    for row in json.loads(PATHS.read_text()):
        begun = time.monotonic()
        assert isinstance(read_bytes(folder, row["path"], 1000), Finding), row["what"]
        assert time.monotonic() - begun < 20, row["what"]


def test_path_trouble_says_nothing_of_good_names() -> None:
    assert path_trouble("covers/front.pdf") is None
    assert path_trouble("covers/Front page (2).pdf") is None


@pytest.mark.parametrize("within", [".", "figures", "linked", "inside", "nothing", "figure.png"])
def test_files_of_a_folder_are_read_as_single_ones_are(folder: Path, within: str) -> None:
    """Wherever the folder and its files lead."""
    (folder / "inside").symlink_to("figures")
    (folder / "figures" / "more").mkdir()
    (folder / "figures" / "up.png").symlink_to("../figure.png")
    (folder / "figures" / "out.png").symlink_to("../../secret.png")
    (folder / "figures" / "big.png").write_bytes(b"x" * 101)
    names = {file.name for place in (folder, folder / "figures", folder / "linked") for file in place.iterdir()}
    listed = ListedFolder(folder, within)
    read = {name: listed.read(name, 100) for name in sorted({*names, "none.png"})}
    files = {name: f"{within}/{name}" for name in read}
    assert read == {name: read_listed(folder, file, 100, Place(file)) for name, file in files.items()}
    assert b"secret" not in read.values()
    assert (b"good" in read.values()) == (within in {".", "figures", "inside"})
