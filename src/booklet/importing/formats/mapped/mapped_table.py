"""Tables that no known system wrote (hand-made ones, answers to forms, agendas) into a Meeting, by what their columns are."""

import re
from collections.abc import Iterable, Iterator

from booklet.codes import BAD_SOURCE, GUESSED
from booklet.finding import Finding
from booklet.importing.column_mapping import ColumnMapping
from booklet.importing.formats.mapped.mapped_entries import Entry, entries_of
from booklet.importing.formats.mapped.mapped_rows import all_tables, best_guess, mapped_rows
from booklet.importing.formats.mapped.mapped_sessions import groups_of, happening_of, on_clocks, session_of
from booklet.importing.mapping_file import FILE
from booklet.importing.meeting import ImportedEvent, ImportedSession, ImportedTalk, Meeting
from booklet.importing.meeting_parts.event_zone import event_zone
from booklet.importing.meeting_parts.runs import sessions_of
from booklet.importing.meeting_parts.schedule import in_language, main_language, used_rooms, used_tracks
from booklet.importing.sources.source import Source
from booklet.importing.wish import Wish
from booklet.place import Place
from booklet.plain_dataclasses import replace

_ZONE = re.compile(r"[(\[]\s*(?:all times in |in )?([A-Za-z]+(?:/[A-Za-z0-9_+-]+)++|UTC|GMT|[A-Z]{3,4})\s*[)\]]")
_ANNOUNCED = 12  # columns that are named in one finding


def is_mapped_table(source: Source) -> bool:
    """Whether a table has a column that may hold titles: then it can be read, if somebody says what its columns are."""
    return best_guess(all_tables(source, [])) is not None


def guessed_mapping(source: Source, findings: list[Finding]) -> ColumnMapping | None:
    """What the columns of the best table may be; None where there is none with titles."""
    guess = best_guess(all_tables(source, findings))
    return guess.mapping if guess else None


def read_mapped_table(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """The Meeting of the tables that have the columns of the wish's mapping, else of one that is guessed and told."""
    mapping = wish.mapping
    if mapping is None:
        mapping = guessed_mapping(source, [])
        if mapping:
            _tell(mapping, source, findings)
    if mapping is None or not any(column.role == "title" for column in mapping.columns):
        hint = (
            f"give the column with the titles the role title in {FILE}"
            if mapping
            else "name the columns in its first row"
        )
        findings.append(Finding(BAD_SOURCE, "no column of a table holds the titles of talks", Place(source.name), hint))
        return Meeting(ImportedEvent())
    tables = mapped_rows(source, mapping, guessed=wish.mapping is None, findings=findings)
    entries = [entry for rows in tables if rows for entry in entries_of(rows, findings)]
    entries = _keyed(entries, findings)
    return _meeting(entries, mapping, source, wish, findings)


def _tell(mapping: ColumnMapping, source: Source, findings: list[Finding]) -> None:
    """One finding of all that was guessed."""
    named = [f'"{column.header[:60] or column.number}" as {column.role}' for column in mapping.read]
    more = f" and {len(named) - _ANNOUNCED} others" if len(named) > _ANNOUNCED else ""
    message = f"columns are taken so: {', '.join(named[:_ANNOUNCED])}{more}"
    place = Place(source.ending(".csv", ".tsv", ".xlsx")[0].name)
    findings.append(Finding(GUESSED, message, place, f"change {FILE} and import again, if that is not so"))


def _meeting(
    entries: list[Entry], mapping: ColumnMapping, source: Source, wish: Wish, findings: list[Finding]
) -> Meeting:
    place = Place(source.files[0].name)
    language = wish.language or main_language(entry.talk.language for entry in entries if entry.talk)
    starts = [entry.when.start for entry in entries if entry.when.start]
    said = next(
        (
            found[1]
            for column in mapping.read
            if (found := _ZONE.search(column.header)) and column.role in {"start", "date"}
        ),
        "",
    )
    zone = event_zone(said, starts, language, wish, place, findings) if starts else wish.zone
    groups, others = groups_of(on_clocks(entry, zone or "UTC") for entry in entries)
    alone = [happening for entry in others if (happening := happening_of(entry))]
    sessions = [*(session_of(group, findings) for group in groups), *(sessions_of(alone, zone or "UTC", findings))]
    talks = _talks(entries, others, findings)
    return Meeting(
        event=ImportedEvent(title=wish.title, zone=zone, language=language),
        sessions=_in_order(sessions),
        talks=tuple(in_language(talk, language) for talk in talks),
        people=tuple({entry.person.name: entry.person for entry in reversed(entries) if entry.person}.values())[::-1],
        rooms=used_rooms((), tuple(sessions), place, findings),
        tracks=used_tracks((), tuple(sessions), tuple(talks)),
    )


def _keyed(entries: list[Entry], findings: list[Finding]) -> list[Entry]:
    """Entries whose talks have keys of their own. Rows of one key and title are one talk: more authors, or another time."""
    talks: dict[str, ImportedTalk] = {}
    numbers: dict[str, int] = {}
    found = []
    for entry in entries:
        talk = entry.talk
        if talk:
            key = talk.key
            while key in talks and talks[key].title != talk.title:
                numbers[talk.key] = numbers.get(talk.key, 1) + 1
                key = f"{talk.key} ({numbers[talk.key]})"
            if known := talks.get(key):
                message = "rows of one title are taken for one talk, with the authors of all"
                findings.append(Finding(GUESSED, message, entry.place))
                names = {author.name for author in known.authors}
                more = tuple(author for author in talk.authors if author.name not in names)
                talk = replace(known, authors=(*known.authors, *more))
            talks[key] = replace(talk, key=key)
            entry = replace(entry, talk=talks[key])
        found.append(entry)
    last = [replace(entry, talk=talks[entry.talk.key]) if entry.talk else entry for entry in found]
    return list(_each_place_once(last))


def _each_place_once(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries without those that say once more when and where a talk is."""
    seen = set()
    for entry in entries:
        name = (entry.talk.key, entry.when, entry.session, entry.part, entry.room) if entry.talk else None
        if name is None or name not in seen:
            yield entry
        seen.add(name)


def _talks(entries: list[Entry], others: tuple[Entry, ...], findings: list[Finding]) -> list[ImportedTalk]:
    """The talks, each once; of one that is in no session of the program, what the table calls its session is its track."""
    talks: dict[str, ImportedTalk] = {}
    lone = {entry.talk.key: entry for entry in others if entry.talk and entry.when.start is None}
    for entry in entries:
        if not entry.talk or entry.talk.key in talks:
            continue
        talk = entry.talk
        if talk.key in lone and entry.session and not talk.track:
            message = "sessions without a date are taken for tracks"
            findings.append(Finding(GUESSED, message, entry.place, "add a column with the date"))
            talk = replace(talk, track=entry.session)
        elif talk.key in lone and entry.when.day:
            message = "a talk with a date but neither a time nor a session has no place in the program"
            findings.append(Finding(GUESSED, message, entry.place, "add a column with the time or the session"))
        talks[talk.key] = talk
    return list(talks.values())


def _in_order(sessions: Iterable[ImportedSession]) -> tuple[ImportedSession, ...]:
    """The sessions by date and start; keys each once."""
    counts: dict[str, int] = {}
    found = []
    for session in sorted(sessions, key=lambda one: (one.date, one.start is None, f"{one.start or ''}")):
        counts[session.key] = counts.get(session.key, 0) + 1
        number = counts[session.key]
        found.append(session if number == 1 else replace(session, key=f"{session.key} ({number})"))
    return tuple(found)
