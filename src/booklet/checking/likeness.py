"""Rules about talks that are alike: nearly the same title or abstract, the same authors where one talk has no place."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b
from itertools import accumulate
from operator import sub
from typing import NamedTuple

from booklet.codes import SAME_AUTHORS, SIMILAR_ABSTRACT, SIMILAR_TITLE
from booklet.expression import expression
from booklet.finding import Finding
from booklet.model.bare_letters import ASCII_WORDS, bare_letters, unaccented
from booklet.model.misspelling import misspelt
from booklet.model.name_likeness import folded
from booklet.model.program import Program
from booklet.model.rich_text import plain
from booklet.model.talk import Talk

_WORD = re.compile(r"[^\W_]+")
_NOT_ASCII = re.compile("[^\x00-\x7f][^\x00-\x7f]*")  # with + alone it would be looked for twice as long
_NUMBER = expression(r"[0-9]+|[ivx]+|[a-h]")
_SMALL = frozenset(
    {"a", "an", "and", "by", "for", "from", "in", "of", "on", "the", "to", "with", "der", "die", "das", "und"}
)
_COMMONEST = 25  # what more titles or abstracts share than so many says nothing about two of them
_TITLE_SHARE, _LEAST_TITLE_WORDS = 0.75, 3
_ABSTRACT_SHARE, _CONTAINED, _LEAST_SHINGLES, _SHINGLE = 0.5, 0.8, 3, 6
_LEAST_WORDS = 5
_LEAST_AUTHORS = 2
_MOST_OF_ONE = 20

Parts = Mapping[str, frozenset[Hashable]]


class Trace(NamedTuple):
    """What tells that another abstract is like one, in a tenth of the room that its words take: numbers that stand for all of
    them (0: too few to say anything) and for runs of six. They are the same in every process."""

    words: int
    shingles: frozenset[int]


def trace(abstract: str) -> Trace:
    """The trace of an abstract as it was written."""
    numbers = tuple(map(_number, _words(abstract)))
    return Trace(hash(numbers) if len(numbers) >= _LEAST_WORDS else 0, _shingles(numbers))


def similar_title(program: Program) -> Iterator[Finding]:
    """K011: two titles that share nearly all their words, slips of the fingers aside, and are not the same (K010). Those that
    differ in a number alone are parts of a series."""
    words = {talk.id: frozenset(_words(plain(talk.title))) - _SMALL for talk in program.talks}
    long = {key: value for key, value in words.items() if len(value) >= _LEAST_TITLE_WORDS}
    told: set[str] = set()
    for one, two in _pairs(program, long):
        share = _title_share(words[one.id], words[two.id])
        if two.id in told or share < _TITLE_SHARE:
            continue
        if bare_letters(plain(one.title)) != bare_letters(plain(two.title)):
            told.add(two.id)
            message = f'the titles of talks "{one.id}" and "{two.id}" have {share:.0%} of their words in common'
            hint = "check whether it is one talk, handed in twice"
            also = (one.places.of("title"),)
            yield Finding(SIMILAR_TITLE, message, two.places.of("title"), hint, also, talk=two.id)


def _title_share(one: frozenset[str], two: frozenset[str]) -> float:
    """The share of the words that two titles have in common; none where it is less than counts, or where only numbers make
    them different."""
    common, total = len(one & two), len(one) + len(two)
    most = min(len(one), len(two))
    if most < _TITLE_SHARE * (total - most):
        return 0.0
    rest, other = one - two, two - one
    initials = {word[0] for word in other}
    doubtful = [word for word in rest if word[0] in initials]  # a slip is not the first letter
    if common + len(doubtful) < _TITLE_SHARE * (total - common - len(doubtful)):
        return 0.0
    if rest | other and all(_NUMBER.fullmatch(word) for word in rest | other):
        return 0.0
    for left, word in zip(reversed(range(len(doubtful))), doubtful, strict=True):
        common += any(misspelt(word, meant) for meant in other if meant[0] == word[0])
        if common + left < _TITLE_SHARE * (total - common - left):
            return 0.0
    common = min(common, most)
    return common / (total - common)


def similar_abstract(program: Program) -> Iterator[Finding]:
    """K012: two abstracts that are the same, that share most of their sentences, or of which one holds nearly all of the
    other. Where titles are the same, K010 has said it; where they differ in a number, the talks are parts of a series."""
    yield from alike_abstracts(program, {talk.id: trace(talk.abstract_written) for talk in program.talks})


def alike_abstracts(program: Program, traces: Mapping[str, Trace]) -> Iterator[Finding]:
    """The same by the traces of the abstracts of all talks, by id."""
    told: set[str] = set()
    first: dict[int, Talk] = {}
    equal = [
        (first[words], talk, 1.0)
        for talk in program.talks
        if (words := traces[talk.id].words) and first.setdefault(words, talk) is not talk
    ]
    shingles = {talk.id: traces[talk.id].shingles for talk in program.talks}
    for one, two, share in [*equal, *_overlapping(program, shingles)]:
        if two.id in told or _are_series(one, two):
            continue
        told.add(two.id)
        message = f'the abstracts of talks "{one.id}" and "{two.id}" are alike to {share:.0%}'
        hint = "check whether one of them was pasted into the wrong file"
        also = (one.places.of("abstract"),)
        yield Finding(SIMILAR_ABSTRACT, message, two.places.of("abstract"), hint, also, talk=two.id)


def _overlapping(program: Program, shingles: Parts) -> Iterator[tuple[Talk, Talk, float]]:
    for one, two in _pairs(program, shingles):
        mine, theirs = shingles[one.id], shingles[two.id]
        common, least = len(mine & theirs), min(len(mine), len(theirs))
        total = len(mine) + len(theirs) - common
        if common >= _ABSTRACT_SHARE * total:
            yield one, two, common / total
        elif least >= _LEAST_SHINGLES and common >= _CONTAINED * least:
            yield one, two, common / least


def _are_series(one: Talk, two: Talk) -> bool:
    mine, theirs = set(_words(plain(one.title))), set(_words(plain(two.title)))
    return all(_NUMBER.fullmatch(word) for word in mine ^ theirs)


def same_authors(program: Program) -> Iterator[Finding]:
    """K013: two talks with the same authors and other titles, of which one is in no session, or alone has no abstract."""
    scheduled = {item.talk.id for session in program.sessions for item in session.items if item.talk}
    talks = [talk for talk in program.talks if talk.status != "cancelled"]
    usual = sum(talk.has_abstract for talk in talks) * 2 > len(talks)
    by_authors: dict[tuple[str, ...], list[tuple[Talk, str, bool]]] = defaultdict(list)
    for talk in talks:
        authors = tuple(sorted(folded(author.name) for author in talk.authors))
        loose = (bool(scheduled) and talk.id not in scheduled) or (usual and not talk.has_abstract)
        earlier = by_authors[authors] if len(authors) >= _LEAST_AUTHORS else []
        title = bare_letters(plain(talk.title))
        other = next((one for one, name, alone in earlier if (alone or loose) and name != title), None)
        if other is not None:
            yield _one_talk(other, talk)
        if len(earlier) < _MOST_OF_ONE:
            earlier.append((talk, title, loose))


def _one_talk(one: Talk, two: Talk) -> Finding:
    message = f'talks "{one.id}" and "{two.id}" have the same authors and different titles'
    hint = "if it is one talk under two titles, keep one file and take the other out"
    return Finding(SAME_AUTHORS, message, two.places.of("title"), hint, (one.places.of("title"),), talk=two.id)


def _pairs(program: Program, parts: Parts) -> Iterator[tuple[Talk, Talk]]:
    """Pairs of talks, in the order of the program, that share a part which few others have: of 2,000 talks that is hardly
    any."""
    seen: set[Hashable] = set()
    shared: set[Hashable] = set()
    for mine in parts.values():
        shared |= seen & mine
        seen |= mine
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for number, talk in enumerate(program.talks):
        for part in shared.intersection(parts.get(talk.id, ())):
            holders[part].append(number)
    candidates = {
        (one, two)
        for numbers in holders.values()
        if len(numbers) <= _COMMONEST
        for at, one in enumerate(numbers)
        for two in numbers[at + 1 :]
    }
    for one, two in sorted(candidates):
        yield program.talks[one], program.talks[two]


def _shingles(numbers: tuple[int, ...]) -> frozenset[int]:
    """Runs of six words, of which every fourth or so is enough to find what is alike."""
    sums = list(accumulate(numbers, initial=0))
    begins = (at for at, total in enumerate(map(sub, sums[_SHINGLE:], sums)) if total % 4 == 0)
    return frozenset([hash(numbers[at : at + _SHINGLE]) for at in begins])


@lru_cache(maxsize=65536)
def _number(word: str) -> int:
    """A number that stands for a word, wherever that stands. What is left of it by four decides with those of the neighbors
    which runs are looked at."""
    data = word.encode()
    return int.from_bytes(blake2b(data, digest_size=7).digest(), "big") * 4 + sum(data) % 4


def _words(text: str) -> list[str]:
    """Words without accents and capitals; "sub-grid" is "subgrid"."""
    plain = _NOT_ASCII.sub(lambda found: _in_ascii(found[0]), text)
    if plain.isascii():
        return plain.encode("ascii").translate(ASCII_WORDS, b"-").decode("ascii").split()
    return _WORD.findall(unaccented(text).replace("-", ""))


@lru_cache(maxsize=8192)
def _in_ascii(signs: str) -> str:
    """Signs without accents and capitals, with a blank for each that parts words; as they are, if that is not ASCII."""
    plain = "".join(sign if sign.isascii() or sign.isalnum() else " " for sign in unaccented(signs))
    return plain if plain.isascii() and plain == plain.lower() else signs
