"""people.yaml, affiliations.yaml and participants.yaml into what all talks share: persons, printed names by alias,
affiliations by key; and into those who take part."""

from collections.abc import Mapping

from booklet.codes import BAD_VALUE
from booklet.finding import Finding
from booklet.model.committee import Participant
from booklet.model.person import Person
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace
from booklet.reading.fields import marked_text, plain_text
from booklet.reading.name_records import AffiliationsRecord, ParticipantsRecord, PeopleRecord
from booklet.reading.read_picture_file import read_picture_file
from booklet.reading.validate import part, places, validate
from booklet.yaml_file import Node


@dataclass(frozen=True, slots=True)
class People:
    """The printed name for each alias, whose capitals do not count; and all persons."""

    aliases: dict[str, str]
    persons: tuple[Person, ...]

    def printed(self, name: str) -> str:
        """The name as it is printed, whichever of its forms was written."""
        return self.aliases.get(name.casefold(), name)


@dataclass(frozen=True, slots=True)
class Shared:
    """What all talks share: the language of the event, affiliations by key and where they stand, printed names by alias,
    LaTeX by command."""

    language: str
    affiliations: dict[str, str]
    affiliation_places: dict[str, Place]
    people: People
    macros: dict[str, str]

    def with_macros(self, own: Mapping[str, str]) -> "Shared":
        """The same with more macros, which go before those that it has."""
        return replace(self, macros={**self.macros, **own}) if own else self


def read_people(
    node: Node | None, file: str, language: str, macros: Mapping[str, str], findings: list[Finding]
) -> People:
    """What people.yaml says. An alias that two persons have is a finding."""
    record, good, found = validate(PeopleRecord, node, file)
    findings.extend(found)
    at = places(good, file)
    aliases: dict[str, str] = {}
    persons: list[Person] = []
    first: dict[str, Place] = {}
    for index, person in enumerate(record.people if record else []):
        place = at.of("people", index, "name")
        name = plain_text(person.name, place, language, findings)
        photo = read_picture_file(person.photo, places(part(good, "people", index, "photo"), file), language, findings)
        where = at.of("people", index, "biography")
        biography = marked_text(person.biography, where, language, findings, macros=macros)
        persons.append(Person(name, place, person.orcid, photo, biography))
        for position, alias in enumerate(person.aliases):
            place = at.of("people", index, "aliases", position)
            key = plain_text(alias, place, language, findings).casefold()
            if aliases.setdefault(key, name) != name:
                message = f'"{alias[:60]}" is an alias of two persons'
                findings.append(Finding(BAD_VALUE, message, place, "take one of them out", also=(first[key],)))
            first.setdefault(key, place)
    return People(aliases, tuple(persons))


def read_participants(
    node: Node | None, file: str, language: str, people: People, findings: list[Finding]
) -> tuple[Participant, ...]:
    """Those who take part, in the file's order, under their printed names."""
    record, good, found = validate(ParticipantsRecord, node, file)
    findings.extend(found)
    at = places(good, file)
    participants = []
    for index, one in enumerate(record.participants if record else []):
        place = at.of("participants", index, "name")
        name = plain_text(one.name, place, language, findings)
        affiliation = plain_text(one.affiliation, at.of("participants", index, "affiliation"), language, findings)
        participants.append(Participant(people.printed(name), place, affiliation or None))
    return tuple(participants)


def read_affiliations(
    node: Node | None, file: str, language: str, findings: list[Finding]
) -> tuple[dict[str, str], dict[str, Place]]:
    """The affiliations by key, and where each stands."""
    record, good, found = validate(AffiliationsRecord, node, file)
    findings.extend(found)
    at = places(good, file)
    texts = {
        key: plain_text(text, at.of(key), language, findings) for key, text in (record.by_key.items() if record else ())
    }
    return texts, {key: at.of(key) for key in texts}
