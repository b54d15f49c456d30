"""Three trees, the last import's, the organizer's and the new import's, into edits of the organizer's text."""

from collections.abc import Iterable, Mapping

from booklet.codes import CHANGED_UPSTREAM, CONFLICT
from booklet.importing.merging import wording
from booklet.importing.merging.document import Document, Part, parts
from booklet.importing.merging.edits import Edit
from booklet.importing.merging.layout import Piece, laid_out, replaced
from booklet.importing.merging.plain_values import Key, Value, keys_of, same, value_of
from booklet.importing.merging.wording import Path, Remark
from booklet.plain_dataclasses import dataclass, field
from booklet.yaml_file import Mapping as Keys
from booklet.yaml_file import Node, Sequence

Name = str | Key


@dataclass(frozen=True, slots=True)
class Move:
    """An item that stands in different sessions of the three programs: the session that it is to have, and it in each."""

    session: Name
    last: Part | None
    mine: Part
    theirs: Part | None


@dataclass(frozen=True, slots=True)
class Task:
    """The three documents, what the file is about (`subject`, or empty), items that moved, and what is to be said."""

    last: Document
    mine: Document
    theirs: Document
    subject: str = ""
    moves: Mapping[Name, Move] = field(default_factory=dict)
    said: list[Remark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Merged:
    """The value that a part of the organizer's text is to have, and the edits that give it; `is_theirs` asks whoever knows
    where the part stands to write there what the new import has."""

    value: Value
    edits: tuple[Edit, ...] = ()
    is_theirs: bool = False


def merge_values(task: Task, path: Path, last: Node | None, mine: Node, theirs: Node) -> Merged:
    """One value. Lists and mappings are merged entry by entry, all else as a whole."""
    if same(mine, theirs):
        return Merged(value_of(mine))
    if isinstance(mine, Keys) and isinstance(theirs, Keys):
        return _merge_entries(task, path, last if isinstance(last, Keys) else None, mine, theirs)
    if isinstance(mine, Sequence) and isinstance(theirs, Sequence):
        return _merge_entries(task, path, last if isinstance(last, Sequence) else None, mine, theirs)
    if last is not None and same(last, theirs):
        task.said.append(wording.kept(path))
        return Merged(value_of(mine))
    if last is not None and same(last, mine):
        task.said.append(wording.changed(path, task.subject, value_of(last), value_of(theirs)))
        return Merged(value_of(theirs), is_theirs=True)
    task.said.append(wording.both(path, task.subject, value_of(mine), value_of(theirs)))
    return Merged(value_of(mine))


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry that the merged list or mapping has."""

    piece: Piece
    value: Value


def _merge_entries(
    task: Task, path: Path, last: Keys | Sequence | None, mine: Keys | Sequence, theirs: Keys | Sequence
) -> Merged:
    olds, mines, news = _by_key(task.last, last), _by_key(task.mine, mine), _by_key(task.theirs, theirs)
    moved_in = _moved(task, path, olds, mines, news)
    order = _order(task, path, tuple(olds), tuple(mines), tuple(news), is_list=isinstance(mine, Sequence))
    found: dict[Name, _Entry] = {}
    for key in order:
        own = mines.get(key) or moved_in.get(key)
        entry = _entry(task, (*path, key), olds.get(key), own, news.get(key))
        if entry:
            found[key] = entry
    _taken_out(task, path, olds, mines, news)
    edits = laid_out(task.mine, mine, tuple(entry.piece for entry in found.values()))
    if isinstance(mine, Keys):
        return Merged({str(key): entry.value for key, entry in found.items()}, edits)
    return Merged([entry.value for entry in found.values()], edits)


def _by_key(document: Document, node: Keys | Sequence | None) -> dict[Name, Part]:
    return dict(zip(keys_of(node), parts(document, node), strict=True))


def _moved(
    task: Task, path: Path, olds: dict[Name, Part], mines: dict[Name, Part], news: dict[Name, Part]
) -> dict[Name, Part]:
    """The items that come from another session; those that go to another are taken out of all three."""
    come: dict[Name, Part] = {}
    if not task.moves or len(path) != 3 or path[2] != "items":
        return come
    for key in [key for key in {**olds, **mines, **news} if key in task.moves]:
        move = task.moves[key]
        if move.session != path[1]:
            for side in (olds, mines, news):
                side.pop(key, None)
            continue
        if key not in mines:
            come[key] = move.mine
            task.said.append(wording.moved((*path, key), task.subject))
        for side, part in ((olds, move.last), (news, move.theirs)):
            if part and key not in side:
                side[key] = part
    return come


def _taken_out(task: Task, path: Path, olds: dict[Name, Part], mines: dict[Name, Part], news: dict[Name, Part]) -> None:
    """Say what the organizer took out that neither list has any more: an edit that agrees with the source is silent."""
    for key, new in news.items():
        if key in olds and key not in mines and key not in task.moves:
            if same(olds[key].node, new.node):
                task.said.append(wording.kept((*path, key)))
            else:
                task.said.append(wording.deleted_but_changed((*path, key), task.subject, value_of(new.node)))


def _entry(task: Task, path: Path, old: Part | None, own: Part | None, new: Part | None) -> _Entry | None:
    key = path[-1] if isinstance(path[-1], str) else None
    if own is None:
        if new is None or old is not None:
            return None
        task.said.append(wording.added(path, task.subject, value_of(new.node)))
        return _Entry(Piece(task.theirs, new, (), key), value_of(new.node))
    if new is None:
        if old is None:
            task.said.append(wording.kept(path))
        elif is_untouched(task, old, own):
            task.said.append(wording.gone(path, task.subject, value_of(own.node)))
            return None
        else:
            task.said.append(wording.edited_but_gone(path, task.subject))
        return _Entry(Piece(task.mine, own, (), key), value_of(own.node))
    merged = merge_values(task, path, old.node if old else None, own.node, new.node)
    edits = replaced(task.mine, own, task.theirs, new, key) if merged.is_theirs else merged.edits
    return _Entry(Piece(task.mine, own, edits, key), merged.value)


def is_untouched(task: Task, old: Part, own: Part) -> bool:
    """Whether the organizer neither changed an entry nor wrote a comment to it."""
    comments = task.last.comments_in(old.top, old.bottom)
    return same(old.node, own.node) and all(one in comments for one in task.mine.comments_in(own.top, own.bottom))


def _order(
    task: Task, path: Path, last: tuple[Name, ...], mine: tuple[Name, ...], theirs: tuple[Name, ...], *, is_list: bool
) -> tuple[Name, ...]:
    """All keys of the organizer and of the new import: in the order of the one who changed it, what only the other has
    after what it follows there. The order of a mapping is always that of the organizer."""
    everywhere = set(last) & set(mine) & set(theirs)
    before, here, there = (tuple(key for key in keys if key in everywhere) for keys in (last, mine, theirs))
    if not is_list:
        return _woven(mine, theirs, at_end=True)
    if before == there or here == there:
        if before != here:
            task.said.append(wording.kept(path))
        return _woven(mine, theirs)
    if before == here:
        message = f"the order of {wording.called(path, task.subject)} has changed"
        task.said.append(Remark(CHANGED_UPSTREAM, message, path))
        return _woven(theirs, mine)
    message = f"the order of {wording.called(path, task.subject)} was changed here and in the source; yours stays"
    task.said.append(Remark(CONFLICT, message, path, wording.FRESH))
    return _woven(mine, theirs)


def _woven(keys: tuple[Name, ...], others: Iterable[Name], *, at_end: bool = False) -> tuple[Name, ...]:
    """The keys, each followed by those of the others that follow it there; others without one before them come first, or
    at the end."""
    known = set(keys)
    after: dict[Name | None, list[Name]] = {}
    before: Name | None = keys[-1] if at_end and keys else None
    for other in others:
        if other in known:
            before = other
        else:
            after.setdefault(before, []).append(other)
    return (*after.get(None, ()), *(one for key in keys for one in (key, *after.get(key, ()))))
