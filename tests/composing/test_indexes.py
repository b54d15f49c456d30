"""Indexes of settled booklets: everybody is in them, with the pages on which they really are."""

import io
import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from pypdf import PdfReader

from booklet.codes import NOTHING_TO_PRINT
from booklet.composing.labels import load_labels
from booklet.composing.sections.indexes.index_columns import index_columns
from booklet.composing.sections.indexes.people_index import compose_people
from booklet.job import Job
from booklet.make import make
from booklet.model.index_name import index_name
from booklet.page_map import END, PageMap
from booklet.proofing.audit import audit
from booklet.proofing.self_check import self_check
from booklet.proofing.text_runs import TextRun
from booklet.reading.read_project import read_project
from sheet import letters, runs_of, style

EVENT = "title: Small Meeting\nzone: Europe/Berlin\n"
BREAK = "sessions: [{id: a, title: Coffee, date: 2027-03-01, start: 9:00, until: 10:00, kind: break}]\n"
ALONE = "---\ntitle: On order\nauthors: [Ada Example]\n---\nAn abstract.\n"
PAPERS = ("A4", "A5")
PARTS = "sections: [program, abstracts, people, keywords, participants]\n"
FAMILIES = [
    a + b for a in ("Aster", "Brim", "Corvo", "Dune", "Elm", "Fjell", "Ginst", "Hart") for b in ("", "sen", "ova", "ik")
]
GIVEN = ("Ada", "Bo van", "Cleo-Maria", "Dot", "Eberhardine Maximiliane", "Fritz", "Gil", "Hal de la")
KEYWORDS = (
    "order",
    "Letters",
    "letters",
    "3-D",
    "a keyword of many words that does not fit one line of a column",
    "zeal",
)
LEAST = {"People": 12.5, "Keywords": 16.0, "Participants": 26.0}
LONG = "Maximilianessa Hippolytarius-Wolkensteinsky-Oberhuberstetten"


class Made(NamedTuple):
    """A booklet: what its parts say, and the talks by id with authors (presenting first), keywords, and their pages."""

    pdf: bytes
    parts: dict[str, list[str]]
    authors: dict[str, list[str]]
    keywords: dict[str, list[str]]
    pages: dict[str, int]


def write_project(folder: Path, files: dict[str, str]) -> Path:
    """A project with an event and these files of content/ besides."""
    for name, text in {"event.yaml": EVENT, "program.yaml": BREAK, **files}.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@cache
def made(paper: str) -> Made:
    chance = random.Random(7)
    names = [f"{given} {family}" for family in FAMILIES for given in GIVEN]
    authors = {f"t{number}": chance.sample(names, chance.randint(1, 6)) for number in range(50)}
    for number in range(0, 50, 5):
        authors[f"t{number}"].append("Vera Everywhere")
    authors["t3"].append(LONG)
    keywords = {talk: chance.sample(KEYWORDS, 2) for talk in authors}
    files = {f"talks/{talk}.md": talk_file(talk, authors, keywords) for talk in authors}
    items = "".join(f"      - {{talk: {talk}, minutes: 5}}\n" for talk in authors)
    session = (
        "  - id: s\n    title: Long\n    date: 2027-03-01\n    start: 9:00\n    chairs: [Zoe Chairing, Ada Aster]\n"
    )
    files |= {"program.yaml": f"sessions:\n{session}    items:\n{items}"}
    files |= {"booklet.yaml": f"paper: {paper}\n{PARTS}"}
    people = "".join(f"  - {{name: {name}, affiliation: Institute of {name}}}\n" for name in names[:90])
    files |= {"participants.yaml": f"participants:\n{people}"}
    with TemporaryDirectory() as folder:
        outcome = make(Job(write_project(Path(folder), files)), lambda *_: None)
        assert outcome.output
        pdf = outcome.output.read_bytes()
    assert self_check(pdf) == ()
    faults, parts = audit(pdf)
    assert faults == ()
    texts = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    pages = {talk: next(at for at, text in enumerate(texts, 1) if f"All about {talk}." in text) for talk in authors}
    named = {part.split("\n")[0]: part.strip().split("\n") for part in parts}
    return Made(pdf, named, authors, keywords, pages)


