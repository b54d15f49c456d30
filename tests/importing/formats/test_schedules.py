"""Small invented files of the systems that write schedules become meetings."""

import datetime as dt
import json
from typing import Any

from booklet.codes import CHANGED_TEXT, CONTRADICTION, GUESSED, LEFT_OUT, NO_ZONE, PRIVATE, UNUSED_FIELD
from booklet.finding import Finding
from booklet.importing.formats.frab_json import is_frab_json, read_frab_json
from booklet.importing.formats.frab_xml import is_frab_xml, read_frab_xml
from booklet.importing.formats.ical import is_ical, read_ical
from booklet.importing.formats.indico.indico import is_indico, read_indico
from booklet.importing.formats.pretalx_csv import is_pretalx_csv, read_pretalx_csv
from booklet.importing.formats.pretalx_rest import is_pretalx_rest, read_pretalx_rest
from booklet.importing.formats.sessionize import is_sessionize, read_sessionize
from booklet.importing.formats.xcal import is_xcal, read_xcal
from booklet.importing.importers import IMPORTERS
from booklet.importing.meeting import Meeting
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.wish import Wish


def source(*files: tuple[str, str | dict[str, Any] | list[Any]]) -> Source:
    return Source(
        files[0][0],
        tuple(SourceFile(name, (data if isinstance(data, str) else json.dumps(data)).encode()) for name, data in files),
    )


def codes(findings: list[Finding]) -> list[str]:
    return sorted({finding.code.name for finding in findings})


def names(meeting: Meeting) -> list[list[str]]:
    return [[author.name for author in talk.authors] for talk in meeting.talks]


def frab_event(number: int, start: str, duration: str = "00:30", **more: Any) -> dict[str, Any]:
    event = {
        "id": number,
        "guid": f"g{number}",
        "date": start,
        "duration": duration,
        "title": f"Event {number}",
        "track": "Water",
        "type": "lecture",
        "language": "en",
        "abstract": "Something.",
        "description": "",
        "persons": [{"public_name": "Ada Example"}],
        "links": [],
    }
    return event | more


def frab(*events: dict[str, Any], **more: Any) -> dict[str, Any]:
    conference = {
        "title": "Example Camp",
        "days": [{"date": "2027-05-04", "rooms": {"Hall": list(events), "Loft": []}}],
    }
    return {"schedule": {"version": "1", "conference": conference | more}}


def read_frab(*events: dict[str, Any], **more: Any) -> tuple[Meeting, list[Finding]]:
    findings: list[Finding] = []
    return read_frab_json(source(("any.json", frab(*events, **more))), Wish(), findings), findings


def test_schedule_json_has_talks_rooms_and_a_night() -> None:
    meeting, findings = read_frab(
        frab_event(1, "2027-05-04T23:00:00+02:00", "01:30"),
        frab_event(2, "2027-05-05T00:30:00+02:00", language="de", persons=[{"name": "yo"}, {"public_name": "Yo"}]),
        time_zone_name="Europe/Berlin",
    )
    assert (meeting.event.title, meeting.event.zone, meeting.event.language) == ("Example Camp", "Europe/Berlin", "en")
    assert [(talk.key, talk.language, talk.track) for talk in meeting.talks] == [("1", "", ""), ("2", "de", "")]
    assert names(meeting) == [["Ada Example"], ["yo", "Yo"]]
    assert [room.name for room in meeting.rooms] == ["Hall"]
    (session,) = meeting.sessions
    assert (session.date, session.start, session.track) == (dt.date(2027, 5, 4), dt.time(23), "Water")
    assert [item.minutes for item in session.items] == [90, 30]
    assert findings == []


def test_several_slots_are_one_talk_and_one_number_of_two_titles_is_two() -> None:
    day = "2027-05-04T"
    meeting, findings = read_frab(
        frab_event(1, f"{day}09:00:00Z"),
        frab_event(1, f"{day}14:00:00Z", guid="again"),
        frab_event(1, f"{day}16:00:00Z", guid="other", title="Other"),
        time_zone_name="UTC",
    )
    assert [talk.title for talk in meeting.talks] == ["Event 1", "Other"]
    items = [item.talk for session in meeting.sessions for item in session.items]
    assert items == ["1", "1", meeting.talks[1].key]
    assert codes(findings) == [CONTRADICTION.name]


