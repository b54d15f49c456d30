"""Findings become text for people: message, place, the line itself, and a caret row with the nearest remedy."""

from collections import Counter

from booklet.finding import Finding, Severity
from booklet.place import Place
from booklet.reporting.excerpt import WIDTH, Excerpt, excerpt, read_lines
from booklet.reporting.report import Report
from booklet.reporting.visible import visible

MOST = 50
_MOST_PLACES = 5
_COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_SEVERITIES = tuple(Severity)  # the most serious first
_PLACE_COLOR = "34"


def as_text(report: Report) -> str:
    """At most MOST findings in full, then how many of each kind there are; a line end after each line."""
    shown = _chosen(report.findings)
    files = {finding.place.file for finding in shown if finding.place}
    lines = {file: read_lines(report.folder, file) for file in sorted(files)}
    rows = [row for finding in shown for row in _rows(finding, report, lines)]
    if len(shown) < len(report.findings):
        rows += _counted(report, len(shown))
    return "".join(f"{row}\n" for row in rows)


def _chosen(findings: tuple[Finding, ...]) -> list[Finding]:
    """The findings to show, in their order: all errors before any other; of the rest every kind, so that a hundred of one do
    not hide another."""
    if len(findings) <= MOST:
        return list(findings)
    before: Counter[tuple[Severity, str]] = Counter()
    ranked = []
    for number, finding in enumerate(findings):
        kind = finding.severity, finding.code.name
        ranked.append(
            (finding.severity is not Severity.ERROR, before[kind], _SEVERITIES.index(finding.severity), number)
        )
        before[kind] += 1
    return [findings[number] for number in sorted(number for *_, number in sorted(ranked)[:MOST])]


def _counted(report: Report, shown: int) -> list[str]:
    """A row for every kind, the most serious and commonest first."""
    kinds = Counter(finding.code for finding in report.findings)
    ordered = sorted(kinds, key=lambda code: (_SEVERITIES.index(code.severity), -kinds[code], code.name))
    rows = [
        f"{kinds[code]:>7} × {_paint(f'{code.severity.value}[{code}]', _COLORS[code.severity], report)}: {code.title}"
        for code in ordered
    ]
    return [
        f"{shown} of {len(report.findings)} findings are shown; --format short shows all. Of each kind there are:",
        *rows,
    ]


def _rows(finding: Finding, report: Report, lines: dict[str, tuple[str, ...]]) -> list[str]:
    color = _COLORS[finding.severity]
    head = _paint(f"{finding.severity.value}[{finding.code}]", color, report)
    rows = [f"{head}: {visible(finding.message)}"]
    hint = visible(finding.hint) if finding.hint else ""
    cut = None
    if finding.place:
        rows.append(f"  {_paint(_places((finding.place, *finding.also), report), _PLACE_COLOR, report)}")
        cut = excerpt(lines[finding.place.file], finding.place)
    if finding.place and cut:
        return rows + _excerpt_rows(finding.place.line, cut, hint, color, report)
    return [*rows, f"  help: {hint}"] if hint else rows


def _excerpt_rows(line: int, cut: Excerpt, hint: str, color: str, report: Report) -> list[str]:
    """The line with its number and the caret row; a hint too long to stand beside the carets gets a row of its own."""
    carets = " " * cut.start + _paint("^" * cut.length, color, report)
    rows = [f"{line:>7} | {cut.text}".rstrip(), f"{'':7} | {carets}"]
    if not hint:
        return rows
    if cut.start + cut.length + 1 + len(hint) <= WIDTH:
        return [rows[0], f"{rows[1]} {hint}"]
    return [*rows, f"{'':7} | {hint}"]


def _places(places: tuple[Place, ...], report: Report) -> str:
    """The places in words: "a", "a and b", "a, b and 4 more"."""
    words = [visible(report.where(place)) for place in places[:_MOST_PLACES]]
    more = len(places) - len(words)
    if more:
        words.append(f"{more} more")
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _paint(text: str, color: str, report: Report) -> str:
    """`text` in a color of ECMA-48 (SGR) when the report may have colors."""
    return f"\x1b[{color}m{text}\x1b[0m" if report.color else text
