"""A finding: something about the user's content that they should know, with its place and the nearest remedy."""

from enum import Enum

from booklet.place import Place
from booklet.plain_dataclasses import dataclass


class Severity(Enum):
    """How much a finding matters: errors stop the writing of the PDF, warnings count with --strict, notes never."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding: its stable name (never reused), severity, and a title of a few words.

    docs/reference/findings.md explains each code under a heading of the same name and title.
    """

    name: str
    severity: Severity
    title: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `message` and `hint` are one line each, without blame; `also` are further places it concerns.

    `path` is the key path inside the file, `talk` the id of the talk it belongs to, where there is one.
    """

    code: Code
    message: str
    place: Place | None = None
    hint: str | None = None
    also: tuple[Place, ...] = ()
    path: tuple[str | int, ...] = ()
    talk: str | None = None

    @property
    def severity(self) -> Severity:
        """The severity of its code."""
        return self.code.severity


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Findings without repetitions, sorted by file, line, column and code; those without a place come last. No two are at the
    same place in this order, so that it is the same in every run."""
    return tuple(sorted(set(findings), key=_rank))


_NOWHERE = Place("\U0010ffff")


def _rank(finding: Finding) -> tuple[object, ...]:
    first = finding.place or _NOWHERE, finding.code.name, finding.message
    return (*first, finding.talk or "", finding.hint or "", finding.also, repr(finding.path))