def talk_file(talk: str, authors: dict[str, list[str]], keywords: dict[str, list[str]]) -> str:
    first, *others = authors[talk]
    listed = f"  - {{name: {first}, presenting: true}}\n" + "".join(f"  - {name}\n" for name in others)
    words = "".join(f"  - {word}\n" for word in keywords[talk])
    return f"---\ntitle: Title of {talk}\nauthors:\n{listed}keywords:\n{words}---\nAll about {talk}.\n"


def entries(lines: list[str]) -> dict[str, list[str]]:
    """Page numbers by what stands before them."""
    found = (re.fullmatch(r"(.*?)\s\s((?:\d+c?(?:, )?)+)", line.replace("\xa0", " ")) for line in lines)
    return {one[1]: one[2].split(", ") for one in found if one}


def set_runs(pdf: bytes, title: str) -> list[TextRun]:
    """The text runs of the pages of a part, without those in the margins."""
    reader = PdfReader(io.BytesIO(pdf))
    starts = {
        str(one.title): reader.get_destination_page_number(one) for one in reader.outline if not isinstance(one, list)
    }
    following = min((page for page in starts.values() if page > starts[title]), default=len(reader.pages))
    height = float(reader.pages[0].mediabox.height)
    runs = [run for page in range(starts[title], following) for run in runs_of(pdf, page)]
    return [run for run in runs if height * 0.08 < run.y < height * 0.93]


@pytest.mark.parametrize("paper", PAPERS)
def test_every_author_is_listed_with_the_pages_of_their_talks(paper: str) -> None:
    booklet = made(paper)
    expected: dict[str, set[int]] = {}
    for talk, names in booklet.authors.items():
        for name in names:
            expected.setdefault(index_name(name).words, set()).add(booklet.pages[talk])
    found = entries(booklet.parts["People"])
    authors = {name: [int(page) for page in pages if page.isdigit()] for name, pages in found.items()}
    assert {name: pages for name, pages in authors.items() if pages} == {
        name: sorted(pages) for name, pages in expected.items()
    }
    assert len(expected) > 100


@pytest.mark.parametrize("paper", PAPERS)
def test_chairs_have_the_page_of_their_session(paper: str) -> None:
    found = entries(made(paper).parts["People"])
    assert found["Chairing, Zoe"] == ["1c"]
    assert [name for name, pages in found.items() if "1c" in pages] == ["Aster, Ada", "Chairing, Zoe"]


@pytest.mark.parametrize("paper", PAPERS)
def test_pages_on_which_somebody_presents_are_bold(paper: str) -> None:
    booklet = made(paper)
    bold = {run.text for run in set_runs(booklet.pdf, "People") if run.font.endswith("Semibold") and run.text.isdigit()}
    assert bold == {str(page) for page in booklet.pages.values()}
    presented = sum(run.font.endswith("Semibold") and run.text.isdigit() for run in set_runs(booklet.pdf, "People"))
    assert presented == len(booklet.pages)
    italic = [run.text for run in set_runs(booklet.pdf, "People") if run.font.endswith("It")]
    assert italic == ["1c", "1c"]


@pytest.mark.parametrize("paper", PAPERS)
def test_names_stand_in_order_below_their_letters(paper: str) -> None:
    lines = made(paper).parts["People"]
    letters = [line for line in lines if len(line) == 1]
    assert letters == sorted(letters)
    current = ""
    names = []
    for line in lines[2:]:
        current = line if len(line) == 1 else current
        if len(line) > 1:
            assert line[0] == current
            names.append(line.split(",")[0])
    assert names == sorted(names)


