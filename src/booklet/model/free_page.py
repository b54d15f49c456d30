"""A page of the organizers' own: a welcome, the venue."""

from booklet.model.rich_text import Line, RichText
from booklet.model.talk import Figure
from booklet.place import Places
from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs a page, and as what."""

    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class FreePage:
    """A page. `id` is the name of its file; `language` a BCP 47 tag where it is not the event's. Its text may hold
    headings."""

    id: str
    title: Line
    places: Places
    text: RichText = ()
    language: str | None = None
    figures: tuple[Figure, ...] = ()
    signatures: tuple[Signature, ...] = ()
