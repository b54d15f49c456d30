"""Long author lists from content files to finished booklets: nobody is lost, numbers are right, and all stays readable."""

import io
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from pypdf import PdfReader
from test_abstracts import words, write

from booklet.job import Job
from booklet.make import make
from booklet.proofing.audit import audit
from booklet.proofing.text_runs import TextRun
from sheet import runs_of

# fmt: off
GIVEN = ("Ada", "Bo", "Cem", "Dina", "Emre", "Fay", "Gus", "Hana", "Ivo", "Jun", "Kai", "Lea", "Mio", "Nia", "Oto", "Pia",
         "Quin", "Rui", "Sol", "Tea", "Una", "Vik", "Wen", "Xia", "Yan")
# fmt: on
STEMS, ENDINGS = ("Bar", "Cor", "Dor", "Fen", "Gor", "Hol", "Jas", "Kel"), ("den", "lin", "mer", "tov", "vik")
FAMILY = [stem + ending for stem in STEMS for ending in ENDINGS]
PLACES = [f"{a} {b}" for a in ("Harbor", "Valley", "Summit", "Meadow", "Island") for b in FAMILY]
COUNTS = (12, 13, 40, 41, 80, 81, 216, 1000)
PAPERS = ("A4", "A5")
FLOOR = 6.5
SUPERIOR = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class Booklet(NamedTuple):
    """A finished booklet: what its parts say, with single spaces, the text runs of its pages, and codes of findings."""

    pdf: bytes
    parts: tuple[str, ...]
    pages: tuple[list[TextRun], ...]
    codes: tuple[str, ...]


def name(index: int) -> str:
    return f"{GIVEN[index % 25]} {FAMILY[index // 25]}"


def numbers(index: int, affiliations: int) -> list[int]:
    """Indices of an author's affiliations; every third author has two, every seventh none."""
    if not affiliations or index % 7 == 6:
        return []
    return [index % affiliations, *([(index * 5 + 1) % affiliations] if index % 3 == 0 else [])]


def talk(
    count: int,
    affiliations: int,
    *,
    presenting: Iterable[int] = (0,),
    shared: bool = False,
    title: str = "Of many",
    length: int = 90,
) -> str:
    rows = []
    for index in range(count):
        keys = [0] if shared else numbers(index, affiliations)
        row = f"name: {name(index)}, affiliations: [{', '.join(f'k{key}' for key in keys)}]"
        rows.append(f"  - {{{row}, presenting: {'yes' if index in presenting else 'no'}}}\n")
    listed = "".join(f'  k{key}: "Institute of {PLACES[key]}"\n' for key in range(affiliations))
    head = f"title: {title}\nauthors:\n{''.join(rows)}{'affiliations:' + chr(10) + listed if affiliations else ''}"
    return f"---\n{head}---\n{words(length)}\n"


def booklet(folder: Path, talks: dict[str, str], paper: str) -> Booklet:
    write(folder, talks, paper)
    outcome = make(Job(folder), lambda *_: None)
    assert outcome.output
    pdf = outcome.output.read_bytes()
    faults, parts = audit(pdf)
    assert faults == ()
    pages = tuple(runs_of(pdf, page) for page in range(outcome.pages))
    return Booklet(
        pdf,
        tuple(" ".join(part.split()) for part in parts),
        pages,
        tuple(finding.code.name for finding in outcome.findings),
    )


