"""Rows of a table into what happens: talks, and other things with a title; with the session, date and time of each."""

import datetime as dt
import re

from booklet.codes import GUESSED, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.kinds import session_kind
from booklet.importing.cleaning.moments import calendar_day
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.formats.mapped.mapped_people import authors_in, person_in
from booklet.importing.formats.mapped.mapped_rows import MappedRow
from booklet.importing.formats.mapped.mapped_talks import is_out, key_of, talk_in
from booklet.importing.formats.mapped.mapped_times import When, when_of
from booklet.importing.meeting import ImportedPerson, ImportedTalk
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace

_NO_TALK = frozenset({"break", "social", "plenary"})
_SUB = re.compile(r"sub", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row says happens: a `talk`, or something with a `title` of a `kind`; in a `session` (its title as it is written)
    with its chairs, or in the `part` of the table that a row for the session begins."""

    key: str
    place: Place
    when: When
    talk: ImportedTalk | None = None
    title: str = ""
    kind: str = ""
    session: str = ""
    part: str = ""
    room: str = ""
    track: str = ""
    chairs: str = ""
    order: float = 0
    is_session: bool = False
    person: ImportedPerson | None = None


@dataclass(frozen=True, slots=True)
class _Now:
    """What rows before say about the next: the date, the session, and the row of the session whose parts follow."""

    day: dt.date | None = None
    session: str = ""
    main: str = ""


def entries_of(rows: tuple[MappedRow, ...], findings: list[Finding]) -> tuple[Entry, ...]:
    """The entries in the order of the rows. Rows of one cell are headings, dates or sessions."""
    now = _Now()
    out = 0
    found = []
    for at, row in enumerate(rows):
        heading = _heading(row, now, findings)
        if heading:
            now = heading
        elif is_out(row):
            out += 1
        elif row.text("title"):
            now = _going_on(row, now, findings)
            follows = at + 1 < len(rows) and _SUB.match(rows[at + 1].text("sub-session")) is not None
            now = replace(
                now, main=now.main if _is_sub(row) else f"{row.place.line} {row.text('title')}" if follows else ""
            )
            found.append(_entry(row, now, is_session=follows and not _is_sub(row), findings=findings))
        else:
            message = "a row without a title is left out"
            findings.append(Finding(LEFT_OUT, message, row.place, "give it one, if it is a talk"))
    if out:
        message = f"{out} rows that are rejected or withdrawn are left out"
        findings.append(Finding(LEFT_OUT, message, Place(rows[0].place.file)))
    return tuple(found)


def _is_sub(row: MappedRow) -> bool:
    return _SUB.match(row.text("sub-session")) is not None


def _heading(row: MappedRow, now: _Now, findings: list[Finding]) -> _Now | None:
    """What a row of one cell says about those below it; None where it is no heading."""
    if not row.only:
        return None
    if day := calendar_day(row.only):
        return _Now(day)
    if row.text("title") or len(row.only) > 200:
        return None
    message = "rows of one cell are taken for the titles of the sessions below them"
    findings.append(Finding(GUESSED, message, row.place, "add a column with the session"))
    return replace(now, session=row.only)


def _going_on(row: MappedRow, now: _Now, findings: list[Finding]) -> _Now:
    """Empty cells of date and session go on with what stands above them, as in tables with joined cells."""
    day = calendar_day(row.text("date")) or now.day
    session = row.text("session")
    if day != now.day and now.day:
        now = replace(now, session="")
    if not session and now.session and row.has("session") and not session_kind(row.text("title")):
        message = "a row without a session is taken for one of the session above it"
        findings.append(Finding(GUESSED, message, row.place, "write the session in each row"))
    return replace(now, day=day, session=session or now.session)


def _entry(row: MappedRow, now: _Now, *, is_session: bool, findings: list[Finding]) -> Entry:
    authors = authors_in(row, findings)
    title = title_text(row.text("title"), row.place, findings)
    kind = session_kind(row.text("title")) or session_kind(row.text("kind"))
    is_talk = not is_session and (bool(authors or row.text("abstract")) or kind not in _NO_TALK)
    own = row.text("session")
    order = row.text("order")
    return Entry(
        key=key_of(row),
        place=row.place,
        when=when_of(row, now.day, findings),
        talk=talk_in(row, title, authors, findings) if is_talk else None,
        title=title,
        kind="" if is_talk and kind in _NO_TALK else kind,
        session=own or (now.session if is_talk else ""),
        part=now.main,
        room=one_line(row.text("room"), row.place, findings),
        track=one_line(row.text("track"), row.place, findings),
        chairs="; ".join(cell.text for cell in row.texts("chairs")),
        order=float(order) if re.fullmatch(r"\d{1,6}(?:\.\d{1,6})?", order, re.ASCII) else 0,
        is_session=is_session,
        person=person_in(row, authors, findings),
    )
