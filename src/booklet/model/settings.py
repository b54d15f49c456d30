"""How the booklet is to be made: content/booklet.yaml."""

from typing import Literal

from booklet.model.acceptance import Acceptance
from booklet.model.picture_file import PictureFile
from booklet.place import Places
from booklet.plain_dataclasses import dataclass

Glance = Literal["auto", "grid", "overview", "none"]
ListForm = Literal["auto", "days", "tracks", "time", "none"]
Layout = Literal["auto", "page", "run-on", "two-columns"]
Order = Literal["session", "time", "track", "board", "title"]

STANDARDS = ("PDF/UA-1", "PDF/UA-2")
ATTACHMENTS = ("calendar",)
# The parts of a booklet in their usual order.
DEFAULT_SECTIONS = (
    "front-cover",
    "contents",
    "pages",
    "committees",
    "program",
    "time-zones",
    "keynotes",
    "posters",
    "abstracts",
    "people",
    "keywords",
    "rooms",
    "participants",
    "sponsors",
    "notes",
    "back-cover",
)
# "page/venue" is the free page of pages/venue.md.
PAGE_PREFIX = "page/"


@dataclass(frozen=True, slots=True)
class ProgramSettings:
    """How the program is shown. `glance`: the form of its overview; `list`: that of what follows it. `rooms` are those of one
    grid page, where the rooms of a day are parted among several (None: all that are in use)."""

    glance: Glance = "auto"
    list: ListForm = "auto"
    rooms: int | None = None


@dataclass(frozen=True, slots=True)
class AbstractSettings:
    """How abstracts are laid out, and in which order."""

    layout: Layout = "auto"
    order: Order = "session"


@dataclass(frozen=True, slots=True)
class Settings:
    """Paper ("A4"), style name, the sections in order, covers from outside, and a logo for the drawn front cover.

    `chosen` says that the sections were given: then each has pages as soon as there is something to print on them, while some
    of the usual ones wait until the meeting is large enough.

    `least_words` and `most_words` are what an abstract should have; `accept` are findings that are known.
    `modern`: the file is PDF/UA-2 and PDF/A-4 instead of PDF/UA-1 and PDF/A-2a. `attach` names what is attached to it.
    """

    places: Places
    paper: str | None = None
    style: str | None = None
    sections: tuple[str, ...] = DEFAULT_SECTIONS
    chosen: bool = False
    program: ProgramSettings = ProgramSettings()
    abstracts: AbstractSettings = AbstractSettings()
    front_cover: PictureFile | None = None
    back_cover: PictureFile | None = None
    logo: PictureFile | None = None
    modern: bool = False
    attach: tuple[str, ...] = ()
    least_words: int | None = None
    most_words: int | None = None
    accept: tuple[Acceptance, ...] = ()


def prints_talks(settings: Settings) -> bool:
    """Whether the booklet has pages of talks."""
    return bool({"abstracts", "keynotes"} & set(settings.sections))


def prints_pages(settings: Settings) -> bool:
    """Whether the booklet has any page of the organizers' own."""
    return any(name == "pages" or name.startswith(PAGE_PREFIX) for name in settings.sections)
