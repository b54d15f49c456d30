"""Records that a run before this one has made, by digests of all that they were made of: what read talks and set pieces are
kept in, in files of the project's folder out/.

A file is a head, which names its form and the engine that made the records, and entries one after another: key, length,
checksum, record. Of a file of another engine nothing is taken; of one that is cut off or damaged, what is whole. It may be
deleted at any time: what is not in it is made. It is replaced as a whole, so that of two runs at the same time the last has
its way.
"""

import hashlib
import os
import struct
import sys
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

_MAGIC = b"booklet records 2\n"
_ENTRY = struct.Struct(f">{KEY}sII")
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
        self._earlier: _Earlier | None = None
        self._again: dict[bytes, memoryview] = {}  # entries of the file that were found
        self._new: dict[bytes, bytes] = {}

    def found(self, key: bytes) -> bytes | None:
        """The record of a key, if there is one."""
        if self._earlier is None:
            data = read_bytes(self._folder, self.file, _LARGEST, Place(self.file))
            self._earlier = _Earlier(b"" if isinstance(data, Finding) else data)
        entry = self._earlier.whole_entry(key)
        if entry is None:
            return None
        self._again[key] = entry
        return bytes(entry[_ENTRY.size :])

    def keep(self, key: bytes, record: bytes) -> None:
        """Keep a record for later runs."""
        self._new[key] = record

    def kept(self) -> list[bytes | memoryview] | None:
        """The file that later runs are to find, in parts; None where it is there already, or nothing was looked for."""
        if self._earlier is None or self._again.keys() | self._new.keys() == self._earlier.entries.keys():
            return None
        parts: list[bytes | memoryview] = [
            _MAGIC,
            engine(),
            *(entry for key, entry in self._again.items() if key not in self._new),
        ]
        for key, record in self._new.items():
            parts += (_ENTRY.pack(key, len(record), zlib.crc32(record)), record)
        return parts


class _Earlier:
    """The file that a run before has left. Its `entries` are not looked at until one is asked for, and never copied."""

    def __init__(self, data: bytes) -> None:
        self.entries = dict(_entries(memoryview(data), engine()))

    def whole_entry(self, key: bytes) -> memoryview | None:
        """The entry of a key, if there is one that is as it was written; what is not is forgotten."""
        entry = self.entries.get(key)
        if entry is None or zlib.crc32(entry[_ENTRY.size :]) == _ENTRY.unpack_from(entry)[-1]:
            return entry
        del self.entries[key]
        return None


@cache
def engine() -> bytes:
    """A digest of what makes records besides what they are made of: this program, as it is installed, with the fonts and
    styles that come with it, and its libraries."""
    libraries = [find_spec(name) for name in _LIBRARIES]
    installed = [_stamp(os.stat(one.origin)) for one in libraries if one and one.origin]  # noqa: PTH116  no Path is needed
    own = [sorted(_files(str(folder))) for folder in (Path(__file__).parents[1], fonts_folder(), styles_folder())]
    facts = (__version__, own, installed, sys.version, zlib.ZLIB_RUNTIME_VERSION)
    return hashlib.blake2b(repr(facts).encode("utf-8", "surrogatepass"), digest_size=KEY).digest()


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


def _entries(data: memoryview, wanted: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """The entries of a file of this engine, by their keys; one that is cut off is none."""
    start = len(_MAGIC) + KEY
    if data[:start] != _MAGIC + wanted:
        return
    while start + _ENTRY.size <= len(data):
        key, length, _ = _ENTRY.unpack_from(data, start)
        end = start + _ENTRY.size + length
        if end <= len(data):
            yield key, data[start:end]
        start = end
