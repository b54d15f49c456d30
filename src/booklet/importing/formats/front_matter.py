"""A folder of Markdown files with front matter, as site generators have for events, into a Meeting."""

import datetime as dt
import re
from collections.abc import Iterator

from booklet.codes import BAD_SOURCE, CONTRADICTION, GUESSED, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.addresses import orcid
from booklet.importing.cleaning.moments import moment
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import one_name
from booklet.importing.meeting import ImportedEvent, ImportedPerson, ImportedTalk, Meeting
from booklet.importing.meeting_parts.asides import say_private, say_unused
from booklet.importing.meeting_parts.each_once import each_once
from booklet.importing.meeting_parts.happening import Happening
from booklet.importing.meeting_parts.in_quotes import in_quotes
from booklet.importing.meeting_parts.poster_sessions import posters_together
from booklet.importing.meeting_parts.schedule import Schedule, meeting_of
from booklet.importing.meeting_parts.schedule_talk import Said, talk_of
from booklet.importing.meeting_parts.speakers import Speaker, people_of
from booklet.importing.sources.record import Record, Value
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.sources.yaml_records import front_matter
from booklet.importing.wish import Wish
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace

_DEEP = 6
# Addresses that Jekyll fills in; their quotes inside of quotes are no HTML.
_LIQUID = re.compile(
    r"\{\{(?:[^{}\n]{0,300}\|\s{0,9}(?:relative|absolute)_url|\s{0,9}(?:site|page)\.[\w.]{1,80})\s{0,9}\}\}"
)
_PRIVATE = {"email": "e-mail addresses", "meeting_url": "links to meeting rooms", "zoom": "links to meeting rooms"}
_UNUSED = ("prerequisites", "panelists", "instructions")
_AUTHORS = ("authors", "speakers", "presenters", "author", "speaker", "presenter")
_TIMES = ("time", "times", "dates", "start", "start_time", "startTime")
_ENDS = ("end", "end_time", "endTime")
_ABSTRACTS = ("abstract", "description", "summary")
_KINDS = ("category", "categories", "type", "kind", "format")
_LINKS = {
    "doi": "",
    "slides": "Slides",
    "recording_url": "Recording",
    "recording_urls": "Recording",
    "video": "Recording",
}


@dataclass(frozen=True, slots=True)
class _Event:
    """A file with its front matter and the text below it."""

    file: SourceFile
    record: Record
    body: str


def is_front_matter(source: Source) -> bool:
    """Whether Markdown files say the title of an event and who gives it, or when it is."""
    events = _events(source, [])
    return bool(events) and any(_first(event.record, (*_AUTHORS, *_TIMES)) for event in events)


