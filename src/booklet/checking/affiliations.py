"""Rules about affiliations: one institute under several spellings."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from booklet.checking.misspelling import misspelt
from booklet.codes import AFFILIATION_VARIANT
from booklet.finding import Finding
from booklet.model.program import Program
from booklet.model.talk import Talk

_WORD = re.compile(r"[^\W_]+")
_IDLE = frozenset({
    "the", "of", "for", "and", "und", "et", "de", "des", "du", "der", "die", "das", "di", "la", "le", "les", "in", "at", "an",
    "am",
})  # fmt: skip
_SHORT = {
    "univ": "university", "universitat": "university", "universite": "university", "universita": "university",
    "universidad": "university", "uni": "university", "inst": "institute", "institut": "institute", "dept": "department",
    "dep": "department", "natl": "national", "lab": "laboratory", "labs": "laboratory", "ctr": "center",
    "centre": "center", "fac": "faculty", "sci": "science", "sciences": "science", "tech": "technology",
    "met": "meteorological", "uk": "kingdom", "united": "", "usa": "states", "us": "states",
}  # fmt: skip
_SHOWN = 70


def affiliation_variants(program: Program) -> Iterator[Finding]:
    """K064: the same institute written in several ways, which readers and an index would take for several."""
    talks: dict[str, list[Talk]] = defaultdict(list)
    for talk in program.talks:
        for text in talk.affiliations:
            talks[text].append(talk)
    for text, leader in sorted(_leaders(talks).items()):
        first = talks[text][0]
        also = tuple(talk.places.of("affiliations") for talk in (talks[leader][0], *talks[text][1:]))
        message = f'"{_shown(text)}" looks like another spelling of "{_shown(leader)}"'
        hint = "write it one way; content/affiliations.yaml gives it a key that all talks can use"
        yield Finding(AFFILIATION_VARIANT, message, first.places.of("affiliations"), hint, also, talk=first.id)


def _leaders(talks: dict[str, list[Talk]]) -> dict[str, str]:
    """For each spelling that is not the commonest of its group, that one.

    Spellings are alike when the same words are left without accents, capitals, abbreviations and order, or when only one word
    differs, and that by a slip. So each is looked up under its words, and under all of them but one.
    """
    leaders: dict[str, str] = {}
    by_words: dict[tuple[str, ...], str] = {}
    by_rest: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for text in sorted(talks, key=lambda text: (-len(talks[text]), -len(text), text)):
        words = tuple(sorted(_words(text)))
        leader = by_words.get(words) or _but_for_a_slip(words, by_rest)
        if leader is not None:
            leaders[text] = leader
            continue
        by_words[words] = text
        for word, rest in _but_one(words):
            by_rest[rest].append((word, text))
    return leaders


def _but_for_a_slip(words: tuple[str, ...], by_rest: dict[tuple[str, ...], list[tuple[str, str]]]) -> str | None:
    """The text with the same words but one, and that nearly the same."""
    for word, rest in _but_one(words):
        for other, text in by_rest.get(rest, ()):
            if misspelt(word, other):
                return text
    return None


def _but_one(words: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for at, word in enumerate(words):
        yield word, words[:at] + words[at + 1 :]


def _words(text: str) -> list[str]:
    """The words that tell institutes apart, without accents, capitals and abbreviations."""
    plain = "".join(
        sign
        for sign in unicodedata.normalize("NFKD", text.casefold().replace("&", " and "))
        if not unicodedata.combining(sign)
    )
    words = [_SHORT.get(word, word) for word in _WORD.findall(plain)]
    kept = [word for word in words if word and word not in _IDLE]
    return kept or words


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
