"""Records of set pieces that a run before this one has made, by digests of all that they were made of.

The file is a head, which names its form and the engine that set the pieces, and entries one after another: key, length,
checksum, record. Of a file of another engine nothing is taken; of one that is cut off or damaged, what is whole. It may be
deleted at any time: pieces that are not in it are set. It is replaced as a whole, so that of two runs at the same time the
last has its way.
"""

import hashlib
import os
import platform
import struct
import zlib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from booklet import __version__
from booklet.finding import Finding
from booklet.place import Place
from booklet.reading.project_file import read_bytes
from booklet.typesetting.digest import SIZE, digest

_MAGIC = b"booklet set pieces 1\n"
_ENTRY = struct.Struct(f">{SIZE}sI{SIZE}s")
_LARGEST = 512_000_000  # bytes of a file that is looked into
_SETTING = ("babel", "pyphen", "reportlab", "uharfbuzz")


class PieceCache:
    """Records by key, of the project in a folder, for one paper. Of earlier ones, those are kept that were found again.

    `file` is where they are, relative to the folder.
    """

    def __init__(self, folder: Path, paper: str) -> None:
        self.file = f"out/.set-pieces-{paper.lower()}"
        self._engine = engine()
        data = read_bytes(folder, self.file, _LARGEST, Place(self.file))
        self._known = {} if isinstance(data, Finding) else dict(_entries(data, self._engine))
        self._used: dict[bytes, bytes] = {}

    def found(self, key: bytes) -> bytes | None:
        """The record of a key, if there is one."""
        record = self._known.get(key)
        if record is not None:
            self._used[key] = record
        return record

    def keep(self, key: bytes, record: bytes) -> None:
        """Keep a record for later runs."""
        self._used[key] = record

    def kept(self) -> bytes | None:
        """The file that later runs are to find; None where it is there already."""
        if self._used.keys() == self._known.keys():
            return None
        parts = [_MAGIC, self._engine]
        for key, record in self._used.items():
            parts += (_ENTRY.pack(key, len(record), _checksum(record)), record)
        return b"".join(parts)


def engine() -> bytes:
    """A digest of what sets pieces besides what they are made of: this program, as it is installed, and its libraries."""
    libraries = [find_spec(name) for name in _SETTING]
    installed = [_stamp(os.stat(one.origin)) for one in libraries if one and one.origin]  # noqa: PTH116  no Path is needed
    own = sorted(_sources(str(Path(__file__).parents[1])))
    return digest(__version__, own, installed, platform.python_version(), zlib.ZLIB_RUNTIME_VERSION)


def _sources(folder: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Name and stamp of every source file in a folder."""
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir():
                yield from _sources(entry.path)
            elif entry.name.endswith(".py"):
                yield entry.name, _stamp(entry.stat())


def _stamp(facts: os.stat_result) -> tuple[int, int]:
    return facts.st_size, facts.st_mtime_ns


def _entries(data: bytes, wanted: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The whole entries of a file of this engine."""
    start = len(_MAGIC) + SIZE
    if data[:start] != _MAGIC + wanted:
        return
    while start + _ENTRY.size <= len(data):
        key, length, checksum = _ENTRY.unpack_from(data, start)
        start += _ENTRY.size + length
        record = data[start - length : start]
        if _checksum(record) == checksum:
            yield key, record


def _checksum(record: bytes) -> bytes:
    return hashlib.blake2b(record, digest_size=SIZE).digest()
