"""What people.yaml, affiliations.yaml and participants.yaml may hold, as pydantic models over plain text."""

from typing import Annotated

from booklet import limits
from booklet.reading import values
from booklet.reading.field_types import (
    FewNames,
    LongText,
    Name,
    PictureOf,
    Record,
    ShortText,
    one_or_list,
    read_by,
    short_form,
)
from booklet.reading.plain_pydantic import ConfigDict, Field, RootModel, WithJsonSchema


class PersonRecord(Record):
    """How one person's name is printed, whatever form a talk uses."""

    name: Name = Field(description="Name as printed.")
    aliases: FewNames = Field([], description="Other forms in which the name occurs.")
    orcid: Annotated[str, read_by(values.read_orcid), WithJsonSchema({"type": "string"})] | None = Field(
        None, description="ORCID, like 0000-0002-1825-0097."
    )
    photo: PictureOf | None = Field(None, description="Portrait for the page of a keynote: a file, or file and alt.")
    biography: LongText | None = Field(None, description="A few sentences for the page of a keynote; markup is taken.")


class PeopleRecord(Record):
    """people.yaml: one printed name a person."""

    people: list[PersonRecord] = Field([], max_length=limits.PEOPLE, description="The persons.")


class AffiliationsRecord(RootModel[dict[str, ShortText]]):
    """affiliations.yaml: keys for affiliations in full, shared by all talks."""

    model_config = ConfigDict(frozen=True)


class ParticipantRecord(Record):
    """Somebody who takes part."""

    name: Name = Field(description="Name as printed.")
    affiliation: ShortText | None = Field(None, description="Institution and country.")


_Participant = Annotated[ParticipantRecord, short_form("name", Name, ParticipantRecord)]


class ParticipantsRecord(Record):
    """participants.yaml: those who take part."""

    participants: Annotated[list[_Participant], one_or_list(_Participant)] = Field(
        [],
        max_length=limits.PEOPLE,
        description="Names, or name and affiliation; printed in the order of the alphabet.",
    )
