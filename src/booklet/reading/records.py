"""What every content file may hold: its keys, their values and what they are for, as pydantic models over plain text.

They are also the source of the JSON Schema for editors (schema.py).
"""

from collections.abc import Callable
from datetime import date, time
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    WithJsonSchema,
    model_validator,
)

from booklet import limits
from booklet.codes import BAD_VALUE, MISSING_KEY, WRONG_SHAPE
from booklet.model.settings import ATTACHMENTS, DEFAULT_SECTIONS, STANDARDS
from booklet.model.talk import Status
from booklet.reading import values
from booklet.reading.values import refusal

STATUSES = ("cancelled", "moved", "replaced")
_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}


def _text(limit: int) -> AfterValidator:
    return AfterValidator(lambda text: values.within(text, limit))


def _read(read: Callable[[str], object]) -> BeforeValidator:
    def validator(value: object) -> object:
        if not isinstance(value, str):
            raise refusal(WRONG_SHAPE, "one value is expected here", "write it on the line of its key")
        return read(value)

    return BeforeValidator(validator)


def _one_or_list(entry: Any) -> BeforeValidator:
    """One entry stands for a list of it."""
    return BeforeValidator(
        lambda value: value if isinstance(value, list) else [value], json_schema_input_type=entry | list[entry]
    )


def _short_form(key: str, text: Any, record: Any) -> BeforeValidator:
    """A text stands for a record of which only this key is given."""
    return BeforeValidator(
        lambda value: {key: value} if isinstance(value, str) else value, json_schema_input_type=text | record
    )


def _one_of(*words: str) -> BeforeValidator:
    def read(text: str) -> str:
        if text not in words:
            raise refusal(BAD_VALUE, f'"{text[:60]}" is not taken here', values.nearest_word(text, words))
        return text

    return _read(read)


Title = Annotated[str, _text(limits.TITLE), AfterValidator(values.not_empty), WithJsonSchema(_TEXT)]
Name = Annotated[str, _text(limits.NAME), AfterValidator(values.not_empty), WithJsonSchema(_TEXT)]
Label = Annotated[str, _text(limits.LABEL), AfterValidator(values.not_empty), WithJsonSchema(_TEXT)]
ShortText = Annotated[str, _text(limits.SHORT), WithJsonSchema(_TEXT)]
LongText = Annotated[str, _text(limits.LONG), WithJsonSchema(_TEXT)]
Id = Annotated[str, _read(values.read_id), WithJsonSchema({"type": ["string", "number", "boolean"]})]
Language = Annotated[str, _read(values.read_language), WithJsonSchema({"type": ["string", "boolean"]})]
Day = Annotated[date, _read(values.read_date), WithJsonSchema({"type": "string"})]
Clock = Annotated[time, _read(values.read_time), WithJsonSchema({"type": ["string", "number"]})]
Minutes = Annotated[tuple[int, int], _read(values.read_minutes), WithJsonSchema({"type": ["string", "number"]})]
Website = Annotated[str, _read(values.read_website), WithJsonSchema({"type": "string"})]
Address = Annotated[str, _read(values.read_link), WithJsonSchema({"type": "string"})]
Share = Annotated[float, _read(values.read_share), WithJsonSchema({"type": ["string", "number"]})]
CoverFile = Annotated[str, _read(values.read_cover), WithJsonSchema({"type": "string"})]
FigureFile = Annotated[str, _read(values.read_figure), WithJsonSchema({"type": "string"})]
YesNo = Annotated[bool, _read(values.read_yes_no), WithJsonSchema({"type": ["boolean", "string"]})]
Hours = Annotated[Literal[12, 24], _read(values.read_clock), WithJsonSchema({"enum": [12, 24, "12", "24"]})]

_FewNames = Annotated[list[Name], _one_or_list(Name), Field(max_length=limits.LIST_ENTRIES)]
_FewTexts = Annotated[list[LongText], _one_or_list(LongText), Field(max_length=limits.LIST_ENTRIES)]
_Macros = Annotated[dict[Annotated[str, AfterValidator(values.macro_name)], ShortText], Field(max_length=limits.MACROS)]
_FewShort = Annotated[list[ShortText], _one_or_list(ShortText), Field(max_length=limits.LIST_ENTRIES)]