def test_abstract_and_description_follow_and_do_not_repeat() -> None:
    def text(**more: Any) -> str:
        return read_frab(frab_event(1, "2027-05-04T09:00:00+02:00", **more))[0].talks[0].abstract

    assert text(abstract="Waves.", description="Tides.") == "Waves.\n\nTides."
    assert text(abstract="Waves.", description="Waves. And tides.") == "Waves. And tides."
    assert text(abstract="Waves. And tides.", description="And tides.") == "Waves. And tides."
    assert text(abstract="Waves.", description="", subtitle="A *story*") == "*A \\*story\\**\n\nWaves."
    assert text(abstract="Waves.", subtitle="Event 1") == "Waves."


def test_offsets_give_a_zone_and_durations_in_kinds_give_questions() -> None:
    meeting, findings = read_frab(
        frab_event(1, "2027-05-04T09:00:00+02:00", "00:40", type="Lecture 30 min + 10min Q&A"),
        frab_event(2, "2027-05-04T09:40:00+02:00", "00:50", type="Lecture 30 min + 10min Q&A"),
    )
    assert meeting.event.zone == "Europe/Berlin"
    items = [(item.minutes, item.questions) for item in meeting.sessions[0].items]
    assert items == [(30, 10), (50, None)]
    assert codes(findings) == [GUESSED.name, CONTRADICTION.name]


def test_links_are_mended_dropped_or_taken() -> None:
    links = [
        {"title": "One slash", "url": "https:/example.org/a"},
        {"title": "Bare", "url": "example.org"},
        {"title": "Bad", "url": "javascript:alert(1)"},
        {"title": "Room", "url": "https://example.zoom.us/j/1"},
        {"title": "https://example.org/b", "url": "https://example.org/b"},
    ]
    meeting, findings = read_frab(frab_event(1, "2027-05-04T09:00:00Z", links=links), time_zone_name="UTC")
    assert [(link.address, link.label) for link in meeting.talks[0].links] == [
        ("https://example.org/a", "One slash"),
        ("https://example.org", "Bare"),
        ("https://example.org/b", ""),
    ]
    assert codes(findings) == [LEFT_OUT.name, CHANGED_TEXT.name, PRIVATE.name]


def test_links_of_every_event_are_the_systems() -> None:
    events = [
        frab_event(n, f"2027-05-04T{n:02}:00:00Z", links=[{"title": "Chat", "url": f"https://example.org/{n}"}])
        for n in range(8, 20)
    ]
    meeting, findings = read_frab(*events, time_zone_name="UTC")
    assert not any(talk.links for talk in meeting.talks)
    assert codes(findings) == [UNUSED_FIELD.name]


def test_who_is_named_twice_is_one_and_a_coffee_is_no_talk() -> None:
    twice = [{"public_name": "Ada Example"}, {"public_name": "Ada Example"}]
    coffee = frab_event(2, "2027-05-04T10:00:00Z", title="Coffee break", abstract="", persons=[])
    meeting, findings = read_frab(frab_event(1, "2027-05-04T09:00:00Z", persons=twice), coffee, time_zone_name="UTC")
    assert names(meeting) == [["Ada Example"]]
    assert [(session.kind, session.title) for session in meeting.sessions] == [
        ("", "Water"),
        ("break", "Coffee break"),
    ]
    assert codes(findings) == [CONTRADICTION.name]


