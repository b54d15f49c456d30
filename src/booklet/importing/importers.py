"""The forms that booklet imports: what each is called, how it is recognised, and what reads it."""

from collections.abc import Callable

from booklet.finding import Finding
from booklet.importing.formats.acl.acl_order import is_acl_order, read_acl_order
from booklet.importing.formats.acl.aclpub2 import is_aclpub2, read_aclpub2
from booklet.importing.formats.conftool.conftool import is_conftool, read_conftool
from booklet.importing.formats.content.booklet_content import is_booklet_content, read_booklet_content
from booklet.importing.formats.documents.docx_abstracts import is_docx_abstracts, read_docx_abstracts
from booklet.importing.formats.documents.program_document import is_program_document, read_program_document
from booklet.importing.formats.easychair import is_easychair, read_easychair
from booklet.importing.formats.frab_json import is_frab_json, read_frab_json
from booklet.importing.formats.frab_xml import is_frab_xml, read_frab_xml
from booklet.importing.formats.front_matter import is_front_matter, read_front_matter
from booklet.importing.formats.gca import is_gca, read_gca
from booklet.importing.formats.hotcrp import is_hotcrp, read_hotcrp
from booklet.importing.formats.ical import is_ical, read_ical
from booklet.importing.formats.indico.indico import is_indico, read_indico
from booklet.importing.formats.indico.indico_csv import is_indico_csv, read_indico_csv
from booklet.importing.formats.jekyll.jekyll_data import is_jekyll_data, read_jekyll_data
from booklet.importing.formats.json_list import is_json_list, read_json_list
from booklet.importing.formats.mapped.mapped_table import is_mapped_table, read_mapped_table
from booklet.importing.formats.mini_conf.mini_conf import is_mini_conf, read_mini_conf
from booklet.importing.formats.openreview import is_openreview, read_openreview
from booklet.importing.formats.pretalx_csv import is_pretalx_csv, read_pretalx_csv
from booklet.importing.formats.pretalx_rest import is_pretalx_rest, read_pretalx_rest
from booklet.importing.formats.researchr import is_researchr, read_researchr
from booklet.importing.formats.sched import is_sched, read_sched
from booklet.importing.formats.sessionize import is_sessionize, read_sessionize
from booklet.importing.formats.xcal import is_xcal, read_xcal
from booklet.importing.formats.zenodo import is_zenodo, read_zenodo
from booklet.importing.meeting import Meeting
from booklet.importing.sources.source import Source
from booklet.importing.wish import Wish
from booklet.plain_dataclasses import dataclass

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
    Importer("indico-csv", "tables of Indico: contributions or abstracts", is_indico_csv, read_indico_csv),
    Importer("sched", "JSON of Sched: sessions and users", is_sched, read_sched),
    Importer("researchr", "XML of researchr", is_researchr, read_researchr),
    Importer("pretalx-csv", "tables that pretalx exports", is_pretalx_csv, read_pretalx_csv),
    Importer("booklet", "content of a booklet", is_booklet_content, read_booklet_content),
    Importer("aclpub2", "YAML files of aclpub2", is_aclpub2, read_aclpub2),
    Importer("acl-order", 'the file "order" of the older ACL tools', is_acl_order, read_acl_order),
    Importer("mini-conf", "papers and calendar of a Mini-Conf site", is_mini_conf, read_mini_conf),
    Importer("jekyll-data", "YAML data of a Jekyll site", is_jekyll_data, read_jekyll_data),
    Importer("easychair", "tables that EasyChair exports", is_easychair, read_easychair),
    Importer("conftool", "tables or XML that ConfTool exports", is_conftool, read_conftool),
    Importer("openreview", "JSON of OpenReview: notes", is_openreview, read_openreview),
    Importer("hotcrp", "JSON of HotCRP", is_hotcrp, read_hotcrp),
    Importer("gca", "JSON of G-Node conferences", is_gca, read_gca),
    Importer("zenodo", "JSON of a Zenodo record", is_zenodo, read_zenodo),
    Importer("front-matter", "Markdown files with front matter", is_front_matter, read_front_matter),
    Importer("document", "a program with abstracts in one document", is_program_document, read_program_document),
    Importer("abstracts", "abstracts in documents, one a file", is_docx_abstracts, read_docx_abstracts),
    Importer("ical", "iCalendar", is_ical, read_ical),
    # Last, as nearly every list of records, and every table with titles, looks like one.
    Importer("json-list", "JSON list of records, as of Notion", is_json_list, read_json_list),
    Importer("table", "table of talks", is_mapped_table, read_mapped_table),
)
