"""What a meeting of several days and rooms says: rooms, tracks, kinds, days, posters, committees, sponsors, pages."""

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from small_project import EVENT, PROGRAM, TALK, read, short

from booklet.model.committee import Committee, Member
from booklet.model.rich_text import plain
from booklet.model.room import Room, Track
from booklet.plain_dataclasses import replace

SESSION = "  - {{id: {id}, title: S, date: {date}, {more}, items: [{{title: Walk, minutes: 20}}]}}\n"


def sessions(*rows: tuple[str, str, str]) -> str:
    return "sessions:\n" + "".join(SESSION.format(id=name, date=day, more=more) for name, day, more in rows)


class TestProgram:
    def test_rooms_and_tracks_stand_in_the_order_of_the_file_then_of_their_use(self, tmp_path: Path) -> None:
        program = (
            "rooms: [{name: Aula, building: Old house, note: ground floor}, Lab]\n"
            "tracks: [{name: Methods and tools, short: Methods}]\n"
            + sessions(
                ("b", "2026-04-23", "start: 10:00, room: [Cellar, Lab], track: Data"),
                ("a", "2026-04-23", "start: 9:00, room: Attic, track: Methods and tools"),
            )
        )
        found, findings = read(tmp_path, {"program.yaml": program, "talks/ada.md": None})
        assert findings == ()
        assert found is not None
        assert [replace(room, place=None) for room in found.rooms] == [
            Room("Aula", "Old house", "ground floor"), Room("Lab"), Room("Attic"), Room("Cellar"),
        ]  # fmt: skip
        assert [str(room.place) for room in found.rooms] == [
            "content/program.yaml:1:16", "content/program.yaml:1:64", "None", "None",
        ]  # fmt: skip
        assert [replace(track, place=None) for track in found.tracks] == [
            Track("Methods and tools", "Methods"), Track("Data"),
        ]  # fmt: skip
        (day,) = found.days
        assert [room.name for room in day.rooms] == ["Lab", "Attic", "Cellar"]
        assert [session.rooms for session in day.sessions] == [("Attic",), ("Cellar", "Lab")]

    def test_a_room_given_twice(self, tmp_path: Path) -> None:
        found, findings = read(tmp_path, {"program.yaml": "rooms: [Aula, {name: Aula, note: x}]\n" + PROGRAM})
        assert short(findings) == ["K004 content/program.yaml:1:15"]
        assert found is not None
        assert [room.name for room in found.rooms] == ["Aula"]

    def test_a_session_after_midnight_may_belong_to_the_day_before(self, tmp_path: Path) -> None:
        program = sessions(
            ("late", "2026-04-24", "start: 0:30, day: 2026-04-23"), ("first", "2026-04-23", "start: 20:00")
        )
        found, findings = read(tmp_path, {"program.yaml": program, "talks/ada.md": None})
        assert findings == ()
        assert found is not None
        assert [(day.number, day.date, [one.id for one in day.sessions]) for day in found.days] == [
            (1, date(2026, 4, 23), ["first", "late"])
        ]

    @pytest.mark.parametrize("day", ["2026-04-22", "2026-04-25"])
    def test_but_to_no_other(self, tmp_path: Path, day: str) -> None:
        program = sessions(("late", "2026-04-24", f"start: 0:30, day: {day}"))
        found, findings = read(tmp_path, {"program.yaml": program, "talks/ada.md": None})
        assert [finding.code.name for finding in findings] == ["C020"]
        assert found is not None
        assert found.sessions[0].day == date(2026, 4, 24)

    def test_the_zone_of_a_session(self, tmp_path: Path) -> None:
        program = sessions(
            ("far", "2026-04-23", "start: 9:00, zone: America/Denver"), ("near", "2026-04-23", "start: 9:30")
        )
        found, findings = read(tmp_path, {"program.yaml": program, "talks/ada.md": None})
        assert findings == ()
        assert found is not None
        near, far = found.sessions
        assert (near.id, far.id) == ("near", "far")
        assert (far.start - near.start).total_seconds() == (8 - 0.5) * 3600
        assert far.start.astimezone(ZoneInfo("America/Denver")).hour == far.start.hour == 9
        assert far.items[0].end is not None
        assert far.items[0].end.hour == 9

    def test_a_session_without_times_stands_last(self, tmp_path: Path) -> None:
        program = sessions(("any", "2026-04-22", "room: Web"), ("one", "2026-04-23", "start: 9:00"))
        found, findings = read(tmp_path, {"program.yaml": program, "talks/ada.md": None})
        assert findings == ()
        assert found is not None
        assert [(one.id, one.timed, one.end is None) for one in found.sessions] == [
            ("one", True, False), ("any", False, True),
        ]  # fmt: skip
        assert found.sessions[1].items[0].start is None
        assert [one.id for one in found.timed] == ["one"]
        assert len(found.days) == 1

    def test_the_first_item_may_say_when_it_starts(self, tmp_path: Path) -> None:
        program = "sessions:\n  - {id: a, title: S, date: 2026-04-23, items: [{title: Walk, at: 9:15, minutes: 20}]}\n"
        found, _ = read(tmp_path, {"program.yaml": program, "talks/ada.md": None})
        assert found is not None
        assert (found.sessions[0].start.hour, found.sessions[0].start.minute) == (9, 15)

    def test_times_without_a_start(self, tmp_path: Path) -> None:
        found, findings = read(
            tmp_path, {"program.yaml": sessions(("a", "2026-04-23", "until: 10:00")), "talks/ada.md": None}
        )
        assert [(one.code.name, one.message) for one in findings] == [("C015", 'session "a" has times and no start')]
        assert found is not None
        assert not found.sessions[0].timed

    def test_kinds(self, tmp_path: Path) -> None:
        program = sessions(
            ("a", "2026-04-23", "start: 9:00, kind: plenary"), ("b", "2026-04-23", "start: 9:30, kind: plenary, room: Lab"),
            ("c", "2026-04-23", "start: 10:00, kind: posters"), ("d", "2026-04-23", "start: 11:00, kind: lunch"),
        )  # fmt: skip
        found, findings = read(tmp_path, {"program.yaml": program, "talks/ada.md": None})
        assert [(one.code.name, one.place and one.place.line) for one in findings] == [("C016", 5)]
        assert found is not None
        assert [(one.kind, one.is_for_all) for one in found.sessions] == [
            ("plenary", True), ("plenary", False), ("posters", False), ("session", False),
        ]  # fmt: skip


