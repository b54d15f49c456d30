"""A name as somebody wrote it → its parts, and whether two names may be those of one person."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_PARTICLES = frozenset({
    "af", "al", "am", "an", "av", "bin", "bint", "da", "dal", "de", "degli", "dei", "del", "della", "den", "der", "des", "di",
    "do", "dos", "du", "e", "el", "ibn", "la", "las", "le", "lo", "los", "op", "t", "ten", "ter", "van", "vom", "von", "y",
    "zu", "zum", "zur",
})  # fmt: skip
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md"})
# Letters that no decomposition reduces to those people type instead of them.
_PLAIN = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
# What fingers and scanners put for a letter.
_DIGITS = str.maketrans({"0": "o", "1": "l", "5": "s"})
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORTEST = 7  # letters, below which one letter more or less makes another name

Likeness = Literal["same", "maybe"]


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name in the order of writing, without punctuation; initials are given names of one letter."""

    given: tuple[str, ...]
    particles: tuple[str, ...]
    family: str
    suffix: str = ""


def person_name(written: str) -> PersonName:
    """The parts of "Ludwig van Beethoven", "Beethoven, Ludwig van", "CHENG Sibo" or "Sammy Davis Jr."; a name without any
    letter is its own family name."""
    before, comma, after = written.partition(",")
    words = _WORD.findall(before)
    behind = _WORD.findall(after)
    suffix = ""
    if comma and behind and _bare(behind[-1]) in _SUFFIXES:
        suffix = behind.pop()
    elif len(words) > 1 and _bare(words[-1]) in _SUFFIXES:
        suffix = words.pop()
    if behind:  # "Family, Given particle"
        particles = [word for word in behind if word.lower() in _PARTICLES]
        given = tuple(word for word in behind if word.lower() not in _PARTICLES)
        return PersonName(given, (*particles, *_leading_particles(words)), " ".join(_family(words)), suffix)
    capitals = [word for word in words if len(word) > 1 and word.isupper()]
    if capitals and len(capitals) < len(words):  # in capitals, whichever end it stands at
        rest = tuple(word for word in words if word not in capitals)
        given = tuple(word for word in rest if word.lower() not in _PARTICLES)
        return PersonName(given, tuple(w for w in rest if w.lower() in _PARTICLES), " ".join(capitals), suffix)
    at = next((i for i, word in enumerate(words[:-1]) if word in _PARTICLES), len(words) - 1)
    tail = words[max(at, 0) :]
    return PersonName(
        tuple(words[: max(at, 0)]), _leading_particles(tail), " ".join(_family(tail)) or written.strip(), suffix
    )


def likeness(one: str, other: str) -> Likeness | None:
    """Whether two different spellings are of one person: "same" when accents, capitals, hyphens, digits for letters or the
    order of the names make the difference, "maybe" when one has initials, or fewer given names, or another letter; None when
    nothing speaks for it."""
    if set(_spellings(one)) & set(_spellings(other)) or set(_ordered(one)) & set(_ordered(other)):
        return "same"
    close = _one_letter_apart(_tokens(one), _tokens(other))
    return "maybe" if close or _abbreviates(person_name(one), person_name(other)) else None


def likeness_keys(written: str) -> Iterator[str]:
    """Keys of a name: names that are alike in the sense of `likeness` have one in common."""
    letters = _letters(written)
    yield from (f"letters {spelling}" for spelling in _spellings(written))
    yield from (f"words {words}" for words in _ordered(written))
    name = person_name(written)
    if name.given:
        yield f"initial {_letters(name.family)} {_letters(name.given[0])[:1]}"
    if len(letters) >= _SHORTEST:
        yield f"near {letters}"
        yield from (f"near {letters[:at]}{letters[at + 1 :]}" for at in range(len(letters)))


def folded(written: str) -> str:
    """The letters of a name, without accents, capitals, blanks and signs: what two spellings have in common."""
    return _letters(written)


def _leading_particles(words: list[str]) -> tuple[str, ...]:
    count = next((i for i, word in enumerate(words) if word.lower() not in _PARTICLES), max(len(words) - 1, 0))
    return tuple(words[:count])


def _family(words: list[str]) -> list[str]:
    return words[len(_leading_particles(words)) :]


def _bare(word: str) -> str:
    return word.lower().rstrip(".")


def _plain(text: str) -> str:
    lowered = text.casefold().translate(_PLAIN)
    return "".join(sign for sign in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(sign))


def _tokens(written: str) -> list[str]:
    return [_plain(word) for word in _WORD.findall(written)]


def _letters(written: str) -> str:
    return "".join(sign for sign in _plain(written).translate(_DIGITS) if sign.isalnum())


def _spellings(written: str) -> Iterator[str]:
    """The letters, and as they are typed where there are no keys for them: Müller is Muller and Mueller."""
    yield _letters(written)
    yield _letters(unicodedata.normalize("NFC", written).casefold().translate(_SPELLED))


def _ordered(written: str) -> Iterator[str]:
    """The words in alphabetical order, for each way of spelling them."""
    for table in (_PLAIN, _SPELLED):
        text = unicodedata.normalize("NFC", written).casefold().translate(table)
        yield " ".join(sorted(_letters(word) for word in _WORD.findall(text)))


def _one_letter_apart(one: list[str], other: list[str]) -> bool:
    """Whether one letter was added, left out or exchanged, other than the first of a word: that makes another name."""
    if len(one) != len(other) or min(len("".join(one)), len("".join(other))) < _SHORTEST:
        return False
    changed = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(changed) != 1 or not min(map(len, changed[0])) > 1:
        return False
    short, long = sorted(changed[0], key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    rest = short[at + 1 :] if len(short) == len(long) else short[at:]
    return at > 0 and rest == long[at + 1 :]


def _abbreviates(one: PersonName, other: PersonName) -> bool:
    """Whether the given names of one shorten those of the other, with one family name."""
    if _letters(one.family) != _letters(other.family) or not one.given or not other.given:
        return False
    pairs = list(zip(one.given, other.given, strict=False))
    return all(_shortens(a, b) or _shortens(b, a) or _letters(a) == _letters(b) for a, b in pairs)


def _shortens(short: str, long: str) -> bool:
    return len(short) == 1 and _letters(long).startswith(_letters(short))