OLD_XML = """<schedule>
  <conference><title>Old &amp; good</title><venue>Barn</venue><city>Bergen</city>
    <day_change>08:00:00</day_change></conference>
  <day date="2027-05-04" index="1"><room name="Hall">
    <event id="7"><start>09:00</start><duration>00:20</duration><title>First</title><track>Water</track>
      <description>&lt;p&gt;Waves.&lt;/p&gt;</description>
      <persons><person id="1">Ada Example</person></persons>
      <links><link href="https://example.org">Site</link></links></event>
    <event id="8"><start>01:00</start><duration>00:20</duration><title>Night</title><track>Water</track>
      <persons><person id="1">Bo Other</person></persons></event>
  </room><room name="Empty"/></day></schedule>"""


def test_old_schedule_xml_has_starts_without_dates() -> None:
    findings: list[Finding] = []
    meeting = read_frab_xml(source(("s.xml", OLD_XML)), Wish(zone="Europe/Oslo"), findings)
    assert (meeting.event.title, meeting.event.venue) == ("Old & good", "Barn, Bergen")
    assert meeting.event.zone == "Europe/Oslo"
    assert [(one.date, one.start, one.day) for one in meeting.sessions] == [
        (dt.date(2027, 5, 4), dt.time(9), None),
        (dt.date(2027, 5, 5), dt.time(1), dt.date(2027, 5, 4)),
    ]
    assert [talk.abstract for talk in meeting.talks] == ["Waves.", ""]
    assert meeting.talks[0].links[0].label == "Site"
    assert [room.name for room in meeting.rooms] == ["Hall"]
    assert findings == []


def test_naive_times_without_a_zone_are_those_of_utc_with_a_warning() -> None:
    findings: list[Finding] = []
    assert read_frab_xml(source(("s.xml", OLD_XML)), Wish(), findings).event.zone == "UTC"
    assert [(finding.code, "--zone Europe/Berlin" in (finding.hint or "")) for finding in findings] == [(NO_ZONE, True)]


XCAL = """<iCalendar xmlns:pentabarf="http://pentabarf.org"><vcalendar>
  <x-wr-caldesc>Example 2027</x-wr-caldesc><x-wr-calname>All events of Example 2027</x-wr-calname>
  <vevent><uid>5@x</uid><pentabarf:event-id>5</pentabarf:event-id><pentabarf:title>Waves</pentabarf:title>
    <pentabarf:subtitle>Waves</pentabarf:subtitle><pentabarf:start>2027-05-04 09:00:00 +0200</pentabarf:start>
    <dtstart>20270504T090000</dtstart><dtend>20270504T090500</dtend><duration>00:06:00:00</duration>
    <summary>Waves- Waves</summary><description>&lt;p&gt;Sea.&lt;/p&gt;</description><categories>Water</categories>
    <url>https:/example.org/5</url><location>Hall</location><attendee>Ada Example</attendee></vevent>
</vcalendar></iCalendar>"""


def test_xcal_goes_by_start_and_end() -> None:
    findings: list[Finding] = []
    meeting = read_xcal(source(("s.xcal", XCAL)), Wish(), findings)
    assert (meeting.event.title, meeting.event.zone) == ("Example 2027", "Europe/Berlin")
    (session,) = meeting.sessions
    assert (session.title, session.start, session.items[0].minutes) == ("Water", dt.time(9), 5)
    assert (meeting.talks[0].title, meeting.talks[0].abstract, meeting.talks[0].links) == ("Waves", "Sea.", ())
    assert codes(findings) == [GUESSED.name, CONTRADICTION.name]


def sessionize_session(number: str, start: str, end: str, **more: Any) -> dict[str, Any]:
    session = {
        "id": number,
        "title": f"Session {number}",
        "description": "Text.",
        "startsAt": f"2027-05-04T{start}:00",
        "endsAt": f"2027-05-04T{end}:00",
        "isServiceSession": False,
        "isPlenumSession": False,
        "speakers": ["u1"],
        "categoryItems": [11, 21, 31],
        "questionAnswers": [{"questionId": 1, "answerValue": "https://secret.example"}],
        "roomId": 1,
    }
    return session | more


