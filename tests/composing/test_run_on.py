"""Abstracts that follow each other, from content files to finished booklets."""

import io
import random
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from invented_conference import talk, write
from pypdf import PdfReader
from pypdf.generic import Destination

from booklet.job import Job
from booklet.lettering.paragraph import ASCENT
from booklet.make import make
from booklet.proofing.audit import audit
from booklet.proofing.text_runs import TextRun
from booklet.set_book import set_book
from booklet.styling.style import TextStyle
from said import lost_in
from sheet import runs_of, style
from tag_tree import Tag, tag_of

COUNT = 24
SEEDS = range(4)
LAYOUTS = [("A4", "run-on"), ("A5", "run-on"), ("Letter", "run-on"), ("A4", "two-columns"), ("Letter", "two-columns")]


class Booklet(NamedTuple):
    """A finished booklet: file, text of its parts, text runs of its pages, and its titles in the order of the program."""

    pdf: bytes
    parts: tuple[str, ...]
    pages: tuple[list[TextRun], ...]
    titles: tuple[str, ...]


class Line(NamedTuple):
    """The runs of one baseline in a column."""

    y: float
    size: float
    text: str


def finished(folder: Path) -> tuple[bytes, tuple[str, ...], tuple[list[TextRun], ...]]:
    outcome = make(Job(folder), lambda *_: None)
    assert outcome.output, [finding.message for finding in outcome.findings]
    assert {finding.code.name for finding in outcome.findings} & {"T030", "T031", "Q001"} == set()
    pdf = outcome.output.read_bytes()
    faults, parts = audit(pdf)
    assert faults == ()
    pages = tuple(runs_of(pdf, page) for page in range(outcome.pages))
    return pdf, tuple(" ".join(part.split()) for part in parts), pages


@cache
def made(paper: str, layout: str, order: str = "session", seed: int = 0, *, sections: str = "abstracts") -> Booklet:
    settings = f"paper: {paper}\nsections: [{sections}]\nabstracts: {{layout: {layout}, order: {order}}}\n"
    with TemporaryDirectory() as folder:
        titles = write(Path(folder), COUNT, settings, seed)
        return Booklet(*finished(Path(folder)), tuple(titles))


def one_talk(folder: Path, text: str, settings: str) -> tuple[bytes, tuple[str, ...], tuple[list[TextRun], ...]]:
    """The booklet of a conference whose first talk is replaced."""
    write(folder, 4, settings)
    (folder / "content" / "talks" / "t001.md").write_text(text, "utf-8")
    return finished(folder)


def texts(paper: str, layout: str) -> dict[str, TextStyle]:
    found = style(paper).text
    prefix = layout.replace("-", "_")
    return {name: getattr(found, f"{prefix}_{name}") for name in ("title", "body", "session", "time", "detail")}


def columns(paper: str, layout: str, page: list[TextRun]) -> Iterator[list[Line]]:
    """The lines of each column, from the top down; without what stands in margins."""
    found = style(paper).page
    edges = [found.text_left] if layout == "run-on" else [found.left, found.left + (found.inner_width + 17.0) / 2]
    for index, left in enumerate(edges):
        right = edges[index + 1] - 1 if index + 1 < len(edges) else found.width
        own = [
            run
            for run in page
            if left - 3 <= run.x < right - 3 and found.bottom < run.y < found.height - found.top and run.text.strip()
        ]
        rows: dict[float, list[TextRun]] = {}
        for run in own:
            near = next((y for y in rows if abs(y - run.y) < 2), run.y)
            rows.setdefault(near, []).append(run)
        yield [
            Line(
                y, round(max(run.size for run in runs), 2), "".join(run.text for run in sorted(runs, key=lambda r: r.x))
            )
            for y, runs in sorted(rows.items(), reverse=True)
        ]


@pytest.mark.parametrize(("paper", "layout"), LAYOUTS)
@pytest.mark.parametrize("seed", SEEDS)
def test_every_talk_is_there_once_and_in_order(paper: str, layout: str, seed: int) -> None:
    booklet = made(paper, layout, seed=seed)
    said = " ".join(booklet.parts)
    assert re.findall(r"Talk \d{3}", said) == list(booklet.titles)


