"""A node into the value it says, its lists' entries into keys by which they are known again, and values into words."""

import json
import re
from collections.abc import Iterator

from booklet.yaml_file import Mapping, Node, Scalar, Sequence

Value = str | None | list["Value"] | dict[str, "Value"]
Key = tuple[str, str, int]

# What an entry of a list is known by, the surest first.
_KNOWN_BY = ("id", "talk", "name", "file", "address", "zone", "title", "label")
_SHOWN = 60
_PLAIN = re.compile(r"\w(?:[\w .+-]*\w)?")


def value_of(node: Node | None) -> Value:
    """Texts, lists and dictionaries, without places."""
    if isinstance(node, Sequence):
        return [value_of(item) for item in node.items]
    if isinstance(node, Mapping):
        return {entry.key: value_of(entry.value) for entry in node.entries}
    return node.text if node else None


def same(one: Node | None, other: Node | None) -> bool:
    """Whether two nodes say the same, or both are missing; the order of keys does not count."""
    return (one is None) == (other is None) and value_of(one) == value_of(other)


def keys_of(node: Node | None) -> Iterator[Key | str]:
    """The key of each entry of a mapping; of each entry of a list what it is known by, as the field's name (empty for a
    text), its text, and how often that was there before."""
    if isinstance(node, Mapping):
        yield from (entry.key for entry in node.entries)
    elif isinstance(node, Sequence):
        times: dict[tuple[str, str], int] = {}
        for item in node.items:
            known = _known_by(item)
            times[known] = times.get(known, -1) + 1
            yield (*known, times[known])


def _known_by(node: Node) -> tuple[str, str]:
    if isinstance(node, Scalar):
        return "name", node.text or ""
    if isinstance(node, Mapping):
        texts = {entry.key: entry.value.text for entry in node.entries if isinstance(entry.value, Scalar)}
        for name in _KNOWN_BY:
            if text := texts.get(name):
                return name, text
    return "", in_words(value_of(node))


def in_words(value: Value) -> str:
    """A value in one line, as one would write it in YAML without quotes."""
    if isinstance(value, list):
        return f"[{', '.join(in_words(one) for one in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {in_words(one)}' for key, one in value.items())}}}"
    return " ".join((value or "").split())


def in_yaml(value: Value) -> str:
    """A value in one line of YAML."""
    if isinstance(value, list):
        return f"[{', '.join(in_yaml(one) for one in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{in_yaml(key)}: {in_yaml(one)}' for key, one in value.items())}}}"
    if value is None:
        return "~"
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def shown(value: Value) -> str:
    """A value in quotes, cut to 60 characters."""
    words = in_words(value)
    return f'"{words}"' if len(words) <= _SHOWN else f'"{words[: _SHOWN - 1].rstrip()}…"'
