"""Tables that no known system wrote: one invented table for each shape that organizers hold."""

import datetime as dt
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from booklet.finding import Finding
from booklet.importing.column_mapping import Column, ColumnMapping
from booklet.importing.formats.mapped.day_order import day_order, in_order_of
from booklet.importing.formats.mapped.header_words import header_role
from booklet.importing.formats.mapped.mapped_table import guessed_mapping, is_mapped_table, read_mapped_table
from booklet.importing.meeting import ImportedAuthor, ImportedItem, ImportedSession, ImportedTalk, Meeting
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.wish import Wish

ADVERSARIAL = Path(__file__).parents[3] / ".." / "shared" / "adversarial" / "import"
OSLO = Wish(zone="Europe/Oslo")


def table(text: str, name: str = "talks.csv") -> Source:
    return Source(name, (SourceFile(name, text.encode()),))


def workbook(**sheets: list[list[object]]) -> Source:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    return Source("talks.xlsx", (SourceFile("talks.xlsx", stream.getvalue()),))


def read(source: Source, wish: Wish = OSLO) -> tuple[Meeting, list[Finding]]:
    findings: list[Finding] = []
    return read_mapped_table(source, wish, findings), findings


def talk(meeting: Meeting, title: str) -> ImportedTalk:
    return next(one for one in meeting.talks if one.title == title)


def session(meeting: Meeting, title: str) -> ImportedSession:
    return next(one for one in meeting.sessions if one.title == title)


def said(findings: list[Finding], code: str) -> list[str]:
    return [finding.message for finding in findings if finding.code.name == code]


def roles(source: Source) -> dict[str, str]:
    mapping = guessed_mapping(source, [])
    assert mapping
    return {column.header: column.role for column in mapping.columns}


FORM = """\
Horodateur,Abstract title,Contribution,Abstract text,Abstract bibliography,Presenting author: Family name,\
Presenting author: First name,Presenting author: E-mail,Presenting author: Institution,Presenting author: Country,\
Co-authors list with common affiliation.,Affiliation 1,Co-authors list with common affiliation.,Affiliation 2
2026/03/01 9:12:13 AM UTC+1,On ice,Keynote,Ice is cold.,"[A] Lee 2020
[B] Li 2021",Lee,Ann,ann@example.org,University of X,Norway,"Bo Li, Cy Ox",Institute Y,Di Poe,Lab Z
2026/03/02 9:12:13 AM UTC+1,On snow,Poster,Snow is cold too.,,Fay,Ed,ed@example.org,University of W,France,,,,
"""


def test_answers_to_a_form() -> None:
    meeting, findings = read(table(FORM))
    ice = talk(meeting, "On ice")
    assert ice.authors == (
        ImportedAuthor("Ann Lee", ("University of X, Norway",), presenting=True),
        ImportedAuthor("Bo Li", ("Institute Y",)),
        ImportedAuthor("Cy Ox", ("Institute Y",)),
        ImportedAuthor("Di Poe", ("Lab Z",)),
    )
    assert (ice.kind, ice.abstract, ice.references) == ("keynote", "Ice is cold.", ("[A] Lee 2020", "[B] Li 2021"))
    assert talk(meeting, "On snow").kind == "poster"
    assert meeting.sessions == ()
    assert said(findings, "I006") == ['the column "Presenting author: E-mail" is left out']
    assert "example.org" not in repr(meeting)


def test_all_guesses_are_one_finding() -> None:
    _, findings = read(table(FORM))
    (told,) = [finding for finding in findings if "columns are taken so" in finding.message]
    assert '"Abstract title" as title, "Contribution" as kind' in told.message
    assert told.hint
    assert "content/import.yaml" in told.hint


AGENDA = """\
Agenda of an app,,,,,,,,,,
START YOUR AGENDA BELOW,,,,,,,,,,
*Date,*Time Start,*Time End,Tracks (Optional),*Session Title,Room/Location (Optional),Description (Optional),\
Speakers (Optional),Role: Session Chairs (Optional),Authors (Optional),Session or Sub-session(Sub) (Optional),Tags (Optional)
05/04/2026,9:00 AM,9:15 AM,,Opening,Hall A,,,,,Session,
05/04/2026,9:15 AM,10:15 AM,Physics,Cold things,Hall A,,,Cy Ox,,Session,
05/04/2026,9:15 AM,9:45 AM,Physics,On ice,Hall A,<p>Ice is <b>cold</b>.</p>,Ann Lee,,Ann Lee;Bo Li,Sub,ice; core
05/04/2026,9:45 AM,10:15 AM,Physics,On snow,Hall A,<p>Snow.</p>,Di Poe,,,Sub,
05/04/2026,10:15 AM,10:45 AM,,Coffee break,,,,,,Session,
05/14/2026,1:00 PM,1:45 PM,Mathematics,On numbers,Hall B,<p>Numbers.</p>,Ed Fay,,,Session,
"""


