"""The lines above and below a program into what they say of the event: title, topic, date, organizers, notes, local times."""

import datetime as dt
import re
from collections.abc import Sequence

from booklet.codes import CONTRADICTION, GUESSED, LEFT_OUT, PRIVATE
from booklet.finding import Finding
from booklet.importing.cleaning.addresses import web_address
from booklet.importing.cleaning.languages import language_tag
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.formats.documents.author_line import authors_of
from booklet.importing.formats.documents.dates import WrittenDay, day_in
from booklet.importing.formats.documents.hours import Hours, hours_alone, hours_in
from booklet.importing.formats.documents.line import Line, folded, plain
from booklet.importing.formats.documents.zone_grid import GridLine, grid_line
from booklet.importing.meeting import ImportedName
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace

_STARS = r"(?:\*\*|__|\*|_)?"
_LABELS = {
    "topic": "topic|theme|subject|thema",
    "title": r"(?:event|title|meeting|workshop|conference|name)(?=[*_]{0,2}[ \t]*[:：])",
    "series": "series|reihe|part of",
    "venue": "venue|place|location|where|room|ort",
    "organizers": "organi[sz]ers?|organi[sz]ed by|organi[sz]ing committee|organi[sz]ation|hosts?|"
    "hosted by|conveners?|veranstalter",
    "notes": "notes?|please note|remarks?|hinweise?",
    "website": "website|web ?site|web|homepage|url|link",
    "language": "language|sprache",
    "date": "date|when|datum|time|times",
}
_LABEL = re.compile(
    rf"{_STARS}(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _LABELS.items())}){_STARS}[ \t]*"
    rf"(?:[:：]{_STARS}|$)[ \t]*",
    re.IGNORECASE,
)
_STRUCTURE = re.compile(
    r"(?:the )?(?:scientific |preliminary |final |detailed )?(?:programm?e?|schedule|agenda|timetable|abstracts?|zeitplan|"
    r"book of abstracts|program(?:me)? and abstracts|talks|presentations|table of contents|contents)\W*",
    re.IGNORECASE,
)
_ZONES = re.compile(r"(?:local times?|time ?zones?|times? (?:around|in) the world|ortszeiten)\b\W*", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{2,60}")
_MEETING = re.compile(
    r"https?://\S{0,100}(?:zoom\.|teams\.|webex\.|meet\.|gotomeet)\S{0,1000}|\b(?:meeting id|passcode|password)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"<?(https?://[^\s<>]{3,1000})>?")
_SERIES = re.compile(r"series|seminar|colloqui|webinar|reihe", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said of the event. `hours` are as announced beside the date or above the local times, where they stand in
    `hours_place`; `grid` are the lines of local times below `region`."""

    title: str = ""
    topic: str = ""
    series: str = ""
    venue: str = ""
    website: str = ""
    language: str = ""
    date: dt.date | None = None
    hours: Hours | None = None
    hours_place: Place | None = None
    organizers: tuple[ImportedName, ...] = ()
    notes: tuple[str, ...] = ()
    grid: tuple[GridLine, ...] = ()
    region: str = ""


def read_facts(head: Sequence[Line], below: Sequence[Line], findings: list[Finding]) -> Facts:
    """What the lines above the program and those below it say; what can be no such thing is a finding."""
    facts = Facts()
    for lines, above in ((head, True), (below, False)):
        label = ""
        for line in lines:
            found = _LABEL.match(line.markup)
            if not line.markup:
                # A list below a heading goes on after blank lines; what follows a label ends with them.
                label = label if label.isupper() else ""
                continue
            if found:
                name = str(found.lastgroup)
                rest = Line(line.place, line.markup[found.end() :].strip())
                label = name.upper() if not rest.markup or line.heading else name
                facts = _labelled(facts, name, rest, findings) if rest.markup else facts
            elif line.heading or not label:
                label = ""
                facts = _unlabelled(facts, line, findings, above=above)
            else:
                facts = _labelled(facts, label.lower(), line, findings)
    return facts


def is_structure(line: Line) -> bool:
    """Whether a line only says what follows: Program, Abstracts."""
    return bool(_STRUCTURE.fullmatch(line.text))


def is_fact(line: Line) -> bool:
    """Whether a line says by its form that it is none of an abstract: a label, local times, a heading of a part."""
    return bool(is_structure(line) or _LABEL.match(line.markup) or _ZONES.match(line.text) or grid_line(line))


def _labelled(facts: Facts, name: str, line: Line, findings: list[Finding]) -> Facts:
    text, place = line.text.removeprefix("- ").strip(), line.place
    if name in {"topic", "title"}:
        before = facts.topic if name == "topic" else facts.title
        said = title_text(text, place, findings)
        return (
            replace(facts, topic=_joined(before, said))
            if name == "topic"
            else replace(facts, title=_joined(before, said))
        )
    if name == "organizers":
        return replace(facts, organizers=(*facts.organizers, *_people(line, findings)))
    if name == "notes":
        return replace(facts, notes=(*facts.notes, one_line(text, place, findings)))
    if name == "website" and (address := web_address(text)):
        return replace(facts, website=address)
    if name == "language" and (tag := language_tag(text)):
        return replace(facts, language=tag)
    if name == "date":
        return _unlabelled(facts, line, findings, above=False)
    if name == "venue" and not facts.venue and not _MEETING.search(text):
        return replace(facts, venue=one_line(text, place, findings))
    if name == "series" and not facts.series:
        return replace(facts, series=one_line(text, place, findings))
    return _left(facts, line, findings)


def _joined(before: str, said: str) -> str:
    return f"{before} {said}" if before and said else before or said


def _unlabelled(facts: Facts, line: Line, findings: list[Finding], *, above: bool) -> Facts:
    text, place = line.text, line.place
    if is_structure(line):
        return facts
    if day := day_in(text):
        return _dated(facts, line, day, findings)
    if _ZONES.match(text):
        hours = hours_in(text)
        _compare_hours(facts, hours, place, findings)
        words = text[: hours.begin].strip(" :,–-") if hours else text.strip(" :")
        return replace(
            facts, region=words, hours=facts.hours or hours, hours_place=facts.hours_place or (place if hours else None)
        )
    if row := grid_line(line):
        if row.rest:
            _left(facts, Line(place, row.rest), findings)
        return replace(facts, grid=(*facts.grid, row))
    hours = hours_in(text)
    if hours and hours_alone(text):
        _compare_hours(facts, hours, place, findings)
        return replace(facts, hours=facts.hours or hours, hours_place=facts.hours_place or place)
    if (found := _ADDRESS.fullmatch(text)) and not _MEETING.search(text) and not facts.website:
        return replace(facts, website=web_address(found[1]))
    private = _MAIL.search(text) or _MEETING.search(text)
    if above and not facts.title and not line.cells and not private and (line.heading or text[-1] not in ".:;,"):
        return replace(facts, title=title_text(text, place, findings))
    if above and not facts.series and _SERIES.search(text) and text[-1] != ".":
        findings.append(Finding(GUESSED, f'"{text[:60]}" is taken as the series of the event', place))
        return replace(facts, series=one_line(text, place, findings))
    if not private and text[-1] in ".!" and len(text.split()) > 3:
        return replace(facts, notes=(*facts.notes, one_line(text.removeprefix("- "), place, findings)))
    return _left(facts, line, findings)


def _dated(facts: Facts, line: Line, day: WrittenDay, findings: list[Finding]) -> Facts:
    """A line with a date, and the hours behind it; what else stands there is title or venue."""
    text, place = line.text, line.place
    if day.is_another_weekday:
        message = f"{day.date.isoformat()} is a {day.date:%A}, not a {day.weekday}"
        findings.append(Finding(CONTRADICTION, message, place, "the date is taken; check it"))
    if facts.date and facts.date != day.date:
        message = f"the document says {facts.date.isoformat()} and {day.date.isoformat()}"
        findings.append(Finding(CONTRADICTION, message, place, "the first is taken; check it"))
    hours = hours_in(text[day.stop :])
    behind = text[day.stop :] if not hours else text[day.stop :][: hours.begin] + text[day.stop :][hours.stop :]
    rest = " ".join((text[: day.begin] + " " + behind).split()).strip(" ,;:|–—-()")
    _compare_hours(facts, hours, place, findings)
    facts = replace(
        facts,
        date=facts.date or day.date,
        hours=facts.hours or hours,
        hours_place=facts.hours_place or (place if hours else None),
    )
    if not folded(rest):
        return facts
    if not facts.title and day.begin > 0:
        return replace(facts, title=title_text(rest, place, findings))
    if not facts.venue:
        findings.append(Finding(GUESSED, f'"{rest[:60]}" is taken as the venue', place))
        return replace(facts, venue=one_line(rest, place, findings))
    return _left(facts, Line(place, rest), findings)


def _compare_hours(facts: Facts, hours: Hours | None, place: Place, findings: list[Finding]) -> None:
    if hours and facts.hours and (hours.start, hours.end) != (facts.hours.start, facts.hours.end):
        also = (facts.hours_place,) if facts.hours_place else ()
        message = "the announced hours differ from those written above"
        findings.append(Finding(CONTRADICTION, message, place, "the first are taken; check them", also))


def _people(line: Line, findings: list[Finding]) -> tuple[ImportedName, ...]:
    """Names, each with an affiliation in brackets or without."""
    text = plain(line.markup).removeprefix("- ").strip()
    if _MAIL.search(text):
        findings.append(Finding(PRIVATE, "e-mail addresses are left out", line.place))
        text = re.sub(r"\(\s*\)|<\s*>", "", _MAIL.sub("", text))
    return tuple(ImportedName(one.name, one.affiliation) for one in authors_of(text, line.place, findings))


def _left(facts: Facts, line: Line, findings: list[Finding]) -> Facts:
    if _MAIL.search(line.text) or _MEETING.search(line.text):
        findings.append(Finding(PRIVATE, "e-mail addresses and links to meeting rooms are left out", line.place))
    else:
        message = f'"{line.text[:60]}" is left out'
        findings.append(Finding(LEFT_OUT, message, line.place, "write it where it belongs by hand"))
    return facts
