"""Numbers of a list → white figures on discs of the accent."""

from booklet.composing.text import paragraph
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import DESCENT
from booklet.plain_dataclasses import replace
from booklet.structure import Element
from booklet.styling.style import TextStyle
from booklet.tagged_canvas import TaggedCanvas

# Of the size of the text around: the radius, the height of its middle above the baseline, and the size of the figures.
RADIUS, _MIDDLE, _FIGURES = 0.5, 0.33, 0.7
_HEIGHT_OF_FIGURES = 0.65


def draw_disc(
    canvas: TaggedCanvas, letters: Letters, number: int, x: float, baseline: float, style: TextStyle, element: Element
) -> float:
    """Draw a number whose disc begins at `x` beside text on a baseline; the width that it takes, in points."""
    colors, radius = letters.style.colors, RADIUS * style.size
    middle = baseline + _MIDDLE * style.size
    canvas.disc(x + radius, middle, radius, colors.accent)
    figures = replace(style, face="sans-bold", size=_FIGURES * style.size, color=colors.paper)
    words = paragraph(letters, figures, str(number), element, align="center")
    width = 4 * radius  # numbers of three figures stand out
    words.wrap(width, 0)
    foot = middle - _HEIGHT_OF_FIGURES / 2 * figures.size - DESCENT * figures.size
    words.draw_on(canvas, x + radius - width / 2, foot)
    return 2 * radius
