"""The submissions of EasyChair, as a set of CSV files or a workbook, into a Meeting without sessions."""

import re
from collections.abc import Mapping

from booklet.codes import BAD_SOURCE, GUESSED
from booklet.finding import Finding
from booklet.importing.cleaning.kinds import talk_kind
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import joined_name, names_in
from booklet.importing.cleaning.prose import prose
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.cleaning.word_lists import parted_words
from booklet.importing.meeting import ImportedAuthor, ImportedEvent, ImportedName, ImportedTalk, Meeting
from booklet.importing.meeting_parts.asides import say_private, say_unused
from booklet.importing.meeting_parts.submissions import accepted, verdict
from booklet.importing.sources.record import Record
from booklet.importing.sources.source import Source
from booklet.importing.sources.tables import records, tables
from booklet.importing.wish import Wish
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace

# The tables of an export by the headers that each has, in small letters.
_TABLES = {
    "values": ("submission #", "field name", "value"),
    "authors": ("submission #", "first name", "last name"),
    "topics": ("submission #", "topic"),
    "submissions": ("#", "title", "authors"),
    "committee": ("first name", "last name", "role"),
}
_PRESENTER = re.compile(r"presenter|presenting author|speaker", re.IGNORECASE)
_TYPE = re.compile(r"\btype\b|format|\bkind\b", re.IGNORECASE)
_REVIEWS = {"score": "reviews", "review #": "reviews", "total score": "reviews", "reviewer": "reviews"}


@dataclass(frozen=True, slots=True)
class _Export:
    """The records of each table, those of authors, topics and values by submission."""

    submissions: tuple[Record, ...]
    authors: Mapping[str, tuple[Record, ...]]
    topics: Mapping[str, tuple[Record, ...]]
    values: Mapping[str, tuple[Record, ...]]
    committee: tuple[Record, ...]


def is_easychair(source: Source) -> bool:
    """Whether a table has submissions by number, with what only EasyChair says of them, or beside one of authors."""
    found = _tables(source, [])
    submissions = found.get("submissions", ())
    known = {name for record in submissions[:1] for name in record.values}
    return bool(submissions) and (bool(known & {"decision", "deleted?", "form fields"}) or "authors" in found)


