"""A name as it is printed → how an index lists it: the family name first, and the key by which readers look it up."""

import re
from collections.abc import Iterator
from functools import lru_cache

from booklet.model.collation import Key, collation_key
from booklet.model.name_tokens import NameTokens, name_tokens, words_of
from booklet.model.person_name import PersonName, person_name
from booklet.plain_dataclasses import dataclass

# Small ones joined by a hyphen do not count: Omar al-Farsi stands among F. Nor does the Arabic one.
_JOINED = re.compile(r"(?:a[dlnrstz]|ash|el|et)[-‐‑](?=\w)|ال(?=\w\w)")
_BEGINNING = re.compile(r"^[\W_]+")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")


@dataclass(frozen=True, slots=True)
class IndexName:
    """`family` is what the name is found by, `given` all that is left of it (empty: nothing), `between` what stands between
    the two. `sorted_by` is the family name from the letter on that counts, `then_by` what decides in a family."""

    family: str
    given: str
    between: str
    sorted_by: str
    then_by: str

    @property
    def words(self) -> str:
        """The whole name as an index prints it."""
        return f"{self.family}{self.between}{self.given}" if self.given else self.family

    def key(self, language: str) -> tuple[Key, Key, str]:
        """The key among names of one index, whose language it is."""
        return collation_key(self.sorted_by, language), collation_key(self.then_by, language), self.words


@lru_cache(maxsize=8192)
def index_name(written: str) -> IndexName:
    """How "Ludwig van Beethoven" is listed ("Beethoven, Ludwig van"). Hyphenated family names stay whole, asides stay where
    they stand and do not sort; names that begin with the family name, as Chinese ones do, are listed as they are."""
    name, parts = name_tokens(written), person_name(written)
    tokens, plain = name.tokens, name.plain
    first, last = _family(name, parts)
    family = " ".join(tokens[first : last + 1]).strip(",")
    others = [index for index in range(len(tokens)) if not first <= index <= last]
    given = " ".join(filter(None, (tokens[index].strip(",") for index in others)))
    as_it_stands = not set(others) & set(plain) or (parts.family_first and first == plain[0])
    between = "، " if _ARABIC.search(family) else " " if as_it_stands else ", "
    idle = {*parts.particles, *parts.titles, *filter(None, (parts.suffix,))}
    then_by = " ".join(tokens[index] for index in others if index in plain and tokens[index].strip(".,") not in idle)
    while first < last and tokens[first] in idle:
        first += 1
    return IndexName(family, given, between, _counting(" ".join(tokens[first : last + 1]).strip(",")), then_by)


def _family(name: NameTokens, parts: PersonName) -> tuple[int, int]:
    """The first and the last token of the family name: the whole ones that its words stand in, and all that stands before a
    comma."""
    tokens, plain = name.tokens, name.plain
    wanted, words = words_of(parts.family), list(_placed_words(name))
    starts = range(len(words) - len(wanted) + 1)
    for start in starts if parts.family_first else reversed(starts):
        found = words[start : start + len(wanted)]
        if wanted and [word for word, _ in found] == wanted:
            first, last = found[0][1], found[-1][1]
            break
    else:
        return 0, max(len(tokens) - 1, 0)
    if "," in name.bare and tokens[last].endswith(","):  # "Berg y Gasset, Béla": all that stands before the comma
        return (first if parts.suffix else plain[0]), last
    return first, last


def _placed_words(name: NameTokens) -> Iterator[tuple[str, int]]:
    for index in name.plain:
        yield from ((word, index) for word in words_of(name.tokens[index]))


def _counting(family: str) -> str:
    """A family name from the letter on by which it is sorted."""
    bare = _BEGINNING.sub("", family) or family
    return _JOINED.sub("", bare, count=1) if _JOINED.match(bare) else bare
