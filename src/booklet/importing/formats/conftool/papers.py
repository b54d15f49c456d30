"""Papers of ConfTool, and the presentations of its sessions, into talks."""

import re
from collections.abc import Iterator

from booklet.finding import Finding
from booklet.importing.cleaning.kinds import talk_kind
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import WrittenName, names_in, one_name
from booklet.importing.cleaning.prose import prose
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.cleaning.word_lists import parted_words
from booklet.importing.meeting import ImportedAuthor, ImportedTalk
from booklet.importing.meeting_parts.submissions import accepted, verdict
from booklet.importing.sources.record import Record
from booklet.limits import AUTHORS
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace

_MARKS = re.compile(r"\(([\d, ]+)\)[ ]?$")
_LONGEST = 60
_NUMBERED = re.compile(r"(?:^|;\s*)(\d{1,3})\s*[:.)]\s*")


@dataclass(frozen=True, slots=True)
class Papers:
    """The talks by their keys; the rows of papers that are accepted; and keys by titles in small letters."""

    talks: dict[str, ImportedTalk]
    rows: tuple[Record, ...]
    titles: dict[str, str]


def papers_of(rows: tuple[Record, ...], findings: list[Finding]) -> Papers:
    """The papers that are accepted."""
    kept = accepted(rows, _verdict, lambda row: row.place, findings)
    talks: dict[str, ImportedTalk] = {}
    titles: dict[str, str] = {}
    for row in kept:
        key = row.text("paperid") or row.text("title")
        authors = tuple(_listed_authors(row, findings)) or authors_of(row, "", findings)
        talks[key] = talk_of(key, row, "", authors, findings)
        titles.setdefault(row.text("title").casefold(), key)
    return Papers(talks, tuple(kept), titles)


def talk_of(
    key: str, row: Record, prefix: str, authors: tuple[ImportedAuthor, ...], findings: list[Finding]
) -> ImportedTalk:
    """The talk of the fields whose names begin with the prefix: that of a paper has none, the second of a session "p2_"."""
    title, abstract = f"{prefix}title", f"{prefix}abstract"
    words = parted_words(row.text(f"{prefix}keywords"))
    cleaned = (one_line(word, row.place, findings) for word in words)
    return ImportedTalk(
        key=key,
        title=title_text(row.text(title), row.of(title), findings),
        place=row.of(title),
        abstract=prose(row.text(abstract), "html", row.of(abstract), findings),
        authors=authors,
        kind=talk_kind(row.text(f"{prefix}contribution_type")) or talk_kind(row.text(f"{prefix}acceptance")),
        track=one_line(row.text(f"{prefix}track") or row.text(f"{prefix}topic"), row.place, findings),
        keywords=tuple(dict.fromkeys(word for word in cleaned if word)),
    )


def authors_of(row: Record, prefix: str, findings: list[Finding]) -> tuple[ImportedAuthor, ...]:
    """The authors of one text, with numbers of their organisations behind their names; without any numbers all are of all of
    them. Who presents has a star, or is named in a field."""
    place = row.of(f"{prefix}authors")
    names = _names(row.text(f"{prefix}authors"), place, findings)
    organisations = _organisations(row.text(f"{prefix}organisations"), row.of(f"{prefix}organisations"), findings)
    named = {one.name for one in names_in(row.text(f"{prefix}presenting_author"), place, [])}
    marked = any(mark in organisations for name in names for mark in name.marks)
    return tuple(
        ImportedAuthor(
            name.name,
            tuple(organisations[mark] for mark in name.marks if mark in organisations)
            if marked
            else tuple(organisations.values()),
            name.presenting or name.name in named,
        )
        for name in names
    )


def _names(text: str, place: Place, findings: list[Finding]) -> tuple[WrittenName, ...]:
    """The names, parted by semicolons, each with the numbers in brackets behind it as its marks."""
    if ";" not in text:
        return names_in(text, place, findings)
    found = []
    for part in text.split(";")[:AUTHORS]:
        marks = _MARKS.search(part[-_LONGEST:])
        name = one_name(part[: -len(marks[0])] if marks else part, place, findings)
        numbers = tuple(number for mark in marks[1].split(",") if (number := mark.strip())) if marks else ()
        found.append(replace(name, marks=(*name.marks, *numbers)))
    return tuple(name for name in found if name.name)


def _organisations(text: str, place: Place, findings: list[Finding]) -> dict[str, str]:
    """The organisations by their numbers; several without numbers are parted by semicolons."""
    parts = _NUMBERED.split(text)
    if len(parts) > 2 and not parts[0].strip():
        pairs = zip(parts[1::2], parts[2::2], strict=True)
    else:
        pairs = zip(map(str, range(1, 1000)), text.split(";"), strict=False)
    cleaned = ((number, one_line(part.strip(" ;"), place, findings)) for number, part in pairs)
    return {number: part for number, part in cleaned if part}


def _listed_authors(row: Record, findings: list[Finding]) -> Iterator[ImportedAuthor]:
    """The authors of fields of their own, numbered from 1 on."""
    presenting = {one.name for one in names_in(row.text("presenting_author"), row.place, [])}
    for number in range(1, AUTHORS + 1):
        field = f"authors_formatted_{number}_name"
        if field not in row:
            return
        name: WrittenName = one_name(row.text(field), row.of(field), findings)
        where = f"authors_formatted_{number}_organisation"
        organisations = _organisations(row.text(where), row.of(where), findings)
        if name.name:
            yield ImportedAuthor(name.name, tuple(organisations.values()), name.presenting or name.name in presenting)


def _verdict(row: Record) -> bool | None:
    """By the words of the acceptance, or by a number above or below zero."""
    number = row.number("acceptance")
    if number is not None:
        return number > 0 if number else None
    return verdict(row.text("acceptance"))
