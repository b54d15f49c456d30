"""Invented program documents of several shapes, for tests."""

import io
from collections.abc import Callable

import docx
from docx.document import Document

from booklet.finding import Finding
from booklet.importing.formats.documents.program_document import read_program_document
from booklet.importing.meeting import Meeting
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.wish import Wish

WITH_TABLE = """# Third Workshop on River Ice

Tuesday, 12 May 2026, 13:00 – 14:30 UTC

**Topic:** Ice jams in small rivers

**Organizers:** Ada Example (Example University, Norway), Bo Other and Cy Third (Third Institute)

Part of the Cold Rivers seminar series

## Program

| Time | Title | Speaker | Duration |
|---|---|---|---|
| 13:00 – 13:10 | Opening | Ada Example | 10 min |
| 13:10 – 13:40 | Ice jams seen from above | D. Fourth | 25 + 5 |
| 13:40 – 14:00 | Coffee break | | |
| 14:00 – 14:30 | Slush in *pipes* | Eve Fifth | 25' + 5' |

Recordings will be shared after the workshop.

## Abstracts

### Ice jams seen from above

**Dan Fourth** (1), Gil Sixth (1, 2)

1. Example University, Norway
2. Third Institute

Ice jams form where rivers bend. Their height is 2 m^2^ at most.

- They grow at night.
- They break by day.

**Keywords:** ice, jams; rivers

**References**

[1] Example, A.: On jams. J. Ice, 2020.

[2] Other, B.: On rivers. J. Ice, 2021.

### Slush in *pipes*

Eve Fifth

Slush moves slowly.

Acknowledgements: Funded by the Slush Fund.
"""

PLAIN = """MEETING OF THE SNOW GROUP
2026-02-03
9:00-10:10 CET
Venue: Example Hall, Exampletown

Agenda

9:00-9:05 Welcome
9:05-9:25 Ada Example: Snow on roofs
9:25-9:45 Snow in songs (Bo Other, Cy Third)
9:45-10:00 Panel discussion
10:00-10:10 Closing

Berlin: 9:00-10:10 CET
New York: 3:00-4:10 EST

Please bring warm shoes to the meeting.
Room key at the desk

Snow on roofs

Ada Example1, Bo Other2
1 Example University
2 Third Institute

Roofs carry snow.
A second line of the same paragraph.

A second paragraph.

Snow in songs

Bo Other1 and Cy Third1
1 Third Institute

Songs carry snow, too.
"""


def word_file(build: Callable[[Document], None]) -> bytes:
    """The bytes of a Word file that a function fills."""
    document = docx.Document()
    build(document)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def word_program(document: Document) -> None:
    """A program as a Word file: a table of times, raised marks, a bold presenter."""
    document.add_heading("Autumn School on Fog", 0)
    document.add_paragraph("Monday, October 5, 2026, 8:00-8:45 UTC")
    document.add_paragraph("Organizers: Ada Example (Example University)")
    document.add_heading("Programme", 1)
    table = document.add_table(rows=0, cols=3)
    for cells in (
        ("Time", "Presentation", "Authors"),
        ("8:00 - 8:05", "Welcome", ""),
        ("8:05 - 8:25", "Fog over lakes (15' + 5')", "Dan Fourth, Eve Fifth"),
        ("8:25 - 8:45", "Fog in valleys", "Gil Sixth"),
    ):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    document.add_heading("Fog over lakes", 2)
    authors = document.add_paragraph()
    authors.add_run("Dan Fourth").bold = True
    for text in ("1", ", Eve Fifth", "1,2"):
        authors.add_run(text).font.superscript = text[0].isdigit()
    for mark, text in (("1", "Lake Institute"), ("2", "Example University")):
        line = document.add_paragraph()
        line.add_run(mark).font.superscript = True
        line.add_run(text)
    body = document.add_paragraph("Fog of CO")
    body.add_run("2").font.subscript = True
    body.add_run(" and ")
    body.add_run("Fogus fogus").italic = True
    body.add_run(" rises at 5 * 3 places.")
    document.add_heading("Fog in valleys", 2)
    document.add_paragraph("Gil Sixth")
    document.add_paragraph("Valleys keep fog.")


def read(name: str, data: str | bytes, wish: Wish = Wish()) -> tuple[Meeting, list[Finding]]:  # noqa: B008  a value
    """What comes of a document of this name."""
    findings: list[Finding] = []
    content = data.encode() if isinstance(data, str) else data
    return read_program_document(Source(name, (SourceFile(name, content),)), wish, findings), findings
