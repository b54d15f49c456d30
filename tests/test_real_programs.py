"""Programs of real events through the import and the whole of booklet: held against their files as the standard library reads
them, nothing of them is lost, and what is wrong in them makes no error."""

import re
from collections import Counter
from collections.abc import Callable
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
from real_programs.report import lost_titles, pdf_text
from real_programs.sources import FACTS, IN_LATEX, raw_of
from real_programs.words import letters, lost_and_gained, text_of, without_latex, without_markup, written

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the shared inputs are not there (../shared/data)")

Bring = Callable[[str], Brought]
read = cache(raw_of)
every = pytest.mark.parametrize("name", REAL_PROGRAMS)

# Words of a talk that are not in its place of the content, each for a reason; and words that the source has otherwise.
LOST = {
    "ccc-rc3-2020": Counter(tba=1, tbd=1),  # placeholders
    # A comment in LaTeX; Ł is a command and a letter.
    "colt-2020": Counter("a such basic yet fundamental linear setting ojasiewicz".split()),
    # The heading and the numbers of lists of references, which are references now.
    "hibit-2020": Counter({"references": 5, "1": 5, "2": 4, "3": 3, "4": 3, "5": 3, "6": 2, "7": 1, "8": 1}),
}
GAINED = {
    "colt-2020": Counter(["łojasiewicz"]),
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
    outcome = make(Job(bring(name).folder, output=tmp_path / "booklet.pdf"), lambda *_: None)
    assert outcome.output is not None
    codes = {str(finding.code) for finding in outcome.findings}
    assert "B002" not in codes, "the booklet fails its own check"
    assert lost_titles([plain(talk.title) for talk in bring(name).talks], pdf_text(outcome.output)) == []


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
    """By time; what has no items begins with its session."""
    begins: dict[str, set[str]] = {}
    for session in bring(name).sessions:
        starts = [(item.start, item.talk.title if item.talk else item.title) for item in session.items if item.start]
        for start, title in starts or [(session.start, session.title)]:
            begins.setdefault(start.isoformat(), set()).add(letters(plain(title)))
    for moment, title in (pair for pair in (FACTS[name].first, FACTS[name].last) if pair[0]):
        assert letters(title) in begins[moment]
    if begins:
        assert (min(begins), max(begins)) == (FACTS[name].first[0], FACTS[name].last[0])


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
        # "Huang, Lijie" is one person, "Wen" a family name in capitals.
        expected = list(dict.fromkeys(letters(author) for author in talk.names))
        assert [letters(author.name) for author in ours.authors] == expected
    program = bring(name).program
    listed = {letters(person.name) for person in program.people} | {letters(author) for author in bring(name).names}
    listed |= {letters(member.name) for committee in program.event.committees for member in committee.members}
    assert [person for person in read(name).people if letters(person) not in listed] == []


@every
def test_times(name: str, bring: Bring) -> None:
    """Start and end of each event in its own zone, in the room of the source."""
    ours: Counter[tuple[str, str, str | None]] = Counter()
    for slots in bring(name).program.slots().values():
        for slot in slots:
            start, end = slot.times
            if start and end and slot.item.talk:
                ours[letters(plain(slot.item.talk.title)), f"{start.isoformat()} {end.isoformat()}", slot.session.room] += 1
    theirs: Counter[tuple[str, str, str | None]] = Counter()
    for talk in read(name).talks:
        for start, end in talk.times:
            assert end
            room = talk.room or next((room for title, _, room in ours if title == letters(_title(talk))), None)
            theirs[letters(_title(talk)), f"{start.isoformat()} {end.isoformat()}", room] += 1
    assert theirs - ours == Counter()


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
    texts = letters(" ".join(written(person.biography) for person in bring(name).program.people))
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


def pairs(raw: Raw, found: Brought) -> list[tuple[RawTalk, Talk]]:
    """The talks of the source with ours; of two with one title, that of the same authors."""
    by_title: dict[str, list[Talk]] = {}
    for talk in found.talks:
        by_title.setdefault(letters(plain(talk.title)), []).append(talk)
    joined = []
    for one in raw.talks:
        names = {letters(name) for name in one.names}
        alike = by_title[letters(_title(one))]
        best = max(alike, key=lambda talk: len({letters(author.name) for author in talk.authors} & names))
        joined.append((one, best))
    return joined


def _title(talk: RawTalk) -> str:
    return without_markup(talk.title)


def _without_tags(text: str) -> str:
    return re.sub(r"</?[a-z]+ ?/?>", " ", text)
