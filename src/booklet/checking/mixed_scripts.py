"""Rules about letters: Latin words with Cyrillic or Greek letters among them that only look right."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from booklet.checking.short_texts import Text, short_texts
from booklet.checking.wording import shown
from booklet.codes import MIXED_SCRIPTS
from booklet.expression import expression
from booklet.finding import Finding
from booklet.model.program import Program
from booklet.model.rich_text import plain

# The remedy for a word of two scripts.
ANEW = "write the word anew: letters that look alike are not the same"

_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "DEVANAGARI", "CJK", "HIRAGANA", "KATAKANA", "HANGUL")
_JAPANESE = frozenset({"HIRAGANA", "KATAKANA", "CJK"})
_WORD = expression(r"[^\W\d_]{2,}")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = expression("[A-Za-z\u00c0-\u024f]")


def scripts(word: str) -> set[str]:
    """The scripts of its letters; those of Japanese go together."""
    if word.isascii():
        return {"LATIN"} if any(map(str.isalpha, word)) else set()
    found = {script for sign in word if sign.isalpha() for script in _script(sign)}
    return found - _JAPANESE | {"CJK"} if found & _JAPANESE else found


@lru_cache(maxsize=8192)
def _script(sign: str) -> tuple[str, ...]:
    """The script of a letter, if it is one of those that are told apart."""
    return tuple(filter(unicodedata.name(sign, "").startswith, _SCRIPTS))


def mixes_scripts(word: str) -> bool:
    """Whether a word has letters of two scripts."""
    return len(scripts(word)) > 1


def mixed_scripts(program: Program) -> Iterator[Finding]:
    """T011: a word of a title or another short text that has Latin and Cyrillic letters. Greek ones beside Latin are common:
    μm, Δt."""
    yield from _mixed(short_texts(program))


def mixed_scripts_in_abstracts(program: Program) -> Iterator[Finding]:
    """T011: the same of abstracts."""
    for talk in program.talks:
        yield from _mixed(
            [(" ".join(plain(block.spans) for block in talk.abstract), talk.places.of("abstract"), talk.id)]
        )


def _mixed(texts: Iterable[Text]) -> Iterator[Finding]:
    for text, place, talk in texts:
        if not text.isascii() and _CYRILLIC.search(text):
            words = [word for word in _WORD.findall(text) if _CYRILLIC.search(word) and _LATIN.search(word)]
            for word in dict.fromkeys(words):
                message = f"{shown(word)} has Latin and Cyrillic letters"
                yield Finding(MIXED_SCRIPTS, message, place, ANEW, talk=talk)
