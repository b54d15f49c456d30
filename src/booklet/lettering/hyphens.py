"""Words → where they may be hyphenated, by Liang's algorithm on the patterns that pyphen ships.

F. M. Liang, Word Hy-phen-a-tion by Com-put-er, Stanford 1983. The patterns are read directly: pyphen itself parses all of
them with regular expressions at every start, which costs more than setting the booklet (pyphen 0.18).
"""

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_DIGITS = str.maketrans("", "", "0123456789")
# Patterns of languages whose tag alone does not say which of several, or that go by another tag.
_HOMES = {"en": "en_US", "no": "nb_NO"}


class Hyphens:
    """Hyphenation of one language. `left` and `right` are the fewest letters before and after a hyphen."""

    def __init__(self, patterns: dict[str, str], left: int = 2, right: int = 3) -> None:
        self._patterns = patterns
        self._longest = max(map(len, patterns), default=0)
        self._left, self._right = left, right
        self._known: dict[str, tuple[int, ...]] = {}

    def positions(self, word: str) -> tuple[int, ...]:
        """Indexes into `word`, letters only, before which a hyphen may stand."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._find(word.lower()) if len(word) >= self._left + self._right else ()
        return known

    def _find(self, word: str) -> tuple[int, ...]:
        dotted = f".{word}."
        points = [0] * (len(dotted) + 1)
        for start in range(len(dotted) - 1):
            for end in range(start + 1, min(start + self._longest, len(dotted)) + 1):
                pattern = self._patterns.get(dotted[start:end])
                if pattern is not None:
                    for offset, value in _values(pattern):
                        points[start + offset] = max(points[start + offset], value)
        last = len(word) - self._right
        return tuple(index for index in range(self._left, last + 1) if points[index + 1] % 2)


def _values(pattern: str) -> Iterator[tuple[int, int]]:
    """The digits of a pattern ("1na2t") with the number of letters before each."""
    letters = 0
    for character in pattern:
        if character.isdigit():
            yield letters, int(character)
        else:
            letters += 1


@cache
def hyphens_for(language: str) -> Hyphens | None:
    """Hyphenation of a BCP 47 language ("en-US", "de"), or None where no patterns are known."""
    path = _dictionary(language)
    if path is None:
        return None
    encoding, _, body = path.read_bytes().partition(b"\n")
    lines = body.decode(encoding.decode("ascii").strip()).split("\n")
    # Rules with "/" change the spelling at the break (Hungarian, old German); a text layer cannot show that. Upper-case
    # lines are settings (LEFTHYPHENMIN 2).
    patterns = {
        line.translate(_DIGITS): line
        for line in map(str.strip, lines)
        if line and not line[0].isupper() and "/" not in line and line[0] not in "%#"
    }
    return Hyphens(patterns)


def _dictionary(language: str) -> Path | None:
    spec = find_spec("pyphen")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "dictionaries"
    tag = language.replace("-", "_")
    exact = folder / f"hyph_{tag}.dic"
    if exact.is_file():
        return exact
    base = tag.split("_")[0]
    if tag in _HOMES:
        return folder / f"hyph_{_HOMES[tag]}.dic"
    home = folder / f"hyph_{base}_{base.upper()}.dic"
    same = sorted(folder.glob(f"hyph_{base}.dic")) + [home] * home.is_file() + sorted(folder.glob(f"hyph_{base}_*.dic"))
    return same[0] if same else None
