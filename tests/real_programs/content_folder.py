"""Records of a real program into the files of a content folder."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a content folder; `talks` are by id, each its front matter and its abstract."""

    event: Record
    sessions: Sequence[Record]
    talks: Mapping[str, tuple[Record, str]]
    rooms: Sequence[str | Record] = ()
    tracks: Sequence[str] = ()
    people: Sequence[Record] = ()
    booklet: Record = field(default_factory=dict)


def write_content(content: Content, folder: Path) -> None:
    """The files of `folder`/content. Raises FileExistsError when the folder is there."""
    place = folder / "content"
    (place / "talks").mkdir(parents=True)
    program = {"rooms": content.rooms, "tracks": content.tracks, "sessions": content.sessions}
    files = {
        "event": content.event,
        "program": program,
        "booklet": content.booklet,
        "people": {"people": content.people},
    }
    for name, record in files.items():
        if text := as_yaml(record):
            (place / f"{name}.yaml").write_text(text, "utf-8", newline="\n")
    for name, (front, abstract) in content.talks.items():
        text = f"---\n{as_yaml(front)}---\n{abstract.strip()}\n"
        (place / "talks" / f"{name}.md").write_text(text, "utf-8", newline="\n")


def as_yaml(record: Record) -> str:
    """The record without what is empty, all values as texts; nothing when nothing is left."""
    full = _texts(record)
    return yaml.safe_dump(full, allow_unicode=True, sort_keys=False, width=1000) if full else ""


def _texts(value: Any) -> Any:
    if isinstance(value, Mapping):
        parts = {str(key): _texts(one) for key, one in value.items()}
        return {key: one for key, one in parts.items() if one not in ("", [], {})}
    if isinstance(value, list | tuple):
        return [_texts(one) for one in value]
    if isinstance(value, bool):
        return "true" if value else ""
    return "" if value is None else str(value)


def identifier(*parts: object) -> str:
    """An id of the content format (a-z, 0-9, single hyphens, at most 60) from what is stable in the source."""
    bare = unicodedata.normalize("NFKD", " ".join(map(str, parts))).lower()
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:60].strip("-")
