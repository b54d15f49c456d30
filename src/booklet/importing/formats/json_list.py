"""A JSON list of flat records, as Notion and its like export tables, into a Meeting: fields by their names."""

import datetime as dt
import re

from booklet.codes import BAD_SOURCE, CHANGED_TEXT, CONTRADICTION, GUESSED, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.durations import minutes_between
from booklet.importing.cleaning.kinds import session_kind
from booklet.importing.cleaning.moments import moment
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import names_in
from booklet.importing.cleaning.spans import span
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.cleaning.word_lists import parted_words
from booklet.importing.meeting import ImportedEvent, ImportedTalk, Meeting
from booklet.importing.meeting_parts.asides import say_private
from booklet.importing.meeting_parts.each_once import each_once
from booklet.importing.meeting_parts.happening import Happening
from booklet.importing.meeting_parts.in_quotes import in_quotes
from booklet.importing.meeting_parts.schedule import Schedule, meeting_of
from booklet.importing.meeting_parts.schedule_talk import Said, talk_of
from booklet.importing.meeting_parts.speakers import Speaker
from booklet.importing.sources.json_records import json_value
from booklet.importing.sources.record import Record, listed_records
from booklet.importing.sources.source import Source
from booklet.importing.wish import Wish
from booklet.place import Place
from booklet.plain_dataclasses import dataclass

