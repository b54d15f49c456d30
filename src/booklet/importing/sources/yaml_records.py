"""YAML of other systems, files or the heads of Markdown files, into records; nothing is converted, all values are text.

Other than in content files, anchors and aliases are taken: programs write them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NoReturn

from booklet import limits
from booklet.codes import BAD_SOURCE, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.sources.record import Record, Value
from booklet.importing.sources.source import SourceFile
from booklet.importing.sources.source_text import source_text
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, field
from booklet.plain_yaml import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    MarkedYAMLError,
    NodeEvent,
    Parser,
    ScalarEvent,
    YAMLError,
)
from booklet.text_file import without_forbidden
from booklet.yaml_trouble import what_is_wrong

_FENCE = re.compile(r"---[ \t]*")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*")
_KEY = re.compile(r"[\"']?[\w -]+[\"']?:(?:\s|$)")
# Separators that YAML would count as line ends, or refuse.
_SEPARATORS = str.maketrans(dict.fromkeys("\x0b\x0c\x85\u2028\u2029", " "))
_NOTHING = {"", "~", "null", "Null", "NULL"}
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The head of a Markdown file as a record, and the `body` below it, which begins in line `body_line` of the file."""

    record: Record
    body: str
    body_line: int


def yaml_value(file: SourceFile, findings: list[Finding]) -> Value:
    """The value of a YAML file: mappings are records, lists tuples, all else text; an empty value, ~ and null are None. None,
    with a finding, when it cannot be read. Of several documents the first is read, of two equal keys the last."""
    value, found = _read(file)
    findings.extend(found)
    return value


def front_matter(file: SourceFile, findings: list[Finding]) -> FrontMatter | None:
    """The head between two lines --- at the beginning of a file, with the text below; None when there is none. The record is
    empty, with a finding, when the head cannot be read."""
    head, found = _read_head(file)
    findings.extend(found)
    return head


@lru_cache(maxsize=32)
def _read(file: SourceFile) -> tuple[Value, tuple[Finding, ...]]:
    findings: list[Finding] = []
    value = _value(source_text(file, findings), file.name, 1, findings)
    return value, tuple(findings)


@lru_cache(maxsize=256)
def _read_head(file: SourceFile) -> tuple[FrontMatter | None, tuple[Finding, ...]]:
    findings: list[Finding] = []
    lines = source_text(file, findings).split("\n")
    if not _FENCE.fullmatch(lines[0]):
        return None, tuple(findings)
    end = next((at for at in range(1, len(lines)) if _END.fullmatch(lines[at])), None)
    if end is None:
        if len(lines) > 1 and _KEY.match(lines[1]):
            hint = "write --- in the line after the last key"
            findings.append(Finding(BAD_SOURCE, "the head that begins here has no end", Place(file.name), hint))
        return None, tuple(findings)
    value = _value("\n".join(lines[1:end]), file.name, 2, findings)
    if value is not None and not isinstance(value, Record):
        findings.append(Finding(BAD_SOURCE, "the head of the file has no keys", Place(file.name, 2)))
    record = value if isinstance(value, Record) else Record({}, Place(file.name), {})
    return FrontMatter(record, "\n".join(lines[end + 1 :]), end + 2), tuple(findings)


def _value(text: str, file: str, first_line: int, findings: list[Finding]) -> Value:
    text = text.translate(_SEPARATORS)
    tree = _Tree(file, tuple(text.split("\n")), first_line, findings)
    try:
        return tree.first_document(iter(Parser(text).get_event, None))
    except _RefusedError as refused:
        findings.append(refused.finding)
    except MarkedYAMLError as error:
        findings.append(tree.not_yaml(error))
    except YAMLError:
        findings.append(Finding(BAD_SOURCE, "the file is not YAML", Place(file, first_line)))
    return None


