"""What an import did, as the file that the next one begins with: content/.import/last.json."""

import json
import re
from collections.abc import Mapping
from typing import Any

from booklet.importing.ids import NO_IDS, Ids
from booklet.importing.wish import NO_WISH, Wish
from booklet.plain_dataclasses import dataclass, field
from booklet.reading.project_file import path_trouble

FILE = "content/.import/last.json"
_VERSION = 1
_ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Memory:
    """The form that was read, what was wished for, the ids that were given, and the files that were written, by name."""

    form: str = ""
    wish: Wish = NO_WISH
    ids: Ids = NO_IDS
    files: Mapping[str, str] = field(default_factory=dict)


def memory_text(memory: Memory) -> str:
    """The memory as JSON."""
    value = {
        "version": _VERSION,
        "format": memory.form,
        "zone": memory.wish.zone,
        "language": memory.wish.language,
        "title": memory.wish.title,
        "talks": dict(memory.ids.talks),
        "sessions": dict(memory.ids.sessions),
        "affiliations": dict(memory.ids.affiliations),
        "files": dict(memory.files),
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def read_memory(text: str) -> Memory | None:
    """What memory_text made; None where the text is something else. A name that leads out of content/ is left out."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or value.get("version") != _VERSION:
        return None
    files = {name: text for name, text in _texts(value, "files").items() if _is_ours(name)}
    ids = Ids(_ids(value, "talks"), _ids(value, "sessions"), _ids(value, "affiliations"))
    words = {
        key: value[key] if isinstance(value.get(key), str) else "" for key in ("format", "zone", "language", "title")
    }
    return Memory(words["format"], Wish(words["zone"], words["language"], words["title"]), ids, files)


def _is_ours(name: str) -> bool:
    return name.startswith("content/") and path_trouble(name) is None


def _ids(value: dict[str, Any], key: str) -> dict[str, str]:
    """Ids by what the source calls their owners; those that are none, or given twice, are left out."""
    given = {one: owner for owner, one in reversed(_texts(value, key).items()) if _ID.fullmatch(one)}
    return {owner: one for one, owner in reversed(given.items())}


def _texts(value: dict[str, Any], key: str) -> dict[str, str]:
    found = value.get(key)
    if not isinstance(found, dict):
        return {}
    return {name: text for name, text in found.items() if isinstance(text, str)}
