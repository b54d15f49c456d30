"""The real workshop, from content/ to its PDF: what its organizers and readers rely on."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from booklet.job import Job
from booklet.make import Outcome, make
from booklet.model.rich_text import plain
from booklet.proofing.dump import dump
from booklet.proofing.self_check import self_check
from booklet.reading.read_project import read_project

ROOT = Path(__file__).parents[1]
PAPERS = {"A4": (595.28, 841.89), "A5": (419.53, 595.28), "Letter": (612.0, 792.0)}


def made(paper: str, folder: Path) -> tuple[Outcome, bytes]:
    outcome = make(Job(ROOT, paper=paper, output=folder / "booklet.pdf"), lambda *_: None)
    assert outcome.output is not None, outcome.findings
    return outcome, outcome.output.read_bytes()


@pytest.fixture(scope="module", params=PAPERS)
def paper(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def pdf(paper: str, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return made(paper, tmp_path_factory.mktemp(paper))[1]


@pytest.fixture(scope="module")
def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf), strict=True)


@pytest.fixture(scope="module")
def text(pdf: bytes) -> str:
    return dump(pdf)


def test_every_line_stands_where_it_stood(paper: str, text: str, golden: Callable[[Path, str], None]) -> None:
    golden(ROOT / "tests" / "golden" / f"workshop-{paper.lower()}.txt", text)


def test_eight_pages_of_the_paper(paper: str, reader: PdfReader) -> None:
    assert len(reader.pages) == 8
    for page in reader.pages:
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(PAPERS[paper], abs=0.01)


def test_the_file_passes_its_own_check(pdf: bytes) -> None:
    assert self_check(pdf) == ()


def test_each_title_in_program_abstract_and_outline(reader: PdfReader) -> None:
    program, _ = read_project(ROOT)
    assert program is not None
    pages = [" ".join(page.extract_text().split()) for page in reader.pages]
    bookmarks = [entry.title for entry in reader.outline]  # type: ignore[union-attr]
    for number, talk in enumerate(program.talks):
        title = plain(talk.title)
        assert title in pages[1]
        assert title in pages[2 + number]
        assert title in bookmarks
    assert bookmarks == ["Cover", "Program", *(plain(talk.title) for talk in program.talks), "Back cover"]


def test_zones_are_those_of_the_day(reader: PdfReader) -> None:
    words = reader.pages[1].extract_text().split()
    expected = ["AEST", "BST", "CEST", "CST", "EDT", "JST", "MDT", "PDT"]
    assert sorted(word for word in words if word.isupper() and len(word) in {3, 4} and word.endswith("T")) == expected


def test_names_are_spelled_one_way(text: str) -> None:
    assert "Sibo Cheng" in text
    assert "Mémin" in text
    assert not any(wrong in text for wrong in ("Sibor", "Sib0", "Memin", "AEDT", " EST", "LETKF"))


def test_text_has_no_ligature_or_private_characters(reader: PdfReader) -> None:
    for page in reader.pages:
        odd = {
            c
            for c in page.extract_text()
            if 0xFB00 <= ord(c) <= 0xFB4F or 0xE000 <= ord(c) <= 0xF8FF or ord(c) > 0xFFFF
        }
        assert odd == set()


def test_abstracts_come_out_as_they_were_written(reader: PdfReader) -> None:
    """Every word of every abstract, in order; line-break hyphens are soft hyphens and drop out."""
    program, _ = read_project(ROOT)
    assert program is not None
    for number, talk in enumerate(program.talks):
        found = reader.pages[2 + number].extract_text().replace("\u00ad\n", "").replace("\u00ad", "")
        for block in talk.abstract:
            assert squeezed(plain(block.spans)) in squeezed(found)


def squeezed(words: str) -> str:
    return "".join(words.split())


def test_links_lead_both_ways(reader: PdfReader) -> None:
    named = reader.named_destinations
    targets = [
        [str(annotation.get_object()["/Dest"]) for annotation in page.get("/Annots", [])] for page in reader.pages
    ]
    assert all(target in named for page in targets for target in page)
    assert sum(map(len, targets)) >= 10
    talks = ["talk-alexe", "talk-finn", "talk-zhou", "talk-melinc", "talk-mallick"]
    assert list(dict.fromkeys(targets[1])) == talks  # from every row of the program
    assert targets[2:7] == [["program"]] * 5  # and back
    page_of = {name: reader.get_destination_page_number(destination) for name, destination in named.items()}
    assert [page_of[name] for name in ("front-cover", "program", *talks, "back-cover")] == list(range(8))


def test_page_numbers_in_the_program_are_true(text: str) -> None:
    lines = text.splitlines()
    numbers = [line.rsplit('"', 2)[1] for line in lines if line.startswith("2 ") and line.rsplit('"', 2)[1].isdigit()]
    assert numbers == ["3", "4", "5", "6", "7", "2"]  # five talks, then the folio of the page itself


def test_labels_metadata_and_language(reader: PdfReader) -> None:
    assert reader.page_labels == ["Cover", "2", "3", "4", "5", "6", "7", "Back cover"]
    assert reader.metadata is not None
    assert reader.metadata.title == "ISDA-Online · Machine Learning in DA"
    assert reader.metadata.author == "James Taylor, Michael Goodliff"
    root = reader.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"].value) == ("en-US", True)  # type: ignore[index,union-attr]
    assert b"ISDA-Online \xc2\xb7 Machine Learning in DA" in root["/Metadata"].get_data()  # type: ignore[index,union-attr]
