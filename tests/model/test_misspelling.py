"""A slip of the fingers is told from another word."""

import pytest

from booklet.model.misspelling import misspelt, slipped


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("university", "univeristy", True),
        ("university", "universty", True),
        ("university", "universitty", True),
        ("university", "universiry", True),
        ("meteorological", "metereological", True),
        ("university", "univertsiy", True),  # two slips in a long word
        ("tokyo", "toyko", True),
        ("porto", "sapporo", False),
        ("linz", "lins", False),  # too short to tell
        ("berlin", "merlin", False),  # another first letter
        ("bergen", "bremen", False),
        ("unit12", "unit13", False),
        ("laboratory", "observatory", False),
        ("same", "same", False),
        ("", "physics", False),
        ("x" * 500, "x" * 499 + "y", False),  # no words, and no time for them
    ],
)
def test_misspelt(one: str, other: str, same: bool) -> None:
    assert misspelt(one, other) is same
    assert misspelt(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("michael", "micheal", True),
        ("ann", "anna", True),
        ("ann", "an", True),
        ("burns", "bruns", True),
        ("abcdef", "abdcfe", False),  # two slips
        ("anna", "hanna", False),
        ("abba", "aabb", False),
        ("aab", "aab", False),
        ("ab" + "x" * 100_000, "ba" + "x" * 100_000, False),
        ("a" + "bc" * 100_000, "a" + "cb" * 100_000, False),  # at once, whatever their length
        ("a" + "b" * 100_000, "a" + "b" * 100_001, True),
    ],
)
def test_one_slip(one: str, other: str, same: bool) -> None:
    assert slipped(one, other, most=1) is same
    assert slipped(other, one, most=1) is same