class TestSecondLanguage:
    def test_titles_stand_beside_each_other(self, tmp_path: Path) -> None:
        program = (
            "sessions:\n  - id: a\n    title: Evening\n    translation: {language: de, title: '*Abend*'}\n"
            "    date: 2026-04-23\n"
            "    start: 9:00\n    items: [{title: Walk, minutes: 5, translation: {language: de, title: Gang}}]\n"
        )
        found, findings = read(tmp_path, {"program.yaml": program, "talks/ada.md": None})
        assert findings == ()
        assert found is not None
        (session,) = found.sessions
        assert [(span.text, span.language, span.emphasis) for span in session.title] == [
            ("Evening", None, False), (" · ", None, False), ("Abend", "de", True),
        ]  # fmt: skip
        assert plain(session.items[0].title) == "Walk · Gang"


class TestTalk:
    def test_keynotes_posters_and_second_languages(self, tmp_path: Path) -> None:
        more = (
            "kind: poster\ntrack: Data\nboard: 12\ntranslation:\n  language: de\n  title: Über *Maschinen*\n"
            "  abstract: |\n    Ein Absatz.\n\n    Noch einer.\n---\nAn"
        )
        found, findings = read(tmp_path, {"talks/ada.md": TALK.replace("---\nAn", more)})
        assert findings == ()
        assert found is not None
        (talk,) = found.talks
        assert (talk.kind, talk.track, talk.board) == ("poster", "Data", "12")
        assert talk.translation is not None
        assert (talk.translation.language, plain(talk.translation.title)) == ("de", "Über Maschinen")
        assert [plain(block.spans) for block in talk.translation.abstract] == ["Ein Absatz.", "Noch einer."]
        assert [track.name for track in found.tracks] == ["Data"]

    def test_talks_in_no_session_stand_by_kind_and_board(self, tmp_path: Path) -> None:
        def poster(board: str) -> str:
            return TALK.replace("title:", f"kind: poster\nboard: {board}\ntitle:")

        files: dict[str, str | bytes | None] = {
            "talks/a.md": poster("P10"), "talks/b.md": poster("P2"), "talks/c.md": TALK, "talks/d.md": poster("A1"),
        }  # fmt: skip
        found, _ = read(tmp_path, files)
        assert found is not None
        assert [talk.id for talk in found.talks] == ["ada", "c", "d", "b", "a"]


