"""Content folders into a Program and findings."""

import random
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from small_project import EVENT, PROGRAM, TALK, read, short, write_project

from booklet.checking.check import check
from booklet.errors import FileError, WrongUseError
from booklet.job import Job
from booklet.make import check as check_project
from booklet.model.event import City, Organizer, Region
from booklet.model.program import Program
from booklet.model.rich_text import plain
from booklet.model.talk import Author
from booklet.reading.read_project import read_project

REPOSITORY = Path(__file__).parents[2]
SOURCE = REPOSITORY.parent / "shared" / "source" / "isda-online-2026-04-23.txt"


def program_of(folder: Path, files: dict[str, str | bytes | None] | None = None) -> Program:
    program, findings = read(folder, files)
    assert short(findings) == []
    assert program is not None
    return program


def unsigned(text: str) -> str:
    """The text with the signs of the typewriter."""
    return text.translate(str.maketrans("–’“”", '-\'""'))


@pytest.fixture(scope="module")
def program() -> Program:
    program, findings = read_project(REPOSITORY)
    assert findings == ()
    assert program is not None
    return program


class TestExample:
    """The real workshop in content/."""

    def test_checks_give_notes_only(self, program: Program) -> None:
        assert [(f.code.name, f.talk) for f in check(program)] == [
            ("K042", None), ("K023", "finn"), ("K023", "mallick"), ("K023", "zhou"),
        ]  # fmt: skip

    def test_times(self, program: Program) -> None:
        (session,) = program.sessions
        rows = [(f"{item.start:%H:%M}", f"{item.end:%H:%M}", item.minutes, item.questions) for item in session.items]
        assert rows == [
            ("07:00", "07:05", 5, 0), ("07:05", "07:25", 18, 2), ("07:25", "07:45", 18, 2), ("07:45", "08:05", 18, 2),
            ("08:05", "08:25", 18, 2), ("08:25", "08:45", 18, 2), ("08:45", "08:50", 5, 0),
        ]  # fmt: skip
        assert f"{session.end:%H:%M}" == "09:00"

    def test_talks_in_order_with_their_presenters(self, program: Program) -> None:
        assert [talk.id for talk in program.talks] == ["alexe", "finn", "zhou", "melinc", "mallick"]
        presenters = {talk.id: [author.name for author in talk.presenters] for talk in program.talks}
        assert presenters == {
            "alexe": ["Mihai Alexe"], "finn": [], "zhou": [], "melinc": ["Bostjan Melinc"], "mallick": [],
        }  # fmt: skip

    def test_affiliations_are_numbered_by_first_appearance(self, program: Program) -> None:
        numbers = {talk.id: [author.affiliations for author in talk.authors] for talk in program.talks}
        assert numbers["alexe"] == [(1,)] * 9
        assert numbers["finn"] == [(1,), (1,), (2,), (3,)]
        assert numbers["zhou"] == [(1,), (2,), (1,), (1,), (3,)]
        assert numbers["melinc"] == [(1,), (1,), (1,), (1, 2)]
        assert numbers["mallick"] == [(1,), (2,), (3,), (1,), (2,), (3,), (3,)]
        assert program.talks[1].affiliations[2] == "Inria, Université de Rennes"

    def test_abstracts_are_those_of_the_authors(self, program: Program) -> None:
        text = {talk.id: "\n".join(plain(block.spans) for block in talk.abstract) for talk in program.talks}
        assert [len(talk.abstract) for talk in program.talks] == [3, 1, 3, 1, 1]
        assert "by learning to progressively refining predictions" in text["finn"]
        assert (
            "such as atmosphere-ocean – by learning to use information present in “interface” observations"
            in text["alexe"]
        )
        assert "ECMWF’s Integrated Forecast System" in text["alexe"]
        assert text["mallick"].endswith("uncertainty quantification in regional climate reanalysis.")
        assert [len(text[key].split()) for key in ("alexe", "finn", "zhou", "melinc", "mallick")] == [
            259,
            135,
            205,
            252,
            212,
        ]

    @pytest.mark.skipif(not SOURCE.is_file(), reason="../shared/source is not here")
    def test_abstracts_are_whole(self, program: Program) -> None:
        source = unsigned(SOURCE.read_text(encoding="utf-8"))
        for talk in program.talks:
            for block in talk.abstract:
                assert unsigned(plain(block.spans)) in source

    def test_the_event(self, program: Program) -> None:
        event = program.event
        assert (event.title, event.heading, event.zone, event.clock) == (
            "ISDA-Online",
            "Machine Learning in DA",
            "UTC",
            24,
        )
        assert event.organizers[0] == Organizer("James Taylor", "RIKEN, Japan")
        assert [city.label for region in event.regions for city in region.cities] == [
            "London", "Berlin", "Shanghai", "Tokyo", "Sydney", "San Francisco", "Denver", "New York",
        ]  # fmt: skip


