"""Sessions, speakers and abstracts of a Jekyll site into talks and posters."""

import re
from collections.abc import Mapping

from booklet.codes import CHANGED_TEXT, GUESSED, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.kinds import talk_kind
from booklet.importing.cleaning.languages import language_tag
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import joined_name, names_in
from booklet.importing.cleaning.prose import prose
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.formats.jekyll.abstract_references import parted_references
from booklet.importing.formats.jekyll.time_slots import Entry
from booklet.importing.meeting import ImportedAuthor, ImportedTalk
from booklet.importing.meeting_parts.each_once import each_once
from booklet.importing.meeting_parts.in_quotes import in_quotes
from booklet.importing.sources.record import Record
from booklet.plain_dataclasses import dataclass

_RESIDUE = re.compile(r"\((?:previous|old|former)\s+(?:id|number|no\.?)\s*:?\s*\w{1,20}\)\s*", re.IGNORECASE)
_NUMBER = "easychair_id"
_BOARD = 20


@dataclass(frozen=True, slots=True)
class Talks:
    """All talks; those of entries of the schedule by the entries' keys; the ids of the speakers who have one."""

    talks: tuple[ImportedTalk, ...]
    by_entry: Mapping[str, ImportedTalk]
    speakers: frozenset[str]


def talks_of(
    entries: tuple[Entry, ...], speakers: tuple[Record, ...], abstracts: tuple[Record, ...], findings: list[Finding]
) -> Talks:
    """An entry is a talk when it has speakers, or the number of an abstract. What remains of the abstracts are posters, or
    talks without a time."""
    lowered = tuple(map(_lowered, abstracts))
    keys = each_once(f"abstract {one.text('id') or one.text('title')}" for one in lowered)
    numbers = {one.text("id"): index for index, one in reversed(tuple(enumerate(lowered)))}
    people = {one.text("id"): one for one in reversed(speakers)}
    wanted = {entry.record.text(_NUMBER) for entry in entries} - {""}
    given = tuple(
        _abstract(key, one, one.text("id") in wanted, findings) for key, one in zip(keys, lowered, strict=True)
    )
    by_entry: dict[str, ImportedTalk] = {}
    invited: list[ImportedTalk] = []
    for entry in entries:
        number, ids = entry.record.text(_NUMBER), entry.record.texts("speakers")
        if number in numbers:
            by_entry[entry.key] = given[numbers[number]]
        elif speaking := [people[each] for each in ids if each in people]:
            by_entry[entry.key] = _invited(entry, speaking, findings)
            invited.append(by_entry[entry.key])
        elif number or ids:
            message = f"abstract or speaker {in_quotes(number or ids[0])} of a session is nowhere"
            findings.append(Finding(LEFT_OUT, message, entry.record.place))
    used = frozenset(each for entry in entries for each in entry.record.texts("speakers"))
    return Talks((*invited, *given), by_entry, used)


def name_of(speaker: Record) -> str:
    """First and last name."""
    return joined_name(speaker.text("name"), "", speaker.text("surname"))


def _lowered(record: Record) -> Record:
    """The record with its fields in small letters."""
    return Record(
        {name.casefold(): value for name, value in record.values.items()},
        record.place,
        {name.casefold(): place for name, place in record.places.items()},
    )


def _abstract(key: str, one: Record, is_scheduled: bool, findings: list[Finding]) -> ImportedTalk:
    """An abstract: a talk, a poster, both (a talk with a board), or neither. The number of a poster is its board."""
    poster, talk = one.truth("poster"), one.truth("talk") or is_scheduled
    if poster:
        findings.append(Finding(GUESSED, "the numbers of the posters are taken for their boards", one.of("id")))
    elif not talk:
        message = "an abstract is called neither a talk nor a poster and has no time: it stands after the program"
        findings.append(Finding(GUESSED, message, one.place))
    text, references = parted_references(one.text("abstract"))
    presenting = {found.name.casefold() for found in names_in(one.text("presenting_author"), one.place, [])}
    return ImportedTalk(
        key=key,
        title=_title(one, findings),
        place=one.place,
        abstract=prose(text, "any", one.of("abstract"), findings),
        authors=tuple(
            ImportedAuthor(found.name, presenting=found.presenting or found.name.casefold() in presenting)
            for found in names_in(one.text("authors"), one.of("authors"), findings)
        ),
        kind="poster" if poster and not talk else "",
        board=one.text("id") if poster and len(one.text("id")) <= _BOARD else "",
        keywords=tuple(one_line(word, one.of("keywords"), findings) for word in one.texts("keywords")),
        references=tuple(" ".join(prose(line, "plain", one.of("abstract"), findings).split()) for line in references),
    )


def _title(one: Record, findings: list[Finding]) -> str:
    """The title without what its editors wrote before it."""
    text = one.text("title")
    if found := _RESIDUE.match(text):
        message = f'"{found[0].strip()}" before a title is left out'
        findings.append(Finding(CHANGED_TEXT, message, one.of("title")))
        text = text[found.end() :]
    return title_text(text, one.of("title"), findings)


def _invited(entry: Entry, speaking: list[Record], findings: list[Finding]) -> ImportedTalk:
    """The talk of invited speakers: with the title and abstract that the speaker has, or else those of the entry."""
    own = next((one for one in speaking if one.text("abstract_title")), None)
    record = own or entry.record
    title = own.text("abstract_title") if own else entry.title
    text = record.text("abstract") or entry.record.text("description")
    is_keynote = any(one.truth("keynote") for one in speaking) or talk_kind(entry.record.text("subtype")) == "keynote"
    return ImportedTalk(
        key=f"session {entry.key}",
        title=title_text(title, record.place, findings),
        place=entry.record.place,
        abstract=prose("" if text == title else text, "any", record.of("abstract"), findings),
        authors=tuple(_speaker(one, findings) for one in speaking),
        kind="keynote" if is_keynote else talk_kind(entry.kind),
        language=language_tag(entry.record.text("language")),
    )


def _speaker(one: Record, findings: list[Finding]) -> ImportedAuthor:
    company = one_line(one.text("company"), one.of("company"), findings)
    return ImportedAuthor(name_of(one), (company,) if company else (), presenting=True)
