"""What event.yaml, program.yaml, talks and free pages may hold: keys, values and what they are for, as records.

Those of booklet.yaml stand in booklet_record.py, those of people and affiliations in name_records.py. They are also the
source of the JSON Schema for editors (schema.py).
"""

from typing import Annotated, get_args

from booklet import limits
from booklet.codes import BAD_VALUE, MISSING_KEY
from booklet.model.session import ItemKind, SessionKind
from booklet.model.talk import Status, TalkKind
from booklet.reading.field_types import (
    Address,
    Clock,
    Day,
    FewNames,
    FewShort,
    FewTexts,
    FigureFile,
    Hours,
    Id,
    Label,
    Language,
    LongText,
    Macros,
    Minutes,
    Name,
    PictureOf,
    Share,
    ShortText,
    Title,
    Website,
    YesNo,
    at_most,
    one_of,
)
from booklet.reading.shapes import Record, RefusedError, at_most_entries, in_editors, key, one_or_list, short_form

_ITEM_KINDS, _SESSION_KINDS, _TALK_KINDS = get_args(ItemKind), get_args(SessionKind), get_args(TalkKind)
_ItemKind = Annotated[ItemKind, one_of(*_ITEM_KINDS)]
_SessionKind = Annotated[SessionKind, one_of(*_SESSION_KINDS)]
_TalkKind = Annotated[TalkKind, one_of(*_TALK_KINDS)]
_Board = Annotated[str, at_most(limits.BOARD), in_editors({"type": ["string", "number"]})]


class OrganizerRecord(Record):
    """Somebody who answers for the event."""

    name: Name = key(description="Name as printed.")
    affiliation: ShortText | None = key(
        None, description="Institution and country, printed in brackets after the name."
    )


Organizer = Annotated[OrganizerRecord, short_form("name")]


class CityRecord(Record):
    """A city of the table of local times."""

    zone: ShortText = key(description="IANA zone such as Europe/Berlin, or a city such as Tokyo.")
    label: Label | None = key(None, description="What is printed; without it the city as written, or that of the zone.")


City = Annotated[CityRecord, short_form("zone")]
_Cities = Annotated[list[City], one_or_list, at_most_entries(limits.LIST_ENTRIES)]


class MemberRecord(Record):
    """A member of a committee."""

    name: Name = key(description="Name as printed.")
    affiliation: ShortText | None = key(None, description="Institution and country.")
    office: ShortText | None = key(None, description="What they are in the committee, such as chair.")


class SponsorRecord(Record):
    """A sponsor."""

    name: Name = key(description="Name as printed, and what a logo says to readers who cannot see it.")
    logo: PictureOf | None = key(None, description="Logo: a file, or file and alt.")
    website: Website | None = key(None, description="Address, http or https.")


_Member = Annotated[MemberRecord, short_form("name")]
_Members = Annotated[list[_Member], one_or_list, at_most_entries(limits.MEMBERS)]
_Sponsor = Annotated[SponsorRecord, short_form("name")]
_Sponsors = Annotated[list[_Sponsor], one_or_list, at_most_entries(limits.LIST_ENTRIES)]


class EventRecord(Record):
    """event.yaml: what the event is."""

    title: Title = key(description="Name of the event.")
    zone: ShortText = key(description="Time zone of all times of the event: an IANA name such as Europe/Berlin or UTC.")
    topic: Title | None = key(None, description="Subject of this edition; it becomes the heading of the booklet.")
    series: ShortText | None = key(None, description="What the event belongs to, such as a series of workshops.")
    subtitle: ShortText | None = key(None, description="A line below the title on the cover.")
    venue: ShortText | None = key(None, description="Where it happens: a town, a building, or online.")
    website: Website | None = key(None, description="Address of the event, http or https.")
    language: Language = key("en-US", description="Language of the booklet as a tag such as en-US, en-GB or de.")
    clock: Hours = key(24, description="Printed times on the 12-hour or the 24-hour clock.")
    organizers: Annotated[list[Organizer], one_or_list] = key(
        [], limit=limits.LIST_ENTRIES, description="Who answers for the event, in this order."
    )
    notes: FewTexts = key([], description="Sentences printed below the program.")
    time_zones: dict[Label, _Cities] = key(
        {},
        limit=limits.LIST_ENTRIES,
        description="Regions with the cities whose local times are printed, in this order.",
    )
    macros: Macros = key({}, description="LaTeX commands for the formulas of all talks, each with what it stands for.")
    committees: dict[Label, _Members] = key(
        {}, limit=limits.LIST_ENTRIES, description="Committees, each with its members, in this order."
    )
    sponsors: dict[Label, _Sponsors] = key(
        {}, limit=limits.LIST_ENTRIES, description="Tiers of sponsors, each with its sponsors, in this order."
    )


