"""The event itself: what stands on the cover."""

from typing import Literal

from booklet.model.committee import Committee
from booklet.model.sponsor import Tier
from booklet.place import Places
from booklet.plain_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Organizer:
    """A person who answers for the event."""

    name: str
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class City:
    """A place whose local times are printed: an IANA zone and the words printed for it."""

    label: str
    zone: str


@dataclass(frozen=True, slots=True)
class Region:
    """Cities printed in one row of the time-zone table, in the file's order."""

    name: str
    cities: tuple[City, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """The event. `title` is its name, `topic` the subject of this edition, `series` what it belongs to.

    `zone` is an IANA name, `language` a BCP 47 tag, `clock` the 12- or 24-hour form of all printed times, `venue` where it
    happens ("online"), `website` an https address.
    """

    title: str
    language: str
    zone: str
    places: Places
    topic: str | None = None
    series: str | None = None
    subtitle: str | None = None
    venue: str | None = None
    website: str | None = None
    clock: Literal[12, 24] = 24
    organizers: tuple[Organizer, ...] = ()
    notes: tuple[str, ...] = ()
    regions: tuple[Region, ...] = ()
    committees: tuple[Committee, ...] = ()
    sponsors: tuple[Tier, ...] = ()

    @property
    def heading(self) -> str:
        """What this booklet is about: the topic, or the event's name when it has none."""
        return self.topic or self.title
