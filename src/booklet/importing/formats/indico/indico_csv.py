"""Indico's tables, of contributions or abstracts, or as Indico takes them in, into a Meeting."""

import re
from collections.abc import Iterator

from booklet.codes import BAD_SOURCE
from booklet.finding import Finding
from booklet.importing.cleaning.durations import duration
from booklet.importing.cleaning.kinds import talk_kind
from booklet.importing.cleaning.moments import moment
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import joined_name
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.meeting import ImportedEvent, ImportedTalk, Meeting
from booklet.importing.meeting_parts.asides import say_private, say_unused
from booklet.importing.meeting_parts.each_once import each_once
from booklet.importing.meeting_parts.happening import Happening
from booklet.importing.meeting_parts.schedule import Schedule, meeting_of
from booklet.importing.meeting_parts.schedule_talk import Said, happening_of, talk_of
from booklet.importing.meeting_parts.speakers import Speaker
from booklet.importing.meeting_parts.submissions import accepted, verdict
from booklet.importing.sources.record import Record
from booklet.importing.sources.source import Source
from booklet.importing.sources.table import Table
from booklet.importing.sources.tables import records, tables
from booklet.importing.wish import Wish
from booklet.place import Place
from booklet.plain_dataclasses import replace

_OWN = frozenset({"program code", "presenters", "submitter", "accepted track", "submitted for tracks"})
_PEOPLE = ("authors", "primary authors", "co-authors", "presenters", "speakers")
_SYSTEM = frozenset({"id", "state", "submission date", "submitted", "modification date", "materials"})
_USED = frozenset(
    {
        "title", "description", "content", "date", "duration", "type", "session", "track", "keywords", "program code",
        "board number", "accepted type", "accepted contribution type", "accepted track",
    }
)  # fmt: skip
_PRIVATE = re.compile(r".*e-?mail.*|submitter.*|submission comment|.*judg.*|.*review.*|.*score.*")
# The table that Indico takes in has no header: start, minutes, title, given and family name, affiliation, e-mail.
_COLUMNS = ("date", "duration", "title", "given", "family", "affiliation", "email")
_MAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{3,190}")
# Indico writes ends of lines in tables as four blanks.
_LINES = re.compile(r" {4,}")


def is_indico_csv(source: Source) -> bool:
    """Whether a table has Id, Title and what only Indico has, or is one that Indico takes in."""
    return bool(_rows(source, []))


