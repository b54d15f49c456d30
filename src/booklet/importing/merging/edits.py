"""Edits of a text, found in it with line feeds as line ends, into the text with its own line ends and all else as it was."""

import bisect
import re

from booklet.plain_dataclasses import dataclass
from booklet.text_file import blanked

_LINE_END = re.compile("\r\n?")
_BREAKS = {ord(one): " " for one in "\x0b\x0c\x85\u2028\u2029"}
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters from `start` up to `end` become `text`."""

    start: int
    end: int
    text: str


def plain(text: str) -> str:
    """The text as it is read: without byte order mark, lines end with a line feed, the last one too."""
    text = _LINE_END.sub("\n", text.removeprefix(_MARK))
    return text if text.endswith("\n") else text + "\n"


def readable(text: str) -> str:
    """A text of the same length with blanks for what the parser would take for the end of a line, or not at all."""
    return blanked(text.translate(_BREAKS))


def edited(text: str, edits: tuple[Edit, ...]) -> str:
    """The text with edits made that do not overlap; of two at one point the first stands first."""
    done, at = [], 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        done += [text[at : max(edit.start, at)], edit.text]
        at = max(edit.end, at)
    return "".join([*done, text[at:]])


def edited_as_written(text: str, edits: tuple[Edit, ...]) -> str:
    """The same for edits whose offsets are those of `plain(text)`; what they write gets the line ends that the text has."""
    if not edits:
        return text
    ending = "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"
    ends = text.endswith(("\n", "\r"))
    whole = text if ends else text + ending
    shift = len(_MARK) if text.startswith(_MARK) else 0
    # Where each line feed that was two characters stands in the plain text.
    pairs = [found.start() - index - shift for index, found in enumerate(re.finditer("\r\n", whole))]

    def offset(at: int) -> int:
        return at + shift + bisect.bisect_left(pairs, at)

    moved = tuple(Edit(offset(one.start), offset(one.end), one.text.replace("\n", ending)) for one in edits)
    result = edited(whole, moved)
    return result if ends else result.removesuffix(ending)