ALL = {
    "sessions": [
        sessionize_session("1", "09:00", "09:50"),
        sessionize_session("2", "10:00", "10:50", categoryItems=[11, 22], speakers=["u1", "u2"]),
        sessionize_session(
            "3", "10:50", "11:30", isServiceSession=True, isPlenumSession=True, title="Lunch", speakers=[]
        ),
    ],
    "speakers": [
        {"id": "u1", "fullName": "Ada Example", "bio": "Ada writes.", "tagLine": "Engineer at Example"},
        {"id": "u2", "firstName": "Bo", "lastName": "Other", "bio": None, "tagLine": "Sailor"},
    ],
    "rooms": [{"id": 2, "name": "Loft", "sort": 2}, {"id": 1, "name": "Hall (120)", "sort": 1}],
    "categories": [
        {"id": 1, "title": "Track", "items": [{"id": 11, "name": "Water", "sort": 1}]},
        {"id": 2, "title": "Language", "items": [{"id": 21, "name": "German"}, {"id": 22, "name": "English"}]},
        {"id": 3, "title": "Level", "items": [{"id": 31, "name": "Beginner"}]},
    ],
    "questions": [{"id": 1, "question": "Streaming URL"}],
}


def test_sessionize_joins_its_lists() -> None:
    findings: list[Finding] = []
    meeting = read_sessionize(source(("all.json", ALL)), Wish(zone="Europe/Vienna"), findings)
    assert names(meeting) == [["Ada Example"], ["Ada Example", "Bo Other"]]
    assert [(person.name, person.biography) for person in meeting.people] == [
        ("Ada Example", "Ada writes."),
        ("Bo Other", "Sailor"),
    ]
    assert not any(author.affiliations for talk in meeting.talks for author in talk.authors)
    assert [(room.name, room.note) for room in meeting.rooms] == [("Hall", "")]
    assert (meeting.event.language, [talk.language for talk in meeting.talks]) == ("de", ["", "en"])
    assert [talk.keywords for talk in meeting.talks] == [("Beginner",), ()]
    run, lunch = meeting.sessions
    assert (run.title, [item.at for item in run.items]) == ("Water", [None, dt.time(10)])
    assert (lunch.kind, lunch.rooms, lunch.until) == ("break", (), dt.time(11, 30))
    assert "secret" not in repr(meeting)
    assert codes(findings) == [GUESSED.name, PRIVATE.name, UNUSED_FIELD.name]


def test_sessionize_views_of_groups_and_of_rooms() -> None:
    session = sessionize_session(
        "1", "09:00", "09:50", speakers=[{"id": "u", "name": "Ada Example"}], room="Hall", categoryItems=[],
        categories=[{"id": 1, "name": "Track", "categoryItems": [{"id": 1, "name": "Water"}]}],
    )  # fmt: skip
    groups = [{"groupId": None, "groupName": "All", "sessions": [session]}]
    grid = [{"date": "2027-05-04T00:00:00", "rooms": [{"id": 1, "name": "Hall", "sessions": [session]}]}]
    for view in (groups, grid):
        assert is_sessionize(source(("x.json", view)))
        meeting = read_sessionize(source(("x.json", view)), Wish(zone="UTC"), [])
        assert names(meeting) == [["Ada Example"]]
        assert [(one.track, one.rooms) for one in meeting.sessions] == [("Water", ("Hall",))]


SESSIONS_CSV = """ID,Titel,Schlagwörter,Kurzfassung,Vortragende,Level,Datum,Beginn,Dauer,Raum,Interne Notizen,Shirt,
ABC123,Wellen,"Meer, Wind",Über Wellen.,"Ada Example, Bo Other",Anfänger,2027-05-04,09:00,00:45,Saal 1,geheim,XL,
DEF456,Ebbe,,Über Ebbe.,"Example, Jr., Cleo",,2027-05-04,09:45,00:30,Saal 1,,,
GHI789,Flut,,Über Flut.,Bo Other,,,,00:30,,,,
"""
SPEAKERS_CSV = """ID,Name,Biografie,Your company,E-Mail
AAAAAA,Ada Example,Ada schreibt.,Example AG,ada@example.org
BBBBBB,Bo Other,,Unemployed,bo@example.org
CCCCCC,"Example, Jr., Cleo",,,
"""