@pytest.mark.parametrize("paper", PAPERS)
def test_keywords_that_differ_in_capitals_are_one(paper: str) -> None:
    booklet = made(paper)
    found = entries(booklet.parts["Keywords"])
    assert ("Letters" in found) != ("letters" in found)
    usual = max(("Letters", "letters"), key=lambda word: sum(word in words for words in booklet.keywords.values()))
    pages = {booklet.pages[talk] for talk, words in booklet.keywords.items() if {"Letters", "letters"} & set(words)}
    assert found[usual] == [str(page) for page in sorted(pages)]
    assert booklet.parts["Keywords"][-2:][0] == "Other"
    assert booklet.parts["Keywords"][-1].startswith("3-D")


@pytest.mark.parametrize("paper", PAPERS)
def test_participants_stand_beside_their_affiliations(paper: str) -> None:
    lines = [line.replace("\xa0", " ") for line in made(paper).parts["Participants"] if len(line) > 1][1:]
    names = [index_name(f"{given} {family}") for family in FAMILIES for given in GIVEN][:90]
    written = {index_name(f"{given} {family}").words: f"{given} {family}" for family in FAMILIES for given in GIVEN}
    expected = sorted(names, key=lambda name: name.key("en-US"))
    assert lines == [line for name in expected for line in (name.words, f"Institute of {written[name.words]}")]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("title", "columns"), [("People", (4, 3)), ("Keywords", (3, 2)), ("Participants", (2, 1))])
def test_nothing_stands_out_of_its_column(paper: str, title: str, columns: tuple[int, int]) -> None:
    pdf = made(paper).pdf
    count = columns[PAPERS.index(paper)]
    left, inner = {"A4": (51.02, 484.72), "A5": (34.02, 351.5)}[paper]
    gap = 14.17
    width = (inner - (count - 1) * gap) / count
    assert len(index_columns(style(paper), LEAST[title])) == count
    seen = set()
    for run in set_runs(pdf, title):
        if run.size > 12 or "chairs." in run.text:
            continue
        column = int((run.x - left + 1) / (width + gap))
        seen.add(column)
        assert run.end_x - len(run.text) + len(run.text.rstrip()) <= left + column * (width + gap) + width + 1, run.text
    assert seen <= set(range(count))


@pytest.mark.parametrize("paper", PAPERS)
def test_page_numbers_are_links_with_words(paper: str) -> None:
    booklet = made(paper)
    reader = PdfReader(io.BytesIO(booklet.pdf))
    first = next(reader.get_destination_page_number(one) for one in reader.outline if one.title == "People")  # type: ignore[union-attr]
    links = [link.get_object() for link in reader.pages[first]["/Annots"]]
    numbers = [str(link["/Contents"]) for link in links]
    assert all(re.fullmatch(r"Page \d+", words) for words in numbers)
    assert len(numbers) > 50


@pytest.mark.parametrize(
    ("talks", "settings", "there"),
    [
        (5, "", False),
        (6, "", True),
        (1, "sections: [abstracts, people]\n", True),
        (6, "sections: [people, notes]\n", False),
    ],
)
def test_when_there_is_an_index(talks: int, settings: str, *, there: bool, tmp_path: Path) -> None:
    authors = {f"t{number}": ["Ada Aster"] for number in range(talks)}
    files = {f"talks/{talk}.md": talk_file(talk, authors, {talk: ["order"]}) for talk in authors}
    files |= {"booklet.yaml": settings}
    outcome = make(Job(write_project(tmp_path, files)), lambda *_: None)
    parts = audit(outcome.output.read_bytes()).parts if outcome.output else ()
    assert any(part.startswith("People") for part in parts) == there


@pytest.mark.parametrize("settings", ["sections: [people]\n", "sections: [keywords, rooms, participants]\n"])
def test_indexes_of_a_booklet_without_anything_else(settings: str, tmp_path: Path) -> None:
    files = {
        "booklet.yaml": settings,
        "talks/ada.md": ALONE,
        "program.yaml": BREAK.replace("kind", "chairs: [Bo], kind"),
    }
    outcome = make(Job(write_project(tmp_path, files)), lambda *_: None)
    assert outcome.output is None
    assert NOTHING_TO_PRINT in {finding.code for finding in outcome.findings}


