"""The metadata of a Zenodo record (.zenodo.json) into a Meeting of one talk."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from booklet.codes import CONTRADICTION, GUESSED
from booklet.finding import Finding
from booklet.importing.cleaning.addresses import orcid, web_address
from booklet.importing.cleaning.languages import language_tag
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import one_name
from booklet.importing.cleaning.prose import prose
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.meeting import ImportedAuthor, ImportedEvent, ImportedLink, ImportedPerson, ImportedTalk, Meeting
from booklet.importing.meeting_parts.in_quotes import in_quotes
from booklet.importing.sources.json_records import json_value
from booklet.importing.sources.record import Record
from booklet.importing.sources.source import Source
from booklet.importing.wish import Wish
from booklet.place import Place
from booklet.plain_dataclasses import replace

_NUMBERED = re.compile(r"(?:^|(?<=[.;,]) )\d{1,2} (?=[^\W\d_])")


def is_zenodo(source: Source) -> bool:
    """Whether a JSON file has creators with names."""
    return bool(_record(source, []).records("creators"))


def read_zenodo(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """A talk in no session; the conference, if the record names one, is the event."""
    record = _record(source, findings)
    creators, words, doi = record.records("creators"), record.texts("keywords"), web_address(record.text("doi"))
    talk = ImportedTalk(
        key=record.text("doi") or "record",
        title=_title(source, record, findings),
        place=record.place,
        abstract=prose(record.text("description"), "html", record.of("description"), findings),
        authors=tuple(_authors(creators, findings)),
        kind="poster" if record.text("publication_type") == "poster" or record.text("upload_type") == "poster" else "",
        language=language_tag(record.text("language")),
        keywords=tuple(filter(None, (one_line(word, record.of("keywords"), findings) for word in words))),
        references=tuple(filter(None, (_reference(line, record, findings) for line in record.texts("references")))),
        links=(ImportedLink(doi),) if doi else (),
    )
    venue = one_line(record.text("conference_place"), record.of("conference_place"), findings)
    event = ImportedEvent(
        title=wish.title or title_text(record.text("conference_title"), record.of("conference_title"), findings),
        venue=venue,
        website=web_address(record.text("conference_url")),
        zone=wish.zone,
        language=wish.language or talk.language,
    )
    language = "" if talk.language == event.language else talk.language
    return Meeting(event, talks=(replace(talk, language=language),), people=_people(creators))


def _record(source: Source, findings: list[Finding]) -> Record:
    """The metadata, also inside of "metadata", as the API of Zenodo gives them."""
    for file in source.ending(".json"):
        value = json_value(file, findings)
        if isinstance(value, Record):
            for found in (value, value.record("metadata")):
                if found.records("creators"):
                    return found
    return Record({}, Place(source.name), {})


def _title(source: Source, record: Record, findings: list[Finding]) -> str:
    if record.text("title"):
        return title_text(record.text("title"), record.of("title"), findings)
    name = PurePosixPath(source.name.replace("\\", "/")).name.split(".")[0] or "Record"
    message = f"the record has no title: it is called {in_quotes(name)}, as the source is"
    findings.append(Finding(GUESSED, message, record.place, "write the title in its file in content/talks/"))
    return title_text(name, record.place, [])


def _reference(text: str, record: Record, findings: list[Finding]) -> str:
    return " ".join(prose(text, "any", record.of("references"), findings).split())


def _authors(creators: tuple[Record, ...], findings: list[Finding]) -> Iterator[ImportedAuthor]:
    """The creators; one with the name and ORCID of one before is the same."""
    seen: set[tuple[str, str]] = set()
    for creator in creators:
        name, number = one_name(creator.text("name"), creator.of("name"), findings).name, orcid(creator.text("orcid"))
        if number and (name, number) in seen:
            message = f"{in_quotes(name)} is there twice with one ORCID: the second is left out"
            findings.append(Finding(CONTRADICTION, message, creator.place))
            continue
        seen.add((name, number))
        if name:
            yield ImportedAuthor(name, tuple(_affiliations(creator, findings)))


def _affiliations(creator: Record, findings: list[Finding]) -> Iterator[str]:
    """The affiliations, each by itself where several are written into one, parted by semicolons or by numbers."""
    for written in creator.texts("affiliation"):
        numbered = len(_NUMBERED.findall(written)) > 1 and written.startswith("1 ")
        parts = _NUMBERED.split(written) if numbered else written.split(";")
        if len(parts) > 1:
            message = "an affiliation with several institutes is parted"
            findings.append(Finding(GUESSED, message, creator.of("affiliation")))
        for part in parts:
            if text := one_line(part.strip(" ;,"), creator.of("affiliation"), findings):
                yield text


def _people(creators: tuple[Record, ...]) -> tuple[ImportedPerson, ...]:
    """Those who have an ORCID."""
    found: dict[str, ImportedPerson] = {}
    for creator in creators:
        name, number = one_name(creator.text("name"), creator.place, []).name, orcid(creator.text("orcid"))
        if name and number:
            found.setdefault(name, ImportedPerson(name, orcid=number))
    return tuple(found.values())
