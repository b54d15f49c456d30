"""A tree of texts into a record: every error of the file at its place, and the record from what is good."""

import operator
from collections.abc import Iterator
from typing import TypeVar

from booklet.codes import BAD_VALUE, MISSING_KEY, TOO_LARGE, UNKNOWN_KEY, WRONG_SHAPE
from booklet.finding import Code, Finding
from booklet.place import Place, Places
from booklet.plain_dataclasses import replace
from booklet.reading.key_names import elsewhere, keys_at, meant_key
from booklet.reading.shapes import Path, Problem, Record
from booklet.yaml_file import Mapping, Node, Scalar, Sequence

R = TypeVar("R", bound=Record)

_ROUNDS = 5


def validate(record: type[R], node: Node | None, file: str) -> tuple[R | None, Node | None, tuple[Finding, ...]]:
    """The record that `node` describes, the part of `node` that it was made of, and a finding for every error.

    What is wrong is taken out and the rest validated again, so that one bad value costs no more than itself; where a
    required key is missing, what it belongs to goes with it. The record is None when nothing is left of it.
    """
    whole = node if node is not None else Mapping((), Place(file))
    findings = list(_empty_unknown(record, whole, ())) if _has_gaps(whole) else []
    good: Node | None = whole
    touched: set[Place] = set()
    for _ in range(_ROUNDS):
        if good is None:
            break
        good = _compact(good) if _has_gaps(good) else good
        problems: list[Problem] = []
        read = record.shape.read(plain(good), (), problems)
        if not problems:
            return read, good, tuple(findings)
        findings += _findings(record, problems, good, touched)
        touched |= {_outer(good, problem.path).place for problem in problems}
        for problem in sorted(problems, key=lambda problem: problem.kind == "missing"):
            good = _mended(record, good, problem) if good is not None else None
    return None, None, tuple(findings)


def _has_gaps(node: Node) -> bool:
    """Whether anything in the tree has no value. Nearly nothing does, and no other of its parts is looked at twice then."""
    if isinstance(node, Mapping):
        for entry in node.entries:
            if _has_gaps(entry.value):
                return True
    elif isinstance(node, Sequence):
        for item in node.items:
            if _has_gaps(item):
                return True
    else:
        return node.text is None
    return False


def _empty_unknown(record: type[Record], node: Node, path: Path) -> Iterator[Finding]:
    """Findings on keys that are not known and have no value: such entries count as not given, so nothing else asks for them.
    In braces, a word after a comma is such a key, which often was meant as one more entry of a list."""
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _empty_unknown(record, item, (*path, index))
    if not isinstance(node, Mapping):
        return
    for entry in node.entries:
        known = keys_at(record, path) if _is_nothing(entry.value) else ()
        if known and entry.key not in known:
            meant = meant_key(entry.key, known)
            entry_of_list = "a comma parts what stands in { }: put a list in [ ], and a text with a comma in quotes"
            hint = f'did you mean "{meant}"?' if meant else entry_of_list
            yield _unknown_key(entry.key, entry.key_place, hint, (*path, entry.key))
        else:
            yield from _empty_unknown(record, entry.value, (*path, entry.key))


def _unknown_key(key: str, place: Place, hint: str | None, path: Path) -> Finding:
    return Finding(UNKNOWN_KEY, f'unknown key "{" ".join(key[:60].split())}"', place, hint, path=path)


def _mended(record: type[Record], node: Node, problem: Problem) -> Node | None:
    """The tree without what is wrong. A misspelt key becomes the key that was meant, so that all that hangs on it is still
    looked at; a finding has been made of it all the same."""
    path = problem.path
    outer = part(node, *path[:-1])
    if problem.kind == "missing":
        found = isinstance(outer, Mapping) and _child(outer, path[-1]) is not None
        return node if found else _without(node, path[:-1])
    if problem.kind == "unknown":
        meant = _meant(record, problem)
        if meant and isinstance(outer, Mapping) and _child(outer, meant) is None:
            return _renamed(node, path, meant)
    return _without(node, path)


