"""The Sessionize JSON of the Global Azure Bootcamp Linz 2020 into a content folder: 28 talks and a lunch on one day."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from .content_folder import Content, Record, identifier, write_content
from .marked_text import escaped, escaped_lines
from .runs import Event, clock, sessions_of


def write(source: Path, folder: Path) -> None:
    """`source` is the folder of the JSON file, which gives no time zone: it is that of Linz."""
    data = json.loads((source / "sessionize.json").read_text("utf-8"))
    rooms = {room["id"]: room["name"] for room in data["rooms"]}
    speakers = {speaker["id"]: speaker["fullName"] for speaker in data["speakers"]}
    categories = {one["id"]: one["name"] for category in data["categories"] for one in category["items"]}
    talks: dict[str, tuple[Record, str]] = {}
    events: list[Event] = []
    breaks: list[Record] = []
    for one in data["sessions"]:
        start, end = (datetime.fromisoformat(one[key]) for key in ("startsAt", "endsAt"))
        if one["isServiceSession"]:
            breaks.append(_break(one, start, end))
            continue
        track, language = (categories[number] for number in one["categoryItems"])
        talk = identifier(one["id"], one["title"])
        record = {
            "title": escaped(one["title"]),
            "authors": [speakers[number] for number in one["speakers"]],
            "language": "en-US" if language == "English" else None,
            "track": track,
        }
        talks[talk] = record, escaped_lines(one["description"])
        minutes = int((end - start).total_seconds()) // 60
        events.append(Event(talk, start, minutes, rooms[one["roomId"]], track, start.date()))
    content = Content(
        event={"title": "Global Azure Bootcamp Linz 2020", "zone": "Europe/Vienna", "language": "de"},
        sessions=[*sessions_of(events), *breaks],
        talks=talks,
        rooms=list(rooms.values()),
        tracks=list(dict.fromkeys(event.track for event in events)),
        people=[{"name": speaker["fullName"], "biography": _biography(speaker)} for speaker in data["speakers"]],
    )
    write_content(content, folder)


def _break(one: dict[str, Any], start: datetime, end: datetime) -> Record:
    """A service session stands in one room of the source, but blocks all."""
    return {
        "id": identifier(start.date(), one["title"]),
        "title": escaped(one["title"]),
        "date": start.date(),
        "start": clock(start),
        "until": clock(end),
        "kind": "break",
    }


def _biography(speaker: dict[str, Any]) -> str:
    return escaped(" ".join((speaker["bio"] or "").split()))