_LINK = re.compile(r"\s{0,3}\((?:https?://|www\.)[^\s()]{1,2000}\)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_LONGEST = 500
_SAMPLE = 200
# Little pictures before and behind titles, of which no font for print has many.
_PICTURES = "[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d\u00a0 ]"
_AROUND = re.compile(rf"^{_PICTURES}+(?=\S)|(?<=\S){_PICTURES}+$")
# What says no more than that it is in the program is no track.
_SAYS_NOTHING = frozenset(
    {"talk", "talks", "session", "sessions", "presentation", "lecture", "event", "other", "keynote"}
)
_PRIVATE = {
    name: what
    for what, names in {
        "e-mail addresses": ("Email", "E-mail", "email", "Speaker Email"),
        "telephone numbers": ("Phone", "phone", "Telephone"),
        "internal notes": ("Internal notes", "Notes", "internal_notes"),
    }.items()
    for name in names
}
# By the part that a field plays, the names that it may have, in small letters; the first with something in it is taken.
_NAMES = {
    "title": ("name", "title", "session title", "talk title", "session", "talk"),
    "relation": ("talk", "session", "presentation"),
    "time": ("time", "when", "date & time", "date and time", "date", "schedule", "slot"),
    "start": ("start", "starts at", "start time", "startsat", "start_time"),
    "end": ("end", "ends at", "end time", "endsat", "end_time"),
    "speakers": ("speaker names", "speakers", "speaker", "presenters", "presenter", "authors", "author"),
    "affiliation": ("affiliation", "company", "organisation", "organization", "institution"),
    "kind": ("kind", "type", "format", "session type", "category"),
    "abstract": ("abstract", "description", "summary", "details"),
    "room": ("room", "stage", "location", "venue", "hall"),
    "track": ("track", "topic", "stream"),
    "language": ("language",),
    "keywords": ("tags", "keywords"),
}


@dataclass(frozen=True, slots=True)
class _Fields:
    """What the fields of the records are called, by the part that they play."""

    names: dict[str, str]

    def text(self, record: Record, part: str) -> str:
        """The value without addresses in brackets behind names; an address alone is no value."""
        text = _LINK.sub("", record.text(self.names.get(part, ""))).strip()
        return "" if _is_address(text) else text

    def place(self, record: Record, part: str) -> Place:
        """Where the value stands."""
        return record.of(self.names.get(part, ""))


def is_json_list(source: Source) -> bool:
    """Whether most records of a list have a title and a time, and none has lists or records in it."""
    records = _records(source, [])[:_SAMPLE]
    fields = _fields(records)
    timed = [record for record in records if fields.text(record, "title") and _stretch(fields, record)]
    return len(timed) * 2 > len(records)


def read_json_list(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """What has speakers, or is not called like a break, is a talk. One of the same title and speakers twice is one."""
    records = _records(source, findings)
    place = records[0].place if records else Place(source.name)
    fields = _fields(records)
    if "title" not in fields.names:
        findings.append(Finding(BAD_SOURCE, "there is no list of records with a name or title", place))
        return Meeting(ImportedEvent())
    taken = ", ".join(f"{part}: {in_quotes(name)}" for part, name in fields.names.items())
    findings.append(Finding(GUESSED, f"the fields are taken by their names ({taken})", place))
    say_private(records, _PRIVATE, findings)
    happenings: list[Happening] = []
    unplaced: list[ImportedTalk] = []
    keys = each_once(fields.text(record, "title") for record in records)
    for key, record in zip(keys, records, strict=True):
        if not fields.text(record, "title"):
            findings.append(Finding(LEFT_OUT, "a record without a title is left out", record.place))
            continue
        _say_two_titles(fields, record, findings)
        talk = _talk(fields, record, findings)
        happening = _happening(key, talk, fields, record, findings)
        happenings.extend((happening,) if happening else ())
        unplaced.extend((talk,) if talk and not happening else ())
    schedule = Schedule(ImportedEvent(), place, tuple(happenings), tuple(unplaced))
    return meeting_of(schedule, wish, findings)


def _say_two_titles(fields: _Fields, record: Record, findings: list[Finding]) -> None:
    """A table that refers to another one keeps the title that a record has there."""
    title, other = fields.text(record, "title"), fields.text(record, "relation")
    if other and other != title:
        message = f"{in_quotes(title)} is called {in_quotes(other)} in another field: the first is taken"
        findings.append(Finding(CONTRADICTION, message, fields.place(record, "relation")))


def _records(source: Source, findings: list[Finding]) -> tuple[Record, ...]:
    """The records of the first file that is a list of flat ones."""
    for file in source.ending(".json"):
        value = json_value(file, findings)
        records = listed_records(value)
        if records and len(records) == len(value if isinstance(value, tuple) else ()) and all(map(_is_flat, records)):
            return records
    return ()


def _is_flat(record: Record) -> bool:
    return not any(isinstance(value, Record | tuple) for value in record.values.values())


def _is_address(text: str) -> bool:
    """Whether there is nothing but addresses, parted by commas."""
    parts = [part for one in text.split(",") if (part := one.strip())]
    return bool(parts) and all(map(_ADDRESS.fullmatch, parts))


def _fields(records: tuple[Record, ...]) -> _Fields:
    """For each part the first of its names that has a value, other than an address, in some record."""
    present: dict[str, str] = {}
    for record in records:
        for name in record.values:
            if record.text(name) and not _is_address(record.text(name)):
                present.setdefault(name.casefold().strip(), name)
    found = {part: [present[name] for name in names if name in present] for part, names in _NAMES.items()}
    return _Fields({part: names[0] for part, names in found.items() if names})


def _stretch(fields: _Fields, record: Record) -> tuple[dt.datetime, int | None] | None:
    """Start and minutes, of one field or of two."""
    written = fields.text(record, "time")
    if found := span(written):
        if found.day is None:
            return None
        start = dt.datetime.combine(found.day, found.start)
        end = dt.datetime.combine(found.day, found.end)
        return start, round((end - start).total_seconds() / 60) % (24 * 60) or None
    first, last = moment(fields.text(record, "start") or written), moment(fields.text(record, "end"))
    if first is None:
        return None
    return first, minutes_between(first, last)


def _talk(fields: _Fields, record: Record, findings: list[Finding]) -> ImportedTalk | None:
    """The talk; None for what nobody speaks in and of which nothing is said."""
    names = names_in(fields.text(record, "speakers"), fields.place(record, "speakers"), findings)
    title, kind = _title(fields, record, []), fields.text(record, "kind")
    abstract = fields.text(record, "abstract")
    if not names and not abstract and (session_kind(title) or kind.casefold() in {"other", "", "break", "service"}):
        return None
    affiliation = fields.text(record, "affiliation")
    place = fields.place(record, "speakers")
    said = Said(
        key=" | ".join((title, ", ".join(name.name for name in names))),
        title=title,
        place=record.place,
        abstract=abstract,
        speakers=tuple(
            Speaker(
                name.name, place, (affiliation,) if affiliation and len(names) == 1 else (), presenting=name.presenting
            )
            for name in names
        ),
        kind=kind,
        language=fields.text(record, "language"),
        keywords=parted_words(fields.text(record, "keywords")),
    )
    return talk_of(said, findings)


def _title(fields: _Fields, record: Record, findings: list[Finding]) -> str:
    """The title without little pictures around it."""
    title = fields.text(record, "title")
    bare = _AROUND.sub("", title) if len(title) <= _LONGEST else title
    if bare and bare != title:
        message = "little pictures around titles are left out"
        findings.append(Finding(CHANGED_TEXT, message, fields.place(record, "title")))
    return bare or title


def _happening(
    key: str, talk: ImportedTalk | None, fields: _Fields, record: Record, findings: list[Finding]
) -> Happening | None:
    place = fields.place(record, "time")
    stretch = _stretch(fields, record)
    title = title_text(_title(fields, record, findings), fields.place(record, "title"), findings)
    if stretch is None:
        message = f"{in_quotes(title)} has no time that is understood: it has no place in the program"
        findings.append(Finding(LEFT_OUT, message, place))
        return None
    start, minutes = stretch
    kind = fields.text(record, "kind")
    room = one_line(fields.text(record, "room"), fields.place(record, "room"), findings)
    track = one_line(fields.text(record, "track"), fields.place(record, "track"), findings)
    alone = "keynote" if talk and talk.kind == "keynote" else ""
    return Happening(
        key=key,
        start=start,
        place=record.place,
        minutes=minutes,
        rooms=(room,) if room else (),
        track=track or (one_line(kind, place, findings) if talk and kind.casefold() not in _SAYS_NOTHING else ""),
        kind=alone if talk else session_kind(title) or "plenary",
        talk=talk,
        title="" if talk else title,
    )
