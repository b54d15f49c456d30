"""Sources that want to break who imports them, each made here: bombs, ways out, names and texts that are more than text."""

import json
import random
from collections.abc import Callable

from import_samples import (
    ABSTRACT,
    FRAB_XML,
    ROWS,
    SAMPLES,
    Files,
    event,
    frab_json,
    word_parts,
    workbook_parts,
    zipped,
)

BILLION = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1 if n else str()};" * 10}">' for n in range(9)
)
NAMES = [
    "\x1b]0;owned\x07 Ada", "Ada \u202eelpmaxE", "../../etc/passwd", "con", "aux.md", "nul", "x" * 10_000, "-rf", "~",
    "a/b\\c", "%s{0}$HOME", "Ada\u0301\u0301" * 50, "\u200b\u200b", "{{7*7}}", "<script>alert(1)</script>", "'; DROP",
    "\ud83d\ude00", "Ada\nBo", "null", "true", "- Ada", "Ada: Bo", "#Ada", "&Ada", "*Ada", "!Ada", "@Ada", "`Ada",
    "|", ">", "---", "[Ada]", '"', "'", ",",
]  # fmt: skip
TITLES = [
    "---", ": ", "- {", "title: x", "{a: b}", "[a, b", "# Kites", "? a", "!!python/object:os.system", "&a *a", "yes",
    "1e9", "2031-05-04", "12:30", "~", "null", "%TAG", "@kites", "`kites`", "$x$ and $", "\\", "\\frac{",
    "{{ kites }}", "{% kites %}", "**", "<b>", "</b>", "&amp;amp;", "=HYPERLINK(\"http://kites.example\",\"x\")",
    "=cmd|' /C calc'!A0", "+1+1", "'quoted'", '"quoted"', "a\tb", "a  b", "\u2028", "k" * 10_000, "é" * 301, " ",
    "\x00\x01", "🪁" * 200, "...", "--- kites", "kites ---", "<!-- kites", "![x](/etc/passwd)", "^", "~~", "_",
]  # fmt: skip
ABSTRACTS = [
    "---\ntitle: other\n---\nText", "Text\n---\nmore\n---\n", "{{ kites }} {% raw %}", "\\" * 1001, "$" * 999, "$$x",
    "$x^{" * 300, "\\begin{align}" * 50, "`" * 501, "```\ncode\n", "<" * 5000, "[" * 2000, "![](" * 500, "*" * 3000,
    "_a" * 3000, "&" * 5000, "> " * 200 + "deep", "- " * 200 + "deep", "<ul><li>" * 300, "<div>" * 5000, "<p>" * 3000,
    "<table>" * 500 + "x", "a" * 300_000, "a b " * 60_000, "\n" * 50_000 + "x", "x\n\n" * 5000, "# " * 1000,
    "|a" * 2000 + "\n" + "|-" * 2000, "^" * 2000, "~" * 2000, "[x]: https://kites.example\n" * 2000, "[^1] " * 500,
    "<!--" * 1000, "&#0;&#xD800;&#x110000;", "\\def\\x{\\x\\x}\\x", "\u202e" * 400, "\u0301" * 4000,
    "http://" + "a." * 3000, "a@" * 5000, "1. " * 500, "{" * 5000, "}" * 5000, "<a href='" * 500,
    "<!DOCTYPE html>" * 300,
]  # fmt: skip


def _frab(*events: dict[str, object]) -> Files:
    return {"schedule.json": frab_json(list(events))}


