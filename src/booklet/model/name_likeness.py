"""Two names → whether they may be those of one person."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from booklet.expression import expression
from booklet.model.bare_letters import unaccented
from booklet.model.misspelling import slipped
from booklet.model.person_name import PersonName, person_name

# Letters that no decomposition reduces to those people type instead of them.
_PLAIN = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
# Cyrillic letters that look like Latin ones, among which they were typed by mistake.
_LOOKALIKES = str.maketrans("аве\u043aмнорстухіјѕ", "abekmhopctyxijs")
# What fingers and scanners put for a letter.
_DIGITS = str.maketrans({"0": "o", "1": "l", "5": "s"})
_IN_ASCII = "".join(map(chr, range(128))).lower().translate(_DIGITS).encode("ascii").ljust(256)
_SIGNS_OF_ASCII = bytes(code for code in range(128) if not chr(code).isalnum())
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LATIN = expression(r"[a-z]")
_SHORTEST = 7  # letters, below which one letter more or less makes another name
_PREFIX, _LEFT_OUT = 3, 2  # letters of a short form (Tim), and by how many the full one is longer (Timothy)
_PINYIN = expression(
    r"(?:er|(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?"
    r"(?:i?ang|i?ong|iao|ian|uang|uai|uan|eng|ing|ai|ei|ao|ou|an|en|ia|ie|iu|in|ua|uo|ui|un|ue|ve|[aoeiuv])){1,3}"
)

Likeness = Literal["same", "maybe"]


def likeness(one: str, other: str) -> Likeness | None:
    """Whether two different spellings are of one person: "same" when accents, capitals, hyphens, digits for letters,
    titles, particles or the order of the names make the difference, "maybe" when one has initials, a short form, fewer given
    or family names, or a slip in a word; None when nothing speaks for it."""
    first, second = person_name(one), person_name(other)
    besides = ((first.suffix, second.suffix), (first.aside, second.aside))
    if any(mine and theirs and _letters(mine) != _letters(theirs) for mine, theirs in besides):
        return None  # father and son, or two of one name
    if set(spellings(one)) & set(spellings(other)):
        return "same" if all(bool(mine) == bool(theirs) for mine, theirs in besides) else "maybe"
    close = _one_letter_apart(_tokens(one), _tokens(other))
    shorter = _abbreviates(first, second) or _has_fewer_words(one, other) or _has_fewer_words(other, one)
    return "maybe" if close or shorter else None


def likeness_keys(written: str) -> Iterator[str]:
    """Keys of a name: names that are alike in the sense of `likeness` have one in common."""
    yield from spellings(written)
    name = person_name(written)
    root = _letters(name.root)
    yield from (f"initial {root} {_letters(given)[:1]}" for given in name.given)
    words = _tokens(written)
    if len(words) > 1:
        yield f"begin {words[0]} {words[1]}"
    letters = "".join(words)
    if len(letters) >= _SHORTEST:
        yield f"near {letters}"
        yield from (f"near {letters[:at]}{letters[at + 1 :]}" for at in range(len(letters)))


@lru_cache(maxsize=8192)
def folded(written: str) -> str:
    """The letters of a name, without accents, capitals, blanks and signs."""
    return _letters(written)


@lru_cache(maxsize=8192)
def spellings(written: str) -> tuple[str, ...]:
    """What all spellings of a name have in common, one of these with each: its letters, its words in alphabetical order, its
    family name with the given names; each as typed where there are no accents: Müller is Muller and Mueller."""
    found: list[str] = []
    small = unicodedata.normalize("NFC", written).casefold()
    for text in dict.fromkeys((small.translate(_PLAIN), small.translate(_SPELLED))):
        words = [_letters(word) for word in _WORD.findall(text)]
        found += (f"letters {''.join(words)}", f"words {' '.join(sorted(words))}")
        if len(words) > 1:  # "Wang Xiaoming" and "Xiao-Ming Wang"
            found += (f"parts {words[-1]} {''.join(words[:-1])}", f"parts {words[0]} {''.join(words[1:])}")
    name = person_name(written)
    if name.given:
        found.append(f"parts {_letters(name.family)} {''.join(map(_letters, name.given))}")
    return tuple(found)


@lru_cache(maxsize=8192)
def _tokens(written: str) -> tuple[str, ...]:
    return tuple(_letters(word) for word in _WORD.findall(written))


def _letters(text: str) -> str:
    if text.isascii():
        return text.encode("ascii").translate(_IN_ASCII, _SIGNS_OF_ASCII).decode("ascii")
    plain = unaccented(text.casefold().translate(_PLAIN))
    if not plain.isascii() and _LATIN.search(plain):
        plain = plain.translate(_LOOKALIKES)
    return "".join(filter(str.isalnum, plain.translate(_DIGITS)))


def _one_letter_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one word of a name has a slip in it. Chinese names in Latin letters are of few syllables, each of which is
    another."""
    if len(one) != len(other) or min(len("".join(one)), len("".join(other))) < _SHORTEST:
        return False
    changed = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(changed) != 1 or not min(map(len, changed[0])) > 1 or all(map(_PINYIN.fullmatch, one + other)):
        return False
    return slipped(*changed[0], most=1)


def _abbreviates(one: PersonName, other: PersonName) -> bool:
    """Whether the given names of one shorten those of the other, with one family name. A first initial may be left out."""
    if not _one_family(one, other) or not one.given or not other.given:
        return False
    pairs = [(one.given, other.given)]
    if len(one.given[0]) == 1:
        pairs.append((one.given[1:], other.given))
    if len(other.given[0]) == 1:
        pairs.append((one.given, other.given[1:]))
    return any(a and b and all(map(_stands_for, a, b)) for a, b in pairs)


def _one_family(one: PersonName, other: PersonName) -> bool:
    """Whether two have one family name, or one has what is left of that of the other."""
    family, theirs = _letters(one.family), _letters(other.family)
    return family in {theirs, _letters(other.root)} or theirs == _letters(one.root)


def _stands_for(one: str, other: str) -> bool:
    return _shortens(one, other) or _shortens(other, one) or _letters(one) == _letters(other)


def _shortens(short: str, long: str) -> bool:
    """Whether a given name is the initial of another, or its beginning: Tim of Timothy."""
    short, long = _letters(short), _letters(long)
    enough = len(short) == 1 or (_PREFIX <= len(short) <= len(long) - _LEFT_OUT and not _PINYIN.fullmatch(long))
    return bool(short) and enough and long.startswith(short)


def _has_fewer_words(one: str, other: str) -> bool:
    """Whether all words of one, at least two, stand at the beginning of the other: a second family name was left out."""
    few, many = _tokens(one), _tokens(other)
    return 1 < len(few) < len(many) and few == many[: len(few)] and min(map(len, few)) > 1
