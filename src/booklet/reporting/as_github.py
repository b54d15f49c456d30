"""Findings become workflow commands, which GitHub shows beside the lines of a change.

Source: GitHub documentation, "Workflow commands for GitHub Actions"; the escapes are those of its toolkit (command.ts).
"""

from booklet.finding import Finding, Severity
from booklet.reporting.report import Report
from booklet.reporting.visible import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def as_github(report: Report) -> str:
    """All findings, a command each."""
    return "".join(f"{_command(finding, report)}\n" for finding in report.findings)


def _command(finding: Finding, report: Report) -> str:
    properties = {"title": f"{finding.code} {finding.code.title}"}
    place = finding.place
    if place:
        numbers = {"line": str(place.line), "col": str(place.column), "endColumn": str(place.end_column)}
        properties = {"file": visible(report.file(place)), **numbers, **properties}
    written = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in properties.items())
    hint = f" ({finding.hint})" if finding.hint else ""
    also = f"; also {', '.join(map(report.where, finding.also))}" if finding.also else ""
    return f"::{_COMMANDS[finding.severity]} {written}::{_escaped(visible(finding.message + hint + also), _DATA)}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)
