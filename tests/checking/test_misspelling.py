"""A slip of the fingers is told from another word."""

import pytest

from booklet.checking.misspelling import misspelt


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
