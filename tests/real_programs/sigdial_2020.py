"""The aclpub2 files of SIGDIAL 2020 into a content folder: sessions of sessions, committees, sponsors, invited talks."""

from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from .content_folder import Content, Record, identifier, write_content
from .runs import clock


def write(source: Path, folder: Path) -> None:
    """`source` is the folder of the YAML files, whose times are in no zone: UTC. Logos and keynotes' texts are not there."""
    details, papers, program, invited, committees, sponsors = (
        yaml.safe_load((source / f"{name}.yml").read_text("utf-8"))
        for name in (
            "conference_details",
            "papers",
            "program",
            "invited_talks",
            "organizing_committee",
            "sponsors",
        )
    )
    content = Content(
        event={
            "title": details["event_name"],
            "venue": details["location"],
            "zone": "UTC",
            "language": "en-US",
            "committees": {one["role"]: [_member(member) for member in one["members"]] for one in committees},
            "sponsors": {one["tier"]: [{"name": Path(logo).stem} for logo in one["logos"]] for one in sponsors},
        },
        sessions=[*(session for entry in program for session in _sessions(entry)), *map(_invited_session, invited)],
        talks={
            **{identifier("paper", paper["id"]): _talk(paper) for paper in papers},
            **{identifier(one["title"]): _invited(one) for one in invited},
        },
    )
    write_content(content, folder)


def _sessions(entry: Record) -> list[Record]:
    """An entry with parts is a session for each part, which keeps both titles."""
    if "subsessions" in entry:
        return [_session(part, f"{entry['title']}: {part['title']}") for part in entry["subsessions"]]
    return [_session(entry, entry["title"])]


def _kind(title: str) -> str:
    """What has no papers is a break, a meeting of people, or for all."""
    return "break" if title == "Break" else "social" if "Breakout" in title or "Booth" in title else "plenary"


def _session(part: Record, title: str) -> Record:
    start, end = _moment(part["start_time"]), _moment(part["end_time"])
    papers = part.get("papers", [])
    return {
        "id": identifier(start.date(), f"{start:%H%M}"),
        "title": title,
        "date": start.date(),
        "start": clock(start),
        "until": clock(end),
        "room": part.get("location"),
        "chairs": [part["chair"]] if "chair" in part else [],
        "kind": None if papers else _kind(part["title"]),
        "items": [_item(paper) for paper in papers],
    }


def _item(paper: Record) -> Record:
    start, end = _moment(paper["start_time"]), _moment(paper["end_time"])
    return {"talk": identifier("paper", paper["id"]), "at": clock(start), "minutes": _minutes(start, end)}


def _invited_session(one: Record) -> Record:
    start = _moment(one["date"])
    return {
        "id": identifier(start.date(), f"{start:%H%M}", one["title"]),
        "title": one["title"],
        "date": start.date(),
        "start": clock(start),
        "room": one["location"],
        "chairs": [one["chair"]],
        "kind": "keynote",
        "items": [{"talk": identifier(one["title"])}],
    }


def _talk(paper: Record) -> tuple[Record, str]:
    """Titles and abstracts are in TeX, as they are. A misspelt key says where one author works."""
    authors = [
        {"name": _name(one), "affiliations": [one["instituion"]] if "instituion" in one else []}
        for one in paper["authors"]
    ]
    return {"title": " ".join(paper["title"].split()), "authors": authors}, paper["abstract"]


def _invited(one: Record) -> tuple[Record, str]:
    author = {"name": one["speaker_name"], "affiliations": [one["institution"]], "presenting": True}
    return {"title": one["title"], "authors": [author], "kind": "keynote"}, ""


def _member(member: Record) -> Record:
    return {"name": _name(member), "affiliation": member.get("institution")}


def _name(person: Record) -> str:
    return " ".join(" ".join(person.get(f"{part}_name") or "" for part in ("first", "middle", "last")).split())


def _moment(written: Any) -> datetime:
    return written if isinstance(written, datetime) else datetime.fromisoformat(str(written))


def _minutes(start: datetime, end: datetime) -> int:
    return int((end - start).total_seconds()) // 60
