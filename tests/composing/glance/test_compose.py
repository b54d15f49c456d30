"""Days of a conference at a glance: which form they have, how they are named, what leads where."""

from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from days import days, page
from hypothesis import HealthCheck, Phase, given, settings

from booklet.composing.labels import load_labels
from booklet.composing.program_form import ListForm
from booklet.composing.section import Section
from booklet.composing.sections.glance.boxes import Box, session_box
from booklet.composing.sections.glance.compose import compose_glance, plan_glances
from booklet.composing.sections.glance.grid import Grid
from booklet.composing.sections.glance.measures import sizes
from booklet.composing.sections.glance.overview_bars import rows_of
from booklet.composing.sections.glance.plan import Part, made_readable
from booklet.composing.sections.glance.spots import columns_of
from booklet.composing.text import spoken
from booklet.composing.times import Clock
from booklet.lettering.letters import Letters
from booklet.model.program import Program
from booklet.model.rich_text import line
from booklet.model.room import Room, Track
from booklet.model.session import Item, Session
from booklet.model.settings import ProgramSettings, Settings
from booklet.model.talk import Talk
from booklet.page_map import END, PageMap
from booklet.place import Place, Places
from booklet.plain_dataclasses import replace
from booklet.reading.read_project import read_project
from booklet.styling.style import TextStyle
from booklet.time_zone import time_zone
from booklet.typesetting.set_section import set_section
from sheet import bound, said, style
from tag_tree import Tag, tag_of

EXAMPLE = Path(__file__).parents[3] / "examples" / "conference"
HERE = Places(Place("content/program.yaml"))
USUAL = ProgramSettings()
MONDAY = date(2027, 5, 3)
ZONE = time_zone("UTC")
HOURS = (8, 9, 10, 11, 13, 14, 15, 16, 17, 18)


@cache
def conference() -> Program:
    program, _ = read_project(EXAMPLE)
    assert program
    return program


def session(number: int, room: str, start: float, hours: float, track: str | None = None, talks: int = 1) -> Session:
    """A session with talks of one length, from so many hours of Monday on."""
    begin, each = datetime(2027, 5, 3, tzinfo=ZONE) + timedelta(hours=start), timedelta(hours=hours / talks)
    more = " on what silt does to a harbor in a winter of storms, and what it costs to have it taken away" * (talks > 1)
    names = [(f"t{number}-{index}", f"Talk {number} {index}{more}") for index in range(talks)]
    items = tuple(
        Item((), HERE, Talk(name, line(title), HERE), begin + index * each, begin + (index + 1) * each)
        for index, (name, title) in enumerate(names)
    )
    title = line(f"Session {number}")
    return Session(f"s{number}", title, MONDAY, begin, HERE, MONDAY, items=items, rooms=(room,), track=track)


def program(sessions: list[Session], rooms: list[Room], wanted: ProgramSettings = USUAL) -> Program:
    tracks = dict.fromkeys(one.track for one in sessions if one.track)
    talks = tuple(item.talk for one in sessions for item in one.items if item.talk)
    return Program(
        replace(conference().event, zone="UTC", language="en-US"), Settings(HERE, program=wanted),
        tuple(sessions), talks, rooms=tuple(rooms), tracks=tuple(Track(track) for track in tracks),
    )  # fmt: skip


def glance(made: Program, paper: str = "A4", pages: PageMap | None = None, key: str = "") -> tuple[Section, ...]:
    return composed(made, Letters(style(paper), made.event.language), pages or PageMap(), key)


def composed(made: Program, letters: Letters, pages: PageMap, key: str = "") -> tuple[Section, ...]:
    labels = load_labels(made.event.language)
    glances = plan_glances(made, letters, labels)
    sections = [
        compose_glance(made, day, labels, pages, glances, key_of_first="" if number else key)
        for number, day in enumerate(made.days)
    ]
    return tuple(section for day in sections for section in day)


def read(made: Program, paper: str = "A4") -> list[str]:
    """What the pages say."""
    letters = Letters(style(paper), made.event.language)
    return said(bound([set_section(one, style(paper)) for one in composed(made, letters, PageMap())], letters))


