"""Folders of aclpub2 become meetings."""

import datetime as dt

from paper_samples import codes, read, source, talk, told

from booklet.codes import LEFT_OUT, NO_ZONE
from booklet.importing.meeting import ImportedAuthor, ImportedItem, ImportedName, ImportedSponsor
from booklet.importing.wish import Wish

DETAILS = """
book_title: Proceedings of the First Meeting on Lanterns
event_name: First Meeting on Lanterns
start_date: 2031-05-05
location: Harbour Hall
isbn: 978-0-000000-00-0
editors: [{first_name: Ada, last_name: Example}]
"""
PAPERS = r"""
- id: 3
  title: "Why \\emph{lanterns} glow"
  abstract: Glow rises by 12\% when lit.
  authors:
    - {first_name: Ada, middle_name: B., last_name: Example, instituion: Harbour College, emails: "****@example.org",
       username: ~Ada_Example1, orcid: "https://orcid.org/0000-0002-1825-0097"}
    - {name: Bo Other}
  attributes: {presentation_type: poster, submitted_area: Wicks}
- id: 4
  title: Wicks without wax
  abstract: Nothing burns.
  authors: [{first_name: Cy, last_name: Third, institution: Hill School}]
  attributes: {presentation_type: poster}
"""
PROGRAM = """
- {title: Welcome, start_time: 2031-05-05 09:00:00, end_time: 2031-05-05 09:10:00}
- title: Session 1
  start_time: 2031-05-05 09:10:00
  end_time: 2031-05-05 10:00:00
  subsessions:
    - title: Light
      start_time: 2031-05-05 09:10:00
      end_time: 2031-05-05 09:50:00
      chair: Dee Chair
      location: Room 2
      papers:
        - {id: 3, start_time: 2031-05-05 09:10:00, end_time: 2031-05-05 09:20:00}
        - {id: 4, start_time: 2031-05-05 09:30:00, end_time: 2031-05-05 09:50:00}
        - {id: 9, start_time: 2031-05-05 09:50:00, end_time: 2031-05-05 09:55:00}
    - {title: Light live QA, start_time: 2031-05-05 09:50:00, end_time: 2031-05-05 10:00:00}
- {title: Break, start_time: 2031-05-05 10:00:00, end_time: 2031-05-05 10:30:00}
- {title: Break, start_time: 2031-05-05 12:00:00, end_time: 2031-05-05 12:30:00}
- {title: Nowhere}
"""


def test_subsessions_are_sessions_under_both_titles() -> None:
    given = source(conference_details__yml=DETAILS, papers__yml=PAPERS, program__yml=PROGRAM)
    assert told(given) == "aclpub2"
    meeting, findings = read(given, Wish(zone="Europe/Oslo"))
    assert [(one.title, one.kind) for one in meeting.sessions] == [
        ("Welcome", "plenary"),
        ("Session 1: Light", ""),
        ("Session 1: Light live QA", "plenary"),
        ("Break", "break"),
        ("Break", "break"),
    ]
    light = meeting.sessions[1]
    assert (light.rooms, light.chairs, light.start, light.until) == (
        ("Room 2",),
        ("Dee Chair",),
        dt.time(9, 10),
        dt.time(9, 50),
    )
    assert light.items == (ImportedItem("3", minutes=10), ImportedItem("4", minutes=20, at=dt.time(9, 30)))
    assert len({one.key for one in meeting.sessions}) == 5
    said = codes(findings)
    assert 'I002 the program has a paper "9" that papers.yml does not have' in said
    assert 'I002 "Nowhere" has no time in the program and is left out' in said
    assert not any(finding.code is NO_ZONE for finding in findings)


