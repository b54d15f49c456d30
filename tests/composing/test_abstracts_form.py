"""Which talks have abstracts, in which order and groups, and how they are laid out."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from invented_conference import write

from booklet.composing.abstracts_form import (
    Group,
    abstract_groups,
    abstracts_layout,
    among_abstracts,
    day_tabs,
    tabs_count_talks,
)
from booklet.model.program import Program
from booklet.model.rich_text import Block, line
from booklet.model.settings import AbstractSettings, Layout, Order, ProgramSettings
from booklet.model.talk import Author, Talk
from booklet.plain_dataclasses import replace
from booklet.reading.read_project import read_project
from sheet import style

SAID = (Block(line("Words.")),)


@cache
def program() -> Program:
    with TemporaryDirectory() as folder:
        write(Path(folder), 16, "paper: A4\n")
        read, _ = read_project(Path(folder))
    assert read
    return read


def wanted(layout: Layout = "auto", order: Order = "session", count: int = 16) -> Program:
    found = program()
    talks = (found.talks * (count // 16 + 1))[:count]
    settings = replace(found.settings, abstracts=AbstractSettings(layout, order))
    return replace(found, talks=talks, settings=settings)


def ids(groups: tuple[Group, ...]) -> list[list[str]]:
    return [[talk.id for talk in group.talks] for group in groups]


@pytest.mark.parametrize(
    ("count", "layout"), [(1, "page"), (60, "page"), (61, "run-on"), (200, "run-on"), (201, "two-columns")]
)
@pytest.mark.parametrize("paper", ["A4", "Letter", "A5"])
def test_the_number_of_talks_decides(count: int, layout: str, paper: str) -> None:
    narrow = paper == "A5" and layout == "two-columns"
    assert abstracts_layout(wanted(count=count), style(paper).page) == ("run-on" if narrow else layout)


@pytest.mark.parametrize("layout", ["page", "run-on", "two-columns"])
@pytest.mark.parametrize("count", [3, 300])
def test_or_the_settings_do(layout: Layout, count: int) -> None:
    assert abstracts_layout(wanted(layout, count=count), style("A4").page) == layout


def test_few_abstracts_run_on() -> None:
    for written, layout in ((8, "page"), (7, "run-on")):
        whole = wanted()
        talks = tuple(
            replace(talk, abstract=talk.abstract or SAID if at < written else ()) for at, talk in enumerate(whole.talks)
        )
        assert abstracts_layout(replace(whole, talks=talks), style("A4").page) == layout


def bare(**more: object) -> Program:
    """The talks that are in a session with a title and a name each, the first with more; nothing hangs loose."""
    found, slots = wanted(), program().first_slots()
    talks = [Talk(one.id, one.title, one.places, one.authors[:1]) for one in found.talks if one.id in slots]
    listed = replace(found.settings, program=ProgramSettings(list="days"))
    return replace(found, talks=(replace(talks[0], **more), *talks[1:]), settings=listed)  # type: ignore[arg-type]


def test_talks_of_which_the_program_says_all_have_no_abstracts() -> None:
    assert among_abstracts(bare()) == ()
    assert abstract_groups(bare()) == ()
    assert among_abstracts(bare(status="cancelled")) == ()


@pytest.mark.parametrize(
    "more",
    [
        {"abstract": SAID},
        {"affiliations": ("Example University",)},
        {"keywords": ("tide",)},
        {"references": (line("A book."),)},
        {"authors": tuple(Author(name) for name in ("A", "B", "C", "D"))},
    ],
)
def test_one_that_has_more_to_say_brings_all_back(more: dict[str, object]) -> None:
    assert among_abstracts(bare(**more)) == bare(**more).talks


def test_so_does_a_program_without_places_for_them() -> None:
    plain = bare()
    by_time = replace(plain.settings, program=ProgramSettings(list="time"))
    for settings in (by_time, replace(plain.settings, sections=("abstracts",))):
        assert among_abstracts(replace(plain, settings=settings)) == plain.talks
    loose = replace(plain, sessions=plain.sessions[1:])
    assert among_abstracts(loose) == loose.talks


def test_by_session_talks_stand_as_in_the_program() -> None:
    groups = abstract_groups(wanted())
    assert [talk for group in groups for talk in group.talks] == list(program().talks)
    assert [group.session.id if group.session else "" for group in groups] == ["s0", "s1", "s2", "s3", ""]
    assert [group.posters for group in groups] == [False] * 4 + [True]


def test_by_time_parallel_sessions_take_turns() -> None:
    groups = abstract_groups(wanted(order="time"))
    slots = program().first_slots()
    starts = [slots[talk.id].item.start for group in groups for talk in group.talks if talk.id in slots]
    known = [start for start in starts if start]
    assert known == sorted(known)
    assert len({group.session.id for group in groups if group.session}) < len(groups) - 1
    assert sorted(one for some in ids(groups) for one in some) == sorted(talk.id for talk in program().talks)


def test_a_talk_stands_under_its_first_session_alone() -> None:
    found = wanted()
    first, second = found.sessions[:2]
    again = replace(second, items=(first.items[0], *second.items))
    groups = abstract_groups(replace(found, sessions=(first, again, *found.sessions[2:])))
    assert ids(groups) == ids(abstract_groups(found))


def test_by_track_its_own_comes_before_that_of_the_session() -> None:
    found = wanted(order="track")
    session = replace(found.sessions[0], track="Ice")
    bare = replace(found.talks[0], track=None)
    loose = replace(found.talks[-1], track=None)
    talks = (bare, *found.talks[1:-1], loose)
    groups = abstract_groups(replace(found, talks=talks, sessions=(session, *found.sessions[1:])))
    assert [group.track for group in groups] == ["Waves", "Ice", ""]
    assert bare in groups[1].talks
    assert groups[2].talks == (loose,)
    assert all(talk.track == "Waves" for talk in groups[0].talks)
    assert sum(len(group.talks) for group in groups) == len(talks)


def test_by_board_posters_follow_as_they_hang() -> None:
    found = wanted(order="board")
    boards = ("P10", "P2", None)
    hanging = tuple(replace(talk, board=board) for talk, board in zip(found.talks[-3:], boards, strict=True))
    groups = abstract_groups(replace(found, talks=(*found.talks[:-3], *hanging)))
    assert [group.posters for group in groups] == [False, True]
    assert [talk.board for talk in groups[1].talks] == ["P2", "P10", None]


def test_by_title_letters_go_as_in_the_language() -> None:
    found = wanted(order="title")
    titles = ("Zebra", "ähnlich", "Anfang", "Öl")
    talks = tuple(replace(talk, title=line(title)) for talk, title in zip(found.talks, titles, strict=False))
    for language, expected in (
        ("de", ["ähnlich", "Anfang", "Öl", "Zebra"]),
        ("sv", ["Anfang", "Zebra", "ähnlich", "Öl"]),
    ):
        event = replace(found.event, language=language)
        (group,) = abstract_groups(replace(found, talks=talks, event=event))
        assert ["".join(span.text for span in talk.title) for talk in group.talks] == expected


def test_tabs_count_few_talks_and_else_days() -> None:
    assert tabs_count_talks(wanted(count=60))
    assert not tabs_count_talks(wanted(count=61))
    days = program().days
    tabs = [tab for day in days for tab in day_tabs(program(), day.date)]
    assert [(tab.words, tab.place) for tab in tabs] == [("1", 1), ("2", 2)]
    assert day_tabs(program(), None) == ()
    one_day = replace(program(), sessions=days[0].sessions)
    assert day_tabs(one_day, days[0].date) == ()