class TestEvent:
    def test_everything_that_an_event_can_say(self, tmp_path: Path) -> None:
        event = """\
title: "The Meeting"
topic: Clouds
series: A series
subtitle: Program and abstracts
venue: Town Hall
website: https://example.org
language: en-gb
zone: Europe/London
clock: 12
organizers: [Ada Example, {name: Bob, affiliation: O'Neill Institute}]
notes: One note.
time-zones:
  Far away: [Tokyo, {zone: Asia/Kathmandu}, {zone: America/Los_Angeles, label: San Fran.}, Beijing]
  Here: London
"""
        found = program_of(tmp_path, {"event.yaml": event}).event
        assert (found.language, found.clock, found.website) == ("en-GB", 12, "https://example.org")
        assert found.organizers == (Organizer("Ada Example"), Organizer("Bob", "O’Neill Institute"))
        assert found.notes == ("One note.",)
        assert found.regions == (
            Region(
                "Far away",
                (
                    City("Tokyo", "Asia/Tokyo"),
                    City("Kathmandu", "Asia/Kathmandu"),
                    City("San Fran.", "America/Los_Angeles"),
                    City("Beijing", "Asia/Shanghai"),
                ),
            ),
            Region("Here", (City("London", "Europe/London"),)),
        )

    @pytest.mark.parametrize(
        ("event", "expected"),
        [
            ("zone: UTC\n", ["C015 content/event.yaml:1:1"]),
            ("title:\nzone: UTC\n", ["C015 content/event.yaml:1:1"]),
            ("title: ''\nzone: UTC\n", ["C016 content/event.yaml:1:8"]),
            ("", ["C015 content/event.yaml:1:1", "C015 content/event.yaml:1:1"]),
            ("- a\n", ["C010 content/event.yaml:1:1"]),
            ("title: x", ["C015 content/event.yaml:1:1"]),
        ],
    )
    def test_without_title_or_zone_there_is_no_program(self, tmp_path: Path, event: str, expected: list[str]) -> None:
        program, findings = read(tmp_path, {"event.yaml": event})
        assert program is None
        assert short(findings) == expected

    def test_a_misspelt_key_is_an_error_and_read_as_what_was_meant(self, tmp_path: Path) -> None:
        program, findings = read(tmp_path, {"event.yaml": "tilte: x\nzone: UTC\n"})
        assert short(findings) == ["C014 content/event.yaml:1:1"]
        assert program is not None
        assert program.event.title == "x"

    def test_all_errors_at_once_and_the_rest_is_read(self, tmp_path: Path) -> None:
        event = """\
title: A meeting
zone: Berlin
language: English
clock: 13
website: example.org
venues: Town Hall
organizers:
  - {name: Ada, afiliation: X}
  - affiliation: Y
time-zones:
  Here: [Lodnon, Tokyo, EST]
notes: {a: b}
"""
        program, findings = read(tmp_path, {"event.yaml": event})
        assert short(findings) == [
            "C023 content/event.yaml:2:7",
            "C026 content/event.yaml:3:11",
            "C016 content/event.yaml:4:8",
            "C016 content/event.yaml:5:10",
            "C014 content/event.yaml:6:1",
            "C014 content/event.yaml:8:17",
            "C015 content/event.yaml:9:5",
            "C023 content/event.yaml:11:10",
            "C024 content/event.yaml:11:25",
            "C010 content/event.yaml:12:8",
        ]
        assert [f.hint for f in findings if f.code.name == "C014"] == [
            'did you mean "venue"?',
            'did you mean "affiliation"?',
        ]
        assert program is not None
        assert program.event.zone == "UTC"
        assert program.event.regions == (Region("Here", (City("Tokyo", "Asia/Tokyo"),)),)
        assert program.event.organizers == (Organizer("Ada", "X"),)
        assert len(program.talks) == 1


