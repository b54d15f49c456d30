"""Sessions with a zone of their own: their times say it, and what stands on the clocks of the event is on those."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from booklet.job import Job
from booklet.make import make
from meeting import pages_of, talk, write

EVENT = "title: Meeting\nzone: Europe/Berlin\nlanguage: en-US\n"
CITIES = "time-zones: {Europe: [Berlin], Asia: [{zone: Asia/Kolkata, label: Mumbai}]}\n"
ALL = "sections: [front-cover, program, posters, abstracts, rooms, back-cover]\n"


def files(settings: str, event: str = EVENT) -> dict[str, str]:
    """The day begins in India, an hour before it does in Berlin, and ends there with posters."""
    return {
        "event.yaml": event,
        "booklet.yaml": settings,
        "program.yaml": (
            "sessions:\n"
            "- {id: a, title: Far, date: 2026-05-05, start: 12:00, zone: Asia/Kolkata, room: Veranda, "
            "items: [{talk: far, minutes: 20}, {title: End, minutes: 10}]}\n"
            "- {id: b, title: Near, date: 2026-05-05, start: 9:30, room: Hall, items: [{talk: near, minutes: 20}]}\n"
            "- {id: c, title: Walls, date: 2026-05-05, start: 15:30, until: 16:30, zone: Asia/Kolkata, room: Veranda, "
            "kind: posters, items: [{talk: hung}]}\n"
        ),
        "talks/far.md": talk("Monsoon"),
        "talks/near.md": talk("Drizzle"),
        "talks/hung.md": talk("Fog", "kind: poster", "board: P1"),
    }


def runs(folder: Path, content: dict[str, str]) -> list[str]:
    return [run.replace("\xa0", " ") for page in pages_of(folder, content) for run in page]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("front-cover", "08:30–13:00 CEST"),
        ("program", "Times in CEST"),
        ("posters", "Board P1, Tuesday, May 5, 15:30–16:30 IST, Veranda"),
        ("rooms", "Far  12:00–12:30 IST"),
    ],
)
def test_parts(tmp_path: Path, part: str, expected: str) -> None:
    settings = f"sections: [{part}]\nprogram: {{at-a-glance: grid, list: none}}\n"
    said = runs(tmp_path, files(settings))
    assert expected in said
    assert "Times in IST" not in said


def test_abstracts_that_run_on(tmp_path: Path) -> None:
    settings = "sections: [abstracts]\nabstracts: {layout: run-on, order: session}\n"
    said = runs(tmp_path, files(settings))
    assert {"12:00–12:20 IST", "09:30–09:50"} <= set(said)
    assert any("15:30–16:30 IST" in run for run in said)


def test_cities_beside_a_talk_are_those_with_other_clocks_than_its_own(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, files("sections: [abstracts]\nabstracts: {layout: page}\n", EVENT + CITIES))
    far, near = (next(page for page in pages if title in page) for title in ("Monsoon", "Drizzle"))
    assert any("Berlin" in run for run in far)
    assert not any("Mumbai" in run for run in far)
    assert any("Mumbai" in run for run in near)
    assert not any("Berlin" in run for run in near)


def test_the_ornament_stands_on_the_clocks_of_the_event(tmp_path: Path) -> None:
    rows = ", ".join(f"{{title: Row {number}, minutes: 10}}" for number in range(24))
    covers = []
    for name, start in (("near", "8:30"), ("far", "12:00, zone: Asia/Kolkata")):
        sessions = (
            f"- {{id: a, title: Far, date: 2026-05-05, start: {start}, room: Veranda, items: [{rows}]}}\n"
            f"- {{id: b, title: Near, date: 2026-05-05, start: 9:30, room: Hall, items: [{rows}]}}\n"
        )
        content = {"event.yaml": EVENT, "booklet.yaml": ALL, "program.yaml": f"sessions:\n{sessions}"}
        outcome = make(Job(write(tmp_path / name, content)), lambda *_: None)
        assert outcome.output, outcome.findings
        (page, *_) = PdfReader(io.BytesIO(outcome.output.read_bytes())).pages
        covers.append(page.get_contents().get_data())  # type: ignore[union-attr]
    assert covers[0] == covers[1]
