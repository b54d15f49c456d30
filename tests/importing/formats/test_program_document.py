"""Program documents of three shapes into a Meeting, and what contradicts itself in them."""

import datetime as dt

import pytest
from document_samples import PLAIN, WITH_TABLE, read, word_file, word_program

from booklet.codes import CONTRADICTION, GUESSED, LEFT_OUT, NO_ZONE, PRIVATE
from booklet.importing.formats.documents.program_document import is_program_document
from booklet.importing.meeting import ImportedAuthor, ImportedCity, ImportedItem, ImportedName
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.wish import Wish

HEAD = "# Meeting\n\n5 May 2026, 8:00 – 9:00 UTC\n\n## Program\n\n"


def contradictions(findings):
    return [(one.place.line, one.message) for one in findings if one.code is CONTRADICTION]


def document(*lines):
    return read("a.md", HEAD + "\n".join(lines))


def test_markdown_with_a_table():
    meeting, findings = read("a.md", WITH_TABLE)
    event, (session,) = meeting.event, meeting.sessions
    assert (event.title, event.topic, event.zone) == ("Third Workshop on River Ice", "Ice jams in small rivers", "UTC")
    assert event.organizers == (
        ImportedName("Ada Example", "Example University, Norway"),
        ImportedName("Bo Other"),
        ImportedName("Cy Third", "Third Institute"),
    )
    assert event.notes == ("Recordings will be shared after the workshop.",)
    assert (session.date, session.start, session.until) == (dt.date(2026, 5, 12), dt.time(13), dt.time(14, 30))
    assert session.items == (
        ImportedItem(title="Opening (Ada Example)", minutes=10),
        ImportedItem("dan fourth", minutes=25, questions=5),
        ImportedItem(title="Coffee break", minutes=20, kind="break"),
        ImportedItem("eve fifth", minutes=25, questions=5),
    )
    jams, slush = meeting.talks
    assert jams.authors == (
        ImportedAuthor("Dan Fourth", ("Example University, Norway",), presenting=True),
        ImportedAuthor("Gil Sixth", ("Example University, Norway", "Third Institute")),
    )
    assert jams.abstract == (
        "Ice jams form where rivers bend. Their height is 2 m^2^ at most.\n\n- They grow at night.\n- They break by day."
    )
    assert jams.keywords == ("ice, jams", "rivers")
    assert jams.references == (
        "[1] Example, A.: On jams. J. Ice, 2020.",
        "[2] Other, B.: On rivers. J. Ice, 2021.",
    )
    assert (slush.title, slush.abstract, slush.funding) == (
        "Slush in *pipes*",
        "Slush moves slowly.",
        "Funded by the Slush Fund.",
    )
    assert [one.code for one in findings] == [GUESSED, CONTRADICTION]
    assert contradictions(findings) == [
        (16, 'one author is written in 2 ways: "D. Fourth" and "Dan Fourth", which is taken')
    ]


def test_plain_text_without_marks():
    meeting, findings = read("a.txt", PLAIN)
    event, (session,) = meeting.event, meeting.sessions
    assert (event.title, event.venue) == ("MEETING OF THE SNOW GROUP", "Example Hall, Exampletown")
    assert event.notes == ("Please bring warm shoes to the meeting.",)
    assert event.regions == (("Local times", (ImportedCity("Europe/Berlin"), ImportedCity("America/New_York"))),)
    assert (session.start, session.until) == (dt.time(9), dt.time(10, 10))
    assert [item.talk or item.title for item in session.items] == [
        "Welcome",
        "ada example",
        "bo other",
        "Panel discussion",
        "Closing",
    ]
    assert [item.minutes for item in session.items] == [5, 20, 20, 15, 10]
    roofs, songs = meeting.talks
    assert roofs.authors == (
        ImportedAuthor("Ada Example", ("Example University",), presenting=True),
        ImportedAuthor("Bo Other", ("Third Institute",)),
    )
    assert roofs.abstract == "Roofs carry snow. A second line of the same paragraph.\n\nA second paragraph."
    assert songs.title == "Snow in songs"
    assert [(one.code, one.place.line) for one in findings] == [(LEFT_OUT, 18), (NO_ZONE, 3)]
    assert findings[1].hint == "write Europe/Berlin with --zone"


