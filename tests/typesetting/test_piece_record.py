"""A section that goes through a record is the same section, and booklets set by several processes have the same bytes."""

from contextlib import suppress
from pathlib import Path
from random import Random
from shutil import copytree, ignore_patterns

import pytest

from booklet import set_book as setting
from booklet.composing.section import Furniture, Section, Tab
from booklet.flowable import Anchor
from booklet.job import Job
from booklet.make import make
from booklet.picture import PdfObject, Picture
from booklet.plain_dataclasses import replace
from booklet.reading.record_cache import UNREADABLE
from booklet.structure import Element
from booklet.typesetting.page_canvas import PageCanvas
from booklet.typesetting.piece_record import packed, unpacked
from booklet.typesetting.set_piece import SetPiece

EXAMPLE = Path(__file__).parents[2] / "examples" / "conference"
PICTURE = Picture(10.0, 20.0, (PdfObject((b"<<>>",), b"data"),), (1, 2))


def piece() -> SetPiece:
    """A piece that has some of everything."""
    canvas, root = PageCanvas(200, 300), Element("Sect", lang="de")
    canvas.add_destination("here", 250.1)
    canvas.open_mark(root.add("P", alt="100 % ü", name="here"))
    canvas.close_mark()
    canvas.add_link(root.add("Link"), "#there", (1.0, 2.0, 3.5, 4.25), "words “here”")
    canvas.add_bookmark(Anchor("here", "A place", 2))
    canvas.use("F1", {7, 3})
    canvas.place(PICTURE, root.add("Figure", alt="x"), (10, 10, 5, 5))
    canvas.end_page(("first", "last"))
    canvas.open_mark(root.add("TOCI", refers="there"))
    canvas.close_mark()
    canvas.end_page()
    return replace(canvas.piece("key", root), tightness=2, excess=0.1)


@pytest.mark.parametrize(
    "furniture",
    [
        None,
        Furniture("outer", "inner", "foot"),
        Furniture("outer", ("a", "b"), "foot", (Tab("1", 1), Tab("Mon", 2)), "next"),
    ],
)
def test_nothing_is_lost(furniture: Furniture | None) -> None:
    section = Section("key", Element("Sect"), "Bookmark \ud800", furniture=furniture, level=1, label="iv")
    assert unpacked(packed(section, piece()), {PICTURE.name: PICTURE}) == (section, piece())


def test_a_picture_that_is_not_there_is_missed() -> None:
    with pytest.raises(KeyError):
        unpacked(packed(Section("key", Element("Sect"), ""), piece()), {})


def test_what_is_no_record_is_told_as_such() -> None:
    """Whatever is cut off, added or changed: it is unreadable, or a piece, and nothing else."""
    section = Section("key", Element("Sect"), "Bookmark", furniture=Furniture("a", "b", "c"))
    record, pictures, chance = packed(section, piece()), {PICTURE.name: PICTURE}, Random(5)
    for length in range(len(record)):
        with pytest.raises(UNREADABLE):
            unpacked(record[:length], pictures)
    with pytest.raises(UNREADABLE):
        unpacked(record + b"x", pictures)
    for _ in range(2000):
        broken = bytearray(record)
        broken[chance.randrange(len(record))] ^= chance.randrange(1, 256)
        with suppress(UNREADABLE):
            assert unpacked(bytes(broken), pictures)


@pytest.mark.parametrize("layout", ["page", "run-on", "two-columns"])
def test_several_processes_make_the_same_book(layout: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "project"
    copytree(EXAMPLE, folder, ignore=ignore_patterns("out"))
    with (folder / "content" / "booklet.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"abstracts: {{layout: {layout}}}\n")
    found = []
    steps: list[tuple[str, int, int]] = []
    for workers in (0, 3):
        monkeypatch.setattr(setting, "useful_workers", lambda workers=workers: workers)
        steps.clear()
        outcome = make(Job(folder, output=tmp_path / f"{workers}.pdf"), lambda *step: steps.append(step))
        assert outcome.output
        found.append((outcome.findings, outcome.output.read_bytes()))
        told = [step[1:] for step in steps if step[0] == "setting pages"]
        assert told == [(number, len(told)) for number in range(1, len(told) + 1)]
    assert found[0] == found[1]
