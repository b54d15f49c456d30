"""What somebody wrote for a time zone into the IANA name that was meant."""

import difflib
import re

from booklet.codes import BAD_ZONE, FIXED_ZONE
from booklet.expression import expression
from booklet.finding import Finding
from booklet.place import Place
from booklet.plain_dataclasses import replace
from booklet.time_zone import zone_names

_OFFSET = expression(r"(?:UTC|GMT)?\s*[+\-−]\s*\d{1,2}(?::?\d{2})?", re.IGNORECASE | re.ASCII)
_ETC = re.compile(r"Etc/GMT[+-]\d{1,2}", re.ASCII)
_ANY_ZONE = "write the IANA zone of the nearest large city, such as Europe/Berlin or Asia/Tokyo, or UTC"
_AREAS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")

# Cities that give no zone its name, by the zone whose clocks they keep.
_CITIES = {
    "Asia/Shanghai": "Beijing, Peking, Chengdu, Guangzhou, Hangzhou, Nanjing, Shenzhen, Wuhan, Xi'an",
    "Asia/Tokyo": "Fukuoka, Hiroshima, Kobe, Kyoto, Nagoya, Osaka, Sapporo, Sendai, Tsukuba, Yokohama",
    "Asia/Seoul": "Busan, Daejeon",
    "Asia/Kolkata": "Bangalore, Bengaluru, Bombay, Chennai, Delhi, Hyderabad, Mumbai, New Delhi, Pune",
    "Asia/Ho_Chi_Minh": "Hanoi, Saigon",
    "Asia/Karachi": "Islamabad, Lahore",
    "Asia/Riyadh": "Jeddah, Thuwal",
    "Asia/Dubai": "Abu Dhabi",
    "Asia/Jerusalem": "Haifa, Tel Aviv",
    "Europe/Berlin": "Bonn, Cologne, Dresden, Frankfurt, Hamburg, Hannover, Heidelberg, Köln, Leipzig, Munich, München, "
    "Offenbach, Potsdam, Stuttgart",
    "Europe/Paris": "Bordeaux, Grenoble, Lyon, Marseille, Nice, Rennes, Toulouse",
    "Europe/London": "Birmingham, Bristol, Cambridge, Edinburgh, Exeter, Glasgow, Leeds, Manchester, Oxford, Reading",
    "Europe/Rome": "Bologna, Florence, Milan, Naples, Trieste, Turin",
    "Europe/Madrid": "Barcelona, Seville, Valencia",
    "Europe/Amsterdam": "De Bilt, Delft, Rotterdam, The Hague, Utrecht",
    "Europe/Zurich": "Basel, Bern, Geneva, Lausanne, Zürich",
    "Europe/Stockholm": "Gothenburg, Norrköping, Uppsala",
    "Europe/Oslo": "Bergen, Stavanger, Tromsø, Trondheim",
    "Europe/Lisbon": "Porto",
    "Europe/Vienna": "Graz, Innsbruck, Salzburg",
    "Europe/Kyiv": "Kharkiv, Lviv",
    "Europe/Warsaw": "Krakow, Kraków",
    "Europe/Moscow": "Saint Petersburg, St. Petersburg",
    "America/Los_Angeles": "Berkeley, Livermore, Oakland, Palo Alto, Pasadena, Portland, San Diego, San Fran., "
    "San Francisco, San Jose, Seattle, Stanford",
    "America/Denver": "Albuquerque, Boulder, Fort Collins, Los Alamos, Salt Lake City",
    "America/Chicago": "Argonne, Austin, Dallas, Houston, Madison, Minneapolis, New Orleans, Norman, "
    "Oklahoma City, St. Louis",
    "America/New_York": "New York City, NYC, "
    "Atlanta, Baltimore, Boston, College Park, Miami, Philadelphia, Pittsburgh, Princeton, Washington, "
    "Washington D.C., Washington DC",
    "America/Toronto": "Montréal, Ottawa",
    "America/Edmonton": "Calgary",
    "America/Sao_Paulo": "Brasilia, Brasília, Rio de Janeiro, São Paulo",
    "Australia/Sydney": "Canberra",
    "Pacific/Auckland": "Christchurch, Wellington",
    "Pacific/Honolulu": "Hawaii",
    "Africa/Johannesburg": "Cape Town, Durban, Pretoria",
    "Africa/Casablanca": "Rabat",
}
_LETTERS = {
    "EST": "America/New_York", "EDT": "America/New_York", "CDT": "America/Chicago",
    "CST": "America/Chicago or Asia/Shanghai", "MST": "America/Denver", "MDT": "America/Denver",
    "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles", "AKST": "America/Anchorage", "AKDT": "America/Anchorage",
    "HST": "Pacific/Honolulu", "AST": "America/Halifax", "ADT": "America/Halifax", "BRT": "America/Sao_Paulo",
    "ART": "America/Argentina/Buenos_Aires", "BST": "Europe/London", "IST": "Asia/Kolkata, Europe/Dublin or Asia/Jerusalem",
    "WET": "Europe/Lisbon", "WEST": "Europe/Lisbon", "CET": "Europe/Berlin", "CEST": "Europe/Berlin", "MEZ": "Europe/Berlin",
    "MESZ": "Europe/Berlin", "MET": "Europe/Berlin", "MEST": "Europe/Berlin", "EET": "Europe/Helsinki",
    "EEST": "Europe/Helsinki", "MSK": "Europe/Moscow", "SAST": "Africa/Johannesburg", "GST": "Asia/Dubai",
    "SGT": "Asia/Singapore", "HKT": "Asia/Hong_Kong", "JST": "Asia/Tokyo", "KST": "Asia/Seoul", "AWST": "Australia/Perth",
    "ACST": "Australia/Adelaide", "ACDT": "Australia/Adelaide", "AEST": "Australia/Sydney", "AEDT": "Australia/Sydney",
    "NZST": "Pacific/Auckland", "NZDT": "Pacific/Auckland", "EST5EDT": "America/New_York", "CST6CDT": "America/Chicago",
    "MST7MDT": "America/Denver", "PST8PDT": "America/Los_Angeles",
}  # fmt: skip


