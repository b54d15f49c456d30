"""Keys that people write into the keys they mean."""

import difflib

from booklet.reading.shapes import Named, Record, Several, Shape, Whole

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


def keys_at(record: type[Record], path: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that `record` takes at `path`, in its order; none where it takes any."""
    shape: Shape | None = record.shape
    for step in path:
        shape = _inside(shape, step)
    if isinstance(shape, Several):
        shape = shape.entry
    return tuple(shape.record.keys) if isinstance(shape, Whole) else ()


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


def _inside(shape: Shape | None, step: str | int) -> Shape | None:
    """The shape of what stands at a key or index; None where nothing is said about it. One entry stands for a list of it."""
    if isinstance(shape, Several):
        return shape.entry if isinstance(step, int) else _inside(shape.entry, step)
    if isinstance(shape, Named) and isinstance(step, str):
        return shape.value
    if isinstance(shape, Whole):
        if isinstance(step, int):
            return shape
        found = shape.record.keys.get(step)
        return found.shape if found else None
    return None
