"""Many findings of one kind into one: a source of a thousand talks says the same thing a thousand times."""

from booklet.finding import Finding
from booklet.plain_dataclasses import replace

_PLACES = 20


def gathered(findings: list[Finding]) -> tuple[Finding, ...]:
    """Findings of one code, message and hint as one at the first of their places, which says how often it was so."""
    kinds: dict[tuple[str, str, str | None], list[Finding]] = {}
    for finding in findings:
        kinds.setdefault((finding.code.name, finding.message, finding.hint), []).append(finding)
    return tuple(_one(alike) for alike in kinds.values())


def _one(alike: list[Finding]) -> Finding:
    first, *rest = alike
    if not rest:
        return first
    also = tuple(dict.fromkeys(finding.place for finding in rest if finding.place and finding.place != first.place))
    return replace(first, message=f"{first.message} ({len(alike)} times)", also=also[:_PLACES], talk=None)
