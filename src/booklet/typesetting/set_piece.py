"""Set pieces: what one talk or section becomes, as values that do not depend on where in the booklet they will stand."""

from typing import NamedTuple

from booklet.flowable import Anchor
from booklet.picture import Picture
from booklet.plain_dataclasses import dataclass
from booklet.typesetting.set_structure import SetStructure


@dataclass(frozen=True, slots=True)
class SetPage:
    """The body of one page: deflated drawing operators, with fonts by face key, pictures by name and MCIDs from 0; the number
    of those, and the names of the pictures, ascending. `entries` are the words for what stands on it, first to last, where
    its running head names them."""

    body: bytes
    marks: int
    pictures: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetLink:
    """A link on page `page` of the piece: its box in points, where it leads ("#" and a destination, or an address), and the
    words for it."""

    page: int
    box: tuple[float, float, float, float]
    target: str
    words: str


@dataclass(frozen=True, slots=True)
class Destination:
    """A named place: page of the piece, and the height in points that a viewer shows at the top of its window."""

    name: str
    page: int
    top: float


class ShownPicture(NamedTuple):
    """A picture under the name that pages know it by, and how wide it is shown at most, in points."""

    name: str
    picture: Picture
    width: float


@dataclass(frozen=True, slots=True)
class SetPiece:
    """One piece. `codes` are the glyph codes used, by face key; `pictures` what its pages show, in the order of names;
    `bookmarks` are entries of the outline below that of the piece.

    `tightness` counts the steps of copyfitting that were taken to make it one page. `excess` is what was too much, as a share
    of the running text: for the style of the booklet, or, of several pages, for one page however tight.
    """

    key: str
    pages: tuple[SetPage, ...]
    structure: SetStructure
    links: tuple[SetLink, ...]
    destinations: tuple[Destination, ...]
    codes: tuple[tuple[str, tuple[int, ...]], ...]
    pictures: tuple[ShownPicture, ...] = ()
    bookmarks: tuple[Anchor, ...] = ()
    tightness: int = 0
    excess: float = 0.0
