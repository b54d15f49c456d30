"""Rules about rooms and tracks: whether they are spelt one way, listed, and used."""

import difflib
from collections.abc import Iterator

from booklet.checking.wording import listed
from booklet.codes import ROOM_VARIANT, TRACK_VARIANT, UNLISTED
from booklet.finding import Code, Finding
from booklet.model.bare_letters import bare_letters
from booklet.model.program import Program
from booklet.model.room import Room, Track
from booklet.place import Place

_Named = list[tuple[str, Place]]


def room_variants(program: Program) -> Iterator[Finding]:
    """K065: two rooms that differ in capitals, accents, blanks or signs."""
    yield from _variants(ROOM_VARIANT, "room", [*_listed(program.rooms), *_rooms(program)])


def track_variants(program: Program) -> Iterator[Finding]:
    """K068: two tracks that differ in capitals, accents, blanks or signs."""
    yield from _variants(TRACK_VARIANT, "track", [*_listed(program.tracks), *_tracks(program)])


def unlisted(program: Program) -> Iterator[Finding]:
    """K069: where rooms or tracks are listed, one that is named and not among them, or listed and never named."""
    yield from _unlisted("room", program.rooms, _rooms(program))
    yield from _unlisted("track", program.tracks, _tracks(program))


def _rooms(program: Program) -> _Named:
    return [
        (room, session.places.of("room", index))
        for session in program.sessions
        for index, room in enumerate(session.rooms)
    ]


def _tracks(program: Program) -> _Named:
    named = [(session.track, session.places.of("track")) for session in program.sessions if session.track]
    return named + [(talk.track, talk.places.of("track")) for talk in program.talks if talk.track]


def _listed(entries: tuple[Room, ...] | tuple[Track, ...]) -> _Named:
    return [(entry.name, entry.place) for entry in entries if entry.place]


def _variants(code: Code, what: str, named: _Named) -> Iterator[Finding]:
    """One finding for every spelling that is not the first of its name, where it first stands."""
    first: dict[str, tuple[str, Place]] = {}
    told: set[str] = set()
    for name, place in named:
        other, where = first.setdefault(bare_letters(name) or name, (name, place))
        if other != name and name not in told:
            told.add(name)
            message = f'the {what} "{name}" looks like another spelling of "{other}"'
            yield Finding(code, message, place, "write it one way", (where,))


def _unlisted(what: str, entries: tuple[Room, ...] | tuple[Track, ...], named: _Named) -> Iterator[Finding]:
    known = _listed(entries)
    if not known:
        return
    alike = {bare_letters(name) for name, _ in known}
    first: dict[str, Place] = {}
    for name, place in named:
        first.setdefault(name, place)
    names = [name for name, _ in known]
    for name, place in first.items():
        if bare_letters(name) not in alike:  # of those that are alike, the other rules say so
            parts = [part.strip() for part in name.split(",")]
            near = difflib.get_close_matches(name, names, 1)
            hint = f'did you mean "{near[0]}"?' if near else f"add it to {what}s: at the top of content/program.yaml"
            if len(parts) > 1 and all(part in names for part in parts):
                hint = f"write a list: [{', '.join(parts)}]"
            yield Finding(UNLISTED, f'the {what} "{name}" is not among those listed: {listed(names)}', place, hint)
    used = {bare_letters(name) for name in first}
    for name, place in known:
        if bare_letters(name) not in used:
            message = f'the {what} "{name}" is listed, and nothing is in it'
            yield Finding(UNLISTED, message, place, "take it out, or name it where it belongs")
