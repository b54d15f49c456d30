"""The whole import in reading order: what an organizer holds in, content files out."""

import codecs
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from booklet import limits
from booklet.codes import GUESSED, NO_ZONE
from booklet.errors import FileError, WrongUseError
from booklet.finding import Finding, Severity, in_order
from booklet.importing import mapping_file
from booklet.importing.bounded import bounded
from booklet.importing.column_mapping import ColumnMapping
from booklet.importing.content_files import content_files
from booklet.importing.formats.mapped.mapped_table import guessed_mapping, read_mapped_table
from booklet.importing.ids import Ids, ids_of, with_known_ids
from booklet.importing.importers import IMPORTERS, Importer
from booklet.importing.main_script import language_of_titles
from booklet.importing.meeting import ImportedEvent, Meeting
from booklet.importing.memory import FILE, Memory, memory_text, read_memory
from booklet.importing.merging.update import merge_files
from booklet.importing.remarks import gathered
from booklet.importing.sources.read_source import read_source
from booklet.importing.sources.source import Source
from booklet.importing.sources.trouble import trouble_of
from booklet.importing.wish import Wish
from booklet.job import ImportJob
from booklet.output_file import remove, write_folder, write_whole
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, field, replace
from booklet.reading.project_file import leads_out, read_listed

_MEMORY_BYTES = 200_000_000
_DATE = re.compile(r"[-_ ]*\d{4}-\d\d-\d\d")
_COLUMNS = "import.yaml"
_CONTENT = ("content/*.yaml", "content/talks/*.md", "content/pages/*.md")


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a source, before anything is written: the name of the form that was read, whether it updates, the meeting,
    what there is to say about the source and about the content files, the files by name (None: to be removed) that are to
    change, what the next import is to know, what was guessed of the columns of a table, and the files of the last import."""

    title: str
    update: bool
    meeting: Meeting
    of_source: tuple[Finding, ...]
    of_content: tuple[Finding, ...]
    files: Mapping[str, str | None]
    memory: Memory
    guess: ColumnMapping | None = None
    last: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it that a booklet could print."""
        return not (self.meeting.talks or self.meeting.sessions or self.meeting.pages or self.meeting.files)

    @property
    def is_broken(self) -> bool:
        """Whether a part of the source could not be read."""
        return any(finding.severity is Severity.ERROR for finding in (*self.of_source, *self.of_content))

    @property
    def is_taken(self) -> bool:
        """Whether the files are to be written: there is something, and an update has no part that is missing by mistake."""
        return not self.is_empty and not (self.update and self.is_broken)

    @property
    def needs_zone(self) -> bool:
        """Whether the source has times without saying where they hold."""
        return any(finding.code is NO_ZONE for finding in self.of_source)


def imported(job: ImportJob, mapping: ColumnMapping | None = None) -> Imported:
    """Read a source, and find out what the content files are to be; nothing is written. The `mapping` says what the columns
    of a table are; without it content/import.yaml does, else it is guessed.

    Raises FileError when a file cannot be read, WrongUseError when no form fits the source, when the folder holds content and
    is not to be updated, and when it is to be updated and no import wrote it.
    """
    last = _last(job)
    findings: list[Finding] = []
    said: list[Finding] = []
    mapping = mapping or _written_mapping(job.folder, said)
    wish = Wish(
        job.zone or last.wish.zone, job.language or last.wish.language, job.title or last.wish.title, mapping
    )  # fmt: skip
    source = read_source(job.source, findings, job.folder / "content")
    importer = _importer(source, job.form or last.form, findings)
    if importer is None or said:
        return Imported("", job.update, Meeting(ImportedEvent()), _told(findings), tuple(said), {}, last)
    meeting = importer.read(source, wish, findings)
    if not meeting.files:
        meeting = bounded(meeting, findings)
        meeting = replace(meeting, event=_event(meeting, wish, source, findings))
    mine = _content(job.folder) if job.update else {}
    ids = _ids(meeting, last.ids, mine.keys() - last.files.keys())
    memory = Memory(importer.name, wish, ids, content_files(meeting, ids))
    merged = merge_files(last.files, mine, memory.files, said) if job.update else memory.files
    files = {name: text for name, text in merged.items() if text != mine.get(name)}
    guess = guessed_mapping(source, []) if importer.read is read_mapped_table and not mapping else None
    columns = mapping or guess
    if importer.read is read_mapped_table and columns and not (job.folder / mapping_file.FILE).exists():
        files[mapping_file.FILE] = mapping_file.mapping_text(columns)
    return Imported(
        importer.title, job.update, meeting, _told(findings), in_order(said), files, memory, guess, last.files
    )  # fmt: skip


