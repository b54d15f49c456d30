"""Links of set pieces → annotations (ISO 32000-1, 12.5.6.5)."""

from array import array
from functools import cache, partial
from itertools import chain, count

from booklet.binding.book_document import BookDocument
from booklet.binding.destinations import Destinations
from booklet.binding.object_streams import Lines
from booklet.binding.structure_tree import PieceNumbers
from booklet.byte_digest import byte_digest
from booklet.pdf_syntax import pdf_numbers, pdf_text
from booklet.typesetting.set_piece import SetLink


class Links:
    """The links of a booklet that has so many `pages`. Most lead where others lead, and say the same: what is written about
    that is known from them."""

    def __init__(self, document: BookDocument, destinations: Destinations, pages: int) -> None:
        self._document, self._destinations, self._pages = document, destinations, pages
        self._action, self._words = cache(self._leading_to), cache(pdf_text)

    def put(self, links: tuple[SetLink, ...], at: PieceNumbers) -> None:
        """Give the numbered links of a piece their values."""
        if not links:
            return
        boxes = tuple(chain.from_iterable(link.box for link in links))
        actions = [self._action(link.target) for link in links]
        words = [self._words(link.words) for link in links]
        first = self._pages + at.first_link
        texts = "\n".join((*actions, *words)).encode("latin-1")
        facts = byte_digest(b"links", (first.to_bytes(4), array("d", boxes), texts))
        self._document.put_all(at.links[0], Lines(facts, partial(_annotations, boxes, actions, words, first)))

    def _leading_to(self, target: str) -> str:
        """The entry of links to a place in the booklet, "#" and its name, or to an address."""
        return self._destinations.entry(target[1:]) if target.startswith("#") else f"/A<</S/URI/URI{pdf_text(target)}>>"


def _annotations(boxes: tuple[float, ...], actions: list[str], words: list[str], first: int) -> str:
    """A line for each link. Of the boxes, the four sides follow each other; `first` is the key of the first in the parent
    tree."""
    sides = iter(pdf_numbers(boxes))
    return "\n".join(
        f"<</Type/Annot/Subtype/Link/Rect[{left} {bottom} {right} {top}]/Border[0 0 0]/F 4{action}"
        f"/StructParent {key}/Contents{said}>>"
        for left, bottom, right, top, action, said, key in zip(*[sides] * 4, actions, words, count(first), strict=False)
    )