def _renamed(node: Node, path: Path, key: str) -> Node:
    """The tree with another name for the key at the end of `path`."""
    step, rest = path[0], path[1:]
    if isinstance(step, int) and not isinstance(node, Sequence):
        return _renamed(node, rest, key)  # one entry stands for a list of it
    if isinstance(node, Sequence):
        items = list(node.items)
        items[int(step)] = _renamed(items[int(step)], rest, key)
        return replace(node, items=tuple(items))
    if isinstance(node, Mapping):
        entries = (
            entry
            if entry.key != step
            else entry._replace(value=_renamed(entry.value, rest, key))
            if rest
            else entry._replace(key=key)
            for entry in node.entries
        )
        return replace(node, entries=tuple(entries))
    return node


def _findings(record: type[Record], problems: list[Problem], node: Node, touched: set[Place]) -> list[Finding]:
    """A finding for each problem, but none for a missing key that a misspelt one explains, or that was there until its bad
    value was taken out: `touched` are the places of what has lost parts before."""
    unknown = {problem.path: _meant(record, problem) for problem in problems if problem.kind == "unknown"}
    explained = {(*path[:-1], meant) for path, meant in unknown.items() if meant}
    found = []
    for problem in problems:
        path = problem.path
        if problem.kind == "missing":
            is_consequence = path in explained or _outer(node, path).place in touched
        else:
            code = problem.refusal.code if problem.refusal else None
            is_consequence = code is MISSING_KEY and (part(node, *path) or node).place in touched
        if not is_consequence:
            found.append(_finding(record, problem, path, node, unknown.get(path)))
    return found


def _outer(node: Node, path: Path) -> Node:
    return part(node, *path[:-1]) or node


def plain(node: Node | None) -> object:
    """The tree as dict, list and str. What has no value (an empty line, ~ or null) is left out: it was not given."""
    if isinstance(node, Mapping):
        return {entry.key: plain(entry.value) for entry in node.entries if not _is_nothing(entry.value)}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return None if node is None else node.text


def places(node: Node | None, file: str) -> Places:
    """Where the record and all its parts stand."""
    if node is None:
        return Places(Place(file))
    parts: list[tuple[Path, Place]] = []
    _add_parts(node, (), parts)
    return Places(node.place, tuple(parts))


def part(node: Node | None, *path: str | int) -> Node | None:
    """The part of the tree at `path`, or the nearest enclosing one (a text that stands for a list or for keys)."""
    for step in path:
        inner = _child(node, step)
        if inner is not None:
            node = inner
        elif isinstance(step, str) or isinstance(node, Sequence):
            return node
    return node


def _add_parts(node: Node, path: Path, parts: list[tuple[Path, Place]]) -> None:
    if isinstance(node, Mapping):
        for entry in node.entries:
            inner, value = (*path, entry.key), entry.value
            if isinstance(value, Scalar):
                parts.append((inner, value.place))
            else:
                parts.append((inner, entry.key_place))
                _add_parts(value, inner, parts)
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            parts.append(((*path, index), item.place))
            _add_parts(item, (*path, index), parts)


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text is None


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return next((entry.value for entry in node.entries if entry.key == step), None)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _without(node: Node, path: Path) -> Node | None:
    """The tree without the part at `path`; where a text stands for more than itself, without that text."""
    while path and isinstance(path[0], int) and not isinstance(node, Sequence):
        path = path[1:]
    if not path or _child(node, path[0]) is None:
        return None if not path or isinstance(node, Scalar) else node
    if isinstance(node, Mapping):
        kept = []
        for entry in node.entries:
            value = _without(entry.value, path[1:]) if entry.key == path[0] else entry.value
            if value is not None:
                kept.append(entry._replace(value=value))
        return replace(node, entries=tuple(kept))
    if isinstance(node, Sequence):
        # An item taken out leaves nothing in its place, so that the other paths of the same round stay right.
        items = list(node.items)
        index = int(path[0])
        items[index] = _without(items[index], path[1:]) or Scalar(None, items[index].place)
        return replace(node, items=tuple(items))
    return None


