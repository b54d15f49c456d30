"""A booklet's own content as a source: its files come in as they are, and those of an export say the same."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from booklet.codes import BAD_SOURCE, CHANGED_TEXT, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.formats.content.booklet_content import is_booklet_content, read_booklet_content
from booklet.importing.importers import IMPORTERS
from booklet.importing.meeting import Meeting
from booklet.importing.sources.read_source import read_source
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.wish import Wish
from booklet.place import Place

EVENT = """# Loud.
title:   Foghorn        # a word
zone: Europe/Oslo
sponsors:
  Gold: [{name: Acme, logo: logos/acme.png}, Bolt, {name: Cone, logo: {file: logos/cone.pdf, alt: A cone}}]
subtitle: Loud and clear
"""
PROGRAM = """sessions:
  - {id: one, title: "*Horns*", date: 2026-05-05, start: 9:00, items: [{talk: horn, minutes: 18 + 2}]}
  - {id: two, title: Undated, date: soon}
"""
TALK = """---
title: A $\\beta$ *horn*
id: horn
authors: [Ada Example, {name: Bo Other}]
figures: [figures/horn.png, {file: figures/fog.pdf}]
---

Horns, *loud*.
"""
FILES = {
    "content/event.yaml": EVENT,
    "content/program.yaml": PROGRAM,
    "content/people.yaml": "people: [{name: Ada Example, photo: people/a.png}]",
    "content/booklet.yaml": "covers: {front: covers/front.pdf}\n",
    "content/talks/a-horn.md": TALK,
    "content/talks/bad.md": "No front matter.\n",
    "content/pages/hello.md": "---\ntitle: Hello\nfigures: figures/horn.png\n---\nDear *all*.\n",
}
BESIDE = {
    "content/import.yaml": "columns: []\n",
    "content/notes.md": "Buy tea.\n",
    "content/talks/drafts/x.md": "---\ntitle: x\n---\n",
    "out/report.txt": "",
}


def source(files: dict[str, str]) -> Source:
    return Source("old", tuple(SourceFile(name, text.encode()) for name, text in sorted(files.items())))


def read(files: dict[str, str], wish: Wish | None = None) -> tuple[Meeting, list[Finding]]:
    findings: list[Finding] = []
    return read_booklet_content(source(files), wish or Wish(), findings), findings


def export(files: dict[str, object], version: object = 1) -> dict[str, str]:
    return {"old.json": json.dumps({"version": version, "booklet": "content", "files": files})}


def test_files_come_in_as_they_are() -> None:
    meeting, findings = read(FILES | BESIDE)
    assert meeting.files == FILES
    assert [talk.id for talk in meeting.talks] == ["horn", "bad"]
    assert [author.name for author in meeting.talks[0].authors] == ["Ada Example", "Bo Other"]
    assert [session.title for session in meeting.sessions] == ["*Horns*"]
    assert [one.message for one in findings] == [
        '"notes.md" is no file of content and is not taken over',
        '"talks/drafts/x.md" is no file of content and is not taken over',
        "the file does not begin with front matter",
        (
            'pictures are not taken over: "covers/front.pdf", "logos/acme.png", "logos/cone.pdf", "people/a.png", '
            '"figures/horn.png" and 1 more'
        ),
    ]
    assert [one.code for one in findings] == [LEFT_OUT, LEFT_OUT, BAD_SOURCE, LEFT_OUT]
    assert findings[2].place == Place("content/talks/bad.md")


def test_line_ends_and_encodings_become_those_of_booklet() -> None:
    files = (
        SourceFile("event.yaml", EVENT.replace("\n", "\r\n").encode("utf-16")),
        SourceFile("program.yaml", b"\xef\xbb\xbf" + PROGRAM.encode() + b"# \x01\n"),
    )
    findings: list[Finding] = []
    meeting = read_booklet_content(Source("old", files), Wish(), findings)
    assert meeting.files["content/event.yaml"] == EVENT
    assert meeting.files["content/program.yaml"] == PROGRAM + "#  \n"
    assert CHANGED_TEXT in {one.code for one in findings}


def test_what_is_known_as_content() -> None:
    assert is_booklet_content(source(FILES))
    inside = {name.removeprefix("content/"): text for name, text in FILES.items()}
    assert is_booklet_content(source(inside))
    assert read(inside)[0].files == FILES
    assert not is_booklet_content(source({"event.yaml": EVENT}))
    assert not is_booklet_content(source({"event.yaml": EVENT, "program.yaml": "talks: []"}))
    assert not is_booklet_content(source({"event.yaml": "- a", "program.yaml": PROGRAM}))
    assert is_booklet_content(source(export({})))
    assert not is_booklet_content(source({"a.json": '{"version": 1, "files": {}}'}))
    assert not is_booklet_content(source({"a.json": '{"version": 1'}))
    assert read({"a.md": "x"})[1][0].code is BAD_SOURCE


@pytest.mark.parametrize("files", [FILES, export({"event.yaml": {"title": "A"}, "program.yaml": {"sessions": []}})])
def test_no_other_form_takes_it(files: dict[str, str]) -> None:
    assert next(one.name for one in IMPORTERS if one.is_it(source(files))) == "booklet"


def test_an_archive_of_a_project(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in FILES.items():
            archive.writestr(f"meeting/{name}", text)
    (tmp_path / "meeting.zip").write_bytes(stream.getvalue())
    assert read_booklet_content(read_source(tmp_path / "meeting.zip", []), Wish(), []).files == FILES


def test_what_the_user_says_is_put_in() -> None:
    meeting, _ = read(FILES, Wish(zone="Europe/Berlin", language="nb", title="Foghorn: the second"))
    assert meeting.files["content/event.yaml"].splitlines()[:3] == [
        "# Loud.",
        'title:   "Foghorn: the second"        # a word',
        "zone: Europe/Berlin",
    ]
    assert "\nlanguage: nb\n" in meeting.files["content/event.yaml"]
    assert read(FILES, Wish(zone="Europe/Oslo"))[0].files == FILES


def test_an_export_is_laid_out_as_an_import_lays_it_out() -> None:
    meeting, findings = read(
        export(
            {
                "event.yaml": {"title": "Fog: a horn", "zone": "UTC", "venue": None, "notes": ["One."], "topic": ""},
                "program.yaml": {
                    "rooms": ["Hall", {"name": "Nook", "note": "small"}],
                    "sessions": [
                        {
                            "id": "one",
                            "title": "Horns",
                            "date": "2026-05-05",
                            "items": [{"talk": "horn", "minutes": "5"}],
                        }
                    ],
                },
                "people.yaml": {},
                "talks/horn.md": {
                    "front": {
                        "title": "A \\beta",
                        "authors": [{"name": "Ada", "affiliations": ["ex"], "presenting": True}],
                        "affiliations": {"ex": "Example, Oslo"},
                        "translation": {"language": "de", "title": "Horn", "abstract": "Eins.\n\nZwei.\n"},
                        "figures": {"file": "a.png", "width": 0.5},
                    },
                    "text": "\nLoud.\n",
                },
            }
        )
    )
    assert meeting.files == {
        "content/event.yaml": 'title: "Fog: a horn"\nzone: UTC\nvenue:\nnotes:\n  - One.\ntopic: ""\n',
        "content/program.yaml": (
            "rooms:\n  - Hall\n  - {name: Nook, note: small}\nsessions:\n  - id: one\n    title: Horns\n"
            "    date: 2026-05-05\n    items:\n      - {talk: horn, minutes: 5}\n"
        ),
        "content/talks/horn.md": (
            "---\ntitle: A \\beta\nauthors:\n  - {name: Ada, affiliations: [ex], presenting: true}\n"
            "affiliations:\n  ex: Example, Oslo\n"
            "translation:\n  language: de\n  title: Horn\n  abstract: |\n    Eins.\n\n    Zwei.\n"
            "figures: {file: a.png, width: 0.5}\n---\n\nLoud.\n"
        ),
    }
    assert [one.message for one in findings] == ['pictures are not taken over: "a.png"']


@pytest.mark.parametrize(
    "name",
    ["../event.yaml", "talks/../../x.md", "talks/con.md", "talks/a/b.md", "/etc/x.md", "talks/.x.md", "x.yaml", ""],
)
def test_names_that_are_none_stay_out(name: str) -> None:
    good = {"event.yaml": {"title": "A", "zone": "UTC"}, "program.yaml": {"sessions": []}}
    meeting, findings = read(export({**good, name: {"front": {"title": "x"}, "a": "b"}}))
    assert sorted(meeting.files) == ["content/event.yaml", "content/program.yaml"]
    assert [one.code for one in findings] == [LEFT_OUT]


def test_exports_that_are_none() -> None:
    deep: object = "x"
    for _ in range(60):
        deep = {"a": deep}
    meeting, findings = read(
        export(
            {
                "event.yaml": {"title": "A", "x" * 2000: "1", "a\nb": "2", "c": deep},
                "people.yaml": [1],
                "talks/a.md": "x",
            }
        )
    )
    assert sorted(meeting.files) == ["content/event.yaml"]
    assert meeting.files["content/event.yaml"].startswith("title: A\nc:\n  a:\n    a:\n")
    assert len(findings) == 5
    assert {one.code for one in findings} == {LEFT_OUT}
    assert read(export({"event.yaml": {"title": "A"}}, version=2))[1][0].message.startswith(
        'the export has the version "2"'
    )
    assert read(export({}))[1][0].code is BAD_SOURCE
    assert read({"a.json": '{"version": 1, "booklet": "content", "files": []}'})[1][0].code is BAD_SOURCE


def test_the_last_line_of_front_matter_keeps_its_end() -> None:
    front = {"title": "A", "translation": {"language": "de", "abstract": "Eins.\n"}}
    files = {"event.yaml": {"title": "A"}, "talks/a.md": {"front": front, "text": "B"}}
    text = read(export(files))[0].files["content/talks/a.md"]
    assert text == "---\ntitle: A\ntranslation:\n  language: de\n  abstract: |\n    Eins.\n\n---\nB"
