"""Rules about single names: those that cannot be one, or not as they are written."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from booklet.checking.mentions import mentions
from booklet.checking.mixed_scripts import ANEW, mixes_scripts, scripts
from booklet.checking.several_people import SEVERAL, is_several
from booklet.checking.wording import listed, shown
from booklet.codes import ODD_NAME
from booklet.expression import expression
from booklet.finding import Finding
from booklet.model.person_name import person_name
from booklet.model.program import Program

_ADDRESS = re.compile(r"\S@\S+\.\S")
_MARKS = re.compile(r"[*†‡§¶#]|[¹²³⁰-⁹]")
_NOBODY = re.compile(
    r"(?:t\.?b\.?[acd]\.?|n\.? ?n\.?|n/a|anonymous|unknown|to be \w+|names?|authors?|speakers?|various(?: \w+)?|several"
    r"|x{2,}|[\W_]*)",
    re.IGNORECASE,
)
_GLUED = expression(r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{2,}[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{2,}")  # nobody's nickname, but MacDonald
_BY_RIGHT = expression(r"(?:Mac|Del|Van|Von|Fitz)[A-Z]")
_LEAST_CAPITALS = 3
_NAMES = 100


def is_nobody(name: str) -> bool:
    """Whether a name stands for somebody who is not known yet, or is no name at all."""
    return _NOBODY.fullmatch(name.strip()) is not None


def odd_names(program: Program) -> Iterator[Finding]:
    """K062: what stands for a name and cannot be one, or not as it is written."""
    named = tuple(mentions(program))
    for mention in named:
        if trouble := oddity(mention.name):
            what, hint = trouble
            message = f"the name {shown(mention.name, _NAMES)} {what}"
            yield Finding(ODD_NAME, message, mention.place, hint, talk=mention.talk)
    titled = [mention for mention in named if person_name(mention.name).titles]
    capitals = [mention for mention in named if len(mention.name.split()) > 1 and _has_capitals(mention.name)]
    for group, what, hint in (
        (titled, "a title, and most others have none", "write the names alone, or all with their titles"),
        (capitals, "a word in capitals, and most others have none", "write them with capital initials"),
    ):
        good = [mention for mention in group if oddity(mention.name) is None]
        if len(group) * 2 < len(named) and good:  # else it is the way of the house
            names = list(dict.fromkeys(shown(mention.name, _NAMES) for mention in good))
            message = f"the name {names[0]} has {what}" if len(names) == 1 else f"the names {listed(names)} have {what}"
            first, *others = good
            yield Finding(ODD_NAME, message, first.place, hint, tuple(one.place for one in others), talk=first.talk)


@lru_cache(maxsize=8192)
def oddity(name: str) -> tuple[str, str] | None:
    """What is wrong with a name, and the remedy; None for a good one."""
    return _no_name(name) or _badly_written(name)


def _no_name(name: str) -> tuple[str, str] | None:
    if _ADDRESS.search(name):
        return "is an e-mail address", "write the name of the person"
    if is_nobody(name):
        return "stands for nobody", "leave the person out until the name is known"
    if is_several(name):
        return SEVERAL
    if any(sign in name for sign in "/()[]") and len({script for word in name.split() for script in scripts(word)}) < 2:
        return "has more than a name in it", "write the name alone; institutes belong into affiliations"
    return None


def _badly_written(name: str) -> tuple[str, str] | None:
    words = name.split()
    if _MARKS.search(name):
        return "has a mark in it", "affiliations are numbered by booklet, and presenting: true marks who presents"
    if not "".join(words).isalpha():
        if any(unicodedata.category(sign)[0] == "S" for sign in name):
            return "has a sign in it that is no letter", "check the spelling"
        if len(words) > 1 and any(sign.isdigit() for sign in name):
            return "has a digit in it", "check the spelling"
    if not name.isascii() and any(map(mixes_scripts, words)):
        return "mixes letters of two scripts in one word", ANEW
    if len(words) > 1 and (name.islower() or (name.isupper() and all(map(_has_capitals, words)))):
        what = "has no capitals" if name.islower() else "is in capitals"
        return what, "write it with capital initials"
    if name.endswith(".") and len(words) > 1 and len(words[-1]) > _LEAST_CAPITALS + 1:
        return "ends with a full stop", "take the full stop out"
    if len(words) == 1 and _GLUED.fullmatch(name) and not _BY_RIGHT.match(name):
        return "has a capital inside", "there may be a blank missing"
    return None


def _has_capitals(name: str) -> bool:
    """Whether a word of the name is in capitals, other than initials."""
    return any(word.isupper() and sum(map(str.isalpha, word)) >= _LEAST_CAPITALS for word in name.split())
