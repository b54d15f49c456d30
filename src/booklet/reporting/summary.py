"""A run becomes its last line: what was found, what was written, what was left alone."""

from collections.abc import Sequence
from datetime import datetime

from booklet.finding import Finding, Severity

_CHECK = "`booklet check` shows"


def fails(findings: Sequence[Finding], *, strict: bool) -> bool:
    """Whether the findings stop the writing of a PDF: errors do, warnings with --strict."""
    stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(finding.severity in stopping for finding in findings)


def checked(findings: Sequence[Finding], *, strict: bool, accepted: int = 0) -> str:
    """The last line of a check: "1 error, 2 warnings, 4 notes, 3 accepted."."""
    found = counted(findings) or "No errors, no warnings"
    return f"{found}{_accepted(accepted)}{_strictly(findings, strict=strict)}."


def not_made(findings: Sequence[Finding], pdf: str, of: str | None, *, strict: bool, notes_shown: bool) -> str:
    """The last line when nothing was written; `of` says of when the present file `pdf` is, if there is one."""
    left = f"; {pdf} of {of} is unchanged" if of else ""
    stop = f"{counted(_heavy(findings))}{_strictly(findings, strict=strict)}. No PDF was written{left}."
    notes = _notes(findings, notes_shown=notes_shown)
    return f"{stop} {notes}." if notes else stop


def facts(pdf: str, pages: int, paper: str | None, octets: int) -> str:
    """What was written: "out/booklet.pdf  8 pages  A4  92 kB"."""
    return "  ".join(filter(None, (pdf, plural(pages, "page"), paper, size(octets))))


def made(findings: Sequence[Finding], what: str, *, notes_shown: bool, accepted: int = 0) -> str:
    """The last lines when a PDF was written: `what` (see facts), then what was found."""
    heavy = f"{counted(_heavy(findings))}{_accepted(accepted)}".removeprefix(", ")
    parts = filter(None, (heavy, _notes(findings, notes_shown=notes_shown)))
    found = ". ".join(parts)
    return f"{what}\n{found}." if found else what


def counted(findings: Sequence[Finding]) -> str:
    """How many of each severity there are, in words; empty when there are none."""
    numbers = {severity: sum(f.severity is severity for f in findings) for severity in Severity}
    return ", ".join(plural(number, severity.value) for severity, number in numbers.items() if number)


def plural(number: int, noun: str) -> str:
    """A number with its noun: "1 page", "8 pages"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def size(octets: int) -> str:
    """The size of a file in words: "92 kB", "1.9 MB" (decimal, as file managers and mail limits count)."""
    return f"{max(1, round(octets / 1000))} kB" if octets < 999_500 else f"{octets / 1_000_000:.1f} MB"


def moment(then: datetime, now: datetime) -> str:
    """The time of day of `then`, with the date when that is not today's; both in the user's own zone."""
    return f"{then:%H:%M}" if then.date() == now.date() else f"{then:%Y-%m-%d %H:%M}"


def _accepted(number: int) -> str:
    """What the organizers do not want to be told, in number."""
    return f", {number} accepted" if number else ""


def _heavy(findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is not Severity.NOTE]


def _notes(findings: Sequence[Finding], *, notes_shown: bool) -> str:
    found = [finding for finding in findings if finding.severity is Severity.NOTE]
    notes = counted(found)
    return f"{notes}; {_CHECK} {'it' if len(found) == 1 else 'them'}" if notes and not notes_shown else notes


def _strictly(findings: Sequence[Finding], *, strict: bool) -> str:
    """A word on --strict where it alone makes the run fail."""
    return (
        " (with --strict, warnings count as errors)"
        if fails(findings, strict=strict) > fails(findings, strict=False)
        else ""
    )
