"""An invented schedule in the form of frab, which tests change at will."""

import copy
import json
from typing import Any

EVENTS: list[dict[str, Any]] = [
    {
        "guid": "g-1",
        "id": 1,
        "date": "2027-05-04T09:00:00+02:00",
        "start": "09:00",
        "duration": "00:30",
        "room": "Hall A",
        "title": "Tides of the fjord",
        "subtitle": "",
        "track": "Water",
        "type": "lecture",
        "language": "en",
        "abstract": "",
        "description": "Water rises.\n\nWater falls.",
        "persons": [{"id": 11, "public_name": "Ada Example"}],
        "links": [],
    },
    {
        "guid": "g-2",
        "id": 2,
        "date": "2027-05-04T09:30:00+02:00",
        "start": "09:30",
        "duration": "00:30",
        "room": "Hall A",
        "title": "Ice in the harbour",
        "subtitle": "",
        "track": "Water",
        "type": "lecture",
        "language": "en",
        "abstract": "",
        "description": "Ice is water, too.",
        "persons": [{"id": 12, "public_name": "Bo Other"}],
        "links": [],
    },
]


def schedule(events: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """A schedule of one day; its events may be changed."""
    chosen = copy.deepcopy(EVENTS if events is None else events)
    rooms: dict[str, Any] = {}
    for event in chosen:
        rooms.setdefault(event["room"], []).append(event)
    day = {
        "index": 1,
        "date": "2027-05-04",
        "day_start": "2027-05-04T08:00:00+02:00",
        "day_end": "2027-05-05T03:00:00+02:00",
        "rooms": rooms,
    }
    conference = {
        "acronym": "fjord27",
        "title": "Fjord Days",
        "start": "2027-05-04",
        "end": "2027-05-04",
        "daysCount": 1,
        "timeslot_duration": "00:05",
        "time_zone_name": "Europe/Oslo",
        "days": [day],
    }
    return {"schedule": {"version": "1", "base_url": "https://fjord.example/", "conference": conference}}


def schedule_text(events: list[dict[str, Any]] | None = None) -> str:
    """The schedule as a file."""
    return json.dumps(schedule(events), indent=1)
