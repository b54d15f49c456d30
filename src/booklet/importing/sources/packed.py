"""ZIP data of strangers (archives, workbooks, Word documents) into the bytes of its members, as far as they are harmless.

Sizes are checked as they are told, before anything is unpacked, and again while it is unpacked.
"""

import re
import stat
import struct
import zipfile
import zlib
from io import BytesIO

from booklet import limits
from booklet.codes import BAD_SOURCE
from booklet.finding import Finding
from booklet.place import Place
from booklet.plain_dataclasses import dataclass

_DIRECTORY_ENTRY = b"PK\x01\x02"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = 0x1
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_CHUNK = 1_000_000
# zipfile answers damaged data with more than its own error
_TROUBLES = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError, OverflowError, LookupError,
)  # fmt: skip
_ENTITIES = tuple(
    word.encode(encoding) for word in ("<!DOCTYPE", "<!ENTITY") for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
_DECLARED = re.compile(rb"""^[^<]{0,9}<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([^"']{1,40})["']""")
_ENCODINGS = {b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii"}


@dataclass(frozen=True, slots=True)
class Packed:
    """Opened ZIP data that is called `file` in findings, and its members by name, in their order; folders are none."""

    file: str
    archive: zipfile.ZipFile
    members: tuple[zipfile.ZipInfo, ...]

    def unpacked(self, member: zipfile.ZipInfo, findings: list[Finding]) -> bytes | None:
        """The bytes of a member; None, with a finding, when it is refused or broken."""
        trouble = _trouble(member)
        if trouble is None:
            try:
                return self._bytes(member)
            except _TROUBLES:
                trouble = "cannot be unpacked"
        findings.append(Finding(BAD_SOURCE, f'"{shown(member.filename)}" {trouble}', Place(self.file)))
        return None

    def _bytes(self, member: zipfile.ZipInfo) -> bytes:
        """As many bytes as were told, or ValueError."""
        chunks: list[bytes] = []
        size = 0
        with self.archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > member.file_size:
                    raise ValueError
                chunks.append(chunk)
        return b"".join(chunks)


def packed(data: bytes, file: str, findings: list[Finding]) -> Packed | None:
    """ZIP data opened; None, with a finding, when it is no ZIP data, or more is in it than is taken."""
    place = Place(file)
    if data.count(_DIRECTORY_ENTRY) > limits.SOURCE_ENTRIES:
        message = f"the archive holds more than {limits.SOURCE_ENTRIES} files"
        findings.append(Finding(BAD_SOURCE, message, place, "leave out what is not needed"))
        return None
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _TROUBLES:
        findings.append(Finding(BAD_SOURCE, "the file is damaged, or no ZIP data", place, "export it again"))
        return None
    return Packed(file, archive, tuple(member for member in archive.infolist() if not _is_folder(member)))


def package(data: bytes, file: str, findings: list[Finding]) -> dict[str, bytes] | None:
    """The parts of a workbook or a Word document by name, all XML in them without entities; None, with a finding, when the
    file is no such thing, or larger than is taken, or has entities."""
    if data.startswith(_OLD_OFFICE):
        message = "the file has a password, or was written by an old version of Office"
        findings.append(
            Finding(BAD_SOURCE, message, Place(file), "save it again without a password, as .docx or .xlsx")
        )
        return None
    opened = packed(data, file, findings)
    if opened is None:
        return None
    if sum(member.file_size for member in opened.members) > limits.SOURCE_BYTES:
        message = f"unpacked the file has more than {limits.SOURCE_BYTES // 1_000_000} MB"
        findings.append(Finding(BAD_SOURCE, message, Place(file), "split it, or leave out pictures"))
        return None
    parts: dict[str, bytes] = {}
    for member in opened.members:
        part = opened.unpacked(member, findings)
        if part is None:
            return None
        if trouble := _xml_trouble(member.filename, part):
            findings.append(Finding(BAD_SOURCE, f'"{shown(member.filename)}" {trouble}', Place(file), "save it again"))
            return None
        parts[member.filename] = part
    return parts


def shown(name: str) -> str:
    """The name of a member, cut for messages."""
    return name if len(name) <= 60 else f"{name[:59]}…"


def _is_folder(member: zipfile.ZipInfo) -> bool:
    """Whether it is a folder, or has no name, with which zipfile of Python 3.11 fails."""
    return not member.filename or member.filename.endswith("/")


def _trouble(member: zipfile.ZipInfo) -> str | None:
    """What forbids to unpack a member, as far as it is told."""
    size = member.file_size
    if member.flag_bits & _ENCRYPTED:
        return "is encrypted"
    if member.compress_type not in _METHODS:
        return "is packed in a way that is not taken"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "is a link, which is not taken"
    if size > limits.SOURCE_FILE_BYTES:
        return f"has more than {limits.SOURCE_FILE_BYTES // 1_000_000} MB once unpacked"
    if size > _CHUNK and size > limits.SOURCE_RATIO * member.compress_size:
        return f"grows more than {limits.SOURCE_RATIO} times when it is unpacked"
    return None


def _xml_trouble(name: str, part: bytes) -> str | None:
    """What forbids to read a part, where it is XML."""
    if not name.lower().endswith((".xml", ".rels", ".vml")):
        return None
    if any(word in part for word in _ENTITIES):
        return "has a DTD or entities, which are not taken"
    declared = _DECLARED.match(part)
    if declared and declared[1].lower() not in _ENCODINGS:
        return "is not written in UTF-8"
    return None
