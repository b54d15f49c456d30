"""Tags of all pieces → the structure tree of the file, with its parent tree (ISO 32000-1, 14.7)."""

from typing import NamedTuple

from booklet.binding.book_document import BookDocument
from booklet.pdf_syntax import pdf_ref, pdf_text
from booklet.plain_dataclasses import dataclass
from booklet.structure import Mark, Tag

_LEAF = 500  # entries in one leaf of the parent tree
_PDF_1, _PDF_2 = "http://iso.org/pdf/ssn", "http://iso.org/pdf2/ssn"
# Roles that PDF 2.0 no longer has: they are those of PDF 1.7 (ISO 32000-2, 14.8.6).
_OLDER = frozenset({"TOC", "TOCI", "Reference"})


@dataclass(frozen=True, slots=True)
class PieceNumbers:
    """Where a piece landed: object numbers of its pages and links, and the index of its first page and first link."""

    pages: tuple[int, ...]
    links: tuple[int, ...]
    link_pages: tuple[int, ...]
    first_page: int
    first_link: int


class Structure(NamedTuple):
    """Object numbers of the StructTreeRoot, of the top element of every piece, and of the elements that have names."""

    root: int
    tops: tuple[int, ...]
    named: dict[str, int]


def add_structure(
    document: BookDocument,
    pieces: list[tuple[Tag, PieceNumbers, list[int]]],
    counts: tuple[int, int],
    places: dict[str, int],
    *,
    modern: bool,
) -> Structure:
    """Add the tree below one Document element.

    A piece comes with the number of marks on each of its pages; `places` say which piece a destination is in. `counts` are
    those of all pages and links. Keys of the parent tree are page indexes, then link indexes counted on from the number of
    pages. `modern`: elements are those of PDF 2.0.
    """
    page_count, link_count = counts
    root, top = document.reserve(), document.reserve()
    spaces = _add_namespaces(document, [tag for tag, _, _ in pieces]) if modern else {}
    own = f"/NS {pdf_ref(spaces[_PDF_2])}" if modern else ""
    parents: dict[int, str] = {}
    kids = []
    named: dict[str, int] = {}
    waiting: list[tuple[int, str, str]] = []
    for tag, numbers, marks in pieces:
        owners: list[list[int]] = [[0] * count for count in marks]
        branch = _Branch(document, numbers, owners, {}, named, spaces, waiting)
        kids.append(branch.add(tag, top))
        for offset, row in enumerate(owners):
            parents[numbers.first_page + offset] = f"[{' '.join(map(pdf_ref, row))}]"
        for link, owner in branch.link_owners.items():
            parents[page_count + numbers.first_link + link] = pdf_ref(owner)
    for number, body, name in waiting:
        document.put(number, f"{body}/Ref[{pdf_ref(named.get(name, kids[places[name]]))}]>>")
    document.put(top, f"<</Type/StructElem/S/Document/P {pdf_ref(root)}/K[{' '.join(map(pdf_ref, kids))}]{own}>>")
    tree = _number_tree(document, parents)
    document.put(
        root,
        f"<</Type/StructTreeRoot/K {pdf_ref(top)}/ParentTree {pdf_ref(tree)}/ParentTreeNextKey {page_count + link_count}"
        + (f"/Namespaces[{' '.join(map(pdf_ref, spaces.values()))}]>>" if spaces else ">>"),
    )
    return Structure(root, tuple(kids), named)


def _add_namespaces(document: BookDocument, tags: list[Tag]) -> dict[str, int]:
    """Object numbers of the namespaces that the tags need, by their names."""
    names = (_PDF_2, _PDF_1) if any(map(_is_older, tags)) else (_PDF_2,)
    return {name: document.add(f"<</Type/Namespace/NS{pdf_text(name)}>>") for name in names}


def _is_older(tag: Tag) -> bool:
    """Whether a role in a tag is not one of PDF 2.0."""
    return tag.role in _OLDER or any(isinstance(part, Tag) and _is_older(part) for part in tag.content)


@dataclass(frozen=True, slots=True)
class _Branch:
    """Adds the elements of one piece and fills in who owns each mark and link. `spaces` are the namespaces in which roles are
    defined (ISO 32000-2, 14.7.4); none where all are those of PDF 1.7. `waiting`
    are elements of PDF 2.0 that are about others, which may come later: number, entries, and the name of the other."""

    document: BookDocument
    numbers: PieceNumbers
    owners: list[list[int]]
    link_owners: dict[int, int]
    named: dict[str, int]
    spaces: dict[str, int]
    waiting: list[tuple[int, str, str]]

    def add(self, tag: Tag, parent: int) -> int:
        number = self.document.reserve()
        if tag.name:
            self.named[tag.name] = number
        home = next((part.page for part in tag.content if isinstance(part, Mark)), None)
        kids = [self._kid(part, number, home) for part in tag.content]
        body = f"<</Type/StructElem/S/{tag.role}/P {pdf_ref(parent)}"
        if home is not None:
            body += f"/Pg {pdf_ref(self.numbers.pages[home])}"
        if kids:
            body += f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]"
        body += f"/Lang{pdf_text(tag.lang)}" if tag.lang else ""
        body += f"/Alt{pdf_text(tag.alt)}" if tag.alt else ""
        body += f"/A{tag.attributes}" if tag.attributes else ""
        if self.spaces:
            body += f"/NS {pdf_ref(self.spaces[_PDF_1 if tag.role in _OLDER else _PDF_2])}"
        if self.spaces and tag.refers:
            self.waiting.append((number, body, tag.refers))
        else:
            self.document.put(number, f"{body}>>")
        return number

    def _kid(self, part: Mark | Tag | int, owner: int, home: int | None) -> str:
        if isinstance(part, Tag):
            return pdf_ref(self.add(part, owner))
        if isinstance(part, int):
            self.link_owners[part] = owner
            page = self.numbers.pages[self.numbers.link_pages[part]]
            return f"<</Type/OBJR/Obj {pdf_ref(self.numbers.links[part])}/Pg {pdf_ref(page)}>>"
        self.owners[part.page][part.mcid] = owner
        if part.page == home:
            return str(part.mcid)
        return f"<</Type/MCR/Pg {pdf_ref(self.numbers.pages[part.page])}/MCID {part.mcid}>>"


def _number_tree(document: BookDocument, values: dict[int, str]) -> int:
    """A number tree (7.9.7) with one level of leaves."""
    keys = sorted(values)
    leaves = []
    for start in range(0, len(keys), _LEAF):
        part = keys[start : start + _LEAF]
        rows = " ".join(f"{key} {values[key]}" for key in part)
        leaves.append(document.add(f"<</Limits[{part[0]} {part[-1]}]/Nums[{rows}]>>"))
    return document.add(f"<</Kids[{' '.join(map(pdf_ref, leaves))}]>>")