def test_pretalx_tables_are_told_by_their_shape_and_joined_by_names() -> None:
    findings: list[Finding] = []
    given = source(("a.csv", SPEAKERS_CSV), ("b.csv", SESSIONS_CSV))
    meeting = read_pretalx_csv(given, Wish(zone="Europe/Berlin"), findings)
    assert [talk.title for talk in meeting.talks] == ["Wellen", "Ebbe", "Flut"]
    assert [len(talk.authors) for talk in meeting.talks] == [2, 1, 1]
    assert [author.affiliations for author in meeting.talks[0].authors] == [("Example AG",), ()]
    assert meeting.talks[0].keywords == ("Meer", "Wind", "Anfänger")
    (session,) = meeting.sessions
    assert (session.rooms, session.start, [item.minutes for item in session.items]) == (
        ("Saal 1",),
        dt.time(9),
        [45, 30],
    )
    assert [person.biography for person in meeting.people] == ["Ada schreibt."]
    assert "geheim" not in repr(meeting)
    assert "@" not in repr(meeting)
    assert codes(findings) == [PRIVATE.name, UNUSED_FIELD.name]


def submission(code: str, **more: Any) -> dict[str, Any]:
    slots = [
        {"id": 1, "room": {"en": "Hall"}, "start": "2027-05-04T09:00:00+02:00", "end": "2027-05-04T09:30:00+02:00"}
    ]
    return {
        "code": code,
        "title": f"Talk {code}",
        "speakers": [{"code": "S1", "name": "Ada Example", "biography": "Ada writes."}],
        "submission_type": {"en": "Talk", "de": "Vortrag"},
        "track": {"en": "Water"},
        "state": "confirmed",
        "abstract": "Sea.",
        "description": "",
        "content_locale": "en",
        "slots": slots,
        "answers": [{"question": 1, "answer": "vegan"}],
    } | more


def test_pretalx_rest_takes_what_is_accepted_with_its_slots() -> None:
    page = {
        "count": 3,
        "results": [submission("AAA"), submission("BBB", state="rejected"), submission("CCC", state="canceled")],
    }
    event = {"slug": "x", "name": {"en": "Example"}, "timezone": "Europe/Oslo"}
    findings: list[Finding] = []
    meeting = read_pretalx_rest(source(("p.json", page), ("event.json", event)), Wish(), findings)
    assert (meeting.event.title, meeting.event.zone) == ("Example", "Europe/Oslo")
    assert [(talk.key, talk.status) for talk in meeting.talks] == [("AAA", ""), ("CCC", "cancelled")]
    assert {one.rooms for one in meeting.sessions} == {("Hall",)}
    assert {one.track for one in meeting.sessions} == {"Water"}
    assert "vegan" not in repr(meeting)
    assert codes(findings) == [LEFT_OUT.name, PRIVATE.name]


def test_pretalx_rest_joins_numbers_of_other_files() -> None:
    bare = submission("AAA", speakers=["S1"], slots=[5], track=3, submission_type=4)
    slots = {"results": [{"id": 5, "room": 9, "start": "2027-05-04T09:00:00+02:00", "end": None, "submission": "AAA",
                          "duration": 20}]}  # fmt: skip
    given = source(
        ("submissions.json", {"results": [bare]}),
        ("slots.json", slots),
        ("rooms.json", {"results": [{"id": 9, "name": {"en": "Hall"}, "capacity": 5, "position": 1}]}),
        ("tracks.json", {"results": [{"id": 3, "name": {"en": "Water"}, "color": "#000000"}]}),
        ("types.json", {"results": [{"id": 4, "name": {"en": "Keynote"}, "default_duration": 30}]}),
        ("speakers.json", {"results": [{"code": "S1", "name": "Ada Example", "biography": ""}]}),
    )
    meeting = read_pretalx_rest(given, Wish(zone="Europe/Oslo"), [])
    (session,) = meeting.sessions
    assert (session.kind, session.rooms, session.track, session.items[0].minutes) == ("keynote", ("Hall",), "Water", 20)
    assert (meeting.talks[0].kind, names(meeting)) == ("keynote", [["Ada Example"]])


