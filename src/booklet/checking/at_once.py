"""Findings of one rule → the same, or one for all of them where they are too many to be slips."""

from collections.abc import Iterator, Sequence

from booklet.finding import Finding


def at_once(found: Sequence[Finding], most: float, message: str, hint: str) -> Iterator[Finding]:
    """The findings; of more than `most`, which tell of a habit, one with this message and hint at all their places."""
    if len(found) <= most:
        yield from found
        return
    first, *others = (finding.place for finding in found if finding.place)
    yield Finding(found[0].code, message, first, hint, tuple(others))
