"""Notes of OpenReview, as its API in version 1 or 2 gives them, into a Meeting without sessions."""

import re
from collections.abc import Iterator

from booklet.codes import BAD_SOURCE
from booklet.finding import Finding
from booklet.importing.cleaning.kinds import talk_kind
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import one_name
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

_OUT = re.compile(r"(?:Rejected|Withdrawn|Desk_Rejected)_Submission$|^Submitted to\b|/Submission$|Withdrawn|Rejected")
_TRACKS = ("track", "primary_area", "subject_area")
_REPLIES = ("replies", "directReplies")


def is_openreview(source: Source) -> bool:
    """Whether a JSON file has notes with a forum and a content."""
    return bool(_notes(source, []))


def read_openreview(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """Those submissions that are accepted: by a decision among their replies, or by the venue that they have."""
    notes = _notes(source, findings)
    papers = [note for note in notes if _text(note, "title") and "authors" in note.record("content")]
    if not papers:
        findings.append(
            Finding(BAD_SOURCE, "there are no submissions with title and authors in it", Place(source.name))
        )
    decisions = dict(_decisions(notes))
    kept = accepted(papers, lambda note: _verdict(note, decisions), lambda note: note.place, findings)
    contents = [note.record("content") for note in notes]
    private = {"review": "reviews", "rating": "reviews", "authorids": "ids and e-mail addresses of authors"}
    say_private(contents, private, findings)
    say_private((note.record("details") for note in notes), dict.fromkeys(_REPLIES, "replies to submissions"), findings)
    talks = tuple(_talk(note, decisions.get(_forum(note), ""), findings) for note in kept)
    return Meeting(
        event=ImportedEvent(title=wish.title, zone=wish.zone, language=wish.language),
        talks=talks,
        tracks=tuple(dict.fromkeys(talk.track for talk in talks if talk.track)),
    )


def _notes(source: Source, findings: list[Finding]) -> tuple[Record, ...]:
    """The notes of the first file that has some: a list, or the list "notes" of a record."""
    for file in source.ending(".json"):
        found = listed_records(json_value(file, findings), "notes")
        if found and all(("forum" in note or "id" in note) and note.record("content").values for note in found[:20]):
            return found
    return ()


def _text(note: Record, field: str) -> str:
    """A text of the content, which version 2 wraps into a record with a value."""
    content = note.record("content")
    return content.text(field) or content.record(field).text("value")


def _texts(note: Record, field: str) -> tuple[str, ...]:
    content = note.record("content")
    return content.texts(field) or content.record(field).texts("value")


def _forum(note: Record) -> str:
    return note.text("forum") or note.text("id")


def _decisions(notes: tuple[Record, ...]) -> Iterator[tuple[str, str]]:
    """The words of the decision on each submission, by its forum; they are notes of their own, or replies."""
    for note in notes:
        replies = [reply for name in _REPLIES for reply in note.record("details").records(name)]
        for one in (note, *replies):
            if words := _text(one, "decision"):
                yield one.text("forum") or _forum(note), words


def _verdict(note: Record, decisions: dict[str, str]) -> bool | None:
    if words := decisions.get(_forum(note)):
        return verdict(words)
    venue, address = _text(note, "venue"), _text(note, "venueid")
    if _OUT.search(venue) or _OUT.search(address):
        return False
    return True if venue or address else None


def _talk(note: Record, decision: str, findings: list[Finding]) -> ImportedTalk:
    place = note.record("content").of("title")
    track = next((text for field in _TRACKS if (text := _text(note, field))), "")
    names = (one_name(name, place, findings).name for name in _texts(note, "authors"))
    words = (one_line(word, place, findings) for word in _texts(note, "keywords"))
    return ImportedTalk(
        key=note.text("id") or _forum(note),
        title=title_text(_text(note, "title"), place, findings),
        place=note.place,
        abstract=prose(_text(note, "abstract"), "any", note.record("content").of("abstract"), findings),
        authors=tuple(ImportedAuthor(name) for name in names if name),
        kind=talk_kind(decision) or talk_kind(_text(note, "venue")),
        track=one_line(track, place, findings),
        keywords=tuple(dict.fromkeys(word for word in words if word)),
    )
