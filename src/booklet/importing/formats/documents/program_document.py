"""A program as it is sent round (Markdown, plain text or Word: date, program, local times, abstracts) into a Meeting."""

import datetime as dt

from booklet.codes import LEFT_OUT, NO_ZONE
from booklet.finding import Finding
from booklet.importing.formats.documents.abstract_block import AbstractBlock, read_block
from booklet.importing.formats.documents.agreement import agreed_talks
from booklet.importing.formats.documents.document_lines import document_lines
from booklet.importing.formats.documents.entry_sessions import sessions_of
from booklet.importing.formats.documents.facts import Facts, read_facts
from booklet.importing.formats.documents.line import Line
from booklet.importing.formats.documents.parts import parts_of
from booklet.importing.formats.documents.program_entries import Stretch, is_entry, read_entries
from booklet.importing.formats.documents.zone_grid import city_of_grid
from booklet.importing.meeting import ImportedCity, ImportedEvent, Meeting
from booklet.importing.sources.source import Source
from booklet.importing.wish import Wish
from booklet.place import Place
from booklet.reading.zones import read_zone
from booklet.time_zone import time_zone

_FEWEST = 3  # lines with a time that make a program
_DOCUMENTS = (".md", ".markdown", ".txt", ".docx")


def is_program_document(source: Source) -> bool:
    """Whether it is one document in which several lines begin with a time."""
    files = source.ending(*_DOCUMENTS)
    if len(files) != 1 or len(source.files) != 1:
        return False
    return sum(is_entry(line) for line in document_lines(files[0], [])) >= _FEWEST


def read_program_document(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """What the document says. What contradicts itself in it, and every line that is not understood, is a finding."""
    files = source.ending(*_DOCUMENTS)
    if not files:
        return Meeting(ImportedEvent())
    message = "only one document is read at a time"
    findings.extend(Finding(LEFT_OUT, message, Place(file.name)) for file in files[1:])
    parts = parts_of(document_lines(files[0], findings))
    program = read_entries(parts.program, findings)
    facts = read_facts(parts.head, (*program.others, Line(Place(files[0].name), ""), *parts.below), findings)
    blocks = [read_block(lines, findings) for lines in parts.abstracts]
    zone = wish.zone or _zone(facts, findings)
    return _meeting(facts, program.stretches, blocks, zone, findings)


def _meeting(
    facts: Facts, stretches: tuple[Stretch, ...], blocks: list[AbstractBlock], zone: str, findings: list[Finding]
) -> Meeting:
    entries = [entry for stretch in stretches for entry in stretch.entries]
    agreed = agreed_talks(entries, blocks, findings)
    sessions = sessions_of(stretches, agreed.keys, facts, findings)
    event = ImportedEvent(
        title=facts.title,
        topic=facts.topic,
        series=facts.series,
        venue=facts.venue,
        website=facts.website,
        language=facts.language,
        zone=zone,
        organizers=facts.organizers,
        notes=facts.notes,
        regions=_regions(facts, zone, findings),
    )
    return Meeting(event, sessions, agreed.talks)


def _zone(facts: Facts, findings: list[Finding]) -> str:
    """The zone that stands with the announced hours; an abbreviation names none."""
    letters = facts.hours.letters if facts.hours else ""
    place = facts.hours_place
    if letters.upper() in {"UTC", "GMT"}:
        return "UTC"
    if not place:
        return ""
    if not letters:
        findings.append(Finding(NO_ZONE, "the times are written without a time zone", place, "give it with --zone"))
        return ""
    zone = read_zone(letters, place)
    if isinstance(zone, Finding):
        hint = f"{zone.hint} with --zone" if zone.hint else "give the zone with --zone"
        findings.append(Finding(NO_ZONE, zone.message, place, hint))
        return ""
    return zone


def _regions(facts: Facts, zone: str, findings: list[Finding]) -> tuple[tuple[str, tuple[ImportedCity, ...]], ...]:
    """The regions of the local times with their cities, each compared with the announced hours."""
    begin = end = None
    if facts.date and facts.hours and zone:
        begin = dt.datetime.combine(facts.date, facts.hours.start, time_zone(zone))
        end = dt.datetime.combine(facts.date, facts.hours.end, time_zone(zone))
        end += dt.timedelta(days=end < begin)
    regions: dict[str, list[ImportedCity]] = {}
    for row in facts.grid:
        name = row.region or facts.region or "Local times"
        found = (city_of_grid(city, begin, end, findings) for city in row.cities)
        regions.setdefault(name, []).extend(city for city in found if city)
    return tuple((name, tuple(cities)) for name, cities in regions.items() if cities)