def test_an_agenda_with_sub_sessions() -> None:
    meeting, _ = read(table(AGENDA))
    assert [(one.title, one.date.day, one.kind) for one in meeting.sessions] == [
        ("Opening", 4, "plenary"),
        ("Cold things", 4, ""),
        ("Coffee break", 4, "break"),
        ("Mathematics", 14, ""),
    ]
    cold = session(meeting, "Cold things")
    assert (cold.start, cold.until, cold.rooms, cold.track) == (dt.time(9, 15), dt.time(10, 15), ("Hall A",), "Physics")
    assert cold.chairs == ("Cy Ox",)
    assert cold.items == (ImportedItem(talk="on ice", minutes=30), ImportedItem(talk="on snow", minutes=30))
    ice = talk(meeting, "On ice")
    assert ice.authors == (ImportedAuthor("Ann Lee", presenting=True), ImportedAuthor("Bo Li"))
    assert (ice.keywords, ice.abstract) == (("ice", "core"), "Ice is **cold**.")
    assert meeting.tracks == ("Physics", "Mathematics")
    assert [room.name for room in meeting.rooms] == ["Hall A", "Hall B"]


GERMAN = """\
Datum;Uhrzeit;Titel;Vortragende;Institution;Raum;Sitzung
04.05.2026;09:00-09:30;Über Eis;"Müller, Jörg";TU Wien;Aula;Kälte
;09:30-10:00;Über Schnee;Ann Lee;ETH;;
;10:00-10:30;Kaffeepause;;;;
;10:30-11:00;Über Regen;Bo Li;;;Kälte
05.05.2026;9.00-9.30;Wärme;Cy Ox;;Aula;Hitze
"""


def test_a_spreadsheet_with_joined_cells_in_windows_1252() -> None:
    source = Source("programm.csv", (SourceFile("programm.csv", GERMAN.encode("cp1252")),))
    meeting, findings = read(source)
    cold = session(meeting, "Kälte")
    assert (cold.date, cold.start, cold.rooms) == (dt.date(2026, 5, 4), dt.time(9), ("Aula",))
    assert [item.talk or item.title for item in cold.items] == ["über eis", "über schnee", "Kaffeepause", "über regen"]
    assert [item.kind for item in cold.items] == ["", "", "break", ""]
    assert talk(meeting, "Über Eis").authors == (ImportedAuthor("Jörg Müller", ("TU Wien",), presenting=True),)
    assert session(meeting, "Hitze").date == dt.date(2026, 5, 5)
    assert "a row without a session is taken for one of the session above it" in said(findings, "I004")


BY_HAND = """\
Our meeting,,
"Monday, 4 May 2026",,
Time,Speaker,Title
Morning session,,
9:00,Ann Lee,On ice
9:20,Bo Li,On snow
10:00,,Coffee
10:30,Cy Ox,On rain
Tuesday 5 May 2026,,
Time,Speaker,Title
9:00,Di Poe,On fog
"""


def test_headings_between_the_rows() -> None:
    meeting, _ = read(table(BY_HAND))
    morning = session(meeting, "Morning session")
    assert morning.date == dt.date(2026, 5, 4)
    assert [(item.talk or item.title, item.minutes) for item in morning.items] == [
        ("on ice", 20),
        ("on snow", 40),
        ("Coffee", 30),
        ("on rain", None),
    ]
    assert session(meeting, "On fog").date == dt.date(2026, 5, 5)
    assert len(meeting.talks) == 4


