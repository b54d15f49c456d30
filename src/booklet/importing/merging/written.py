"""Parts of one document into text that can stand in another."""

import json
import re

from booklet.importing.merging.document import Document, Part, in_brackets
from booklet.importing.merging.edits import Edit, edited
from booklet.yaml_file import Mapping, Node, Scalar

_NOT_IN_BRACKETS = re.compile(r"[\[\]{},]|: | #|:$")


def in_one_line(document: Document, node: Node) -> str:
    """A value as it can stand in brackets: as it is written where that is possible."""
    written = document.text[document.start(node) : document.end(node)]
    if isinstance(node, Scalar):
        if node.text is None:
            return "~"
        plain = not written.startswith(('"', "'"))
        if "\n" in written or (plain and (_NOT_IN_BRACKETS.search(written) or written.startswith(("|", ">")))):
            return json.dumps(node.text, ensure_ascii=False)
        return written
    if in_brackets(document, node) and "\n" not in written:
        return written
    if isinstance(node, Mapping):
        return f"{{{', '.join(f'{_key(entry.key)}: {in_one_line(document, entry.value)}' for entry in node.entries)}}}"
    return f"[{', '.join(in_one_line(document, item) for item in node.items)}]"


def _key(key: str) -> str:
    return key if re.fullmatch(r"[\w-]+", key) else json.dumps(key, ensure_ascii=False)


def shifted(text: str, by: int) -> str:
    """A text whose lines after the first stand `by` characters further right, or left where it is negative."""
    first, *rest = text.split("\n")
    return "\n".join([first, *(_shifted_line(line, by) for line in rest)])


def _shifted_line(line: str, by: int) -> str:
    if not line.strip():
        return line
    return " " * by + line if by >= 0 else line[min(-by, len(line) - len(line.lstrip(" "))) :]


def as_lines(document: Document, part: Part, edits: tuple[Edit, ...], column: int, *, of_mapping: bool) -> str:
    """A part with edits made, as lines of its own whose first begins at `column`, without its indentation; it ends with a
    line feed."""
    if part.in_brackets:
        text = _slice(document, part.begin, part.end, edits)
        return f"{'' if of_mapping else '- '}{text}\n"
    text = _slice(document, part.begin, part.bottom, edits).rstrip("\n")
    return shifted(text, column - part.column(document)) + "\n"


def as_entry(document: Document, part: Part, edits: tuple[Edit, ...], key: str | None) -> str:
    """A part with edits made, as it can stand in brackets; `key` where it is that of a mapping."""
    if part.in_brackets:
        return _slice(document, part.begin, part.end, edits)
    start = document.start(part.node)
    text = _slice(document, start, part.end, edits) if edits else in_one_line(document, part.node)
    return text if key is None else f"{_key(key)}: {text}"


def _slice(document: Document, begin: int, end: int, edits: tuple[Edit, ...]) -> str:
    return edited(document.text[begin:end], tuple(Edit(e.start - begin, e.end - begin, e.text) for e in edits))
