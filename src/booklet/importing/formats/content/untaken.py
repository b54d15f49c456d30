"""Keys that content files have and an import does not carry, into findings."""

from collections.abc import Iterable

from booklet.codes import LEFT_OUT
from booklet.finding import Finding
from booklet.importing.sources.record import Record


def untaken(record: Record, taken: Iterable[str], what: str, findings: list[Finding]) -> None:
    """A finding for each key of a record that has a value and is not one of `taken`, which are parted by blanks or a list."""
    known = set(taken)
    for key, value in record.values.items():
        if key not in known and value not in (None, "", ()):
            message = f'"{key[:60]}" of {what} is not taken over'
            findings.append(Finding(LEFT_OUT, message, record.of(key), "copy it by hand"))


def named(record: Record, key: str, name: str) -> tuple[Record, ...]:
    """The records of a list in which a text stands for a record with this `name` alone."""
    value = record.values.get(key)
    found = value if isinstance(value, tuple) else (value,)
    place = record.of(key)
    return tuple(
        one if isinstance(one, Record) else Record({name: one}, place, {})
        for one in found
        if isinstance(one, Record) or (isinstance(one, str) and one)
    )
