"""Bytes → a file that is whole or not there: written beside its place under another name, then renamed."""

import os
from pathlib import Path

from booklet.errors import FileError


def write_whole(path: Path, data: bytes, *, settled: bool = True) -> None:
    """Write `data` to `path`, whose old contents stay until the new ones are complete. Makes the folder when it is missing.
    Waits until the disk has it where it is to be `settled`: of a thousand files, the last is enough.

    Raises FileError when the file cannot be written; nothing is left over then.
    """
    # short: with the name of the file in it, it could be too long for one
    part = path.with_name(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.unlink(missing_ok=True)
            with part.open("xb") as file:  # never through a link that somebody left there
                file.write(data)
                if settled:
                    file.flush()
                    os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise FileError(f"cannot write {path}: {error.strerror or error}") from error


def remove(path: Path) -> None:
    """Remove a file, if it is there. Raises FileError when it cannot be removed."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise FileError(f"cannot remove {path}: {error.strerror or error}") from error
