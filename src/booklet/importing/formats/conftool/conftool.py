"""The exports of ConfTool, papers and sessions as CSV, XLSX or XML, into a Meeting."""

from booklet.codes import BAD_SOURCE
from booklet.finding import Finding
from booklet.importing.formats.conftool.papers import papers_of
from booklet.importing.formats.conftool.sessions import moments, presentations, sessions
from booklet.importing.meeting import ImportedEvent, Meeting
from booklet.importing.meeting_parts.asides import say_private
from booklet.importing.meeting_parts.slots import zone_of
from booklet.importing.sources.record import Record, Value
from booklet.importing.sources.source import Source
from booklet.importing.sources.tables import records, tables
from booklet.importing.sources.xml_elements import Element, xml_root
from booklet.importing.wish import Wish
from booklet.place import Place

_PAPER = frozenset({"paperid", "title"})
_SESSION = frozenset({"session_title", "session_start"})
_MAILS = "email"
_PRIVATE = (
    ("remarks", "remarks of authors"),
    ("download_link", "links to files"),
    ("original_filename", "links to files"),
    ("submitting_author", "names of those who submitted"),
    ("review", "reviews"),
    ("score", "reviews"),
)


def is_conftool(source: Source) -> bool:
    """Whether a table or XML file has papers by paperID, or sessions with their titles and starts."""
    papers, found = _records(source, [])
    return bool(papers or found)


def read_conftool(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """The papers that are accepted, in the sessions of the other export, or in those that the papers name."""
    rows, found = _records(source, findings)
    place = (*rows, *found)[0].place if rows or found else Place(source.name)
    if not rows and not found:
        findings.append(Finding(BAD_SOURCE, "there are neither papers nor sessions of ConfTool in it", place))
    _say_private((*rows, *found), findings)
    papers = papers_of(rows, findings)
    zone = zone_of("", wish, moments(found or papers.rows), wish.language, place, findings)
    papers = presentations(found, papers, findings)
    return Meeting(
        event=ImportedEvent(title=wish.title, zone=zone, language=wish.language),
        sessions=sessions(found, papers, zone, findings),
        talks=tuple(papers.talks.values()),
    )


def _records(source: Source, findings: list[Finding]) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    """Papers and sessions; of each the first file that has any."""
    papers: tuple[Record, ...] = ()
    found: tuple[Record, ...] = ()
    for rows in _all_records(source, findings):
        names = {name for row in rows[:1] for name in row.values}
        if names >= _PAPER and not papers:
            papers = rows
        elif names >= _SESSION and not found:
            found = rows
    return papers, found


def _all_records(source: Source, findings: list[Finding]) -> list[tuple[Record, ...]]:
    every = []
    for file in source.ending(".csv", ".tsv", ".xlsx"):
        every += [tuple(map(_lowered, records(table))) for table in tables(file, findings)]
    for file in source.ending(".xml"):
        root = xml_root(file, findings)
        every.append(tuple(_record(one) for one in root.children if one.children) if root else ())
    return every


def _lowered(record: Record) -> Record:
    places = {name.casefold(): place for name, place in record.places.items()}
    return Record({name.casefold(): value for name, value in record.values.items()}, record.place, places)


def _record(element: Element) -> Record:
    """The texts of the children by their names; of those that are there twice the first with a text."""
    values: dict[str, Value] = {}
    places: dict[str, Place] = {}
    for child in element.children:
        name, text = child.name.casefold(), child.whole().strip()
        if not values.get(name):
            values[name], places[name] = text, child.place
    return Record(values, element.place, places)


def _say_private(rows: tuple[Record, ...], findings: list[Finding]) -> None:
    kinds: dict[str, str] = {}
    for row in rows[:1]:
        kinds |= {name: "e-mail addresses" for name in row.values if _MAILS in name}
        kinds |= {name: kind for name in row.values for begin, kind in _PRIVATE if name.startswith(begin)}
    say_private(rows, kinds, findings)
