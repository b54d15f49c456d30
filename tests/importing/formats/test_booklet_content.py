"""A booklet's own content as a source: nothing is lost but what is named."""

import dataclasses
from pathlib import Path

import pytest

from booklet.codes import BAD_SOURCE, LEFT_OUT
from booklet.importing.content_files import content_files
from booklet.importing.formats.booklet_content import is_booklet_content, read_booklet_content
from booklet.importing.ids import NO_IDS, ids_of
from booklet.importing.meeting import (
    ImportedAuthor,
    ImportedCity,
    ImportedItem,
    ImportedLink,
    ImportedName,
    ImportedRoom,
    ImportedSponsor,
)
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.wish import Wish
from booklet.place import Place, Places
from booklet.reading.read_project import read_project

PROJECT = Path(__file__).parents[3]

EVENT = """title: Foghorn
zone: Europe/Oslo
organizers: [Ada Example, {name: Bo Other, affiliation: Example University}]
notes: Bring a horn.
time-zones:
  Near: [Oslo, {zone: Berlin, label: B.}, Asia/Tokyo]
committees:
  Crew: [{name: Cy Third, office: chair}]
sponsors:
  Gold: [{name: Acme, website: "https://acme.example", logo: logos/acme.png}]
subtitle: Loud and clear
"""
PROGRAM = """rooms: [Hall, {name: Nook, building: West, note: small}]
tracks: [{name: Horns, short: H}, Bells]
sessions:
  - id: one
    title: "*Horns*"
    date: 2026-05-05
    start: 9:00
    until: 10:00
    kind: plenary
    room: Hall
    chairs: Ada Example
    items:
      - {talk: horn, minutes: 18 + 2}
      - {title: Tea, at: 9:30, minutes: 10, kind: break}
  - {id: two, title: Undated, date: soon}
"""
TALK = """---
title: A $\\beta$ *horn*
id: horn
authors:
  - Ada Example
  - {name: Bo Other, affiliations: [ex, shared, "Own, in full"], presenting: yes}
affiliations:
  ex: Example University
links: ["https://horn.example", {label: Slides, address: "doi:10.1/2"}]
macros: {b: '\\beta'}
keywords: horn
short-title: Horn
---

Horns, *loud*.

Two paragraphs.
"""
FILES = {
    "content/event.yaml": EVENT,
    "content/program.yaml": PROGRAM,
    "content/affiliations.yaml": "shared: Shared Institute\n",
    "content/people.yaml": "people: [{name: Ada Example, aliases: [A. Example], orcid: 0000-0002-1825-0097, photo: a.png}]",
    "content/talks/a-horn.md": TALK,
    "content/talks/bad.md": "No front matter.\n",
    "content/pages/hello.md": "---\ntitle: Hello\nsignatures: [{name: Ada, role: chair}]\n---\nDear *all*.\n",
    "content/booklet.yaml": "paper: A5\n",
    "content/.import/memory.json": "{}",
    "out/booklet.pdf": "",
}


def source(files):
    return Source("old", tuple(SourceFile(name, text.encode()) for name, text in sorted(files.items())))


def read(files):
    findings = []
    return read_booklet_content(source(files), Wish(), findings), findings


