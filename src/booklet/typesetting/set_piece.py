"""Set pieces: what one talk or section becomes, as values that do not depend on where in the booklet they will stand."""

from dataclasses import dataclass

from booklet.structure import Tag


@dataclass(frozen=True, slots=True)
class SetPage:
    """The body of one page: deflated drawing operators, with fonts by face key and MCIDs from 0, and the number of those."""

    body: bytes
    marks: int


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


@dataclass(frozen=True, slots=True)
class SetPiece:
    """One piece. `tag` is its structure, whose numbers count `links`; `codes` are the glyph codes used, by face key."""

    key: str
    pages: tuple[SetPage, ...]
    tag: Tag
    links: tuple[SetLink, ...]
    destinations: tuple[Destination, ...]
    codes: tuple[tuple[str, tuple[int, ...]], ...]
