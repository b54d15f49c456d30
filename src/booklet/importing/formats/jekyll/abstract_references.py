"""An abstract that ends with a list of references into the abstract and the references."""

import re

_HEADING = re.compile(
    r"\s*(?:[#*_]+ ?)?(?:References?|Bibliography|Literature)(?: ?[*_]+)?\s*:?\s*(?:[*_]+)?", re.IGNORECASE
)
_ENTRY = re.compile(r"\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}\.(?=\s))\s*")


def parted_references(text: str) -> tuple[str, tuple[str, ...]]:
    """The text before a line "References:" and the entries below it, each on its line with its number; without such an
    end the text as it is, and none."""
    lines = text.split("\n")
    heads = [number for number, line in enumerate(lines) if len(line) < 40 and _HEADING.fullmatch(line)]
    if not heads:
        return text, ()
    entries = [line for line in lines[heads[-1] + 1 :] if line.strip()]
    if not entries or not all(map(_ENTRY.match, entries)):
        return text, ()
    found = tuple(_ENTRY.sub("", entry, count=1).strip() for entry in entries)
    return "\n".join(lines[: heads[-1]]).rstrip(), tuple(filter(None, found))
