"""Times have their true places on an even axis, that is folded where nothing goes on."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.composing.sections.glance.axis import Axis, axis_of, merged
from booklet.composing.sections.glance.boxes import minute

START = minute(datetime(2027, 5, 4, tzinfo=UTC))


def axis(*hours: tuple[float, float], height: float = 600.0, long: tuple[tuple[float, float], ...] = ()) -> Axis:
    """An axis for what goes on between hours of a day."""
    times, more = ([(START + 60 * a, START + 60 * b) for a, b in pairs] for pairs in (hours, long))
    return axis_of(times, "UTC", height, more)


def at(hour: float) -> float:
    return START + 60 * hour


def test_it_is_rounded_out_to_half_hours() -> None:
    made = axis((9.1, 12.7))
    assert (made.begin, made.end) == (at(9), at(13))


def test_full_and_half_hours_stay_as_they_are() -> None:
    made = axis((9.5, 13))
    assert (made.begin, made.end) == (at(9.5), at(13))


def test_hours_are_those_of_the_zone() -> None:
    made = axis_of([(at(9), at(10))], "Asia/Kathmandu", 600.0)  # 5:45 ahead
    assert (made.begin, made.end) == (at(8.75), at(10.25))
    assert [tick.hour for tick in made.ticks(5.0) if not tick.is_half] == [15, 16]


def test_a_break_of_75_minutes_is_a_band_of_15_points() -> None:
    made = axis((9, 10), (11.25, 13))
    assert made.folds == ((at(10), at(11.25)),)
    assert made.depth(at(11.25)) - made.depth(at(10)) == pytest.approx(15)


def test_a_shorter_one_has_its_true_length() -> None:
    made = axis((9, 10), (11.2, 13))
    assert made.folds == ()
    assert made.depth(at(11)) - made.depth(at(10)) == pytest.approx(made.depth(at(13)) - made.depth(at(12)))


def test_hours_inside_a_fold_have_no_line() -> None:
    made = axis((9, 10), (13, 14))
    assert [tick.hour for tick in made.ticks(5.0) if not tick.is_half] == [9, 10, 13, 14]


def test_what_is_long_and_for_all_is_folded_after_its_first_part() -> None:
    made = axis((9, 10), (10, 15), long=((10, 15),))
    assert made.depth(at(15)) - made.depth(at(10.75)) == pytest.approx(15)
    assert made.depth(at(10.75)) - made.depth(at(10)) == pytest.approx(0.75 * made.depth(at(10)))


def test_midnight_is_found_and_the_axis_goes_on() -> None:
    ticks = list(axis((22, 25.5)).ticks(5.0))
    assert [tick.minute for tick in ticks if tick.is_midnight] == [at(24)]
    assert ticks[-1].minute == at(25.5)


def test_few_hours_are_not_stretched_over_a_page() -> None:
    assert axis((9, 10)).height == pytest.approx(180)


def test_of_very_many_hours_some_are_named() -> None:
    ticks = list(axis((0, 240), height=300.0).ticks(10.0))
    distances = {round(b.minute - a.minute) for a, b in pairwise(ticks)}
    assert distances == {12 * 60}
    assert not any(tick.is_half for tick in ticks)


SPANS = st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 900)), min_size=1, max_size=20).map(
    lambda pairs: [(START + begin, START + begin + length) for begin, length in pairs]
)


@given(SPANS, st.sampled_from(["UTC", "Asia/Kathmandu", "America/St_Johns", "Europe/Berlin"]))
def test_later_is_further_down(spans: list[tuple[float, float]], zone: str) -> None:
    made = axis_of(spans, zone, 500.0)
    depths = [made.depth(made.begin + part * (made.end - made.begin) / 97) for part in range(98)]
    assert depths == sorted(depths)
    assert len(set(depths)) == 98
    assert depths[0] == 0
    assert depths[-1] == pytest.approx(made.height)
    assert made.height <= 500.0


@given(SPANS)
def test_no_two_stretches_of_what_goes_on_meet(spans: list[tuple[float, float]]) -> None:
    done = merged(spans)
    assert all(before[1] < after[0] for before, after in pairwise(done))
    assert all(any(begin <= one[0] and one[1] <= end for begin, end in done) for one in spans)
