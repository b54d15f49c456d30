"""Papers of real meetings become what is known of them, where they are at hand."""

import datetime as dt
import json
import re
from collections import Counter
from typing import Any

import yaml
from real_data import DATA, all_quoted, facts, given_first, quoted, read

from booklet.codes import CONTRADICTION, LEFT_OUT, NO_ZONE, PRIVATE
from booklet.finding import Finding
from booklet.importing.meeting import ImportedTalk


def raw(folder: str, file: str) -> Any:
    """A YAML or JSON file as the standard library, or PyYAML, reads it."""
    text = (DATA / folder / file).read_text(encoding="utf-8")
    return json.loads(text) if file.endswith(".json") else yaml.safe_load(text)


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
    assert ", ".join(keynotes) == facts("colt-2020").split("3 keynotes in speakers.csv: ")[1].split("\n")[0]
    assert len(set(names(papers))) == 297
    assert max(len(talk.authors) for talk in papers) == 8
    assert [papers[0].title, papers[-1].title] == all_quoted("colt-2020", "First paper in file")
    assert meeting.event.zone == "America/New_York"
    assert len(meeting.sessions) == 43
    assert Counter(session.kind for session in meeting.sessions) == {"": 20, "break": 17, "keynote": 3, "plenary": 3}
    assert len({session.date for session in meeting.sessions}) == 6
    placed = Counter(item.talk for session in meeting.sessions for item in session.items)
    assert {placed[talk.key] for talk in papers} == {2}
    first, last = meeting.sessions[0], meeting.sessions[-1]
    assert [first.title, last.title] == all_quoted("colt-2020", "first 2020-07-08T11:00")
    assert (first.date, first.start) == (dt.date(2020, 7, 8), dt.time(11))
    assert (last.date, last.until) == (dt.date(2020, 7, 13), dt.time(7))
    late = [
        session.title
        for session in meeting.sessions
        if session.start and session.until and session.until < session.start
    ]
    calendar = sorted(raw("colt-2020", "main_calendar.json"), key=lambda entry: entry["start"])
    assert late == [entry["title"] for entry in calendar if entry["start"][:10] < entry["end"][:10]]
    assert len(late) == 4
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
    assert meeting.talks[-1].title == quoted("nlp-2024", "last in file")
    assert all(talk.board == talk.key for talk in meeting.talks if talk.kind == "poster")
    assert meeting.sessions == ()
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
    first, last = all_quoted("hibit-2020", "First abstract")
    assert abstracts[0].title == first
    assert abstracts[-1].title == last.partition(") ")[2]
    assert len({session.date for session in meeting.sessions}) == 2
    assert [meeting.sessions[0].title, meeting.sessions[-1].title] == all_quoted("hibit-2020", "First slot")
    assert meeting.sessions[0].start == dt.time(9)
    blocks = [session for session in meeting.sessions if session.chairs]
    assert len(blocks) == 8
    assert [f"{blocks[4].title} | Chair: {chair}" for chair in blocks[4].chairs] == [
        quoted("hibit-2020", "after a pipe")
    ]
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
    assert [meeting.sessions[0].title, meeting.sessions[-1].title] == all_quoted("sigdial-2020", "first 2020-07-01")
    assert meeting.sessions[0].start == dt.time(7, 30)
    assert [papers[0].title, papers[-1].title] == all_quoted("sigdial-2020", "First paper")
    # The file has a letter too few in the name of the field.
    author = raw("sigdial-2020", "papers.yml")[0]["authors"][0]
    assert papers[0].authors[0].affiliations == tuple(author[key] for key in author if key.startswith("insti"))
    assert papers[0].authors[0].affiliations
    assert given_first(quoted("sigdial-2020", "Double space")) in names(papers)
    assert len(messages(findings, NO_ZONE)) == 1
    assert len({session.key for session in meeting.sessions}) == len(meeting.sessions)


def test_winlp_2025() -> None:
    meeting, findings = read("winlp-2025", "aclpub2")
    papers = tuple(talk for talk in meeting.talks if not talk.key.startswith("invited"))
    assert (len(papers), len(meeting.talks)) == (40, 43)
    assert (len(names(papers)), len(set(names(papers)))) == (135, 129)
    assert sum(not author.affiliations for talk in papers for author in talk.authors) == 60
    assert [papers[0].title, papers[-1].title] == all_quoted("winlp-2025", "First paper")
    assert meeting.sessions == ()
    assert "****" not in repr(meeting)
    assert "~" not in repr([talk.authors for talk in meeting.talks])
    members = {member.name for _, members in meeting.event.committees for member in members}
    listed = [one for committee in raw("winlp-2025", "organizing_committee.yml") for one in committee["members"]]
    written = [f"{one['first_name']} {one['last_name']}" for one in listed]
    traps = [name for name in written if name.endswith(tuple(all_quoted("winlp-2025", "Names such as")))]
    assert len(traps) == 3
    assert set(traps) <= members
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
    counts = Counter(track.casefold().replace(" ", "-") for track in tracks.values())
    known = facts("sorse-2021").split("44 events (")[1].split(")")[0].split(", ")
    assert sorted(f"{track} {count}" for track, count in counts.items()) == sorted(known)
    assert len(set(names(meeting.talks))) == 118
    assert max(len(talk.authors) for talk in meeting.talks) == 19
    titles = {talk.key: talk.title for talk in meeting.talks}
    first, last = items[0], items[-1]
    assert [titles[first[1].talk], titles[last[1].talk]] == all_quoted("sorse-2021", "First occurrence")
    assert (first[0].date, first[0].start) == (dt.date(2020, 9, 2), dt.time(13, 10))
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
    # Without the pictures before them.
    titles = [" ".join(title.split()[1:]) for title in all_quoted("swiftconnection-2023", "First")]
    assert [first.title, last.title] == titles
    assert (first.date, first.start) == (dt.date(2023, 9, 21), dt.time(13))
    assert (last.date, last.start) == (dt.date(2023, 9, 22), dt.time(18))
    at_once = [session.track for session in meeting.sessions if session.start == dt.time(9, 30)]
    assert sorted(at_once) == ["Classroom", "Classroom", "Masterclass"]
    assert "notion.so" not in repr(meeting)
    assert not messages(findings, LEFT_OUT)


def test_nipype_authors() -> None:
    meeting, findings = read("nipype-authors", "zenodo")
    (talk,) = meeting.talks
    assert len(talk.authors) == 215
    creators = raw("nipype-authors", "zenodo.json")["creators"]
    ((twice, _),) = (pair for pair in Counter(one["name"] for one in creators).items() if pair[1] > 1)
    message = f'"{given_first(twice)}" is there twice with one ORCID: the second is left out'
    assert messages(findings, CONTRADICTION) == [message]
    ends = [given_first(name) for name in all_quoted("nipype-authors", "216 creators")]
    assert [talk.authors[0].name, talk.authors[-1].name] == ends
    assert sum(bool(author.affiliations) for author in talk.authors) == 151
    assert len(meeting.people) == 134
    traps = [quoted("nipype-authors", words) for words in ("except", "stray blanks", "Decomposed accents")]
    assert {given_first(name) for name in traps} <= set(names(meeting.talks))
    several = {author.name: len(author.affiliations) for author in talk.authors if len(author.affiliations) > 1}
    numbered = re.compile(r"1 \w.* 2 \w")
    written = {given_first(one["name"]): one.get("affiliation", "") for one in creators}
    assert set(several) == {name for name, text in written.items() if ";" in text or numbered.match(text)}
    assert [several[name] for name, text in written.items() if numbered.match(text)] == [2]
    assert len(several) == 7
