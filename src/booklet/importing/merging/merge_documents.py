"""Three YAML documents into edits of the organizer's, of which it is sure that they give what is meant."""

from collections import Counter
from collections.abc import Mapping

from booklet.codes import CHANGED_UPSTREAM, CONFLICT, NEW_UPSTREAM
from booklet.finding import Finding
from booklet.importing.merging.document import Document, entries_of, read_document
from booklet.importing.merging.edits import Edit, edited
from booklet.importing.merging.merge_values import Merged, Move, Name, Task, merge_values
from booklet.importing.merging.plain_values import Value, keys_of, value_of
from booklet.importing.merging.wording import FRESH, Path, Remark, both, kept
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace
from booklet.yaml_file import Node, Scalar


@dataclass(frozen=True, slots=True)
class MergedDocument:
    """The edits of the organizer's document, what it is after them, and what is to be said."""

    edits: tuple[Edit, ...]
    result: Document
    remarks: tuple[Remark, ...]


def changes(last: Document, theirs: Document, subject: str) -> tuple[Remark, ...]:
    """What the source changed, where nothing was changed by hand."""
    task = Task(last, last, theirs, subject)
    _merged(task)
    return tuple(task.said)


def merge_documents(
    last: Document, mine: Document, theirs: Document, subject: str, moves: Mapping[Name, Move] | None = None
) -> MergedDocument:
    """Merge. A text in which the changes of the source cannot be written without losing something stays as it is, and each
    of them is a conflict."""
    task = Task(last, mine, theirs, subject, moves or {})
    merged = _merged(task)
    own = _comments(mine) - _comments(last)
    task.said.extend(kept(()) for _ in range(own.total()))
    if merged.is_theirs:
        task.said.append(both((), subject, value_of(mine.node), value_of(theirs.node)))
        return MergedDocument((), mine, tuple(task.said))
    text = edited(mine.text, merged.edits)
    result = read_document(text, mine.file, mine.first_line) if merged.edits else mine
    if isinstance(result, Finding) or not _is_meant(result, merged.value, own):
        return MergedDocument((), mine, tuple(_not_merged(one) for one in task.said))
    return MergedDocument(merged.edits, result, tuple(task.said))


def _merged(task: Task) -> Merged:
    nothing = Scalar(None, Place(task.mine.file, task.mine.first_line))
    last, mine, theirs = (document.node or nothing for document in (task.last, task.mine, task.theirs))
    return merge_values(task, (), last, mine, theirs)


def _comments(document: Document) -> Counter[str]:
    return Counter(text for _, text in document.comments)


def _is_meant(result: Document, value: Value, own: Counter[str]) -> bool:
    """Whether a document says a value and still has the comments that the organizer wrote."""
    return value_of(result.node) == value and not own - _comments(result)


def _not_merged(remark: Remark) -> Remark:
    if remark.code not in {CHANGED_UPSTREAM, NEW_UPSTREAM}:
        return remark
    message = f"{remark.message}; the file is written so that this could not be put in"
    return replace(remark, code=CONFLICT, message=message, hint=FRESH)


def places_of(document: Document) -> dict[Path, Place]:
    """Where each path leads."""
    places: dict[Path, Place] = {(): Place(document.file, document.first_line)}
    waiting: list[tuple[Path, Node | None]] = [((), document.node)]
    while waiting:
        path, node = waiting.pop()
        for key, (place, value) in zip(keys_of(node), entries_of(node), strict=True):
            places[*path, key] = place
            waiting.append(((*path, key), value))
    return places


def nearest_place(places: Mapping[Path, Place], path: Path) -> Place:
    """Where a path leads, or the nearest part above it."""
    while path not in places:
        path = path[:-1]
    return places[path]
