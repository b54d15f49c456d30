"""Those who speak in a schedule, as it names them, into authors and persons."""

import re
from collections.abc import Iterable

from booklet.codes import CONTRADICTION, GUESSED
from booklet.finding import Finding
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import one_name
from booklet.importing.cleaning.prose import prose
from booklet.importing.meeting import ImportedAuthor, ImportedPerson
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace

# "Ada Sample (EXOrg)": two capitals first are an organization's; "(ada)" and "(SampleAda)" are names that one goes by.
_ORGANIZATION = re.compile(r"([^()]*[^()\s])\s*\(\s*([A-Z]{2}[^()/]{0,60})\)\s*")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Name, affiliations and biography as they are written."""

    name: str
    place: Place
    affiliations: tuple[str, ...] = ()
    biography: str = ""
    presenting: bool = False


def authors_of(speakers: Iterable[Speaker], findings: list[Finding]) -> tuple[ImportedAuthor, ...]:
    """The authors in their order, each once: who is named twice is one. Capitals tell pseudonyms apart."""
    authors: dict[str, ImportedAuthor] = {}
    for written_out in speakers:
        speaker = _without_organization(written_out, findings)
        written = one_name(speaker.name, speaker.place, findings)
        if not written.name:
            continue
        if written.name in authors:
            message = f'"{written.name[:60]}" is named twice in one event, and taken once'
            findings.append(Finding(CONTRADICTION, message, speaker.place))
            continue
        cleaned = (one_line(text, speaker.place, findings) for text in speaker.affiliations)
        authors[written.name] = ImportedAuthor(
            written.name,
            tuple(dict.fromkeys(text for text in cleaned if text)),
            speaker.presenting or written.presenting,
        )
    return tuple(authors.values())


def people_of(speakers: Iterable[Speaker], findings: list[Finding]) -> tuple[ImportedPerson, ...]:
    """Those of whom there is a biography, each once, in the order in which they are first named."""
    people: dict[str, ImportedPerson] = {}
    seen: set[tuple[str, str]] = set()
    for speaker in speakers:
        # The same person is written out with each talk: what was read already is not read again, nor found fault with.
        if not speaker.biography.strip() or (speaker.name, speaker.biography) in seen:
            continue
        seen.add((speaker.name, speaker.biography))
        name = one_name(_without_organization(speaker, []).name, speaker.place, []).name
        biography = prose(speaker.biography, "any", speaker.place, findings)
        if not name or not biography:
            continue
        if name in people and people[name].biography != biography:
            message = f'"{name[:60]}" has two biographies: the first is taken'
            findings.append(Finding(CONTRADICTION, message, speaker.place))
        people.setdefault(name, ImportedPerson(name, biography=biography))
    return tuple(people.values())


def _without_organization(speaker: Speaker, findings: list[Finding]) -> Speaker:
    """The speaker; what stands in brackets after the name as an affiliation, if it is called like an organization."""
    found = _ORGANIZATION.fullmatch(speaker.name)
    if found is None or speaker.affiliations:
        return speaker
    message = f'"{found[2][:60]}" in brackets after a name is taken for an affiliation'
    findings.append(Finding(GUESSED, message, speaker.place))
    return replace(speaker, name=found[1], affiliations=(found[2],))
