"""The forms that booklet imports: what each is called, how it is recognised, and what reads it."""

from collections.abc import Callable
from dataclasses import dataclass

from booklet.finding import Finding
from booklet.importing.formats.aclpub2 import is_aclpub2, read_aclpub2
from booklet.importing.formats.conftool import is_conftool, read_conftool
from booklet.importing.formats.easychair import is_easychair, read_easychair
from booklet.importing.formats.front_matter import is_front_matter, read_front_matter
from booklet.importing.formats.gca import is_gca, read_gca
from booklet.importing.formats.hotcrp import is_hotcrp, read_hotcrp
from booklet.importing.formats.jekyll_data import is_jekyll_data, read_jekyll_data
from booklet.importing.formats.json_list import is_json_list, read_json_list
from booklet.importing.formats.mini_conf import is_mini_conf, read_mini_conf
from booklet.importing.formats.openreview import is_openreview, read_openreview
from booklet.importing.formats.zenodo import is_zenodo, read_zenodo
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
    Importer("aclpub2", "aclpub2 (YAML)", is_aclpub2, read_aclpub2),
    Importer("mini-conf", "Mini-Conf (CSV and calendar)", is_mini_conf, read_mini_conf),
    Importer("jekyll-data", "Jekyll data (YAML)", is_jekyll_data, read_jekyll_data),
    Importer("easychair", "EasyChair (CSV or XLSX)", is_easychair, read_easychair),
    Importer("conftool", "ConfTool (CSV, XLSX or XML)", is_conftool, read_conftool),
    Importer("openreview", "OpenReview (JSON)", is_openreview, read_openreview),
    Importer("hotcrp", "HotCRP (JSON)", is_hotcrp, read_hotcrp),
    Importer("gca", "G-Node conference abstracts (JSON)", is_gca, read_gca),
    Importer("zenodo", "Zenodo record (JSON)", is_zenodo, read_zenodo),
    Importer("front-matter", "Markdown files with front matter", is_front_matter, read_front_matter),
    # Last, as nearly every list of records looks like one.
    Importer("json-list", "JSON list (Notion and others)", is_json_list, read_json_list),
)
