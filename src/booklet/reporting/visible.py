"""Text of strangers becomes text that is safe to show: what is invisible or steers a terminal is written as U+XXXX."""

import unicodedata
from collections.abc import Iterator

# Control, format, surrogate, private and unassigned characters; line and paragraph separators (UAX #44, General_Category)
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_MARKS = frozenset({"Mn", "Me"})

MOST_MARKS = 8


def visible(text: str) -> str:
    """`text` with every hidden character written as U+XXXX, and so every combining mark after the eighth in a row."""
    return "".join(shown for shown, _ in cells(text))


def cells(text: str) -> Iterator[tuple[str, int]]:
    """For each character of `text`, what stands for it and how many columns of a terminal that takes.

    Wide and fullwidth characters take two (UAX #11), combining marks none.
    """
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category in _MARKS else 0
        if category in _HIDDEN or marks > MOST_MARKS:
            name = f"U+{ord(character):04X}"
            yield name, len(name)
        elif marks:
            yield character, 0
        else:
            yield character, 2 if unicodedata.east_asian_width(character) in "WF" else 1
