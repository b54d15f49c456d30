"""Font files → font values: found by name, looked at for what the engine needs, refused by name when they cannot serve."""

import re
from dataclasses import dataclass
from pathlib import Path

from booklet.codes import BAD_FONT, MISSING_FILE
from booklet.finding import Finding
from booklet.place import Place
from booklet.reading.project_file import path_trouble, read_bytes
from booklet.shipped import fonts_folder

LARGEST_FILE = 64 * 1024 * 1024
_MAGIC = {b"\x00\x01\x00\x00": "TrueType", b"true": "TrueType", b"OTTO": "CFF"}
_FOREIGN = {
    b"wOFF": "a web font (WOFF)",
    b"wOF2": "a web font (WOFF2)",
    b"ttcf": "a font collection",
    b"%!PS": "a Type 1 font",
}
_NEEDED = {"cmap", "head", "hhea", "hmtx", "maxp"}


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font file: `file` as the style names it ("source-serif/SourceSerif4-Regular.ttf") and its bytes. `key` is its name
    as a resource of the PDF."""

    file: str
    data: bytes

    @property
    def stem(self) -> str:
        """The file's name without folder and ending."""
        return Path(self.file).stem

    @property
    def key(self) -> str:
        """The stem as a PDF name: letters, digits and hyphens only."""
        return re.sub(r"[^A-Za-z0-9-]", "", self.stem) or "font"


class _RefusedError(Exception):
    """The font cannot be used; the message completes the sentence "FILE cannot be used: …"."""


def load_font(file: str, folder: Path, place: Place) -> FontFile | Finding:
    """The font that a style calls `file`: from `folder`/fonts if it is there, else one of those shipped with booklet.

    A font that cannot be used is a finding at `place`, where the style names it.
    """
    try:
        data = _read(file, folder)
        _examine(data)
    except _RefusedError as refused:
        hint = "name a static TrueType or OpenType font file inside the folder fonts/, like family/Family-Regular.ttf"
        return Finding(BAD_FONT, f'font "{file[:80]}" cannot be used: {refused}', place, hint)
    return FontFile(file, data)


def shipped_fonts() -> tuple[FontFile, ...]:
    """All fonts that come with booklet, in the order of their names."""
    root = fonts_folder()
    return tuple(
        FontFile(path.relative_to(root).as_posix(), path.read_bytes()) for path in sorted(root.glob("*/*.ttf"))
    )


def _read(file: str, folder: Path) -> bytes:
    if trouble := path_trouble(file):
        raise _RefusedError(trouble)
    for root, name in ((folder, f"fonts/{file}"), (fonts_folder(), file)):
        data = read_bytes(root, name, LARGEST_FILE)
        if isinstance(data, bytes):
            return data
        if data.code is not MISSING_FILE:
            raise _RefusedError(data.message)
    raise _RefusedError("there is no such file, neither in fonts/ nor among the fonts of booklet")


def _examine(data: bytes) -> None:
    """Look at the table directory (OpenType 1.9, "Organization of an OpenType Font"): HarfBuzz takes any bytes in silence."""
    kind = _MAGIC.get(data[:4])
    if kind is None:
        raise _RefusedError(f"it is {_FOREIGN.get(data[:4], 'not a TrueType or OpenType font')}")
    count = int.from_bytes(data[4:6], "big")
    tables = {}
    for at in range(12, 12 + 16 * count, 16):
        record = data[at : at + 16]
        start, length = int.from_bytes(record[8:12], "big"), int.from_bytes(record[12:16], "big")
        if len(record) < 16 or start + length > len(data):
            raise _RefusedError("the file is not complete")
        if not record[:4].isascii():
            raise _RefusedError("its table of contents is damaged")
        tables[record[:4].decode("latin-1")] = data[start : start + length]
    if "fvar" in tables:
        raise _RefusedError("it is a variable font, which would print at its lightest weight")
    outlines = {"glyf", "loca"} if kind == "TrueType" else {"CFF "}
    missing = sorted((_NEEDED | outlines) - tables.keys())
    if missing:
        raise _RefusedError(f"it lacks the table {missing[0].strip()}")
    if int.from_bytes(tables["head"][12:16], "big") != 0x5F0F3CF5:
        raise _RefusedError("its head table is damaged")
    if (
        int.from_bytes(tables["maxp"][4:6], "big") == 0
        or not 16 <= int.from_bytes(tables["head"][18:20], "big") <= 16384
    ):
        raise _RefusedError("it has no glyphs or no unit of measure")
