"""Programs of real events through the import and the whole of booklet: held against their files as the standard library reads
them, nothing of them is lost, and what is wrong in them makes no error."""

import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from booklet.finding import Severity
from booklet.import_content import imported
from booklet.job import Job
from booklet.make import make
from booklet.model.rich_text import plain
from booklet.model.talk import Talk
from real_programs import DATA, REAL_PROGRAMS, job_of
from real_programs.brought import Brought
from real_programs.raw import Raw, RawTalk
from real_programs.report import HEAD, lost_titles, pdf_text, report
from real_programs.sources import FACTS, IN_LATEX, raw_of
from real_programs.words import letters, lost_and_gained, text_of, without_latex, without_markup, written

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the shared inputs are not there (../shared/data)")

Bring = Callable[[str], Brought]
read = cache(raw_of)
every = pytest.mark.parametrize("name", REAL_PROGRAMS)

# Words of a talk that are not in its place of the content, each for a reason; and words that the source has otherwise.
LOST = {
    "ccc-rc3-2020": Counter(tba=1, tbd=1),  # placeholders
    # The heading and the numbers of lists of references, which are references now.
    "hibit-2020": Counter({"references": 5, "1": 5, "2": 4, "3": 3, "4": 3, "5": 3, "6": 2, "7": 1, "8": 1}),
}
GAINED = {
    "hibit-2020": Counter(α=1, β=2),  # letters of a font of symbols
}


@every
def test_no_errors(name: str, bring: Bring) -> None:
    found = bring(name)
    findings = (*found.imported.of_source, *found.findings)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    assert [(finding.place, finding.message) for finding in errors] == []


@every
def test_twice_the_same(name: str, bring: Bring, tmp_path: Path) -> None:
    again = imported(job_of(name, tmp_path / name))
    assert again.of_source == bring(name).imported.of_source
    assert dict(again.files) == dict(bring(name).imported.files)
    assert len(again.files) > len(bring(name).talks)


@every
def test_make(name: str, bring: Bring, tmp_path: Path) -> None:
    # Of the longest, which test_real_abstracts sets whole, an eighth.
    talks = bring(name).talks[:: 8 if name == "nlp-2024" else 1]
    only = tuple(talk.id for talk in talks) if name == "nlp-2024" else ()
    outcome = make(Job(bring(name).folder, only=only, output=tmp_path / "booklet.pdf"), lambda *_: None)
    assert outcome.output is not None
    codes = {str(finding.code) for finding in outcome.findings}
    assert "B002" not in codes, "the booklet fails its own check"
    assert lost_titles([plain(talk.title) for talk in talks], pdf_text(outcome.output)) == []


@every
def test_facts(name: str, bring: Bring) -> None:
    found, facts = bring(name), FACTS[name]
    assert len(found.talks) == facts.talks
    assert len(found.names) == facts.names
    counts = Counter(session.day for session in found.sessions for _ in session.items or (session,))
    if isinstance(facts.days, int):
        assert len({session.date for session in found.sessions}) == facts.days
    else:
        assert tuple(counts[day] for day in sorted(counts)) == facts.days
    assert len(found.program.rooms) == facts.rooms
    assert len(found.program.tracks) == facts.tracks
    assert sum(not talk.authors for talk in found.talks) == facts.alone
    assert not facts.most or max(len(talk.authors) for talk in found.talks) == facts.most


@every
def test_first_and_last(name: str, bring: Bring) -> None:
    """By time, with their titles; what has no items begins with its session."""
    ours: dict[str, set[str]] = {}
    for session in bring(name).sessions:
        starts = [(item.start, item.talk.title if item.talk else item.title) for item in session.items if item.start]
        for start, title in [*starts, (session.start, session.title)]:
            ours.setdefault(start.isoformat(), set()).add(letters(plain(title)))
    theirs: dict[str, set[str]] = {}
    placed = [(_title(talk), times) for talk in read(name).talks for times in talk.times]
    for title, (start, _) in [*placed, *read(name).others]:
        theirs.setdefault(start.isoformat(), set()).add(letters(title))
    for moments in (ours, theirs):
        assert (min(moments, default=""), max(moments, default="")) == (FACTS[name].first, FACTS[name].last)
    for moment in {FACTS[name].first, FACTS[name].last} - {""}:
        assert theirs[moment] <= ours[moment]