def write_content(job: ImportJob, found: Imported) -> None:
    """Write what an import gave, so that one that is stopped half-way is simply done again: of a first import, content/ is
    whole or not there; an update leaves the ids that it gives first, and last what it wrote.

    Raises FileError when a file cannot be written, and when a folder of content/ leads out of the project.
    """
    for name in ("content", "content/talks", "content/pages", "content/.import"):
        if leads_out(job.folder, job.folder / name):
            raise FileError(f'"{name}" leads outside the project folder')
    if not job.update:
        texts = {**found.files, FILE: memory_text(found.memory)}
        inside = {name.removeprefix("content/"): text.encode() for name, text in texts.items() if text is not None}
        columns = job.folder / mapping_file.FILE
        write_folder(job.folder / "content", ({_COLUMNS: columns.read_bytes()} if columns.is_file() else {}) | inside)
        return
    if found.files:
        write_whole(job.folder / FILE, memory_text(replace(found.memory, files=found.last)).encode(), settled=False)
    for name, text in found.files.items():
        path = job.folder / name
        if text is None:
            remove(path)
        else:
            write_whole(path, _as_it_was(path, text), settled=False)
    write_whole(job.folder / FILE, memory_text(found.memory).encode())


def _told(findings: list[Finding]) -> tuple[Finding, ...]:
    return in_order(list(gathered(findings)))


def _last(job: ImportJob) -> Memory:
    """What the last import left; nothing for a new one."""
    content = job.folder / "content"
    if not job.update:
        if content.exists() and (not content.is_dir() or any(path.name != _COLUMNS for path in content.iterdir())):
            told = f'"{content}" is there already; --update merges into it, or give another folder'
            raise WrongUseError(told)
        return Memory()
    if not content.is_dir():
        raise WrongUseError(f'"{job.folder}" holds no folder content/; without --update it is made')
    data = read_listed(job.folder, FILE, _MEMORY_BYTES, Place(FILE))
    memory = None if isinstance(data, Finding) else read_memory(data.decode("utf-8", "replace"))
    if memory is None:
        told = f'"{content}" does not come from an import, as {FILE} is missing or damaged; import into another folder'
        raise WrongUseError(told)
    return memory


def _importer(source: Source, form: str, findings: list[Finding]) -> Importer | None:
    """The importer with this name, or the first that knows the source; None when none does because a file is damaged."""
    found = next((one for one in IMPORTERS if one.name == form or (not form and one.is_it(source))), None)
    if found is None:
        for file in source.files:
            findings.extend(trouble_of(file))
        if not any(finding.severity is Severity.ERROR for finding in findings):
            names = ", ".join(one.name for one in IMPORTERS)
            raise WrongUseError(f'"{source.name}" is in no form that booklet recognises; --format takes {names}')
    return found


def _written_mapping(folder: Path, findings: list[Finding]) -> ColumnMapping | None:
    """What content/import.yaml says; None where it is not there, or has errors, which are findings then."""
    if not (folder / mapping_file.FILE).is_file():
        return None
    return mapping_file.read_mapping(_file_text(folder, mapping_file.FILE), mapping_file.FILE, findings)


def _ids(meeting: Meeting, last: Ids, own: Iterable[str]) -> Ids:
    """The ids of a meeting; `own` are the files that no import wrote."""
    if meeting.files:
        return with_known_ids(last, (talk.id for talk in meeting.talks))
    return ids_of(meeting, last, (Path(name).stem for name in own))


def _event(meeting: Meeting, wish: Wish, source: Source, findings: list[Finding]) -> ImportedEvent:
    """The event with all that it needs."""
    event = meeting.event
    title = wish.title or event.title
    if not title:
        words = _DATE.sub("", Path(source.name).stem).replace("-", " ").replace("_", " ").split()
        title = " ".join(words)[: limits.LABEL] or "Meeting"
        hint = "write its name into content/event.yaml, or import with --title"
        findings.append(Finding(GUESSED, f'the event is called "{title}", as the source is', None, hint))
    language = wish.language or event.language
    if not language and (language := language_of_titles(talk.title for talk in meeting.talks)):
        hint = "import with --language, if that is not so"
        findings.append(
            Finding(GUESSED, f"the language of the event is {language}, as its titles are written so", None, hint)
        )
    return replace(event, title=title, zone=wish.zone or event.zone or "UTC", language=language)


def _content(folder: Path) -> dict[str, str]:
    """The texts of all content files that an import may have written, by their names."""
    paths = sorted(path for pattern in _CONTENT for path in folder.glob(pattern) if path.is_file())
    names = (path.relative_to(folder).as_posix() for path in paths)
    return {name: _file_text(folder, name) for name in names}


def _file_text(folder: Path, name: str) -> str:
    data = read_listed(folder, name, limits.FILE_BYTES, Place(name))
    if isinstance(data, Finding):
        raise FileError(data.message)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise FileError(f'"{name}" is not UTF-8, so that nothing can be merged into it; save it as UTF-8') from error


def _as_it_was(path: Path, text: str) -> bytes:
    """The text as bytes, with the line ends and the byte order mark that the file has now."""
    old = path.read_bytes() if path.is_file() else b""
    mark = "\ufeff" if old.startswith(codecs.BOM_UTF8) else ""
    lines = text.replace("\n", "\r\n") if b"\r\n" in old else text
    return (mark + lines).encode()
