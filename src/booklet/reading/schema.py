"""The records into JSON Schema, so that editors complete keys and mark what is wrong."""

from typing import Any

from booklet.reading.booklet_record import BookletRecord
from booklet.reading.name_records import AffiliationsRecord, ParticipantsRecord, PeopleRecord
from booklet.reading.records import EventRecord, PageRecord, ProgramRecord, TalkRecord
from booklet.reading.shapes import Key, Named, Record, Several, Shape, Text, Whole

_RECORDS: dict[str, tuple[type[Record], str]] = {
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
_Schema = dict[str, Any]


def schema(kind: str) -> _Schema:
    """JSON Schema (draft 7) of a kind of file. Raises KeyError for a kind that is not in KINDS.

    It is as strict as the shapes and keys of the file; what a text means (a date, a zone) is checked by reading only.
    """
    record, title = _RECORDS[kind]
    parts: dict[str, _Schema] = {}
    shape = record.shape
    whole = _record(record, parts) if isinstance(shape, Whole) else {"description": record.__doc__, **_of(shape, parts)}
    definitions = {"definitions": dict(sorted(parts.items()))} if parts else {}
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": title, **whole, **definitions}


def _record(record: type[Record], parts: dict[str, _Schema]) -> _Schema:
    """The schema of a record; those of the records in it become `parts`."""
    keys = record.keys
    properties = {key: _property(one, parts) for key, one in keys.items()}
    required = [key for key, one in keys.items() if one.is_required]
    found = {"additionalProperties": False, "description": record.__doc__, "properties": properties}
    return {**found, **({"required": required} if required else {}), "type": "object"}


def _property(key: Key, parts: dict[str, _Schema]) -> _Schema:
    """The schema of what stands at a key: what is None when it is not written may be null as well."""
    found = _of(key.shape, parts)
    if not key.is_required:
        found = (found if key.default is not None else _any_of(found, {"type": "null"})) | {
            "default": _plain(key.default)
        }
    return found | {"description": key.description}


def _plain(value: Any) -> Any:
    """A value as it would be written."""
    if isinstance(value, Record):
        return {key: _plain(getattr(value, one.name)) for key, one in value.keys.items()}
    return value


def _of(shape: Shape, parts: dict[str, _Schema]) -> _Schema:
    """The schema of what has a shape."""
    if isinstance(shape, Text):
        return dict(shape.schema or {"type": "string"})
    if isinstance(shape, Several):
        entry = _of(shape.entry, parts)
        several = {"items": entry, **_limit("maxItems", shape.limit), "type": "array"}
        return _any_of(entry, several) if shape.may_be_one else several
    if isinstance(shape, Named):
        return {
            "additionalProperties": _of(shape.value, parts),
            **_limit("maxProperties", shape.limit),
            "type": "object",
        }
    name = shape.record.__name__
    if name not in parts:
        parts[name] = _record(shape.record, parts)
    reference = {"$ref": f"#/definitions/{name}"}
    return _any_of(_of(shape.record.keys[shape.short].shape, parts), reference) if shape.short else reference


def _limit(word: str, limit: int | None) -> _Schema:
    return {} if limit is None else {word: limit}


def _any_of(*schemas: _Schema) -> _Schema:
    """One of several schemas; those that are this themselves are taken apart."""
    return {"anyOf": [one for whole in schemas for one in (whole["anyOf"] if set(whole) == {"anyOf"} else [whole])]}
