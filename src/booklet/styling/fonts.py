"""Font files → font values: found by name, looked at for what the engine needs, refused by name when they cannot serve."""

import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from booklet.codes import BAD_FONT, MISSING_FILE
from booklet.finding import Finding
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, field, replace
from booklet.reading.project_file import path_trouble, read_bytes
from booklet.shipped import fonts_folder
from booklet.styling.font_tables import RefusedError, examine, faces_in

LARGEST_FILE = 64 * 1024 * 1024

_NUMBERED = re.compile(r"(?i)(.+\.(?:ttc|otc))#([1-9][0-9]{0,3})")


@dataclass(frozen=True, slots=True)
class FontFile:
    """A face of a font file: `file` as the style names it ("source-serif/SourceSerif4-Regular.ttf", "cjk/Sans.ttc#2") and the
    bytes of the whole file, which faces of one collection share.

    `index` is the number of the face in its collection, from 0. `weight` is where on its axis of weights a variable font is
    set (OpenType "wght"); None for any other font. `shipped`: the file came with booklet.
    """

    file: str
    data: bytes = field(repr=False)
    index: int = 0
    weight: int | None = None
    shipped: bool = field(default=False, repr=False, compare=False)

    @property
    def stem(self) -> str:
        """The file's name without folder and ending."""
        return Path(self.file).stem

    @property
    def key(self) -> str:
        """Its name as a resource of the PDF, letters, digits and hyphens only: the stem, and what tells faces of a file
        apart."""
        plain = re.sub(r"[^A-Za-z0-9-]", "", self.stem)
        if not self.stem.isascii():  # names in other scripts would all become one
            spelled = self.stem.encode("utf-8", "backslashreplace")
            plain += f"-{hashlib.blake2b(spelled, digest_size=4).hexdigest()}"
        plain += f"-{self.index + 1}" if self.index else ""
        return (plain + (f"-{self.weight}" if self.weight else "")).lstrip("-") or "font"

    @property
    def source(self) -> tuple[str, int, int | None]:
        """What two values of one face have in common: file, number and weight, however they are named."""
        numbered = _NUMBERED.fullmatch(self.file)
        return numbered[1] if numbered else self.file, self.index, self.weight


def load_font(file: str, folder: Path, place: Place) -> FontFile | Finding:
    """The font that a style calls `file`: from `folder`/fonts if it is there, else one of those shipped with booklet.

    Of a collection it is the first face, or that of a number: "Sans.ttc#2". A font that cannot be used is a finding at
    `place`, where the style names it.
    """
    try:
        opened = _open(file, folder)
        return _static(FontFile(file, opened.data, opened.indexes[0], shipped=opened.shipped))
    except RefusedError as refused:
        return _refusal(file, refused, place)


def load_fallback(file: str, folder: Path, place: Place) -> tuple[FontFile, ...] | Finding:
    """The same for a font that texts fall back on: of a collection all faces, unless one is named by its number, and of a
    variable font its regular and its bold weight. Which of them serves, the text decides (fallback.py)."""
    try:
        opened = _open(file, folder)
        faces = usable_faces(file, opened.data, opened.indexes)
        return tuple(replace(face, shipped=opened.shipped) for face in faces)
    except RefusedError as refused:
        return _refusal(file, refused, place)


def usable_faces(file: str, data: bytes, indexes: Iterable[int]) -> tuple[FontFile, ...]:
    """The faces of a file that can serve; raises RefusedError with the reason of the first when none can."""
    fonts: list[FontFile] = []
    reason = None
    for index in indexes:
        try:
            weights = examine(data, index)
        except RefusedError as refused:
            reason = reason or refused
            continue
        fonts += [FontFile(file, data, index, weight) for weight in weights or (None,)]
    if reason and not fonts:
        raise reason
    return tuple(fonts)


def shipped_fonts() -> tuple[FontFile, ...]:
    """All fonts that come with booklet, in the order of their names."""
    root = fonts_folder()
    return tuple(
        FontFile(path.relative_to(root).as_posix(), path.read_bytes(), shipped=True)
        for path in sorted(root.glob("*/*.ttf"))
    )


def _static(font: FontFile) -> FontFile:
    if examine(font.data, font.index):
        raise RefusedError("it is a variable font, which would print at its lightest weight")
    return font


class _Opened(NamedTuple):
    """The bytes of a file, the numbers of the faces meant, from 0, and whether it came with booklet."""

    data: bytes
    indexes: range
    shipped: bool


def _open(file: str, folder: Path) -> _Opened:
    numbered = _NUMBERED.fullmatch(file)
    data, shipped = _read(numbered[1] if numbered else file, folder)
    count = faces_in(data)
    if numbered is None:
        return _Opened(data, range(count), shipped)
    if int(numbered[2]) > count:
        raise RefusedError(f"the file holds {count} {'font' if count == 1 else 'fonts'}, numbered from 1")
    return _Opened(data, range(int(numbered[2]) - 1, int(numbered[2])), shipped)


def _read(file: str, folder: Path) -> tuple[bytes, bool]:
    """The bytes of a file, and whether it came with booklet."""
    if trouble := path_trouble(file):
        raise RefusedError(trouble)
    own = [(folder, f"fonts/{file}")] if os.path.lexists(folder / "fonts") else []  # most projects bring none
    shipped = fonts_folder()
    for root, name in (*own, (shipped, file)):
        data = read_bytes(root, name, LARGEST_FILE)
        if isinstance(data, bytes):
            return data, root is shipped
        if data.code is not MISSING_FILE:
            raise RefusedError(data.message)
    raise RefusedError("there is no such file, neither in fonts/ nor among the fonts of booklet")


def _refusal(file: str, refused: RefusedError, place: Place) -> Finding:
    hint = "name a static TrueType or OpenType font file inside the folder fonts/, like family/Family-Regular.ttf"
    return Finding(BAD_FONT, f'font "{file[:80]}" cannot be used: {refused}', place, hint)
