"""What booklet.yaml may hold, as pydantic models over plain text."""

from typing import Annotated, get_args

from booklet import limits
from booklet.model.settings import ATTACHMENTS, DEFAULT_SECTIONS, STANDARDS, Glance, Layout, ListForm, Order
from booklet.reading import values
from booklet.reading.field_types import Count, Id, PictureOf, Record, ShortText, enum, one_of, one_or_list, read_by
from booklet.reading.plain_pydantic import AfterValidator, Field, WithJsonSchema

_GLANCES, _LISTS, _LAYOUTS, _ORDERS = get_args(Glance), get_args(ListForm), get_args(Layout), get_args(Order)
_Glance = Annotated[Glance, one_of(*_GLANCES), enum(*_GLANCES)]
_ListForm = Annotated[ListForm, one_of(*_LISTS), enum(*_LISTS)]
_Layout = Annotated[Layout, one_of(*_LAYOUTS), enum(*_LAYOUTS)]
_Order = Annotated[Order, one_of(*_ORDERS), enum(*_ORDERS)]
_RoomsAPage = Annotated[int, read_by(values.read_rooms_a_page), WithJsonSchema({"type": ["integer", "string"]})]


class CoversRecord(Record):
    """Covers that replace those that booklet draws."""

    front: PictureOf | None = Field(None, description="Front cover: a file, or file and alt.")
    back: PictureOf | None = Field(None, description="Back cover: a file, or file and alt.")
    logo: PictureOf | None = Field(None, description="A logo for the drawn front cover: a file, or file and alt.")


SectionName = Annotated[
    str,
    read_by(values.read_section),
    WithJsonSchema({"anyOf": [{"enum": list(DEFAULT_SECTIONS)}, {"type": "string", "pattern": "^page/"}]}),
]
FindingCode = Annotated[str, read_by(values.read_code), WithJsonSchema({"type": "string"})]
StandardName = Annotated[str, one_of(*STANDARDS), enum(*STANDARDS)]
AttachmentName = Annotated[str, one_of(*ATTACHMENTS), enum(*ATTACHMENTS)]


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


class ProgramSettingsRecord(Record):
    """How the program is shown."""

    at_a_glance: _Glance = Field("auto", description="Form of the overview of a day: auto, grid, overview or none.")
    rooms_a_page: _RoomsAPage | None = Field(
        None, description="Rooms of a page of the grid, which then is parted by groups of rooms."
    )
    list: _ListForm = Field("auto", description="What follows: auto, days, tracks, time or none.")


class AbstractSettingsRecord(Record):
    """How abstracts are laid out."""

    layout: _Layout = Field("auto", description="auto, page, run-on or two-columns.")
    order: _Order = Field("session", description="session, time, track, board or title.")


class BookletRecord(Record):
    """booklet.yaml: how the booklet is made."""

    paper: ShortText | None = Field(None, description="Size of the page: A4, A5, Letter.")
    style: ShortText | None = Field(None, description="Name of a style.")
    sections: Annotated[list[SectionName], one_or_list(SectionName)] = Field(
        [], max_length=limits.LIST_ENTRIES, description="Parts of the booklet in order."
    )
    program: ProgramSettingsRecord = Field(
        ProgramSettingsRecord.model_validate({}), description="In which forms the program is shown."
    )
    abstracts: AbstractSettingsRecord = Field(
        AbstractSettingsRecord.model_validate({}), description="Layout and order of the abstracts."
    )
    covers: CoversRecord = Field(CoversRecord(front=None, back=None, logo=None), description="Covers from outside.")
    standard: StandardName = Field(STANDARDS[0], description="What the PDF conforms to: PDF/UA-1 or PDF/UA-2.")
    attach: Annotated[list[AttachmentName], one_or_list(AttachmentName)] = Field(
        [], max_length=limits.LIST_ENTRIES, description="What is attached to the PDF: calendar."
    )
    abstract_words: WordsRecord = Field(
        WordsRecord(least=None, most=None), description="How many words an abstract is to have."
    )
    accept: Annotated[list[AcceptRecord], one_or_list(AcceptRecord)] = Field(
        [], max_length=limits.LIST_ENTRIES, description="Findings that are known, each with the reason."
    )
