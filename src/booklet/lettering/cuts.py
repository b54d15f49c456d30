"""Words → where they may be parted at the end of a line, by how hard one has to try."""

import re
import unicodedata
from typing import NamedTuple

from booklet.expression import expression
from booklet.lettering.hyphens import Hyphens

# How hard a paragraph tries: at the hyphens and dashes that are there; by hyphenation; by hyphenation of the parts of
# compounds and after the joints of identifiers; anywhere between two letters.
EFFORTS = AS_WRITTEN, HYPHENATED, COMPOUNDS_TOO, ANYWHERE = range(4)

_JOINER = "\u200d"
_LEADING_VOWELS = frozenset("เแโใไເແໂໃໄ")  # of Thai and Lao, written before the consonant that they follow
_SKIN_TONE, _FLAG = expression("[\U0001f3fb-\U0001f3ff]"), expression("[\U0001f1e6-\U0001f1ff]")
_VIRAMA = 9  # canonical combining class: the consonant after it belongs to the same letter

# After a slash only between words: "input/output", but not "W/m²".
_COMPOUND = re.compile(r"(?<=[^\W_][-‐–—])(?=[^\W_])|(?<=[^\W_]{3}/)(?=[^\W_]{3})")
# After a slash, before other signs, and not within the name of the host (Chicago Manual of Style, 14.18).
_ADDRESS = expression(r"(?<=[/@])(?=[^/@])|(?<=[^/@.?&=_#%~])(?=[.?&=_#%~])")
_HOST = expression(r"(?:.*?://)?[^/@]*[/@]?")
_IS_ADDRESS = re.compile(r"[^\w]*(?:\w+://|www\.|doi:|10\.\d{4,9}/|[\w.+-]+@[\w-]+\.)", re.IGNORECASE)
_JOINT = expression(r"(?<=[a-z])(?=[A-Z][a-z])|(?<=[^\W_]_)(?=[^\W_])|(?<=\w\.)(?=[^\W\d_])")
_STOPS = ".,;:!?)]”’»"  # after a word, and no part of what else may be parted
_SHORTEST = 5
_DICTIONARY_SCRIPTS = expression("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_LETTERS = re.compile(rf"[^\W\d_]{{{_SHORTEST},}}")
_LONG = 12  # letters and more make an identifier that may be parted at its joints

# Languages that write all nouns with a capital.
_CAPITAL_NOUNS = {"de", "lb"}


class Cut(NamedTuple):
    """Where a word may be parted: before the character `at`, with a hyphen added or not."""

    at: int
    hyphen: bool


def cuts(text: str, effort: int, hyphens: Hyphens | None, language: str) -> tuple[Cut, ...]:
    """The cuts of one word, in order."""
    if effort == ANYWHERE:
        better = {cut.at: cut for cut in cuts(text, COMPOUNDS_TOO, hyphens, language)}
        return tuple(
            better.get(index) or Cut(index, hyphen=False)
            for index in range(1, len(text))
            if not belongs_before(text[index - 1], text[index])
        )
    if text.rstrip(_STOPS).isalpha() and (len(text) <= _LONG or effort != COMPOUNDS_TOO):  # nearly always
        return _hyphenated(text, hyphens, language) if effort != AS_WRITTEN and hyphens else ()
    if _IS_ADDRESS.match(text):
        host = _HOST.match(text)
        begin = host.end() if host else 0
        return tuple(Cut(match.start(), hyphen=False) for match in _ADDRESS.finditer(text, begin))
    written = [match.start() for match in _COMPOUND.finditer(text)]
    if effort == AS_WRITTEN or (written and effort == HYPHENATED):
        return tuple(Cut(at, hyphen=False) for at in written)
    found = {at: Cut(at, hyphen=False) for at in written}
    if hyphens is not None:
        found |= {cut.at: cut for cut in _hyphenated(text, hyphens, language) if cut.at not in found}
    if effort == COMPOUNDS_TOO and len(text) > _LONG:
        found |= {at: Cut(at, hyphen=False) for at in (match.start() for match in _JOINT.finditer(text)) if at}
    return tuple(found[at] for at in sorted(found))


def lacks_spaces(text: str) -> bool:
    """Whether a text is in a script whose words only a dictionary could part: Thai, Lao, Burmese, Khmer."""
    return _DICTIONARY_SCRIPTS.search(text) is not None


def belongs_before(before: str, character: str) -> bool:
    """Whether a character is one with the character before it: marks, joiners, letters below a virama."""
    return (
        before == _JOINER
        or before in _LEADING_VOWELS
        or unicodedata.combining(before) == _VIRAMA
        or unicodedata.category(character)[0] == "M"
        or is_hidden(character)
        or _SKIN_TONE.match(character) is not None
        or (_FLAG.match(before) is not None and _FLAG.match(character) is not None)
    )


def is_hidden(character: str) -> bool:
    """Whether a character only shapes its neighbors: joiners, direction marks, variation selectors. HarfBuzz hides them."""
    return (
        unicodedata.category(character) == "Cf"
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


def _hyphenated(text: str, hyphens: Hyphens, language: str) -> tuple[Cut, ...]:
    """Cuts with a hyphen in every part that is a plain word. Capitalised words are names, acronyms or the beginning of a
    sentence: they stay whole."""
    bare = text.rstrip(_STOPS)
    if bare.islower() and bare.isalpha():  # nearly always
        return tuple([Cut(at, hyphen=True) for at in hyphens.positions(bare)]) if len(bare) >= _SHORTEST else ()
    capitals = language.split("-")[0].lower() in _CAPITAL_NOUNS
    found = []
    for match in _LETTERS.finditer(text):
        word, before, after = match[0], text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        plain = word.islower() or (capitals and word[1:].islower())
        if plain and not (before + after).strip("'’").isalnum() and "_" not in {before, after}:
            found += [Cut(match.start() + at, hyphen=True) for at in hyphens.positions(word)]
    return tuple(found)
