"""A Program into findings about it: every rule is a function, and RULES is the list of them, by what they look at."""

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
    parts,
    pictures,
    rooms,
    schedule,
    several_people,
    slips,
    talks,
    texts,
    unprinted,
)
from booklet.checking.explained import explained
from booklet.finding import Finding, in_order
from booklet.model.program import Program

Rule = Callable[[Program], Iterator[Finding]]

# Rules that look at the program and at the heads of its talks: not at their texts, nor at where these stand.
RULES_OF_HEADS: tuple[Rule, ...] = (
    schedule.empty_program,
    schedule.no_start,
    schedule.no_minutes,
    schedule.overlap,
    schedule.slot,
    rooms.room_variants,
    rooms.track_variants,
    rooms.unlisted,
    hours.gap,
    hours.out_of_order,
    hours.past_midnight,
    hours.clock_change,
    hours.far_apart,
    hours.at_night,
    talks.unscheduled_talk,
    talks.same_board,
    talks.keynote_alone,
    talks.talk_twice,
    talks.talk_again,
    talks.duplicate_title,
    talks.no_abstract,
    talks.no_authors,
    talks.no_presenter,
    talks.no_affiliation,
    likeness.similar_title,
    likeness.same_authors,
    name_variants.name_variants,
    name_variants.named_twice,
    odd_names.odd_names,
    several_people.several_people,
    busy_people.busy_people,
    affiliations.affiliation_variants,
    affiliations.affiliation_places,
    affiliations.odd_affiliations,
    texts.placeholder,
    mixed_scripts.mixed_scripts,
    parts.unknown_pages,
    parts.empty_sections,
    unprinted.unprinted_values,
    pictures.no_alt,
)

# Rules that look at each talk by itself, and at the settings; what they find is of a talk.
RULES_OF_TALKS: tuple[Rule, ...] = (
    texts.abstract_length,
    texts.placeholder_for_text,
    citations.wrong_citation,
    citations.wrong_figure,
    citations.own_numbers,
    slips.slips,
    mixed_scripts.mixed_scripts_in_abstracts,
)

# All, with the one that looks at the abstracts of all talks.
RULES: tuple[Rule, ...] = (*RULES_OF_HEADS, *RULES_OF_TALKS, likeness.similar_abstract)


def check(program: Program, found: tuple[Finding, ...] = ()) -> tuple[Finding, ...]:
    """What all rules say about the program, in order of place. What concerns single files was said while reading: `found`.

    Where an error there has left something unknown, rules would only repeat that it is not known; they stay silent.
    """
    findings = [finding for rule in RULES for finding in rule(program)]
    return explained(in_order(findings), program, found)
