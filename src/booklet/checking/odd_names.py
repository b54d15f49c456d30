"""Rules about single names: those that cannot be one, or not as they are written."""

import re
import unicodedata
from collections.abc import Iterator

from booklet.checking.mentions import mentions
from booklet.checking.mixed_scripts import mixes_scripts, scripts
from booklet.checking.wording import shown
from booklet.codes import ODD_NAME
from booklet.finding import Finding
from booklet.model.person_name import person_name
from booklet.model.program import Program

_ADDRESS = re.compile(r"\S@\S+\.\S")
_MARKS = re.compile(r"[*†‡§¶#]|[¹²³⁰-⁹]")
_SEVERAL = re.compile(r";|\s(?:and|und|&)\s", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:t\.?b\.?[acd]\.?|n\.? ?n\.?|n/a|anonymous|unknown|to be \w+|names?|authors?|speakers?|various(?: \w+)?|several"
    r"|x{2,}|[\W_]*)",
    re.IGNORECASE,
)
_GLUED = re.compile(r"[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]")
# Names of one word that have a capital inside by right.
_BY_RIGHT = re.compile(r"(?:Mc|Mac|De|Di|Da|Del|La|Le|Lo|Du|Van|Von|Fitz|O)[A-Z]")
_LEAST_CAPITALS = 3
_NAMES = 100


def is_nobody(name: str) -> bool:
    """Whether a name stands for somebody who is not known yet, or is no name at all."""
    return _NOBODY.fullmatch(name.strip()) is not None


def odd_names(program: Program) -> Iterator[Finding]:
    """K062: what stands for a name and cannot be one, or not as it is written."""
    named = tuple(mentions(program))
    # Where most names have a title, or the family name in capitals, it is the way of the house.
    titled = sum(bool(person_name(mention.name).titles) for mention in named) * 2 >= len(named)
    capitals = sum(_has_capitals(mention.name) for mention in named) * 2 >= len(named)
    for mention in named:
        trouble = oddity(mention.name)
        if trouble is None and not titled and person_name(mention.name).titles:
            trouble = "has a title in it, as most others have not", "write the name alone"
        if trouble is None and not capitals and _has_capitals(mention.name):
            trouble = "is in capitals, as most others are not", "write it with capital initials"
        if trouble:
            what, hint = trouble
            message = f"the name {shown(mention.name, _NAMES)} {what}"
            yield Finding(ODD_NAME, message, mention.place, hint, talk=mention.talk)


def oddity(name: str) -> tuple[str, str] | None:
    """What is wrong with a name, and the remedy; None for a good one."""
    return _no_name(name) or _badly_written(name)


def _no_name(name: str) -> tuple[str, str] | None:
    if _ADDRESS.search(name):
        return "is an e-mail address", "write the name of the person"
    if is_nobody(name):
        return "stands for nobody", "leave the person out until the name is known"
    if _SEVERAL.search(name) or (name.count(",") > 1 and not person_name(name).suffix):
        return "looks like several people", "give each of them an entry of the list"
    if any(sign in name for sign in "/()[]") and len({script for word in name.split() for script in scripts(word)}) < 2:
        return "has more than a name in it", "write the name alone; institutes belong into affiliations"
    return None


def _badly_written(name: str) -> tuple[str, str] | None:
    words = name.split()
    if _MARKS.search(name):
        return "has a mark in it", "affiliations are numbered by booklet, and presenting: true marks who presents"
    if any(unicodedata.category(sign)[0] == "S" for sign in name):
        return "has a sign in it that is no letter", "check the spelling"
    if len(words) > 1 and any(sign.isdigit() for sign in name):
        return "has a digit in it", "check the spelling"
    if any(map(mixes_scripts, words)):
        remedy = "write the word anew: letters that look alike are not the same"
        return "mixes letters of two scripts in one word", remedy
    if len(words) > 1 and (name.islower() or (name.isupper() and all(map(_has_capitals, words)))):
        what = "has no capitals" if name.islower() else "is in capitals"
        return what, "write it with capital initials"
    if name.endswith(".") and len(words) > 1 and len(words[-1]) > _LEAST_CAPITALS + 1:
        return "ends with a full stop", "take the full stop out"
    if len(words) == 1 and _GLUED.search(_BY_RIGHT.sub("", name)):
        return "has a capital inside", "there may be a blank missing"
    return None


def _has_capitals(name: str) -> bool:
    """Whether a word of the name is in capitals, other than initials."""
    return any(word.isupper() and sum(map(str.isalpha, word)) >= _LEAST_CAPITALS for word in name.split())
