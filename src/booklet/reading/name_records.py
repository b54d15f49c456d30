"""What people.yaml, affiliations.yaml and participants.yaml may hold, as records over plain text."""

from typing import Annotated

from booklet import limits
from booklet.reading import values
from booklet.reading.field_types import FewNames, LongText, Name, PictureOf, ShortText, read_by
from booklet.reading.shapes import AnyKeys, Record, in_editors, key, one_or_list, short_form


class PersonRecord(Record):
    """How one person's name is printed, whatever form a talk uses."""

    name: Name = key(description="Name as printed.")
    aliases: FewNames = key([], description="Other forms in which the name occurs.")
    orcid: Annotated[str, read_by(values.read_orcid), in_editors({"type": "string"})] | None = key(
        None, description="ORCID, like 0000-0002-1825-0097."
    )
    photo: PictureOf | None = key(None, description="Portrait for the page of a keynote: a file, or file and alt.")
    biography: LongText | None = key(None, description="A few sentences for the page of a keynote; markup is taken.")


class PeopleRecord(Record):
    """people.yaml: one printed name a person."""

    people: list[PersonRecord] = key([], limit=limits.PEOPLE, description="The persons.")


class AffiliationsRecord(AnyKeys):
    """affiliations.yaml: keys for affiliations in full, shared by all talks."""

    by_key: dict[str, ShortText]


class ParticipantRecord(Record):
    """Somebody who takes part."""

    name: Name = key(description="Name as printed.")
    affiliation: ShortText | None = key(None, description="Institution and country.")


_Participant = Annotated[ParticipantRecord, short_form("name")]


class ParticipantsRecord(Record):
    """participants.yaml: those who take part."""

    participants: Annotated[list[_Participant], one_or_list] = key(
        [],
        limit=limits.PEOPLE,
        description="Names, or name and affiliation; printed in the order of the alphabet.",
    )
