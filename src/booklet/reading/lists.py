"""The text of an abstract into paragraphs and items of lists, where it is surely a list."""

import re
from dataclasses import dataclass

_ITEM = re.compile(r"( *)([-*•]|[1-9]\d?[.)]) +(\S.*)")
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item with the marker to print ("•", "2.") and its depth from 0."""

    text: str
    marker: str
    depth: int


@dataclass(frozen=True, slots=True)
class _Line:
    indent: int
    number: int
    text: str


def split_blocks(text: str) -> tuple[str | ListItem, ...]:
    """Paragraphs and items in order. Blank lines part paragraphs.

    A list has at least two items: lines that begin with "- ", "* " or "• ", or with 1. 2. 3. in this order; it fills the
    rest of its paragraph, and indented lines go on with their item. Everything else is a paragraph as it is written.
    """
    result: list[str | ListItem] = []
    waiting: list[tuple[str, list[_Line]]] = []
    for group in re.split(r"\n[ ]*(?:\n[ ]*)+", text.strip("\n ")):
        lead, items = _lead_and_items(group)
        if items and not lead:
            waiting.append((group, items))
            continue
        result += _list_or_paragraphs(waiting)
        waiting = []
        if items and lead and (made := _list(items)):
            result += [lead, *made]
        elif group.strip():
            result.append(group)
    return (*result, *_list_or_paragraphs(waiting))


def _lead_and_items(group: str) -> tuple[str, list[_Line]]:
    """The lines before the first item, and the items if nothing but items follows."""
    lines = group.split("\n")
    start = next((index for index, line in enumerate(lines) if _ITEM.fullmatch(line)), len(lines))
    items: list[_Line] = []
    for line in lines[start:]:
        if found := _ITEM.fullmatch(line):
            items.append(_Line(len(found[1]), int(re.sub(r"\D", "", found[2]) or 0), found[3]))
        elif line.startswith("  "):
            last = items.pop()
            items.append(_Line(last.indent, last.number, f"{last.text}\n{line}"))
        else:
            return group, []
    return "\n".join(lines[:start]), items


def _list_or_paragraphs(waiting: list[tuple[str, list[_Line]]]) -> list[str | ListItem]:
    made = _list([item for _, items in waiting for item in items])
    return list(made) if made else [group for group, _ in waiting]


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
        items.append(ListItem(line.text, marker, min(len(levels) - 1, DEEPEST)))
    return items if len(items) > 1 else []