@pytest.mark.parametrize("order", ["time", "track", "board", "title"])
@pytest.mark.parametrize("layout", ["run-on", "two-columns", "page"])
def test_in_every_order_too(layout: str, order: str) -> None:
    booklet = made("A4", layout, order)
    found = re.findall(r"Talk \d{3}", " ".join(booklet.parts))
    assert sorted(found) == sorted(booklet.titles)
    assert (found == sorted(found)) == (order in {"title", "board"})


def by_talk(paper: str, layout: str, seed: int) -> Iterator[list[list[Line]]]:
    """The lines of every talk, a list for each column that it stands in."""
    title, session = texts(paper, layout)["title"].size, texts(paper, layout)["session"].size
    begun: list[list[Line]] = []
    for page in made(paper, layout, seed=seed).pages:
        for lines in columns(paper, layout, page):
            if begun:
                begun.append([])
            for line in lines:
                if line.size == title and line.text.startswith("Talk"):
                    if begun:
                        yield begun
                    begun = [[]]
                if begun and line.size != session:
                    begun[-1].append(line)
    yield begun


@pytest.mark.parametrize(("paper", "layout"), LAYOUTS)
@pytest.mark.parametrize("seed", SEEDS)
def test_no_title_stands_at_the_foot_without_three_lines(paper: str, layout: str, seed: int) -> None:
    body = texts(paper, layout)["body"].size
    talks = list(by_talk(paper, layout, seed))
    assert len(talks) == COUNT
    for parts in talks:
        lines = [[line for line in part if line.size == body] for part in parts]
        assert len(lines[0]) >= min(3, sum(map(len, lines)))


@pytest.mark.parametrize(("paper", "layout"), LAYOUTS)
@pytest.mark.parametrize("seed", SEEDS)
def test_no_line_of_a_paragraph_stands_alone(paper: str, layout: str, seed: int) -> None:
    """One line alone in a column is a paragraph: it begins with a capital and ends with a full stop."""
    body = texts(paper, layout)["body"].size
    for parts in by_talk(paper, layout, seed):
        for part in parts:
            lines = [line.text.strip() for line in part if line.size == body]
            if len(lines) == 1:
                assert re.fullmatch(r"[A-Z].*\.", lines[0])


@pytest.mark.parametrize(("paper", "layout"), LAYOUTS)
@pytest.mark.parametrize("seed", SEEDS)
def test_keywords_and_references_begin_no_column(paper: str, layout: str, seed: int) -> None:
    starts = [part[0].text for parts in by_talk(paper, layout, seed) for part in parts[1:] if part]
    assert [text for text in starts if text.startswith(("Keywords", "References"))] == []


@pytest.mark.parametrize(("paper", "layout"), LAYOUTS)
@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_stands_on_anything_else(paper: str, layout: str, seed: int) -> None:
    for page in made(paper, layout, seed=seed).pages:
        assert overlaps(page) == []


def overlaps(page: list[TextRun]) -> list[tuple[str, str]]:
    """The texts that stand on each other."""
    placed = sorted((run for run in page if run.text.strip()), key=lambda run: (-run.y, run.x))
    found = []
    for index, run in enumerate(placed):
        for other in placed[index + 1 :]:
            if run.y - other.y > run.size:
                break
            shared = min(run.end_x, other.end_x) - max(run.x, other.x)
            if shared >= 1 and run.y - other.y <= 0.7 * min(run.size, other.size):
                found.append((run.text, other.text))
    return found


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_what_is_said_in_the_margin_has_room_beside_short_talks(tmp_path: Path, paper: str) -> None:
    write(tmp_path, 8, f"paper: {paper}\nsections: [abstracts]\nabstracts: {{layout: run-on, order: title}}\n")
    for path in (tmp_path / "content" / "talks").iterdir():
        path.write_text(f"---\ntitle: Talk {path.stem[1:]}\nauthors: [Ada Barden]\n---\nOne line.\n", "utf-8")
    program = tmp_path / "content" / "program.yaml"
    room = "The long room above the boathouse at the end of the northern pier"
    program.write_text(program.read_text("utf-8").replace("Cabin", room), "utf-8")
    _, parts, pages = finished(tmp_path)
    assert room in parts[0]
    for page in pages:
        assert overlaps(page) == []


