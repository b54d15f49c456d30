"""A Program into findings about it: every rule is a function, and RULES is the list of them."""

from collections.abc import Callable, Iterator

from booklet.checking import (
    affiliations,
    busy_people,
    citations,
    hours,
    likeness,
    mixed_scripts,
    name_variants,
    odd_names,
    pictures,
    schedule,
    talks,
    texts,
)
from booklet.codes import (
    BAD_MINUTES,
    EMPTY_PROGRAM,
    NO_AFFILIATION,
    NO_MINUTES,
    UNKNOWN_AFFILIATION,
    UNKNOWN_KEY,
    UNSCHEDULED_TALK,
)
from booklet.finding import Finding, Severity, in_order
from booklet.model.program import Program

Rule = Callable[[Program], Iterator[Finding]]

_PROGRAM_FILE = "content/program.yaml"
# Errors after which all that names talks was read nevertheless.
_LOSE_NOTHING = frozenset({BAD_MINUTES, UNKNOWN_KEY})

RULES: tuple[Rule, ...] = (
    schedule.empty_program,
    schedule.no_minutes,
    schedule.overlap,
    schedule.slot,
    schedule.room_variants,
    hours.gap,
    hours.out_of_order,
    hours.past_midnight,
    hours.clock_change,
    hours.far_apart,
    hours.at_night,
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
    name_variants.name_variants,
    name_variants.named_twice,
    odd_names.odd_names,
    busy_people.busy_people,
    affiliations.affiliation_variants,
    affiliations.affiliation_places,
    affiliations.odd_affiliations,
    texts.abstract_length,
    texts.placeholder,
    citations.wrong_citation,
    citations.wrong_figure,
    mixed_scripts.mixed_scripts,
    pictures.no_alt,
)


def check(program: Program, found: tuple[Finding, ...] = ()) -> tuple[Finding, ...]:
    """What all rules say about the program, in order of place. What concerns single files was said while reading: `found`.

    Where an error there has left something unknown, rules would only repeat that it is not known; they stay silent.
    """
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    findings = [finding for rule in RULES for finding in rule(program)]
    return in_order([finding for finding in findings if not any(_explains(error, finding) for error in errors)])


def _explains(error: Finding, finding: Finding) -> bool:
    """Whether an error in a file is why a rule misses something."""
    file = error.place.file if error.place else ""
    if finding.code in {EMPTY_PROGRAM, UNSCHEDULED_TALK}:
        return file == _PROGRAM_FILE and error.code not in _LOSE_NOTHING
    if finding.code is NO_AFFILIATION:
        return error.code is UNKNOWN_AFFILIATION and error.talk == finding.talk
    if finding.code is not NO_MINUTES or error.code is not BAD_MINUTES or finding.place is None or error.place is None:
        return False
    return (finding.place.file, finding.place.line) == (error.place.file, error.place.line)
