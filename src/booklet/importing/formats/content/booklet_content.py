"""Content of a booklet, as its folder, the project around it, a ZIP archive of it or its export as JSON, into a Meeting that
carries the files as they are."""

from pathlib import PurePosixPath

from booklet import limits
from booklet.codes import BAD_SOURCE, LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.moments import calendar_day
from booklet.importing.formats.content.exported import exported, exported_files
from booklet.importing.formats.content.named_pictures import named_pictures
from booklet.importing.formats.content.with_wish import with_wish
from booklet.importing.meeting import ImportedAuthor, ImportedEvent, ImportedSession, ImportedTalk, Meeting
from booklet.importing.merging.merge_file import read_content
from booklet.importing.sources.record import Record
from booklet.importing.sources.source import Source, SourceFile
from booklet.importing.sources.source_text import source_text
from booklet.importing.sources.yaml_records import front_matter, yaml_value
from booklet.importing.wish import Wish
from booklet.place import Place
from booklet.plain_dataclasses import replace
from booklet.reading.content_names import CONTENT, MAPPING, TEXT_FOLDERS, YAML_FILES, is_text_file
from booklet.reading.project_file import path_trouble

_SHOWN = 5  # pictures that are named


def is_booklet_content(source: Source) -> bool:
    """Whether event.yaml says title and zone, and program.yaml, which stands beside it, has sessions; or whether a JSON file
    is an export of such files."""
    folder = _folder(source)
    if folder is None:
        return exported(source, []) is not None
    found = {file.name: yaml_value(file, []) for file in source.files if PurePosixPath(file.name).parent == folder}
    event, program = (found[str(folder / name)] for name in ("event.yaml", "program.yaml"))
    is_event = isinstance(event, Record) and "title" in event and "zone" in event
    return is_event and isinstance(program, Record) and "sessions" in program


def read_booklet_content(source: Source, wish: Wish, findings: list[Finding]) -> Meeting:
    """The files as they are: of a folder their very texts, of an export their values in the layout that an import writes.
    What the user says of the event is put in. Pictures are not taken over: those that the content names are one finding."""
    folder = _folder(source)
    files = _files_in(source, folder, findings) if folder is not None else exported_files(source, findings)
    files = _bounded([file for file in files if _is_named_well(file, findings)], findings)
    if not any(file.name == "event.yaml" for file in files):
        message = "there is no event.yaml with a program.yaml beside it"
        hint = "give the folder content/ of a booklet, or what `booklet export json` gives"
        findings.append(Finding(BAD_SOURCE, message, Place(source.name), hint))
        return Meeting(ImportedEvent())
    texts = {f"{CONTENT}/{file.name}": source_text(file, []) for file in files}
    for name, text in texts.items():
        _tell_trouble(name, text, folder, findings)
    event = f"{CONTENT}/event.yaml"
    records = {file.name: _record(file) for file in files}
    _tell_pictures(records, findings)
    return Meeting(
        event=ImportedEvent(title=records["event.yaml"].text("title"), zone=records["event.yaml"].text("zone")),
        sessions=_sessions(records.get("program.yaml")),
        talks=tuple(_talk(name, record) for name, record in records.items() if name.startswith("talks/")),
        files={**texts, event: with_wish(texts[event], records["event.yaml"], wish)},
    )


def _folder(source: Source) -> PurePosixPath | None:
    """The folder with event.yaml and program.yaml that is least deep."""
    names = {file.name for file in source.files}
    found = [PurePosixPath(file.name).parent for file in source.files if PurePosixPath(file.name).name == "event.yaml"]
    full = [folder for folder in found if str(folder / "program.yaml") in names]
    return min(full, key=lambda folder: (len(folder.parts), str(folder)), default=None)


def _files_in(source: Source, folder: PurePosixPath, findings: list[Finding]) -> list[SourceFile]:
    """The files of the content folder by their names below it; of others below it there is a finding each."""
    found = []
    for file in source.files:
        name = PurePosixPath(file.name)
        if not name.is_relative_to(folder):
            continue
        below = str(name.relative_to(folder))
        if _is_content(below):
            source_text(file, findings)
            found.append(replace(file, name=below))
        elif below != MAPPING:
            message = f'"{below[:60]}" is no file of content and is not taken over'
            findings.append(Finding(LEFT_OUT, message, Place(file.name), "copy it by hand, if it belongs there"))
    return found