@every
def test_titles(name: str, bring: Bring) -> None:
    """Every title is there, as often as in the source."""
    found = bring(name)
    ours = Counter(letters(plain(talk.title)) for talk in found.talks)
    assert Counter(letters(_title(talk)) for talk in read(name).talks) == ours
    sessions = {letters(plain(session.title)) for session in found.sessions}
    items = {letters(plain(item.title)) for session in found.sessions for item in session.items}
    assert [title for title, _ in read(name).others if letters(title) not in sessions | items] == []


@every
def test_names(name: str, bring: Bring) -> None:
    """All authors of each talk in their order, each once, and all other people."""
    for talk, ours in pairs(read(name), bring(name)):
        expected = list(dict.fromkeys(letters(author) for author in talk.names))
        # "Ada Bo (Lamp House)" may be a person of Lamp House.
        with_brackets = (
            (author.name, *(ours.affiliations[number - 1] for number in author.affiliations)) for author in ours.authors
        )
        forms = [{letters(name), letters(" ".join([name, *rest]))} for name, *rest in with_brackets]
        assert len(forms) == len(expected)
        assert all(one in names for one, names in zip(expected, forms, strict=True)), ours.id
    program = bring(name).program
    listed = {letters(person.name) for person in program.people} | {letters(author) for author in bring(name).names}
    listed |= {letters(member.name) for committee in program.event.committees for member in committee.members}
    assert [person for person in read(name).people if letters(person) not in listed] == []


@every
def test_times(name: str, bring: Bring) -> None:
    """Start and end of each event in its own zone, in the room of the source where that says one."""
    ours: Counter[tuple[str, ...]] = Counter()
    for slots in bring(name).program.slots().values():
        for slot in slots:
            start, end = slot.times
            if start and end and slot.item.talk:
                title, room = letters(plain(slot.item.talk.title)), slot.session.rooms[0] if slot.session.rooms else ""
                ours[title, start.isoformat(), end.isoformat(), letters(room)] += 1
    theirs: Counter[tuple[str, ...]] = Counter()
    for talk in read(name).talks:
        for start, end in talk.times:
            assert end
            theirs[letters(_title(talk)), start.isoformat(), end.isoformat(), letters(talk.room)] += 1
    with_rooms = any(talk.room for talk in read(name).talks)
    assert theirs - (ours if with_rooms else Counter((*key[:3], "") for key in ours.elements())) == Counter()


@every
def test_times_of_the_rest(name: str, bring: Bring) -> None:
    """Breaks, sessions and what else happens begins when the source says, and ends then."""
    ours = set()
    for session in bring(name).sessions:
        ours.add((letters(plain(session.title)), session.start, session.end))
        ours |= {(letters(plain(item.title)), item.start, item.end) for item in session.items if not item.talk}
    missing = {(letters(title), *times) for title, times in read(name).others} - ours
    assert missing == set()


@every
def test_words(name: str, bring: Bring) -> None:
    """No word of an abstract is lost, and none is added: no star, tag or address that the source has not."""
    lost: Counter[str] = Counter()
    gained: Counter[str] = Counter()
    for talk, ours in pairs(read(name), bring(name)):
        latex = name in IN_LATEX
        shown = without_latex(_without_tags(talk.text)) if latex else without_markup(talk.text)
        less, more = lost_and_gained(shown, without_latex(text_of(ours)) if latex else text_of(ours))
        lost += less
        gained += more
        stars = written(ours.abstract).count("*")
        assert stars <= talk.text.count("*"), ours.id
    assert lost == LOST.get(name, Counter())
    assert gained == GAINED.get(name, Counter())


