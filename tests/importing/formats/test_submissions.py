"""Submissions of EasyChair, ConfTool, OpenReview, HotCRP and GCA become meetings; samples follow the documented fields."""

import datetime as dt
import io
import json

import pytest
from paper_samples import codes, read, source, talk, told

from booklet.codes import LEFT_OUT, NO_ZONE, PRIVATE
from booklet.finding import Finding
from booklet.importing.meeting import ImportedAuthor, ImportedItem, ImportedName
from booklet.importing.meeting_parts.submissions import verdict
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.wish import Wish

SUBMISSIONS = """#,title,authors,submitted,last updated,form fields,keywords,decision,notified,reviews sent,abstract,deleted?
1,Lamps &amp; moths,Ada Example and Eve Guest,2031-01-01,,,"light
night",accept as poster,yes,yes,Lamps shine.,
2,Wax,Cy Third,2031-01-01,,,wax,reject,yes,yes,Wax melts.,
3,Soot,Cy Third,2031-01-01,,,soot,accept,yes,yes,Soot falls.,yes
4,Wicks,Cy Third,2031-01-01,,,,,no,no,Wicks burn.,
5,Oil,Cy Third,2031-01-01,,,,accept,no,no,Oil burns.,
"""
AUTHORS = """submission #,first name,last name,email,country,affiliation,Web page,person #,corresponding?
1,Eve,Guest,eve@example.org,Norway,Lamp House,https://eve.example.org,2,no
1,Ada,Example,ada@example.org,Norway,"Harbour College, Norway",,1,yes
5,Cy,Third,cy@example.org,Iceland,Hill School,,3,yes
"""
TOPICS = "submission #,topic\n1,Insects\n"
VALUES = "submission #,field name,value\n1,Presenting author,Eve Guest\n5,Type of presentation,Invited keynote\n"
COMMITTEE = """#,person #,first name,last name,email,country,affiliation,Web page,role
1,9,Dee,Chair,dee@example.org,Norway,Hill School,,chair
2,8,Bo,Other,bo@example.org,Norway,Wax Works,,PC member
"""


def left_out(findings: list[Finding]) -> list[str]:
    return [finding.message for finding in findings if finding.code is LEFT_OUT]


@pytest.mark.parametrize(
    ("words", "is_in"),
    [
        ("accept", True),
        ("Accept (Oral)", True),
        ("accepted as poster", True),
        ("reject", False),
        ("desk reject", False),
        ("Not accepted", False),
        ("Withdrawn", False),
        ("no decision", None),
        ("", None),
    ],
)
def test_words_of_decisions(words: str, is_in: bool | None) -> None:
    assert verdict(words) is is_in


def test_easychair_leaves_out_what_is_not_accepted() -> None:
    given = source(submission__csv=SUBMISSIONS, author__csv=AUTHORS, committee__csv=COMMITTEE)
    assert told(given) == "easychair"
    meeting, findings = read(given)
    assert [one.key for one in meeting.talks] == ["1", "5"]
    assert left_out(findings) == [
        "a submission that is rejected or withdrawn is left out",
        "a submission that is rejected or withdrawn is left out",
        "a submission without a decision is left out",
    ]
    assert meeting.event.committees == (
        (
            "Program committee",
            (ImportedName("Dee Chair", "Hill School, Norway", "chair"), ImportedName("Bo Other", "Wax Works, Norway")),
        ),
    )
    assert "@" not in repr(meeting)
    assert [finding.code for finding in findings].count(PRIVATE) == 1


def test_easychair_joins_authors_by_name_in_the_order_of_the_submission() -> None:
    meeting, _ = read(
        source(submission__csv=SUBMISSIONS, author__csv=AUTHORS, submission_topic__csv=TOPICS, field_values__csv=VALUES)
    )
    lamps = talk(meeting, "1")
    assert lamps.authors == (
        ImportedAuthor("Ada Example", ("Harbour College, Norway",)),
        ImportedAuthor("Eve Guest", ("Lamp House, Norway",), presenting=True),
    )
    assert (lamps.kind, lamps.keywords) == ("poster", ("light", "night", "Insects"))
    assert lamps.title == "Lamps & moths"
    assert talk(meeting, "5").kind == "keynote"


