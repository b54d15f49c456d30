"""The text of an abstract into paragraphs and items of lists, where it is surely a list."""

import re
from collections.abc import Iterator

from booklet.plain_dataclasses import dataclass, replace

_ITEM = re.compile(r"( *)([-*•·]|[1-9]\d?[.)]) +(\S.*)")
_PARTED = re.compile(r"\n[ ]*(?:\n[ ]*)+")
# Beginnings of lines that look like items, of lists that are read and of others.
_LIKE_ITEM = re.compile(r"^[ ]*(?:[-*•·–+]|\d{1,2}[.)]|\((?:\d{1,2}|[ivx]{1,4}|[a-z])\)|[a-z]\)) +\S.*", re.MULTILINE)
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph that stands at the offset `at`."""

    text: str
    at: int


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item with the marker to print ("•", "2.") and its depth from 0; its text stands at the offset `at`."""

    text: str
    at: int
    marker: str
    depth: int


@dataclass(frozen=True, slots=True)
class _Line:
    indent: int
    number: int
    text: str
    at: int


def split_blocks(text: str, at: int = 0) -> tuple[Paragraph | ListItem, ...]:
    """Paragraphs and items in order, of a text that stands at the offset `at`. Blank lines part paragraphs.

    A list has at least two items: lines that begin with "- ", "* ", "• " or "· ", or with 1. 2. 3. in this order; it fills
    the rest of its paragraph, and indented lines go on with their item. Everything else is a paragraph as it is written.
    """
    result: list[Paragraph | ListItem] = []
    waiting: list[tuple[Paragraph, list[_Line]]] = []
    for group in _groups(text, at):
        lead, items = _lead_and_items(group)
        if items and not lead:
            waiting.append((group, items))
            continue
        result += _lists_or_paragraphs(waiting)
        waiting = []
        if items and lead and (made := _list(items)):
            result += [Paragraph(lead, group.at), *made]
        elif group.text.strip():
            result.append(group)
    return (*result, *_lists_or_paragraphs(waiting))


def like_items(text: str) -> tuple[tuple[str, int], ...]:
    """Lines of a paragraph that look like items, with their offsets, where there are two or more."""
    found = [(found[0].strip(), found.start()) for found in _LIKE_ITEM.finditer(text)]
    return tuple(found) if len(found) > 1 else ()


def _groups(text: str, at: int) -> Iterator[Paragraph]:
    """What blank lines part."""
    begin, end = len(text) - len(text.lstrip("\n ")), len(text.rstrip("\n "))
    for found in _PARTED.finditer(text, begin, end):
        yield Paragraph(text[begin : found.start()], at + begin)
        begin = found.end()
    yield Paragraph(text[begin:end], at + begin)


def _lead_and_items(group: Paragraph) -> tuple[str, list[_Line]]:
    """The lines before the first item, and the items if nothing but items follows."""
    lines = group.text.split("\n")
    start = next((index for index, line in enumerate(lines) if _ITEM.fullmatch(line)), len(lines))
    lead = "\n".join(lines[:start])
    at = group.at + len(lead) + (start > 0)
    items: list[_Line] = []
    for line in lines[start:]:
        if found := _ITEM.fullmatch(line):
            number = int(re.sub(r"\D", "", found[2]) or 0)
            items.append(_Line(len(found[1]), number, found[3], at + found.start(3)))
        elif line.startswith(" "):
            last = items.pop()
            items.append(replace(last, text=f"{last.text}\n{line}"))
        else:
            return group.text, []
        at += len(line) + 1
    return lead, items


def _lists_or_paragraphs(waiting: list[tuple[Paragraph, list[_Line]]]) -> list[Paragraph | ListItem]:
    """One list of all groups, else a list or a paragraph of each."""
    made = _list([item for _, items in waiting for item in items])
    if made or len(waiting) == 1:
        return list(made) or [waiting[0][0]]
    return [part for group in waiting for part in _lists_or_paragraphs([group])]


def _list(lines: list[_Line]) -> list[ListItem]:
    """The items with markers and depths; none when this is no list: one item only, numbers out of order, mixed markers."""
    levels: list[tuple[int, int]] = []  # indent, and number of the last item (0 for bullets)
    items = []
    for line in lines:
        while len(levels) > 1 and line.indent < levels[-1][0]:
            levels.pop()
        if not levels or line.indent >= levels[-1][0] + 2:
            if line.number > 1:
                return []
            levels.append((line.indent, line.number))
        elif line.number != (levels[-1][1] + 1 if levels[-1][1] else 0):
            return []
        else:
            levels[-1] = (levels[-1][0], line.number)
        marker = f"{line.number}." if line.number else "•"
        items.append(ListItem(line.text, line.at, marker, min(len(levels) - 1, DEEPEST)))
    return items if len(items) > 1 else []