class TestProgram:
    def test_times_follow_the_order(self, tmp_path: Path) -> None:
        program = """\
sessions:
  - {id: b, title: Late, date: 2026-04-23, start: 22:00, until: 1:00, room: Hall 1, chairs: [Ada, Bob], items: [
      {title: One, minutes: 60}, {title: Two}, {title: Three, minutes: 10}, {title: Four, at: 0:30, minutes: 15}]}
  - {id: a, title: Early, date: 2026-04-23, start: 9:00}
"""
        found = program_of(tmp_path, {"program.yaml": program, "talks/ada.md": None})
        assert [session.id for session in found.sessions] == ["a", "b"]
        late = found.sessions[1]
        assert [(item.start and f"{item.start:%d %H:%M}", item.end and f"{item.end:%d %H:%M}") for item in late.items] == [
            ("23 22:00", "23 23:00"), ("23 23:00", None), (None, None), ("24 00:30", "24 00:45"),
        ]  # fmt: skip
        assert f"{late.until:%d %H:%M}" == "24 01:00"
        assert (late.room, late.chairs) == ("Hall 1", ("Ada", "Bob"))
        assert late.items[3].pin == late.items[3].start

    @pytest.mark.parametrize(
        ("row", "expected"),
        [
            ("{talk: bob, minutes: 5}", "K001"),
            ("{minutes: 5}", "C015"),
            ("{title: x, talk: ada}", "C016"),
            ("{title: x, minutes: 0}", "C022"),
            ("{title: x, at: 7.05}", "C021"),
            ("{title: x, start: 7:05}", "C014"),
            ("{titel: x}", "C014"),
            ("just text", "C010"),
            ("[a]", "C010"),
            ("{talk: Ada}", "C025"),
        ],
    )
    def test_one_bad_item_costs_no_more_than_itself(self, tmp_path: Path, row: str, expected: str) -> None:
        found, findings = read(
            tmp_path, {"program.yaml": PROGRAM + f"      - {row}\n      - {{title: End, minutes: 5}}\n"}
        )
        assert [f.code.name for f in findings] == [expected]
        assert str(findings[0].place).startswith("content/program.yaml:9:")
        assert found is not None
        assert plain(found.sessions[0].items[-1].title) == "End"

    @pytest.mark.parametrize(
        ("line", "code"),
        [
            ("date: 2026-02-30", "C020"),
            ("start: 7.05", "C021"),
            ("zone: CET", "C024"),
            ("until: 8:00", "C021"),
            ("until: 9:00", "C021"),
            ("id: One", "C025"),
        ],
    )
    def test_bad_sessions(self, tmp_path: Path, line: str, code: str) -> None:
        key = line.split(":")[0]
        rows = [row for row in PROGRAM.split("\n") if not row.lstrip(" -").startswith(f"{key}:")]
        if key == "id":
            rows[1] = "  - title: Morning"
        program = "\n".join([*rows[:2], f"    {line}", *rows[2:]])
        _, findings = read(tmp_path, {"program.yaml": program})
        assert [f.code.name for f in findings if f.code.name != "K005"] == [code]

    @pytest.mark.parametrize(("day", "code"), [("2026-03-29", "K050"), ("2026-10-25", "K051")])
    def test_hours_that_clocks_show_never_or_twice(self, tmp_path: Path, day: str, code: str) -> None:
        text = PROGRAM.replace("2026-04-23", day).replace("9:00", "2:30")
        program, (finding,) = read(tmp_path, {"program.yaml": text})
        assert (finding.code.name, str(finding.place)) == (code, "content/program.yaml:5:12")
        assert program is not None
        if code == "K051":
            assert "the first, UTC+2, is used" in finding.message
            assert program.sessions[0].items[1].start.isoformat() == "2026-10-25T02:35:00+02:00"  # type: ignore[union-attr]

    def test_two_sessions_with_one_id(self, tmp_path: Path) -> None:
        program = PROGRAM + "  - {id: one, title: Again, date: 2026-04-24, start: 9:00}\n"
        found, (finding,) = read(tmp_path, {"program.yaml": program})
        assert (finding.code.name, [str(place) for place in finding.also]) == ("K004", ["content/program.yaml:2:9"])
        assert found is not None
        assert len(found.sessions) == 1


