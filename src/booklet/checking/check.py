"""A Program into findings about it: every rule is a function, and RULES is the list of them."""

from collections.abc import Callable, Iterator

from booklet.checking import affiliations, hours, likeness, people, pictures, schedule, talks, texts
from booklet.codes import (
    BAD_MINUTES,
    EMPTY_PROGRAM,
    NO_AFFILIATION,
    NO_MINUTES,
    UNKNOWN_AFFILIATION,
    UNSCHEDULED_TALK,
)
from booklet.finding import Finding, Severity, in_order
from booklet.model.program import Program

Rule = Callable[[Program], Iterator[Finding]]

_PROGRAM_FILE = "content/program.yaml"

RULES: tuple[Rule, ...] = (
    schedule.empty_program,
    schedule.no_minutes,
    schedule.overlap,
    schedule.slot,
    hours.gap,
    hours.out_of_order,
    hours.past_midnight,
    hours.clock_change,
    talks.unscheduled_talk,
    talks.talk_twice,
    talks.talk_again,
    talks.duplicate_title,
    talks.no_abstract,
    talks.no_authors,
    talks.no_presenter,
    talks.no_affiliation,
    likeness.similar_title,
    likeness.similar_abstract,
    likeness.same_authors,
    people.name_variants,
    people.odd_names,
    people.busy_people,
    affiliations.affiliation_variants,
    texts.abstract_length,
    texts.placeholder,
    texts.wrong_citation,
    texts.wrong_figure,
    pictures.no_alt,
)


def check(program: Program, found: tuple[Finding, ...] = ()) -> tuple[Finding, ...]:
    """What all rules say about the program, in order of place. What concerns single files was said while reading: `found`.

    Where an error there has left something unknown, rules would only repeat that it is not known; they stay silent.
    """
    errors = [finding for finding in found if finding.severity is Severity.ERROR and finding.place]
    findings = [finding for rule in RULES for finding in rule(program)]
    return in_order([finding for finding in findings if not any(_explains(error, finding) for error in errors)])


def _explains(error: Finding, finding: Finding) -> bool:
    """Whether an error in a file is why a rule misses something."""
    if error.place is None:
        return False
    if finding.code in {EMPTY_PROGRAM, UNSCHEDULED_TALK}:
        return error.place.file == _PROGRAM_FILE
    if finding.code is NO_AFFILIATION:
        return error.code is UNKNOWN_AFFILIATION and error.talk == finding.talk
    if finding.code is not NO_MINUTES or error.code is not BAD_MINUTES or finding.place is None:
        return False
    return (finding.place.file, finding.place.line) == (error.place.file, error.place.line)