def _compact(node: Node) -> Node:
    """The tree with the empty items of its lists left out."""
    if isinstance(node, Sequence):
        items = tuple(_compact(item) for item in node.items if not _is_nothing(item))
        return node if _same(items, node.items) else replace(node, items=items)
    if isinstance(node, Mapping):
        values = tuple(_compact(entry.value) for entry in node.entries)
        if _same(values, tuple(entry.value for entry in node.entries)):
            return node
        entries = zip(node.entries, values, strict=True)
        return replace(node, entries=tuple(entry._replace(value=value) for entry, value in entries))
    return node


def _same(new: tuple[Node, ...], old: tuple[Node, ...]) -> bool:
    return len(new) == len(old) and all(map(operator.is_, new, old))


def _meant(record: type[Record], problem: Problem) -> str | None:
    path = problem.path
    return meant_key(str(path[-1]), keys_at(record, path[:-1]))


def _finding(record: type[Record], problem: Problem, path: Path, node: Node, meant: str | None) -> Finding:
    kind = problem.kind
    if refusal := problem.refusal:
        place = _key_place(node, path) if problem.is_of_key else _place(node, path)
        return Finding(refusal.code, refusal.message, place, refusal.hint, path=path)
    if kind == "unknown":
        key = str(path[-1])
        hint = f'did you mean "{meant}"?' if meant else elsewhere(key)
        return _unknown_key(key, _key_place(node, path), hint, path)
    if kind == "missing":
        outer = part(node, *path[:-1])
        empty = next((e for e in outer.entries if e.key == path[-1]), None) if isinstance(outer, Mapping) else None
        if empty:
            return Finding(
                MISSING_KEY, f'"{path[-1]}" has no value', empty.key_place, "write it after the colon", path=path
            )
        place = outer.entries[0].key_place if isinstance(outer, Mapping) and outer.entries else _place(node, path[:-1])
        return Finding(MISSING_KEY, f'"{path[-1]}" is missing', place, f'add a line "{path[-1]}: …"', path=path)
    if kind == "too long":
        message = f"{_called(path)} has more than {problem.limit} entries"
        return Finding(TOO_LARGE, message, _place(node, path), path=path)
    code, message, hint = _wrong_shape(kind, path, part(node, *path), next(iter(keys_at(record, path)), "key"))
    return Finding(code, message, _place(node, path), hint, path=path)


def _wrong_shape(kind: str, path: Path, node: Node | None, first_key: str) -> tuple[Code, str, str | None]:
    is_what = {Mapping: "keys with values", Sequence: "a list", Scalar: "one text"}[
        type(node or Scalar(None, Place("")))
    ]
    if kind == "no text" and isinstance(node, Mapping) and len(node.entries) == 1 and _is_text(node.entries[0].value):
        key, value = node.entries[0].key, node.entries[0].value
        text = f"{key}: {value.text}" if isinstance(value, Scalar) else key
        hint = f'a colon and a blank make a key: put the text in quotes: "{text[:60]}"'
        return WRONG_SHAPE, f"{_called(path)} is {is_what}; it should be one text", hint
    for ending, wanted, hint in (
        ("no text", "one text", "write it on the line of its key; put it in quotes if it has : or # or brackets"),
        ("no list", "a list", 'write one entry a line, each beginning with "- "'),
        ("no record", "keys with values", f"write one key a line: {first_key}: …"),
        ("no keys", "keys with values", "write one key a line: key: …"),
    ):
        if kind == ending:
            return WRONG_SHAPE, f"{_called(path)} is {is_what}; it should be {wanted}", hint
    return BAD_VALUE, f"{_called(path)} is not taken", None


def _is_text(node: Node | None) -> bool:
    return isinstance(node, Scalar) and bool(node.text)


def _called(path: Path) -> str:
    names = [str(step) for step in path if isinstance(step, str)]
    if not names:
        return "the file" if not path else "the entry"
    return f'"{names[-1][:60]}"' if path[-1] == names[-1] else f'an entry of "{names[-1][:60]}"'


def _place(node: Node, path: Path) -> Place:
    found = part(node, *path)
    return found.place if isinstance(found, Scalar) else _key_place(node, path)


def _key_place(node: Node, path: Path) -> Place:
    outer = part(node, *path[:-1])
    if path and isinstance(outer, Mapping):
        for entry in outer.entries:
            if entry.key == path[-1]:
                return entry.key_place
    return (part(node, *path) or node).place