def _times() -> Files:
    odd = [
        event(1, date="0001-01-01T00:00:00+02:00"),
        event(2, date="9999-12-31T23:59:00-12:00", duration="30:00"),
        event(3, start="24:00"),
        event(4, duration="-01:00"),
        event(5, duration="30:00"),
        event(6, date=None),
        event(7, start=None),
        event(8, "09:10"),
        event(9, "09:10"),
        event(10, "09:20", duration="999999:59"),
        event(11, duration="00:00"),
        event(12, date="2031-02-30T25:61:00+99:00"),
        event(13, duration=10**30),
        event(14, date="0001-01-01T00:00:00-23:59"),
        event(15, date="9999-12-31T23:59:59+14:00"),
        event(16, date=20310504),
        event(17, duration=[]),
        event(18, room={"en": []}),
    ]
    return _frab(*odd)


def _conference(**more: object) -> Files:
    value = json.loads(frab_json([event(1)]))
    value["schedule"]["conference"] |= more
    return {"schedule.json": json.dumps(value).encode()}


def _table(*rows: str) -> Files:
    return {"talks.csv": "\n".join(("Title,Speaker,Date,Start,Abstract", *rows)).encode()}


def _workbook(rows: list[list[str]], **more: str | bytes) -> Files:
    return {"talks.xlsx": zipped({**workbook_parts(rows), **more})}


def _word(text: str, **more: str | bytes) -> Files:
    return {"abstract.docx": zipped({**word_parts(text), **more})}


def _words(count: int) -> str:
    drawn = random.Random(1)
    return "\n".join("".join(drawn.choices("abcdefghij klmnop", k=12)) for _ in range(count))


def _external(entity: str) -> str:
    return f'<!DOCTYPE a [<!ENTITY x SYSTEM "{entity}">]>'


