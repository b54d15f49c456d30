"""A Meeting in content files says what it said: read back by booklet itself, without an error."""

import datetime as dt
from pathlib import Path

from booklet.finding import Severity
from booklet.importing.content_files import content_files
from booklet.importing.ids import NO_IDS, ids_of
from booklet.importing.meeting import (
    ImportedAuthor,
    ImportedCity,
    ImportedEvent,
    ImportedItem,
    ImportedLink,
    ImportedName,
    ImportedPage,
    ImportedPerson,
    ImportedRoom,
    ImportedSession,
    ImportedSponsor,
    ImportedTalk,
    Meeting,
)
from booklet.model.program import Program
from booklet.model.rich_text import plain
from booklet.place import Place
from booklet.reading.read_project import read_project

HERE = Place("program.json", 3)
DAY = dt.date(2027, 5, 4)
EVENT = ImportedEvent(
    title="Fjord Days: water & ice",
    topic="Tides",
    series="Fjord Days",
    venue="Bergen",
    website="https://fjord.example/2027?a=1#b",
    zone="Europe/Oslo",
    language="en-GB",
    organizers=(ImportedName("Ada Example", "Fjord Institute, Bergen"),),
    notes=("Times are local: see the grid.", "# is no comment"),
    regions=(("Asia/Australia", (ImportedCity("Asia/Tokyo"), ImportedCity("Australia/Sydney", "Sydney, NSW"))),),
    committees=(("Program committee", (ImportedName("Bo Other", office="chair"),)),),
    sponsors=(ImportedSponsor("Salt Ltd.", "Gold", "https://salt.example"), ImportedSponsor("Ice", "Gold")),
)
SHARED = "Fjord Institute, Bergen"
TALKS = (
    ImportedTalk(
        "a1",
        "Tides: *one* more [time] #3",
        HERE,
        abstract="First paragraph.\n\nSecond, with $x^2$.",
        authors=(
            ImportedAuthor("Ada Example", (SHARED, "Tide House {North}"), presenting=True),
            ImportedAuthor("Lee, Cy", (SHARED,)),
        ),
        kind="keynote",
        language="nb",
        track="Water",
        keywords=("tides", "a, b", "ice: thin"),
        references=("[1] A. Example, *Tides*, 2020.",),
        funding="Paid by nobody",
        links=(ImportedLink("https://fjord.example/a", "Slides"), ImportedLink("https://fjord.example/b")),
        macros=(("eps", r"\varepsilon"),),
    ),
    ImportedTalk("a2", "Ice", HERE, authors=(ImportedAuthor("Bo Other", (SHARED,)),), board="P1", kind="poster"),
)
MEETING = Meeting(
    EVENT,
    sessions=(
        ImportedSession(
            "s1",
            "Water, first",
            DAY,
            HERE,
            start=dt.time(9, 5),
            until=dt.time(12, 0),
            track="Water",
            rooms=("Hall A",),
            chairs=("Cy Lee", "Bo Other"),
            note="In the old hall",
            items=(
                ImportedItem(title="Welcome: all", minutes=5),
                ImportedItem("a1", minutes=18, questions=2),
                ImportedItem(title="Coffee", at=dt.time(11, 30), minutes=10, kind="break"),
            ),
        ),
        ImportedSession(
            "s2", "Posters", DAY, HERE, kind="posters", rooms=("Hall A", "Foyer"), items=(ImportedItem("a2"),)
        ),
        ImportedSession(
            "s3",
            "Party",
            DAY + dt.timedelta(1),
            HERE,
            start=dt.time(0, 30),
            until=dt.time(2, 0),
            day=DAY,
            kind="social",
        ),
    ),
    talks=TALKS,
    people=(ImportedPerson("Ada Example", ("A. Example",), "0000-0002-1825-0097", "Ada writes.\n\nShe reads too."),),
    rooms=(ImportedRoom("Hall A", "Old house", "first floor"), ImportedRoom("Foyer")),
    tracks=("Water", "Ice & snow"),
    pages=(
        ImportedPage("welcome", "Welcome", "Dear guests,\n\ncome in.", (ImportedName("Ada Example", office="chair"),)),
    ),
)


