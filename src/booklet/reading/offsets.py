"""An offset in a text that was changed into the offset in the text as it was before."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from booklet.expression import expression
from booklet.reading.clean_text import Cleaned, clean

# Joining lines changes blanks, reading the quotes of LaTeX changes them: all other characters stay, in their order.
_FIRM = expression(r"[^ \n\u3000`'\"]")
# Words, long ones in pieces.
_WORD = re.compile(r"\s+|\S{1,60}[\u0300-\u036f]*")


def before_joining(offsets: Iterable[int], joined: str, text: str) -> dict[int, int]:
    """The offsets in `text` of what stands at `offsets` once its lines are `joined` and its quotes straight."""
    if joined == text:
        return {offset: offset for offset in offsets}
    firm = [found.start() for found in _FIRM.finditer(joined)]
    stood = [found.start() for found in _FIRM.finditer(text)]
    return {offset: stood[min(bisect_left(firm, offset), len(stood) - 1)] if stood else 0 for offset in offsets}


def before_cleaning(offsets: Iterable[int], cleaned: Cleaned, text: str) -> dict[int, int]:
    """The offsets in `text` of what stands at `offsets` once it is cleaned. Words are cleaned one by one, which gives the
    same as cleaning them together."""
    if cleaned.text == text:
        return {offset: offset for offset in offsets}
    before: dict[int, int] = {}
    words = ((found.start(), found[0], clean(found[0]).text) for found in _WORD.finditer(text))
    at, word, result = next(words, (0, "", ""))
    done = 0
    for offset in sorted(offsets):
        while offset >= done + len(result) and (following := next(words, None)):
            done += len(result)
            at, word, result = following
        before[offset] = at + (offset - done if result == word else _within(word, offset - done))
    return before


def _within(word: str, offset: int) -> int:
    """The same for one word: where its shortest beginning ends that is longer than `offset` when it is cleaned."""
    return bisect_left(range(len(word)), offset + 1, key=lambda end: len(clean(word[: end + 1]).text))
