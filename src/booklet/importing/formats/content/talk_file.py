"""A file of talks/ or pages/ into a talk or page of an import."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from booklet.finding import Finding
from booklet.importing.formats.content.untaken import named, untaken
from booklet.importing.meeting import ImportedAuthor, ImportedLink, ImportedName, ImportedPage, ImportedTalk
from booklet.importing.sources.record import Record
from booklet.importing.sources.source import SourceFile
from booklet.importing.sources.yaml_records import front_matter

_TALK = [
    "title",
    "id",
    "authors",
    "affiliations",
    "language",
    "status",
    "keywords",
    "macros",
    "references",
    "funding",
    "links",
    "kind",
    "track",
    "board",
]
_PAGE = ["title", "signatures"]


def talk_of(file: SourceFile, shared: Mapping[str, str], findings: list[Finding]) -> ImportedTalk | None:
    """The talk of a file; None when the file has no head."""
    head = front_matter(file, findings)
    if head is None:
        return None
    record = head.record
    untaken(record, _TALK, "a talk", findings)
    name = record.text("id") or PurePosixPath(file.name).stem
    own = {key: record.record("affiliations").text(key) for key in record.record("affiliations").values}
    macros = record.record("macros")
    return ImportedTalk(
        key=name,
        id=name,
        title=record.text("title"),
        place=record.of("title"),
        abstract=head.body.strip("\n"),
        authors=tuple(_author(one, {**shared, **own}) for one in named(record, "authors", "name")),
        kind=record.text("kind"),
        language=record.text("language"),
        track=record.text("track"),
        board=record.text("board"),
        status=record.text("status"),
        keywords=record.texts("keywords"),
        references=record.texts("references"),
        funding=record.text("funding"),
        links=tuple(ImportedLink(one.text("address"), one.text("label")) for one in named(record, "links", "address")),
        macros=tuple((name, macros.text(name)) for name in macros.values),
    )


def page_of(file: SourceFile, findings: list[Finding]) -> ImportedPage | None:
    """The page of a file; None when the file has no head."""
    head = front_matter(file, findings)
    if head is None:
        return None
    untaken(head.record, _PAGE, "a page", findings)
    signatures = tuple(
        ImportedName(one.text("name"), office=one.text("role")) for one in named(head.record, "signatures", "name")
    )
    return ImportedPage(PurePosixPath(file.name).stem, head.record.text("title"), head.body.strip("\n"), signatures)


def _author(record: Record, known: Mapping[str, str]) -> ImportedAuthor:
    """An author, with the texts of the affiliations that stand there by their keys."""
    texts = tuple(known.get(key) or key for key in record.texts("affiliations"))
    presents = record.text("presenting").casefold() in {"true", "yes", "on"}
    return ImportedAuthor(record.text("name"), texts, presents)
