"""A name as somebody wrote it → its parts."""

import re
from dataclasses import dataclass
from functools import lru_cache

_PARTICLES = frozenset({
    "af", "al", "am", "an", "av", "bin", "bint", "da", "dal", "de", "degli", "dei", "del", "della", "den", "der", "des", "di",
    "do", "dos", "du", "e", "el", "ibn", "la", "las", "le", "lo", "los", "op", "t", "ten", "ter", "van", "vom", "von", "y",
    "zu", "zum", "zur",
})  # fmt: skip
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md"})
_TITLES = frozenset({
    "dr", "prof", "professor", "mr", "mrs", "ms", "mx", "sir", "dipl", "ing", "ir", "mag", "hc", "rer", "nat",
})  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_VOWELS = frozenset("AEIOUYÄÖÜÅÆØÉÈ")
_MOST_INITIALS = 3


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name in the order of writing, without punctuation; initials are given names of one letter. `titles` are
    those before the name (Dr, Prof)."""

    given: tuple[str, ...]
    particles: tuple[str, ...]
    family: str
    suffix: str = ""
    titles: tuple[str, ...] = ()


@lru_cache(maxsize=8192)
def person_name(written: str) -> PersonName:
    """The parts of "Ludwig van Beethoven", "Beethoven, Ludwig van", "CHENG Sibo", "Smith JM", "Dr. Sammy Davis Jr."; a name
    without any letter is its own family name."""
    before, comma, after = written.partition(",")
    words, behind = _WORD.findall(before), _WORD.findall(after)
    titles = _leading(words, _TITLES)
    words = words[len(titles) :]
    suffix = ""
    if comma and behind and _bare(behind[-1]) in _SUFFIXES:
        suffix = behind.pop()
    elif len(words) > 1 and _bare(words[-1]) in _SUFFIXES:
        suffix = words.pop()
    if behind:  # "Family, Given particle"
        return _parted([*behind, *_leading(words, _PARTICLES)], _family(words), suffix, titles)
    capitals = [word for word in words if len(word) > 1 and word.isupper() and not _are_initials(word)]
    if capitals and len(capitals) < len(words):  # in capitals, whichever end it stands at
        return _parted([word for word in words if word not in capitals], capitals, suffix, titles)
    if len(words) > 1 and _are_initials(words[-1]) and not _are_initials(words[0]):  # "Smith JM"
        family = next(at for at, word in enumerate(words) if _are_initials(word))
        return _parted([*words[family:], *_leading(words, _PARTICLES)], _family(words[:family]), suffix, titles)
    at = next((i for i, word in enumerate(words[:-1]) if word in _PARTICLES), max(len(words) - 1, 0))
    given = tuple(letter for word in words[:at] for letter in _initials(word))
    name = " ".join(_family(words[at:])) or written.strip()
    return PersonName(given, _leading(words[at:], _PARTICLES), name, suffix, titles)


def _parted(given: list[str], family: list[str], suffix: str, titles: tuple[str, ...]) -> PersonName:
    """A name whose family name is known; what else there is are given names and particles."""
    particles = tuple(word for word in given if word.lower() in _PARTICLES)
    rest = tuple(letter for word in given if word.lower() not in _PARTICLES for letter in _initials(word))
    return PersonName(rest, particles, " ".join(family), suffix, titles)


def _are_initials(word: str) -> bool:
    """Whether a word is an initial, or several without blanks: "JM" (no vowel in it, or it could be the name Li)."""
    return len(word) == 1 or (len(word) <= _MOST_INITIALS and word.isupper() and not _VOWELS & set(word))


def _initials(word: str) -> tuple[str, ...]:
    return tuple(word) if _are_initials(word) else (word,)


def _leading(words: list[str], known: frozenset[str]) -> tuple[str, ...]:
    """The words at the beginning that are `known`; the last word never is, a name has one."""
    count = next((i for i, word in enumerate(words) if _bare(word) not in known), max(len(words) - 1, 0))
    return tuple(words[: min(count, max(len(words) - 1, 0))])


def _family(words: list[str]) -> list[str]:
    return words[len(_leading(words, _PARTICLES)) :]


def _bare(word: str) -> str:
    return word.lower().rstrip(".")