def read(folder: Path, meeting: Meeting) -> Program:
    for name, text in content_files(meeting, ids_of(meeting, NO_IDS)).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    program, findings = read_project(folder)
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
    assert program
    return program


def test_the_event_is_read_back(tmp_path: Path) -> None:
    event = read(tmp_path, MEETING).event
    assert (event.title, event.topic, event.zone, event.language) == (
        "Fjord Days: water & ice",
        "Tides",
        "Europe/Oslo",
        "en-GB",
    )
    assert event.website == EVENT.website
    assert [(one.name, one.affiliation) for one in event.organizers] == [("Ada Example", "Fjord Institute, Bergen")]
    assert event.notes == EVENT.notes
    assert [(region.name, [city.label for city in region.cities]) for region in event.regions] == [
        ("Asia/Australia", ["Tokyo", "Sydney, NSW"])
    ]
    assert [(one.role, one.members[0].name, one.members[0].office) for one in event.committees] == [
        ("Program committee", "Bo Other", "chair")
    ]


def test_the_program_is_read_back(tmp_path: Path) -> None:
    program = read(tmp_path, MEETING)
    sessions = {plain(session.title): session for session in program.sessions}
    first, party, posters = sessions["Water, first"], sessions["Party"], sessions["Posters"]
    assert (plain(first.title), first.track, first.chairs, first.note) == (
        "Water, first",
        "Water",
        ("Cy Lee", "Bo Other"),
        "In the old hall",
    )
    assert [item.talk.id if item.talk else plain(item.title) for item in first.items] == [
        "Welcome: all",
        "example",
        "Coffee",
    ]
    assert [(item.minutes, item.questions) for item in first.items] == [(5, 0), (18, 2), (10, 0)]
    assert posters.rooms == ("Hall A", "Foyer")
    assert party.day == DAY
    assert [room.name for room in program.rooms] == ["Hall A", "Foyer"]
    assert program.tracks
    assert len(program.pages) == 1


def test_talks_are_read_back(tmp_path: Path) -> None:
    talks = {talk.id: talk for talk in read(tmp_path, MEETING).talks}
    tides = talks["example"]
    assert plain(tides.title) == "Tides: one more [time] #3"
    assert [(author.name, author.affiliations, author.presenting) for author in tides.authors] == [
        ("Ada Example", (1, 2), True),
        ("Lee, Cy", (1,), False),
    ]
    assert tides.affiliations == (SHARED, "Tide House {North}")
    assert tides.abstract_written == TALKS[0].abstract + "\n"
    assert tides.keywords == TALKS[0].keywords
    assert [(link.label, link.address) for link in tides.links] == [
        ("Slides", "https://fjord.example/a"),
        ("https://fjord.example/b", "https://fjord.example/b"),
    ]
    assert talks["other"].board == "P1"


def test_files_look_as_people_would_write_them() -> None:
    files = content_files(MEETING, ids_of(MEETING, NO_IDS))
    assert list(files) == [
        "content/event.yaml",
        "content/program.yaml",
        "content/affiliations.yaml",
        "content/people.yaml",
        "content/pages/welcome.md",
        "content/talks/example.md",
        "content/talks/other.md",
    ]
    assert files["content/affiliations.yaml"] == "fjord-institute: Fjord Institute, Bergen\n"
    assert files["content/talks/other.md"] == (
        "---\ntitle: Ice\nauthors:\n  - {name: Bo Other, affiliations: [fjord-institute]}\nkind: poster\nboard: P1\n---\n"
    )
    assert "      - {talk: example, minutes: 18 + 2}\n" in files["content/program.yaml"]


def test_a_meeting_without_sessions_is_a_book_of_abstracts(tmp_path: Path) -> None:
    meeting = Meeting(ImportedEvent("Days", zone="UTC"), talks=TALKS)
    assert len(read(tmp_path, meeting).talks) == 2
