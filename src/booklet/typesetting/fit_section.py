"""A section that ought to have one page → its piece: on one page, tightened as little as need be, or in full on several."""

from bisect import bisect_left
from dataclasses import replace
from functools import cache

from booklet.composing.section import Section
from booklet.styling.style import Style
from booklet.typesetting.paginate import overflow
from booklet.typesetting.set_piece import SetPiece
from booklet.typesetting.set_section import draw_section, section_pages


def fit_section(section: Section, style: Style) -> tuple[Section, SetPiece]:
    """The section as it was composed in the end, and its piece. What fits at once, or may have many pages, is set once.

    A section that does not fit in the tightest style either is not tightened at all; that style is tried first, so that long
    sections cost one try. Among the others the search halves: what a style holds, a tighter one holds too. Should a smaller
    size take a line more for once, the outcome still fits, and the style before it does not.
    """
    pages = section_pages(section, style)
    if len(pages) == 1 or section.tighter is None:
        return section, draw_section(section, pages, style)
    styles = (style, *section.tighter.styles())
    compose = section.tighter.compose
    composed = cache(lambda step: compose(styles[step]) if step else section)
    last = len(styles) - 1
    beyond = _excess(composed(last), styles[last])
    if beyond:
        return section, replace(draw_section(section, pages, style), excess=beyond)
    step = bisect_left(range(last), True, lo=1, key=lambda step: not _excess(composed(step), styles[step]))
    fitted, tighter = composed(step), styles[step]
    piece = draw_section(fitted, section_pages(fitted, tighter), tighter)
    return fitted, replace(piece, tightness=step, excess=_excess(section, style))


def _excess(section: Section, style: Style) -> float:
    """What is too much for one page, as a share of the height of the running text; 1 when that is not enough."""
    over, width = overflow(section.blocks, section.width, style), section.width
    text = sum(block.space + block.flowable.wrap(width, 0)[1] for block in section.text)
    return over / max(over, text) if over else 0.0
