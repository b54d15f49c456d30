"""A section that ought to have one page → its pages: one, tightened as little as need be, or in full on several."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from booklet.composing.section import Section
from booklet.plain_dataclasses import dataclass, replace
from booklet.styling.style import Style
from booklet.typesetting.paginate import Placed, overflow
from booklet.typesetting.set_piece import SetPiece
from booklet.typesetting.set_section import draw_section, section_pages


@dataclass(frozen=True, slots=True)
class FittedSection:
    """A section as it was composed in the end, with its blocks in their places, not drawn yet. `tightness` and `excess` are
    those of its piece."""

    section: Section
    style: Style
    pages: tuple[tuple[Placed, ...], ...]
    tightness: int = 0
    excess: float = 0.0

    def places(self) -> Iterator[tuple[str, int]]:
        """Every destination with its page in the section, from 0."""
        section = self.section
        yield section.key, 0
        around = [*(section.head.blocks if section.head else ()), *(section.aside.blocks if section.aside else ())]
        yield from ((block.anchor.name, 0) for block in around if block.anchor)
        for number, page in enumerate(self.pages):
            yield from ((one.anchor.name, number) for one in page if one.anchor)

    def drawn(self) -> SetPiece:
        """Its piece. A section is drawn once: its structure takes in what is drawn."""
        piece = draw_section(self.section, self.pages, self.style)
        return replace(piece, tightness=self.tightness, excess=self.excess)


def fit_section(section: Section, style: Style) -> tuple[Section, SetPiece]:
    """The section as it was composed in the end, and its piece."""
    fitted = lay_out(section, style)
    return fitted.section, fitted.drawn()


def lay_out(section: Section, style: Style) -> FittedSection:
    """Give the blocks their places. What fits at once, or may have many pages, is laid out once.

    A section that does not fit in the tightest style either is not tightened at all; that style is tried first, so that long
    sections cost one try. Among the others the search halves: what a style holds, a tighter one holds too. Should a smaller
    size take a line more for once, the outcome still fits, and the style before it does not.
    """
    pages = section_pages(section, style)
    if len(pages) == 1 or section.tighter is None:
        return FittedSection(section, style, pages)
    styles = (style, *section.tighter.styles())
    compose = section.tighter.compose
    composed = cache(lambda step: compose(styles[step]) if step else section)
    last = len(styles) - 1
    beyond = _excess(composed(last), styles[last])
    if beyond:
        return FittedSection(section, style, pages, excess=beyond)
    step = bisect_left(range(last), True, lo=1, key=lambda step: not _excess(composed(step), styles[step]))
    fitted, tighter = composed(step), styles[step]
    return FittedSection(fitted, tighter, section_pages(fitted, tighter), step, _excess(section, style))


def _excess(section: Section, style: Style) -> float:
    """What is too much for one page, as a share of the height of the running text; 1 when that is not enough."""
    over, width = overflow(section.blocks, section.width, style), section.width
    text = sum(block.space + block.flowable.wrap(width, 0)[1] for block in section.text)
    return over / max(over, text) if over else 0.0
