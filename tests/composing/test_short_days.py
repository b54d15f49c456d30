"""Meetings of many short days, from content files to finished booklets: days share pages, and links still lead to them."""

import io
import json
import random
import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from pypdf import PdfReader

from booklet.job import Job
from booklet.make import make
from booklet.proofing.audit import audit
from booklet.proofing.dump import dump
from booklet.proofing.self_check import self_check

Json = dict[str, object]
SEEDS = range(4)
PAPERS = ["A4", "A5"]
WORDS = ("tide", "gauge", "mud", "harbor", "rain", "cloud", "long", "measured", "winter", "without", "of", "in", "the")


class Day(NamedTuple):
    """A day of a series: its date, its title in the booklet, and the titles of its talks."""

    date: str
    title: str
    talks: tuple[str, ...]


class Made:
    """A booklet of days, its pages as text, and what is read of it."""

    def __init__(
        self, folder: Path, days: list[Day], paper: str, *, zone: str = "UTC", abstract: str = "Words."
    ) -> None:
        content = folder / "content"
        (content / "talks").mkdir(parents=True)
        sessions = []
        for number, day in enumerate(days):
            items = []
            for at, title in enumerate(day.talks):
                record = json.dumps({"title": title, "authors": [{"name": f"Ann Other{number}x{at}"}]})
                (content / "talks" / f"d{number}-{at}.md").write_text(f"---\n{record}\n---\n{abstract}\n", "utf-8")
                items.append({"talk": f"d{number}-{at}", "minutes": 30})
            sessions.append(
                {"id": f"s{number}", "title": f"Seminar {number}.", "date": day.date, "start": "9:00", "items": items}
            )
        event = {"title": "Series", "zone": zone, "language": "en-US", "notes": ["All are welcome at the tea."]}
        files = {"event": event, "program": {"sessions": sessions}, "booklet": {"sections": SECTIONS}}
        for name, value in files.items():
            (content / f"{name}.yaml").write_text(json.dumps(value), "utf-8")
        outcome = make(Job(folder, paper=paper), lambda *_: None)
        assert outcome.output is not None, outcome.findings
        assert not {"B001", "B002"} & {finding.code.name for finding in outcome.findings}, outcome.findings
        self.pdf = outcome.output.read_bytes()
        self.reader = PdfReader(io.BytesIO(self.pdf))
        self.pages = [" ".join(page.extract_text().split()) for page in self.reader.pages]
        self.lines = dump(self.pdf).splitlines()
        names = self.reader.named_destinations
        self.places = {name: self.reader.get_destination_page_number(one) for name, one in names.items()}

    def program(self) -> range:
        """The pages of the program."""
        last = max(page for name, page in self.places.items() if re.fullmatch(r"program-\d+|session-.*", name))
        return range(self.places["program"], last + 1)

    def runs(self, page: int) -> list[str]:
        """The text runs of a page, from its index."""
        return [line.partition('"')[2].rstrip('"') for line in self.lines if line.startswith(f"{page + 1} ")]


SECTIONS = ["contents", "program", "abstracts"]


