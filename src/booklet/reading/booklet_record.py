"""What booklet.yaml may hold, as records over plain text."""

from typing import Annotated, get_args

from booklet import limits
from booklet.model.settings import ATTACHMENTS, DEFAULT_SECTIONS, STANDARDS, Glance, Layout, ListForm, Order
from booklet.reading import values
from booklet.reading.field_types import Count, Id, PictureOf, ShortText, one_of, read_by
from booklet.reading.shapes import Record, default, in_editors, key, one_or_list, then

_GLANCES, _LISTS, _LAYOUTS, _ORDERS = get_args(Glance), get_args(ListForm), get_args(Layout), get_args(Order)
_Glance = Annotated[Glance, one_of(*_GLANCES)]
_ListForm = Annotated[ListForm, one_of(*_LISTS)]
_Layout = Annotated[Layout, one_of(*_LAYOUTS)]
_Order = Annotated[Order, one_of(*_ORDERS)]
_RoomsAPage = Annotated[int, read_by(values.read_rooms_a_page), in_editors({"type": ["integer", "string"]})]


class CoversRecord(Record):
    """Covers that replace those that booklet draws."""

    front: PictureOf | None = key(None, description="Front cover: a file, or file and alt.")
    back: PictureOf | None = key(None, description="Back cover: a file, or file and alt.")
    logo: PictureOf | None = key(None, description="A logo for the drawn front cover: a file, or file and alt.")


SectionName = Annotated[
    str,
    read_by(values.read_section),
    in_editors({"anyOf": [{"enum": list(DEFAULT_SECTIONS)}, {"type": "string", "pattern": "^page/"}]}),
]
FindingCode = Annotated[str, read_by(values.read_code), in_editors({"type": "string"})]
StandardName = Annotated[str, one_of(*STANDARDS)]
AttachmentName = Annotated[str, one_of(*ATTACHMENTS)]


class WordsRecord(Record):
    """How long an abstract is to be."""

    least: Count | None = key(None, description="Words that an abstract has at least.")
    most: Count | None = key(None, description="Words that an abstract has at most.")


class AcceptRecord(Record):
    """A finding that is known and not to be shown again."""

    code: FindingCode = key(description="Code of a warning or note, such as K042.")
    reason: Annotated[ShortText, then(values.not_empty)] = key(description="Why it is all right.")
    talk: Id | None = key(None, description="Only of this talk.")
    about: ShortText | None = key(None, description="Only where the message contains these words.")


class ProgramSettingsRecord(Record):
    """How the program is shown."""

    at_a_glance: _Glance = key("auto", description="Form of the overview of a day: auto, grid, overview or none.")
    rooms_a_page: _RoomsAPage | None = key(
        None, description="Rooms of a page of the grid, which then is parted by groups of rooms."
    )
    list: _ListForm = key("auto", description="What follows: auto, days, tracks, time or none.")


class AbstractSettingsRecord(Record):
    """How abstracts are laid out."""

    layout: _Layout = key("auto", description="auto, page, run-on or two-columns.")
    order: _Order = key("session", description="session, time, track, board or title.")


class BookletRecord(Record):
    """booklet.yaml: how the booklet is made."""

    paper: ShortText | None = key(None, description="Size of the page: A4, A5, Letter.")
    style: ShortText | None = key(None, description="Name of a style.")
    sections: Annotated[list[SectionName], one_or_list] = key(
        [], limit=limits.LIST_ENTRIES, description="Parts of the booklet in order."
    )
    program: ProgramSettingsRecord = key(
        default(ProgramSettingsRecord), description="In which forms the program is shown."
    )
    abstracts: AbstractSettingsRecord = key(
        default(AbstractSettingsRecord), description="Layout and order of the abstracts."
    )
    covers: CoversRecord = key(default(CoversRecord), description="Covers from outside.")
    standard: StandardName = key(STANDARDS[0], description="What the PDF conforms to: PDF/UA-1 or PDF/UA-2.")
    attach: Annotated[list[AttachmentName], one_or_list] = key(
        [], limit=limits.LIST_ENTRIES, description="What is attached to the PDF: calendar."
    )
    abstract_words: WordsRecord = key(default(WordsRecord), description="How many words an abstract is to have.")
    accept: Annotated[list[AcceptRecord], one_or_list] = key(
        [], limit=limits.LIST_ENTRIES, description="Findings that are known, each with the reason."
    )
