"""A name as it is printed → how an index lists it: the family name first, and the key by which readers look it up."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from booklet.model.collation import Key, collation_key
from booklet.model.family_first import begins_with_family
from booklet.model.person_name import person_name

# What stands in brackets or quotation marks: nicknames, the name in another script.
_ASIDE = (
    r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）|\"[^\"]*\"|“[^“”]*”"
    r"|„[^„“”]*[“”]|`[^`]*`|«[^«»]*»|(?<!\w)[‘'][^‘’']+[’'](?!\w)"
)
_TOKEN = re.compile(rf"(?:{_ASIDE})|\S+")
_ONLY_ASIDE = re.compile(_ASIDE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# With a capital they are a part of the family name: Ann De Smet, Salma Al Mahrouqi.
_ARTICLES = frozenset({
    "Al", "Da", "De", "Del", "Della", "Den", "Der", "Di", "Dos", "Du", "El", "La", "Las", "Le", "Los", "Ten", "Ter", "Van",
    "Von",
})  # fmt: skip
# Small ones joined by a hyphen do not count: Omar al-Farsi stands among F. Nor does the Arabic one.
_JOINED = re.compile(r"(?:a[dlnrstz]|ash|el|et)[-‐‑](?=\w)|ال(?=\w\w)")
_BEGINNING = re.compile(r"^[\W_]+")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_EAST_ASIAN = frozenset({
    "CJK", "HIRAGANA", "KATAKANA", "HALFWIDTH", "KATAKANA-HIRAGANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC",
})  # fmt: skip


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
    tokens = _TOKEN.findall(written)
    plain = [index for index, token in enumerate(tokens) if _scripts(token) and not _ONLY_ASIDE.fullmatch(token)]
    scripts = {script for index in plain for script in _scripts(tokens[index])}
    if scripts and scripts <= _EAST_ASIAN:
        return _eastern(tokens)
    if "LATIN" in scripts:  # what stands beside it in another script is the name once more
        plain = [index for index in plain if "LATIN" in _scripts(tokens[index])]
    if begins_with_family(tuple(tokens[index] for index in plain)):
        given = " ".join(token for index, token in enumerate(tokens) if index != plain[0])
        return IndexName(tokens[plain[0]], given, " ", tokens[plain[0]], given)
    first, last = _family(tokens, plain)
    family = " ".join(tokens[first : last + 1]).strip(",")
    others = [index for index in range(len(tokens)) if not first <= index <= last]
    given = " ".join(filter(None, (tokens[index].strip(",") for index in others)))
    between = "، " if _ARABIC.search(family) else ", " if set(others) & set(plain) else " "
    idle = _idle_words(" ".join(tokens[index] for index in plain))
    then_by = " ".join(tokens[index] for index in others if index in plain and tokens[index].strip(".,") not in idle)
    while first < last and tokens[first] in idle:
        first += 1
    return IndexName(family, given, between, _counting(" ".join(tokens[first : last + 1]).strip(",")), then_by)


def _idle_words(name: str) -> frozenset[str]:
    """The words of a name by which it is not sorted."""
    parts = person_name(name)
    return frozenset((*parts.particles, *parts.titles, *filter(None, (parts.suffix,))))


def _eastern(tokens: list[str]) -> IndexName:
    """A name that begins with the family name; one without a blank stands as it is."""
    given = " ".join(tokens[1:])
    return IndexName(tokens[0], given, " ", _counting(tokens[0]), given)


def _family(tokens: list[str], plain: list[int]) -> tuple[int, int]:
    """The first and the last token of the family name: the whole ones that its words stand in, with an article before it."""
    last = max(len(tokens) - 1, 0)
    if not plain:
        return 0, last
    whole = " ".join(tokens[index] for index in plain)
    wanted = _WORD.findall(person_name(whole).family)
    words = list(_placed_words(tokens, plain))
    for start in range(len(words) - len(wanted), -1, -1):
        found = words[start : start + len(wanted)]
        if wanted and [word for word, _ in found] == wanted:
            first, last = found[0][1], found[-1][1]
            break
    else:
        return 0, last
    if "," in whole and tokens[last].endswith(","):  # "Berg y Gasset, Béla": all that stands before the comma
        return (first if person_name(whole).suffix else plain[0]), last
    while first - 1 in plain[1:] and tokens[first - 1] in _ARTICLES:
        first -= 1
    return first, last


def _placed_words(tokens: list[str], plain: list[int]) -> Iterator[tuple[str, int]]:
    for index in plain:
        yield from ((word, index) for word in _WORD.findall(tokens[index]))


def _counting(family: str) -> str:
    """A family name from the letter on by which it is sorted."""
    bare = _BEGINNING.sub("", family) or family
    return _JOINED.sub("", bare, count=1) if _JOINED.match(bare) else bare


def _scripts(token: str) -> set[str]:
    """The scripts of its letters, as their names in Unicode begin; figures stand in any."""
    return {unicodedata.name(sign, "NONE").split(" ")[0] for sign in token if sign.isalnum()}
