"""A file name that somebody wrote into the bytes of that file, if it is a plain file inside the project folder."""

import difflib
import os
import re
import stat
import unicodedata
from contextlib import suppress
from math import ceil
from pathlib import Path

from booklet import limits
from booklet.codes import BAD_PATH, MISSING_FILE, TOO_LARGE, UNREADABLE_FILE
from booklet.finding import Finding
from booklet.place import Place

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"|?*\\]')
_DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")


def path_trouble(relative: str) -> str | None:
    """What keeps `relative` from being a file name that every system takes the same way, or None.

    Names go down from a folder with forward slashes; nothing in them may mean more than a name: no "..", drive, address,
    device, stream, home folder or option.
    """
    if not relative:
        return "the path is empty"
    if len(relative) > limits.PATH:
        return f"the path is longer than {limits.PATH} characters"
    if "\\" in relative:
        return "parts of a path are parted by / here"
    if relative.startswith("/") or _NOT_IN_NAMES.search(relative):
        return "the path is not a plain name inside the project"
    if unicodedata.normalize("NFC", relative) != relative:
        return "the path has letters written as letter and accent apart; type the name again"
    for name in relative.split("/"):
        if name in {"", ".", ".."} or name[0] in "-~" or name[-1] in ". " or _DEVICE.fullmatch(name):
            return f'"{name}" is not taken as a part of a path'
    return None


def read_bytes(folder: Path, relative: str, limit: int, place: Place | None = None) -> bytes | Finding:
    """The bytes of the file `relative` (to `folder`, which is the project folder), at most `limit` of them.

    Otherwise a finding at `place` (where the name was written; the file itself when None): the name is not a plain one, no
    file has exactly that name, it is not a regular file, it lies outside `folder` once links are followed, or it is too
    large. Never waits for a pipe or a device.
    """
    place = place or Place(relative)
    shown = f'"{relative[:80]}"'
    if trouble := path_trouble(relative):
        return Finding(BAD_PATH, f"{shown} cannot be used: {trouble}", place)
    path = folder
    for name in relative.split("/"):
        if hint := _missing(folder, path, name):
            return Finding(MISSING_FILE, f"there is no file {shown}", place, hint)
        path /= name
    return read_listed(folder, relative, limit, place)


def leads_out(folder: Path, path: Path) -> bool:
    """Whether a path leads outside of `folder`, which is the project folder, once links are followed; or in a circle."""
    try:
        return not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return True


def read_listed(folder: Path, relative: str, limit: int, place: Place) -> bytes | Finding:
    """The same for a name that was found by listing its folder, which needs no further look at the name."""
    shown = f'"{relative[:80]}"'
    try:
        path = f"{folder}/{relative}"
        if _has_links(folder, relative):
            resolved = (folder / relative).resolve(strict=True)
            if not resolved.is_relative_to(folder.resolve()):
                return Finding(
                    BAD_PATH, f"{shown} leads outside the project folder", place, "copy the file into the project"
                )
            path = str(resolved)
        return _read(path, limit, shown, place)
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, before Python 3.13
        reason = getattr(error, "strerror", None) or "the links lead in a circle"
        return Finding(UNREADABLE_FILE, f"{shown} cannot be read: {reason.lower()}", place)


class ListedFolder:
    """A folder of the project whose files were found by listing it: what stands above them is looked at once for all."""

    def __init__(self, folder: Path, relative: str) -> None:
        self._folder, self._relative = folder, relative
        self._is_plain = False
        with suppress(OSError):  # each file says what is wrong
            self._is_plain = hasattr(os, "O_NOFOLLOW") and not _has_links(folder, relative)

    def read(self, name: str, limit: int) -> bytes | Finding:
        """The bytes of a file, as `read_listed` gives them."""
        relative = f"{self._relative}/{name}"
        place = Place(relative)
        if self._is_plain:
            with suppress(OSError):  # a link, or what cannot be read
                return _read(f"{self._folder}/{relative}", limit, f'"{relative[:80]}"', place)
        return read_listed(self._folder, relative, limit, place)


def _has_links(folder: Path, relative: str) -> bool:
    """Whether a link stands between the folder and the file, or what else Windows has that leads elsewhere."""
    path = str(folder)
    for name in relative.split("/"):
        path = f"{path}/{name}"
        facts = os.lstat(path)
        if stat.S_ISLNK(facts.st_mode) or getattr(facts, "st_reparse_tag", None):
            return True
    return False


def _missing(project: Path, folder: Path, name: str) -> str | None:
    """None when the folder has exactly this name; else a hint, which names nothing of a folder outside of the project.
    Windows and macOS would find Front.PDF as front.pdf, so that the same project would fail elsewhere."""
    try:
        names = os.listdir(folder)  # noqa: PTH208  names alone, also of a folder that is none
    except OSError:
        return "check the name of the folder"
    if name in names:
        return None
    if leads_out(project, folder):
        return "check the name of the folder"
    names.sort()
    alike = [other for other in names if _folded(other) == _folded(name)] or difflib.get_close_matches(name, names, 1)
    return f'the folder has "{alike[0]}"' if alike else "check the name; it is relative to the folder content/"


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _read(path: str, limit: int, shown: str, place: Place) -> bytes | Finding:
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags)
    try:
        facts = os.fstat(handle)
        if not stat.S_ISREG(facts.st_mode):
            return Finding(BAD_PATH, f"{shown} is not a plain file", place)
        data = b"" if facts.st_size > limit else _all_of(handle, facts.st_size, limit)
    finally:
        os.close(handle)
    size = max(facts.st_size, len(data))
    if size > limit:
        message = f"{shown} has {ceil(size / 1e5) / 10:.1f} MB; at most {limit / 1e6:.1f} MB are read"
        return Finding(TOO_LARGE, message, place)
    return data


def _all_of(handle: int, size: int, limit: int) -> bytes:
    """All bytes of a file that says it has `size`, at most one more than the limit. At first no more is asked for: to
    make room for the limit takes longer than to read."""
    data = os.read(handle, size + 1)
    if len(data) == size:
        return data
    with os.fdopen(handle, "rb", closefd=False) as file:
        return data + file.read(limit + 1 - len(data))
