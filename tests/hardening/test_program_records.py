"""What was read of program.yaml is the same after it was a record, whatever stands in the file; what is no record is known
for none."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from mutated import CHANGES, FUZZED, Change, mutated

from booklet.finding import Finding
from booklet.model.rich_text import Span
from booklet.model.talk import Talk
from booklet.place import Place, Places
from booklet.reading.known_program import known_program
from booklet.reading.program_record import packed_program, unpacked_program
from booklet.reading.read_program import ProgramReading
from booklet.reading.record_cache import UNREADABLE

ROOT = Path(__file__).parents[2]
FILE = "content/program.yaml"
PLACES = Places(Place("content/talks/ada.md"))
TALKS: Mapping[str, Talk | None] = {
    "ada": Talk("ada", (Span("On "), Span("engines", emphasis=True)), PLACES),
    "bea": Talk("bea", (), PLACES),
    "broken": None,
}
WHOLE = """\
rooms: [{name: Aula, building: Main, note: "\u202eleft"}, {name: Aula}, Hall]
tracks: [{name: Machines, short: M}, {name: Looms}]
sessions:
  - id: night
    title: When *clocks* change
    date: 2026-10-25
    start: 2:10
    until: 4:00
    zone: Europe/Berlin
    room: [Aula, Elsewhere]
    chairs: [Ada Lovelace, B. Pascal]
    track: Machines
    note: Bring cards
    translation: {language: de, title: Wenn die Uhren gehen}
    items:
      - {talk: ada, minutes: 40 + 5}
      - {talk: bea, minutes: 30}
      - {talk: broken, minutes: 10}
      - {talk: nobody, at: 2:40}
      - {title: Coffee, kind: break, at: 3:30, minutes: 10, translation: {language: de, title: Kaffee}}
  - {id: any-time, title: At any time, date: 2026-10-26, items: [{talk: ada}, {talk: ada, minutes: 5}]}
  - {id: hung, title: Hung, kind: posters, date: 2026-10-26, day: 2026-10-25, start: 0:30, items: [{talk: ada}]}
  - {id: hung, title: Twice, date: 2026-10-26, start: 9:00, until: 8:00, zone: Nowhere}
  - {id: far, title: Far, date: 2026-10-24, start: 9:00, zone: Asia/Kathmandu, items: [{talk: ada, minutes: 5}], wrong: key}
""".encode()


def read(data: bytes) -> tuple[ProgramReading, list[Finding]]:
    findings: list[Finding] = []
    return known_program(data, FILE, "Europe/Paris", "en-US", TALKS, findings, None), findings


def check(data: bytes) -> ProgramReading:
    """A record of what was read is equal to it in everything that anybody can ask."""
    reading, findings = read(data)
    again, found = unpacked_program(packed_program(reading, findings, FILE), TALKS, FILE)
    assert (again, found) == (reading, findings)
    assert (repr(again), repr(found)) == (repr(reading), repr(findings))  # zones, folds, True is no 1
    for one, other in zip(reading.sessions, again.sessions, strict=True):
        assert other.places.of("items", 9, "x") == one.places.of("items", 9, "x")
        assert all(after.talk is before.talk for before, after in zip(one.items, other.items, strict=True))
    return again


@FUZZED
@given(CHANGES)
def test_any_file(changes: list[Change]) -> None:
    check(mutated(WHOLE, changes))


def test_a_file_with_everything() -> None:
    night, any_time, hung, far = check(WHOLE).sessions
    assert {item.start.fold for item in night.items if item.start} == {0, 1}
    assert not any_time.timed
    assert hung.day < hung.date
    assert far.start.utcoffset() != night.start.utcoffset()
    assert len(read(WHOLE)[1]) > 5
    assert {item.talk and item.talk.id for item in night.items} == {"ada", "bea", None}


@pytest.mark.parametrize("data", [b"", b"\xff", b"sessions: [", b"sessions: {}", b"rooms: [x]", b"sessions: []"])
def test_a_file_with_little(data: bytes) -> None:
    check(data)


@pytest.mark.parametrize("file", sorted(ROOT.glob("**/content/program.yaml")), ids=lambda file: file.parents[1].name)
def test_real_files(file: Path) -> None:
    check(file.read_bytes())


@FUZZED
@given(CHANGES)
def test_any_bytes_are_a_record_or_none(changes: list[Change]) -> None:
    record = mutated(packed_program(*read(WHOLE), FILE), changes)
    try:
        reading, findings = unpacked_program(record, TALKS, FILE)
    except UNREADABLE:
        return
    assert isinstance(reading, ProgramReading)
    assert all(isinstance(finding, Finding) for finding in findings)


@pytest.mark.parametrize(
    "record", [b"", b"null", b"[]", b"[1,2,3]", b"{}", b"[[],[],[]]", b"[[[]],[],[],[]]", b"[[],[[1]],[],[]]"]
)
def test_what_is_no_record(record: bytes) -> None:
    with pytest.raises(UNREADABLE):
        unpacked_program(record, TALKS, FILE)