def read_front_matter(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """A talk for each file, and an occurrence for each of its times, however deep they are nested."""
    events = _events(source, findings)
    if not events:
        message = "there are no Markdown files with front matter and a title"
        findings.append(Finding(BAD_SOURCE, message, Place(source.name)))
    records = [event.record for event in events]
    authors = [author for record in records for author in _authors(record)]
    say_private([*records, *authors], _PRIVATE, findings)
    say_unused(records, _UNUSED, findings)
    dated = any(_first(record, _TIMES) for record in records)
    happenings: list[Happening] = []
    unplaced: list[ImportedTalk] = []
    for event in events:
        talk = talk_of(_said(event, findings), findings)
        found = tuple(_happenings(event, talk, dated, findings))
        happenings.extend(found)
        unplaced.extend(() if found else (talk,))
    schedule = Schedule(
        event=ImportedEvent(title=wish.title),
        place=Place(events[0].file.name if events else source.name),
        happenings=tuple(happenings),
        unplaced=tuple(unplaced),
        people=_people(authors, findings),
    )
    return posters_together(meeting_of(schedule, wish, findings))


def _events(source: Source, findings: list[Finding]) -> tuple[_Event, ...]:
    found = []
    for file in source.ending(".md", ".markdown"):
        matter = front_matter(file, findings)
        if matter and matter.record.text("title"):
            found.append(_Event(file, matter.record, _LIQUID.sub("", matter.body)))
    return tuple(found)


def _first(record: Record, names: tuple[str, ...]) -> str:
    """The first of these fields that has a value."""
    return next((name for name in names if record.values.get(name) not in (None, "", ())), "")


def _said(event: _Event, findings: list[Finding]) -> Said:
    record = event.record
    kind = next(iter(record.texts(_first(record, _KINDS))), "")
    return Said(
        key=event.file.name,
        title=record.text("title"),
        place=record.of("title"),
        subtitle=record.text("subtitle"),
        abstract=record.text(_first(record, _ABSTRACTS)),
        description=event.body,
        form="markdown",
        speakers=tuple(_speakers(record, findings)),
        kind=kind,
        language=record.text("language") or record.text("lang"),
        track=record.text("track") or kind.replace("-", " ").capitalize(),
        keywords=record.texts("keywords") or record.texts("tags"),
        links=tuple((address, label) for field, label in _LINKS.items() for address in record.texts(field)),
    )


def _authors(record: Record) -> tuple[Record, ...]:
    """The authors that are records; those that are mere names have no more to say."""
    return record.records(_first(record, _AUTHORS))


def _speakers(record: Record, findings: list[Finding]) -> Iterator[Speaker]:
    """The authors; an affiliation is an index in the list of the file, several of them, or a text."""
    field = _first(record, _AUTHORS)
    listed = {one.text("index") or one.text("id"): one.text("name") for one in record.records("affiliations")}
    authors = _authors(record)
    for author in authors:
        wanted = author.texts("affiliation") or author.texts("affiliations")
        missing = [each for each in wanted if each.isdigit() and each not in listed]
        if missing:
            message = f"there is no affiliation {in_quotes(missing[0])} in the list of the file"
            findings.append(Finding(LEFT_OUT, message, author.place))
        yield Speaker(
            name=author.text("name"),
            place=author.of("name"),
            affiliations=tuple(listed.get(each, each) for each in wanted if each not in missing),
            biography=author.text("bio") or author.text("biography"),
            presenting=author.truth("is_speaker") or author.truth("presenting"),
        )
    for name in () if authors else record.texts(field):
        yield Speaker(name, record.of(field))


def _happenings(event: _Event, talk: ImportedTalk, dated: bool, findings: list[Finding]) -> Iterator[Happening]:
    """An occurrence for each time. The date of a file is that of its publication where others say when they are."""
    record = event.record
    field = _first(record, _TIMES)
    stretches = tuple(_stretches(record, field, 0))
    if not stretches and not dated and record.text("date"):
        stretches = ((record.text("date"), ""),)
        message = "the date of a file is taken for that of its event"
        findings.append(Finding(GUESSED, message, record.of("date")))
    keys = each_once(event.file.name for _ in stretches)
    room = one_line(record.text("room") or record.text("location"), record.of("room"), findings)
    for key, (start, end) in zip(keys, stretches, strict=True):
        first, last = moment(start), moment(end)
        if first is None:
            message = f"{in_quotes(start)} is no time that is understood: the event has no place in the program"
            findings.append(Finding(LEFT_OUT, message, record.of(field or "date")))
            continue
        minutes = _minutes(first, last) if last and bool(last.tzinfo) == bool(first.tzinfo) else None
        if end and minutes is None:
            message = f"{in_quotes(end)} is no end that is understood"
            findings.append(Finding(CONTRADICTION, message, record.of(field)))
        kind = {"keynote": "keynote", "poster": "posters"}.get(talk.kind, "")
        yield Happening(
            key=key,
            start=first,
            place=record.of(field or "date"),
            minutes=minutes,
            rooms=(room,) if room else (),
            track=talk.track,
            kind=kind,
            talk=replace(talk, track=""),
        )


def _minutes(first: dt.datetime, last: dt.datetime) -> int:
    return round((last - first).total_seconds() / 60)


def _stretches(value: Value, field: str, depth: int) -> Iterator[tuple[str, str]]:
    """Starts with their ends, of records and of lists of lists of them."""
    if isinstance(value, tuple) and depth < _DEEP:
        for each in value:
            yield from _stretches(each, field, depth + 1)
    elif isinstance(value, Record):
        inner = value.values.get(field)
        if isinstance(inner, tuple | Record) and depth < _DEEP:
            yield from _stretches(inner, "start", depth + 1)
        elif start := value.text(field):
            yield start, value.text(_first(value, _ENDS))


def _people(authors: list[Record], findings: list[Finding]) -> tuple[ImportedPerson, ...]:
    """Those with an ORCID or a life, each name once."""
    lives = {
        person.name: person
        for person in people_of(
            (
                Speaker(one.text("name"), one.place, biography=one.text("bio") or one.text("biography"))
                for one in authors
            ),
            findings,
        )
    }
    for author in authors:
        name, number = one_name(author.text("name"), author.place, []).name, orcid(author.text("orcid"))
        known = lives.get(name, ImportedPerson(name))
        if name and number and not known.orcid:
            lives[name] = replace(known, orcid=number)
    return tuple(lives.values())
