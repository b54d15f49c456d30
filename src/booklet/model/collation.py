"""Texts and names → keys by which they are sorted as readers of a language look them up.

Levels and letters are those of the Unicode Collation Algorithm (UTS #10) with the tailorings of CLDR, for the scripts of
names: first the letters, then accents, then capitals, small letters first. What a language counts as a letter of its own is
listed here; everything else is sorted with the letter that it is made of. Chinese, Japanese and Korean go by their code
points.
"""

import unicodedata
from functools import cache, lru_cache

Key = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]

# After which letter each of the letters of its own stands: "z å ä ö" is å after z, then ä, then ö; "=" is the same letter.
_ALPHABETS = {
    "bs hr sr-Latn": "c č ć|d dž đ|l lj|n nj|s š|z ž",
    "cs": "c č|h ch|r ř|s š|z ž",
    "cy": "c ch|d dd|f ff|g ng|l ll|p ph|r rh|t th",
    "da nb nn no": "y=ü=ű|z æ=ä ø=ö=ő å=aa",
    "es gl": "n ñ",
    "et": "s š z ž|w õ ä ö ü",
    "fi": "y=ü|z å ä=æ ö=ø",
    "hu": "c cs|d dz dzs|g gy|l ly|n ny|o ö=ő|s sz|t ty|u ü=ű|z zs",
    "is": "a á|d ð|e é|i í|o ó|u ú|y ý|z þ æ=ä ö=ø å",
    "lt": "c č|i=y|s š|z ž",
    "lv": "c č|g ģ|i=y|k ķ|l ļ|n ņ|s š|z ž",
    "pl": "a ą|c ć|e ę|l ł|n ń|o ó|s ś|z ź ż",
    "ro": "a ă â|i î|s ș=ş|t ț=ţ",
    "sv": "y=ü=ű|z å ä=æ ö=ø=ő",
    "sk": "a ä|c č|h ch|o ô|s š|z ž",
    "sl": "c č ć|d đ|s š|z ž",
    "sq": "c ç|d dh|e ë|g gj|l ll|n nj|r rr|s sh|t th|x xh|z zh",
    "tr": "c ç|g ğ|h ı|o ö|s ş|u ü",
    "vi": "a ă â|d đ|e ê|o ô ơ|u ư",
}
# Letters of their own in all languages, and those that are written for others.
_COMMON = "и й"
_LAST = {"þ": (ord("z") + 256, 99)}
_SPELLED = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i"}
# Marks in the order of their secondary weights (DUCET): acute, grave, breve, circumflex, caron, ring, dots, …
_MARKS = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0327\u0328\u0304"
_SIGNS = " _-,;:!?.'‘’\"“”()[]"


def collation_key(text: str, language: str) -> Key:
    """The key of a text: compare keys of one language."""
    _, longest = _letters(language)
    written = unicodedata.normalize("NFC", text)
    folded = _folded(written, language)
    primary: list[tuple[int, int]] = []
    at = 0
    while at < len(folded):
        weights, length = _weights(folded[at : at + longest], language)
        primary += weights
        at += length
    return tuple(primary), _marks(folded), written.swapcase()


def first_letter(text: str, language: str) -> tuple[tuple[int, int], str]:
    """The weight of the first letter of a text and the letter that has it: "š" of Šimek in Czech, "s" in English, "ch" of
    Chmel in Czech. Without a text there is none."""
    letters, longest = _letters(language)
    folded = _folded(unicodedata.normalize("NFC", text), language)
    for at in range(len(folded)):
        weights, _ = _weights(folded[at : at + longest], language)
        if weights:
            first, number = weights[0]
            own = next((letter for letter, weight in letters.items() if number and weight == weights[0]), "")
            return weights[0], own or chr(max(0, first - 256))
    return (0, 0), ""


def _folded(text: str, language: str) -> str:
    """Small letters; in Turkish, I is the capital of ı."""
    if language.split("-")[0] == "tr":
        text = unicodedata.normalize("NFD", text).replace("I\u0307", "i").replace("I", "ı")
    return unicodedata.normalize("NFC", text.lower())


@lru_cache(maxsize=8192)
def _weights(text: str, language: str) -> tuple[tuple[tuple[int, int], ...], int]:
    """The primary weights of the letter that a text begins with, and its length. Names have few beginnings of so many signs
    as the longest letter of a language has."""
    letters, _ = _letters(language)
    length = next((n for n in range(len(text), 0, -1) if text[:n] in letters), 0)
    return ((letters[text[:length]],), length) if length else (tuple(_plain(text[0], letters)), 1)


def _plain(letter: str, letters: dict[str, tuple[int, int]]) -> list[tuple[int, int]]:
    """The primary weights of a letter that is not one of the language's own: those of what it is made of."""
    if letter in _SIGNS:
        return [(_SIGNS.index(letter), 0)]
    if unicodedata.combining(letter):
        return []
    parts = unicodedata.normalize("NFD", letter)
    base = parts[0]
    own = next((made for mark in parts[1:] if (made := unicodedata.normalize("NFC", base + mark)) in letters), base)
    return [letters.get(sign, (ord(sign) + 256, 0)) for sign in _SPELLED.get(own, own)]


def _marks(text: str) -> tuple[int, ...]:
    """The secondary weights: 0 for a letter, more for each mark on it, in the order of UTS #10."""
    if text.isascii():
        return (0,) * len(text)
    signs = unicodedata.normalize("NFD", "".join(_SPELLED.get(sign, sign) for sign in text))
    return tuple((_MARKS.find(sign) + 2 or 1) if unicodedata.combining(sign) else 0 for sign in signs)


@cache
def _letters(language: str) -> tuple[dict[str, tuple[int, int]], int]:
    """The weights of the letters that a language has of its own, and the length of the longest."""
    names = (language, language.split("-")[0])
    own = next((rule for tags, rule in _ALPHABETS.items() if any(name in tags.split() for name in names)), "")
    letters = dict(_LAST)
    for rule in filter(None, (_COMMON, *own.split("|"))):
        anchor, *following = rule.split()
        first, *same = anchor.split("=")
        for letter in same:
            letters[letter] = (ord(first) + 256, 0)
        for number, group in enumerate(following, 1):
            for letter in group.split("="):
                letters[letter] = (ord(first) + 256, number)
    return letters, max(map(len, letters))