class TitleTranslationRecord(Record):
    """A title in a second language."""

    language: Language = key(description="Its language, as a tag such as de.")
    title: Title = key(description="Title in that language.")


class ItemRecord(Record):
    """A row of a session: a talk, or something else with a title."""

    talk: Id | None = key(None, description="Id of a talk: the name of its file in talks/ without .md.")
    title: Title | None = key(None, description="What happens when it is no talk: Welcome, Coffee.")
    minutes: Minutes | None = key(None, description="Duration: 20, or talk + questions: 18 + 2.")
    at: Clock | None = key(None, description="Announced start, when it does not follow from the item before.")
    translation: TitleTranslationRecord | None = key(
        None, description="Its title in a second language, printed beside the first."
    )
    kind: _ItemKind = key("", description="What it is when it is no talk: break or social.")

    def agree(self) -> None:
        """It is a talk or has a title, and not both."""
        if self.talk is None and self.title is None:
            raise RefusedError(
                MISSING_KEY, 'the item has neither "title" nor "talk"', "write title: Coffee, or talk: and an id"
            )
        if self.talk is not None and self.title is not None:
            raise RefusedError(
                BAD_VALUE, 'the item has both "title" and "talk"', "take one out; a talk brings its own title"
            )


class RoomRecord(Record):
    """A room."""

    name: ShortText = key(description="Name as printed and as sessions name it.")
    building: ShortText | None = key(None, description="Building or floor, which groups rooms.")
    note: ShortText | None = key(None, description="A second name, or where it is.")


class TrackRecord(Record):
    """A track."""

    name: ShortText = key(description="Name as printed and as sessions name it.")
    short: ShortText | None = key(None, description="Its name where there is little room.")


_Room = Annotated[RoomRecord, short_form("name")]
_Track = Annotated[TrackRecord, short_form("name")]


class SessionRecord(Record):
    """A stretch of one day in one room or several."""

    id: Id = key(description="Short name of the session: a-z, 0-9 and hyphens.")
    title: Title = key(description="Title as printed.")
    date: Day = key(description="Day on which it begins, like 2026-04-23.")
    start: Clock | None = key(
        None, description="Start of the first item: 7:05 or 14:30. Without it the session has no times."
    )
    day: Day | None = key(None, description="Day of the program that it belongs to, when that is not its date.")
    zone: ShortText | None = key(None, description="Time zone of its times, when it is not that of the event.")
    until: Clock | None = key(None, description="Announced end; the items are checked against it.")
    kind: _SessionKind = key("session", description="session, plenary, keynote, posters, break or social.")
    track: ShortText | None = key(None, description="Track that it belongs to.")
    room: FewShort = key([], description="Room as printed, or a list of rooms.")
    chairs: FewNames = key([], description="Names of those who chair.")
    translation: TitleTranslationRecord | None = key(
        None, description="Its title in a second language, printed beside the first."
    )
    note: LongText | None = key(None, description="A sentence printed with the session.")
    items: list[ItemRecord] = key([], limit=limits.ITEMS, description="What happens, in order.")


class ProgramRecord(Record):
    """program.yaml: sessions and their items in order."""

    rooms: Annotated[list[_Room], one_or_list] = key(
        [], limit=limits.ROOMS, description="Rooms in the order in which they are printed."
    )
    tracks: Annotated[list[_Track], one_or_list] = key(
        [], limit=limits.LIST_ENTRIES, description="Tracks in their order."
    )
    sessions: list[SessionRecord] = key([], limit=limits.SESSIONS, description="The sessions, in any order.")


