"""Programs of real events through the whole of booklet: nothing of them is lost, and what is wrong in them makes no error."""

import csv
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from booklet.finding import Finding, Severity
from booklet.job import Job
from booklet.make import make
from booklet.model.program import Program
from booklet.model.rich_text import plain
from booklet.model.session import Session
from booklet.model.talk import Talk
from booklet.reading.read_project import read_project
from real_programs import DATA, REAL_PROGRAMS
from real_programs.content_folder import identifier
from real_programs.marked_text import escaped, escaped_lines, from_html
from real_programs.report import letters, lost_titles, pdf_text

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the shared inputs are not there (../shared/data)")


@dataclass(frozen=True, slots=True)
class Brought:
    """A program that was brought in and read."""

    folder: Path
    program: Program
    findings: tuple[Finding, ...]

    @property
    def talks(self) -> tuple[Talk, ...]:
        return self.program.talks

    @property
    def sessions(self) -> tuple[Session, ...]:
        return self.program.sessions

    @property
    def placed(self) -> list[Talk]:
        return [item.talk for session in self.sessions for item in session.items if item.talk]

    @property
    def names(self) -> set[str]:
        return {author.name for talk in self.talks for author in talk.authors}

    @property
    def rooms(self) -> set[str]:
        return {room for session in self.sessions for room in session.rooms}


@pytest.fixture(scope="module")
def bring(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Brought]:
    """Each program is brought in once."""
    done: dict[str, Brought] = {}

    def brought(name: str) -> Brought:
        if name not in done:
            folder = tmp_path_factory.mktemp("real") / name
            REAL_PROGRAMS[name](DATA / name, folder)
            program, findings = read_project(folder)
            assert program is not None
            done[name] = Brought(folder, program, tuple(findings))
        return done[name]

    return brought


@pytest.mark.parametrize("name", REAL_PROGRAMS)
def test_no_errors(name: str, bring: Callable[[str], Brought]) -> None:
    errors = [finding for finding in bring(name).findings if finding.severity is Severity.ERROR]
    assert [(finding.place, finding.message) for finding in errors] == []


@pytest.mark.parametrize("name", REAL_PROGRAMS)
def test_twice_the_same(name: str, bring: Callable[[str], Brought], tmp_path: Path) -> None:
    REAL_PROGRAMS[name](DATA / name, tmp_path / name)
    first = bring(name).folder
    files = sorted(path for path in (first / "content").rglob("*") if path.is_file())
    assert len(files) > len(bring(name).talks)
    for path in files:
        assert path.read_bytes() == (tmp_path / name / path.relative_to(first)).read_bytes()


@pytest.mark.parametrize("name", ["ccc-camp-2019", "hibit-2020", "nipype-authors"])
def test_make(name: str, bring: Callable[[str], Brought], tmp_path: Path) -> None:
    outcome = make(Job(bring(name).folder, output=tmp_path / "booklet.pdf"), lambda *_: None)
    assert outcome.output is not None
    assert lost_titles([plain(talk.title) for talk in bring(name).talks], pdf_text(outcome.output)) == []


def test_report(tmp_path: Path) -> None:
    """The command for trying by hand."""
    folder = tmp_path / "project"
    command = [sys.executable, "-m", "tests.real_programs", "nipype-authors", str(folder), "--report"]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert re.match(r"nipype-authors: 1 talks, \d+ pages, [\d.]+ s, \d+ MB, findings: .*, titles lost: 0", made.stdout)
    assert (folder / "out" / "booklet.pdf").is_file()


class TestFosdem:
    def test_facts(self, bring: Callable[[str], Brought]) -> None:
        found = bring("fosdem-2026")
        assert len(found.talks) == len(found.placed) == 883
        by_day = Counter(str(session.date) for session in found.sessions for _ in session.items)
        assert by_day == {"2026-01-31": 484, "2026-02-01": 399}
        assert len(found.rooms) == len(found.program.rooms) == 30
        assert len(found.program.tracks) == 62
        assert len({plain(session.title) for session in found.sessions}) == 62
        assert len(found.names) == 927
        assert sum(len(talk.authors) for talk in found.talks) == 1086 - 1  # one is named twice in one event
        assert sum(not talk.authors for talk in found.talks) == 6
        assert max(len(talk.authors) for talk in found.talks) == 7
        items = sorted((item.start, item.end) for session in found.sessions for item in session.items if item.start)
        assert items[0][0].isoformat() == "2026-01-31T09:30:00+01:00"
        assert items[-1][0].isoformat() == "2026-02-01T17:50:00+01:00"

    def test_sessions(self, bring: Callable[[str], Brought]) -> None:
        """None is torn: no track goes on in its room within an hour."""
        ends: dict[Any, Any] = {}
        for session in bring("fosdem-2026").sessions:
            key = (plain(session.title), session.date, session.rooms)
            if key in ends:
                assert (session.start - ends[key]).total_seconds() > 60 * 60, key
            ends[key] = session.end
        assert len(ends) <= len(bring("fosdem-2026").sessions) < 500

    def test_buildings(self, bring: Callable[[str], Brought]) -> None:
        listed = bring("fosdem-2026").program.rooms
        assert Counter(room.building for room in listed) == {"U": 14, "H": 7, "K": 6, "AW": 2, None: 1}

    def test_words(self, bring: Callable[[str], Brought]) -> None:
        """HTML reads the same as Markdown, letter for letter, without a star or a tag more."""
        found = {talk.id: talk for talk in bring("fosdem-2026").talks}
        for event in ET.parse(DATA / "fosdem-2026" / "fosdem-2026.xml").getroot().iter("event"):
            talk = found[identifier(event.findtext("slug"))]
            assert letters(plain(talk.title)) == letters(event.findtext("title") or "")
            assert_same_words(talk, "".join(words_of(event.findtext("abstract") or "")), numbers=False)


