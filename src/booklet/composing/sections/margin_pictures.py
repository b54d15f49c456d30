"""Portraits and other photographs → blocks in the margin column."""

from booklet.composing.flowables.figure import Figure
from booklet.composing.picture_sizes import fitted
from booklet.flowable import Block
from booklet.lettering.letters import Letters
from booklet.picture import Picture
from booklet.structure import Element

# Of the height of the text: what all pictures beside it may take together, since they have to stand on one page.
_SHARE = 0.45


def margin_pictures(
    pictures: tuple[tuple[Picture, str], ...], letters: Letters, element: Element, above: float
) -> tuple[Block, ...]:
    """Pictures as wide as the margin column, or narrower where they are very high, each with the words that stand for it; the
    first `above` points below what there is."""
    page = letters.style.page
    blocks: list[Block] = []
    for picture, alt in pictures:
        size = fitted(picture, page.margin_width, page.text_height * _SHARE / len(pictures))
        figure = Figure(picture, size, element.add("Figure", alt=alt), None, 0.0, page.text_height)
        blocks.append(Block(figure, page.grid if blocks else above))
    return tuple(blocks)
