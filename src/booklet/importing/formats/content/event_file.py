"""event.yaml as a record into the event of an import."""

from booklet.codes import LEFT_OUT
from booklet.finding import Finding
from booklet.importing.formats.content.untaken import named, untaken
from booklet.importing.meeting import ImportedCity, ImportedEvent, ImportedName, ImportedSponsor
from booklet.importing.sources.record import Record
from booklet.reading.zones import read_city

_TAKEN = [
    "title",
    "topic",
    "series",
    "venue",
    "website",
    "zone",
    "language",
    "organizers",
    "notes",
    "time-zones",
    "committees",
    "sponsors",
]


def event_of(record: Record, findings: list[Finding]) -> ImportedEvent:
    """The event, its texts as they are written."""
    untaken(record, _TAKEN, "event.yaml", findings)
    committees, sponsors = record.record("committees"), record.record("sponsors")
    return ImportedEvent(
        title=record.text("title"),
        topic=record.text("topic"),
        series=record.text("series"),
        venue=record.text("venue"),
        website=record.text("website"),
        zone=record.text("zone"),
        language=record.text("language"),
        organizers=tuple(_name(one, findings) for one in named(record, "organizers", "name")),
        notes=record.texts("notes"),
        regions=_regions(record.record("time-zones"), findings),
        committees=tuple(
            (name, tuple(_name(one, findings) for one in named(committees, name, "name"))) for name in committees.values
        ),
        sponsors=tuple(
            _sponsor(one, tier, findings) for tier in sponsors.values for one in named(sponsors, tier, "name")
        ),
    )


def _name(record: Record, findings: list[Finding]) -> ImportedName:
    untaken(record, ("name", "affiliation", "office"), "a person of event.yaml", findings)
    return ImportedName(record.text("name"), record.text("affiliation"), record.text("office"))


def _sponsor(record: Record, tier: str, findings: list[Finding]) -> ImportedSponsor:
    untaken(record, ("name", "website"), "a sponsor", findings)
    return ImportedSponsor(record.text("name"), tier, record.text("website"))


def _regions(record: Record, findings: list[Finding]) -> tuple[tuple[str, tuple[ImportedCity, ...]], ...]:
    found = ((name, [_city(one, findings) for one in named(record, name, "zone")]) for name in record.values)
    return tuple((name, tuple(city for city in cities if city)) for name, cities in found)


def _city(record: Record, findings: list[Finding]) -> ImportedCity | None:
    """A city under the label that it has or that it is written as."""
    written, label = record.text("zone"), record.text("label")
    zone = read_city(written, record.of("zone"))
    if isinstance(zone, Finding):
        findings.append(Finding(LEFT_OUT, zone.message, zone.place, zone.hint))
        return None
    return ImportedCity(zone, label or ("" if written == zone else written))