def series(days: list[int], seed: int = 0, start: str = "2026-09-02", apart: int = 5) -> list[Day]:
    """Days with so many talks each, every few days."""
    chance = random.Random(seed)
    first, found = date.fromisoformat(start), []
    for number, count in enumerate(days):
        on = first + timedelta(days=apart * number)
        titles = (" ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 9))) for _ in range(count))
        talks = tuple(f"D{number}-{at}. {title}" for at, title in enumerate(titles))
        found.append(Day(on.isoformat(), f"{on:%A}, {on:%B} {on.day}", talks))
    return found


def invented(seed: int) -> list[Day]:
    """A series of days of one to three talks, and among them a few long ones."""
    chance = random.Random(seed)
    return series([chance.choice([1, 1, 2, 3, 3, 14, 40]) for _ in range(14)], seed)


@cache
def booklet(seed: int, paper: str) -> Made:
    with TemporaryDirectory() as folder:
        return Made(Path(folder), invented(seed), paper)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("seed", SEEDS)
class TestSeries:
    """What holds of any series."""

    def test_every_item_stands_on_the_page_of_its_day_and_short_days_are_whole(self, seed: int, paper: str) -> None:
        made, days = booklet(seed, paper), invented(seed)
        for number, day in enumerate(days):
            end = made.places.get(f"program-{number + 2}", made.program()[-1])
            pages = range(made.places[f"program-{number + 1}"], end + 1)
            assert day.title in made.pages[pages[0]]
            found = [
                next(page for page in pages if f"{title.split()[0]} " in f"{made.pages[page]} ") for title in day.talks
            ]
            assert found == sorted(found)
            if len(day.talks) < 4:
                assert set(found) == {pages[0]}
        assert "All are welcome at the tea." in made.pages[made.program()[-1]]

    def test_contents_and_outline_lead_to_the_days(self, seed: int, paper: str) -> None:
        made, days = booklet(seed, paper), invented(seed)
        contents = made.pages[0]
        for number, day in enumerate(days):
            assert f"{made.places[f'program-{number + 1}'] + 1} {day.title}" in contents
        entries = next(
            one for one in made.reader.outline if isinstance(one, list) and str(one[0].title) == days[0].title
        )
        titles = [str(one.title) for one in entries if not isinstance(one, list)]
        assert titles == [day.title for day in days]
        inner = [[str(one.title) for one in below] for below in entries if isinstance(below, list)]
        assert inner == [[f"Seminar {number}."] for number in range(len(days))]

    def test_heads_say_the_first_and_the_last_day_and_each_has_its_tab(self, seed: int, paper: str) -> None:
        made, days = booklet(seed, paper), invented(seed)
        for page in made.program():
            on_page = [number for number in range(len(days)) if made.places[f"program-{number + 1}"] == page]
            runs = made.runs(page)
            if not on_page:
                continue
            first, last = days[on_page[0]].title, days[on_page[-1]].title
            assert (first if first == last else f"{first} – {last}") in " ".join(runs)
            assert {str(number + 1) for number in on_page} <= set(runs)

    def test_long_days_begin_pages_and_are_alone(self, seed: int, paper: str) -> None:
        made, days = booklet(seed, paper), invented(seed)
        starts = [made.places[f"program-{number + 1}"] for number in range(len(days))]
        for number, day in enumerate(days):
            if len(day.talks) == 40:
                assert starts.count(starts[number]) == 1
        assert len(set(starts)) < len(days)

    def test_the_file_is_whole(self, seed: int, paper: str) -> None:
        made = booklet(seed, paper)
        assert self_check(made.pdf) == ()
        assert audit(made.pdf).faults == ()


@pytest.mark.parametrize("paper", PAPERS)
def test_pages_have_about_as_much_each(tmp_path: Path, paper: str) -> None:
    days = series([1] * 12)
    made = Made(tmp_path, days, paper)
    starts = [made.places[f"program-{number}"] for number in range(1, 13)]
    counts = [starts.count(page) for page in dict.fromkeys(starts)]
    assert len(counts) < 5
    assert max(counts) - min(counts) <= 2


def test_full_days_have_pages_of_their_own(tmp_path: Path) -> None:
    made = Made(tmp_path, series([18, 18, 18]), "A4")
    assert [made.places[f"program-{number}"] for number in (1, 2, 3)] == [1, 2, 3]


def test_a_change_of_the_clocks_begins_a_page(tmp_path: Path) -> None:
    made = Made(tmp_path, series([1, 1, 1], start="2026-10-19"), "A4", zone="Europe/Berlin")
    assert [made.places[f"program-{number}"] for number in (1, 2, 3)] == [1, 1, 2]
    assert ["Times in CEST" in made.pages[page] for page in (1, 2)] == [True, False]
    assert "Times in CET" in made.pages[2]


def test_more_than_fifteen_days_have_no_tabs(tmp_path: Path) -> None:
    tabs = []
    for count in (15, 16):
        made = Made(tmp_path / str(count), series([1] * count), "A5")
        tabs.append([run for page in made.program() for run in made.runs(page) if run == "12"])
    assert [len(one) for one in tabs] == [len(tabs[1]) + 1, len(tabs[1])]


def test_few_abstracts_a_day_follow_each_other_over_days(tmp_path: Path) -> None:
    pages = {}
    for talks in (3, 4):
        days = series([talks] * 21)
        made = Made(tmp_path / str(talks), days, "A4")
        pages[talks] = [made.places[f"talk-d{number}-0"] for number in range(21)]
    assert len(set(pages[3])) < 21
    assert len(set(pages[4])) == 21


def test_without_any_abstract_there_are_none(tmp_path: Path) -> None:
    made = Made(tmp_path, series([2] * 5), "A4", abstract="")
    assert not [name for name in made.places if name.startswith("talk-")]
    assert "Abstracts" not in made.pages[0]
    assert len(made.pages) == 1 + len(made.program())
