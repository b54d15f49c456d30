"""Entries that name their sessions into sessions; all others into happenings."""

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise

from booklet.codes import GUESSED
from booklet.finding import Finding
from booklet.importing.cleaning.kinds import session_kind
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import names_in
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.formats.mapped.mapped_entries import Entry
from booklet.importing.formats.mapped.mapped_times import When
from booklet.importing.meeting import ImportedItem, ImportedSession
from booklet.importing.meeting_parts.happening import Happening
from booklet.plain_dataclasses import dataclass, replace
from booklet.time_zone import time_zone

_LONGEST_GUESS = 180  # minutes
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Group:
    """A session with its entries in their order, on one date; `of` is the row of the session itself, where it has one."""

    title: str
    day: dt.date
    entries: tuple[Entry, ...]
    of: Entry | None = None

    @property
    def start(self) -> dt.datetime | None:
        """When it begins, on the clocks of the event."""
        return min(
            (entry.when.start for entry in (*self.entries, *([self.of] if self.of else [])) if entry.when.start),
            default=None,
        )


def on_clocks(entry: Entry, zone: str) -> Entry:
    """The entry with its start on the clocks of the event, without an offset."""
    start = entry.when.start
    if start is None or start.tzinfo is None:
        return entry
    local = start.astimezone(time_zone(zone)).replace(tzinfo=None)
    return replace(entry, when=replace(entry.when, start=local, day=local.date()))


def groups_of(entries: Iterable[Entry]) -> tuple[tuple[Group, ...], tuple[Entry, ...]]:
    """The sessions by title, date and room, or by their rows; and the entries that are in none of them."""
    mains: dict[str, Entry] = {}
    groups: dict[tuple[str, dt.date | None, str], list[Entry]] = {}
    others: list[Entry] = []
    for entry in entries:
        if entry.is_session:
            mains[entry.part] = entry
        main = mains.get(entry.part) if entry.part else None
        day = entry.when.day or (main.when.day if main else None)
        name = f"\0{entry.part}" if main else entry.session
        if entry.is_session and entry.when.day:
            groups.setdefault((name, entry.when.day, ""), [])
        elif name and day:
            rooms = [room for other, date, room in groups if (other, date) == (name, day)]
            room = entry.room or (rooms[-1] if rooms else "")
            groups.setdefault((name, day, "" if main else room), []).append(entry)
        else:
            others.append(entry)
    found = []
    for (name, day, _), members in groups.items():
        main = mains.get(name.removeprefix("\0")) if name.startswith("\0") else None
        if day is not None:
            found.append(Group(main.title if main else name, day, _sorted(members), main))
    return _with_breaks(found, others)


def happening_of(entry: Entry) -> Happening | None:
    """The entry by itself; None where it has no time."""
    if entry.when.start is None:
        return None
    by_talk = {"keynote": "keynote", "poster": "posters"}.get(entry.talk.kind, "") if entry.talk else ""
    return Happening(
        key=entry.key,
        start=entry.when.start,
        place=entry.place,
        minutes=entry.when.minutes,
        questions=entry.when.questions,
        rooms=_rooms(entry),
        track=entry.track,
        kind=by_talk or ("" if entry.talk else entry.kind),
        talk=entry.talk,
        title="" if entry.talk else entry.title,
    )


def _rooms(entry: Entry) -> tuple[str, ...]:
    """The rooms that it takes up at once, which semicolons part."""
    return tuple(room.strip() for room in entry.room.split(";") if room.strip())


def session_of(group: Group, findings: list[Finding]) -> ImportedSession:
    """The session with its items; what no row says the end of lasts until the next begins."""
    first = group.of or group.entries[0]
    start = group.start
    tracks = {entry.track for entry in group.entries}
    rooms = tuple(dict.fromkeys(_rooms(entry) for entry in (first, *group.entries) if entry.room))
    chairs = dict.fromkeys(
        name.name
        for text in dict.fromkeys(one.chairs for one in (first, *group.entries))
        for name in names_in(text, first.place, findings)
    )
    title = group.title if group.of else title_text(group.title, first.place, findings)
    until = _until(group.of) if group.of else None
    if len(group.entries) > 1 and len({entry.when for entry in group.entries}) == 1 and start:
        until = until or _until(group.entries[0])
        group = replace(group, entries=tuple(replace(entry, when=When()) for entry in group.entries))
    items = _items(group, start, findings)
    return ImportedSession(
        key=f"{one_line(group.title, first.place, [])}|{group.day}",
        title=title,
        date=start.date() if start else group.day,
        place=first.place,
        start=start.time() if start else None,
        until=until,
        day=group.day if start and start.date() - group.day == _DAY else None,
        kind=_kind(group),
        track=first.track or (tracks.pop() if len(tracks) == 1 else ""),
        rooms=tuple(dict.fromkeys(room for one in (rooms if group.of else rooms[:1]) for room in one)),
        chairs=tuple(chairs),
        items=items,
    )