def tags(tag: Tag, role: str) -> list[Tag]:
    """All elements of a role, in their order."""
    below = [part for part in tag.content if isinstance(part, Tag)]
    return [one for part in below for one in ([part] if part.role == role else []) + tags(part, role)]


def halls(count: int, building: str | None = None) -> list[Room]:
    return [Room(f"Hall {building or ''}{number}", building) for number in range(count)]


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_every_day_of_the_example_has_its_pages(paper: str) -> None:
    sections = glance(conference(), paper, key="program")
    assert [section.key for section in sections] == ["program", "program-2-glance-1"]
    assert [section.bookmark for section in sections] == ["Programme", "Wednesday at a glance"]
    assert [section.level for section in sections] == [0, 1]
    around = [section.furniture for section in sections]
    assert [tab.words for one in around if one for tab in one.tabs] == ["1", "2"]
    piece = set_section(sections[0], style(paper))
    assert [(one.name, one.bookmark, one.level) for one in piece.bookmarks] == [
        ("program-1-glance-1", "Tuesday at a glance", 1)
    ]
    assert {one.name for one in piece.destinations} == {"program", "program-1-glance-1"}
    assert len(piece.pages) == 1


def test_it_is_read_room_by_room_after_what_is_for_all() -> None:
    rooms = halls(3)
    made = program([session(number, room.name, 9, 1) for number, room in enumerate(rooms)], rooms)
    lunch = Session("lunch", line("Lunch"), MONDAY, datetime(2027, 5, 3, 12, tzinfo=ZONE), HERE, MONDAY, kind="break")
    made = replace(made, sessions=(*made.sessions, lunch))
    piece = set_section(glance(made)[0], style())
    parts = tags(tag_of(piece), "Sect")
    assert [len(tags(part, "H2")) for part in parts] == [0, 1, 1, 1]
    assert [len(tags(part, "LI")) for part in parts] == [1, 1, 1, 1]


def test_titles_lead_to_abstracts_as_soon_as_pages_are_known() -> None:
    sessions = [session(1, "Hall 0", 9, 1), session(2, "Hall 1", 9, 1)]
    made = program(sessions, halls(2), ProgramSettings(list="days"))
    assert set_section(glance(made)[0], style()).links == ()
    pages = PageMap({"talk-t1-0": 6, "session-s2": 3, END: 9})
    links = set_section(glance(made, pages=pages)[0], style()).links
    assert [(link.target, link.words) for link in links] == [
        ("#talk-t1-0", "Talk 1 0"), ("#talk-t1-0", "Page 7"), ("#session-s2", "Talk 2 0"), ("#session-s2", "Page 4"),
    ]  # fmt: skip


