"""The Mini-Conf table of NLP2024 into a content folder: 599 papers in Japanese, 66 sessions without times, 297 posters."""

import csv
import re
from datetime import date
from pathlib import Path

from .content_folder import Content, Record, identifier, write_content
from .marked_text import escaped, escaped_lines

# The source has no days: the eleven blocks of sessions are shared out among four.
_DAYS = {**dict.fromkeys((1, 2), 11), **dict.fromkeys((3, 4, 5), 12), **dict.fromkeys((6, 7, 8), 13)}
_LAST_DAY = 14


def write(source: Path, folder: Path) -> None:
    """`source` is the folder of the table; its calendar is of another conference. The language is Japanese."""
    with (source / "papers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    sessions: dict[str, Record] = {}
    for row in rows:
        name = row["sessions"]
        sessions.setdefault(name, _session(name))["items"].append({"talk": identifier(row["UID"])})
    content = Content(
        event={"title": "NLP2024", "zone": "Asia/Tokyo", "language": "ja"},
        sessions=list(sessions.values()),
        talks={identifier(row["UID"]): _talk(row) for row in rows},
    )
    write_content(content, folder)


def _session(name: str) -> Record:
    """ "P3:…" is a session of posters; the letter of the others is that of a room."""
    key, title = name.split(":", 1)
    number = int(re.sub(r"\D", "", key))
    poster = key.startswith("P")
    return {
        "id": identifier(key),
        "title": escaped(f"{key} {title}"),
        "date": date(2024, 3, _DAYS.get(number, _LAST_DAY)),
        "room": "" if poster else key[0],
        "kind": "posters" if poster else None,
        "items": [],
    }


def _talk(row: dict[str, str]) -> tuple[Record, str]:
    """A poster stands at the board of its number."""
    poster = row["UID"].startswith("P")
    record = {
        "title": escaped(" ".join(row["title"].split())),
        "authors": [" ".join(name.split()) for name in row["authors"].split("|") if name.strip()],
        "kind": "poster" if poster else None,
        "board": row["UID"] if poster else None,
    }
    return record, escaped_lines(row["abstract"])
