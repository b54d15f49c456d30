"""Rules about names that are those of several people in one text."""

import re
from collections.abc import Iterator

from booklet.checking.mentions import mentions
from booklet.checking.wording import shown
from booklet.codes import ODD_NAME, SEVERAL_PEOPLE
from booklet.expression import expression
from booklet.finding import Finding
from booklet.model.person_name import person_name
from booklet.model.program import Program

SEVERAL = ("looks like several people", "give each of them an entry of the list")

_BETWEEN = re.compile(r"[;；、]|\s(?:and|und|et|&)\s", re.IGNORECASE)
_INITIAL = expression(r"(?<!\w)[^\W\d_]\.(?=.)")
_BETWEEN_FAMILIES = frozenset({"e", "i", "y"})  # Ortega y Gasset
_NAMES, _TWO = 100, 2


def several_people(program: Program) -> Iterator[Finding]:
    """K062, K059: "Ada Quill, Ben Orren" is two people where one of them is named elsewhere; else they may be two, or it is a
    family name of two words before a comma. Nothing is said of these where the comma is the way of the house, and of names in
    people.yaml, which are right."""
    known = {person.name for person in program.people}
    named = tuple(mention for mention in mentions(program) if mention.name not in known)
    names = known | {mention.name for mention in named}
    doubtful = [mention for mention in named if two_names(mention.name) and not is_several(mention.name)]
    inverted = sum("," in mention.name and not two_names(mention.name) for mention in named)
    for mention in doubtful:
        name = f"the name {shown(mention.name, _NAMES)}"
        if names & set(two_names(mention.name)):
            what, hint = SEVERAL
            yield Finding(ODD_NAME, f"{name} {what}", mention.place, hint, talk=mention.talk)
        elif inverted < len(doubtful):
            hint = "give each of them an entry of the list, unless a family name of two words stands before the comma"
            yield Finding(SEVERAL_PEOPLE, f"{name} may be two people", mention.place, hint, talk=mention.talk)


def is_several(name: str) -> bool:
    """Whether a name is surely those of several people: no family name has an initial in front, and none that stands first by
    its language has a comma after the given names."""
    if _BETWEEN.search(name) or (name.count(",") > 1 and not person_name(name).suffix):
        return True
    halves = two_names(name)
    return bool(halves) and bool(_INITIAL.search(halves[0]) or person_name(halves[0]).family_first)


def two_names(name: str) -> tuple[str, ...]:
    """What stands before and after the only comma of a name, where both can be whole names; else nothing."""
    halves = tuple(half.strip() for half in name.split(","))
    if len(halves) != _TWO or person_name(name).suffix or not all(map(_can_be_whole, halves)):
        return ()
    before, after = halves
    words = before.split()
    # "De la Cruz, Ana María", "Ortega y Gasset, José María", "GARCÍA LÓPEZ, Ana María" are a family name and given ones
    family = len(person_name(name).root.split()) == 1 or not _BETWEEN_FAMILIES.isdisjoint(words)
    return () if family or (before.isupper() and not after.isupper()) else halves


def _can_be_whole(half: str) -> bool:
    """Whether there are given names and a family name that is no initial, as "Ludwig van" has not."""
    words = half.split()
    small = any(word[:1].islower() for word in (*words[:1], *words[-1:]))
    return bool(person_name(half).given) and not small and not half.endswith(".")