class Record(BaseModel):
    """Keys are written with hyphens; a key that no record knows is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-"))


class OrganizerRecord(Record):
    """Somebody who answers for the event."""

    name: Name = Field(description="Name as printed.")
    affiliation: ShortText | None = Field(
        None, description="Institution and country, printed in brackets after the name."
    )


Organizer = Annotated[OrganizerRecord, _short_form("name", Name, OrganizerRecord)]


class CityRecord(Record):
    """A city of the table of local times."""

    zone: ShortText = Field(description="IANA zone such as Europe/Berlin, or a city such as Tokyo.")
    label: Label | None = Field(
        None, description="What is printed; without it the city as written, or that of the zone."
    )


City = Annotated[CityRecord, _short_form("zone", ShortText, CityRecord)]
_Cities = Annotated[list[City], _one_or_list(City), Field(max_length=limits.LIST_ENTRIES)]


class EventRecord(Record):
    """event.yaml: what the event is."""

    title: Title = Field(description="Name of the event.")
    zone: ShortText = Field(
        description="Time zone of all times of the event: an IANA name such as Europe/Berlin or UTC."
    )
    topic: Title | None = Field(None, description="Subject of this edition; it becomes the heading of the booklet.")
    series: ShortText | None = Field(None, description="What the event belongs to, such as a series of workshops.")
    subtitle: ShortText | None = Field(None, description="A line below the title on the cover.")
    venue: ShortText | None = Field(None, description="Where it happens: a town, a building, or online.")
    website: Website | None = Field(None, description="Address of the event, http or https.")
    language: Language = Field("en-US", description="Language of the booklet as a tag such as en-US, en-GB or de.")
    clock: Hours = Field(24, description="Printed times on the 12-hour or the 24-hour clock.")
    organizers: Annotated[list[Organizer], _one_or_list(Organizer)] = Field(
        [], max_length=limits.LIST_ENTRIES, description="Who answers for the event, in this order."
    )
    notes: _FewTexts = Field([], description="Sentences printed below the program.")
    time_zones: dict[Label, _Cities] = Field(
        {},
        max_length=limits.LIST_ENTRIES,
        description="Regions with the cities whose local times are printed, in this order.",
    )
    macros: _Macros = Field(
        {}, description="LaTeX commands for the formulas of all talks, each with what it stands for."
    )


class ItemRecord(Record):
    """A row of a session: a talk, or something else with a title."""

    talk: Id | None = Field(None, description="Id of a talk: the name of its file in talks/ without .md.")
    title: Title | None = Field(None, description="What happens when it is no talk: Welcome, Coffee.")
    minutes: Minutes | None = Field(None, description="Duration: 20, or talk + questions: 18 + 2.")
    at: Clock | None = Field(None, description="Announced start, when it does not follow from the item before.")

    @model_validator(mode="after")
    def _either(self) -> "ItemRecord":
        if self.talk is None and self.title is None:
            raise refusal(
                MISSING_KEY, 'the item has neither "title" nor "talk"', "write title: Coffee, or talk: and an id"
            )
        if self.talk is not None and self.title is not None:
            raise refusal(
                BAD_VALUE, 'the item has both "title" and "talk"', "take one out; a talk brings its own title"
            )
        return self


class SessionRecord(Record):
    """A stretch of one day in one room."""

    id: Id = Field(description="Short name of the session: a-z, 0-9 and hyphens.")
    title: Title = Field(description="Title as printed.")
    date: Day = Field(description="Day on which it begins, like 2026-04-23.")
    start: Clock = Field(description="Start of the first item, in the zone of the event: 7:05 or 14:30.")
    until: Clock | None = Field(None, description="Announced end; the items are checked against it.")
    room: ShortText | None = Field(None, description="Room as printed.")
    chairs: _FewNames = Field([], description="Names of those who chair.")
    items: list[ItemRecord] = Field([], max_length=limits.ITEMS, description="What happens, in order.")


class ProgramRecord(Record):
    """program.yaml: sessions and their items in order."""

    sessions: list[SessionRecord] = Field([], max_length=limits.SESSIONS, description="The sessions, in any order.")


class AuthorRecord(Record):
    """An author of one talk."""

    name: Name = Field(description="Name as printed.")
    affiliations: _FewShort = Field([], description="Keys of affiliations, or affiliations in full.")
    presenting: YesNo = Field(False, description="true for those who present.")


class LinkRecord(Record):
    """An address that belongs to a talk."""

    label: ShortText | None = Field(None, description="Words to print for it; without them the address.")
    address: Address = Field(description="An https, http, mailto or doi address.")


class FigureRecord(Record):
    """A figure of one talk."""

    file: FigureFile = Field(description="A PDF, PNG or JPEG file inside content/, such as figures/map.png.")
    alt: LongText | None = Field(None, description="Words for readers who cannot see it.")
    caption: LongText | None = Field(None, description="Words below it; emphasis, H~2~O, x^2^ and formulas are taken.")
    width: Share | None = Field(None, description="Width as a share of the text's, like 60 %.")


Author = Annotated[AuthorRecord, _short_form("name", Name, AuthorRecord)]
Link = Annotated[LinkRecord, _short_form("address", Address, LinkRecord)]
Figure = Annotated[FigureRecord, _short_form("file", FigureFile, FigureRecord)]


StatusWord = Annotated[Status, _one_of(*STATUSES), WithJsonSchema({"enum": list(STATUSES)})]


class TalkRecord(Record):
    """The front matter of a talk; the abstract follows it."""

    title: Title = Field(description="Title; emphasis, H~2~O, x^2^ and formulas are taken.")
    id: Id | None = Field(None, description="Id, when it is not the name of the file.")
    short_title: ShortText | None = Field(
        None, description="Short form of the title for the running heads of later pages."
    )
    authors: Annotated[list[Author], _one_or_list(Author)] = Field(
        [], max_length=limits.AUTHORS, description="Authors in the order in which they are printed."
    )
    affiliations: dict[str, ShortText] = Field(
        {}, max_length=limits.AUTHORS, description="Keys of this talk for affiliations in full."
    )
    language: Language | None = Field(None, description="Language of the talk when it is not that of the event.")
    status: StatusWord = Field("", description="cancelled, moved or replaced.")
    keywords: _FewShort = Field([], description="Keywords.")
    figures: Annotated[list[Figure], _one_or_list(Figure)] = Field(
        [], max_length=limits.FIGURES, description="Pictures printed below the abstract, in this order."
    )
    macros: _Macros = Field({}, description="LaTeX commands for the formulas of this talk; they go before the event's.")
    references: _FewTexts = Field([], description="References, one text each.")
    funding: LongText | None = Field(None, description="Who paid for the work.")
    links: Annotated[list[Link], _one_or_list(Link)] = Field(
        [], max_length=limits.LIST_ENTRIES, description="Addresses of slides, papers, code."
    )


class CoverRecord(Record):
    """A cover from outside."""

    file: CoverFile = Field(description="A PDF, PNG or JPEG file inside content/.")
    alt: LongText | None = Field(None, description="Words for readers who cannot see it.")


Cover = Annotated[CoverRecord, _short_form("file", CoverFile, CoverRecord)]


class CoversRecord(Record):
    """Covers that replace those that booklet draws."""

    front: Cover | None = Field(None, description="Front cover: a file, or file and alt.")
    back: Cover | None = Field(None, description="Back cover: a file, or file and alt.")
    logo: Cover | None = Field(None, description="A logo for the drawn front cover: a file, or file and alt.")


SectionName = Annotated[str, _one_of(*DEFAULT_SECTIONS), WithJsonSchema({"enum": list(DEFAULT_SECTIONS)})]
Count = Annotated[int, _read(values.read_count), WithJsonSchema({"type": ["integer", "string"]})]
FindingCode = Annotated[str, _read(values.read_code), WithJsonSchema({"type": "string"})]
StandardName = Annotated[str, _one_of(*STANDARDS), WithJsonSchema({"enum": list(STANDARDS)})]
AttachmentName = Annotated[str, _one_of(*ATTACHMENTS), WithJsonSchema({"enum": list(ATTACHMENTS)})]


class WordsRecord(Record):
    """How long an abstract is to be."""

    least: Count | None = Field(None, description="Words that an abstract has at least.")
    most: Count | None = Field(None, description="Words that an abstract has at most.")


class AcceptRecord(Record):
    """A finding that is known and not to be shown again."""

    code: FindingCode = Field(description="Code of a warning or note, such as K042.")
    reason: Annotated[ShortText, AfterValidator(values.not_empty)] = Field(description="Why it is all right.")
    talk: Id | None = Field(None, description="Only of this talk.")
    about: ShortText | None = Field(None, description="Only where the message contains these words.")


class BookletRecord(Record):
    """booklet.yaml: how the booklet is made."""

    paper: ShortText | None = Field(None, description="Size of the page: A4, A5, Letter.")
    style: ShortText | None = Field(None, description="Name of a style.")
    sections: Annotated[list[SectionName], _one_or_list(SectionName)] = Field(
        list(DEFAULT_SECTIONS), max_length=limits.LIST_ENTRIES, description="Parts of the booklet in order."
    )
    covers: CoversRecord = Field(CoversRecord(front=None, back=None, logo=None), description="Covers from outside.")
    standard: StandardName = Field(STANDARDS[0], description="What the PDF conforms to: PDF/UA-1 or PDF/UA-2.")
    attach: Annotated[list[AttachmentName], _one_or_list(AttachmentName)] = Field(
        [], max_length=limits.LIST_ENTRIES, description="What is attached to the PDF: calendar."
    )
    abstract_words: WordsRecord = Field(
        WordsRecord(least=None, most=None), description="How many words an abstract is to have."
    )
    accept: Annotated[list[AcceptRecord], _one_or_list(AcceptRecord)] = Field(
        [], max_length=limits.LIST_ENTRIES, description="Findings that are known, each with the reason."
    )


class PersonRecord(Record):
    """How one person's name is printed, whatever form a talk uses."""

    name: Name = Field(description="Name as printed.")
    aliases: _FewNames = Field([], description="Other forms in which the name occurs.")


class PeopleRecord(Record):
    """people.yaml: one printed name a person."""

    people: list[PersonRecord] = Field([], max_length=limits.TALKS, description="The persons.")


class AffiliationsRecord(RootModel[dict[str, ShortText]]):
    """affiliations.yaml: keys for affiliations in full, shared by all talks."""

    model_config = ConfigDict(frozen=True)
