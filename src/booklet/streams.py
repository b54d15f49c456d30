"""Standard streams as the caller gave them → streams that can be written, whatever was given."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from booklet.errors import FileError


def make_usable() -> None:
    """A stream that the caller has closed swallows what it is given, and a terminal that lacks a letter is no error."""
    sys.stdout, sys.stderr = sys.stdout or _nowhere(), sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def flush() -> None:
    """Raises OSError when something that was said cannot be written."""
    sys.stdout.flush()
    sys.stderr.flush()


def give_up(trouble: OSError) -> int:
    """The exit code when the output cannot be written, for which a sentence is tried. Nothing more is written then: at its
    end, Python would try once more, and complain."""
    with suppress(OSError):
        sys.stderr.write(f"error: cannot read or write the output: {trouble.strerror}\n")
        sys.stderr.flush()
    sys.stdout = sys.stderr = _nowhere()
    return FileError.exit_code


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")
