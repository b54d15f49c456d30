"""Rules about affiliations: one institute under several spellings."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

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
_ALIKE = 0.93  # share of letters in common, from which two long names are one
_LONG = 14
_SHOWN = 70


def affiliation_variants(program: Program) -> Iterator[Finding]:
    """K064: the same institute written in several ways, which readers and an index would take for several."""
    talks: dict[str, list[Talk]] = defaultdict(list)
    for talk in program.talks:
        for text in talk.affiliations:
            talks[text].append(talk)
    right = _leaders(talks)
    for text, leader in sorted(right.items()):
        first = talks[text][0]
        also = tuple(talk.places.of("affiliations") for talk in (talks[leader][0], *talks[text][1:]))
        message = f'"{_shown(text)}" looks like another spelling of "{_shown(leader)}"'
        hint = "write it one way; content/affiliations.yaml gives it a key that all talks can use"
        yield Finding(AFFILIATION_VARIANT, message, first.places.of("affiliations"), hint, also, talk=first.id)


def _leaders(talks: dict[str, list[Talk]]) -> dict[str, str]:
    """For each spelling that is not the commonest of its group, that one."""
    groups: dict[str, list[str]] = {}
    by_words: dict[tuple[str, ...], str] = {}
    blocks: dict[str, list[str]] = defaultdict(list)
    for text in sorted(talks, key=lambda text: (-len(talks[text]), -len(text), text)):
        words = _words(text)
        letters = "".join(words)
        leader = by_words.get(tuple(sorted(words)))
        if leader is None and len(letters) >= _LONG:
            leader = next((other for other in blocks[letters[:5]] if _alike(letters, "".join(_words(other)))), None)
        if leader is None:
            groups[text] = []
            by_words[tuple(sorted(words))] = text
            blocks[letters[:5]].append(text)
        else:
            groups[leader].append(text)
    return {text: leader for leader, others in groups.items() for text in others}


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


def _alike(one: str, other: str) -> bool:
    if Counter(sign for sign in one if sign.isdigit()) != Counter(sign for sign in other if sign.isdigit()):
        return False  # "Group 1" and "Group 2"
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
