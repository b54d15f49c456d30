"""Findings in their order."""

from itertools import permutations

from booklet.codes import PLACEHOLDER, SLIP
from booklet.finding import Finding, in_order
from booklet.place import Place

HERE, BELOW = Place("content/affiliations.yaml", 3, 5), Place("content/affiliations.yaml", 9, 1)


def test_what_is_said_of_two_talks_at_one_place_has_one_order() -> None:
    findings = [
        Finding(PLACEHOLDER, "looks like a placeholder", HERE, talk="a"),
        Finding(PLACEHOLDER, "looks like a placeholder", HERE, talk="b"),
        Finding(PLACEHOLDER, "looks like a placeholder", HERE, "write it", talk="b"),
        Finding(PLACEHOLDER, "looks like a placeholder", HERE, "write it", (BELOW,), talk="b"),
        Finding(PLACEHOLDER, "looks like a placeholder", HERE, "write it", (BELOW,), ("title", 1), talk="b"),
    ]
    (order,) = {in_order([*some, *some]) for some in permutations(findings)}
    assert [finding.talk for finding in order] == ["a", "b", "b", "b", "b"]


def test_those_without_a_place_come_last() -> None:
    nowhere, below, here = Finding(SLIP, "1"), Finding(SLIP, "2", BELOW), Finding(SLIP, "3", HERE)
    assert in_order([nowhere, below, here]) == (here, below, nowhere)
