"""Boxes stand in the columns of their rooms, and never on each other."""

from days import box, days
from hypothesis import given

from booklet.composing.sections.glance.boxes import Box
from booklet.composing.sections.glance.room_groups import room_groups
from booklet.composing.sections.glance.spots import columns_of
from booklet.model.room import Room


def stand(boxes: list[Box], rooms: str = "ABC") -> list[tuple[str, int, int, int, int]]:
    """Where boxes stand: title, first and last column, lane, lanes."""
    spots = columns_of(boxes, tuple(rooms)).spots
    return [(spot.box.title[0].text, spot.first, spot.last, spot.lane, spot.lanes) for spot in spots]


def others(begin: float, end: float) -> list[Box]:
    """Something else in every room."""
    return [box(begin, end, f"other {room}", room) for room in "ABC"]


def test_a_session_in_neighboring_rooms_is_one_box() -> None:
    made = stand([box(0, 30, "workshop", "BC"), *others(30, 60)])
    assert ("workshop", 1, 2, 0, 1) in made


def test_in_rooms_apart_it_is_one_box_in_each() -> None:
    made = stand([box(0, 30, "workshop", "AC"), *others(30, 60)])
    assert [one for one in made if one[0] == "workshop"] == [("workshop", 0, 0, 0, 1), ("workshop", 2, 2, 0, 1)]


def test_what_overlaps_shares_its_column() -> None:
    made = stand([box(0, 30, "one"), box(20, 40, "two"), box(40, 50, "three"), *others(60, 90)])
    assert made[:3] == [("one", 0, 0, 0, 2), ("two", 0, 0, 1, 2), ("three", 0, 0, 0, 1)]


def test_a_session_over_two_columns_is_parted_where_something_else_goes_on() -> None:
    made = stand([box(0, 30, "workshop", "AB"), box(10, 20, "talk", "B"), *others(60, 90)])
    assert [one for one in made if one[0] == "workshop"] == [("workshop", 0, 0, 0, 1), ("workshop", 1, 1, 0, 2)]


def test_a_break_stands_over_all_columns_that_are_free() -> None:
    made = stand([box(0, 30, "lunch", (), for_all=True, look="break"), box(20, 40, "talk", "B"), *others(60, 90)])
    assert [one[1:3] for one in made if one[0] == "lunch"] == [(0, 0), (2, 2)]


def test_what_is_for_all_while_all_rooms_are_in_use_has_a_column_of_its_own() -> None:
    columns = columns_of([box(0, 90, "desk", (), for_all=True), *others(0, 60)], "ABC")
    assert columns.headings == ("A", "B", "C", "")
    assert [spot.box.title[0].text for spot in columns.spots if spot.first == 3] == ["desk"]


def test_what_everybody_comes_to_stands_over_all_columns_and_names_its_room() -> None:
    columns = columns_of([box(0, 30, "opening", "A", gathers=True), *others(30, 60)], "ABC")
    (opening,) = columns.over_all()
    assert (opening.box.place, opening.last) == ("A", 2)


def test_not_so_where_anything_else_goes_on() -> None:
    columns = columns_of([box(0, 30, "opening", "A", gathers=True), box(0, 10, "stand", "B"), *others(30, 60)], "ABC")
    assert columns.over_all() == ()


def test_a_room_of_nothing_else_has_no_column() -> None:
    columns = columns_of(
        [box(0, 30, "opening", "A", gathers=True), box(30, 60, rooms="B"), box(30, 60, rooms="C")], "ABC"
    )
    assert columns.headings == ("B", "C")


@given(days())
def test_nothing_stands_on_anything(day: tuple[list[Box], list[str]]) -> None:
    boxes, rooms = day
    columns = columns_of(boxes, rooms)
    assert {spot.box.name for spot in columns.spots} == {box.name for box in boxes}
    assert len({(spot.box.name, spot.first) for spot in columns.spots}) == len(columns.spots)
    for number, one in enumerate(columns.spots):
        assert 0 <= one.first <= one.last < len(columns.headings)
        assert 0 <= one.lane < one.lanes
        for other in columns.spots[:number]:
            if one.box.overlaps(other.box) and one.first <= other.last and other.first <= one.last:
                assert one.lanes == other.lanes
                assert one.lane != other.lane
    assert set(columns.over_all()) <= set(columns.spots)


def rooms_in(*buildings: tuple[str, int]) -> list[Room]:
    return [Room(f"{building}{number}", building) for building, count in buildings for number in range(count)]


def test_rooms_of_a_building_stay_together() -> None:
    groups = room_groups(rooms_in(("K", 6), ("H", 2), ("U", 1)), 4)
    assert [[room.name for room in group] for group in groups] == [
        ["K0", "K1", "K2"],
        ["K3", "K4", "K5"],
        ["H0", "H1", "U0"],
    ]


def test_as_many_buildings_share_a_page_as_fit() -> None:
    groups = room_groups(rooms_in(("K", 20), ("H", 10), ("U", 9)), 34)
    assert [len(group) for group in groups] == [30, 9]