def test_a_word_file():
    meeting, findings = read("a.docx", word_file(word_program))
    (session,) = meeting.sessions
    assert findings == []
    assert meeting.event.title == "Autumn School on Fog"
    assert meeting.event.organizers == (ImportedName("Ada Example", "Example University"),)
    assert session.items == (
        ImportedItem(title="Welcome", minutes=5),
        ImportedItem("dan fourth", minutes=15, questions=5),
        ImportedItem("gil sixth", minutes=20),
    )
    lakes, valleys = meeting.talks
    assert lakes.authors == (
        ImportedAuthor("Dan Fourth", ("Lake Institute",), presenting=True),
        ImportedAuthor("Eve Fifth", ("Lake Institute", "Example University")),
    )
    assert lakes.abstract == "Fog of CO~2~ and *Fogus fogus* rises at 5 * 3 places."
    assert (valleys.title, valleys.abstract) == ("Fog in valleys", "Valleys keep fog.")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.md", WITH_TABLE, True),
        ("a.txt", PLAIN, True),
        ("a.md", "# Snow\n\nAda Example\n\nAt 7:00 it snows.\n", False),
        ("a.csv", PLAIN, False),
        ("a.md", "", False),
    ],
)
def test_documents_are_known_by_their_times(name, text, expected):
    assert is_program_document(Source(name, (SourceFile(name, text.encode()),))) is expected


def test_two_titles_of_one_talk():
    meeting, findings = document(
        "8:00 – 8:20 Fog at sea",
        "*Ada Example, Bo Other*",
        "",
        "## Clouds and waves",
        "Ada Example, Bo Other",
        "",
        "Text.",
    )
    assert [talk.title for talk in meeting.talks] == ["Clouds and waves"]
    assert meeting.sessions[0].items[0].talk == "ada example"
    assert contradictions(findings)[0] == (
        7,
        'one talk has two titles: "Fog at sea" in the program, "Clouds and waves" above the abstract, which is taken',
    )
    assert findings[0].also[0].line == 10


def test_one_author_in_three_spellings():
    meeting, findings = document(
        "8:00 – 8:20 Fog at sea",
        "*Adar Example, Étienne Deux*",
        "",
        "## Fog at sea",
        "Ada0 Example, Etienne Deux",
        "",
        "Text.",
    )
    assert [author.name for author in meeting.talks[0].authors] == ["Adao Example", "Étienne Deux"]
    assert [message for _, message in contradictions(findings)][:2] == [
        'one author is written in 3 ways: "Adar Example", "Ada0 Example" and "Adao Example", which is taken',
        'one author is written in 2 ways: "Etienne Deux" and "Étienne Deux", which is taken',
    ]


def test_authors_that_only_one_of_the_two_has():
    _, findings = document(
        "8:00 – 9:00 Fog at sea", "*Ada Example, Bo Other*", "", "## Fog at sea", "Ada Example, Cy Third", "", "Text."
    )
    assert contradictions(findings) == [
        (7, '"Bo Other" is an author in the program, but not above the abstract'),
        (11, '"Cy Third" is an author above the abstract, but not in the program'),
    ]


def test_two_affiliations_of_one_number():
    meeting, findings = document(
        "8:00 – 9:00 Fog at sea",
        "",
        "## Fog at sea",
        "Ada Example^1^, Bo Other^2^, Cy Third^3^",
        "",
        "^1^First University",
        "",
        "^2^Second University",
        "",
        "^1^Third University",
        "",
        "Text.",
    )
    assert [author.affiliations for author in meeting.talks[0].authors] == [
        ("First University",),
        ("Second University",),
        ("Third University",),
    ]
    ((line, message),) = contradictions(findings)
    assert line == 16
    assert message == (
        'two affiliations have the mark 1: "First University" and "Third University"; '
        "the second is taken as 3, which an author has"
    )


