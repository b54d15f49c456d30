"""Time slots of a Jekyll site into sessions: what encloses others in the same list is a session of them."""

import re
from collections.abc import Iterator, Mapping

from booklet.codes import LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.kinds import session_kind
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import names_in
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.meeting import ImportedItem, ImportedSession, ImportedTalk
from booklet.importing.meeting_parts.each_once import each_once
from booklet.importing.meeting_parts.in_quotes import in_quotes
from booklet.importing.meeting_parts.session_items import kind_without_items
from booklet.importing.meeting_parts.slots import Slot, read_slot
from booklet.importing.sources.record import Record, text_of
from booklet.limits import ITEMS
from booklet.plain_dataclasses import dataclass, replace

_CHAIR = re.compile(r"(?P<title>.*\S)\s*\|\s*(?:Session )?Chairs?:\s*(?P<chair>[^|]*)", re.IGNORECASE)
_KIND = re.compile(r"(?P<kind>[^|]{1,40}?)\s*\|\s*(?P<title>.*\S)")
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Entry:
    """A record of sessions.yml with its id: a session, a talk, a break."""

    key: str
    record: Record

    @property
    def title(self) -> str:
        """The title without the kind before a stroke ("Selected Talk | …") and without the chair behind one."""
        text = self.record.text("title")[:_LONGEST]
        if found := _CHAIR.fullmatch(text):
            return found["title"]
        found = _KIND.fullmatch(text)
        return found["title"] if found else text

    @property
    def kind(self) -> str:
        """What stands before a stroke in the title."""
        text = self.record.text("title")[:_LONGEST]
        found = None if _CHAIR.fullmatch(text) else _KIND.fullmatch(text)
        return found["kind"] if found else ""

    @property
    def chair(self) -> str:
        """Who is said to be the chair in the title."""
        found = _CHAIR.fullmatch(self.record.text("title")[:_LONGEST])
        return found["chair"] if found else ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """An entry in its time slot."""

    entry: Entry
    slot: Slot
    room: str = ""
    track: str = ""

    def without_room(self) -> "Sitting":
        """The same in no room."""
        return replace(self, room="")

    def encloses(self, other: "Sitting") -> bool:
        """Whether the other lies inside its time and its track."""
        inside = self.slot.start <= other.slot.start and other.slot.end <= self.slot.end
        return inside and bool(self.slot.minutes) and self.track == other.track and self is not other


def sittings(
    days: tuple[Record, ...], entries: Mapping[str, Entry], zone: str, findings: list[Finding]
) -> tuple[Sitting, ...]:
    """What is in the time slots, in their order. Slots with an entry a track are parallel."""
    found: list[Sitting | None] = []
    for day in days:
        tracks = [one_line(track.text("title"), track.of("title"), findings) for track in day.records("tracks")]
        for timeslot in day.records("timeslots"):
            start, end = (f"{day.text('date')} {timeslot.text(name)}" for name in ("startTime", "endTime"))
            slot = read_slot(start, end, zone, timeslot.place, findings)
            if slot is None:
                continue
            columns = _columns(timeslot)
            for column, keys in enumerate(columns):
                track = tracks[column] if 1 < len(columns) <= len(tracks) else ""
                found.extend(_sitting(key, slot, track, timeslot, entries, findings) for key in keys)
    return tuple(filter(None, found))


def _columns(timeslot: Record) -> list[tuple[str, ...]]:
    """The ids of each column; one of them may have a list of several."""
    value = timeslot.values.get("sessionIds")
    columns = value if isinstance(value, tuple) else (value,)
    texts = [tuple(map(text_of, one)) if isinstance(one, tuple) else (text_of(one),) for one in columns]
    return [tuple(filter(None, one)) for one in texts]


