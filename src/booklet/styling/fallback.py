"""Fallback fonts of a style → the order in which a text of one weight and language tries them."""

import re
from collections.abc import Sequence
from itertools import groupby

from booklet.styling.font_facts import FontFacts
from booklet.styling.fonts import FontFile

# Words that families of Chinese, Japanese and Korean fonts have in their names, by language (and region or script).
_REGIONS = {
    "ja": ("jp", "j"),
    "ko": ("kr", "k"),
    "zh-hk": ("hk", "hc", "tc"),
    "zh-mo": ("mo", "hk", "hc", "tc"),
    "zh-tw": ("tc", "tw"),
    "zh-hant": ("tc", "tw"),
    "zh": ("sc", "cn", "gb"),
}
_REGION_WORDS = {word for words in _REGIONS.values() for word in words}
_VARIANT_WORDS = _REGION_WORDS | {"mono", "hw"}


Described = tuple[FontFile, FontFacts]


def fallback_order(fonts: Sequence[Described], weight: int, language: str) -> tuple[FontFile, ...]:
    """The fonts in the order to try: of each family first the face nearest to `weight` (usWeightClass), upright if it has
    one, families in the order given; then the faces left over.

    Of faces that differ only by region, as in collections of Chinese, Japanese and Korean, the one for `language` (a BCP 47
    tag) stays, or the first.
    """
    described = [pair for _, faces in groupby(fonts, _file) for pair in _of_region(list(faces), language)]
    first: list[FontFile] = []
    families: dict[str, list[Described]] = {}
    for font, facts in described:
        families.setdefault(facts.family, []).append((font, facts))
    for faces in families.values():
        best = min(_distance(facts, weight) for _, facts in faces)
        first += [font for font, facts in faces if _distance(facts, weight) == best]
    return (*first, *(font for font, _ in described if font not in first))


def region_rank(family: str, language: str) -> int:
    """How well a family suits a language by the region in its name: 0 is best, the highest number a family for another."""
    words = family.casefold().split()
    wanted = _wanted(language)
    if not wanted:
        return 0
    named = next((place for place, word in enumerate(wanted) if word in words), None)
    if named is not None:
        return named
    return len(wanted) + any(word in _REGION_WORDS for word in words)


def _wanted(language: str) -> tuple[str, ...]:
    """Words of families for a language: "zh-Hant-HK" asks for zh-hk, then zh-hant, then zh."""
    first, *more = language.casefold().split("-")
    tags = [f"{first}-{part}" for part in reversed(more)]
    return next((_REGIONS[tag] for tag in (*tags, first) if tag in _REGIONS), ())


def _file(pair: Described) -> str:
    return pair[0].file


def _of_region(faces: list[Described], language: str) -> list[Described]:
    """The faces of one file without those whose family differs from a better one by region or width alone."""
    chosen: dict[str, str] = {}
    for _, facts in sorted(faces, key=lambda pair: _variant(pair[1].family, language)):
        chosen.setdefault(_without_variant(facts.family), facts.family)
    return [pair for pair in faces if pair[1].family in chosen.values()]


def _variant(family: str, language: str) -> tuple[bool, int]:
    return bool(re.search(r"(?i)\b(?:mono|hw)\b", family)), region_rank(family, language)


def _without_variant(family: str) -> str:
    return " ".join(word for word in family.split() if word.casefold() not in _VARIANT_WORDS)


def _distance(facts: FontFacts, weight: int) -> tuple[bool, int]:
    return facts.slanted, abs(facts.weight - weight)
