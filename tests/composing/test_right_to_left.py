"""A booklet in Arabic: its pages are mirrored, and what is inside of boxes is not."""

import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from booklet.job import Job
from booklet.make import make
from booklet.proofing.dump import dump
from booklet.proofing.self_check import self_check
from meeting import write

CASE = Path(__file__).parents[1] / "cases" / "arabic"
LINE = re.compile(r'(\d+) (\S+) (\S+) \S+ \S+ "(.*)"')


@pytest.fixture(scope="module", params=["A4", "A5"])
def pdf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    output = tmp_path_factory.mktemp("arabic") / "booklet.pdf"
    outcome = make(Job(CASE, paper=request.param, output=output), lambda *_: None)
    assert outcome.output
    assert [finding for finding in outcome.findings if finding.code.severity != "note"] == []
    assert self_check(outcome.output.read_bytes()) == ()
    return outcome.output.read_bytes()


def places(pdf: bytes, page: int, text: str) -> list[float]:
    """Where a text begins on a page."""
    found = [LINE.fullmatch(line) for line in dump(pdf).splitlines()]
    return [float(one[2]) for one in found if one and int(one[1]) == page and one[4] == text]


def first_talk(pdf: bytes) -> int:
    """The page of the first abstract, which is the first that has references."""
    return next(page for page in range(3, 9) if places(pdf, page, "["))


def test_readers_show_its_pages_from_right_to_left(pdf: bytes) -> None:
    root = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    assert root["/ViewerPreferences"]["/Direction"] == "/R2L"
    assert root["/Lang"] == "ar"


def test_the_columns_of_the_program_follow_each_other_from_the_right(pdf: bytes) -> None:
    (title,) = places(pdf, 2, "شبكة")
    (number,) = places(pdf, 2, str(first_talk(pdf)))
    assert number < title < min(places(pdf, 2, "09:20"))
    width = float(PdfReader(io.BytesIO(pdf)).pages[1].mediabox.width)
    assert number < width / 4


def test_titles_in_other_letters_begin_at_the_same_side_of_the_table(pdf: bytes) -> None:
    width = float(PdfReader(io.BytesIO(pdf)).pages[1].mediabox.width)
    (english,) = places(pdf, 2, "Drops that are counted by their sound")
    assert english > width / 3  # flush left it would begin beside the page number, at a seventh


def test_odd_pages_have_their_folio_at_the_left(pdf: bytes) -> None:
    width = float(PdfReader(io.BytesIO(pdf)).pages[0].mediabox.width)
    assert min(places(pdf, 3, "3")) < width / 5
    assert max(places(pdf, 4, "4")) > width * 4 / 5


def test_links_lie_on_the_page_numbers(pdf: bytes) -> None:
    (number,) = places(pdf, 2, str(first_talk(pdf)))
    boxes = [link.get_object()["/Rect"] for link in PdfReader(io.BytesIO(pdf)).pages[1]["/Annots"]]
    assert any(abs(float(box[0]) - number) < 0.1 for box in boxes)


def test_references_have_their_numbers_where_they_begin(pdf: bytes) -> None:
    page = first_talk(pdf)
    (bracket,), (words,) = places(pdf, page, "["), places(pdf, page, "السماوي،")
    assert bracket > words
    # In Latin letters the number is at the left, in one line with the text.
    found = re.search(rf'^{page} (\S+) \S+ \S+ \S+ "\[2\] Example', dump(pdf), re.MULTILINE)
    assert found
    assert float(found[1]) < 80


SESSION = """sessions:
  - id: a
    title: مطر
    date: 2026-05-05
    start: 9:00
    zone: Europe/Helsinki
    items: [{talk: ada, minutes: 60}]
"""
POSTER = "---\ntitle: مطر\nkind: poster\nauthors: [{name: Ada B, affiliations: [X], presenting: true}]\n---\nغيم.\n"


@pytest.mark.parametrize(
    ("settings", "more"),
    [
        ("sections: [program, abstracts]", "    room: '2.05'\n"),
        ("sections: [posters, abstracts]", "    room: '2.05'\n    kind: posters\n    until: '10:00'\n"),
        ("sections: [abstracts]\nabstracts: {layout: run-on}", ""),
        ("sections: [abstracts]\nabstracts: {layout: two-columns}", ""),
    ],
)
def test_the_letters_of_a_zone_stand_between_the_hours_and_what_follows(
    tmp_path: Path, settings: str, more: str
) -> None:
    event = "title: ورشة\nzone: Europe/Berlin\nlanguage: ar\n"
    files = {"event.yaml": event, "program.yaml": f"{SESSION}{more}", "booklet.yaml": f"{settings}\n"}
    talk = {"talks/ada.md": POSTER if "posters" in more else POSTER.replace("kind: poster\n", "")}
    outcome = make(Job(write(tmp_path, files | talk), output=tmp_path / "x.pdf"), lambda *_: None)
    assert outcome.output
    rows = [LINE.fullmatch(line) for line in dump(outcome.output.read_bytes()).splitlines()]
    zone = next(row for row in rows if row and row[4] == "EEST")
    where = {row[4]: float(row[2]) for row in rows if row and (row[1], row[3]) == (zone[1], zone[3])}
    expected = ["09:00", "–", "10:00", "EEST", *(["2.05"] if more else [])]
    assert sorted(expected, key=lambda text: -where[text]) == expected