class TestCamp:
    def test_facts(self, bring: Callable[[str], Brought]) -> None:
        found = bring("ccc-camp-2019")
        assert len(found.talks) == len(found.placed) == 79
        by_day = Counter(str(session.day) for session in found.sessions for _ in session.items)
        assert list(by_day.values()) == [17, 17, 19, 17, 9]
        assert len(found.rooms) == 2
        assert len(found.program.tracks) == 7
        assert len(found.names) == 90
        assert sum(not talk.authors for talk in found.talks) == 1
        assert Counter(talk.language for talk in found.talks) == {None: 55, "de": 24}
        assert sum(not talk.abstract for talk in found.talks) == 3

    def test_past_midnight(self, bring: Callable[[str], Brought]) -> None:
        items = [item for session in bring("ccc-camp-2019").sessions for item in session.items]
        late = [item for item in items if item.start and item.end and item.start.date() < item.end.date()]
        assert [(str(item.start), str(item.end)) for item in late] == [
            ("2019-08-22 23:00:00+02:00", "2019-08-23 00:30:00+02:00")
        ]

    def test_words(self, bring: Callable[[str], Brought]) -> None:
        found = {talk.id: talk for talk in bring("ccc-camp-2019").talks}
        conference = json.loads((DATA / "ccc-camp-2019" / "frab-camp2019.json").read_text("utf-8"))["schedule"][
            "conference"
        ]
        events = [event for day in conference["days"] for room in day["rooms"].values() for event in room]
        for event in events:
            talk = found[identifier(event["id"], event["title"])]
            assert letters(plain(talk.title)) == letters(event["title"])
            if "<" not in event["description"] + event["abstract"] and event["description"] != event["abstract"]:
                assert_same_words(talk, f"{event['subtitle']}{event['abstract']}{event['description']}")


class TestHibit:
    def test_facts(self, bring: Callable[[str], Brought]) -> None:
        found = bring("hibit-2020")
        assert len(found.talks) == 104 + 8
        abstracts = [talk for talk in found.talks if talk.id.startswith("abstract")]
        assert len(abstracts) == 104
        placed = {talk.id for talk in found.placed}
        assert sum(talk.id in placed for talk in abstracts) == 14
        assert sum(talk.id in placed for talk in found.talks) == 14 + 8
        assert max(len(talk.authors) for talk in abstracts) == 17
        assert {str(session.date) for session in found.sessions} == {"2020-10-22", "2020-10-23"}
        alone = [session for session in found.sessions if not session.chairs]
        enclosed = [item for session in found.sessions if session.chairs for item in session.items]
        assert len(found.sessions) - len(alone) == 8
        assert len(found.sessions) + len(enclosed) == 42
        assert str(found.sessions[0].start) == "2020-10-22 09:00:00+03:00"
        assert str(found.sessions[-1].start) == "2020-10-23 17:00:00+03:00"

    def test_authors(self, bring: Callable[[str], Brought]) -> None:
        names = {author.name for talk in bring("hibit-2020").talks for author in talk.authors if "abstract" in talk.id}
        assert 300 < len(names) < 400
        assert not [name for name in names if not name or " and " in name or "," in name]

    def test_presenters(self, bring: Callable[[str], Brought]) -> None:
        """Every talk of the program has somebody who presents it."""
        assert sum(bool(talk.presenters) for talk in bring("hibit-2020").placed) >= 20

    def test_enclosed(self, bring: Callable[[str], Brought]) -> None:
        for session in bring("hibit-2020").sessions:
            assert session.until is not None
            for item in session.items:
                assert session.start <= item.start < item.end <= session.until

    def test_posters(self, bring: Callable[[str], Brought]) -> None:
        found = bring("hibit-2020")
        assert sum(talk.board is not None for talk in found.talks) == 89
        assert Counter(talk.kind for talk in found.talks) == {"poster": 86, "talk": 23, "keynote": 3}
        unplaced = {talk.id for talk in found.talks} - {talk.id for talk in found.placed}
        assert Counter(talk.kind for talk in found.talks if talk.id in unplaced) == {"poster": 86, "talk": 4}

    def test_kinds(self, bring: Callable[[str], Brought]) -> None:
        kinds = Counter(session.kind for session in bring("hibit-2020").sessions)
        assert kinds == {"session": 8, "plenary": 5, "break": 5, "posters": 2}


