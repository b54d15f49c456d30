"""The Mini-Conf files of COLT 2020 into a content folder: round the clock, every paper in two sessions, abstracts in TeX."""

import csv
import json
import re
from collections import defaultdict
from datetime import date, datetime
from pathlib import Path

from .content_folder import Content, Record, identifier, write_content
from .marked_text import from_html
from .runs import clock

_KINDS = {"coffee": "break", "keynote": "keynote", "business": "plenary"}


def write(source: Path, folder: Path) -> None:
    """`source` is the folder of the files. The regions of the time zones are ours; all times are those of New York."""
    rows, speakers = _rows(source / "papers.csv"), _rows(source / "speakers.csv")
    calendar = json.loads((source / "main_calendar.json").read_text("utf-8"))
    items = _items(rows)
    items |= {row["session"]: [{"talk": _keynote_id(row)}] for row in speakers}
    sessions = [_session(entry, items) for entry in calendar]
    content = Content(
        event={
            "title": "COLT 2020",
            "venue": "virtual",
            "zone": "America/New_York",
            "language": "en-US",
            "time-zones": {"Americas": ["New York"], "Europe": ["Zurich"], "Asia": ["Shanghai"]},
        },
        sessions=sorted(sessions, key=lambda session: session["id"]),
        talks={**{_paper_id(row): _talk(row) for row in rows}, **{_keynote_id(row): _keynote(row) for row in speakers}},
        people=[{"name": row["speaker"], "biography": from_html(row["bio"])} for row in speakers],
    )
    write_content(content, folder)


def _items(rows: list[dict[str, str]]) -> dict[str, list[Record]]:
    """The papers of each session in order; how long each takes is nowhere said."""
    placed: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in rows:
        for session, position in zip(row["session"].split("|"), (row["position_1"], row["position_2"]), strict=True):
            placed[session].append((int(position), _paper_id(row)))
    return {session: [{"talk": talk} for _, talk in sorted(found)] for session, found in placed.items()}


def _session(entry: dict[str, str], items: dict[str, list[Record]]) -> Record:
    start, end = datetime.fromisoformat(entry["start"]), datetime.fromisoformat(entry["end"])
    day = _program_day(entry["title"], start.date())
    papers = items.get(entry["title"].split(":")[0], [])
    return {
        "id": identifier(entry["title"]),
        "title": entry["title"],
        "date": start.date(),
        "day": day if day != start.date() else None,
        "start": clock(start),
        "until": clock(end),
        "kind": _KINDS.get(entry["calendarId"], None if papers else "plenary"),
        "items": papers,
    }


def _program_day(title: str, day: date) -> date:
    """Session 1E and the coffee after it are at four in the morning of the day after that of Session 1A to 1D."""
    found = re.fullmatch(r"(?:Session|Coffee Break) ([1-4])E", title)
    return date(2020, 7, 8 + int(found[1])) if found else day


def _talk(row: dict[str, str]) -> tuple[Record, str]:
    """Titles and abstracts are in TeX, as they are."""
    record = {
        "title": " ".join(row["title"].split()),
        "authors": [" ".join(name.split()) for name in row["authors"].split("|")],
        "keywords": [word.strip() for word in row["keywords"].split("|") if word.strip()],
    }
    return record, row["abstract"]


def _keynote(row: dict[str, str]) -> tuple[Record, str]:
    author = {"name": row["speaker"], "affiliations": [row["institution"]], "presenting": True}
    return {"title": row["title"], "authors": [author], "kind": "keynote"}, from_html(row["abstract"])


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _paper_id(row: dict[str, str]) -> str:
    return identifier("paper", row["UID"])


def _keynote_id(row: dict[str, str]) -> str:
    return identifier("keynote", row["UID"])
