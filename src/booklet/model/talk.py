"""A talk and its authors."""

from typing import Literal

from booklet.model.rich_text import Line, RichText
from booklet.picture import Picture
from booklet.place import Place, Places
from booklet.plain_dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk. Authors stand in the file's order; affiliations are numbered by first appearance among them.

    `board` is where a poster hangs ("P12").

    `language` is a BCP 47 tag when it differs from the event's. `id` is unique: a-z, 0-9 and hyphens. `abstract_written` is
    the abstract as its author wrote it, from the line of its place on, for those who have to point at a character of it.
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

    @property
    def presenters(self) -> tuple[Author, ...]:
        """The authors who present, in the file's order."""
        return tuple(author for author in self.authors if author.presenting)

    @property
    def place(self) -> Place:
        """Where the talk's record begins."""
        return self.places.record
