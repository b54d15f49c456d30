"""The file "order" of the older ACL tools becomes a meeting."""

import datetime as dt

from paper_samples import codes, read, talk, told

from booklet.codes import LEFT_OUT, NO_ZONE
from booklet.importing.meeting import ImportedItem
from booklet.importing.sources.source import Source, SourceFile

ORDER = """# made by hand
* Monday, June 23, 2031
+ 9:00--9:40 Lamps and us %by Eve Guest
+ 9:40--10:00 Coffee break
= Session 1A: Light
321 10:00--10:25 # Lamps at night
6/TACL 10:30--10:55 # Wax
= Session 1B: Dark %chair1 Dee Chair
12 10:00--10:25
+ 12:00--1:30 Poster session
17 # Wicks
* Tuesday, June 24, 2031
= Session 2
! 321 9:00--9:25
* Someday
+ 9:00--9:40 Nothing
"""


def sample(text: str = ORDER) -> Source:
    return Source("order", (SourceFile("order", text.encode()),))


def test_sessions_events_and_papers() -> None:
    assert told(sample()) == "acl-order"
    meeting, findings = read(sample())
    assert [(one.title, one.kind, one.date.day, one.start) for one in meeting.sessions] == [
        ("Lamps and us", "keynote", 23, dt.time(9)),
        ("Coffee break", "break", 23, dt.time(9, 40)),
        ("Session 1A: Light", "", 23, dt.time(10)),
        ("Session 1B: Dark", "", 23, dt.time(10)),
        ("Poster session", "posters", 23, dt.time(12)),
        ("Session 2", "", 24, dt.time(9)),
    ]
    assert meeting.sessions[2].items == (
        ImportedItem("321", minutes=25),
        ImportedItem("6/TACL", minutes=25, at=dt.time(10, 30)),
    )
    assert meeting.sessions[4].items == (ImportedItem("17"),)
    assert meeting.sessions[5].items == (ImportedItem("321", minutes=25),)
    assert [finding.code for finding in findings].count(NO_ZONE) == 1
    assert [finding.message for finding in findings if finding.code is LEFT_OUT] == [
        '"Someday" is no day: what follows has no time',
        '"Nothing" has no time and is left out',
    ]


def test_titles_and_who_is_invited() -> None:
    meeting, findings = read(sample())
    assert [one.title for one in meeting.talks] == ["Lamps and us", "Lamps at night", "Wax", "Paper 12", "Wicks"]
    invited = talk(meeting, "invited Lamps and us %by Eve Guest")
    assert (invited.kind, invited.authors[0].name) == ("keynote", "Eve Guest")
    assert "I004 papers without a title are called by their numbers" in codes(findings)


def test_a_text_with_stars_is_no_program() -> None:
    assert told(sample("* Monday, June 23, 2031\nSome words.\n12 lamps\n")) == ""