def test_pages_stand_the_same_before_and_after_their_numbers_are_known() -> None:
    made = program([session(number, f"Hall {number % 3}", 9 + number // 3, 1) for number in range(12)], halls(3))
    pages = PageMap({f"talk-t{number}-0": 90 + number for number in range(12)} | {END: 200})
    assert len(glance(made)) == len(glance(made, pages=pages)) == 1


def test_a_single_day_has_no_tab() -> None:
    (section,) = glance(program([session(number, room.name, 9, 1) for number, room in enumerate(halls(2))], halls(2)))
    assert section.furniture
    assert section.furniture.tabs == ()


def test_one_room_needs_no_glance() -> None:
    assert glance(program([session(1, "Hall 0", 9, 1), session(2, "Hall 0", 10, 1)], halls(1))) == ()


def test_more_than_eight_rooms_have_an_overview() -> None:
    rooms = halls(9)
    (section,) = glance(program([session(number, room.name, 9, 1, "Silt") for number, room in enumerate(rooms)], rooms))
    headings = tags(tag_of(set_section(section, style())), "H2")
    assert len(headings) == 9


def test_many_rooms_have_grids_where_the_rooms_of_a_page_are_given() -> None:
    rooms = halls(9)
    sessions = [session(number, room.name, 9, 1) for number, room in enumerate(rooms)]
    sections = glance(program(sessions, rooms, ProgramSettings(rooms=3)))
    assert [len(tags(tag_of(set_section(one, style())), "H2")) for one in sections] == [3, 3, 3]


def test_very_many_rooms_have_a_page_for_each_group_of_buildings() -> None:
    rooms = [*halls(20, "K"), *halls(20, "H")]
    made = program([session(number, room.name, 9, 1) for number, room in enumerate(rooms)], rooms)
    sections = glance(made)
    assert [section.key for section in sections] == ["program-1-glance-1", "program-1-glance-2"]
    assert [len(tags(tag_of(set_section(one, style())), "H2")) for one in sections] == [20, 20]


def test_rooms_have_pages_of_so_many_when_that_is_wanted() -> None:
    rooms = halls(6)
    made = program(
        [session(number, room.name, 9, 1) for number, room in enumerate(rooms)], rooms, ProgramSettings("grid", rooms=2)
    )
    sections = glance(made)
    assert [section.furniture.head_inner for section in sections if section.furniture] == [
        "Hall 0 – Hall 1", "Hall 2 – Hall 3", "Hall 4 – Hall 5",
    ]  # fmt: skip


@pytest.mark.parametrize(("start", "hours", "folded"), [(9, 2, True), (11, 3, False)])
def test_nothing_is_folded_while_anything_goes_on_in_rooms_of_other_pages(
    start: float, hours: float, folded: bool
) -> None:
    rooms = halls(2)
    early, late = session(1, "Hall 0", 9, 1), session(2, "Hall 0", 15, 1)
    made = program([early, late, session(3, "Hall 1", start, hours)], rooms, ProgramSettings("grid", rooms=1))
    letters = Letters(style(), "en-US")
    first = composed(made, letters, PageMap())[0]
    words = said(bound([set_section(first, style())], letters))
    assert any("no program until" in one for one in words) == folded


def test_a_day_with_too_many_talks_for_a_page_shows_its_sessions() -> None:
    rooms = halls(5)
    sessions = [
        session(10 * number + hour, room.name, hour, 1.5, talks=12)
        for number, room in enumerate(rooms)
        for hour in (9, 11, 14)
    ]
    (section,) = glance(program(sessions, rooms))
    assert len(tags(tag_of(set_section(section, style())), "LI")) == 15


def test_where_one_day_shows_its_sessions_all_days_of_a_grid_do() -> None:
    rooms = halls(5)
    full = [
        session(10 * number + hour, room.name, hour, 1.5, talks=12)
        for number, room in enumerate(rooms)
        for hour in (9, 11, 14)
    ]
    light = [session(100 + number, room.name, 33, 1.5, talks=2) for number, room in enumerate(rooms[:2])]
    tuesday = MONDAY + timedelta(days=1)
    light = [replace(one, date=tuesday, day=tuesday) for one in light]
    both = [len(tags(tag_of(set_section(one, style())), "LI")) for one in glance(program([*full, *light], rooms))]
    (alone,) = glance(program(light, rooms))
    assert both == [15, 2]
    assert len(tags(tag_of(set_section(alone, style())), "LI")) == 4


def test_sessions_of_one_track_are_one_bar_until_a_long_pause() -> None:
    starts = [9, 10, 11.5, 14]
    sessions = [session(number, "Hall 0", start, 1, "Silt") for number, start in enumerate(starts)]
    made = program(sessions, halls(1))
    (row,) = rows_of(made, made.days[0], made.rooms, load_labels("en-US"))
    assert [(spot.box.title[0].text, spot.box.end - spot.box.begin) for spot in row.bars] == [
        ("Silt", 210),
        ("Session 3", 60),
    ]


def test_a_part_without_boxes_has_no_page() -> None:
    def lay_out(one: Part, pair: tuple[TextStyle, ...]) -> Grid:
        return page(one.boxes, one.rooms).lay_out(pair)

    styles = sizes(style().text.grid_title)
    assert list(made_readable(Part(1, ("A", "B"), ()), styles, lay_out)) == []
    assert list(made_readable(Part(1, (), ()), styles, lay_out)) == []


@settings(
    max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)
@given(days())
def test_boxes_are_parted_among_pages_until_all_can_be_read(day: tuple[list[Box], list[str]]) -> None:
    boxes, rooms = day
    styles = sizes(style().text.grid_title)[4:]
    part = Part(1, tuple(rooms), tuple(boxes))

    def lay_out(one: Part, pair: tuple[TextStyle, ...]) -> Grid:
        assert columns_of(one.boxes, one.rooms).spots
        return page(one.boxes, one.rooms).lay_out(pair)

    parts = list(made_readable(part, styles, lay_out))
    assert {box.name for one in parts for box in one.boxes} == {box.name for box in boxes}
    for one in parts:
        grid = page(one.boxes, one.rooms).lay_out(styles)
        assert grid.settled
        assert len(grid.keyed) <= 12
        assert {spot.box.name for cell in grid.cells for spot in cell.spots} == {box.name for box in one.boxes}


@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize("count", [2, 8, 12])
def test_endless_names_leave_room_for_what_goes_on(count: int, paper: str) -> None:
    rooms = [Room(f"{'A room of a very long name on the second floor ' * 4}{number}") for number in range(count)]
    sessions = [session(number, room.name, 9, 1, f"{'Silt ' * 39}{number}") for number, room in enumerate(rooms)]
    for section in glance(program(sessions, rooms), paper):
        piece = set_section(section, style(paper))
        assert len(tags(tag_of(piece), "H2")) == count
        assert len(tags(tag_of(piece), "LI")) >= count


def test_a_session_of_posters_says_its_boards_in_their_order() -> None:
    walls = session(1, "Yard", 9, 1, talks=3)
    boards = ("P10", "P9", "P11")
    hung = [(item, item.talk) for item in walls.items if item.talk]
    items = [replace(item, talk=replace(talk, board=board)) for (item, talk), board in zip(hung, boards, strict=True)]
    made = program([replace(walls, kind="posters", items=tuple(items))], [Room("Yard")])
    one = program([replace(walls, kind="posters", items=tuple(items[:1]))], [Room("Yard")])
    labels = load_labels("en-US")
    titles = [spoken(session_box(meeting, meeting.sessions[0], labels).title) for meeting in (made, one)]
    assert titles == ["Session 1 · Boards P9–P11", "Session 1 · Board P10"]


@pytest.mark.parametrize(("clock", "midnight"), [(24, "00:00"), (12, "12 am")])
def test_a_page_of_nothing_but_hours_after_midnight_says_so(clock: Clock, midnight: str) -> None:
    sessions = [session(number, room.name, 24.5, 1) for number, room in enumerate(halls(2))]
    made = program(sessions, halls(2))
    made = replace(made, event=replace(made.event, clock=clock))
    assert f"From {midnight} on it is Tuesday, May 4." in " ".join(read(made))


@pytest.mark.parametrize(("form", "shortened"), [("days", True), ("none", False)])
def test_without_a_list_all_titles_stand_in_full_on_the_page(form: ListForm, shortened: bool) -> None:
    rooms = halls(4)
    title = "A visit to the dredgers: with boots, helmets and a lamp for everybody who wants to look down"
    visit = Session("visit", line(title), MONDAY, datetime(2027, 5, 3, 14, 30, tzinfo=ZONE), HERE, MONDAY)
    visit = replace(visit, until=visit.start + timedelta(minutes=30), rooms=(rooms[0].name,))
    sessions = [
        session(10 * number + hour, room.name, hour, 0.75)
        for number, room in enumerate(rooms)
        for hour in HOURS
        if (number, hour) != (0, 14)
    ]
    words = " ".join(read(program([*sessions, visit], rooms, ProgramSettings("grid", form))))
    assert ("dredgers …" in words.replace("\u00a0", " ")) == shortened
    assert ("Titles that end in" in words) == shortened
    assert ("Numbered: in full below." in words) != shortened
    assert ("who wants to look down" in words) != shortened


def test_glances_are_planned_once_for_a_booklet() -> None:
    made = program([session(0, "Hall", 9, 1), session(1, "Loft", 9, 1)], [Room("Hall"), Room("Loft")])
    letters, labels = Letters(style(), "en-US"), load_labels("en-US")
    planned = plan_glances(made, letters, labels)
    assert plan_glances(replace(made), letters, labels) is planned
    assert plan_glances(replace(made, rooms=made.rooms[::-1]), letters, labels) is not planned
    assert plan_glances.cache_info().maxsize == 1
