"""What ought to have one page is tightened as little as need be, or not at all."""

from dataclasses import dataclass, field

import pytest

from booklet.composing.section import Aside, Column, Head, Section, Tighter
from booklet.flowable import Anchor, Block, Flowable
from booklet.plain_dataclasses import replace
from booklet.structure import Element
from booklet.styling.style import Style
from booklet.tagged_canvas import TaggedCanvas
from booklet.typesetting.fit_section import fit_section, lay_out
from booklet.typesetting.set_section import set_section
from sheet import style

PAGE = style().page
ROOM = PAGE.height - PAGE.top - PAGE.bottom


@dataclass
class Slab:
    """Something of a height that can be cut anywhere."""

    height: float
    drawn: list[float] = field(default_factory=list)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        return [Slab(height, self.drawn), Slab(self.height - height, self.drawn)] if 0 < height < self.height else []

    def draw_on(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        self.drawn.append(self.height)


@dataclass
class Work:
    """A section whose text has a height for every step, and what was asked of it. A step is told by its figure scale."""

    heights: list[float]
    head: float = 0.0
    steps: list[int] = field(default_factory=list)
    drawn: list[float] = field(default_factory=list)
    asked: int = 0

    def section(self, step: int = 0) -> Section:
        text = Block(Slab(self.heights[step], self.drawn))
        blocks = (Block(Slab(self.head, self.drawn)), text)
        return Section("talk", Element("Sect"), "Talk", (Column(0, 300),), blocks, text=(text,))

    def styles(self) -> tuple[Style, ...]:
        self.asked += 1
        return tuple(replace(style(), figure_scale=float(step)) for step in range(1, len(self.heights)))

    def compose(self, one: Style) -> Section:
        step = int(one.figure_scale)
        self.steps.append(step)
        return self.section(step)

    def fit(self) -> tuple[int, int, float]:
        """Pages, tightness and excess."""
        section = replace(self.section(), tighter=Tighter(self.styles, self.compose))
        fitted, piece = fit_section(section, style())
        assert fitted.text[0].flowable.wrap(0, 0)[1] == self.heights[piece.tightness]
        assert sum(self.drawn) == pytest.approx(self.head + self.heights[piece.tightness])
        return len(piece.pages), piece.tightness, piece.excess


LOW, HIGH = ROOM - 1, ROOM + 1


def test_what_fits_is_asked_nothing() -> None:
    work = Work([ROOM, LOW, LOW])
    assert work.fit() == (1, 0, 0)
    assert (work.asked, work.steps) == (0, [])


@pytest.mark.parametrize("step", range(1, 13))
def test_every_step_is_found_in_a_few_tries(step: int) -> None:
    work = Work([HIGH] * step + [LOW] * (13 - step))
    assert work.fit()[:2] == (1, step)
    assert len(work.steps) == len(set(work.steps)) <= 5


def test_what_fits_in_no_step_is_not_tightened() -> None:
    work = Work([ROOM * 1.5, ROOM * 1.4, ROOM * 1.2])
    pages, tightness, excess = work.fit()
    assert (pages, tightness) == (2, 0)
    assert excess == pytest.approx(0.2 / 1.2)
    assert work.steps == [2]


def test_without_steps() -> None:
    assert Work([ROOM * 1.25]).fit() == (2, 0, pytest.approx(0.2))


def test_the_excess_is_that_of_the_booklets_own_setting() -> None:
    pages, tightness, excess = Work([ROOM * 1.1, ROOM * 0.9], head=ROOM * 0.1).fit()
    assert (pages, tightness) == (1, 1)
    assert excess == pytest.approx(0.2 / 1.1)


def test_text_that_is_not_what_is_too_long() -> None:
    assert Work([100.0, 90.0], head=ROOM + 200).fit()[2] == 1


def test_when_a_smaller_size_takes_more_the_outcome_still_fits() -> None:
    work = Work([HIGH, LOW, HIGH, LOW, LOW])
    pages, tightness, _ = work.fit()
    assert pages == 1
    assert work.heights[tightness - 1] == HIGH


def test_other_sections_have_as_many_pages_as_they_take() -> None:
    section = Work([ROOM * 2.5]).section()
    fitted, piece = fit_section(section, style())
    assert fitted is section
    assert (len(piece.pages), piece.tightness, piece.excess) == (3, 0, 0)


def test_what_fits_is_set_as_ever() -> None:
    section = Work([LOW]).section()
    assert fit_section(section, style())[1] == set_section(section, style())


def test_destinations_are_known_before_anything_is_drawn() -> None:
    blocks = tuple(
        Block(Slab(ROOM * 0.6), anchor=Anchor(f"place-{number}", f"Place {number}" * (number % 2)))
        for number in range(3)
    )
    beside = (Block(Slab(10.0), anchor=Anchor("beside")), Block(Slab(10.0)))
    above = (Block(Slab(10.0), anchor=Anchor("above")),)
    section = Section(
        "key",
        Element("Sect"),
        "Key",
        (Column(0, 300),),
        blocks,
        head=Head(Column(0, 300), above, 5.0),
        aside=Aside(Column(0, 50), beside, 1),
    )
    fitted = lay_out(section, style())
    piece = fitted.drawn()
    assert sorted(fitted.places()) == sorted((one.name, one.page) for one in piece.destinations)
    assert len(fitted.pages) == len(piece.pages) == 2
