"""Three programs into such that agree with the talks there are: items of talks that went go, others stay or move."""

from collections.abc import Iterator

from booklet.codes import CONFLICT
from booklet.finding import Finding
from booklet.importing.merging import wording
from booklet.importing.merging.document import Document, Part, parts, read_document
from booklet.importing.merging.edits import Edit, edited_as_written, plain
from booklet.importing.merging.layout import Piece, laid_out
from booklet.importing.merging.merge_documents import nearest_place, places_of
from booklet.importing.merging.merge_values import Move, Name
from booklet.importing.merging.plain_values import Key, keys_of, same, shown, value_of
from booklet.plain_dataclasses import dataclass
from booklet.yaml_file import Mapping, Node, Sequence


@dataclass(frozen=True, slots=True)
class Fates:
    """Ids of talks: whose files this update takes away (`removed`), that the source withdrew and that stay because they
    were edited (`kept`), and whose files the organizer took out (`deleted`)."""

    removed: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    deleted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Programs:
    """The three texts of program.yaml that can be merged, and the items that stand in different sessions of them."""

    last: str
    mine: str
    theirs: str
    moves: dict[Name, Move]


def fitted_programs(file: str, last: str, mine: str, theirs: str, fates: Fates, findings: list[Finding]) -> Programs:
    """The programs with the items of talks taken out that are not to be merged: of talks that went from all three; of
    talks that stay although withdrawn from the last, so that they are the organizer's own; and what the organizer took out
    from the other two. Texts that cannot be understood stay as they are."""
    old, own, new = (_document(text, file) for text in (last, mine, theirs))
    if old is None or own is None or new is None:
        return Programs(last, mine, theirs, {})
    before, here, there = _talks(old), _talks(own), _talks(new)
    out = {talk for talk in there if talk not in here and (talk in fates.deleted or talk in before)}
    for talk in there:
        if talk in out and talk in before and talk not in fates.deleted:
            findings.extend(_changed(talk, before[talk], there[talk], own))
    # Whatever the organizer still names stays, also where its file was taken out.
    mine = _without(own, mine, fates.removed)
    last = _without(old, last, fates.removed | fates.kept | out)
    theirs = _without(new, theirs, frozenset(out))
    return Programs(last, mine, theirs, _moves(file, last, mine, theirs, findings))


@dataclass(frozen=True, slots=True)
class _Item:
    session: Name
    part: Part


def _document(text: str, file: str) -> Document | None:
    document = read_document(plain(text), file)
    return None if isinstance(document, Finding) else document


def _lists(document: Document) -> Iterator[tuple[Name, Sequence]]:
    """The key of each session with its items."""
    sessions = _value(document.node, "sessions")
    if not isinstance(sessions, Sequence):
        return
    for key, session in zip(keys_of(sessions), sessions.items, strict=True):
        items = _value(session, "items")
        if isinstance(items, Sequence):
            yield key, items


def _value(node: Node | None, key: str) -> Node | None:
    if not isinstance(node, Mapping):
        return None
    return next((entry.value for entry in node.entries if entry.key == key), None)


def _talk(key: Name) -> str | None:
    return key[1] if isinstance(key, tuple) and key[0] == "talk" else None


def _talks(document: Document) -> dict[str, list[_Item]]:
    """Where each talk stands."""
    found: dict[str, list[_Item]] = {}
    for session, items in _lists(document):
        for key, part in zip(keys_of(items), parts(document, items), strict=True):
            talk = _talk(key)
            if talk is not None:
                found.setdefault(talk, []).append(_Item(session, part))
    return found


def _changed(talk: str, before: list[_Item], there: list[_Item], own: Document) -> Iterator[Finding]:
    """A conflict where the source changed or moved an item that the organizer took out."""
    old, new = before[0], there[0]
    key: Key = ("talk", talk, 0)
    if old.session != new.session or not same(old.part.node, new.part.node):
        path = ("sessions", new.session, "items", key)
        remark = wording.deleted_but_changed(path, "", value_of(new.part.node))
        yield Finding(CONFLICT, remark.message, nearest_place(places_of(own), remark.path), remark.hint)


def _without(document: Document, text: str, talks: frozenset[str] | set[str]) -> str:
    """The text without the items of some talks; comments in their lines stay as lines of their own."""
    edits: list[Edit] = []
    for _, items in _lists(document):
        have = tuple(zip(keys_of(items), parts(document, items), strict=True))
        stay = tuple(Piece(document, part) for key, part in have if _talk(key) not in talks)
        if len(stay) == len(have):
            continue
        edits += laid_out(document, items, stay)
        for key, part in have:
            if _talk(key) in talks and not part.in_brackets:
                line, indent = document.text.rfind("\n", 0, part.begin) + 1, " " * part.column(document)
                edits += [Edit(line, line, f"{indent}{one}\n") for one in document.comments_in(part.begin, part.bottom)]
    return edited_as_written(text, tuple(edits))


def _moves(file: str, last: str, mine: str, theirs: str, findings: list[Finding]) -> dict[Name, Move]:
    """The talks that stand once in a program and not in the same session of all of them. Where the source moved one, it is
    followed; where the organizer did, theirs is the session; where both did, it is a conflict."""
    documents = [_document(text, file) for text in (last, mine, theirs)]
    old, own, new = documents
    if old is None or own is None or new is None:
        return {}
    before, here, there = _talks(old), _talks(own), _talks(new)
    lists = {key for key, _ in _lists(own)} & {key for key, _ in _lists(new)}
    moves: dict[Name, Move] = {}
    for talk, items in here.items():
        one, two = before.get(talk, []), there.get(talk, [])
        if len(items) != 1 or len(two) != 1 or len(one) > 1:
            continue
        was, now, to = one[0].session if one else None, items[0].session, two[0].session
        if was == now == to or (was is None and now == to):
            continue
        if was == now and to not in lists:  # it comes with the whole of a new session
            continue
        session = to if was == now else now
        key: Key = ("talk", talk, 0)
        if now not in {was, to} and was != to:
            message = (
                f'talk "{talk}" stands in session {_named(now)} here and in session {_named(to)} in the source; '
                "yours stays"
            )
            path = ("sessions", now, "items", key)
            findings.append(
                Finding(
                    CONFLICT,
                    message,
                    nearest_place(places_of(own), path),
                    "move the item if that of the source is right",
                )
            )
        moves[key] = Move(session, one[0].part if one else None, items[0].part, two[0].part)
    return moves


def _named(session: Name) -> str:
    return shown(session[1] if isinstance(session, tuple) else session)