@cache
def made(count: int, paper: str) -> Booklet:
    """A booklet of one talk with so many authors; half as many affiliations, 80 at most below 1000 authors."""
    affiliations = 180 if count == 1000 else min(80, count // 2)
    with TemporaryDirectory() as folder:
        return booklet(Path(folder), {"t": talk(count, affiliations)}, paper)


def sizes(runs: Iterable[TextRun], words: str) -> set[float]:
    return {round(run.size, 2) for run in runs if words in run.text.replace("\xa0", " ")}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("count", COUNTS)
def test_every_name_is_there_once(count: int, paper: str) -> None:
    parts = made(count, paper).parts
    assert len(parts) == 1 + (count > 80)
    assert [parts[-1].count(name(index)) for index in range(count)] == [1] * count
    if count > 80:
        named = [index for index in range(count) if name(index) in parts[0]]
        assert named == [*range(8), count - 1]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("count", COUNTS)
def test_figures_lead_to_the_right_affiliations(count: int, paper: str) -> None:
    parts = made(count, paper).parts
    affiliations = 180 if count == 1000 else min(80, count // 2)
    marks = r"([⁰¹²³⁴⁵⁶⁷⁸⁹]+) " if count <= 80 else r"(\d+) "
    listed = {
        int(found[1].translate(SUPERIOR)): found[2]
        for found in re.finditer(marks + r"(Institute of \w+ \w+)", parts[-1])
    }
    used = list(dict.fromkeys(key for index in range(count) for key in numbers(index, affiliations)))
    assert [listed[number] for number in range(1, len(used) + 1)] == [f"Institute of {PLACES[key]}" for key in used]
    for part in parts:
        for index in range(count):
            found = re.search(name(index) + r"([⁰¹²³⁴⁵⁶⁷⁸⁹,]*)(?:,| |$)", part)
            if found is None:
                assert part != parts[-1]
                continue
            figures = [int(figure) for figure in found[1].translate(SUPERIOR).split(",") if figure]
            assert figures == sorted(used.index(key) + 1 for key in set(numbers(index, affiliations)))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("count", COUNTS)
def test_nothing_is_too_small(count: int, paper: str) -> None:
    assert min(run.size for page in made(count, paper).pages for run in page) >= FLOOR - 0.001


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("count", COUNTS)
def test_an_abstract_is_not_blamed_for_its_authors(count: int, paper: str) -> None:
    assert not {"T030", "T031"} & {*made(count, paper).codes}


@pytest.mark.parametrize(
    ("count", "paper", "names", "affiliations"),
    [
        (12, "A4", 10.5, 8.5), (13, "A4", 10, 8.5), (40, "A4", 10, 8.5), (41, "A4", 8.5, 7.5), (80, "A4", 8.5, 7.5),
        (12, "A5", 9, 7.5), (13, "A5", 8.5, 7.5), (40, "A5", 8.5, 7.5), (41, "A5", 7.5, 7), (80, "A5", 7.5, 7),
    ],
)  # fmt: skip
def test_sizes_go_by_the_number_of_authors(count: int, paper: str, names: float, affiliations: float) -> None:
    (page,) = made(count, paper).pages
    assert sizes(page, name(0)) == {names}
    assert sizes(page, "Institute of") == {affiliations}


@pytest.mark.parametrize(("paper", "head", "names"), [("A4", 10.5, 8), ("A5", 9, 7)])
def test_sizes_of_a_page_of_names(paper: str, head: float, names: float) -> None:
    first, second = made(81, paper).pages
    assert sizes(first, name(0)) == {head}
    assert sizes(second, name(0)) == {names}
    assert sizes(second, "Institute of") == {7.5 if paper == "A4" else 7}


@pytest.mark.parametrize(("count", "below"), [(40, False), (41, True), (80, True)])
def test_affiliations_of_many_stand_below_the_abstract(count: int, below: bool) -> None:
    (said,) = made(count, "A4").parts
    assert (said.index("Institute of") > said.index("Forecasts of heavy rain")) == below


def test_a_page_says_how_many_there_are() -> None:
    first, second = made(216, "A4").parts
    assert "216 authors from 80 institutions; all names on the next page" in first
    assert "Institute of" not in first
    assert second.startswith("Of many Authors and affiliations")


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("count", [12, 13, 41, 81])
def test_without_any_affiliation(count: int, paper: str, tmp_path: Path) -> None:
    said = " ".join(booklet(tmp_path, {"t": talk(count, 0)}, paper).parts)
    assert not re.search("[⁰¹²³⁴⁵⁶⁷⁸⁹]", said)
    assert ("81 authors; all names on the next page" in said) == (count == 81)
    assert name(count - 1) in said


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("count", [12, 13, 41, 81])
def test_the_only_affiliation_of_all_needs_no_number(count: int, paper: str, tmp_path: Path) -> None:
    parts = booklet(tmp_path, {"t": talk(count, 1, shared=True)}, paper).parts
    assert not re.search("[⁰¹²³⁴⁵⁶⁷⁸⁹]", " ".join(parts))
    assert " ".join(parts).count(f"Institute of {PLACES[0]}") == 1
    assert f"{name(count - 1)} Institute of {PLACES[0]}" in parts[-1]
    assert ("81 authors; all names on the next page" in parts[0]) == (count == 81)


def test_presenters_are_always_named_and_bold(tmp_path: Path) -> None:
    found = booklet(tmp_path, {"t": talk(120, 4, presenting=(8, 40, 118))}, "A4")
    assert [index for index in range(120) if name(index) in found.parts[0]] == [*range(9), 40, 118, 119]
    assert re.search(rf"{name(7)}\S*, {name(8)}\S* … {name(40)}\S* … {name(118)}\S*, {name(119)}", found.parts[0])
    bold = {run.text for page in found.pages for run in page if "Serif4-Semibold" in run.font}
    assert {text.replace("\xa0", " ").strip(" ,…") for text in bold} >= {name(8), name(40), name(118)}


def test_when_all_present_only_some_are_named_above_the_abstract(tmp_path: Path) -> None:
    found = booklet(tmp_path, {"t": talk(90, 2, presenting=range(90))}, "A4")
    assert [index for index in range(90) if name(index) in found.parts[0]] == [*range(8), 89]


def test_a_page_of_names_belongs_to_its_talk(tmp_path: Path) -> None:
    """It has the tab of its talk and a bookmark below that of it; the ids of talks do not get into its way."""
    talks = {"a": talk(82, 5, title="One"), "names-a": talk(3, 1, title="Two"), "a-names": talk(2, 1, title="Three")}
    found = booklet(tmp_path, talks, "A4")
    assert len(found.pages) == 4
    tabs = [{run.text for run in page if round(run.size, 2) == 8.75} for page in found.pages]
    assert tabs == [{"1"}, {"1"}, {"2"}, {"3"}]
    reader = PdfReader(io.BytesIO(found.pdf))
    one, (names,), two, three = reader.outline
    assert [entry.title for entry in (one, names, two, three)] == ["One", "Authors and affiliations", "Two", "Three"]
    assert [reader.get_destination_page_number(entry) for entry in (one, names, two, three)] == [0, 1, 2, 3]
    (link,) = [note.get_object() for note in reader.pages[0]["/Annots"]]
    assert "all names" in link["/Contents"]


@pytest.mark.parametrize(("affiliations", "pages", "size"), [(70, 1, 7.5), (85, 1, 7), (96, 1, 6.5), (145, 2, 7.5)])
def test_affiliations_get_smaller_where_that_saves_a_page(
    affiliations: int, pages: int, size: float, tmp_path: Path
) -> None:
    text = talk(216, affiliations).replace("Institute of", "Institute of Measurement, Forecasting and Communication of")
    found = booklet(tmp_path, {"t": text}, "A4")
    assert len(found.pages) == 1 + pages
    assert sizes(found.pages[1], "Forecasting") == {size}


def test_affiliations_below_an_abstract_get_smaller_last(tmp_path: Path) -> None:
    found = [
        booklet(tmp_path / str(length), {"t": talk(80, 40, length=length)}, "A4") for length in range(430, 500, 10)
    ]
    pages = [len(one.pages) for one in found]
    assert pages == sorted(pages)
    assert {*pages} == {1, 2}
    first, last = found[0], found[pages.index(2) - 1]
    assert "T031" in first.codes
    assert "T031" in last.codes
    assert sizes(first.pages[0], "Institute of") == {7.5}
    assert max(sizes(last.pages[0], "Institute of")) < 7.5