class TestEvent:
    def test_committees_and_sponsors(self, tmp_path: Path) -> None:
        event = EVENT + (
            "committees:\n  Program:\n    - {name: ada example, affiliation: Uni, office: chair}\n    - Bo Other\n"
            "sponsors:\n  Gold: [{name: Acme, logo: logos/acme.png, website: https://acme.example}, Bits & Co]\n"
        )
        people = "people: [{name: Ada Example, aliases: [ada example]}]\n"
        found, findings = read(tmp_path, {"event.yaml": event, "people.yaml": people})
        assert findings == ()
        assert found is not None
        members = (Member("Ada Example", "Uni", "chair"), Member("Bo Other"))
        assert found.event.committees == (Committee("Program", members),)
        (tier,) = found.event.sponsors
        assert [(one.name, one.logo and one.logo.file, one.website) for one in tier.sponsors] == [
            ("Acme", "content/logos/acme.png", "https://acme.example"), ("Bits & Co", None, None),
        ]  # fmt: skip


class TestPeople:
    def test_portraits_and_biographies(self, tmp_path: Path) -> None:
        people = (
            "people:\n  - name: Ada Example\n    orcid: https://orcid.org/0000-0002-1825-0097\n"
            "    photo: {file: people/ada.jpg, alt: Ada at her desk}\n    biography: Ada works on *engines*.\n"
        )
        found, findings = read(tmp_path, {"people.yaml": people})
        assert findings == ()
        assert found is not None
        person = found.by_name()["Ada Example"]
        assert person.photo is not None
        assert (person.orcid, person.photo.file, person.photo.alt) == (
            "0000-0002-1825-0097", "content/people/ada.jpg", "Ada at her desk",
        )  # fmt: skip
        assert plain(person.biography) == "Ada works on engines."
        assert "Bo Other" not in found.by_name()

    @pytest.mark.parametrize("orcid", ["0000-0002-1825-0098", "0000-0002-1825-009", "12", "0000000218250097"])
    def test_an_orcid_must_be_right(self, tmp_path: Path, orcid: str) -> None:
        _, findings = read(tmp_path, {"people.yaml": f"people: [{{name: Ada Example, orcid: {orcid}}}]\n"})
        assert [finding.code.name for finding in findings] == ["C016"]

    @pytest.mark.parametrize("orcid", ["0000-0002-1694-233X", "0000-0001-5109-3700"])
    def test_check_digits(self, tmp_path: Path, orcid: str) -> None:
        found, findings = read(tmp_path, {"people.yaml": f"people: [{{name: Ada Example, orcid: {orcid}}}]\n"})
        assert findings == ()
        assert found is not None
        assert found.people[0].orcid == orcid

    def test_participants(self, tmp_path: Path) -> None:
        text = "participants: [Bo Other, {name: Ada Example, affiliation: Uni}]\n"
        found, findings = read(tmp_path, {"participants.yaml": text})
        assert findings == ()
        assert found is not None
        assert [(one.name, one.affiliation) for one in found.participants] == [
            ("Bo Other", None), ("Ada Example", "Uni"),
        ]  # fmt: skip


PAGE = """\
---
title: Welcome
signatures: [Bo Other, {name: ada example, role: For all}]
figures: [{file: figures/house.png, alt: The house}]
---
Dear *all*,

come in.

## Getting there

- by train
- on foot

#no heading
"""