@every
def test_biographies(name: str, bring: Bring) -> None:
    texts = letters(" ".join(plain(person.biography) for person in bring(name).program.people))
    for biography in read(name).biographies:
        for sentence in re.split(r"\n|(?<=\.) ", without_markup(biography)):
            assert letters(sentence) in texts, sentence


@every
def test_addresses(name: str, bring: Bring) -> None:
    """No address of an abstract is lost; links to meeting rooms and mailing lists stay outside."""
    files = bring(name).imported.files
    for talk, ours in pairs(read(name), bring(name)):
        text = (files[f"content/talks/{ours.id}.md"] or "").replace("&amp;", "&").replace("&#126;", "~")
        for address in re.findall(r"https?://[^\s\"'<>()\[\]*\\]+[\w/]", talk.text):
            if "@" not in address and not re.search(r"zoom\.us|/j/\d|meet\.google", address):
                assert address.replace("&amp;", "&").rstrip("/") in text, ours.id


@every
def test_private(name: str, bring: Bring) -> None:
    """No e-mail address comes in, neither whole nor masked."""
    for path, text in bring(name).imported.files.items():
        addresses = re.findall(r"[\w.*+-]*@(?:example\.org|[\w-]+\.(?:edu|ac\.uk|com))\b", text or "")
        assert [one for one in addresses if "http" not in one and f"/{one}" not in (text or "")] == [], path


@pytest.mark.parametrize("name", ["ccc-camp-2019", "fosdem-2014-xcal", "fosdem-2026"])
def test_runs(name: str, bring: Bring) -> None:
    """No session is torn: no track goes on in its room within an hour."""
    ends: dict[tuple[object, ...], datetime] = {}
    for session in bring(name).sessions:
        key = (session.track, session.day, session.rooms)
        # At the camp, tracks are topics that change with every talk: its sessions are those of rooms.
        assert bool(session.track) is (name != "ccc-camp-2019")
        assert session.end
        if key in ends:
            others = [one for one in bring(name).sessions if one.rooms == session.rooms and one.day == session.day]
            between = any(ends[key] <= one.start < session.start and one.track != session.track for one in others)
            assert between or session.start - ends[key] > timedelta(hours=1), key
        ends[key] = session.end


def test_past_midnight(bring: Bring) -> None:
    items = [item for session in bring("ccc-camp-2019").sessions for item in session.items]
    late = [(item.start, item.end) for item in items if item.start and item.end and item.start.date() < item.end.date()]
    assert [(str(start), str(end)) for start, end in late] == [
        ("2019-08-22 23:00:00+02:00", "2019-08-23 00:30:00+02:00")
    ]
    colt = bring("colt-2020").sessions
    crossing = [session for session in colt if session.until and session.start.date() < session.until.date()]
    assert [plain(session.title) for session in crossing] == [
        title
        for title, (start, end) in sorted(read("colt-2020").others, key=lambda one: one[1][0])
        if end and start.date() < end.date()
    ]
    assert len(crossing) == 4


def test_languages(bring: Bring) -> None:
    languages = {name: Counter(talk.language for talk in bring(name).talks) for name in REAL_PROGRAMS}
    assert languages["ccc-camp-2019"] == {None: 55, "de": 24}
    assert languages["ccc-rc3-2020"] == {None: 29, "de": 19}
    assert languages["gab-linz-2020"] == {None: 18, "en": 10}
    assert bring("nlp-2024").program.event.language == "ja"


