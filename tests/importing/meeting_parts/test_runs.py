"""Single events become sessions: runs of one track in one room, parted by breaks, pauses and other tracks."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from booklet.codes import CONTRADICTION, GUESSED, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.meeting import ImportedItem, ImportedTalk
from booklet.importing.meeting_parts.happening import Happening
from booklet.importing.meeting_parts.runs import sessions_of
from booklet.place import Place
from booklet.plain_dataclasses import replace

HERE = Place("schedule.json")
DAY = dt.date(2027, 5, 4)


def at(clock: str, day: dt.date = DAY) -> dt.datetime:
    return dt.datetime.combine(day, dt.time.fromisoformat(clock))


def event(
    key: str,
    clock: str,
    minutes: int | None = 30,
    room: str = "Hall",
    track: str = "Water",
    day: dt.date = DAY,
) -> Happening:
    talk = ImportedTalk(key, f"Talk {key}", HERE)
    return Happening(key, at(clock, day), HERE, minutes, rooms=(room,) if room else (), track=track, talk=talk)


def alone(key: str, clock: str, kind: str = "break", room: str = "", minutes: int | None = 30) -> Happening:
    rooms = (room,) if room else ()
    return Happening(key, at(clock), HERE, minutes, rooms=rooms, kind=kind, title="Coffee")


def talks(happenings: list[Happening]) -> list[list[str]]:
    return [[item.talk or item.title for item in session.items] for session in sessions_of(happenings, "UTC", [])]


def test_what_follows_in_one_room_and_track_is_one_session() -> None:
    findings: list[Finding] = []
    (session,) = sessions_of([event("b", "09:30"), event("a", "09:00"), event("c", "10:30", 20)], "UTC", findings)
    assert (session.title, session.track, session.rooms, session.kind) == ("Water", "Water", ("Hall",), "")
    assert (session.date, session.start, session.until, session.day) == (DAY, dt.time(9), None, None)
    assert session.items == (
        ImportedItem(talk="a", minutes=30),
        ImportedItem(talk="b", minutes=30),
        ImportedItem(talk="c", minutes=20, at=dt.time(10, 30)),
    )
    assert findings == []


def test_long_pauses_other_tracks_and_other_rooms_part() -> None:
    assert talks([event("a", "09:00"), event("b", "10:31")]) == [["a"], ["b"]]
    assert talks([event("a", "09:00"), event("b", "10:30")]) == [["a", "b"]]
    fire = [event("x", "10:00", track="Fire"), event("y", "10:30", track="Fire")]
    assert talks([event("a", "09:00"), event("b", "09:30"), *fire]) == [["a", "b"], ["x", "y"]]
    assert talks([event("a", "09:00"), event("x", "09:30", room="Loft"), event("b", "09:30")]) == [["a", "b"], ["x"]]


def test_tracks_that_change_with_every_talk_are_topics_and_part_nothing() -> None:
    changing = [event("a", "09:00"), event("x", "09:30", track="Fire"), event("b", "10:00")]
    (session,) = sessions_of(changing, "UTC", [])
    assert (session.title, session.track, len(session.items)) == ("Hall", "", 3)
    nowhere = [event(one.key, f"{one.start:%H:%M}", room="", track=one.track) for one in changing]
    assert talks(nowhere) == [["a"], ["x"], ["b"]]


def test_what_nothing_is_said_of_is_printed_once() -> None:
    meal = replace(event("a", "09:00", track=""), talk=None, title="Meeting of members")
    (session,) = sessions_of([meal], "UTC", [])
    assert (session.title, session.kind, session.until, session.items) == (
        "Meeting of members",
        "plenary",
        dt.time(9, 30),
        (),
    )
    beside, _ = sessions_of([meal, event("b", "09:00", room="Loft")], "UTC", [])
    assert (beside.title, beside.kind, [item.title for item in beside.items]) == (
        "Meeting of members",
        "",
        ["Meeting of members"],
    )
    (called,) = sessions_of([replace(meal, kind="keynote")], "UTC", [])
    assert (called.kind, called.items) == ("plenary", ())


def test_copies_of_an_event_have_keys_of_their_own() -> None:
    copies = [alone("x", "09:00"), replace(alone("x", "11:00"), title="Tea")]
    assert [session.key for session in sessions_of(copies, "UTC", [])] == ["x", "x (2)"]


def test_a_keynote_goes_by_its_track() -> None:
    tracks = ("Invited", "")
    found = [sessions_of([replace(event("a", "09:00", track=one), kind="keynote")], "UTC", []) for one in tracks]
    assert [session.title for (session,) in found] == ["Invited", "Keynote"]


def test_a_break_for_all_or_in_the_room_parts_and_one_elsewhere_does_not() -> None:
    pair = [event("a", "09:00"), event("b", "10:00")]
    assert talks([*pair, alone("x", "09:30")]) == [["a"], [], ["b"]]
    assert talks([*pair, alone("x", "09:30", room="Hall"), event("c", "10:00", room="Loft")]) == [
        ["a"],
        [],
        ["b"],
        ["c"],
    ]
    assert [found for found in talks([*pair, alone("x", "09:30", room="Loft")]) if found] == [["a", "b"]]


def test_what_overlaps_in_a_room_is_in_sessions_of_their_own() -> None:
    assert talks([event("a", "09:00", 60), event("x", "09:30", 60), event("b", "10:00"), event("y", "10:30")]) == [
        ["a", "b"],
        ["x", "y"],
    ]


def test_a_session_goes_by_its_track_room_only_talk_or_hour() -> None:
    findings: list[Finding] = []
    assert sessions_of([event("a", "09:00")], "UTC", findings)[0].title == "Water"
    in_room = sessions_of([event("a", "09:00", track=""), event("b", "09:30", track="")], "UTC", findings)
    assert [session.title for session in in_room] == ["Hall"]
    assert findings == []
    nowhere = sessions_of([event(key, "14:00", room="", track="") for key in "ab"], "UTC", findings)
    assert [session.title for session in nowhere] == ["Talk a", "Talk b"]
    nowhere = sessions_of([event("a", "14:00", 5, "", ""), event("b", "14:05", 5, "", "")], "UTC", findings)
    assert [session.title for session in nowhere] == ["Tuesday afternoon"]
    assert [finding.code for finding in findings] == [GUESSED]


def test_the_title_of_a_track_is_no_markup() -> None:
    (session,) = sessions_of([event("a", "09:00", track="*Fire*"), event("b", "09:30", track="*Fire*")], "UTC", [])
    assert (session.title, session.track) == (r"\*Fire\*", "*Fire*")


def test_breaks_have_an_end_and_no_items_and_one_of_all_rooms_is_one() -> None:
    rooms = [event("a", "09:00", 60), event("b", "09:00", 60, room="Loft")]
    found = sessions_of([*rooms, alone("x", "10:00", room="Hall"), alone("y", "10:00", room="Loft")], "UTC", [])
    (pause,) = [session for session in found if session.kind == "break"]
    assert (pause.title, pause.start, pause.until, pause.rooms, pause.items) == (
        "Coffee",
        dt.time(10),
        dt.time(10, 30),
        (),
        (),
    )
    endless = sessions_of([alone("x", "10:00", minutes=None)], "UTC", [])
    assert endless[0].items == (ImportedItem(title="Coffee"),)


def test_a_night_belongs_to_the_day_of_the_program() -> None:
    night = DAY + dt.timedelta(days=1)
    late = [event("a", "23:30", 60), event("b", "00:30", day=night), event("c", "09:00", day=night)]
    said = [dt.date(2027, 5, 4), dt.date(2027, 5, 4), dt.date(2027, 5, 5)]
    happenings = [replace(one, day=day) for one, day in zip(late, said, strict=True)]
    first, second = sessions_of(happenings, "UTC", [])
    assert ([item.talk for item in first.items], first.date, first.day) == (["a", "b"], DAY, None)
    assert (second.date, second.day) == (night, None)
    (alone_at_night,) = sessions_of(happenings[1:2], "UTC", [])
    assert (alone_at_night.date, alone_at_night.day) == (night, DAY)


def test_a_day_that_is_far_from_the_date_is_a_contradiction() -> None:
    findings: list[Finding] = []
    (session,) = sessions_of([replace(event("a", "09:00"), day=dt.date(2027, 6, 1))], "UTC", findings)
    assert (session.date, session.day) == (DAY, None)
    assert [finding.code for finding in findings] == [CONTRADICTION]


def test_a_session_never_goes_on_where_its_clock_would_be_read_as_one_before_it() -> None:
    night = DAY + dt.timedelta(days=1)
    early = replace(event("b", "01:30", day=night), day=DAY)
    assert talks([replace(event("a", "12:00", 720), day=DAY), early]) == [["a"], ["b"]]


def test_aware_moments_are_turned_into_the_zone_and_naive_ones_are_of_it() -> None:
    aware = at("07:00").replace(tzinfo=dt.UTC)
    both = [Happening("a", aware, HERE, 30, title="A"), Happening("b", at("09:30"), HERE, 30, title="B")]
    (session,) = sessions_of(both, "Europe/Berlin", [])
    assert session.start == dt.time(9)
    assert [item.at for item in session.items] == [None, None]


def test_minutes_that_cannot_be_are_left_out_and_years_too() -> None:
    findings: list[Finding] = []
    found = sessions_of([event("a", "09:00", 0), event("b", "10:00", 2000), event("c", "11:00")], "UTC", findings)
    assert [item.minutes for session in found for item in session.items] == [None, None, 30]
    assert [item.at for session in found for item in session.items] == [None, dt.time(10), dt.time(11)]
    assert [finding.code for finding in findings] == [CONTRADICTION, CONTRADICTION]
    findings.clear()
    assert sessions_of([event("a", "09:00", day=dt.date(11, 1, 1))], "UTC", findings) == ()
    assert [finding.code for finding in findings] == [LEFT_OUT]


def test_keys_stay_when_an_event_moves_within_its_session() -> None:
    before = sessions_of([event("a", "09:00"), event("b", "09:30")], "UTC", [])
    after = sessions_of([event("b", "09:05"), event("a", "09:35"), event("c", "10:05")], "UTC", [])
    assert [session.key for session in before] == [session.key for session in after]


EVENTS = st.builds(
    lambda number, start, minutes, room, track: (start, minutes, room, track),
    st.integers(),
    st.integers(0, 3 * 24 * 60),
    st.one_of(st.none(), st.integers(1, 300)),
    st.sampled_from(["Hall", "Loft", ""]),
    st.sampled_from(["Water", "Fire", ""]),
)


@given(st.lists(EVENTS, max_size=12))
def test_every_event_is_in_one_session_at_its_own_time(
    events: list[tuple[int, int | None, str, str]],
) -> None:
    happenings = [
        Happening(
            f"{number}", at("00:00") + dt.timedelta(minutes=start), HERE, minutes, rooms=(room,) if room else (),
            track=track, talk=ImportedTalk(f"{number}", "T", HERE),
        )
        for number, (start, minutes, room, track) in enumerate(events)
    ]  # fmt: skip
    sessions = sessions_of(happenings, "UTC", [])
    assert len({session.key for session in sessions}) == len(sessions)
    starts: dict[str, dt.datetime | None] = {}
    for session in sessions:
        assert session.start is not None
        begin = dt.datetime.combine(session.date, session.start)
        now: dt.datetime | None = begin
        for item in session.items:
            if item.at is not None:
                now = dt.datetime.combine(session.date, item.at)
                # As content is read: a clock twelve hours and more before the start is one of the next day.
                now += dt.timedelta(days=1 if begin - now >= dt.timedelta(hours=12) else 0)
            assert item.talk not in starts
            starts[item.talk] = now
            now = now + dt.timedelta(minutes=item.minutes) if now is not None and item.minutes is not None else None
    assert starts == {happening.key: happening.start for happening in happenings}
