"""The YAML data of Jekyll sites become meetings."""

import datetime as dt

from paper_samples import codes, read, source, talk, told

from booklet.codes import LEFT_OUT
from booklet.importing.meeting import ImportedAuthor, ImportedItem

SCHEDULE = """
- date: "2031-10-22"
  tracks: [{title: Main}]
  timeslots:
    - {sessionIds: [1], startTime: "09:00", endTime: "09:10"}
    - {sessionIds: [100], startTime: "09:10", endTime: "10:30"}
    - {sessionIds: [2], startTime: "09:10", endTime: "09:40"}
    - {sessionIds: [3], startTime: "09:50", endTime: "10:10"}
    - {sessionIds: [4], startTime: "10:10", endTime: "10:30"}
    - {sessionIds: [5], startTime: "10:30", endTime: "11:00"}
    - {sessionIds: [6], startTime: "11:00", endTime: "12:00"}
    - {sessionIds: [7], startTime: "12:00", endTime: "12:20"}
    - {sessionIds: [99], startTime: "13:00", endTime: "13:20"}
"""
SESSIONS = """
- {id: 1, place: online, title: Welcome}
- {id: 2, place: online, title: "Keynote Speaker: Eve Guest", description: On moths, speakers: 11}
- {id: 3, place: online, title: "Selected Talk | Lamps", easychair_id: 21}
- {id: 4, place: online, title: Sponsor Talk}
- {id: 5, place: online, title: Coffee Break}
- {id: 6, place: online, title: Poster Session}
- {id: 7, place: online, title: "Selected Talk | Wax", easychair_id: 22}
- {id: 8, title: "???"}
- {id: 100, title: "Session 1 - Light | Chair: Dee Chair"}
"""
SPEAKERS = """
- {id: 11, name: Eve, surname: Guest, company: Lamp House, abstract_title: Moths by night, abstract: They fly.,
   bio: Eve walks., keynote: true}
- {id: 12, name: Not, surname: Here, bio: Gone.}
"""
ABSTRACTS = """
- ID: "21"
  Title: Lamps
  Authors: "Ada Example, Bo Other and Şule Işık"
  Presenting_author: Bo Other
  Talk: True
  Poster: True
  Abstract: |
    Lamps shine [1].

    References:
    [1] A. Nobody. Light. 1999.
    [2] B. Somebody. Dark. 2001.
- {ID: "22", Title: Wax, Authors: Cy Third, Talk: True, Poster: False, Abstract: Wax melts.}
- {ID: "23", Title: "(previous ID: 5) Wicks", Authors: Cy Third, Talk: False, Poster: True, Abstract: Wicks burn.}
- {ID: "24", Title: Soot, Authors: Cy Third, Talk: False, Poster: False, Abstract: Soot falls.}
"""


def files() -> dict[str, str]:
    return {
        "schedule__yml": SCHEDULE,
        "sessions__yml": SESSIONS,
        "speakers__yml": SPEAKERS,
        "abstracts__yml": ABSTRACTS,
    }


def test_a_session_holds_what_it_encloses() -> None:
    given = source(**files())
    assert told(given) == "jekyll-data"
    meeting, _ = read(given)
    assert [(one.title, one.kind, one.chairs) for one in meeting.sessions] == [
        ("Welcome", "plenary", ()),
        ("Session 1 - Light", "", ("Dee Chair",)),
        ("Coffee Break", "break", ()),
        ("Poster Session", "posters", ()),
        ("Wax", "", ()),
    ]
    assert meeting.sessions[1].items == (
        ImportedItem("session 2", minutes=30),
        ImportedItem("abstract 21", minutes=20, at=dt.time(9, 50)),
        ImportedItem(title="Sponsor Talk", minutes=20),
    )
    assert meeting.event.venue == "online"
    assert all(one.rooms == () for one in meeting.sessions)


def test_talks_posters_and_both() -> None:
    meeting, findings = read(source(**files()))
    both, poster = talk(meeting, "abstract 21"), talk(meeting, "abstract 23")
    assert (both.kind, both.board) == ("", "21")
    assert (poster.kind, poster.board, poster.title) == ("poster", "23", "Wicks")
    assert both.authors == (
        ImportedAuthor("Ada Example"),
        ImportedAuthor("Bo Other", presenting=True),
        ImportedAuthor("Şule Işık"),
    )
    assert both.abstract == "Lamps shine [1]."
    assert both.references == ("A. Nobody. Light. 1999.", "B. Somebody. Dark. 2001.")
    said = codes(findings)
    assert 'I003 "(previous ID: 5)" before a title is left out' in said
    assert any("neither a talk nor a poster" in message for message in said)


def test_a_keynote_has_the_title_and_the_life_of_its_speaker() -> None:
    meeting, _ = read(source(**files()))
    keynote = talk(meeting, "session 2")
    assert (keynote.title, keynote.kind, keynote.abstract) == ("Moths by night", "keynote", "They fly.")
    assert keynote.authors == (ImportedAuthor("Eve Guest", ("Lamp House",), presenting=True),)
    assert [(one.name, one.biography) for one in meeting.people] == [("Eve Guest", "Eve walks.")]


def test_what_has_no_slot_or_no_session_is_said() -> None:
    _, findings = read(source(**files()))
    assert [finding.message for finding in findings if finding.code is LEFT_OUT] == [
        'there is no session "99" for this time slot',
        '"???" is in no time slot and is left out',
    ]


def test_columns_of_a_slot_are_tracks() -> None:
    schedule = """
- date: "2031-10-22"
  tracks: [{title: Wax}, {title: Oil}]
  timeslots:
    - {sessionIds: [1, [2, 3]], startTime: "09:00", endTime: "09:30"}
    - {sessionIds: [4], startTime: "10:00", endTime: "11:00"}
"""
    sessions = """
- {id: 1, title: Red candles, place: Blue room, speakers: [11], description: They burn.}
- {id: 2, title: Whales, place: Red room, speakers: [12]}
- {id: 3, title: Olives, place: Red room, speakers: [12]}
- {id: 4, title: Lunch}
"""
    speakers = SPEAKERS.replace("abstract_title", "x")
    meeting, _ = read(source(schedule__yml=schedule, sessions__yml=sessions, speakers__yml=speakers))
    assert [(one.title, one.track, one.rooms) for one in meeting.sessions] == [
        ("Red candles", "Wax", ("Blue room",)),
        ("Whales", "Oil", ("Red room",)),
        ("Olives", "Oil", ("Red room",)),
        ("Lunch", "", ()),
    ]
    assert talk(meeting, "session 1").title == "Red candles"
    assert meeting.tracks == ("Wax", "Oil")
