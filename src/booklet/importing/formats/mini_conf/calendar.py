"""The calendar of a Mini-Conf site into sessions, in which the papers have no times of their own."""

import re
from collections.abc import Iterable, Mapping

from booklet.codes import CONTRADICTION, GUESSED, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.kinds import session_kind
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.meeting import ImportedItem, ImportedSession
from booklet.importing.meeting_parts.each_once import each_once
from booklet.importing.meeting_parts.in_quotes import in_quotes
from booklet.importing.meeting_parts.session_items import kind_and_items
from booklet.importing.meeting_parts.slots import Slot, read_slot
from booklet.importing.sources.json_records import json_value
from booklet.importing.sources.record import Record, listed_records
from booklet.importing.sources.source import Source
from booklet.importing.sources.source_text import source_text
from booklet.place import Place
from booklet.plain_dataclasses import dataclass

_FIELDS = ("title", "start", "end")
_ZONE = re.compile(r"^X-WR-TIMEZONE:([A-Za-z0-9_+/-]{1,60})\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The entries of the calendar; `names` are those that papers have for sessions, each with the index of its entry."""

    place: Place
    entries: tuple[Record, ...]
    names: Mapping[str, int]

    @property
    def moments(self) -> tuple[str, ...]:
        """All starts, as they are written."""
        return tuple(entry.text("start") for entry in self.entries)


def calendar_of(source: Source, named: Iterable[str], findings: list[Finding]) -> Calendar:
    """The calendar, whatever its file is called; `named` are the sessions of the papers. One that has none of them is of
    another meeting: templates bring it with them."""
    entries = _entries(source, findings)
    place = entries[0].place if entries else Place(source.name)
    wanted = sorted(named)
    titles = {_plain(name): name for name in wanted}
    names: dict[str, int] = {}
    for index, entry in enumerate(entries):
        for title in (entry.text("title"), entry.text("title").partition(":")[0]):
            if name := titles.get(_plain(title)):
                names.setdefault(name, index)
    if entries and wanted and not names:
        message = "the calendar has none of the sessions of the papers: it is of another meeting and left out"
        findings.append(Finding(CONTRADICTION, message, place))
        return Calendar(place, (), {})
    missing = [name for name in wanted if name not in names] if entries else []
    findings.extend(
        Finding(LEFT_OUT, f"the calendar has no session {in_quotes(name)}: its papers have no time", place)
        for name in missing
    )
    return Calendar(place, entries, names)


def zone_beside(source: Source) -> str:
    """The zone that a calendar file beside it names; empty without one."""
    for file in source.ending(".ics"):
        if found := _ZONE.search(source_text(file, [])):
            return found[1]
    return ""


def sessions(
    calendar: Calendar, placed: Mapping[str, tuple[str, ...]], zone: str, findings: list[Finding]
) -> tuple[ImportedSession, ...]:
    """The sessions in the order of their starts; `placed` are the keys of the talks by the names of sessions."""
    papers: dict[int, tuple[str, ...]] = {}
    for name, index in calendar.names.items():
        papers[index] = (*papers.get(index, ()), *placed.get(name, ()))
    found: list[tuple[Slot, int]] = []
    for index, entry in enumerate(calendar.entries):
        if slot := read_slot(entry.text("start"), entry.text("end"), zone, entry.place, findings):
            found.append((slot, index))
    found.sort(key=lambda pair: pair[0].start)
    keys = each_once(calendar.entries[index].text("title") for _, index in found)
    return tuple(
        _session(key, slot, calendar.entries[index], papers.get(index, ()), findings)
        for key, (slot, index) in zip(keys, found, strict=True)
    )


def _entries(source: Source, findings: list[Finding]) -> tuple[Record, ...]:
    for file in source.ending(".json"):
        found = listed_records(json_value(file, findings))
        if found and all(field in found[0] for field in _FIELDS):
            return found
    return ()


def _session(key: str, slot: Slot, entry: Record, talks: tuple[str, ...], findings: list[Finding]) -> ImportedSession:
    title = title_text(entry.text("title"), entry.of("title"), findings)
    kind = session_kind(entry.text("calendarId")) or session_kind(entry.text("title"))
    items = tuple(ImportedItem(talk=talk, minutes=slot.minutes if len(talks) == 1 else None) for talk in talks)
    if len(talks) > 1:
        message = "the source does not say how long each talk of a session takes: they stand in it without times"
        findings.append(Finding(GUESSED, message, entry.place, "add minutes to the items of program.yaml"))
    kind, items = kind_and_items(kind, title, slot, items)
    room = _room(entry, findings)
    return ImportedSession(
        key=key,
        title=title,
        date=slot.start.date(),
        place=entry.place,
        start=slot.start.time(),
        until=slot.until,
        kind=kind,
        rooms=(room,) if room else (),
        items=items,
    )


def _room(entry: Record, findings: list[Finding]) -> str:
    """The location, unless it is the address of a page of the site."""
    location = entry.text("location")
    if location == entry.text("link") or "://" in location or ".html" in location:
        return ""
    return one_line(location, entry.of("location"), findings)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
