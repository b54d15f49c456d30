"""Findings and what the organizers accept → the findings that are left, and those on acceptances that do nothing."""

import re
from collections.abc import Iterable

from booklet.codes import IDLE_ACCEPTANCE
from booklet.finding import Finding, Severity
from booklet.model.acceptance import Acceptance


def unaccepted(
    findings: Iterable[Finding], acceptances: tuple[Acceptance, ...]
) -> tuple[tuple[Finding, ...], frozenset[Acceptance]]:
    """The findings that nobody accepts, and the acceptances that silenced others. Errors cannot be accepted."""
    kept: list[Finding] = []
    used: set[Acceptance] = set()
    for finding in findings:
        by = {one for one in acceptances if _covers(one, finding)}
        used |= by
        if not by:
            kept.append(finding)
    return tuple(kept), frozenset(used)


def idle(acceptances: tuple[Acceptance, ...], used: frozenset[Acceptance]) -> tuple[Finding, ...]:
    """C031: acceptances that no longer apply; what they silenced may come back unseen under another name."""
    return tuple(
        Finding(IDLE_ACCEPTANCE, f"nothing is left that this accepts: {one.code}{_of(one)}", one.place, "take it out")
        for one in acceptances
        if one not in used
    )


def _covers(acceptance: Acceptance, finding: Finding) -> bool:
    return (
        finding.severity is not Severity.ERROR
        and finding.code.name == acceptance.code
        and acceptance.talk in {None, finding.talk}
        and (acceptance.about is None or _says(finding.message, acceptance.about))
    )


def _says(message: str, words: str) -> bool:
    """Whether a message has whole words, whatever their capitals: "Li Wei" are not in "Li Weiming"."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", message, re.IGNORECASE) is not None


def _of(acceptance: Acceptance) -> str:
    talk = f' of talk "{acceptance.talk}"' if acceptance.talk else ""
    return f'{talk} about "{acceptance.about[:60]}"' if acceptance.about else talk
