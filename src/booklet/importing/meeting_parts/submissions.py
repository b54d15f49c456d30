"""What a system for submissions says became of each into those that are in the program."""

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from booklet.codes import LEFT_OUT
from booklet.finding import Finding
from booklet.place import Place

_NO = re.compile(
    r"reject|withdr|declin|delet|retract|desk|\bnot[ _]accept|unaccept|draft|^\s*no\s*$|abgelehnt|zurückgezogen",
    re.IGNORECASE,
)
_YES = re.compile(r"accept|publish|camera|oral|poster|talk|spotlight|angenommen", re.IGNORECASE)
_Any = TypeVar("_Any")


def verdict(words: str) -> bool | None:
    """Whether these words of a system accept a submission; None where they do not say so."""
    if _NO.search(words[:200]):
        return False
    return True if _YES.search(words[:200]) else None


def accepted(
    submissions: Iterable[_Any],
    said: Callable[[_Any], bool | None],
    place: Callable[[_Any], Place],
    findings: list[Finding],
) -> list[_Any]:
    """Those that are accepted; where no decision is known at all, all that were not rejected or withdrawn."""
    verdicts = [(submission, said(submission)) for submission in submissions]
    decided = any(is_in for _, is_in in verdicts)
    kept = []
    for submission, is_in in verdicts:
        if is_in or (is_in is None and not decided):
            kept.append(submission)
            continue
        what = "that is rejected or withdrawn" if is_in is False else "without a decision"
        findings.append(Finding(LEFT_OUT, f"a submission {what} is left out", place(submission)))
    return kept