def _is_content(name: str) -> bool:
    kind, _, base = name.partition("/")
    return name in YAML_FILES or (kind in TEXT_FOLDERS and "/" not in base and is_text_file(base))


def _is_named_well(file: SourceFile, findings: list[Finding]) -> bool:
    """Whether the name is one of content, and one that every system takes."""
    trouble = path_trouble(file.name) if _is_content(file.name) else "it is no file of content"
    if trouble:
        message = f'"{file.name[:60]}" is not taken over: {trouble}'
        findings.append(Finding(LEFT_OUT, message, None, "give it another name"))
    return trouble is None


def _bounded(files: list[SourceFile], findings: list[Finding]) -> list[SourceFile]:
    """The files that booklet takes: not too many, none too large."""
    taken: dict[str, list[SourceFile]] = {}
    most = {"talks": limits.TALKS, "pages": limits.PAGES}
    for file in files:
        if len(file.data) > limits.FILE_BYTES:
            message = f'"{file.name}" has more than {limits.FILE_BYTES // 1_000_000} MB and is not taken over'
            findings.append(Finding(LEFT_OUT, message, None, "split it, or take out what does not belong there"))
        else:
            taken.setdefault(file.name.rpartition("/")[0], []).append(file)
    for kind, limit in most.items():
        if len(taken.get(kind, ())) > limit:
            message = f"the source has {len(taken[kind])} {kind}; the first {limit} are taken"
            findings.append(Finding(LEFT_OUT, message))
            taken[kind] = taken[kind][:limit]
    return [file for kind in taken.values() for file in kind]


def _record(file: SourceFile) -> Record:
    """What a file says; what is wrong with it `booklet check` says."""
    head = front_matter(file, []) if file.ending == ".md" else None
    value = head.record if head else yaml_value(file, []) if file.ending == ".yaml" else None
    return value if isinstance(value, Record) else Record({}, Place(file.name), {})


def _tell_trouble(name: str, text: str, folder: PurePosixPath | None, findings: list[Finding]) -> None:
    """Say what keeps a file from being read: it comes in as it is, but nothing could be merged into it."""
    trouble = read_content(text, name)
    if isinstance(trouble, Finding):
        below = str(folder / name.removeprefix(f"{CONTENT}/")) if folder is not None else ""
        place = trouble.place._replace(file=below) if trouble.place and below else None
        findings.append(Finding(BAD_SOURCE, trouble.message, place, trouble.hint))


def _tell_pictures(records: dict[str, Record], findings: list[Finding]) -> None:
    pictures = list(dict.fromkeys(one for name, record in records.items() for one in named_pictures(name, record)))
    if pictures:
        named = ", ".join(f'"{one[:60]}"' for one in pictures[:_SHOWN])
        more = f" and {len(pictures) - _SHOWN} more" if len(pictures) > _SHOWN else ""
        message = f"pictures are not taken over: {named}{more}"
        hint = "copy them into the new folder content/, under the same names"
        findings.append(Finding(LEFT_OUT, message, None, hint))


def _talk(name: str, record: Record) -> ImportedTalk:
    own = record.text("id") or PurePosixPath(name).stem
    authors = record.values.get("authors")
    listed = authors if isinstance(authors, tuple) else (authors,)
    names = (one.text("name") if isinstance(one, Record) else one for one in listed)
    people = tuple(ImportedAuthor(one) for one in names if isinstance(one, str) and one)
    return ImportedTalk(own, record.text("title"), record.place, authors=people, id=own)


def _sessions(program: Record | None) -> tuple[ImportedSession, ...]:
    """The sessions that have a date, to be counted."""
    sessions = program.records("sessions") if program else ()
    found = ((one, calendar_day(one.text("day") or one.text("date"))) for one in sessions)
    return tuple(ImportedSession(one.text("id"), one.text("title"), day, one.place) for one, day in found if day)
