"""Rules about affiliations: one institute under several spellings."""

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from functools import cache

from booklet.checking.wording import listed, shown
from booklet.codes import AFFILIATION_PLACE, AFFILIATION_VARIANT, ODD_AFFILIATION
from booklet.finding import Finding
from booklet.model.bare_letters import unaccented
from booklet.model.misspelling import misspelt
from booklet.model.program import Program
from booklet.place import Place
from booklet.plain_babel import Locale, UnknownLocaleError

Parts = tuple[tuple[str, ...], ...]

_PART = re.compile(r"[,;()/|]|\s[-–—]\s")
_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_SMALL = frozenset({
    "the", "of", "for", "and", "und", "et", "de", "des", "du", "der", "die", "das", "di", "la", "le", "les", "in", "at", "an",
    "am",
})  # fmt: skip
_MEANT = {
    "univ": "university", "universitat": "university", "universite": "university", "universita": "university",
    "universidad": "university", "uni": "university", "inst": "institute", "institut": "institute", "dept": "department",
    "dep": "department", "natl": "national", "lab": "laboratory", "labs": "laboratory", "ctr": "center",
    "centre": "center", "fac": "faculty", "sci": "science", "sciences": "science", "tech": "technology",
    "met": "meteorological", "uk": "kingdom", "united": "", "usa": "states", "us": "states",
}  # fmt: skip
# What a part has that is more than a town or a country.
_HOUSES = frozenset({
    "university", "institute", "department", "laboratory", "center", "faculty", "school", "college", "group", "division",
    "academy", "agency", "office", "service", "hospital", "museum", "observatory", "technology", "science",
})  # fmt: skip
_NUMBERED = re.compile(r"\s*[\[(]?[0-9*†‡]{1,2}[\])]?\s+[^\W\d_]|.*[A-Za-z.]\s[0-9]\s[A-Z]")
_SHOWN = 70
_PLACE_WORDS = 3
_MOST_ALIKE = 60  # departments of one university, of which none can be a slip for another


def affiliation_variants(program: Program) -> Iterator[Finding]:
    """K064: the same institute written in several ways, which readers and an index would take for several."""
    places = _places(program)
    variants: dict[str, list[str]] = defaultdict(list)
    for text, leader in _leaders(places).items():
        variants[leader].append(text)
    for leader, texts in sorted(variants.items()):
        verb = "looks like another spelling of" if len(texts) == 1 else "look like other spellings of"
        message = f"{listed([shown(text, _SHOWN) for text in sorted(texts)])} {verb} {shown(leader, _SHOWN)}"
        hint = "write it one way; content/affiliations.yaml gives it a key that all talks can use"
        found = [place for text in sorted(texts) for place in places[text]]
        also = (places[leader][0][0], *(place for place, _ in found[1:]))
        yield Finding(AFFILIATION_VARIANT, message, found[0][0], hint, also, talk=found[0][1])


def affiliation_places(program: Program) -> Iterator[Finding]:
    """K066: an institute with its town or country, and elsewhere without."""
    places = _places(program)
    by_parts = {_parts(text): text for text in sorted(places, reverse=True)}
    longer: dict[str, list[str]] = defaultdict(list)
    for parts, text in by_parts.items():
        for length in range(1, len(parts)):
            short = by_parts.get(parts[:length])
            if short and all(len(part) <= _PLACE_WORDS and not _HOUSES & set(part) for part in parts[length:]):
                longer[short].append(text)
                break
    for short, texts in sorted(longer.items()):
        message = f"{shown(short, _SHOWN)} is elsewhere {listed([shown(text, _SHOWN) for text in sorted(texts)], 'or')}"
        also = tuple(places[text][0][0] for text in sorted(texts))
        place, talk = places[short][0]
        yield Finding(AFFILIATION_PLACE, message, place, "write it one way", also, talk=talk)


def odd_affiliations(program: Program) -> Iterator[Finding]:
    """K067: an affiliation with a number or mark in front, several in one, or a country alone, which a comma has parted from
    its institute."""
    countries = _countries(program.event.language)
    for text, found in _places(program).items():
        if _NUMBERED.match(text):
            message = f"{shown(text, _SHOWN)} has a number in it as of a list"
            hint = "give each affiliation a text of its own; booklet numbers them"
        elif unaccented(text).strip(" .") in countries:
            message = f"{shown(text, _SHOWN)} is a country and would be printed as an affiliation of its own"
            hint = 'in [ ] a comma parts entries; put the whole in quotes: ["Institute, Country"]'
        else:
            continue
        also = tuple(place for place, _ in found[1:])
        yield Finding(ODD_AFFILIATION, message, found[0][0], hint, also, talk=found[0][1])


@cache
def _countries(language: str) -> frozenset[str]:
    """The names of countries in English and in the language of the event (CLDR), and how they are shortened."""
    names = {"uk", "u.k", "usa", "u.s.a", "us", "u.s", "the netherlands", "czech republic", "p.r. china"}
    for tag in ("en", language.split("-")[0]):
        with suppress(UnknownLocaleError, ValueError):
            territories = Locale.parse(tag).territories
            names |= {unaccented(name) for code, name in territories.items() if code.isalpha()}
    return frozenset(names)


def _places(program: Program) -> dict[str, list[tuple[Place, str]]]:
    """Where each affiliation stands, and of which talks."""
    places: dict[str, list[tuple[Place, str]]] = defaultdict(list)
    for talk in program.talks:
        for index, text in enumerate(talk.affiliations):
            places[text].append((talk.places.of("affiliations", index), talk.id))
    return places


def _leaders(places: dict[str, list[tuple[Place, str]]]) -> dict[str, str]:
    """For each spelling that is not the commonest of its group, that one.

    Spellings are alike when the same words are left without accents, capitals, abbreviations and order of parts, or when only
    one word differs, and that by a slip. So each is looked up under its words, and under all of them but one.
    """
    leaders: dict[str, str] = {}
    by_parts: dict[Parts, str] = {}
    by_rest: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for text in sorted(places, key=lambda text: (-len(places[text]), text.isupper(), -len(text), text)):
        parts = tuple(sorted(_parts(text)))
        words = tuple(word for part in parts for word in part)
        leader = by_parts.get(parts) or _but_for_a_slip(words, by_rest)
        if leader is not None:
            leaders[text] = leader
            continue
        by_parts[parts] = text
        for word, rest in _but_one(words):
            by_rest[rest].append((word, text))
    return leaders


def _but_for_a_slip(words: tuple[str, ...], by_rest: dict[tuple[str, ...], list[tuple[str, str]]]) -> str | None:
    """The text with the same words but one, and that nearly the same."""
    for word, rest in _but_one(words):
        alike = by_rest.get(rest, ())
        for other, text in alike if len(alike) <= _MOST_ALIKE else ():
            if misspelt(word, other):
                return text
    return None


def _but_one(words: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for at, word in enumerate(words):
        yield word, words[:at] + words[at + 1 :]


def _parts(text: str) -> Parts:
    """The parts between commas, each as the words that tell institutes apart, without accents, capitals, abbreviations."""
    plain = _DOTTED.sub(lambda found: found[0].replace(".", ""), unaccented(text.replace("&", " and ")))
    parts = (tuple(_MEANT.get(word, word) for word in _WORD.findall(part)) for part in _PART.split(plain))
    kept = (tuple(word for word in part if word and word not in _SMALL) or part for part in parts)
    return tuple(part for part in kept if part)