class TestColt:
    def test_facts(self, bring: Callable[[str], Brought]) -> None:
        found = bring("colt-2020")
        assert len(found.talks) == 120 + 3
        times = Counter(talk.id for talk in found.placed)
        assert Counter(times.values()) == {2: 120, 1: 3}
        papers = [talk for talk in found.talks if talk.id.startswith("paper")]
        assert len({author.name for talk in papers for author in talk.authors}) == 297
        assert max(len(talk.authors) for talk in papers) == 8
        assert len(found.sessions) == 43
        assert len({session.date for session in found.sessions}) == 6
        assert found.sessions[0].start.isoformat() == "2020-07-08T11:00:00-04:00"
        assert found.sessions[-1].start.isoformat() == "2020-07-13T06:00:00-04:00"

    def test_past_midnight(self, bring: Callable[[str], Brought]) -> None:
        late = [session for session in bring("colt-2020").sessions if session.start.date() < session.until.date()]
        assert [plain(session.title) for session in late] == [f"Session {number}D" for number in range(1, 5)]

    def test_program_days(self, bring: Callable[[str], Brought]) -> None:
        sessions = bring("colt-2020").sessions
        moved = {
            session.id: (str(session.day), str(session.date)) for session in sessions if session.day != session.date
        }
        assert len(moved) == 8
        assert moved["session-4e"] == moved["coffee-break-4e"] == ("2020-07-12", "2020-07-13")
        assert Counter(session.kind for session in sessions) == {"session": 20, "break": 17, "keynote": 3, "plenary": 3}


class TestSigdial:
    def test_facts(self, bring: Callable[[str], Brought]) -> None:
        found = bring("sigdial-2020")
        papers = [talk for talk in found.talks if talk.id.startswith("paper")]
        assert len(papers) == 41
        assert Counter(Counter(talk.id for talk in found.placed).values()) == {1: 41 + 2}
        assert sum(len(talk.authors) for talk in papers) == 158
        assert len({author.name for talk in papers for author in talk.authors}) == 150
        assert max(len(talk.authors) for talk in papers) == 9
        source = yaml.safe_load((DATA / "sigdial-2020" / "program.yml").read_text("utf-8"))
        assert len(source) == 24
        assert len(found.sessions) == sum("subsessions" not in entry for entry in source) + 26 + 2
        assert len({session.date for session in found.sessions}) == 3
        assert f"{found.sessions[0].start:%Y-%m-%d %H:%M}" == "2020-07-01 07:30"
        assert f"{found.sessions[-1].start:%Y-%m-%d %H:%M}" == "2020-07-03 08:45"

    def test_committees(self, bring: Callable[[str], Brought]) -> None:
        event = bring("sigdial-2020").program.event
        assert [len(committee.members) for committee in event.committees] == [1, 2, 1, 1, 1, 1, 2, 5]
        assert [len(tier.sponsors) for tier in event.sponsors] == [2, 2, 1]


class TestNlp:
    def test_facts(self, bring: Callable[[str], Brought]) -> None:
        found = bring("nlp-2024")
        assert len(found.talks) == len(found.placed) == 599
        assert sum(talk.kind == "poster" and talk.board is not None for talk in found.talks) == 297
        assert len(found.sessions) == 66
        assert Counter((session.kind, session.timed) for session in found.sessions) == {
            ("session", False): 55,
            ("posters", False): 11,
        }
        assert max(len(talk.authors) for talk in found.talks) == 15
        with (DATA / "nlp-2024" / "papers.csv").open(encoding="utf-8", newline="") as file:
            rows = {identifier(row["UID"]): row for row in csv.DictReader(file)}
        assert len({name for row in rows.values() for name in row["authors"].split("|")}) == 1308
        for talk in found.talks:
            assert letters(plain(talk.title)) == letters(rows[talk.id]["title"])
            assert_same_words(talk, rows[talk.id]["abstract"])


