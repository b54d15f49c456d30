"""Schedules of real meetings as their files write them: frab, xCal, Sessionize, tables of pretalx, a list of Notion."""

import csv
import json
import re
import xml.etree.ElementTree as ET
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from .raw import Raw, RawTalk, Times
from .words import letters, without_markup

_PENTABARF = "{http://pentabarf.org}"


def frab_json(path: Path) -> Raw:
    conference = json.loads(path.read_text("utf-8"))["schedule"]["conference"]
    events = [event for day in conference["days"] for room in day["rooms"].values() for event in room]
    return Raw(tuple(_frab_talk(event) for event in events))


def _frab_talk(event: dict[str, Any]) -> RawTalk:
    names = tuple(person["public_name"] for person in event["persons"])
    text = _once(event["abstract"] or "", event["description"] or "")
    text = f"{event['subtitle'] or ''}\n\n{text}"
    return RawTalk(event["title"], names, text, (_lasting(event["date"], event["duration"]),), event["room"])


def frab_xml(path: Path) -> Raw:
    talks = []
    for event in ET.parse(path).getroot().iter("event"):
        said = {child.tag: (child.text or "").strip() for child in event}
        names = tuple((person.text or "").strip() for person in event.iter("person"))
        text = f"{said['subtitle']}\n\n{_once(said['abstract'], said['description'])}"
        times = _lasting(said["date"], said["duration"])
        talks.append(RawTalk(said["title"], names, text, (times,), said["room"]))
    return Raw(tuple(talks))


def xcal(path: Path, zone: str) -> Raw:
    talks = []
    for event in ET.parse(path).getroot().iter("vevent"):
        subtitle = (event.findtext(f"{_PENTABARF}subtitle") or "").strip()
        title = (event.findtext(f"{_PENTABARF}title") or "").strip()
        description = event.findtext("description") or ""
        repeated = letters(subtitle) in {letters(title), letters(without_markup(description))}
        text = description if repeated else f"{subtitle}\n\n{description}"
        start, end = (
            datetime.strptime(event.findtext(name) or "", "%Y%m%dT%H%M%S").replace(tzinfo=ZoneInfo(zone))
            for name in ("dtstart", "dtend")
        )
        names = tuple((one.text or "").strip() for one in event.iter("attendee"))
        talks.append(RawTalk(title, names, text, ((start, end),), event.findtext("location") or ""))
    return Raw(tuple(talks))


def sessionize(path: Path, zone: str) -> Raw:
    data = json.loads(path.read_text("utf-8"))
    rooms = {room["id"]: room["name"] for room in data["rooms"]}
    names = {speaker["id"]: speaker["fullName"] for speaker in data["speakers"]}
    talks, others = [], []
    for one in data["sessions"]:
        start, end = (datetime.fromisoformat(one[key]).replace(tzinfo=ZoneInfo(zone)) for key in ("startsAt", "endsAt"))
        if one["isServiceSession"]:
            others.append((one["title"], (start, end)))
            continue
        speakers = tuple(names[speaker] for speaker in one["speakers"])
        text = one["description"] or ""
        talks.append(RawTalk(one["title"], speakers, text, ((start, end),), rooms[one["roomId"]].split(" (")[0]))
    biographies = tuple(speaker["bio"] or "" for speaker in data["speakers"])
    return Raw(tuple(talks), tuple(others), tuple(names.values()), biographies)


def pretalx_csv(folder: Path, zone: str) -> Raw:
    talks = []
    people = rows(folder / "speakers.csv")
    for row in rows(folder / "sessions.csv"):
        start, end = _lasting(f"{row['Date']}T{row['Start Time']}", row["Duration"], zone)
        names = tuple(name.strip() for name in row["Speaker names"].split(",") if name.strip())
        talks.append(RawTalk(row["Proposal title"], names, row["Abstract"], ((start, end),), row["Room"]))
    return Raw(tuple(talks), (), tuple(row["Name"] for row in people), tuple(row["Biography"] for row in people))


def notion(path: Path, zone: str) -> Raw:
    """What has speakers is a talk. One that is given twice is one of two titles, of which the relation's holds."""
    talks: dict[str, RawTalk] = {}
    others = []
    for one in json.loads(path.read_text("utf-8")):
        found = re.fullmatch(r"(\w+ \d+, \d{4}) (\d+:\d+) → (\d+:\d+)", one["Time"])
        assert found
        start, end = (
            datetime.strptime(f"{found[1]} {clock}", "%B %d, %Y %H:%M").replace(tzinfo=ZoneInfo(zone))
            for clock in found.groups()[1:]
        )
        if not one["Speaker Names"]:
            others.append((one["Name"], (start, end)))
            continue
        names = tuple(one["Speaker Names"].split(", "))
        before = talks.get(one["Name"], RawTalk(one["Name"], names))
        talks[one["Name"]] = RawTalk(one["Name"], names, "", (*before.times, (start, end)))
    return Raw(tuple(talks.values()), tuple(others))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _once(*texts: str) -> str:
    """The texts, without those that stand word for word in another."""
    kept: list[str] = []
    for text in sorted(texts, key=len, reverse=True):
        if letters(text) and not any(letters(text) in letters(other) for other in kept):
            kept.append(text)
    return "\n\n".join(sorted(kept, key=texts.index))


def _lasting(start: str, duration: str, zone: str = "") -> Times:
    begin = datetime.fromisoformat(start)
    begin = begin.replace(tzinfo=ZoneInfo(zone)) if zone else begin
    hours, minutes = duration.split(":")
    return begin, begin + timedelta(hours=int(hours), minutes=int(minutes))
