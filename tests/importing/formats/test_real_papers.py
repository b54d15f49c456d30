"""Papers of real meetings become what is known of them, where they are at hand."""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from booklet.codes import CONTRADICTION, LEFT_OUT, NO_ZONE, PRIVATE
from booklet.finding import Finding, Severity
from booklet.importing.importers import IMPORTERS
from booklet.importing.meeting import ImportedTalk, Meeting
from booklet.importing.remarks import gathered
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.wish import Wish

DATA = Path(__file__).parents[3] / ".." / "shared" / "data"
HERE = {path.name for path in DATA.glob("*/")} if DATA.is_dir() else set()


def read(folder: str, form: str, zone: str = "") -> tuple[Meeting, tuple[Finding, ...]]:
    """The meeting of a folder, read by the form that is the first to know it."""
    if folder not in HERE:
        pytest.skip(f"{folder} is not at hand")
    root = DATA / folder
    files = tuple(
        SourceFile(path.relative_to(root).as_posix(), path.read_bytes())
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name != "PROVENANCE.md"
    )
    source = Source(folder, files)
    importer = next(one for one in IMPORTERS if one.is_it(source))
    assert importer.name == form
    findings: list[Finding] = []
    meeting = importer.read(source, Wish(zone=zone), findings)
    assert not any(finding.severity is Severity.ERROR for finding in findings)
    assert "@" not in repr([talk.authors for talk in meeting.talks])
    return meeting, gathered(findings)


def names(talks: tuple[ImportedTalk, ...]) -> list[str]:
    """The names of all authors, as often as they occur."""
    return [author.name for talk in talks for author in talk.authors]


def messages(findings: tuple[Finding, ...], *codes: object) -> list[str]:
    """What is said with these codes."""
    return [finding.message for finding in findings if finding.code in codes]


def test_colt_2020() -> None:
    meeting, findings = read("colt-2020", "mini-conf")
    papers = tuple(talk for talk in meeting.talks if talk.kind != "keynote")
    keynotes = [talk.authors[0].name for talk in meeting.talks if talk.kind == "keynote"]
    assert len(papers) == 120
    assert keynotes == ["Salil Vadhan", "Rebecca Willett", "David Blei"]
    assert len(set(names(papers))) == 297
    assert max(len(talk.authors) for talk in papers) == 8
    assert papers[0].title.startswith("Asymptotic Errors for High-Dimensional Convex")
    assert papers[-1].title == "Adaptive Submodular Maximization under Stochastic Item Costs"
    assert meeting.event.zone == "America/New_York"
    assert len(meeting.sessions) == 43
    assert Counter(session.kind for session in meeting.sessions) == {"": 20, "break": 17, "keynote": 3, "plenary": 3}
    assert len({session.date for session in meeting.sessions}) == 6
    placed = Counter(item.talk for session in meeting.sessions for item in session.items)
    assert {placed[talk.key] for talk in papers} == {2}
    first, last = meeting.sessions[0], meeting.sessions[-1]
    assert (first.title, first.date, first.start) == ("WiML-T Lunch", dt.date(2020, 7, 8), dt.time(11))
    assert (last.title, last.date, last.until) == ("Coffee Break 4E", dt.date(2020, 7, 13), dt.time(7))
    late = [
        session.title
        for session in meeting.sessions
        if session.start and session.until and session.until < session.start
    ]
    assert late == ["Session 1D", "Session 2D", "Session 3D", "Session 4D"]
    assert not messages(findings, NO_ZONE, LEFT_OUT)


def test_nlp_2024() -> None:
    meeting, findings = read("nlp-2024", "mini-conf")
    assert Counter(talk.kind for talk in meeting.talks) == {"": 302, "poster": 297}
    assert len(meeting.tracks) == 66
    # 1308 ways of writing, of which a few are of one name with and without a mark or a blank.
    assert 1290 <= len(set(names(meeting.talks))) <= 1308
    assert len(names(meeting.talks)) == 2136
    assert max(len(talk.authors) for talk in meeting.talks) == 15
    assert (meeting.talks[0].key, meeting.talks[-1].key) == ("A1-1", "P11-27")
    assert meeting.talks[-1].title == "Event-Centered Prompting for Text Style Transfer"
    assert all(talk.board == talk.key for talk in meeting.talks if talk.kind == "poster")
    assert meeting.sessions == ()
    assert meeting.event.language == "ja"
    assert len(messages(findings, CONTRADICTION)) == 1


def test_hibit_2020() -> None:
    meeting, findings = read("hibit-2020", "jekyll-data", "Europe/Istanbul")
    abstracts = tuple(talk for talk in meeting.talks if talk.key.startswith("abstract"))
    placed = {item.talk for session in meeting.sessions for item in session.items if item.talk}
    assert len(abstracts) == 104
    assert sum(bool(talk.board) for talk in abstracts) == 89
    assert sum(talk.key in placed for talk in abstracts) == 14
    assert sum(bool(talk.board) and talk.key in placed for talk in abstracts) == 3
    assert len(meeting.talks) == 112
    assert max(len(talk.authors) for talk in meeting.talks) == 17
    assert abstracts[0].title == "Characterizing the influence of genetic variation on the ESC proteome"
    assert abstracts[-1].title.startswith("GROMACS performance optimization")
    assert len({session.date for session in meeting.sessions}) == 2
    assert (meeting.sessions[0].title, meeting.sessions[0].start) == ("Welcome & Opening Speech", dt.time(9))
    assert meeting.sessions[-1].title == "Memorial session in honor of Prof. Dr. Neşe Yalabık (In Turkish)"
    blocks = [session for session in meeting.sessions if session.chairs]
    assert len(blocks) == 8
    assert (blocks[4].title, blocks[4].chairs) == ("Session 5 - Cancer Genomics", ("Zeynep Gumus",))
    assert sum(max(1, len(session.items)) for session in meeting.sessions) == 42 - len(blocks)
    assert len(messages(findings, LEFT_OUT)) == 2


