"""What is on disk under a path (a file, a folder, a ZIP archive) into a source: files in memory that some form can read."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from booklet import limits
from booklet.codes import BAD_SOURCE
from booklet.errors import FileError
from booklet.finding import Finding
from booklet.importing.sources.packed import packed, shown
from booklet.importing.sources.source import Source, SourceFile
from booklet.place import Place
from booklet.plain_dataclasses import dataclass
from booklet.text_file import without_forbidden

ENDINGS = frozenset(
    (
        ".bib", ".csv", ".docx", ".htm", ".html", ".ical", ".ics", ".json", ".markdown", ".md", ".tex", ".tsv", ".txt",
        ".xcal", ".xlsx", ".xml", ".yaml", ".yml",
    )
)  # fmt: skip
_LEFT_OUT = frozenset(("__macosx", "__pycache__", "node_modules", "site-packages", "venv"))
_DRIVE = re.compile(r"[A-Za-z]:")


def read_source(path: Path, findings: list[Finding], apart: Path | None = None) -> Source:
    """The files of a source. A file that is named is read whatever its ending; of a folder (with the folders in it) and of a
    ZIP archive those that some form can read, in the order of their names. Hidden files, folders of programs, and the folder
    `apart`, into which it is to be imported, are left out. What is refused is a finding.

    Raises FileError where nothing is there, or where it cannot be read.
    """
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            return Source(str(path), tuple(_files_of_folder(path, apart, findings)))
        if not stat.S_ISREG(kind):
            raise FileError(f'"{path}" is neither a file nor a folder')
        archive = path.suffix.lower() == ".zip"
        data = _limited(path, limits.SOURCE_BYTES if archive else limits.SOURCE_FILE_BYTES)
    except (OSError, ValueError) as error:
        raise FileError(f'"{path}" cannot be read: {_reason(error)}') from error
    if data is None:
        most = (limits.SOURCE_BYTES if archive else limits.SOURCE_FILE_BYTES) // 1_000_000
        message = f"the file has more than {most} MB"
        findings.append(Finding(BAD_SOURCE, message, Place(_name(path.name)), "leave out what is not needed"))
        return Source(str(path), ())
    if archive:
        return Source(str(path), tuple(_files_of_archive(data, path.name, findings)))
    return Source(str(path), (SourceFile(_name(path.name), data),))


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or "the path is not one"


def _limited(path: Path, most: int) -> bytes | None:
    """The bytes of a file; None when it has more than is taken."""
    with path.open("rb") as stream:
        data = stream.read(most + 1)
    return data if len(data) <= most else None


def _name(name: str) -> str:
    return without_forbidden(name.replace("\\", "/") if os.sep == "\\" else name)


def _is_wanted(name: str) -> bool:
    return not name.startswith((".", "~$")) and name.lower() not in _LEFT_OUT


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file below a folder: its name below it, and where it is."""

    name: str
    path: Path


def _files_of_folder(folder: Path, apart: Path | None, findings: list[Finding]) -> Iterator[SourceFile]:
    entries = sorted(_entries(folder, apart, findings), key=lambda entry: entry.name)
    size = 0
    for entry in entries[: limits.SOURCE_FILES]:
        place = Place(_name(entry.name))
        try:
            data = _limited(entry.path, limits.SOURCE_FILE_BYTES)
        except OSError as error:
            findings.append(Finding(BAD_SOURCE, f"the file cannot be read: {_reason(error)}", place))
            continue
        if data is None:
            message = f"the file has more than {limits.SOURCE_FILE_BYTES // 1_000_000} MB"
            findings.append(Finding(BAD_SOURCE, message, place, "split it, or leave out what is not needed"))
            continue
        size += len(data)
        if size > limits.SOURCE_BYTES:
            _too_much(f"{limits.SOURCE_BYTES // 1_000_000} MB", place, findings)
            return
        yield SourceFile(place.file, data)
    if len(entries) > limits.SOURCE_FILES:
        _too_much(f"{limits.SOURCE_FILES} files", Place(_name(entries[limits.SOURCE_FILES].name)), findings)


def _too_much(most: str, place: Place, findings: list[Finding]) -> None:
    message = f"the source has more than {most}; this file and what follows is not read"
    findings.append(Finding(BAD_SOURCE, message, place, "give a folder that holds only what is needed"))


def _entries(folder: Path, apart: Path | None, findings: list[Finding]) -> Iterator[_Entry]:
    """The files below a folder that some form can read; links are followed to files inside of it alone."""
    inside = os.path.realpath(folder)
    left_out = os.path.realpath(apart) if apart else None
    folders = [("", folder, 0)]
    seen = 0
    while folders:
        before, current, depth = folders.pop()
        for found in _listed(current, before, findings):
            seen += 1
            if seen > limits.SOURCE_ENTRIES:
                _too_much(f"{limits.SOURCE_ENTRIES} files and folders", Place(_name(before + found.name)), findings)
                return
            name = before + found.name
            if found.is_symlink() and not Path(os.path.realpath(found)).is_relative_to(inside):
                if found.suffix.lower() in ENDINGS or found.is_dir():
                    message = "the link leads out of the folder and is not followed"
                    findings.append(Finding(BAD_SOURCE, message, Place(_name(name)), "put the file itself there"))
            elif found.is_dir():
                if not found.is_symlink() and depth < limits.SOURCE_FOLDERS and os.path.realpath(found) != left_out:
                    folders.append((f"{name}/", found, depth + 1))
            elif found.suffix.lower() in ENDINGS and found.is_file():
                yield _Entry(name, found)


def _listed(folder: Path, before: str, findings: list[Finding]) -> list[Path]:
    """What is in a folder, in the order of names."""
    try:
        return sorted((path for path in folder.iterdir() if _is_wanted(path.name)), key=lambda path: path.name)
    except OSError as error:
        findings.append(
            Finding(BAD_SOURCE, f"the folder cannot be read: {_reason(error)}", Place(_name(before or ".")))
        )
        return []


def _files_of_archive(data: bytes, file: str, findings: list[Finding]) -> Iterator[SourceFile]:
    opened = packed(data, _name(file), findings)
    size = count = 0
    seen: set[str] = set()
    for member in sorted(opened.members, key=lambda member: member.filename) if opened else ():
        name = member.filename.replace("\\", "/")
        parts = name.split("/")
        place = Place(_name(file))
        if name.startswith("/") or _DRIVE.match(name) or ".." in parts:
            message = f'"{shown(name)}" leads out of the archive and is not read'
            findings.append(Finding(BAD_SOURCE, message, place))
        elif all(map(_is_wanted, parts)) and Path(name).suffix.lower() in ENDINGS and name not in seen:
            seen.add(name)
            count += 1
            size += member.file_size
            if count > limits.SOURCE_FILES or size > limits.SOURCE_BYTES:
                most = f"{limits.SOURCE_FILES} files or {limits.SOURCE_BYTES // 1_000_000} MB unpacked"
                _too_much(most, place, findings)
                return
            content = opened.unpacked(member, findings) if opened else None
            if content is not None:
                yield SourceFile(_name(name), content)