class AuthorRecord(Record):
    """An author of one talk."""

    name: Name = key(description="Name as printed.")
    affiliations: FewShort = key([], description="Keys of affiliations, or affiliations in full.")
    presenting: YesNo = key(False, description="true for those who present.")


class LinkRecord(Record):
    """An address that belongs to a talk."""

    label: ShortText | None = key(None, description="Words to print for it; without them the address.")
    address: Address = key(description="An https, http, mailto or doi address.")


class FigureRecord(Record):
    """A figure of one talk."""

    file: FigureFile = key(description="A PDF, PNG or JPEG file inside content/, such as figures/map.png.")
    alt: LongText | None = key(None, description="Words for readers who cannot see it.")
    caption: LongText | None = key(None, description="Words below it; emphasis, H~2~O, x^2^ and formulas are taken.")
    width: Share | None = key(None, description="Width as a share of the text's, like 60 %.")


Author = Annotated[AuthorRecord, short_form("name")]
Link = Annotated[LinkRecord, short_form("address")]
Figure = Annotated[FigureRecord, short_form("file")]


STATUSES = ("cancelled", "moved", "replaced")
StatusWord = Annotated[Status, one_of(*STATUSES)]


class TranslationRecord(TitleTranslationRecord):
    """A talk in a second language."""

    abstract: Annotated[str, at_most(limits.ABSTRACT), in_editors({"type": "string"})] = key(
        "", description="Abstract in that language."
    )


class TalkRecord(Record):
    """The front matter of a talk; the abstract follows it."""

    title: Title = key(description="Title; emphasis, H~2~O, x^2^ and formulas are taken.")
    id: Id | None = key(None, description="Id, when it is not the name of the file.")
    short_title: ShortText | None = key(
        None, description="Short form of the title for the running heads of later pages."
    )
    authors: Annotated[list[Author], one_or_list] = key(
        [], limit=limits.AUTHORS, description="Authors in the order in which they are printed."
    )
    affiliations: dict[str, ShortText] = key(
        {}, limit=limits.AUTHORS, description="Keys of this talk for affiliations in full."
    )
    language: Language | None = key(None, description="Language of the talk when it is not that of the event.")
    status: StatusWord = key("", description="cancelled, moved or replaced.")
    keywords: FewShort = key([], description="Keywords.")
    figures: Annotated[list[Figure], one_or_list] = key(
        [], limit=limits.FIGURES, description="Pictures printed below the abstract, in this order."
    )
    macros: Macros = key({}, description="LaTeX commands for the formulas of this talk; they go before the event's.")
    references: FewTexts = key([], description="References, one text each.")
    funding: LongText | None = key(None, description="Who paid for the work.")
    links: Annotated[list[Link], one_or_list] = key(
        [], limit=limits.LIST_ENTRIES, description="Addresses of slides, papers, code."
    )
    kind: _TalkKind = key("talk", description="talk, keynote or poster.")
    track: ShortText | None = key(None, description="Track, when it is not that of its session.")
    board: _Board | None = key(None, description="Board on which a poster hangs, such as P12.")
    translation: TranslationRecord | None = key(None, description="Title and abstract in a second language.")


class SignatureRecord(Record):
    """Who signs a page."""

    name: Name = key(description="Name as printed.")
    role: ShortText | None = key(None, description="As what they sign.")


_Signature = Annotated[SignatureRecord, short_form("name")]


class PageRecord(Record):
    """The front matter of a free page; its text follows it."""

    title: Title = key(description="Title; markup is taken.")
    language: Language | None = key(None, description="Language of the page when it is not that of the event.")
    figures: Annotated[list[Figure], one_or_list] = key(
        [], limit=limits.FIGURES, description="Pictures printed below the text, in this order."
    )
    signatures: Annotated[list[_Signature], one_or_list] = key(
        [], limit=limits.LIST_ENTRIES, description="Who signs it."
    )
