"""Small good sources of every form that is imported, invented; what tests change, damage and multiply."""

import json
import zipfile
from io import BytesIO
from typing import Any

Files = dict[str, bytes]

TEXT = (
    "<p>Kites rise at 12&nbsp;m/s <em>or less</em>, as <b>H<sub>2</sub>O</b> does.</p><ul><li>One</li><li>Two<ul>"
    '<li>Deep</li></ul></li></ul><p>See <a href="https://kites.example/a?b=1">here</a>; mail ada@kites.example.</p>'
    "<table><tr><td>1</td><td>2</td></tr></table>"
)
LATEX = r"Let $x_{i}^2 \le \frac{1}{2}$; \emph{wind} at 12\% of \textbf{Gr\"o{\ss}e}. \begin{itemize} \item One \end{itemize}"
MARKDOWN = (
    "# Wind\n\n**Strong** wind [1] and `code`.\n\n* one\n  * two\n\n1. first\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> so"
)


def event(number: int, start: str = "09:00", room: str = "Meadow", **more: Any) -> dict[str, Any]:
    """An event of a schedule of frab and pretalx."""
    return {
        "guid": f"kite-{number}", "id": number, "date": f"2031-05-0{4 + number % 2}T{start}:00+02:00", "start": start,
        "duration": "00:30", "room": room, "title": f"Kite {number}", "subtitle": "of paper", "track": "Air",
        "type": "lecture", "language": "en", "abstract": TEXT, "description": LATEX,
        "persons": [{"id": number, "public_name": f"Ada Example {number}", "biography": "Flies."}],
        "links": [{"url": "https://kites.example/x", "title": "Site"}],
    } | more  # fmt: skip


def frab_json(events: list[dict[str, Any]]) -> bytes:
    """schedule.json with these events, each on the day of its date, in its room."""
    days: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for one in events:
        days.setdefault(str(one["date"])[:10], {}).setdefault(str(one["room"]), []).append(one)
    conference = {
        "acronym": "kites", "title": "Kite Days", "start": "2031-05-04", "end": "2031-05-05",
        "timeslot_duration": "00:05", "time_zone_name": "Europe/Oslo",
        "days": [{"index": n, "date": day, "rooms": rooms} for n, (day, rooms) in enumerate(days.items())],
    }  # fmt: skip
    return json.dumps({"schedule": {"version": "1", "conference": conference}}, indent=1).encode()


FRAB_XML = """<?xml version="1.0" encoding="UTF-8"?>
<schedule><conference><title>Kite Days</title><acronym>kites</acronym>
<time_zone_name>Europe/Oslo</time_zone_name></conference>
<day index="1" date="2031-05-04"><room name="Meadow"><event id="1" guid="k1"><date>2031-05-04T09:00:00+02:00</date>
<start>09:00</start><duration>00:30</duration><title>Kites &amp; wind</title><subtitle>Air</subtitle><track>Air</track>
<type>lecture</type><language>en</language><abstract>&lt;p&gt;Up.&lt;/p&gt;</abstract>
<description>Away &amp; up.</description>
<persons><person id="1">Ada Example</person></persons>
<links><link href="https://kites.example">Site</link></links></event>
<event id="2"><start>23:50</start><duration>01:30</duration><title>Night kites</title></event></room></day></schedule>
"""
XCAL = """<iCalendar xmlns:pentabarf="http://pentabarf.org"><vcalendar><x-wr-caldesc>Kites</x-wr-caldesc><vevent><uid>5@x</uid>
<pentabarf:event-id>5</pentabarf:event-id><pentabarf:title>Kites</pentabarf:title>
<pentabarf:start>2031-05-04 09:00:00 +0200</pentabarf:start><dtstart>20310504T090000</dtstart><dtend>20310504T093000</dtend>
<duration>00:30</duration><summary>Kites</summary><description>Up &lt;b&gt;high&lt;/b&gt;.</description>
<categories>Air</categories><url>https://kites.example/5</url><location>Meadow</location><attendee>Ada Example</attendee>
</vevent></vcalendar></iCalendar>
"""
SESSIONIZE = {
    "sessions": [
        {
            "id": "1", "title": "Kites", "description": MARKDOWN, "startsAt": "2031-05-04T09:00:00",
            "endsAt": "2031-05-04T09:50:00", "isServiceSession": False, "isPlenumSession": False, "speakers": ["u1"],
            "categoryItems": [11], "questionAnswers": [], "roomId": 1,
        },
        {
            "id": "2", "title": "Lunch", "description": None, "startsAt": "2031-05-04T10:00:00",
            "endsAt": "2031-05-04T11:00:00", "isServiceSession": True, "isPlenumSession": True, "speakers": [],
            "categoryItems": [], "questionAnswers": [], "roomId": 1,
        },
    ],
    "speakers": [{"id": "u1", "fullName": "Ada Example", "bio": "Flies.", "tagLine": "Kite House"}],
    "rooms": [{"id": 1, "name": "Meadow (12)", "sort": 1}],
    "categories": [{"id": 1, "title": "Track", "items": [{"id": 11, "name": "Air", "sort": 1}]}],
    "questions": [],
}  # fmt: skip
PRETALX_REST = {
    "count": 1,
    "results": [
        {
            "code": "AAA", "title": "Kites", "speakers": [{"code": "S", "name": "Ada Example", "biography": "Flies."}],
            "submission_type": {"en": "Talk"}, "track": {"en": "Air"}, "state": "confirmed", "abstract": MARKDOWN,
            "description": "More.", "content_locale": "en", "answers": [{"question": 1, "answer": "vegan"}],
            "slots": [{"id": 1, "room": {"en": "Meadow"}, "start": "2031-05-04T09:00:00+02:00",
                       "end": "2031-05-04T09:30:00+02:00"}],
        }
    ],
}  # fmt: skip
PRETALX_CSV = """ID,Title,Tags,Abstract,Speakers,Level,Date,Start,Duration,Room,Internal notes,
ABC123,Kites,"air, wind",Of kites.,"Ada Example, Bo Other",All,2031-05-04,09:00,00:45,Meadow,secret,
DEF456,Tails,,Of tails.,"Example, Jr., Cleo",,2031-05-04,09:45,00:30,Meadow,,
"""


