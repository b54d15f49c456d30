"""Differences of two lists of texts."""

import time

from hypothesis import given
from hypothesis import strategies as st

from booklet.importing.merging.differences import Difference, differences

LISTS = st.lists(st.sampled_from("abcd"), max_size=8).map(tuple)


@given(LISTS, LISTS)
def test_the_differences_make_one_list_of_the_other(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    made, at = [], 0
    for difference in differences(one, other):
        assert one[difference.start : difference.end] != other[difference.first : difference.last]
        made += [*one[at : difference.start], *other[difference.first : difference.last]]
        at = difference.end
    assert (*made, *one[at:]) == other


def test_entries_changed_one_by_one_are_parted() -> None:
    assert differences(("a", "b", "c", "d"), ("a", "x", "y", "d")) == (Difference(1, 2, 1, 2), Difference(2, 3, 2, 3))
    assert differences(("a", "b"), ("a", "x", "y")) == (Difference(1, 2, 1, 3),)


def test_long_lists_take_no_long_time() -> None:
    one, other = tuple("ab" * 10_000), tuple("ba" * 10_000)
    start = time.process_time()
    assert differences(one, other)
    assert time.process_time() - start < 2
