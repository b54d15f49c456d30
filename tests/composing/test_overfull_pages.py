"""Whatever an event says, nothing leaves the page or runs into its foot."""

from pathlib import Path

import pytest

from booklet.job import Job
from booklet.make import make
from booklet.proofing.audit import audit
from booklet.proofing.dump import dump
from booklet.styling.style import COVERS

TALK = "---\ntitle: A talk\nauthors: [{name: Ann, presenting: true, affiliations: [Home]}]\n---\nWords.\n"
PROGRAM = "sessions: [{id: a, title: S, date: 2026-05-05, start: 9:00, items: [{talk: one, minutes: 20}]}]\n"


def set_event(folder: Path, event: str, paper: str, cover: str = "field") -> list[list[tuple[float, float]]]:
    """x and y of every run of text, by page."""
    (folder / "content" / "talks").mkdir(parents=True)
    (folder / "content" / "event.yaml").write_text(f"zone: UTC\n{event}", "utf-8")
    (folder / "content" / "program.yaml").write_text(PROGRAM)
    (folder / "content" / "talks" / "one.md").write_text(TALK)
    (folder / "styles").mkdir()
    (folder / "styles" / "mine.yaml").write_text(f"cover: {cover}\n")
    outcome = make(Job(folder, paper=paper, style="mine"), lambda *_: None)
    assert outcome.output is not None, outcome.findings
    pages: list[list[tuple[float, float]]] = []
    for line in dump(outcome.output.read_bytes()).splitlines():
        _, x, y, *_ = line.split(" ")
        if line.startswith("page "):
            pages.append([])
        else:
            pages[-1].append((float(x), float(y)))
    return pages


PEOPLE = "".join(f"  - {{name: Person Number {n}, affiliation: {'University of Somewhere ' * 4}}}\n" for n in range(40))
EVENTS = {
    "many organizers": f"title: Meeting\norganizers:\n{PEOPLE}",
    "long words": f"title: {'W' * 300}\nsubtitle: {'W' * 300}\norganizers: [Ann]\n",
    "long texts": f"title: M\ntopic: {'Quite a few words ' * 16}\nseries: {'Series of words ' * 18}\norganizers: [Ann]\n",
}


@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize("cover", COVERS)
@pytest.mark.parametrize("event", EVENTS.values(), ids=EVENTS)
def test_covers_hold_what_is_on_them(tmp_path: Path, event: str, cover: str, paper: str) -> None:
    pages = set_event(tmp_path, event, paper, cover)
    for page in (pages[0], pages[-1]):
        assert min(y for _, y in page) > 10
    # the organizers of a cover of nothing but type stand in a second column
    heights = [y for x, y in pages[0] if cover != "type" or x < 100]
    assert heights == sorted(heights, reverse=True)  # read from the top down: nothing is set over what is above it


def test_local_times_stay_in_the_margin(tmp_path: Path) -> None:
    cities = ["London", "Berlin", "Tokyo", "Sydney", "Denver", "Kathmandu", "Honolulu", "Auckland", "Delhi", "Lima"] * 4
    regions = "".join(f"  Region {n}: [{{zone: {city}, label: A long label {n}}}]\n" for n, city in enumerate(cities))
    pages = set_event(tmp_path, f"title: Meeting\nclock: 12\ntime-zones:\n{regions}", "A5")
    abstract = pages[-2]
    assert all(y > 48 for x, y in abstract if x < 80 and y > 22)


def test_no_pages_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "event.yaml").write_text("title: Meeting\nzone: UTC\n")
    (tmp_path / "content" / "program.yaml").write_text("sessions:\n")
    (tmp_path / "content" / "booklet.yaml").write_text("sections: [abstracts]\n")
    outcome = make(Job(tmp_path), lambda *_: None)
    assert outcome.output is None
    assert "K031" in [finding.code.name for finding in outcome.findings]


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_a_row_of_the_program_that_no_page_holds_goes_on_on_the_next(tmp_path: Path, paper: str) -> None:
    names = [f"{letter}{'W' * 199}" for letter in "abcdefghij"]
    authors = ", ".join(f"{{name: {name}, affiliations: [Home]}}" for name in names)
    (tmp_path / "content" / "talks").mkdir(parents=True)
    zones = f"time-zones: {{Asia: [{{zone: Tokyo, label: {'W' * 60}}}]}}"
    (tmp_path / "content" / "event.yaml").write_text(f"title: M\nzone: UTC\n{zones}\n")
    (tmp_path / "content" / "program.yaml").write_text(PROGRAM)
    (tmp_path / "content" / "talks" / "one.md").write_text(
        TALK.replace("{name: Ann,", "{name: Ann, affiliations: [Home]},").replace(
            " presenting: true, affiliations: [Home]}", authors
        )
    )
    outcome = make(Job(tmp_path, paper=paper), lambda *_: None)
    assert outcome.output is not None, outcome.findings
    assert "B002" not in {finding.code.name for finding in outcome.findings}
    told = "".join(audit(outcome.output.read_bytes()).parts[1].split())
    assert all(name in told for name in names)  # the row is read as one
    lines = dump(outcome.output.read_bytes()).splitlines()
    assert all(float(line.split(" ")[2]) > 10 for line in lines if not line.startswith("page "))
