"""The files of a Mini-Conf site become meetings."""

import datetime as dt

from paper_samples import codes, read, source, talk, told

from booklet.codes import CONTRADICTION, GUESSED, LEFT_OUT, NO_ZONE
from booklet.importing.meeting import ImportedItem
from booklet.importing.wish import Wish

PAPERS = r"""UID,title,authors,abstract,keywords,session,position_1,position_2
7,Moths in the dark,Ada Example|Bo Other,"Let $x$ be a moth.\nWe count.",moths|night,Session 1|Session 2,2,1
8,Lamps,Cy Third,Lamps shine.,,Session 1,1,
"""
CALENDAR = """[
{"title": "Session 2", "start": "2031-07-09T23:00:00-04:00", "end": "2031-07-10T01:00:00-04:00",
 "location": "papers.html?session=2", "link": "papers.html?session=2", "calendarId": "session"},
{"title": "Session 1", "start": "2031-07-09T09:00:00-04:00", "end": "2031-07-09T10:00:00-04:00",
 "location": "Blue room", "link": "papers.html?session=1", "calendarId": "session"},
{"title": "Coffee 1B and booth", "start": "2031-07-09T10:00:00-04:00", "end": "2031-07-09T10:30:00-04:00",
 "location": null, "link": null, "calendarId": "coffee"},
{"title": "Members", "start": "2031-07-09T11:00:00-04:00", "end": "2031-07-09T12:00:00-04:00",
 "location": null, "link": null, "calendarId": "business"},
{"title": "Keynote 1: Eve Guest (+ opening)", "start": "2031-07-09T08:00:00-04:00", "end": "2031-07-09T08:50:00-04:00",
 "location": "speaker_1.html", "link": "speaker_1.html", "calendarId": "keynote"}]
"""
SPEAKERS = """UID,title,institution,speaker,abstract,bio,session
1,On light,Lamp House,Eve Guest,First.<br /><br />Second.,Eve &amp; light.,Keynote 1
"""


def test_papers_stand_in_the_sessions_of_the_calendar() -> None:
    given = source(papers__csv=PAPERS, main_calendar__json=CALENDAR, speakers__csv=SPEAKERS)
    assert told(given) == "mini-conf"
    meeting, findings = read(given)
    assert meeting.event.zone == "America/New_York"
    assert [(one.title, one.kind) for one in meeting.sessions] == [
        ("Keynote 1: Eve Guest (+ opening)", "keynote"),
        ("Session 1", ""),
        ("Coffee 1B and booth", "break"),
        ("Members", "plenary"),
        ("Session 2", ""),
    ]
    keynote, first, *_, last = meeting.sessions
    assert keynote.items == (ImportedItem("speaker 1", minutes=50),)
    assert [item.talk for item in first.items] == ["8", "7"]
    assert (first.rooms, last.rooms) == (("Blue room",), ())
    assert (last.date, last.start, last.until) == (dt.date(2031, 7, 9), dt.time(23), dt.time(1))
    assert last.items == (ImportedItem("7", minutes=120),)
    assert (
        "I004 the source does not say how long each talk of a session takes: they stand in it without times"
        in codes(findings)
    )


def test_a_paper_has_its_texts() -> None:
    meeting, _ = read(source(papers__csv=PAPERS, main_calendar__json=CALENDAR, speakers__csv=SPEAKERS))
    paper, keynote = talk(meeting, "7"), talk(meeting, "speaker 1")
    assert [author.name for author in paper.authors] == ["Ada Example", "Bo Other"]
    assert paper.keywords == ("moths", "night")
    assert "$x$" in paper.abstract
    assert "\\nWe" not in paper.abstract
    assert (keynote.kind, keynote.abstract) == ("keynote", "First.\n\nSecond.")
    assert keynote.authors[0].affiliations == ("Lamp House",)
    assert meeting.people[0].biography == "Eve & light."


def test_the_zone_of_a_calendar_file_beside_it_is_taken() -> None:
    ics = "BEGIN:VCALENDAR\nX-WR-TIMEZONE:America/Toronto\nEND:VCALENDAR\n"
    meeting, findings = read(source(papers__csv=PAPERS, main_calendar__json=CALENDAR, some__ics=ics))
    assert meeting.event.zone == "America/Toronto"
    assert not any(finding.code is NO_ZONE for finding in findings)
    meeting, _ = read(source(papers__csv=PAPERS, main_calendar__json=CALENDAR, some__ics=ics), Wish(zone="UTC"))
    assert meeting.sessions[-1].start == dt.time(3)


def test_a_calendar_of_another_meeting_is_left_out() -> None:
    other = CALENDAR.replace("Session ", "Sitting ")
    meeting, findings = read(source(papers__csv=PAPERS, main_calendar__json=other))
    assert meeting.sessions == ()
    assert [finding.code for finding in findings].count(CONTRADICTION) == 1
    assert meeting.tracks == ("Session 1",)
    assert {one.track for one in meeting.talks} == {"Session 1"}


def test_a_session_that_the_calendar_lacks_is_said() -> None:
    papers = PAPERS + "9,Late,Dee Fourth,Late.,,Session 9,,\n"
    meeting, findings = read(source(papers__csv=papers, main_calendar__json=CALENDAR))
    assert talk(meeting, "9").track == "Session 9"
    assert [finding.message for finding in findings if finding.code is LEFT_OUT] == [
        'the calendar has no session "Session 9": its papers have no time'
    ]


def test_posters_of_japanese_papers() -> None:
    papers = "UID,title,authors,abstract,keywords,sessions\nP1-1,ことばの光,春山花,光る。,,P1:ポスター\n"
    meeting, findings = read(source(papers__csv=papers))
    (poster,) = meeting.talks
    assert (poster.kind, poster.board, poster.track) == ("poster", "P1-1", "P1:ポスター")
    assert [finding.code for finding in findings].count(GUESSED) == 1
    meeting, _ = read(source(papers__csv=papers), Wish(language="en"))
    assert meeting.event.language == "en"


def test_the_site_says_what_the_event_is() -> None:
    meeting, _ = read(source(papers__csv=PAPERS, config__yml="name: Moth Days\ntagline: Night\nlocation: Online\n"))
    assert (meeting.event.title, meeting.event.topic, meeting.event.venue) == ("Moth Days", "Night", "Online")
