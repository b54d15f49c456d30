"""Columns become pages whose last one is no remnant, and it is known by how much a column is too high."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.composing.text import paragraph
from booklet.flowable import Block, Flowable
from booklet.lettering.paragraph import ASCENT
from booklet.tagged_canvas import TaggedCanvas
from booklet.typesetting.paginate import overflow, paginate
from sheet import letters, style

PAGE, BODY = style().page, style().text.body
TOP, WIDTH, GRID = PAGE.height - PAGE.top, PAGE.text_width, PAGE.grid
ROOM = TOP - PAGE.bottom
LINES = 1 + int((ROOM - BODY.size) / BODY.leading)  # on a full page


@dataclass(frozen=True)
class Lines:
    """So many lines of the body; a page never ends after the first or before the last of them."""

    count: int
    keep: int = 2

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return width, (self.count - 1) * BODY.leading + BODY.size

    def split(self, width: float, height: float) -> Sequence[Flowable]:
        fitting = 1 + int((height - BODY.size + 1e-6) / BODY.leading) if height >= BODY.size else 0
        taken = min(fitting, self.count - self.keep)
        return [Lines(taken, self.keep), Lines(self.count - taken, self.keep)] if taken >= self.keep else []

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        raise AssertionError("pages are made before anything is drawn")


SPACE = BODY.leading - BODY.size  # between the lines of two blocks as between those of one


def pages(*blocks: Lines | Block) -> list[list[int]]:
    """How many lines of each block stand on each page."""
    made = [block if isinstance(block, Block) else Block(block, SPACE) for block in blocks]
    placed = paginate(made, WIDTH, style())
    for page in placed:
        assert all(below.y < above.y for above, below in pairwise(page))
        assert all(PAGE.bottom - 1e-6 <= one.y < TOP for one in page)
    return [[one.flowable.count for one in page if isinstance(one.flowable, Lines)] for page in placed]


class TestLastPage:
    @pytest.mark.parametrize("more", [2, 3])
    def test_takes_lines_until_it_has_four(self, more: int) -> None:
        assert pages(Lines(LINES + more)) == [[LINES + more - 4], [4]]

    @pytest.mark.parametrize("more", [4, 5, 20])
    def test_has_enough(self, more: int) -> None:
        assert pages(Lines(LINES + more)) == [[LINES], [more]]

    def test_one_line_over(self) -> None:
        assert pages(Lines(LINES + 1)) == [[LINES - 3], [4]]

    def test_of_several(self) -> None:
        assert pages(Lines(2 * LINES + 2)) == [[LINES], [LINES - 2], [4]]

    def test_a_short_block_of_its_own_is_joined_by_what_is_before_it(self) -> None:
        assert pages(Lines(LINES), Lines(1)) == [[LINES - 3], [3, 1]]

    def test_no_line_alone_at_the_foot(self) -> None:
        assert pages(Lines(LINES - 3), Lines(3), Lines(2)) == [[LINES - 3], [3, 2]]

    def test_a_heading_at_its_top_says_that_something_begins(self) -> None:
        heading = Block(Lines(1), SPACE, keep=True)
        assert pages(Lines(LINES), heading, Lines(1)) == [[LINES], [1, 1]]

    def test_a_heading_before_it_goes_along(self) -> None:
        heading = Block(Lines(1), SPACE, keep=True)
        assert pages(Lines(LINES - 4), heading, Lines(5)) == [[LINES - 4], [1, 5]]

    def test_and_is_never_left_behind(self) -> None:
        """The title takes the page but for three lines; what follows it cannot be cut to four."""
        head = Block(Lines(LINES - 3), keep=True)
        assert pages(head, Lines(5)) == [[LINES - 3, 3], [2]]

    def test_blocks_that_cannot_be_cut_stay_where_they_are(self) -> None:
        assert pages(Lines(LINES, keep=99), Lines(1)) == [[LINES], [1]]

    def test_first_pages_are_not_touched(self) -> None:
        assert pages(Lines(2)) == [[2]]
        assert pages() == [[]]


class TestOverflow:
    def test_in_points(self) -> None:
        assert overflow([Block(Lines(LINES))], WIDTH, style()) == 0
        one = overflow([Block(Lines(LINES + 1))], WIDTH, style())
        assert 0 < one <= BODY.leading
        assert overflow([Block(Lines(LINES + 8))], WIDTH, style()) == pytest.approx(one + 7 * BODY.leading)

    def test_white_between_and_the_grid_count(self) -> None:
        blocks = [Block(Lines(1)), Block(Lines(LINES), 1.0, on_grid=True, ascent=ASCENT * BODY.size)]
        assert overflow(blocks, WIDTH, style()) == overflow([Block(Lines(LINES + 1))], WIDTH, style())

    @given(
        st.lists(
            st.tuples(st.integers(1, 30), st.floats(0, 30), st.booleans(), st.booleans()).map(
                lambda given: Block(Lines(given[0]), given[1], given[2], given[3], ASCENT * BODY.size)
            ),
            max_size=9,
        )
    )
    def test_is_nothing_exactly_when_there_is_one_page(self, blocks: list[Block]) -> None:
        assert (overflow(blocks, WIDTH, style()) == 0) == (len(paginate(blocks, WIDTH, style())) == 1)


def test_the_same_pages_again() -> None:
    """Making pages changes nothing about the blocks, though the last two are tried several times."""
    words = " ".join(["assimilation of observations into models"] * 9)
    blocks = [Block(paragraph(letters(), BODY, words, None), SPACE) for _ in range(17)]
    first, second = paginate(blocks, WIDTH, style()), paginate(blocks, WIDTH, style())
    assert [[one.y for one in page] for page in first] == [[one.y for one in page] for page in second]
    assert len(first) > 1
