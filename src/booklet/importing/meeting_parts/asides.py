"""Fields that do not come in into one finding a kind: private ones, and those for which a booklet has no place."""

from collections.abc import Iterable, Mapping

from booklet.codes import PRIVATE, UNUSED_FIELD
from booklet.finding import Finding
from booklet.importing.meeting_parts.in_quotes import in_quotes
from booklet.importing.sources.record import Record


def say_private(records: Iterable[Record], kinds: Mapping[str, str], findings: list[Finding]) -> None:
    """One finding for each kind of private value that a record has, at the first; `kinds` is what to call it by field."""
    said: set[str] = set()
    for record in records:
        for field, kind in kinds.items():
            if kind not in said and record.values.get(field) not in (None, "", ()):
                said.add(kind)
                findings.append(Finding(PRIVATE, f"{kind} are left out", record.of(field)))


def say_unused(records: Iterable[Record], fields: Iterable[str], findings: list[Finding]) -> None:
    """One finding for each of the fields that a record has a value of, at the first."""
    wanted = tuple(fields)
    said: set[str] = set()
    for record in records:
        for field in wanted:
            if field not in said and record.values.get(field) not in (None, "", ()):
                said.add(field)
                message = f"{in_quotes(field)} has no place in a booklet and is left out"
                findings.append(Finding(UNUSED_FIELD, message, record.of(field)))