def test_sigdial_2020() -> None:
    meeting, findings = read("sigdial-2020", "aclpub2")
    papers = tuple(talk for talk in meeting.talks if not talk.key.startswith("invited"))
    assert len(papers) == 41
    assert len(names(papers)) == 158
    assert len(set(names(papers))) == 150
    assert max(len(talk.authors) for talk in papers) == 9
    placed = Counter(item.talk for session in meeting.sessions for item in session.items)
    assert {placed[talk.key] for talk in papers} == {1}
    assert len({session.date for session in meeting.sessions}) == 3
    assert (meeting.sessions[0].title, meeting.sessions[0].start) == ("Opening Remarks", dt.time(7, 30))
    assert meeting.sessions[-1].title == "Business Meeting, Awards, Closing (live)"
    assert papers[0].title.startswith("Boosting Naturalness of Language")
    assert papers[-1].title.startswith("TripPy")
    assert papers[0].authors[0].affiliations == ("Microsoft Speech and Dialogue Research Group",)
    assert "Cristian Danescu-Niculescu-Mizil" in names(papers)
    assert len(messages(findings, NO_ZONE)) == 1
    assert len({session.key for session in meeting.sessions}) == len(meeting.sessions)


def test_winlp_2025() -> None:
    meeting, findings = read("winlp-2025", "aclpub2")
    papers = tuple(talk for talk in meeting.talks if not talk.key.startswith("invited"))
    assert (len(papers), len(meeting.talks)) == (40, 43)
    assert (len(names(papers)), len(set(names(papers)))) == (135, 129)
    assert sum(not author.affiliations for talk in papers for author in talk.authors) == 60
    assert papers[0].title.startswith("Seeing Symbols, Missing Cultures")
    assert papers[-1].title.startswith("No for Some, Yes for Others")
    assert meeting.sessions == ()
    assert "****" not in repr(meeting)
    assert "~" not in repr([talk.authors for talk in meeting.talks])
    assert {"Meryem M'hamdi", "Santosh T.Y.S.S.", "Wiem Ben Rim"} <= {
        member.name for _, members in meeting.event.committees for member in members
    }
    assert len(messages(findings, PRIVATE)) == 1
    assert not messages(findings, NO_ZONE)


def test_sorse_2021() -> None:
    meeting, _ = read("sorse-2021", "front-matter", "UTC")
    assert len(meeting.talks) == 44
    items = [(session, item) for session in meeting.sessions for item in session.items]
    assert len(items) == 48
    assert len({session.date for session in meeting.sessions}) == 33
    assert Counter(talk.kind for talk in meeting.talks) == {"": 38, "poster": 6}
    tracks = {item.talk: session.track for session, item in items}
    assert Counter(tracks.values()) == {
        "Talks": 23,
        "Software demos": 7,
        "Posters": 6,
        "Workshops": 4,
        "Discussions": 2,
        "Panels": 2,
    }
    assert len(set(names(meeting.talks))) == 118
    assert max(len(talk.authors) for talk in meeting.talks) == 19
    titles = {talk.key: talk.title for talk in meeting.talks}
    first, last = items[0], items[-1]
    assert titles[first[1].talk] == "I wanna dance with somebody"
    assert (first[0].date, first[0].start) == (dt.date(2020, 9, 2), dt.time(13, 10))
    assert titles[last[1].talk].startswith("Building Research Software Communities")
    assert (last[0].date, last[0].start) == (dt.date(2021, 3, 18), dt.time(9))
    assert "zoom.us" not in repr(meeting)
    assert "redacted" not in repr(meeting)


def test_swiftconnection_2023() -> None:
    meeting, findings = read("swiftconnection-2023", "json-list", "Europe/Paris")
    entries = sum(max(1, len(session.items)) for session in meeting.sessions)
    assert entries == 30
    assert len({session.date for session in meeting.sessions}) == 2
    assert len(meeting.talks) == 19
    assert len(set(names(meeting.talks))) == 18
    first, last = meeting.sessions[0], meeting.sessions[-1]
    assert (first.title, first.date, first.start) == ("Welcoming", dt.date(2023, 9, 21), dt.time(13))
    assert (last.title, last.date, last.start) == ("Closing and Photos", dt.date(2023, 9, 22), dt.time(18))
    at_once = [session.track for session in meeting.sessions if session.start == dt.time(9, 30)]
    assert sorted(at_once) == ["Classroom", "Classroom", "Masterclass"]
    assert "notion.so" not in repr(meeting)
    assert not messages(findings, LEFT_OUT)


def test_nipype_authors() -> None:
    meeting, findings = read("nipype-authors", "zenodo")
    (talk,) = meeting.talks
    assert len(talk.authors) == 215
    assert messages(findings, CONTRADICTION) == ['"Lijie Huang" is there twice with one ORCID: the second is left out']
    assert (talk.authors[0].name, talk.authors[-1].name) == ("Oscar Esteban", "Satrajit Ghosh")
    assert sum(bool(author.affiliations) for author in talk.authors) == 151
    assert len(meeting.people) == 134
    assert {"Jérémy Guillon", "Rastko Ćirić", "Junhao WEN"} <= set(names(meeting.talks))
    several = {author.name: len(author.affiliations) for author in talk.authors if len(author.affiliations) > 1}
    assert several["Tristan Glatard"] == 2
    assert len(several) == 7
