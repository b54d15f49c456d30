"""The JSON of HotCRP, a list of papers, into a Meeting without sessions."""

from booklet.codes import BAD_SOURCE
from booklet.finding import Finding
from booklet.importing.cleaning.kinds import talk_kind
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import joined_name, one_name
from booklet.importing.cleaning.prose import prose
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.meeting import ImportedAuthor, ImportedEvent, ImportedTalk, Meeting
from booklet.importing.meeting_parts.asides import say_private
from booklet.importing.meeting_parts.submissions import accepted, verdict
from booklet.importing.sources.json_records import json_value
from booklet.importing.sources.record import Record, listed_records
from booklet.importing.sources.source import Source
from booklet.importing.wish import Wish
from booklet.place import Place

_PRIVATE = {
    "email": "e-mail addresses",
    "contacts": "contacts",
    "reviews": "reviews",
    "comments": "comments",
    "pc_conflicts": "conflicts of interest",
    "collaborators": "conflicts of interest",
}


def is_hotcrp(source: Source) -> bool:
    """Whether a JSON file is a list of papers with a pid."""
    papers = _papers(source, [])
    return bool(papers) and all("pid" in paper and "title" in paper for paper in papers[:20])


def read_hotcrp(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """Those papers that are accepted, in the order of the file; topics are their keywords."""
    papers = _papers(source, findings)
    if not papers:
        findings.append(Finding(BAD_SOURCE, "there are no papers with a pid in it", Place(source.name)))
    kept = accepted(papers, _verdict, lambda paper: paper.place, findings)
    say_private([*papers, *(author for paper in papers for author in paper.records("authors"))], _PRIVATE, findings)
    return Meeting(
        event=ImportedEvent(title=wish.title, zone=wish.zone, language=wish.language),
        talks=tuple(_talk(paper, findings) for paper in kept),
    )


def _papers(source: Source, findings: list[Finding]) -> tuple[Record, ...]:
    """The papers of the first file that has some: a list, or the list "papers" of a record."""
    for file in source.ending(".json"):
        found = listed_records(json_value(file, findings), "papers")
        if found and "pid" in found[0]:
            return found
    return ()


def _verdict(paper: Record) -> bool | None:
    """By the decision, a word or a number above or below zero, and else by the status."""
    if paper.truth("withdrawn") or paper.truth("draft"):
        return False
    number = paper.number("decision")
    if number:
        return number > 0
    said = verdict(paper.text("decision"))
    return said if said is not None else verdict(paper.text("status"))


def _talk(paper: Record, findings: list[Finding]) -> ImportedTalk:
    topics = paper.record("topics").values or paper.texts("topics")
    words = (one_line(topic, paper.of("topics"), findings) for topic in topics)
    return ImportedTalk(
        key=paper.text("pid"),
        title=title_text(paper.text("title"), paper.of("title"), findings),
        place=paper.place,
        abstract=prose(paper.text("abstract"), "any", paper.of("abstract"), findings),
        authors=tuple(author for one in paper.records("authors") if (author := _author(one, findings)).name),
        kind=talk_kind(paper.text("decision")),
        keywords=tuple(dict.fromkeys(word for word in words if word)),
    )


def _author(one: Record, findings: list[Finding]) -> ImportedAuthor:
    """The author; several affiliations are parted by semicolons."""
    name = joined_name(one.text("first"), "", one.text("last"))
    name = name or one_name(one.text("name"), one.of("name"), findings).name
    parts = (one_line(part, one.of("affiliation"), findings) for part in one.text("affiliation").split(";"))
    return ImportedAuthor(name, tuple(part for part in parts if part))
