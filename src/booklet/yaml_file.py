"""YAML text into a tree of texts with their places; nothing is converted, and what could surprise is refused.

Only the events of the parser are used. The loaders of PyYAML 6.0.3 turn 12:30 into 750 and "no" into false, take the
last of two equal keys, and CSafeLoader ends the process on 40 000 levels.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from booklet import limits
from booklet.codes import (
    BAD_YAML,
    DUPLICATE_KEY,
    FORBIDDEN_CHARACTER,
    READ_AS_ESCAPE,
    TEXT_AFTER_HASH,
    TOO_LARGE,
    WRONG_SHAPE,
    YAML_NOT_TAKEN,
)
from booklet.finding import Code, Finding
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, field
from booklet.plain_yaml import (
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
from booklet.text_file import character_name, forbidden_characters, place_in, read_text, without_forbidden
from booklet.yaml_escapes import MEANINGS, meant_as_latex
from booklet.yaml_trouble import no_break_key, what_is_wrong

if TYPE_CHECKING:
    from booklet.plain_yaml import Mark

Spot = tuple[int, int]
_COMMENT_WITHOUT_BLANK = re.compile(r"\s+(#[^\s#!].*)")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as it was written; None where nothing was: an empty value, ~ or null without quotes.

    `end` is the line and column after its last character, counted as those of its place, here as in lists and mappings.
    """

    text: str | None
    place: Place
    end: Spot = field(default=(1, 1), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: "tuple[Node, ...]"
    place: Place
    end: Spot = field(default=(1, 1), compare=False, repr=False)


class Entry(NamedTuple):
    """A key with its value."""

    key: str
    key_place: Place
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the file's order; no key occurs twice."""

    entries: tuple[Entry, ...]
    place: Place
    end: Spot = field(default=(1, 1), compare=False, repr=False)


Node = Scalar | Sequence | Mapping


def read_yaml(data: bytes, file: str, first_line: int = 1) -> tuple[Node | None, tuple[Finding, ...]]:
    """The tree of a YAML file, and what is to be said about it. `file` is the name for the findings; lines count from
    `first_line`. The tree is None when the file says nothing, or when it cannot be understood (then there are findings)."""
    text, findings = read_text(data, file)
    if text is None:
        return None, findings
    node, more = read_yaml_text(text, file, first_line)
    return node, findings + more


def read_yaml_text(text: str, file: str, first_line: int = 1) -> tuple[Node | None, tuple[Finding, ...]]:
    """The same for text whose lines end with line feeds, such as the front matter of a talk, from line `first_line` on."""
    findings: list[Finding] = []
    for separator in "\x0b\x0c\u2028\u2029":
        if separator in text:
            place = place_in(text, text.index(separator), file, first_line)
            message = f"{character_name(separator)} is not taken in YAML"
            findings.append(Finding(FORBIDDEN_CHARACTER, message, place, "use an ordinary line break or a blank"))
            text = text.replace(separator, " ")
    source = _Source(file, tuple(text.split("\n")), first_line)
    try:
        node = _tree(source, _events(text), findings)
    except MarkedYAMLError as error:
        trouble = _not_yaml(source, error)
        return None, (
            *(one for one in findings if one.code is not TEXT_AFTER_HASH or not _same_line(one, trouble)),
            trouble,
        )
    except YAMLError:
        findings.append(Finding(BAD_YAML, "the file is not YAML", Place(file, first_line)))
        return None, tuple(findings)
    return node, tuple(findings)


@dataclass(frozen=True, slots=True)
class _Source:
    """The lines that marks of the parser count in."""

    file: str
    lines: tuple[str, ...]
    first_line: int

    def place(self, event: Event) -> Place:
        """The stretch of an event, ending with its first line at the latest."""
        return self.stretch(event)[0]

    def stretch(self, event: Event) -> tuple[Place, Spot]:
        """The same, and line and column after the last character of the event."""
        start, end = event.start_mark, event.end_mark
        # events of a parser have both marks
        line, column, end_line, end_column = start.line, start.column, end.line, end.column  # type: ignore[union-attr]
        width = end_column if end_line == line else max(column, len(self.line(line).rstrip()))
        place = Place(self.file, self.first_line + line, column + 1, width + 1)
        return place, (self.first_line + end_line, end_column + 1)

    def written(self, event: Event) -> str:
        """What an event was made of."""
        (line, column), (end_line, end_column) = _spot(event.start_mark), _spot(event.end_mark)
        if line == end_line:
            return self.line(line)[column:end_column]
        return "\n".join([self.line(line)[column:], *self.lines[line + 1 : end_line], self.line(end_line)[:end_column]])

    def line(self, index: int) -> str:
        return self.lines[index] if index < len(self.lines) else ""


class _Open(NamedTuple):
    """A collection whose end has not come yet; `children` of a mapping are keys and values in turn."""

    is_mapping: bool
    place: Place
    is_flow: bool
    children: list[Node]


class _StopError(Exception):
    """The rest of the file is not worth reading."""


def _spot(mark: "Mark | None") -> tuple[int, int]:
    return (mark.line, mark.column) if mark else (0, 0)


def _events(text: str) -> Iterator[Event]:
    """The events of the parser; its errors are raised on the way."""
    return iter(Parser(text).get_event, None)


def _tree(source: _Source, events: Iterator[Event], findings: list[Finding]) -> Node | None:
    """The first document as a tree; None when there is none or when it uses what is not taken."""
    stack: list[_Open] = []
    root: Node | None = None
    values = documents = 0
    try:
        for event in events:
            node: Node | None = None
            if isinstance(event, ScalarEvent):
                values += 1
                if event.anchor or event.tag or values > limits.VALUES:
                    _refuse(source, event, values, len(stack), findings)
                is_key = bool(stack) and stack[-1].is_mapping and len(stack[-1].children) % 2 == 0
                node = _scalar(source, event, findings, is_key=is_key)
            elif isinstance(event, CollectionEndEvent):
                part = stack.pop()
                # The end of a block is noticed only at what follows it.
                end = source.stretch(event)[1] if part.is_flow or not part.children else part.children[-1].end
                node = _closed(part, end, findings)
            elif isinstance(event, NodeEvent):
                values += 1
                _refuse(source, event, values, len(stack), findings)
                is_mapping = isinstance(event, MappingStartEvent)
                stack.append(_Open(is_mapping, source.place(event), bool(getattr(event, "flow_style", False)), []))
            elif isinstance(event, DocumentStartEvent):
                documents += 1
                _only_one_document(source, event, documents, findings)
            if node is not None and stack:
                stack[-1].children.append(node)
            elif node is not None:
                root = node
    except _StopError:
        return root if documents > 1 else None
    return None if isinstance(root, Scalar) and root.text is None else root


def _only_one_document(source: _Source, event: Event, documents: int, findings: list[Finding]) -> None:
    if documents > 1:
        message = "a second document begins here; one file holds one"
        findings.append(Finding(YAML_NOT_TAKEN, message, source.place(event), 'take out the line "---"'))
        raise _StopError


def _refuse(source: _Source, event: NodeEvent, values: int, depth: int, findings: list[Finding]) -> None:
    """Raise _StopError where the file uses what is not taken or exceeds a limit, after saying so."""
    trouble: tuple[Code, str, str] | None = None
    if event.anchor:
        trouble = (
            YAML_NOT_TAKEN,
            "anchors (&) and aliases (*) are not taken",
            "write the value out, or put it in quotes",
        )
    elif tagged := getattr(event, "tag", None):
        tag = str(tagged).replace("tag:yaml.org,2002:", "!!")
        trouble = (
            YAML_NOT_TAKEN,
            f'tags such as "{tag[:40]}" are not taken',
            "leave it out, or put the value in quotes",
        )
    elif values > limits.VALUES:
        trouble = (TOO_LARGE, f"the file has more than {limits.VALUES} values", "split it")
    elif depth >= limits.DEPTH and not isinstance(event, ScalarEvent):
        trouble = (TOO_LARGE, f"lists and keys are nested more than {limits.DEPTH} deep", "write it flatter")
    if trouble:
        code, message, hint = trouble
        place = source.place(event)
        findings.append(Finding(code, message, Place(place.file, place.line, place.column, place.column + 1), hint))
        raise _StopError


def _scalar(source: _Source, event: ScalarEvent, findings: list[Finding], *, is_key: bool) -> Scalar:
    place, end = source.stretch(event)
    text: str = _as_meant(source, event, findings) if event.style == '"' else event.value
    plain = not event.style  # None from the pure parser, empty from libyaml
    if is_key and plain and text == "<<":
        findings.append(Finding(YAML_NOT_TAKEN, "merge keys (<<) are not taken", place, "write the values out"))
        raise _StopError
    if plain and not is_key:
        _text_after_hash(source, event, findings)
        if text in {"", "~", "null", "Null", "NULL"}:
            return Scalar(None, place, end)
    if not text.isprintable() and (forbidden := forbidden_characters(text, source.file, place)):
        findings.extend(forbidden)
        text = without_forbidden(text)
    return Scalar(text, place, end)


def _as_meant(source: _Source, event: ScalarEvent, findings: list[Finding]) -> str:
    r"""The text in double quotes, with the backslashes that begin commands of LaTeX as what they are, and a warning."""
    text: str = event.value
    quoted = source.written(event)
    escapes = meant_as_latex(quoted) if "\\" in quoted else ()
    if not escapes:
        return text
    (at, command), sign = escapes[0], quoted[escapes[0][0] + 1]
    row, column = _spot(event.start_mark)
    inside = place_in(" " * column + quoted, column + at, source.file, source.first_line + row, len(command))
    more = f"; so do {len(escapes) - 1} more" if len(escapes) > 2 else "; so does one more" if len(escapes) > 1 else ""
    message = (
        f'"{command[:40]}" begins with \\{sign}, which in double quotes is {MEANINGS[sign]}; it is read as LaTeX{more}'
    )
    hint = "put the value in single quotes, or write every backslash twice"
    findings.append(Finding(READ_AS_ESCAPE, message, inside, hint))
    begins = [0, *(offset for offset, _ in escapes)]
    mended = "\\".join(quoted[begin:end] for begin, end in zip(begins, [*begins[1:], len(quoted)], strict=True))
    return next((again.value for again in _events(mended) if isinstance(again, ScalarEvent)), text)


def _text_after_hash(source: _Source, event: ScalarEvent, findings: list[Finding]) -> None:
    """Warn where " #" has cut a value. A comment has a blank after its #; "#1" or "#tag" is text that was meant."""
    row, end = _spot(event.end_mark)
    line = source.line(row)
    cut = _COMMENT_WITHOUT_BLANK.match(line, end) if "#" in line else None
    if cut:
        column = cut.start(1) + 1
        place = Place(source.file, source.first_line + row, column, len(line.rstrip()) + 1)
        message = f'"{cut[1].rstrip()[:60]}" is not read: # after a blank begins a comment'
        hint = "put the value in quotes, or write a blank after # if it is a comment"
        findings.append(Finding(TEXT_AFTER_HASH, message, place, hint))


def _closed(part: _Open, end: Spot, findings: list[Finding]) -> Node:
    if not part.is_mapping:
        return Sequence(tuple(part.children), part.place, end)
    entries: dict[str, Entry] = {}
    for key, value in zip(part.children[::2], part.children[1::2], strict=True):
        if not isinstance(key, Scalar):
            findings.append(Finding(WRONG_SHAPE, "a key is one text, not a list", key.place))
            continue
        name = key.text or ""
        if trouble := no_break_key(name):
            findings.append(Finding(BAD_YAML, trouble[0], key.place, trouble[1]))
        elif name in entries:
            first = entries[name].key_place
            message = f'"{name[:60]}" is given twice, in lines {first.line} and {key.place.line}'
            findings.append(Finding(DUPLICATE_KEY, message, key.place, "take one of them out", also=(first,)))
        else:
            entries[name] = Entry(name, key.place, value)
    if len(entries) > limits.KEYS:
        message = f"{len(entries)} keys stand together; at most {limits.KEYS} are taken"
        findings.append(Finding(TOO_LARGE, message, part.place, "leave out what does not belong here"))
    return Mapping(tuple(entries.values())[: limits.KEYS], part.place, end)


def _same_line(one: Finding, other: Finding) -> bool:
    return one.place is not None and other.place is not None and one.place.line == other.place.line


def _not_yaml(source: _Source, error: MarkedYAMLError) -> Finding:
    context = _spot(error.context_mark) if error.context_mark else None
    problem = _spot(error.problem_mark) if error.problem_mark else context
    line, column, message, hint = what_is_wrong(source.lines, error.problem or "", problem or (0, 0), context)
    width = len(source.line(line))
    place = Place(source.file, source.first_line + line, column + 1, max(min(column + 2, width + 1), column + 1))
    code = FORBIDDEN_CHARACTER if "Unicode character" in (error.problem or "") else BAD_YAML
    return Finding(code, message, place, hint)
