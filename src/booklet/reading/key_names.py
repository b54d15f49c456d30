"""Keys that people write into the keys they mean."""

import difflib
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from booklet.reading.plain_pydantic import BaseModel, RootModel

_MEANT = {
    "abstract-title": ("title",),
    "address": ("venue", "website"),
    "affiliation": ("affiliations",),
    "author": ("authors", "signatures"),
    "bio": ("biography",),
    "begin": ("start",),
    "chair": ("chairs",),
    "chairman": ("chairs",),
    "city": ("zone", "venue"),
    "committee": ("committees",),
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
    "picture": ("photo", "file", "figures"),
    "pictures": ("figures",),
    "place": ("venue", "room"),
    "portrait": ("photo",),
    "presenter": ("presenting", "authors"),
    "presents": ("presenting",),
    "reference": ("references",),
    "role": ("office",),
    "session": ("sessions",),
    "size": ("paper",),
    "slots": ("items",),
    "speaker": ("presenting", "authors"),
    "sponsor": ("sponsors",),
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
    "biography": "a biography is given in people.yaml, for the person",
    "board": "the board is given in the file of a talk",
    "committees": "committees are given in event.yaml",
    "date": "dates are given in program.yaml, for the sessions",
    "clock": "the clock is given once, in event.yaml",
    "figures": "figures are given in the file of a talk",
    "language": "the language is given in event.yaml, or in the file of a talk",
    "macros": "macros are given in event.yaml, or in the file of a talk",
    "minutes": "minutes are given in program.yaml, for the item; a session has until:",
    "participants": "participants are given in participants.yaml",
    "photo": "a photo is given in people.yaml, for the person",
    "room": "the room is given in program.yaml, for the session",
    "rooms": "rooms are given in program.yaml, beside sessions:",
    "session": "a talk is named in program.yaml, as an item of its session",
    "speaker": "who speaks is given in the file of the talk: authors, with presenting: true",
    "sponsors": "sponsors are given in event.yaml",
    "start": "a start is given for the session; an item may have at:",
    "time": "times are given in program.yaml, for sessions and items",
    "time-zones": "time-zones are given in event.yaml",
    "track": "the track is given in program.yaml, for the session, or in the file of a talk",
    "tracks": "tracks are given in program.yaml, beside sessions:",
    "zone": "the time zone is given in event.yaml, and for a session elsewhere in program.yaml",
}


def keys_at(record: type[BaseModel], path: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that `record` takes at `path`, in its order; none where it takes any."""
    kind: Any = record
    for step in path:
        kind = _inside(kind, step)
    kinds = [get_args(one)[0] if get_origin(one) is list else one for one in _kinds(kind)]
    model = next((one for kind in kinds for one in _kinds(kind) if _is_record(one)), None)
    return tuple(_fields(model)) if model else ()


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


def _inside(kind: Any, step: str | int) -> Any:
    """The type of what stands at a key or index; None where nothing is said about it. One entry stands for a list of it."""
    for one in _kinds(kind):
        if get_origin(one) is list:
            return get_args(one)[0] if isinstance(step, int) else _inside(get_args(one)[0], step)
        if get_origin(one) is dict and isinstance(step, str):
            return get_args(one)[1]
        if _is_record(one):
            return kind if isinstance(step, int) else _fields(one).get(step)
    return None


def _kinds(kind: Any) -> Iterator[Any]:
    """The types that a type allows: those of a union, what is annotated."""
    if get_origin(kind) is Annotated:
        yield from _kinds(get_args(kind)[0])
    elif get_origin(kind) in {Union, UnionType}:
        for one in get_args(kind):
            yield from _kinds(one)
    else:
        yield kind


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel) and not issubclass(kind, RootModel)


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    """The types of its values by the keys that stand in files."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}