def read_easychair(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """Those that are accepted, in the order of their numbers in the file; who presents is among the fields of forms."""
    export = _export(source, findings)
    if not export.submissions:
        message = "there is no table of submissions with #, title and authors"
        findings.append(Finding(BAD_SOURCE, message, Place(source.name)))
    kept = accepted(export.submissions, _verdict, lambda record: record.place, findings)
    rows = [row for rows in export.authors.values() for row in rows]
    say_private([*rows, *export.committee], {"email": "e-mail addresses"}, findings)
    say_unused(rows, ("web page",), findings)
    return Meeting(
        event=ImportedEvent(
            title=wish.title, zone=wish.zone, language=wish.language, committees=_committees(export.committee, findings)
        ),
        talks=tuple(_talk(record, export, findings) for record in kept),
    )


def _tables(source: Source, findings: list[Finding]) -> dict[str, tuple[Record, ...]]:
    found: dict[str, tuple[Record, ...]] = {}
    for file in source.ending(".csv", ".xlsx"):
        for table in tables(file, findings):
            headers = {cell.strip().casefold() for cell in table.rows[0].cells} if table.rows else set()
            what = next((name for name, wanted in _TABLES.items() if headers.issuperset(wanted)), "")
            if headers & _REVIEWS.keys():
                say_private(map(_lowered, records(table)), _REVIEWS, findings)
            elif what and what not in found:
                found[what] = tuple(map(_lowered, records(table)))
    return found


def _lowered(record: Record) -> Record:
    places = {name.casefold(): place for name, place in record.places.items()}
    return Record({name.casefold(): value for name, value in record.values.items()}, record.place, places)


def _export(source: Source, findings: list[Finding]) -> _Export:
    found = _tables(source, findings)
    by_number = {what: _by_number(found.get(what, ())) for what in ("authors", "topics", "values")}
    return _Export(found.get("submissions", ()), **by_number, committee=found.get("committee", ()))


def _by_number(rows: tuple[Record, ...]) -> dict[str, tuple[Record, ...]]:
    found: dict[str, list[Record]] = {}
    for row in rows:
        found.setdefault(row.text("submission #"), []).append(row)
    return {number: tuple(each) for number, each in found.items()}


def _verdict(record: Record) -> bool | None:
    return False if record.truth("deleted?") else verdict(record.text("decision"))


def _talk(record: Record, export: _Export, findings: list[Finding]) -> ImportedTalk:
    number = record.text("#")
    fields = {value.text("field name"): value.text("value") for value in export.values.get(number, ())}
    kind = next((text for name, text in fields.items() if _TYPE.search(name)), "")
    presenter = next((text for name, text in fields.items() if _PRESENTER.search(name)), "")
    authors = _authors(record, export.authors.get(number, ()), findings)
    return ImportedTalk(
        key=number or record.text("title"),
        title=title_text(record.text("title"), record.of("title"), findings),
        place=record.place,
        abstract=prose(record.text("abstract"), "any", record.of("abstract"), findings),
        authors=_presenting(authors, presenter, record.place),
        kind=talk_kind(kind) or talk_kind(record.text("decision")),
        track=one_line(record.text("track") or record.text("track name"), record.place, findings),
        keywords=_keywords(record, export.topics.get(number, ()), findings),
    )


def _authors(record: Record, rows: tuple[Record, ...], findings: list[Finding]) -> tuple[ImportedAuthor, ...]:
    """The authors in the order of the submission, with what the table of authors says of those of the same name."""
    known = {name.casefold(): row for row in reversed(rows) if (name := _name(row))}
    named = [one.name for one in names_in(record.text("authors"), record.of("authors"), findings)]
    found = []
    for name in named or [name for row in rows if (name := _name(row))]:
        row = known.get(name.casefold())
        affiliation = _affiliation(row, findings) if row else ""
        found.append(ImportedAuthor(name, (affiliation,) if affiliation else ()))
    return tuple(found)


def _name(row: Record) -> str:
    return joined_name(row.text("first name"), "", row.text("last name"))


def _affiliation(row: Record, findings: list[Finding]) -> str:
    """The affiliation with its country, unless it says so itself."""
    affiliation, country = row.text("affiliation"), row.text("country")
    missing = affiliation and country and country.casefold() not in affiliation.casefold()
    return one_line(f"{affiliation}, {country}" if missing else affiliation, row.of("affiliation"), findings)


def _presenting(authors: tuple[ImportedAuthor, ...], presenter: str, place: Place) -> tuple[ImportedAuthor, ...]:
    names = {one.name.casefold() for one in names_in(presenter, place, [])}
    return tuple(replace(author, presenting=author.name.casefold() in names) for author in authors)


def _keywords(record: Record, topics: tuple[Record, ...], findings: list[Finding]) -> tuple[str, ...]:
    """The keywords, a line each or parted by semicolons or commas, and after them the topics."""
    if topics:
        findings.append(Finding(GUESSED, "topics stand among the keywords", topics[0].place))
    texts = [*parted_words(record.text("keywords")), *(topic.text("topic") for topic in topics)]
    words = (one_line(text, record.of("keywords"), findings) for text in texts)
    return tuple(dict.fromkeys(word for word in words if word))


def _committees(rows: tuple[Record, ...], findings: list[Finding]) -> tuple[tuple[str, tuple[ImportedName, ...]], ...]:
    """The program committee; the office of an ordinary member goes without saying."""
    names = []
    for row in rows:
        role = one_line(row.text("role"), row.of("role"), findings)
        office = "" if role.casefold() in {"pc member", "member", "programme committee member"} else role
        if name := _name(row):
            names.append(ImportedName(name, _affiliation(row, findings), office))
    return (("Program committee", tuple(names)),) if names else ()
