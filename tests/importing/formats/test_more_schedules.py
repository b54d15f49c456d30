"""Small invented files of Indico's tables, of Sched and of researchr become meetings."""

import datetime as dt
import json

import pytest

from booklet.codes import BAD_SOURCE, LEFT_OUT, PRIVATE, UNUSED_FIELD
from booklet.finding import Finding
from booklet.importing.formats.indico.indico_csv import read_indico_csv
from booklet.importing.formats.researchr import read_researchr
from booklet.importing.formats.sched import read_sched
from booklet.importing.importers import IMPORTERS
from booklet.importing.meeting import Meeting
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.wish import Wish

WISH = Wish(zone="Europe/Oslo")

CONTRIBUTIONS = """\
Id,Title,Description,Date,Duration,Type,Session,Track,Presenters,Presenters (affiliation),Presenters (email),Materials,\
Program Code,Authors,Authors (affiliation),Authors (email),Board number,Keywords,Shoe size
4,Waves,Of the sea.    And of light.,2027-05-04 07:00:00+00:00,20 minutes,Oral,Water,Physics,Bo Other,\
"Bo Other (Institute (North), Oslo)",bo@example.org,,W-1,"Ada Sample, Bo Other",\
"Ada Sample (University of Samples), Bo Other (Institute (North), Oslo)",ada@example.org,,"tides, moon",44
5,Tides,,2027-05-04 07:20:00+00:00,20 minutes,Oral,Water,Physics,Cy Third,Cy Third (),,,,,,,,,
6,Foam,,,,Poster,,,,,,,,Dee Fourth,,,P7,,
"""

ABSTRACTS = """\
Id,Title,State,Submitter,Submitter (affiliation),Submitter (email),Authors,Authors (affiliation),Accepted type,\
Accepted track,Content,Submission comment
1,Waves,Accepted,Ada Sample,,ada@example.org,Ada Sample,Ada Sample (University of Samples),Poster,Physics,Of the sea.,hi
2,Mud,Rejected,Bo Other,,,Bo Other,,,,Of the land.,
"""

TAKEN_IN = """\
2027-05-04T09:00,20,Waves,Ada,Sample,University of Samples,ada@example.org
2027-05-04T09:20,20,Tides,Bo,Other,,
,30,Foam,,,,
"""

SESSIONS = [
    {"event_key": "a", "active": "Y", "name": "Waves &amp; tides", "event_start": "2027-05-04 09:00:00",
     "event_end": "2027-05-04 09:30:00", "event_type": "Water", "event_subtype": "Advanced", "venue": "Hall",
     "description": "<p>Of the <b>sea</b>.</p>", "speakers": "Ada Sample, Bo Other", "audience": "All", "seats": 40},
    {"event_key": "b", "active": "Y", "name": "Foam", "event_start": "2027-05-04 09:30:00",
     "event_end": "2027-05-04 10:00:00", "event_type": "Water", "venue": "Hall",
     "speakers": [{"username": "bo", "name": "Bo Other"}], "tags": "bubbles, soap"},
    {"event_key": "c", "active": "Y", "name": "Lunch", "event_start": "2027-05-04 12:00:00",
     "event_end": "2027-05-04 13:00:00", "event_type": "Breaks"},
    {"event_key": "d", "active": "N", "name": "Draft", "event_start": "2027-05-04 14:00:00"},
]  # fmt: skip
USERS = [
    {"username": "ada", "name": "Ada Sample", "email": "ada@example.org", "company": "University of Samples",
     "about": "Ada sails."},
    {"username": "bo", "name": "Bo Other", "company": ""},
]  # fmt: skip

RESEARCHR = """<event><title>Example 2027</title>
  <subevent><subevent_id>s1</subevent_id><title>Water</title><subevent_type>Session</subevent_type><room>Hall</room>
    <date>2027/05/04</date><tracks><track>Main</track></tracks>
    <persons><person><role>Session Chair</role><first_name>Cy</first_name><last_name>Third</last_name></person></persons>
    <timeslot><event_id>e1</event_id><title>Waves</title><room>Hall</room><date>2027/05/04</date>
      <start_time>09:00</start_time><end_time>09:20</end_time><tracks><track>Main</track></tracks>
      <description>Of the sea.</description>
      <persons><person><first_name>Ada</first_name><last_name>Sample</last_name>
        <affiliation>University of Samples</affiliation></person></persons></timeslot>
    <timeslot><title>Discussion</title><start_time>09:20</start_time><end_time>09:30</end_time></timeslot>
  </subevent>
  <subevent><subevent_id>s2</subevent_id><title>Pause</title><date>2027/05/04</date>
    <timeslot><title>Coffee break</title><start_time>09:30</start_time><end_time>10:00</end_time></timeslot></subevent>
  <subevent><subevent_id>s3</subevent_id><title>Business meeting</title><date>2027/05/04</date>
    <start_time>17:00</start_time><end_time>18:00</end_time></subevent>
  <subevent><subevent_id>s4</subevent_id><title>Some day</title></subevent></event>"""

SAMPLES = {
    "contributions": ("indico-csv", (("x.csv", CONTRIBUTIONS),)),
    "abstracts": ("indico-csv", (("x.csv", ABSTRACTS),)),
    "taken in": ("indico-csv", (("x.csv", TAKEN_IN),)),
    "sched": ("sched", (("x.json", json.dumps(SESSIONS)), ("y.json", json.dumps(USERS)))),
    "researchr": ("researchr", (("x.xml", RESEARCHR),)),
}