def _indico() -> dict[str, Any]:
    def moment(clock: str) -> dict[str, str]:
        return {"date": "2031-05-04", "time": f"{clock}:00", "tz": "Europe/Zurich"}

    person = {"first_name": "Ada", "last_name": "Example", "affiliation": "Kite House", "person_id": 1}
    talk = {
        "_type": "Contribution", "id": "1", "friendly_id": 1, "title": "Kites", "startDate": moment("09:00"),
        "endDate": moment("09:20"), "room": "Meadow", "session": "Wind", "track": "Air", "description": TEXT,
        "primaryauthors": [person], "coauthors": [], "speakers": [person], "keywords": ["air"], "board_number": "",
        "subContributions": [{"id": "2", "title": "Tails", "duration": 10, "speakers": []}],
    }  # fmt: skip
    event = {"_type": "Conference", "title": "Kite Days", "timezone": "Europe/Zurich", "location": "Geneva",
             "chairs": [person], "contributions": [talk]}  # fmt: skip
    return {"count": 1, "results": [event]}


BOOKLET = {
    "event.yaml": "title: Kite Days\nzone: Europe/Oslo\norganizers: [{name: Ada Example}]\n",
    "program.yaml": (
        "rooms: [Meadow]\nsessions:\n  - id: wind\n    title: Wind\n    date: 2031-05-04\n    start: 9:00\n"
        "    room: Meadow\n    items:\n      - {talk: ada, minutes: 20 + 5}\n      - {title: Tea, minutes: 10, kind: break}\n"
    ),
    "talks/ada.md": "---\ntitle: On *kites*\nauthors:\n  - {name: Ada Example, affiliations: [kh]}\n"
    f"affiliations: {{kh: Kite House}}\nkeywords: [air]\n---\n{MARKDOWN}\n",
    "pages/preface.md": "---\ntitle: Preface\nsignatures: [{name: Ada, role: Chair}]\n---\nWelcome.\n",
    "people.yaml": "people:\n  - {name: Ada Example, orcid: 0000-0002-1825-0097, biography: Flies.}\n",
}
ACLPUB2 = {
    "conference_details.yml": "book_title: Proceedings of Kites\nevent_name: Kite Days\nstart_date: 2031-05-05\n"
    "location: Meadow Hall\neditors: [{first_name: Ada, last_name: Example}]\n",
    "papers.yml": '- id: 3\n  title: "Why \\\\emph{kites} rise"\n  abstract: Rise by 12\\% of $x^2$.\n  authors:\n'
    "    - {first_name: Ada, last_name: Example, institution: Kite House, emails: a@kites.example}\n"
    "  attributes: {presentation_type: poster}\n",
    "program.yml": "- {title: Welcome, start_time: 2031-05-05 09:00:00, end_time: 2031-05-05 09:10:00}\n"
    "- title: Session 1\n  start_time: 2031-05-05 09:10:00\n  end_time: 2031-05-05 10:00:00\n  subsessions:\n"
    "    - title: Air\n      start_time: 2031-05-05 09:10:00\n      end_time: 2031-05-05 09:50:00\n      papers:\n"
    "        - {id: 3, start_time: 2031-05-05 09:10:00, end_time: 2031-05-05 09:20:00}\n",
}
MINI_CONF = {
    "papers.csv": 'UID,title,authors,abstract,keywords,session\n7,Kites,Ada Example|Bo Other,"Let $x$ rise.\\nFar.",'
    "air|wind,Session 1\n8,Tails,Cy Third,They wag.,,Session 1\n",
    "main_calendar.json": '[{"title": "Session 1", "start": "2031-07-09T09:00:00-04:00", "end": "2031-07-09T10:00:00-04:00",'
    ' "location": "Meadow", "link": "papers.html?session=1", "calendarId": "session"}]',
}
JEKYLL = {
    "schedule.yml": '- date: "2031-10-22"\n  tracks: [{title: Main}]\n  timeslots:\n'
    '    - {sessionIds: [1], startTime: "09:00", endTime: "09:10"}\n'
    '    - {sessionIds: [2], startTime: "09:10", endTime: "09:40"}\n',
    "sessions.yml": '- {id: 1, title: Welcome, place: online}\n- {id: 2, title: "Keynote: Kites", description: Up, '
    "speakers: 11}\n",
    "speakers.yml": "- {id: 11, name: Eve, surname: Guest, company: Kite House, abstract_title: Kites, abstract: Up., "
    "bio: Flies., keynote: true}\n",
}
EASYCHAIR = {
    "submission.csv": "#,title,authors,submitted,last updated,form fields,keywords,decision,notified,reviews sent,abstract,"
    'deleted?\n1,Kites &amp; wind,Ada Example and Eve Guest,2031-01-01,,,"air\nwind",accept as poster,yes,yes,Up.,\n'
    "2,Wax,Cy Third,2031-01-01,,,wax,reject,yes,yes,Down.,\n",
    "author.csv": "submission #,first name,last name,email,country,affiliation,Web page,person #,corresponding?\n"
    "1,Ada,Example,a@kites.example,Norway,Kite House,,1,yes\n",
}
CONFTOOL = (
    "paperID;contribution_type;title;abstract;keywords;acceptance;presenting_author;authors_formatted_1_name;"
    "authors_formatted_1_organisation;session_ID;session_title;session_start;session_end;session_room;"
    "session_numberInSession\n11;Talk;Kites;<p>Kites <em>rise</em>.</p>;air;Accepted;Example, Ada;Example, Ada;"
    "Kite House;5;Air;2031-05-05 09:00;2031-05-05 10:00;Meadow;2\n"
)
OPENREVIEW = {
    "notes": [
        {
            "id": "n1", "forum": "n1", "number": 3,
            "content": {
                "title": {"value": "Kites"}, "authors": {"value": ["Ada Example"]}, "venue": {"value": "Kites 2031 Oral"},
                "abstract": {"value": LATEX}, "keywords": {"value": ["air"]},
            },
        }
    ]
}  # fmt: skip
HOTCRP = [
    {
        "pid": 1, "title": "Kites", "decision": "Accept", "abstract": LATEX, "topics": ["Air"],
        "authors": [{"first": "Ada", "last": "Example", "affiliation": "Kite House", "email": "a@kites.example"}],
    }
]  # fmt: skip
GCA = [
    {
        "uuid": "u1", "title": "Kites", "text": LATEX, "state": "Accepted", "sortId": 12, "topic": "Air",
        "affiliations": [{"department": "Tails", "section": "Kite House", "country": "Norway", "position": 0}],
        "authors": [{"firstName": "Ada", "lastName": "Example", "affiliations": [0], "position": 0}],
        "references": [{"text": "Kites, 1999.", "doi": "10.1234/kites"}],
    }
]  # fmt: skip
ZENODO = {
    "title": "Kites and <i>wind</i>", "description": TEXT, "doi": "10.1234/kites", "language": "eng", "keywords": ["air"],
    "conference_title": "Kite Days", "conference_url": "https://kites.example",
    "creators": [{"name": "Example, Ada", "affiliation": "Kite House", "orcid": "0000-0002-1825-0097"}],
}  # fmt: skip
FRONT_MATTER = {
    "kites.md": "---\ntitle: Kites\nauthors:\n- &a {name: Ada Example, affiliation: Kite House}\n- *a\ncategory: workshops\n"
    "time:\n  - {start: 2031-02-03T07:00:00Z, end: 2031-02-03T09:00:00Z}\n---\nUp [high][1].\n\n[1]: https://kites.example\n",
    "tails.md": "---\ntitle: Tails\nauthors: [{name: Bo Other}]\ncategory: posters\n---\nThey wag.\n",
}
DOCUMENT = """# Kite Workshop

12 May 2031, 13:00 – 14:00 UTC

| Time | Title | Speaker |
|---|---|---|
| 13:00 – 13:10 | Opening | Ada Example |
| 13:10 – 13:40 | Kites from above | Bo Other |
| 13:40 – 14:00 | Coffee break | |

## Abstracts

### Kites from above

Bo Other (1), Cy Third (1)

1. Kite House, Norway

They rise. 2 m^2^ of paper.
"""
ABSTRACT = (
    "Kites from above\n\nAda Example^1^, Bo Other^2^\n\n^1^ Kite House, Norway\n^2^ Tail School\n\nThey rise.\n\nFar.\n"
)
ICAL = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Kites//EN
X-WR-CALNAME:Kite Days
BEGIN:VEVENT
UID:a
DTSTART;TZID=America/New_York:20310504T090000
DTEND;TZID=America/New_York:20310504T100000
SUMMARY:Kites
DESCRIPTION:Up and away\\, far.
LOCATION:Meadow
END:VEVENT
BEGIN:VEVENT
UID:b
DTSTART:20310504T140000Z
DURATION:PT30M
SUMMARY:Coffee
END:VEVENT
END:VCALENDAR
"""
JSON_LIST = [
    {"Name": "Kites", "Time": "May 5, 2031 9:15 → 10:00", "Speaker Names": "Eve Guest, Bo Other", "Kind": "Talk"},
    {"Name": "Coffee", "Time": "May 5, 2031 10:00 → 10:30", "Speaker Names": "", "Kind": "Other"},
]
TABLE = """Title,Speaker,Affiliation,Date,Start,Duration,Room,Abstract,Keywords
Kites from above,Ada Example,Kite House,2031-05-04,9:00,30,Meadow,They rise.,"air, wind"
=1+1,"Bo Other; Cy Third",Kite House,2031-05-04,9:30,30,Meadow,@wag,
"""
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """ZIP data of these members."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def word_parts(text: str) -> dict[str, str]:
    """The parts of a Word document with these lines as paragraphs, and a table."""
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
    body += '<w:p><w:r><w:rPr><w:b/><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r></w:p>'
    body += "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    return {
        "_rels/.rels": f'<Relationships><Relationship Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/document.xml": f'<w:document xmlns:w="{_WORDS}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{_WORDS}"/>',
        "word/_rels/document.xml.rels": "<Relationships/>",
    }


