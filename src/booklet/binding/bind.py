"""Set pieces with what stands around them → one PDF file."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from booklet.binding.book_document import BookDocument
from booklet.binding.catalog import Parts, catalog
from booklet.binding.destinations import Destinations, Target
from booklet.binding.earlier_streams import NO_STREAMS, EarlierStreams
from booklet.binding.file_plan import FilePlan
from booklet.binding.fonts import add_font
from booklet.binding.links import Links
from booklet.binding.metadata import Metadata, info_dictionary, page_labels
from booklet.binding.outline import Bookmark, add_outline
from booklet.binding.pictures import add_pictures
from booklet.binding.structure_tree import PieceNumbers, Structure, add_structure
from booklet.lettering.font_program import FontProgram
from booklet.pdf_syntax import pdf_number, pdf_ref
from booklet.plain_dataclasses import dataclass
from booklet.typesetting.placed_piece import PlacedPiece
from booklet.typesetting.set_piece import SetPage


@dataclass(frozen=True, slots=True)
class Trim:
    """Page size in points."""

    width: float
    height: float


def bind(
    pieces: tuple[PlacedPiece, ...],
    trim: Trim,
    metadata: Metadata,
    font_program: Callable[[str, set[int]], FontProgram],
    plan: FilePlan,
    earlier: EarlierStreams = NO_STREAMS,
) -> bytes:
    """The whole booklet as a PDF file. `font_program` subsets the face of a key to the codes used."""
    document = BookDocument(earlier)
    modern = plan.claim.modern
    root, tree, resources = (document.reserve() for _ in range(3))
    fonts = document.add(f"<<{_fonts(document, pieces, font_program)}>>")
    document.put(resources, f"<</Font {pdf_ref(fonts)}>>")
    pictures = add_pictures(document, (bound.piece for bound in pieces), plan.fineness)
    numbers = _numbered(document, pieces)
    for bound, at in zip(pieces, numbers, strict=True):
        _put_pages(document, bound, at, tree, _Resources(resources, fonts, pictures))
    kids = [number for at in numbers for number in at.pages]
    box = f"0 0 {pdf_number(trim.width)} {pdf_number(trim.height)}"
    document.put(tree, f"<</Type/Pages/Count {len(kids)}/MediaBox[{box}]/Kids[{' '.join(map(pdf_ref, kids))}]>>")
    structure = add_structure(
        document,
        [(bound.piece.structure, at) for bound, at in zip(pieces, numbers, strict=True)],
        (len(kids), sum(len(at.links) for at in numbers)),
        {one.name: index for index, bound in enumerate(pieces) for one in bound.piece.destinations},
        modern=modern,
    )
    destinations = Destinations(_destinations(pieces, numbers, structure), modern=modern)
    links = Links(document, destinations, len(kids))
    for bound, at in zip(pieces, numbers, strict=True):
        links.put(bound.piece.links, at)
    outline = add_outline(document, tuple(_bookmarks(pieces)), destinations)
    labels = page_labels([bound.label for bound in pieces for _ in bound.piece.pages])
    parts = Parts(tree, structure.root, destinations.add_names(document), outline, labels)
    document.put(root, catalog(document, parts, metadata, plan))
    return document.written(root, None if modern else document.add(info_dictionary(metadata)))


def _fonts(
    document: BookDocument, pieces: tuple[PlacedPiece, ...], font_program: Callable[[str, set[int]], FontProgram]
) -> str:
    """Embed every face with the codes that any page uses; the entries of the one Font resource."""
    used: dict[str, set[int]] = {}
    for bound in pieces:
        for face, codes in (*bound.piece.codes, *(bound.furniture.codes if bound.furniture else ())):
            used.setdefault(face, set()).update(codes)
    return "".join(f"/{face} {pdf_ref(add_font(document, font_program(face, used[face])))}" for face in sorted(used))


def _numbered(document: BookDocument, pieces: tuple[PlacedPiece, ...]) -> list[PieceNumbers]:
    """Object numbers for all pages and links, so that each can refer to any."""
    numbers = []
    pages = links = 0
    for bound in pieces:
        page_numbers = tuple(document.reserve() for _ in bound.piece.pages)
        count = len(bound.piece.links)
        first_link = document.reserve(count) if count else 0
        link_numbers = tuple(range(first_link, first_link + count))
        numbers.append(
            PieceNumbers(page_numbers, link_numbers, tuple(link.page for link in bound.piece.links), pages, links)
        )
        pages += len(page_numbers)
        links += len(link_numbers)
    return numbers


class _Resources(NamedTuple):
    """Object numbers of the dictionary that pages without pictures share, of the fonts, and of pictures by name."""

    shared: int
    fonts: int
    pictures: dict[str, int]

    def of_page(self, document: BookDocument, page: SetPage) -> int:
        """The dictionary of a page (7.8.3)."""
        if not page.pictures:
            return self.shared
        shown = "".join(f"/{name} {pdf_ref(self.pictures[name])}" for name in page.pictures)
        return document.add(f"<</Font {pdf_ref(self.fonts)}/XObject<<{shown}>>>>")


def _put_pages(document: BookDocument, bound: PlacedPiece, at: PieceNumbers, tree: int, resources: _Resources) -> None:
    links_of: dict[int, list[str]] = defaultdict(list)
    for link, page_of in zip(at.links, at.link_pages, strict=True):
        links_of[page_of].append(pdf_ref(link))
    for offset, (page, number) in enumerate(zip(bound.piece.pages, at.pages, strict=True)):
        contents = [document.add_stream("", page.body, deflated=True)]
        if bound.furniture:
            contents.append(document.add_stream("", bound.furniture.bodies[offset], deflated=True))
        own = resources.of_page(document, page)
        annotations = f"/Annots[{' '.join(links_of[offset])}]" if offset in links_of else ""
        document.put(
            number,
            f"<</Type/Page/Parent {pdf_ref(tree)}/Resources {pdf_ref(own)}/Contents[{' '.join(map(pdf_ref, contents))}]"
            f"/StructParents {at.first_page + offset}/Tabs/S{annotations}>>",
        )


def _bookmarks(pieces: tuple[PlacedPiece, ...]) -> Iterator[Bookmark]:
    """The entry of every piece, and those of places inside it."""
    for bound in pieces:
        if bound.bookmark:
            yield Bookmark(bound.bookmark, bound.level, bound.piece.key)
        yield from (Bookmark(one.bookmark, one.level, one.name) for one in bound.piece.bookmarks)


def _destinations(
    pieces: tuple[PlacedPiece, ...], numbers: list[PieceNumbers], structure: Structure
) -> dict[str, Target]:
    """Where every name leads: a page, and the element of that name, else the top element of its piece."""
    return {
        destination.name: Target(
            at.pages[destination.page], structure.named.get(destination.name, top), destination.top
        )
        for bound, at, top in zip(pieces, numbers, structure.tops, strict=True)
        for destination in bound.piece.destinations
    }
