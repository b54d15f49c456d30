"""Rows go on under their head, none is lost, and what is kept together stays so."""

import pytest

from booklet.composing.flowables.headed_rows import HeadedRow, HeadedRows
from booklet.tagged_canvas import TaggedCanvas
from booklet.typesetting.page_canvas import PageCanvas
from sheet import HEIGHT, WIDTH

PAGE = 100.0
Drawn = list[tuple[str, float]]


class Slab:
    def __init__(self, name: str, height: float, drawn: Drawn) -> None:
        self.name, self.height, self.drawn = name, height, drawn

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        del height
        return width, self.height

    def split(self, width: float, height: float) -> list["Slab"]:
        del width, height
        return []

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        del canvas, x
        self.drawn.append((self.name, y))


def rows(count: int, drawn: Drawn, kept: frozenset[int] = frozenset(), over: float = 10) -> HeadedRows:
    made = (
        HeadedRow(Slab(f"row {n}", 10, drawn), n in kept, Slab("over", over, drawn) if n else None)
        for n in range(count)
    )
    return HeadedRows(Slab("head", 20, drawn), Slab("again", 15, drawn), tuple(made), PAGE)


def pages(table: HeadedRows, rooms: list[float], drawn: Drawn) -> list[list[str]]:
    """What stands on pages with so much room each, and on whole ones after them."""
    canvas = PageCanvas(WIDTH, HEIGHT)
    found = []
    part: HeadedRows | None = table
    for room in [*rooms, *[PAGE] * 50]:
        if part is None:
            break
        parts = [part] if part.wrap(WIDTH, room)[1] <= room else list(part.split(WIDTH, room))
        if not parts:
            found.append([])
            continue
        height = parts[0].wrap(WIDTH, room)[1]
        assert height <= room
        drawn.clear()
        parts[0].draw_on(canvas, 0, room - height)
        assert all(0 <= y <= room for _, y in drawn)
        found.append([name for name, _ in drawn])
        part = parts[1] if len(parts) > 1 else None
    assert part is None
    return found


def test_the_head_stands_again_and_no_row_is_lost() -> None:
    drawn: Drawn = []
    found = pages(rows(30, drawn), [], drawn)
    assert [page[0] for page in found] == ["head", *["again"] * (len(found) - 1)]
    assert [name for page in found for name in page if name.startswith("row")] == [f"row {n}" for n in range(30)]
    assert [page[1] for page in found] == ["row 0", *["over"] * (len(found) - 1)]


@pytest.mark.parametrize(("room", "first"), [(49, []), (51, ["head", "row 0", "row 1", "row 2"])])
def test_what_fits_a_page_is_parted_only_when_half_a_page_is_left(room: float, first: list[str]) -> None:
    drawn: Drawn = []
    found = pages(rows(7, drawn), [room], drawn)
    assert found[0] == first
    assert len(found) == 2


def test_more_than_one_row_goes_on() -> None:
    drawn: Drawn = []
    found = pages(rows(7, drawn), [85], drawn)
    assert [name for name in found[1] if name.startswith("row")] == ["row 4", "row 5", "row 6"]


def test_rows_that_are_kept_move_with_the_next() -> None:
    drawn: Drawn = []
    found = pages(rows(20, drawn, frozenset({7})), [], drawn)
    assert found[0][-1] == "row 6"


def test_what_is_higher_than_its_row_is_not_drawn_over_it() -> None:
    drawn: Drawn = []
    assert "over" not in pages(rows(20, drawn, over=10.5), [], drawn)[1]
