"""invited_talks.yml of aclpub2 into talks, their sessions where they have a time, and those who give them."""

from booklet.finding import Finding
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import names_in
from booklet.importing.cleaning.prose import prose
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.formats.acl.front import text_beside
from booklet.importing.meeting import (
    ImportedAuthor,
    ImportedItem,
    ImportedPerson,
    ImportedSession,
    ImportedTalk,
)
from booklet.importing.meeting_parts.each_once import each_once
from booklet.importing.meeting_parts.slots import read_slot
from booklet.importing.sources.record import Record
from booklet.importing.sources.source import Source
from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Invited:
    """What invited_talks.yml says."""

    talks: tuple[ImportedTalk, ...]
    sessions: tuple[ImportedSession, ...]
    people: tuple[ImportedPerson, ...]


def invited_talks(source: Source, records: tuple[Record, ...], zone: str, findings: list[Finding]) -> Invited:
    """Keynotes; what has a prefix of its own ("Panel") is a talk. Abstracts and lives are in files beside."""
    keys = each_once(f"invited {record.text('title') or record.text('speaker_name')}" for record in records)
    talks: list[ImportedTalk] = []
    sessions: list[ImportedSession] = []
    people: list[ImportedPerson] = []
    for key, record in zip(keys, records, strict=True):
        talk = _talk(source, key, record, findings)
        talks.append(talk)
        sessions.extend(_session(talk, record, zone, findings))
        life = prose(text_beside(source, record, "bio_file", findings), "latex", record.of("bio_file"), findings)
        if life and len(talk.authors) == 1:
            people.append(ImportedPerson(talk.authors[0].name, biography=life))
    return Invited(tuple(talks), tuple(sessions), tuple(people))


def _talk(source: Source, key: str, record: Record, findings: list[Finding]) -> ImportedTalk:
    institution = one_line(record.text("institution"), record.of("institution"), findings)
    prefix = record.text("custom_prefix").strip(" :-–—")
    title = record.text("title") or record.text("speaker_name")
    return ImportedTalk(
        key=key,
        title=title_text(f"{prefix}: {title}" if prefix else title, record.of("title"), findings),
        place=record.place,
        abstract=prose(
            text_beside(source, record, "abstract_file", findings), "latex", record.of("abstract_file"), findings
        ),
        authors=tuple(
            ImportedAuthor(found.name, (institution,) if institution else (), presenting=True)
            for found in names_in(record.text("speaker_name"), record.of("speaker_name"), findings)
        ),
        kind="" if prefix and "keynote" not in prefix.casefold() else "keynote",
    )


def _session(talk: ImportedTalk, record: Record, zone: str, findings: list[Finding]) -> tuple[ImportedSession, ...]:
    """A session of the talk alone; none where it has no time."""
    slot = read_slot(record.text("date"), record.text("time"), zone, record.of("date"), findings)
    if slot is None:
        return ()
    room = one_line(record.text("location"), record.of("location"), findings)
    session = ImportedSession(
        key=talk.key,
        title=talk.title,
        date=slot.start.date(),
        place=record.place,
        start=slot.start.time(),
        kind="keynote" if talk.kind == "keynote" else "",
        rooms=(room,) if room else (),
        chairs=tuple(found.name for found in names_in(record.text("chair"), record.of("chair"), findings)),
        items=(ImportedItem(talk=talk.key),),
    )
    return (session,)