def read_zone(text: str, place: Place) -> str | Finding:
    """The zone itself if it is an IANA name; else what is wrong with it, with the right name where it can be guessed."""
    names = zone_names()
    written = text.strip()
    if fixed := _fixed(written, place):
        return fixed
    if _ETC.fullmatch(written):
        message = (
            f'"{written}" is a fixed offset, and its sign is the other way round: it does not say when clocks change'
        )
        return Finding(BAD_ZONE, message, place, _ANY_ZONE)
    if written in names:
        return written
    if _OFFSET.fullmatch(written):
        message = f'"{written[:60]}" is an offset, not a time zone: it does not say when clocks change'
        return Finding(BAD_ZONE, message, place, "write the zone of a place, such as Europe/Berlin, or UTC")
    meant = _zone_of_city(written, names) or _same_letters(written, names)
    near = [meant] if meant else _near(written, names)
    hint = f"write {near[0]}" if near else _ANY_ZONE
    return Finding(BAD_ZONE, f'"{written[:60]}" is not a time zone', place, hint)


def read_city(text: str, place: Place) -> str | Finding:
    """The zone of a city or an IANA name; else what is wrong with it."""
    zone = _zone_of_city(text.strip(), zone_names()) or read_zone(text, place)
    if isinstance(zone, Finding) and zone.code is BAD_ZONE:
        written = text.strip()[:60]
        message = f'"{written}" is neither a city that is known nor a time zone'
        hint = (
            zone.hint
            if zone.hint != _ANY_ZONE
            else f'name its zone with it: {{zone: Europe/Berlin, label: "{written}"}}'
        )
        return replace(zone, message=message, hint=hint)
    return zone


def city_of(zone: str) -> str:
    """The city that gives a zone its name: "New York" of America/New_York."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def _fixed(text: str, place: Place) -> Finding | None:
    right = _LETTERS.get(text.upper()) if text.isupper() else None
    if right is None:
        return None
    message = f'"{text}" is an abbreviation, not a time zone: it does not say when clocks change'
    return Finding(FIXED_ZONE, message, place, f"write {right}")


def _zone_of_city(text: str, names: frozenset[str]) -> str | None:
    wanted = text.casefold()
    for zone, cities in _CITIES.items():
        if wanted in cities.casefold().split(", "):
            return zone
    found = sorted(
        name for name in names if name.startswith(_AREAS) and "/" in name and city_of(name).casefold() == wanted
    )
    return found[0] if found else None


def _same_letters(text: str, names: frozenset[str]) -> str | None:
    folded = text.casefold().replace(" ", "_")
    return next((name for name in sorted(names) if name.casefold() == folded), None)


def _near(text: str, names: frozenset[str]) -> list[str]:
    by_city = {city_of(name).casefold(): name for name in sorted(names, reverse=True) if name.startswith(_AREAS)}
    by_city |= {city.casefold(): zone for zone, cities in _CITIES.items() for city in cities.split(", ")}
    # "Europe/Tromso" is near to "Europe/Tiraspol" by its letters, so the city alone decides, and its beginning with it.
    wanted = city_of(text).casefold()
    close = difflib.get_close_matches(wanted, [city for city in by_city if city[:2] == wanted[:2]], 1, 0.8)
    return [by_city[close[0]]] if close else []
