"""Bytes → a file or a folder that is whole or not there: written beside its place under another name, then renamed."""

import os
from collections.abc import Mapping
from pathlib import Path

from booklet.errors import FileError


def write_whole(path: Path, *data: bytes | memoryview, settled: bool = True) -> None:
    """Write `data`, its parts one after another, to `path`, whose old contents stay until the new ones are complete. Makes
    the folder when it is missing. Waits until the disk has it where it is to be `settled`: of a thousand files, the last is
    enough.

    Raises FileError when the file cannot be written; nothing is left over then.
    """
    part = _beside(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.unlink(missing_ok=True)
            _write(part, *data, settled=settled)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise FileError(f"cannot write {path}: {error.strerror or error}") from error


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder `path` with these files, by names that may have folders in them. It appears when all are complete, in
    place of one that is empty or holds some of these files, which were in it before.

    Raises FileError when it cannot be written, or more is there by now; nothing is left over then.
    """
    import shutil  # brings what packs files along, which a booklet does without

    # through a link that stands there: what it leads to is the place
    place = path.resolve()
    part, old = _beside(place), place.with_name(f".{os.getpid()}.old")
    try:
        try:
            for left in (part, old):
                if left.exists():
                    shutil.rmtree(left)
            last = list(files)[-1:]
            for name, data in files.items():
                (part / name).parent.mkdir(parents=True, exist_ok=True)
                _write(part / name, data, settled=name in last)
            if place.exists():
                if more := sorted(found.name for found in place.iterdir() if found.name not in files):
                    raise FileError(f'cannot write {path}: "{more[0]}" is there by now')
                place.replace(old)
            part.replace(place)
        finally:
            if old.exists() and not place.exists():
                old.replace(place)
            shutil.rmtree(part, ignore_errors=True)
            shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise FileError(f"cannot write {path}: {error.strerror or error}") from error


def _beside(path: Path) -> Path:
    """Where it is written first; a short name: with that of the file in it, it could be too long for one."""
    return path.with_name(f".{os.getpid()}.part")


def _write(path: Path, *data: bytes | memoryview, settled: bool) -> None:
    with path.open("xb") as file:  # never through a link that somebody left there
        file.writelines(data)
        if settled:
            file.flush()
            os.fsync(file.fileno())


def remove(path: Path) -> None:
    """Remove a file, if it is there. Raises FileError when it cannot be removed."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise FileError(f"cannot remove {path}: {error.strerror or error}") from error
