"""Where a box leads → its link, and the number of that page."""

from booklet.composing.page_number import page_run
from booklet.composing.sections.glance.boxes import Box
from booklet.composing.sections.glance.measures import Measures, smaller
from booklet.composing.text import bold_voice
from booklet.lettering.paragraph import DESCENT, Paragraph
from booklet.page_map import PageMap
from booklet.structure import Element
from booklet.styling.style import TextStyle
from booklet.tagged_canvas import TaggedCanvas


def target_of(targets: tuple[str, ...], pages: PageMap) -> str | None:
    """The first of the destinations that the booklet has."""
    return next((target for target in targets if pages.page(target) is not None), None)


def link_of(box: Box, pages: PageMap) -> str | None:
    """The link of a title; None where nothing tells more, and as long as pages are not known."""
    target = target_of(box.targets, pages)
    return f"#{target}" if target else None


def draw_number(
    canvas: TaggedCanvas,
    measures: Measures,
    box: Box,
    style: TextStyle,
    corner: tuple[float, float],
    pages: PageMap,
    body: Element,
) -> None:
    """Draw the number of the page that a box leads to, beside a title of a style; it ends at `corner`, on a baseline."""
    draw_page(canvas, measures, box.targets, smaller(style), corner, pages, body)


def draw_page(
    canvas: TaggedCanvas,
    measures: Measures,
    targets: tuple[str, ...],
    style: TextStyle,
    corner: tuple[float, float],
    pages: PageMap,
    body: Element,
) -> None:
    """Draw the number of the page of the first destination that the booklet has, in bold of a style, as a paragraph of
    `body`."""
    target = target_of(targets, pages)
    index = pages.page(target) if target else None
    if target is None or index is None:
        return
    letters = measures.letters
    run = page_run(index, target, bold_voice(style, letters.style.colors.accent), measures.labels)
    words = Paragraph(letters, (run,), style.leading, body.add("P"), align="left", backwards=False, language="und")
    width = words.natural_width() + 0.5
    words.wrap(width, 0)
    words.draw_on(canvas, corner[0] - width, corner[1] - DESCENT * style.size)
