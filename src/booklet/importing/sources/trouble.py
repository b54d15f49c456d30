"""A file that no importer knows into what is wrong with it, if it is damaged."""

from booklet.finding import Finding
from booklet.importing.sources.calendar_events import calendar
from booklet.importing.sources.docx_blocks import blocks
from booklet.importing.sources.json_records import json_value
from booklet.importing.sources.source import SourceFile
from booklet.importing.sources.tables import tables
from booklet.importing.sources.xml_elements import xml_root
from booklet.importing.sources.yaml_records import yaml_value

_READERS = {
    ".csv": tables,
    ".docx": blocks,
    ".ics": calendar,
    ".json": json_value,
    ".tsv": tables,
    ".xcal": xml_root,
    ".xlsx": tables,
    ".xml": xml_root,
    ".yaml": yaml_value,
    ".yml": yaml_value,
}


def trouble_of(file: SourceFile) -> tuple[Finding, ...]:
    """What the reader of its kind has to say about a file; nothing for other kinds."""
    findings: list[Finding] = []
    if reader := _READERS.get(file.ending):
        reader(file, findings)
    return tuple(findings)
