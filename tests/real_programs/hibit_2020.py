"""The Jekyll data of HIBIT 2020 into a content folder: sessions that enclose their talks, keynotes, posters with boards."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from .content_folder import Content, Record, identifier, write_content
from .marked_text import escaped, escaped_lines
from .runs import clock

_CHAIR = re.compile(r"(?P<title>.*?) \| Chair: (?P<chair>.*)")
_KINDS = {"Break": "break", "Poster Session": "posters"}


def write(source: Path, folder: Path) -> None:
    """`source` is the folder of the YAML files, which give no time zone: it is that of Turkey.

    No poster has a session in the source, so none is given one; its number becomes its board.
    """
    abstracts, slots, entries, speakers = (
        yaml.safe_load((source / f"{name}.yml").read_text("utf-8"))
        for name in ("abstracts", "schedule", "sessions", "speakers")
    )
    by_number = {entry["id"]: entry for entry in entries}
    content = Content(
        event={
            "title": "HIBIT 2020",
            "venue": "online",
            "zone": "Europe/Istanbul",
            "language": "en-US",
        },
        sessions=[session for day in slots for session in _sessions_of_day(day, by_number)],
        talks={**{_abstract_id(one["ID"]): _talk(one) for one in abstracts}, **dict(map(_invited, speakers))},
        people=[{"name": _name(one), "biography": escaped(" ".join(one["bio"].split()))} for one in speakers],
    )
    write_content(content, folder)


def _sessions_of_day(day: dict[str, Any], entries: Mapping[int, Record]) -> list[Record]:
    """A block without a place encloses what begins before it ends; everything else is a session by itself."""
    sessions: list[Record] = []
    for slot in day["timeslots"]:
        entry = entries[slot["sessionIds"][0]]
        start, end = (datetime.fromisoformat(f"{day['date']}T{slot[key]}") for key in ("startTime", "endTime"))
        minutes = int((end - start).total_seconds()) // 60
        block = sessions[-1] if sessions else None
        if "place" in entry and block and "chairs" in block and start < block["until"]:
            block["items"].append({**_item(entry), "at": clock(start), "minutes": minutes})
        else:
            sessions.append(_session(entry, start, end, minutes))
    return [{**one, "start": clock(one["start"]), "until": clock(one["until"])} for one in sessions]


def _session(entry: Record, start: datetime, end: datetime, minutes: int) -> Record:
    kind = next((kind for words, kind in _KINDS.items() if words in entry["title"]), "plenary")
    found = _CHAIR.fullmatch(entry["title"])
    session: Record = {
        "id": identifier("s", entry["id"]),
        "title": escaped(found["title"] if found else entry["title"]),
        "date": date(start.year, start.month, start.day),
        "start": start,
        "until": end,
    }
    if found:
        return {**session, "chairs": [found["chair"]], "items": []}
    return {
        **session,
        "kind": kind,
        "items": [{**item, "minutes": minutes}] if "talk" in (item := _item(entry)) else [],
    }


def _item(entry: Record) -> Record:
    if "easychair_id" in entry:
        return {"talk": _abstract_id(entry["easychair_id"])}
    if "speakers" in entry:
        return {"talk": _speaker_id(entry["speakers"])}
    return {"title": escaped(entry["title"])}


def _talk(one: Record) -> tuple[Record, str]:
    """An abstract: a talk, a poster, both (a talk with a board), or neither (a talk in no session)."""
    presenting = one.get("Presenting_author")
    names = re.split(r", | and ", one["Authors"].strip())
    record = {
        "title": escaped(" ".join(one["Title"].split())),
        "authors": [{"name": name, "presenting": name == presenting} for name in names],
        "kind": "poster" if one["Poster"] and not one["Talk"] else None,
        "board": f"P{one['ID']}" if one["Poster"] else None,
    }
    return record, escaped_lines(one["Abstract"])


def _invited(one: Record) -> tuple[str, tuple[Record, str]]:
    """The talk of an invited speaker."""
    record = {
        "title": escaped(one["abstract_title"]),
        "authors": [{"name": _name(one), "affiliations": [one["company"]], "presenting": True}],
        "kind": "keynote" if one["keynote"] else None,
    }
    return _speaker_id(one["id"]), (record, escaped_lines(one["abstract"]))


def _name(one: Record) -> str:
    return f"{one['name']} {one['surname']}"


def _abstract_id(number: object) -> str:
    return identifier("abstract", number)


def _speaker_id(number: object) -> str:
    return identifier("invited", number)
