"""The circulated document of the workshop, imported, against the content that was made from it by hand."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from booklet.codes import CONTRADICTION
from booklet.model.program import Program
from booklet.model.rich_text import plain
from booklet.model.talk import Talk
from booklet.reading.read_project import read_project
from real_programs import DOCUMENT
from real_programs.brought import Brought
from real_programs.words import letters, written

pytestmark = pytest.mark.skipif(
    not DOCUMENT.is_file(), reason="the circulated document is not there (../shared/source)"
)

Bring = Callable[[str], Brought]


@pytest.fixture(scope="module")
def by_hand() -> Program:
    program, _ = read_project(Path(__file__).parents[1])
    assert program is not None
    return program


def authors(talk: Talk) -> list[tuple[str, tuple[str, ...], bool]]:
    return [
        (author.name, tuple(talk.affiliations[number - 1] for number in author.affiliations), author.presenting)
        for author in talk.authors
    ]


def test_talks(bring: Bring, by_hand: Program) -> None:
    """Authors, affiliations, presenters, and each paragraph word for word."""
    ours = bring("document").talks
    assert len(ours) == len(by_hand.talks) == 5
    for talk, right in zip(ours, by_hand.talks, strict=True):
        assert authors(talk) == authors(right)
        assert len(talk.abstract) == len(right.abstract)
        assert written(talk.abstract) == written(right.abstract)


def test_program(bring: Bring, by_hand: Program) -> None:
    (session,), (right,) = bring("document").sessions, by_hand.sessions
    assert (plain(session.title), session.date) == (plain(right.title), right.date)
    assert (session.start, session.until, session.kind) == (right.start, right.until, right.kind)
    assert [(item.start, item.end, item.minutes, item.questions) for item in session.items] == [
        (item.start, item.end, item.minutes, item.questions) for item in right.items
    ]
    assert [plain(item.title) for item in session.items if not item.talk] == ["Welcome", "Closing"]


def test_event(bring: Bring, by_hand: Program) -> None:
    event, right = bring("document").program.event, by_hand.event
    assert (event.title, event.topic, event.zone, event.language) == (
        right.title,
        right.topic,
        right.zone,
        right.language,
    )
    assert event.organizers == right.organizers
    assert event.notes == right.notes
    assert [(region.name, [city.zone for city in region.cities]) for region in event.regions] == [
        (region.name, [city.zone for city in region.cities]) for region in right.regions
    ]


def test_all_differences(bring: Bring, by_hand: Program) -> None:
    """What the document does not say, and what it says twice, of which people took the other."""
    found, right = bring("document").program, by_hand
    labels = [city.label for region in found.event.regions for city in region.cities]
    by_people = [city.label for region in right.event.regions for city in region.cities]
    ((short, whole),) = [pair for pair in zip(labels, by_people, strict=True) if pair[0] != pair[1]]
    assert whole.startswith(short.rstrip("."))
    assert (found.event.venue, right.event.venue) == (None, "online")
    titles = [(plain(talk.title), plain(other.title)) for talk, other in zip(found.talks, right.talks, strict=True)]
    ((above, in_program),) = [pair for pair in titles if pair[0] != pair[1]]
    text = DOCUMENT.read_text("utf-8")
    assert f"({short})" in text
    assert f"# {above}\n" in text
    assert f"**{in_program}**" in text


def test_contradictions(bring: Bring) -> None:
    """Each is named once, at its line."""
    found = [one for one in bring("document").imported.of_source if one.code is CONTRADICTION]
    expected = {
        3: ("ends at 8:50; announced is 9:00", 0),
        30: ("in 2 ways", 2),
        37: ("in 3 ways", 3),
        48: ("one talk has two titles", 2),
        64: ("Sydney has AEDT", 0),
        65: ("New York has EST", 0),
        87: ("two affiliations have the mark 1", 2),
    }
    assert [one.place.line for one in found if one.place] == list(expected)
    written = re.sub(r"<[^>]*>", "", DOCUMENT.read_text("utf-8"))
    # A digit among letters is mended.
    text = letters(written) + letters(written.replace("0", "o"))
    for one, (words, quotations) in zip(found, expected.values(), strict=True):
        assert words in one.message
        told = re.findall(r'"([^"]+)"', one.message)
        assert len(set(told)) == quotations
        assert all(letters(name) in text for name in told)
