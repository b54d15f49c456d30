"""Words in a row → those that belong to the word before them and should not begin a line.

Numbers and their units, labels and their numbers, dashes and what stands before them: where a careful typist would tie them
(D. E. Knuth, The TeXbook, chapter 14; The International System of Units, 9th edition, 5.4.3).
"""

import re
from collections.abc import Iterable
from itertools import pairwise

_UNIT = re.compile(
    r"(?:[yzafpnµμmcdhkMGTPEZY]|da)?"
    r"(?:m|g|s|A|K|mol|cd|Hz|rad|sr|N|Pa|J|W|C|V|F|Ω|S|Wb|T|H|lm|lx|Bq|Gy|Sv|kat|l|L|t|eV|u|bar|B|bit|Wh)[²³]?"
    r"(?:[/·].*)?[.,;:!?)\]]*|"
    r"(?:%|‰|°|°C|°F|′|″|h|d|min|yr|ha|dB|ppm|ppb|au|pc|hPa)[.,;:!?)\]]*"
)
_DASHES = frozenset("–—")
_LABEL = re.compile(
    r"[(\[]?(?:(?:Abb|Abschn|Eqs?|Figs?|Gl|Kap|N[or]|Refs?|Sect?|Tab|Vol|cf|eqs?|figs?|nos?|pp?|vol)\.|№|"
    r"(?:Chapter|Equation|Figure|Section|Table|Theorem)s?)"
)


def tied(words: Iterable[tuple[str, str]]) -> frozenset[int]:
    """Indexes of the words that should not begin a line. Of every word its beginning and its end are given, which are the
    same string for a word in one voice."""
    return frozenset(
        index
        for index, ((_, before), (word, _)) in enumerate(pairwise(words), 1)
        if word in _DASHES
        or (before[-1] <= "9" and before[-1].isdigit() and _UNIT.fullmatch(word))
        or ((word[0].isdigit() or word[0] == "(") and _LABEL.fullmatch(before))
    )
