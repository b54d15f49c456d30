"""A name as somebody wrote it → its parts: here it is decided which of them is the family name."""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import dropwhile, takewhile

from booklet.model.family_first import begins_with_family
from booklet.model.name_tokens import name_tokens, words_of
from booklet.plain_dataclasses import dataclass, replace

_PARTICLES = frozenset({
    "ad", "af", "al", "am", "an", "ar", "as", "ash", "at", "av", "az", "bin", "bint", "da", "dal", "de", "degli", "dei",
    "del", "della", "den", "der", "des", "di", "do", "dos", "du", "e", "el", "ibn", "la", "las", "le", "lo", "los",
    "op", "t", "ten", "ter", "van", "vom", "von", "y", "zu", "zum", "zur",
})  # fmt: skip
# With a capital they are a part of the family name: Ann De Smet, Salma Al Mahrouqi.
_ARTICLES = frozenset({
    "Al", "Da", "De", "Del", "Della", "Den", "Der", "Di", "Dos", "Du", "El", "La", "Las", "Le", "Los", "Ten", "Ter", "Van",
    "Von",
})  # fmt: skip
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md"})
_TITLES = frozenset({
    "dr", "prof", "professor", "mr", "mrs", "ms", "mx", "sir", "dipl", "ing", "ir", "mag", "hc", "rer", "nat",
})  # fmt: skip
_HYPHEN = re.compile("[-‐‑]")
_VOWELS = frozenset("AEIOUYÄÖÜÅÆØÉÈ")
_MOST_INITIALS = 3


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name in the order of writing, without punctuation; initials are given names of one letter. A
    hyphenated family name is one, hyphenated given names are two. `titles` are those before the name (Dr, Prof).
    `family_first`: it begins with the family name as names of its language do, without a comma after it. `aside` is what
    stands in brackets or quotation marks, or in another script."""

    given: tuple[str, ...]
    particles: tuple[str, ...]
    family: str
    suffix: str = ""
    titles: tuple[str, ...] = ()
    family_first: bool = False
    aside: str = ""

    @property
    def root(self) -> str:
        """The last of hyphenated family names, without articles: what is left of them in short forms."""
        *before, last = self.family.split(" ")
        words = [*dropwhile((_ARTICLES | _PARTICLES).__contains__, before), last]
        return _HYPHEN.split(" ".join(words))[-1]


@lru_cache(maxsize=8192)
def person_name(written: str) -> PersonName:
    """The parts of "Ludwig van Beethoven", "Beethoven, Ludwig van", "CHENG Sibo", "Smith JM", "Dr. Sammy Davis Jr.",
    "Liang Meihua"; a name without any letter is its own family name."""
    tokens = name_tokens(written)
    if not tokens.plain:
        return PersonName((), (), written.strip())
    name = _bare_name(tokens.bare, eastern=tokens.eastern)
    return replace(name, aside=tokens.aside) if tokens.aside else name


def _bare_name(written: str, *, eastern: bool) -> PersonName:
    """The parts of a name without asides, which may be in East Asian script."""
    before, comma, after = written.partition(",")
    words, behind = words_of(before), words_of(after)
    titles = _leading(words, _is_title)
    words = words[len(titles) :]
    suffix = ""
    if comma and behind and _bare(behind[-1]) in _SUFFIXES:
        suffix = behind.pop()
    elif len(words) > 1 and _bare(words[-1]) in _SUFFIXES:
        suffix = words.pop()
    if behind:  # "Family, Given particle"
        return _parted([*behind, *_leading(words, _is_particle)], _family(words), suffix, titles)
    if len(words) > 1 and (eastern or begins_with_family(tuple(words))):
        return replace(_parted(words[1:], words[:1], suffix, titles), family_first=True)
    capitals = [word for word in words if len(word) > 1 and word.isupper() and not _are_initials(word)]
    if capitals and len(capitals) < len(words):  # in capitals, whichever end it stands at
        return _parted([word for word in words if word not in capitals], capitals, suffix, titles)
    if len(words) > 1 and _are_initials(words[-1]) and not _are_initials(words[0]):  # "Smith JM"
        at = next(at for at, word in enumerate(words) if _are_initials(word))
        return _parted([*words[at:], *_leading(words, _is_particle)], _family(words[:at]), suffix, titles)
    at = next((i for i, word in enumerate(words[:-1]) if word in _PARTICLES), max(len(words) - 1, 0))
    while at > 1 and words[at - 1] in _ARTICLES:
        at -= 1
    given = [*words[:at], *_leading(words[at:], _is_particle)]
    return _parted(given, _family(words[at:]) or [written.strip()], suffix, titles)


def _parted(given: list[str], family: list[str], suffix: str, titles: tuple[str, ...]) -> PersonName:
    """A name whose family name is known; what else there is are given names and particles."""
    particles = tuple(word for word in given if _is_particle(word))
    rest = tuple(letter for word in given if not _is_particle(word) for letter in _initials(word))
    return PersonName(rest, particles, " ".join(family), suffix, titles)


def _are_initials(word: str) -> bool:
    """Whether a word is an initial, or several without blanks: "JM", "J-M" (no vowel in "JM", or it could be the name Li)."""
    if len(word) > _MOST_INITIALS and word.isalpha():
        return False
    parts = _HYPHEN.split(word)
    return all(len(part) == 1 for part in parts) or all(
        len(part) <= _MOST_INITIALS and part.isupper() and not _VOWELS & set(part) for part in parts
    )


def _initials(word: str) -> tuple[str, ...]:
    if _are_initials(word):
        return tuple(_HYPHEN.sub("", word))
    return (word,) if word.isalpha() else tuple(_HYPHEN.split(word))


def _leading(words: list[str], is_known: Callable[[str], bool]) -> tuple[str, ...]:
    """The words at the beginning that are known; the last word never is, a name has one."""
    return tuple(takewhile(is_known, words[:-1]))


def _family(words: list[str]) -> list[str]:
    return words[len(_leading(words, _is_particle)) :]


def _is_title(word: str) -> bool:
    bare = _bare(word)
    return bare in _TITLES if bare.isalpha() else all(part in _TITLES for part in _HYPHEN.split(bare))


def _is_particle(word: str) -> bool:
    """Small words, and those among capitals: with a capital initial they are names."""
    return word in _PARTICLES or (len(word) > 1 and word.isupper() and word.lower() in _PARTICLES)


def _bare(word: str) -> str:
    return word.lower().rstrip(".")