class TestTalk:
    def test_everything_that_a_talk_can_say(self, tmp_path: Path) -> None:
        talk = """\
---
id: ada
title: "H~2~O: *all* of it"
short-title: Water
language: de
status: moved
authors:
  - {name: Ada Example, affiliations: [uni, "Elsewhere, Inc."], presenting: yes}
  - {name: Bob Other, affiliations: [other, uni]}
  - Carla
affiliations: {uni: Example University, other: Other Place, same: "Example University"}
keywords: [one, two]
references:
  - "A. Author, *Journal* 1 (2020), doi:10.1000/x."
funding: Grant 5.
links:
  - https://example.org
  - {label: Code, address: "https://example.org/code"}
---

First "paragraph".

Second.
"""
        program, findings = read(tmp_path, {"talks/ada.md": None, "talks/water.md": talk})
        assert [f.code.name for f in findings] == ["K003"]
        assert program is not None
        (found,) = program.talks
        assert (found.id, plain(found.title), found.short_title, found.language, found.status) == (
            "ada", "H2O: all of it", "Water", "de", "moved",
        )  # fmt: skip
        assert found.affiliations == ("Example University", "Elsewhere, Inc.", "Other Place")
        assert found.authors == (
            Author("Ada Example", (1, 2), presenting=True),
            Author("Bob Other", (1, 3)),
            Author("Carla"),
        )
        assert found.keywords == ("one", "two")
        assert found.references[0][-2].link == "https://doi.org/10.1000/x"
        assert plain(found.funding) == "Grant 5."
        assert [(link.label, link.address) for link in found.links] == [
            ("https://example.org", "https://example.org"), ("Code", "https://example.org/code"),
        ]  # fmt: skip
        assert [plain(block.spans) for block in found.abstract] == ["First „paragraph“.", "Second."]

    def test_two_keys_for_one_text_share_a_number(self, tmp_path: Path) -> None:
        talk = TALK.replace("[uni]", "[uni, again]").replace("---\nAn", "  again: Example  University\n---\nAn")
        (found,) = program_of(tmp_path, {"talks/ada.md": talk}).talks
        assert found.affiliations == ("Example University",)
        assert found.authors[0].affiliations == (1,)

    def test_numbers_as_keys_of_affiliations(self, tmp_path: Path) -> None:
        talk = TALK.replace("[uni]", "[1]").replace("uni:", "1:")
        assert program_of(tmp_path, {"talks/ada.md": talk}).talks[0].affiliations == ("Example University",)

    def test_unknown_affiliation(self, tmp_path: Path) -> None:
        program, findings = read(tmp_path, {"talks/ada.md": TALK.replace("[uni]", "[uni, unj]")})
        assert short(findings) == ["K002 content/talks/ada.md:4:45"]
        assert (findings[0].hint, findings[0].talk) == ('did you mean "uni"?', "ada")
        assert program is not None
        assert program.talks[0].authors[0].affiliations == (1,)

    @pytest.mark.parametrize(
        ("talk", "expected"),
        [
            ("", ["C015 content/talks/ada.md:1:1"]),
            ("Just an abstract.", ["C015 content/talks/ada.md:1:1"]),
            ("---\ntitle: x\n", ["C010 content/talks/ada.md:1:1"]),
            ("---\n---\n", ["C015 content/talks/ada.md:1:1"]),
            ("---\n- a\n---\n", ["C010 content/talks/ada.md:2:1"]),
            ("---\ntilte: x\n---\n", ["C014 content/talks/ada.md:2:1"]),
            ("---\ntitle: a: b\n---\n", ["C004 content/talks/ada.md:2:9"]),
            ("---\ntitle: a: b\n---\nc\u200bd", ["C004 content/talks/ada.md:2:9", "T001 content/talks/ada.md:4:2"]),
            ("---\ntilte: a\n---\nc\u200bd", ["C014 content/talks/ada.md:2:1", "T001 content/talks/ada.md:4:2"]),
            ("---\ntitle: x\n---\nSee \x07.\n", ["C008 content/talks/ada.md:4:5"]),
            ("---\ntitle: x\nabstract: y\n---\n", ["C014 content/talks/ada.md:3:1"]),
            ("---\ntitle: x\nstatus: late\n---\n", ["C016 content/talks/ada.md:3:9"]),
            ("---\ntitle: " + "x" * 301 + "\n---\n", ["C007 content/talks/ada.md:2:8"]),
            ("---\ntitle: x\nauthors: [{name: ''}]\n---\n", ["C016 content/talks/ada.md:3:18"]),
            ("---\ntitle: x\n---\n" + "y" * 20_001, ["C007 content/talks/ada.md:4:1"]),
            ("---\ntitle: x\n---\n" + "y\n\n" * 501, ["C007 content/talks/ada.md:4:1"]),
            ("---\ntitle: x\n---\na\nb\u200bc\n", ["T001 content/talks/ada.md:5:2"]),
            ("---\ntitle: x\n---\na\nb <div>c</div>\n", ["T040 content/talks/ada.md:5:3"]),
            ("---\r\ntitle: a: b\r\n---\r\n", ["C004 content/talks/ada.md:2:9"]),
            ("\ufeff---\ntitle: x #1\n---\n", ["C009 content/talks/ada.md:2:10"]),
        ],
    )
    def test_findings_stand_at_their_place_and_name_no_second(
        self, tmp_path: Path, talk: str, expected: list[str]
    ) -> None:
        program, findings = read(tmp_path, {"talks/ada.md": talk})
        assert short(findings) == expected
        assert program is not None
        assert len(program.sessions[0].items) == 2

    def test_every_formula_of_an_abstract_has_a_place(self, tmp_path: Path) -> None:
        talk = "---\ntitle: x\n---\nHere $x$, $$y +\nz$$\nand $x$ again \\(w\\).\n"
        program, findings = read(tmp_path, {"talks/ada.md": talk})
        assert findings == ()
        assert program is not None
        places = [program.talks[0].places.of("abstract", number) for number in range(5)]
        assert [(place.line, place.column) for place in places] == [(4, 6), (4, 11), (6, 5), (6, 15), (4, 1)]

    def test_two_talks_with_one_id(self, tmp_path: Path) -> None:
        program, (finding,) = read(tmp_path, {"talks/zeta.md": TALK.replace("---\ntitle", "---\nid: ada\ntitle", 1)})
        assert finding.code.name == "K004"
        assert [place.file for place in (finding.place, *finding.also) if place] == [
            "content/talks/zeta.md", "content/talks/ada.md",
        ]  # fmt: skip
        assert program is not None
        assert len(program.talks) == 1

    @pytest.mark.parametrize("name", ["Ada.md", "ada example.md", "con.md", "ädä.md"])
    def test_names_of_files_are_ids(self, tmp_path: Path, name: str) -> None:
        _, findings = read(tmp_path, {f"talks/{name}": TALK})
        assert [f.code.name for f in findings] == ["C025"]
        assert "rename the file" in (findings[0].hint or "")


