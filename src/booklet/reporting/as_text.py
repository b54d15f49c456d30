"""Findings become text for people: message, place, the line itself, and a caret row with the nearest remedy."""

from booklet.finding import Finding, Severity
from booklet.place import Place
from booklet.reporting.excerpt import WIDTH, Excerpt, excerpt, read_lines
from booklet.reporting.report import Report
from booklet.reporting.visible import visible

MOST = 50
_MOST_PLACES = 5
_COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_PLACE_COLOR = "34"


def as_text(report: Report) -> str:
    """At most MOST findings in full, then how many more there are; a line end after each line."""
    shown = report.findings[:MOST]
    files = {finding.place.file for finding in shown if finding.place}
    lines = {file: read_lines(report.folder, file) for file in sorted(files)}
    rows = [row for finding in shown for row in _rows(finding, report, lines)]
    more = len(report.findings) - len(shown)
    if more:
        rows.append(f"… and {more} more; --format short shows all")
    return "".join(f"{row}\n" for row in rows)


def _rows(finding: Finding, report: Report, lines: dict[str, tuple[str, ...]]) -> list[str]:
    color = _COLORS[finding.severity]
    head = _paint(f"{finding.severity.value}[{finding.code}]", color, report)
    rows = [f"{head}: {visible(finding.message)}"]
    hint = visible(finding.hint) if finding.hint else ""
    cut = None
    if finding.place:
        rows.append(f"  {_paint(_places((finding.place, *finding.also), report), _PLACE_COLOR, report)}")
        cut = None if finding.also else excerpt(lines[finding.place.file], finding.place)
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
