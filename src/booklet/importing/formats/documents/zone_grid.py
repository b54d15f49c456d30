"""Lines of local times ("Asia: 10 – 11 pm JST (Tokyo)") into cities, compared with the clocks of that day."""

import datetime as dt
import re
from itertools import pairwise

from booklet.codes import CONTRADICTION, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.formats.documents.hours import Hours, all_hours, written
from booklet.importing.formats.documents.line import Line
from booklet.importing.meeting import ImportedCity
from booklet.plain_dataclasses import dataclass
from booklet.reading.zones import city_of, read_city
from booklet.time_zone import time_zone

_IN_BRACKETS = re.compile(r"[ \t]*\(([^()\d]{2,60})\)")
_BEFORE = re.compile(r"[ \t]*([^\d:|]{2,60}?)[ \t]*[:|]?[ \t]*")
_REGION = re.compile(r"([^\d:|]{2,60}?)[ \t]*[:|]")
_SHORTEST, _LONGEST = 3, 5  # letters of the abbreviation of a zone


@dataclass(frozen=True, slots=True)
class GridCity:
    """A city with the hours that the document gives for it."""

    name: str
    hours: Hours
    line: Line


@dataclass(frozen=True, slots=True)
class GridLine:
    """A line of the grid: its region (empty where it names none), its cities, and what else stands in it."""

    region: str
    cities: tuple[GridCity, ...]
    rest: str


def grid_line(line: Line) -> GridLine | None:
    """The cities of a line, each in brackets behind its hours or alone before them; None when it has none."""
    text = line.text
    hours = all_hours(text)
    if not hours or len(text) > _LONG_LINE:
        return None
    cities, used = [], [(one.begin, one.stop) for one in hours]
    for at, one in enumerate(hours):
        if found := _IN_BRACKETS.match(text, one.stop):
            cities.append(GridCity(found[1].strip(), one, line))
            used[at] = (one.begin, found.end())
    region = _REGION.match(text) if cities else None
    if not cities and len(hours) == 1 and (found := _BEFORE.fullmatch(text, 0, hours[0].begin)):
        if isinstance(read_city(found[1], line.place), Finding):
            return None
        cities, used = [GridCity(found[1].strip(), hours[0], line)], [(0, hours[0].stop)]
    if not cities:
        return None
    kept = [text[before[1] : after[0]] for before, after in _gaps(used, region.end() if region else 0, len(text))]
    return GridLine(region[1] if region else "", tuple(cities), " ".join(kept).strip(" \t,;|/"))


_LONG_LINE = 600


def _gaps(used: list[tuple[int, int]], begin: int, end: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    edges = [(begin, begin), *used, (end, end)]
    return list(pairwise(edges))


def city_of_grid(
    city: GridCity, begin: dt.datetime | None, end: dt.datetime | None, findings: list[Finding]
) -> ImportedCity | None:
    """The zone of a city of the grid; None, with a finding, when it is unknown. Where begin and end of the meeting are
    given (aware), hours and letters that are not those of that day are findings."""
    place = city.line.place
    zone = read_city(city.name, place)
    if isinstance(zone, Finding):
        findings.append(Finding(LEFT_OUT, zone.message, place, zone.hint))
        return None
    if begin and end:
        there, then = begin.astimezone(time_zone(zone)), end.astimezone(time_zone(zone))
        _compare_letters(city, there, findings)
        if (there.time(), then.time()) != (city.hours.start, city.hours.end):
            said = f"{written(city.hours.start)} to {written(city.hours.end)}"
            right = f"{written(there.time())} to {written(then.time())}"
            message = f"{city.name} has {said} in the document; {right} is right on {there.date().isoformat()}"
            findings.append(Finding(CONTRADICTION, message, place, "nothing to do: local times are computed"))
    return ImportedCity(zone, "" if city.name == city_of(zone) else city.name)


def _compare_letters(city: GridCity, there: dt.datetime, findings: list[Finding]) -> None:
    letters, right = city.hours.letters, there.tzname() or ""
    if letters == right or not right.isalpha() or not letters.isalpha() or not _SHORTEST <= len(letters) <= _LONGEST:
        return
    message = f"{city.name} has {letters} in the document; {right} is in use on {there.date().isoformat()}"
    findings.append(Finding(CONTRADICTION, message, city.line.place, "nothing to do: the letters are computed"))
