"""A talk and its authors. Of one that was packed when it was read, what is seldom asked for is unpacked when it is."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from booklet.model.rich_text import Line, RichText
from booklet.picture import Picture
from booklet.place import Place, Places
from booklet.plain_dataclasses import dataclass, field, replace

Status = Literal["", "cancelled", "moved", "replaced"]
TalkKind = Literal["talk", "keynote", "poster"]


@dataclass(frozen=True, slots=True)
class Author:
    """An author of one talk. `affiliations` are numbers from 1 into the talk's affiliations, ascending."""

    name: str
    affiliations: tuple[int, ...] = ()
    presenting: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """An address that belongs to a talk, with the words to print for it."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a talk. `file` is relative to the project folder ("content/figures/map.png"); `alt` stands for it in words.

    `width` is a share of the measure; None: the natural width, at most the measure. `picture` is what the file shows; None
    until it is read, and where it cannot be used.
    """

    file: str
    places: Places
    alt: str | None = None
    caption: Line = ()
    width: float | None = None
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    """Title and abstract of a talk in a second language, a BCP 47 tag."""

    language: str
    title: Line
    abstract: RichText = ()


# What puts a talk in its place in the booklet; what else the program, its lists and the indexes say of it; what its own pages
# say besides. Where it stands is in `places`.
ROW = ("id", "title", "status", "figures", "kind", "track", "board", "author_count", "has_abstract", "has_more")
NAMES = ("authors", "affiliations", "short_title", "language", "keywords", "links")
HEAD = ROW + NAMES
TEXT = ("abstract", "abstract_written", "references", "funding", "translation")


class TalkDigests(NamedTuple):
    """Digests of what HEAD names, of what TEXT names, and of the places: of talks that have one alike, that part is equal."""

    head: bytes
    text: bytes
    places: bytes


class PackedTalk(Protocol):
    """A talk as it is kept: by what its parts are known again, and the values of those that nobody has asked for yet."""

    @property
    def file(self) -> str:
        """The file that it was read of."""

    @property
    def digests(self) -> TalkDigests:
        """The digests of its parts."""

    def unpacked(self, name: str) -> Iterable[tuple[str, object]]:
        """Name and value of a field that ROW does not name, and of those that are kept with it."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk. Authors stand in the file's order; affiliations are numbered by first appearance among them.

    `board` is where a poster hangs ("P12").

    `language` is a BCP 47 tag when it differs from the event's. `id` is unique: a-z, 0-9 and hyphens. `abstract_written` is
    the abstract as its author wrote it, from the line of its place on, for those who have to point at a character of it.

    `author_count` is the number of authors; `has_abstract` tells that there is one, `has_more` that there are references, a
    funding or a second language. `packed` is what the talk came from, as long as it is what was read; fields that are not
    unpacked yet are when they are asked for.
    """

    id: str
    title: Line
    places: Places
    authors: tuple[Author, ...] = ()
    affiliations: tuple[str, ...] = ()
    abstract: RichText = ()
    abstract_written: str = ""
    short_title: str | None = None
    language: str | None = None
    status: Status = ""
    keywords: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    references: tuple[Line, ...] = ()
    funding: Line = ()
    links: tuple[Link, ...] = ()
    kind: TalkKind = "talk"
    track: str | None = None
    board: str | None = None
    translation: Translation | None = None
    author_count: int = field(init=False, repr=False, compare=False)
    has_abstract: bool = field(init=False, repr=False, compare=False)
    has_more: bool = field(init=False, repr=False, compare=False)
    packed: PackedTalk | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        there = {"author_count": len(self.authors), "has_abstract": bool(self.abstract)}
        there["has_more"] = bool(self.references or self.funding or self.translation)
        _put(self, (*there.items(), ("packed", None)))

    if not TYPE_CHECKING:  # it has the types of the fields

        def __getattr__(self, name: str) -> Any:
            """A field that is not unpacked yet."""
            if self.packed is None or name not in self.__match_args__:
                raise AttributeError(f"a talk has no {name}")
            _put(self, self.packed.unpacked(name))
            return object.__getattribute__(self, name)

    @property
    def presenters(self) -> tuple[Author, ...]:
        """The authors who present, in the file's order."""
        return tuple(author for author in self.authors if author.presenting)

    @property
    def place(self) -> Place:
        """Where the talk's record begins."""
        return self.places.record

    def illustrated(self, pictures: Sequence[Picture | None]) -> "Talk":
        """The talk with what its figures show, one for each."""
        shown = tuple(replace(figure, picture=picture) for figure, picture in zip(self.figures, pictures, strict=True))
        if self.packed is None:
            return replace(self, figures=shown)
        return talk_of({name: getattr(self, name) for name in ROW} | {"figures": shown}, self.packed)


def talk_of(row: Mapping[str, object], packed: PackedTalk) -> Talk:
    """A talk of which what ROW names is known, and the rest is packed."""
    talk = object.__new__(Talk)
    _put(talk, row.items())
    _put(talk, (("packed", packed),))
    return talk


def _put(talk: Talk, fields: Iterable[tuple[str, object]]) -> None:
    """Give a talk fields that it does not have yet."""
    for name, value in fields:
        object.__setattr__(talk, name, value)