def source(*files: tuple[str, str]) -> Source:
    return Source("x", tuple(SourceFile(name, text.encode()) for name, text in files))


def codes(findings: list[Finding]) -> list[str]:
    return sorted({finding.code.name for finding in findings})


def authors(meeting: Meeting) -> list[list[tuple[str, tuple[str, ...], bool]]]:
    return [[(one.name, one.affiliations, one.presenting) for one in talk.authors] for talk in meeting.talks]


def test_contributions_of_indico_have_authors_with_affiliations_and_who_presents() -> None:
    findings: list[Finding] = []
    meeting = read_indico_csv(source(("x.csv", CONTRIBUTIONS)), WISH, findings)
    assert authors(meeting) == [
        [("Ada Sample", ("University of Samples",), False), ("Bo Other", ("Institute (North), Oslo",), True)],
        [("Cy Third", (), True)],
        [("Dee Fourth", (), False)],
    ]
    waves, _, foam = meeting.talks
    assert (waves.abstract, waves.keywords) == ("Of the sea.\n\nAnd of light.", ("tides", "moon"))
    assert (foam.kind, foam.board) == ("poster", "P7")
    (session,) = meeting.sessions
    assert (session.title, session.track, session.start) == ("Water", "Physics", dt.time(9))
    assert [(item.talk, item.minutes) for item in session.items] == [("4", 20), ("5", 20)]
    assert "example.org" not in repr(meeting)
    assert codes(findings) == [PRIVATE.name, UNUSED_FIELD.name]


def test_abstracts_of_indico_that_are_accepted_are_talks() -> None:
    findings: list[Finding] = []
    meeting = read_indico_csv(source(("x.csv", ABSTRACTS)), WISH, findings)
    (talk,) = meeting.talks
    assert (talk.key, talk.abstract, talk.kind, talk.track) == ("1", "Of the sea.", "poster", "Physics")
    assert authors(meeting) == [[("Ada Sample", ("University of Samples",), False)]]
    assert meeting.sessions == ()
    assert codes(findings) == [LEFT_OUT.name, PRIVATE.name]


def test_a_table_that_indico_takes_in_has_no_header() -> None:
    meeting = read_indico_csv(source(("x.csv", TAKEN_IN)), WISH, [])
    assert authors(meeting) == [
        [("Ada Sample", ("University of Samples",), False)],
        [("Bo Other", (), False)],
        [],
    ]
    assert [talk.title for talk in meeting.talks] == ["Waves", "Tides", "Foam"]
    assert [item.minutes for item in meeting.sessions[0].items] == [20, 20]
    other = TAKEN_IN.replace("2027-05-04T09:20", "soon")
    assert next(one.name for one in IMPORTERS if one.name == "indico-csv" and not one.is_it(source(("x.csv", other))))


def test_sched_joins_its_users() -> None:
    findings: list[Finding] = []
    meeting = read_sched(source(("x.json", json.dumps(SESSIONS)), ("y.json", json.dumps(USERS))), WISH, findings)
    assert authors(meeting) == [
        [("Ada Sample", ("University of Samples",), False), ("Bo Other", (), False)],
        [("Bo Other", (), False)],
    ]
    assert [(talk.title, talk.abstract, talk.keywords) for talk in meeting.talks] == [
        ("Waves & tides", "Of the **sea**.", ("Advanced",)),
        ("Foam", "", ("bubbles", "soap")),
    ]
    assert [(one.title, one.kind, one.track, one.rooms, len(one.items)) for one in meeting.sessions] == [
        ("Water", "", "Water", ("Hall",), 2),
        ("Lunch", "break", "", (), 0),
    ]
    assert [(one.name, one.biography) for one in meeting.people] == [("Ada Sample", "Ada sails.")]
    assert "example.org" not in repr(meeting)
    assert codes(findings) == [LEFT_OUT.name, PRIVATE.name, UNUSED_FIELD.name]


def test_researchr_has_sessions_with_slots() -> None:
    findings: list[Finding] = []
    meeting = read_researchr(source(("x.xml", RESEARCHR)), WISH, findings)
    assert meeting.event.title == "Example 2027"
    assert authors(meeting) == [[("Ada Sample", ("University of Samples",), False)]]
    water, pause, business = meeting.sessions
    assert (water.title, water.chairs, water.rooms, water.track) == ("Water", ("Cy Third",), ("Hall",), "Main")
    assert [(item.talk, item.title, item.minutes) for item in water.items] == [("e1", "", 20), ("", "Discussion", 10)]
    assert (pause.title, pause.kind, pause.until) == ("Coffee break", "break", dt.time(10))
    assert (business.title, business.start, business.until) == ("Business meeting", dt.time(17), dt.time(18))
    assert [(finding.code, finding.message) for finding in findings] == [
        (LEFT_OUT, '"Some day" has no date or no start, and is left out')
    ]


@pytest.mark.parametrize("sample", SAMPLES)
def test_each_form_is_told_from_all_others(sample: str) -> None:
    name, files = SAMPLES[sample]
    assert next(importer.name for importer in IMPORTERS if importer.is_it(source(*files))) == name


@pytest.mark.parametrize("read", [read_indico_csv, read_sched, read_researchr])
@pytest.mark.parametrize("name", ["x.csv", "x.json", "x.xml"])
def test_other_files_are_refused(read: object, name: str) -> None:
    assert callable(read)
    for text in ("", "[]", "[{}]", "<a/>", "a,b\n1,2\n", "\x00"):
        findings: list[Finding] = []
        assert read(source((name, text)), WISH, findings).talks == ()
        assert BAD_SOURCE.name in codes(findings)
