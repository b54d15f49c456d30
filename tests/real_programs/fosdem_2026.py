"""The frab XML of FOSDEM 2026 into a content folder: 883 events, each in a run of its track in its room."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from .content_folder import Content, Record, identifier, write_content
from .marked_text import escaped, from_html
from .runs import Event, sessions_of

_OF_EVERY_EVENT = re.compile(r"Chat room|Submit Feedback")


def write(source: Path, folder: Path) -> None:
    """`source` is the folder of the XML file; tracks become sessions, first letters of rooms their buildings."""
    root = ET.parse(source / "fosdem-2026.xml").getroot()
    talks, events = {}, []
    for day, event in _events(root):
        talk = identifier(_text(event, "slug"))
        talks[talk] = _talk(event)
        hours, minutes = _text(event, "duration").split(":")
        start = datetime.fromisoformat(_text(event, "date"))
        room, track = _text(event, "room"), _text(event, "track")
        events.append(Event(talk, start, 60 * int(hours) + int(minutes), room, track, day))
    conference = root.find("conference")
    assert conference is not None
    record = {
        "title": _text(conference, "title"),
        "venue": f"{_text(conference, 'venue')}, {_text(conference, 'city')}",
        "zone": _text(conference, "time_zone_name"),
        "language": "en-GB",
    }
    rooms = dict.fromkeys(room.get("name", "") for room in root.iter("room") if room.get("name"))
    tracks = tuple(track.text or "" for track in root.findall("tracks/track"))
    used = {event.track for event in events}
    content = Content(
        event=record,
        sessions=[{**session, "title": escaped(session["title"])} for session in sessions_of(events)],
        talks=talks,
        rooms=[{"name": room, "building": _building(room)} for room in rooms],
        tracks=[track for track in tracks if track in used],
    )
    write_content(content, folder)


def _events(root: ET.Element) -> Iterator[tuple[date, ET.Element]]:
    for day in root.iter("day"):
        for event in day.iter("event"):
            yield date.fromisoformat(day.get("date", "")), event


def _talk(event: ET.Element) -> tuple[Record, str]:
    # Somebody is named twice in one event; chat and feedback are the same for all.
    people = dict.fromkeys(person.text or "" for person in event.findall("persons/person"))
    links = [(link.get("href", ""), link.text or "") for link in event.findall("links/link")]
    record = {
        "title": escaped(_text(event, "title")),
        "authors": list(people),
        "track": _text(event, "track"),
        "links": [{"label": label, "address": to} for to, label in links if not _OF_EVERY_EVENT.search(label)],
    }
    return record, from_html(_text(event, "abstract"))


def _building(room: str) -> str:
    """K.3.401 is in K, UB2.252A in U, AW1.120 in AW; other rooms are buildings themselves."""
    found = re.match(r"(K|H|AW|U)[A-D]?\.?\d", room)
    return found[1] if found else ""


def _text(element: ET.Element, name: str) -> str:
    return (element.findtext(name) or "").strip()
