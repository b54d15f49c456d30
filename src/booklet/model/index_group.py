"""A text → the letter under which an index of a language lists it."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from booklet.model.collation import first_letter

# Scripts, as Unicode names of letters begin, in which languages are written that have letters of their own for headings.
_SCRIPTS = {
    "ar ckb fa ps ur": ("ARABIC",),
    "be bg kk ky mk mn ru sr tg uk": ("CYRILLIC",),
    "el": ("GREEK",),
    "he yi": ("HEBREW",),
    "hi mr ne": ("DEVANAGARI",),
    "hy": ("ARMENIAN",),
    "ja": ("HIRAGANA", "KATAKANA"),
    "ka": ("GEORGIAN",),
    "ko": ("HANGUL",),
}
_LATIN = ("LATIN",)
_ROWS = (
    "あぁいぃうぅえぇおぉ", "かきくけこゕゖ", "さしすせそ", "たちつってと", "なにぬねの", "はひふへほ", "まみむめも",
    "やゃゆゅよょ", "らりるれろ", "わゎゐゑをん",
)  # fmt: skip
_KATAKANA = dict(zip(range(0x30A1, 0x30F7), range(0x3041, 0x3097), strict=True))
# The consonants with which Korean syllables begin, U+1100 on, and the headings they stand under.
_CONSONANTS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
_DOTTED = ("az", "tr")  # languages in which İ is the capital of i


class IndexGroup(NamedTuple):
    """A group of an index: compare groups of one language. First come letters of the language's script, then Latin ones;
    what begins with anything else is the last group, without a `letter`."""

    rank: int
    weight: tuple[int, int]
    letter: str


_OTHER = IndexGroup(2, (0, 0), "")


@lru_cache(maxsize=8192)
def index_group(text: str, language: str) -> IndexGroup:
    """The group of a text: what counts as a letter is what sorts as one."""
    weight, letter = first_letter(text, language)
    if not letter or not letter[0].isalpha():
        return _OTHER
    own = next((scripts for tags, scripts in _SCRIPTS.items() if language.split("-")[0] in tags.split()), _LATIN)
    script = unicodedata.name(letter[0], "")
    if script.startswith(("HIRAGANA", "KATAKANA", "HANGUL")) and script.startswith(own):
        return _syllable(letter[0])
    if script.startswith(own):
        return IndexGroup(0, weight, _capital(letter, language))
    return IndexGroup(1, weight, _capital(letter, language)) if script.startswith(_LATIN) else _OTHER


def _syllable(letter: str) -> IndexGroup:
    """The row of a kana, the consonant of a Korean syllable."""
    kana = letter.translate(_KATAKANA)
    for number, row in enumerate(_ROWS):
        if kana in row:
            return IndexGroup(0, (number, 0), row[0])
    number = ord(letter) - 0x1100
    if not 0 <= number < len(_CONSONANTS):
        return _OTHER
    heading = _CONSONANTS[number]
    return IndexGroup(0, (_CONSONANTS.index(heading), 0), heading)


def _capital(letter: str, language: str) -> str:
    if letter[0] == "i" and language.split("-")[0] in _DOTTED:
        return f"İ{letter[1:]}"
    capital = letter[0].upper()
    return (capital if len(capital) == 1 else letter[0]) + letter[1:]