def test_rows_that_are_not_accepted() -> None:
    text = "ID,Title,Authors,Decision,Deleted?\n1,On ice,Ann Lee,accept,no\n2,On snow,Bo Li,reject,no\n"
    text += "3,On fog,Cy Ox,accept as poster,no\n4,On rain,Di Poe,accept,yes\n5,On hail,Ed Fay,cancelled,no\n"
    meeting, findings = read(table(text))
    assert [(one.key, one.kind, one.status) for one in meeting.talks] == [
        ("1", "", ""),
        ("3", "poster", ""),
        ("5", "", "cancelled"),
    ]
    assert said(findings, "I002") == ["2 rows that are rejected or withdrawn are left out"]


def test_a_table_without_headers() -> None:
    text = "2026-05-04 09:00,30,On ice,Ann Lee,ann@example.org\n2026-05-04 09:30,30,On snow,Bo Li,bo@example.org\n"
    meeting, findings = read(table(text))
    assert [(one.title, one.authors) for one in meeting.talks] == [
        ("On ice", (ImportedAuthor("Ann Lee"),)),
        ("On snow", (ImportedAuthor("Bo Li"),)),
    ]
    (morning,) = meeting.sessions
    assert [item.minutes for item in morning.items] == [30, 30]
    assert said(findings, "I006") == ["the column number 5 is left out"]


def test_times_that_all_talks_share_are_those_of_the_session() -> None:
    text = "date_start,date_end,title,author,location,session,session_order\n"
    text += "2026-05-04 09:00,2026-05-04 10:00,On ice,Ann Lee,Hall,Cold,2\n"
    text += "2026-05-04 09:00,2026-05-04 10:00,On snow,Bo Li,Hall,Cold,1\n"
    (cold,) = read(table(text))[0].sessions
    assert (cold.start, cold.until) == (dt.time(9), dt.time(10))
    assert cold.items == (ImportedItem(talk="on snow"), ImportedItem(talk="on ice"))


def test_affiliations_by_number_and_a_presenter_by_initial() -> None:
    text = "Title,Authors,Affiliations,Presenter,Session,Length\n"
    text += 'On ice,"Ann Lee¹, Bo Li²",1 MIT; 2 ETH Zürich,B. Li,Cold,18 + 2\n'
    meeting, findings = read(table(text))
    assert meeting.talks[0].authors == (
        ImportedAuthor("Ann Lee", ("MIT",)),
        ImportedAuthor("Bo Li", ("ETH Zürich",), presenting=True),
    )
    assert meeting.talks[0].track == "Cold"
    assert "sessions without a date are taken for tracks" in said(findings, "I004")


def test_affiliations_that_nothing_assigns() -> None:
    one_each = "Title,Authors,Affiliation\nOn ice,Ann Lee; Bo Li,MIT; ETH\n"
    assert [one.affiliations for one in read(table(one_each))[0].talks[0].authors] == [("MIT",), ("ETH",)]
    unclear = "Title,Authors,Affiliation\nOn ice,Ann Lee; Bo Li; Cy Ox,MIT; ETH\n"
    meeting, findings = read(table(unclear))
    assert [one.affiliations for one in meeting.talks[0].authors] == [("MIT", "ETH")] * 3
    assert any("cannot be told" in message for message in said(findings, "I004"))


def test_talk_and_questions() -> None:
    text = (
        "Date,Start,Title,Speaker,Duration\n2026-05-04,9:00,On ice,Ann Lee,18 + 2\n2026-05-04,9:20,On snow,Bo Li,18+2\n"
    )
    (morning,) = read(table(text))[0].sessions
    assert [(item.minutes, item.questions) for item in morning.items] == [(18, 2), (18, 2)]


def test_a_workbook_of_a_sheet_a_day() -> None:
    head: list[object] = ["Date", "Start", "Title", "Speaker"]
    source = workbook(
        Monday=[head, [dt.date(2026, 5, 4), dt.time(9, 0), "On ice", "Ann Lee"]],
        Tuesday=[head, [dt.date(2026, 5, 5), dt.time(9, 30), "On snow", "Bo Li"]],
        Budget=[["Item", "Euro"], ["Coffee", 100], ["Tea", 50]],
    )
    meeting, findings = read(source)
    assert [(one.title, one.date.day, one.start) for one in meeting.sessions] == [
        ("On ice", 4, dt.time(9)),
        ("On snow", 5, dt.time(9, 30)),
    ]
    assert said(findings, "I002") == ['the table "Budget" has other columns and is left out']