def _sorted(entries: list[Entry]) -> tuple[Entry, ...]:
    """By time, then by the order that the table gives, then as the rows stand; without times of all, by the last two."""
    starts = [entry.when.start for entry in entries if entry.when.start]
    if len(starts) < len(entries):
        return tuple(sorted(entries, key=lambda entry: entry.order))
    pairs = sorted(zip(starts, entries, strict=True), key=lambda pair: (pair[0], pair[1].order))
    return tuple(entry for _, entry in pairs)


def _with_breaks(groups: list[Group], others: list[Entry]) -> tuple[tuple[Group, ...], tuple[Entry, ...]]:
    """Breaks inside of the only session of their time are items of it."""
    left: list[Entry] = []
    for other in others:
        inside = (
            [at for at, group in enumerate(groups) if _is_inside(other, group)] if other.kind and not other.talk else []
        )
        if len(inside) == 1:
            group = groups[inside[0]]
            groups[inside[0]] = replace(group, entries=_sorted([*group.entries, other]))
        else:
            left.append(other)
    return tuple(groups), tuple(left)


def _is_inside(entry: Entry, group: Group) -> bool:
    starts = [one.when.start for one in group.entries if one.when.start]
    return bool(
        entry.when.start
        and starts
        and len(starts) == len(group.entries)
        and min(starts) < entry.when.start < max(starts)
    )


def _kind(group: Group) -> str:
    kinds = {entry.talk.kind if entry.talk else entry.kind for entry in group.entries}
    if kinds == {"poster"}:
        return "posters"
    named = session_kind(group.title)
    talks = [entry for entry in group.entries if entry.talk]
    if named in {"break", "social"} and talks:
        return ""
    return named if named != "keynote" or len(talks) < 2 else ""


def _until(entry: Entry | None) -> dt.time | None:
    if not entry or not entry.when.start or not entry.when.minutes:
        return None
    return (entry.when.start + dt.timedelta(minutes=entry.when.minutes)).time()


def _items(group: Group, start: dt.datetime | None, findings: list[Finding]) -> tuple[ImportedItem, ...]:
    entries = [_lasting(entry, after, findings) for entry, after in pairwise((*group.entries, None)) if entry]
    items = []
    ends = start
    for entry in entries:
        begin, minutes = entry.when.start, entry.when.minutes
        items.append(_item(entry, begin.time() if begin and begin != ends else None))
        ends = begin + dt.timedelta(minutes=minutes) if begin and minutes else None
        if begin is None and minutes is None:
            ends = None
    return tuple(items)


def _lasting(entry: Entry, after: Entry | None, findings: list[Finding]) -> Entry:
    begin, then = entry.when.start, after.when.start if after else None
    if entry.when.minutes is not None or begin is None or then is None or (entry.talk and entry.talk.kind == "poster"):
        return entry
    minutes = round((then - begin).total_seconds() / 60)
    if not 0 < minutes <= _LONGEST_GUESS:
        return entry
    findings.append(Finding(GUESSED, "what has no end lasts until the next item begins", entry.place))
    return replace(entry, when=replace(entry.when, minutes=minutes))


def _item(entry: Entry, at: dt.time | None) -> ImportedItem:
    minutes, questions = entry.when.minutes, entry.when.questions
    if minutes is not None and questions is not None and 0 < questions < minutes:
        minutes -= questions
    else:
        questions = None
    if entry.talk:
        return ImportedItem(talk=entry.talk.key, minutes=minutes, questions=questions, at=at)
    kind = entry.kind if entry.kind in {"break", "social"} else ""
    return ImportedItem(title=entry.title, minutes=minutes, questions=questions, at=at, kind=kind)