@pytest.mark.parametrize("paper", ["A4", "A5", "Letter"])
@pytest.mark.parametrize("seed", SEEDS)
def test_in_one_column_abstracts_stand_on_the_grid(paper: str, seed: int) -> None:
    body, page = style(paper).text.run_on_body, style(paper).page
    origin = page.height - page.top - ASCENT * body.size
    runs = [run for runs in made(paper, "run-on", seed=seed).pages for run in runs if round(run.size, 2) == body.size]
    lines = [(origin - run.y) / body.leading for run in runs if run.font.endswith(("Serif4-Regular", "SmText-Regular"))]
    assert len(lines) > 100
    assert lines == pytest.approx([round(line) for line in lines], abs=0.01)


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_talks_are_parted_by_lines_of_white(paper: str) -> None:
    """From the end of an abstract to the next title there are 1.5 to 2.5 lines of white."""
    title, body = style(paper).text.run_on_title, style(paper).text.run_on_body
    seen = 0
    for page in made(paper, "run-on").pages:
        for lines in columns(paper, "run-on", page):
            for above, below in pairwise(lines):
                if above.size == body.size and below.size == title.size:
                    white = above.y - below.y - (1 - ASCENT) * body.size - ASCENT * title.size
                    assert 1.5 - 0.01 <= white / body.leading <= 2.5 + 0.01
                    seen += 1
    assert seen > 4


@pytest.mark.parametrize(("count", "tabs"), [(60, {str(number) for number in range(1, 61)}), (61, {"1", "2"})])
def test_tabs_of_pages_count_talks_or_days(tmp_path: Path, count: int, tabs: set[str]) -> None:
    write(tmp_path, count, "paper: A5\nsections: [abstracts]\nabstracts: {layout: page}\n")
    outcome = make(Job(tmp_path), lambda *_: None)
    assert outcome.output
    pdf, width = outcome.output.read_bytes(), style("A5").page.width
    found = {run.text for page in range(outcome.pages) for run in runs_of(pdf, page) if not 12 < run.x < width - 12}
    assert found == tabs


def test_in_two_columns_each_begins_at_its_edge() -> None:
    page = style("A4").page
    body = style("A4").text.two_columns_body.size
    runs = [run for runs in made("A4", "two-columns").pages for run in runs if round(run.size, 2) == body]
    width = (page.inner_width - 17.0) / 2
    assert {run.x < page.left + width for run in runs} == {True, False}
    assert max(run.end_x for run in runs if run.x < page.left + width) < page.left + width + 5


@pytest.mark.parametrize(("layout", "fewer"), [("run-on", 0.75), ("two-columns", 0.6)])
def test_they_take_fewer_pages(layout: str, fewer: float) -> None:
    assert len(made("A4", layout).pages) <= fewer * COUNT


def test_on_a5_two_columns_are_one() -> None:
    assert made("A5", "two-columns").pages == made("A5", "run-on").pages


@pytest.mark.parametrize(("paper", "layout"), LAYOUTS)
def test_the_program_leads_to_every_talk(paper: str, layout: str) -> None:
    booklet = made(paper, layout, sections="program, abstracts")
    reader = PdfReader(io.BytesIO(booklet.pdf))
    wanted = {f"talk-t{number:03}" for number in range(1, COUNT + 1)}
    assert wanted <= set(reader.named_destinations)
    targets = [annotation.get_object().get("/Dest") for page in reader.pages for annotation in page.get("/Annots", [])]
    scheduled = {f"talk-t{number:03}" for number in range(1, COUNT - 2)}
    sessions = [target for target in targets if target not in scheduled]
    assert scheduled <= set(targets)
    assert set(sessions) == {f"session-s{number}" for number in range(4)}
    assert len(sessions) == len(scheduled)


def test_the_outline_names_the_part_and_every_talk() -> None:
    reader = PdfReader(io.BytesIO(made("A4", "run-on").pdf))
    top, *below = reader.outline
    assert isinstance(top, Destination)
    assert top.title == "Abstracts"
    (talks,) = below
    assert isinstance(talks, list)
    assert [re.match(r"Talk \d{3}", one.title)[0] for one in talks] == list(made("A4", "run-on").titles)  # type: ignore[index]


def tags(tag: Tag) -> Iterator[Tag]:
    yield tag
    for part in tag.content:
        if isinstance(part, Tag):
            yield from tags(part)


