"""people.yaml and affiliations.yaml into what all talks share: printed names by alias, affiliations by key."""

from dataclasses import dataclass

from booklet.codes import BAD_VALUE
from booklet.finding import Finding
from booklet.place import Place
from booklet.reading.fields import plain_text
from booklet.reading.records import AffiliationsRecord, PeopleRecord
from booklet.reading.validate import places, validate
from booklet.yaml_file import Node


@dataclass(frozen=True, slots=True)
class People:
    """The printed name for each alias, whose capitals do not count; and all printed names with their places."""

    aliases: dict[str, str]
    names: tuple[tuple[str, Place], ...]

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


def read_people(node: Node | None, file: str, language: str, findings: list[Finding]) -> People:
    """What people.yaml says. An alias that two persons have is a finding."""
    record, good, found = validate(PeopleRecord, node, file)
    findings.extend(found)
    at = places(good, file)
    aliases: dict[str, str] = {}
    names: list[tuple[str, Place]] = []
    first: dict[str, Place] = {}
    for index, person in enumerate(record.people if record else []):
        name = plain_text(person.name, at.of("people", index, "name"), language, findings)
        names.append((name, at.of("people", index, "name")))
        for position, alias in enumerate(person.aliases):
            place = at.of("people", index, "aliases", position)
            key = plain_text(alias, place, language, findings).casefold()
            if aliases.setdefault(key, name) != name:
                message = f'"{alias[:60]}" is an alias of two persons'
                findings.append(Finding(BAD_VALUE, message, place, "take one of them out", also=(first[key],)))
            first.setdefault(key, place)
    return People(aliases, tuple(names))


def read_affiliations(
    node: Node | None, file: str, language: str, findings: list[Finding]
) -> tuple[dict[str, str], dict[str, Place]]:
    """The affiliations by key, and where each stands."""
    record, good, found = validate(AffiliationsRecord, node, file)
    findings.extend(found)
    at = places(good, file)
    texts = {
        key: plain_text(text, at.of(key), language, findings) for key, text in (record.root.items() if record else ())
    }
    return texts, {key: at.of(key) for key in texts}
