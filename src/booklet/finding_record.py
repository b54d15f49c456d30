"""Findings as lists that JSON can write, for another process or a later run, and back."""

from collections.abc import Iterable
from typing import Any

from booklet.codes import CODES
from booklet.finding import Finding
from booklet.place import Place

Row = tuple[Any, ...]  # a finding, its values by position

_BY_NAME = {code.name: code for code in CODES}


def finding_rows(findings: Iterable[Finding]) -> list[Row]:
    """The findings, in order, as JSON can write them."""
    return [(one.code.name, one.message, one.place, one.hint, one.also, one.path, one.talk) for one in findings]


def findings_of(rows: Iterable[Row]) -> list[Finding]:
    """The findings of rows that JSON has read."""
    return [
        Finding(
            _BY_NAME[code],
            message,
            None if place is None else Place(*place),
            hint,
            tuple(Place(*one) for one in also),
            tuple(path),
            talk,
        )
        for code, message, place, hint, also, path, talk in rows
    ]
