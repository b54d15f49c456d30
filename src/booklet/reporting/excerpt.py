"""A place becomes the line that it points at, cut to a readable width, with the columns to underline."""

import codecs
from pathlib import Path

from booklet.expression import expression
from booklet.place import Place
from booklet.plain_dataclasses import dataclass
from booklet.reporting.visible import cells

WIDTH = 96
_BEFORE = 32  # columns kept in front of the underlined stretch when a line is cut
_LARGEST = 5_000_000  # bytes; larger files are not read again for the sake of one line
_TEXT_FILES = frozenset({".yaml", ".yml", ".md"})
_LINE_END = expression(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line as shown, and where in it the stretch lies: columns of a terminal from 0."""

    text: str
    start: int
    length: int


def read_lines(folder: Path, file: str) -> tuple[str, ...]:
    """Lines of a text file of the project; none when it is no such file, lies outside `folder`, or cannot be read."""
    path = folder / file
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
        if path.suffix not in _TEXT_FILES or not inside or not path.is_file() or path.stat().st_size > _LARGEST:
            return ()
        data = path.read_bytes()
    except (OSError, ValueError, RuntimeError):  # Path.resolve: RuntimeError for a loop of links (Python 3.11)
        return ()
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return tuple(_LINE_END.split(data.decode("utf-16" if utf16 else "utf-8-sig", errors="replace")))


def excerpt(lines: tuple[str, ...], place: Place) -> Excerpt | None:
    """The line of `place` in at most WIDTH columns with "…" where it was cut; None when there is no such line."""
    if not 1 <= place.line <= len(lines):
        return None
    line = lines[place.line - 1]
    shown = list(cells(line))
    first = min(max(place.column, 1) - 1, len(shown))
    last = min(max(place.end_column - 1, first), len(shown))
    left = _left(shown, first)
    right = _right(shown, left)
    last = min(last, right)
    head, tail = "…" * (left > 0), "…" * (right < len(shown))
    text = head + "".join(part for part, _ in shown[left:right]) + tail
    return Excerpt(text.rstrip(), len(head) + _columns(shown[left:first]), max(1, _columns(shown[first:last])))


def _columns(shown: list[tuple[str, int]]) -> int:
    return sum(width for _, width in shown)


def _left(shown: list[tuple[str, int]], first: int) -> int:
    """Index of the first character kept: 0 when the line fits, else some columns before the stretch."""
    if _columns(shown) <= WIDTH or _columns(shown[:first]) <= _BEFORE:
        return 0
    left = first
    room = _BEFORE
    while left > 0 and room >= shown[left - 1][1]:
        left -= 1
        room -= shown[left][1]
    return left


def _right(shown: list[tuple[str, int]], left: int) -> int:
    """Index after the last character that fits into WIDTH columns from `left` on."""
    right = left
    room = WIDTH
    while right < len(shown) and room >= shown[right][1]:
        room -= shown[right][1]
        right += 1
    return right