def indico_moment(clock: str) -> dict[str, str]:
    return {"date": "2027-05-04", "time": f"{clock}:00", "tz": "Europe/Zurich"}


def contribution(number: str, start: str, end: str, **more: Any) -> dict[str, Any]:
    ada = {"first_name": "Ada", "last_name": "Example", "affiliation": "Example Lab", "person_id": 1}
    bo = {"first_name": "Bo", "last_name": "Other", "affiliation": "", "person_id": 2, "email": "bo@example.org"}
    return {
        "_type": "Contribution",
        "id": number,
        "friendly_id": int(number),
        "title": f"Contribution {number}",
        "startDate": indico_moment(start),
        "endDate": indico_moment(end),
        "room": "Hall",
        "session": "Waves",
        "track": "Water",
        "description": "Sea.",
        "primaryauthors": [ada],
        "coauthors": [bo],
        "speakers": [ada],
        "keywords": ["sea"],
        "board_number": "",
        "subContributions": [],
    } | more


def test_indico_event_merges_speakers_with_authors_and_keeps_sessions() -> None:
    event = {
        "_type": "Conference",
        "title": "Example Days",
        "timezone": "Europe/Zurich",
        "location": "Geneva",
        "chairs": [{"first_name": "Cleo", "last_name": "Chair", "affiliation": "Example Lab"}],
        "contributions": [contribution("1", "09:00", "09:20"), contribution("2", "09:20", "09:40")],
    }
    findings: list[Finding] = []
    meeting = read_indico(source(("e.json", {"count": 1, "results": [event]})), Wish(), findings)
    assert (meeting.event.title, meeting.event.zone, meeting.event.venue) == ("Example Days", "Europe/Zurich", "Geneva")
    assert [(one.name, one.affiliation) for one in meeting.event.organizers] == [("Cleo Chair", "Example Lab")]
    (session,) = meeting.sessions
    assert (session.title, session.track, [item.minutes for item in session.items]) == ("Waves", "Water", [20, 20])
    authors = meeting.talks[0].authors
    assert [(one.name, one.affiliations, one.presenting) for one in authors] == [
        ("Ada Example", ("Example Lab",), True),
        ("Bo Other", (), False),
    ]
    assert codes(findings) == [PRIVATE.name]


def test_indico_blocks_of_sessions_breaks_and_parts() -> None:
    convener = {"firstName": "Cleo", "familyName": "Chair", "affiliation": ""}
    parts = [{"id": "1", "title": "One", "duration": 10, "speakers": []}, {"id": "2", "title": "Two", "duration": 10}]
    timetable = {
        "results": {
            "77": {
                "20270504": {
                    "s1": {
                        "entryType": "Session",
                        "title": "Waves",
                        "slotTitle": "Morning",
                        "conveners": [convener],
                        "room": "Hall",
                        "startDate": indico_moment("09:00"),
                        "endDate": indico_moment("09:40"),
                        "entries": {
                            "c1": contribution("1", "09:00", "09:20", entryType="Contribution"),
                            "c2": contribution("2", "09:20", "09:40", entryType="Contribution"),
                        },
                    },
                    "b1": {
                        "entryType": "Break",
                        "title": "Coffee",
                        "startDate": indico_moment("09:40"),
                        "endDate": indico_moment("10:00"),
                    },
                    "c3": contribution("3", "10:00", "10:20", session="", subContributions=parts, description=""),
                }
            }
        }
    }
    meeting = read_indico(source(("t.json", timetable)), Wish(), [])
    waves, coffee, third = meeting.sessions
    assert meeting.event.zone == "Europe/Zurich"
    assert (waves.title, waves.chairs, waves.rooms) == ("Waves: Morning", ("Cleo Chair",), ("Hall",))
    assert (coffee.kind, coffee.until) == ("break", dt.time(10))
    assert (third.title, [item.minutes for item in third.items]) == ("Contribution 3", [10, 10])
    assert [talk.title for talk in meeting.talks] == ["Contribution 1", "Contribution 2", "One", "Two"]


