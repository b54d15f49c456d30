"""JSON lists of flat records become meetings."""

import datetime as dt
import json

from paper_samples import codes, read, source, told

NOTION = "https://www.notion.so/page?pvs=21"


def entry(name: str, time: str, speakers: str = "", kind: str = "Talk", talk: str = "") -> dict[str, str]:
    return {
        "Kind": kind,
        "Name": name,
        "Talk": f"{talk or name} ({NOTION})" if speakers else "",
        "Speakers": NOTION if speakers else "",
        "Time": time,
        "Speaker Names": speakers,
        "Email": "someone@example.org",
    }


ENTRIES = [
    entry("👋 Welcoming", "May 5, 2031 9:00 → 9:15", kind="Other"),
    entry("On lamps", "May 5, 2031 9:15 → 10:00", "Eve Guest,  Bo Other"),
    entry("☕️\u00a0Coffee Break", "May 5, 2031 10:00 → 10:30", kind="Other"),
    entry("Wicks", "May 5, 2031 10:30 → 11:30", "Cy Third", "Classroom"),
    entry("Wax", "May 5, 2031 10:30 → 11:30", "Dee Fourth", "Classroom", "All about wax"),
    entry("Wicks", "May 5, 2031 13:00 → 14:00", "Cy Third", "Classroom"),
    entry("Night walk", "May 5, 2031 22:00 → 1:00", kind="Other"),
    entry("Soot", "later", "Cy Third"),
]


def test_times_of_prose_and_titles_with_pictures() -> None:
    given = source(table__json=json.dumps(ENTRIES))
    assert told(given) == "json-list"
    meeting, findings = read(given)
    assert [(one.title, one.kind, one.start, one.until) for one in meeting.sessions] == [
        ("Welcoming", "plenary", dt.time(9), dt.time(9, 15)),
        ("On lamps", "", dt.time(9, 15), None),
        ("Coffee Break", "break", dt.time(10), dt.time(10, 30)),
        ("Classroom", "", dt.time(10, 30), None),
        ("Classroom", "", dt.time(10, 30), None),
        ("Classroom", "", dt.time(13), None),
        ("Night walk", "plenary", dt.time(22), dt.time(1)),
    ]
    assert {one.date for one in meeting.sessions} == {dt.date(2031, 5, 5)}
    said = codes(findings)
    assert 'I005 "Wax" is called "All about wax" in another field: the first is taken' in said
    assert any(message.startswith('I002 "Soot" has no time') for message in said)
    assert "I006 e-mail addresses are left out" in said


def test_one_title_of_one_speaker_is_one_talk() -> None:
    meeting, _ = read(source(table__json=json.dumps(ENTRIES)))
    assert [one.title for one in meeting.talks] == ["On lamps", "Wicks", "Wax", "Soot"]
    assert [author.name for author in meeting.talks[0].authors] == ["Eve Guest", "Bo Other"]
    wicks = meeting.talks[1].key
    assert [item.talk for one in meeting.sessions for item in one.items].count(wicks) == 2
    assert meeting.tracks == ("Classroom",)
    assert "notion" not in repr(meeting)
    assert "@" not in repr(meeting)


def test_starts_and_ends_of_their_own_rooms_and_texts() -> None:
    records = [
        {
            "title": "On lamps",
            "start": "2031-05-05T09:00:00+02:00",
            "end": "2031-05-05T09:30:00+02:00",
            "room": "Blue room",
            "speaker": "Ada Example",
            "company": "Lamp House",
            "abstract": "Lamps *shine*.",
            "tags": "light, night",
            "track": "Light",
        }
    ]
    meeting, _ = read(source(talks__json=json.dumps(records)))
    (session,), (talk,) = meeting.sessions, meeting.talks
    assert (session.rooms, session.track, session.items[0].minutes) == (("Blue room",), "Light", 30)
    assert (talk.abstract, talk.keywords) == ("Lamps *shine*.", ("light", "night"))
    assert talk.authors[0].affiliations == ("Lamp House",)


def test_lists_without_times_or_with_records_inside_are_no_program() -> None:
    assert told(source(one__json='[{"title": "On lamps", "price": 3}]')) == ""
    assert told(source(one__json='[{"title": "On lamps", "time": {"start": "2031-05-05"}}]')) == ""
