"""A schedule of single events into a Meeting: its clocks, its language, sessions, talks, rooms and tracks."""

from collections import Counter
from collections.abc import Iterable

from booklet.codes import CONTRADICTION, GUESSED
from booklet.finding import Finding
from booklet.importing.meeting import (
    ImportedEvent,
    ImportedPerson,
    ImportedRoom,
    ImportedSession,
    ImportedTalk,
    Meeting,
)
from booklet.importing.meeting_parts.event_zone import event_zone
from booklet.importing.meeting_parts.happening import Happening
from booklet.importing.meeting_parts.runs import sessions_of
from booklet.importing.wish import Wish
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Schedule:
    """All that a source says of its program. The event's `zone` is what the source says, whatever it is; talks have their
    languages; `rooms` and `tracks` are those of its lists, if it has any, in their order; `unplaced` are talks without times.
    """

    event: ImportedEvent
    place: Place
    happenings: tuple[Happening, ...] = ()
    unplaced: tuple[ImportedTalk, ...] = ()
    people: tuple[ImportedPerson, ...] = ()
    rooms: tuple[ImportedRoom, ...] = ()
    tracks: tuple[str, ...] = ()


def meeting_of(schedule: Schedule, wish: Wish, findings: list[Finding]) -> Meeting:
    """The Meeting of a schedule. Several events of one talk are one talk with several items."""
    happenings = _known_talks(schedule.happenings, findings)
    talks = _talks(happenings, schedule.unplaced)
    language = wish.language or main_language(talk.language for talk in talks)
    starts = [happening.start for happening in happenings]
    zone = event_zone(schedule.event.zone, starts, language, wish, schedule.place, findings)
    sessions = sessions_of(happenings, zone, findings)
    tracks: dict[str, set[str]] = {}
    for session in sessions:
        for item in session.items:
            tracks.setdefault(item.talk, set()).add(session.track)
    event = replace(
        schedule.event,
        title=wish.title or schedule.event.title,
        zone=zone,
        language=language or schedule.event.language,
    )
    return Meeting(
        event=event,
        sessions=sessions,
        talks=tuple(_own_track(in_language(talk, event.language), tracks) for talk in talks),
        people=_in_order(schedule.people, talks),
        rooms=used_rooms(schedule.rooms, sessions, schedule.place, findings),
        tracks=used_tracks(schedule.tracks, sessions, talks),
    )


def main_language(tags: Iterable[str]) -> str:
    """The tag that most talks have; empty when none has any. Of as many talks, the first."""
    counts = Counter(tag for tag in tags if tag)
    return counts.most_common(1)[0][0] if counts else ""


def in_language(talk: ImportedTalk, language: str) -> ImportedTalk:
    """The talk; without its language where that is the event's (of whatever region), which goes without saying."""
    own = talk.language.split("-")[0]
    return replace(talk, language="") if own == (language or "en").split("-")[0] else talk


def used_rooms(
    listed: tuple[ImportedRoom, ...], sessions: tuple[ImportedSession, ...], place: Place, findings: list[Finding]
) -> tuple[ImportedRoom, ...]:
    """The rooms of sessions: those that are listed in their order, and others after them as they come."""
    names = dict.fromkeys(room for session in sessions for room in session.rooms)
    known = {room.name: room for room in reversed(listed)}
    free = [name for name in dict.fromkeys(room.name for room in listed) if name not in names]
    if free:
        shown = ", ".join(f'"{name[:40]}"' for name in free[:5]) + (" …" if len(free) > 5 else "")
        message = f"rooms in which nothing happens are not listed: {shown}"
        findings.append(Finding(GUESSED, message, place))
    others = tuple(ImportedRoom(name) for name in names if name not in known)
    return (*(known[name] for name in dict.fromkeys(room.name for room in listed) if name in names), *others)


def used_tracks(
    listed: tuple[str, ...], sessions: tuple[ImportedSession, ...], talks: tuple[ImportedTalk, ...]
) -> tuple[str, ...]:
    """The tracks of sessions and talks: those that are listed in their order, and others after them as they come."""
    said = (*(session.track for session in sessions), *(talk.track for talk in talks))
    used = dict.fromkeys(track for track in said if track)
    return tuple(dict.fromkeys((*(track for track in listed if track in used), *used)))


def _known_talks(happenings: tuple[Happening, ...], findings: list[Finding]) -> tuple[Happening, ...]:
    """Happenings whose talks have keys of their own: one key with two titles is two talks."""
    titles: dict[str, str] = {}
    found = []
    for happening in happenings:
        talk = happening.talk
        if talk and titles.setdefault(talk.key, talk.title) != talk.title:
            message = f'two events have the number "{talk.key[:60]}" and other titles: both are taken'
            findings.append(Finding(CONTRADICTION, message, talk.place))
            talk = replace(talk, key=f"{talk.key}, {talk.title}")
            titles.setdefault(talk.key, talk.title)
        found.append(replace(happening, talk=talk))
    return tuple(found)


def _talks(happenings: tuple[Happening, ...], unplaced: tuple[ImportedTalk, ...]) -> tuple[ImportedTalk, ...]:
    """The talks in the order of the source, each once."""
    talks: dict[str, ImportedTalk] = {}
    for talk in (*(happening.talk for happening in happenings if happening.talk), *unplaced):
        talks.setdefault(talk.key, talk)
    return tuple(talks.values())


def _in_order(people: tuple[ImportedPerson, ...], talks: tuple[ImportedTalk, ...]) -> tuple[ImportedPerson, ...]:
    """The people as the talks have them; those of no talk last."""
    names = dict.fromkeys(author.name for talk in talks for author in talk.authors)
    places = {name: index for index, name in enumerate(names)}
    return tuple(sorted(people, key=lambda person: places.get(person.name, len(places))))


def _own_track(talk: ImportedTalk, tracks: dict[str, set[str]]) -> ImportedTalk:
    """The talk; without its track where all of its sessions have it."""
    return replace(talk, track="") if tracks.get(talk.key) == {talk.track} else talk
