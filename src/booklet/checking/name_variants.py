"""Rules about people named more than once: one person under several spellings, or twice on one talk."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from booklet.checking.mentions import Mention, mentions
from booklet.checking.odd_names import is_nobody, oddity
from booklet.checking.wording import listed, shown
from booklet.codes import NAME_VARIANT, NAMED_TWICE, SHORT_NAME
from booklet.expression import expression
from booklet.finding import Finding
from booklet.model.index_name import index_name
from booklet.model.name_likeness import folded, likeness, likeness_keys, spellings
from booklet.model.person_name import person_name
from booklet.model.program import Program

Mentions = dict[str, list[Mention]]

_COMMONEST = 30
_SHORTEST = 3  # letters of a name of one word, below which two of them say nothing
_PLAIN_YAML = expression(r"[^\W\d_](?:[\w .'’-]*[\w.])?")


def name_variants(program: Program) -> Iterator[Finding]:
    """K060, K061: names that look like those of one person, a finding for each of them.

    Of the spellings, that of people.yaml is taken for the right one; otherwise a good one before an odd one, one with its
    accents before one without, the commonest.
    """
    named = _by_name(program)
    known = {person.name for person in program.people}
    pairs = _alike(named)
    leader = _leaders(named, [(one, two) for (one, two), how in pairs if how == "same"], known)
    language = program.event.language
    for right in sorted(set(leader.values())):
        wrong = _in_order((name for name, other in leader.items() if other == right), language)
        verb = "looks like another spelling of" if len(wrong) == 1 else "look like other spellings of"
        message = f"{listed([shown(name) for name in wrong])} {verb} {shown(right)}"
        yield _variant(named, right, wrong, message)
    likely = {(leader.get(a, a), leader.get(b, b)) for (a, b), how in pairs if how == "maybe"}
    yield from _short_names(named, likely, known, language)


def named_twice(program: Program) -> Iterator[Finding]:
    """K063: two authors of one talk, or two organizers or chairs, have one name."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions(program):
        groups[mention.group].append(mention)
    for group in groups.values():
        first: dict[str, Mention] = {}
        for mention in group:
            keys = set(spellings(mention.name))
            other = next((first[key] for key in sorted(keys) if key in first), None)
            first |= {key: first.get(key, mention) for key in keys}
            if other and not is_nobody(mention.name) and likeness(other.name, mention.name) == "same":
                spelled = "" if other.name == mention.name else f", once as {shown(other.name)}"
                message = f"{shown(mention.name)} is named twice{spelled}"
                hint = "take one out, unless they are two persons"
                yield Finding(NAMED_TWICE, message, mention.place, hint, (other.place,), talk=mention.talk)


def _by_name(program: Program) -> Mentions:
    """All mentions of each name, those of people.yaml first."""
    named: Mentions = {person.name: [Mention(person.name, person.place, "people", None)] for person in program.people}
    for mention in mentions(program):
        if not is_nobody(mention.name):
            named.setdefault(mention.name, []).append(mention)
    return named


def _alike(named: Mentions) -> list[tuple[tuple[str, ...], str]]:
    """Pairs of different names that are like one another; people who are named together are not one person."""
    together = {name: {mention.group for mention in found} for name, found in named.items()}
    first: dict[str, str] = {}
    shared: dict[str, list[str]] = {}
    for name in named:
        if len(folded(name)) >= _SHORTEST or len(name.split()) > 1:
            for key in set(likeness_keys(name)):
                other = first.setdefault(key, name)
                if other is not name:
                    shared.setdefault(key, [other]).append(name)
    pairs = {tuple(sorted(pair)) for names in shared.values() for pair in _neighbors(names)}
    likely = ((pair, likeness(*pair)) for pair in sorted(pairs) if not together[pair[0]] & together[pair[1]])
    return [(pair, how) for pair, how in likely if how]


def _neighbors(names: list[str]) -> Iterator[tuple[str, str]]:
    """All pairs of names with a key in common; of so many that they say nothing about two of them, each with the next, which
    joins all that are the same."""
    yield from combinations(names, 2) if len(names) <= _COMMONEST else pairwise(names)


def _leaders(named: Mentions, pairs: list[tuple[str, str]], known: set[str]) -> dict[str, str]:
    """For each name that is not the right spelling of its person, that one."""
    group: dict[str, set[str]] = {}
    for one, two in pairs:
        joined = group.get(one, {one}) | group.get(two, {two})
        for name in joined:
            group[name] = joined
    leaders: dict[str, str] = {}
    for name, names in group.items():
        right = min(names, key=lambda name: _rank(name, named, known))
        if name != right:
            leaders[name] = right
    return leaders


def _rank(name: str, named: Mentions, known: set[str]) -> tuple[object, ...]:
    """Orders spellings of one name, the best first."""
    odd = oddity(name) is not None or any(map(_has_two_capitals, name.split())) or bool(person_name(name).titles)
    accents = sum(not sign.isascii() for sign in name)
    return name not in known, odd, name.isupper() or name.islower(), -accents, -len(named[name]), -len(name), name


def _has_two_capitals(word: str) -> bool:
    """Whether a word in small letters begins with two capitals: the shift key was released too late."""
    return word[:2].isupper() and len(word) > 2 and word[2:].islower()


def _short_names(named: Mentions, pairs: set[tuple[str, str]], known: set[str], language: str) -> Iterator[Finding]:
    """K061, one for each name with all that it may stand for."""
    candidates: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        right, wrong = sorted(pair, key=lambda name: (name not in known, -len(named[name]), -len(name), name))
        if right != wrong:
            candidates[wrong].add(right)
    for wrong, rights in sorted(candidates.items()):
        full = _in_order(rights, language)
        message = f"{shown(wrong)} may be the same person as {listed([shown(name) for name in full], 'or')}"
        yield _variant(named, full[0], [wrong], message, sure=False, several=len(full) > 1)


def _in_order(names: Iterable[str], language: str) -> list[str]:
    return sorted(names, key=lambda name: index_name(name).key(language))


def _variant(
    named: Mentions, right: str, wrong: list[str], message: str, *, sure: bool = True, several: bool = False
) -> Finding:
    found = [mention for name in wrong for mention in named[name]]
    proposal = f"{{name: {_yaml(right)}, aliases: [{', '.join(map(_yaml, wrong))}]}}"
    hint = f"write it one way, or add to content/people.yaml: {proposal}"
    if several:
        hint = "write the name in full"
    code, first = NAME_VARIANT if sure else SHORT_NAME, found[0]
    also = (named[right][0].place, *(mention.place for mention in found[1:]))
    return Finding(code, message, first.place, hint, also, talk=first.talk)


def _yaml(name: str) -> str:
    """A name as it has to be written in a list of YAML."""
    return name if _PLAIN_YAML.fullmatch(name) else json.dumps(name, ensure_ascii=False)