def test_all_that_an_import_carries():
    meeting, findings = read(FILES)
    event = meeting.event
    assert event.organizers == (ImportedName("Ada Example"), ImportedName("Bo Other", "Example University"))
    assert event.notes == ("Bring a horn.",)
    assert event.regions == (
        (
            "Near",
            (ImportedCity("Europe/Oslo", "Oslo"), ImportedCity("Europe/Berlin", "B."), ImportedCity("Asia/Tokyo")),
        ),
    )
    assert event.committees == (("Crew", (ImportedName("Cy Third", office="chair"),)),)
    assert event.sponsors == (ImportedSponsor("Acme", "Gold", "https://acme.example"),)
    assert meeting.rooms == (ImportedRoom("Hall"), ImportedRoom("Nook", "West", "small"))
    assert meeting.tracks == ("Horns", "Bells")
    (session,) = meeting.sessions
    assert (session.title, session.rooms, session.chairs) == ("*Horns*", ("Hall",), ("Ada Example",))
    assert session.items[0] == ImportedItem("horn", minutes=18, questions=2)
    assert (session.items[1].at.minute, session.items[1].kind) == (30, "break")
    (talk,) = meeting.talks
    assert (talk.key, talk.id, talk.title) == ("horn", "horn", "A $\\beta$ *horn*")
    assert talk.authors == (
        ImportedAuthor("Ada Example"),
        ImportedAuthor("Bo Other", ("Example University", "Shared Institute", "Own, in full"), presenting=True),
    )
    assert talk.links == (ImportedLink("https://horn.example"), ImportedLink("doi:10.1/2", "Slides"))
    assert (talk.macros, talk.keywords) == ((("b", "\\beta"),), ("horn",))
    assert talk.abstract == "Horns, *loud*.\n\nTwo paragraphs."
    assert meeting.pages[0].signatures == (ImportedName("Ada", office="chair"),)
    assert meeting.people[0].aliases == ("A. Example",)
    assert sorted((one.place.file, one.message) for one in findings if one.code is LEFT_OUT) == [
        ("content/booklet.yaml", '"booklet.yaml" is not taken over'),
        ("content/event.yaml", '"logo" of a sponsor is not taken over'),
        ("content/event.yaml", '"subtitle" of event.yaml is not taken over'),
        ("content/people.yaml", '"photo" of a person is not taken over'),
        ("content/program.yaml", '"short" of a track is not taken over'),
        ("content/program.yaml", 'the session "Undated" has no date and is left out'),
        ("content/talks/a-horn.md", '"short-title" of a talk is not taken over'),
        ("content/talks/bad.md", "the file does not begin with --- and is left out"),
    ]


def test_what_is_known_as_content():
    assert is_booklet_content(source(FILES))
    inside = {name.removeprefix("content/"): text for name, text in FILES.items()}
    assert is_booklet_content(source(inside))
    assert not is_booklet_content(source({"event.yaml": EVENT}))
    assert not is_booklet_content(source({"event.yaml": EVENT, "program.yaml": "talks: []"}))
    assert not is_booklet_content(source({"event.yaml": "- a", "program.yaml": PROGRAM}))
    assert read({"a.md": "x"})[1][0].code is BAD_SOURCE


def bare(value):
    """A value of the model without the places in it, settings, and ids of sessions, which an import gives anew."""
    if isinstance(value, Place | Places):
        return None
    if dataclasses.is_dataclass(value):
        left = {"settings"} | ({"id"} if type(value).__name__ == "Session" else set())
        names = [one.name for one in dataclasses.fields(value) if one.name not in left]
        return {name: bare(getattr(value, name)) for name in names}
    return tuple(map(bare, value)) if isinstance(value, tuple) else value


def again(project, folder):
    """The program of a project, that of what an import makes of it, and the findings of the import."""
    paths = sorted(path for path in (project / "content").rglob("*") if path.is_file())
    files = tuple(SourceFile(path.relative_to(project).as_posix(), path.read_bytes()) for path in paths)
    findings = []
    meeting = read_booklet_content(Source(project.name, files), Wish(), findings)
    for name, text in content_files(meeting, ids_of(meeting, NO_IDS)).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return read_project(project)[0], read_project(folder), findings


def test_the_workshop_comes_back_as_it_was(tmp_path):
    before, (after, trouble), findings = again(PROJECT, tmp_path)
    assert trouble == ()
    assert bare(after) == bare(before)
    assert [one.message for one in findings] == ['"booklet.yaml" is not taken over']


@pytest.mark.parametrize("part", ["talks", "people", "rooms", "pages", "sessions"])
def test_the_conference_comes_back_but_for_what_is_named(tmp_path, part):
    before, (after, trouble), findings = again(PROJECT / "examples" / "conference", tmp_path)
    named = {one.message.split('"')[1].replace("-", "_") for one in findings if one.code is LEFT_OUT}
    assert not [one for one in trouble if one.severity.value == "error"]

    def without(value):
        if isinstance(value, dict):
            return {
                key: without(inner)
                for key, inner in value.items()
                if key not in named | {"picture", "photo", "translation", "abstract_written"}
            }
        return tuple(map(without, value)) if isinstance(value, tuple) else value

    assert without(bare(getattr(after, part))) == without(bare(getattr(before, part)))
