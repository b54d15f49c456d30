"""Structures of all pieces → the structure tree of the file, with its parent tree (ISO 32000-1, 14.7)."""

from array import array
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from booklet.binding.book_document import BookDocument
from booklet.binding.object_streams import Lines
from booklet.byte_digest import byte_digest
from booklet.pdf_syntax import pdf_ref, pdf_refs, pdf_text
from booklet.plain_dataclasses import dataclass
from booklet.typesetting.set_structure import SetStructure

_LEAF = 500  # entries in one leaf of the parent tree
_NO_OBJECT = pdf_ref(0)  # owns what is in no element: NOBODY, the last of all
_PDF_1, _PDF_2 = "http://iso.org/pdf/ssn", "http://iso.org/pdf2/ssn"


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
    pieces: list[tuple[SetStructure, PieceNumbers]],
    counts: tuple[int, int],
    places: dict[str, int],
    *,
    modern: bool,
) -> Structure:
    """Add the tree below one Document element.

    `places` say which piece a destination is in; `counts` are those of all pages and links. Keys of the parent tree are page
    indexes, then link indexes counted on from the number of pages. `modern`: elements are those of PDF 2.0.
    """
    page_count, link_count = counts
    root, top = document.reserve(), document.reserve()
    spaces = _add_namespaces(document, [structure for structure, _ in pieces]) if modern else {}
    newer = f"/NS {pdf_ref(spaces[_PDF_2])}" if modern else ""
    older = f"/NS {pdf_ref(spaces[_PDF_1])}" if _PDF_1 in spaces else ""
    firsts = [document.reserve(structure.count) for structure, _ in pieces]
    named = {
        name: first + index
        for (structure, _), first in zip(pieces, firsts, strict=True)
        for name, index in structure.names
    }
    parents: dict[int, str] = {}
    for (structure, numbers), first in zip(pieces, firsts, strict=True):
        about = [
            f"/Ref[{pdf_ref(named.get(name, firsts[places[name]]))}]" if modern else "" for name in structure.about
        ]
        document.put_all(first, _lines(structure, numbers, first, (pdf_ref(top), older, newer), about))
        parents.update(_parents(structure, numbers, first, page_count))
    document.put(top, f"<</Type/StructElem/S/Document/P {pdf_ref(root)}/K[{' '.join(map(pdf_ref, firsts))}]{newer}>>")
    tree = _number_tree(document, parents)
    document.put(
        root,
        f"<</Type/StructTreeRoot/K {pdf_ref(top)}/ParentTree {pdf_ref(tree)}/ParentTreeNextKey {page_count + link_count}"
        + (f"/Namespaces[{' '.join(map(pdf_ref, spaces.values()))}]>>" if spaces else ">>"),
    )
    return Structure(root, tuple(firsts), named)


def _lines(
    structure: SetStructure, numbers: PieceNumbers, first: int, above: tuple[str, str, str], about: list[str]
) -> Lines:
    """The elements of a piece, from the number `first` on. `above` are the reference to the element above them and the
    entries for roles of PDF 1.7 and of later ones, `about` the entries for what items are about."""

    def made() -> str:
        elements = pdf_refs(first, structure.count)
        within = chain(map(pdf_ref, numbers.pages), map(pdf_ref, numbers.links), elements)
        return structure.filled(above[0], above[1:], about, within)

    texts = (structure.text.encode("latin-1"), "\n".join((*above, *about)).encode("latin-1"))
    given = (array("I", (first, *numbers.pages)), array("I", numbers.links), structure.gaps)
    return Lines(byte_digest(b"structure", (*texts, *given)), made)


def _parents(structure: SetStructure, numbers: PieceNumbers, first: int, page_count: int) -> Iterator[tuple[int, str]]:
    """The entries of a piece in the parent tree: the owners of all marks of each page, and that of each link."""
    owner = (*pdf_refs(first, structure.count), _NO_OBJECT).__getitem__
    for page, row in enumerate(structure.owners, numbers.first_page):
        yield page, f"[{' '.join(map(owner, row))}]"
    yield from enumerate(map(owner, structure.link_owners), page_count + numbers.first_link)


def _add_namespaces(document: BookDocument, structures: list[SetStructure]) -> dict[str, int]:
    """Object numbers of the namespaces that the elements need, by their names (ISO 32000-2, 14.7.4)."""
    names = (_PDF_2, _PDF_1) if any(one.has_older_roles for one in structures) else (_PDF_2,)
    return {name: document.add(f"<</Type/Namespace/NS{pdf_text(name)}>>") for name in names}


def _number_tree(document: BookDocument, values: dict[int, str]) -> int:
    """A number tree (7.9.7) with one level of leaves."""
    keys = sorted(values)
    leaves = []
    for start in range(0, len(keys), _LEAF):
        part = keys[start : start + _LEAF]
        rows = " ".join(f"{key} {values[key]}" for key in part)
        leaves.append(document.add(f"<</Limits[{part[0]} {part[-1]}]/Nums[{rows}]>>"))
    return document.add(f"<</Kids[{' '.join(map(pdf_ref, leaves))}]>>")