def test_a_mark_without_an_affiliation_and_one_without_an_author():
    meeting, findings = document(
        "8:00 – 9:00 Fog at sea",
        "",
        "## Fog at sea",
        "Ada Example^1,4^",
        "^1^First University",
        "^2^No University",
        "",
        "Text.",
    )
    assert meeting.talks[0].authors[0].affiliations == ("First University",)
    assert contradictions(findings) == [(10, '"Ada Example" has the mark 4, which no affiliation has')]
    assert [(one.place.line, one.message) for one in findings if one.code is LEFT_OUT] == [
        (12, 'no author has the mark 2 of the affiliation "No University"')
    ]


def test_titles_without_abstract_and_abstracts_without_title():
    meeting, findings = document(
        "8:00 – 8:30 Fog at sea (25' + 5')", "8:30 – 9:00 Hail", "*Bo Other*", "", "## Rain", "Cy Third", "", "Text."
    )
    assert [talk.title for talk in meeting.talks] == ["Rain", "Fog at sea", "Hail"]
    assert contradictions(findings) == [
        (11, 'the abstract "Rain" is of no talk of the program'),
        (7, '"Fog at sea" stands in the program and has no abstract'),
        (8, '"Hail" stands in the program and has no abstract'),
    ]


def test_a_program_without_abstracts_has_talks_all_the_same():
    meeting, findings = document("8:00 – 8:30 Fog at sea (25' + 5')", "8:30 – 9:00 Hail (Bo Other)")
    assert [(talk.title, [one.name for one in talk.authors]) for talk in meeting.talks] == [
        ("Fog at sea", []),
        ("Hail", ["Bo Other"]),
    ]
    assert findings == []


def test_minutes_that_are_not_those_of_the_slot():
    meeting, findings = document("8:00 – 8:30 Fog at sea (18' + 2')", "8:30 – 9:00 Closing")
    first, second = meeting.sessions[0].items
    assert (first.minutes, first.questions, second.at) == (18, 2, dt.time(8, 30))
    assert contradictions(findings) == [(7, "18 + 2 minutes are less than the 30 minutes from 8:00 to 8:30")]


def test_announced_hours_that_the_entries_do_not_fill():
    meeting, findings = document("8:05 – 8:50 Fog at sea")
    assert meeting.sessions[0].until == dt.time(9)
    assert contradictions(findings) == [
        (3, "the program begins at 8:05; announced is 8:00"),
        (3, "the program ends at 8:50; announced is 9:00"),
    ]


def test_entries_that_overlap():
    _, findings = document("8:00 – 8:40 Fog at sea", "8:30 – 9:00 Hail")
    assert contradictions(findings) == [(8, "what stands at 8:30 begins before the one above it ends, at 8:40")]


def test_local_times_and_letters_are_compared_with_the_clocks_of_that_day():
    meeting, findings = document(
        "8:00 – 9:00 Fog at sea",
        "",
        "### Time zones: 8 – 9 UTC",
        "Europe: 9 - 10 am BST (London) 10 – 11 am CET (Berlin)",
        "Americas: 1 – 2 am PDT (San Fran.) 5 – 6 am EDT (New York), 3 – 4 am (Gotham City)",
    )
    assert meeting.event.regions == (
        ("Europe", (ImportedCity("Europe/London"), ImportedCity("Europe/Berlin"))),
        ("Americas", (ImportedCity("America/Los_Angeles", "San Fran."), ImportedCity("America/New_York"))),
    )
    assert contradictions(findings) == [
        (10, "Berlin has CET in the document; CEST is in use on 2026-05-05"),
        (11, "New York has 5:00 to 6:00 in the document; 4:00 to 5:00 is right on 2026-05-05"),
    ]
    assert [(one.place.line, one.message) for one in findings if one.code is LEFT_OUT] == [
        (11, '"Gotham City" is neither a city that is known nor a time zone')
    ]