ITEMS = '{"a": ' * 100_000 + "1" + "}" * 100_000
HOSTILE: dict[str, Callable[[], Files]] = {
    "entities that grow": lambda: {"s.xml": f"{BILLION}]>{FRAB_XML.replace('Away', '&a8;')}".encode()},
    "entities in xCal": lambda: {"s.xcal": f"{BILLION}]><iCalendar><vcalendar>&a8;</vcalendar></iCalendar>".encode()},
    "an entity of a file": lambda: {
        "s.xml": _external("/etc/passwd").encode() + FRAB_XML.replace("Away", "&x;").encode()
    },
    "an entity of the net": lambda: {"s.xml": _external("http://127.0.0.1:9/").encode() + b"<schedule>&x;</schedule>"},
    "a DTD of the net": lambda: {"s.xml": b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><schedule/>'},
    "deep XML": lambda: {"s.xml": b"<a>" * 100_000 + b"</a>" * 100_000},
    "XML of many attributes": lambda: {
        "s.xml": b"<schedule " + b" ".join(b'a%d="x"' % n for n in range(50_000)) + b"/>"
    },
    "a document that grows": lambda: _word("x", **{"word/document.xml": "<a>" + " " * 60_000_000 + "</a>"}),
    "a document with entities": lambda: _word("x", **{"word/document.xml": f"{BILLION}]><a>&a8;</a>"}),
    "a document with a file": lambda: _word("x", **{"word/document.xml": _external("/etc/passwd") + "<a>&x;</a>"}),
    "a document of 30 000 paragraphs": lambda: _word(_words(30_000)),
    "a workbook that grows": lambda: _workbook(
        ROWS, **{"xl/sharedStrings.xml": "<sst>" + "<si/>" * 9_000_000 + "</sst>"}
    ),
    "a workbook with entities": lambda: _workbook(ROWS, **{"xl/sharedStrings.xml": f"{BILLION}]><sst>&a8;</sst>"}),
    "a workbook with cells in a comment": lambda: _workbook(
        ROWS,
        **{
            "xl/worksheets/sheet1.xml": workbook_parts(ROWS)["xl/worksheets/sheet1.xml"].replace(
                "<sheetData>", f"<!--{'<c ' * 200_000}--><sheetData>"
            )
        },
    ),
    "a workbook of one far cell": lambda: _workbook(
        ROWS,
        **{
            "xl/worksheets/sheet1.xml": workbook_parts(ROWS)["xl/worksheets/sheet1.xml"].replace('r="3"', 'r="1048576"')
        },
    ),
    "an archive that grows": lambda: {"s.zip": zipped({"schedule.json": b" " * 100_000_000})},
    "names that climb": lambda: {
        "s.zip": zipped({"../../x.json": "{}", "/etc/x.json": "{}", "C:\\x.json": "{}", "..\\y.json": "{}"})
    },
    "an archive of an archive": lambda: {"s.zip": zipped({"t.zip": zipped({"schedule.json": "{}"})})},
    "an archive of many": lambda: {"s.zip": zipped({f"{n}.json": "{}" for n in range(30_000)})},
    "quotes that never end": lambda: _table('Kites,"Ada,2031-05-04,9:00', *("x,y,z" for _ in range(2000))),
    "NUL in a table": lambda: _table("Ki\x00tes,Ada\x00,2031-05-04,9:00,\x00"),
    "Windows letters": lambda: {"t.csv": "Title;Speaker\nGrüße;Ada Müller\n".encode("cp1252")},
    "UTF-16": lambda: {"t.csv": "Title,Speaker\nKites,Ada\n".encode("utf-16")},
    "half of UTF-16": lambda: {"t.csv": b"\xff\xfeT\x00i\x00t"},
    "a table of 2 000 columns": lambda: {"t.csv": b",".join(b"Title" for _ in range(2000)) + b"\n" + b"x," * 2000},
    "a cell of a million": lambda: _table(f"Kites,Ada,2031-05-04,9:00,{'k' * 1_000_000}"),
    "formulas": lambda: _table(
        *(f'"{title.replace(chr(34), chr(34) * 2)}",Ada,,,' for title in TITLES if title[:1] in "=+-@")
    ),
    "aliases that grow": lambda: {
        "papers.yml": b"a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        + b"".join(b"a%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 12))
    },
    "an alias of itself": lambda: {"papers.yml": b"- &a {id: 1, authors: [*a], title: *a}\n"},
    "deep YAML": lambda: {"papers.yml": b"[" * 100_000, "program.yml": b"- " * 100_000, "a.yml": b"{a: " * 50_000},
    "objects of Python": lambda: {"papers.yml": b"- {id: !!python/object/apply:os.system [id], authors: []}\n"},
    "front matter that grows": lambda: {
        "a.md": b"---\ntitle: &a [" + b"x," * 100_000 + b"]\nauthors: [*a, *a, *a]\n---\n"
    },
    "deep JSON": lambda: {"s.json": ITEMS.encode()},
    "deep JSON lists": lambda: {"s.json": b"[" * 100_000 + b"]" * 100_000},
    "numbers of 10 000 digits": lambda: {
        "s.json": SAMPLES["frab-json"]["schedule.json"].replace(b'"id": 1', b'"id": ' + b"9" * 10_000)
    },
    "numbers of YAML": lambda: {
        "papers.yml": b"- {id: "
        + b"9" * 10_000
        + b", title: Kites, authors: [{name: Ada}], abstract: 1:"
        + b"59:" * 3000
        + b"9}\n"
    },
    "NaN and Infinity": lambda: {
        "s.json": SAMPLES["frab-json"]["schedule.json"].replace(b'"id": 1', b'"id": NaN, "start": Infinity')
    },
    "lone halves of characters": lambda: _frab(
        event(1, title="\\ud800 kites", abstract="\ud800", room="\udfff", track="\ud83d")
    ),
    "names": lambda: _frab(
        *(
            event(n, f"{9 + n // 6:02}:{10 * (n % 6):02}", duration="00:10", persons=[{"id": n, "public_name": name}])
            for n, name in enumerate(NAMES)
        )
    ),
    "names of everything": lambda: _frab(
        *(
            event(
                n,
                f"{9 + n // 6:02}:{10 * (n % 6):02}",
                room=name,
                track=name,
                type=name,
                language=name,
                guid=name,
                duration="00:10",
            )
            for n, name in enumerate(NAMES)
        )
    ),
    "titles": lambda: _frab(*(event(n, title=title, subtitle=title, persons=[]) for n, title in enumerate(TITLES))),
    "titles of Markdown": lambda: {
        f"{n}.md": f"---\ntitle: {json.dumps(title)}\nauthors: [{{name: {json.dumps(title)}}}]\n---\n{title}\n".encode()
        for n, title in enumerate(TITLES)
    },
    "titles of a table": lambda: _table(*(f'"{title.replace(chr(34), chr(34) * 2)}",Ada,,,' for title in TITLES)),
    "abstracts": lambda: _frab(*(event(n, abstract=text, description="") for n, text in enumerate(ABSTRACTS))),
    "abstracts of Markdown": lambda: {
        f"{n}.md": f"---\ntitle: Kites {n}\nauthors: [{{name: Ada}}]\n---\n{text}\n".encode()
        for n, text in enumerate(ABSTRACTS)
    },
    "abstracts of LaTeX": lambda: {
        "papers.json": json.dumps(
            [
                {"pid": n, "title": f"Kites {n}", "decision": "Accept", "abstract": text, "authors": []}
                for n, text in enumerate(ABSTRACTS)
            ]
        ).encode()
    },
    "odd times": _times,
    "times of a table": lambda: _table(
        "A,Ada,0001-01-01,0:00,",
        "B,Bo,9999-12-31,23:59,",
        "C,Cy,2031-05-04,24:00,",
        "D,Di,2031-02-30,25:61,",
        "E,Ed,12345-67-89,x,",
    ),
    "times of a calendar": lambda: {
        "c.ics": SAMPLES["ical"]["program.ics"]
        .replace(b"PT30M", b"-P99999999999D")
        .replace(b"20310504T090000", b"00010101T000000")
    },
    "a calendar that repeats for ever": lambda: {
        "c.ics": SAMPLES["ical"]["program.ics"]
        .replace(b"SUMMARY", b"RRULE:FREQ=SECONDLY\nSUMMARY")
        .replace(b"PT30M", b"P9999999D")
    },
    "a zone that is a file": lambda: _conference(time_zone_name="../../../../etc/passwd"),
    "a conference of other values": lambda: _conference(
        title=[], acronym={}, days={"a": 1}, start=5, time_zone_name=[1]
    ),
    "sessions that overlap": lambda: _frab(*(event(n, "09:05", duration="03:00") for n in range(0, 300, 2))),
    "one key for all": lambda: _frab(
        *(event(2 * n, f"{9 + n // 6:02}:{10 * (n % 6):02}", guid="k", id=1) for n in range(40))
    ),
    "1 500 equal titles": lambda: _frab(
        *(
            event(n, f"{8 + n % 12:02}:00", title="Kites", persons=[], abstract="", description="", room=f"R{n // 24}")
            for n in range(1500)
        )
    ),
    "nothing": lambda: {"schedule.json": b""},
    "blanks": lambda: {"talks.csv": b" \n\r\n\t", "a.md": b"---\n---\n", "b.yml": b"# nothing\n", "c.json": b"null"},
    "no files": dict,
    "5 000 files": lambda: {
        f"talks/{n}.md": f"---\ntitle: Kites {n}\nauthors: [{{name: Ada}}]\n---\nUp.\n".encode() for n in range(5000)
    },
    "many folders": lambda: {f"{'a/' * 60}{n}/x.md": b"---\ntitle: x\nauthor: y\n---\n" for n in range(30)},
    "files of other kinds": lambda: {
        "a.json": b"\x7fELF" + bytes(range(256)) * 100,
        "b.xlsx": b"PK\x03\x04" * 999,
        "c.docx": b"\xd0\xcf\x11\xe0",
    },
    "a good abstract": lambda: _word(ABSTRACT),
}