def test_rows_of_one_talk() -> None:
    text = "Paper ID,Title,Author first name,Author last name,Affiliation\n"
    text += "1,On ice,Ann,Lee,MIT\n1,On ice,Bo,Li,ETH\n2,On ice,Cy,Ox,EPFL\n"
    meeting, _ = read(table(text))
    assert [(one.key, [author.name for author in one.authors]) for one in meeting.talks] == [
        ("1", ["Ann Lee", "Bo Li"]),
        ("2", ["Cy Ox"]),
    ]


def test_the_biography_of_who_presents() -> None:
    text = "Title,Speaker,Short bio\nOn ice,Ann Lee,Ann works on ice.\nOn snow,Bo Li; Cy Ox,Both work.\n"
    meeting, findings = read(table(text))
    assert [(one.name, one.biography) for one in meeting.people] == [("Ann Lee", "Ann works on ice.")]
    assert any("biography" in message for message in said(findings, "I002"))


def test_the_zone_that_a_header_names() -> None:
    text = "Title,Session Start (UTC),Speaker\nOn ice,2026-05-04 09:00,Ann Lee\n"
    assert read(table(text), Wish())[0].event.zone == "UTC"
    text = "Title,Start (Asia/Tokyo),Speaker\nOn ice,2026-05-04T00:30:00Z,Ann Lee\n"
    meeting, _ = read(table(text), Wish())
    assert (meeting.event.zone, meeting.sessions[0].start) == ("Asia/Tokyo", dt.time(9, 30))


def test_a_mapping_that_somebody_wrote_decides() -> None:
    text = "A,B,B,Room\nAnn Lee,On ice,Cold,Hall\nBo Li,On snow,Cold,Hall\n"
    mapping = ColumnMapping(
        (
            Column("A", "authors"),
            Column("B", "title"),
            Column("B", "track", 2),
            Column("Chair", "chairs"),
            Column("Room", "ignore"),
        )
    )
    meeting, findings = read(table(text), Wish(zone="UTC", mapping=mapping))
    assert [(one.title, one.track, one.authors[0].name) for one in meeting.talks] == [
        ("On ice", "Cold", "Ann Lee"),
        ("On snow", "Cold", "Bo Li"),
    ]
    assert said(findings, "I004") == said(findings, "I010") == []
    assert said(findings, "I002") == ['the table has no column "Chair", which content/import.yaml takes for chairs']


def test_columns_that_moved_and_came() -> None:
    mapping = guessed_mapping(table("Title,Authors\nOn ice,Ann Lee\n"), [])
    meeting, findings = read(table("Authors,Shoe size,Title\nAnn Lee,40,On ice\n"), Wish(mapping=mapping))
    assert meeting.talks[0].authors[0].name == "Ann Lee"
    assert said(findings, "I010") == ['the column "Shoe size" is new and not read']


def test_a_mapping_without_titles() -> None:
    meeting, findings = read(table("A,B\n1,2\n"), Wish(mapping=ColumnMapping((Column("A", "authors"),))))
    assert meeting.talks == ()
    assert said(findings, "I001") == ["no column of a table holds the titles of talks"]


def test_what_is_no_table_of_talks() -> None:
    assert not is_mapped_table(table("Euro,Cent\n1,2\n3,4\n"))
    assert not is_mapped_table(table("Title\n"))
    assert not is_mapped_table(table("Title,Authors\nOn ice,Ann Lee\n", "talks.txt"))
    assert is_mapped_table(table("Title,Authors\nOn ice,Ann Lee\n"))
    assert is_mapped_table(table("Title\tAuthors\nOn ice\tAnn Lee\n", "talks.tsv"))


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Title", "title"),
        ("Abstract title", "title"),
        ("What is the title of your talk?", "title"),
        ("Titel des Vortrags", "title"),
        ("Título de la ponencia", "title"),
        ("Job title", "ignore"),
        ("Please paste your abstract here (max. 300 words)", "abstract"),
        ("Zusammenfassung", "abstract"),
        ("Author(s)", "authors"),
        ("Co-authors", "authors"),
        ("Author names and affiliations", "authors"),
        ("Speaker", "presenter"),
        ("Presenting author", "presenter"),
        ("Vortragende", "presenter"),
        ("Speaker affiliation", "affiliation"),
        ("Institution", "affiliation"),
        ("Country", "place"),
        ("Presentation type", "kind"),
        ("Oral or poster?", "kind"),
        ("Session", "session"),
        ("Session chair", "chairs"),
        ("Room", "room"),
        ("Veranstaltungsort", "room"),
        ("Start time", "start"),
        ("Uhrzeit", "start"),
        ("End", "end"),
        ("Day", "date"),
        ("Duration (min)", "duration"),
        ("Your e-mail address", "e-mail"),
        ("Dietary requirements", "private"),
        ("Comments", "private"),
        ("Timestamp", "timestamp"),
        ("Marca temporal", "timestamp"),
        ("Keywords", "keywords"),
        ("Speaker bio", "biography"),
        ("Board number", "board"),
        ("Paper ID", "id"),
        ("Decision", "status"),
        ("First name", "given-name"),
        ("presenterLastName", "presenter-family-name"),
        ("Bananas", ""),
        ("", ""),
    ],
)
def test_headers(header: str, role: str) -> None:
    assert header_role(header)[0] == role


