"""Three YAML documents into edits of the organizer's, of which it is sure that they give what is meant."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from booklet.codes import CHANGED_UPSTREAM, CONFLICT, KEPT_EDIT, NEW_UPSTREAM
from booklet.finding import Finding
from booklet.importing.merging.document import Document, parts, read_document
from booklet.importing.merging.edits import Edit, edited
from booklet.importing.merging.merge_values import Move, Name, Task, merge_values
from booklet.importing.merging.plain_values import Value, keys_of, value_of
from booklet.importing.merging.wording import FRESH, Path, Remark, both, kept
from booklet.place import Place
from booklet.yaml_file import Scalar


@dataclass(frozen=True, slots=True)
class MergedDocument:
    """The edits of the organizer's document, what it is after them, and what is to be said."""

    edits: tuple[Edit, ...]
    result: Document
    remarks: tuple[Remark, ...]


def merge_documents(
    last: Document, mine: Document, theirs: Document, subject: str, moves: Mapping[Name, Move] | None = None
) -> MergedDocument:
    """Merge. A text in which the changes of the source cannot be written without losing something stays as it is, and each
    of them is a conflict."""
    task = Task(last, mine, theirs, subject, moves or {})
    nothing = Scalar(None, Place(mine.file, mine.first_line))
    merged = merge_values(task, (), last.node or nothing, mine.node or nothing, theirs.node or nothing)
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


def place_of(document: Document, path: Path) -> Place:
    """Where a path leads in a document, or the nearest part above it."""
    place, node = Place(document.file, document.first_line), document.node
    for step in path:
        keys = list(keys_of(node))
        if step not in keys:
            break
        part = parts(document, node)[keys.index(step)]
        place, node = part.place, part.node
    return place


def edits_kept(remarks: tuple[Remark, ...]) -> int:
    """How many edits by hand the remarks tell of."""
    return sum(remark.code is KEPT_EDIT for remark in remarks)
