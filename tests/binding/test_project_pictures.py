"""Files that covers and figures name are read once, and what cannot be used is said where it is named."""

import io
from pathlib import Path

import pytest
from PIL import Image
from placed import page_pdf, written

from booklet.binding.foreign.picture_rules import COVER, FIGURE, LOGO, Use
from booklet.binding.foreign.project_pictures import picture_file, with_pictures
from booklet.binding.foreign.read_picture import read_picture
from booklet.finding import Finding
from booklet.model.event import Event
from booklet.model.program import Program
from booklet.model.settings import Settings
from booklet.model.talk import Figure, Talk
from booklet.place import Place, Places

AT = Place("content/talks/ada.md", 4, 9)
SMALL = b"/MediaBox[0 0 100 60]"  # 35 by 21 mm


def png(size: tuple[int, int] = (8, 4)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (10, 90, 60)).save(out, "PNG")
    return out.getvalue()


def two_pages(box: bytes = SMALL) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R%s>>" % box
    bodies = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>", page, page]
    return written(dict(enumerate(bodies, 1)))


def program(*figures: str) -> Program:
    """Two talks that have the same figures."""
    places = Places(AT)
    shown = tuple(Figure(file, Places(AT, ((("file",), Place(AT.file, 5 + n)),))) for n, file in enumerate(figures))
    talks = tuple(Talk(name, (), places, figures=shown) for name in ("ada", "bob"))
    return Program(Event("M", "en-US", "UTC", places), Settings(places), talks=talks)


def read(folder: Path, files: dict[str, bytes], *figures: str) -> tuple[Program, tuple[Finding, ...], list[object]]:
    (folder / "content" / "figures").mkdir(parents=True)
    for name, data in files.items():
        (folder / "content" / "figures" / name).write_bytes(data)
    told: list[object] = []
    done, findings = with_pictures(
        program(*(f"content/figures/{name}" for name in figures)), folder, lambda *step: told.append(step)
    )
    return done, findings, told


def test_a_file_is_read_once(tmp_path: Path) -> None:
    files = {"a.png": png(), "b.pdf": page_pdf(b"0 0 5 5 re f", box=SMALL)}
    done, findings, told = read(tmp_path, files, "a.png", "b.pdf", "a.png")
    assert findings == ()
    first, second = ([figure.picture for figure in talk.figures] for talk in done.talks)
    assert all(first)
    assert first[0] is first[2] is second[0]
    assert first[1] is second[1]
    assert told == [(1, 2), (2, 2)]


def test_without_figures_nothing_changes(tmp_path: Path) -> None:
    done, findings, told = read(tmp_path, {})
    assert (done, findings, told) == (program(), (), [])


def test_what_cannot_be_used_is_said_once_and_left_out(tmp_path: Path) -> None:
    done, findings, _ = read(tmp_path, {"a.png": png()[:40], "b.png": png()}, "a.png", "none.png", "b.png")
    assert [(finding.code.name, finding.place, finding.talk) for finding in findings] == [
        ("P001", Place(AT.file, 5), "ada"),
        ("C001", Place(AT.file, 6), "ada"),
    ]
    assert [[bool(figure.picture) for figure in talk.figures] for talk in done.talks] == [[False, False, True]] * 2


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        ("a.svg", b"<svg/>", "P001", "is not a PDF, PNG or JPEG file"),
        ("a.png", b"", "P001", "is empty"),
        ("a.pdf", page_pdf(b"", box=b"/MediaBox[0 0 9 200]"), "P001", "has a page of 3 × 71 mm"),
        ("a.pdf", two_pages(), "P005", "has 2 pages, of which the first is printed"),
    ],
)
def test_findings_name_the_figure(tmp_path: Path, name: str, data: bytes, code: str, words: str) -> None:
    _, findings, _ = read(tmp_path, {name: data}, name)
    (finding,) = findings
    assert (finding.code.name, finding.message) == (code, f'figure "content/figures/{name}" {words}')
    assert finding.hint or not data


@pytest.mark.parametrize(
    ("use", "data", "pages"),
    [
        (COVER, two_pages(b"/MediaBox[0 0 200 300]"), 2),
        (LOGO, two_pages(), 1),
        (FIGURE, two_pages(), 1),
        (COVER, page_pdf(b"", box=SMALL), 0),
        (LOGO, page_pdf(b"", box=SMALL), 1),
    ],
)
def test_covers_have_all_their_pages_and_have_to_be_larger(use: Use, data: bytes, pages: int) -> None:
    assert len(read_picture(data, "x", use).pictures) == pages


def test_paths_stay_in_the_project(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(png())
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "link.png").symlink_to(tmp_path / "secret.png")
    for name in ("../secret.png", "link.png", str(tmp_path / "secret.png")):
        (finding,) = picture_file(tmp_path / "project", name, FIGURE, AT).findings
        assert finding.code.name == "C011"
