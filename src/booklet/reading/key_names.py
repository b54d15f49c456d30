"""Keys that people write into the keys they mean."""

import difflib
from typing import Any, get_args

from pydantic import BaseModel

_MEANT = {
    "abstract-title": ("title",),
    "address": ("venue", "website"),
    "affiliation": ("affiliations",),
    "author": ("authors",),
    "begin": ("start",),
    "chair": ("chairs",),
    "chairman": ("chairs",),
    "city": ("zone", "venue"),
    "clocks": ("clock",),
    "conference": ("title",),
    "cover": ("covers",),
    "day": ("date",),
    "doi": ("links",),
    "duration": ("minutes",),
    "end": ("until",),
    "event": ("title",),
    "figure": ("figures",),
    "filename": ("file",),
    "finish": ("until",),
    "href": ("address",),
    "image": ("file", "figures"),
    "images": ("figures",),
    "institution": ("affiliation", "affiliations"),
    "keyword": ("keywords",),
    "lang": ("language",),
    "legend": ("caption",),
    "length": ("minutes",),
    "link": ("links",),
    "location": ("venue", "room"),
    "moderator": ("chairs",),
    "moderators": ("chairs",),
    "name": ("title", "label"),
    "note": ("notes",),
    "organiser": ("organizers",),
    "organisers": ("organizers",),
    "organizer": ("organizers",),
    "page": ("paper",),
    "path": ("file",),
    "picture": ("file", "figures"),
    "pictures": ("figures",),
    "place": ("venue", "room"),
    "presenter": ("presenting", "authors"),
    "presents": ("presenting",),
    "reference": ("references",),
    "session": ("sessions",),
    "size": ("paper",),
    "slots": ("items",),
    "speaker": ("presenting", "authors", "talk"),
    "speakers": ("authors",),
    "talks": ("items",),
    "text": ("title", "label", "caption"),
    "time": ("start", "at"),
    "timezone": ("zone", "time-zones"),
    "timezones": ("time-zones",),
    "title": ("caption",),
    "tz": ("zone",),
    "url": ("website", "address", "links"),
    "where": ("venue", "room"),
}
_ELSEWHERE = {
    "abstract": "the abstract is the text after the second line ---",
    "clock": "the clock is given once, in event.yaml",
    "figures": "figures are given in the file of a talk",
    "language": "the language is given in event.yaml, or in the file of a talk",
    "macros": "macros are given in event.yaml, or in the file of a talk",
    "minutes": "minutes are given in program.yaml, for the item",
    "room": "the room is given in program.yaml, for the session",
    "start": "a start is given for the session; an item may have at:",
    "time-zones": "time-zones are given in event.yaml",
    "zone": "the time zone is given once, in event.yaml",
}


def keys_at(record: type[BaseModel], path: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that `record` takes at `path`, in its order; none where it takes any."""
    model: type[BaseModel] | None = record
    for step in path:
        fields = {field.alias or name: field for name, field in model.model_fields.items()} if model else {}
        if step in fields:
            model = _model_in(fields[str(step)].annotation)
    return tuple(field.alias or name for name, field in model.model_fields.items()) if model else ()


def meant_key(key: str, known: tuple[str, ...]) -> str | None:
    """The key of `known` that `key` most likely stands for."""
    plain = key.strip().lower().replace("_", "-").replace(" ", "-")
    if plain in known:
        return plain
    for candidate in _MEANT.get(plain, ()):
        if candidate in known:
            return candidate
    close = difflib.get_close_matches(plain, known, 1, 0.7)
    return close[0] if close else None


def elsewhere(key: str) -> str | None:
    """Where a key belongs that is known, but not here."""
    return _ELSEWHERE.get(key.strip().lower())


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in get_args(annotation):
        if found := _model_in(inner):
            return found
    return None