PAPERS = """paperID;contribution_type;title;abstract;keywords;acceptance;presenting_author;authors_formatted_1_name;\
authors_formatted_1_organisation;authors_formatted_1_email;authors_formatted_2_name;authors_formatted_2_organisation;\
session_ID;session_title;session_short;session_start;session_end;session_room;session_numberInSession;chair1;chair2
11;Talk;Lamps;<p>Lamps <em>shine</em>.</p>;light, night;Accepted;Example, Ada;Example, Ada;Lamp House;ada@example.org;\
Guest, Eve;"Wax Works; Hill School";5;Light;A1;2031-05-05 09:00;2031-05-05 10:00;Blue room;2;Chair, Dee;
12;Poster;Moths;Moths fly.;;1;;Third, Cy;;;;;5;Light;A1;2031-05-05 09:00;2031-05-05 10:00;Blue room;1;Chair, Dee;
13;Talk;Wax;Wax melts.;;Rejected;;Third, Cy;;;;;;;;;;;;;
14;Talk;Oil;Oil burns.;;-1;;Third, Cy;;;;;;;;;;;;;
"""
SESSIONS = """session_short,session_title,session_start,session_end,session_room,chair1,p1_paperID,p1_title,p1_authors,\
p1_organisations,p1_presenting_author,p1_abstract,p1_start,p1_end,p2_title,p2_authors,p2_organisations,p2_start,p2_end
A1,Light,2031-05-05 09:00,2031-05-05 10:00,Blue room,Dee Chair,11,Lamps,x,x,x,x,2031-05-05 09:00,2031-05-05 09:20,\
Shadows,"Guest, Eve (1); Third, Cy* (1,2)","1: Lamp House; 2: Hill School",2031-05-05 09:30,2031-05-05 09:50
,Coffee break,2031-05-05 10:00,2031-05-05 10:30,,,,,,,,,,,,,,,
"""


def test_conftool_takes_the_sessions_that_papers_name() -> None:
    given = source(papers__csv=PAPERS)
    assert told(given) == "conftool"
    meeting, findings = read(given, Wish(zone="Europe/Oslo"))
    assert [one.key for one in meeting.talks] == ["11", "12"]
    assert len(left_out(findings)) == 2
    (session,) = meeting.sessions
    assert (session.title, session.rooms, session.chairs) == ("Light", ("Blue room",), ("Dee Chair",))
    assert (session.start, session.until) == (dt.time(9), dt.time(10))
    assert [item.talk for item in session.items] == ["12", "11"]
    lamps = talk(meeting, "11")
    assert lamps.authors == (
        ImportedAuthor("Ada Example", ("Lamp House",), presenting=True),
        ImportedAuthor("Eve Guest", ("Wax Works", "Hill School")),
    )
    assert (lamps.abstract, lamps.keywords) == ("Lamps *shine*.", ("light", "night"))
    assert talk(meeting, "12").kind == "poster"
    assert "@" not in repr(meeting)


def test_conftool_joins_presentations_to_papers() -> None:
    meeting, findings = read(source(papers__csv=PAPERS, sessions__csv=SESSIONS))
    light, coffee = meeting.sessions
    assert light.items == (
        ImportedItem("11", minutes=20),
        ImportedItem("Shadows", minutes=20, at=dt.time(9, 30)),
    )
    assert (coffee.kind, coffee.items) == ("break", ())
    assert talk(meeting, "Shadows").authors == (
        ImportedAuthor("Eve Guest", ("Lamp House",)),
        ImportedAuthor("Cy Third", ("Lamp House", "Hill School"), presenting=True),
    )
    assert talk(meeting, "11").abstract == "Lamps *shine*."
    assert [finding.code for finding in findings].count(NO_ZONE) == 1


