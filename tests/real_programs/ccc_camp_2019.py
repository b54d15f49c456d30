"""The frab JSON of the Chaos Communication Camp 2019 into a content folder: 79 events in two rooms, one past midnight."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from .content_folder import Content, Record, identifier, write_content
from .marked_text import escaped, escaped_lines
from .runs import Event, sessions_of


def write(source: Path, folder: Path) -> None:
    """`source` is the folder of the JSON file; each run of a track in a room is a session."""
    conference = json.loads((source / "frab-camp2019.json").read_text("utf-8"))["schedule"]["conference"]
    talks, events = {}, []
    for day in conference["days"]:
        for event in (event for room in day["rooms"].values() for event in room):
            talk = identifier(event["id"], event["title"])
            talks[talk] = _talk(event)
            hours, minutes = event["duration"].split(":")
            start, length = datetime.fromisoformat(event["date"]), 60 * int(hours) + int(minutes)
            # A day of the source ends at four in the morning: what begins after midnight is in the day before.
            of_day = date.fromisoformat(day["date"])
            events.append(Event(talk, start, length, event["room"], event["track"], of_day))
    content = Content(
        event={"title": conference["title"], "zone": conference["time_zone_name"], "language": "en-GB"},
        sessions=sessions_of(events),
        talks=talks,
        rooms=list(dict.fromkeys(room for day in conference["days"] for room in day["rooms"])),
        tracks=sorted({event.track for event in events}),
    )
    write_content(content, folder)


def _talk(event: dict[str, Any]) -> tuple[Record, str]:
    """The subtitle stands before the abstract; a description that repeats the abstract is left out."""
    texts = dict.fromkeys(escaped_lines(event[key] or "") for key in ("abstract", "description"))
    subtitle = f"*{escaped(event['subtitle'].strip())}*" if event["subtitle"] else ""
    record = {
        "title": escaped(event["title"]),
        "authors": [person["public_name"] for person in event["persons"]],
        "language": "de" if event["language"] == "de" else None,
        "track": event["track"],
        "links": [{"label": link["title"], "address": _address(link["url"])} for link in event["links"]],
    }
    return record, "\n\n".join(text for text in (subtitle, *texts) if text)


def _address(written: str) -> str:
    """One address of the source has no scheme."""
    return written if ":" in written else f"https://{written}"