def _sitting(
    key: str, slot: Slot, track: str, timeslot: Record, entries: Mapping[str, Entry], findings: list[Finding]
) -> Sitting | None:
    entry = entries.get(key)
    if entry is None:
        findings.append(Finding(LEFT_OUT, f"there is no session {in_quotes(key)} for this time slot", timeslot.place))
        return None
    return Sitting(entry, slot, one_line(entry.record.text("place"), entry.record.of("place"), findings), track)


def sessions(
    timetable: tuple[Sitting, ...], talks: Mapping[str, ImportedTalk], findings: list[Finding]
) -> tuple[ImportedSession, ...]:
    """A session for each block and for what is in none; `talks` are those of the entries by their keys."""
    taken: set[int] = set()
    found: list[tuple[Sitting, tuple[Sitting, ...]]] = []
    for index, sitting in enumerate(timetable):
        if index in taken:
            continue
        inside = () if sitting.entry.key in talks or _is_break(sitting) else tuple(_inside(timetable, index, taken))
        taken.update(inside)
        found.append((sitting, tuple(timetable[each] for each in inside)))
    found.sort(key=lambda pair: pair[0].slot.start)
    keys = each_once(sitting.entry.key for sitting, _ in found)
    return tuple(_session(key, *one, talks, findings) for key, one in zip(keys, found, strict=True))


def _inside(timetable: tuple[Sitting, ...], index: int, taken: set[int]) -> Iterator[int]:
    """What begins while it goes on, as far as the list is in the order of time."""
    block = timetable[index]
    for other in range(index + 1, min(len(timetable), index + 1 + ITEMS)):
        if timetable[other].slot.start >= block.slot.end:
            return
        if other not in taken and block.encloses(timetable[other]):
            yield other


def _is_break(sitting: Sitting) -> bool:
    return session_kind(sitting.entry.record.text("title")) in {"break", "social"}


def _session(
    key: str,
    sitting: Sitting,
    inside: tuple[Sitting, ...],
    talks: Mapping[str, ImportedTalk],
    findings: list[Finding],
) -> ImportedSession:
    entry, slot = sitting.entry, sitting.slot
    talk = talks.get(entry.key)
    title = title_text(entry.title, entry.record.of("title"), findings)
    kind = "" if inside else session_kind(entry.record.text("title"))
    items = tuple(_items(sitting, inside, talks, findings))
    if talk:
        kind = "keynote" if talk.kind == "keynote" else ""
    elif not items:
        kind = kind_without_items(kind)
    rooms = tuple(dict.fromkeys(one.room for one in (sitting, *inside) if one.room))
    return ImportedSession(
        key=key,
        title=talk.title if talk else title,
        date=slot.start.date(),
        place=entry.record.place,
        start=slot.start.time(),
        until=slot.until,
        kind=kind,
        track=sitting.track,
        rooms=(sitting.room,) if sitting.room else rooms if len(rooms) == 1 else (),
        chairs=tuple(found.name for found in names_in(entry.chair, entry.record.of("title"), findings)),
        items=items or (() if slot.until else (ImportedItem(title=title),)),
    )


def _items(
    sitting: Sitting, inside: tuple[Sitting, ...], talks: Mapping[str, ImportedTalk], findings: list[Finding]
) -> Iterator[ImportedItem]:
    """What the block encloses, or the talk itself; `at` only where the time does not follow from the one before."""
    follows = sitting.slot.start
    for one in inside or ((sitting,) if sitting.entry.key in talks else ()):
        talk = talks.get(one.entry.key)
        record = one.entry.record
        at = one.slot.start.time() if one.slot.start != follows else None
        follows = one.slot.end
        if talk:
            yield ImportedItem(talk=talk.key, minutes=one.slot.minutes, at=at)
        else:
            kind = session_kind(record.text("title"))
            title = title_text(one.entry.title, record.of("title"), findings)
            yield ImportedItem(
                title=title, minutes=one.slot.minutes, at=at, kind=kind if kind in {"break", "social"} else ""
            )