def test_conftool_reads_xml_with_repeated_elements() -> None:
    xml = """<papers><paper><paperID>11</paperID><paperID>11</paperID><title>Lamps</title><acceptance>Accepted</acceptance>
<authors>Example, Ada</authors><organisations>Lamp House</organisations><abstract>&lt;p&gt;Lamps shine.&lt;/p&gt;</abstract>
<submitting_author>Somebody Else</submitting_author></paper></papers>"""
    given = source(export__xml=xml)
    assert told(given) == "conftool"
    meeting, findings = read(given)
    (lamps,) = meeting.talks
    assert (lamps.key, lamps.title, lamps.abstract) == ("11", "Lamps", "Lamps shine.")
    assert lamps.authors == (ImportedAuthor("Ada Example", ("Lamp House",)),)
    assert "Somebody" not in repr(meeting)
    assert "I006 who submitted are left out" not in codes(findings)


def note(number: str, **content: object) -> dict[str, object]:
    wrapped = {name: {"value": value} for name, value in content.items()}
    return {"id": number, "forum": number, "content": wrapped}


def test_openreview_of_version_two_goes_by_the_venue() -> None:
    notes = [
        note(
            "n1",
            title="Lamps",
            abstract="Lamps $x$ shine.",
            authors=["Ada Example", "Eve Guest"],
            authorids=["~Ada_Example1", "eve@example.org"],
            keywords=["light"],
            venue="Lantern Days 2031 Poster",
            venueid="example.org/Lanterns/2031/Conference",
            primary_area="Light",
        ),
        note("n2", title="Wax", authors=["Cy Third"], venue="Submitted to Lantern Days 2031", venueid="x/Submission"),
        note("n3", title="Oil", authors=["Cy Third"], venueid="example.org/Lanterns/2031/Withdrawn_Submission"),
        {"id": "r1", "forum": "n1", "content": {"review": {"value": "Dull."}, "rating": {"value": 2}}},
    ]
    given = source(notes__json=json.dumps({"notes": notes}))
    assert told(given) == "openreview"
    meeting, findings = read(given)
    (lamps,) = meeting.talks
    assert [author.name for author in lamps.authors] == ["Ada Example", "Eve Guest"]
    assert (lamps.kind, lamps.track, lamps.keywords) == ("poster", "Light", ("light",))
    assert len(left_out(findings)) == 2
    assert "Dull" not in repr(meeting)
    assert "~Ada" not in repr(meeting)
    assert "I006 reviews are left out" in codes(findings)


def test_openreview_of_version_one_goes_by_decisions_among_the_replies() -> None:
    decisions = {"a": "Accept (Oral)", "b": "Reject"}
    notes = [
        {
            "id": number,
            "forum": number,
            "content": {"title": f"Title {number}", "authors": ["Ada Example"], "abstract": "Text."},
            "details": {"directReplies": [{"forum": number, "content": {"decision": words, "comment": "Secret."}}]},
        }
        for number, words in decisions.items()
    ]
    meeting, findings = read(source(notes__json=json.dumps(notes)))
    assert [one.key for one in meeting.talks] == ["a"]
    assert left_out(findings) == ["a submission that is rejected or withdrawn is left out"]
    assert "Secret" not in repr(meeting)


def test_hotcrp() -> None:
    papers = [
        {
            "pid": 1,
            "title": "Lamps",
            "abstract": "Lamps shine.",
            "authors": [
                {"first": "Ada", "last": "Example", "email": "ada@example.org", "affiliation": "Lamp House; Wax Works"},
                {"name": "Eve Guest"},
            ],
            "topics": {"Light": True},
            "decision": "Accepted",
            "status": "accepted",
            "contacts": [{"email": "ada@example.org"}],
            "reviews": [{"text": "Dull."}],
        },
        {"pid": 2, "title": "Wax", "authors": [], "decision": "Rejected", "status": "rejected"},
        {"pid": 3, "title": "Oil", "authors": [], "withdrawn": True, "status": "accepted"},
        {"pid": 4, "title": "Soot", "authors": [], "status": "submitted"},
    ]
    given = source(data__json=json.dumps(papers))
    assert told(given) == "hotcrp"
    meeting, findings = read(given)
    (lamps,) = meeting.talks
    assert lamps.authors == (ImportedAuthor("Ada Example", ("Lamp House", "Wax Works")), ImportedAuthor("Eve Guest"))
    assert lamps.keywords == ("Light",)
    assert len(left_out(findings)) == 3
    assert "Dull" not in repr(meeting)
    assert "@" not in repr(meeting)


