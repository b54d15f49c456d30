"""The forms that booklet imports: what each is called, how it is recognised, and what reads it."""

from collections.abc import Callable
from dataclasses import dataclass

from booklet.finding import Finding
from booklet.importing.formats.booklet_content import is_booklet_content, read_booklet_content
from booklet.importing.formats.docx_abstracts import is_docx_abstracts, read_docx_abstracts
from booklet.importing.formats.frab_json import is_frab_json, read_frab_json
from booklet.importing.formats.frab_xml import is_frab_xml, read_frab_xml
from booklet.importing.formats.ical import is_ical, read_ical
from booklet.importing.formats.indico import is_indico, read_indico
from booklet.importing.formats.pretalx_csv import is_pretalx_csv, read_pretalx_csv
from booklet.importing.formats.pretalx_rest import is_pretalx_rest, read_pretalx_rest
from booklet.importing.formats.program_document import is_program_document, read_program_document
from booklet.importing.formats.sessionize import is_sessionize, read_sessionize
from booklet.importing.formats.xcal import is_xcal, read_xcal
from booklet.importing.meeting import Meeting
from booklet.importing.sources.source import Source
from booklet.importing.wish import Wish

Read = Callable[[Source, Wish, list[Finding]], Meeting]


@dataclass(frozen=True, slots=True)
class Importer:
    """A form: its `name` for --format, a `title` for people, whether a source `is_it` (by what its files hold, not by what
    they are called alone), and `read`, which adds what is to be said to the list of findings."""

    name: str
    title: str
    is_it: Callable[[Source], bool]
    read: Read


IMPORTERS: tuple[Importer, ...] = (
    Importer("frab-json", "schedule.json of pretalx and frab", is_frab_json, read_frab_json),
    Importer("frab-xml", "schedule.xml of pretalx, frab, Pentabarf and OSEM", is_frab_xml, read_frab_xml),
    Importer("xcal", "xCal of Pentabarf and pretalx", is_xcal, read_xcal),
    Importer("sessionize", "JSON of Sessionize", is_sessionize, read_sessionize),
    Importer("pretalx-rest", "JSON of pretalx's REST interface", is_pretalx_rest, read_pretalx_rest),
    Importer("indico", "JSON of Indico: event, timetable or abstracts", is_indico, read_indico),
    Importer("pretalx-csv", "tables that pretalx exports", is_pretalx_csv, read_pretalx_csv),
    Importer("booklet", "the content folder of a booklet", is_booklet_content, read_booklet_content),
    Importer("document", "a program with abstracts in one document", is_program_document, read_program_document),
    Importer("abstracts", "abstracts in documents, one a file", is_docx_abstracts, read_docx_abstracts),
    Importer("ical", "iCalendar", is_ical, read_ical),
)