def test_a_paper_has_its_authors_and_no_address_of_them() -> None:
    meeting, findings = read(source(conference_details__yml=DETAILS, papers__yml=PAPERS))
    paper = talk(meeting, "3")
    assert paper.authors == (ImportedAuthor("Ada B. Example", ("Harbour College",)), ImportedAuthor("Bo Other"))
    assert paper.title == "Why \\emph{lanterns} glow"
    assert paper.abstract == "Glow rises by 12\\% when lit."
    assert (paper.kind, paper.track) == ("poster", "Wicks")
    assert [(one.name, one.orcid) for one in meeting.people] == [("Ada B. Example", "0000-0002-1825-0097")]
    assert "@" not in repr(meeting)
    assert "~Ada" not in repr(meeting)
    said = codes(findings)
    assert 'I004 "instituion" is taken for "institution"' in said
    assert "I006 e-mail addresses are left out" in said
    assert 'I010 "editors" has no place in a booklet and is left out' in said


def test_a_poster_with_a_time_of_its_own_is_a_talk() -> None:
    meeting, _ = read(source(conference_details__yml=DETAILS, papers__yml=PAPERS, program__yml=PROGRAM))
    assert [one.kind for one in meeting.talks] == ["", ""]


def test_a_program_of_comments_is_none() -> None:
    meeting, findings = read(
        source(conference_details__yml=DETAILS, papers__yml=PAPERS, program__yml="# - title: Welcome\n")
    )
    assert meeting.sessions == ()
    assert meeting.event.title == "First Meeting on Lanterns"
    assert not any(finding.code is NO_ZONE for finding in findings)


def test_times_without_a_zone_are_said() -> None:
    meeting, findings = read(source(conference_details__yml=DETAILS, papers__yml=PAPERS, program__yml=PROGRAM))
    assert meeting.event.zone == "UTC"
    assert [finding.code for finding in findings].count(NO_ZONE) == 1


def test_invited_talks_take_their_texts_from_the_files_beside() -> None:
    invited = """
- {title: On moths, speaker_name: Eve Guest, institution: Moth House, abstract_file: moth.tex, bio_file: eve.tex,
   date: 2031-05-05 18:00:00, location: Tower, chair: Dee Chair}
- {title: Oil or gas, speaker_name: "Eve Guest, Bo Other", custom_prefix: "Panel - ", bio_file: gone.tex}
"""
    meeting, findings = read(
        source(papers__yml=PAPERS, invited_talks__yml=invited, moth__tex="Moths \\emph{circle}.", eve__tex="Eve walks.")
    )
    first, second = (one for one in meeting.talks if one.key.startswith("invited"))
    assert (first.abstract, first.kind) == ("Moths \\emph{circle}.", "keynote")
    assert (second.title, second.kind) == ("Panel: Oil or gas", "")
    assert [author.name for author in second.authors] == ["Eve Guest", "Bo Other"]
    assert meeting.people[0].biography == "Eve walks."
    (session,) = meeting.sessions
    assert (session.kind, session.start, session.rooms, session.chairs) == (
        "keynote",
        dt.time(18),
        ("Tower",),
        ("Dee Chair",),
    )
    assert [finding.message for finding in findings if finding.code is LEFT_OUT] == [
        '"gone.tex" is named here and is not there: its text is left out'
    ]


def test_committees_sponsors_and_prefaces() -> None:
    committee = """
- role: Chairs
  members:
    - {first_name: Ada, last_name: Example, institution: Harbour College}
    - {first_name: Vice, middle_name: "President: Bo", last_name: Other}
"""
    meeting, findings = read(
        source(
            papers__yml=PAPERS,
            organizing_committee__yml=committee,
            sponsors__yml="- {tier: 'Gold ', logos: [wax_works.png]}",
            prefaces__yml="- {title: Foreword, file: foreword.tex}",
            foreword__tex="Welcome to the light.",
        )
    )
    assert meeting.event.committees == (
        ("Chairs", (ImportedName("Ada Example", "Harbour College"), ImportedName("Bo Other", "", "Vice President"))),
    )
    assert meeting.event.sponsors == (ImportedSponsor("wax works", "Gold"),)
    assert [(page.title, page.text) for page in meeting.pages] == [("Foreword", "Welcome to the light.")]
    assert any(code.startswith("I009") for code in codes(findings))
