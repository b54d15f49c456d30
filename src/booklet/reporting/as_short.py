"""Findings become one line each, in the form that editors jump to: file:line:column: severity code: message (hint)."""

from booklet.finding import Finding
from booklet.reporting.report import Report
from booklet.reporting.visible import visible


def as_short(report: Report) -> str:
    """All findings, a line each."""
    return "".join(f"{_line(finding, report)}\n" for finding in report.findings)


def _line(finding: Finding, report: Report) -> str:
    place = f"{visible(report.where(finding.place))}: " if finding.place else ""
    hint = f" ({visible(finding.hint)})" if finding.hint else ""
    also = "".join(f"; also {visible(report.where(other))}" for other in finding.also)
    return f"{place}{finding.severity.value} {finding.code}: {visible(finding.message)}{hint}{also}"
