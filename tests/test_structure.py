"""Marks are values: those of one place are one."""

from booklet.structure import Mark, mark


def test_marks_of_a_place_are_one_value() -> None:
    assert mark(3, 70) == Mark(3, 70)
    assert mark(3, 70) is mark(3, 70)


def test_not_all_marks_are_kept() -> None:
    for mcid in range(10_000):
        assert mark(0, mcid).mcid == mcid
    assert mark.cache_info().currsize < 10_000
