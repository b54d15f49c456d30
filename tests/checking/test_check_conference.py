"""What the rules say of meetings of several days and rooms."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "reading"))

from small_project import EVENT, PROGRAM, TALK, write_project

from booklet.job import Job
from booklet.make import check


def said(folder: Path, **files: str) -> list[str]:
    """Codes with their messages; keys are names of files with __ for / and _ for a dot."""
    named = {key.replace("__", "/").replace("_", "."): text for key, text in files.items()}
    written: dict[str, str | bytes | None] = {**named}
    return [f"{one.code} {one.message}" for one in check(Job(write_project(folder, written))).findings]


def program(*rows: str) -> str:
    return PROGRAM + "".join(f"  - {{date: 2026-04-23, title: S, {row}}}\n" for row in rows)


BREAK = "id: lunch, start: 9:25, until: 10:00, kind: break"


def test_breaks_plenaries_and_posters_need_no_items(tmp_path: Path) -> None:
    rows = (
        BREAK,
        "id: p, start: 9:00, until: 10:00, kind: posters",
        "id: q, start: 11:00, until: 12:00, kind: plenary",
    )
    assert said(tmp_path, program_yaml=program(*rows)) == []


def test_but_an_end(tmp_path: Path) -> None:
    assert said(tmp_path, program_yaml=program("id: p, start: 10:00, kind: social")) == [
        'K022 session "p" has neither items nor an end'
    ]


def test_a_session_needs_items(tmp_path: Path) -> None:
    assert said(tmp_path, program_yaml=program("id: p, start: 10:00, until: 11:00")) == [
        'K030 session "p" has no items'
    ]


def test_what_takes_up_several_rooms_overlaps_in_each(tmp_path: Path) -> None:
    items = "items: [{title: Walk, minutes: 30}]"
    rows = (
        f"id: a, start: 10:00, room: [Aula, Lab], {items}",
        f"id: b, start: 10:10, room: Lab, {items}",
        f"id: c, start: 10:10, room: Attic, {items}",
    )
    found = said(tmp_path, program_yaml=program(*rows))
    assert found == ['K040 sessions "a" and "b" overlap in room "Lab" (10:00–10:30, 10:10–10:40)']


def test_posters_hang_without_minutes(tmp_path: Path) -> None:
    talk = TALK.replace("title: On", "kind: poster\nboard: P1\ntitle: The poster on")
    row = "id: p, start: 10:00, until: 11:00, kind: posters, items: [{talk: bob}]"
    assert said(tmp_path, program_yaml=program(row), talks__bob_md=talk) == []


def test_a_poster_with_a_board_needs_no_session(tmp_path: Path) -> None:
    talk = TALK.replace("title: On", "kind: poster\ntitle: The poster on")
    assert said(tmp_path / "a", talks__bob_md=talk) == ['K005 talk "bob" is in no session']
    assert said(tmp_path / "b", talks__bob_md=talk.replace("kind:", "board: P1\nkind:")) == []


def test_two_posters_on_one_board(tmp_path: Path) -> None:
    def poster(name: str, board: str) -> str:
        return TALK.replace("On engines", f"{name} engines").replace("title:", f"kind: poster\nboard: {board}\ntitle:")

    files = {"talks__bo_md": poster("Boats as", "P1"), "talks__cy_md": poster("Cycles as", "p1")}
    assert said(tmp_path / "a", **files)[-1] == 'K008 talks "bo" and "cy" both have the board "p1"'
    rows = [
        f"id: {one}, start: {start}:00, until: {start}:30, kind: posters, items: [{{talk: {one}}}]"
        for one, start in (("bo", 10), ("cy", 11))
    ]
    assert said(tmp_path / "b", program_yaml=program(*rows), **files) == []


def test_a_session_without_times(tmp_path: Path) -> None:
    row = "id: p, items: [{title: Video}]"
    assert said(tmp_path / "one", program_yaml=program(row)) == [
        'K052 session "p" has no start; it is printed without times'
    ]
    rows = [f"id: p{index}, items: [{{title: Video}}]" for index in range(11)]
    assert said(tmp_path / "many", program_yaml=program(*rows)) == [
        "K052 11 sessions have no start; they are printed without times"
    ]


def test_items_that_never_have_minutes_are_told_once(tmp_path: Path) -> None:
    rows = [f"id: s{hour}, start: {hour}:00, items: [{{title: A}}, {{title: B}}]" for hour in range(10, 18)]
    assert said(tmp_path, program_yaml=program(*rows)) == ["K022 16 of 18 items have no minutes"]


def test_one_track_under_two_spellings(tmp_path: Path) -> None:
    row = "id: p, start: 10:00, track: Data and tools, items: [{title: Walk, minutes: 20}]"
    talk = TALK.replace("title:", "track: data and Tools\ntitle:")
    assert said(tmp_path, program_yaml=program(row), talks__ada_md=talk) == [
        'K068 the track "data and Tools" looks like another spelling of "Data and tools"'
    ]


def test_names_of_committees_and_participants_are_held_against_the_others(tmp_path: Path) -> None:
    event = EVENT + "committees: {Program: [Ada Exampel]}\n"
    participants = "participants: [Ada Éxample]\n"
    found = said(tmp_path, event_yaml=event, participants_yaml=participants)
    assert [one[:4] for one in found] == ["K061", "K060"]
    assert "Ada Exampel" in found[0]
    assert "Ada Éxample" in found[1]


@pytest.mark.parametrize(
    ("booklet", "expected"),
    [
        ("sections: [program, page/hello]", ['C033 there is no page "hello"']),
        ("sections: [program, sponsors]", ['C034 the part "sponsors" has nothing to print']),
        ("sections: [program, posters, keynotes]", ['C034 the part "posters"', 'C034 the part "keynotes"']),
        ("paper: A4", []),
    ],
)
def test_parts_that_have_nothing_to_print(tmp_path: Path, booklet: str, expected: list[str]) -> None:
    found = [one for one in said(tmp_path, booklet_yaml=booklet) if one.startswith("C03")]
    assert len(found) == len(expected)
    assert all(one.startswith(words) for one, words in zip(found, expected, strict=True))


def test_content_that_no_part_prints(tmp_path: Path) -> None:
    event = EVENT + "committees: {Program: [Ada Example]}\nsponsors: {Gold: [Acme]}\n"
    files = {"event_yaml": event, "pages__hello_md": "---\ntitle: Hello\n---\nCome in.\n"}
    found = said(tmp_path / "a", booklet_yaml="sections: [program, abstracts]", **files)
    assert [one[:23] for one in found] == [
        "C032 the committees are", "C032 the sponsors are p", 'C032 the page "hello" i',
    ]  # fmt: skip
    everything = "sections: [program, abstracts, committees, sponsors, page/hello]"
    assert said(tmp_path / "b", booklet_yaml=everything, **files) == []


def test_what_is_for_all_leaves_nothing_beside_it(tmp_path: Path) -> None:
    row = "id: lunch, start: 9:10, until: 10:00, kind: break"
    assert said(tmp_path / "a", program_yaml=program(row)) == [
        'K040 "lunch" is for all (09:10–10:00), and at that time there is "one" (09:00–09:25)'
    ]
    assert said(tmp_path / "b", program_yaml=program(f"{row}, room: Foyer")) == []
    assert said(tmp_path / "c", program_yaml=program(row.replace("break", "social"))) == []


@pytest.mark.parametrize(
    ("lists", "row", "expected"),
    [
        ("rooms: [Aula, Lab]", "room: Lap", ['the room "Lap" is not among those listed: "Aula" and "Lab"']),
        ("rooms: [Aula, Lab]", 'room: "Aula, Lab"', ['the room "Aula, Lab" is not among those listed']),
        ("rooms: [Aula, Lab]", "room: [Aula, Lab]", []),
        ("tracks: [Methods]", "track: Method", ['the track "Method" is not among those listed: "Methods"']),
        ("tracks: [Methods, Data]", "track: Data", ['the track "Methods" is listed, and nothing is in it']),
    ],
)
def test_rooms_and_tracks_that_are_not_listed(tmp_path: Path, lists: str, row: str, expected: list[str]) -> None:
    text = f"{lists}\n" + program(f"id: p, start: 10:00, {row}, items: [{{title: Walk, minutes: 20}}]")
    found = [one for one in said(tmp_path, program_yaml=text) if one.startswith("K069")]
    unused = [one for one in found if "nothing is in it" in one]
    wanted = [one for one in expected if "nothing is in it" in one]
    assert len(unused) >= len(wanted)
    shown = [one for one in found if "not among" in one]
    assert len(shown) == len([one for one in expected if "not among" in one])
    for words in expected:
        assert any(words.split(":")[0].removesuffix('"') in one for one in found)


def test_a_keynote_is_one_on_both_sides(tmp_path: Path) -> None:
    row = "id: p, start: 10:00, kind: keynote, items: [{talk: bob, minutes: 40}]"
    talk = TALK.replace("On engines", "Boats as engines")
    assert said(tmp_path / "a", program_yaml=program(row), talks__bob_md=talk) == [
        'K009 session "p" is a keynote, and talk "bob" is not'
    ]
    whole = talk.replace("title:", "kind: keynote\ntitle:")
    assert said(tmp_path / "b", program_yaml=program(row), talks__bob_md=whole) == []
