"""program.yaml as a record into sessions, rooms and tracks of an import."""

import datetime as dt
import re

from booklet.codes import LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.moments import calendar_day, clock
from booklet.importing.formats.content.untaken import named, untaken
from booklet.importing.meeting import ImportedItem, ImportedRoom, ImportedSession
from booklet.importing.sources.record import Record

_SESSION = ["id", "title", "date", "start", "until", "day", "zone", "kind", "track", "room", "chairs", "note", "items"]
_ITEM = ["talk", "title", "minutes", "at", "kind"]
_MINUTES = re.compile(r"(\d{1,4})(?:\s*\+\s*(\d{1,4}))?")


def sessions_of(record: Record, findings: list[Finding]) -> tuple[ImportedSession, ...]:
    """The sessions; one without a date is left out with a finding."""
    sessions = (_session(one, findings) for one in record.records("sessions"))
    return tuple(session for session in sessions if session)


def rooms_of(record: Record) -> tuple[ImportedRoom, ...]:
    """The rooms in their order."""
    return tuple(
        ImportedRoom(one.text("name"), one.text("building"), one.text("note")) for one in named(record, "rooms", "name")
    )


def tracks_of(record: Record, findings: list[Finding]) -> tuple[str, ...]:
    """The names of the tracks in their order."""
    tracks = named(record, "tracks", "name")
    for one in tracks:
        untaken(one, ("name",), "a track", findings)
    return tuple(one.text("name") for one in tracks)


def _session(record: Record, findings: list[Finding]) -> ImportedSession | None:
    untaken(record, _SESSION, "a session", findings)
    date = calendar_day(record.text("date"))
    if date is None:
        message = f'the session "{record.text("title")[:60]}" has no date and is left out'
        findings.append(Finding(LEFT_OUT, message, record.of("date"), "write it as 2026-04-23"))
        return None
    return ImportedSession(
        key=record.text("id"),
        title=record.text("title"),
        date=date,
        place=record.place,
        start=_time(record, "start", findings),
        until=_time(record, "until", findings),
        day=calendar_day(record.text("day")),
        zone=record.text("zone"),
        kind=record.text("kind"),
        track=record.text("track"),
        rooms=record.texts("room"),
        chairs=record.texts("chairs"),
        note=record.text("note"),
        items=tuple(_item(one, findings) for one in record.records("items")),
    )


def _item(record: Record, findings: list[Finding]) -> ImportedItem:
    untaken(record, _ITEM, "an item", findings)
    written = record.text("minutes")
    minutes = _MINUTES.fullmatch(written)
    if written and not minutes:
        _left(record, "minutes", findings)
    return ImportedItem(
        talk=record.text("talk"),
        title=record.text("title"),
        minutes=int(minutes[1]) if minutes else None,
        questions=int(minutes[2]) if minutes and minutes[2] else None,
        at=_time(record, "at", findings),
        kind=record.text("kind"),
    )


def _time(record: Record, key: str, findings: list[Finding]) -> dt.time | None:
    written = record.text(key)
    found = clock(written) if written else None
    if written and found is None:
        _left(record, key, findings)
    return found


def _left(record: Record, key: str, findings: list[Finding]) -> None:
    message = f'"{record.text(key)[:60]}" cannot be read as {"minutes" if key == "minutes" else "a time"}'
    findings.append(Finding(LEFT_OUT, message, record.of(key), "add it by hand"))
