"""A text into the words that look as if a line end of another document had left a hyphen in them."""

import re
from collections import Counter

from booklet.expression import expression
from booklet.reading.clean_text import SUSPENDED

_PARTED = expression(r"(?<![\w/.:@-])([^\W\d_]{2,30})-(?: *\n *| )([a-zß-ÿ]{2,30})(?![\w-])")
_INSIDE = re.compile(r"(?<![\w/.:@#\\-])([a-zß-ÿ]{3,30})-([a-zß-ÿ]{3,30})(?![\w/@-])")
_LEAST = 3  # letters of each half
_SECOND_HALF = re.compile(r"-(?<=[a-zß-ÿ]{3}-)([a-zß-ÿ]{3,30})(?![\w/@-])")
_MAY_BE_PARTED = re.compile(r"-[\n ]+\w")
_COMPOUND = expression(r"\w+-\w+")
_WORD = expression(r"[^\W\d_]{6,}")

# First and second halves of compounds, which break after their hyphen at line ends like any word.
_FIRST = frozenset(
    (
        "non", "self", "well", "high", "low", "multi", "pre", "post", "semi", "sub", "super", "inter", "intra", "anti",
        "co", "re", "ex", "cross", "half", "long", "short", "large", "small", "deep", "data", "model", "real", "near",
        "mid", "full", "free", "open", "close", "one", "two", "three", "four", "five", "six", "ten", "first", "second",
        "third", "fourth", "state", "time", "space", "end", "ground", "air", "sea", "land", "ice", "wind", "cloud",
        "rain", "snow", "water", "heat", "sun", "energy", "mass", "fine", "coarse", "machine", "physics", "risk", "cost",
        "user", "world", "wide", "zero", "single", "double", "micro", "macro", "meso", "hyper", "ultra", "quasi",
        "pseudo", "bio", "geo", "eco", "hydro", "higher", "lower", "better", "best", "early", "late", "most", "more",
        "all", "any", "much", "step", "trade", "on", "off", "in", "out", "up", "down", "by", "follow", "so", "human",
        "process",
    )
)  # fmt: skip
_SECOND = frozenset(
    (
        "based", "driven", "like", "free", "wise", "scale", "order", "time", "level", "dimensional", "linear", "term",
        "range", "resolution", "of", "the", "to", "off", "up", "in", "on", "by", "art", "class", "way", "field", "line",
        "phase", "point", "step", "body", "layer", "band", "mean", "space", "sensitive", "specific", "dependent",
        "independent", "aware", "informed", "resolving", "permitting", "efficient", "effective", "quality", "known",
        "defined", "trained", "tuned", "coupled", "party", "world",
    )
)  # fmt: skip
# Ends of English words that are no words themselves.
_TAIL = frozenset(
    (
        "tion", "tions", "sion", "sions", "ation", "ations", "ment", "ments", "tive", "ity", "ties", "ous", "ical",
        "ally", "ance", "ence", "ing", "ings", "ble", "bly", "ness",
    )
)  # fmt: skip


def pasted_hyphens(text: str) -> tuple[tuple[int, str], ...]:
    r"""Parts of the text such as "trans-\nfer", "hyphen- ation", or "trans-fer" where "transfer" stands elsewhere, with their
    offsets.

    Compounds are left alone: "pre- and post-", known first and second halves ("non-", "-based"), chains
    ("state-of-the-art"), and whatever stands with its hyphen elsewhere in the middle of a line.
    """
    if "-" not in text or not (_MAY_BE_PARTED.search(text) or _is_suspicious(text)):
        return ()
    words = frozenset(word.lower() for word in _WORD.findall(text))
    compounds = Counter(word.lower() for word in _COMPOUND.findall(text))
    found = []
    if _MAY_BE_PARTED.search(text):
        for one in _PARTED.finditer(text):
            first, second = one[1].lower(), one[2].lower()
            known = _is_compound(first, second) or f"{first}-{second}" in compounds
            if second not in SUSPENDED and (first + second in words or not known):
                found.append((one.start(), one[0]))
    for one in _INSIDE.finditer(text):
        first, second = one[1].lower(), one[2].lower()
        sure = first + second in words or (second in _TAIL and first not in _FIRST)
        if sure and compounds[f"{first}-{second}"] == 1 and not _is_compound(first, second):
            found.append((one.start(), one[0]))
    return tuple(sorted(found))


def _is_suspicious(text: str) -> bool:
    """Whether any word with a hyphen may be one that was pasted: a quick answer for nearly all texts."""
    lower = text.lower()
    if not any(
        one[1] in _TAIL or text[one.start() - _LEAST : one.start()] + one[1] in lower
        for one in _SECOND_HALF.finditer(text)
    ):
        return False
    return any(
        one[2] in _TAIL or one[1] + one[2] in lower
        for word in text.split()
        if "-" in word
        for one in _INSIDE.finditer(word)
    )


def _is_compound(first: str, second: str) -> bool:
    return first in _FIRST or second in _SECOND
