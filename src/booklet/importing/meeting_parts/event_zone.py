"""What a source says of its clocks into the time zone of the event."""

import datetime as dt
from collections.abc import Iterable

from booklet.codes import GUESSED, NO_ZONE
from booklet.finding import Finding
from booklet.importing.wish import Wish
from booklet.place import Place
from booklet.reading.zones import read_zone
from booklet.time_zone import time_zone, zone_names

# Where meetings are held: of the zones that have an offset on a day, the first is taken.
_LIKELY = (
    "Europe/Berlin", "Europe/London", "Europe/Athens", "Europe/Moscow", "Europe/Istanbul", "Atlantic/Azores",
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Phoenix",
    "America/Halifax", "America/St_Johns", "America/Anchorage", "Pacific/Honolulu", "America/Sao_Paulo",
    "America/Bogota", "America/Mexico_City", "America/Santiago", "Asia/Tokyo", "Asia/Shanghai", "Asia/Kolkata",
    "Asia/Bangkok", "Asia/Dubai", "Asia/Karachi", "Asia/Dhaka", "Asia/Kathmandu", "Asia/Yangon", "Asia/Kabul",
    "Asia/Tehran", "Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide", "Australia/Darwin",
    "Pacific/Auckland", "Africa/Johannesburg", "Africa/Lagos", "Africa/Nairobi",
)  # fmt: skip

# The first country in which one thinks of a language, where it has one zone.
_OF_LANGUAGES = {
    "bg": "Europe/Sofia", "ca": "Europe/Madrid", "cs": "Europe/Prague", "da": "Europe/Copenhagen",
    "de": "Europe/Berlin", "el": "Europe/Athens", "es": "Europe/Madrid", "et": "Europe/Tallinn",
    "fa": "Asia/Tehran", "fi": "Europe/Helsinki", "fr": "Europe/Paris", "he": "Asia/Jerusalem",
    "hr": "Europe/Zagreb", "hu": "Europe/Budapest", "it": "Europe/Rome", "ja": "Asia/Tokyo", "ko": "Asia/Seoul",
    "lt": "Europe/Vilnius", "lv": "Europe/Riga", "nb": "Europe/Oslo", "nl": "Europe/Amsterdam",
    "no": "Europe/Oslo", "pl": "Europe/Warsaw", "pt": "Europe/Lisbon", "ro": "Europe/Bucharest",
    "sk": "Europe/Bratislava", "sl": "Europe/Ljubljana", "sr": "Europe/Belgrade", "sv": "Europe/Stockholm",
    "th": "Asia/Bangkok", "tr": "Europe/Istanbul", "uk": "Europe/Kyiv", "vi": "Asia/Ho_Chi_Minh",
    "zh": "Asia/Shanghai",
}  # fmt: skip
_HINT = "say where the event is with --zone, as in --zone Europe/Berlin"


def event_zone(
    said: str, starts: Iterable[dt.datetime], language: str, wish: Wish, place: Place, findings: list[Finding]
) -> str:
    """An IANA name: that of the wish, else the one that the source has `said`; else one that has the offsets of the `starts`
    on their days, first where the `language` of the event is spoken; else UTC, with a warning."""
    if wish.zone:
        return wish.zone
    named = read_zone(said, place) if said else None
    if isinstance(named, str):
        return named
    if named is not None:
        findings.append(Finding(NO_ZONE, named.message, named.place, _HINT))
    aware = [start for start in starts if start.tzinfo is not None]
    if not aware:
        if named is None:
            message = "the source has no time zone: its times are taken for those of UTC"
            findings.append(Finding(NO_ZONE, message, place, _HINT))
        return "UTC"
    if not any(start.utcoffset() for start in aware):
        message = "the source has its times in UTC, and not the time zone of the event"
        findings.append(Finding(NO_ZONE, message, place, _HINT))
        return "UTC"
    return _with_offsets(aware, language, place, findings)


def _with_offsets(aware: list[dt.datetime], language: str, place: Place, findings: list[Finding]) -> str:
    first = _OF_LANGUAGES.get(language.split("-")[0])
    # One moment an offset and day is enough: there are thousands of events and hundreds of zones.
    moments = list({(start.date(), start.utcoffset()): start for start in aware}.values())
    zones: list[str] = [*([first] if first else []), *_LIKELY, *sorted(zone_names())]
    for zone in zones:
        if _has(zone, moments):
            message = (
                f'the source has only offsets from UTC: taken for the clocks of "{zone}", which has them on these days'
            )
            findings.append(Finding(GUESSED, message, place, _HINT))
            return zone
    message = "no time zone has the offsets that the source gives: its times are written in UTC"
    findings.append(Finding(NO_ZONE, message, place, _HINT))
    return "UTC"


def _has(zone: str, moments: list[dt.datetime]) -> bool:
    clocks = time_zone(zone)
    return all(moment.astimezone(clocks).utcoffset() == moment.utcoffset() for moment in moments)
