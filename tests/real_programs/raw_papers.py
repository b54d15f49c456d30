"""Papers of real meetings as their files write them: Mini-Conf, Jekyll data, aclpub2, front matter, Zenodo."""

import json
import re
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from .raw import Raw, RawTalk, Times
from .raw_schedules import rows


def colt(folder: Path) -> Raw:
    """Papers have no times of their own in their sessions: these are among the others."""
    calendar = json.loads((folder / "main_calendar.json").read_text("utf-8"))
    others = tuple(
        (one["title"], (datetime.fromisoformat(one["start"]), datetime.fromisoformat(one["end"]))) for one in calendar
    )
    papers = [
        RawTalk(row["title"], tuple(row["authors"].split("|")), row["abstract"]) for row in rows(folder / "papers.csv")
    ]
    speakers = rows(folder / "speakers.csv")
    keynotes = [RawTalk(row["title"], (row["speaker"],), row["abstract"]) for row in speakers]
    return Raw((*papers, *keynotes), others, (), tuple(row["bio"] for row in speakers))


def nlp(folder: Path) -> Raw:
    """Its calendar is of another meeting."""
    papers = [
        RawTalk(row["title"], tuple(row["authors"].split("|")), row["abstract"], room=row["sessions"])
        for row in rows(folder / "papers.csv")
    ]
    return Raw(tuple(papers))


def hibit(folder: Path, zone: str) -> Raw:
    """What begins within a session that has a chair is one of its items."""
    abstracts, days, entries, speakers = (
        _yaml(folder, name) for name in ("abstracts", "schedule", "sessions", "speakers")
    )
    by_number = {entry["id"]: entry for entry in entries}
    times: dict[str, list[Times]] = defaultdict(list)
    others = []
    for day in days:
        for slot in day["timeslots"]:
            entry = by_number[slot["sessionIds"][0]]
            start, end = (
                datetime.fromisoformat(f"{day['date']}T{slot[key]}").replace(tzinfo=ZoneInfo(zone))
                for key in ("startTime", "endTime")
            )
            if "easychair_id" in entry:
                times[f"a{entry['easychair_id']}"].append((start, end))
            elif "speakers" in entry:
                times[f"s{entry['speakers']}"].append((start, end))
            else:
                others.append((entry["title"].split(" | Chair")[0], (start, end)))
    talks = [
        RawTalk(
            re.sub(r"^\(previous ID: \d+\) ", "", one["Title"]),
            tuple(re.split(r", | and ", one["Authors"].strip())),
            one["Abstract"],
            tuple(times[f"a{one['ID']}"]),
        )
        for one in abstracts
    ]
    invited = [
        RawTalk(one["abstract_title"], (_hibit_name(one),), one["abstract"], tuple(times[f"s{one['id']}"]))
        for one in speakers
    ]
    return Raw((*talks, *invited), tuple(others), (), tuple(one["bio"] for one in speakers))


def _hibit_name(one: dict[str, Any]) -> str:
    return f"{one['name']} {one['surname']}"


def aclpub2(folder: Path) -> Raw:
    """All times are naive and taken for those of UTC. A part of a session is called by both."""
    papers, invited, committees = (_yaml(folder, name) for name in ("papers", "invited_talks", "organizing_committee"))
    times: dict[int, list[Times]] = defaultdict(list)
    others = []
    for entry in _yaml(folder, "program") or ():
        for part in entry.get("subsessions", [entry]):
            title = part["title"] if part is entry else f"{entry['title']}: {part['title']}"
            others.append((title, _acl_times(part)))
            for paper in part.get("papers", ()):
                times[paper["id"]].append(_acl_times(paper))
    talks = [
        RawTalk(paper["title"], tuple(map(_acl_name, paper["authors"])), paper["abstract"], tuple(times[paper["id"]]))
        for paper in papers
    ]
    talks += [RawTalk(_prefixed(one), tuple(one["speaker_name"].split(", "))) for one in invited]
    members = (_acl_name(member) for committee in committees for member in committee["members"])
    return Raw(tuple(talks), tuple(others), tuple(re.sub(r"^[\w ]+: ", "", member) for member in members))


def _prefixed(invited: dict[str, str]) -> str:
    """A panel is called so before its title."""
    return f"{invited['custom_prefix']}: {invited['title']}" if "custom_prefix" in invited else invited["title"]


def _acl_times(record: dict[str, Any]) -> Times:
    start, end = (datetime.fromisoformat(str(record[key])) for key in ("start_time", "end_time"))
    return start.replace(tzinfo=ZoneInfo("UTC")), end.replace(tzinfo=ZoneInfo("UTC"))


def _acl_name(person: dict[str, str]) -> str:
    return " ".join(" ".join(person.get(f"{part}_name") or "" for part in ("first", "middle", "last")).split())


def sorse(folder: Path) -> Raw:
    talks = []
    for path in sorted(folder.glob("events/*/*.md")):
        _, front, body = path.read_text("utf-8").split("---\n", 2)
        one = yaml.safe_load(front)
        spans = [span for run in one["time"] for span in run]
        times = tuple((_utc(span["start"]), _utc(span["end"])) for span in spans)
        names = tuple(author["name"] for author in one["authors"])
        talks.append(RawTalk(one["title"], names, body, times))
    return Raw(tuple(talks))


def _utc(moment: Any) -> datetime:
    found = moment if isinstance(moment, datetime) else datetime.fromisoformat(str(moment))
    return found.replace(tzinfo=ZoneInfo("UTC"))


def zenodo(path: Path) -> Raw:
    """A record without a title: it is called like its folder."""
    creators = json.loads(path.read_text("utf-8"))["creators"]
    names = (" ".join(creator["name"].split(",", 1)[::-1]) for creator in creators)
    return Raw((RawTalk(path.parent.name, tuple(names)),))


def _yaml(folder: Path, name: str) -> Any:
    return yaml.safe_load((folder / f"{name}.yml").read_text("utf-8"))
