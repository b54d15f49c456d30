"""Bytes of a source file into text with line feeds as line ends, whatever it was written with."""

import re
from functools import lru_cache

from booklet import limits
from booklet.codes import BAD_SOURCE, CHANGED_TEXT, GUESSED
from booklet.finding import Finding
from booklet.importing.sources.source import SourceFile
from booklet.place import Place
from booklet.text_file import blanked, place_in

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\0\0", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROLS = bytes(range(8)) + bytes(range(14, 27)) + bytes(range(28, 32))
_ESCAPED = re.compile("[\udc80-\udcff]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_SAMPLE = 4000
_FEW = 10


def source_text(file: SourceFile, findings: list[Finding]) -> str:
    """The text, without byte order mark. UTF-8 and UTF-16 are read as they are; bytes that are neither are read as
    Windows-1252, which is said. Empty, with a finding, when the file is too large or no text. Characters that cannot be
    printed are blanks, so that lines and columns are those of the file."""
    text, found = _read(file)
    findings.extend(found)
    return text


@lru_cache(maxsize=32)
def _read(file: SourceFile) -> tuple[str, tuple[Finding, ...]]:
    place = Place(file.name)
    if len(file.data) > limits.SOURCE_FILE_BYTES:
        message = f"the file has more than {limits.SOURCE_FILE_BYTES // 1_000_000} MB"
        return "", (Finding(BAD_SOURCE, message, place, "split it, or leave out what is not needed"),)
    findings: list[Finding] = []
    text = _decoded(file.data, place, findings)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    printable = blanked(text)
    if printable != text:
        at = next(at for at, (old, new) in enumerate(zip(text, printable, strict=True)) if old != new)
        message = "characters that cannot be printed are read as blanks"
        findings.append(Finding(CHANGED_TEXT, message, place_in(text, at, file.name)))
    return printable, tuple(findings)


def _decoded(data: bytes, place: Place, findings: list[Finding]) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if encoding := _wide(data):
        message = "the file has no byte order mark; it is read as UTF-16"
        findings.append(Finding(GUESSED, message, place, "save it as UTF-8 if letters look wrong"))
        return data.decode(encoding, "replace")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _FEW and controls * 20 > len(data):
        findings.append(Finding(BAD_SOURCE, "the file is not text", place, "export it again as text"))
        return ""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _western(data, place, findings)


def _wide(data: bytes) -> str:
    """The encoding where every second byte is zero as often as in western text of UTF-16; else empty."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd * 3 > len(sample) and not even:
        return "utf-16-le"
    return "utf-16-be" if even * 3 > len(sample) and not odd else ""


def _western(data: bytes, place: Place, findings: list[Finding]) -> str:
    """Text that is not UTF-8 as a whole: Windows-1252, or UTF-8 with a few bytes of it."""
    text = data.decode("utf-8", "surrogateescape")
    strange = len(_ESCAPED.findall(text))
    if strange * 2 > len(_NOT_ASCII.findall(text)):
        message = "the file is not UTF-8; it is read as Windows-1252"
        findings.append(Finding(GUESSED, message, place, "save it as UTF-8 if letters look wrong"))
        return _windows(data)
    message = "single bytes are not UTF-8; they are read as Windows-1252"
    first = place_in(text, _ESCAPED.search(text).start(), place.file)  # type: ignore[union-attr]
    findings.append(Finding(GUESSED, message, first, "save the file as UTF-8 if letters look wrong"))
    return _ESCAPED.sub(lambda found: _windows(bytes([ord(found[0]) - 0xDC00])), text)


def _windows(data: bytes) -> str:
    return data.decode("cp1252", "replace")
