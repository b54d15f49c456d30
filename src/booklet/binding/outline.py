"""Bookmarks: titles with their level and page → the outline (ISO 32000-1, 12.3.3)."""

from bisect import bisect_left

from booklet.binding.book_document import BookDocument
from booklet.binding.destinations import Destinations
from booklet.pdf_syntax import pdf_ref, pdf_text
from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A title in the outline, `level` deep from 0, that leads to a named destination."""

    title: str
    level: int
    destination: str


def add_outline(document: BookDocument, bookmarks: tuple[Bookmark, ...], destinations: Destinations) -> int | None:
    """Add the outline; its number, or None when there are no bookmarks."""
    if not bookmarks:
        return None
    top = document.reserve()
    numbers = [document.reserve() for _ in bookmarks]
    children: dict[int, list[int]] = {top: []}
    path = [top]
    parents = []
    for bookmark, number in zip(bookmarks, numbers, strict=True):
        del path[min(bookmark.level, len(path) - 1) + 1 :]
        parents.append(path[-1])
        children[path[-1]].append(number)
        children[number] = []
        path.append(number)
    for bookmark, number, parent in zip(bookmarks, numbers, parents, strict=True):
        siblings = children[parent]
        at = bisect_left(siblings, number)  # numbers were given in order
        body = f"<</Title{pdf_text(bookmark.title)}/Parent {pdf_ref(parent)}{destinations.entry(bookmark.destination)}"
        body += f"/Prev {pdf_ref(siblings[at - 1])}" if at else ""
        body += f"/Next {pdf_ref(siblings[at + 1])}" if at + 1 < len(siblings) else ""
        inner = children[number]
        if inner:
            count = _descendants(children, number)  # all of them are open
            body += f"/First {pdf_ref(inner[0])}/Last {pdf_ref(inner[-1])}/Count {count}"
        document.put(number, body + ">>")
    first, last = children[top][0], children[top][-1]
    document.put(top, f"<</Type/Outlines/First {pdf_ref(first)}/Last {pdf_ref(last)}/Count {len(bookmarks)}>>")
    return top


def _descendants(children: dict[int, list[int]], number: int) -> int:
    return sum(1 + _descendants(children, child) for child in children[number])
