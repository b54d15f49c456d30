"""The way to a value into the words for it, and what became of it into remarks."""

from booklet.codes import CHANGED_UPSTREAM, CONFLICT, KEPT_EDIT, NEW_UPSTREAM
from booklet.finding import Code
from booklet.importing.merging.plain_values import Key, Value, in_yaml, shown
from booklet.plain_dataclasses import dataclass

Path = tuple[str | Key, ...]

_ONE_OF = {
    "sessions": "session",
    "items": "item",
    "authors": "author",
    "people": "person",
    "rooms": "room",
    "room": "room",
    "tracks": "track",
    "chairs": "chair",
    "keywords": "keyword",
    "organizers": "organizer",
    "references": "reference",
    "links": "link",
    "notes": "note",
    "figures": "figure",
    "signatures": "signature",
    "aliases": "alias",
    "affiliations": "affiliation",
    "participants": "participant",
}
_WHOLE = 200
_NAME = 40


@dataclass(frozen=True, slots=True)
class Remark:
    """What became of the value at a path; `offset` is where in the text of a talk it stands, for what has no path."""

    code: Code
    message: str
    path: Path
    hint: str | None = None
    offset: int | None = None


def called(path: Path, subject: str) -> str:
    """The words for a value: minutes of talk "finn" of session "ml". `subject` is what the file is about, or empty."""
    words: list[str] = []
    for index, step in enumerate(path):
        following = path[index + 1] if index + 1 < len(path) else ""
        if isinstance(step, tuple):
            kind, text, _ = step
            words.append(f"{'talk' if kind == 'talk' else _one_of(path[index - 1] if index else '')} {shown(text)}")
        elif not isinstance(following, tuple):
            words.append(step if len(step) <= _NAME and step.replace("-", "").isalnum() else shown(step))
    return " of ".join([*reversed(words), *([subject] if subject else [])]) or "the file"


def _one_of(name: str | Key) -> str:
    return _ONE_OF.get(name, f"entry of {name}") if isinstance(name, str) else "entry"


def changed(path: Path, subject: str, old: Value, new: Value) -> Remark:
    """The source has another value now."""
    return Remark(CHANGED_UPSTREAM, f"{called(path, subject)}: {shown(old)} is now {shown(new)}", path)


def added(path: Path, subject: str, new: Value) -> Remark:
    """The source has what it did not have: a record (of a list), or a field."""
    if isinstance(path[-1], tuple):
        return Remark(NEW_UPSTREAM, f"{called(path, subject)} is new", path)
    return Remark(CHANGED_UPSTREAM, f"{called(path, subject)}: {shown(new)} is new", path)


def gone(path: Path, subject: str, old: Value) -> Remark:
    """The source no longer has it, and it was taken out."""
    was = "" if isinstance(path[-1], tuple) else f", which was {shown(old)}"
    return Remark(CHANGED_UPSTREAM, f"the source no longer has {called(path, subject)}{was}", path[:-1])


def moved(path: Path, subject: str) -> Remark:
    """The source has an item in another session, and it follows."""
    return Remark(CHANGED_UPSTREAM, f"{called(path, subject)} stood in another session", path)


def kept(path: Path) -> Remark:
    """An edit by hand that stays."""
    return Remark(KEPT_EDIT, "", path)


def both(path: Path, subject: str, mine: Value, theirs: Value) -> Remark:
    """A value that the source and the organizer changed to different ones."""
    message = f"{called(path, subject)}: {shown(mine)} here, {shown(theirs)} in the source; yours stays"
    words, key = in_yaml(theirs), path[-1] if path else ""
    name = f"{key}: " if isinstance(key, str) and key else ""
    hint = f"to take that of the source, write {name}{words}" if len(words) <= _WHOLE else FRESH
    return Remark(CONFLICT, message, path, hint)


def edited_but_gone(path: Path, subject: str) -> Remark:
    """What the organizer changed and the source no longer has."""
    message = f"the source no longer has {called(path, subject)}, which was edited here; yours stays"
    return Remark(CONFLICT, message, path, "take it out if it is not wanted")


def deleted_but_changed(path: Path, subject: str, theirs: Value) -> Remark:
    """What the organizer took out and the source changed."""
    message = f"{called(path, subject)}: taken out here, now {shown(theirs)} in the source; it stays out"
    return Remark(CONFLICT, message, path[:-1], "write it again if it is wanted")


FRESH = "to take that of the source, import into another folder and copy it from there"
