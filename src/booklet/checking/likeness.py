"""Rules about talks that are alike: nearly the same title or abstract, the same authors where one talk has no place."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterator

from booklet.codes import SAME_AUTHORS, SIMILAR_ABSTRACT, SIMILAR_TITLE
from booklet.finding import Finding
from booklet.model.person_name import folded
from booklet.model.program import Program
from booklet.model.rich_text import plain
from booklet.model.talk import Talk

_WORD = re.compile(r"[^\W_]+")
_COMMONEST = 25  # what more titles or abstracts share than so many says nothing about two of them
_TITLE_SHARE, _LEAST_TITLE_WORDS = 0.8, 4
_ABSTRACT_SHARE, _SHINGLE = 0.5, 6
_LEAST_AUTHORS = 2


def similar_title(program: Program) -> Iterator[Finding]:
    """K011: two titles that share nearly all their words, and are not the same (K010)."""
    words = {talk.id: frozenset(_words(plain(talk.title))) for talk in program.talks}
    long = {key: value for key, value in words.items() if len(value) >= _LEAST_TITLE_WORDS}
    for one, two, share in _pairs(program, long, _TITLE_SHARE):
        if _words(plain(one.title)) != _words(plain(two.title)):
            message = f'the titles of talks "{one.id}" and "{two.id}" have {share:.0%} of their words in common'
            hint = "check whether it is one talk, handed in twice"
            also = (one.places.of("title"),)
            yield Finding(SIMILAR_TITLE, message, two.places.of("title"), hint, also, talk=two.id)


def similar_abstract(program: Program) -> Iterator[Finding]:
    """K012: two abstracts that share most of their sentences."""
    shingles = {talk.id: _shingles(talk.abstract_written) for talk in program.talks}
    for one, two, share in _pairs(program, shingles, _ABSTRACT_SHARE):
        message = f'the abstracts of talks "{one.id}" and "{two.id}" are alike to {share:.0%}'
        hint = "check whether one of them was pasted into the wrong file"
        also = (one.places.of("abstract"),)
        yield Finding(SIMILAR_ABSTRACT, message, two.places.of("abstract"), hint, also, talk=two.id)


def same_authors(program: Program) -> Iterator[Finding]:
    """K013: two talks with the same authors and other titles, of which one is in no session or has no abstract."""
    scheduled = {item.talk.id for session in program.sessions for item in session.items if item.talk}
    first: dict[tuple[str, ...], Talk] = {}
    for talk in program.talks:
        authors = tuple(sorted(folded(author.name) for author in talk.authors))
        if len(authors) < _LEAST_AUTHORS:
            continue
        other = first.setdefault(authors, talk)
        loose = [one for one in (other, talk) if (scheduled and one.id not in scheduled) or not one.abstract]
        if other is not talk and loose and _words(plain(other.title)) != _words(plain(talk.title)):
            message = f'talks "{other.id}" and "{talk.id}" have the same authors and different titles'
            hint = "check whether it is one talk under two titles"
            also = (other.places.of("title"),)
            yield Finding(SAME_AUTHORS, message, talk.places.of("title"), hint, also, talk=talk.id)


def _pairs(program: Program, parts: dict[str, frozenset[str]], least: float) -> Iterator[tuple[Talk, Talk, float]]:
    """For each talk the first before it, in the order of the program, that has at least this share of its parts.

    Compared are only those that share a part which few others have: of 2,000 talks that is hardly any.
    """
    talks = {talk.id: talk for talk in program.talks}
    holders: dict[Hashable, list[str]] = defaultdict(list)
    for key, own in parts.items():
        for part in own:
            holders[part].append(key)
    order = {key: number for number, key in enumerate(talks)}
    candidates = {
        (one, two)
        for keys in holders.values()
        if len(keys) <= _COMMONEST
        for at, one in enumerate(keys)
        for two in keys[at + 1 :]
    }
    told: set[str] = set()
    for one, two in sorted(candidates, key=lambda pair: (order[pair[0]], order[pair[1]])):
        share = len(parts[one] & parts[two]) / len(parts[one] | parts[two])
        if share >= least and two not in told:
            told.add(two)
            yield talks[one], talks[two], share


def _shingles(text: str) -> frozenset[str]:
    """Runs of six words, of which every fourth or so is enough to find what is alike."""
    words = _words(text)
    runs = (" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))
    return frozenset(run for run in runs if sum(run.encode()) % 4 == 0)


def _words(text: str) -> list[str]:
    folded_text = unicodedata.normalize("NFKD", text).casefold()
    return _WORD.findall("".join(sign for sign in folded_text if not unicodedata.combining(sign)))