def read_indico_csv(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """The Meeting of the first such table. Contributions go by their Id, or by their titles where there is none."""
    rows = _rows(source, findings)
    if not rows:
        findings.append(Finding(BAD_SOURCE, "there is no table of contributions of Indico in it", Place(source.name)))
        return Meeting(ImportedEvent())
    _say_others(rows, findings)
    kept = accepted(rows, _verdict, lambda row: row.place, findings) if "state" in rows[0] else list(rows)
    happenings: list[Happening] = []
    unplaced: list[ImportedTalk] = []
    keys = each_once(row.text("id") or row.text("title") for row in kept)
    for key, row in zip(keys, kept, strict=True):
        said, at = _said(key, row), _at(key, row, findings)
        if at:
            happenings.append(happening_of(said, at, findings))
        else:
            unplaced.append(talk_of(said, findings))
    schedule = Schedule(ImportedEvent(), Place(rows[0].place.file), tuple(happenings), tuple(unplaced))
    return meeting_of(schedule, wish, findings)


def _rows(source: Source, findings: list[Finding]) -> tuple[Record, ...]:
    for file in source.ending(".csv", ".xlsx"):
        for table in tables(file, findings):
            rows = tuple(map(_lowered, records(table)))
            if rows and {"id", "title"} <= rows[0].values.keys() and _OWN & rows[0].values.keys():
                return rows
            if taken_in := _without_header(table):
                return taken_in
    return ()


def _lowered(record: Record) -> Record:
    places = {name.casefold(): place for name, place in record.places.items()}
    return Record({name.casefold(): value for name, value in record.values.items()}, record.place, places)


def _without_header(table: Table) -> tuple[Record, ...]:
    """The rows of a table that Indico takes in; none where any is not of its form, or none has an e-mail address."""
    rows = tuple(Record(dict(zip(_COLUMNS, row.cells, strict=False)), row.place, {}) for row in table.rows)
    is_such = all(
        len(row.values) == len(_COLUMNS)
        and row.text("title")
        and (moment(row.text("date")) or not row.text("date"))
        and (duration(row.text("duration")) or not row.text("duration"))
        and (_MAIL.fullmatch(row.text("email")) or not row.text("email"))
        for row in rows
    )
    return rows if is_such and any(row.text("date") and row.text("email") for row in rows) else ()


def _say_others(rows: tuple[Record, ...], findings: list[Finding]) -> None:
    """What is private or has no place in a booklet, once a column."""
    private: dict[str, str] = {}
    unused: list[str] = []
    for name in rows[0].values:
        if name == "materials":
            private[name] = "addresses of materials"
        elif _PRIVATE.fullmatch(name):
            mails = "mail" in name
            private[name] = "e-mail addresses" if mails else f'columns such as "{name[:40]}"'
        elif name not in _USED | _SYSTEM | set(_COLUMNS) and name.partition(" (")[0] not in _PEOPLE:
            unused.append(name)
    say_private(rows, private, findings)
    say_unused(rows, unused, findings)


def _verdict(row: Record) -> bool | None:
    return verdict(row.text("state"))


def _at(key: str, row: Record, findings: list[Finding]) -> Happening | None:
    start = moment(row.text("date"))
    if start is None:
        return None
    kind = talk_kind(row.text("type"))
    return Happening(
        key=key,
        start=start,
        place=row.place,
        minutes=duration(row.text("duration")),
        track=one_line(row.text("track"), row.place, findings),
        session=title_text(row.text("session"), row.place, findings),
        kind="posters" if kind == "poster" else "",
    )


def _said(key: str, row: Record) -> Said:
    return Said(
        key=key,
        title=row.text("title"),
        place=row.place,
        description=_LINES.sub("\n\n", row.text("description") or row.text("content")),
        speakers=tuple(_speakers(row)),
        kind=row.text("type") or row.text("accepted type") or row.text("accepted contribution type"),
        track=row.text("track") or row.text("accepted track"),
        keywords=tuple(re.split(r"[,;\n]+", row.text("keywords"))),
        board=row.text("board number"),
    )


def _speakers(row: Record) -> Iterator[Speaker]:
    """Authors, then others who present; those who stand in the column of presenters do."""
    if given := joined_name(row.text("given"), "", row.text("family")):
        affiliation = row.text("affiliation")
        yield Speaker(given, row.place, (affiliation,) if affiliation else ())
    found: dict[str, Speaker] = {}
    for column in _PEOPLE:
        for one in _of_column(row, column):
            before = found.get(one.name, one)
            presenting = before.presenting or column in {"presenters", "speakers"}
            found[one.name] = replace(
                before, affiliations=before.affiliations or one.affiliations, presenting=presenting
            )
    yield from found.values()


def _of_column(row: Record, column: str) -> Iterator[Speaker]:
    """The names of a column. The one beside it says "Ada Sample (University of Samples), Bo Other (Institute)"."""
    text = row.text(column)
    beside = row.text(f"{column} (affiliation)")
    for name in (part.strip() for part in re.split(r";" if ";" in text else r",", text)):
        if name:
            at = beside.find(f"{name} (")
            affiliation = _in_brackets(beside[at + len(name) + 2 :]) if at >= 0 else ""
            yield Speaker(name, row.place, (affiliation,) if affiliation else ())


def _in_brackets(text: str) -> str:
    """The text to the bracket that closes one which is open before it."""
    depth = 1
    for at, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return text[:at]
    return text
