"""What a list says about its numbers (attributes of HTML, options of enumerate) → the marker of each of its items."""

import re

from booklet.expression import expression
from booklet.plain_dataclasses import dataclass, replace

# How far numbers go that anybody writes.
_START = expression(r"""\bstart\s*=\s*["']?\s*(\d{1,4})\b""", re.IGNORECASE)
_VALUE = expression(r"""\bvalue\s*=\s*["']?\s*(\d{1,4})\b""", re.IGNORECASE)
_TYPE = expression(r"""\btype\s*=\s*["']?\s*([1aAiI])(?![A-Za-z0-9])""")
_REVERSED = expression(r"\breversed\b", re.IGNORECASE)
# Keys of LaTeX's enumitem that say how a list looks, not what it counts.
_LAYOUT = expression(
    r"(?:nosep|noitemsep|wide|(?:left|right)margin|label(?:indent|sep|width)|item(?:indent|sep)|listparindent|topsep|partopsep|"
    r"parsep|align|font|before|after|ref)(?:=.*)?"
)
_COUNTERS = {r"\arabic*": "1", r"\alph*": "a", r"\Alph*": "A", r"\roman*": "i", r"\Roman*": "I"}
_LABEL = expression(r"([^\\A-Za-z0-9]{0,3})(\\(?:arabic|alph|Alph|roman|Roman)\*)([^\\A-Za-z0-9]{0,3})")
_SHORT = expression(r"([^\\A-Za-z0-9]{0,3})([1aAiI])([^\\A-Za-z0-9]{0,3})")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a list counts: `form` is "1", "a", "A", "i" or "I", between `before` and `after`; `number` is the next one."""

    form: str = "1"
    before: str = ""
    after: str = "."
    number: int = 1

    @property
    def marker(self) -> str:
        """The marker of the next item."""
        shown = str(self.number)
        if self.number and self.form in "aA":
            shown = _letters(self.number)
        elif self.number and self.form in "iI":
            shown = _roman(self.number)
        return f"{self.before}{shown.upper() if self.form.isupper() else shown}{self.after}"

    @property
    def following(self) -> "Numbering":
        """The same, one further."""
        return replace(self, number=self.number + 1)


def html_numbering(tag: str) -> Numbering | None:
    """The numbering that an <ol> asks for; None when it counts backwards."""
    if _REVERSED.search(tag):
        return None
    start, form = _START.search(tag), _TYPE.search(tag)
    return Numbering(form[1] if form else "1", number=int(start[1]) if start else 1)


def at_value(numbering: Numbering, tag: str) -> Numbering:
    """The numbering at an <li> that may name its number."""
    value = _VALUE.search(tag)
    return replace(numbering, number=int(value[1])) if value else numbering


def latex_numbering(options: str) -> Numbering | None:
    """The numbering that the options of enumerate ask for (packages enumitem and enumerate); None when they ask for something
    else, as to go on where the list before ended."""
    numbering = Numbering()
    for option in filter(None, map(str.strip, options.split(","))):
        key, _, value = (part.strip() for part in option.partition("="))
        label = _LABEL.fullmatch(value.strip("{}")) if key == "label" else None
        short = _SHORT.fullmatch(option)
        if key == "start" and value.isdecimal() and len(value) <= 4:
            numbering = replace(numbering, number=int(value))
        elif label:
            numbering = replace(numbering, before=label[1], form=_COUNTERS[label[2]], after=label[3])
        elif short:
            numbering = replace(numbering, before=short[1], form=short[2], after=short[3])
        elif not _LAYOUT.fullmatch(option):
            return None
    return numbering


def _letters(number: int) -> str:
    """1 → a, 26 → z, 27 → aa."""
    shown = ""
    while number:
        number, letter = divmod(number - 1, 26)
        shown = chr(ord("a") + letter) + shown
    return shown


def _roman(number: int) -> str:
    shown = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        shown += letters * times
    return shown
