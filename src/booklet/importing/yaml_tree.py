"""Texts, lists and mappings, one in another, into the lines of a content file: exactly these values, as people would lay
them out."""

import re
from itertools import chain
from typing import TypeAlias

from booklet.importing.yaml_text import WIDTH, a_key, one_value

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree] | None"

# Each entry on a line of its own, as `booklet import` writes them, however short they are.
_BELOW = frozenset(
    ("affiliations", "committees", "macros", "notes", "references", "sessions", "sponsors", "time-zones")
)
# Whose entries stand in brackets where they fit, records too.
_BESIDE = frozenset(("time-zones",))
_ROWS = frozenset(("sessions",))
_ESCAPED = re.compile('[\\x00-\\x1f"\\\\\\x7f-\\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]')


def yaml_lines(values: dict[str, Tree], indent: int = 0) -> list[str]:
    """The lines of a mapping. Reading them gives the same values, in the same order."""
    return list(chain.from_iterable(_key(key, value, indent, beside=False) for key, value in values.items()))


def _key(key: str, value: Tree, indent: int, *, beside: bool) -> list[str]:
    name = _flow(key)
    lead = f"{' ' * indent}{name}:"
    if value is None:
        return [lead]
    if isinstance(value, str):
        return _text(name, value, indent)
    is_plain = (
        not any(isinstance(one, dict) for one in value.values())
        if isinstance(value, dict)
        else not any(isinstance(one, dict | list) for one in value)
    )
    line = f"{lead} {_flow(value)}"
    if not value or ((is_plain or beside) and key not in _BELOW and _fits(line, value)):
        return [line]
    if isinstance(value, dict):
        rows = (_key(one, each, indent + 2, beside=key in _BESIDE) for one, each in value.items())
        return [lead, *chain.from_iterable(rows)]
    return [lead, *chain.from_iterable(_entry(item, indent + 2, in_rows=key in _ROWS) for item in value)]


def _entry(item: Tree, indent: int, *, in_rows: bool) -> list[str]:
    """An entry of a list: in one line where it fits and is not wanted in rows, a key a line."""
    lead = " " * indent
    line = f"{lead}- {_flow(item)}"
    if isinstance(item, str) and "\n" in item:
        first, *rows = _text("", item, indent)
        return [f"{lead}-{first.strip(' ')[1:]}", *rows]
    if not isinstance(item, dict) or not item or (not in_rows and _fits(line, item)):
        return [line]
    rows = yaml_lines(item, indent + 2)
    return [f"{lead}- {rows[0].lstrip(' ')}", *rows[1:]]


def _fits(line: str, value: Tree) -> bool:
    return len(line) <= WIDTH and not _has_lines(value)


def _has_lines(value: Tree) -> bool:
    if isinstance(value, dict):
        return any(map(_has_lines, value.values()))
    return any(map(_has_lines, value)) if isinstance(value, list) else value is not None and "\n" in value


def _text(name: str, text: str, indent: int) -> list[str]:
    """A key with a text: on its line, or in a block below it, where that gives the same text."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    if body.strip() != body or not body or any(line != line.rstrip() or _ESCAPED.search(line) for line in lines):
        return [f"{' ' * indent}{name}: {_flow(text)}"]
    rows = a_key(name, body, indent)
    if body == text:
        return rows
    if len(rows) == 1:
        return [f"{' ' * indent}{name}: |", f"{' ' * (indent + 2)}{body}"]
    return [rows[0].removesuffix("-"), *rows[1:]]


def _flow(value: Tree) -> str:
    """A value on one line, in brackets where it has several."""
    if value is None:
        return "null"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow(key)}: {_flow(each)}" for key, each in value.items()) + "}"
    if value.strip() != value or _ESCAPED.search(value.replace("\\", "").replace('"', "")):
        # By numbers alone: a backslash before a letter would be read as LaTeX.
        return f'"{_ESCAPED.sub(_by_number, value)}"'
    return one_value(value, in_flow=True)


def _by_number(found: "re.Match[str]") -> str:
    code = ord(found[0])
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}"
