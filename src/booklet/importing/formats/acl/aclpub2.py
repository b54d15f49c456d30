"""A folder of aclpub2, the YAML files of which the proceedings of the ACL are made, into a Meeting."""

import difflib

from booklet.codes import BAD_SOURCE, GUESSED
from booklet.finding import Finding
from booklet.importing.cleaning.addresses import orcid
from booklet.importing.cleaning.kinds import talk_kind
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import joined_name
from booklet.importing.cleaning.prose import prose
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.formats.acl.front import committees, prefaces, sponsors
from booklet.importing.formats.acl.invited import invited_talks
from booklet.importing.formats.acl.program import moments, sessions
from booklet.importing.meeting import (
    ImportedAuthor,
    ImportedEvent,
    ImportedPerson,
    ImportedSession,
    ImportedTalk,
    Meeting,
)
from booklet.importing.meeting_parts.asides import say_private, say_unused
from booklet.importing.meeting_parts.each_once import each_once
from booklet.importing.meeting_parts.in_quotes import in_quotes
from booklet.importing.meeting_parts.slots import zone_of
from booklet.importing.sources.record import Record, listed_records, text_of
from booklet.importing.sources.source import Source
from booklet.importing.sources.yaml_records import yaml_value
from booklet.importing.wish import Wish
from booklet.place import Place

_PRIVATE = {"email": "e-mail addresses", "emails": "e-mail addresses"}
_INSTITUTION = "institution"


def is_aclpub2(source: Source) -> bool:
    """Whether there are details of a conference, or papers whose authors have first and last names."""
    found: list[Finding] = []
    details = source.named("conference_details.yml")
    if details and isinstance(value := yaml_value(details, found), Record) and "book_title" in value:
        return True
    return any("authors" in paper and "id" in paper for paper in _records(source, "papers.yml", found)[:1])


def read_aclpub2(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """Papers, program, invited talks, committees, sponsors and prefaces. Times have no zone."""
    details = _details(source, findings)
    papers = _records(source, "papers.yml", findings)
    entries = _records(source, "program.yml", findings)
    invited = _records(source, "invited_talks.yml", findings)
    if not papers and not invited:
        findings.append(Finding(BAD_SOURCE, "there are no papers in papers.yml", details.place))
    place = entries[0].place if entries else details.place
    zone = zone_of("", wish, moments(entries, invited), wish.language, place, findings)
    keys = each_once(_key(paper) for paper in papers)
    timetable = sessions(entries, frozenset(keys), zone, findings)
    timed = {item.talk for session in timetable if session.kind != "posters" for item in session.items}
    talks = tuple(_talk(key, paper, key in timed, findings) for key, paper in zip(keys, papers, strict=True))
    given = invited_talks(source, invited, zone, findings)
    authors = [author for paper in papers for author in paper.records("authors")]
    say_private(authors, _PRIVATE, findings)
    say_unused([details], ("editors", "publisher", "isbn"), findings)
    return Meeting(
        event=_event(source, details, wish, zone, findings),
        sessions=_in_time((*timetable, *given.sessions)),
        talks=(*given.talks, *talks),
        people=(*given.people, *_people(authors)),
        tracks=tuple(dict.fromkeys(talk.track for talk in talks if talk.track)),
        pages=prefaces(source, _records(source, "prefaces.yml", findings), findings),
    )


def _details(source: Source, findings: list[Finding]) -> Record:
    file = source.named("conference_details.yml")
    value = yaml_value(file, findings) if file else None
    return value if isinstance(value, Record) else Record({}, Place(file.name if file else source.name), {})


def _records(source: Source, name: str, findings: list[Finding]) -> tuple[Record, ...]:
    """The records of a file that holds a list; none where there is no such file, or nothing but comments in it."""
    file = source.named(name)
    return listed_records(yaml_value(file, findings)) if file else ()


def _key(paper: Record) -> str:
    return paper.text("id") or paper.text("title")


def _event(source: Source, details: Record, wish: Wish, zone: str, findings: list[Finding]) -> ImportedEvent:
    title = details.text("event_name") or details.text("book_title")
    groups = [
        (name, record)
        for name in ("organizing_committee", "program_committee")
        for record in _records(source, f"{name}.yml", findings)
    ]
    return ImportedEvent(
        title=wish.title or title_text(title, details.of("event_name"), findings),
        venue=one_line(details.text("location"), details.of("location"), findings),
        zone=zone,
        language=wish.language,
        committees=committees(groups, findings),
        sponsors=sponsors(_records(source, "sponsors.yml", findings), findings),
    )


def _talk(key: str, paper: Record, is_timed: bool, findings: list[Finding]) -> ImportedTalk:
    """A paper. What was once called a poster and has its own time in the program is a talk."""
    attributes = paper.record("attributes")
    kind = talk_kind(attributes.text("presentation_type"))
    area = attributes.text("submitted_area")
    return ImportedTalk(
        key=key,
        title=title_text(paper.text("title"), paper.of("title"), findings),
        place=paper.place,
        abstract=prose(paper.text("abstract"), "latex", paper.of("abstract"), findings),
        authors=tuple(_author(author, findings) for author in paper.records("authors")),
        kind="" if is_timed and kind == "poster" else kind,
        track=one_line(area, attributes.of("submitted_area"), findings),
        keywords=tuple(one_line(word, paper.of("keywords"), findings) for word in paper.texts("keywords")),
    )


def _author(author: Record, findings: list[Finding]) -> ImportedAuthor:
    institution = one_line(_institution(author, findings), author.place, findings)
    return ImportedAuthor(_name(author), (institution,) if institution else ())


def _name(author: Record) -> str:
    if preferred := author.text("preferred_name"):
        return joined_name("", "", preferred)
    parts = [author.text(f"{part}_name") for part in ("first", "middle", "last")]
    return joined_name(*parts) if any(parts) else joined_name("", "", author.text("name"))


def _institution(author: Record, findings: list[Finding]) -> str:
    """Where an author works, also below a misspelt key."""
    if said := author.text(_INSTITUTION) or author.text("affiliation"):
        return said
    near = difflib.get_close_matches(_INSTITUTION, [key[:60] for key in author.values], 1, 0.85)
    if not near or not (said := text_of(author.values.get(near[0]))):
        return ""
    findings.append(Finding(GUESSED, f'{in_quotes(near[0])} is taken for "{_INSTITUTION}"', author.of(near[0])))
    return said


def _people(authors: list[Record]) -> tuple[ImportedPerson, ...]:
    """Those who have an ORCID, once a person."""
    found: dict[tuple[str, str], ImportedPerson] = {}
    for author in authors:
        name, number = _name(author), orcid(author.text("orcid"))
        if name and number:
            found.setdefault((name, number), ImportedPerson(name, orcid=number))
    return tuple(found.values())


def _in_time(sessions: tuple[ImportedSession, ...]) -> tuple[ImportedSession, ...]:
    return tuple(sorted(sessions, key=lambda session: (session.date, session.start is None, session.start)))
