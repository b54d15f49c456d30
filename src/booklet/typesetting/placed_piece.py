"""Settled sections → pieces in their places, with what stands around each page."""

from booklet.lettering.letters import Letters
from booklet.plain_dataclasses import dataclass
from booklet.reading.record_cache import Records
from booklet.typesetting.furniture import FurnitureSetter, SetFurniture
from booklet.typesetting.kept_furniture import KeptFurniture
from booklet.typesetting.set_piece import SetPiece
from booklet.typesetting.settle import Sections


@dataclass(frozen=True, slots=True)
class PlacedPiece:
    """A piece in its place: what stands around its pages (None: nothing), its bookmark with level, and its page label when it
    is not the folio."""

    piece: SetPiece
    furniture: SetFurniture | None
    bookmark: str
    level: int = 0
    label: str | None = None


def place_pieces(sections: Sections, letters: Letters, records: Records | None = None) -> tuple[PlacedPiece, ...]:
    """All pieces in the order of the booklet. In the `records` is the furniture of an earlier run."""
    setter = KeptFurniture(records, letters) if records else FurnitureSetter(letters)
    placed, index = [], 0
    for section, piece in sections:
        entries = tuple([page.entries for page in piece.pages])
        furniture = setter.set(section.furniture, entries, index) if section.furniture else None
        placed.append(PlacedPiece(piece, furniture, section.bookmark, section.level, section.label))
        index += len(piece.pages)
    return tuple(placed)
