"""Bytes of a file into text with line feeds as line ends, and findings for what is not text."""

import unicodedata
from math import ceil

from booklet import limits
from booklet.codes import FORBIDDEN_CHARACTER, NOT_UTF8, TOO_LARGE
from booklet.expression import expression
from booklet.finding import Finding
from booklet.place import Place

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF)
)
# Word's line break (U+000B) and page break (U+000C) end lines and are no trouble.
_FORBIDDEN = expression(f"[\x00-\x08\x0d-\x1f\x7f-\x9f\ud800-\udfff{_NONCHARACTERS}]")
_TWICE_DECODED = expression("[ÃÂâ][\x80-\x9f]")
_SHOWN = 20


def read_text(data: bytes, file: str) -> tuple[str | None, tuple[Finding, ...]]:
    """Text of a UTF-8 file (with or without byte order mark) or of UTF-16 with one; None where it is neither.

    Lines end with a line feed whatever the file has. Characters that cannot be printed are findings, and blanks in the text,
    so that all places stay right. `file` is the name for the findings.
    """
    if len(data) > limits.FILE_BYTES:
        message = f"the file has {ceil(len(data) / 1e5) / 10:.1f} MB; at most {limits.FILE_BYTES / 1e6:.0f} MB are read"
        return None, (Finding(TOO_LARGE, message, Place(file), "split it, or take out what does not belong here"),)
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    if encoding == "utf-8-sig" and data.count(b"\0") * 3 > len(data):
        message = "the file looks like UTF-16 without a byte order mark"
        return None, (Finding(NOT_UTF8, message, Place(file), "save as UTF-8"),)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        return None, (_not_utf8(data, file, encoding, error),)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    # nothing forbidden is printable; line ends, tabs and no-break spaces are not, and may stand here
    if text.replace("\n", "").replace("\t", "").replace("\u00a0", "").isprintable():
        return text, ()
    return blanked(text), forbidden_characters(text, file)


def forbidden_characters(text: str, file: str, place: Place | None = None) -> tuple[Finding, ...]:
    """A finding for each different character of `text` that cannot be printed: controls, surrogates, noncharacters.

    Its place is its first occurrence, counting lines and columns of `text`, or `place` for all of them where given.
    """
    if text.isprintable() or not _FORBIDDEN.search(text):
        return ()
    first: dict[str, int] = {}
    counts: dict[str, int] = {}
    for found in _FORBIDDEN.finditer(text):
        first.setdefault(found[0], found.start())
        counts[found[0]] = counts.get(found[0], 0) + 1
    twice = bool(_TWICE_DECODED.search(text))
    findings = []
    for character, offset in list(first.items())[:_SHOWN]:
        times = f" ({counts[character]} times)" if counts[character] > 1 else ""
        message = f"{character_name(character)} cannot be printed{times}"
        hint = "it looks like text decoded twice; save the original again as UTF-8" if twice else "take it out"
        findings.append(Finding(FORBIDDEN_CHARACTER, message, place or place_in(text, offset, file), hint))
    return tuple(findings)


def without_forbidden(text: str) -> str:
    """The text with the characters that cannot be printed left out."""
    return _FORBIDDEN.sub("", text)


def blanked(text: str) -> str:
    """The text with a blank for each character that cannot be printed, so that all places stay right."""
    return _FORBIDDEN.sub(" ", text)


def place_in(text: str, offset: int, file: str, first_line: int = 1, width: int = 1) -> Place:
    """Place of the character at `offset` of a text that begins in line `first_line` of the file."""
    line = first_line + text.count("\n", 0, offset)
    column = offset - text.rfind("\n", 0, offset)
    return Place(file, line, column, column + width)


def character_name(character: str) -> str:
    """The code point and the Unicode name where there is one: "U+200B (zero width space)"."""
    name = unicodedata.name(character, "").lower() or _KINDS.get(unicodedata.category(character), "")
    return f"U+{ord(character):04X}" + (f" ({name})" if name else "")


_KINDS = {"Cc": "a control character", "Cs": "half of a surrogate pair", "Cn": "not a character", "Co": "private use"}


def _not_utf8(data: bytes, file: str, encoding: str, error: UnicodeDecodeError) -> Finding:
    if encoding == "utf-16":
        return Finding(NOT_UTF8, "the file begins like UTF-16 but is not", Place(file), "save as UTF-8")
    data = data.removeprefix(b"\xef\xbb\xbf")  # as the decoder counts
    before = data[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    byte = data[error.start]
    western = bytes([byte]).decode("cp1252", "ignore")
    meaning = f' (in Windows-1252 it is "{western}")' if western.isprintable() and western else ""
    return Finding(
        NOT_UTF8, f"byte 0x{byte:02X} is not UTF-8{meaning}", place_in(before, len(before), file), "save as UTF-8"
    )