def test_the_structure_has_an_element_for_every_talk(tmp_path: Path) -> None:
    write(tmp_path, 12, "paper: A4\nsections: [abstracts]\nabstracts: {layout: run-on}\n")
    book, _ = set_book(Job(tmp_path), lambda *_: None)
    assert book
    assert [section.key for section, _ in book.sections] == ["abstracts", "abstracts-2", "abstracts-3"]
    found = [tag for _, piece in book.sections for tag in tags(tag_of(piece))]
    talks = [tag for tag in found if tag.name.startswith("talk-")]
    assert [tag.name for tag in talks] == [f"talk-t{number:03}" for number in range(1, 13)]
    assert {tag.role for tag in talks} == {"Sect"}
    assert {next(tags(part).__next__() for part in tag.content if isinstance(part, Tag)).role for tag in talks} == {
        "H2"
    }
    assert [tag.role for tag in found if tag.role == "H1"] == ["H1"] * 4


def test_pages_name_their_day_and_sessions() -> None:
    heads = [
        [run.text for run in page if run.y > style().page.height - style().page.top]
        for page in made("A4", "run-on").pages
    ]
    assert heads[0] == ["Tuesday, May 5", "Session A"]
    assert any("Session C – Session D" in head for head in map(" ".join, heads))
    assert "Wednesday, May 6" in {words for head in heads for words in head}
    tabs = [
        [run.text for run in page if run.x < 16 or run.x > style().page.width - 16]
        for page in made("A4", "run-on").pages
    ]
    assert tabs[0] == ["1"]
    assert ["2"] in tabs


def test_a_lost_text_is_found(tmp_path: Path) -> None:
    write(tmp_path, 8, "paper: A4\nsections: [abstracts]\nabstracts: {layout: run-on}\n")
    book, _ = set_book(Job(tmp_path), lambda *_: None)
    assert book
    places = tuple(tuple(one.name for one in piece.destinations) for _, piece in book.sections)
    _, parts, _ = finished(tmp_path)
    assert lost_in(book.program, places, parts, "") == ()
    at = next(index for index, names in enumerate(places) if "talk-t003" in names)
    words = re.search(r"Talk 003 \w+", parts[at])
    assert words
    lacking = parts[at].replace(words[0], "")
    assert lost_in(book.program, places, (*parts[:at], lacking, *parts[at + 1 :]), "") != ()


MANY = 95


def test_all_names_of_very_many_stand_after_the_abstracts(tmp_path: Path) -> None:
    text = talk(1, random.Random(1), authors=MANY)
    pdf, parts, _ = one_talk(tmp_path, text, "paper: A4\nsections: [abstracts]\nabstracts: {layout: run-on}\n")
    assert "95 authors" in parts[0]
    assert "all names after the abstracts" in parts[0]
    assert "Authors and affiliations" in parts[-1]
    names = re.findall(r"name: (.*?), aff", text)
    assert all(name in parts[-1] for name in names)
    assert sum(name in parts[0] for name in set(names)) < MANY / 2
    outline = PdfReader(io.BytesIO(pdf)).outline
    assert "Authors and affiliations · Talk 001" in str(outline)


@pytest.mark.parametrize("layout", ["run-on", "two-columns"])
@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_whatever_is_long_finds_room(tmp_path: Path, paper: str, layout: str) -> None:
    """As much as is taken for a title, keywords, a room and a session; and a talk of nothing but its title."""
    long, room = " ".join(["measured"] * 33), " ".join(["Hall"] * 39)
    keywords = ", ".join(f"ice tide {number}" for number in range(199))
    text = f"---\ntitle: {long}\nkeywords: [{keywords}]\n---\nOne line.\n"
    settings = f"paper: {paper}\nsections: [abstracts]\nabstracts: {{layout: {layout}, order: title}}\n"
    write(tmp_path, 6, settings)
    talks = tmp_path / "content" / "talks"
    (talks / "t001.md").write_text(text, "utf-8")
    (talks / "t002.md").write_text("---\ntitle: Nothing else\n---\n", "utf-8")
    program = tmp_path / "content" / "program.yaml"
    program.write_text(program.read_text("utf-8").replace("Hall", room).replace("Session A", long), "utf-8")
    for order in ("title", "session"):
        (tmp_path / "content" / "booklet.yaml").write_text(settings.replace("title", order), "utf-8")
        _, parts, pages = finished(tmp_path)
        assert "Nothing else" in " ".join(parts)
        assert " ".join(parts).count(long) == 1 + (order == "session")
        assert " ".join(parts).count("ice tide") == 199
        foot = style(paper).page.bottom * 0.4
        assert min(run.y for page in pages for run in page) > foot