def workbook_parts(rows: list[list[str]]) -> dict[str, str]:
    """The parts of a workbook with one sheet of these cells."""
    cells = "".join(
        f'<row r="{number}">' + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>"
        for number, row in enumerate(rows, 1)
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        f'Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_SHEETS}" xmlns:r="{_OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEETS}"><sheetData>{cells}</sheetData></worksheet>',
    }


ROWS = [
    ["Title", "Speaker", "Affiliation", "Date", "Start", "Duration", "Room", "Abstract"],
    ["Kites from above", "Ada Example", "Kite House", "2031-05-04", "9:00", "30", "Meadow", "They rise."],
    ["Tails", "Bo Other", "Kite House", "2031-05-04", "9:30", "30", "Meadow", "They wag."],
]


def _json(value: object) -> bytes:
    return json.dumps(value, indent=1).encode()


def _files(texts: dict[str, str]) -> Files:
    return {name: text.encode() for name, text in texts.items()}


SAMPLES: dict[str, Files] = {
    "frab-json": {"schedule.json": frab_json([event(1), event(2, "10:00"), event(3, "23:45", duration="01:00")])},
    "frab-xml": {"schedule.xml": FRAB_XML.encode()},
    "xcal": {"schedule.xcal": XCAL.encode()},
    "sessionize": {"all.json": _json(SESSIONIZE)},
    "pretalx-rest": {"submissions.json": _json(PRETALX_REST)},
    "indico": {"event.json": _json(_indico())},
    "pretalx-csv": {"sessions.csv": PRETALX_CSV.encode()},
    "booklet": _files(BOOKLET),
    "aclpub2": _files(ACLPUB2),
    "mini-conf": _files(MINI_CONF),
    "jekyll-data": _files(JEKYLL),
    "easychair": _files(EASYCHAIR),
    "conftool": {"papers.csv": CONFTOOL.encode()},
    "openreview": {"notes.json": _json(OPENREVIEW)},
    "hotcrp": {"papers.json": _json(HOTCRP)},
    "gca": {"abstracts.json": _json(GCA)},
    "zenodo": {"record.json": _json(ZENODO)},
    "front-matter": _files(FRONT_MATTER),
    "document": {"program.md": DOCUMENT.encode()},
    "abstracts": {"kites.txt": ABSTRACT.encode(), "tails.txt": ABSTRACT.replace("Kites", "Tails").encode()},
    "ical": {"program.ics": ICAL.encode()},
    "json-list": {"table.json": _json(JSON_LIST)},
    "table": {"talks.csv": TABLE.encode()},
}
PACKED: dict[str, tuple[str, dict[str, str]]] = {
    "word": ("abstract.docx", word_parts(ABSTRACT)),
    "word program": ("program.docx", word_parts(DOCUMENT)),
    "workbook": ("talks.xlsx", workbook_parts(ROWS)),
}
