"""Committees, sponsors and prefaces of aclpub2 into those of the event, and pages."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from booklet.codes import GUESSED, LEFT_OUT, MENDED_NAME
from booklet.finding import Finding
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.person_names import joined_name
from booklet.importing.cleaning.prose import prose
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.meeting import ImportedName, ImportedPage, ImportedSponsor
from booklet.importing.meeting_parts.in_quotes import in_quotes
from booklet.importing.sources.record import Record
from booklet.importing.sources.source import Source
from booklet.importing.sources.source_text import source_text

_OFFICE = re.compile(r"(?P<office>[^:]{3,40}): (?P<name>\S[^:]*)")
_FALLBACK = {"organizing_committee": "Organizing committee", "program_committee": "Program committee"}


def committees(
    groups: Iterable[tuple[str, Record]], findings: list[Finding]
) -> tuple[tuple[str, tuple[ImportedName, ...]], ...]:
    """Members by role, in the order of the files; `groups` are records with the name of their file."""
    found: dict[str, list[ImportedName]] = {}
    for file, record in groups:
        role = one_line(record.text("role"), record.of("role"), findings) or _FALLBACK[file]
        members = [*record.records("members"), *record.records("entries")]
        names = [_member(member, findings) for member in members]
        names += [ImportedName(joined_name("", "", name)) for name in record.texts("members")]
        found.setdefault(role, []).extend(name for name in names if name.name)
    return tuple((role, tuple(names)) for role, names in found.items() if names)


def _member(member: Record, findings: list[Finding]) -> ImportedName:
    """A member; "Vice / President: Ada / Example" has an office in the name."""
    parts = [member.text(f"{part}_name") for part in ("first", "middle", "last")]
    name = joined_name(*parts) if any(parts) else joined_name("", "", member.text("name"))
    affiliation = one_line(member.text("institution") or member.text("affiliation"), member.of("institution"), findings)
    parted = _OFFICE.fullmatch(name)
    if not parted:
        return ImportedName(name, affiliation)
    message = f"{in_quotes(name)} is taken for an office and a name"
    findings.append(Finding(MENDED_NAME, message, member.place))
    return ImportedName(parted["name"], affiliation, parted["office"])


def sponsors(records: Iterable[Record], findings: list[Finding]) -> tuple[ImportedSponsor, ...]:
    """The sponsors of each tier; all that is known of them are the names of their logos' files."""
    found = []
    for record in records:
        tier = one_line(record.text("tier"), record.of("tier"), findings) or "Sponsors"
        for logo in record.texts("logos"):
            name = one_line(PurePosixPath(logo).stem.replace("_", " "), record.of("logos"), findings)
            if name:
                found.append(ImportedSponsor(name, tier))
                message = "sponsors are called by the files of their logos"
                findings.append(Finding(GUESSED, message, record.of("logos"), "write their names in event.yaml"))
    return tuple(found)


def prefaces(source: Source, records: Iterable[Record], findings: list[Finding]) -> tuple[ImportedPage, ...]:
    """A page for each preface whose file is there."""
    pages = []
    for record in records:
        text = prose(text_beside(source, record, "file", findings), "latex", record.of("file"), findings)
        title = title_text(record.text("title"), record.of("title"), findings)
        if text and title:
            pages.append(ImportedPage(title, title, text))
    return tuple(pages)


def text_beside(source: Source, record: Record, field: str, findings: list[Finding]) -> str:
    """The text of the file that a record names; empty, with a finding, where it is not there."""
    name = PurePosixPath(record.text(field)).name.lower()
    if not name:
        return ""
    file = source.named(name)
    if file is None:
        message = f"{in_quotes(name)} is named here and is not there: its text is left out"
        findings.append(Finding(LEFT_OUT, message, record.of(field)))
        return ""
    return source_text(file, findings)
