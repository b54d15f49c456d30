"""Findings of the rules without those that an error in a file explains."""

from booklet.codes import (
    BAD_MINUTES,
    EMPTY_PROGRAM,
    GAP,
    LOOSE_CITATION,
    NO_AFFILIATION,
    NO_AUTHORS,
    NO_MINUTES,
    NO_PRESENTER,
    NO_START,
    OUT_OF_ORDER,
    OVER_SLOT,
    OVERLAP,
    UNDER_SLOT,
    UNKNOWN_KEY,
    UNKNOWN_TALK,
    UNSCHEDULED_TALK,
    WRONG_CITATION,
    WRONG_FIGURE,
)
from booklet.finding import Finding, Severity
from booklet.model.program import Program

_PROGRAM_FILE = "content/program.yaml"
# Errors after which all that names talks was read nevertheless.
_LOSE_NOTHING = frozenset({BAD_MINUTES, UNKNOWN_KEY, UNKNOWN_TALK})
# What depends on the items of a session that could be read, on the whole program, on the whole of a talk's file.
_OF_A_SESSION = frozenset({GAP, NO_MINUTES, NO_START, OUT_OF_ORDER, OVER_SLOT, OVERLAP, UNDER_SLOT})
_OF_THE_PROGRAM = frozenset({EMPTY_PROGRAM, UNSCHEDULED_TALK})
_OF_A_TALK = frozenset({LOOSE_CITATION, NO_AFFILIATION, NO_AUTHORS, NO_PRESENTER, WRONG_CITATION, WRONG_FIGURE})


def explained(findings: tuple[Finding, ...], program: Program, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The `findings` that no error among those `found` while reading explains."""
    errors = [finding for finding in found if finding.severity is Severity.ERROR and finding.place]
    files = {error.place.file for error in errors if error.place}
    lost = any(
        error.place and error.place.file == _PROGRAM_FILE and error.code not in _LOSE_NOTHING for error in errors
    )
    starts = [session.places.record.line for session in program.sessions]
    doubtful = {
        _session(error, starts)
        for error in errors
        if error.place and error.place.file == _PROGRAM_FILE and error.code is not UNKNOWN_KEY
    }
    return tuple(
        finding
        for finding in findings
        if not (
            (finding.code in _OF_THE_PROGRAM and lost)
            or (finding.code in _OF_A_SESSION and _session(finding, starts) in doubtful)
            or (finding.code in _OF_A_TALK and finding.place and finding.place.file in files)
        )
    )


def _session(finding: Finding, starts: list[int]) -> int:
    """The line in which the session begins that a finding in program.yaml stands in; 0 before the first."""
    line = finding.place.line if finding.place else 0
    return max((start for start in starts if start <= line), default=0)
