"""A title in less and less room: in full, smaller, over free minutes, shortened, and at last only a number."""

import pytest
from days import box, measures

from booklet.composing.sections.glance.ladder import PAD, Wording, shortened, wording
from booklet.composing.sections.glance.measures import Words, sizes
from booklet.composing.text import paragraph
from sheet import style

LONG = "How silt comes to the harbor: a year of gauges, of boats, and of men with long poles who look down"
ALL = sizes(style().text.grid_title)
PAIR = ALL[:2]
WIDTH = 110.0


def needed(size: int, title: str = LONG, short: str = "") -> float:
    """The height of a title in one of the two sizes."""
    return PAD + measures().fit(Words(box(0, 30, title), short), PAIR[size], WIDTH).height


def worded(height: float, below: float = 0.0, title: str = LONG, width: float = WIDTH, **more: object) -> Wording:
    return wording(box(0, 30, title, **more), measures(), PAIR, width, height, below)


def test_sizes_go_down_by_half_points_to_the_floor() -> None:
    assert [size.size for size in ALL] == [9, 8.5, 8, 7.5, 7, 6.5]
    assert [size.leading for size in ALL] == [10.8, 10.2, 9.6, 9, 8.4, 7.8]
    assert [size.size for size in sizes(style("A5").text.grid_title)] == [8, 7.5, 7, 6.5]


def test_where_there_is_room_a_title_stands_as_it_is() -> None:
    made = worded(needed(0))
    assert (made.form, made.size, made.words.short) == ("full", 0, "")
    assert made.height == pytest.approx(needed(0))


def test_then_in_the_next_smaller_size() -> None:
    assert needed(1) < needed(0)
    made = worded(needed(0) - 0.1)
    assert (made.form, made.size) == ("full", 1)


def test_then_over_the_free_minutes_below() -> None:
    made = worded(needed(1) - 0.1, below=5)
    assert made.form == "full"
    assert made.height > needed(1) - 0.1


def test_no_minutes_are_borrowed_where_a_smaller_size_does() -> None:
    made = worded(needed(0) - 0.1, below=20)
    assert (made.form, made.size) == ("full", 1)


def test_then_its_first_part_with_an_ellipsis() -> None:
    made = worded(needed(0, short="How silt comes to the harbor\u00a0…"))
    assert (made.form, made.size) == ("short", 0)
    assert made.words.short == "How silt comes to the harbor\u00a0…"


def test_or_the_short_title_that_the_talk_has() -> None:
    made = worded(needed(0, short="Silt\u00a0…"), short="Silt")
    assert (made.form, made.words.short) == ("short", "Silt\u00a0…")


def test_what_no_list_says_in_full_is_not_shortened() -> None:
    height = needed(0, short="Silt\u00a0…")
    assert worded(height, short="Silt", in_list=False).form == "number"
    assert worded(height, in_list=False).form == "number"


def test_then_a_number_beside_the_time() -> None:
    assert worded(10.0, title="Where a title has no part it cannot be shortened at all").form == "number"


def test_and_where_no_line_fits_the_number_alone() -> None:
    assert worded(3.0).form == "disc"
    assert worded(200.0, width=12.0).form == "disc"


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Harbors of silt: a year", "Harbors of silt\u00a0…"),
        ("Harbors of silt – a year", "Harbors of silt\u00a0…"),
        ("Harbors of silt — a year", "Harbors of silt\u00a0…"),
        ("Harbors of silt | a year", "Harbors of silt\u00a0…"),
        ("Is there silt? A year", "Is there silt\u00a0…"),
        (
            "Silt: a year of harbors: what came",
            "Silt: a year of harbors\u00a0…",
        ),  # "Silt" is too short to tell anything
        ("Silt: a year", ""),
        ("The years 2019–2024 in silt", ""),
        ("Is there silt?", ""),
    ],
)
def test_a_title_is_parted_where_it_says_what_it_is_about(title: str, short: str) -> None:
    assert shortened(box(0, 30, title)) == short


def test_a_page_number_takes_the_last_words_down_with_it() -> None:
    fits = [
        measures().fit(Words(box(0, 30, LONG, targets=("talk-a",))), PAIR[0], width / 2) for width in range(140, 340)
    ]
    assert not any(fit.alone for fit in fits)
    assert any(fit.width < width / 2 for fit, width in zip(fits, range(140, 340), strict=True))


def test_where_a_single_word_fills_the_line_its_number_stands_below() -> None:
    width = paragraph(measures().letters, PAIR[0], "Hafenlotsen", None).natural_width() + 2
    fit = measures().fit(Words(box(0, 30, "Hafenlotsen", targets=("talk-a",))), PAIR[0], width)
    assert fit.alone
