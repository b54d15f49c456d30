"""The folders where a computer keeps its fonts → those that have given characters, the fittest first.

For the command `booklet fonts` alone: a booklet is made from fonts of its project and of booklet, never from these.
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import uharfbuzz as hb

from booklet import limits
from booklet.plain_dataclasses import dataclass
from booklet.styling.fallback import fallback_order, region_rank
from booklet.styling.font_facts import FontFacts, font_facts
from booklet.styling.font_tables import BOLD, REGULAR, RefusedError, faces_in
from booklet.styling.fonts import LARGEST_FILE, usable_faces
from booklet.styling.project_fonts import FONT_ENDINGS

# Variables of the environment that say where fonts are.
VARIABLES = ("HOME", "XDG_DATA_HOME", "XDG_DATA_DIRS", "WINDIR", "LOCALAPPDATA")

# Fonts whose glyphs are boxes with numbers or nothing: they claim to have everything.
_EMPTY = re.compile(r"(?i)\.|last ?resort|adobe ?blank|unicode bmp fallback|noto tofu|unifont")
_SERIF = re.compile(r"(?i)serif|mincho|ming|song|batang|myeongjo|roman")
_OF_A_KIND = re.compile(r"(?i)\b(?:mono|ui|display|slanted|looped|condensed|narrow|unjoined|kufi|nastaliq|rashi)\b|UI$")
_FREE = re.compile(r"(?i)open font|\bofl\b|apache|creative commons|public domain|general public|\bgpl\b|\bfree")


@dataclass(frozen=True, slots=True)
class FoundFont:
    """A font file of the computer, its size in bytes, what its face for text says, and which of the characters looked for
    that face has."""

    path: Path
    size: int
    facts: FontFacts
    has: frozenset[str]


def font_folders(platform: str, environment: Mapping[str, str]) -> tuple[Path, ...]:
    """The usual folders of fonts. `platform` is as in sys.platform; `environment` has what there is of VARIABLES."""
    home = environment.get("HOME", "")
    if platform == "win32":
        windows, local = environment.get("WINDIR") or r"C:\Windows", environment.get("LOCALAPPDATA")
        folders = [f"{windows}/Fonts", f"{local}/Microsoft/Windows/Fonts" if local else ""]
    elif platform == "darwin":
        folders = ["/System/Library/Fonts", "/Library/Fonts", f"{home}/Library/Fonts" if home else ""]
    else:
        own = environment.get("XDG_DATA_HOME") or (f"{home}/.local/share" if home else "")
        shared = (environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
        folders = [f"{folder}/fonts" for folder in (own, *shared) if folder] + ([f"{home}/.fonts"] if home else [])
    return tuple(dict.fromkeys(Path(folder) for folder in folders if folder))


def system_fonts(folders: Iterable[Path], wanted: frozenset[str], language: str) -> tuple[FoundFont, ...]:
    """Fonts below `folders` that have some of the characters `wanted` and may be embedded, the fittest for `language` first:
    free, upright, of regular weight, of one design with the booklet's text. Of two files of one name the first is taken."""
    found: dict[str, FoundFont] = {}
    codes = {ord(character) for character in wanted}
    for path, size in _files(folders):
        if path.name not in found and _has_any(path, codes):
            font = _described(path, size, wanted, language)
            if font and font.has and not _EMPTY.match(font.facts.family):
                found[path.name] = font
    return tuple(sorted(found.values(), key=lambda font: _fitness(font, language)))


def bold_of(font: FoundFont, fonts: Iterable[FoundFont]) -> FoundFont | None:
    """The bold font of the same family beside a regular one, where there is one that has as much."""
    bold = [
        one for one in fonts if one.facts.family == font.facts.family and one.has >= font.has and not one.facts.slanted
    ]
    bold = [one for one in bold if abs(one.facts.weight - BOLD) < abs(one.facts.weight - REGULAR)]
    return min(bold, key=lambda one: (abs(one.facts.weight - BOLD), one.path.parent != font.path.parent), default=None)


def _files(folders: Iterable[Path]) -> Iterator[tuple[Path, int]]:
    """Plain files named like fonts, with their sizes, in a fixed order; what cannot be read is passed over."""
    left = limits.SYSTEM_FONTS
    for folder in folders:
        for parent, inner, files in os.walk(folder):
            if len(Path(parent).relative_to(folder).parts) == limits.FONT_FOLDERS:
                inner.clear()
            inner.sort()
            for name in sorted(files):
                if not name.lower().endswith(FONT_ENDINGS) or left == 0:
                    continue
                left -= 1
                path = Path(parent, name)
                try:
                    facts = path.stat()
                except OSError:
                    continue
                if stat.S_ISREG(facts.st_mode) and 0 < facts.st_size <= LARGEST_FILE:
                    yield path, facts.st_size


def _has_any(path: Path, codes: set[int]) -> bool:
    """Whether any face of a file has any of the characters. The file is mapped, so that its outlines are not read."""
    try:
        blob = hb.Blob.from_file_path(str(path))
        faces = min(max(hb.Face(blob).count, 1), limits.FONT_FACES)
        return any(not codes.isdisjoint(hb.Face(blob, index).unicodes) for index in range(faces))
    except (OSError, hb.HarfBuzzError):
        return False


def _described(path: Path, size: int, wanted: frozenset[str], language: str) -> FoundFont | None:
    """What there is to say about a file, by the face that a text of regular weight would take; None when none can be used."""
    try:
        data = path.read_bytes()
        faces = usable_faces(path.name, data, range(faces_in(data)))
    except (OSError, RefusedError):
        return None
    blob = hb.Blob(data)
    ordered = fallback_order([(face, font_facts(face)) for face in faces], REGULAR, language)
    has = [_of(blob, face.index, wanted) for face in ordered]
    best = max(range(len(has)), key=lambda place: len(has[place]))
    return FoundFont(path, size, font_facts(ordered[best]), has[best])


def _of(blob: hb.Blob, index: int, wanted: frozenset[str]) -> frozenset[str]:
    unicodes = hb.Face(blob, index).unicodes
    return frozenset(character for character in wanted if ord(character) in unicodes)


def _fitness(font: FoundFont, language: str) -> tuple[object, ...]:
    """What sorts the fittest font first."""
    return (
        font.facts.slanted,
        abs(font.facts.weight - REGULAR),
        _FREE.search(font.facts.license) is None,
        _OF_A_KIND.search(font.facts.family) is not None,
        _SERIF.search(font.facts.family) is None,
        not font.facts.family.startswith("Noto "),
        region_rank(font.facts.family, language),
        len(font.facts.family),
        font.facts.family,
        font.path.as_posix(),
    )