def test_kinds(bring: Bring) -> None:
    """Keynotes, posters with their boards, breaks, and what is for all."""
    hibit, colt, nlp = (bring(name) for name in ("hibit-2020", "colt-2020", "nlp-2024"))
    assert Counter(talk.kind for talk in hibit.talks) == {"poster": 86, "talk": 23, "keynote": 3}
    assert sum(talk.board is not None for talk in hibit.talks) == 89
    assert Counter(one.kind for one in hibit.sessions) == {"session": 9, "plenary": 4, "break": 5, "posters": 2}
    assert [session.kind for session in hibit.sessions if session.chairs] == ["session"] * 8
    unplaced = [talk.kind for talk in hibit.talks if talk not in hibit.placed]
    assert Counter(unplaced) == {"poster": 86, "talk": 4}
    assert all(talk.presenters for talk in hibit.placed)
    assert Counter(one.kind for one in colt.sessions) == {"session": 20, "break": 17, "keynote": 3, "plenary": 3}
    assert Counter(Counter(talk.id for talk in colt.placed).values()) == {2: 120, 1: 3}
    assert Counter(talk.kind for talk in nlp.talks) == {"talk": 302, "poster": 297}
    assert all(talk.board for talk in nlp.talks if talk.kind == "poster")
    assert [session.is_for_all for session in bring("gab-linz-2020").sessions if not session.items] == [True]
    assert Counter(talk.kind for talk in bring("sorse-2021").talks) == {"talk": 38, "poster": 6}
    assert not [
        one for one in bring("sigdial-2020").sessions if "Breakout" in plain(one.title) and one.kind != "social"
    ]


def test_committees(bring: Bring) -> None:
    event = bring("sigdial-2020").program.event
    assert [len(committee.members) for committee in event.committees] == [1, 2, 1, 1, 1, 1, 2, 5]
    assert [len(tier.sponsors) for tier in event.sponsors] == [2, 2, 1]


def test_affiliations(bring: Bring) -> None:
    """Of two records of one person the first counts; 7 affiliations hold several institutes."""
    found = bring("nipype-authors")
    (talk,) = found.talks
    creators = json.loads((DATA / "nipype-authors" / "zenodo.json").read_text("utf-8"))["creators"]
    without = {letters(_turned(one["name"])) for one in creators if not one.get("affiliation")}
    assert {letters(author.name) for author in talk.authors if not author.affiliations} == without
    assert sum(person.orcid is not None for person in found.program.people) == 135 - 1
    known = letters(" ".join(talk.affiliations))
    for one in creators:
        for word in re.findall(r"[^\W\d_]{3,}", one.get("affiliation", "")):
            assert letters(word) in known


def test_formulas(bring: Bring) -> None:
    """Commands that begin like the "\\n" of a program stay commands."""
    command = re.compile(r"\\(?:nu|ne|neq|nabla|not|notin|nonumber)(?![A-Za-z])")
    for talk, ours in pairs(read("colt-2020"), bring("colt-2020")):
        assert len(command.findall(talk.text)) == len(command.findall(text_of(ours))), ours.id


def test_report(tmp_path: Path) -> None:
    """The command for trying by hand."""
    row = report("nipype-authors", tmp_path / "project")
    assert row.startswith("| nipype-authors | JSON of a Zenodo record | 1 (1) | 215 (215) | 0 (0) | 0 |")
    assert row.endswith(" | 0 |")
    assert row.count("|") == HEAD.split("\n")[1].count("|")


def pairs(raw: Raw, found: Brought) -> list[tuple[RawTalk, Talk]]:
    """The talks of the source with ours; of two with one title, that of the same authors."""
    by_title: dict[str, list[Talk]] = {}
    for talk in found.talks:
        by_title.setdefault(letters(plain(talk.title)), []).append(talk)
    joined = []
    for one in raw.talks:
        names = {letters(name) for name in one.names}
        alike = by_title[letters(_title(one))]
        best = min(alike, key=lambda talk: len({letters(author.name) for author in talk.authors} ^ names))
        joined.append((one, best))
    return joined


def _title(talk: RawTalk) -> str:
    return without_markup(talk.title)


def _without_tags(text: str) -> str:
    return re.sub(r"</?[a-z]+ ?/?>", " ", text)


def _turned(name: str) -> str:
    return " ".join(name.split(",", 1)[::-1])
