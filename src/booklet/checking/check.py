"""A Program into findings about it: every rule is a function, and RULES is the list of them."""

from collections.abc import Callable, Iterator

from booklet.checking import covers, schedule, talks
from booklet.finding import Finding, in_order
from booklet.model.program import Program

Rule = Callable[[Program], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    schedule.empty_program,
    schedule.no_minutes,
    schedule.overlap,
    schedule.slot,
    talks.unscheduled_talk,
    talks.talk_twice,
    talks.duplicate_title,
    talks.no_abstract,
    talks.no_authors,
    talks.no_presenter,
    talks.no_affiliation,
    covers.no_alt,
)


def check(program: Program) -> tuple[Finding, ...]:
    """What all rules say about the program, in order of place. What concerns single files was said while reading."""
    return in_order([finding for rule in RULES for finding in rule(program)])
