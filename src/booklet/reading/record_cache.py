"""Records that a run before this one has made, by digests of all that they were made of: what read talks and set pieces are
kept in, in files of the project's folder out/.

A file is a head, which names its form and the engine that made the records, and entries one after another: key, length,
checksum, record. Of a file of another engine nothing is taken; of one that is cut off or damaged, what is whole. It may be
deleted at any time: what is not in it is made. It is replaced as a whole, so that of two runs at the same time the last has
its way.
"""

import hashlib
import os
import platform
import struct
import zlib
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from booklet import __version__
from booklet.finding import Finding
from booklet.place import Place
from booklet.reading.project_file import read_bytes
from booklet.shipped import fonts_folder, styles_folder

KEY = 16  # bytes of a key
# What a record raises that is not as it was written, although its checksum is right.
UNREADABLE = (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError)

_MAGIC = b"booklet records 1\n"
_ENTRY = struct.Struct(f">{KEY}sI{KEY}s")
_LARGEST = 512_000_000  # bytes of a file that is looked into
# What reads and sets; tzdata has the times of cities.
_LIBRARIES = ("babel", "fontTools", "markdown_it", "pyphen", "reportlab", "tzdata", "uharfbuzz", "uniseg", "yaml")


class Records(Protocol):
    """Records by key: what earlier runs have kept is found, what this one keeps is there for later ones."""

    def found(self, key: bytes) -> bytes | None:
        """The record of a key, if there is one."""

    def keep(self, key: bytes, record: bytes) -> None:
        """Keep a record for later runs."""


class RecordCache:
    """Records by key, in a file of the project in a folder. Of earlier ones, those are kept that were found again.

    `file` is relative to the folder; it is read when the first record is looked for.
    """

    def __init__(self, folder: Path, file: str) -> None:
        self.file = file
        self._folder = folder
        self._known: dict[bytes, bytes] | None = None
        self._used: dict[bytes, bytes] = {}

    def found(self, key: bytes) -> bytes | None:
        """The record of a key, if there is one."""
        if self._known is None:
            self._known = self._read()
        record = self._known.get(key)
        if record is not None:
            self._used[key] = record
        return record

    def keep(self, key: bytes, record: bytes) -> None:
        """Keep a record for later runs."""
        self._used[key] = record

    def kept(self) -> list[bytes] | None:
        """The file that later runs are to find, in parts; None where it is there already, or nothing was looked for."""
        if self._known is None or self._used.keys() == self._known.keys():
            return None
        parts = [_MAGIC, engine()]
        for key, record in self._used.items():
            parts += (_ENTRY.pack(key, len(record), _checksum(record)), record)
        return parts

    def _read(self) -> dict[bytes, bytes]:
        data = read_bytes(self._folder, self.file, _LARGEST, Place(self.file))
        return {} if isinstance(data, Finding) else dict(_entries(data, engine()))


@cache
def engine() -> bytes:
    """A digest of what makes records besides what they are made of: this program, as it is installed, with the fonts and
    styles that come with it, and its libraries."""
    libraries = [find_spec(name) for name in _LIBRARIES]
    installed = [_stamp(os.stat(one.origin)) for one in libraries if one and one.origin]  # noqa: PTH116  no Path is needed
    own = [sorted(_files(str(folder))) for folder in (Path(__file__).parents[1], fonts_folder(), styles_folder())]
    facts = (__version__, own, installed, platform.python_version(), zlib.ZLIB_RUNTIME_VERSION)
    return _checksum(repr(facts).encode("utf-8", "surrogatepass"))


def _files(folder: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Name and stamp of every file in a folder, but for those that Python makes of others."""
    with os.scandir(folder) as found:
        for entry in found:
            if not entry.is_dir():
                yield entry.name, _stamp(entry.stat())
            elif entry.name != "__pycache__":
                yield from _files(entry.path)


def _stamp(facts: os.stat_result) -> tuple[int, int]:
    return facts.st_size, facts.st_mtime_ns


def _entries(data: bytes, wanted: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The whole entries of a file of this engine."""
    start = len(_MAGIC) + KEY
    if data[:start] != _MAGIC + wanted:
        return
    while start + _ENTRY.size <= len(data):
        key, length, checksum = _ENTRY.unpack_from(data, start)
        start += _ENTRY.size + length
        record = data[start - length : start]
        if _checksum(record) == checksum:
            yield key, record


def _checksum(record: bytes) -> bytes:
    return hashlib.blake2b(record, digest_size=KEY).digest()