class TestLinz:
    def test_facts(self, bring: Callable[[str], Brought]) -> None:
        found = bring("gab-linz-2020")
        assert len(found.talks) == len(found.placed) == 28
        assert len(found.names) == 28
        assert [session.is_for_all for session in found.sessions if not session.items] == [True]
        assert {str(session.date) for session in found.sessions} == {"2020-04-24"}
        assert len(found.program.rooms) == 6
        assert len(found.program.tracks) == 2
        assert sum(bool(person.biography) for person in found.program.people) == 28
        starts = sorted(item.start for session in found.sessions for item in session.items)
        assert (f"{starts[0]:%H:%M}", f"{starts[-1]:%H:%M}") == ("09:00", "16:00")

    def test_words(self, bring: Callable[[str], Brought]) -> None:
        found = {talk.id: talk for talk in bring("gab-linz-2020").talks}
        data = json.loads((DATA / "gab-linz-2020" / "sessionize.json").read_text("utf-8"))
        for one in (one for one in data["sessions"] if not one["isServiceSession"]):
            talk = found[identifier(one["id"], one["title"])]
            assert letters(plain(talk.title)) == letters(one["title"])
            assert_same_words(talk, one["description"])


class TestNipype:
    def test_facts(self, bring: Callable[[str], Brought]) -> None:
        (talk,) = bring("nipype-authors").talks
        assert len(talk.authors) == 216
        creators = json.loads((DATA / "nipype-authors" / "zenodo.json").read_text("utf-8"))["creators"]
        for author, creator in zip(talk.authors, creators, strict=True):
            assert sorted(letters(author.name)) == sorted(letters(creator["name"]))
        last, first = creators[0]["name"].split(", ")
        assert talk.authors[0].name == f"{first} {last}"
        assert sum(bool(author.affiliations) for author in talk.authors) == 152
        assert len({author.affiliations for author in talk.authors if author.affiliations}) <= 123
        people = bring("nipype-authors").program.people
        assert sum(person.orcid is not None for person in people) == 135 - 1  # one stands there twice


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>one</p>\n<p>two &lt;b&gt;</p>", "one\n\ntwo &lt;b>"),
        ("<ul><li>one</li><li><p>two</p></li></ul>", "- one\n- two"),
        ("<ol><li>one<ul><li>in</li><li>out</li></ul></li><li>two</li></ol>", "1. one\n   - in\n   - out\n2. two"),
        ("<ul><li>alone</li></ul>", "<ul><li>alone</li></ul>"),
        ("<p>a <a href='https://x.example/a_b'>link</a>.</p>", "a [link](https://x.example/a_b)."),
        ("<p>see <a href='https://x.example/'>https://x.example/</a></p>", "see https://x.example/"),
        ("<h2>Head</h2><p>x <strong>y</strong> <em>z</em></p><hr />", "**Head**\n\nx **y** *z*"),
        ("<p><strong>a</strong>b</p>", "ab"),
        ("<p>run <code>ls *.c</code> in ~/x^2</p>", "run ls \\*.c in &#126;/x&#94;2"),
        ("<p>the <version> tag</p>", "the &lt;version> tag"),
        ("<pre>a b\n c</pre>", "a b<br> c"),
    ],
)
def test_html(html: str, markdown: str) -> None:
    assert from_html(html) == markdown


def test_escaped() -> None:
    assert (
        escaped("a*b _c_ d_e $5 [x](y) [z] \\n &amp; R&D")
        == "a\\*b \\_c\\_ d_e \\$5 &#91;x](y) [z] &#92;n &amp;amp; R&D"
    )
    assert escaped("https://x.example/_a_*b") == "https://x.example/_a_*b"
    assert escaped_lines("a:\r\n* b\r\n* <i>c</i> *d*") == "a:\n- b\n- <i>c</i> \\*d\\*"


def test_lost_titles() -> None:
    text = "An ad-\nvanced\nmethod: “two” of them"
    assert lost_titles(['An advanced method: "two"', "Another method", "TWO OF THEM"], text) == ["Another method"]


def assert_same_words(talk: Talk, source: str, *, numbers: bool = True) -> None:
    """The abstract has the letters of the source, `numbers` of lists among them, and no more stars or tags."""
    read = " ".join((block.marker if numbers else "") + plain(block.spans) for block in talk.abstract)
    assert letters(read) == letters(source), talk.id
    assert (read.count("*"), read.count("<")) <= (source.count("*"), source.count("<")), talk.id


def words_of(html: str) -> list[str]:
    """What a browser shows, and tags that none knows."""
    parts: list[str] = []
    reader = HTMLParser()
    reader.handle_data = parts.append  # type: ignore[method-assign]
    reader.handle_starttag = lambda tag, _: parts.append("<version>" if tag == "version" else "")  # type: ignore[method-assign]
    reader.feed(html)
    reader.close()
    return parts
