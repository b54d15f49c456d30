"""The nouns between a source and the content files: what was understood of a meeting, before it has ids.

All texts are clean: names, affiliations, rooms, tracks, keywords and notes plain, all others in the Markdown of
docs/reference/content.md. An empty text stands for what the source does not say. `place` is where it stands in the source.
"""

import datetime as dt
from collections.abc import Mapping

from booklet.place import Place
from booklet.plain_dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ImportedName:
    """An organizer, a member of a committee, a chair: who is no author."""

    name: str
    affiliation: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class ImportedAuthor:
    """An author of a talk; affiliations in full, in their order."""

    name: str
    affiliations: tuple[str, ...] = ()
    presenting: bool = False


@dataclass(frozen=True, slots=True)
class ImportedPerson:
    """What is known of a person besides their talks: other forms of the name, ORCID, biography."""

    name: str
    aliases: tuple[str, ...] = ()
    orcid: str = ""
    biography: str = ""


@dataclass(frozen=True, slots=True)
class ImportedLink:
    """An address with its label; https, http, mailto or doi."""

    address: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class ImportedTalk:
    """A talk, keynote or poster. `key` is what the source calls it by, each once in a source and the same in its next
    version; `kind` and `status` are those of content files; `id` is only given where the source has ids of booklet's kind."""

    key: str
    title: str
    place: Place
    abstract: str = ""
    authors: tuple[ImportedAuthor, ...] = ()
    kind: str = ""
    language: str = ""
    track: str = ""
    board: str = ""
    status: str = ""
    keywords: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    funding: str = ""
    links: tuple[ImportedLink, ...] = ()
    macros: tuple[tuple[str, str], ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class ImportedItem:
    """What happens in a session: the talk of this `key`, or something with a `title`. Minutes are of talk and questions."""

    talk: str = ""
    title: str = ""
    minutes: int | None = None
    questions: int | None = None
    at: dt.time | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ImportedSession:
    """A session on the `date` on which it begins; `day` is given where it belongs to the day before. Times are those of
    `zone`, or of the event."""

    key: str
    title: str
    date: dt.date
    place: Place
    start: dt.time | None = None
    until: dt.time | None = None
    day: dt.date | None = None
    zone: str = ""
    kind: str = ""
    track: str = ""
    rooms: tuple[str, ...] = ()
    chairs: tuple[str, ...] = ()
    note: str = ""
    items: tuple[ImportedItem, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedRoom:
    """A room as printed, the building it is in, and a second name or where it is."""

    name: str
    building: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ImportedCity:
    """A city of the zone grid: an IANA zone and the label that is printed (empty: the city of the zone)."""

    zone: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class ImportedSponsor:
    """A sponsor of a tier."""

    name: str
    tier: str
    website: str = ""


@dataclass(frozen=True, slots=True)
class ImportedEvent:
    """The event; `zone` is an IANA name and empty where the source has none."""

    title: str = ""
    topic: str = ""
    series: str = ""
    venue: str = ""
    website: str = ""
    zone: str = ""
    language: str = ""
    organizers: tuple[ImportedName, ...] = ()
    notes: tuple[str, ...] = ()
    regions: tuple[tuple[str, tuple[ImportedCity, ...]], ...] = ()
    committees: tuple[tuple[str, tuple[ImportedName, ...]], ...] = ()
    sponsors: tuple[ImportedSponsor, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedPage:
    """A page of its own, such as a preface: its name (of its file), title and text."""

    name: str
    title: str
    text: str
    signatures: tuple[ImportedName, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """All that was understood of a source. Tracks and rooms are in the order in which they are to be printed.

    Where the source is content of a booklet, `files` are the texts of its files by their names below the project
    ("content/event.yaml"); they say everything, and all else is only there to be counted.
    """

    event: ImportedEvent
    sessions: tuple[ImportedSession, ...] = ()
    talks: tuple[ImportedTalk, ...] = ()
    people: tuple[ImportedPerson, ...] = ()
    rooms: tuple[ImportedRoom, ...] = ()
    tracks: tuple[str, ...] = ()
    pages: tuple[ImportedPage, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