def test_local_times_after_midnight():
    _, findings = read(
        "a.md",
        "# M\n\n5 May 2026, 22:00-23:30 UTC\n\n22:00-23:30 Fog\n\nTokyo: 7:00-8:30 JST\nDelhi: 3:30 - 5:00 IST\n",
    )
    assert findings == []


def test_another_day_of_the_week():
    _, findings = read("a.md", "# M\n\nFriday, 5 May 2026, 8-9 UTC\n\n8:00-9:00 Fog\n")
    assert contradictions(findings) == [(3, "2026-05-05 is a Tuesday, not a Friday")]


def test_sessions_and_days():
    meeting, findings = document(
        "### Monday, 4 May 2026",
        "#### Session 1: Water (Chair: Ada Example)",
        "8:00 – 8:30 Fog at sea",
        "8:30 – 9:00 Coffee",
        "#### Session 2: Ice",
        "Chairs: Bo Other and Cy Third",
        "9:15 – 10:00 Hail",
        "### Tuesday, 5 May 2026",
        "#### Session 3: Wind",
        "8:00 Gusts",
        "8:20 Storms",
        "9:00 – 9:30 Closing",
    )
    assert [(one.title, one.date.day, one.start, one.chairs) for one in meeting.sessions] == [
        ("Session 1: Water", 4, dt.time(8), ("Ada Example",)),
        ("Session 2: Ice", 4, dt.time(9, 15), ("Bo Other", "Cy Third")),
        ("Session 3: Wind", 5, dt.time(8), ()),
    ]
    assert [item.minutes for item in meeting.sessions[2].items] == [20, 40, 30]
    assert findings == []


def test_private_lines_stay_out():
    meeting, findings = document(
        "8:00 – 9:00 Fog at sea", "", "Questions to ada@example.org please.", "https://zoom.example/j/1"
    )
    assert [one.place.line for one in findings if one.code is PRIVATE] == [9, 10]
    assert "example" not in repr(meeting.event)


def test_the_zone_that_is_wished_for_goes_before_that_of_the_document():
    meeting, findings = read("a.txt", PLAIN, Wish(zone="Europe/Berlin"))
    assert meeting.event.zone == "Europe/Berlin"
    assert NO_ZONE not in [one.code for one in findings]


def test_talks_keep_their_keys_when_a_title_changes():
    before, _ = read("a.md", WITH_TABLE)
    after, _ = read("a.md", WITH_TABLE.replace("Slush in *pipes*", "Slush in tubes"))
    assert [talk.key for talk in before.talks] == [talk.key for talk in after.talks] == ["dan fourth", "eve fifth"]


def test_talks_of_one_author_have_keys_of_their_own():
    meeting, _ = document(
        "8:00 – 8:30 Fog",
        "8:30 – 9:00 Hail",
        "",
        "## Fog",
        "Ada Example",
        "",
        "Text.",
        "## Hail",
        "Ada Example",
        "",
        "Text.",
    )
    assert [talk.key for talk in meeting.talks] == ["ada example", "ada example: hail"]
    assert [item.talk for item in meeting.sessions[0].items] == ["ada example", "ada example: hail"]


def test_names_below_a_blank_line_are_those_of_the_entry_above():
    meeting, findings = document(
        "8:00 – 8:30 Fog at sea",
        "(25' + 5')",
        "",
        "Ada Example, Bo Other",
        "",
        "8:30 – 9:00 Hail",
        "",
        "*Cy Third*",
        "",
        "Snow Fields, Ice Caps",
    )
    assert [[author.name for author in talk.authors] for talk in meeting.talks] == [
        ["Ada Example", "Bo Other"],
        ["Cy Third"],
    ]
    assert [one.message for one in findings] == ['"Snow Fields, Ice Caps" is left out']