def test_submissions_of_which_none_is_decided_all_come_in() -> None:
    papers = [{"pid": 1, "title": "Lamps", "status": "submitted"}, {"pid": 2, "title": "Wax", "status": "withdrawn"}]
    meeting, _ = read(source(data__json=json.dumps(papers)))
    assert [one.key for one in meeting.talks] == ["1"]


def test_gca() -> None:
    conference = {"name": "Lantern Days", "groups": [{"prefix": 2, "name": "Poster", "short": "P"}]}
    abstracts = [
        {
            "uuid": "u1",
            "title": "Lamps",
            "text": "Lamps shine.",
            "state": "Accepted",
            "sortId": (2 << 16) + 7,
            "topic": "Light",
            "isTalk": False,
            "authors": [
                {
                    "firstName": "Ada",
                    "middleName": "B.",
                    "lastName": "Example",
                    "mail": "a@example.org",
                    "affiliations": [1, 0],
                },
                {"firstName": "Eve", "lastName": "Guest", "affiliations": [7]},
            ],
            "affiliations": [
                {"department": "Wicks", "section": "", "address": "Harbour", "country": "Norway"},
                {"department": "Lamp House", "country": "Norway"},
            ],
            "references": [{"text": "A. Nobody. Light.", "doi": "10.1234/light"}],
            "figures": [{"caption": "A lamp"}],
            "acknowledgements": "Paid by the harbour.",
            "conference": conference,
        },
        {"uuid": "u2", "title": "Wax", "text": "", "state": "Rejected", "authors": [], "affiliations": []},
        {"uuid": "u3", "title": "Oil", "text": "", "state": "InReview", "authors": [], "affiliations": []},
    ]
    given = source(abstracts__json=json.dumps(abstracts))
    assert told(given) == "gca"
    meeting, findings = read(given)
    (lamps,) = meeting.talks
    assert lamps.authors == (
        ImportedAuthor("Ada B. Example", ("Lamp House, Norway", "Wicks, Harbour, Norway")),
        ImportedAuthor("Eve Guest"),
    )
    assert (lamps.kind, lamps.board, lamps.track) == ("poster", "P7", "Light")
    assert lamps.references == ("A. Nobody. Light. doi:10.1234/light",)
    assert lamps.funding == "Paid by the harbour."
    assert meeting.event.title == "Lantern Days"
    assert left_out(findings) == [
        "a submission that is rejected or withdrawn is left out",
        "a submission without a decision is left out",
        "figures are left out",
    ]


def test_easychair_takes_a_workbook_and_no_reviews() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    sheets = {
        "Submissions": [["#", "title", "authors", "decision"], [1, "Lamps", "Ada Example and Eve Guest", "accept"]],
        "Submission field values": [["submission #", "field name", "value"], [1, "Presenter", "Eve Guest"]],
        "Reviews": [["#", "submission #", "reviewer", "total score"], [1, 1, "Cy Third", -2]],
    }
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    data = io.BytesIO()
    book.save(data)
    given = Source("all.xlsx", (SourceFile("all.xlsx", data.getvalue()),))
    assert told(given) == "easychair"
    meeting, findings = read(given)
    (lamps,) = meeting.talks
    assert lamps.authors == (ImportedAuthor("Ada Example"), ImportedAuthor("Eve Guest", presenting=True))
    assert "I006 reviews are left out" in codes(findings)
    assert "Cy Third" not in repr(meeting)