class TestFolder:
    def test_no_content_folder(self, tmp_path: Path) -> None:
        with pytest.raises(FileError):
            read_project(tmp_path)

    @pytest.mark.parametrize("name", ["event.yaml", "program.yaml"])
    def test_required_files(self, tmp_path: Path, name: str) -> None:
        _, findings = read(tmp_path, {name: None})
        assert [f.code.name for f in findings] == ["C001"]

    def test_files_that_are_not_used(self, tmp_path: Path) -> None:
        files: dict[str, str | bytes | None] = {
            "events.yaml": "a: b", "booklet.yml": "a: b", "talks/bob.txt": "x", "talks/day1/x.md": "x", ".hidden.yaml": "x",
            "talks/.ada.md.swp": "x", "talks/ada.md~": "x", "notes.txt": "x", "bob.md": "x", "talk/eve.md": "x",
            "figures/map.txt": "x",
        }  # fmt: skip
        _, findings = read(tmp_path, files)
        assert [(f.code.name, f.place.file) for f in findings if f.place] == [
            ("C030", "content/bob.md"), ("C030", "content/booklet.yml"), ("C030", "content/events.yaml"),
            ("C030", "content/talk"), ("C030", "content/talks/bob.txt"), ("C030", "content/talks/day1"),
        ]  # fmt: skip
        assert findings[0].hint == "a talk belongs into talks/: content/talks/bob.md"
        assert findings[1].hint == 'did you mean "booklet.yaml"?'

    def test_folders_that_lead_out_are_not_looked_into(self, tmp_path: Path) -> None:
        outside = tmp_path / "outside"
        outside.mkdir()
        for name in ("secret.png", "secret.md", "secret.yaml", "secret.txt"):
            (outside / name).write_bytes(b"x")
        folder = write_project(tmp_path / "project", {"booklet.yaml": "covers: {front: covers/secrt.png}"})
        for name in ("content/figures", "content/covers", "content/more", "styles"):
            (folder / name).symlink_to(outside)
        shutil.rmtree(folder / "content" / "talks")
        (folder / "content" / "talks").symlink_to(outside)
        with pytest.raises(WrongUseError) as refused:
            check_project(Job(folder, style="secre"))
        assert "secret" not in str(refused.value)
        findings = check_project(Job(folder)).findings
        assert "C011" in {finding.code.name for finding in findings}
        assert not [finding for finding in findings if "secret" in f"{finding.message} {finding.hint}"]

    def test_talks_that_are_no_folder(self, tmp_path: Path) -> None:
        folder = write_project(tmp_path, {"talks/ada.md": None})
        (folder / "content" / "talks").write_text("a list of talks")
        _, findings = read_project(folder)
        assert any(finding.message == '"content/talks" is not a folder' for finding in findings)

    def test_links_that_lead_out_are_refused(self, tmp_path: Path) -> None:
        (tmp_path / "secret.md").write_text(TALK)
        folder = write_project(tmp_path / "project")
        (folder / "content" / "talks" / "bob.md").symlink_to(tmp_path / "secret.md")
        _, findings = read_project(folder)
        assert [f.code.name for f in findings] == ["C011"]

    def test_shared_affiliations_and_names(self, tmp_path: Path) -> None:
        files: dict[str, str | bytes | None] = {
            "affiliations.yaml": "ecmwf: ECMWF, Reading\nnobody: Nowhere\n",
            "people.yaml": "people:\n  - {name: Étienne Mémin, aliases: [Etienne Memin, E. Mémin]}\n",
            "talks/ada.md": TALK.replace("[uni]", "[ecmwf, uni]").replace("Ada Example", "etienne memin"),
        }
        program, findings = read(tmp_path, files)
        assert short(findings) == ["K003 content/affiliations.yaml:2:9"]
        assert program is not None
        assert program.talks[0].authors == (Author("Étienne Mémin", (1, 2), presenting=True),)
        assert program.talks[0].affiliations == ("ECMWF, Reading", "Example University")

    def test_an_alias_of_two_persons(self, tmp_path: Path) -> None:
        people = "people:\n  - {name: A, aliases: [X]}\n  - {name: B, aliases: [x]}\n"
        _, findings = read(tmp_path, {"people.yaml": people})
        assert short(findings) == ["C016 content/people.yaml:3:25"]

    def test_settings(self, tmp_path: Path) -> None:
        booklet = """\
paper: A5
style: large-print
sections: [program, abstracts]
covers:
  front: covers/front.pdf
  back: {file: covers/back.png, alt: "A map"}
"""
        settings = program_of(tmp_path, {"booklet.yaml": booklet}).settings
        assert (settings.paper, settings.style, settings.sections) == ("A5", "large-print", ("program", "abstracts"))
        assert settings.front_cover is not None
        assert (settings.front_cover.file, settings.front_cover.alt) == ("content/covers/front.pdf", None)
        assert settings.back_cover is not None
        assert settings.back_cover.alt == "A map"

    @pytest.mark.parametrize(
        ("booklet", "expected"),
        [
            ("sections: [program, abstract]", "C016 content/booklet.yaml:1:21"),
            ("covers: {front: ../x.pdf}", "C011 content/booklet.yaml:1:17"),
            ("covers: {left: x.pdf}", "C014 content/booklet.yaml:1:10"),
            ("papers: A4", "C014 content/booklet.yaml:1:1"),
            ("paper: [A4]", "C010 content/booklet.yaml:1:1"),
            ("standard: PDF/UA-3", "C016 content/booklet.yaml:1:11"),
            ("attach: [calendar, talks]", "C016 content/booklet.yaml:1:20"),
            ("papers:", "C014 content/booklet.yaml:1:1"),
            ("covers: {frnt: }", "C014 content/booklet.yaml:1:10"),
        ],
    )
    def test_bad_settings(self, tmp_path: Path, booklet: str, expected: str) -> None:
        program, findings = read(tmp_path, {"booklet.yaml": booklet})
        assert short(findings) == [expected]
        assert program is not None

    @pytest.mark.parametrize(
        ("file", "text", "hint"),
        [
            ("booklet.yaml", "sections: front-cover, program", "put a list in brackets: [front-cover, program]"),
            ("booklet.yaml", "sections: [backcover]", 'did you mean "back-cover"?'),
            ("booklet.yaml", "covers: [x.pdf]", "write one key a line: front: …"),
            ("event.yaml", EVENT + "language: en_GB", "write en-GB"),
            ("event.yaml", EVENT + "topc:", 'did you mean "topic"?'),
            ("event.yaml", EVENT + "time-zones: {Europe: [{zone: UTC, labl: }]}", 'did you mean "label"?'),
            ("talks/ada.md", TALK.replace("[uni]", "uni, met"), "put a list in [ ], and a text with a comma in quotes"),
            ("talks/ada.md", TALK.replace("title:", "status: canceled\ntitle:"), 'did you mean "cancelled"?'),
            ("talks/ada.md", TALK.replace("title:", "id: López\ntitle:"), "at most 60 of them: lopez"),
            ("talks/ada.md", TALK.replace("title:", "id: 数据\ntitle:"), "at most 60 of them"),
        ],
    )
    def test_hints_that_can_be_followed(self, tmp_path: Path, file: str, text: str, hint: str) -> None:
        _, findings = read(tmp_path, {file: text})
        assert (findings[0].hint or "").endswith(hint)

    def test_a_key_without_value_is_as_good_as_none(self, tmp_path: Path) -> None:
        program_of(tmp_path, {"event.yaml": EVENT + "topic:\ntime-zones: {Europe: }\n", "booklet.yaml": "paper:\n"})

    def test_the_order_of_files_and_keys_does_not_count(self, tmp_path: Path) -> None:
        talks = {f"talks/t{n}.md": TALK.replace("On engines", f"Talk {n}") for n in range(6)}
        items = "".join(f"      - {{talk: t{n}, minutes: 20}}\n" for n in (3, 1, 2, 5))
        files: dict[str, str | bytes | None] = {
            "program.yaml": PROGRAM.replace("      - {talk: ada, minutes: 18 + 2}\n", items), "talks/ada.md": None,
        }  # fmt: skip
        first = program_of(tmp_path / "a", files | talks)
        assert [talk.id for talk in first.talks] == ["t3", "t1", "t2", "t5", "t0", "t4"]
        shuffled = list((files | talks).items())
        random.Random(1).shuffle(shuffled)
        event = "\n".join(reversed(EVENT.strip().split("\n"))) + "\n"
        second = program_of(tmp_path / "b", dict(shuffled) | {"event.yaml": event})
        assert (second.sessions, second.talks) == (first.sessions, first.talks)

    def test_values_are_where_they_are_said_to_be(self, tmp_path: Path) -> None:
        program = program_of(tmp_path)
        item = program.sessions[0].items[1]
        assert str(item.places.of("minutes")) == "content/program.yaml:8:30"
        assert str(item.places.of("nothing")) == "content/program.yaml:8:9"
        assert str(program.talks[0].places.of("authors", 0, "name")) == "content/talks/ada.md:4:12"
        assert program.sessions[0].start == datetime.fromisoformat("2026-04-23T09:00+02:00")
        assert program.sessions[0].date == date(2026, 4, 23)