def test_indico_abstracts_that_are_accepted() -> None:
    def abstract(number: int, state: str) -> dict[str, Any]:
        person = {"first_name": "Ada", "last_name": "Example", "affiliation": "Lab", "is_speaker": True}
        return {"id": number, "friendly_id": number, "title": f"A{number}", "content": "Sea.", "state": state,
                "persons": [person], "accepted_track": {"title": "Water"}, "score": 3}  # fmt: skip

    findings: list[Finding] = []
    given = source(("a.json", {"abstracts": [abstract(1, "accepted"), abstract(2, "rejected")]}))
    meeting = read_indico(given, Wish(zone="UTC"), findings)
    assert [(talk.key, talk.track, talk.abstract) for talk in meeting.talks] == [("1", "Water", "Sea.")]
    assert meeting.talks[0].authors[0].presenting
    assert codes(findings) == [LEFT_OUT.name]


ICAL = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//EN
X-WR-CALNAME:Example Days
X-WR-TIMEZONE:America/New_York
BEGIN:VEVENT
UID:a
DTSTART;TZID=America/New_York:20270504T090000
DTEND;TZID=America/New_York:20270504T100000
SUMMARY:Session 1A
LOCATION:Hall
END:VEVENT
BEGIN:VEVENT
UID:b
DTSTART:20270504T140000Z
DTEND:20270504T143000Z
SUMMARY:Coffee 1A
LOCATION:https://example.org/coffee
END:VEVENT
BEGIN:VEVENT
UID:c
DTSTART;TZID=America/New_York:20270504T103000
DTEND;TZID=America/New_York:20270504T110000
SUMMARY:Waves and tides
DESCRIPTION:Of the sea.
LOCATION:Hall
END:VEVENT
BEGIN:VEVENT
UID:d
DTSTART;VALUE=DATE:20270504
SUMMARY:Day of arrival
END:VEVENT
END:VCALENDAR
"""


def test_a_calendar_alone_is_a_program() -> None:
    findings: list[Finding] = []
    meeting = read_ical(source(("x.ics", ICAL)), Wish(), findings)
    assert (meeting.event.title, meeting.event.zone) == ("Example Days", "America/New_York")
    assert [(one.title, one.kind, one.start, one.rooms) for one in meeting.sessions] == [
        ("Session 1A", "plenary", dt.time(9), ("Hall",)),
        ("Coffee 1A", "break", dt.time(10), ()),
        ("Hall", "", dt.time(10, 30), ("Hall",)),
    ]
    assert [(talk.key, talk.title, talk.abstract) for talk in meeting.talks] == [
        ("c", "Waves and tides", "Of the sea.")
    ]
    assert codes(findings) == [LEFT_OUT.name]


def test_each_form_is_told_from_all_others() -> None:
    samples = {
        "frab-json": source(("x.json", frab(frab_event(1, "2027-05-04T09:00:00Z")))),
        "frab-xml": source(("x.xml", OLD_XML)),
        "xcal": source(("x.xml", XCAL)),
        "sessionize": source(("x.json", ALL)),
        "pretalx-csv": source(("x.csv", SESSIONS_CSV)),
        "pretalx-rest": source(("x.json", {"results": [submission("AAA")]})),
        "ical": source(("x.ics", ICAL)),
        "indico": source(("x.json", {"results": [{"contributions": [contribution("1", "09:00", "09:20")]}]})),
    }
    for name, sample in samples.items():
        assert next(importer.name for importer in IMPORTERS if importer.is_it(sample)) == name
    nothing = source(("x.json", {"a": [1, None, {"b": []}]}), ("x.xml", "<a/>"), ("x.csv", "a,b\n1,2\n"))
    forms = (is_frab_json, is_frab_xml, is_xcal, is_sessionize, is_pretalx_csv, is_pretalx_rest, is_indico, is_ical)
    for is_it in forms:
        assert not is_it(nothing)
