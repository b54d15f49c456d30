"""event.yaml into the Event, and the macros of its formulas."""

from collections.abc import Callable
from typing import NamedTuple

from booklet.finding import Finding
from booklet.model.committee import Committee, Member
from booklet.model.event import City, Event, Organizer, Region
from booklet.model.sponsor import Sponsor, Tier
from booklet.place import Places
from booklet.reading.fields import plain_text
from booklet.reading.read_macros import read_macros
from booklet.reading.read_picture_file import read_picture_file
from booklet.reading.records import CityRecord, EventRecord, MemberRecord, OrganizerRecord
from booklet.reading.validate import part, places, validate
from booklet.reading.zones import city_of, read_city, read_zone
from booklet.yaml_file import Node


class EventReading(NamedTuple):
    """What came of the file: the event (None: it has no title or no zone), and LaTeX by command."""

    event: Event | None
    macros: dict[str, str]


def read_event(node: Node | None, file: str, findings: list[Finding]) -> EventReading:
    """The event and its macros. A zone that is not known is read as UTC, with a finding."""
    record, good, found = validate(EventRecord, node, file)
    findings.extend(found)
    if record is None:
        return EventReading(None, {})
    at = places(good, file)
    language = record.language

    def text(value: str | None, *path: str | int) -> str | None:
        return plain_text(value, at.of(*path), language, findings) or None

    zone = read_zone(record.zone, at.of("zone"))
    if isinstance(zone, Finding):
        findings.append(zone)
        zone = "UTC"
    event = Event(
        title=text(record.title, "title") or "",
        language=language,
        zone=zone,
        places=at,
        topic=text(record.topic, "topic"),
        series=text(record.series, "series"),
        subtitle=text(record.subtitle, "subtitle"),
        venue=text(record.venue, "venue"),
        website=record.website,
        clock=record.clock,
        organizers=_organizers(record.organizers, text),
        notes=tuple(note for i, one in enumerate(record.notes) if (note := text(one, "notes", i))),
        regions=tuple(
            Region(text(name, "time-zones", name) or "", _cities(name, cities, at, language, findings))
            for name, cities in record.time_zones.items()
        ),
        committees=tuple(
            Committee(text(role, "committees", role) or "", _members(role, members, text))
            for role, members in record.committees.items()
        ),
        sponsors=_tiers(record, good, file, findings),
    )
    return EventReading(event, read_macros(record.macros, at, findings))


def _organizers(records: list[OrganizerRecord], text: Callable[..., str | None]) -> tuple[Organizer, ...]:
    """The organizers; `text` reads a value at a path."""
    where = "organizers"
    return tuple(
        Organizer(text(one.name, where, index, "name") or "", text(one.affiliation, where, index, "affiliation"))
        for index, one in enumerate(records)
    )


def _members(role: str, records: list[MemberRecord], text: Callable[..., str | None]) -> tuple[Member, ...]:
    """The members of a committee; `text` reads a value at a path."""
    where = ("committees", role)
    return tuple(
        Member(
            text(one.name, *where, index, "name") or "",
            text(one.affiliation, *where, index, "affiliation"),
            text(one.office, *where, index, "office"),
        )
        for index, one in enumerate(records)
    )


def _tiers(record: EventRecord, node: Node | None, file: str, findings: list[Finding]) -> tuple[Tier, ...]:
    """The sponsors by tier, of the file whose tree is `node`."""
    language = record.language
    tiers = []
    for name, records in record.sponsors.items():
        sponsors = []
        for index, one in enumerate(records):
            at = places(part(node, "sponsors", name, index), file)
            words = plain_text(one.name, at.of("name"), language, findings)
            where = places(part(node, "sponsors", name, index, "logo"), file)
            sponsors.append(Sponsor(words, read_picture_file(one.logo, where, language, findings), one.website))
        words = plain_text(name, places(node, file).of("sponsors", name), language, findings)
        tiers.append(Tier(words, tuple(sponsors)))
    return tuple(tiers)


def _cities(
    region: str, records: list[CityRecord], at: Places, language: str, findings: list[Finding]
) -> tuple[City, ...]:
    """The cities of a region; one whose zone is not known is left out, with a finding."""
    cities = []
    for index, record in enumerate(records):
        place = at.of("time-zones", region, index, "zone")
        zone = read_city(record.zone, place)
        if isinstance(zone, Finding):
            findings.append(zone)
            continue
        written = city_of(zone) if record.zone.strip() == zone else record.zone
        cities.append(City(plain_text(record.label or written, place, language, findings), zone))
    return tuple(cities)
