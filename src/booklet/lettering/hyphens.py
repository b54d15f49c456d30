"""Words → where they may be hyphenated, by Liang's algorithm on the patterns that pyphen ships.

F. M. Liang, Word Hy-phen-a-tion by Com-put-er, Stanford 1983. pyphen itself takes all its patterns apart by regular
expressions at every start, which costs more than setting the booklet (pyphen 0.18: 80 ms for English, 900 ms for Hungarian).
Here a file becomes a dict in a few passes that run in C (3 and 45 ms), and the digits of a pattern are looked at when a word
first has it.
"""

from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

_APOSTROPHES = "'’ʼ"
# Most patterns have no more letters, few words have the stem of a longer one.
_STEM = 5
# Patterns of languages whose tag alone does not say which of several, or that go by another tag.
_HOMES = {"en": "en_us", "no": "nb_no"}


class Hyphens:
    """Hyphenation of one language. `patterns` are Liang's, by their letters ("hyph": "hy3ph"; "." is the edge of a word).

    `left` and `right` are the fewest letters before and after a hyphen, up to an apostrophe. A pattern that ends in "/" and a
    change of spelling (Hungarian "as5szon2y/sz=,2,1": asszony, asz-szony) forbids that break: a text layer cannot show the
    change.
    """

    def __init__(self, patterns: dict[str, str], left: int = 2, right: int = 3) -> None:
        self._patterns = patterns
        self._longest = max(map(len, patterns), default=0)
        self._stems = {letters[:_STEM] for letters in patterns if len(letters) > _STEM}
        self._left, self._right = left, right
        self._levels: dict[str, tuple[tuple[int, int], ...]] = {}
        self._known: dict[str, tuple[int, ...]] = {}
        # Apostrophes that the patterns do not know are like the one of the typewriter.
        all_letters = "".join(patterns)
        self._apostrophes = {ord(sign): "'" for sign in _APOSTROPHES[1:] if sign not in all_letters}

    def positions(self, word: str) -> tuple[int, ...]:
        """Indexes into `word`, letters and apostrophes, before which a hyphen may stand."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._find(word) if len(word) >= self._left + self._right else ()
        return known

    def _find(self, word: str) -> tuple[int, ...]:
        dotted = f".{_lower(word).translate(self._apostrophes)}."
        size, longest, patterns, levels = len(dotted), self._longest, self._patterns, self._levels
        points = [0] * (size + 1)
        for start in range(size - 1):
            reach = longest if dotted[start : start + _STEM] in self._stems else _STEM
            for end in range(start + 1, min(start + reach, size) + 1):
                letters = dotted[start:end]
                if letters in patterns:
                    if letters not in levels:
                        levels[letters] = _levels(patterns[letters])
                    for offset, level in levels[letters]:
                        if level > points[start + offset]:
                            points[start + offset] = level
        edges = [-1, *(index for index, letter in enumerate(word) if letter in _APOSTROPHES), len(word)]
        stretches = [range(first + 1 + self._left, last - self._right + 1) for first, last in pairwise(edges)]
        return tuple([index for stretch in stretches for index in stretch if points[index + 1] % 2])


def _lower(word: str) -> str:
    """Small letters, as many as there were: "İ" becomes two characters when nothing is done about it."""
    lower = word.lower()
    return lower if len(lower) == len(word) else "".join(letter.lower()[0] for letter in word)


def _levels(pattern: str) -> tuple[tuple[int, int], ...]:
    """The digits of a pattern ("1na2t") with the number of letters before each. Odd ones allow a hyphen, even ones forbid it;
    of all that meet at one place the greatest wins. The odd one at which the spelling changes is made the even one above."""
    pattern, _, change = pattern.partition("/")
    changed = int(change.split(",")[1]) + pattern.startswith(".") if change else -1
    levels, letters = [], 0
    for character in pattern:
        if character in "0123456789":
            level = int(character)
            levels.append((letters, level + level % 2 if letters == changed else level))
        else:
            letters += 1
    return tuple(levels)


def hyphens_for(language: str) -> Hyphens | None:
    """Hyphenation of a BCP 47 language ("en-US", "de"), or None where no patterns are known."""
    files = _files()
    language, *more = language.lower().split("-")
    known = sorted(tag for tag in files if tag.startswith(f"{language}_"))
    # The tag with ever fewer subtags; then the language where it is at home, then anywhere.
    tags = ["_".join((language, *more[:count])) for count in range(len(more), 0, -1)]
    tags += [language if more else _HOMES.get(language, language), language, f"{language}_{language}", *known]
    return next((_hyphens(files[tag]) for tag in tags if tag in files), None)


@cache
def _files() -> dict[str, Path]:
    """The files of patterns by their tag in small letters: "en_us", "sr_latn"."""
    spec = find_spec("pyphen")
    if spec is None or spec.origin is None:
        return {}
    folder = Path(spec.origin).parent / "dictionaries"
    return {path.stem.removeprefix("hyph_").lower(): path for path in folder.glob("hyph_*.dic")}


@cache
def _hyphens(path: Path) -> Hyphens:
    """The patterns of one file: the first line names the encoding, each of the others is a pattern, a setting or a comment.

    Settings are in capitals and comments begin with % or #, so no word ever has their letters. Lines without digits say
    nothing. Where a file has two patterns with the same letters, the later one counts.
    """
    encoding, _, body = path.read_bytes().partition(b"\n")
    lines, letters = (
        map(str.strip, text.decode(encoding.decode("ascii").strip()).split("\n"))
        for text in (body, body.translate(None, b"0123456789"))
    )
    patterns = {key: line for key, line in zip(letters, lines, strict=True) if key != line}
    for key in [key for key in patterns if "/" in key and "=" in key]:
        patterns[key.partition("/")[0]] = patterns.pop(key)
    return Hyphens(patterns)
