"""The logical structure of what is set: a tree of elements built together with the story and filled while it is drawn.

Names follow ISO 32000-1, 14.7 and 14.8.4. Reading order is tree order, whatever the order of drawing.
"""

from functools import lru_cache

from booklet.plain_dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked-content sequence: `mcid` on page `page` of the piece that it belongs to (14.7.4.3)."""

    page: int
    mcid: int


@lru_cache(maxsize=8192)
def mark(page: int, mcid: int) -> Mark:
    """The mark of this place. Pieces of few pages have all theirs in common, and thousands of talks have few others."""
    return Mark(page, mcid)


@dataclass(slots=True)
class Element:
    """A structure element under construction: flowables hold one and record on it what they draw. `content` holds marks,
    child elements and, as numbers, links of the piece (14.7.2).

    `attributes` is a ready attribute dictionary in PDF syntax ("<</O/Table/Scope/Column>>") or empty. `name` is that of the
    destination that the element is, if any; `refers` that of the one that an item of a table of contents (TOCI) is about.
    """

    role: str
    lang: str | None = None
    alt: str | None = None
    attributes: str = ""
    name: str = ""
    refers: str = ""
    content: "list[Mark | Element | int]" = field(default_factory=list)

    def add(
        self,
        role: str,
        *,
        lang: str | None = None,
        alt: str | None = None,
        attributes: str = "",
        name: str = "",
        refers: str = "",
    ) -> "Element":
        """Append a new child element and return it."""
        child = Element(role, lang, alt, attributes, name, refers)
        self.content.append(child)
        return child

    def holds_something(self) -> bool:
        """Whether anything was drawn for this element or below it; an empty table cell counts, a row needs its columns."""
        return self.role in {"TD", "TH"} or any(
            not isinstance(part, Element) or part.holds_something() for part in self.content
        )
