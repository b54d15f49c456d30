"""The document that the workshop's content was made from by hand, read by the program: the same facts, and its mistakes."""

import re
import unicodedata
from pathlib import Path

import pytest

from booklet.codes import CONTRADICTION, MENDED_NAME
from booklet.importing.formats.documents.program_document import is_program_document, read_program_document
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.wish import Wish
from booklet.model.rich_text import plain
from booklet.reading.read_project import read_project

PROJECT = Path(__file__).parents[3]
DOCUMENT = PROJECT / ".." / "shared" / "source" / "isda-online-2026-04-23.txt"

pytestmark = pytest.mark.skipif(not DOCUMENT.exists(), reason="the circulated document is not at hand")


@pytest.fixture(scope="module")
def reading():
    source = Source(DOCUMENT.name, (SourceFile(DOCUMENT.name, DOCUMENT.read_bytes()),))
    findings = []
    assert is_program_document(source)
    return read_program_document(source, Wish(), findings), findings


@pytest.fixture(scope="module")
def by_hand():
    program, _ = read_project(PROJECT)
    return program


def test_event(reading, by_hand):
    event, right = reading[0].event, by_hand.event
    assert (event.topic, event.zone) == (right.topic, right.zone)
    assert [(one.name, one.affiliation) for one in event.organizers] == [
        (one.name, one.affiliation) for one in right.organizers
    ]
    assert event.notes == right.notes
    zones = [(region.name, tuple(city.zone for city in region.cities)) for region in right.regions]
    assert [(name, tuple(city.zone for city in cities)) for name, cities in event.regions] == zones
    label = event.regions[2][1][0].label
    assert label
    assert f"({label})" in DOCUMENT.read_text(encoding="utf-8")
    assert right.regions[2].cities[0].label.startswith(label.rstrip("."))


def test_program(reading, by_hand):
    (session,), (right,) = reading[0].sessions, by_hand.sessions
    assert (session.title, session.date) == (plain(right.title), right.start.date())
    assert (session.start, session.until) == (right.start.time(), right.until.time())
    assert [(item.minutes, item.questions or 0) for item in session.items] == [
        (item.minutes, item.questions or 0) for item in right.items
    ]
    assert [item.title for item in session.items if item.title] == ["Welcome", "Closing"]
    assert [item.talk for item in session.items if item.talk] == [talk.key for talk in reading[0].talks]
    assert not any(item.at for item in session.items)


def test_talks(reading, by_hand):
    right = [item.talk for item in by_hand.sessions[0].items if item.talk]
    assert len(reading[0].talks) == len(right) == 5
    for talk, other in zip(reading[0].talks[:4], right[:4], strict=True):
        assert talk.title == plain(other.title)
    assert f"# {reading[0].talks[4].title}\n" in DOCUMENT.read_text(encoding="utf-8")
    for talk, other in zip(reading[0].talks, right, strict=True):
        assert [(one.name, one.presenting) for one in talk.authors] == [
            (one.name, one.presenting) for one in other.authors
        ]
        for mine, theirs in zip(talk.authors, other.authors, strict=True):
            assert mine.affiliations == tuple(other.affiliations[number - 1] for number in theirs.affiliations)


def test_abstracts_word_for_word(reading):
    written = DOCUMENT.read_text(encoding="utf-8")
    paragraphs = [text for text in written.split("\n\n") if len(text) > 400]
    mine = [text for talk in reading[0].talks for text in talk.abstract.split("\n\n")]
    assert [" ".join(text.split()) for text in mine] == [" ".join(text.split()) for text in paragraphs]


def letters(text):
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFC", text))


def test_contradictions(reading):
    found = [(one.place.line, one.message) for one in reading[1] if one.code is CONTRADICTION]
    written = re.sub(r"<[^>]*>", "", DOCUMENT.read_text(encoding="utf-8"))
    lines = written.split("\n")
    for line, words, quotations in (
        (30, "in 2 ways", 2),
        (37, "in 3 ways", 3),
        (48, "one talk has two titles", 2),
        (87, "two affiliations have the mark 1: ", 2),
        (64, "Sydney has AEDT in the document; AEST is in use", 0),
        (65, "New York has EST in the document; EDT is in use", 0),
        (3, "the program ends at 8:50; announced is 9:00", 0),
    ):
        ((at, message),) = [pair for pair in found if words in pair[1]]
        assert at == line
        assert lines[line - 1].strip()
        told = re.findall(r'"([^"]+)"', message)
        assert len(set(told)) == quotations
        # A digit among letters is mended.
        assert all(letters(one) in letters(written) + letters(written.replace("0", "o")) for one in told)
        assert not told or any(letters(one) in letters(lines[line - 1]) for one in told)
    assert len(found) == 7
    assert [one.code for one in reading[1] if one.code is not CONTRADICTION] == [MENDED_NAME]


def test_every_line_is_in_the_meeting_or_in_a_finding(reading):
    kept = set(re.findall(r"[^\W\d_]{2,}", repr(reading[0]).replace("\\n", " ").casefold()))
    named = {place.line for one in reading[1] for place in (one.place, *one.also) if place}
    said = {"program", "organizers", "topic", "time", "zones", "utc", "nbsp", "sup", "am", "pm"}
    said |= {"bst", "cest", "cst", "jst", "pdt", "mdt"}
    for number, line in enumerate(DOCUMENT.read_text(encoding="utf-8").split("\n"), 1):
        words = set(re.findall(r"[^\W\d_]{2,}", line.casefold()))
        assert number in named or words - said <= kept, line
