"""The persons of Indico's exports into speakers: authors first, and those who present marked."""

from collections.abc import Iterator

from booklet.codes import PRIVATE
from booklet.finding import Finding
from booklet.importing.cleaning.person_names import joined_name, one_name
from booklet.importing.meeting_parts.speakers import Speaker
from booklet.importing.sources.record import Record
from booklet.plain_dataclasses import replace

# Lists of one contribution in the order in which they are printed; those who stand in one of the latter present.
_AUTHORS = ("primaryauthors", "primary_authors", "authors", "coauthors", "co_authors", "persons")
_SPEAKERS = ("speakers", "presenters")
_NEVER = ("email", "phone", "address")


def contributors(contribution: Record, findings: list[Finding]) -> tuple[Speaker, ...]:
    """Those of all lists, each once: the speakers of Indico repeat its authors."""
    found: dict[str, Speaker] = {}
    for name in (*_AUTHORS, *_SPEAKERS):
        for person in contribution.records(name):
            speaker = replace(
                _speaker(person),
                presenting=name in _SPEAKERS or person.truth("is_speaker") or person.truth("isSpeaker"),
            )
            if any(person.text(field) for field in _NEVER):
                message = "e-mail addresses, phones and postal addresses of persons are left out"
                findings.append(Finding(PRIVATE, message, person.place))
            key = next((same for same in _keys(person, speaker) if same in found), speaker.name)
            before = found.get(key)
            if before:
                speaker = replace(before, presenting=before.presenting or speaker.presenting)
            for same in (*_keys(person, speaker), key):
                found[same] = speaker
    return tuple({speaker.name: speaker for speaker in found.values() if speaker.name}.values())


def names(record: Record, *fields: str) -> tuple[tuple[str, str], ...]:
    """Printed names with their affiliations, of chairs and conveners."""
    found = [_speaker(person) for field in fields for person in record.records(field)]
    pairs = ((one_name(one.name, one.place, []).name, "".join(one.affiliations)) for one in found)
    return tuple(dict.fromkeys((name, affiliation) for name, affiliation in pairs if name))


def _speaker(person: Record) -> Speaker:
    given = person.text("first_name") or person.text("firstName")
    family = person.text("last_name") or person.text("familyName")
    name = joined_name(given, "", family) or person.text("fullName") or person.text("name")
    affiliation = person.text("affiliation") or person.record("affiliation_link").text("name")
    return Speaker(name, person.place, (affiliation,) if affiliation else ())


def _keys(person: Record, speaker: Speaker) -> Iterator[str]:
    """What tells that two are the same: a number, else a name. Numbers are not those of names."""
    for field in ("person_id", "emailHash", "email"):
        if person.text(field):
            yield f"{field}\n{person.text(field)}"
    yield speaker.name