class TestPages:
    def test_a_page_of_ones_own(self, tmp_path: Path) -> None:
        people = "people: [{name: Ada Example, aliases: [ada example]}]\n"
        files: dict[str, str | bytes | None] = {"pages/welcome.md": PAGE, "people.yaml": people, "pages/a.md": PAGE}
        found, findings = read(tmp_path, files)
        assert findings == ()
        assert found is not None
        assert [page.id for page in found.pages] == ["a", "welcome"]
        page = found.pages[1]
        assert [(block.kind, plain(block.spans)) for block in page.text] == [
            ("paragraph", "Dear all,"), ("paragraph", "come in."), ("heading", "Getting there"),
            ("item", "by train"), ("item", "on foot"), ("paragraph", "#no heading"),
        ]  # fmt: skip
        assert [(one.name, one.role) for one in page.signatures] == [("Bo Other", None), ("Ada Example", "For all")]
        assert page.figures[0].file == "content/figures/house.png"

    @pytest.mark.parametrize(
        ("name", "text", "expected"),
        [
            ("pages/welcome.md", "Hello", ["C015 content/pages/welcome.md:1:1"]),
            ("pages/welcome.md", "---\ntilte: x\n---\n", ["C014 content/pages/welcome.md:2:1"]),
            ("pages/welcome.txt", "Hello", ["C030 content/pages/welcome.txt:1:1"]),
            ("pages/Wel come.md", PAGE, ["C025 content/pages/Wel come.md:1:1"]),
            ("pages/welcome.md", PAGE.replace("Dear", "\ufffd"), ["T002 content/pages/welcome.md:6:1"]),
            ("pages/welcome.md", PAGE.replace("come in", "$x^{"), ["T008 content/pages/welcome.md:8:1"]),
            ("pages/welcome.md", PAGE.replace("on foot", "<b>on foot"), ["T040 content/pages/welcome.md:13:3"]),
        ],
    )
    def test_what_is_wrong_with_one(self, tmp_path: Path, name: str, text: str, expected: list[str]) -> None:
        _, findings = read(tmp_path, {name: text})
        assert short(findings) == expected

    @pytest.mark.parametrize(
        ("line", "heading"),
        [("# One", "One"), ("#  One #  ", "One"), ("# One ## two###", "One ## two"), ("## ##", "#")],
    )
    def test_signs_at_the_end_are_no_heading(self, tmp_path: Path, line: str, heading: str) -> None:
        found, _ = read(tmp_path, {"pages/a.md": f"---\ntitle: T\n---\n{line}\nwords\n"})
        assert found is not None
        assert [(block.kind, plain(block.spans)) for block in found.pages[0].text] == [
            ("heading", heading), ("paragraph", "words"),
        ]  # fmt: skip

    def test_a_heading_of_very_many_blanks(self, tmp_path: Path) -> None:
        text = f"---\ntitle: T\n---\n# One{' ' * 100_000}# two{' ' * 100_000}.\n"
        found, findings = read(tmp_path, {"pages/a.md": text})
        assert found is not None
        assert short(findings) == ["C007 content/pages/a.md:4:1"]
        assert [plain(block.spans) for block in found.pages[0].text] == ["One"]

    def test_more_paragraphs_than_are_taken(self, tmp_path: Path) -> None:
        text = "---\ntitle: T\n---\n"
        found, findings = read(tmp_path, {"pages/a.md": text + "word\n\n" * 500, "pages/b.md": text + "word\n\n" * 501})
        assert found is not None
        assert short(findings) == ["C007 content/pages/b.md:4:1"]
        assert "501 paragraphs" in findings[0].message
        assert [len(page.text) for page in found.pages] == [500, 500]


class TestSettings:
    def test_forms(self, tmp_path: Path) -> None:
        text = (
            "sections: [front-cover, page/welcome, program]\n"
            "program: {at-a-glance: overview, rooms-a-page: 3, list: time}\nabstracts: {layout: run-on, order: track}\n"
        )
        found, findings = read(tmp_path, {"booklet.yaml": text})
        assert findings == ()
        assert found is not None
        settings = found.settings
        assert settings.chosen
        assert settings.sections == ("front-cover", "page/welcome", "program")
        assert (settings.program.glance, settings.program.rooms, settings.program.list) == ("overview", 3, "time")
        assert (settings.abstracts.layout, settings.abstracts.order) == ("run-on", "track")

    def test_what_is_not_said(self, tmp_path: Path) -> None:
        found, _ = read(tmp_path)
        assert found is not None
        assert not found.settings.chosen
        assert (found.settings.program.glance, found.settings.abstracts.layout) == ("auto", "auto")

    @pytest.mark.parametrize(
        "text",
        ["program: {rooms-a-page: 9}", "program: {list: day}", "abstracts: {layout: columns}", "sections: [page/A b]"],
    )
    def test_what_is_not_taken(self, tmp_path: Path, text: str) -> None:
        _, findings = read(tmp_path, {"booklet.yaml": text})
        assert {finding.code.name for finding in findings} <= {"C016", "C025"}
        assert len(findings) == 1


@pytest.mark.parametrize("start", ["11:0", "11:60", "2026-04-23 11:00", "2pm"])
def test_a_start_that_cannot_be_read_is_told_once(tmp_path: Path, start: str) -> None:
    program = sessions(("a", "2026-04-23", f"start: '{start}', until: 12:00"))
    found, findings = read(tmp_path, {"program.yaml": program, "talks/ada.md": None})
    assert [one.code.name for one in findings] == ["C021"]
    assert found is not None
    assert not found.sessions[0].timed
