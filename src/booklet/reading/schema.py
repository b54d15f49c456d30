"""The records into JSON Schema, so that editors complete keys and mark what is wrong."""

from typing import Any

from booklet.reading.booklet_record import BookletRecord
from booklet.reading.name_records import AffiliationsRecord, ParticipantsRecord, PeopleRecord
from booklet.reading.plain_pydantic import BaseModel
from booklet.reading.records import EventRecord, PageRecord, ProgramRecord, TalkRecord

_RECORDS: dict[str, tuple[type[BaseModel], str]] = {
    "event": (EventRecord, "content/event.yaml"),
    "program": (ProgramRecord, "content/program.yaml"),
    "talk": (TalkRecord, "front matter of content/talks/*.md"),
    "booklet": (BookletRecord, "content/booklet.yaml"),
    "page": (PageRecord, "front matter of content/pages/*.md"),
    "people": (PeopleRecord, "content/people.yaml"),
    "affiliations": (AffiliationsRecord, "content/affiliations.yaml"),
    "participants": (ParticipantsRecord, "content/participants.yaml"),
}
KINDS = tuple(_RECORDS)


def schema(kind: str) -> dict[str, Any]:
    """JSON Schema (draft 7) of a kind of file. Raises KeyError for a kind that is not in KINDS.

    It is as strict as the shapes and keys of the file; what a text means (a date, a zone) is checked by reading only.
    """
    record, title = _RECORDS[kind]
    found = record.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    definitions = {"definitions": _plain(found.pop("$defs"))} if "$defs" in found else {}
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": title, **_plain(found), **definitions}


def _plain(part: Any) -> Any:
    """The schema without the titles that pydantic makes up from the names of keys."""
    if isinstance(part, list):
        return [_plain(item) for item in part]
    if isinstance(part, dict):
        return {key: _plain(value) for key, value in part.items() if not (key == "title" and isinstance(value, str))}
    return part