@pytest.fixture
def pages_of(tmp_path: Path) -> Callable[[str, str], list[str]]:
    """What the index of people says of a project with other files."""

    def said(event: str, sections: str) -> list[str]:
        files = {"event.yaml": event, "booklet.yaml": f"sections: {sections}\n", "talks/ada.md": ALONE}
        outcome = make(Job(write_project(tmp_path, files)), lambda *_: None)
        assert outcome.output
        return audit(outcome.output.read_bytes()).parts[-1].split("\n")

    return said


def test_members_of_committees_wait_for_the_part(pages_of: Callable[[str, str], list[str]]) -> None:
    event = f"{EVENT}committees:\n  Board: [Zita Member]\n"
    assert not any("Zita" in line for line in pages_of(event, "[abstracts, people]"))


@pytest.mark.parametrize("language", ["ar", "ja"])
def test_names_in_booklets_of_other_directions_and_scripts(
    language: str, pages_of: Callable[[str, str], list[str]]
) -> None:
    lines = pages_of(f"{EVENT}language: {language}\n", "[abstracts, people]")
    assert any(line.replace("\xa0", " ").startswith("Example, Ada  1") for line in lines)


SEVERAL = """
rooms: [Loft, Cellar]
sessions:
  - {id: one, title: One, date: 2027-03-01, start: 9:00, room: Loft, chairs: [Zoe Chairing], items: [{talk: ada, minutes: 9}]}
  - {id: two, title: Two, date: 2027-03-01, start: 9:00, room: Cellar, chairs: [Bo Waits], items: [{title: Talk, minutes: 9}]}
  - {id: three, title: Three, date: 2027-03-01, start: 10:00, room: Cellar, track: T, items: [{title: End, minutes: 9}]}
"""


@pytest.mark.parametrize(
    ("pages", "named"),
    [
        ({}, ["Chairing, Zoe", "Example, Ada", "Member, Zita", "Waits, Bo"]),  # the first round, without numbers
        ({"talk-ada": 5, "committees": 2}, ["Example, Ada", "Member, Zita"]),
        ({"session-one": 1}, ["Chairing, Zoe", "Example, Ada"]),  # who has no abstract is found in the session
        ({"session-two": 1, "program": 1}, ["Waits, Bo"]),
    ],
)
def test_only_those_are_named_who_are_on_a_page(pages: dict[str, int], named: list[str], tmp_path: Path) -> None:
    files = {
        "program.yaml": SEVERAL,
        "talks/ada.md": ALONE,
        "event.yaml": f"{EVENT}committees: {{Board: [Zita Member]}}\n",
    }
    files |= {"booklet.yaml": "sections: [program, committees, abstracts, people]\n"}
    program, _ = read_project(write_project(tmp_path, files))
    assert program
    numbers = PageMap(pages | ({END: 9} if pages else {}))
    (section,) = compose_people(program, letters(), load_labels("en-US"), numbers)
    assert [block.entry for block in section.blocks if block.entry] == named


def test_lines_turned_over_among_participants_are_indented(tmp_path: Path) -> None:
    people = (
        "  - {name: Ada Bell, affiliation: Institute of Slow and Patient Measurements at the Far End of the Pier}\n"
    )
    files = {"participants.yaml": f"participants:\n{people}", "booklet.yaml": "sections: [participants]\n"}
    files |= {"talks/ada.md": ALONE}
    outcome = make(Job(write_project(tmp_path, files)), lambda *_: None)
    assert outcome.output
    first, *others = [
        run for run in set_runs(outcome.output.read_bytes(), "Participants") if run.size < 10 and run.x > 100
    ]
    assert others
    assert {round(run.x - first.x, 1) for run in others} == {round(1.2 * first.size, 1)}
