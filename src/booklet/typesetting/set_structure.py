"""The elements of a piece → its structure as text that is complete but for numbers, which it gets where it is bound (ISO
32000-1, 14.7.2)."""

from array import array
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from booklet.errors import DefectError
from booklet.pdf_syntax import pdf_text
from booklet.plain_dataclasses import dataclass, field
from booklet.structure import Element, Mark

# Roles that PDF 2.0 no longer has: they are those of PDF 1.7 (ISO 32000-2, 14.8.6).
_OLDER = frozenset({"TOC", "TOCI", "Reference"})
NOBODY = -1  # owns what is in no element

_Kind = Literal["above", "older", "newer", "about", "page", "link", "element"]


@dataclass(frozen=True, slots=True)
class SetStructure:
    """`text` has an element a line, in the order of reading, the top one first. Each "%s" in it is a gap, and `gaps` say for
    each in turn what belongs there: an index into the row of values that `filled` makes.

    `count` elements; `names` are those of them that destinations have; `about` are the destinations that items of a table of
    contents are about. `owners` give for every page the element of each mark, and `link_owners` that of each link.
    """

    text: str
    gaps: "array[int]"
    count: int
    names: tuple[tuple[str, int], ...]
    about: tuple[str, ...]
    owners: "tuple[array[int], ...]"
    link_owners: "array[int]"

    @property
    def has_older_roles(self) -> bool:
        """Whether a role is not one of PDF 2.0."""
        return _OLDER_GAP in self.gaps

    def filled(self, above: str, spaces: tuple[str, str], about: Sequence[str], numbers: Iterable[str]) -> str:
        """The elements, a line each. What belongs into the gaps: a reference to the element `above` the piece; the entries
        for roles of PDF 1.7 and of later ones, in PDF 1.7 empty; the entries for what items are `about`; and references to
        the pages of the piece, its links and its elements."""
        row = (above, *spaces, *about, *numbers)
        return self.text % tuple(map(row.__getitem__, self.gaps))


_ABOVE_GAP, _OLDER_GAP, _NEWER_GAP, _FIRST_GAP = range(4)


def set_structure(root: Element, marks: Sequence[int], link_pages: Sequence[int]) -> SetStructure:
    """The structure below `root` of a piece that has so many `marks` on each page and links on these pages."""
    made = _Lines([[NOBODY] * count for count in marks], [NOBODY] * len(link_pages), link_pages)
    made.add(root, None)
    firsts = {"above": _ABOVE_GAP, "older": _OLDER_GAP, "newer": _NEWER_GAP, "about": _FIRST_GAP}
    firsts["page"] = _FIRST_GAP + len(made.about)
    firsts["link"] = firsts["page"] + len(marks)
    firsts["element"] = firsts["link"] + len(link_pages)
    text = "\n".join(made.lines)
    if text.count("\n") != len(made.lines) - 1:
        raise DefectError("an element of the structure has a line break in its entries")
    return SetStructure(
        text,
        array("i", [firsts[gap.kind] + gap.which for gaps in made.gaps for gap in gaps]),
        len(made.lines),
        tuple(made.names),
        tuple(made.about),
        tuple(array("i", row) for row in made.owners),
        array("i", made.link_owners),
    )


class _Gap(NamedTuple):
    """What a number is missing of."""

    kind: _Kind
    which: int = 0


@dataclass(frozen=True, slots=True)
class _Lines:
    """Elements as lines, as far as they are made: a line and its gaps for each, in reading order."""

    owners: list[list[int]]
    link_owners: list[int]
    link_pages: Sequence[int]
    lines: list[str] = field(default_factory=list)
    gaps: list[list[_Gap]] = field(default_factory=list)
    names: list[tuple[str, int]] = field(default_factory=list)
    about: list[str] = field(default_factory=list)

    def add(self, element: Element, parent: int | None) -> int:
        """Add an element and all below it but elements that hold nothing; its index."""
        own = len(self.lines)
        gaps = [_Gap("above") if parent is None else _Gap("element", parent)]
        self.lines.append("")
        self.gaps.append(gaps)
        if element.name:
            self.names.append((element.name, own))
        home = next((part.page for part in element.content if isinstance(part, Mark)), None)
        line = f"<</Type/StructElem/S/{element.role}/P %s"
        if home is not None:
            line += "/Pg %s"
            gaps.append(_Gap("page", home))
        kids = [
            self._kid(part, own, home, gaps)
            for part in element.content
            if not isinstance(part, Element) or part.holds_something()
        ]
        if kids:
            line += f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]"
        line += f"/Lang{_fixed(pdf_text(element.lang))}" if element.lang else ""
        line += f"/Alt{_fixed(pdf_text(element.alt))}" if element.alt else ""
        line += f"/A{_fixed(element.attributes)}" if element.attributes else ""
        gaps.append(_Gap("older" if element.role in _OLDER else "newer"))
        if element.refers:
            gaps.append(_Gap("about", len(self.about)))
            self.about.append(element.refers)
        self.lines[own] = f"{line}%s{'%s' if element.refers else ''}>>"
        return own

    def _kid(self, part: "Mark | Element | int", owner: int, home: int | None, gaps: list[_Gap]) -> str:
        """The entry of a kid: an element, a link by its number, or a mark."""
        if isinstance(part, Element):
            gaps.append(_Gap("element", self.add(part, owner)))
            return "%s"
        if isinstance(part, int):
            self.link_owners[part] = owner
            gaps += (_Gap("link", part), _Gap("page", self.link_pages[part]))
            return "<</Type/OBJR/Obj %s/Pg %s>>"
        self.owners[part.page][part.mcid] = owner
        if part.page == home:
            return str(part.mcid)
        gaps.append(_Gap("page", part.page))
        return f"<</Type/MCR/Pg %s/MCID {part.mcid}>>"


def _fixed(entry: str) -> str:
    """An entry that has no gaps."""
    return entry.replace("%", "%%")
