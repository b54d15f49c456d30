"""The content folder of another booklet, or its project folder, into a Meeting with the same ids."""

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TypeVar

from booklet.codes import BAD_SOURCE, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.formats.content.event_file import event_of
from booklet.importing.formats.content.program_file import rooms_of, sessions_of, tracks_of
from booklet.importing.formats.content.talk_file import page_of, talk_of
from booklet.importing.formats.content.untaken import untaken
from booklet.importing.meeting import ImportedPage, ImportedPerson, ImportedTalk, Meeting
from booklet.importing.sources.record import Record
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.sources.yaml_records import yaml_value
from booklet.importing.wish import Wish
from booklet.place import Place

_Found = TypeVar("_Found", ImportedTalk, ImportedPage)
_READ = {"event.yaml", "program.yaml", "affiliations.yaml", "people.yaml"}


def is_booklet_content(source: Source) -> bool:
    """Whether event.yaml says title and zone, and program.yaml, which stands beside it, has sessions."""
    folder = _folder(source)
    if folder is None:
        return False
    event, program = (_record(source, folder / name, []) for name in ("event.yaml", "program.yaml"))
    return "title" in event and "zone" in event and "sessions" in program


def read_booklet_content(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """All that an import can carry; other keys and files are findings. Texts are taken as they are written, since they are
    in booklet's Markdown; names too, with the persons of people.yaml."""
    folder = _folder(source)
    if folder is None:
        message = "there is no event.yaml with a program.yaml beside it"
        findings.append(Finding(BAD_SOURCE, message, Place(source.name), "give the folder content/ of a booklet"))
        folder = PurePosixPath()
    program = _record(source, folder / "program.yaml", findings)
    affiliations = _record(source, folder / "affiliations.yaml", findings)
    shared = {key: affiliations.text(key) for key in affiliations.values}
    talks: list[ImportedTalk] = []
    pages: list[ImportedPage] = []
    for file in source.files:
        name = PurePosixPath(file.name)
        if name.parent == folder / "talks" and file.ending == ".md":
            talks += _with_head(talk_of(file, shared, findings), file, findings)
        elif name.parent == folder / "pages" and file.ending == ".md":
            pages += _with_head(page_of(file, findings), file, findings)
        elif name.is_relative_to(folder) and not (name.parent == folder and name.name in _READ):
            _not_taken(file, findings)
    event = event_of(_record(source, folder / "event.yaml", findings), findings)
    return Meeting(
        event=replace(event, zone=wish.zone or event.zone, language=wish.language or event.language),
        sessions=sessions_of(program, findings),
        talks=tuple(talks),
        people=_people(_record(source, folder / "people.yaml", findings), findings),
        rooms=rooms_of(program),
        tracks=tracks_of(program, findings),
        pages=tuple(pages),
    )


def _folder(source: Source) -> PurePosixPath | None:
    """The folder with event.yaml and program.yaml that is least deep."""
    names = {file.name for file in source.files}
    found = [PurePosixPath(file.name).parent for file in source.files if PurePosixPath(file.name).name == "event.yaml"]
    full = [folder for folder in found if str(folder / "program.yaml") in names]
    return min(full, key=lambda folder: (len(folder.parts), str(folder)), default=None)


def _record(source: Source, name: PurePosixPath, findings: list[Finding]) -> Record:
    file = next((file for file in source.files if file.name == str(name)), None)
    value = yaml_value(file, findings) if file else None
    return value if isinstance(value, Record) else Record({}, Place(str(name)), {})


def _people(record: Record, findings: list[Finding]) -> tuple[ImportedPerson, ...]:
    people = record.records("people")
    for one in people:
        untaken(one, ("name", "aliases", "orcid", "biography"), "a person", findings)
    return tuple(
        ImportedPerson(one.text("name"), one.texts("aliases"), one.text("orcid"), one.text("biography"))
        for one in people
    )


def _with_head(found: _Found | None, file: SourceFile, findings: list[Finding]) -> list[_Found]:
    if found is None:
        message = "the file does not begin with --- and is left out"
        findings.append(Finding(LEFT_OUT, message, Place(file.name), "begin it with front matter"))
    return [found] if found else []


def _not_taken(file: SourceFile, findings: list[Finding]) -> None:
    name = PurePosixPath(file.name)
    if any(part.startswith(".") for part in name.parts):
        return
    findings.append(Finding(LEFT_OUT, f'"{name.name[:60]}" is not taken over', Place(file.name), "copy it by hand"))