def test_name_beside_given_and_family_names() -> None:
    assert roles(table("Titel,Vorname,Name\nÜber Eis,Ann,Lee\n"))["Name"] == "family-name"
    assert roles(table("Titolo,Nome,Cognome\nSul ghiaccio,Ann,Lee\n"))["Nome"] == "given-name"
    assert roles(table("Title,Name\nOn ice,Ann Lee\n"))["Name"] == "authors"


def test_headers_that_the_cells_contradict() -> None:
    assert roles(table("Title,Day\nOn ice,Monday\nOn snow,Tuesday\n"))["Day"] == "ignore"
    assert roles(table("Title,Start date\nOn ice,2026-05-04\n"))["Start date"] == "date"
    assert roles(table("Title,Date\nOn ice,2026-05-04 09:00\n"))["Date"] == "date"


def test_dates_whose_order_the_others_tell() -> None:
    assert day_order(["04/05/2026", "23/05/2026"]) == "day"
    assert day_order(["04/05/2026", "04/23/2026"]) == "month"
    assert day_order(["04/05/2026", "05/05/2026"]) == "day"
    assert day_order(["05/04/2026", "05/05/2026"]) == "month"
    assert day_order(["04/05/2026"]) == day_order([]) == ""
    assert in_order_of("04/05/2026 9:00", "day") == "2026-05-04 9:00"
    assert in_order_of("04/05/2026", "") == "04/05/2026"


def test_keys_do_not_hang_on_the_order_of_rows_and_columns() -> None:
    first, _ = read(table("Title,Authors\nOn ice,Ann Lee\nOn snow,Bo Li\n"))
    second, _ = read(table("Authors,Title\nCy Ox,On fog\nBo Li,On  Snow\nAnn Lee,On ice\n"))
    assert {one.key for one in first.talks} <= {one.key for one in second.talks}


@given(st.text(max_size=300) | st.text('Title,Date;9:30\n"2026-05-04|Ann Lee', max_size=300))
def test_nothing_raises(text: str) -> None:
    source = table(f"Title,Authors,Start,Session,Affiliation\n{text}")
    meeting, findings = read(source)
    assert len({one.key for one in meeting.talks}) == len(meeting.talks)
    assert len({one.key for one in meeting.sessions}) == len(meeting.sessions)
    known = {one.key for one in meeting.talks}
    assert all(item.talk in known for one in meeting.sessions for item in one.items if item.talk)
    assert all("\n" not in finding.message for finding in findings)
    is_mapped_table(table(text))


@given(
    st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=6),
    st.sampled_from(["Title", "Day", "Sub session", "Name", ""]),
)
def test_no_table_raises(rows: list[list[str]], header: str) -> None:
    text = "\n".join(
        ";".join(cell.replace(";", " ") for cell in row) for row in [[header, "Talk", "Time", "Date"], *rows]
    )
    read(table(text))


@pytest.mark.skipif(not ADVERSARIAL.is_dir(), reason="needs shared/adversarial/import")
@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("ragged.csv", ['"never closed', "two", "a"]),
        ("semicolon-cp1252.csv", ["Größe"]),
        ("formula.csv", ["=1+1", "+1"]),
    ],
)
def test_broken_tables(name: str, titles: list[str]) -> None:
    source = Source(name, (SourceFile(name, (ADVERSARIAL / name).read_bytes()),))
    assert is_mapped_table(source)
    meeting, _ = read(source)
    assert [one.title for one in meeting.talks] == titles
