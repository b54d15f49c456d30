"""How the booklet is to be made: content/booklet.yaml."""

from dataclasses import dataclass

from booklet.model.acceptance import Acceptance
from booklet.place import Places

STANDARDS = ("PDF/UA-1", "PDF/UA-2")
ATTACHMENTS = ("calendar",)
DEFAULT_SECTIONS = ("front-cover", "program", "time-zones", "abstracts", "notes", "back-cover")


@dataclass(frozen=True, slots=True)
class CoverFile:
    """A cover from outside: a PDF, PNG or JPEG file, with the words that stand for it (alternative text).

    `file` is relative to the project folder ("content/covers/front.pdf").
    """

    file: str
    alt: str | None
    places: Places


@dataclass(frozen=True, slots=True)
class Settings:
    """Paper ("A4"), style name, the sections in order, covers from outside, and a logo for the drawn front cover.

    `least_words` and `most_words` are what an abstract should have; `accept` are findings that are known.
    `modern`: the file is PDF/UA-2 and PDF/A-4 instead of PDF/UA-1 and PDF/A-2a. `attach` names what is attached to it.
    """

    places: Places
    paper: str | None = None
    style: str | None = None
    sections: tuple[str, ...] = DEFAULT_SECTIONS
    front_cover: CoverFile | None = None
    back_cover: CoverFile | None = None
    logo: CoverFile | None = None
    modern: bool = False
    attach: tuple[str, ...] = ()
    least_words: int | None = None
    most_words: int | None = None
    accept: tuple[Acceptance, ...] = ()