class _RefusedError(Exception):
    """The file has what is not taken."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


@dataclass(frozen=True, slots=True)
class _Node:
    """A value, how many values are in it when all aliases are written out, and whether it is a plain text."""

    value: Value
    size: int
    place: Place
    plain: bool = False


@dataclass(frozen=True, slots=True)
class _Open:
    """A collection whose end has not come yet; `children` of a mapping are keys and values in turn."""

    is_mapping: bool
    place: Place
    anchor: str | None
    children: list[_Node]


@dataclass(frozen=True, slots=True)
class _Tree:
    """What events of the parser are turned into values with."""

    file: str
    lines: tuple[str, ...]
    first_line: int
    findings: list[Finding]
    anchors: dict[str, _Node | None] = field(default_factory=dict)

    def first_document(self, events: Iterator[Event]) -> Value:
        stack: list[_Open] = []
        root: _Node | None = None
        values = 0
        for event in events:
            if isinstance(event, DocumentStartEvent) and root is not None and root.value is not None:
                message = "a second document begins here; only the first is read"
                self.findings.append(Finding(LEFT_OUT, message, self.place(event)))
                break
            node = self.node(event, stack)
            if node is None:
                continue
            values += 1 if isinstance(event, CollectionEndEvent) else node.size
            if values > limits.SOURCE_VALUES:
                self.refuse(event, f"the file has more than {limits.SOURCE_VALUES} values")
            if stack:
                stack[-1].children.append(node)
            else:
                root = node
        return root.value if root else None

    def node(self, event: Event, stack: list[_Open]) -> _Node | None:
        """The value that an event completes."""
        if isinstance(event, AliasEvent):
            return self.alias(event)
        if isinstance(event, NodeEvent):
            self.no_code(event)
            if isinstance(event, ScalarEvent):
                return self.known(event.anchor, self.scalar(event))
            if len(stack) >= limits.SOURCE_DEPTH:
                self.refuse(event, f"values are nested more than {limits.SOURCE_DEPTH} deep")
            if event.anchor:
                self.anchors[event.anchor] = None
            stack.append(_Open(isinstance(event, MappingStartEvent), self.place(event), event.anchor, []))
        elif isinstance(event, CollectionEndEvent):
            part = stack.pop()
            return self.known(part.anchor, self.closed(part))
        return None

    def known(self, anchor: str | None, node: _Node) -> _Node:
        if anchor:
            self.anchors[anchor] = node
        return node

    def alias(self, event: AliasEvent) -> _Node:
        node = self.anchors.get(str(event.anchor))
        if node is None:
            inside = event.anchor in self.anchors
            message = "stands inside of what it stands for" if inside else "stands for nothing above it"
            self.refuse(event, f'the alias "*{str(event.anchor)[:_SHOWN]}" {message}')
        return node

    def no_code(self, event: NodeEvent) -> None:
        """Tags of YAML itself say what a text is, which is not needed; other tags name programs."""
        tag = str(getattr(event, "tag", None) or "").removeprefix("tag:yaml.org,2002:")
        if "/" in tag or ":" in tag:
            self.refuse(event, f'the tag "{tag[:_SHOWN]}" asks for a program')

    def scalar(self, event: ScalarEvent) -> _Node:
        plain = not event.style
        text = without_forbidden(event.value)
        return _Node(None if plain and text in _NOTHING else text, 1, self.place(event), plain)

    def closed(self, part: _Open) -> _Node:
        size = 1 + sum(child.size for child in part.children)
        if not part.is_mapping:
            return _Node(tuple(child.value for child in part.children), size, part.place)
        values: dict[str, Value] = {}
        places: dict[str, Place] = {}
        merged: list[Value] = []
        again: dict[str, tuple[Place, Place]] = {}
        for key, node in zip(part.children[::2], part.children[1::2], strict=True):
            if key.value == "<<" and key.plain:
                merged += node.value if isinstance(node.value, tuple) else [node.value]
            elif isinstance(key.value, str) or key.value is None:
                name = key.value or ""
                if name in values:
                    again.setdefault(name, (places[name], key.place))
                values[name], places[name] = node.value, node.place
            else:
                self.findings.append(Finding(LEFT_OUT, "a key that is no text is left out", key.place))
        for name, (first, second) in again.items():
            message = f'"{name[:_SHOWN]}" is given twice; only the last is read'
            self.findings.append(Finding(LEFT_OUT, message, second, also=(first,)))
        for record in merged:
            if isinstance(record, Record):
                values = {**record.values, **values}
                places = {**record.places, **places}
        return _Node(Record(values, part.place, places), size, part.place)

    def place(self, event: Event) -> Place:
        """The stretch of an event, ending with its first line at the latest."""
        begin, end = event.start_mark, event.end_mark
        if begin is None or end is None:
            return Place(self.file, self.first_line)
        width = end.column if end.line == begin.line else len(self.line(begin.line).rstrip())
        return Place(self.file, self.first_line + begin.line, begin.column + 1, max(width, begin.column) + 1)

    def line(self, index: int) -> str:
        return self.lines[index] if index < len(self.lines) else ""

    def refuse(self, event: Event, message: str) -> NoReturn:
        place = self.place(event)
        raise _RefusedError(Finding(BAD_SOURCE, message, Place(place.file, place.line, place.column, place.column + 1)))

    def not_yaml(self, error: MarkedYAMLError) -> Finding:
        context = (error.context_mark.line, error.context_mark.column) if error.context_mark else None
        problem = (error.problem_mark.line, error.problem_mark.column) if error.problem_mark else context
        line, column, message, hint = what_is_wrong(self.lines, error.problem or "", problem or (0, 0), context)
        width = len(self.line(line))
        end = max(min(column + 2, width + 1), column + 1)
        return Finding(BAD_SOURCE, message, Place(self.file, self.first_line + line, column + 1, end), hint)
