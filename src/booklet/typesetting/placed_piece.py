"""Settled sections → pieces in their places, with what stands around each page."""

from booklet.composing.section import Furniture
from booklet.lettering.letters import Letters
from booklet.plain_dataclasses import dataclass, replace
from booklet.typesetting.furniture import FurnitureSetter, SetFurniture
from booklet.typesetting.set_piece import SetPage, SetPiece
from booklet.typesetting.settle import Sections


@dataclass(frozen=True, slots=True)
class PlacedPiece:
    """A piece in its place: what stands around each of its pages (None: nothing), its bookmark with level, and its page label
    when it is not the folio."""

    piece: SetPiece
    furniture: tuple[SetFurniture | None, ...]
    bookmark: str
    level: int = 0
    label: str | None = None


def place_pieces(sections: Sections, letters: Letters) -> tuple[PlacedPiece, ...]:
    """All pieces in the order of the booklet."""
    placed, setter = [], FurnitureSetter(letters)
    index = 0
    for section, piece in sections:
        furniture = tuple(
            setter.set(_of_page(section.furniture, number, page), index + number) if section.furniture else None
            for number, page in enumerate(piece.pages)
        )
        placed.append(PlacedPiece(piece, furniture, section.bookmark, section.level, section.label))
        index += len(piece.pages)
    return tuple(placed)


def _of_page(furniture: Furniture, number: int, page: SetPage) -> Furniture:
    """Furniture of a page of a section, the how manyth from 0."""
    if number and furniture.head_next:
        furniture = replace(furniture, head_outer=furniture.head_next)
    if page.entries:
        furniture = replace(furniture, head_inner=tuple(dict.fromkeys((page.entries[0], page.entries[-1]))))
    return furniture
