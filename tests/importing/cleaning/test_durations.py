"""Durations of other systems into minutes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.importing.cleaning.durations import duration, parts


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("00:30", 30),
        ("1:30:00", 90),
        ("24:00", 1440),
        ("PT45M", 45),
        ("PT1H30M", 90),
        ("30 min", 30),
        ("1h30", 90),
        ("1.5 h", 90),
        ("45", 45),
        ("30'", 30),
        ("1 hour 15 minutes", 75),
        ("1 Std. 30 Min.", 90),
        ("18 + 2", 20),
    ],
)
def test_durations(text: str, minutes: int) -> None:
    assert duration(text) == minutes


@pytest.mark.parametrize("text", ["", "0", "00:00", "-5", "25:00", "1500", "00:05:00:00", "1:75", "an hour", "PT", "P"])
def test_what_is_no_duration(text: str) -> None:
    assert duration(text) is None


@pytest.mark.parametrize("text", ["18 + 2", "18+2 min", "(18' + 2')", "(18′ + 2′)", "18min+2min"])
def test_talk_and_questions(text: str) -> None:
    assert parts(text) == (18, 2)


@pytest.mark.parametrize("text", ["", "20", "0 + 0", "1440 + 1", "a + b"])
def test_what_has_no_two_parts(text: str) -> None:
    assert parts(text) is None


@given(st.integers(1, 1440))
def test_every_form_says_the_same(minutes: int) -> None:
    forms = (f"{minutes}", f"{minutes} min", f"PT{minutes}M", f"{minutes // 60}:{minutes % 60:02}", f"{minutes}'")
    assert {duration(form) for form in forms} == {minutes}


@given(st.text(max_size=80) | st.text("0123456789:+'hmin PT.", max_size=80))
def test_nothing_raises_and_all_is_in_bounds(text: str) -> None:
    found = duration(text)
    assert found is None or 1 <= found <= 1440
